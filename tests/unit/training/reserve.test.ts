import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../src/log.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { LONGEST_LETTER } from '../../../src/training/path-steps.ts';
import { faultOf, mustBe } from '../../fixtures/network.ts';
import { type School, school, takeQuiz } from '../../fixtures/training.ts';

let store: Store;
let at: School;
beforeEach(async () => {
  const data = mkdtempSync(join(tmpdir(), 'truchement-training-'));
  store = await openStore({ data, databaseUrl: undefined, log: createLog('silent') });
  at = await school(store);
});
afterEach(() => store.close());

const PATH = 'reserve-seuils';
const LETTER = 'Cher collègue, notre premier achat de mobilier m’a appris à compter avant de signer.';
const joinOf = async (by = 'bob') => mustBe(await at.training.paths(by)).find(({ id }) => id === PATH);
const reservist = async (person = 'bob') =>
  mustBe(await store.reserve.reservists()).find((one) => one.person === person);
const messages = async (by = 'bob') => mustBe(await at.training.mine(by)).messages.map(({ text }) => text);

async function finishPath(by = 'bob') {
  await takeQuiz(at, by, 'seuils');
  return mustBe(await at.training.writeLetter(by, PATH, LETTER, false));
}

describe('a path', () => {
  it('ends with a letter, then invites a buyer, and enrols nobody', async () => {
    const early = mustBe(await at.training.writeLetter('bob', PATH, LETTER, false));
    expect(early).toMatchObject({ attested: false, invited: false });
    const result = await takeQuiz(at, 'bob', 'seuils');
    expect(result.letters).toEqual([expect.objectContaining({ path: PATH })]);
    const done = mustBe(await at.training.writeLetter('bob', PATH, LETTER, false));
    expect(done).toMatchObject({ attested: true, invited: true });
    expect(await joinOf()).toMatchObject({ done: true, join: 'invited' });
    expect((await messages())[0]).toMatch(/vous pouvez rejoindre la réserve/);
    expect(await reservist()).toBeUndefined();
    expect(mustBe(await at.training.mine('bob')).attestations.map(({ kind }) => kind)).toEqual(['module', 'path']);
    expect(mustBe(await at.training.writeLetter('bob', PATH, LETTER, false)).invited).toBe(false);
  });

  it('invites no department, which lends no buyer’s work', async () => {
    await takeQuiz(at, 'anne', 'seuils');
    const done = mustBe(await at.training.writeLetter('anne', PATH, LETTER, false));
    expect(done).toMatchObject({ attested: true, invited: false });
  });

  it('refuses an empty letter, one too long, and a path that is not there', async () => {
    expect(faultOf(await at.training.writeLetter('bob', PATH, '  ', false))).toBe('empty_text');
    expect(faultOf(await at.training.writeLetter('bob', PATH, 'a'.repeat(LONGEST_LETTER + 1), false))).toBe('too_long');
    expect(faultOf(await at.training.writeLetter('bob', 'nulle-part', LETTER, false))).toBe('unknown_path');
  });
});

describe('letters', () => {
  it('are one’s own until offered, and can be taken back', async () => {
    await finishPath();
    expect(mustBe(await at.training.cohort('cora')).letters).toEqual([]);
    const [letter] = mustBe(await at.training.mine('bob')).letters;
    mustBe(await at.training.offerLetter('bob', letter?.id ?? '', true));
    expect(mustBe(await at.training.cohort('cora')).letters).toEqual([expect.objectContaining({ text: LETTER })]);
    expect(JSON.stringify(mustBe(await at.training.cohort('cora')))).not.toContain('Robert');
    expect(faultOf(await at.training.offerLetter('carl', letter?.id ?? '', false))).toBe('unknown_path');
    mustBe(await at.training.offerLetter('bob', letter?.id ?? '', false));
    expect(mustBe(await at.training.cohort('cora')).letters).toEqual([]);
  });
});

