import { words as wordsOf } from '../french/words.ts';
import type { BodyRow } from './body-table.ts';

/** Whether a folded word is one of French: any other may be a name. */
export type IsFrench = (word: string) => boolean;

const CIVILITIES = new Set(['m', 'mr', 'mme', 'mlle', 'monsieur', 'madame', 'mademoiselle', 'docteur', 'dr', 'maitre']);

/** Who of those a table names a text names. */
export function createPeopleIn(rows: readonly BodyRow[], isFrench: IsFrench) {
  const buyers = [...new Set(rows.flatMap(({ buyer, substitute }) => [buyer, substitute]))].filter(
    (one) => one !== undefined,
  );
  return {
    /** Those who buy, as the table names them. */
    calledIn: (text: string): readonly string[] => {
      const said = wordsOf(text);
      // «Mme Roche» is a name, whatever else a rock is.
      const names = new Set(said.filter((word, at) => !isFrench(word) || CIVILITIES.has(said[at - 1] ?? '')));
      return buyers.filter((name) => wordsOf(name).some((word) => word.length > 2 && names.has(word)));
    },
    /** Who stands in for those; undefined where several do. */
    standInFor: (names: readonly string[]): string | undefined => {
      const by = new Set(
        rows.flatMap(({ buyer, substitute }) =>
          buyer !== undefined && names.includes(buyer) ? (substitute ?? []) : [],
        ),
      );
      return by.size === 1 ? [...by][0] : undefined;
    },
  };
}

/** By all the words of its holder, one after the other, or by one that is a name and no word of French. */
export function namesHolder({ contract }: BodyRow, said: readonly string[], isFrench: IsFrench): boolean {
  const holder = wordsOf(contract?.holder ?? '');
  if (holder.length > 0 && ` ${said.join(' ')} `.includes(` ${holder.join(' ')} `)) return true;
  return holder.some((word) => word.length > 4 && !isFrench(word) && said.includes(word));
}
