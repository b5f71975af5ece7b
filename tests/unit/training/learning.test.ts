import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../src/log.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { faultOf, mustBe } from '../../fixtures/network.ts';
import { startProcessorClock } from '../../fixtures/processor-time.ts';
import { rightKeys, type School, school, takeQuiz, wrongKeys } from '../../fixtures/training.ts';

let store: Store;
let at: School;
beforeEach(async () => {
  const data = mkdtempSync(join(tmpdir(), 'truchement-training-'));
  store = await openStore({ data, databaseUrl: undefined, log: createLog('silent') });
  at = await school(store);
});
afterEach(() => store.close());

describe('a lesson', () => {
  it('is read by anyone, and counts for who is signed in, once', async () => {
    const open = mustBe(await at.training.lesson(undefined, 'seuils', 'petit-achat', 'prescriber'));
    expect(open.lesson).toMatchObject({ place: 1, of: 2, next: 'petits-travaux', previous: undefined });
    expect(open.lesson.situation).toMatch(/mobilier/);
    expect(open.lesson.brief).toContain('60\u202f000\u00a0€ HT'.replace(' HT', '\u00a0HT'));
    expect(open.questions.length).toBeGreaterThan(0);
    expect(faultOf(await at.training.lesson(undefined, 'seuils', 'nulle-part', 'buyer'))).toBe('unknown_lesson');

    mustBe(await at.training.lesson('anne', 'seuils', 'petit-achat', 'prescriber'));
    expect(mustBe(await at.training.mine('anne')).seat).toMatchObject({ kind: 'lesson', module: 'seuils' });
    mustBe(await at.training.finishLesson('anne', 'seuils', 'petit-achat'));
    mustBe(await at.training.finishLesson('anne', 'seuils', 'petit-achat'));
    const view = mustBe(await at.training.module('anne', 'seuils'));
    expect(view).toMatchObject({ read: 1, resume: 'petits-travaux' });
    expect(view.contents.map(({ read }) => read)).toEqual([true, false]);
    const events = await store.training.events('anne');
    expect(events.ok && events.value.map(({ kind, item }) => `${kind} ${item}`)).toEqual(['lesson petit-achat']);
    expect(mustBe(await at.training.mine('anne')).seat).toBeUndefined();
  });

  it('ends with questions that anyone tries, and that come back when missed', async () => {
    const tried = mustBe(await at.training.practise(undefined, 'seuils-total', wrongKeys(at, 'seuils-total')));
    expect(tried.marking.right).toBe(false);
    expect(tried.marking.choices.find(({ chosen }) => chosen)?.why).toMatch(/ne dit rien du total/);
    expect(tried.fiche.id).toBe('petit-achat');
    expect(faultOf(await at.training.practise(undefined, 'seuils-total', ['zz']))).toBe('nothing_chosen');
    expect(faultOf(await at.training.practise(undefined, 'nulle-part', ['a']))).toBe('unknown_question');

    mustBe(await at.training.practise('anne', 'seuils-total', wrongKeys(at, 'seuils-total')));
    mustBe(await at.training.practise('anne', 'seuils-operation', rightKeys(at, 'seuils-operation')));
    expect(mustBe(await at.training.mine('anne')).due).toBe(0);
    at.at('2026-11-27T09:00:00Z');
    expect(mustBe(await at.training.mine('anne')).due).toBe(1);
    const result = await takeQuiz(at, 'anne', '', 0, 'review');
    expect(result).toMatchObject({ purpose: 'review', right: 1, of: 1, attestation: undefined });
    expect(mustBe(await at.training.mine('anne')).due).toBe(0);
    expect(faultOf(await at.training.startQuiz('anne', 'review', ''))).toBe('nothing_due');
    // Remembered, it comes back ever later, and in the end no more.
    const gaps: number[] = [];
    for (let day = 30; day < 1200; day += 5) {
      at.at(new Date(Date.parse('2026-11-27T09:00:00Z') + day * 86_400_000).toISOString());
      if (mustBe(await at.training.mine('anne')).due === 0) continue;
      gaps.push(day);
      await takeQuiz(at, 'anne', '', 0, 'review');
    }
    expect(gaps.length).toBeGreaterThan(1);
    expect(gaps.length).toBeLessThan(12);
  });
});

describe('in a chat', () => {
  it('modules are called by their titles, and lead where they say', async () => {
    const list = await at.training.hear('bob', 'modules');
    const titles = new Map(mustBe(await at.training.catalogue('bob', {})).modules.map(({ id, title }) => [id, title]));
    expect(list?.suggestions.length).toBeGreaterThan(0);
    for (const id of titles.keys()) expect(list?.text).not.toContain(`(${id})`);
    for (const { label, text } of list?.suggestions ?? []) {
      expect(label).toBe(titles.get(text.replace('module ', '')));
      expect((await at.training.hear('bob', text))?.text).toContain(`**${label}**`);
    }
    const found = await at.training.hear('bob', 'chercher un module sur petit achat');
    expect(found?.text).toContain(titles.get('seuils'));
    expect(found?.text).not.toContain('« seuils »');
  });
});

