import { describe, expect, it } from 'vitest';
import type { Hit } from '../../../src/retrieval/hybrid.ts';
import { buildLexicalIndex } from '../../../src/retrieval/lexical-index.ts';
import { createOwnSearch, type OwnPassage } from '../../../src/retrieval/own-passages.ts';
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

const searching = (documents: Parameters<typeof createOwnSearch>[0], find: Find = async () => []) => {
  const search = createOwnSearch(documents, buildLexicalIndex(documents, fittedSettings.fields), embedder, find);
  return (text: string, hits: readonly Hit[] = []) => search({ text, hits, judged: [] });
};
type Find = Parameters<typeof createOwnSearch>[3];

const hit = (document: typeof fiche, score: number): Hit => ({
  document,
  score,
  lexical: undefined,
  dense: undefined,
  concept: 0,
  parts: [],
});
const nearest = ({ sentences, document, part }: OwnPassage) => {
  const [best] = [...sentences].sort((a, b) => b.similarity - a.similarity);
  return document.parts[part]?.text.slice(...(best?.span ?? [0, 0]));
};

describe('the search of own documents', () => {
  it('finds the passage, and in it the sentence, however much a fiche is asked about', async () => {
    const [found] = await searching([fiche, guide])('à 10 000 euros il faut trois devis écrits ?');
    expect(found).toMatchObject({ document: { id: 'document:guide#1' }, part: 1 });
    expect(found && nearest(found)).toBe('De 3 000 à 25 000 euros, demandez trois devis écrits.');
  });

  it('takes the row that holds for the sum, whatever words it shares', async () => {
    const [found] = await searching([guide])('2 000 euros de chaises : combien de devis écrits demandez-vous ?');
    expect(found && nearest(found)).toBe('Sous 3 000 euros, un devis suffit.');
  });

  it('fits less what is about something else', async () => {
    const search = searching([fiche, guide]);
    const [near] = await search('qui signe les bons de commande ?');
    const [far] = await search('quel délai pour attaquer une décision au tribunal, et la directrice ?');
    expect(near?.part).toBe(0);
    expect(far?.fit ?? 0).toBeLessThan((near?.fit ?? 0) / 2);
  });

  it('fits more where both are about the same fiche, without a word in common', async () => {
    const other = { ...fiche, id: 'signature' };
    const find: Find = async (text) =>
      text.startsWith('Devis') ? [hit(fiche, 1), hit(other, 0)] : [hit(other, 1), hit(fiche, 0)];
    const search = searching([guide], find);
    const asked = 'combien de boîtes interroger ?';
    const [about] = await search(asked, [hit(fiche, 1), hit(other, 0)]);
    const [alone] = await search(asked);
    expect(about?.part).toBe(1);
    expect(about?.fit ?? 0).toBeGreaterThan((alone?.fit ?? 1) + 0.2);
  });

  it('finds none where no document is the organisation’s own', async () => {
    expect(await searching([fiche])('combien de devis ?')).toEqual([]);
  });
});
