import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Markup, toText } from '../../../adapters/web/html.ts';
import { markText } from '../../../adapters/web/rewording/marks.ts';
import type { Span } from '../../../src/french/span.ts';
import { startProcessorClock } from '../../fixtures/processor-time.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** What a browser shows of it. */
function textOf(markup: Markup): string {
  return toText(markup)
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constant('<script>alert("1")</script> & l’<b>été</b> \'\n\r\u0000'),
);
const anySpan: fc.Arbitrary<Span> = fc.tuple(fc.integer({ min: -3, max: 70 }), fc.integer({ min: -3, max: 70 }));

const TEXT = 'abcdefghijklmnopqrstuvwxyz0123';

describe('a marked text', () => {
  it('is the text to the letter without its tags, whatever the marks, and holds nothing live', () => {
    fc.assert(
      fc.property(hostile, fc.array(anySpan, { maxLength: 6 }), fc.array(anySpan, { maxLength: 6 }), (text, a, b) => {
        const terms = a.map((span, index) => ({ span, key: index + 1 }));
        const findings = b.map((span, index) => ({ span, number: index + 1, name: '"><script>' }));
        const marked = markText(text, terms, findings);
        expect(textOf(marked)).toBe(text);
        expect(toText(marked)).not.toContain('<script');
      }),
      { numRuns: 500 },
    );
  });

  it('numbers every finding inside the text exactly once, and marks all of its letters', () => {
    const inside = fc
      .tuple(fc.integer({ min: 0, max: 29 }), fc.integer({ min: 1, max: 30 }))
      .filter(([start, end]) => start < end);
    fc.assert(
      fc.property(fc.array(inside, { maxLength: 5 }), fc.array(inside, { maxLength: 5 }), (a, b) => {
        const findings = b.map((span, index) => ({ span, number: index + 1, name: 'x' }));
        const marked = toText(
          markText(
            TEXT,
            a.map((span) => ({ span, key: 1 })),
            findings,
          ),
        );
        for (const { number } of findings) expect(marked.split(`id="at-${number}"`)).toHaveLength(2);
        const lit = [...marked.matchAll(/<mark class="found">([^<]*)<\/mark>/g)].map(([, text]) => text).join('');
        const wanted = [...TEXT].filter((_, at) => b.some(([start, end]) => at >= start && at < end)).join('');
        expect(lit).toBe(wanted);
      }),
    );
  });

  it('keeps the shorter of two terms that overlap', () => {
    const marked = toText(
      markText('un marché public', [
        { span: [0, 16], key: 1 },
        { span: [3, 9], key: 2 },
      ]),
    );
    expect(marked).toMatch(/^un <a class="term" data-term="2"[^>]*>marché<\/a> public$/);
  });

  it('marks a finding inside a term and past its end', () => {
    const marked = toText(
      markText('à peu près 12k€ par an', [{ span: [0, 15], key: 1 }], [{ span: [11, 18], number: 1, name: 'n' }]),
    );
    expect(marked.replace(/ (?:data-term|href|aria-describedby|id|data-number|aria-label)="[^"]*"/g, '')).toBe(
      '<a class="term">à peu près <mark class="found">12k€</mark></a><mark class="found"> pa</mark><a class="found-link"></a>r an',
    );
  });
});

it('takes a time that goes with the text, even when every word is marked twice', () => {
  const words = (count: number) => {
    const spans = Array.from({ length: count }, (_, index): Span => [index * 5, index * 5 + 4]);
    const spent = startProcessorClock();
    const marked = markText(
      'Dell '.repeat(count),
      spans.map((span) => ({ span, key: 1 })),
      spans.map((span, index) => ({ span, number: index + 1, name: 'n' })),
    );
    expect(toText(marked).split('class="term"')).toHaveLength(count + 1);
    return spent();
  };
  words(1000);
  // Ten pages; a sweep that looked at every mark at every place took 30 s.
  expect(words(8000)).toBeLessThan(2000);
});
