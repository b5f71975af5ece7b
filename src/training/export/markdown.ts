import { micromark } from 'micromark';

/** Markdown of the corpus as HTML; micromark lets no raw HTML nor dangerous address through. */
export function renderMarkdown(text: string): string {
  return micromark(text);
}
