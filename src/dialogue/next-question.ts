import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Fiche } from '../corpus/fiche.ts';
import { answersTo, type Placed } from '../corpus/phrasings.ts';
import { indexTerms } from '../french/words.ts';
import { ownValue } from '../own-value.ts';
import type { Judged } from '../retrieval/pair/judge.ts';
import { sharesOf as sharesOfValues } from '../retrieval/pair/model.ts';
import { askingOf, asksAlike, type Kind } from '../retrieval/pair/read-text.ts';
import { stageOf } from './stage.ts';
import { TURNS_FOLDER } from './turn.ts';

/** A line that leans on what was being said, and what was found for it. */
export interface NextSight {
  readonly text: string;
  /** What was asked before, as typed. */
  readonly question: string;
  /** The fiche that was being spoken of, and the place in it of the question that was told. */
  readonly topic: Fiche;
  readonly told: number | undefined;
  readonly readings: Readonly<Record<Reading, readonly Judged[]>>;
}

/** A line read by itself; after what was asked before, as typed; after the question that was told, in the words of the corpus. */
const READINGS = ['alone', 'joined', 'told'] as const;
type Reading = (typeof READINGS)[number];

/** Where a question stands: it was told, is of the same fiche, of one related to it, or of another. */
const WHERE = ['told', 'same', 'beside', 'other'] as const;
type Where = (typeof WHERE)[number];

/** A question that the line may ask, with what is seen of it. */
export interface Next {
  readonly judged: Judged;
  readonly seen: Readonly<Record<string, number>>;
}

/** The questions that a line may ask, the likeliest first, each as sure as it is among them. */
export type RankNext = (sight: NextSight) => readonly Judged[];

/** What was learnt, in `knowledge/dialogue`: made by `npm run train:next`. */
export const LEARNT_NEXT = 'appris-suites.json';
const weightsSchema = z.record(z.string(), z.number());
export type NextWeights = z.infer<typeof weightsSchema>;

/** The weights are read at the first line; of a folder without them, what is found after what was asked before stands as it is. */
export function createRankNext(knowledge: string): RankNext {
  const file = join(knowledge, TURNS_FOLDER, LEARNT_NEXT);
  let weights: NextWeights | undefined;
  return (sight) => {
    if (weights === undefined && !existsSync(file)) return sight.readings.joined;
    weights ??= weightsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const all = nextQuestions(sight);
    const { kind } = askingOf(sight.text);
    const stage = stageOf(sight.text);
    const shares = sharesOf(all, weights);
    return all
      .map(({ judged, seen }, at) => {
        const ask = judged.fiche.questions[judged.question]?.ask ?? '';
        const alike = asksAlike(kind, askingOf(ask).kind);
        // What was told of the time before says nothing of the time after that the line names.
        const isPast = seen['where told'] === 1 && stage === 'behind' && stageOf(ask) === 'ahead';
        const confidence = isPast ? 0 : (shares[at] ?? 0);
        // Rules of their own and one kind of buyer are weighed already.
        return { ...judged, confidence, alike, narrower: false, special: false };
      })
      .sort((one, other) => other.confidence - one.confidence);
  };
}

/** How likely each is the one asked; they sum to one. */
export function sharesOf(all: readonly Pick<Next, 'seen'>[], weights: NextWeights): readonly number[] {
  return sharesOfValues(
    all.map(({ seen }) =>
      Object.entries(seen).reduce((sum, [name, value]) => sum + value * (ownValue(weights, name) ?? 0), 0),
    ),
  );
}

/** A line of so few new words says little by itself. */
const FEW = 1;
const MANY = 3;
/** What a reading that did not find a question stands for. */
const LAST = 60;
const NOT_OF = -3;
/** Kinds that no yes nor no answers. */
const OPEN: ReadonlySet<Kind> = new Set(['amount', 'time', 'who', 'how', 'why', 'what']);

