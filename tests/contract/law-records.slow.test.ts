import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAttempt } from '../../src/attempts/attempts.ts';
import { createWard } from '../../src/attempts/ward.ts';
import type { Corpus } from '../../src/corpus/read-corpus.ts';
import { createOpenChanges } from '../../src/law/open-changes.ts';
import { tellChanges } from '../../src/law/tell-changes.ts';
import type { LawChange } from '../../src/law/watch-law.ts';
import type { Words } from '../../src/message/delivery.ts';
import { ok } from '../../src/result.ts';
import { createPersonCourier } from '../../src/training/person-courier.ts';
import { questionsOnArticle } from '../../src/training/quiz-draw.ts';
import { mustBe } from '../fixtures/network.ts';
import { realCorpus } from '../fixtures/real-corpus.ts';
import { school, takeQuiz } from '../fixtures/training.ts';
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

    it('keep who is told of what, one alert a subject, until it is taken back', async () => {
      const { connect } = await places.place();
      const store = await opened(connect());
      const [figure, theme] = [
        { kind: 'figure', id: 'a.b' },
        { kind: 'theme', id: 'seuils' },
      ] as const;
      mustBe(await store.law.subscribe('ana', [figure, theme], AT));
      mustBe(await store.law.subscribe('ana', [figure], '2026-12-01T00:00:00.000Z'));
      mustBe(await store.law.subscribe('bob', [theme], AT));
      expect(mustBe(await store.law.alerts('ana'))).toEqual([
        { ...figure, person: 'ana', at: AT },
        { ...theme, person: 'ana', at: AT },
      ]);
      mustBe(await store.law.unsubscribe('ana', [figure]));
      expect(mustBe(await store.law.alerts())).toHaveLength(2);
      mustBe(await store.law.unsubscribe('ana'));
      expect(mustBe(await store.law.alerts())).toEqual([{ ...theme, person: 'bob', at: AT }]);
      await store.close();
    });

    it('a change entered once: a caution until it is read, then told once on both days, and the quiz follows', async () => {
      const { connect } = await places.place();
      const [store, other] = [await opened(connect()), await opened(connect())];
      let corpus: Corpus = realCorpus;
      const at = await school(store, corpus);
      at.at('2026-11-28T08:00:00Z');
      const leaningOn = (article: string) =>
        corpus.fiches
          .filter(({ articles }) => articles.includes(article))
          .map(({ id, title }) => ({ kind: 'fiche', id, title }) as const);
      let ids = 0;
      const round = (records = store.law) =>
        tellChanges({
          records,
          people: store.reserve,
          corpus: () => corpus,
          leaningOn,
          hasQuiz: (article) => questionsOnArticle(at.course, article, 'achat', '2027-01-01').length > 0,
          now: at.now,
          newId: () => `law-${++ids}`,
        });
      const said: Words[] = [];
      const courier = createPersonCourier({
        store,
        attempt: createAttempt({ trials: store.trials, ward: createWard(), now: at.now }),
        now: at.now,
        tell: async (words) => ok(void said.push(words)),
      });
      /** By two processes at once, of which one may find the store busy, then again: how many were told. */
      const clock = async () => {
        const sent = [...(await Promise.all([round(), round(other.law)])), await round()];
        while (mustBe(await courier.deliverDue()) > 0);
        return sent.reduce((sum, one) => sum + (one.ok ? one.value : 0), 0);
      };
      mustBe(
        await store.law.subscribe(
          'bob',
          [
            { kind: 'figure', id: 'seuil.dispense.travaux' },
            { kind: 'theme', id: 'seuils' },
          ],
          AT,
        ),
      );
      mustBe(await store.law.subscribe('anne', [{ kind: 'figure', id: 'seuil.livres' }], AT));
      // What stands in the table when the store is new is no news.
      expect(await clock()).toBe(0);

      mustBe(await store.law.add([change('R2122-8@2027', '2027-01-01')], AT));
      const open = createOpenChanges(store.law, leaningOn);
      await open.refresh();
      expect(open.on('petit-achat-dispense', undefined)).toMatchObject([{ article: 'R2122-8', since: '2027-01-01' }]);
      expect(await clock()).toBe(0);

      at.at('2026-12-10T08:00:00Z');
      corpus = { ...realCorpus, figures: confirmed(realCorpus.figures, 'seuil.dispense.travaux') };
      mustBe(await store.law.close('R2122-8@2027', { at: AT, readOn: '2026-12-10', by: 'Sophie Ménard' }));
      await open.refresh();
      expect(open.on('petit-achat-dispense', undefined)).toEqual([]);
      expect(await clock()).toBe(1);
      expect(said.map(({ person }) => person)).toEqual(['bob']);
      const plain = (text = '') => text.replace(/[\u00a0\u202f]/g, ' ');
      expect(plain(said[0]?.text)).toContain('À partir du 1er janvier 2027');
      expect(plain(said[0]?.text)).toContain('100 000 € HT → **140 000 € HT**');
      expect(plain(said[0]?.text)).toMatch(/Pour le service : .*140 000 € HT/);
      expect(said[0]?.suggestions.map(({ text }) => text)).toEqual(['mes alertes']);

      at.at('2026-12-31T08:00:00Z');
      expect(await clock()).toBe(0);
      at.at('2027-01-01T08:00:00Z');
      expect(await clock()).toBe(1);
      at.at('2027-01-02T08:00:00Z');
      expect(await clock()).toBe(0);
      expect(said.map(({ person }) => person)).toEqual(['bob', 'bob']);
      expect(plain(said[1]?.text)).toContain('Voici ce qui change aujourd’hui');
      const [quiz] = said[1]?.suggestions ?? [];
      expect(quiz?.text).toMatch(/^deux questions sur R/);

      const next = await school(store, corpus);
      next.at('2027-01-02T08:00:00Z');
      const asked = await next.training.hear('bob', quiz?.text ?? '');
      expect(asked?.text).toContain('1 sur 2');
      expect(await takeQuiz(next, 'bob', 'R2122-8', 0, 'review')).toMatchObject({ right: 2, of: 2 });
      await other.close();
      await store.close();
    });
  });
});

/** What was announced of a figure, read in the official text. */
function confirmed(figures: Corpus['figures'], key: string): Corpus['figures'] {
  const figure = figures.get(key);
  if (figure === undefined) throw new Error(`no figure ${key}`);
  const values = figure.values.map((one) =>
    one.announced === 'pending' ? { ...one, announced: 'confirmed' as const, status: 'V1' as const } : one,
  );
  return new Map([...figures, [key, { ...figure, values }]]);
}
