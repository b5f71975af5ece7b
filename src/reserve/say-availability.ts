import { DateTime } from 'luxon';
import { visibleText } from '../french/words.ts';
import {
  dayName,
  daysText,
  lengthText,
  listText,
  momentText,
  reserveTexts,
  stretchText,
  type Unclear,
  weekText,
} from '../text/reserve-texts.ts';
import type { WeeklySlot } from '../vocabulary/lending.ts';
import type { Language } from '../vocabulary/people.ts';
import { type Clause, readClauses } from './availability/clauses.ts';
import { interpret, type Meaning } from './availability/interpret.ts';
import { numberOf, plainText } from './availability/words.ts';
import { MOST_CASES, MOST_MONTHLY_MINUTES, type ReserveChange } from './change.ts';
import type { Reservist } from './reservist.ts';

type Both = Readonly<Record<Language, string>>;

export type AvailabilityReading =
  /** To apply once the reservist has said yes to the playback. */
  | {
      readonly kind: 'changes';
      readonly changes: readonly [ReserveChange, ...ReserveChange[]];
      readonly playback: Both;
    }
  /** About availability, but not clear enough to act on: nothing is guessed. */
  | { readonly kind: 'ask'; readonly why: Unclear; readonly question: Both }
  /** They want to see what is kept. */
  | { readonly kind: 'show'; readonly text: Both }
  /** About something else. */
  | { readonly kind: 'none' };

/** What is longer is no word about one's hours. */
const LONGEST = 400;
const LANGUAGES = ['fr', 'en'] as const;

/**
 * What a reservist types about their own availability, in French, read in their time zone; pure.
 * Conventions, each said in the playback: an availability is weekly and an absence dated («je suis disponible jeudi
 * matin» is every Thursday, «pas dispo jeudi» the next one); «jusqu'au 15» includes the 15th; what is said takes the
 * place of the week's hours that it touches.
 */
export function readAvailability(text: string, reservist: Reservist, now: Date): AvailabilityReading {
  if (text.length > LONGEST) return { kind: 'none' };
  const plain = plainText(text);
  const local = DateTime.fromJSDate(now, { zone: reservist.timeZone });
  if (SHOW.test(plain)) return { kind: 'show', text: both((language) => sayAvailability(reservist, local, language)) };
  // A question that asks nothing of us is about something else, or about someone else.
  if (plain.includes('?') && !REQUEST.test(plain)) return { kind: 'none' };
  const clauses = readClauses(plain.replace(/\?/g, ' '), local.startOf('day'));
  return clauses.length === 0 ? { kind: 'none' } : readAll(clauses, text, reservist, local);
}

const MINE = '(?:dispo\\w*|horaires|planning|absences?|creneaux|conges)';
const SHOW = new RegExp(
  `^(?:\\W*(?:bonjour|salut|hello|stp|svp)\\W+)?(?:(?:peux-tu|pouvez-vous|tu peux|vous pouvez|pourriez-vous|pourrais-tu) (?:me )?)?(?:mes ${MINE}\\W*$|(?:c'est quoi|quelles? (?:sont|est)|quels? (?:sont|est)|ou en sont|rappell?e[rz]?|montre[rz]?|voir|affiche[rz]?|donne[rz]?|liste[rz]?|(?:je (?:veux|voudrais|peux) )?(?:voir|revoir|consulter|connaitre)|(?:qu'est[- ]ce que |que )(?:tu|vous) (?:sais|savez|as|avez|a) (?:note|sur|de)?|t'as quoi comme|tu as quoi comme|vous avez quoi comme)[- ](?:moi |nous )?(?:deja )?(?:toutes |tous )?(?:mes|ma|mon|pour mes) ${MINE}|quand (?:est-ce que )?(?:je suis|suis-je) (?:dispo|disponible|absente?|de retour)|(?:est-ce que )?(?:suis-je|je suis) (?:encore |toujours |bien )?(?:en pause|dispo|disponible|absente?)(?: en ce moment)? ?\\?|je suis note (?:dispo|disponible|absente?) quand|my availability)`,
);
const REQUEST =
  /\b(?:tu peux|vous pouvez|pouvez[- ]vous|peux[- ]tu|pourriez[- ]vous|pourrais[- ]tu|possible de|est-ce que (?:tu|vous)|peut-on|on peut)\b/;

