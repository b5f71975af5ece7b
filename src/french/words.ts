import { stemmer } from '@orama/stemmers/french';
import { stopwords } from '@orama/stopwords/french';
import { articlesIn } from './articles.ts';

/** Zero-width characters, bidirectional controls and other invisible ones that people (or attackers) paste in. */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Cs}]/gu;

/** Text as a person would see it: invisible characters gone, composed form, spaces plain. */
export function visibleText(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/** Lower case without accents; œ and æ spelt out; curly apostrophes straight. */
export function fold(text: string): string {
  return text
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’ʼ`´]/g, "'");
}

const ELISION = /(?<![a-z0-9])(?:jusqu|lorsqu|puisqu|quoiqu|qu|[cdjlmnst])'/g;

/** An elision typed without its apostrophe, before the word it was glued to: «larchitecte», «quon». Folded. */
export const GLUED_ELISION = /^(?:qu|[cdjlmnst])(?=[aeiouyh])/;

/** Words as the embedder was trained on them: folded, French elisions removed, letters and digits only. */
export function words(text: string): readonly string[] {
  return (
    fold(text)
      .replace(ELISION, ' ')
      .match(/[a-z0-9]+/g) ?? []
  );
}

const STOP = new Set([
  ...stopwords.filter((word) => word !== 'sans').flatMap(words),
  'est',
  'ca',
  'cela',
  'faut',
  'fait',
  'faire',
  'quoi',
  'si',
  'oui',
  'quel',
  'quelle',
  'quels',
  'quelles',
  'comment',
  'combien',
  'puis',
  'peux',
  'peut',
  'dois',
  'doit',
  'on',
  'il',
  'y',
  'a',
  'plus',
  'tres',
  'bien',
  'donc',
  'alors',
  'aussi',
  'ai',
  'es',
  'ete',
  'etre',
  'avoir',
  'dire',
  'dit',
  'veux',
  'va',
  'aujourd',
  'hui',
  'demain',
  'hier',
]);

const stems = new Map<string, string>();

/** Snowball stem, remembered: the same few thousand words come back in every query. */
function stem(word: string): string {
  let known = stems.get(word);
  if (known === undefined) {
    known = /\d/.test(word) ? word : fold(stemmer(word));
    if (stems.size < 200_000) stems.set(word, known);
  }
  return known;
}

/**
 * Terms for the word index: article codes as one term each whatever their spelling (`r 2122 8` → `r2122-8`),
 * amounts with their thousands joined (`60 000` → `60000`), stop words out, the rest stemmed.
 */
export function indexTerms(text: string): readonly string[] {
  const joined = text.replace(/(?<=\d)[\s\u00a0\u202f.](?=\d{3}(?!\d))/g, '');
  const codes = articlesIn(joined).map((code) => code.toLowerCase());
  return [...codes, ...words(joined).flatMap((word) => termOf(word) ?? [])];
}

/** The index term of one word of `words`, of another form of it where one is given; none for a stop word. */
export function termOf(word: string, form = word): string | undefined {
  return STOP.has(word) || (word.length === 1 && !/\d/.test(word)) ? undefined : stem(form);
}

/** The form that patterns are tried on: words alone, folded, between single spaces. */
export function plainWords(text: string): string {
  return ` ${words(text).join(' ')} `;
}

/** Words after which another must come. */
const LEADS_ON = new Set(
  words(
    'le la les l un une du des de d au aux à en pour par sur sous dans avec sans chez ou où et mon ma mes notre nos votre vos ce cet cette ces leur leurs que',
  ),
);

/** A line that stops where another word must come: sent too soon, or cut. */
export function isCutOff(text: string): boolean {
  return !/[.?!…»)]\s*$/.test(text) && LEADS_ON.has(words(text).at(-1) ?? '');
}
