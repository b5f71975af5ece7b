import { describe, expect, it } from 'vitest';
import { buildLexicalIndex } from '../../../src/retrieval/lexical-index.ts';
import { createOwnSearch } from '../../../src/retrieval/own-passages.ts';
import { fittedSettings } from '../../../src/retrieval/settings.ts';
import { embedder } from '../../fixtures/embedder.ts';

const page = (id: string, title: string, parts: readonly (readonly [string, string])[], questions: string[] = []) => ({
  id,
  title,
  questions,
  articles: [],
  parts: parts.map(([name, text]) => ({ name, text })),
});
const quotes = 'Sous 3 000 euros, un devis suffit. De 3 000 à 25 000 euros, demandez trois devis écrits.';
const guide = page('document:guide#1', 'Guide interne', [
  ['Signature', 'Les bons de commande sont signés par la directrice.'],
  ['Devis', quotes],
]);
/** Asked about in many ways: by the mix it always stands first. */
const fiche = page(
  'devis',
  'Les devis',
  [['brief', 'Demandez des devis.']],
  Array(40).fill('combien de devis demander ?'),
);

const searching = (documents: Parameters<typeof createOwnSearch>[0]) =>
  createOwnSearch(documents, buildLexicalIndex(documents, fittedSettings.fields), embedder);

describe('the search of own documents', () => {
  it('finds the passage, and in it the sentence, however much a fiche is asked about', async () => {
    const found = await searching([fiche, guide])('à 10 000 euros il faut trois devis écrits ?');
    expect(found).toMatchObject({ document: { id: 'document:guide#1' }, part: 1, from: quotes.indexOf('De 3 000') });
    expect(found?.fit).toBeGreaterThan(0.4);
  });

  it('fits less what is about something else', async () => {
    const search = searching([fiche, guide]);
    const near = await search('qui signe les bons de commande ?');
    const far = await search('quel délai pour attaquer une décision au tribunal, et la directrice ?');
    expect(near?.part).toBe(0);
    expect(far?.fit ?? 0).toBeLessThan((near?.fit ?? 0) / 2);
  });

  it('finds none where no document is the organisation’s own, or no word is shared', async () => {
    expect(await searching([fiche])('combien de devis ?')).toBeUndefined();
    expect(await searching([fiche, guide])('xylophone')).toBeUndefined();
  });
});
