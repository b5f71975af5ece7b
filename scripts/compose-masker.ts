import { join } from 'node:path';
import type { Config } from '../src/config/config.ts';
import { answersTo, phrasingsOf } from '../src/corpus/phrasings.ts';
import { formatProblem } from '../src/corpus/problem.ts';
import type { Corpus } from '../src/corpus/read-corpus.ts';
import type { Logger } from '../src/log.ts';
import type { Masker } from '../src/masking/finding.ts';
import { createMaskerSliced } from '../src/masking/masker.ts';
import { readMaskingListsSliced } from '../src/masking/masking-lists.ts';
import { readPublished } from '../src/masking/published.ts';
import { watchMasker } from '../src/masking/watch-masker.ts';
import { atOnce, type Sliced } from '../src/sliced.ts';

/** @throws with every problem of the masking lists */
export function composeMasker(...given: Parameters<typeof composeMaskerSliced>): Masker {
  return atOnce(composeMaskerSliced(...given));
}

/** The same, a little at a time. @throws as it */
export function* composeMaskerSliced(
  { knowledge, data }: Pick<Config, 'knowledge' | 'data'>,
  { fiches, lexicon }: Pick<Corpus, 'fiches' | 'lexicon'>,
  log: Pick<Logger, 'warn'> | undefined,
): Sliced<Masker> {
  const { lists, problems } = yield* readMaskingListsSliced(join(knowledge, 'masquage'));
  if (problems.length > 0)
    throw new Error(`The masking lists are not usable:\n  ${problems.map(formatProblem).join('\n  ')}`);
  yield;
  const headings = fiches.flatMap(({ title, questions }) => [
    title,
    ...phrasingsOf({ questions }).map(({ text }) => text),
  ]);
  yield;
  const texts = fiches.flatMap(({ sections, sources, articles, limit, conflict, questions }) => [
    ...Object.values(sections),
    ...sources.map(({ ref }) => ref),
    ...articles,
    limit ?? '',
    conflict ?? '',
    ...questions.flatMap(answersTo),
  ]);
  const entries = lexicon.map((entry) => JSON.stringify(entry));
  const published = yield* readPublished(headings, [...texts, ...entries], join(data, 'published.bin'));
  yield;
  return watchMasker(yield* createMaskerSliced(lists, published), log);
}
