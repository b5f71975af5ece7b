import { fold } from '../french/words.ts';
import type { Logger } from '../log.ts';
import { watchReader } from '../within-time.ts';
import { namesChoices } from './chat-lines.ts';

const COMMANDS = [
  [/^(?:formations?|se former|les modules|modules|learn)$/, 'browse'],
  [/^module (?<rest>.+)$/, 'module'],
  [/^(?:commencer|demarrer|suivre) (?:le module |la formation )?(?<rest>.+)$/, 'begin'],
  [/^(?:suite|suivante?|continuer|reprendre)$/, 'next'],
  [/^(?:l'|voir l')?autre (?:cote|version|registre)$/, 'other'],
  [/^(?:deux questions|quiz) sur (?<rest>.+)$/, 'onArticle'],
  [/^quiz (?<rest>.+)$/, 'quiz'],
  [/^reverifier (?<rest>.+)$/, 'recheck'],
  [/^(?:reviser|revision)$/, 'review'],
  [/^(?:mes formations|mes attestations|ma formation)$/, 'mine'],
  [/^(?:chercher|trouver) (?:un module|une formation|une lecon)(?: sur| pour)? (?<rest>.+)$/, 'search'],
  [/^lecon (?<rest>[a-z0-9-]+)$/, 'lesson'],
  [/^(?:les )?parcours$/, 'paths'],
  [/^lettre (?<path>[a-z0-9-]+) offerte\s*:/, 'letterOffered'],
  [/^lettre (?<path>[a-z0-9-]+)\s*:/, 'letter'],
  [/^lettre(?: (?<rest>[a-z0-9-]+))?$/, 'letterAsk'],
  [/^offrir ma lettre$/, 'offer'],
  [/^reprendre ma lettre$/, 'takeBack'],
  [/^rejoindre(?: la reserve)?(?: (?<rest>[a-z0-9-]+))?$/, 'join'],
  [/^decliner(?: la reserve)?(?: (?<rest>[a-z0-9-]+))?$/, 'decline'],
  [/^rappel (?<rest>non|jamais|\d{1,2}\s*h)$/, 'nudge'],
  [/^recommandations? (?<rest>oui|non)$/, 'recommend'],
  [/^(?:arreter|arreter la|arreter la formation)$/, 'stop'],
] as const satisfies readonly (readonly [RegExp, string])[];

/** What a line typed in a chat is to training. */
export interface TrainingLine {
  /** `letters`: nothing but letters or numbers of choices; `unread`: its reading was stopped. */
  readonly name: (typeof COMMANDS)[number][1] | 'letters' | 'unread';
  /** What the command is about, or the letters; folded. */
  readonly rest: string;
  /** Of a letter, the path it is for. */
  readonly path: string;
}

export type ReadLine = (typed: string) => TrainingLine | undefined;

/** Undefined: it is not for training. */
export const readLine: ReadLine = (typed) => {
  const text = fold(typed).replace(/\s+/g, ' ').replace(/[.!]$/, '').trim();
  for (const [pattern, name] of COMMANDS) {
    const match = pattern.exec(text);
    if (match !== null) return { name, rest: match.groups?.['rest']?.trim() ?? '', path: match.groups?.['path'] ?? '' };
  }
  return namesChoices(text) ? { name: 'letters', rest: text, path: '' } : undefined;
};

export function watchLine(read: ReadLine, log: Pick<Logger, 'warn'> | undefined): ReadLine {
  return watchReader<[string], TrainingLine | undefined>({ reader: 'line to training', log }, read, () => ({
    name: 'unread',
    rest: '',
    path: '',
  }));
}
