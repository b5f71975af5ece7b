import type { Quote } from './find-quote.ts';

/** «La phrase» (Titre): what is shown in the place of a claim that is not what its passages say. */
export function showQuote({ text, passage }: Quote): string {
  const said = text.replace(/[«»]/g, '"').replace(/\s+/g, ' ').trim();
  const title = plainTitle(passage.title);
  return title === '' ? `« ${said} »` : `« ${said} » (${title})`;
}

/** A title is someone's text too: no markup of it is kept. */
export function plainTitle(title: string): string {
  return title
    .replace(/[*_`<>[\]()#|~\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
