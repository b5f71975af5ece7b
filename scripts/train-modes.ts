import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createCandidates, isForHuman } from '../src/answering/candidate.ts';
import {
  MODE_FILES,
  MODES,
  type ModeShares,
  modeOfSearch,
  modeOfWords,
  searchFeatures,
  wordFeatures,
} from '../src/answering/mode.ts';
import { loadConfig } from '../src/config/config.ts';
import { readCpv } from '../src/corpus/cpv.ts';
import { labelsOf } from '../src/corpus/lexicon.ts';
import { phrasingsOf } from '../src/corpus/phrasings.ts';
import { parisDay } from '../src/days/iso-date.ts';
import { type LinearModel, writeLinearModel } from '../src/learned/linear-model.ts';
import { createLog } from '../src/log.ts';
import { loadQuestionEmbedder } from '../src/model/join-embedders.ts';
import { createJudge } from '../src/retrieval/pair/judge.ts';
import { fittedPairs } from '../src/retrieval/pair/model.ts';
import { createQuestionMeans } from '../src/retrieval/pair/question-means.ts';
import { fittedSettings } from '../src/retrieval/settings.ts';
import { readAskSet } from './ask-set.ts';
import { readCommandLine } from './command-line.ts';
import { compose } from './compose.ts';
import { type Example, type FitSettings, fitLinear, type Rows, slimmed } from './fit-linear.ts';
import { foldOf, HELD, heldBackRows, without } from './fit-pair/samples.ts';
import { GOLDEN, readGolden } from './golden.ts';
import { createRandom, pick, shuffled } from './random.ts';
import { retrieverOver } from './train-embedder/retriever-over.ts';
import { type Found, type Labelled, type Message, printModes, printThresholds } from './train-modes/report.ts';

/**
 * `npm run train:modes`: learns what a message wants (a rule, a person, something else, nothing) from `knowledge/modes/messages.jsonl`,
 * the golden questions, the themes of the perimeter, what departments say they need and one in so many ways of asking of the corpus; writes the weights beside, and
 * prints what they say of messages that they did not see, five parts in turn. First the words alone; then the words with what the
 * search found, on messages that the search does not hold. The same files give the same weights.
 */
const SEED = 7;
const FOLDS = 5;
const WORDS: FitSettings = { epochs: 10, rate: 0.5, pull: 1e-3, seldom: 2 };
const SEARCH: FitSettings = { epochs: 15, rate: 0.3, pull: 2e-3, seldom: 1 };
const SLIGHT = 0.1;
/** Of the corpus one way of asking in so many is learnt; a fifth of those asked of a search that does not hold them. */
const ONE_IN = 4;
const SALADS = 60;
const NAMES = 300;
/** Things that departments buy, as they call them, half of them with how many. */
const THINGS = 400;
/** How much a text counts beside a labelled message. */
const WEIGHTS = new Map([
  ['corpus', { words: 0.1, search: 0.2 }],
  ['perimeter', { words: 0.5, search: 0.6 }],
  ['lexicon', { words: 0.4, search: 0.8 }],
  ['need', { words: 0.5, search: 0.4 }],
  ['thing', { words: 0.15, search: 0.15 }],
  ['salad', { words: 0.2, search: 0.5 }],
]);
const LEARN = 'tests/golden/learn';
const ASKED = [
  'ask',
  'ask-2',
  'ask-3',
  'ask-4',
  'ask-5',
  'ask-6',
  'ask-7',
  'ask-8',
  'ask-9',
  'ask-10',
  'ask-11',
] as const;
const NEEDS = 'tests/golden/rewording/cpv';
const OF_GOLDEN = { answer: 'rule', escalate: 'human', out_of_scope: 'outside' } as const;
const OF_ASKED = {
  answer: 'rule',
  rule_with_limit: 'rule',
  human: 'human',
  outside: 'outside',
  greeting: 'nothing',
  clarify_or_answer: 'nothing',
} as const;

