import { micromark } from 'micromark';
import { ownValue } from '../../src/own-value.ts';
import { mailTexts } from '../../src/text/mail-texts.ts';
import type { Letter, Link } from './letter.ts';

export interface Drawn {
  readonly text: string;
  readonly html: string;
}

/** One screen twice: as plain text, and as HTML that calls no other host, without images, scripts or styles to load. */
export function draw({ screen, open, stop, language, subject }: Letter): Drawn {
  const { noReply } = mailTexts[language];
  const line = ({ label, href }: Link) => `${label}${language === 'fr' ? '\u00a0' : ''}: ${href}`;
  const foot = stop === undefined ? [] : [`-- \n${noReply}`, line(stop)];
  const text = [screen.said, line(open), ...foot].join('\n\n');
  const body = screen.blocks.map((block) => ('text' in block ? rendered(block) : '')).join('\n');
  const html = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0 auto;max-width:36rem;padding:1rem;font:1rem/1.5 sans-serif">
${body}
<p><a href="${escaped(open.href)}" style="display:inline-block;padding:.6rem 1rem;background:#1b4b72;color:#fff;text-decoration:none">${escaped(open.label)}</a></p>
${stop === undefined ? '' : `<hr><p style="font-size:.875rem">${escaped(noReply)}<br><a href="${escaped(stop.href)}">${escaped(stop.label)}</a></p>`}
</body></html>`;
  return { text: `${text}\n`, html };
}

/** Ours, as on the page: HTML in it stays text, and no image is asked of anyone. */
function rendered(block: { readonly kind: string; readonly text: string }): string {
  if (block.kind !== 'markdown') return `<p>${escaped(block.text)}</p>`;
  return micromark(block.text, { extensions: [{ disable: { null: ['labelStartImage', 'htmlFlow', 'htmlText'] } }] });
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ownValue(ESCAPES, character) ?? character);
}
