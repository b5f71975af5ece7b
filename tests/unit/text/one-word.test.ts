import { expect, it } from 'vitest';
import { deskTexts } from '../../../src/text/desk-texts.ts';
import { faultsFr } from '../../../src/text/faults-fr.ts';
import { handoffFr } from '../../../src/text/handoff-fr.ts';
import { handoffWebFr } from '../../../src/text/handoff-web-fr.ts';
import { screenTexts } from '../../../src/text/screen-texts.ts';

/** Every text of a catalogue; those made of something are read as they are written. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

it('what a person asks of a reservist is a «demande», wherever it is spoken of', () => {
  const texts = textsOf([handoffFr, handoffWebFr, faultsFr, screenTexts.fr, deskTexts.fr]);
  expect(texts.length).toBeGreaterThan(300);
  // «votre cas» is the situation that is told, not what is asked about it.
  const others = /\bdossiers?\b|\b(?:le|ce|du|un) cas\b(?! est difficile)/i;
  expect(texts.filter((text) => others.test(text))).toEqual([]);
});
