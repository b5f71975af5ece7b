import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexTerms } from '../../src/french/words.ts';
import { loadServedEmbedder } from '../../src/model/join-embedders.ts';
import type { OwnRecords } from '../../src/retrieval/own-records.ts';
import { openOwnPostgres } from '../../src/store/own-postgres.ts';
import { openOwnSqlite } from '../../src/store/own-sqlite.ts';
import { ownDocument } from '../fixtures/own-documents.ts';
import { findPostgres } from '../fixtures/postgres.ts';
import {
  asked,
  type Place,
  type Places,
  postgresPlaces,
  QUIET,
  sqlitePlaces,
  opened as storeOf,
} from './store/places.ts';

const embedder = loadServedEmbedder();
const { dimensions } = embedder;
const IMPLEMENTATIONS: readonly [Places, (place: Place, audiences: readonly string[]) => Promise<OwnRecords>][] = [
  [sqlitePlaces(), async ({ data }, audiences) => openOwnSqlite(data, audiences, dimensions)],
  [
    postgresPlaces(findPostgres('vector.control')),
    async ({ databaseUrl = '' }, audiences) => openOwnPostgres(databaseUrl, QUIET, 'here', audiences),
  ],
];

const guide = ownDocument(
  'guide',
  'Guide interne',
  [
    ['Signature', 'Les bons de commande sont signés par la directrice.'],
    ['Devis', 'Sous 3 000 euros, un devis suffit.'],
  ],
  { embed: embedder },
);
const canteen = ownDocument('cantine', 'Cantine', [['Horaires', 'Le réfectoire ouvre à onze heures.']], {
  audience: 'CHU',
  embed: embedder,
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
      await records.keep([await guide]);
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
      await writing.keep([await guide]);
      expect((await found(reading, ['directrice'], 'signature')).near).toHaveLength(2);
      await writing.keep([
        await ownDocument('guide', 'Guide', [['Devis', 'Deux propositions.']], { made: '2', embed: embedder }),
      ]);
      expect(await reading.kept()).toEqual({ ok: true, value: new Map([['document:guide', '2']]) });
      const now = await found(reading, ['directrice', 'propositions'], 'propositions');
      expect(now.words).toHaveLength(1);
      expect(now.near).toHaveLength(1);
      await writing.drop('document:guide');
      expect(await found(reading, ['propositions'], 'propositions')).toEqual({ words: [], near: [] });
      expect(await reading.kept()).toEqual({ ok: true, value: new Map() });
    });

    it('are found while a work that keeps many of them is under way, and after it, done or failed', async () => {
      const place = await places.place();
      const [reading, writing] = [await open(place), await open(place)];
      const near = async () => (await found(reading, [], 'un devis suffit')).near.length;
      const down = { ok: false, error: { kind: 'store_down', reason: 'full' } } as const;
      await writing.filling(1, async () => {
        await writing.keep([await guide]);
        expect(await near()).toBe(2);
        return down;
      });
      const many = await writing.filling(9, () => writing.drop('document:guide'));
      expect(many).toEqual({ ok: true, value: undefined });
      expect(await near()).toBe(0);
    });

    it('are shown to their audience alone, and kept whoever reads', async () => {
      const place = await places.place();
      const [open1, chu] = [await open(place), await open(place, 'CHU')];
      await open1.keep([await guide]);
      await open1.keep([await canteen]);
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
      await records.keep([await guide]);
      for (const terms of [[], ['introuvable'], ['or', 'and', 'not', 'near'], ['r2122-8', "l'a", '"', '*', "\\'", ':']])
        expect((await found(records, terms)).words).toEqual([]);
    });
  });
});

const withVector = postgresPlaces(findPostgres('vector.control'));
describe.skipIf(withVector.skipped !== undefined)('own documents in a PostgreSQL', () => {
  beforeAll(() => withVector.begin());
  afterAll(() => withVector.end());
  const open = (url: string, home: string) => openOwnPostgres(url, QUIET, home, ['all']);

  it('that cannot have pgvector are refused with what to install', async () => {
    const { databaseUrl = '' } = await withVector.place();
    const role = `plain_${randomUUID().replaceAll('-', '')}`;
    await asked(databaseUrl, `create role ${role} login; grant create on schema public to ${role}`);
    const url = new URL(databaseUrl);
    url.searchParams.set('user', role);
    await expect(open(url.href, 'here')).rejects.toThrow(/pgvector .*postgresql-17-pgvector.*create extension vector/);
    await asked(databaseUrl, `drop owned by ${role}; drop role ${role}`);
  });

  it('that several data folders fill are found by all, and dropped by their own alone', async () => {
    const { databaseUrl = '' } = await withVector.place();
    const [here, there] = [await open(databaseUrl, 'here'), await open(databaseUrl, 'there')];
    await here.keep([await guide]);
    await there.keep([await guide]);
    expect(await here.kept()).toMatchObject({ value: { size: 1 } });
    await there.drop('document:guide');
    expect(await there.kept()).toMatchObject({ value: { size: 0 } });
    const pages = await there.pages(['document:guide#1']);
    expect(pages).toMatchObject({ value: [{ parts: { length: 2 } }] });
    await here.close();
    await there.close();
  });

  it('have their index of vectors made after more of them than there were, else kept up', async () => {
    const { databaseUrl = '' } = await withVector.place();
    const records = await open(databaseUrl, 'here');
    const isIndexed = () => asked(databaseUrl, `select to_regclass('own_passages_vector') is not null as found`);
    const during: unknown[] = [];
    const fill = (coming: number) =>
      records.filling(coming, async () => {
        during.push(await isIndexed());
        return records.keep([await guide]);
      });
    for (const coming of [1, 2, 1]) {
      await fill(coming);
      during.push(await isIndexed());
    }
    expect(during.map((rows) => JSON.stringify(rows).includes('true'))).toEqual([false, true, false, true, true, true]);
    await records.close();
  });

  it('stand beside a store, whichever program migrates first', async () => {
    const place = await withVector.place();
    const records = await open(place.databaseUrl ?? '', 'here');
    const store = await storeOf(place.connect());
    await store.close();
    await records.close();
  });
});
