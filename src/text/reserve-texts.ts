// What is said of a reservist's availability, in two languages side by side: one table, longer than the usual file.
import type { DateTime } from 'luxon';
import type { WeeklySlot } from '../vocabulary/lending.ts';
import type { Language } from '../vocabulary/people.ts';
import { typeset } from './typeset.ts';

/** Sentences take days and hours in words; `what` is what was typed. */
const fr = {
  understood: (sentences: readonly string[]) => `J’ai compris : ${sentences.join(' ')} C’est bien cela ?`,
  available: (days: string) => `vous êtes disponible ${days}.`,
  everyWeek: 'Cela vaut pour toutes les semaines, pas pour une seule.',
  onlyThose: 'Seules ces heures restent.',
  week: (week: string) => `Votre semaine : ${week}.`,
  noWeek: 'Il ne reste aucune heure dans votre semaine : personne ne vous sera envoyé.',
  notOn: (days: string) => `vous n’êtes pas disponible ${days}, toutes les semaines.`,
  absent: (stretch: string) => `vous êtes absent·e ${stretch}.`,
  thereAfterAll: (stretch: string) => `vous êtes finalement là ${stretch}.`,
  pausedUntil: (back: string) => `vous êtes en pause ; de retour ${back}.`,
  paused: 'vous êtes en pause jusqu’à ce que vous disiez « fin de pause ».',
  resumed: 'votre pause est finie, vous pouvez de nouveau être sollicité·e.',
  monthly: (length: string) => `vous donnez ${length} par mois.`,
  monthlyFromWeek: (length: string) =>
    `vous donnez environ ${length} par mois (un mois compte 4 semaines et un tiers).`,
  cap: (cases: number) => `vous suivez ${cases === 1 ? 'une demande' : `${cases} demandes`} au plus à la fois.`,
  ask: {
    until_when: () =>
      'Jusqu’à quand ? Par exemple « jusqu’au 15 », « la semaine prochaine », ou « pause » tout court pour ne pas fixer de date.',
    which_hours: () => 'Quels jours et à quelles heures ? Par exemple « le mardi et le jeudi de 9 h à 12 h ».',
    which_days: (what: string) => `Quels jours ${what} ? Par exemple « du lundi au vendredi ».`,
    once: (what: string) =>
      `Je ne retiens que des heures qui reviennent toutes les semaines, et ${what || 'cette période'} n’en fait pas partie. Voulez-vous l’ajouter à toutes vos semaines ? Dites alors « tous les… ».`,
    already: (what: string) => `C’est déjà dans votre semaine (${what}) : il n’y a rien à changer.`,
    today_or_next: (what: string) =>
      `C’est ${what} aujourd’hui : parlez-vous d’aujourd’hui, ou de la semaine prochaine ?`,
    no_such_day: (what: string) => `Ce jour n’existe pas : « ${what} ». Quelle date voulez-vous dire ?`,
    past: (what: string) =>
      `« ${what} » est passé. Quelle date voulez-vous dire ? Donnez l’année si elle est lointaine.`,
    weekday_mismatch: (what: string) => `Le jour et la date ne vont pas ensemble : « ${what} ». Lequel est le bon ?`,
    ends_before_start: (what: string) => `La fin vient avant le début : « ${what} ». Quelles sont les bonnes dates ?`,
    vague: (what: string) => `« ${what} » : de quelle date à quelle date ?`,
    not_weekly: (what: string) =>
      `Je ne sais retenir que des heures de toutes les semaines, et pas « ${what} ». Donnez les heures habituelles, puis vos absences au fur et à mesure.`,
    half_hours: (what: string) => `« ${what} » : de quelle heure à quelle heure ?`,
    no_such_hour: (what: string) => `Cette heure n’existe pas : « ${what} ».`,
    hours_end_before_start: (what: string) =>
      `L’heure de fin vient avant celle du début : « ${what} ». Quelles sont les bonnes heures ?`,
    which_absence: (what: string) => `Laquelle de vos absences ? ${what}`,
    no_absence: () => 'Je ne vois pas d’absence à ces dates : il n’y a rien à changer.',
    absurd_hours: (what: string) => `« ${what} » : il faut entre 0 et 151 heures par mois. Combien en donnez-vous ?`,
    absurd_cap: (what: string) =>
      `« ${what} » : il faut entre 1 et 50 dossiers. Combien en suivez-vous à la fois ? Pour ne plus rien recevoir, dites « pause ».`,
    empty_week: () => 'Il ne reste rien de ce que vous avez dit. Quels jours êtes-vous disponible ?',
    contradiction: () => 'Cela dit deux choses contraires. Dites-les l’une après l’autre.',
    too_slow: () =>
      'Cette phrase demande trop de temps à lire : rien n’a changé. Dites-le plus simplement, une chose à la fois.',
  },
  now: {
    title: 'Vos disponibilités :',
    absences: (stretches: string) => `Absences : ${stretches}.`,
    noAbsence: 'Aucune absence prévue.',
    offer: (length: string, cases: number) =>
      `${length} par mois, ${cases === 1 ? 'une demande' : `${cases} demandes`} au plus à la fois.`,
    how: 'Pour changer : « dispo le mardi matin », « absent·e du 20 au 27 », « pause jusqu’au 15 », « 4 h par mois ».',
  },
};

