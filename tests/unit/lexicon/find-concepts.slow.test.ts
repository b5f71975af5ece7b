import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contains } from '../../../scripts/golden.ts';
import { labelsOf } from '../../../src/corpus/lexicon.ts';
import { words } from '../../../src/french/words.ts';
import { conceptsIn, createFindLabels } from '../../../src/lexicon/concepts-in.ts';
import { withoutCourtesy } from '../../../src/lexicon/courtesy.ts';
import { createConceptFinder } from '../../../src/lexicon/find-concepts.ts';
import { presentConcept } from '../../../src/lexicon/present-concept.ts';
import { embedder } from '../../fixtures/embedder.ts';
import { realCorpus } from '../../fixtures/real-corpus.ts';
import { NIGHTLY } from '../../fixtures/runs.ts';

const { lexicon, fiches } = realCorpus;
const finder = createConceptFinder({ lexicon, fiches, embed: embedder, knows: embedder.knows });

const sentenceSchema = z.strictObject({
  id: z.string(),
  from: z.enum(['service', 'achat']),
  text: z.string(),
  /** Terms of the other side, any of which will do; empty for a sentence that says nothing of a purchase. */
  expected: z.string(),
});
const sentences = readFileSync('tests/golden/lexicon/sentences.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => sentenceSchema.parse(JSON.parse(line)));
const meant = sentences.filter(({ expected }) => expected !== '');

/** Ratchets: raised when the figures rise, never lowered to let a change pass. */
const AT_LEAST = { inFive: 0.89, first: 0.63 };

describe('sentences in other words than the labels', () => {
  it('are many, none twice, and none is a label', () => {
    expect(meant.length).toBeGreaterThanOrEqual(80);
    const labels = new Set(
      lexicon
        .flatMap((entry) => [...labelsOf(entry, 'service'), ...labelsOf(entry, 'achat')])
        .map((l) => words(l).join(' ')),
    );
    const texts = sentences.map(({ text }) => words(text).join(' '));
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.filter((text) => labels.has(text))).toEqual([]);
  });

  it('bring up the other side’s term as often as they did', async () => {
    const ranks: number[] = [];
    for (const { text, from, expected } of meant) {
      const found = (await finder.find(text, from)).map(({ entry }) => presentConcept(entry, from));
      expect(found.length).toBeLessThanOrEqual(5);
      const other = from === 'service' ? 'achat' : 'service';
      ranks.push(found.findIndex((concept) => contains(`${concept[other]}\n${concept.explanation}`, expected)));
    }
    const share = (wanted: (rank: number) => boolean) => ranks.filter(wanted).length / ranks.length;
    const [inFive, first] = [share((rank) => rank >= 0), share((rank) => rank === 0)];
    console.log(`in five: ${(100 * inFive).toFixed(1)} % of ${ranks.length}, first: ${(100 * first).toFixed(1)} %`);
    expect(inFive).toBeGreaterThanOrEqual(AT_LEAST.inFive);
    expect(first).toBeGreaterThanOrEqual(AT_LEAST.first);
  });
});

describe('labels said outright', () => {
  it.each(['service', 'achat'] as const)('of several words come first, inside a sentence (%s)', async (side) => {
    const labels = lexicon
      .map((entry) => entry[side].preferred)
      .filter((label) => words(label).length >= 4)
      .filter((_, index) => NIGHTLY || index % 4 === 0);
    expect(labels.length).toBeGreaterThan(30);
    let found = 0;
    for (const label of labels) {
      const concepts = await finder.find(`Pour ce dossier de la semaine, ${label}, voilà le sujet.`, side);
      if (concepts.some(({ entry }) => labelsOf(entry, side).includes(label))) found++;
    }
    // One in a hundred, and one of the few by day.
    expect(labels.length - found).toBeLessThanOrEqual(Math.max(1, Math.floor(labels.length / 100)));
  });

  it('give way to a longer one that holds them', () => {
    const said = conceptsIn("la procédure d'appel d'offres ouvert, puis un avenant", createFindLabels(lexicon));
    expect(said.map(({ entry }) => entry.id)).toContain('appel-offres-ouvert');
    expect(said.map(({ entry }) => entry.id)).not.toContain('appel-offres');
    expect(said.map(({ start }) => start)).toEqual([...said.map(({ start }) => start)].sort((a, b) => a - b));
    expect(finder.conceptsIn('un avenant').map(({ entry }) => entry.id)).toContain('avenant');
  });
});

describe('nothing to find', () => {
  it.each(['', '   ', '???', 'asdf qwerty zxcv', '\u200b', 'Bonjour !', 'Bonne soirée, merci beaucoup'])(
    'gives no concept: %j',
    async (text) => {
      expect(await finder.find(text, 'service')).toEqual([]);
    },
  );

  it('is courtesy: an advance of thanks is no advance', () => {
    expect(withoutCourtesy("Bonjour, merci d'avance et bonne journée").replace(/[\s,]|et/g, '')).toBe('');
    expect(withoutCourtesy('payer une avance')).toBe('payer une avance');
  });
});

describe('a concept shown', () => {
  it('joins the labels, hides the hidden, and puts the other side’s explanation first', () => {
    const entry = {
      id: 'sourcage',
      service: { preferred: 'voir des boîtes', alt: [], hidden: ['sourcing'] },
      achat: { preferred: 'sourçage', alt: ['étude de l’offre', 'consultation préalable'], hidden: ['RFI'] },
      explain: { service: 'Pour le service.', achat: 'Pour l’achat.' },
      false_friend: 'À ne pas confondre.',
      articles: ['R2111-1'],
    };
    expect(presentConcept(entry, 'service')).toEqual({
      id: 'sourcage',
      service: 'voir des boîtes',
      achat: 'sourçage (étude de l’offre, consultation préalable)',
      explanation: 'Pour l’achat. Pour le service. À ne pas confondre.',
      articles: ['R2111-1'],
    });
  });
});
