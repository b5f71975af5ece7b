// One thing: all that answers, composed once, each part after those it leans on.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause, setImmediate } from 'node:timers/promises';
import { type ArticleOn, createArticleOn } from '../src/answering/article-at-hand.ts';
import { createLeads } from '../src/answering/leads.ts';
import { createMemory, LIFETIME_MS, type Memory } from '../src/answering/memory.ts';
import { createModes } from '../src/answering/mode.ts';
import type { Config } from '../src/config/config.ts';
import { openCorpus } from '../src/corpus/open-corpus.ts';
import { formatProblem } from '../src/corpus/problem.ts';
import type { Corpus } from '../src/corpus/read-corpus.ts';
import { parisDay } from '../src/days/iso-date.ts';
import { readHolidays } from '../src/days/public-holidays.ts';
import { createRankNext } from '../src/dialogue/next-question.ts';
import { createSpeaks, speaksOf } from '../src/dialogue/speaks-of.ts';
import { createReadTurn } from '../src/dialogue/turn.ts';
import type { OpenChanges } from '../src/law/open-changes.ts';
import type { Logger } from '../src/log.ts';
import type { Masker } from '../src/masking/finding.ts';
import {
  loadQuestionEmbedder,
  loadQuestionMeans,
  loadQuestionRows,
  loadServedEmbedder,
} from '../src/model/join-embedders.ts';
import type { LocalEmbedder } from '../src/model/local-embedder.ts';
import { type Assistant, type AssistantParts, createAssistant } from '../src/respond.ts';
import { createToldCase, type ToldCase } from '../src/retrieval/cases/told-case.ts';
import { corpusDocuments } from '../src/retrieval/corpus-documents.ts';
import type { IndexDocument } from '../src/retrieval/document.ts';
import { createLexiconMatcher } from '../src/retrieval/expand.ts';
import { scoreHybrid } from '../src/retrieval/hybrid.ts';
import { type OpenedIndex, openIndex } from '../src/retrieval/open-index.ts';
import { createOwnSearch } from '../src/retrieval/own-passages.ts';
import type { OwnRecords } from '../src/retrieval/own-records.ts';
import { createJudge, type Judge } from '../src/retrieval/pair/judge.ts';
import { createKeptReadings } from '../src/retrieval/pair/kept-readings.ts';
import { fittedPairs } from '../src/retrieval/pair/model.ts';
import { createQuestionMeans } from '../src/retrieval/pair/question-means.ts';
import { createRetriever, type Retriever } from '../src/retrieval/retrieve.ts';
import { fittedSettings, type RetrievalSettings } from '../src/retrieval/settings.ts';
import { createSpelling } from '../src/retrieval/spelling.ts';
import { createAgreements } from '../src/rewording/agreement/agreements.ts';
import { createInterpreting } from '../src/rewording/interpret.ts';
import { createLearnt } from '../src/rewording/learnt.ts';
import type { Interpreting } from '../src/rewording/port/interpreting.ts';
import { createReworderSliced, type Reworder } from '../src/rewording/reword.ts';
import type { LocalRulesOf } from '../src/rules/local/local-rules.ts';
import { createReckon } from '../src/rules/reckon.ts';
import { inSlices, type Made, madeOnce } from '../src/sliced.ts';
import type { Store } from '../src/store/store.ts';
import { saveKeptYaml } from '../src/yaml.ts';
import { composeForms } from './compose-forms.ts';
import { composeLeaning, composeQuotes } from './compose-law.ts';
import { composeLocal } from './compose-local.ts';
import { composeMaskerSliced } from './compose-masker.ts';
import type { ComposedModel, ModelOptions } from './compose-model.ts';
import { openOwn } from './own-documents.ts';
import { takeMade } from './take-made.ts';

/** From the start to the first moment that nobody waits. */
const QUIET_MS = 2_000;
export const SAMPLE = 'Achat de bancs, 1 000 € HT';
/** Dialogues remembered, and for how long after their last line. */
const DIALOGUES = { conversations: 5000, lifetimeMs: LIFETIME_MS };

/** What is read and never written: compositions of one corpus, folder and day may share it. */
export interface Reading {
  readonly corpus: Corpus;
  readonly embedder: LocalEmbedder;
  readonly opened: OpenedIndex;
  readonly judge: Judge;
  readonly toldCase: ToldCase;
  /** The organisation's own documents. */
  readonly own: OwnRecords;
  readonly documents: readonly IndexDocument[];
  /** Hides identities; its lists are read at the first call. @throws with every problem of the lists */
  readonly masker: Made<Masker>;
}

