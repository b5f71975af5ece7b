import { setImmediate } from 'node:timers/promises';
import type { Fiche } from '../../corpus/fiche.ts';
import { sentencesOf } from '../../french/sentences.ts';
import type { Embed } from '../../model/embed.ts';
import type { Hit } from '../hybrid.ts';
import type { LexicalIndex } from '../lexical-index.ts';
import { type Feature, pairRows, placeOf, type Row } from './features.ts';
import type { KeptReadings } from './kept-readings.ts';
import { calibrated, chance, highest, type PairModel, sharesOf, speak, weigh } from './model.ts';
import type { QuestionMeans } from './question-means.ts';
import { type FicheReading, readFiche } from './read-fiche.ts';
import { type Asking, asksAlike, readText } from './read-text.ts';

/** A question of the corpus held against what was asked. */
export interface Judged {
  readonly fiche: Fiche;
  /** Its position among those of the fiche. */
  readonly question: number;
  /** Calibrated probability that it is the one asked. */
  readonly confidence: number;
  /** Probability that its fiche is the one wanted, among questions of the corpus, what is outside of it, and words at random. */
  readonly inFiche: number;
  /** Probability that of the questions of its fiche it is the one asked. */
  readonly ofFiche: number;
  /** Probability that its yes or its no is the answer to what was asked. */
  readonly verdict: number;
  /** One of its ways of asking has the words of what was asked and no other, and turns them alike. */
  readonly same: boolean;
  /** It is asked for one kind of buyer, and none was named. */
  readonly narrower: boolean;
  /** It is asked under rules of their own (a crisis, defence, concessions), and none was named. */
  readonly special: boolean;
  /** It, or one of its ways of asking, asks for what was asked for: who, when, how much, a yes or a no. */
  readonly alike: boolean;
}

/** The rows of one fiche, one a question in their order. */
export interface FicheRows {
  readonly fiche: Fiche;
  readonly rows: readonly Row[];
  readonly same: readonly boolean[];
  readonly narrower: readonly boolean[];
  readonly alike: readonly boolean[];
}

/** What is judged: the text that was searched, and what was found, best first. */
interface Searched {
  readonly searched: string;
  readonly hits: readonly Hit[];
  /** Judged too, found or not. */
  readonly about?: readonly string[] | undefined;
}

export interface Judge {
  /** Every question of the best fiches, the likeliest first. */
  judge(searched: Searched): Promise<readonly Judged[]>;
  /** Reads every fiche, a little at a time: one that is read when it is first found costs that answer some milliseconds. */
  warm(signal?: AbortSignal): Promise<void>;
  /** What the model looks at, for its fitting. */
  rows(searched: Searched): Promise<readonly FicheRows[]>;
}

interface JudgeParts {
  readonly fiches: readonly Fiche[];
  readonly lexical: LexicalIndex;
  readonly embed: Embed;
  readonly means: QuestionMeans;
  readonly model: PairModel;
  /** Where all that was read is kept for the next start. */
  readonly kept?: KeptReadings;
}

/** Of those that the search found; those of the nearest questions come beside them. */
const FICHES = 5;
/** The last sentences of a story: what is asked is among them. */
const SENTENCES = 4;
/** What a list that does not hold the fiche stands for. */
const NO_RANK = 99;

