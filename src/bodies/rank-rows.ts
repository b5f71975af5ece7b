import fitted from './fitted.json' with { type: 'json' };
import { NONE_SIGNS, type NoneSigns, type RowWay, SIGNS, type WAYS } from './row-signs.ts';

/** Learnt by `npm run train:rows` from what people of made bodies ask: of each way a bias, and what each sign weighs in it. */
export interface RowWeights {
  readonly ways: Readonly<Record<(typeof WAYS)[number], Readonly<Record<'bias' | (typeof SIGNS)[number], number>>>>;
  readonly none: Readonly<Record<'bias' | (typeof NONE_SIGNS)[number], number>>;
}

/** What ships. */
export const learntRows: RowWeights = fitted;

export interface RankedWay extends RowWay {
  /** How likely it is what is meant, beside every other and beside nothing. */
  readonly share: number;
}

/** Each way of each row, the likeliest first, and how likely it is that none is meant. */
export function rankWays(
  { ways, none }: { readonly ways: readonly RowWay[]; readonly none: NoneSigns },
  weights: RowWeights,
): { readonly ways: readonly RankedWay[]; readonly none: number } {
  const scores = ways.map(({ way, signs }) => {
    const own = weights.ways[way];
    return SIGNS.reduce((sum, sign) => sum + own[sign] * signs[sign], own.bias);
  });
  const ofNone = NONE_SIGNS.reduce((sum, sign) => sum + weights.none[sign] * none[sign], weights.none.bias);
  const most = Math.max(ofNone, ...scores);
  const all = scores.reduce((sum, score) => sum + Math.exp(score - most), Math.exp(ofNone - most));
  return {
    ways: ways
      .map((one, at) => ({ ...one, share: Math.exp((scores[at] ?? 0) - most) / all }))
      .toSorted((a, b) => b.share - a.share),
    none: Math.exp(ofNone - most) / all,
  };
}
