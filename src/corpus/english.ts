import { z } from 'zod';
import { fold } from '../french/words.ts';
import type { CorpusProblem } from './problem.ts';
import { readYaml } from './yaml-source.ts';

const entrySchema = z.strictObject({ en: z.array(z.string().min(2)).min(1), fr: z.string().min(2) });

/** English phrases and the French words to search by, the longer phrases first: the corpus is French, the question may be English. */
export type EnglishTerms = readonly { readonly phrase: RegExp; readonly fr: string }[];

export function readEnglishTerms(
  text: string,
  file: string,
): { terms: EnglishTerms; problems: readonly CorpusProblem[] } {
  const source = readYaml(text, z.array(entrySchema), file);
  const phrases = (source.value ?? []).flatMap(({ en, fr }) => en.map((phrase) => ({ phrase: fold(phrase), fr })));
  return {
    terms: phrases
      .sort((a, b) => b.phrase.length - a.phrase.length)
      .map(({ phrase, fr }) => ({ phrase: new RegExp(`(?<![a-z])${phrase}(?![a-z])`, 'g'), fr })),
    problems: source.problems,
  };
}

type Part = string | { readonly fr: string };

/** The text cut at what is known of it, each part of it used once, the longer phrases first. */
function partsOf(text: string, terms: EnglishTerms): readonly Part[] {
  return terms.reduce<readonly Part[]>(
    (rest, { phrase, fr }) =>
      rest.flatMap((part) => {
        if (typeof part !== 'string') return [part];
        return part.split(phrase).flatMap((piece, at) => (at === 0 ? [piece] : [{ fr }, piece]));
      }),
    [fold(text)],
  );
}

/** The question with French words in the place of the English ones: what is worked out reads values where they stand. */
export function inFrench(text: string, terms: EnglishTerms): string {
  return partsOf(text, terms)
    .map((part) => (typeof part === 'string' ? part : part.fr))
    .join('');
}

/** The French words for what an English question says, in its order and none twice, then its figures: «20,000» is 20 000. */
export function searchWords(text: string, terms: EnglishTerms): string {
  const found = partsOf(text, terms).flatMap((part) => (typeof part === 'string' ? [] : part.fr.split(' ')));
  const figures = text.match(/\d[\d.,\s]*\d|\d/g) ?? [];
  return [...new Set(found), ...figures.map((figure) => figure.replace(/,(?=\d{3}(?!\d))/g, ' '))].join(' ');
}
