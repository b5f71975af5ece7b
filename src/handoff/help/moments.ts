import { DateTime } from 'luxon';
import { momentText } from '../../text/reserve-texts.ts';
import type { Language } from '../../vocabulary/people.ts';

/** Says an instant (ISO 8601 UTC) as a person of that zone and language would: «le jeudi 3 décembre à 9 h». */
export function createSayMoment(timeZone: string, now: Date, language: Language): (instant: string) => string {
  const today = DateTime.fromJSDate(now, { zone: timeZone });
  return (instant) => momentText(DateTime.fromISO(instant, { zone: timeZone }), today, language);
}
