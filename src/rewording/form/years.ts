import { readValues } from '../../french/values/read-values.ts';

/** The longest that is said, with the years it may be renewed for. */
export function yearsOf(said: readonly string[]): number | undefined {
  const years = said.flatMap((words) => {
    const times = /(\d|une|deux|trois|quatre) (?:fois|reconductions?)/i.exec(words)?.[1]?.toLowerCase();
    const renewed = times === undefined ? 0 : (TIMES.get(times) ?? Number(times));
    const [base, ...more] =
      /\d ?ans?((?: ?\+ ?\d(?! ?reconduction))+)/i.exec(words)?.[0].match(/\d/g)?.map(Number) ?? [];
    if (base !== undefined) return [more.reduce((sum, one) => sum + one, base)];
    return readValues(words).flatMap((value) =>
      value.kind !== 'duration'
        ? []
        : value.unit === 'year'
          ? [value.high * (1 + renewed)]
          : value.unit === 'month'
            ? [(value.high / 12) * (1 + renewed)]
            : [],
    );
  });
  return years.length === 0 ? undefined : Math.max(1, ...years);
}

const TIMES: ReadonlyMap<string, number> = new Map([
  ['une', 1],
  ['deux', 2],
  ['trois', 3],
  ['quatre', 4],
]);
