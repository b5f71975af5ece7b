import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createLearnt } from '../../../src/rewording/learnt.ts';
import { createReworder } from '../../../src/rewording/reword.ts';
import { realCorpus } from '../../fixtures/real-corpus.ts';

/** Messages whose meaning hangs on one word: a set a file, each read in the direction that it names. */
const FOLDER = 'tests/golden/rewording/one-word';
const itemSchema = z.strictObject({
  id: z.string(),
  direction: z.enum(['to_buyer', 'to_prescriber']),
  text: z.string(),
  /** The word on which the meaning hangs. */
  hinge: z.string(),
  /** Phrases that would say the contrary: none may stand in what is shown. */
  contrary: z.array(z.string()),
});
const reworder = createReworder(realCorpus, createLearnt('knowledge'));
/** Accents stay: «un métré» is no «mètre». */
const flat = (text: string) => text.normalize('NFC').toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ');

describe.each(readdirSync(FOLDER).filter((name) => name.endsWith('.jsonl')))('one word: %s', (name) => {
  const items = readFileSync(`${FOLDER}/${name}`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => itemSchema.parse(JSON.parse(line)));

  it.each(items.map((item) => [item.id, item] as const))(
    '%s is never shown with the contrary meaning',
    async (_id, item) => {
      const shown = await reworder.reword(item.text, item.direction, 'fr');
      expect(shown.fidelity.faithful).toBe(true);
      for (const phrase of item.contrary) expect(flat(shown.text)).not.toContain(flat(phrase));
      expect(shown.text).toContain(item.text);
    },
  );
});
