import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Fiche } from '../../src/corpus/fiche.ts';
import { phrasingsOf, withPhrasings } from '../../src/corpus/phrasings.ts';
import type { Corpus } from '../../src/corpus/read-corpus.ts';
import type { IsoDate } from '../../src/days/iso-date.ts';
import { words } from '../../src/french/words.ts';
import { loadQuestionEmbedder } from '../../src/model/join-embedders.ts';
import type { LocalEmbedder } from '../../src/model/local-embedder.ts';
import { createJudge, type FicheRows } from '../../src/retrieval/pair/judge.ts';
import type { PairModel } from '../../src/retrieval/pair/model.ts';
import { createQuestionMeans } from '../../src/retrieval/pair/question-means.ts';
import type { RetrievalSettings } from '../../src/retrieval/settings.ts';
import { createRandom, pick, type Random, shuffled } from '../random.ts';
import { readCases } from '../read-cases.ts';
import { embedderOf, questionRows } from '../train-embedder/question-rows.ts';
import { retrieverOver } from '../train-embedder/retriever-over.ts';
import { readWritten, readWrittenTurned, type WrittenTurned } from '../written.ts';

/** One text, asked while it stands in no index, with the rows of what was found. */
export interface Sample {
  readonly text: string;
  /** `asked`: a way of asking a question; `written`: one beside the corpus; `turned`: the other way round; `near`: a question that must not be taken for it; `outside`: of no fiche. */
  readonly kind: 'asked' | 'written' | 'turned' | 'near' | 'outside';
  /** Of what is turned round: the yes or the no that it wants. */
  readonly wants?: WrittenTurned['verdict'];
  readonly fiche: string | undefined;
  readonly question: number | undefined;
  /** Fifth of the fiches it belongs to: a model that judges it has seen no fiche of the fifth. */
  readonly fold: number;
  readonly found: readonly FicheRows[];
}

const FOLDS = 5;
/** The fifth of the texts that are asked: nothing else has learnt from them, the embedder that tells questions apart included. */
export const HELD = 0;
const ASKED = 4000;
const MOST_WRITTEN = 2500;
const MOST_TURNED = 2000;
const SALADS = 300;
const SEED = 11;

/** The fifth that a text, or an id, belongs to. */
export const foldOf = (id: string): number => createHash('sha256').update(id).digest().readUInt32BE(0) % FOLDS;

/** Rows and means that have seen no text of that fifth, but for the questions as they are shown. */
export function heldBackRows(corpus: Corpus, at: IsoDate) {
  const asks = new Set(corpus.fiches.flatMap(({ questions }) => questions.map(({ ask }) => ask)));
  const { rows, means } = questionRows(corpus, at, (text) => asks.has(text) || foldOf(text) !== HELD);
  return { rows: embedderOf(rows), means: embedderOf(means) };
}

/** Ways of asking, each held back from the index it is asked of, with neighbours, what is outside, and words at random. */
export async function drawSamples(
  corpus: Corpus,
  at: IsoDate,
  embed: LocalEmbedder,
  settings: RetrievalSettings,
  model: PairModel,
): Promise<readonly Sample[]> {
  const random = createRandom(SEED);
  const { rows, means } = heldBackRows(corpus, at);
  const isHeld = ({ text }: Text) => foldOf(text) === HELD;
  const texts = [
    ...shuffled(corpus.fiches.flatMap(askedOf).filter(isHeld), random).slice(0, ASKED),
    ...shuffled(writtenOf(corpus).filter(isHeld), random).slice(0, MOST_WRITTEN),
    ...shuffled(turnedOf(corpus).filter(isHeld), random).slice(0, MOST_TURNED),
    ...corpus.fiches.flatMap(nearOf),
    ...outsideOf(corpus, random),
  ];
  const { fiches } = without(corpus, HELD);
  const retriever = (await retrieverOver(without(corpus, HELD), at, embed, settings))(settings.denseWeight);
  const judge = createJudge({
    fiches,
    lexical: retriever.lexical,
    embed: loadQuestionEmbedder(rows),
    means: createQuestionMeans(fiches, rows, means),
    model,
  });
  const samples: Sample[] = [];
  for (const one of texts)
    samples.push({ ...one, found: await judge.rows(await retriever.retrieve({ text: one.text })) });
  return samples;
}

type Text = Omit<Sample, 'found'>;

function askedOf(fiche: Fiche): readonly Text[] {
  return phrasingsOf(fiche)
    .filter(({ text, question }) => fiche.questions[question]?.ask !== text)
    .map(({ text, question }) => {
      return { text, kind: 'asked', fiche: fiche.id, question, fold: foldOf(fiche.id) };
    });
}

function writtenOf(corpus: Corpus): readonly Text[] {
  return readWritten(corpus).map((one) => ({
    ...one,
    kind: 'written',
    fold: foldOf(one.fiche),
  }));
}

function turnedOf(corpus: Corpus): readonly Text[] {
  return readWrittenTurned(corpus).map(({ verdict, ...one }) => ({
    ...one,
    wants: verdict,
    kind: 'turned',
    fold: foldOf(one.fiche),
  }));
}

/** No index ever holds them. */
function nearOf(fiche: Fiche): readonly Text[] {
  return fiche.questions.flatMap(({ not_this }, question) =>
    not_this.map((text) => {
      return { text, kind: 'near' as const, fiche: fiche.id, question, fold: foldOf(fiche.id) };
    }),
  );
}

/** Labelled messages: some are about something else than purchasing, some ask nothing. */
const MESSAGES = 'knowledge/modes/messages.jsonl';
const messageSchema = z.object({ text: z.string(), mode: z.string() });
const NOT_OURS = ['outside', 'nothing'];

/** What themes of the perimeter and labelled messages ask, and a few words of the corpus in no order: none asks about a fiche. */
function outsideOf(corpus: Corpus, random: Random): readonly Text[] {
  const vocabulary = corpus.boundaries.flatMap(({ questions }) => questions.flatMap((text) => [...words(text)]));
  const salads = Array.from({ length: SALADS }, () =>
    Array.from({ length: 1 + Math.floor(random() * 5) }, () => pick(vocabulary, random) ?? '').join(' '),
  );
  const themes = corpus.boundaries.flatMap(({ questions }) => questions.filter((text) => foldOf(text) === HELD));
  const messages = readCases(MESSAGES, messageSchema).flatMap(({ text, mode }) =>
    NOT_OURS.includes(mode) ? [text] : [],
  );
  return [...themes, ...messages, ...salads].map((text) => ({
    text,
    kind: 'outside',
    fiche: undefined,
    question: undefined,
    fold: foldOf(text),
  }));
}

/** The corpus and the perimeter as nobody had asked what is of one fifth. */
export function without(corpus: Corpus, held: number): Corpus {
  return {
    ...corpus,
    fiches: corpus.fiches.map((fiche) => {
      const asks = new Set(fiche.questions.map(({ ask }) => ask));
      return withPhrasings(fiche, (text) => asks.has(text) || foldOf(text) !== held);
    }),
    boundaries: corpus.boundaries.map((boundary) => ({
      ...boundary,
      questions: boundary.questions.filter((text) => foldOf(text) !== held),
    })),
  };
}
