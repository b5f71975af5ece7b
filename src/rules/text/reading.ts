import { join } from 'node:path';
import { readFrenchWords } from '../../french/french-words.ts';
import { words as wordsOf } from '../../french/words.ts';
import type { LinearModel } from '../../learned/linear-model.ts';
import { readRoleModel } from '../roles/role-model.ts';
import type { ObjectWords, Rulebook } from '../rulebook.ts';
import { readWords, type Words } from '../words.ts';
import { type DemandModel, readDemandModel } from './demand-model.ts';
import { createSpellOut, type SpellOut } from './spell-out.ts';

/** What sentences are read by. */
export interface Reading {
  readonly words: Words;
  readonly objects: readonly ObjectWords[];
  readonly spellOut: SpellOut;
  /** Without it a goal has to be given. */
  readonly model?: DemandModel;
  /** What each value is; without it words alone say. */
  readonly roles?: LinearModel;
}

/** Throws where a file of `knowledge/regles` is not there. */
export function openReading(
  knowledge: string,
  { objects }: Rulebook,
  model: DemandModel = readDemandModel(knowledge),
): Reading & Required<Pick<Reading, 'model'>> {
  const words = readWords(knowledge);
  return {
    words,
    objects,
    spellOut: spellOutBy(knowledge, words, objects),
    model,
    roles: readRoleModel(knowledge),
  };
}

/** By the words that the rules read, as sentences that they are known by have them. */
export function spellOutBy(knowledge: string, { spoken }: Words, objects: readonly ObjectWords[]): SpellOut {
  const { valeurs, faits, natures, questions } = spoken;
  const said = [...valeurs, ...faits, ...natures, ...questions].flatMap(({ mots, justes }) => [
    ...mots.map((one) => one.replace(/[a-z]{1,30}\*|\{[a-z]{1,30}\}/g, ' ')),
    ...justes,
  ]);
  return createSpellOut({
    short: new Map(Object.entries(spoken.abreges)),
    words: [...said, ...objects.flatMap(({ mots }) => mots)].flatMap(wordsOf),
    isFrench: readFrenchWords(join(knowledge, 'masquage', 'mots-francais.txt')),
  });
}
