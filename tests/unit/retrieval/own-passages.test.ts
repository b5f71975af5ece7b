import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Hit } from '../../../src/retrieval/hybrid.ts';
import { buildLexicalIndex } from '../../../src/retrieval/lexical-index.ts';
import { createOwnSearch, type OwnPassage } from '../../../src/retrieval/own-passages.ts';
import type { OwnDocument } from '../../../src/retrieval/own-records.ts';
import { fittedSettings } from '../../../src/retrieval/settings.ts';
import { openOwnSqlite } from '../../../src/store/own-sqlite.ts';
import { embedder } from '../../fixtures/embedder.ts';
import { ownDocument } from '../../fixtures/own-documents.ts';

const page = (id: string, title: string, parts: readonly (readonly [string, string])[], questions: string[] = []) => ({
  id,
  title,
  questions,
  articles: [],
  parts: parts.map(([name, text]) => ({ name, text })),
});
const quotes = 'Sous 3 000 euros, un devis suffit. De 3 000 à 25 000 euros, demandez trois devis écrits.';
const guide = ownDocument('guide', 'Guide interne', [
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

type Find = Parameters<typeof createOwnSearch>[0]['find'];
const folder = mkdtempSync(join(tmpdir(), 'truchement-own-'));
afterAll(() => rmSync(folder, { recursive: true }));

const searching = async (documents: readonly OwnDocument[], find: Find = async () => []) => {
  const records = openOwnSqlite(mkdtempSync(join(folder, 'one-')), ['all'], embedder.dimensions);
  await records.keep(documents);
  const lexical = buildLexicalIndex([fiche], fittedSettings.fields);
  const onDown = () => expect.unreachable();
  const search = createOwnSearch({ records, lexical, embed: embedder, find, denseWeight: 0.4, onDown });
  return (text: string, hits: readonly Hit[] = [], typed = text) => search({ text, typed, hits, judged: [] });
};

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
    const [found] = await (await searching([await guide]))('à 10 000 euros il faut trois devis écrits ?');
    expect(found).toMatchObject({ document: { id: 'document:guide#1' }, part: 1 });
    expect(found && nearest(found)).toBe('De 3 000 à 25 000 euros, demandez trois devis écrits.');
  });

  it('takes the row that holds for the sum, whatever words it shares', async () => {
    const [found] = await (await searching([await guide]))(
      '2 000 euros de chaises : combien de devis écrits demandez-vous ?',
    );
    expect(found && nearest(found)).toBe('Sous 3 000 euros, un devis suffit.');
  });

  it('fits less what is about something else', async () => {
    const search = await searching([await guide]);
    const [near] = await search('qui signe les bons de commande ?');
    const [far] = await search('quel délai pour attaquer une décision au tribunal, et la directrice ?');
    expect(near?.part).toBe(0);
    expect(far?.fit ?? 0).toBeLessThan((near?.fit ?? 0) / 2);
  });

  it('fits more where both are about the same fiche, without a word in common', async () => {
    const other = { ...fiche, id: 'signature' };
    const find: Find = async (text) =>
      text.startsWith('Devis') ? [hit(fiche, 1), hit(other, 0)] : [hit(other, 1), hit(fiche, 0)];
    const search = await searching([await guide], find);
    const asked = 'combien de boîtes interroger ?';
    const [about] = await search(asked, [hit(fiche, 1), hit(other, 0)]);
    const [alone] = await search(asked);
    expect(about?.part).toBe(1);
    expect(about?.fit ?? 0).toBeGreaterThan((alone?.fit ?? 1) + 0.2);
  });

  it('finds a word of the organisation’s own that the corpus would mend into another', async () => {
    const salamandre = await ownDocument('s', 'Salamandre', [['Accès', 'Salamandre est ouvert de 8 h à 18 h.']]);
    const [found] = await (await searching([await guide, salamandre]))('salamander ?', [], 'salamandre ?');
    expect(found?.document.title).toBe('Salamandre');
  });

  it('finds none where no document is the organisation’s own', async () => {
    expect(await (await searching([]))('combien de devis ?')).toEqual([]);
  });
});