describe('into the reserve', () => {
  it('takes a yes of the person, then one of the coordinator', async () => {
    await finishPath();
    expect(faultOf(await at.training.judgeJoin('cora', 'bob', PATH, true))).toBe('already_judged');
    expect(mustBe(await at.training.answerInvitation('bob', PATH, true))).toBe('asked');
    expect(await reservist()).toBeUndefined();
    expect(faultOf(await at.training.judgeJoin('carl', 'bob', PATH, true))).toBe('not_coordinator');
    expect(mustBe(await at.training.cohort('cora')).joins).toEqual([
      expect.objectContaining({ person: 'bob', name: 'Robert Le Goff' }),
    ]);
    at.at('2026-11-26T09:00:00Z');
    mustBe(await at.training.judgeJoin('cora', 'bob', PATH, true));
    expect(await reservist()).toMatchObject({ competences: ['seuils'], organisation: 'rennes', pause: undefined });
    expect(await joinOf()).toMatchObject({ join: 'approved' });
    expect((await messages())[0]).toMatch(/Bienvenue dans la réserve/);
    expect(faultOf(await at.training.judgeJoin('cora', 'bob', PATH, true))).toBe('already_judged');
  });

  it('adds to what a reservist lends already; a no is a no, until it is a yes', async () => {
    const { BODIES } = await import('../../fixtures/network.ts');
    mustBe(
      await at.reserve.add({
        person: 'bob',
        organisation: 'rennes',
        territories: BODIES[1]?.territories ?? [],
        competences: ['seuils'],
        languages: ['fr'],
        timeZone: 'Europe/Paris',
        weekly: [],
        monthlyMinutes: 60,
        simultaneousCases: 1,
      }),
    );
    await finishPath();
    expect(mustBe(await at.training.answerInvitation('bob', PATH, false))).toBe('declined');
    expect(mustBe(await at.training.answerInvitation('bob', PATH, true))).toBe('asked');
    mustBe(await at.training.judgeJoin('cora', 'bob', PATH, false));
    expect(await joinOf()).toMatchObject({ join: 'refused' });
    expect(mustBe(await at.training.answerInvitation('bob', PATH, true))).toBe('refused');
    expect((await reservist())?.monthlyMinutes).toBe(60);
  });

  it('pauses a competence whose attestation lapses, with notice before, and gives it back', async () => {
    await finishPath();
    mustBe(await at.training.answerInvitation('bob', PATH, true));
    mustBe(await at.training.judgeJoin('cora', 'bob', PATH, true));
    expect(mustBe(await at.sweep())).toMatchObject({ noticed: 0, paused: 0 });
    at.at('2028-11-01T09:00:00Z');
    expect(mustBe(await at.sweep())).toMatchObject({ noticed: 1, paused: 0 });
    expect(mustBe(await at.sweep())).toMatchObject({ noticed: 0, paused: 0 });
    expect((await messages())[0]).toMatch(/valable jusqu’au 25 novembre 2028/);
    at.at('2028-11-26T09:00:00Z');
    expect(mustBe(await at.sweep())).toMatchObject({ paused: 1 });
    expect(mustBe(await at.sweep())).toMatchObject({ paused: 0 });
    expect((await reservist())?.pause).toEqual({ until: undefined });
    expect(await joinOf()).toMatchObject({ join: 'paused' });
    at.at('2028-11-27T09:00:00Z');
    await takeQuiz(at, 'bob', 'seuils');
    expect(mustBe(await at.sweep())).toMatchObject({ restored: 1 });
    expect(await reservist()).toMatchObject({ pause: undefined, competences: ['seuils'] });
    expect((await messages())[0]).toMatch(/est à jour/);
  });

  it('leaves out the competence alone when others remain', async () => {
    await finishPath();
    mustBe(await at.training.answerInvitation('bob', PATH, true));
    mustBe(await at.training.judgeJoin('cora', 'bob', PATH, true));
    const one = await reservist();
    if (one === undefined) throw new Error('bob is in the reserve');
    mustBe(await store.reserve.saveReservist({ ...one, competences: ['autre', 'seuils'] }));
    at.at('2028-11-26T09:00:00Z');
    // The reserve knows no competence `autre` here: what it cannot change it leaves, and the next round tries again.
    expect(mustBe(await at.sweep())).toMatchObject({ paused: 0 });
    expect((await reservist())?.competences).toEqual(['autre', 'seuils']);
  });
});

describe('nudges', () => {
  it('come once, at the hour chosen, to who stopped half-way, and to nobody else', async () => {
    mustBe(await at.training.startQuiz('bob', 'attest', 'seuils'));
    mustBe(await at.training.startQuiz('carl', 'attest', 'seuils'));
    mustBe(await at.training.settings('bob', { nudgeHour: 9 }));
    expect(mustBe(await at.sweep()).nudged).toBe(0);
    at.at('2026-11-26T07:59:00Z');
    expect(mustBe(await at.sweep()).nudged).toBe(0);
    at.at('2026-11-26T08:01:00Z');
    expect(mustBe(await at.sweep()).nudged).toBe(1);
    expect(await messages()).toEqual([expect.stringMatching(/dites «\u00a0suite\u00a0»/)]);
    at.at('2026-12-24T09:00:00Z');
    expect(mustBe(await at.sweep()).nudged).toBe(0);
    expect(await messages('carl')).toEqual([]);
    mustBe(await at.training.startQuiz('bob', 'attest', 'seuils'));
  });
});
