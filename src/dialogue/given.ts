import { type IsoDate, isIsoDate, MONTHS } from '../corpus/iso-date.ts';
import { fold } from '../text/words.ts';

/** Facts of the case that a question gives, each undefined when not said. */
export interface Given {
  readonly objet: 'travaux' | 'fournitures_services' | undefined;
  readonly acheteur: 'etat' | 'collectivite' | 'sante' | 'entite' | undefined;
  /** In euros. */
  readonly amount: { readonly value: number; readonly tax: 'HT' | 'TTC' | undefined } | undefined;
  /** Years over which a yearly amount runs, renewals included; undefined when the amount is not a yearly one. */
  readonly years: number | undefined;
  /** Days of delay, when the question speaks of a late delivery. */
  readonly daysLate: number | undefined;
  /** The day the question is about, when it names one. */
  readonly at: IsoDate | undefined;
}

const OBJET: readonly (readonly [NonNullable<Given['objet']>, RegExp])[] = [
  [
    'travaux',
    /\b(?:travaux|chantiers?|renov\w+|refection|toitures?|batiments?|construction|construire|maconnerie|ravalement|voirie|demolition)\b/,
  ],
  [
    'fournitures_services',
    /\b(?:fournitures?|services?(?! (?:achats?|juridique|technique|prescripteur|fait|marches))|mobilier|materiel|logiciels?|prestations?|nettoyage|ordinateurs?|vehicules?|papier|gardiennage|traiteur|formation|etudes?|denrees)\b/,
  ],
];

const ACHETEUR: readonly (readonly [NonNullable<Given['acheteur']>, RegExp])[] = [
  ['sante', /\b(?:hopita(?:l|ux)|chu?|ghu|centres? hospitaliers?|etablissements? (?:publics? )?de sante)\b/],
  ['entite', /\b(?:entites? adjudicatrices?|operateurs? de reseaux?)\b/],
  [
    'etat',
    /\b(?:l'etat|(?<!tiers[- ])etat|ministeres?|prefectures?|autorites? (?:publiques? )?centrales?|administration centrale|dreal|rectorat|ugap|epa de l'etat)\b/,
  ],
  [
    'collectivite',
    /\b(?:collectivites?|communes?|mairies?|villes?|departements?|regions?|metropoles?|agglo\w*|communaute de communes|epci|ccas|syndicat mixte|conseil (?:departemental|regional))\b/,
  ],
];

