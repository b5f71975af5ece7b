import { boundOf } from '../../fidelity/bounds.ts';
import type { Side, SideValue } from '../../fidelity/side.ts';
import { isEqual } from '../../fidelity/value-equality.ts';
import { readValues } from '../../french/values/read-values.ts';
import type { SaidValue } from '../../french/values/value.ts';
import { fold } from '../../french/words.ts';
import type { Ungrounded } from '../../model/ungrounded.ts';
import type { PassageSentence, StatedFigure } from './passage.ts';
import { isOtherCase, scopesIn } from './scope.ts';

/** Says that a figure is of another time. */
const OF_THE_PAST =
  /\b(?:etait|etaient|avant (?:le|cette|avril|2)|auparavant|ancien\w*|jusqu'au|jusqu'alors|n'est plus|ne sert plus|perime\w*|precedemment|a l'epoque|avait|en 20\d\d)\b/;
const ANNOUNCED = /\bannonc\w*/;
const TO_CONFIRM = /\b(?:confirm\w*|verifi\w*|pas encore)\b/;

/**
 * Every value of a claim stands in the sentences it rests on: same worth, unit, tax basis and rate, on the same side of the
 * limit, about the same case, and as much in force. Undefined when all do.
 * @param cited all the sentences of the passages cited: none of them may bound the value on the other side
 */
export function figureFault(
  claim: Side,
  support: readonly PassageSentence[],
  cited: readonly PassageSentence[],
): Ungrounded | undefined {
  for (const value of claim.values) {
    const stated = support.flatMap((sentence) =>
      sentence
        .side()
        .values.filter((other) => isSame(value.value, other.value))
        .map((other) => ({ sentence, other })),
    );
    if (stated.length === 0) return value.value.kind === 'date' ? 'date' : 'figure';
    const faults = stated.map(({ sentence, other }) => contextFault(claim, value, sentence, other, cited));
    if (faults.every((fault) => fault !== undefined)) return faults[0];
    if (isOfAnotherArticle(claim, value, cited)) return 'figure_context';
  }
  return hasLooseDigits(claim, support) ? 'figure' : undefined;
}

function isSame(said: SaidValue, stated: SaidValue): boolean {
  if (!isEqual(said, stated)) return false;
  if (said.kind === 'amount' && stated.kind === 'amount')
    return (
      (said.tax === undefined || stated.tax === undefined || said.tax === stated.tax) &&
      (said.per === undefined || said.per === stated.per)
    );
  const rate = 'per' in said ? said.per : undefined;
  return rate === undefined || rate === ('per' in stated ? stated.per : undefined);
}

/** The value is the right number: is it said of the right thing? */
function contextFault(
  claim: Side,
  value: SideValue,
  sentence: PassageSentence,
  other: SideValue,
  cited: readonly PassageSentence[],
): Ungrounded | undefined {
  const here = boundOf(claim, value)?.side;
  const there = boundOf(sentence.side(), other)?.side;
  if (here !== undefined && there !== undefined && here !== there) return 'figure_context';
  if (here !== undefined && there === undefined && isBoundedOtherwise(value.value, here, cited))
    return 'figure_context';
  if (isNearerAnother(claim, value, sentence.side(), other) || isEdgeTaken(claim, value, sentence.side(), other))
    return 'figure_context';
  const figures = sentence.figures.filter((figure) => states(figure, value.value));
  if (figures.length === 0) return undefined;
  const said = scopesIn(clauseOf(claim, value));
  const fitting = figures.filter((figure) => !isOtherCase(said, scopesIn(figure.label)));
  if (fitting.length === 0) return 'figure_context';
  return fitting.some((figure) => isHonest(figure, claim.flat)) ? undefined : 'figure_standing';
}

/** «60 000 € HT (R. 2122-9-1)» where the passages tell other sums with that article, and never this one. */
function isOfAnotherArticle(claim: Side, { value }: SideValue, cited: readonly PassageSentence[]): boolean {
  if (value.kind !== 'amount') return false;
  return claim.codes.some(({ key }) => {
    const told = cited
      .map((sentence) => sentence.side())
      .filter(({ codes }) => codes.some((one) => one.key === key))
      .flatMap(({ values }) => values.filter((one) => one.value.kind === 'amount'));
    return told.length > 0 && !told.some((one) => isSame(value, one.value));
  });
}

