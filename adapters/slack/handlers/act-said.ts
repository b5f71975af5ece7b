import { fold } from '../../../src/french/words.ts';
import type { CaseAction } from '../../../src/vocabulary/cases.ts';

const ACTS: readonly (readonly [RegExp, CaseAction])[] = [
  [/^(?:j'ai|c'est) repondu$/, { kind: 'answer' }],
  [/^rendre (?:le|ce) (?:dossier|cas)$/, { kind: 'give_back' }],
  [
    /^(?:clore|clos|cloturer)(?: (?:le|mon|ce) (?:dossier|cas)| (?:la|ma|cette) (?:demande|question))?$/,
    { kind: 'close' },
  ],
];

/** The few words that do something when they are the whole message, as the messages of a case teach them. */
export function actSaid(text: string): CaseAction | undefined {
  const said = fold(text).replace(/[.!]$/, '').trim();
  const pass = /^passer (?:le (?:cas|dossier) )?a (.{2,80})$/.exec(said);
  if (pass !== null)
    return {
      kind: 'pass_to',
      reservist: text
        .trim()
        .replace(/[.!]$/, '')
        .slice(-(pass[1]?.length ?? 0)),
    };
  return ACTS.find(([pattern]) => pattern.test(said))?.[1];
}
