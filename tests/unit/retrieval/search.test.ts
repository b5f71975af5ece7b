import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { readCorpus } from '../../../src/corpus/read-corpus.ts';
import { indexTerms, words } from '../../../src/french/words.ts';
import { buildHybridIndex } from '../../../src/retrieval/build-index.ts';
import { confidenceFeatures, confidenceOf } from '../../../src/retrieval/confidence.ts';
import { boundaryIdOf, corpusDocuments } from '../../../src/retrieval/corpus-documents.ts';
import type { IndexDocument } from '../../../src/retrieval/document.ts';
import { createLexiconMatcher } from '../../../src/retrieval/expand.ts';
import { explainRetrieval } from '../../../src/retrieval/explain.ts';
import { type HybridIndex, searchHybrid } from '../../../src/retrieval/hybrid.ts';
import { buildLexicalIndex, loadLexicalIndex } from '../../../src/retrieval/lexical-index.ts';
import { openIndex } from '../../../src/retrieval/open-index.ts';
import { createRetriever } from '../../../src/retrieval/retrieve.ts';
import { fittedSettings } from '../../../src/retrieval/settings.ts';
import { createSpelling } from '../../../src/retrieval/spelling.ts';
import { embedder } from '../../fixtures/embedder.ts';
import { realCorpus } from '../../fixtures/real-corpus.ts';

const documents = corpusDocuments(realCorpus, '2026-11-25');
const terms = (text: string) => new Map(indexTerms(text).map((term) => [term, 1]));
let index: HybridIndex;
beforeAll(async () => {
  const directory = join(inject('kept'), 'general');
  ({ index } = await openIndex({ directory, documents, embed: embedder, settings: fittedSettings }));
});
const search = (text: string, weight = 0.5, limit = 20) =>
  searchHybrid(index, embedder, { terms: terms(text), text }, weight, limit);

describe('the word index', () => {
  const best = (text: string) => {
    const found = [...index.lexical.search(terms(text))].sort((a, b) => b[1] - a[1]).slice(0, 3);
    return found.map(([number]) => documents[number]?.id);
  };

  it.each(['R2122-8', 'R. 2122-8', 'r 2122 8', 'r.2122-8'])('finds the fiches of an article spelt %s', (code) => {
    const holders = documents.filter((d) => d.articles.includes('R2122-8')).map(({ id }) => id);
    expect(best(code)).toHaveLength(3);
    for (const id of best(code)) expect(holders).toContain(id);
  });

  it('finds a word by its stem, with or without accents', () => {
    expect(best('pénalité de retard')).toEqual(best('PENALITES DES RETARDS'));
    expect(best('pénalités de retard')[0]).toMatch(/penalite|retard/);
  });

  it('finds nothing for words it does not hold, and knows which are rare', () => {
    expect(index.lexical.search(terms('xylophone zzyzx')).size).toBe(0);
    expect(index.lexical.search(new Map()).size).toBe(0);
    expect(index.lexical.hasTerm('zzyzx')).toBe(false);
    const [common = ''] = indexTerms('marché');
    expect(index.lexical.rarity('zzyzx')).toBeGreaterThan(index.lexical.rarity(common));
  });

  it('answers alike after it was written and read back', () => {
    const again = loadLexicalIndex(index.lexical.serialise(), fittedSettings.fields);
    for (const text of ['r2122 8', 'avance au titulaire', 'saucissonner une commande', 'zzyzx']) {
      expect([...again.search(terms(text))]).toEqual([...index.lexical.search(terms(text))]);
      for (const term of indexTerms(text)) expect(again.rarity(term)).toBe(index.lexical.rarity(term));
    }
    expect(() => loadLexicalIndex(Buffer.from('{"engine":'), fittedSettings.fields)).toThrow();
  });

  it('counts a term by the weight it comes with', () => {
    const small = buildLexicalIndex([doc('a', 'chaise'), doc('b', 'table')], fittedSettings.fields);
    const order = (weights: readonly [string, number][]) =>
      [...small.search(new Map(weights))].sort((x, y) => y[1] - x[1]).map(([number]) => number);
    const [chair = '', table = ''] = [...indexTerms('chaise'), ...indexTerms('table')];
    expect(
      order([
        [chair, 1],
        [table, 0.2],
      ]),
    ).toEqual([0, 1]);
    expect(
      order([
        [chair, 0.2],
        [table, 1],
      ]),
    ).toEqual([1, 0]);
  });
});