describe('a letter pressed under a question', () => {
  it('answers that one: pressed twice, or once another is asked, it changes nothing and says so', async () => {
    const begun = mustBe(await at.training.startQuiz('bob', 'attest', 'seuils'));
    const on = begun.question.id;
    expect((await at.training.hear('bob', 'a', on))?.text).toContain('Question 2');
    const again = await at.training.hear('bob', 'a', on);
    expect(again?.text).toContain('déjà sa réponse');
    expect(mustBe(await at.training.quiz('bob'))?.number).toBe(2);
    const [suite] = again?.suggestions ?? [];
    expect((await at.training.hear('bob', suite?.text ?? ''))?.text).toContain('Question 2');
    mustBe(await at.training.quitQuiz('bob'));
    expect((await at.training.hear('bob', 'a', on))?.text).toContain('déjà sa réponse');
    // In the questions that end a lesson, too.
    let asked = await at.training.hear('bob', 'commencer seuils');
    for (let screen = 0; screen < 9 && asked?.suggestions[0]?.on === undefined; screen++)
      asked = await at.training.hear('bob', 'suite');
    const question = asked?.suggestions[0]?.on;
    expect((await at.training.hear('bob', 'a', on === question ? 'another' : on))?.text).toContain('déjà sa réponse');
    expect((await at.training.hear('bob', 'a', question))?.text).toMatch(/C’est juste|Ce n’est pas cela/);
  });
});

describe('letters typed while a question is asked', () => {
  it('are read in the ways people write them, and nothing else is', async () => {
    for (const typed of ['b', '2', 'B.', 'ac', 'a, c', 'a ; c et d', '1 et 3']) {
      mustBe(await at.training.startQuiz('bob', 'attest', 'seuils'));
      expect((await at.training.hear('bob', typed))?.text, typed).toBeDefined();
      mustBe(await at.training.quitQuiz('bob'));
    }
    mustBe(await at.training.startQuiz('bob', 'attest', 'seuils'));
    for (const typed of ['et', 'tete', 'i', '9', 'a ou b', 'bonjour', '']) {
      expect(await at.training.hear('bob', typed), typed).toBeUndefined();
    }
  });

  it('take no time, however many there are', async () => {
    mustBe(await at.training.startQuiz('bob', 'attest', 'seuils'));
    for (const typed of [`a${'e'.repeat(40)}!?`, `${'e'.repeat(20_000)}z`, `a${' et'.repeat(10_000)}`]) {
      const spent = startProcessorClock();
      expect(await at.training.hear('bob', typed)).toBeUndefined();
      expect(spent()).toBeLessThan(300);
    }
  });
});

