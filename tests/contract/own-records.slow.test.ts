import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexTerms } from '../../src/french/words.ts';
import type { OwnRecords } from '../../src/retrieval/own-records.ts';
import { openOwnSqlite } from '../../src/store/own-sqlite.ts';
import { embedder } from '../fixtures/embedder.ts';
import { ownDocument } from '../fixtures/own-documents.ts';
import { type Place, type Places, sqlitePlaces } from './store/places.ts';

const { dimensions } = embedder;
const IMPLEMENTATIONS: readonly [Places, (place: Place, audiences: readonly string[]) => Promise<OwnRecords>][] = [
  [sqlitePlaces(), async ({ data }, audiences) => openOwnSqlite(data, audiences, dimensions)],
];

const guide = ownDocument('guide', 'Guide interne', [
  ['Signature', 'Les bons de commande sont signés par la directrice.'],
  ['Devis', 'Sous 3 000 euros, un devis suffit.'],
]);
const canteen = ownDocument('cantine', 'Cantine', [['Horaires', 'Le réfectoire ouvre à onze heures.']], {
  audience: 'CHU',
});

describe.each(IMPLEMENTATIONS)('own documents kept in', (places, openIn) => {
  describe.skipIf(places.skipped !== undefined)(places.skipped ?? places.name, () => {
    beforeAll(() => places.begin());
    const opened: OwnRecords[] = [];
    const open = async (place: Place, ...audiences: string[]) => {
      const records = await openIn(place, ['all', ...audiences]);
      opened.push(records);
      return records;
    };
    afterAll(async () => {
      await Promise.all(opened.map((records) => records.close()));
      await places.end();
    });
    const found = async (records: OwnRecords, terms: readonly string[], text = '') => {
      const [vector = new Float32Array(dimensions)] = await embedder.embed([text]);
      const lists = await records.find(
        terms.flatMap((term) => indexTerms(term)[0] ?? term),
        vector,
      );
      return lists.ok ? lists.value : expect.unreachable();
    };

    it('are found by their words and by their meaning, and read as they were kept', async () => {
      const records = await open(await places.place());
      expect(await found(records, ['devis'])).toEqual({ words: [], near: [] });
      await records.keep(await guide);
      const { words, near } = await found(records, ['devis', 'suffit'], 'un devis suffit');
      expect(words).toMatchObject([{ id: 'document:guide#1', part: 1 }]);
      expect(near[0]).toMatchObject({ id: 'document:guide#1', part: 1 });
      expect(near[0]?.score).toBeGreaterThan(near[1]?.score ?? 1);
      const pages = await records.pages(['document:guide#1', 'document:none#1', 'document:guide#9']);
      const { source, pages: [page] = [] } = await guide;
      expect(pages).toEqual({
        ok: true,
        value: [
          {
            id: 'document:guide#1',
            title: 'Guide interne',
            questions: [],
            articles: [],
            parts: page?.parts.map(({ name, text }) => ({ name, text })),
            source,
          },
        ],
      });
    });

    it('are found by the others at once when they are kept, changed or dropped', async () => {
      const place = await places.place();
      const [reading, writing] = [await open(place), await open(place)];
      await writing.keep(await guide);
      expect((await found(reading, ['directrice'], 'signature')).near).toHaveLength(2);
      await writing.keep(await ownDocument('guide', 'Guide', [['Devis', 'Deux propositions.']], { made: '2' }));
      expect(await reading.kept()).toEqual({ ok: true, value: new Map([['document:guide', '2']]) });
      const now = await found(reading, ['directrice', 'propositions'], 'propositions');
      expect(now.words).toHaveLength(1);
      expect(now.near).toHaveLength(1);
      await writing.drop('document:guide');
      expect(await found(reading, ['propositions'], 'propositions')).toEqual({ words: [], near: [] });
      expect(await reading.kept()).toEqual({ ok: true, value: new Map() });
    });

    it('are shown to their audience alone, and kept whoever reads', async () => {
      const place = await places.place();
      const [open1, chu] = [await open(place), await open(place, 'CHU')];
      await open1.keep(await guide);
      await open1.keep(await canteen);
      const asked = [['réfectoire', 'directrice'], 'ouverture du réfectoire'] as const;
      const ids = ({ words, near }: Awaited<ReturnType<typeof found>>) => [
        new Set(words.map(({ id }) => id)).size,
        new Set(near.map(({ id }) => id)).size,
      ];
      expect(ids(await found(open1, ...asked))).toEqual([1, 1]);
      expect(ids(await found(chu, ...asked))).toEqual([2, 2]);
      expect(await open1.kept()).toMatchObject({ ok: true, value: { size: 2 } });
    });

    it('take any question: no word, a word that no one has, marks of the query language', async () => {
      const records = await open(await places.place());
      await records.keep(await guide);
      for (const terms of [[], ['introuvable'], ['or', 'and', 'not', 'near'], ['r2122-8', "l'a", '"', '*', "\\'", ':']])
        expect((await found(records, terms)).words).toEqual([]);
    });
  });
});
