import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../src/log.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { faultOf, mustBe, PEOPLE } from '../../fixtures/network.ts';
import { rightKeys, type School, school, takeQuiz, wrongKeys } from '../../fixtures/training.ts';

let store: Store;
let at: School;
beforeEach(async () => {
  const data = mkdtempSync(join(tmpdir(), 'truchement-training-'));
  store = await openStore({ data, databaseUrl: undefined, log: createLog('silent') });
  at = await school(store);
  const [model] = PEOPLE;
  if (model === undefined) throw new Error('the network has people');
  for (const n of [1, 2, 3])
    mustBe(await store.reserve.savePerson({ ...model, id: `p${n}`, name: `Personne ${n}`, organisation: 'vitre' }));
  mustBe(
    await store.reserve.saveOrganisation({
      id: 'vitre',
      name: '=Ville;de Vitré',
      publicClass: 'commune',
      territories: [],
    }),
  );
});
afterEach(() => store.close());

describe('the coordinator’s board of training', () => {
  it('is the coordinator’s', async () => {
    expect(faultOf(await at.training.cohort('bob'))).toBe('not_coordinator');
    expect(faultOf(await at.training.cohort('nobody'))).toBe('not_coordinator');
    expect(faultOf(await at.training.cohortFile('bob'))).toBe('not_coordinator');
    expect(mustBe(await at.training.cohort('cora'))).toMatchObject({
      learners: 0,
      groups: [],
      hardest: [],
      failing: [],
    });
  });

  it('tells no body apart that has fewer learners than the smallest group', async () => {
    await takeQuiz(at, 'p1', 'seuils');
    await takeQuiz(at, 'p2', 'seuils', 5);
    await takeQuiz(at, 'bob', 'seuils');
    expect(mustBe(await at.training.cohort('cora'))).toMatchObject({ learners: 3, groups: [], hidden: 2 });
    mustBe(await at.training.lesson('p3', 'seuils', 'petit-achat', 'prescriber'));
    const cohort = mustBe(await at.training.cohort('cora'));
    expect(cohort.hidden).toBe(1);
    expect(cohort.groups).toEqual([
      {
        organisation: '=Ville;de Vitré',
        learners: 3,
        modules: [expect.objectContaining({ module: 'seuils', learners: 3, passed: 1, lessons: 0 })],
      },
    ]);
    expect(JSON.stringify(cohort)).not.toContain('Personne');
  });

  it('names the questions most missed and the fiches that fail people, once enough were asked', async () => {
    for (const person of ['p1', 'p2', 'p3', 'bob', 'carl']) {
      mustBe(await at.training.practise(person, 'seuils-total', wrongKeys(at, 'seuils-total')));
      const keys = person === 'bob' ? wrongKeys : rightKeys;
      mustBe(await at.training.practise(person, 'seuils-operation', keys(at, 'seuils-operation')));
    }
    mustBe(await at.training.practise('p1', 'seuils-chiffrer', wrongKeys(at, 'seuils-chiffrer')));
    const { hardest, failing } = mustBe(await at.training.cohort('cora'));
    expect(hardest.map(({ question, asked, missed }) => `${question} ${missed}/${asked}`)).toEqual([
      'seuils-total 5/5',
      'seuils-operation 1/5',
    ]);
    expect(failing.map(({ fiche, missed }) => `${fiche} ${missed}`)).toEqual(['petit-achat 5', 'petits-travaux 2']);
  });

  it('exports a file that a spreadsheet opens and does not run', async () => {
    for (const person of ['p1', 'p2', 'p3']) await takeQuiz(at, person, 'seuils');
    const { body, type, name } = mustBe(await at.training.cohortFile('cora'));
    expect({ type, name }).toEqual({ type: 'text/csv; charset=utf-8', name: 'formation-2026-11-25.csv' });
    expect(String(body)).toBe(
      '\uFEFForganisation;module;apprenants;attestés;leçons lues\n"\'=Ville;de Vitré";Seuils;3;3;0\n',
    );
  });
});

describe('one’s own data', () => {
  it('are given whole, and go whole', async () => {
    await takeQuiz(at, 'bob', 'seuils', 2);
    mustBe(await at.training.writeLetter('bob', 'reserve-seuils', 'Cher collègue', true));
    const data = JSON.stringify(mustBe(await at.training.exportOf('bob')));
    for (const said of ['Cher collègue', 'seuils-', 'reserve-seuils', '"passed"', 'rejoindre la réserve'])
      expect(data).toContain(said);
    mustBe(await at.training.forget('bob'));
    const after = mustBe(await at.training.exportOf('bob'));
    expect(after).toMatchObject({
      learner: undefined,
      progress: [],
      attestations: [],
      joins: [],
      events: [],
      letters: [],
      cards: [],
      messages: [],
    });
    expect(mustBe(await at.training.cohort('cora'))).toMatchObject({ learners: 0, letters: [] });
  });
});
