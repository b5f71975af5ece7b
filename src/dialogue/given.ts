import { type IsoDate, isIsoDate, MONTHS } from '../days/iso-date.ts';
import { fold } from '../french/words.ts';
import { readAmount, type SaidAmount } from './amounts.ts';

/** Facts of the case that a question gives, each undefined when not said. */
export interface Given {
  readonly objet: 'travaux' | 'fournitures_services' | undefined;
  readonly acheteur: 'etat' | 'collectivite' | 'sante' | 'entite' | undefined;
  /** What was said of money: only a sum of the whole need is set against thresholds. */
  readonly amount: SaidAmount;
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

export function readGiven(text: string, today: IsoDate): Given {
  const folded = fold(text);
  return {
    objet: first(OBJET, folded),
    acheteur: first(ACHETEUR, folded),
    amount: readAmount(text),
    daysLate: readDaysLate(folded),
    at: readDay(folded, today),
  };
}

function first<T>(table: readonly (readonly [T, RegExp])[], text: string): T | undefined {
  return table.find(([, pattern]) => pattern.test(text))?.[0];
}

const NUMBERS = ['zero', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'];
const NUMBER = `(\\d{1,2}|${NUMBERS.join('|')}|une)`;
const LATE = new RegExp(
  `(?:retard de ${NUMBER} jours?|${NUMBER} jours? de retard|en retard (?:de|d') ?${NUMBER} jours?)`,
);

function readNumber(match: RegExpExecArray | null): number | undefined {
  const word = match?.slice(1).find((group) => group !== undefined);
  if (word === undefined) return undefined;
  return /\d/.test(word) ? Number(word) : word === 'une' ? 1 : NUMBERS.indexOf(word);
}

function readDaysLate(folded: string): number | undefined {
  return readNumber(LATE.exec(folded));
}

const FOLDED_MONTHS = MONTHS.map(fold);
const IN_MONTH = new RegExp(`\\b(avant |fin )?(?:le )?(?:1er |\\d{1,2} )?(${FOLDED_MONTHS.join('|')}) (20\\d{2})\\b`);

/** `en 2027`, `en mars 2026`, `l'an dernier`, `avant avril 2026`, `2026-03-31`: a day inside the period meant. */
function readDay(folded: string, today: IsoDate): IsoDate | undefined {
  const iso = /(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)/.exec(folded)?.[1];
  if (iso !== undefined && isIsoDate(iso)) return iso;
  const month = IN_MONTH.exec(folded);
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