function readAll(clauses: readonly Clause[], text: string, reservist: Reservist, now: DateTime): AvailabilityReading {
  const changes: ReserveChange[] = [];
  const said: Record<Language, string[]> = { fr: [], en: [] };
  let week = reservist.weekly;
  const read = (change: ReserveChange, sentence: (language: Language) => string) => {
    changes.push(change);
    for (const language of LANGUAGES) said[language].push(sentence(language));
  };
  for (const clause of clauses) {
    if (clause.intent === 'monthly' || clause.intent === 'cap') {
      const offer = clause.intent === 'monthly' ? monthlyOf(clause.cue) : capOf(clause.cue);
      if ('why' in offer)
        return asking({ kind: 'ask', why: offer.why, what: asTyped(offer.what, text) }, reservist, now);
      read(offer.change, (language) => offer.sentence(language));
      continue;
    }
    const meaning = interpret(clause, week, { reservist, now });
    if (meaning.kind === 'ask') return asking({ ...meaning, what: asTyped(meaning.what, text) }, reservist, now);
    if (meaning.kind === 'week') week = meaning.week;
    for (const change of changesOf(meaning, reservist)) changes.push(change);
    for (const language of LANGUAGES) said[language].push(sayMeaning(meaning, now, language));
  }
  const [first, ...others] = onceEach(changes);
  if (first === undefined) return { kind: 'none' };
  return {
    kind: 'changes',
    changes: [first, ...others],
    playback: both((language) => reserveTexts[language].understood(asSentences(said[language]))),
  };
}

/** After the first, each begins as a sentence does; said once each. */
function asSentences(said: readonly string[]): readonly string[] {
  return [...new Set(said)].map((sentence, index) => (index === 0 ? sentence : capital(sentence)));
}

/** Each weekly change holds the whole week as changed so far: the last one says it all; a pause ends once. */
function onceEach(changes: readonly ReserveChange[]): readonly ReserveChange[] {
  const last = changes.findLastIndex(({ kind }) => kind === 'weekly');
  const resumed = changes.findIndex(({ kind }) => kind === 'resume');
  return changes.filter(
    ({ kind }, index) => (kind !== 'weekly' || index === last) && (kind !== 'resume' || index === resumed),
  );
}

function changesOf(meaning: Exclude<Meaning, { kind: 'ask' }>, reservist: Reservist): readonly ReserveChange[] {
  switch (meaning.kind) {
    case 'week':
      return [{ kind: 'weekly', weekly: meaning.week }];
    case 'away':
      return [{ kind: 'add_absences', absences: meaning.stretches.map(isoStretch) }];
    case 'there':
      return [
        ...meaning.stretches.map((stretch) => ({ kind: 'remove_absence', absence: isoStretch(stretch) }) as const),
        ...(reservist.pause === undefined ? [] : [{ kind: 'resume' } as const]),
      ];
    case 'pause':
      return [{ kind: 'pause', until: meaning.back === undefined ? undefined : iso(meaning.back) }];
    case 'resume':
      return [{ kind: 'resume' }];
  }
}

function sayMeaning(meaning: Exclude<Meaning, { kind: 'ask' }>, now: DateTime, language: Language): string {
  const texts = reserveTexts[language];
  switch (meaning.kind) {
    case 'week': {
      const said = meaning.less
        ? texts.notOn(saidDays(meaning.said, language))
        : texts.available(weekText(meaning.said, language));
      const week = meaning.week.length === 0 ? texts.noWeek : texts.week(weekText(meaning.week, language));
      return [said, ...(meaning.hedge ? [texts.everyWeek] : []), ...(meaning.only ? [texts.onlyThose] : [week])].join(
        ' ',
      );
    }
    case 'away':
    case 'there': {
      const list = listText(
        meaning.stretches.map(({ start, end }) => stretchText(start, end, now, language)),
        language,
      );
      return meaning.kind === 'away' ? texts.absent(list) : texts.thereAfterAll(list);
    }
    case 'pause':
      return meaning.back === undefined ? texts.paused : texts.pausedUntil(momentText(meaning.back, now, language));
    case 'resume':
      return texts.resumed;
  }
}

/** The words of a message that were read as `plain`, with their accents. */
function asTyped(plain: string, text: string): string {
  const typed = visibleText(text);
  const starts = [...typed.matchAll(/(?<![\p{L}\d])[\p{L}\d]/gu)].map(({ index }) => index);
  const ends = [...typed.matchAll(/[\p{L}\d](?![\p{L}\d])/gu)].map(({ index }) => index + 1);
  for (const start of plain === '' ? [] : starts)
    for (const end of ends.filter((one) => one > start && one - start < plain.length + 10))
      if (plainText(typed.slice(start, end)) === plain) return typed.slice(start, end);
  return plain;
}

