import { z } from 'zod';
import { isIsoDate } from '../days/iso-date.ts';

const words = z.string().min(1).max(300);

/** What a service announces for a year, as far as it was understood; whoever typed it corrects it. */
export const announcedSchema = z.strictObject({
  /** As it was said. */
  words: z.string().max(2_000),
  title: words,
  /** What is bought alike and counts together: a family of the body's table, else the class of its code. */
  family: words.optional(),
  nature: z.enum(['fournitures', 'services', 'travaux']).optional(),
  cpv: z.string().optional(),
  /** Euros, tax excluded. */
  amount: z.number().min(0).max(1e12).optional(),
  /** First day of the month, or the day, on which it is wanted. */
  wanted: z.string().refine(isIsoDate).optional(),
  /** The demande that was made of it. */
  purchase: z.string().optional(),
});

export type Announced = Readonly<z.infer<typeof announcedSchema>>;

export interface PlannedNeed extends Announced {
  readonly id: string;
  /** A body's id. */
  readonly organisation: string;
  /** Of the campaign. */
  readonly year: number;
  /** Counts from 1: a change is made on the version that was looked at. */
  readonly version: number;
  readonly by: string;
  /** ISO instant of the last change. */
  readonly at: string;
}
