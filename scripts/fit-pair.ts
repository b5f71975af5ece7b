import { writeFileSync } from 'node:fs';
import type { Verdict } from '../src/corpus/question.ts';
import type { Corpus } from '../src/corpus/read-corpus.ts';
import type { IsoDate } from '../src/days/iso-date.ts';
import type { LocalEmbedder } from '../src/model/local-embedder.ts';
import { FEATURES, type Feature } from '../src/retrieval/pair/features.ts';
import { type Judged, judgeRows } from '../src/retrieval/pair/judge.ts';
import { calibrated, fittedPairs, highest, type PairModel } from '../src/retrieval/pair/model.ts';
import type { RetrievalSettings } from '../src/retrieval/settings.ts';
import { type Contest, fitNet } from './fit-pair/net.ts';
import { fitContests, fitLogistic } from './fit-pair/regress.ts';
import { drawSamples, type Sample } from './fit-pair/samples.ts';

const FILE = 'src/retrieval/pair/fitted.json';
const FOLDS = 5;
const PULL = 3;
/** Steps of the calibration: of equal mass, so that each is known about as well. */
const STEPS = 12;
const BINS = 10;

/** All but what sets a question apart from the others of its fiche, which a fiche as a whole does not have. */
const OF_ITSELF: readonly Feature[] = FEATURES.filter(
  (name) => !/^(?:apart|wordsOwn|wordsTell|kindShare|leadApart|leadWordsOwn|leadWordsTell)/.test(name),
);
const OF_FICHE: readonly Feature[] = OF_ITSELF.filter(
  (name) =>
    !/^(?:place|leadWithin|denied|numbers|facetsAgree|facetsUnasked|kindAlike|defines|opposed|sameSide|firmActs|regime)/.test(
      name,
    ),
);
const OF_QUESTION: readonly Feature[] = OF_ITSELF.filter(
  (name) =>
    !/^(?:score|lead|wordRank|meaningRank|agreed|concept|length|place|wordsUnknown|wordsTitle)/.test(name) ||
    name === 'leadWithin',
);
const OF_AMONG: readonly Feature[] = FEATURES.filter((name) => !name.startsWith('place'));
const EVEN: PairModel['calibration'] = [
  [0, 0],
  [1, 1],
];

/** Fits the judge of pairs on ways of asking held back from the index, writes it, and prints how far it can be believed. */
export async function fitPairs(
  corpus: Corpus,
  at: IsoDate,
  embed: LocalEmbedder,
  settings: RetrievalSettings,
): Promise<void> {
  const samples = await drawSamples(corpus, at, embed, settings, fittedPairs);
  console.log(`${samples.length} texts, each asked of an index without it`);
  const held: Held[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = fitModel(samples.filter((sample) => sample.fold !== fold));
    for (const sample of samples.filter((one) => one.fold === fold)) {
      const judged = judgeRows(sample.found, model);
      held.push({ sample, best: judged[0], place: judged.findIndex((one) => isOf(sample, one)) });
    }
  }
  const asked = held.filter(({ sample }) => sample.kind === 'asked');
  const others = Array.from({ length: FOLDS }, (_, fold) =>
    isotonic(asked.filter(({ sample }) => sample.fold !== fold)),
  );
  printPlaces(asked);
  for (const kind of ['written', 'turned'] as const) printPlaces(held.filter(({ sample }) => sample.kind === kind));
  printReliability(asked, others);
  printVerdicts(held, others);
  const calibration = isotonic(asked);
  const model = { ...fitModel(samples), calibration };
  // A pair of numbers on one line, as the formatter has it.
  const written = JSON.stringify(model, null, 2).replace(
    /\[\s{1,9}([\d.]{1,9}),\s{1,9}([\d.]{1,9})\s{1,9}\]/g,
    '[$1, $2]',
  );
  writeFileSync(FILE, `${written}\n`);
  console.log(`written to ${FILE}`);
}

interface Held {
  readonly sample: Sample;
  readonly best: Judged | undefined;
  /** Of the right question among all those judged, from 0; -1 where its fiche was not found. */
  readonly place: number;
}

const isOf = (sample: Sample, { fiche, question }: Judged): boolean =>
  fiche.id === sample.fiche && question === sample.question;

function fitModel(samples: readonly Sample[]): PairModel {
  // What is written beside the corpus is harder than what people ask: it teaches which question, not how sure to be.
  const settled = samples.filter(({ kind }) => kind === 'asked' || kind === 'outside');
  const fiche = fitLogistic(
    settled.flatMap(({ found, ...sample }) =>
      found.map((one) => ({ row: highest(one.rows), right: one.fiche.id === sample.fiche })),
    ),
    OF_FICHE,
    PULL,
  );
  const question = fitContests(
    contestsOf(settled).map(({ fiches, right: [own, right] }) => ({ rows: fiches[own] ?? [], right })),
    OF_QUESTION,
    PULL,
  );
  const among = fitNet(contestsOf(samples.filter(({ kind }) => kind !== 'near')), OF_AMONG);
  const first: PairModel = { fiche, question, among, verdict: { bias: 0, of: {} }, calibration: EVEN };
  const verdicts = samples.flatMap((sample) => {
    if (sample.kind === 'written') return [];
    const [best] = judgeRows(sample.found, first);
    const row = best && sample.found.find((one) => one.fiche === best.fiche)?.rows[best.question];
    const right = best && verdictRight(sample, best);
    return row === undefined || right === undefined ? [] : [{ row, right }];
  });
  return { ...first, verdict: fitLogistic(verdicts, OF_ITSELF, PULL) };
}