/** Every question that a reading of the line found, or that stands beside the one that was told. */
export function nextQuestions({ text, question, topic, told, readings }: NextSight): readonly Next[] {
  const places = READINGS.map((reading) => [reading, placesOf(readings[reading])] as const);
  const all = new Map([readings.told, readings.alone, readings.joined].flatMap(entriesOf));
  const before = new Set(indexTerms(question));
  const fresh = [...new Set(indexTerms(text))].filter((term) => !before.has(term));
  const asking = askingOf(text);
  const isFew = fresh.length <= FEW;
  return [...all].map(([key, judged]) => {
    const { fiche, question: place } = judged;
    const where = whereIs(fiche, place, topic, told);
    const isOfTopic = where === 'told' || where === 'same';
    const ask = askingOf(fiche.questions[place]?.ask ?? '');
    const isSame = asking.kind === ask.kind;
    const terms = termsOf(fiche, place);
    const [inAsk, inAll] = [heldIn(fresh, terms.ask), heldIn(fresh, terms.all)];
    const seen: Record<string, number> = {
      [`where ${where}`]: 1,
      [`few ${where}`]: Number(isFew),
      [`none ${where}`]: Number(fresh.length === 0),
      [`many ${where}`]: Number(fresh.length >= MANY),
      alike: Number(asksAlike(asking.kind, ask.kind)),
      'alike told': Number(where === 'told' && asksAlike(asking.kind, ask.kind)),
      'same kind': Number(isSame && OPEN.has(asking.kind)),
      'other kind': Number(!isSame && OPEN.has(asking.kind)),
      firm: Number(asking.firmActs && ask.firmActs),
      'no firm': Number(asking.firmActs && !ask.firmActs),
      denied: Number(asking.denied && ask.denied),
      'in ask': inAsk,
      'all in ask': Number(inAsk === 1),
      'none in ask': Number(fresh.length > 0 && inAsk === 0),
      'in all': inAll,
      'all in all': Number(inAll === 1),
      'in ask told': where === 'told' ? inAsk : 0,
      'in ask same': where === 'same' ? inAsk : 0,
      special: Number(judged.special),
    };
    for (const [reading, found] of places) {
      const one = found.get(key);
      const of = one === undefined ? NOT_OF : oddsOf(one.ofFiche);
      const rank = -Math.log(Math.min(LAST, one?.rank ?? LAST));
      seen[`${reading} likely`] = oddsOf(one?.confidence ?? 0);
      seen[`${reading} in`] = oddsOf(one?.inFiche ?? 0);
      seen[`${reading} of`] = of;
      seen[`${reading} of topic`] = isOfTopic ? of : 0;
      seen[`${reading} rank`] = rank;
      seen[`${reading} rank few`] = isFew ? rank : 0;
      seen[`${reading} first`] = Number(one?.rank === 1);
    }
    return { judged, seen };
  });
}

function whereIs(fiche: Fiche, place: number, topic: Fiche, told: number | undefined): Where {
  if (fiche.id === topic.id) return place === told ? 'told' : 'same';
  return fiche.related.includes(topic.id) || topic.related.includes(fiche.id) ? 'beside' : 'other';
}

type Place = Pick<Judged, 'confidence' | 'inFiche' | 'ofFiche'> & { readonly rank: number };

function placesOf(judged: readonly Judged[]): ReadonlyMap<string, Place> {
  return new Map(judged.map((one, at) => [keyOf(one), { ...one, rank: at + 1 }]));
}

const entriesOf = (judged: readonly Judged[]) => judged.map((one) => [keyOf(one), one] as const);
const keyOf = ({ fiche, question }: Placed): string => `${fiche.id} ${question}`;

interface Terms {
  readonly ask: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
}
const known = new WeakMap<Fiche, Map<number, Terms>>();

/** Terms of a question in all its ways of asking, and those with its answer. */
function termsOf(fiche: Fiche, place: number): Terms {
  const terms = known.get(fiche) ?? new Map<number, Terms>();
  known.set(fiche, terms);
  const had = terms.get(place);
  if (had !== undefined) return had;
  const one = fiche.questions[place];
  const ask = one === undefined ? [] : indexTerms([one.ask, ...one.said].join(' '));
  const rest = one === undefined ? [] : indexTerms([...answersTo(one), one.but ?? ''].join(' '));
  const made = { ask: new Set(ask), all: new Set([...ask, ...rest]) };
  terms.set(place, made);
  return made;
}

function heldIn(fresh: readonly string[], terms: ReadonlySet<string>): number {
  return fresh.length === 0 ? 0 : fresh.filter((term) => terms.has(term)).length / fresh.length;
}

/** No likelihood stands further from a half than this. */
const EDGE = 1e-3;

function oddsOf(likely: number): number {
  const held = Math.min(1 - EDGE, Math.max(EDGE, likely));
  return Math.log(held / (1 - held));
}
