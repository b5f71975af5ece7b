import { checkFidelity } from '../../src/fidelity/check-fidelity.ts';
import type { Fidelity } from '../../src/fidelity/port/defect.ts';
import type { Reworder } from '../../src/rewording/reword.ts';
import type { LintCode } from '../../src/vocabulary/rewording.ts';
import { type Counts, countCodes, sum } from './counts.ts';
import type { FidelityItem, LintItem, RewordingItem } from './items.ts';
import { type Judged, judgeRewording } from './judge.ts';

/** Shares are of items (`terms`: of terms), 0 to 1. */
export interface RewordingFigures {
  readonly items: number;
  readonly kept: number;
  readonly jargonOrInvention: number;
  readonly terms: number;
  readonly faithful: number;
  readonly slots: Counts;
  readonly missing: Counts;
  readonly notVerbatim: number;
}

export async function judgeAll(items: readonly RewordingItem[], reworder: Reworder): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (const item of items) judged.push(judgeRewording(item, await reworder.reword(item.text, item.direction, 'fr')));
  return judged;
}

export function rewordingFigures(judged: readonly Judged[]): RewordingFigures {
  const share = (holds: (one: Judged) => boolean) => judged.filter(holds).length / Math.max(1, judged.length);
  const terms = judged.flatMap(({ item }) => item.expected_terms).length;
  return {
    items: judged.length,
    kept: share(({ lost }) => lost.length === 0),
    jargonOrInvention: share(({ unexplained, invented }) => unexplained.length + invented.length > 0),
    terms: (terms - judged.flatMap(({ absentTerms }) => absentTerms).length) / Math.max(1, terms),
    faithful: share(({ reworded }) => reworded.fidelity.faithful),
    slots: sum(judged.map(({ slots }) => slots)),
    missing: sum(judged.map(({ missing }) => missing)),
    notVerbatim: judged.reduce((total, { notVerbatim }) => total + notVerbatim, 0),
  };
}

export interface LintJudged {
  readonly item: LintItem;
  readonly said: readonly LintCode[];
}

export const judgeLint = (items: readonly LintItem[], reworder: Reworder): readonly LintJudged[] =>
  items.map((item) => ({ item, said: [...new Set(reworder.lint(item.text).map(({ code }) => code))] }));

/** All codes together, or one. */
export const lintCounts = (judged: readonly LintJudged[], code?: LintCode): Counts => {
  const some = (codes: readonly LintCode[]) => codes.filter((one) => code === undefined || one === code);
  return sum(judged.map(({ item, said }) => countCodes(some(said), some(item.findings))));
};

export const falseAlarms = (judged: readonly LintJudged[]): readonly LintJudged[] =>
  judged.filter(({ item, said }) => item.findings.length === 0 && said.length > 0);

export interface FidelityJudged {
  readonly item: FidelityItem;
  readonly said: Fidelity;
  /** The verdict is right. */
  readonly right: boolean;
  /** And one of the kinds wanted is among those said. */
  readonly named: boolean;
}

export const judgeFidelity = (items: readonly FidelityItem[]): readonly FidelityJudged[] =>
  items.map((item) => {
    const said = checkFidelity(item.source, item.target);
    const right = said.faithful === item.faithful;
    const named = right && (item.faithful || said.defects.some(({ kind }) => item.defects.includes(kind)));
    return { item, said, right, named };
  });