function contestsOf(samples: readonly Sample[]): readonly Contest[] {
  return samples.flatMap(({ found, question, ...sample }) => {
    const own = found.findIndex((one) => one.fiche.id === sample.fiche);
    return own < 0 || question === undefined
      ? []
      : [{ fiches: found.map(({ rows }) => rows), right: [own, question] as const }];
  });
}

/** Whether the yes or the no of what was found is the one wanted; undefined where it opens with neither. */
function verdictRight(sample: Sample, { fiche, question }: Judged): boolean | undefined {
  const said = fiche.questions[question]?.verdict;
  if (!isYesNo(said)) return undefined;
  const same = fiche.id === sample.fiche && sample.question !== undefined;
  if (sample.kind === 'near') return same && question === sample.question ? false : undefined;
  return same && (sample.wants ?? fiche.questions[sample.question ?? -1]?.verdict) === said;
}

function isYesNo(verdict: Verdict | undefined): boolean {
  return verdict === 'oui' || verdict === 'non';
}

/** How often the right question is the first of those judged, or among so many. */
function printPlaces(held: readonly Held[]): void {
  const among = (most: number) =>
    (held.filter(({ place }) => place >= 0 && place < most).length / held.length).toFixed(3);
  console.log(
    `the right question first ${among(1)}, among two ${among(2)}, among three ${among(3)}, found ${among(99)}`,
  );
}

/** The share right by step of the product, made to rise (pool adjacent violators). */
function isotonic(held: readonly Held[]): PairModel['calibration'] {
  const sorted = held
    .map((one) => ({ product: one.best?.confidence ?? 0, right: one.place === 0 ? 1 : 0 }))
    .sort((a, b) => a.product - b.product);
  const size = Math.ceil(sorted.length / STEPS);
  const pools: { product: number; right: number; mass: number }[] = [];
  for (let start = 0; start < sorted.length; start += size) {
    const step = sorted.slice(start, start + size);
    const mean = (key: 'product' | 'right') => step.reduce((sum, one) => sum + one[key], 0) / step.length;
    pools.push({ product: mean('product'), right: mean('right'), mass: step.length });
    for (let last = pools.at(-1), before = pools.at(-2); last && before && before.right > last.right; ) {
      const mass = last.mass + before.mass;
      const mixed = (key: 'product' | 'right') =>
        last && before ? (last[key] * last.mass + before[key] * before.mass) / mass : 0;
      pools.splice(-2, 2, { product: mixed('product'), right: mixed('right'), mass });
      [last, before] = [pools.at(-1), pools.at(-2)];
    }
  }
  const round = (x: number) => Math.round(x * 1e4) / 1e4;
  const points = pools.map(({ product, right }): [number, number] => [round(product), round(right)]);
  return [[0, 0], ...points, [1, Math.max(0.98, points.at(-1)?.[1] ?? 0)]];
}

/** @param calibrations one a fold, fitted on the others */
function printReliability(held: readonly Held[], calibrations: readonly PairModel['calibration'][]): void {
  const asked = held
    .map((one) => ({
      ...one,
      confidence: calibrated(calibrations[one.sample.fold] ?? EVEN, one.best?.confidence ?? 0),
      right: one.place === 0,
    }))
    .sort((a, b) => a.confidence - b.confidence);
  let error = 0;
  console.log('\nconfidence   ways of asking  right question  right fiche');
  const size = Math.ceil(asked.length / BINS);
  for (let start = 0; start < asked.length; start += size) {
    const bin = asked.slice(start, start + size);
    const share = (of: (one: (typeof bin)[number]) => boolean) => bin.filter(of).length / bin.length;
    const mean = bin.reduce((sum, { confidence }) => sum + confidence, 0) / bin.length;
    error += (bin.length / asked.length) * Math.abs(mean - share(({ right }) => right));
    console.log(
      `${mean.toFixed(3).padStart(10)} ${String(bin.length).padStart(16)} ${share(({ right }) => right)
        .toFixed(3)
        .padStart(15)} ${share(({ best, sample }) => best?.fiche.id === sample.fiche)
        .toFixed(3)
        .padStart(12)}`,
    );
  }
  console.log(`expected calibration error over ${asked.length}: ${error.toFixed(3)}`);
}

/** As `decide` has it: from where the question is the one asked, and its yes or no believed. */
const CERTAIN = 0.65;
const LEASTS = [0.5, 0.6, 0.7, 0.75, 0.8];

function printVerdicts(held: readonly Held[], calibrations: readonly PairModel['calibration'][]): void {
  const near = held.filter(({ sample }) => sample.kind === 'near');
  for (const least of LEASTS) {
    const opened = held.flatMap(({ sample, best }) => {
      const product = best?.confidence ?? 0;
      const isSure = calibrated(calibrations[sample.fold % calibrations.length] ?? EVEN, product) >= CERTAIN;
      const right = best?.alike && best.verdict >= least && isSure ? verdictRight(sample, best) : undefined;
      return right === undefined ? [] : [{ right, isNear: sample.kind === 'near' }];
    });
    const wrong = opened.filter(({ right }) => !right);
    console.log(
      `a yes or a no opens at ${least}: ${opened.length}, right ${(1 - wrong.length / Math.max(1, opened.length)).toFixed(3)}; of ${near.length} neighbours with their neighbour's: ${wrong.filter(({ isNear }) => isNear).length}`,
    );
  }
}