describe('the mixed search', () => {
  it.each([0, 0.3, 0.5, 1])('explains its score, with weight %d on meaning', async (weight) => {
    for (const text of ['avance au titulaire', 'payer en retard', 'r2122-8', 'zzyzx chaise']) {
      const hits = await search(text, weight);
      expect(hits.length).toBeGreaterThan(0);
      for (const hit of hits) {
        expect(hit.score).toBe((hit.lexical?.added ?? 0) + (hit.dense?.added ?? 0) + hit.concept);
        expect(hit.score).toBeGreaterThanOrEqual(0);
        expect(hit.score).toBeLessThanOrEqual(1 + 1e-9);
        expect(hit.lexical ?? hit.dense).toBeDefined();
        expect(hit.parts.map((part) => part.similarity)).toEqual(
          hit.parts.map((part) => part.similarity).sort((a, b) => b - a),
        );
      }
      expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
    }
  });

  it('gives each document once, and no more than asked', async () => {
    const hits = await search('mise en concurrence', 0.5, 7);
    expect(hits).toHaveLength(7);
    expect(new Set(hits.map(({ document }) => document.id)).size).toBe(7);
  });

  it.each([1, 5, 28])('gives the %d best as they come first among all', async (limit) => {
    for (const text of ['avance au titulaire', 'mise en concurrence', 'zzyzx chaise', 'payer en retard un avenant']) {
      const all = await search(text, 0.4, documents.length);
      expect(await search(text, 0.4, limit)).toEqual(all.slice(0, limit));
      for (const list of ['lexical', 'dense'] as const) {
        const values = all.map((hit) => hit[list]?.added);
        const ranks = all.map((hit) => hit[list]?.rank);
        const higher = (value: number) => values.filter((other) => other !== undefined && other > value).length;
        const wanted = values.map((value) => value && 1 + higher(value));
        expect(ranks.filter((_, i) => values[i])).toEqual(wanted.filter((_, i) => values[i]));
      }
    }
  });

  it('finds the fiche of every question it holds, most often first', async () => {
    const asked = realCorpus.fiches.flatMap((fiche) =>
      fiche.questions.slice(0, 1).map(({ ask }) => ({ ask, id: fiche.id })),
    );
    let first = 0;
    for (const { ask, id } of asked)
      if ((await search(ask, fittedSettings.denseWeight))[0]?.document.id === id) first += 1;
    expect(first / asked.length).toBeGreaterThan(0.95);
  });

  it('gives nothing for an empty index', async () => {
    const empty = await buildHybridIndex([], embedder, fittedSettings.fields);
    expect(await searchHybrid(empty, embedder, { terms: terms('seuil'), text: 'seuil' }, 0.5, 5)).toEqual([]);
  });

  it('holds the fiches and the themes at the edge', () => {
    const edges = documents.map(boundaryIdOf).filter((id) => id !== undefined);
    expect(edges).toEqual(realCorpus.boundaries.map(({ id }) => id));
    expect(documents.length - edges.length).toBe(realCorpus.fiches.length);
    for (const document of documents) expect(document.parts.map(({ text }) => text).join(' ')).not.toContain('{{');
  });
});

describe('spelling', () => {
  const known = new Set(documents.flatMap((d) => d.parts.map(({ text }) => text)).flatMap(words));
  const spelling = createSpelling(known, embedder.knows);

  it.each([
    ['alotissement', 'allotissement'],
    ['penalitees', 'penalites'],
    ['fournissuers', 'fournisseurs'],
    ['le 60 000 R2122-8', 'le 60 000 r2122-8'],
    ['xylophone', 'xylophone'],
    ['', ''],
  ])('%s → %s', (text, mended) => {
    expect(spelling.correct(text)).toBe(mended);
  });

  it('leaves every known word, and never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...known), (word) => {
        expect(spelling.correct(word)).toBe(word);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const mended = spelling.correct(text);
        expect(spelling.correct(mended)).toBe(mended);
      }),
    );
  });
});

describe('the retriever', () => {
  const retriever = () =>
    createRetriever({
      index,
      embed: embedder,
      spelling: createSpelling(index.words, embedder.knows),
      lexicon: createLexiconMatcher(realCorpus.lexicon),
      settings: fittedSettings,
    });

  it('is sure of what it holds and unsure of what it does not', async () => {
    const sure = await retriever().retrieve({ text: 'à partir de quel montant publier au BOAMP ?' });
    const lost = await retriever().retrieve({ text: 'xylophone zzyzx ornithorynque' });
    expect(sure.confidence).toBeGreaterThan(0.7);
    expect(lost.confidence).toBeLessThan(sure.confidence / 2);
    expect(lost.features.known).toBeLessThan(0.5);
  });

  it('adds up what each list and the lexicon gave', async () => {
    for (const text of ['pénalités de retard', 'mise en concurrence', 'proposition de prix du fournisseur']) {
      const { hits } = await retriever().retrieve({ text });
      for (const hit of hits)
        expect(hit.score).toBeCloseTo((hit.lexical?.added ?? 0) + (hit.dense?.added ?? 0) + hit.concept, 9);
    }
  });

  it('says why, one line a document', async () => {
    const found = await retriever().retrieve({ text: 'pénalités de retard' }, 3);
    const lines = explainRetrieval(found)
      .split('\n')
      .filter((line) => /^\d+\. /.test(line));
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain(found.hits[0]?.document.id);
  });

  it('has no confidence in nothing', () => {
    const none = confidenceFeatures([], ['seuil'], index.lexical);
    expect(none).toEqual({ similarity: 0, coverage: 0, known: 0, margin: 0 });
    expect(confidenceOf(none, fittedSettings.confidence)).toBeLessThan(0.2);
  });

  it('keeps every feature and the confidence between 0 and 1', async () => {
    const ready = retriever();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        const { features, confidence } = await ready.retrieve({ text });
        for (const value of [...Object.values(features), confidence]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-6);
        }
      }),
    );
  });
});

describe('the lexicon', () => {
  it("adds the other side's words, never the person's own", () => {
    const { lexicon } = readCorpus('tests/fixtures/corpus').corpus;
    const matcher = createLexiconMatcher(lexicon);
    expect([...matcher('une proposition').fiches]).toEqual([]);
    expect([...matcher('une proposition de prix').expansion]).toEqual(indexTerms('offre'));
    expect([...matcher('une proposition de prix, mon offre').expansion]).toEqual([]);
    // A label of one word says too little of what is meant.
    expect([...matcher('mon devis').expansion]).toEqual([]);
    expect([...matcher('une proposition de prix').fiches]).toEqual(['petit-achat']);
  });
});

function doc(id: string, title: string): IndexDocument {
  return { id, title, questions: [], articles: [], parts: [{ name: 'brief', text: title }] };
}
