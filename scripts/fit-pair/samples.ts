import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Fiche } from '../../src/corpus/fiche.ts';
import { phrasingsOf, withPhrasings } from '../../src/corpus/phrasings.ts';
import type { Corpus } from '../../src/corpus/read-corpus.ts';
import type { IsoDate } from '../../src/days/iso-date.ts';
import { words } from '../../src/french/words.ts';
import type { LocalEmbedder } from '../../src/model/local-embedder.ts';
import { createJudge, type FicheRows } from '../../src/retrieval/pair/judge.ts';
import type { PairModel } from '../../src/retrieval/pair/model.ts';
import type { RetrievalSettings } from '../../src/retrieval/settings.ts';
import { createRandom, pick, type Random, shuffled } from '../random.ts';
import { retrieverOver } from '../train-embedder/retriever-over.ts';

/** One text, asked while it stands in no index, with the rows of what was found. */
export interface Sample {
  readonly text: string;
  /** `asked`: a way of asking a question; `written`: one beside the corpus; `near`: a question that must not be taken for it; `outside`: of no fiche. */
  readonly kind: 'asked' | 'written' | 'near' | 'outside';
  readonly fiche: string | undefined;
  readonly question: number | undefined;
  /** Fifth of the fiches it belongs to: a model that judges it has seen no fiche of the fifth. */
  readonly fold: number;
  readonly found: readonly FicheRows[];
}

const FOLDS = 5;
const ASKED = 5000;
/** Ways of asking written beside the corpus, which no index ever holds: asked as a stranger's question is. */
const WRITTEN = 'knowledge/modele/tournures.jsonl';
const MOST_WRITTEN = 3000;
const writtenSchema = z.object({ fiche: z.string(), question: z.string(), text: z.string() });
const SALADS = 300;
const SEED = 11;

/** The fifth that a text, or an id, belongs to. */
export const foldOf = (id: string): number => createHash('sha256').update(id).digest().readUInt32BE(0) % FOLDS;

/** Ways of asking, each held back from the index it is asked of, with neighbours, what is outside, and words at random. */
export async function drawSamples(
  corpus: Corpus,
  at: IsoDate,
  embed: LocalEmbedder,
  settings: RetrievalSettings,
  model: PairModel,
): Promise<readonly Sample[]> {
  const random = createRandom(SEED);
  const asked = shuffled(corpus.fiches.flatMap(askedOf), random).slice(0, ASKED);
  const texts = [...asked, ...corpus.fiches.flatMap(nearOf), ...outsideOf(corpus, random)];
  const samples: Sample[] = [];
  for (let held = 0; held < FOLDS; held++) {
    const kept = without(corpus, held);
    const retriever = (await retrieverOver(kept, at, embed, settings))(settings.denseWeight);
    const judge = createJudge({ fiches: kept.fiches, lexical: retriever.lexical, embed, model });
    for (const one of texts.filter(({ text }) => foldOf(text) === held))
      samples.push({ ...one, found: await judge.rows(await retriever.retrieve({ text: one.text })) });
  }
  const retriever = (await retrieverOver(corpus, at, embed, settings))(settings.denseWeight);
  const judge = createJudge({ fiches: corpus.fiches, lexical: retriever.lexical, embed, model });
  for (const one of shuffled(writtenOf(corpus), random).slice(0, MOST_WRITTEN))
    samples.push({ ...one, found: await judge.rows(await retriever.retrieve({ text: one.text })) });
  return samples;
}

type Text = Omit<Sample, 'found'>;

function askedOf(fiche: Fiche): readonly Text[] {
  return phrasingsOf(fiche)
    .filter(({ text, question }) => fiche.questions[question]?.ask !== text)
    .map(({ text, question }) => ({ text, kind: 'asked', fiche: fiche.id, question, fold: foldOf(fiche.id) }));
}

/** Of questions that are still there. */
function writtenOf(corpus: Corpus): readonly Text[] {
  const lines = readFileSync(WRITTEN, 'utf8').split('\n');
  return lines
    .filter((line) => line !== '')
    .map((line) => writtenSchema.parse(JSON.parse(line)))
    .flatMap(({ fiche: id, question: named, text }): readonly Text[] => {
      const fiche = corpus.fiches.find((one) => one.id === id);
      const question = fiche?.questions.findIndex((one) => one.id === named) ?? -1;
      return question < 0 ? [] : [{ text, kind: 'written', fiche: id, question, fold: foldOf(id) }];
    });
}

function nearOf(fiche: Fiche): readonly Text[] {
  return fiche.questions.flatMap(({ not_this }, question) =>
    not_this.map((text) => ({ text, kind: 'near' as const, fiche: fiche.id, question, fold: foldOf(fiche.id) })),
  );
}

/** What themes of the perimeter are asked by, and a few words of the corpus in no order: neither asks about a fiche. */
function outsideOf(corpus: Corpus, random: Random): readonly Text[] {
  const vocabulary = corpus.boundaries.flatMap(({ questions }) => questions.flatMap((text) => [...words(text)]));
  const salads = Array.from({ length: SALADS }, () =>
    Array.from({ length: 1 + Math.floor(random() * 5) }, () => pick(vocabulary, random) ?? '').join(' '),
  );
  return [...corpus.boundaries.flatMap(({ questions }) => questions), ...salads].map((text) => ({
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
