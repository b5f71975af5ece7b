import { measureOf } from '../french/values/units.ts';
import type { SaidValue } from '../french/values/value.ts';
import { ownValue } from '../own-value.ts';
import { boundOf } from './bounds.ts';
import type { Defect } from './port/defect.ts';
import type { Side, SideValue } from './side.ts';
import type { Pair } from './value-equality.ts';

/** Tax basis, rate and bound of two equal values. */
export function compareClothes({ source: from, target: to }: Pair, source: Side, target: Side): readonly Defect[] {
  const said = { source: from.value.text, target: to.value.text };
  const defects: Defect[] = [];
  if (from.value.kind === 'amount' && to.value.kind === 'amount' && from.value.tax !== to.value.tax) {
    const elsewhere = taxNear(target, to);
    const here = taxNear(source, from);
    const a = from.value.tax ?? here;
    const b = to.value.tax ?? elsewhere;
    if (a !== b)
      defects.push({
        kind: a === undefined ? 'INVENTED_FACT' : b === undefined ? 'CONSTRAINT_DROPPED' : 'UNIT_CHANGED',
        ...said,
      });
  }
  const dayA = weekdayIn(from.value);
  const dayB = weekdayIn(to.value);
  if (dayA !== undefined && dayB !== undefined && dayA !== dayB) defects.push({ kind: 'DATE_CHANGED', ...said });
  const rateA = rateOf(from);
  const rateB = rateOf(to);
  if (rateA !== rateB && rateA !== undefined && rateB !== undefined) defects.push({ kind: 'UNIT_CHANGED', ...said });
  else if (rateA !== rateB && from.value.kind === 'amount' && to.value.kind === 'amount') {
    const lost = rateA !== undefined && !ratedIn(target, to, rateA);
    const gained = rateB !== undefined && !ratedIn(source, from, rateB);
    if (lost || gained) defects.push({ kind: 'UNIT_CHANGED', ...said });
  }
  const boundA = boundOf(source, from);
  const boundB = boundOf(target, to);
  // «jamais par vent de plus de 60 km/h» and «à l'arrêt par vent supérieur à 60 km/h».
  const turned =
    boundA?.denied !== boundB?.denied &&
    STOPPED.test(sentenceOf(boundA?.denied === true ? target : source, boundA?.denied === true ? to : from));
  if (boundA !== undefined && boundB !== undefined && boundA.side !== boundB.side && !turned) {
    const words = { source: `${boundA.words} ${from.value.text}`, target: `${boundB.words} ${to.value.text}` };
    defects.push({ kind: 'CONSTRAINT_DROPPED', ...words });
    if (boundA.denied && !boundB.denied) defects.push({ kind: 'NEGATION_DROPPED', ...words });
    defects.push({ kind: from.value.kind === 'date' ? 'DATE_CHANGED' : 'NUMBER_CHANGED', ...words });
  } else if (boundA !== undefined && boundB === undefined && boundA.firm && !sentenceBounds(target, to)) {
    defects.push({ kind: 'CONSTRAINT_DROPPED', source: `${boundA.words} ${from.value.text}`, target: to.value.text });
  }
  return defects;
}

const weekdayIn = (value: SaidValue): string | undefined =>
  value.kind === 'date'
    ? /(?:lun|mar|mercre|jeu|vendre|same)di|dimanche/i.exec(value.text)?.[0].toLowerCase()
    : undefined;

/** What is denied, told without a negation. */
const STOPPED =
  /\b(?:a l'arret|arret[a-z]+|ferm[a-z]+|suspen[a-z]+|stopp[a-z]+|interromp[a-z]*|annul[a-z]+|report[a-z]+|interdi[a-z]+|exclu[a-z]*|refus[a-z]+|cess[a-z]+)\b/;

const sentenceBounds = (side: Side, value: SideValue): boolean =>
  /\b(?:maxim|minim|plafon|limit|au plus|au moins|depass|exced|inferieur|superieur|jusqu|moins|plus|sous|avant|delai|dans les|seuil|planch|a partir|compter|derni|au cours|recent)/.test(
    sentenceOf(side, value),
  );

function sentenceOf(side: Side, value: SideValue): string {
  return side.flat.slice(Math.max(0, value.from - 80), value.to + 60);
}

const taxNear = (side: Side, value: SideValue): 'HT' | 'TTC' | undefined => {
  const around = side.flat.slice(Math.max(0, value.from - 60), value.to + 40);
  return /\b(?:ht|hors taxes?|hors tva)\b/.test(around)
    ? 'HT'
    : /\b(?:ttc|toutes taxes)\b/.test(around)
      ? 'TTC'
      : undefined;
};

const TIMELY = new Set(['an', 'mois', 'semaine', 'jour', 'heure', 'minute', 'seconde', 'trimestre', 'semestre']);

function rateOf(value: SideValue): string | undefined {
  const per = 'per' in value.value ? value.value.per : undefined;
  return per !== undefined && (TIMELY.has(per) || per === 'unite' || measureOf(per) !== undefined) ? per : undefined;
}

const RATE_SIGNS: Readonly<Record<string, RegExp>> = {
  an: /\b(?:ans?|annee|annu)/,
  mois: /\b(?:mois|mensu)/,
  semaine: /\b(?:semaine|hebdo)/,
  jour: /\b(?:jour|quotid|journee)/,
  heure: /\b(?:heure|h\b|horaire)/,
  trimestre: /\btrimest/,
  semestre: /\bsemest/,
  unite: /\b(?:unit|piece|chac|chaque|par )/,
};

/** The sentence says the rate in another place: «un budget annuel de», «chaque mois». */
const ratedIn = (side: Side, value: SideValue, rate: string): boolean =>
  (ownValue(RATE_SIGNS, rate) ?? / /).test(sentenceOf(side, value));
