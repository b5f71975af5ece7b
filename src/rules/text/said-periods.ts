import type { SaidValue } from '../../french/values/value.ts';
import { fold } from '../../french/words.ts';
import type { SaidPeriods } from './need-facts.ts';

const DAYS_A_MONTH = 30;

/** «six semaines», where no month nor year is said. */
function shortMonths(values: readonly SaidValue[]): number | undefined {
  const weeks = values.flatMap((one) => (one.kind === 'duration' && one.unit === 'week' ? [one.high] : []));
  const [only] = weeks;
  return weeks.length === 1 && only !== undefined ? Math.round((70 * only) / DAYS_A_MONTH) / 10 : undefined;
}

const TIMES = /^(?:fois|reconduction|renouvellement)$/;
/** «Renouvellement de l'assurance» names what is bought, and no second period. */
const RENEWED =
  /recondu|renouvelable|renouvellement(?! (?:de l[a' ]|de nos|de notre|du|des)\b)|renouvelee? |tacite|prolong/;

/** «pas de reconduction», «sans tacite reconduction», «non renouvelable». */
const NOT_RENEWED =
  /\b(?:pas|sans|aucune?|non|ni|jamais)(?: (?:de|la|une|possibilite|tacite|prevue?|d'option)){0,3} (?:tacite )?(?:reconduct\w{0,5}|renouvel\w{0,6}|prolong\w{0,6})/g;

/** «6 ans reconductions comprises»: the length is told with them. */
const INCLUDED = /\b(?:reconductions?|renouvellements?|prolongations?) (?:deja )?(?:compris|inclus)/;

/** «un an reconductible trois fois», «2 ans, 3 fois 1 an», «48 mois». */
export function periodsOf(text: string, values: readonly SaidValue[]): SaidPeriods {
  const flat = fold(text);
  const renewed = RENEWED.exec(flat.replace(NOT_RENEWED, (said) => ' '.repeat(said.length)))?.index;
  let times: number | undefined;
  let months: number | undefined;
  let renewalMonths: number | undefined;
  for (const value of values) {
    if (value.kind === 'quantity' && renewed !== undefined && TIMES.test(value.unit ?? '')) times = value.high;
    if (value.kind !== 'duration' || (value.unit !== 'month' && value.unit !== 'year')) continue;
    const length = value.high * (value.unit === 'year' ? 12 : 1);
    if (times !== undefined || (renewed !== undefined && value.span[0] > renewed && months !== undefined))
      renewalMonths = length;
    else months ??= length;
  }
  months ??= shortMonths(values);
  const isWhole = INCLUDED.test(flat) && renewalMonths === undefined;
  const once = renewed !== undefined && times === undefined && !isWhole ? 1 : undefined;
  return { months, renewals: times ?? once, uncounted: once !== undefined, renewalMonths };
}
