import { fold } from '../../french/words.ts';
import type { CaseAction } from '../../vocabulary/cases.ts';

const ACTS: readonly (readonly [RegExp, CaseAction])[] = [
  [/^(?:j'ai|c'est) repondu$/, { kind: 'answer' }],
  [/^rendre (?:la|cette) demande$|^rendre (?:le|ce) (?:dossier|cas)$/, { kind: 'give_back' }],
  [
    /^(?:clore|clos|cloturer)(?: (?:le|mon|ce) (?:dossier|cas)| (?:la|ma|cette) (?:demande|question))?$/,
    { kind: 'close' },
  ],
];

/** The few words that do something when they are the whole line, as the messages of a case teach them. */
export function actSaid(text: string): CaseAction | undefined {
  const said = fold(text).replace(/[.!]$/, '').trim();
  const pass = /^passer (?:(?:la demande|le cas|le dossier) )?a (.{2,80})$/.exec(said);
  if (pass !== null) {
    const name = text.trim().replace(/[.!]$/, '');
    return { kind: 'pass_to', reservist: name.slice(-(pass[1]?.length ?? 0)) };
  }
  return ACTS.find(([pattern]) => pattern.test(said))?.[1];
}
