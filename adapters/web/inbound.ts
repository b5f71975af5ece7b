import type { InboundMessage } from '../../src/message/message.ts';
import type { Language, Role } from '../../src/vocabulary/people.ts';
import { FEEDBACK_CHOICES } from '../../src/vocabulary/reasons.ts';
import { ROLES } from './view.ts';

const COOKIE = 'truchement';
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Characters of a comment that are kept. */
const LONGEST_COMMENT = 1000;

/** The language of the page, from its address; French unless English is asked for. */
export function readLanguage(query: unknown): Language {
  return field(query, 'lang') === 'en' ? 'en' : 'fr';
}

/**
 * What was asked: a button's text (`say`, or `say_buyer` and `say_prescriber`, which declare the role too) comes before
 * what stands in the box, since both are sent when a button is pressed. `say_question`: a question, whatever it looks like.
 */
export function readQuestion(body: unknown): Pick<InboundMessage, 'text'> & {
  readonly role: Role | undefined;
  readonly isQuestion: boolean;
} {
  const plain = field(body, 'say_question');
  for (const role of ROLES) {
    const text = field(body, `say_${role}`);
    if (text !== '') return { text, role, isQuestion: true };
  }
  return {
    text: plain || field(body, 'say') || field(body, 'text'),
    role: ROLES.find((role) => role === field(body, 'role')),
    isQuestion: plain !== '',
  };
}

/** Undefined when the form is not one of ours. */
export function readFeedback(
  body: unknown,
): { readonly messageId: string; readonly useful: boolean; readonly why: string | undefined } | undefined {
  const messageId = field(body, 'message');
  const useful = field(body, 'useful');
  if (!UUID.test(messageId) || (useful !== 'yes' && useful !== 'no')) return undefined;
  const choice = FEEDBACK_CHOICES.find((known) => known === field(body, 'why'));
  const comment = field(body, 'comment').trim().slice(0, LONGEST_COMMENT);
  const why = [choice, comment].filter((part) => part !== undefined && part !== '').join(': ');
  return { messageId, useful: useful === 'yes', why: why === '' ? undefined : why };
}

/** The dialogue a browser is in, when its cookie is one we could have written. */
export function readConversation(cookies: string | undefined): string | undefined {
  const pairs = (cookies ?? '').split(';').map((pair) => pair.trim().split('='));
  const value = pairs.find(([name]) => name === COOKIE)?.[1];
  return value !== undefined && UUID.test(value) ? value : undefined;
}

/** A session cookie that no script reads and no other site sends; `undefined` takes it back. */
export function writeConversation(
  conversation: string | undefined,
  { secure, path }: { readonly secure: boolean; readonly path: string },
): string {
  return `${COOKIE}=${conversation ?? ''}; Path=${path}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}${conversation === undefined ? '; Max-Age=0' : ''}`;
}

/** Whether a submission comes from another site: browsers say so themselves, older ones only through `Origin`. */
export function isCrossSite(headers: {
  readonly site: string | undefined;
  readonly origin: string | undefined;
  readonly host: string;
}): boolean {
  if (headers.site !== undefined) return headers.site !== 'same-origin' && headers.site !== 'none';
  if (headers.origin === undefined) return false;
  return !URL.canParse(headers.origin) || new URL(headers.origin).host !== headers.host;
}

/** A form field as text; absent, repeated or foreign values are empty. */
export function field(form: unknown, name: string): string {
  if (typeof form !== 'object' || form === null) return '';
  const value: unknown = Object.getOwnPropertyDescriptor(form, name)?.value;
  return typeof value === 'string' ? value : '';
}
