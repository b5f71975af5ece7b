import fc from 'fast-check';
import { micromark } from 'micromark';
import { describe, expect, it } from 'vitest';
import { escapeRelayed } from '../../../../src/handoff/help/escape-relayed.ts';
import { startProcessorClock } from '../../../fixtures/processor-time.ts';
import { runs } from '../../../fixtures/runs.ts';

const JOINER = /\u2060/g;
/** What a reader sees of the Markdown. */
const seen = (html: string) =>
  html
    .replace(/<br \/>\n?/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(JOINER, '');
const flat = (text: string) => text.replace(/\s+/gu, ' ').trim();

const nasty = fc.constantFrom(
  '<!channel>',
  '<!here>',
  '<@U123>',
  '<#C1|general>',
  '@everyone',
  '@here',
  '@all',
  '**gras**',
  '_a_',
  '`code`',
  '```',
  '[lien](https://x.fr)',
  '![i](http://x.fr/i.png)',
  'https://mairie.fr/a?b=c&d',
  'www.mairie.fr',
  'a@mairie.fr',
  'mairie.fr/plan',
  '# titre',
  '- liste',
  '1. un',
  '1) un',
  '> cite',
  '---',
  '===',
  '    code',
  '<b>',
  '<script>',
  '&amp;',
  '|a|b|',
  '~~non~~',
  '\\',
  '\n',
  '\n\n',
  '\t',
  ' ',
  'R. 2122-8',
  '40 000 €',
  'l’école',
  '\u202e',
  '\u0000',
  'javascript:alert(1)',
  '<https://x.fr|ici>',
  '<mailto:a@b.fr>',
  '+',
  '=',
  '-',
  '*',
  '1.',
  '!',
  '[^1]',
  '[a]: http://x.fr',
);
const text = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: nasty }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) }),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

describe('a relayed text', () => {
  it('makes nothing but paragraphs, line breaks and code for links', () => {
    fc.assert(
      fc.property(text, (said) => {
        const html = micromark(escapeRelayed(said));
        expect(html.replace(/<\/?(?:p|code)>|<br \/>/g, '')).not.toMatch(/<[^!]/);
      }),
      { numRuns: runs(3_000) },
    );
  });

  it('shows every word that was said', () => {
    fc.assert(
      fc.property(text, (said) => {
        const cleaned = said
          .replace(/\r\n?/g, '\n')
          .replace(/(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu, '')
          .replace(/\p{Cs}/gu, '\ufffd');
        expect(flat(seen(micromark(escapeRelayed(said))))).toBe(flat(cleaned.replace(JOINER, '')));
      }),
      { numRuns: runs(3_000) },
    );
  });

  it('mentions nobody, and opens no link outside code, on any platform', () => {
    fc.assert(
      fc.property(text, (said) => {
        const escaped = escapeRelayed(said);
        expect(escaped).not.toMatch(/@(?=[\p{L}\p{N}])/u);
        expect(escaped).not.toMatch(/<(?=[!@#a-z/])/i);
        expect(micromark(escaped).replace(/<code>[^<]*<\/code>/g, '')).not.toMatch(/:\/\/\S|www\.\p{L}/u);
      }),
      { numRuns: runs(3_000) },
    );
  });

  it.each([
    ['<!channel> venez', '\\<\u2060!channel\\> venez'],
    ['voir @everyone', 'voir @\u2060everyone'],
    ['voir https://mairie.fr/x_y', 'voir `https://mairie.fr/x_y`'],
    ['voir [ici](https://x.fr)', 'voir \\[ici\\](`https://x.fr)`'],
    ['a\nb', 'a\\\nb'],
    ['- un', '\\- un'],
    ['1. un', '1\\. un'],
    ['article R. 2122-8, 40 000 €', 'article R. 2122-8, 40 000 €'],
  ])('%j is %j', (said, shown) => {
    expect(escapeRelayed(said)).toBe(shown);
  });

  it('is quick on a long text', () => {
    const spent = startProcessorClock();
    for (const piece of ['a.', 'a@', '`', '<', 'x-', '1.', ' \n']) escapeRelayed(piece.repeat(100_000));
    expect(spent()).toBeLessThan(5_000);
  });
});

it('keeps no-break spaces: «60 000 €» stays in one piece', () => {
  expect(escapeRelayed('Oui\u202f: 60\u202f000\u00a0€\tHT')).toBe('Oui\u202f: 60\u202f000\u00a0€ HT');
});
