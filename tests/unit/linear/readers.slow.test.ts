import { DateTime } from 'luxon';
import { beforeAll, expect, it } from 'vitest';
import { createRandom } from '../../../scripts/random.ts';
import { followUp } from '../../../src/dialogue/follow-up.ts';
import { readGiven } from '../../../src/dialogue/given.ts';
import { restate } from '../../../src/dialogue/restate.ts';
import { readRewordRequest } from '../../../src/dialogue/reword-request.ts';
import { readSignals } from '../../../src/dialogue/signals.ts';
import { checkFidelity } from '../../../src/fidelity/check-fidelity.ts';
import { articlesIn } from '../../../src/french/articles.ts';
import { plainMarkdown } from '../../../src/french/plain-markdown.ts';
import { sentencesOf } from '../../../src/french/sentences.ts';
import { readText } from '../../../src/french/text.ts';
import { frenchTypography } from '../../../src/french/typography.ts';
import { readFigures, readValues } from '../../../src/french/values/read-values.ts';
import { fold, indexTerms, visibleText, words } from '../../../src/french/words.ts';
import { LONGEST_BRIEF } from '../../../src/handoff/help/faults.ts';
import { createMasker } from '../../../src/masking/masker.ts';
import { readMaskingLists } from '../../../src/masking/masking-lists.ts';
import { readClauses } from '../../../src/reserve/availability/clauses.ts';
import { plainText } from '../../../src/reserve/availability/words.ts';
import { readSums } from '../../../src/rules/text/said-sums.ts';
import { namesChoices, readChoice } from '../../../src/training/chat-lines.ts';
import { LONGEST_TEXT } from '../../../src/vocabulary/rewording.ts';
import { adversarialFragments } from '../../fixtures/adversarial-fragments.ts';
import { composeReal } from '../../fixtures/composed.ts';
import { startProcessorClock } from '../../fixtures/processor-time.ts';
import { NIGHTLY } from '../../fixtures/runs.ts';

/*
 * Every fragment is repeated to the full length and, where that takes long enough to be measured, to half of it. Each one goes
 * through all the quick readers; each of the slow ones gets the first fragments (those that were slow once; half of them by day) and
 * then one in SHARE of the rest, in turn. NIGHTLY=1 takes 20,000 fragments of the same seed. Rewordings and briefs are read up to their own
 * doors, and what has a lower door than 40,000 characters (questions, letters, availability) far beyond it.
 */
const FRAGMENTS = NIGHTLY ? 20_000 : 110;
const EVERYWHERE = NIGHTLY ? 34 : 17;
const SHARE = 12;
const SEED = 14;
/** Of processor, at the full length; `withinTime` stops what takes as long. */
const LONGEST_MS = 300;
const LENGTH = 40_000;
/** Below it a ratio is noise. */
const MEASURABLE_MS = 60;
const STEEPEST = 2.4;

interface Reader {
  readonly name: string;
  readonly read: (text: string) => unknown;
  readonly slow?: true;
  readonly length?: number;
}

