import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sayAcross } from '../../../src/purchases/say-across.ts';
import { ok } from '../../../src/result.ts';
import { createLearnt } from '../../../src/rewording/learnt.ts';
import { createReworder } from '../../../src/rewording/reword.ts';
import { plain } from '../../fixtures/plain.ts';
import { realCorpus } from '../../fixtures/real-corpus.ts';

const MOST_WORDS = 120;

const MESSAGES = readFileSync('tests/golden/learn/across.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) =>
    z
      .object({
        id: z.string(),
        side: z.enum(['prescriber', 'buyer']),
        text: z.string(),
        never: z.array(z.string()).default([]),
      })
      .parse(JSON.parse(line)),
  );

const { reword } = createReworder(realCorpus, createLearnt('knowledge'));
const interpret = { reword: async (text: string) => ok(await reword(text, 'to_prescriber', 'fr')) };

async function readBy(side: 'prescriber' | 'buyer', text: string): Promise<string> {
  const said = await sayAcross(interpret, side, text);
  if (!said.ok) throw new Error(said.error.kind);
  return said.value;
}

/** Without what is explained beside its words and below them. */
const bare = (read: string) => plain(read.split('\n[Mots du message', 1)[0] ?? '').replace(/ \([^()]*\)/g, '');

describe('forty messages from one side of a demande to the other', () => {
  it.each(MESSAGES)('$id is read with every word of it, in few words', async ({ side, text, never }) => {
    const read = await readBy(side, text);
    if (side === 'prescriber') expect(read).toBe(text);
    expect(bare(read)).toBe(bare(text));
    expect(read.split(/\s+/).length).toBeLessThanOrEqual(MOST_WORDS);
    for (const words of never) expect(plain(read)).not.toContain(plain(words));
  });

  it('tells what a long message asks above it, and a short one once', async () => {
    const short = 'Avez-vous procédé à un sourcing ? Le réemploi est-il envisageable ?';
    expect((await readBy('buyer', short)).match(/envisageable/g)).toHaveLength(1);
    const why = 'Le précédent titulaire a livré les tables des classes avec trois semaines de retard au printemps. ';
    const long = `${why.repeat(5)}Merci de m’envoyer avant le 12 mars la liste des classes.`;
    expect(await readBy('buyer', long)).toMatch(/^Ce qu’on vous demande/);
  });
});
