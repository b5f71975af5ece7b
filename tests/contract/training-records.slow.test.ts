import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { newLearner } from '../../src/training/learner.ts';
import type { Attestation, Join, TrainingWrite } from '../../src/training/training-records.ts';
import { opened, type Place, type Places, postgresPlaces, sqlitePlaces, WRITTEN } from './store/places.ts';

const POSTGRES = postgresPlaces();
if (POSTGRES.skipped !== undefined) console.warn(`training on PostgreSQL skipped: ${POSTGRES.skipped}`);

const at = '2026-11-25T09:00:00.000Z';
const later = '2026-11-26T09:00:00.000Z';
const CUTOFFS = { events: '1970', queue: '1970', attestations: '1970-01-01' };

const write = (person: string, version: number, more: Partial<TrainingWrite> = {}): TrainingWrite => ({
  learner: { ...newLearner(person, 'vitre'), version, lastAt: at },
  nudgeAt: undefined,
  ...more,
});
const attestation = (person: string, more: Partial<Attestation> = {}): Attestation => ({
  id: `a-${person}`,
  person,
  kind: 'module',
  subject: 'seuils',
  code: `CODE-${person}`,
  issuedAt: at,
  validUntil: '2028-11-25',
  side: 'achat',
  score: 90,
  facts: { 'figure:seuil.petit': '60000 EUR' },
  checkedAt: at,
  ...more,
});
const join = (person: string, more: Partial<Join> = {}): Join => ({
  person,
  path: 'p',
  at,
  status: 'invited',
  judgedBy: undefined,
  judgedAt: undefined,
  noticedAt: undefined,
  ...more,
});
const progress = (module: string, passedAt?: string) => ({
  module,
  startedAt: at,
  lastAt: at,
  lessons: ['f1'],
  best: 80,
  passedAt,
});