let readers: readonly Reader[];
beforeAll(async () => {
  const { reworder, retriever } = await composeReal();
  const masker = createMasker(readMaskingLists('knowledge/masquage').lists);
  const today = '2026-11-25';
  const given = readGiven('un marché de 30 000 euros', today);
  const before = { role: undefined, question: 'un marché de 30 000 euros', given, answer: undefined };
  const choices = ['a', 'b'].map((key) => ({ key, text: key }));
  const day = DateTime.fromISO(today, { zone: 'Europe/Paris' });
  // Texts read lately are kept: each is read anew.
  let reading = 0;
  const french = { slow: true, length: 20_000 } as const;
  const anew = (text: string) => `${reading++} ${text}`;
  const rewording = { slow: true, length: LONGEST_TEXT } as const;
  readers = [
    { name: 'signals', read: readSignals },
    { name: 'reword request', read: readRewordRequest },
    { name: 'direction', read: (text) => reworder.guess(text) },
    {
      name: 'restate',
      read: (text) => [
        restate(text, 'et à 11 ?', 'changed'),
        restate('une mairie, 30 000 euros', text, 'changed'),
        restate(text, '10 000 de plus', 'added'),
      ],
    },
    {
      name: 'follow-up',
      read: (text) => [followUp(text, given, before), followUp('et ça ?', given, { ...before, question: text })],
    },
    { name: 'retrieve', read: (text) => retriever.retrieve({ text }) },
    {
      name: 'quiz letters',
      read: (text) => [namesChoices(text), readChoice(text, { choices, several: true } as never)],
    },
    { name: 'given', slow: true, read: (text) => readGiven(text, today) },
    {
      name: 'masker',
      slow: true,
      length: LONGEST_BRIEF,
      read: (text) => masker.find(text, { amounts: true, language: 'fr' }),
    },
    { name: 'availability', slow: true, read: (text) => readClauses(plainText(text), day) },
    { name: 'text', ...french, read: (text) => readText(anew(text)).tokens },
    { name: 'values', ...french, read: (text) => readFigures(anew(text)) },
    { name: 'sums', ...french, read: (text) => readSums(text, readValues(anew(text))) },
    { name: 'sentences', ...french, read: sentencesOf },
    { name: 'articles', ...french, read: articlesIn },
    { name: 'words', ...french, read: (text) => [words(text), indexTerms(text), fold(text), visibleText(text)] },
    { name: 'typography', ...french, read: frenchTypography },
    { name: 'markdown', slow: true, length: 10_000, read: plainMarkdown },
    { name: 'lint', ...rewording, read: (text) => reworder.lint(text) },
    { name: 'to buyer', ...rewording, read: (text) => reworder.reword(text, 'to_buyer', 'fr') },
    { name: 'to prescriber', ...rewording, read: (text) => reworder.reword(text, 'to_prescriber', 'fr') },
    { name: 'fidelity', ...rewording, read: (text) => checkFidelity(text, `${text.slice(9)} Il en faut 7.`) },
  ];
});

/** Milliseconds of this process's processor: a busy machine takes longer by the clock, and hardly more by this. */
async function costOf(read: Reader['read'], text: string): Promise<number> {
  const spent = startProcessorClock();
  await read(text);
  return spent();
}

const repeated = (fragment: string, length: number): string =>
  fragment.repeat(Math.ceil(length / fragment.length)).slice(0, length);

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Undefined within the bars. What looks above them is measured again, up to three times: a busy machine is not above all three. */
async function failureOf({ read, name, length = LENGTH }: Reader, fragment: string): Promise<string | undefined> {
  const [half, whole] = [repeated(fragment, length / 2), repeated(fragment, length)];
  const isWithin = (short: number, long: number) =>
    long <= MEASURABLE_MS || (long <= LONGEST_MS && long / short <= STEEPEST);
  let long = await costOf(read, whole);
  if (long <= MEASURABLE_MS) return undefined;
  let short = await costOf(read, half);
  for (let round = 0; round < 3 && !isWithin(short, long); round++) {
    const costs: [short: number, long: number][] = [];
    while (costs.length < 5) costs.push([await costOf(read, half), await costOf(read, whole)]);
    [short, long] = [median(costs.map(([one]) => one)), median(costs.map(([, other]) => other))];
  }
  if (isWithin(short, long)) return undefined;
  return `${name} ${JSON.stringify(fragment)}: ${Math.round(short)} ms, then ${Math.round(long)} ms at ${length}`;
}

it(
  'nothing that is typed is read in more than linear time, nor in more than 300 ms',
  async () => {
    const failures: string[] = [];
    for (const [index, fragment] of adversarialFragments(FRAGMENTS, createRandom(SEED)).entries())
      for (const [rank, reader] of readers.entries()) {
        if (reader.slow === true && index >= EVERYWHERE && index % SHARE !== rank % SHARE) continue;
        const failure = await failureOf(reader, fragment);
        if (failure !== undefined) failures.push(failure);
      }
    expect(failures).toEqual([]);
  },
  NIGHTLY ? 7_200_000 : 900_000,
);