describe('a quiz', () => {
  it('draws ten questions, spread over the fiches, goes on where it was left, and passes at eight', async () => {
    const first = mustBe(await at.training.startQuiz('bob', 'attest', 'seuils'));
    expect(first).toMatchObject({ number: 1, of: 10, right: 0 });
    const again = mustBe(await at.training.startQuiz('bob', 'attest', 'seuils'));
    expect(again.question).toEqual(first.question);
    const step = mustBe(await at.training.answerQuiz('bob', first.question.id, rightKeys(at, first.question.id)));
    expect(step.next?.number).toBe(2);
    // Sent again, with another choice: the first answer stands.
    const resent = mustBe(await at.training.answerQuiz('bob', first.question.id, wrongKeys(at, first.question.id)));
    expect(resent.marked.marking.right).toBe(true);
    expect(mustBe(await at.training.quiz('bob'))?.number).toBe(2);
    expect(faultOf(await at.training.answerQuiz('bob', 'seuils-inconnue', ['a']))).toBe('unknown_question');

    const result = await takeQuiz(at, 'bob', 'seuils', 2);
    expect(result).toMatchObject({ right: 8, of: 10, needed: 8, passed: true });
    expect(result.missed).toHaveLength(2);
    expect(result.attestation).toMatchObject({ kind: 'module', subject: 'seuils', score: 80 });
    expect(mustBe(await at.training.quiz('bob'))).toBeUndefined();
    expect(mustBe(await at.training.module('bob', 'seuils'))).toMatchObject({ best: 80, standing: 'valid' });
  });

  it('is not lost by a lesson read in the middle of it, nor by a letter meant for that lesson', async () => {
    const first = mustBe(await at.training.startQuiz('bob', 'attest', 'seuils'));
    mustBe(await at.training.answerQuiz('bob', first.question.id, rightKeys(at, first.question.id)));
    mustBe(await at.training.lesson('bob', 'seuils', 'petit-achat', 'buyer'));
    expect(mustBe(await at.training.mine('bob')).seat).toMatchObject({ kind: 'lesson' });
    expect(mustBe(await at.training.quiz('bob'))).toMatchObject({ number: 2, right: 1 });
    mustBe(await at.training.finishLesson('bob', 'seuils', 'petit-achat'));
    expect((await at.training.hear('bob', 'suite'))?.text).toContain('Question 2');
    mustBe(await at.training.lesson('bob', 'seuils', 'petits-travaux', 'buyer'));
    expect(mustBe(await at.training.startQuiz('bob', 'attest', 'seuils'))).toMatchObject({ number: 2, right: 1 });
    expect((await takeQuiz(at, 'bob', 'seuils')).right).toBe(10);
    expect(mustBe(await at.training.quiz('bob'))).toBeUndefined();
  });

  it('missed, gives no attestation, and another draw next time', async () => {
    const result = await takeQuiz(at, 'bob', 'seuils', 3);
    expect(result).toMatchObject({ right: 7, passed: false, attestation: undefined });
    expect(mustBe(await at.training.mine('bob')).attestations).toEqual([]);
    const first = mustBe(await at.training.startQuiz('bob', 'attest', 'seuils'));
    mustBe(await at.training.quitQuiz('bob'));
    at.at('2026-11-25T09:05:00Z');
    const orders = new Set([first.question.id]);
    for (let minute = 6; minute < 16; minute++) {
      at.at(`2026-11-25T09:${String(minute).padStart(2, '0')}:00Z`);
      orders.add(mustBe(await at.training.startQuiz('bob', 'attest', 'seuils')).question.id);
      mustBe(await at.training.quitQuiz('bob'));
    }
    expect(orders.size).toBeGreaterThan(2);
  });

  it('answered in two windows at once loses no answer', async () => {
    const quiz = mustBe(await at.training.startQuiz('bob', 'attest', 'seuils'));
    const seat = (await store.training.file('bob')).ok;
    expect(seat).toBe(true);
    const file = mustBe(await store.training.file('bob'));
    const asked = file.learner?.seat?.kind === 'quiz' ? file.learner.seat.questions : [];
    expect(asked[0]).toBe(quiz.question.id);
    await Promise.all(asked.slice(0, 4).map((id) => at.training.answerQuiz('bob', id, rightKeys(at, id))));
    const after = mustBe(await store.training.file('bob'));
    expect(after.learner?.seat?.kind === 'quiz' && Object.keys(after.learner.seat.answers)).toHaveLength(4);
  });

  it('of a module that has none, or of none, says so', async () => {
    expect(faultOf(await at.training.startQuiz('bob', 'attest', 'nulle-part'))).toBe('unknown_module');
    expect(faultOf(await at.training.startQuiz('personne', 'attest', 'seuils'))).toBe('not_signed_in');
    expect(faultOf(await at.training.startQuiz('bob', 'recheck', 'seuils'))).toBe('nothing_due');
  });
});

describe('recommendations', () => {
  it('rest on one’s own questions, are explained, and go with what fed them', async () => {
    await at.training.noted('anne', 'asked', ['petit-achat', 'inconnue']);
    const view = mustBe(await at.training.catalogue('anne', {}));
    expect(view.recommended).toEqual([
      expect.objectContaining({ module: 'seuils', fiche: 'petit-achat', why: 'asked', at: '2026-11-25' }),
    ]);
    expect(mustBe(await at.training.catalogue('bob', {})).recommended).toEqual([]);
    mustBe(await at.training.settings('anne', { recommend: false }));
    expect(mustBe(await at.training.catalogue('anne', {}))).toMatchObject({ recommended: [], recommends: false });
    await at.training.noted('anne', 'worded', ['devis']);
    const kept = mustBe(await store.training.file('anne'));
    expect(kept.learner?.interests).toEqual([]);
    await takeQuiz(at, 'bob', 'seuils');
    await at.training.noted('bob', 'asked', ['petit-achat']);
    expect(mustBe(await at.training.catalogue('bob', {})).recommended, 'already attested').toEqual([]);
  });
});

describe('the catalogue', () => {
  it('is browsed by role, competence, length and words', async () => {
    const ids = async (filter: Parameters<School['training']['catalogue']>[1]) =>
      mustBe(await at.training.catalogue(undefined, filter)).modules.map(({ id }) => id);
    expect(await ids({})).toEqual(['seuils']);
    expect(await ids({ role: 'buyer', competence: 'seuils', minutes: 60 })).toEqual(['seuils']);
    expect(await ids({ competence: 'autre' })).toEqual([]);
    expect(await ids({ minutes: 1 })).toEqual([]);
    expect(await ids({ words: 'travaux' })).toEqual(['seuils']);
    expect(await ids({ words: 'zèbre' })).toEqual([]);
    expect(await ids({ words: '  ' })).toEqual(['seuils']);
    expect(mustBe(await at.training.catalogue(undefined, { words: 'travaux' })).found[0]).toMatchObject({
      fiche: 'petits-travaux',
    });
  });
});
