import { frenchTypography } from '../french/typography.ts';
import { assertNever } from '../result.ts';
import type { CalendarFault, ReserveFault, SkippedEvent } from '../vocabulary/lending.ts';
import type { Language } from '../vocabulary/people.ts';
import { dayName, timeText } from './reserve-texts.ts';

/** Why something of the reserve was refused, in one sentence for who asked. */
export function sayReserveFault(fault: ReserveFault | CalendarFault, language: Language): string {
  const [fr, en] = sentences(fault, language);
  return language === 'fr' ? frenchTypography(fr) : en;
}

type Pair = readonly [fr: string, en: string];

function sentences(fault: ReserveFault | CalendarFault, language: Language): Pair {
  switch (fault.kind) {
    case 'unknown_person':
      return [`Je ne connais pas cette personne : « ${fault.what} ».`, `Unknown person: “${fault.what}”.`];
    case 'unknown_reservist':
      return ['Cette personne n’est pas dans la réserve.', 'That reservist is not in the reserve.'];
    case 'already_reservist':
      return [
        'Cette personne est déjà dans la réserve.',
        `That person is in the reserve already (${fault.reservist}).`,
      ];
    case 'unknown_competence':
      return [
        `Aucun module ne porte cette compétence : « ${fault.what} ».`,
        `No module bears this competence: “${fault.what}”.`,
      ];
    case 'unknown_time_zone':
      return [
        `Ce fuseau horaire n’existe pas : « ${fault.what} ». Exemple : Europe/Paris.`,
        `Unknown time zone: “${fault.what}”. Example: Europe/Paris.`,
      ];
    case 'unknown_substitute':
      return [
        `Le suppléant n’est pas dans la réserve : « ${fault.what} ».`,
        `The substitute is not in the reserve: “${fault.what}”.`,
      ];
    case 'own_substitute':
      return ['Nul ne peut être son propre suppléant.', 'Nobody can be their own substitute.'];
    case 'unknown_organisation':
      return [`Je ne connais pas cet organisme : « ${fault.what} ».`, `Unknown organisation: “${fault.what}”.`];
    case 'bad_territory':
      return [
        `« ${fault.what} » n’est pas un code de territoire : commune (35238), EPCI (SIREN), département (35) ou région (R53).`,
        `“${fault.what}” is no code of a territory: commune (35238), EPCI (SIREN), département (35) or région (R53).`,
      ];
    case 'no_competence':
      return ['Il faut au moins une compétence.', 'At least one competence is needed.'];
    case 'no_language':
      return ['Il faut au moins une langue.', 'At least one language is needed.'];
    case 'slot_ends_before_start':
      return [
        `La fin vient avant le début : ${slot(fault.slot, language)}.`,
        `The end comes before the start: ${slot(fault.slot, language)}.`,
      ];
    case 'slot_out_of_day':
      return [
        `Ces heures ne sont pas dans une journée : ${slot(fault.slot, language)}.`,
        `Those hours are not within a day: ${slot(fault.slot, language)}.`,
      ];
    case 'slots_overlap':
      return [
        `Ces heures se chevauchent : ${slot(fault.slot, language)}.`,
        `Those hours overlap others: ${slot(fault.slot, language)}.`,
      ];
    case 'absence_ends_before_start':
      return ['La fin de l’absence vient avant son début.', 'The absence ends before it starts.'];
    case 'absence_unreadable':
      return ['Les dates de l’absence ne sont pas lisibles.', 'The dates of the absence cannot be read.'];
    case 'too_many_absences':
      return [
        `Il ne peut pas y avoir plus de ${fault.limit} absences.`,
        `There cannot be more than ${fault.limit} absences.`,
      ];
    case 'pause_is_past':
      return ['La fin de la pause est déjà passée.', 'The end of the pause is past.'];
    case 'monthly_out_of_range':
      return [
        `Il faut entre 0 et ${fault.most / 60} heures par mois.`,
        `Between 0 and ${fault.most / 60} hours a month.`,
      ];
    case 'cap_out_of_range':
      return [`Il faut entre 1 et ${fault.most} dossiers à la fois.`, `Between 1 and ${fault.most} cases at once.`];
    case 'store_down':
      return [
        'L’enregistrement est indisponible : réessayez dans un instant.',
        `The store cannot serve just now (${fault.reason}): try again.`,
      ];
    case 'calendar_too_large':
      return [
        `Cet agenda dépasse ${fault.limit / 1e6} millions de caractères : exportez une période plus courte.`,
        `This calendar is longer than ${fault.limit / 1e6} million characters: export a shorter period.`,
      ];
    case 'not_a_calendar':
      return ['Ce fichier n’est pas un agenda iCalendar (.ics).', 'This file is no iCalendar (.ics).'];
    case 'too_many_occurrences':
      return [
        'Cet agenda a trop de rendez-vous répétés : exportez une période plus courte.',
        'This calendar repeats too many events: export a shorter period.',
      ];
    default:
      return assertNever(fault);
  }
}

function slot(
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
