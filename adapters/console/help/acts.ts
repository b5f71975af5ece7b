import { fold } from '../../../src/french/words.ts';
import type { CaseView } from '../../../src/handoff/port/views.ts';
import { consoleTexts } from '../../../src/text/console-texts.ts';
import type { CaseAction } from '../../../src/vocabulary/cases.ts';

const { usage } = consoleTexts;

/** What a command asks for; a string says what it lacks. */
type Read = (rest: string, shown: CaseView) => CaseAction | string;

const CLOSES: readonly (readonly [RegExp, string])[] = [
  [/^(?:clore|clos|cloturer)(?: (?:le|mon|ce) (?:dossier|cas)| (?:la|ma|cette) (?:demande|question))?$/, 'clore'],
  [/^(?:j'ai|c'est) repondu$/, 'repondu'],
  [/^rendre (?:le|ce) (?:dossier|cas)$/, 'rendre'],
];

/** Acts on a case by their command, unaccented. */
export const ACTS: Readonly<Record<string, Read>> = {
  dire: (rest) => (rest === '' ? usage.say : { kind: 'say', text: rest }),
  accepter: () => ({ kind: 'accept' }),
  decliner: (rest) => ({ kind: 'decline', reason: rest || undefined }),
  repondu: () => ({ kind: 'answer' }),
  rendre: () => ({ kind: 'give_back' }),
  passer: (rest) => {
    const reservist = rest.replace(/^[àa] /iu, '').trim();
    return reservist === '' ? usage.pass_to : { kind: 'pass_to', reservist };
  },
  identite: () => ({ kind: 'open_identity' }),
  clore: () => ({ kind: 'close' }),
  noter: (rest) => {
    const [said = '', ...comment] = rest.split(' ');
    const useful = fold(said).replace(/[,.;:]$/, '');
    if (useful !== 'oui' && useful !== 'non') return usage.rate;
    return { kind: 'rate', useful: useful === 'oui', comment: comment.join(' ').trim() || undefined };
  },
  rouvrir: (rest) => (rest === '' ? usage.reopen : { kind: 'reopen', why: rest }),
  retirer: () => ({ kind: 'withdraw' }),
  fiche: (rest, shown) => {
    const [question = '', answer = ''] = rest === '' ? [shown.brief.question, lastWords(shown)] : rest.split('|', 2);
    if (question.trim() === '' || answer.trim() === '') return usage.propose_fiche;
    return { kind: 'propose_fiche', question: question.trim(), answer: answer.trim() };
  },
};

/** The few words that end a case when they are the whole line, as the messages of other platforms teach them. */
export function commandSaid(line: string): string | undefined {
  const said = fold(line).replace(/[.!]$/, '').trim();
  return CLOSES.find(([pattern]) => pattern.test(said))?.[1];
}

function lastWords({ lines }: CaseView): string {
  const own = lines.filter((line) => line.kind === 'message' && line.from === 'you').at(-1);
  return own?.kind === 'message' ? own.text : '';
}
