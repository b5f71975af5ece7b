import type { Claims } from '../claims.ts';
import type { Sighting } from '../finding.ts';
import { foldedName } from '../names.ts';
import { partName } from '../person-names.ts';
import { isElsewhere } from '../places.ts';
import type { Source, Token } from '../source.ts';
import { phraseAt, type Words } from '../word-lists.ts';
import { readAtoms } from './atoms.ts';
import { LEARNED_KINDS } from './labels.ts';
import type { LearnedSpan, Tagged, Tagger } from './tagger.ts';

/** Least confidence of a name that no rule tells. Chosen on texts that were kept out of the training: decision 17. */
const SURE = 0.4;
/** Least confidence of one that makes a name of the rules longer, and of one that tells it otherwise. */
const LONGER = 0.4;
const OTHERWISE = 0.6;
/** The same, where the rules are sure themselves: something announces the name. */
const AGAINST_THE_SURE = 0.85;
/** How surely no name its words are for a name of the rules to be given up: one that they guess, any other. */
const GUESS_GIVEN_UP = 0.9;
const GIVEN_UP = 0.97;
const SIDE = /^(?:nord|sud|est|ouest|centre)$/;
/** Up to here a finding of the rules is a guess. */
const GUESS = 0.5;

/**
 * Claims the names that were learnt to be told, and gives up those of the rules that look like none.
 * @returns whether anything is otherwise than the rules left it
 */
export function claimLearned(source: Source, words: Words, claims: Claims, tagger: Tagger): boolean {
  const before = claims.kept();
  const tagged = tagger(readAtoms(source, words, claims.kept()));
  for (const sighting of claims.kept()) if (isMistaken(source, sighting, tagged)) claims.drop(sighting);
  const owners = ownersOf(source, claims.kept());
  for (const span of tagged.spans.flatMap((whole) => partsOf(source, whole)))
    claimSpan(source, words, claims, { ...span, outside: tagged.outside, owners });
  const after = new Set(claims.kept());
  return after.size !== before.length || before.some((sighting) => !after.has(sighting));
}

function isMistaken({ tokenAt }: Source, { kind, start, end, confidence }: Sighting, { outside }: Tagged): boolean {
  if (!isLearned(kind)) return false;
  const surely = confidence !== undefined && confidence <= GUESS ? GUESS_GIVEN_UP : GIVEN_UP;
  return outside.subarray(tokenAt(start), tokenAt(end)).every((likely) => likely > surely);
}

