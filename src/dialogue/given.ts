import { type IsoDate, isIsoDate } from '../days/iso-date.ts';
import { readValues } from '../french/values/read-values.ts';
import type { SaidValue } from '../french/values/value.ts';
import { fold } from '../french/words.ts';

/** What a search is told of the case, each undefined when not said; what is worked out reads its own facts (`src/rules`). */
export interface Given {
  readonly objet: 'travaux' | 'fournitures_services' | undefined;
  readonly acheteur: 'etat' | 'collectivite' | 'sante' | 'entite' | undefined;
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
    at: readDay(text, folded, today),
  };
}

function first<T>(table: readonly (readonly [T, RegExp])[], text: string): T | undefined {
  return table.find(([, pattern]) => pattern.test(text))?.[0];
}

/** `en 2027`, `en mars 2026`, `l'an dernier`, `avant avril 2026`, `2026-03-31`: a day inside the period meant. */
function readDay(text: string, folded: string, today: IsoDate): IsoDate | undefined {
  // «40 000 € depuis 2020»: when a rule came, not when it is asked about.
  const dates = readValues(text)
    .filter((value) => value.kind === 'date')
    .filter((value) => !isSince(text, value));
  for (const length of ['2026-03-31'.length, '2026-03'.length])
    for (const { iso = '', text: said } of dates) {
      const day = `${iso}-01`.slice(0, 10);
      // Nobody asks about the law of an earlier day; people tell when they were born.
      if (iso.length === length && isIsoDate(day) && iso > '2010') return /^avant\b/i.test(said) ? dayBefore(day) : day;
    }
  const year = Number(today.slice(0, 4));
  if (/\b(?:l'an dernier|l'annee derniere|l'an passe)\b/.test(folded))
    return `${year - 1}${today.slice(4)}`.replace('-02-29', '-02-28');
  if (/\b(?:l'an prochain|l'annee prochaine)\b/.test(folded)) return `${year + 1}-01-01`;
  const named = /\b(?:en|pour|de|avant|des|fin|debut)(?: l'annee)? (20[12]\d)\b/.exec(folded);
  if (named === null) return undefined;
  if (named[0].startsWith('avant')) return dayBefore(`${named[1]}-01-01`);
  return Number(named[1]) === year ? undefined : `${named[1]}-01-01`;
}

function isSince(text: string, { span, text: said }: SaidValue): boolean {
  return (
    /^depuis\b/i.test(said) ||
    /\bdepuis (?:le |la |l['’]ann[ée]e |d[ée]but |fin )?$/i.test(text.slice(Math.max(0, span[0] - 20), span[0]))
  );
}

function dayBefore(day: IsoDate): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