const messageSchema = z.strictObject({
  text: z.string().min(1),
  mode: z.enum(MODES),
  /** `blind`: written without sight of the product; `house`: for what it got wrong; `edge`: where a purchase looks private, or the reverse; `noise`: no question. */
  by: z.enum(['blind', 'house', 'edge', 'noise']),
});
const needSchema = z.object({ text: z.string() });
const nonsenseSchema = z.object({ text: z.string(), kind: z.string() });

readCommandLine('train:modes');
const config = loadConfig(process.env);
const { corpus, retriever, embedder } = await compose({ ...config, model: undefined }, createLog('warn'));
const folder = join(config.knowledge, 'modes');
const candidatesOf = createCandidates(corpus);
const messages = await findAll();
const seen = new Set(messages.map(({ text }) => text));
const known = textsOfCorpus()
  .filter(({ text }) => !seen.has(text))
  .map(exampleOf);

// The words of each message as weights that did not see it say them: what the second model learns from.
const words = heldBack((others) => {
  const model = modelOf(learnWords(others));
  return ({ text }) => modeOfWords({ words: model }, text);
});
printModes(messages, words, 'the words alone');
const search = heldBack((others) => {
  const model = modelOf(learnSearch(others));
  return (one) => modeOfSearch({ search: model }, sharesOf(one), one.found);
});
printModes(messages, search, 'the words and what the search found');
printThresholds(messages, search);

write(MODE_FILES.words, learnWords(messages));
write(MODE_FILES.search, learnSearch(messages));

/** Every labelled message, the golden questions and those of the sets to learn from, each with what the search found for it. */
async function findAll(): Promise<readonly Message[]> {
  const labelled = readLines(join(folder, 'messages.jsonl'))
    .map((one) => messageSchema.parse(one))
    .map(({ text, mode, by }) => ({ text, mode, from: by }));
  const golden = readGolden(GOLDEN).map(({ text, mode }) => ({ text, mode: OF_GOLDEN[mode], from: 'golden' }));
  const asked = ASKED.flatMap((set) =>
    readAskSet(`${LEARN}/${set}.jsonl`)
      .filter(({ turns }) => turns.length === 1)
      .map(({ turns, kind, expect }) => ({
        text: turns[0] ?? '',
        mode: kind === 'human' ? ('human' as const) : OF_ASKED[expect.mode],
        from: `learn/${set}`,
      })),
  );
  const nonsense = readLines(`${LEARN}/nonsense.jsonl`)
    .map((one) => nonsenseSchema.parse(one))
    .map(({ text, kind }) => ({
      text,
      mode: kind === 'other_trade' ? ('outside' as const) : ('nothing' as const),
      from: 'learn/nonsense',
    }));
  const labels = corpus.lexicon.flatMap((entry) => [...labelsOf(entry, 'service'), ...labelsOf(entry, 'achat')]);
  const named = labels.map((text) => ({ text, mode: 'rule' as const, from: 'lexicon' }));
  const short = shuffled(named, createRandom(SEED)).slice(0, NAMES);
  const found: (Labelled & Found)[] = [];
  for (const one of [...labelled, ...golden, ...asked, ...nonsense, ...short, ...needs()]) {
    const retrieval = await retriever.retrieve({ text: one.text });
    found.push({ ...one, found: { candidates: candidatesOf(retrieval), retrieval } });
  }
  const all = shuffled([...found, ...(await findHeldBack())], createRandom(SEED));
  return all.map((one, index) => ({ ...one, fold: index % FOLDS }));
}

