import { z } from 'zod';
import { COUNTED_IN, FAMILIES } from '../vocabulary/rewording.ts';

const labelsSchema = z.strictObject({
  preferred: z.string().min(2),
  /** Other lawful ways of saying it (skos:altLabel). */
  alt: z.array(z.string().min(2)).default([]),
  /** Misspelt, slang, acronyms: understood, never shown (skos:hiddenLabel). */
  hidden: z.array(z.string().min(2)).default([]),
});

/** Expressions of the pattern language of `knowledge/lint/README.md`, without its lists. */
const expressions = z.array(z.string().min(1)).default([]);
/** Whole sentences: the rule's own test, which `corpus:check` runs. */
const examples = z.array(z.string().min(5));
const sentences = examples.default([]);

const glossSchema = z
  .strictObject({
    /**
     * Stands in brackets after the term: a noun phrase, or a complement that fits any gender and number, without figure,
     * negation or obligation, which would be taken for the message's own.
     */
    plain: z.string().min(2),
    /** Ways of saying the term. */
    says: z.array(z.string().min(2)).default([]),
    /** Initials that are another word in small letters. */
    capitals: z.array(z.string().min(2)).default([]),
    /** Those of both that mean this in any sentence: only they are explained between two people, who rely on each other's words. */
    sure: z.array(z.string().min(2)).default([]),
    /** The term means this only in a sentence where one of them stands. */
    context: expressions,
    /** The term means something else as part of one of them. */
    except: expressions,
    right: sentences,
    wrong: sentences,
  })
  .refine(({ says, capitals, sure }) => sure.every((one) => says.includes(one) || capitals.includes(one)), {
    error: 'what is sure is one of the ways of saying it',
  });

const cueSchema = z.strictObject({
  /** Turns of everyday speech that mean the concept, whatever the sentence around them. */
  say: z.array(z.string().min(1)).min(1),
  /** The turn means something else where one of them is said too, anywhere in the message. */
  except: expressions,
  /** Labels of the buyer's side, when the preferred one says too much or too little for this turn. No figure: it would read as the person's. */
  show: z
    .array(z.string().regex(/^\D+$/, { error: 'a label with a figure would read as one of the person’s' }))
    .min(1)
    .optional(),
  /** Its labels are added to those that another turn of the concept brings; else the first turn that is said holds. */
  adds: z.boolean().default(false),
  /** Set when it tells what is bought: the family that the trade itself settles, or the sentence («selon»). */
  bought: z.enum([...FAMILIES, 'selon']).optional(),
  right: examples.min(1),
  wrong: sentences,
});

/** Turns by which a department says the concept without its name. */
export type ConceptCue = z.infer<typeof cueSchema>;

/** What a buyer's term means in everyday words. */
export type ConceptGloss = z.infer<typeof glossSchema>;

const tradeSchema = z.strictObject({
  /** How a lot of it is called: broader than the concept where its names are. */
  label: z.string().min(2),
  /** What it is by itself: it says nothing of what is asked of it («réparer le minibus» is a service). */
  nature: z.enum(['fournitures', 'services', 'travaux']),
  /** Trades of one family are sold by the same firms: bought together they are one need and one lot. */
  family: z.string().min(2),
  /** Left out when no figure sizes the need (a study, a single building work). */
  counted_in: z.enum(COUNTED_IN).optional(),
  /** Delivered or done somewhere. */
  placed: z.boolean().default(false),
  /** Lasts by nature: a contract of several months or years. */
  lasting: z.boolean().default(false),
  /** Its users change the specification. */
  users: z.boolean().default(false),
  /** What decides such a purchase beside what every form asks, in everyday words. */
  ask: z.strictObject({ fr: z.string().min(10).endsWith(' ?'), en: z.string().min(10).endsWith('?') }).optional(),
  /** Not asked of a message that says one of these, folded: it answers, or begins to. */
  unless: z.array(z.string().min(1)).default([]),
  /** What people call the things and acts of it: singular, small letters, no accents. */
  names: z.array(z.string().regex(/^[a-z0-9][a-z0-9' -]*$/, { error: 'small letters without accents' })),
});

/** What is bought: what sizes it, and what has to be known of it. */
export type ConceptTrade = z.infer<typeof tradeSchema>;

export const conceptSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'must be lower case words joined by hyphens' }),
  service: labelsSchema,
  achat: labelsSchema,
  explain: z.strictObject({ service: z.string().min(10), achat: z.string().min(10) }),
  false_friend: z.string().min(10).optional(),
  articles: z.array(z.string().min(2)).default([]),
  fiche: z.string().optional(),
  gloss: z.array(glossSchema).optional(),
  trade: tradeSchema.optional(),
  cues: z.array(cueSchema).optional(),
  /** What it is bought as, where its family says less; annexe 3 lists the specific services. */
  bought_as: z.enum(['moe', 'tic', 'pi', 'services_specifiques']).optional(),
  /** Everyday sentences say its labels of anything: alone they tell a buyer nothing. */
  common: z.boolean().optional(),
  /** Said of a consultation or a contract that runs, when nothing is being bought; `either`: of a purchase to come too. */
  stage: z.enum(['consultation', 'contract', 'either']).optional(),
  /** About the person who writes, and not about what the department wants. */
  personal: z.boolean().optional(),
  /** Concepts that the message is not about when this one is meant. */
  hides: z.array(z.string()).optional(),
});

/** A concept of the two-sided lexicon, after SKOS: labels per side, an explanation for each side. */
export type LexiconEntry = z.infer<typeof conceptSchema>;

/** Every label of one side, the preferred first. */
export function labelsOf(entry: LexiconEntry, side: 'service' | 'achat'): readonly string[] {
  const labels = entry[side];
  return [labels.preferred, ...labels.alt, ...labels.hidden];
}
