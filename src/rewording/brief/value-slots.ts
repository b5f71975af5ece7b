import type { Span } from '../../french/span.ts';
import type { SaidValue } from '../../french/values/value.ts';
import { fillDuration } from './durations.ts';
import { fillQuantity } from './quantities.ts';
import {
  APPROXIMATION,
  isDated,
  isSpent,
  LIMIT,
  lead,
  lineAfter,
  lineBefore,
  PAST,
  type PlacedValue,
  sentenceTo,
  type ValueFound,
} from './value-context.ts';

const DATE_LEAD =
  /(?<![a-z])(?:(?:(?:avant|avt|pour|pr|pendant|durant|d'ici|apres|des) (?:l'|le |la |les )[a-z]{1,30}(?: [a-z]{1,30})? (?:de|du|d'|des|en)|(?:entre|debut|fin)|au plus tard|d'ici|dici|avant|avt|apres|pour|pr|a partir|courant|debut|fin|mi|des|en|pendant|durant|livraison|jusqu'(?:a|au|aux|en)|vers|au cours|dans le courant|a compter|a l'occasion|lors|au|aux|le|la|les|l'|du|de|des|cet|cette|ces|ce|toute|fin|a|sur|dans|soit|-) ?(?:'|-)?){1,6}$/;
/** Before a day of the month, its preposition is enough. */
const DAY_LEAD =
  /(?<![a-z])(?:(?:au plus tard|d'ici|dici|avant|avt|pour|pr|apres|a partir|jusqu'au|vers|a compter|livraison|entre|le|la|du|au|des) ?){1,6}$/;
const NO_BUDGET =
  /(?<![a-z])(?:penalites?|seuils?|amende|caution|loyer actuel|chiffre d'affaires|subvention(?: [a-z]{1,30}){0,3}|aide(?: [a-z]{1,30}){0,2}|dotation de la region|indemnite|dommages|capital|sous les|au-dessus d\w{1,20}|(?<!pas )depasse\w{0,20}|franchise|dette|facture|subvention de fonctionnement|paye[rs]?|remise|remises? de|avance de|acompte|garanties? (?:de|a)|au-dela de|rembours\w{1,20}|economie de|reste(?: plus)?(?: que| qu')?) ?(?:de |d'|a |les |:|est |les ){0,6}(?:environ )?$/;
const NO_DATE =
  /(?<![a-z])(?:depuis|il y a|(?:entreprise|societe|prestataire|marche|contrat|devis|candidat) de|date de|datent de|datant de|achetee?s? en|achete en|installee?s? en|construite? en|annees?|vieux de|reunion(?: d\w{1,20})?|rdv|rendez-vous|rappele\w{0,20}|rappel\w{0,20}|conge\w{0,20}(?: \w{1,30})?|mail du|courrier du|note du|deliberation du|votee? (?:le|en|au)|vote le|arrete du|decret du|loi du|entretien du|visite (?:du|le)|panne depuis|absente?|appele\w{0,20}|vu|conseil municipal du|jusqu'en|suite (?:a|au)|catalogue|livree? en|promotion|millesime|budget|exercice|credits?|au titre de|programme|passee? le|ecrit le|recue? le|signee? le|notifiee? le|publiee? le|adresse le|retraite|partie? le|arrivee? le|venue? le|lance le|deliberation|inscrits? au budget|payee?s?|facturee?s?|depensee?s?|en ligne|hors|pas entre (?:le )?[^,;.]{2,20} et|pas (?:entre|du|pendant|durant)|jamais (?:entre|du|pendant|durant)|pas (?:prete?s?|finie?s?|termine\w{0,20}|disponibles?|possible)(?: avant)?) ?(?:le |la |l'|en |de |du |au |des ){0,6}$/;
/** How each value of a need is to be taken. `objectSpans` are the things bought; `taken` tells that words belong elsewhere. */
export function fillFromValues(
  folded: string,
  values: readonly PlacedValue[],
  objectSpans: readonly Span[],
  isTradeWord: (at: number) => boolean,
  isTaken: (span: Span, value: SaidValue) => boolean,
  oneByOne: boolean,
): readonly ValueFound[] {
  const out: ValueFound[] = [];
  for (const placed of values) {
    if (isTaken(placed.span, placed.value)) continue;
    const found = fillOne(folded, placed, objectSpans, isTradeWord, oneByOne);
    if (found !== undefined) out.push(found);
  }
  return joinDates(folded, out);
}

function fillOne(
  folded: string,
  { value, span }: PlacedValue,
  objectSpans: readonly Span[],
  isTradeWord: (at: number) => boolean,
  oneByOne: boolean,
): ValueFound | undefined {
  const [start, end] = span;
  const before = lineBefore(folded, start);
  // «formation de 2 jours incluse» beside another object says how long the training is, not the need.
  if (
    value.kind === 'duration' &&
    /formations? (?:de |d')$/.test(before) &&
    !objectSpans.some(([from, to]) => /form/.test(folded.slice(from, to)))
  )
    return undefined;
  const after = lineAfter(folded, end);
  const own = folded.slice(start, end);
  switch (value.kind) {
    case 'amount':
      if (isSpent(folded, start)) return undefined;
      return NO_BUDGET.test(before) || /^ ?(?:de )?(?:penalite|d'amende|de l'heure de retard)/.test(after)
        ? undefined
        : { slot: 'budget', span: widen(folded, start, end), value };
    case 'date':
      // The day of an application for money is not that of the need.
      if (FUNDING.test(sentenceTo(folded, start))) return undefined;
      if (NO_DATE.test(before) || isPastOrRecurring(value.head, before, after, folded.slice(start, end)))
        return undefined;
      if (
        /^s\d(?!\d)|^(?:depuis|aujourd'hui|hier|maintenant|exercice|budget)\b/.test(own) ||
        PAST.test(sentenceTo(folded, start)) ||
        isDated(folded, start, end)
      )
        return undefined;
      if (/^(?:en )?(?:19|20)\d\d$/.test(own) && DONE_IN.test(before)) return undefined;
      if (SEASON.test(before) && /20\d\d ?[-/] ?(?:20)?\d\d/.test(own))
        return { slot: 'duration', span: [start - lead(SEASON, before), end], value };
      if ((UNTIL.test(before) || own.startsWith("jusqu'")) && OPEN_UNTIL.test(sentenceTo(folded, start)))
        return undefined;
      return {
        slot: UNTIL.test(before) || own.startsWith("jusqu'") ? 'duration' : 'deadline',
        span: [start - lead(/\d/.test(value.head) ? DAY_LEAD : DATE_LEAD, before), end + lead(DATE_TAIL, after)],
        value,
      };
    case 'duration':
      return fillDuration(value, span, before, after);
    case 'quantity':
      return fillQuantity(folded, value, span, before, after, objectSpans, isTradeWord, oneByOne);
    case 'percentage':
    case 'time_of_day':
      return undefined;
  }
}

/** A value with the words that lead to it and belong to it. */
export function withLead(folded: string, { value, span: [start, end] }: PlacedValue): Span {
  const [before, after] = [lineBefore(folded, start), lineAfter(folded, end)];
  switch (value.kind) {
    case 'amount':
      return widen(folded, start, end);
    case 'date':
      return [start - lead(/\d/.test(value.head) ? DAY_LEAD : DATE_LEAD, before), end + lead(DATE_TAIL, after)];
    default:
      return [start - lead(APPROXIMATION, before), end];
  }
}

const FUNDING =
  /\b(?:dossier|demande|appel a projets?|depot)s? (?:de |d'|du |pour (?:la |une )?)?(?:subvention|aide|financement|dotation)\b[^.;\n]{0,80}$|\bsubvention\b[^.;,\n]{0,40}\b(?:partir|deposee?|envoyee?|demandee?) [^.;,\n]{0,20}$/;

/** «ils les ont posés en 2009». */
const DONE_IN =
  /\b(?:achete|installe|construit|pose|refait|renove|change|monte|livre|inaugure|cree|repare|remplace)e?s?(?: en)? $/;
/** «sur toute la saison 2027-2028»: as long as it lasts. */
const SEASON =
  /(?:(?:sur|pour|pendant|durant) )?(?:toute )?(?:la saison|l'annee (?:scolaire|universitaire))(?: (?:sportive|culturelle|theatrale))? $/;
/** A consultation that runs: until when offers may come. */
const OPEN_UNTIL = /\b(?:consultation|en ligne|offres?|plis|depot|candidatures?|annonce|avis)\b[^.;\n]{0,200}$/;
/** «jusqu'au 30 juin»: how long it goes on. */
const UNTIL = /\bjusqu'(?:a|au|aux|en) (?:la |le |l')?$/;
const DATE_TAIL = /^,? ?\(?(?:dernier delai|au plus tard|maxi(?:mum)?\b|max\b|imperativement|sans faute|dernier carat)/;

const WEEKDAY = /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?$/;

/** «mardi dernier» is past; «sauf le dimanche», «tous les mardis» come back every week. */
function isPastOrRecurring(head: string, before: string, after: string, own: string): boolean {
  if (
    /^ (?:dernier|derniere|passee?)\b(?! (?:delai|carat|jour|terme))/.test(after) ||
    /\b(?:dernier|derniere|passee?)\b/.test(head)
  )
    return true;
  return (
    WEEKDAY.test(head) &&
    !/^(?:avant|avt|pour|d'ici|dici|au plus tard)\b/.test(own) &&
    !/(?:avant|avt|pour|d'ici|au plus tard|jusqu'a) (?:le |ce )?$/.test(before) &&
    !/^ (?:prochain|\d)/.test(after)
  );
}

function widen(folded: string, start: number, end: number): Span {
  let to = end;
  for (let words = 0; words < 3; words += 1) {
    const more = LIMIT.exec(lineAfter(folded, to))?.[0].length ?? 0;
    if (more === 0) break;
    to += more;
  }
  return [start - lead(APPROXIMATION, lineBefore(folded, start)), to];
}

/** «du 12 au 17 février» is one saying. */
function joinDates(folded: string, found: readonly ValueFound[]): readonly ValueFound[] {
  const out: ValueFound[] = [];
  for (const item of found) {
    const last = out.at(-1);
    const between = last === undefined ? '' : folded.slice(last.span[1], item.span[0]);
    if (
      last !== undefined &&
      last.slot === 'deadline' &&
      item.slot === 'deadline' &&
      item.span[0] - last.span[1] <= 12 &&
      /^ ?(?:au?|et|-|,|jusqu'au|ou|pour|avant|,? ?de|soit)? ?(?:le |la )?$/.test(between)
    ) {
      if (!/\bou\b/.test(folded.slice(last.span[1], item.span[1]))) {
        out[out.length - 1] = { ...last, span: [last.span[0], item.span[1]] };
        continue;
      }
    }
    out.push(item);
  }
  return out;
}
