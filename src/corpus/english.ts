import { z } from 'zod';
import { fold } from '../text/words.ts';
import type { CorpusProblem } from './problem.ts';
import { readYaml } from './yaml-source.ts';

const entrySchema = z.strictObject({ en: z.array(z.string().min(2)).min(1), fr: z.string().min(2) });

/** English phrases and the French words to search by: the corpus is French, the question may be English. */
export type EnglishTerms = readonly z.infer<typeof entrySchema>[];

export function readEnglishTerms(
  text: string,
  file: string,
): { terms: EnglishTerms; problems: readonly CorpusProblem[] } {
  const source = readYaml(text, z.array(entrySchema), file);
  return { terms: source.value ?? [], problems: source.problems };
}

/** The French words for what an English question says; longer phrases first, each part of the text used once. */
export function searchWords(text: string, terms: EnglishTerms): string {
  const phrases = terms.flatMap(({ en, fr }) => en.map((phrase) => ({ phrase: fold(phrase), fr })));
  phrases.sort((a, b) => b.phrase.length - a.phrase.length);
  let rest = fold(text);
  const found: string[] = [];
  for (const { phrase, fr } of phrases) {
    const pattern = new RegExp(`(?<![a-z])${phrase}(?![a-z])`, 'g');
    if (!pattern.test(rest)) continue;
    rest = rest.replace(pattern, ' ');
    found.push(fr);
  }
  const figures = text.match(/\d[\d.,\s]*\d|\d/g) ?? [];
  return [...found, ...figures].join(' ');
}
