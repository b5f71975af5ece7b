import { join } from 'node:path';
import { readValues } from '../french/values/read-values.ts';
import { indexTerms, isCutOff, words } from '../french/words.ts';
import { type LinearModel, likelihoods, readLinearModel } from '../learned/linear-model.ts';
import { textFeatures } from '../learned/text-features.ts';
import type { Retrieval } from '../retrieval/retrieve.ts';
import { type Candidate, isForHuman } from './candidate.ts';

/** What a message wants: a rule of the code, a person who sees the case, something else than public interviewing, nothing at all. */
export const MODES = ['rule', 'human', 'outside', 'nothing'] as const;
export type Mode = (typeof MODES)[number];

/** How likely each is; they sum to one. */
export type ModeShares = Readonly<Record<Mode, number>>;

/** What was learnt, in `knowledge/modes`: what the words say, then what they and the search say together. */
export interface ModeModel {
  readonly words: LinearModel;
  readonly search: LinearModel;
}

/** What the search found, as far as it tells the mode. */
export interface SearchEvidence {
  readonly candidates: readonly Candidate[];
  readonly retrieval: Pick<Retrieval, 'judged' | 'features' | 'searched'>;
}

export const MODE_FILES = { words: 'appris-mots.tsv', search: 'appris-recherche.tsv' } as const;

/** Read when first asked for. Throws then where the files are not there: they are made by `npm run train:modes`. */
export function createModes(knowledge: string): () => ModeModel {
  const read = (file: string) => readLinearModel(join(knowledge, 'modes', file));
  let model: ModeModel | undefined;
  return () => {
    model ??= { words: read(MODE_FILES.words), search: read(MODE_FILES.search) };
    return model;
  };
}

/** By the words alone: before anything is looked up. */
export function modeOfWords({ words }: Pick<ModeModel, 'words'>, text: string): ModeShares {
  return sharesOf(words, wordFeatures(text));
}

/** From here a sum or a date in a message is told to a person, not worked out. */
const SURELY = 0.8;

export function isSurelyForHuman(model: ModeModel, text: string): boolean {
  return modeOfWords(model, text).human >= SURELY;
}

/** From here a line of a dialogue is of another trade, whatever was being said. */
const OF_ANOTHER_TRADE = 0.85;
/** A line of fewer words takes its subject from what was being said. */
const SAYS_LITTLE = 6;

export function isSurelyOutside(model: ModeModel, text: string): boolean {
  return words(text).length >= SAYS_LITTLE && modeOfWords(model, text).outside >= OF_ANOTHER_TRADE;
}

/** By what the words say and what the search found for them. */
export function modeOfSearch(
  { search }: Pick<ModeModel, 'search'>,
  words: ModeShares,
  found: SearchEvidence,
): ModeShares {
  return sharesOf(search, searchFeatures(words, found));
}

/** From here a message that asks nothing is met as such, one that is for a human is handed over, one that is outside is turned away. */
const NOTHING = 0.4;
const HUMAN = 0.55;
/** … and from here the rule is told as one that it may be, with a human beside. */
const MAYBE_HUMAN = 0.4;
/** An ordinary purchase turned away costs more than a doubt that is answered. */
const OUTSIDE = 0.55;

/** The way that a message is met by, as likely as it is. */
export function wayOf({ rule, nothing, human, outside }: ModeShares): Mode {
  if (nothing >= NOTHING && nothing > rule) return 'nothing';
  if (human >= HUMAN) return 'human';
  return outside >= OUTSIDE ? 'outside' : 'rule';
}

/** A human may be wanted: neither surely enough to hand over, nor so little that the rule is all. */
export function isInDoubt({ human }: ModeShares): boolean {
  return human >= MAYBE_HUMAN;
}

function sharesOf(model: LinearModel, features: readonly string[]): ModeShares {
  const shares = likelihoods(model, features);
  const of = (mode: Mode) => shares[model.labels.indexOf(mode)] ?? 0;
  return { rule: of('rule'), human: of('human'), outside: of('outside'), nothing: of('nothing') };
}

/** Words of a message, as far as they are counted. */
const LENGTHS = [2, 4, 8, 16, 32, 64];

export function wordFeatures(text: string): readonly string[] {
  const features = textFeatures(text, readValues(text));
  const long = step('long', text.split(/\s+/).length, LENGTHS);
  return [...features, long, ...(isCutOff(text) ? ['cut', `cut ${long}`] : [])];
}

const ODDS = [-6, -4.5, -3.5, -2.5, -1.75, -1, -0.4, 0.4, 1, 1.75, 2.5, 3.5, 4.5];
const CHANCES = [0.03, 0.06, 0.1, 0.15, 0.25, 0.4, 0.6, 0.8];
const LEADS = [-0.9, -0.5, -0.3, -0.2, -0.1, -0.04, 0, 0.05, 0.15];
const COSINES = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8];
const KNOWN = [0.2, 0.4, 0.6, 0.8, 0.95];
const TERMS = [1, 2, 3, 5, 8, 14];
const COVERED = [0.3, 0.45, 0.6, 0.75, 0.9];
/** Fewer steps, of what is seen together with another measure. */
const NEAR = [0.4, 0.5, 0.6, 0.7, 0.8];
const HELD = [0.4, 0.7, 0.95];
const LIKELY = [0.1, 0.25, 0.5];

/** Each measure as the step of a stair on which it stands: a weight a step, so that none has to grow straight. */
export function searchFeatures(words: ModeShares, { candidates, retrieval }: SearchEvidence): readonly string[] {
  const { judged, features, searched } = retrieval;
  const highest = (of: (one: (typeof judged)[number]) => number) => Math.max(0, ...judged.map(of));
  const inFiche = highest((one) => one.inFiche);
  const asks = searched.includes('?');
  const terms = new Set(indexTerms(searched)).size;
  const best = candidates.find(({ kind }) => kind === 'fiche')?.score ?? 0;
  const themes = (['human', 'outside'] as const).flatMap((side) => {
    const theme = candidates.find((one) => one.kind === 'boundary' && isForHuman(one.boundary) === (side === 'human'));
    return [
      step(`lead ${side}`, theme === undefined ? -1 : theme.score - best, LEADS),
      step(`like ${side}`, theme?.similarity ?? 0, COSINES),
    ];
  });
  return [
    ...MODES.map((mode) => step(`words ${mode}`, oddsOf(words[mode]), ODDS)),
    ...themes,
    step('in fiche', inFiche, CHANCES),
    step(
      'question',
      highest(({ confidence }) => confidence),
      CHANCES,
    ),
    step('like', features.similarity, COSINES),
    step('known', features.known, KNOWN),
    step('terms', terms, TERMS),
    // Words of the trade that ask nothing are known, yet like no question.
    step(step('known', features.known, HELD), features.similarity, NEAR),
    // … and no text holds them together.
    step('covered', features.coverage, COVERED),
    step(step('covered', features.coverage, HELD), features.similarity, NEAR),
    step(step('terms', terms, TERMS), features.coverage, COVERED),
    step(`asks ${asks} in fiche`, inFiche, LIKELY),
    step(`asks ${asks} like`, features.similarity, NEAR),
  ];
}

function step(name: string, value: number, stairs: readonly number[]): string {
  return `${name} ${stairs.filter((stair) => value >= stair).length}`;
}

function oddsOf(chance: number): number {
  const held = Math.min(1 - 1e-4, Math.max(1e-4, chance));
  return Math.log(held / (1 - held));
}
