import type { LendingDeclared } from '../../../src/handoff/port/views.ts';
import type { Once } from '../../../src/once.ts';
import { field } from '../inbound.ts';

/** Bytes of a submission: a long question and a long answer with every letter percent-encoded. */
export const LARGEST_BODY = 256 * 1024;

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

/** Browsers send every end of line as CR LF. */
function lines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
