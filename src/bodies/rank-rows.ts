import fitted from './fitted.json' with { type: 'json' };
import { NONE_SIGNS, type NoneSigns, type RowWay, SIGNS, type WAYS } from './row-signs.ts';

/** Learnt by `npm run train:rows` from what people of made bodies ask: of each way a bias, and what each sign weighs in it. */
export interface RowWeights {
  readonly ways: Readonly<Record<(typeof WAYS)[number], Readonly<Record<'bias' | (typeof SIGNS)[number], number>>>>;
  readonly none: Readonly<Record<'bias' | (typeof NONE_SIGNS)[number], number>>;
  /** What no row names. */
  readonly rest: Readonly<Record<'bias' | (typeof NONE_SIGNS)[number], number>>;
}

/** What ships. */
export const learntRows: RowWeights = fitted;

export interface RankedWay extends RowWay {
  /** How likely it is what is meant, beside every other and beside nothing. */
  readonly share: number;
}

export interface Ranked {
  readonly ways: readonly RankedWay[];
  /** How likely it is that nothing of the body is meant; that it is what no row names. */
  readonly none: number;
  readonly rest: number;
}

/** Each way of each row, the likeliest first, beside all that no row says. */
export function rankWays(
  { ways, none }: { readonly ways: readonly RowWay[]; readonly none: NoneSigns },
  weights: RowWeights,
): Ranked {
  const scores = ways.map(({ way, signs }) => {
    const own = weights.ways[way];
    return SIGNS.reduce((sum, sign) => sum + own[sign] * signs[sign], own.bias);
  });
  const beside = (own: RowWeights['none']) => NONE_SIGNS.reduce((sum, sign) => sum + own[sign] * none[sign], own.bias);
  const [ofNone, ofRest] = [beside(weights.none), beside(weights.rest)];
  const most = Math.max(ofNone, ofRest, ...scores);
  const shares = [...scores, ofNone, ofRest].map((score) => Math.exp(score - most));
  const all = shares.reduce((sum, share) => sum + share, 0);
  const shareOf = (at: number) => (shares[at] ?? 0) / all;
  return {
    ways: ways.map((one, at) => ({ ...one, share: shareOf(at) })).toSorted((a, b) => b.share - a.share),
    none: shareOf(ways.length),
    rest: shareOf(ways.length + 1),
  };
}
