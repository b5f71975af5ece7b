import type { Fiche } from '../corpus/fiche.ts';
import { indexTerms } from '../french/words.ts';
import type { Told } from '../retrieval/cases/told-case.ts';

interface Asked {
  readonly fiche: Fiche;
  /** Its position among those of the fiche. */
  readonly question: number;
  readonly told: Told | undefined;
}

/** A question of fewer words is held by many that are no nearer to it. */
const FEWEST = 3;

/**
 * Without those that ask again what one before them does, of another fiche: of two questions of which all the words of one stand
 * in the other, with the same article first, the likelier. «Que faire si un chef demande de changer une note ?» beside «Dois-je
 * changer une note quand mon chef le demande ?»
 */
export function withoutRepeats<T extends Asked>(options: readonly T[]): readonly T[] {
  const kept: { readonly one: T; readonly terms: ReadonlySet<string>; readonly article: string | undefined }[] = [];
  for (const one of options) {
    const question = one.fiche.questions[one.question];
    const asked = one.told !== undefined && 'ask' in one.told.opening ? one.told.opening.ask : (question?.ask ?? '');
    const terms = new Set(indexTerms(asked));
    const article = question?.articles[0];
    const isRepeat = kept.some(
      (before) => before.one.fiche !== one.fiche && before.article === article && holds(before.terms, terms),
    );
    if (!isRepeat) kept.push({ one, terms, article });
  }
  return kept.map(({ one }) => one);
}

function holds(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [less, more] = one.size < other.size ? [one, other] : [other, one];
  return less.size >= FEWEST && [...less].every((term) => more.has(term));
}
