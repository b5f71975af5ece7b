import { z } from 'zod';
import { PERSON_ROLES } from '../vocabulary/people.ts';
import type { Person } from './person.ts';
import type { Organisation, Reservist } from './reservist.ts';

const text = z.string().min(1);
const instant = z.iso.datetime();
const minuteOfDay = z.number().int().min(0).max(1440);

/** What the store holds of a person; JSON has no `undefined`, so a field that is absent is one that is not known. */
export const personSchema = z
  .object({
    id: text,
    name: text,
    email: text.optional(),
    organisation: text,
    roles: z.array(z.enum(PERSON_ROLES)),
    directoryRoles: z.array(z.enum(PERSON_ROLES)).optional(),
    territories: z.array(text).optional(),
    language: z.enum(['fr', 'en']),
    address: z.object({ platform: z.enum(['web', 'console', 'slack', 'teams']), conversation: z.string() }).optional(),
  })
  .transform(({ email, address, ...rest }): Person => ({ ...rest, email, address }));

export const organisationSchema: z.ZodType<Organisation> = z.object({
  id: text,
  name: text,
  siret: z
    .string()
    .regex(/^\d{14}$/)
    .optional(),
  declared: z.object({ name: text, siret: z.string().optional() }).optional(),
  publicClass: z.string(),
  territories: z.array(text),
});

const weekday = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]);

export const reservistSchema = z
  .object({
    id: text,
    person: text,
    organisation: text,
    territories: z.array(text),
    competences: z.array(text),
    languages: z.array(z.enum(['fr', 'en'])),
    timeZone: text,
    weekly: z.array(z.object({ day: weekday, from: minuteOfDay, to: minuteOfDay })),
    absences: z.array(z.object({ from: instant, to: instant })),
    monthlyMinutes: z.number().min(0),
    simultaneousCases: z.number().int().min(0),
    substitute: text.optional(),
    pause: z.object({ until: instant.optional() }).optional(),
    conflicts: z.object({ organisations: z.array(text), suppliers: z.array(text) }),
  })
  .transform(
    ({ substitute, pause, ...rest }): Reservist => ({
      ...rest,
      substitute,
      pause: pause === undefined ? undefined : { until: pause.until },
    }),
  );
