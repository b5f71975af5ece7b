/** A calendar day, `YYYY-MM-DD`; such strings compare in date order. */
export type IsoDate = string;

export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

const PARIS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });

/** The calendar day of an instant in Paris, where the law's days are counted. */
export function parisDay(instant: Date): IsoDate {
  return PARIS.format(instant);
}

/** As French writes them, January first. */
export const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

/** `2027-01-01` → `1er janvier 2027`. */
export function frenchDate(date: IsoDate): string {
  const [year = '', month = '1', day = '1'] = date.split('-');
  const number = Number(day);
  return `${number === 1 ? '1er' : number} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}
