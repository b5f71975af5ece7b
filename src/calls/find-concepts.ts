import type { ConceptFinder } from '../lexicon/find-concepts.ts';
import { presentConcept } from '../lexicon/present-concept.ts';
import type { FieldsOf, GivenBy } from './port/calls.ts';

/** The concepts that a sentence says, best first, as the person on its side is shown them. */
export async function findConcepts(
  { find }: Pick<ConceptFinder, 'find'>,
  { text, from }: FieldsOf<'lexicon'>,
): Promise<GivenBy<'lexicon'>> {
  return { concepts: (await find(text, from)).map(({ entry }) => presentConcept(entry, from)) };
}
