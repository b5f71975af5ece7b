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

/** The question with French words in the place of the English ones: what is worked out reads values where they stand. */
export function inFrench(text: string, terms: EnglishTerms): string {
  const parts = terms.reduce<readonly (string | { readonly fr: string })[]>(
    (rest, { phrase, fr }) =>
      rest.flatMap((part) => {
        if (typeof part !== 'string') return [part];
        return part.split(phrase).flatMap((piece, at) => (at === 0 ? [piece] : [{ fr }, piece]));
      }),
    [fold(text)],
  );
  return parts.map((part) => (typeof part === 'string' ? part : part.fr)).join('');
}

/** The French words for what an English question says; each part of the text used once. */
export function searchWords(text: string, terms: EnglishTerms): string {
  let rest = fold(text);
  const found: string[] = [];
  for (const { phrase, fr } of terms) {
    const without = rest.replace(phrase, ' ');
    if (without === rest) continue;
    rest = without;
    found.push(fr);
  }
  const figures = text.match(/\d[\d.,\s]*\d|\d/g) ?? [];
  return [...found, ...figures].join(' ');
}