const en: typeof fr = {
  understood: (sentences) => `I understood: ${sentences.join(' ')} Is that right?`,
  available: (days) => `you are available ${days}.`,
  everyWeek: 'This holds every week, not for one week only.',
  onlyThose: 'Only those hours remain.',
  week: (week) => `Your week: ${week}.`,
  noWeek: 'No hour is left in your week: nobody will be sent to you.',
  notOn: (days) => `you are not available ${days}, every week.`,
  absent: (stretch) => `you are away ${stretch}.`,
  thereAfterAll: (stretch) => `you are there after all ${stretch}.`,
  pausedUntil: (back) => `you are paused; back ${back}.`,
  paused: 'you are paused until you say “fin de pause”.',
  resumed: 'your pause is over, you can be asked again.',
  monthly: (length) => `you give ${length} a month.`,
  monthlyFromWeek: (length) => `you give about ${length} a month (a month counts 4 weeks and a third).`,
  cap: (cases) => `you follow ${cases === 1 ? 'one case' : `${cases} cases`} at once at most.`,
  ask: {
    until_when: () => 'Until when? Say “jusqu’au 15”, “la semaine prochaine”, or just “pause” to leave it open.',
    which_hours: () => 'Which days, and at what time? Say for instance “le mardi et le jeudi de 9 h à 12 h”.',
    which_days: (what) => `Which days (${what})? Say for instance “du lundi au vendredi”.`,
    once: (what) =>
      `I keep only hours that come back every week, and ${what || 'that time'} is not among yours. Shall it be added to every week? Then say “tous les…”.`,
    already: (what) => `That is in your week already (${what}): there is nothing to change.`,
    today_or_next: (what) => `Today is ${what}: do you mean today, or next week?`,
    no_such_day: (what) => `There is no such day: “${what}”. Which date do you mean?`,
    past: (what) => `“${what}” is past. Which date do you mean? Give the year if it is far ahead.`,
    weekday_mismatch: (what) => `The weekday and the date do not agree: “${what}”. Which one is right?`,
    ends_before_start: (what) => `The end comes before the start: “${what}”. What are the right dates?`,
    vague: (what) => `“${what}”: from which date to which date?`,
    not_weekly: (what) =>
      `I can only keep hours that come back every week, not “${what}”. Give your usual hours, then your absences as they come.`,
    half_hours: (what) => `“${what}”: from what time to what time?`,
    no_such_hour: (what) => `There is no such time: “${what}”.`,
    hours_end_before_start: (what) => `The end comes before the start: “${what}”. What are the right hours?`,
    which_absence: (what) => `Which of your absences? ${what}`,
    no_absence: () => 'I see no absence on those dates: there is nothing to change.',
    absurd_hours: (what) => `“${what}”: between 0 and 151 hours a month. How many do you give?`,
    absurd_cap: (what) =>
      `“${what}”: between 1 and 50 cases. How many do you follow at once? To get none, say “pause”.`,
    empty_week: () => 'Nothing is left of what you said. On which days are you available?',
    contradiction: () => 'That says two opposite things. Say them one after the other.',
    too_slow: () =>
      'This sentence takes too long to read: nothing has changed. Say it more simply, one thing at a time.',
  },
  now: {
    title: 'Your availability:',
    absences: (stretches) => `Absences: ${stretches}.`,
    noAbsence: 'No absence ahead.',
    offer: (length, cases) => `${length} a month, ${cases === 1 ? 'one case' : `${cases} cases`} at once at most.`,
    how: 'To change it: “dispo le mardi matin”, “absent du 20 au 27”, “pause jusqu’au 15”, “4 h par mois”.',
  },
};

export const reserveTexts: Readonly<Record<Language, typeof fr>> = { fr: typeset(fr), en };

/** Why a sentence about availability is asked back. */
export type Unclear = keyof (typeof fr)['ask'];

