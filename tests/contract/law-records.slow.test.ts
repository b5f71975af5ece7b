import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LawChange } from '../../src/law/watch-law.ts';
import { mustBe } from '../fixtures/network.ts';
import { opened, type Places, postgresPlaces, sqlitePlaces } from './store/places.ts';

const POSTGRES = postgresPlaces();
if (POSTGRES.skipped !== undefined) console.warn(`law on PostgreSQL skipped: ${POSTGRES.skipped}`);
const AT = '2026-11-28T08:00:00.000Z';
const change = (id: string, since = '2026-10-01'): LawChange => ({
  id,
  article: 'R2122-8',
  kind: 'changed',
  since,
  was: '2026-04-01',
  diff: { removed: ['Le seuil est de 60 000 euros.'], added: ['L’« autre » seuil.'] },
  sentences: ['abc', 'def'],
});

describe.each<Places>([sqlitePlaces(), POSTGRES])('the records of the law: $name', (places) => {
  describe.skipIf(places.skipped !== undefined)(places.skipped ?? 'in use', () => {
    beforeAll(() => places.begin());
    afterAll(() => places.end());

    it('keep a change once, and who closed it, once', async () => {
      const { connect } = await places.place();
      const store = await opened(connect());
      expect(mustBe(await store.law.add([change('a'), change('b', '2027-01-01')], AT))).toEqual(['a', 'b']);
      expect(mustBe(await store.law.add([change('a'), change('c')], AT))).toEqual(['c']);
      expect(mustBe(await store.law.all()).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
      const by = { at: '2026-11-28T09:00:00.000Z', readOn: '2026-11-27', by: 'Sophie Ménard' };
      const closed = await Promise.all(Array.from({ length: 10 }, () => store.law.close('a', by)));
      expect(closed.filter((one) => mustBe(one))).toHaveLength(1);
      expect(mustBe(await store.law.close('none', by))).toBe(false);
      expect(mustBe(await store.law.all())[1]).toEqual({ ...change('a'), foundAt: AT, closed: by });
      await store.close();
    });

    it('keep what was taken as read the first time', async () => {
      const { connect } = await places.place();
      const store = await opened(connect());
      const reading = { article: 'CGCT L1414-2', since: '2019-01-01', read_on: '2026-11-28', sentences: ['abc'] };
      mustBe(await store.law.record([reading]));
      mustBe(await store.law.record([{ ...reading, sentences: ['other'] }]));
      expect(mustBe(await store.law.readings())).toEqual([reading]);
      await store.close();
    });
  });
});
