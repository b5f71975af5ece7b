import { z } from 'zod';

const labelsSchema = z.strictObject({
  preferred: z.string().min(2),
  /** Other lawful ways of saying it (skos:altLabel). */
  alt: z.array(z.string().min(2)).default([]),
  /** Misspelt, slang, acronyms: understood, never shown (skos:hiddenLabel). */
  hidden: z.array(z.string().min(2)).default([]),
});

export const conceptSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'must be lower case words joined by hyphens' }),
  service: labelsSchema,
  achat: labelsSchema,
  explain: z.strictObject({ service: z.string().min(10), achat: z.string().min(10) }),
  false_friend: z.string().min(10).optional(),
  articles: z.array(z.string().min(2)).default([]),
  fiche: z.string().optional(),
});

/** A concept of the two-sided lexicon, after SKOS: labels per side, an explanation for each side. */
export type LexiconEntry = z.infer<typeof conceptSchema>;

/** Every label of one side, the preferred first. */
export function labelsOf(entry: LexiconEntry, side: 'service' | 'achat'): readonly string[] {
  const labels = entry[side];
  return [labels.preferred, ...labels.alt, ...labels.hidden];
}
