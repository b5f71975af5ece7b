import { IANAZone } from 'luxon';
import { z } from 'zod';
import type { Hours } from '../days/working-hours.ts';
import { DEFAULT_RETENTION, type RetentionMonths } from '../handoff/help/purge.ts';
import { defaultDurations, type HandoffPolicy, type Wave } from '../handoff/policy.ts';
import { readWeek } from '../reserve/availability/read-week.ts';

/** Minutes of the network's working time: a quarter of an hour to a quarter of a year. */
const minutes = (otherwise: number) => z.coerce.number().int().min(15).max(30_000).default(otherwise);
const days = (otherwise: number) => z.coerce.number().int().min(1).max(365).default(otherwise);
const months = (otherwise: number) => z.coerce.number().int().min(1).max(120).default(otherwise);

/** «1:60, 2:120, 4:240»: how many are asked, and for how many working minutes. */
const waves = z
  .string()
  .regex(/^\s*\d{1,2}\s*:\s*\d{1,4}\s*(?:,\s*\d{1,2}\s*:\s*\d{1,4}\s*)*$/, {
    error: 'must be written as 1:60, 2:120 (how many are asked : for how many working minutes)',
  })
  .transform((text) =>
    text.split(',').map((wave): Wave => {
      const [size = 0, long = 0] = wave.split(':').map(Number);
      return { size, minutes: long };
    }),
  )
  .refine((list) => list.every(({ size, minutes: long }) => size >= 1 && size <= 50 && long >= 5), {
    error: 'a wave asks 1 to 50 people, for 5 minutes at least',
  });

const hours = z
  .string()
  .transform((text) => readWeek(text) ?? [])
  .refine((weekly) => weekly.length > 0, {
    error: 'must be hours in French: du lundi au vendredi de 9h à 12h et de 14h à 17h',
  });

/** How long things may take, when, and how long they are kept. */
export const handoffVariables = {
  HANDOFF_HOURS: hours.optional(),
  HANDOFF_TIME_ZONE: z
    .string()
    .refine((zone) => IANAZone.isValidZone(zone), { error: 'must be an IANA zone, such as Indian/Reunion' })
    .default('Europe/Paris'),
  HANDOFF_DEPARTEMENT: z
    .string()
    .regex(/^(?:\d{2}|2[AB]|97\d)$/, { error: 'must be the code of a département, such as 35 or 974' })
    .optional(),
  HANDOFF_PROMISED_MINUTES: minutes(4 * 60),
  HANDOFF_WAVES: waves.optional(),
  HANDOFF_REMINDER_MINUTES: minutes(defaultDurations.reminderMinutes),
  HANDOFF_SILENCE_MINUTES: minutes(defaultDurations.silenceMinutes),
  HANDOFF_CLOSE_MINUTES: minutes(defaultDurations.autoCloseMinutes),
  HANDOFF_DRAFT_DAYS: days(defaultDurations.draftDays),
  HANDOFF_QUEUE_DAYS: days(defaultDurations.queueDays),
  RETENTION_CASES_MONTHS: months(DEFAULT_RETENTION.cases),
  RETENTION_EXCHANGES_MONTHS: months(DEFAULT_RETENTION.exchanges),
  RETENTION_BRIEFS_MONTHS: months(DEFAULT_RETENTION.agreements),
  RETENTION_AUDIT_MONTHS: months(DEFAULT_RETENTION.audit),
  RETENTION_CANDIDATES_MONTHS: months(DEFAULT_RETENTION.candidates),
} as const;

type Values = z.infer<z.ZodObject<typeof handoffVariables>>;

export interface HandoffSettings {
  /** Of the network: what «one hour to answer» is counted in. */
  readonly hours: Hours;
  /** Someone who is free within that delay is asked now. */
  readonly promisedMinutes: number;
  readonly durations: Omit<HandoffPolicy, 'addWorkingMinutes'>;
  readonly retention: RetentionMonths;
}

const OFFICE: Hours['weekly'] = ([1, 2, 3, 4, 5] as const).flatMap((day) => [
  { day, from: 9 * 60, to: 12 * 60 },
  { day, from: 14 * 60, to: 17 * 60 },
]);

/** @throws when a holder would lose a case before they are reminded of it */
export function readHandoff(values: Values): HandoffSettings {
  const [first, ...rest] = values.HANDOFF_WAVES ?? defaultDurations.waves;
  if (first === undefined || values.HANDOFF_SILENCE_MINUTES <= values.HANDOFF_REMINDER_MINUTES)
    throw new Error(
      'Configuration not usable:\n  HANDOFF_SILENCE_MINUTES: must be longer than HANDOFF_REMINDER_MINUTES, which comes first',
    );
  return {
    hours: {
      timeZone: values.HANDOFF_TIME_ZONE,
      departement: values.HANDOFF_DEPARTEMENT,
      weekly: values.HANDOFF_HOURS ?? OFFICE,
    },
    promisedMinutes: values.HANDOFF_PROMISED_MINUTES,
    durations: {
      waves: [first, ...rest],
      reminderMinutes: values.HANDOFF_REMINDER_MINUTES,
      silenceMinutes: values.HANDOFF_SILENCE_MINUTES,
      autoCloseMinutes: values.HANDOFF_CLOSE_MINUTES,
      draftDays: values.HANDOFF_DRAFT_DAYS,
      queueDays: values.HANDOFF_QUEUE_DAYS,
    },
    retention: {
      cases: values.RETENTION_CASES_MONTHS,
      exchanges: values.RETENTION_EXCHANGES_MONTHS,
      agreements: values.RETENTION_BRIEFS_MONTHS,
      audit: values.RETENTION_AUDIT_MONTHS,
      candidates: values.RETENTION_CANDIDATES_MONTHS,
    },
  };
}
