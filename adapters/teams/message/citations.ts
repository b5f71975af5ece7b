import type { Source } from '../../../src/answering/port/outcome.ts';
import { clean } from '../../../src/french/clean.ts';
import { plainMarkdown } from '../../../src/french/plain-markdown.ts';
import { shorten } from '../card/clean.ts';
import { type Say, sayStatus } from '../say.ts';

/** Characters that Teams shows of a citation, and how many keywords of what length. */
const LONGEST = { name: 80, abstract: 160, keyword: 28, keywords: 3, url: 400 } as const;
/** More would hide the text behind numbers. */
const MOST = 5;

/**
 * The message entity of Teams: its native citations, and the label of what an AI has generated. The label is put only where a
 * language model worded the answer: an answer made of people's own fiches is not AI-generated, and saying so would be false.
 */
export function messageEntity(
  sources: readonly Source[],
  { byModel, say }: { readonly byModel: boolean; readonly say: Say },
): object | undefined {
  const cited = sources.slice(0, MOST);
  if (cited.length === 0 && !byModel) return undefined;
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    ...(byModel ? { additionalType: ['AIGeneratedContent'] } : {}),
    ...(cited.length === 0 ? {} : { citation: cited.map((source, index) => citationOf(source, index + 1, say)) }),
  };
}

/** What the text must say for its citations to show. */
export function citationMarks(sources: readonly Source[]): string {
  return sources
    .slice(0, MOST)
    .map((_, index) => `[${index + 1}]`)
    .join(' ');
}

function citationOf(source: Source, position: number, say: Say): object {
  const places = source.articles.length > 0 ? source.articles.map(({ cited }) => cited).join(', ') : source.section;
  const url = source.articles.find((article) => article.url !== undefined)?.url ?? source.url;
  const keywords = [sayStatus(source, say)].filter((word) => word !== '').map((word) => shorten(word, LONGEST.keyword));
  return {
    '@type': 'Claim',
    position,
    appearance: {
      '@type': 'DigitalDocument',
      name: shorten(clean(plainMarkdown(source.title)) || source.fiche, LONGEST.name),
      abstract: shorten(clean(places) || source.section || source.fiche, LONGEST.abstract),
      ...(url?.startsWith('https://') === true && url.length <= LONGEST.url ? { url } : {}),
      ...(keywords.length === 0 ? {} : { keywords: keywords.slice(0, LONGEST.keywords) }),
    },
  };
}
