import { measureOf } from '../french/values/units.ts';
import type { SaidValue } from '../french/values/value.ts';
import { overlap } from './around.ts';
import type { Defect } from './port/defect.ts';
import { regionsOf } from './regions.ts';
import type { Side, SideValue } from './side.ts';
import { isEqual, nounOf, type Pair } from './value-equality.ts';
import { senseOf } from './vocabulary.ts';

/** «il en faut 10»: what is counted stands elsewhere. */
const isAnaphora = (side: Side, value: SideValue): boolean =>
  /\ben (?:[a-z']+ ){0,2}$/.test(side.flat.slice(Math.max(0, value.from - 30), value.from));

/** Two values of one kind that have changed places: each now stands among the other's words. */
export function findSwaps(pairs: readonly Pair[], source: Side, target: Side): readonly Defect[] {
  const defects: Defect[] = [];
  if (pairs.length < 2) return defects;
  const some = pairs.filter((pair) => !isItemNumber(source, pair.source) && !isItemNumber(target, pair.target));
  const here = regionsByKind(source);
  const there = regionsByKind(target);
  const regionOf = (value: SideValue) => here(value.value.kind).get(value) ?? there(value.value.kind).get(value);
  for (const [index, first] of some.entries()) {
    for (const second of some.slice(index + 1, index + 13)) {
      if (first.source.value.kind !== second.source.value.kind || isEqual(first.source.value, second.source.value))
        continue;
      const loose = isAnaphora(source, first.source) || isAnaphora(source, second.source);
      const near =
        !loose &&
        first.target.segment !== second.target.segment &&
        isCrossed(first, second, (value) => value.context, loose);
      if (!near && !countOtherThings(first, second) && !isCrossed(first, second, regionOf, loose)) continue;
      const kind = first.source.value.kind === 'date' ? 'DATE_CHANGED' : 'NUMBER_CHANGED';
      defects.push({ kind, source: first.source.value.text, target: second.target.value.text });
      defects.push({ kind, source: second.source.value.text, target: first.target.value.text });
    }
  }
  return defects.slice(0, 20);
}

/** «3. Entretien»: the number of an item counts nothing. */
function isItemNumber(side: Side, value: SideValue): boolean {
  if (value.value.kind !== 'quantity' || value.value.unit !== undefined) return false;
  const at = side.at(value.value.span[0]);
  return (at === 0 || side.tokens[at]?.newLine === true) && /^[.)/-]$/.test(side.tokens[at + 1]?.text ?? '');
}

type Regions = ReadonlyMap<SideValue, ReadonlySet<string>>;

/** What is said about each value of a kind, read when first asked for. */
function regionsByKind(side: Side): (kind: SaidValue['kind']) => Regions {
  const byKind = new Map<string, Regions>();
  return (kind) => {
    const known = byKind.get(kind);
    if (known !== undefined) return known;
    const values = side.values.filter(({ value }) => value.kind === kind);
    const found = regionsOf(
      side,
      values.map(({ value, sentence }) => ({ span: value.span, sentence })),
    );
    const regions = new Map<SideValue, ReadonlySet<string>>();
    for (const [index, value] of values.entries()) {
      const region = found[index];
      if (region !== undefined) regions.set(value, region);
    }
    byKind.set(kind, regions);
    return regions;
  };
}

type Words = (value: SideValue) => ReadonlySet<string> | undefined;

/** Each value stands among the words that were the other's, more than among its own. */
function isCrossed(first: Pair, second: Pair, wordsOf: Words, loose: boolean): boolean {
  const [sourceA, sourceB, targetA, targetB] = [first.source, second.source, first.target, second.target].map(wordsOf);
  if (sourceA === undefined || sourceB === undefined || targetA === undefined || targetB === undefined) return false;
  const [a, b] = distinct(sourceA, sourceB, first.source.value, second.source.value);
  const toB = overlap(a, targetB);
  const toA = overlap(b, targetA);
  const straight = overlap(a, targetA) + overlap(b, targetB);
  const each = toA > 0 && toB > 0;
  return toA + toB > straight && (each || (!loose && toA + toB >= straight + 2));
}

/** «6 tables de 10 couverts» → «10 tables de 6 couverts». */
function countOtherThings(first: Pair, second: Pair): boolean {
  const [a, b] = [nounOf(first.source.value), nounOf(second.source.value)];
  const [c, d] = [nounOf(first.target.value), nounOf(second.target.value)];
  if ([a, b].some((noun) => noun !== undefined && measureOf(noun) !== undefined)) return false;
  return a !== undefined && b !== undefined && a !== b && a === d && b === c;
}

/** The words that tell the two contexts apart, the values' own words left out. */
function distinct(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  valueA: SaidValue,
  valueB: SaidValue,
): readonly [Set<string>, Set<string>] {
  const own = new Set(
    [valueA, valueB].flatMap((value) =>
      value.kind === 'date' ? value.head.split(' ').map((word) => senseOf(word).key ?? '') : [],
    ),
  );
  return [
    new Set([...a].filter((key) => !b.has(key) && !own.has(key))),
    new Set([...b].filter((key) => !a.has(key) && !own.has(key))),
  ];
}
