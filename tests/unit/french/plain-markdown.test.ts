import { describe, expect, it } from 'vitest';
import { plainMarkdown } from '../../../src/french/plain-markdown.ts';

describe('a text in Markdown as words alone', () => {
  it.each([
    ['**Petit achat**\n\nSous *60 000 €* HT.', 'Petit achat\n\nSous 60 000 € HT.'],
    ['## Sources\n- [R2122-8](https://exemple.fr/a)\n- `L3`', 'Sources\n\n- R2122-8\n- L3'],
    ['1. un\n2. deux\n   suite', '1. un\n2. deux\n  suite'],
    ['> cité\n> encore', 'cité\nencore'],
    ['Article L. 2122-1 : 3 * 4 < 15', 'Article L. 2122-1 : 3 * 4 < 15'],
    ['ligne\nligne', 'ligne\nligne'],
    ['', ''],
  ])('%j', (text, plain) => expect(plainMarkdown(text)).toBe(plain));

  it.each(['7. ', '> ', '>', '- ', '1) - '])('is not read as Markdown when %j goes on and on', (mark) => {
    const text = `${mark.repeat(6_000)}fin`.slice(-20_000);
    expect(plainMarkdown(text)).toBe(text.trim());
  });

  it('has a length', () => {
    expect(plainMarkdown(`**a** ${'b'.repeat(20_000)}`)).toMatch(/^\*\*a/);
  });
});
