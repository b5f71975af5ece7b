import type { Language, Role } from '../../src/vocabulary/people.ts';
import { ROLES } from './view.ts';

const COOKIE = 'truchement';
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The language of the page, from its address; French unless English is asked for. */
export function readLanguage(query: unknown): Language {
  return field(query, 'lang') === 'en' ? 'en' : 'fr';
}

/**
 * What was said: a button's text (`say`, or `say_buyer` and `say_prescriber`, which declare the role too) comes before what
 * stands in the box, since both are sent when a button is pressed. `say:<reply>:<id>` is offered under that reply and answers
 * that question. `say_question`: a question, whatever it looks like.
 */
export function readQuestion(body: unknown): {
  readonly text: string;
  readonly role: Role | undefined;
  readonly on: string | undefined;
  readonly under: string | undefined;
  readonly isQuestion: boolean;
} {
  const names = typeof body === 'object' && body !== null ? Object.keys(body) : [];
  const answering = names.find((name) => name.startsWith(ANSWERING));
  const [under, on] = answering === undefined ? [] : partsOf(answering.slice(ANSWERING.length));
  for (const role of ROLES) {
    const text = field(body, `say_${role}`);
    if (text !== '') return { text, role, on: undefined, under: undefined, isQuestion: true };
  }
  const plain = field(body, 'say_question');
  const pressed = answering === undefined ? field(body, 'say') : field(body, answering);
  return {
    text: plain || pressed || field(body, 'text'),
    role: readSide(field(body, 'role')),
    on,
    under,
    isQuestion: plain !== '',
  };
}

const ANSWERING = 'say:';

/** The id of a reply holds no colon. */
function partsOf(name: string): readonly (string | undefined)[] {
  const cut = name.indexOf(':');
  return [name.slice(0, cut) || undefined, name.slice(cut + 1) || undefined];
}

export function readSide(said: string): Role | undefined {
  return ROLES.find((role) => role === said);
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
