import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contains } from '../../../../scripts/golden.ts';
import { isUnexplained } from '../../../../scripts/rewording-sets/presence.ts';
import { fold } from '../../../../src/french/words.ts';
import { createLearnt } from '../../../../src/rewording/learnt.ts';
import { createReworder } from '../../../../src/rewording/reword.ts';
import { startProcessorClock } from '../../../fixtures/processor-time.ts';
import { realCorpus } from '../../../fixtures/real-corpus.ts';
import { runs } from '../../../fixtures/runs.ts';

const reworder = createReworder(realCorpus, createLearnt('knowledge'));
async function reword(text: string) {
  const said = await reworder.reword(text, 'to_prescriber', 'fr');
  if (said.direction !== 'to_prescriber') throw new Error('asked for a prescriber');
  return said;
}

const itemSchema = z.strictObject({
  id: z.string(),
  text: z.string(),
  /** Everyday words expected; alternatives between bars. */
  terms: z.array(z.string()),
  /** Values, names and negations that must stand in the text. */
  keep: z.array(z.string()),
  /** Terms that must be replaced, or followed by an explanation. */
  jargon: z.array(z.string()),
});
const items = readFileSync('tests/golden/rewording/to-prescriber.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => itemSchema.parse(JSON.parse(line)));

const flat = (text: string) => fold(text).replace(/\s+/g, ' ');

describe('the golden messages', () => {
  it('keep what they say, and their words are explained', async () => {
    let [kept, terms, wanted, unexplained] = [0, 0, 0, 0];
    for (const { id, text, keep, terms: expected, jargon } of items) {
      const said = await reword(text);
      const lost = keep.filter((words) => !flat(said.text).includes(flat(words)));
      const missed = expected.filter((words) => !contains(said.text, words));
      const raw = jargon.filter((term) => isUnexplained(said.text, term));
      if (lost.length + missed.length + raw.length > 0) console.log(id, { lost, missed, raw }, said.text);
      kept += Number(lost.length === 0);
      terms += expected.length - missed.length;
      wanted += expected.length;
      unexplained += Number(raw.length > 0);
    }
    const count = items.length;
    console.log(`kept ${kept}/${count}, terms ${terms}/${wanted}, unexplained ${unexplained}`);
    expect(kept / count).toBeGreaterThanOrEqual(0.97);
    expect(terms / wanted).toBeGreaterThanOrEqual(0.8);
    // A verb or an adjective that a denial bears on stays as it is: what explains it would say the contrary.
    expect(unexplained / count).toBeLessThanOrEqual(0.07);
  });
});

describe('any text', () => {
  it('never throws, and every term is verbatim', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), async (noise) => {
        for (const source of [noise, `Le DCE ${noise} ledit avenant, sous réserve de l’avis`]) {
          const said = await reword(source);
          for (const term of said.terms) expect(source.slice(...term.span)).toBe(term.from);
        }
      }),
      { numRuns: runs(100) },
    );
  });

  it('in plain words already comes back as it is', async () => {
    const text = 'Bonjour, il me faut 3 devis pour vendredi 12 juin. Merci, Paul';
    const { message, points } = await reword(text);
    expect(message).toBe(text);
    expect(points.asked).toEqual(['Il me faut 3 devis pour vendredi 12 juin']);
    expect(points.byWhen.map(({ when }) => when)).toEqual(['pour vendredi 12 juin']);
  });

  it('of ten pages takes well under a second', async () => {
    const page = items.map(({ text }) => text).join('\n');
    const spent = startProcessorClock();
    await reword(page.repeat(Math.ceil(40_000 / page.length)));
    expect(spent()).toBeLessThan(1000);
  });
});
