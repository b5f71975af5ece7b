import { join } from 'node:path';
import { readValues } from '../french/values/read-values.ts';
import { fold, indexTerms, words } from '../french/words.ts';
import { type LinearModel, likelihoods, readLinearModel } from '../learned/linear-model.ts';
import { textFeatures } from '../learned/text-features.ts';
import type { Retrieval } from '../retrieval/retrieve.ts';

/**
 * What a line of a dialogue is: `whole`, a question with a subject of its own; `elliptical`, another one about what was being said;
 * `changed`, the same one with another fact in it, `added`, with one more; `facts` of the case, and no question; or something asked
 * of the reply itself; `thanks`; a wish for a `human`.
 */
export const TURNS = [
  'whole',
  'elliptical',
  'changed',
  'added',
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
const OF_DIALOGUE = ['whole', 'elliptical', 'changed', 'added', 'facts'] as const satisfies readonly Turn[];
/** Said of the case, not of the reply. */
export type OfDialogue = (typeof OF_DIALOGUE)[number];
export const isOfDialogue = (turn: Turn): turn is OfDialogue => OF_DIALOGUE.some((one) => one === turn);

/** What was being said, and what a search of the line gives: by itself, and after it. */
export interface Sight {
  readonly question: string;
  /** The fiche that was being spoken of. */
  readonly topic: string | undefined;
  readonly alone: Found;
  readonly joined: Found;
}

type Found = Pick<Retrieval, 'judged' | 'features'>;

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
  const said = words(fold(text));
  const asks = text.includes('?');
  const alone = [
    ...textFeatures(text, readValues(text)),
    `n ${step(terms.size, LENGTHS)}`,
    `words ${step(said.length, LENGTHS)}`,
    `leans back ${Math.min(MOST_LEANING, said.filter((word) => LEANING.has(word)).length)} ${asks}`,
    `asks ${said.some((word) => ASKING.has(word))} ${asks}`,
    `number ${/\d/.test(text)} ${asks}`,
    `opens ${OPENING.find((one) => said[0] === one)} ${said.length <= SHORT} ${asks}`,
    `adds ${said.some((word) => ADDING.has(word))} ${/\d/.test(text)}`,
  ];
  return sight === undefined ? alone : [...alone, ...sightFeatures(terms, sight)];
}

/** Words that stand for something said before, and words that ask: counted together, since each alone is seldom seen. */
const LEANING = new Set(
  'ca cela ceci ce celui celle ceux celles lui leur eux y en il elle ils elles meme pareil idem autre autres'.split(
    ' ',
  ),
);
const MOST_LEANING = 3;
const OPENING = ['et', 'pareil', 'idem', 'meme', 'plutot', 'finalement', 'avec', 'pour', 'si', 'plus', 'ok', 'donc'];
/** Words of a line that hardly says a whole question. */
const SHORT = 7;
const ADDING = new Set(
  'plus deja aussi encore ajoute ajouter ajoutant ajoutent rajoute rajouter sus dessus reprends reprend refais refait rachete racheter complete complement oublier compter autant deuxieme seconde second troisieme supplement supplementaire supplementaires'.split(
    ' ',
  ),
);
const ASKING = new Set(
  'comment combien quel quelle quels quelles qui quand pourquoi lequel laquelle quoi faut doit dois doivent peut puis peux peuvent'.split(
    ' ',
  ),
);

const LENGTHS = [1, 2, 3, 5, 8, 12, 20];
const LIKELY = [0.05, 0.15, 0.35, 0.6];
const LEADS = [-0.3, -0.1, 0, 0.1, 0.3];
const LIKE = [0.4, 0.5, 0.6, 0.7, 0.8];
const LIKER = [-0.2, -0.1, -0.03, 0.03, 0.1, 0.2];
const KNOWN = [0.4, 0.7, 0.95];

function sightFeatures(terms: ReadonlySet<string>, { question, topic, alone, joined }: Sight): readonly string[] {
  const [own, after] = [likeliest(alone), likeliest(joined)];
  const said = new Set(indexTerms(question));
  const shared = [...terms].filter((term) => said.has(term)).length;
  const length = terms.size <= 3 ? 'few' : 'many';
  const lead = step(after - own, LEADS);
  const found = alone.judged.map(({ fiche }) => fiche.id);
  const [stays, returns] = [joined.judged[0]?.fiche.id, found[0]].map((id) => topic !== undefined && id === topic);
  const like = step(alone.features.similarity, LIKE);
  return [
    `alone ${step(own, LIKELY)}`,
    `joined ${step(after, LIKELY)}`,
    `lead ${lead}`,
    `lead ${lead} ${length}`,
    `sure ${step(alone.judged[0]?.confidence ?? 0, LIKELY)}`,
    `stays ${stays} ${returns}`,
    `shared ${Math.min(shared, 3)}`,
    `fresh ${step(terms.size - shared, LENGTHS)}`,
    `like ${like}`,
    `like ${like} ${step(terms.size, LENGTHS)}`,
    `liker ${step(joined.features.similarity - alone.features.similarity, LIKER)}`,
    `known ${step(alone.features.known, KNOWN)}`,
    `near ${topic !== undefined && found.slice(0, NEAREST).includes(topic)} ${found[0] === joined.judged[0]?.fiche.id}`,
  ];
}

/** Questions found in which the fiche that was spoken of is looked for. */
const NEAREST = 5;

/** How likely it is that one of the fiches found is asked about. */
function likeliest({ judged }: Found): number {
  return Math.max(0, ...judged.map(({ inFiche }) => inFiche));
}

function step(value: number, steps: readonly number[]): number {
  return steps.filter((from) => value >= from).length;
}
