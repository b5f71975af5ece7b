import { equalRates } from './equal-rates.ts';
import type { Defect } from './port/defect.ts';
import type { Side } from './side.ts';

/** How often, told without a figure: «chaque année», «tous les mois», «hebdomadaire»; the unit, and any mention of it. */
const FREQUENCIES: readonly (readonly [unit: string, told: RegExp, mention: RegExp])[] = [
  ['an', /\b(?:chaque|tous les|toutes les|par) (?:ans?|annees?)\b|\bannuel[a-z]*/, /\b(?:ans?|annee|annu)/],
  ['semestre', /\b(?:chaque|tous les|par) semestres?\b|\bsemestriel[a-z]*/, /\bsemestr|\b(?:6|six) mois/],
  [
    'trimestre',
    /\b(?:chaque|tous les|par) trimestres?\b|\btrimestriel[a-z]*/,
    /\btrimestr|\b(?:3|trois) mois|\b(?:4|quatre) (?:fois )?par an/,
  ],
  ['mois', /\b(?:chaque|tous les|par) mois\b|\bmensuel[a-z]*/, /\b(?:mois|mensu)/],
  ['semaine', /\b(?:chaque|toutes les|par) semaines?\b|\bhebdomadaire[a-z]*/, /\b(?:semaine|hebdo)/],
  ['jour', /\b(?:chaque|tous les|par) jours?\b|\b(?:quotidien|journalier)[a-z]*/, /\b(?:jour|quotid|7\/7)/],
  ['soir', /\b(?:chaque|tous les|par) soirs?\b/, /\b(?:soir|quotid)/],
  ['matin', /\b(?:chaque|tous les|par) matins?\b/, /\b(?:matin|quotid)/],
];

/** A frequency of the source changed into another, or gone. */
export function compareFrequencies(source: Side, target: Side): readonly Defect[] {
  const added = FREQUENCIES.map(([, told, mention]) =>
    mention.test(source.flat) ? null : told.exec(target.flat),
  ).find((match) => match !== null);
  const rates = [...equalRates(source.values, target.values)];
  return FREQUENCIES.flatMap(([, told, mention]) => {
    const match = told.exec(source.flat);
    if (match === null || mention.test(target.flat)) return [];
    if (rates.some(({ from, to }) => match.index >= from && match.index < to)) return [];
    const kind = added === undefined ? ('CONSTRAINT_DROPPED' as const) : ('UNIT_CHANGED' as const);
    return [{ kind, source: match[0], target: added?.[0] ?? '' }];
  });
}