const INCLUSIVE_BEFORE =
  /(?:au plus|au maximum|maximum|jusqu'?a|n'exced[a-z]*|ne depass[a-z]*(?: pas)?|inferieure?s? ou egale?s? a)$/;
const INCLUSIVE_AFTER = /^(?: ?(?:€|euros?|ht|ttc|hors taxes))*[ ,(]*(?:inclus|compris|au plus|au maximum|maximum)/;
const EXCLUSIVE = /(?:sous|moins de|inferieure?s? a|en dessous de|au-dessous de)$/;

/** «60 000 € inclus» where the passage says below 60 000 €: at the limit itself the rule is another. */
function isEdgeTaken(claim: Side, value: SideValue, side: Side, stated: SideValue): boolean {
  if (value.value.kind !== 'amount') return false;
  const before = (one: Side, { from }: SideValue) => one.flat.slice(Math.max(0, from - 40), from).trimEnd();
  if (!EXCLUSIVE.test(before(side, stated))) return false;
  return INCLUSIVE_BEFORE.test(before(claim, value)) || INCLUSIVE_AFTER.test(claim.flat.slice(value.to, value.to + 40));
}

/** The support leaves the side of the limit unsaid, and another sentence says that it is the other one. */
function isBoundedOtherwise(value: SaidValue, side: 'max' | 'min', cited: readonly PassageSentence[]): boolean {
  const sides = cited.flatMap((sentence) =>
    sentence
      .side()
      .values.filter((other) => isSame(value, other.value))
      .map((other) => boundOf(sentence.side(), other)?.side),
  );
  return !sides.includes(side) && sides.some((other) => other !== undefined);
}

function isHonest({ standing }: StatedFigure, flat: string): boolean {
  switch (standing) {
    case 'in_force':
      return true;
    case 'past':
      return OF_THE_PAST.test(flat);
    case 'announced':
      return ANNOUNCED.test(flat) && TO_CONFIRM.test(flat);
  }
}

const saidValues = new Map<string, readonly SaidValue[]>();

function states({ said }: StatedFigure, value: SaidValue): boolean {
  let values = saidValues.get(said);
  if (values === undefined) {
    values = readValues(said);
    saidValues.set(said, values);
  }
  return values.some((other) => isSame(value, other));
}

/** The words around it, as far as the next comma or value: where «pour les collectivités» may stand. */
function clauseOf(side: Side, { value, clause }: SideValue): string {
  const others = side.values.filter((other) => other.clause === clause && other.value.span[0] !== value.span[0]);
  const inClause = side.words.filter((word) => word.clause === clause);
  const start = inClause[0]?.start ?? value.span[0];
  const end = Math.max(inClause.at(-1)?.end ?? 0, value.span[1]);
  // Two values in one clause: what stands between is the first one's, unless nothing comes after.
  const after = others.filter((other) => other.value.span[0] > value.span[1]).map((other) => other.value.span[0]);
  const before = others.filter((other) => other.value.span[1] < value.span[0]).map((other) => other.value.span[1]);
  const text = side.text.slice(Math.max(start, ...before), Math.min(end, ...after));
  const said = scopesIn(text).size > 0 || others.length > 0 ? text : side.text;
  return fold(said);
}

/** Another value of the sentence stands among the words that the claim puts around this one. */
function isNearerAnother(claim: Side, value: SideValue, side: Side, stated: SideValue): boolean {
  const alone = claim.values.filter((other) => other.value.kind === value.value.kind).length === 1;
  const around = alone ? claim.keys : value.context;
  const rivals = side.values.filter(
    (rival) => rival !== stated && rival.value.kind === stated.value.kind && !isEqual(rival.value, stated.value),
  );
  return rivals.some((rival) => {
    const own = [...stated.context].filter((key) => !rival.context.has(key));
    const theirs = [...rival.context].filter((key) => !stated.context.has(key));
    const count = (keys: readonly string[]) => keys.filter((key) => around.has(key)).length;
    return count(theirs) > count(own);
  });
}

/** Digits that are part of no value and of no name read in the claim must stand in the support as they are. */
function hasLooseDigits(claim: Side, support: readonly PassageSentence[]): boolean {
  const read = [...claim.values.map(({ value }) => value.span), ...claim.codes.map(({ span }) => span)];
  const held = new Set(support.flatMap(({ text }) => text.match(/\d+/g) ?? []));
  return [...claim.text.matchAll(/\d+/g)].some(
    ({ 0: digits, index }) => !read.some(([start, end]) => index >= start && index < end) && !held.has(digits),
  );
}
