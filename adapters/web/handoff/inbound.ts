import type { HelpRequest, LendingDeclared, PreviewChoices } from '../../../src/handoff/port/views.ts';
import type { Once } from '../../../src/once.ts';
import type { CaseAction } from '../../../src/vocabulary/cases.ts';
import { field } from '../inbound.ts';

/** Bytes of a submission: a long question and a long answer with every letter percent-encoded. */
export const LARGEST_BODY = 256 * 1024;

/** What help is asked for; the answer that was given comes with it. */
export function readRequest(body: unknown): HelpRequest {
  const optional = (name: string) => lines(field(body, name)).trim() || undefined;
  return { question: lines(field(body, 'question')).trim(), answered: optional('answered'), need: optional('need') };
}

export interface BriefForm {
  readonly wish: 'update' | 'send' | 'give_up';
  readonly choices: PreviewChoices;
  readonly sameBody: boolean;
  /** Mark of the text that the person had before them. */
  readonly seen: string;
  /** What was typed to be hidden, as typed. */
  readonly added: string;
}

const LIFT = 'lift:';

export function liftName(id: string): string {
  return `${LIFT}${id}`;
}

export function readBriefForm(body: unknown): BriefForm {
  const names = typeof body === 'object' && body !== null ? Object.keys(body) : [];
  const wish = field(body, 'do');
  const added = lines(field(body, 'added'));
  return {
    wish: wish === 'send' || wish === 'give_up' ? wish : 'update',
    choices: {
      lifted: names.filter((name) => name.startsWith(LIFT)).map((name) => name.slice(LIFT.length)),
      added: added
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
      amountsAsRanges: field(body, 'amounts') === '1',
      ...(names.includes('question') ? { question: lines(field(body, 'question')).trim() } : {}),
      // A box that is not ticked is not sent: the form says beside it that it had one.
      ...(field(body, 'may_answer') === '1' ? { withAnswer: field(body, 'with_answer') === '1' } : {}),
    },
    sameBody: field(body, 'same_body') === '1',
    seen: field(body, 'seen'),
    added,
  };
}

const COMPETENCE = 'competence:';

export function competenceName(competence: string): string {
  return `${COMPETENCE}${competence}`;
}

/** One body, or one firm, a line. */
export function readDeclaration(body: unknown): LendingDeclared {
  const names = typeof body === 'object' && body !== null ? Object.keys(body) : [];
  const list = (name: string) =>
    lines(field(body, name))
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  return {
    competences: names.filter((name) => name.startsWith(COMPETENCE)).map((name) => name.slice(COMPETENCE.length)),
    substitute: field(body, 'substitute').trim() || undefined,
    organisations: list('organisations'),
    suppliers: list('suppliers'),
  };
}

/** The key of a form, and the version of the case that it was drawn from. */
export function readOnce(body: unknown): Once {
  const on = field(body, 'on');
  return { key: field(body, 'key'), on: /^\d{1,9}$/.test(on) ? Number(on) : undefined };
}

/** What a form of the case's page asks for; undefined when it is none of ours. */
export function readAction(body: unknown): CaseAction | undefined {
  const text = (name: string) => lines(field(body, name)).trim();
  const kind = field(body, 'do');
  switch (kind) {
    case 'say':
      return { kind, text: text('text') };
    case 'accept':
    case 'answer':
    case 'give_back':
    case 'open_identity':
    case 'close':
    case 'withdraw':
      return { kind };
    case 'decline':
      return { kind, reason: text('reason') || undefined };
    case 'pass_to':
      return { kind, reservist: text('reservist') };
    case 'reopen':
      return { kind, why: text('why') };
    case 'propose_fiche':
      return { kind, question: text('question'), answer: text('answer') };
    case 'rate': {
      const useful = field(body, 'useful');
      if (useful !== 'yes' && useful !== 'no') return undefined;
      return { kind, useful: useful === 'yes', comment: text('comment') || undefined };
    }
    default:
      return undefined;
  }
}

/** Browsers send every end of line as CR LF. */
function lines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
