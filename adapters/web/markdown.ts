import { micromark } from 'micromark';
import { type Markup, trusted } from './html.ts';

/**
 * The little Markdown of answers as HTML. HTML in it stays text (micromark's default) and images are switched off,
 * so that no text can make the browser call another host.
 */
export function renderMarkdown(text: string): Markup {
  return trusted(micromark(text, { extensions: [{ disable: { null: ['labelStartImage', 'htmlFlow', 'htmlText'] } }] }));
}

/** For one-line texts, such as titles: the paragraph around them is taken off. */
export function renderInline(text: string): Markup {
  const rendered = micromark(text, {
    extensions: [{ disable: { null: ['labelStartImage', 'htmlFlow', 'htmlText', 'headingAtx', 'list'] } }],
  });
  return trusted(/^<p>(?<inner>(?:(?!<p>)[\s\S])*)<\/p>$/.exec(rendered)?.groups?.['inner'] ?? rendered);
}
