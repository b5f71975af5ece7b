import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { NONE_SIGNS, type NoneSigns, type RowWay, SIGNS, WAYS } from './row-signs.ts';

const numbers = <Name extends string>(names: readonly Name[]) =>
  z.object(Object.fromEntries(names.map((name) => [name, z.number()])) as Record<Name, z.ZodNumber>);
const weightsSchema = z.object({
  /** Of each way a bias, and what each sign weighs in it. */
  ways: z.object(
    Object.fromEntries(WAYS.map((way) => [way, numbers(['bias', ...SIGNS])])) as Record<
      (typeof WAYS)[number],
      ReturnType<typeof numbers<'bias' | (typeof SIGNS)[number]>>
    >,
  ),
  none: numbers(['bias', ...NONE_SIGNS]),
});

/** Learnt by `npm run train:rows` from what people of made bodies ask. */
export type RowWeights = z.infer<typeof weightsSchema>;

/** @throws where the weights are missing or not of their form */
export function readRowWeights(file: string | URL): RowWeights {
  return weightsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

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
