import { asidesBelow } from './annex.ts';
import { compareConditions } from './compare-conditions.ts';
import { compareContent } from './compare-content.ts';
import { compareDenials } from './compare-denials.ts';
import { compareEdits } from './compare-edits.ts';
import { compareGlosses } from './compare-glosses.ts';
import { compareNames } from './compare-names.ts';
import { compareObligations } from './compare-obligations.ts';
import { compareTurned } from './compare-turned.ts';
import { compareValues } from './compare-values.ts';
import { compareDeniedPredicates } from './denied-predicates.ts';
import { compareFrequencies } from './frequencies.ts';
import type { Defect, Fidelity } from './port/defect.ts';
import { readSide } from './read-side.ts';
import type { Side } from './side.ts';

/**
 * Whether `target` says what `source` says: numbers, amounts, units, dates, durations, negations, obligations, names,
 * exclusions and conditions. By rule, in French, on any paraphrase; equal values in other clothes are equal. Each defect
 * quotes the words at fault. Explanations in brackets, articles cited and the labels of a form
 * below the message are no inventions. Never throws.
 */
export const checkFidelity = (source: string, target: string): Fidelity => fidelityTo(source)(target);

/** The same for several targets of one source, which is read once. */
export function fidelityTo(source: string): (target: string) => Fidelity {
  let from: Side | undefined;
  return (target) => {
    if (source === target) return { faithful: true, defects: [] };
    from ??= readSide(source);
    return compare(from, readSide(target, asidesBelow(source, target)));
  };
}

function compare(from: Side, to: Side): Fidelity {
  const defects = distinct([
    ...compareValues(from, to),
    ...compareFrequencies(from, to),
    ...compareDenials(from, to),
    ...compareDeniedPredicates(from, to),
    ...compareObligations(from, to),
    ...compareConditions(from, to),
    ...compareEdits(from, to),
    ...compareTurned(from, to),
    ...compareGlosses(from.text, to.text),
    ...compareNames(from, to),
    ...compareContent(from, to),
  ]);
  return { faithful: defects.length === 0, defects };
}

function distinct(defects: readonly Defect[]): readonly Defect[] {
  const seen = new Set<string>();
  return defects.filter((defect) => {
    const key = `${defect.kind}|${defect.source}|${defect.target}`;
    return !seen.has(key) && seen.add(key);
  });
}
