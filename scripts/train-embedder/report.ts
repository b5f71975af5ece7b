import type { Measures } from './measure.ts';
import type { Hits } from './measure-held-back.ts';

/** Points that held-back questions and concepts are to gain. */
const BAR = 15;
/** Points of CDTN nDCG@10 that may be lost. */
const CDTN_LOSS = 2;

type Row = readonly [name: string, before: number, after: number];

/** The before/after table, in points of 100. */
export function reportLines(before: Measures, after: Measures): readonly string[] {
  const lines = rowsOf(before, after).map(([name, b, a]) => line(name, b.toFixed(1), a.toFixed(1), signed(a - b)));
  return [line('', 'before', 'after', 'change'), ...lines];
}

/**
 * Whether the new weights may replace the given ones: the golden questions' mean reciprocal rank (vectors alone and whole
 * search) and both held-back shares must rise, CDTN must lose less than 2 points. `shortOfBar` is said, not enforced.
 */
export function compareMeasures(
  before: Measures,
  after: Measures,
): { readonly worse: readonly string[]; readonly shortOfBar: readonly string[] } {
  const worse: string[] = [];
  const gains: Row[] = [
    ['golden, vectors alone, MRR', before.golden.dense.mrr, after.golden.dense.mrr],
    ['golden, whole search, MRR', before.golden.hybrid.mrr, after.golden.hybrid.mrr],
    ['held-back questions', share(before.questions), share(after.questions)],
    ['held-back concepts, both ways', concepts(before), concepts(after)],
  ];
  for (const [name, b, a] of gains) if (!(a > b)) worse.push(`${name}: no rise (${b.toFixed(3)} → ${a.toFixed(3)})`);
  if (before.cdtn !== undefined && after.cdtn !== undefined && 100 * (before.cdtn - after.cdtn) >= CDTN_LOSS)
    worse.push(`CDTN loses ${(100 * (before.cdtn - after.cdtn)).toFixed(1)} points`);
  const shortOfBar = gains
    .slice(2)
    .filter(([, b, a]) => a - b < BAR)
    .map(([name, b, a]) => `${name}: ${signed(a - b)} points, ${BAR} wanted`);
  return { worse, shortOfBar };
}

function rowsOf(before: Measures, after: Measures): readonly Row[] {
  const golden = (['dense', 'hybrid'] as const).flatMap((way) =>
    (['hit1', 'hit5', 'mrr'] as const).map((key): Row => {
      const name = `golden ${way === 'dense' ? 'vectors alone' : 'whole search'} ${key}`;
      return [name, 100 * before.golden[way][key], 100 * after.golden[way][key]];
    }),
  );
  const rows: Row[] = [
    ...golden,
    [`held-back questions (${before.questions.asked}) → fiche, first`, share(before.questions), share(after.questions)],
    [
      `held-back service (${before.serviceToAchat.asked}) → achat, first`,
      share(before.serviceToAchat),
      share(after.serviceToAchat),
    ],
    [
      `held-back achat (${before.achatToService.asked}) → service, first`,
      share(before.achatToService),
      share(after.achatToService),
    ],
  ];
  if (before.cdtn !== undefined && after.cdtn !== undefined)
    rows.push(['CDTN nDCG@10, whole search', 100 * before.cdtn, 100 * after.cdtn]);
  return rows;
}

function share({ first, asked }: Hits): number {
  return asked === 0 ? 0 : (100 * first) / asked;
}

function concepts({ serviceToAchat, achatToService }: Measures): number {
  return share({
    first: serviceToAchat.first + achatToService.first,
    asked: serviceToAchat.asked + achatToService.asked,
  });
}

function line(name: string, ...cells: readonly string[]): string {
  return [name.padEnd(44), ...cells.map((cell) => cell.padStart(8))].join('');
}

function signed(x: number): string {
  return `${x >= 0 ? '+' : '−'}${Math.abs(x).toFixed(1)}`;
}
