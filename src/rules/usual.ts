import { isIsoDate } from '../days/iso-date.ts';
import type { Case, Conclusion } from './compute.ts';
import type { FactValue } from './facts.ts';
import type { Line, Plain } from './work.ts';

/** A conclusion where what hardly anyone is, is left aside: an exception, and no reason to ask. */
export interface Usual {
  readonly conclusion: Conclusion;
  /** Of a buyer that was not asked about: whom the conclusion is not for. */
  readonly except: 'rare' | 'unbound' | undefined;
}

const RARE: ReadonlySet<FactValue> = new Set(['entite_adjudicatrice', 'office_habitat']);
/** Whoever asks whether its contract is sent to the prefect is of those that send theirs. */
const UNBOUND = 'non_soumis';
/** The buyer whose reasoning is told, where all of them conclude alike. */
const TOLD_FIRST: FactValue = 'collectivite';

/** Leaves out what only an unusual buyer changes; a fact that decides nothing any more is not asked for. */
export function usualOf(conclusion: Conclusion): Usual {
  const { cases = [], missing } = conclusion;
  const kept = cases.filter(
    ({ taken, value }) => taken !== undefined && !taken.some((one) => RARE.has(one)) && value !== UNBOUND,
  );
  if (kept.length === 0 || kept.length === cases.length) return { conclusion, except: undefined };
  const decides = missing.map((_, at) => doesDecide(kept, at));
  if (decides.every(Boolean)) return { conclusion, except: undefined };
  const told = kept.filter(({ taken = [] }) =>
    taken.every((value, at) => decides[at] === true || value === standsFor(kept, at)),
  );
  const except = cases.some(({ value }) => value === UNBOUND) ? 'unbound' : 'rare';
  const asked = missing.filter((_, at) => decides[at] === true);
  const [only] = told;
  if (asked.length === 0 && only !== undefined) return { conclusion: concludedBy(conclusion, only, told), except };
  const narrowed = told.map((one) => ({
    ...one,
    labels: one.labels.filter((_, at) => decides[at] === true),
    taken: one.taken?.filter((_, at) => decides[at] === true) ?? [],
  }));
  return { conclusion: { ...conclusion, missing: asked, cases: narrowed }, except };
}

/** Whether two cases that part by that fact alone conclude otherwise. */
function doesDecide(cases: readonly Case[], at: number): boolean {
  const seen = new Map<string, string>();
  return cases.some(({ taken = [], value, values }) => {
    const others = JSON.stringify(taken.filter((_, other) => other !== at));
    const concluded = JSON.stringify(value ?? values);
    const before = seen.get(others);
    seen.set(others, before ?? concluded);
    return before !== undefined && before !== concluded;
  });
}

function standsFor(cases: readonly Case[], at: number): FactValue | undefined {
  const all = cases.map(({ taken }) => taken?.[at]);
  return all.includes(TOLD_FIRST) ? TOLD_FIRST : all[0];
}

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