/** Whole days by name alone; parts of days with their hours. */
function saidDays(slots: readonly WeeklySlot[], language: Language): string {
  const whole = slots.every(({ from, to }) => from === 0 && to === 1440);
  return whole ? daysText([...new Set(slots.map(({ day }) => day))], language) : weekText(slots, language);
}

function asking(meaning: Extract<Meaning, { kind: 'ask' }>, reservist: Reservist, now: DateTime): AvailabilityReading {
  const { why, what, day } = meaning;
  return {
    kind: 'ask',
    why,
    question: both((language) => {
      const words =
        day !== undefined
          ? dayName(day, language)
          : why === 'which_absence'
            ? absencesText(reservist, now, language)
            : what;
      return reserveTexts[language].ask[why](words);
    }),
  };
}

/** What is kept of a reservist's availability, in words. */
function sayAvailability(reservist: Reservist, now: DateTime, language: Language): string {
  const texts = reserveTexts[language];
  const absences = absencesText(reservist, now, language);
  const { pause } = reservist;
  const back = pause?.until === undefined ? undefined : DateTime.fromISO(pause.until, { zone: now.zone });
  const parts = [
    texts.now.title,
    ...(pause === undefined || (back !== undefined && back <= now)
      ? []
      : [capital(back === undefined ? texts.paused : texts.pausedUntil(momentText(back, now, language)))]),
    reservist.weekly.length === 0 ? texts.noWeek : texts.week(weekText(reservist.weekly, language)),
    absences === '' ? texts.now.noAbsence : texts.now.absences(absences),
    texts.now.offer(lengthText(reservist.monthlyMinutes), reservist.simultaneousCases),
    texts.now.how,
  ];
  return parts.join('\n');
}

function absencesText({ absences }: Reservist, now: DateTime, language: Language): string {
  const local = absences
    .map(
      ({ from, to }) => [DateTime.fromISO(from, { zone: now.zone }), DateTime.fromISO(to, { zone: now.zone })] as const,
    )
    .filter(([, to]) => to > now);
  return listText(
    local.map(([from, to]) => stretchText(from, to, now, language)),
    language,
  );
}

type Offer =
  | { readonly change: ReserveChange; readonly sentence: (language: Language) => string }
  | { readonly why: Unclear; readonly what: string };

/** A French working day is 7 hours (35 a week); half of it 3 h 30. */
const DAY_MINUTES = 7 * 60;
const WEEKS_A_MONTH = 52 / 12;

function monthlyOf(cue: string): Offer {
  const match = /^([a-z]+|\d+(?:[.,]\d+)?) ?(h|min|jour|demi-journee|journee|heure)?[a-z]* ?(\d{2})?/.exec(cue);
  const count = numberOf((match?.[1] ?? '').replace(',', '.'));
  const unit = match?.[2] ?? 'h';
  const each =
    unit === 'min' ? 1 : unit === 'demi-journee' ? DAY_MINUTES / 2 : unit.startsWith('jour') ? DAY_MINUTES : 60;
  const half = /\bet demie\b/.test(cue) ? 30 : 0;
  const said = Math.round(count * each) + Number(match?.[3] ?? 0) + half;
  const weekly = /semaine|hebdo/.test(cue);
  // To the quarter of an hour: nobody offers 8 h 40.
  const minutes = weekly ? Math.round((said * WEEKS_A_MONTH) / 15) * 15 : said;
  if (!Number.isInteger(minutes) || minutes > MOST_MONTHLY_MINUTES) return { why: 'absurd_hours', what: cue };
  return {
    change: { kind: 'monthly', minutes },
    sentence: (language) =>
      weekly
        ? reserveTexts[language].monthlyFromWeek(lengthText(minutes))
        : reserveTexts[language].monthly(lengthText(minutes)),
  };
}

function capOf(cue: string): Offer {
  const word =
    cue.match(
      /\d+(?:[.,]\d+)?|\b(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente)\b/,
    )?.[0] ?? '';
  const cases = numberOf(word);
  if (!Number.isInteger(cases) || cases < 1 || cases > MOST_CASES) return { why: 'absurd_cap', what: cue };
  return { change: { kind: 'cap', cases }, sentence: (language) => reserveTexts[language].cap(cases) };
}

function isoStretch({ start, end }: { readonly start: DateTime; readonly end: DateTime }) {
  return { from: iso(start), to: iso(end) };
}

function iso(at: DateTime): string {
  return at.toJSDate().toISOString();
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function both(say: (language: Language) => string): Both {
  return { fr: say('fr'), en: say('en') };
}