/** «Dupont TP ; Dupont» are two names: none goes past a mark, but the stop of an initial («J. Martin»). */
function partsOf({ tokens }: Source, { kind, from, next, confidence }: LearnedSpan): readonly LearnedSpan[] {
  const parts: LearnedSpan[] = [];
  let first = from;
  for (let at = from + 1; at <= next; at++) {
    const gap = tokens[at]?.gap ?? '';
    const joined = /^[ '&+/-]{0,3}$/.test(gap) || (/^\.[ -]?$/.test(gap) && tokens[at - 1]?.raw.length === 1);
    if (at < next && joined) continue;
    parts.push({ kind, from: first, next: at, confidence });
    first = at;
  }
  return parts;
}

/** What the rules found at each word: names are many in a long list, and each is looked at once. */
function ownersOf({ tokens, tokenAt }: Source, sightings: readonly Sighting[]): readonly (Sighting | undefined)[] {
  const owners = tokens.map((): Sighting | undefined => undefined);
  for (const sighting of sightings)
    for (let at = tokenAt(sighting.start); at < tokenAt(sighting.end); at++) owners[at] = sighting;
  return owners;
}

interface Place extends LearnedSpan {
  readonly outside: Float64Array;
  readonly owners: readonly (Sighting | undefined)[];
}

/** «C.C.A.P.»: a letter of it is no name. */
function isOfLetters({ tokens }: Source, { from, next }: LearnedSpan): boolean {
  const glued = (at: number) => tokens[at]?.gap === '.' && tokens[at]?.raw.length === 1;
  return (glued(from) && tokens[from - 1]?.raw.length === 1) || (glued(next) && tokens[next - 1]?.raw.length === 1);
}

/** «<b>gras</b>»: what stands between marks of that kind is no name by its place. */
function isMarkup({ tokens }: Source, { from, next }: LearnedSpan): boolean {
  return /[<>/]$/.test(tokens[from]?.gap ?? '') && /^[<>/]/.test(tokens[next]?.gap ?? '');
}

/** «CAA de ⟨Nantes⟩», «⟨CAA de Nantes⟩»: case law is public. */
function isCourt({ tokens }: Source, words: Words, { from }: LearnedSpan): boolean {
  return isElsewhere(tokens, from, words) || phraseAt(words.courts, tokens, from) !== undefined;
}

function claimSpan(source: Source, words: Words, claims: Claims, span: Place): void {
  if (isOfLetters(source, span) || isMarkup(source, span)) return;
  const sighting = sightingOf(source, words, span);
  if (sighting === undefined) return;
  const within = [...new Set(span.owners.slice(span.from, span.next).filter((owner) => owner !== undefined))];
  if (within.length === 0) {
    if (span.confidence >= SURE && !(isTown(span) && isCourt(source, words, span))) claims.claim([sighting]);
    return;
  }
  if (!within.every(({ kind }) => isLearned(kind))) return;
  const [only] = within;
  const sure = within.some(({ confidence }) => confidence === undefined || confidence > GUESS);
  if (sure && span.confidence < AGAINST_THE_SURE) return;
  // What the rules say of the same thing and at more length stays.
  if (only !== undefined && within.length === 1 && sameKind(only, sighting) && holds(only, sighting)) return;
  if (only !== undefined && within.length === 1 && sameKind(only, sighting) && holds(sighting, only)) {
    if (span.confidence < LONGER) return;
    claims.drop(only);
    const { start, end } = sighting;
    claims.claim([isTown(only) ? { ...only, start, end } : sighting]);
  } else {
    const left = within.flatMap(({ start, end }) => range(source.tokenAt(start), source.tokenAt(end)));
    const stray = left.filter((at) => at < span.from || at >= span.next);
    if (span.confidence < OTHERWISE || stray.some((at) => (span.outside[at] ?? 0) < OTHERWISE)) return;
    for (const other of within) claims.drop(other);
    claims.claim([sighting]);
  }
  // Where the law or a title stands in it, what the rules found stays.
  claims.claim(within);
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, more) => from + more);
const isLearned = (kind: Sighting['kind']): boolean => LEARNED_KINDS.some((one) => one === kind);
const holds = (one: Sighting, other: Sighting): boolean => one.start <= other.start && other.end <= one.end;
const isTown = ({ kind }: Pick<Sighting, 'kind'>): boolean => kind === 'body' || kind === 'place';
const sameKind = (one: Sighting, other: Sighting): boolean => one.kind === other.kind || (isTown(one) && isTown(other));

function sightingOf(
  { tokens }: Source,
  words: Words,
  { kind, from, next, confidence }: LearnedSpan,
): Sighting | undefined {
  const start = tokens[from]?.start;
  const end = tokens[next - 1]?.end;
  if (start === undefined || end === undefined) return undefined;
  const common = { kind, start, end, confidence };
  if (kind === 'person') return { ...common, person: partName(tokens, from, next, words) };
  const name = foldedName(tokens, from, next);
  if (kind === 'supplier' || kind === 'health') return { ...common, name };
  if (words.inhabitants.has(name)) return { ...common, name, label: 'commune' };
  // «commune de ⟨Betton⟩», «lycée ⟨Jean Moulin⟩»: the class of what is announced, and the name that it goes by.
  const announced = phraseAt(words.bodies, tokens, from);
  if (announced === undefined) return { ...common, name };
  let bare = from + announced.length;
  while (bare < next - 1 && words.particles.has(tokens[bare]?.fold ?? '')) bare++;
  // «hôpital public», «école Nord»: which of them all is not said.
  const plain = ({ fold }: Token) => words.common.has(fold) || words.qualifiers.has(fold) || SIDE.test(fold);
  if (next - bare <= 1 && tokens.slice(bare, next).every(plain)) return undefined;
  const core = tokens[bare]?.start;
  const label = announced.values[0]?.label;
  return {
    ...common,
    name: bare < next ? foldedName(tokens, bare, next) : name,
    ...(label === undefined ? {} : { label }),
    ...(core === undefined || bare >= next ? {} : { core: [core, end] }),
  };
}
