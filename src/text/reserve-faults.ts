import { frenchTypography } from '../french/typography.ts';
import type { CalendarFault, ReserveFault, SkippedEvent } from '../vocabulary/lending.ts';
import type { Language } from '../vocabulary/people.ts';
import { dayName, timeText } from './reserve-texts.ts';

/** Why something of the reserve was refused, in one sentence for who asked. */
export function sayReserveFault(fault: Fault, language: Language): string {
  const [fr, en] = sentences(fault.kind, fault, language);
  return language === 'fr' ? frenchTypography(fr) : en;
}

type Pair = readonly [fr: string, en: string];

type Fault = ReserveFault | CalendarFault;
type FaultOf = { readonly [F in Fault as F['kind']]: F };

function sentences<K extends Fault['kind']>(kind: K, fault: FaultOf[K], language: Language): Pair {
  return SENTENCES[kind](fault, language);
}

const SENTENCES: { readonly [K in Fault['kind']]: (fault: FaultOf[K], language: Language) => Pair } = {
  unknown_person: ({ what }) => [`Je ne connais pas cette personne : « ${what} ».`, `Unknown person: “${what}”.`],
  unknown_reservist: () => ['Cette personne n’est pas dans la réserve.', 'That reservist is not in the reserve.'],
  already_reservist: ({ reservist }) => [
    'Cette personne est déjà dans la réserve.',
    `That person is in the reserve already (${reservist}).`,
  ],
  unknown_competence: ({ what }) => [
    `Aucun module ne porte cette compétence : « ${what} ».`,
    `No module bears this competence: “${what}”.`,
  ],
  unknown_time_zone: ({ what }) => [
    `Ce fuseau horaire n’existe pas : « ${what} ». Exemple : Europe/Paris.`,
    `Unknown time zone: “${what}”. Example: Europe/Paris.`,
  ],
  unknown_substitute: ({ what }) => [
    `Le suppléant n’est pas dans la réserve : « ${what} ».`,
    `The substitute is not in the reserve: “${what}”.`,
  ],
  own_substitute: () => ['Nul ne peut être son propre suppléant.', 'Nobody can be their own substitute.'],
  unknown_organisation: ({ what }) => [
    `Je ne connais pas cet organisme : « ${what} ».`,
    `Unknown organisation: “${what}”.`,
  ],
  bad_territory: ({ what }) => [
    `« ${what} » n’est pas un code de territoire : commune (35238), EPCI (SIREN), département (35) ou région (R53).`,
    `“${what}” is no code of a territory: commune (35238), EPCI (SIREN), département (35) or région (R53).`,
  ],
  no_competence: () => ['Il faut au moins une compétence.', 'At least one competence is needed.'],
  no_language: () => ['Il faut au moins une langue.', 'At least one language is needed.'],
  slot_ends_before_start: ({ slot }, language) => [
    `La fin vient avant le début : ${hours(slot, language)}.`,
    `The end comes before the start: ${hours(slot, language)}.`,
  ],
  slot_out_of_day: ({ slot }, language) => [
    `Ces heures ne sont pas dans une journée : ${hours(slot, language)}.`,
    `Those hours are not within a day: ${hours(slot, language)}.`,
  ],
  slots_overlap: ({ slot }, language) => [
    `Ces heures se chevauchent : ${hours(slot, language)}.`,
    `Those hours overlap others: ${hours(slot, language)}.`,
  ],
  absence_ends_before_start: () => ['La fin de l’absence vient avant son début.', 'The absence ends before it starts.'],
  absence_unreadable: () => [
    'Les dates de l’absence ne sont pas lisibles.',
    'The dates of the absence cannot be read.',
  ],
  too_many_absences: ({ limit }) => [
    `Il ne peut pas y avoir plus de ${limit} absences.`,
    `There cannot be more than ${limit} absences.`,
  ],
  pause_is_past: () => ['La fin de la pause est déjà passée.', 'The end of the pause is past.'],
  monthly_out_of_range: ({ most }) => [
    `Il faut entre 0 et ${most / 60} heures par mois.`,
    `Between 0 and ${most / 60} hours a month.`,
  ],
  cap_out_of_range: ({ most }) => [
    `Il faut entre 1 et ${most} demandes à la fois.`,
    `Between 1 and ${most} cases at once.`,
  ],
  store_down: ({ reason }) => [
    'L’enregistrement est indisponible : réessayez dans un instant.',
    `The store cannot serve just now (${reason}): try again.`,
  ],
  calendar_too_large: ({ limit }) => [
    `Cet agenda dépasse ${limit / 1e6} millions de caractères : exportez une période plus courte.`,
    `This calendar is longer than ${limit / 1e6} million characters: export a shorter period.`,
  ],
  not_a_calendar: () => ['Ce fichier n’est pas un agenda iCalendar (.ics).', 'This file is no iCalendar (.ics).'],
  too_many_occurrences: () => [
    'Cet agenda a trop de rendez-vous répétés : exportez une période plus courte.',
    'This calendar repeats too many events: export a shorter period.',
  ],
};

function hours(
  { day, from, to }: { readonly day: number; readonly from: number; readonly to: number },
  language: Language,
) {
  return `${dayName(day, language)} ${timeText(from, language)}–${timeText(to, language)}`;
}

const SKIPPED: Readonly<Record<SkippedEvent['why'], Pair>> = {
  rule_too_frequent: ['se répète plus d’une fois par jour', 'repeats more than once a day'],
  rule_not_supported: ['se répète selon une règle que je ne lis pas', 'repeats by a rule that is not read'],
  dates_unreadable: ['a des dates illisibles', 'has dates that cannot be read'],
  too_many_occurrences: ['se répète depuis trop longtemps', 'has repeated for too long'],
};

/** An event that was left out of an import, for its owner. */
export function saySkipped({ event, why }: SkippedEvent, language: Language): string {
  const [fr, en] = SKIPPED[why];
  return language === 'fr'
    ? frenchTypography(`« ${event} » n'a pas été repris : il ${fr}.`)
    : `“${event}” was left out: it ${en}.`;
}
