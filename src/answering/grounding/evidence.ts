import type { Contrasts } from '../../corpus/contrasts.ts';
import { addedIn } from './added-in.ts';
import { content, type Ground, isHard, isSoft, most, overlap, saysNoAnew } from './ground.ts';
import { isCountedFromElsewhere, isMemberDenied, isNumberOfAnother } from './of-another.ts';
import { apartIn, pieceEvidence, piecesOf } from './piece-evidence.ts';
import { type Clause, type Counted, namesOf, type Reading, type Word } from './reading.ts';
import { swapsIn } from './swaps-in.ts';
import {
  areRolesTurned,
  isAndOrTurned,
  isBoundTurned,
  isOrderTurned,
  isVerbTurned,
  isVerdictTurned,
} from './turned.ts';

/** Signs, each from 0 to 1 (or a small count), of how far a claim is from its passages, and of what turned on the way. */
export type Evidence = Readonly<Record<string, number>>;

/** @param claim read as the passages were */
export function evidenceOf(claim: Reading, ground: Ground, contrasts: Contrasts): Evidence {
  const words = content(claim.words);
  const held = words.filter((word) => namesOf(word).some((name) => ground.names.has(name)));
  const cover = words.length === 0 ? 1 : held.length / words.length;
  const pieces = piecesOf(claim);
  const per = pieces.map((piece) => pieceEvidence(piece, ground));
  const top = (of: (one: ReturnType<typeof pieceEvidence>) => number) =>
    per.reduce((best, one) => Math.max(best, of(one)), 0);
  const sign = (is: boolean) => (is ? 1 : 0);
  return {
    ...swapsIn(claim, ground, contrasts),
    unheld: 1 - cover,
    denial: top(({ denial }) => denial),
    hardened: top(({ hardened }) => hardened),
    softened: top(({ softened }) => softened),
    forbids: top(({ forbids }) => forbids),
    noSoft: saysNoAnew(claim, ground) ? top(({ no }) => no) : 0,
    verbTurned: sign(isVerbTurned(claim, ground)),
    opposite: oppositeIn(claim, ground),
    scattered: words.length < 3 ? 0 : 1 - most(ground.sentences, (sentence) => wordedAlike(words, sentence)),
    tail: tailUnheld(claim, ground),
    norm: tailUnheld(claim, ground, ({ level }) => level !== 'tells'),
    loose: per.reduce(
      (worst, one, at) => (content(pieces[at]?.words ?? []).length >= 3 ? Math.max(worst, 1 - one.cover) : worst),
      0,
    ),
    verdict: sign(isVerdictTurned(claim, ground)),
    ...addedIn(claim, ground),
    andOr: sign(isAndOrTurned(claim, ground)),
    numberNowhere: sign(
      claim.numbers.some(
        (one) => one.unit !== 'article' && one.unit !== '' && !ground.numbers.some((other) => isSame(one, other)),
      ),
    ),
    bareNumberNowhere: sign(
      claim.numbers.some(({ unit, value }) => unit === '' && !ground.clauses.some(({ numbers }) => numbers.has(value))),
    ),
    articleNowhere: sign(claim.numbers.some(({ unit, value }) => unit === 'article' && !ground.articles.has(value))),
    bound: sign(isBoundTurned(claim, ground)),
    memberNumber: sign(isNumberOfAnother(claim, ground, contrasts)),
    anchorNumber: sign(isCountedFromElsewhere(claim, ground, contrasts)),
    memberDenied: sign(isMemberDenied(claim, ground, contrasts)),
    roles: sign(areRolesTurned(claim, ground, contrasts)),
    order: sign(isOrderTurned(claim, ground)),
    mixed: cover >= 0.85 ? apartIn(pieces, ground) : 0,
  };
}

const isSame = (one: Counted, other: Counted) =>
  one.value === other.value && (one.unit === other.unit || one.unit === '' || other.unit === '');

/** Share of the words that a sentence holds by their stem: that two words may stand for each other is left aside. */
function wordedAlike(words: readonly Word[], { says }: Clause): number {
  return words.filter(({ term }) => term !== undefined && says.has(term)).length / Math.max(1, words.length);
}

/** How much of what a strong mark tacks on no sentence holds. @param isOne of the parts looked at */
function tailUnheld(claim: Reading, ground: Ground, isOne: (clause: Clause) => boolean = () => true): number {
  if (claim.clauses.length < 2) return 0;
  return most(claim.clauses.filter(isOne), ({ words }) =>
    content(words).length < 3 ? 0 : 1 - most(ground.sentences, (sentence) => overlap(words, sentence)[0]),
  );
}

/** Share of the words that stand in parts that deny, where the passages have them only in parts that do not; or the contrary. */
function oppositeIn(claim: Reading, ground: Ground): number {
  let all = 0;
  let opposed = 0;
  for (const part of claim.parts) {
    const own = isHard(part);
    if (!own && isSoft(part)) continue;
    for (const word of content(part.words)) {
      all++;
      const name = word.term ?? '';
      const places = ground.parts.filter(({ says }) => says.has(name));
      if (places.length > 0 && places.every((place) => isHard(place) !== own && (!own || !isSoft(place)))) opposed++;
    }
  }
  return all === 0 ? 0 : opposed / all;
}