const DAYS: Readonly<Record<Language, readonly string[]>> = {
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

export function dayName(day: number, language: Language): string {
  return DAYS[language][day - 1] ?? '';
}

/** «9 h 30», «9:30»; the end of the day is 24 h. */
export function timeText(minutes: number, language: Language): string {
  const [hour, minute] = [Math.floor(minutes / 60), String(minutes % 60).padStart(2, '0')];
  if (language === 'en') return `${hour}:${minute}`;
  return minute === '00' ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${minute}`;
}

/** «4 h», «3 h 30», «45 min». */
export function lengthText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0 && rest > 0) return `${rest}\u00a0min`;
  return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${String(rest).padStart(2, '0')}`;
}

/** «le mardi de 9 h à 12 h et de 14 h à 17 h, le jeudi de 9 h à 12 h»; days of the same hours stand together. */
export function weekText(week: readonly WeeklySlot[], language: Language): string {
  const byHours = new Map<string, number[]>();
  for (const day of [1, 2, 3, 4, 5, 6, 7]) {
    const hours = week.filter((slot) => slot.day === day).map((slot) => hoursText(slot, language));
    if (hours.length > 0) {
      const key = listText(hours, language);
      byHours.set(key, [...(byHours.get(key) ?? []), day]);
    }
  }
  return [...byHours].map(([hours, days]) => `${daysText(days, language)} ${hours}`).join(', ');
}

/** «le lundi et le mardi»; five or more in a row are «du lundi au vendredi». */
export function daysText(days: readonly number[], language: Language): string {
  const [first = 1, last = 1] = [days[0], days.at(-1)];
  const inRow = days.length > 2 && last - first === days.length - 1;
  if (language === 'en')
    return inRow
      ? `${dayName(first, 'en')} to ${dayName(last, 'en')}`
      : listText(
          days.map((day) => `on ${dayName(day, 'en')}s`),
          'en',
        );
  return inRow
    ? `du ${dayName(first, 'fr')} au ${dayName(last, 'fr')}`
    : listText(
        days.map((day) => `le ${dayName(day, 'fr')}`),
        'fr',
      );
}

function hoursText({ from, to }: { readonly from: number; readonly to: number }, language: Language): string {
  return language === 'fr'
    ? `de ${timeText(from, 'fr')} à ${timeText(to, 'fr')}`
    : `${timeText(from, 'en')}–${timeText(to, 'en')}`;
}

export function listText(items: readonly string[], language: Language): string {
  const and = language === 'fr' ? ' et ' : ' and ';
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')}${and}${items.at(-1)}`;
}

/** «mardi 1er décembre», with the year when it is not this one. */
function dayText(day: DateTime, today: DateTime, language: Language): string {
  const local = day.setLocale(language);
  const year = day.year === today.year ? '' : ' yyyy';
  if (language === 'en') return local.toFormat(`cccc d LLLL${year}`);
  const number = day.day === 1 ? "1'er'" : 'd';
  return local.toFormat(`cccc ${number} LLLL${year}`);
}

/** From an instant to another that is not included: «du lundi 21 au vendredi 25 décembre», «jeudi 3 décembre de 9 h à 12 h». */
export function stretchText(start: DateTime, end: DateTime, today: DateTime, language: Language): string {
  const [fromMidnight, toMidnight] = [isMidnight(start), isMidnight(end)];
  const last = toMidnight ? end.minus({ days: 1 }) : end;
  const [from, to] = [dayText(start, today, language), dayText(last, today, language)];
  const [startTime, endTime] = [minutes(start), minutes(end)].map((at) => timeText(at, language));
  if (start.hasSame(last, 'day')) {
    if (fromMidnight && toMidnight) return language === 'fr' ? `le ${from}` : `on ${from}`;
    if (fromMidnight) return language === 'fr' ? `le ${from} jusqu’à ${endTime}` : `on ${from} until ${endTime}`;
    if (toMidnight) return language === 'fr' ? `le ${from} à partir de ${startTime}` : `on ${from} from ${startTime}`;
    return language === 'fr' ? `le ${from} de ${startTime} à ${endTime}` : `on ${from} ${startTime}–${endTime}`;
  }
  const [fromHour, toHour] = [fromMidnight ? '' : ` ${startTime}`, toMidnight ? '' : ` ${endTime}`];
  if (language === 'fr') return `du ${from}${fromHour} au ${to}${toHour}${toMidnight ? ' inclus' : ''}`;
  return `from ${from}${fromHour} to ${to}${toHour}${toMidnight ? ' included' : ''}`;
}

/** «le mercredi 16 décembre», with the hour when it is not midnight. */
export function momentText(moment: DateTime, today: DateTime, language: Language): string {
  const day = dayText(moment, today, language);
  const hour = timeText(minutes(moment), language);
  if (isMidnight(moment)) return language === 'fr' ? `le ${day}` : `on ${day}`;
  return language === 'fr' ? `le ${day} à ${hour}` : `on ${day} at ${hour}`;
}

function isMidnight(at: DateTime): boolean {
  return minutes(at) === 0;
}

function minutes(at: DateTime): number {
  return at.hour * 60 + at.minute;
}
