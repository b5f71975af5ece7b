import { createHash } from 'node:crypto';
import type { Fiche } from '../../src/corpus/fiche.ts';
import type { LexiconEntry } from '../../src/corpus/lexicon.ts';
import { words } from '../../src/french/words.ts';

const FOLDS = 5;

/** Which fifths of concepts and questions are kept from training: by hash of the id, so the same at every run. */
export interface HoldOut {
  keepsQuestion(fiche: Fiche, ask: string): boolean;
  keepsConcept(entry: LexiconEntry): boolean;
}

/** @param folds fifths kept aside, 0 to 4 */
export function holdOut(folds: readonly number[]): HoldOut {
  return {
    keepsQuestion: (fiche, ask) => folds.includes(foldOf(`${fiche.id} ${ask}`)),
    keepsConcept: (entry) => folds.includes(foldOf(entry.id)),
  };
}

function foldOf(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE(0) % FOLDS;
}

/** Word sets that share this much are one question with its words moved about. */
const SAME_QUESTION = 0.7;

/** Whether a text is one of those kept aside, or all but: such a text must not be trained on either. */
export function nearAny(kept: readonly string[]): (text: string) => boolean {
  const sets = kept.map((text) => new Set(words(text)));
  const holders = new Map<string, number[]>();
  for (const [number, set] of sets.entries())
    for (const word of set) holders.set(word, [...(holders.get(word) ?? []), number]);
  return (text) => {
    const own = new Set(words(text));
    const shared = new Map<number, number>();
    for (const word of own)
      for (const number of holders.get(word) ?? []) shared.set(number, (shared.get(number) ?? 0) + 1);
    return [...shared].some(
      ([number, common]) => common / (own.size + (sets[number]?.size ?? 0) - common) >= SAME_QUESTION,
    );
  };
}