export interface Composed {
  /** What the assistant is made of: whoever learns how it chooses takes one away. */
  readonly parts: AssistantParts;
  readonly reading: Reading;
  readonly corpus: Corpus;
  readonly embedder: LocalEmbedder;
  readonly opened: OpenedIndex;
  readonly retriever: Retriever;
  readonly memory: Memory;
  readonly assistant: Assistant;
  /** The same without what is of one body alone: its own documents and rules. */
  readonly openAssistant: Assistant;
  readonly reworder: Reworder;
  /** The internal rules of each body. */
  readonly local: LocalRulesOf;
  /** An article by its number. */
  readonly article: ArticleOn;
  /** What of the law changed and nobody has read yet, where that is kept. */
  readonly changes?: OpenChanges | undefined;
  /** Undefined where no model is configured. */
  readonly model: ComposedModel | undefined;
  /** Makes ready what the first answers would wait for, while nobody asks; given up where the process stops before. */
  warm(signal: AbortSignal): Promise<void>;
  /** The masking lists and the calendar, which hand-overs wait for. @throws as `Reading.masker` */
  readyToHand(): Promise<void>;
  /** The longest of it alone, for whoever must answer within seconds from the first message on. */
  ready(): Promise<void>;
}

interface ReadOptions {
  readonly now?: () => Date;
  readonly settings?: RetrievalSettings;
  readonly force?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Corpus, embedders and index. @throws with every problem of the corpus */
async function read(config: Config, log: Logger, options: ReadOptions): Promise<Reading> {
  const { now = () => new Date(), settings = fittedSettings, force, onProgress } = options;
  takeMade(config.data);
  const corpus = readCheckedCorpus(config, log);
  const embedder = loadServedEmbedder();
  const documents = corpusDocuments(corpus, parisDay(now()));
  const opened = await openIndex({
    directory: config.data,
    documents,
    embed: embedder,
    settings,
    ...(force === undefined ? {} : { force }),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  if (opened.rebuilt !== undefined) log.info({ reason: opened.rebuilt.kind }, opened.rebuilt.message);
  if (opened.notKept !== undefined) log.warn({ folder: config.data }, `the index could not be kept: ${opened.notKept}`);
  warnOfOverdue(corpus, parisDay(now()), log);
  const { fiches } = corpus;
  const own = loadQuestionRows();
  const asked = loadQuestionEmbedder(own);
  const means = createQuestionMeans(fiches, own, loadQuestionMeans());
  const kept = createKeptReadings(join(config.data, 'questions.bin'), opened.fingerprint, fiches, asked);
  const judge = createJudge({ fiches, lexical: opened.index.lexical, embed: asked, means, model: fittedPairs, kept });
  const { rarity } = opened.index.lexical;
  return {
    corpus,
    embedder,
    opened,
    judge,
    toldCase: createToldCase({ embed: asked, rarityOf: rarity, figures: corpus.figures }),
    own: await openOwn(config, embedder.dimensions),
    documents,
    masker: madeOnce(() => composeMaskerSliced(config, corpus, log)),
  };
}

/** The only wiring: corpus, embedder, index, retriever, memory, assistant. @throws with every problem of the corpus */
export async function compose(
  config: Config,
  log: Logger,
  options: ReadOptions & {
    /** Where what a language model uses is kept. */
    readonly store?: Pick<Store, 'modelUsage'>;
    /** What another composition of the same corpus, folder and day has read. */
    readonly reading?: Reading;
    /** What of the law changed and nobody has read yet. */
    readonly changes?: OpenChanges;
  } = {},
): Promise<Composed> {
  const now = options.now ?? (() => new Date());
  const settings = options.settings ?? fittedSettings;
  const reading = options.reading ?? (await read(config, log, options));
  const { corpus, embedder, opened, judge, toldCase, documents } = reading;
  const local = composeLocal(config);
  const model = await modelOf({
    config,
    corpus,
    store: options.store,
    log,
    now,
    masker: reading.masker,
    search: { documents, settings, onProgress: options.onProgress ?? (() => undefined) },
  });
  const lexicon = createLexiconMatcher(corpus.lexicon);
  const retriever = createRetriever({
    index: opened.index,
    judge,
    embed: embedder,
    spelling: createSpelling(opened.index.words, embedder.knows),
    lexicon,
    settings,
    own: ownSearch(reading, settings.denseWeight, log),
    rank: model?.rank,
  });
  const speaks = createSpeaks(config.knowledge);
  const memory = createMemory({ ...DIALOGUES, now: () => now().getTime() });
  const plain = reworderOnFirstUse(config.knowledge, corpus);
  const reworder = model?.reworder(plain) ?? plain;
  const article = createArticleOn(corpus, () => composeLeaning(config.knowledge, corpus), {
    changes: options.changes,
    quote: composeQuotes(config, corpus, now),
  });
  const parts: AssistantParts = {
    corpus,
    retriever,
    memory,
    modes: createModes(config.knowledge),
    toldCase,
    reworder,
    now,
    readTurn: createReadTurn(config.knowledge),
    rankNext: createRankNext(config.knowledge),
    speaks: (text) => speaksOf(speaks(), text),
    reckon: createReckon(config.knowledge, corpus.figures, local),
    leads: createLeads(config.knowledge),
    article,
    changes: options.changes,
    voice: model?.voice,
    log,
  };
  // The first rewording compiles the patterns and reads the rules, two seconds that others are answered in; the next are made at once.
  const ready = async () => {
    await reading.masker.ahead();
    await lexicon.ahead();
    await plain.ahead();
    await plain.reword(SAMPLE, 'to_buyer', 'fr');
    saveKeptYaml();
  };
  return {
    parts,
    reading,
    corpus,
    embedder,
    opened,
    retriever,
    memory,
    reworder,
    local,
    article,
    changes: options.changes,
    model,
    ready,
    readyToHand: async () => {
      await reading.masker.ahead();
      await inSlices(readHolidays(now().getFullYear()));
    },
    warm: (signal) => judge.warm(signal).then(() => inQuiet(signal, ready)),
    assistant: createAssistant(parts),
    openAssistant: createAssistant({
      ...parts,
      retriever: withoutOwn(retriever),
      reckon: createReckon(config.knowledge, corpus.figures, undefined),
    }),
  };
}

/** After the first page has been served, and not at all where the process is soon told to stop. */
async function inQuiet(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  await pause(QUIET_MS, undefined, { ref: false, signal }).catch(() => undefined);
  if (!signal.aborted) await work();
}

/** Its patterns take as long to compile as all the rest: whoever only asks does not wait for them. */
function reworderOnFirstUse(knowledge: string, corpus: Corpus): Reworder & { ahead(): Promise<void> } {
  const forms = composeForms(knowledge, corpus);
  const reworder = madeOnce(() => createReworderSliced(corpus, createLearnt(knowledge), forms));
  return {
    ahead: async () => {
      await reworder.ahead();
      await forms.ahead();
      forms.findCpv(SAMPLE, { concepts: [] });
      await setImmediate();
    },
    guess: (text) => reworder().guess(text),
    reword: (...args) => reworder().reword(...args),
    lint: (text) => reworder().lint(text),
    ask: (...args) => reworder().ask(...args),
  };
}

/** Fiches that say what a passage of an organisation's own document is about. */
const SUBJECTS = 28;

/** How what is an organisation's own is found. */
export function ownSearch(
  { own: records, opened: { index }, embedder: embed }: Pick<Reading, 'own' | 'opened' | 'embedder'>,
  denseWeight: number,
  log: Pick<Logger, 'warn'>,
) {
  return createOwnSearch({
    records,
    lexical: index.lexical,
    embed,
    find: (text, terms) =>
      scoreHybrid(index, embed, { terms: new Map(terms.map((term) => [term, 1])), text }, denseWeight, SUBJECTS),
    denseWeight,
    onDown: ({ reason }) => log.warn({ reason }, 'own documents cannot be searched: answered without them'),
  });
}

/** Finds what is for all: no document of an organisation. */
function withoutOwn(retriever: Retriever): Retriever {
  return {
    ...retriever,
    retrieve: async (query) => ({ ...(await retriever.retrieve(query)), own: [] }),
  };
}

/** A model's part, loaded only where one is configured: without it nothing is read, and the start is as quick. */
async function modelOf(
  options: Omit<ModelOptions, 'config' | 'masker'> & { readonly config: Config } & Pick<Reading, 'masker'>,
): Promise<ComposedModel | undefined> {
  const { model, ...config } = options.config;
  if (model === undefined) return undefined;
  const { composeModel } = await import('./compose-model.ts');
  return composeModel({ ...options, config: { ...config, model }, masker: options.masker() });
}

export function composeInterpreting(reworder: Reworder, store: Store, log: Logger | undefined): Interpreting {
  return createInterpreting(reworder, createAgreements({ store, now: () => new Date(), newId: randomUUID }), log);
}

/** The corpus that is served. @throws with every problem of it */
export function readCheckedCorpus({ knowledge, data }: Pick<Config, 'knowledge' | 'data'>, log?: Logger): Corpus {
  const { corpus, problems, notKept } = openCorpus(knowledge, data);
  if (notKept !== undefined) log?.warn({ folder: data }, `the corpus that was read could not be kept: ${notKept}`);
  if (problems.length > 0)
    throw new Error(
      `The corpus in ${knowledge} has ${problems.length} problem(s):\n  ${problems.map(formatProblem).join('\n  ')}`,
    );
  return corpus;
}

function warnOfOverdue(corpus: Corpus, today: string, log: Logger): void {
  const overdue = corpus.fiches.filter((fiche) => fiche.review_before < today).map((fiche) => fiche.id);
  const figures = [...corpus.figures.values()]
    .filter((figure) => (figure.review_before ?? '9999') < today)
    .map((figure) => figure.key);
  if (overdue.length + figures.length > 0)
    log.warn({ fiches: overdue, figures }, 'past their review date: have them checked');
}
