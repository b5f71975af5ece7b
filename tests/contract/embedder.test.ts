import { cpSync, mkdtempSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Embed } from '../../src/model/embed.ts';
import { loadLocalEmbedder } from '../../src/model/local-embedder.ts';
import { WEIGHTS } from '../fixtures/embedder.ts';

/** What every embedder must do; an implementation joins the list. */
const EMBEDDERS: readonly (readonly [string, () => Embed])[] = [['local', () => loadLocalEmbedder(WEIGHTS)]];

function cosine(a: Float32Array | undefined, b: Float32Array | undefined): number {
  let sum = 0;
  for (const [i, x] of (a ?? new Float32Array()).entries()) sum += x * (b?.[i] ?? 0);
  return sum;
}

describe.each(EMBEDDERS)('an embedder: %s', (_, create) => {
  const embed = create();

  it('gives one vector a text, in order, of its dimensions and of unit length', async () => {
    const texts = ['mise en concurrence', 'pénalités de retard', 'travaux de peinture'];
    const vectors = await embed.embed(texts);
    expect(vectors).toHaveLength(3);
    for (const vector of vectors) {
      expect(vector).toHaveLength(embed.dimensions);
      expect(cosine(vector, vector)).toBeCloseTo(1, 5);
    }
    const alone = await embed.embed([texts[2] ?? '']);
    expect(cosine(alone[0], vectors[2])).toBeCloseTo(1, 5);
  });

  it('gives nothing for nothing', async () => {
    expect(await embed.embed([])).toEqual([]);
  });

  it('is the same from one loading to the next', async () => {
    const again = create();
    expect(again.fingerprint).toBe(embed.fingerprint);
    expect(await again.embed(['seuil'])).toEqual(await embed.embed(['seuil']));
  });

  it('sets what is close in meaning closer than what is not', async () => {
    const [payment, invoice, roof] = await embed.embed([
      'délai de paiement du fournisseur',
      'facture réglée en retard au prestataire',
      'réparation de la toiture de l’école',
    ]);
    expect(cosine(payment, invoice)).toBeGreaterThan(cosine(payment, roof));
  });

  it('takes any string and never gives a vector that is not a number', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 100 }), async (text) => {
        const [vector] = await embed.embed([text]);
        expect(vector?.every(Number.isFinite)).toBe(true);
      }),
    );
  });
});

describe('the local embedder', () => {
  it('refuses damaged weights and names the file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'truchement-weights-'));
    for (const end of ['.json', '.bin', '.vocab.txt']) cpSync(`${WEIGHTS}${end}`, join(folder, `w${end}`));
    truncateSync(join(folder, 'w.bin'), 1000);
    expect(() => loadLocalEmbedder(join(folder, 'w'))).toThrow(/w\.bin has 1000 bytes/);
    expect(() => loadLocalEmbedder(join(folder, 'absent'))).toThrow(/absent/);
  });

  it('tells a French word from a slip', () => {
    const { knows } = loadLocalEmbedder(WEIGHTS);
    expect(knows('fournisseur')).toBe(true);
    expect(knows('fournissuer')).toBe(false);
  });
});