/** Looks at the questions of the best fiches, one by one: is this the question that was asked? */
export function createJudge({ fiches, lexical, embed, means, model, kept }: JudgeParts): Judge {
  const byId = new Map(fiches.map((fiche) => [fiche.id, fiche]));
  const readings = new Map<string, Promise<FicheReading>>();
  let before: ((fiche: string) => FicheReading | undefined) | undefined;
  const readingOf = (fiche: Fiche) => {
    const unpacked = () => {
      const kept = before?.(fiche.id);
      return kept && Promise.resolve(kept);
    };
    const known = readings.get(fiche.id) ?? unpacked() ?? readFiche(fiche, embed, lexical.rarity);
    readings.set(fiche.id, known);
    return known;
  };

  async function rows({ searched, hits, about = [] }: Searched): Promise<readonly FicheRows[]> {
    const near = means.near(searched);
    const hitOf = new Map(hits.map((hit) => [hit.document.id, hit]));
    const found = [...hitOf.keys()].filter((id) => byId.has(id)).slice(0, FICHES);
    const best = [...new Set([...found, ...near.fiches, ...about])].flatMap((id) => byId.get(id) ?? []);
    const sentences = sentencesOf(searched).map(([from, to]) => searched.slice(from, to));
    const [vector = new Float32Array(embed.dimensions), ...others] = await embed.embed([
      searched,
      ...(sentences.length > 1 ? sentences.slice(-SENTENCES) : []),
    ]);
    const read = await Promise.all(
      best.map(async (fiche) => ({
        fiche,
        evidence: {
          ...evidenceOf(hitOf.get(fiche.id), hits),
          near: (question: number) => near.of(fiche.id, question),
          nearLead: (question: number) => near.lead(fiche.id, question),
        },
        reading: await readingOf(fiche),
      })),
    );
    const asked = readText(searched);
    const held = pairRows({ ...asked, vector, sentences: others }, read, lexical);
    return read.map(({ fiche, reading: { questions, said } }, place) => ({
      fiche,
      ...(held[place] ?? { rows: [], same: [] }),
      narrower: questions.map(({ ask }) => ask.facets.has('buyer') && !asked.facets.has('buyer')),
      alike: questions.map(({ ask, from, to }) => isAlike(asked, ask, said.asking.slice(from, to))),
    }));
  }

  return {
    rows,
    warm: async (signal) => {
      before = await kept?.read();
      if (before !== undefined) return;
      const all = new Map<string, FicheReading>();
      for (const fiche of fiches) {
        if (signal?.aborted === true) return;
        all.set(fiche.id, await readingOf(fiche));
        await setImmediate();
      }
      kept?.keep(all);
    },
    judge: async (searched) => judgeRows(await rows(searched), model),
  };
}

/** What a model says of the questions of the fiches found, the likeliest first. */
export function judgeRows(found: readonly FicheRows[], model: PairModel): readonly Judged[] {
  const seen = found.flatMap(({ fiche, rows, ...one }) => {
    const inFiche = chance(weigh(model.fiche, highest(rows)));
    const shares = sharesOf(rows.map((row) => weigh(model.question, row)));
    return rows.map((row, question) => {
      const ofFiche = shares[question] ?? 0;
      const product = inFiche * ofFiche;
      const is = (list: readonly boolean[]) => list[question] === true;
      const more = {
        same: is(one.same),
        narrower: is(one.narrower),
        special: (row[placeOf('regimeUnasked')] ?? 0) > 0,
        alike: is(one.alike),
      };
      return { fiche, question, inFiche, ofFiche, product, row, ...more };
    });
  });
  const among = sharesOf(seen.map(({ row }) => speak(model.among, row)));
  // Two judges, and their product orders: the steps of what is said stay those of the one that is calibrated.
  const said = seen.map(({ product }) => calibrated(model.calibration, product)).sort((a, b) => b - a);
  const likely = seen.map(({ product }, place) => product * (among[place] ?? 0));
  return [...seen.keys()]
    .sort((a, b) => (likely[b] ?? 0) - (likely[a] ?? 0))
    .flatMap((place, rank): readonly Judged[] => {
      const one = seen[place];
      if (one === undefined) return [];
      const { fiche, question, inFiche, ofFiche, same, narrower, special, alike, row } = one;
      const verdict = agrees(row) ? chance(weigh(model.verdict, row)) : 0;
      return [
        { fiche, question, confidence: said[rank] ?? 0, inFiche, ofFiche, verdict, same, narrower, special, alike },
      ];
    });
}

/**
 * What was asked names nothing that the question is turned against: its denial, the other of two sides, rules of their own. Another
 * contract or moment is left to what was learnt: of 686 questions of the sets to learn from, 23 of 24 that clash there opened right.
 */
function agrees(row: Row): boolean {
  const of = (name: Feature) => row[placeOf(name)] ?? 0;
  return of('denied') === 1 && of('opposed') + of('regimeUnasked') === 0;
}

/** The meaning of a word answers nothing but «what is it», whatever its ways of asking look like. */
function isAlike({ kind }: Asking, ask: Asking, said: readonly Asking[]): boolean {
  if (ask.kind === 'what') return kind === 'what' || kind === 'which';
  return asksAlike(kind, ask.kind) || said.some((one) => one.kind === kind);
}

function evidenceOf(hit: Hit | undefined, hits: readonly Hit[]) {
  const others = hits.filter((other) => other !== hit).map(({ score }) => score);
  const score = hit?.score ?? 0;
  return {
    score,
    lead: score - Math.max(0, ...others),
    wordRank: hit?.lexical?.rank ?? NO_RANK,
    meaningRank: hit?.dense?.rank ?? NO_RANK,
    concept: (hit?.concept ?? 0) > 0,
  };
}
