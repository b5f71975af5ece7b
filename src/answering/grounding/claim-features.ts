import type { Contrasts } from '../../corpus/contrasts.ts';
import type { Evidence } from './evidence.ts';
import { content, isHard, overlap } from './ground.ts';
import type { Passage, PassageSentence } from './passage.ts';
import { piecesOf } from './piece-evidence.ts';
import { type Clause, namesOf, type Reading, type Word } from './reading.ts';

/** Steps of a share: a sign is told by every step that it reaches. */
const STEPS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] as const;

function steps(name: string, value: number): readonly string[] {
  return STEPS.filter((step) => value >= step - 1e-9).map((step) => `${name}>${step}`);
}

interface Held {
  readonly sentences: readonly PassageSentence[];
  readonly words: readonly Word[];
  readonly clauses: readonly Clause[];
  readonly share: number;
  /** For each content word of the claim, the place of the word of the sentence that says it; -1 where none does. */
  readonly places: readonly number[];
}

/** A second sentence is looked at only where it brings something. */
const PAIR = 0.08;

/** The sentence, or two of the nearest, that holds most of a claim. */
function bestHeld(claim: readonly Word[], sentences: readonly PassageSentence[]): Held | undefined {
  let best: Held | undefined;
  const look = (own: readonly PassageSentence[]) => {
    const words = own.flatMap(({ reading }) => reading.words);
    const places = alignment(claim, words);
    const share = places.filter((place) => place >= 0).length / Math.max(1, claim.length) - (own.length - 1) * PAIR;
    if (best === undefined || share > best.share)
      best = { sentences: own, words, clauses: own.flatMap(({ reading }) => reading.parts), share, places };
  };
  for (const sentence of sentences) look([sentence]);
  for (const [at, sentence] of sentences.entries())
    for (const other of sentences.slice(at + 1, at + 3)) look([sentence, other]);
  return best;
}

function alignment(claim: readonly Word[], words: readonly Word[]): readonly number[] {
  const at = new Map<string, number>();
  for (const [place, word] of words.entries()) for (const name of namesOf(word)) if (!at.has(name)) at.set(name, place);
  return claim.map((word) => {
    for (const name of namesOf(word)) {
      const place = at.get(name);
      if (place !== undefined) return place;
    }
    return -1;
  });
}

/**
 * What is looked at of a claim by the learnt judge: the signs of `evidence.ts` by steps, then the claim beside the sentence that
 * holds most of it: what came, what went, what is denied, laid as a duty, or told in another order.
 */
export function claimFeatures(
  claim: Reading,
  { answered }: Passage,
  sentences: readonly PassageSentence[],
  evidence: Evidence,
  contrasts: Contrasts,
): readonly string[] {
  const features: string[] = [];
  for (const [sign, value] of Object.entries(evidence)) features.push(...steps(sign, value));
  const isAsked = (word: Word) => namesOf(word).some((name) => answered?.says.has(name));
  const names = new Set(sentences.flatMap(({ says }) => [...says.says.keys()]));
  // What the question says is known without being told again.
  const words = content(claim.words).filter((word) => !isAsked(word) || namesOf(word).some((name) => names.has(name)));
  const held = bestHeld(words, sentences);
  if (held === undefined) return [...features, 'alone'];
  features.push(...steps('held', held.share));
  const missing = held.places.filter((place) => place < 0).length;
  features.push(`missing:${Math.min(missing, 5)}`);
  const touched = partsTouched(held);
  features.push(...denialsMoved(words, held));
  features.push(...piecesMoved(claim, sentences, isAsked));
  features.push(...steps('turnedOrder', discordance(held.places)));
  features.push(...membersMoved(claim, held, contrasts));
  const left = touched.flatMap((part) => content(part.words));
  const said = new Set(words.flatMap(namesOf));
  const kept = left.filter((word) => namesOf(word).some((name) => said.has(name))).length;
  features.push(...steps('keptOfParts', left.length === 0 ? 1 : kept / left.length));
  return features;
}

function partsTouched({ words, clauses, places }: Held): readonly Clause[] {
  const own = new Set(places.filter((place) => place >= 0).map((place) => words[place]));
  return clauses.filter((clause) => clause.words.some((word) => own.has(word)));
}

/**
 * Each piece of the claim beside the part between commas, and the clause around it, that hold most of its words: the words that
 * came and went, which of them is denied, and what each lays on someone. Which words matter is learnt.
 */
function piecesMoved(
  claim: Reading,
  sentences: readonly PassageSentence[],
  isAsked: (word: Word) => boolean,
): readonly string[] {
  const textsOf = (clause: Pick<Clause, 'words'> | undefined) => new Set(clause?.words.map(({ text }) => text));
  const denies = (clause: Clause | undefined) => (clause !== undefined && isHard(clause) ? 1 : 0);
  const said = new Set(claim.words.map(({ text }) => text));
  return piecesOf(claim).flatMap((piece) => {
    const nearestOf = (clauses: readonly Clause[]) => {
      let [best, most]: [Clause | undefined, number] = [undefined, 0];
      for (const clause of clauses) {
        const [held] = overlap(piece.words, clause);
        if (held > most) [best, most] = [clause, held];
      }
      return best;
    };
    const part = nearestOf(sentences.flatMap(({ reading }) => reading.parts));
    const clause = nearestOf(sentences.flatMap(({ reading }) => reading.clauses));
    if (part === undefined) return ['apart'];
    const [near, around] = [textsOf(part), textsOf(clause)];
    return [
      `level:${part.level}>${piece.level}`,
      `denied:${denies(piece)}${denies(part)}${denies(clause)}`,
      ...[...textsOf({ words: piece.words.filter((word) => !isAsked(word)) })]
        .filter((text) => !near.has(text))
        .map((text) => (around.has(text) ? `from clause ${text}` : `+${text}`)),
      ...[...near].filter((text) => !said.has(text)).map((text) => `-${text}`),
      ...[...around].filter((text) => !said.has(text) && !near.has(text)).map((text) => `around -${text}`),
    ];
  });
}

function denialsMoved(claim: readonly Word[], { words, places }: Held): readonly string[] {
  const pairs = claim.flatMap((word, at) => {
    const other = words[places[at] ?? -1];
    return other === undefined ? [] : [[word.denied, other.denied] as const];
  });
  const share = (own: boolean, other: boolean) =>
    pairs.filter(([one, two]) => one === own && two === other).length / Math.max(1, pairs.length);
  return [...steps('nowDenied', share(true, false)), ...steps('noMoreDenied', share(false, true))];
}

/** Share of the pairs of words that come in the other order. */
function discordance(places: readonly number[]): number {
  const known = places.filter((place) => place >= 0);
  let down = 0;
  let all = 0;
  for (const [i, one] of known.entries())
    for (const other of known.slice(i + 1)) {
      if (one === other) continue;
      all++;
      if (other < one) down++;
    }
  return all === 0 ? 0 : down / all;
}

function membersMoved(claim: Reading, { sentences }: Held, contrasts: Contrasts): readonly string[] {
  const there = new Set(sentences.flatMap(({ says }) => [...says.members]));
  return [...claim.members.keys()].flatMap((member) => {
    const about = contrasts.members[member];
    if (about === undefined || there.has(member)) return [];
    return about.rivals.some((rival) => there.has(rival) && !claim.members.has(rival))
      ? [`rival:${about.kind}`]
      : [`member:${about.kind}`];
  });
}
