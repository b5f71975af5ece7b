import { join } from 'node:path';
import { readValues } from '../french/values/read-values.ts';
import { indexTerms } from '../french/words.ts';
import { type LinearModel, likelihoods, readLinearModel } from '../learned/linear-model.ts';
import { textFeatures } from '../learned/text-features.ts';
import type { Retrieval } from '../retrieval/retrieve.ts';

/**
 * What a line of a dialogue is: `whole`, a question with a subject of its own; `elliptical`, one about what was being said;
 * `facts` of the case, and no question; or something asked of the reply itself; `thanks`; a wish for a `human`.
 */
export const TURNS = [
  'whole',
  'elliptical',
  'facts',
  'sure',
  'source',
  'why',
  'example',
  'shorter',
  'simpler',
  'since',
  'else',
  'do',
  'pitfalls',
  'more',
  'thanks',
  'human',
] as const;
export type Turn = (typeof TURNS)[number];

/** What was being said, and what a search of the line gives: by itself, and after it. */
export interface Sight {
  readonly question: string;
  /** The fiche that was being spoken of. */
  readonly topic: string | undefined;
  readonly alone: Pick<Retrieval, 'judged'>;
  readonly joined: Pick<Retrieval, 'judged'>;
}

interface Read {
  readonly turn: Turn;
  /** How likely it is to be that. */
  readonly share: number;
  readonly shares: ReadonlyMap<Turn, number>;
}

/** @param sight undefined for the first line of a dialogue */
export type ReadTurn = (text: string, sight: Sight | undefined) => Read;

/** What was learnt, in `knowledge/dialogue`: made by `npm run train:turns`. */
export const TURNS_FOLDER = 'dialogue';
export const LEARNT_TURNS = 'appris.tsv';

/** The weights are read at the first line; it throws where they are not there. */
export function createReadTurn(knowledge: string): ReadTurn {
  let model: LinearModel | undefined;
  return (text, sight) => {
    model ??= readLinearModel(join(knowledge, TURNS_FOLDER, LEARNT_TURNS));
    const read = likelihoods(model, turnFeatures(text, sight));
    const shares = new Map(
      model.labels.flatMap((label, at) => (isTurn(label) ? [[label, read[at] ?? 0] as const] : [])),
    );
    const [[turn, share] = ['whole', 1] as const] = [...shares].toSorted(([, one], [, other]) => other - one);
    return { turn, share, shares };
  };
}

const isTurn = (label: string): label is Turn => TURNS.some((turn) => turn === label);

/** What is seen of a line: its words, how many they are, and what the two searches say of it. */
export function turnFeatures(text: string, sight: Sight | undefined): readonly string[] {
  const terms = new Set(indexTerms(text));
  const words = [...textFeatures(text, readValues(text)), `n ${step(terms.size, LENGTHS)}`];
  return sight === undefined ? words : [...words, ...sightFeatures(terms, sight)];
}

const LENGTHS = [1, 2, 3, 5, 8, 12];
const LIKELY = [0.05, 0.15, 0.35, 0.6];
const LEADS = [-0.3, -0.1, 0, 0.1, 0.3];

function sightFeatures(terms: ReadonlySet<string>, { question, topic, alone, joined }: Sight): readonly string[] {
  const [own, after] = [likeliest(alone), likeliest(joined)];
  const said = new Set(indexTerms(question));
  const shared = [...terms].filter((term) => said.has(term)).length;
  const length = terms.size <= 3 ? 'few' : 'many';
  const lead = step(after - own, LEADS);
  const stays = topic !== undefined && joined.judged[0]?.fiche.id === topic;
  const returns = topic !== undefined && alone.judged[0]?.fiche.id === topic;
  return [
    `alone ${step(own, LIKELY)}`,
    `joined ${step(after, LIKELY)}`,
    `lead ${lead}`,
    `lead ${lead} ${length}`,
    `sure ${step(alone.judged[0]?.confidence ?? 0, LIKELY)}`,
    `stays ${stays} ${returns}`,
    `shared ${Math.min(shared, 3)}`,
  ];
}

/** How likely it is that one of the fiches found is asked about. */
function likeliest({ judged }: Pick<Retrieval, 'judged'>): number {
  return Math.max(0, ...judged.map(({ inFiche }) => inFiche));
}

function step(value: number, steps: readonly number[]): number {
  return steps.filter((from) => value >= from).length;
}