const AMOUNT =
  /(?<![\d-]|\d[.,])(\d{1,3}(?:[\s\u00a0\u202f.]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)\s?(millions?|mille|m€|k€|ke|k|m)?\s?(?:d')?(€|euros?|eur|balles)?\s?(ht|ttc|hors taxes?|toutes taxes)?(?![\w-])/g;

export function readGiven(text: string, today: IsoDate): Given {
  const folded = fold(text);
  return {
    objet: first(OBJET, folded),
    acheteur: first(ACHETEUR, folded),
    amount: readAmounts(folded)[0],
    years: readYears(folded),
    daysLate: readDaysLate(folded),
    at: readDay(folded, today),
  };
}

function first<T>(table: readonly (readonly [T, RegExp])[], text: string): T | undefined {
  return table.find(([, pattern]) => pattern.test(text))?.[0];
}

type Amount = NonNullable<Given['amount']>;

/** The sums of money in a folded text, in order: a bare number counts only with a unit, a tax basis or the look of a sum. */
export function readAmounts(folded: string): readonly Amount[] {
  const amounts: Amount[] = [];
  for (const match of folded.matchAll(AMOUNT)) {
    const [whole, digits = '', scale, currency, tax] = match;
    const unit = currency !== undefined || tax !== undefined || scale === 'k€' || scale === 'm€' || scale === 'k';
    if (!unit && !looksLikeSum(digits, folded.slice(0, match.index), folded.slice(match.index + whole.length)))
      continue;
    const plain = digits
      .replace(/[\s\u00a0\u202f]/g, '')
      .replace(/\.(?=\d{3}(?!\d))/g, '')
      .replace(',', '.');
    const factor = scale === undefined ? 1 : /^m(?:illions?|€)?$/.test(scale) ? 1_000_000 : 1000;
    const value = Number(plain) * factor;
    if (!Number.isFinite(value) || value <= 0) continue;
    amounts.push({ value, tax: tax === undefined ? undefined : /^(?:ht|hors)/.test(tax) ? 'HT' : 'TTC' });
  }
  return amounts;
}

/** «45 000 pour des chaises», «a 28 000 sans concurrence»: thousands set apart, no thing counted behind them, no number of something. */
function looksLikeSum(digits: string, before: string, rest: string): boolean {
  return (
    !/(?:articles?|numero|n°|no|ref\w*|code|siret|telephone)\s*:?\s*$/.test(before) &&
    /^\d{1,3}(?:[\s\u00a0\u202f.]\d{3})+$/.test(digits) &&
    /^\s*(?:$|[,;.?!:)]|(?:pour|sans|sur|par an|avec|en (?:tout|travaux|fournitures|services)|hors|et|ou|on|je|c'est|faut|chaque)(?!\p{L}))/u.test(
      rest,
    )
  );
}

const NUMBERS = ['zero', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'];
const NUMBER = `(\\d{1,2}|${NUMBERS.join('|')}|une)`;
const YEARLY = /(?:par an|\/ ?an|annuels?|annuelle?s?|chaque annee|tous les ans|a l'annee)\b/;
const RENEWED = new RegExp(
  `(?:reconductibles?|renouvelables?|reconduite?s?|reconductions?)[^.?!]{0,12}?\\b${NUMBER} fois|\\b${NUMBER} reconductions?`,
);
const OVER_YEARS = new RegExp(`(?:sur|pendant|pour|duree de|dure) ${NUMBER} ans`);
const LATE = new RegExp(
  `(?:retard de ${NUMBER} jours?|${NUMBER} jours? de retard|en retard (?:de|d') ?${NUMBER} jours?)`,
);

function readNumber(match: RegExpExecArray | null): number | undefined {
  const word = match?.slice(1).find((group) => group !== undefined);
  if (word === undefined) return undefined;
  return /\d/.test(word) ? Number(word) : word === 'une' ? 1 : NUMBERS.indexOf(word);
}

/** «50 000 € par an, reconductible trois fois» runs over four years (R2121-1: renewals count). */
function readYears(folded: string): number | undefined {
  if (!YEARLY.test(folded)) return undefined;
  const renewals = readNumber(RENEWED.exec(folded));
  return renewals === undefined ? readNumber(OVER_YEARS.exec(folded)) : renewals + 1;
}

function readDaysLate(folded: string): number | undefined {
  return readNumber(LATE.exec(folded));
}

const FOLDED_MONTHS = MONTHS.map(fold);

/** `en 2027`, `en mars 2026`, `l'an dernier`, `avant avril 2026`, `2026-03-31`: a day inside the period meant. */
function readDay(folded: string, today: IsoDate): IsoDate | undefined {
  const iso = /(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)/.exec(folded)?.[1];
  if (iso !== undefined && isIsoDate(iso)) return iso;
  const month = new RegExp(`\\b(avant |fin )?(?:le |1er |\\d{1,2} )*(${FOLDED_MONTHS.join('|')}) (20\\d{2})\\b`).exec(
    folded,
  );
  if (month !== null) {
    const first = `${month[3]}-${String(FOLDED_MONTHS.indexOf(month[2] ?? '') + 1).padStart(2, '0')}-01`;
    return month[1] === 'avant ' ? dayBefore(first) : first;
  }
  const year = Number(today.slice(0, 4));
  if (/\b(?:l'an dernier|l'annee derniere|l'an passe)\b/.test(folded))
    return `${year - 1}${today.slice(4)}`.replace('-02-29', '-02-28');
  if (/\b(?:l'an prochain|l'annee prochaine)\b/.test(folded)) return `${year + 1}-01-01`;
  const named = /\b(?:en|pour|de|depuis|avant|des|fin|debut)(?: l'annee)? (20[12]\d)\b/.exec(folded);
  if (named === null) return undefined;
  if (named[0].startsWith('avant')) return dayBefore(`${named[1]}-01-01`);
  return Number(named[1]) === year ? undefined : `${named[1]}-01-01`;
}

function dayBefore(day: IsoDate): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
