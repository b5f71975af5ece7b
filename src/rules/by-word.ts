import { isIsoDate } from '../days/iso-date.ts';
import type { Case, Conclusion } from './compute.ts';
import type { Line, Plain } from './work.ts';

/** Cases that share one word, of which only the values part: the word is what a yes-or-no question asks. */
export function byWord(conclusion: Conclusion): Conclusion {
  const { cases = [] } = conclusion;
  const [first] = cases;
  if (first === undefined || typeof first.value !== 'string' || isIsoDate(first.value)) return conclusion;
  if (cases.some(({ value }) => value !== first.value)) return conclusion;
  return concludedBy(conclusion, { ...first, explanation: sharedLines(cases) }, cases);
}

/** What is said alike of every case. */
export function sharedLines(cases: readonly Case[]): readonly Line[] {
  return (cases[0]?.explanation ?? []).filter(({ text }) =>
    cases.every(({ explanation }) => explanation.some((line) => line.text === text)),
  );
}

/** The conclusion of one case, of whose values only those are told that the others share. */
function concludedBy(conclusion: Conclusion, { value, explanation }: Case, alike: readonly Case[]): Conclusion {
  const { cases: _cases, branches: _branches, ...rest } = conclusion;
  return {
    ...rest,
    ...(value === undefined ? {} : { value }),
    values: sharedBy(alike),
    missing: [],
    explanation,
    articles: [...new Set(explanation.flatMap(({ articles }) => articles))],
  };
}

function sharedBy([first, ...others]: readonly Case[]): Readonly<Record<string, Plain>> {
  return Object.fromEntries(
    Object.entries(first?.values ?? {}).filter(([name, value]) =>
      others.every(({ values }) => new Map(Object.entries(values)).get(name) === value),
    ),
  );
}