function readLines(file: string): readonly unknown[] {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

/** What departments write that they need, and the bare things: to say what one wants to buy is never outside. */
function needs(): readonly Labelled[] {
  const random = createRandom(SEED);
  const said = ['learn', 'learn-messages'].flatMap((set) => readLines(`${NEEDS}/${set}.jsonl`));
  const things = [...readCpv(config.knowledge).usages.values()].flat();
  return [
    ...said.map((one) => ({ text: needSchema.parse(one).text, mode: 'rule' as const, from: 'need' })),
    ...shuffled(things, random)
      .slice(0, THINGS)
      .map((thing, index) => ({
        text: index % 2 === 0 ? thing : `${2 + Math.floor(random() * 50)} ${thing}`,
        mode: 'rule' as const,
        from: 'thing',
      })),
  ];
}

/** What the corpus and the perimeter are asked by, and what the lexicon calls things: `rule`, `human` or `outside` as it stands there. */
function textsOfCorpus(): readonly Labelled[] {
  const rules = corpus.fiches
    .flatMap((fiche) => phrasingsOf(fiche))
    .map(({ text }) => ({ text, mode: 'rule' as const, from: 'corpus' }));
  const themes = corpus.boundaries.flatMap((boundary) =>
    boundary.questions.map((text) => ({
      text,
      mode: isForHuman(boundary) ? ('human' as const) : ('outside' as const),
      from: 'perimeter',
    })),
  );
  return [...shuffled(rules, createRandom(SEED)).filter((_, index) => index % ONE_IN === 0), ...themes];
}

/** A fifth of them, and words of theirs in no order, each asked of a search that does not hold it. */
async function findHeldBack(): Promise<readonly (Labelled & Found)[]> {
  const at = parisDay(new Date());
  const kept = without(corpus, HELD);
  const { rows, means } = heldBackRows(corpus, at);
  const search = (await retrieverOver(kept, at, embedder, fittedSettings))(fittedSettings.denseWeight);
  const judge = createJudge({
    fiches: kept.fiches,
    lexical: search.lexical,
    embed: loadQuestionEmbedder(rows),
    means: createQuestionMeans(kept.fiches, rows, means),
    model: fittedPairs,
  });
  const texts = textsOfCorpus().filter(({ text }) => foldOf(text) === HELD);
  const found: (Labelled & Found)[] = [];
  for (const one of [...texts, ...saladsOf(texts)]) {
    const retrieval = await search.retrieve({ text: one.text });
    const judged = await judge.judge({ searched: retrieval.searched, hits: retrieval.hits });
    found.push({ ...one, found: { candidates: candidatesOf(retrieval), retrieval: { ...retrieval, judged } } });
  }
  return found;
}

function saladsOf(texts: readonly Labelled[]): readonly Labelled[] {
  const random = createRandom(SEED);
  const vocabulary = texts.flatMap(({ text }) => text.split(' '));
  return Array.from({ length: SALADS }, () => ({
    text: Array.from({ length: 3 + Math.floor(random() * 6) }, () => pick(vocabulary, random) ?? '').join(' '),
    mode: 'nothing' as const,
    from: 'salad',
  }));
}

function heldBack(learn: (others: readonly Message[]) => (one: Message) => ModeShares) {
  const shares = new Map<Message, ModeShares>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const read = learn(messages.filter((one) => one.fold !== fold));
    for (const one of messages) if (one.fold === fold) shares.set(one, read(one));
  }
  return shares;
}

function learnWords(list: readonly Message[]): Rows {
  const examples = [...list.map(exampleOf), ...known];
  return slimmed(fitLinear(examples, MODES, WORDS, createRandom(SEED)), SLIGHT);
}

function exampleOf({ text, mode, from }: Labelled): Example {
  return { features: wordFeatures(text), label: mode, weight: WEIGHTS.get(from)?.words ?? 1 };
}

function learnSearch(list: readonly Message[]): Rows {
  const examples = list.map((one) => ({
    features: searchFeatures(sharesOf(one), one.found),
    label: one.mode,
    weight: WEIGHTS.get(one.from)?.search ?? 1,
  }));
  return fitLinear(examples, MODES, SEARCH, createRandom(SEED));
}

function sharesOf(one: Message): ModeShares {
  const shares = words.get(one);
  if (shares === undefined) throw new Error(`no fold read «${one.text}»`);
  return shares;
}

function modelOf(rows: Rows): LinearModel {
  return { labels: MODES, weightsOf: (feature) => rows.get(feature) };
}

function write(file: string, rows: Rows): void {
  const text = writeLinearModel(MODES, rows);
  writeFileSync(join(folder, file), text);
  console.log(`${rows.size} features, ${Math.round(text.length / 1000)} kB in ${join(folder, file)}`);
}