describe.each<Places>([sqlitePlaces(), POSTGRES])('training in a store: $name', (places) => {
  describe.skipIf(places.skipped !== undefined)(places.skipped ?? 'in use', () => {
    let place: Place;
    let store: Store;
    beforeAll(async () => {
      await places.begin();
      place = await places.place();
      store = await opened(place.connect());
    });
    afterAll(async () => {
      await store.close();
      await places.end();
    });
    const value = async <T>(asked: Promise<{ ok: true; value: T } | { ok: false }>): Promise<T> => {
      const result = await asked;
      if (!result.ok) throw new Error('refused');
      return result.value;
    };

    it('keeps what one step makes, all of it, and gives it back', async () => {
      const { training } = store;
      expect(await value(training.file('nobody'))).toEqual({
        learner: undefined,
        progress: [],
        attestations: [],
        joins: [],
      });
      const step = write('ann', 1, {
        nudgeAt: later,
        events: [{ id: 'e1', person: 'ann', at, kind: 'answer', module: 'seuils', item: 'q1', right: false }],
        progress: [progress('seuils')],
        counts: [{ question: 'q1', module: 'seuils', fiche: 'f1', missed: true }],
        cards: [{ question: 'q1', due: later, body: { reps: 1 } }],
        attestations: [attestation('ann')],
        letters: [{ id: 'l1', person: 'ann', path: 'p', at, offered: false, text: 'Cher collègue\0, l’été' }],
        joins: [join('ann')],
        queue: [{ id: 'm1', at, person: 'ann', target: 'person', body: { text: 'Bonjour' } }],
      });
      expect(await training.write(step)).toEqual(WRITTEN);
      expect(await value(training.file('ann'))).toEqual({
        learner: step.learner,
        progress: step.progress,
        attestations: step.attestations,
        joins: step.joins,
      });
      expect(await value(training.events('ann'))).toEqual(step.events);
      expect(await value(training.card('ann', 'q1'))).toEqual(step.cards?.[0]);
      expect(await value(training.cards('ann', at, 10))).toEqual([]);
      expect(await value(training.cards('ann', later, 10))).toEqual(step.cards);
      expect(await value(training.attestation('CODE-ann'))).toEqual(attestation('ann'));
      expect(await value(training.attestation('CODE\0'))).toBeUndefined();
      expect((await value(training.letters('ann')))[0]?.text).toBe('Cher collègue, l’été');
      expect((await value(training.nudges(later, 5))).map(({ person }) => person)).toEqual(['ann']);
      expect((await value(training.messagesTo('ann', 5))).map(({ body }) => body)).toEqual([{ text: 'Bonjour' }]);
    });

    it('of two that write one learner at once keeps one, and nothing of the other', async () => {
      const { training } = store;
      const both = await Promise.all(
        ['x', 'y'].map((id) =>
          training.write(
            write('race', 1, {
              events: [
                { id: `race-${id}`, person: 'race', at, kind: 'lesson', module: 'm', item: id, right: undefined },
              ],
            }),
          ),
        ),
      );
      expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
      expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, error: { kind: 'version_conflict' } });
      expect(await value(training.events('race'))).toHaveLength(1);
      expect(await training.write(write('race', 3))).toEqual({ ok: false, error: { kind: 'version_conflict' } });
      expect(await training.write(write('race', 2))).toEqual(WRITTEN);
    });

    it('adds counts up, replaces an attestation, forgets a card that is learnt', async () => {
      const { training } = store;
      await training.write(
        write('ann', 2, {
          counts: [{ question: 'q1', module: 'seuils', fiche: 'f1', missed: false }],
          attestations: [attestation('ann', { id: 'a2', score: 100 })],
          cards: [{ question: 'q1', due: later, body: undefined }],
        }),
      );
      expect(await value(training.counts())).toEqual([
        { question: 'q1', module: 'seuils', fiche: 'f1', asked: 2, missed: 1 },
      ]);
      expect((await value(training.file('ann'))).attestations).toEqual([attestation('ann', { id: 'a2', score: 100 })]);
      expect(await value(training.card('ann', 'q1'))).toBeUndefined();
    });

    it('tells bodies apart by their numbers alone', async () => {
      const { training } = store;
      for (const person of ['g1', 'g2'])
        await training.write({
          ...write(person, 1, { progress: [progress('seuils', person === 'g1' ? at : undefined), progress('autre')] }),
          learner: { ...newLearner(person, 'rennes'), version: 1, lastAt: at },
        });
      const groups = await value(training.groups());
      expect(groups.filter(({ organisation }) => organisation === 'rennes')).toEqual([
        { organisation: 'rennes', module: 'autre', learners: 2, passed: 0, lessons: 2 },
        { organisation: 'rennes', module: 'seuils', learners: 2, passed: 1, lessons: 2 },
      ]);
      expect((await value(training.learnersByBody())).get('rennes')).toBe(2);
    });

    it('hands what waits to one worker at a time, again after its lease, and no more once it has left', async () => {
      const { training } = store;
      await training.enqueue([
        { id: 's1', at, person: 'ann', target: 'lrs', body: { n: 1 } },
        { id: 's2', at, person: 'ann', target: 'lrs', body: { n: 2 } },
      ]);
      await training.enqueue([{ id: 's1', at, person: 'ann', target: 'lrs', body: { n: 'other' } }]);
      expect(await value(training.waiting('lrs'))).toBe(2);
      const other = await opened(place.connect());
      const taken = [
        ...(await value(training.take('lrs', at, 1, 60_000))),
        ...(await value(other.training.take('lrs', at, 1, 60_000))),
      ];
      expect(taken.map(({ body }) => body)).toEqual([{ n: 1 }, { n: 2 }]);
      expect(await value(training.take('lrs', at, 5, 60_000))).toEqual([]);
      const again = await value(training.take('lrs', '2026-11-25T09:02:00.000Z', 5, 60_000));
      expect(again.map(({ id, attempts }) => [id, attempts])).toEqual([
        ['s1', 1],
        ['s2', 1],
      ]);
      await training.delivered(['s1'], at);
      await training.failed(['s2'], 'refused', undefined);
      expect(await value(training.waiting('lrs'))).toBe(0);
      expect(await value(training.take('lrs', '2027', 5, 60_000))).toEqual([]);
      await other.close();
    });

    it('keeps the way into the reserve', async () => {
      const { training } = store;
      await training.saveJoin(join('ann', { status: 'approved', judgedBy: 'cora', judgedAt: later, noticedAt: at }));
      expect(await value(training.joins(['approved']))).toEqual([
        join('ann', { status: 'approved', judgedBy: 'cora', judgedAt: later, noticedAt: at }),
      ]);
      expect(await value(training.joins(['asked']))).toEqual([]);
    });

    it('forgets a person whole, and who judged by name', async () => {
      const { training } = store;
      await training.saveJoin(join('g1', { status: 'approved', judgedBy: 'ann', judgedAt: at }));
      await training.forget('ann');
      expect(await value(training.file('ann'))).toEqual({
        learner: undefined,
        progress: [],
        attestations: [],
        joins: [],
      });
      for (const list of [
        training.events('ann'),
        training.letters('ann'),
        training.messagesTo('ann', 5),
        training.cards('ann', '9999', 5),
      ])
        expect(await value<readonly unknown[]>(list)).toEqual([]);
      expect(await value(training.attestation('CODE-ann'))).toBeUndefined();
      expect((await value(training.file('g1'))).joins[0]?.judgedBy).toBeUndefined();
      expect((await value(training.counts()))[0]?.asked).toBe(2);
    });

    it('lets go of what is past its time, and of nothing else', async () => {
      const { training } = store;
      await training.write(
        write('old', 1, {
          events: [
            {
              id: 'old-1',
              person: 'old',
              at: '2020-01-01T00:00:00.000Z',
              kind: 'lesson',
              module: 'm',
              item: 'f',
              right: undefined,
            },
          ],
          attestations: [attestation('old', { validUntil: '2021-01-01' })],
        }),
      );
      expect(await value(training.purge(CUTOFFS))).toBe(0);
      expect(await value(training.purge({ events: '2024-01-01', queue: '1970', attestations: '2024-01-01' }))).toBe(2);
      expect(await value(training.events('old'))).toEqual([]);
      expect((await value(training.file('race'))).learner?.version).toBe(2);
    });
  });
});
