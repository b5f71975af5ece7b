import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commonOf } from '../../../adapters/console/face.ts';
import { readLine } from '../../../adapters/console/inbound.ts';
import { createSeat } from '../../../adapters/console/seat.ts';
import { show } from '../../../adapters/console/show.ts';
import type { Outcome } from '../../../src/answering/port/outcome.ts';
import { createDesk } from '../../../src/desk/create-desk.ts';
import { createLog } from '../../../src/log.ts';
import type { SignedIn } from '../../../src/reserve/port/signed-in.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { answerWith, createFakeConversing } from '../../fakes/conversing.ts';
import { mustBe } from '../../fixtures/network.ts';
import { plain } from '../../fixtures/plain.ts';
import { realCorpus } from '../../fixtures/real-corpus.ts';
import { rightKeys, type School, school, takeQuiz } from '../../fixtures/training.ts';

const BOB: SignedIn = {
  person: 'bob',
  name: 'Bob',
  organisation: 'Ville',
  role: 'buyer',
  reservist: false,
  coordinator: false,
};

let store: Store;
let at: School;
beforeEach(async () => {
  const data = mkdtempSync(join(tmpdir(), 'truchement-training-'));
  store = await openStore({ data, databaseUrl: undefined, log: createLog('silent') });
  at = await school(store, realCorpus);
});
afterEach(() => store.close());

/** Bob at a terminal; `outcome` is what the assistant answers. A line that goes to the assistant comes to undefined. */
const terminal = (outcome?: Outcome) => {
  const faults: unknown[] = [];
  const conversing = createFakeConversing(outcome);
  const report = (error: unknown) => void faults.push(error);
  const desk = createDesk({ conversing, teaching: at.training, report, now: () => new Date() });
  const seat = createSeat('terminal', BOB, true);
  const shown = async (line: string) => {
    const [step] = readLine(seat, line);
    if (step?.kind === 'shown') return { text: plain(step.blocks.map(String).join('\n')).trim(), asked: false };
    if (step?.kind !== 'said') throw new Error(`not said: ${line}`);
    const said: string[] = [];
    const before = conversing.heard.length;
    for await (const one of desk.hear({ ...commonOf(seat, `m${before}-${line}`), ...step, message: line }))
      said.push(...show(seat, one).map(String));
    return { text: plain(said.join('\n')).trim(), asked: conversing.heard.length > before };
  };
  const type = async (line: string) => {
    const { text, asked } = await shown(line);
    return asked ? undefined : text;
  };
  return { type, shown, faults };
};

/** The letter under which a right choice stands, or all of them. */
async function letters(): Promise<string> {
  const quiz = mustBe(await at.training.quiz('bob'));
  if (quiz === undefined) throw new Error('no quiz is under way');
  const right = rightKeys(at, quiz.question.id);
  return quiz.question.choices
    .flatMap(({ key }, index) => (right.includes(key) ? [String.fromCharCode(97 + index)] : []))
    .join(' ');
}

describe('a module followed at a terminal', () => {
  it('goes from the list to an attestation by words alone, in under fifteen minutes of reading', async () => {
    const { type } = terminal();
    // What is read, and what the questions at the end of each lesson add, which may be passed over.
    let words = 0;
    let exercises = 0;
    const read = async (line: string, isExercise = false) => {
      const text = (await type(line)) ?? '';
      expect(text, line).not.toBe('');
      const count = text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
      if (isExercise || /Répondez par une lettre|donnez toutes/.test(text)) exercises += count;
      else words += count;
      return text;
    };
    expect(await type('formation')).toContain('Territoire, PME');
    expect(await read('module territoire-pme')).toContain('Commencer');
    let text = await read('commencer territoire-pme');
    expect(text).toContain('Leçon 1 sur 6');
    for (let step = 0; step < 90 && !text.includes('la dernière du module'); step++) {
      const asked = /Répondez par une lettre|donnez toutes/.test(text);
      text = await read(asked ? 'a' : 'suite', asked);
    }
    expect(text).toContain('la dernière du module');
    const practice = exercises;
    text = await read('quiz territoire-pme');
    for (let number = 1; number <= 10; number++) text = await read(await letters());
    words += exercises - practice;
    expect(text).toMatch(/Module validé/);
    expect(text).toMatch(/code \*\*[2-9A-Z]{4}-/);
    console.info(
      `a module to its attestation at a terminal: ${words} words, ${(words / 200).toFixed(1)} minutes at 200 words a minute; its lessons' own questions, all answered: ${(practice / 200).toFixed(1)} more`,
    );
    expect(words / 200).toBeLessThan(15);
    expect(await type('mes formations')).toContain('attesté');
  });

  it('leaves any other line to the assistant, and keeps the place', async () => {
    const { type } = terminal();
    expect(await type('on peut acheter sans publicité ?')).toBeUndefined();
    expect(await type('a'), 'no question is asked').toBeUndefined();
    await type('commencer territoire-pme');
    expect(await type('et si le fournisseur est en retard ?')).toBeUndefined();
    expect(await type('b'), 'a lesson is read, no question asked').toBeUndefined();
    expect(await type('suite')).toContain('La règle');
    expect(await type('l’autre côté')).toContain("Ce que l'on dit au service");
    expect(await type('arrêter')).toContain('où vous en étiez');
    expect(await type('suite')).not.toContain('Leçon 2');
  });

  it('asks again for a letter that is none, takes numbers, and says what is unknown', async () => {
    const { type } = terminal();
    expect(await type('module licornes')).toContain('Je ne connais pas ce module');
    expect(await type('quiz licornes')).toContain('Je ne connais pas ce module');
    expect(await type('réviser')).toContain('rien à revoir');
    expect(await type('mes formations')).toContain('pas encore d’attestation'.replace('’', "'"));
    await type('quiz territoire-pme');
    const first = mustBe(await at.training.quiz('bob'))?.question.id;
    expect(await type('h')).toContain('Question 1 sur 10');
    expect(mustBe(await at.training.quiz('bob'))?.question.id).toBe(first);
    expect(await type('1')).toContain('Question 2 sur 10');
  });

  it('sets the reminder, the recommendations, and keeps a letter', async () => {
    const { type } = terminal();
    expect(await type('rappel 9h')).toContain('à 9 h');
    expect(mustBe(await at.training.mine('bob')).nudgeHour).toBe(9);
    expect(await type('rappel non')).toContain('aucun rappel');
    expect(await type('recommandations non')).toContain('plus de recommandations');
    expect(await type('lettre')).toContain('lettre reserve-');
    expect(await type('lettre reserve-dialogue : Cher collègue, comptez.')).toContain('est gardée');
    expect(mustBe(await at.training.mine('bob')).letters[0]).toMatchObject({
      text: 'Cher collègue, comptez.',
      offered: false,
    });
    expect(await type('lettre reserve-dialogue :  ')).toContain("Il n'y a pas de texte");
  });

  it('looks for a lesson by words, and follows one from the answer that rests on it', async () => {
    const { type } = terminal();
    expect(await type('chercher un module sur variante')).toContain('leçon variantes');
    expect(await type('chercher un module sur zzzz')).toContain('Aucun module');
    const [source] = answerWith({}).sources;
    const answer = answerWith({ sources: [{ ...source, fiche: 'dispense-travaux', module: 'seuils' }] });
    const asked = terminal(answer);
    await asked.shown('et pour des travaux ?');
    const { text } = await asked.shown(':plus');
    expect(text).toMatch(/\nModule : Seuils.* « leçon dispense-travaux »/);
    const hello = terminal({ kind: 'smalltalk', text: 'Bonjour', suggestions: [] });
    expect((await hello.shown('bonjour')).text).not.toContain('Module');
    expect(await type('leçon dispense-travaux')).toContain('Leçon');
    expect(mustBe(await at.training.mine('bob')).seat).toMatchObject({ kind: 'lesson', module: 'seuils' });
    await expect
      .poll(async () => mustBe(await at.training.catalogue('bob', {})).recommended.map(({ fiche }) => fiche))
      .toEqual(['dispense-travaux']);
    expect(await type('formation')).toContain('une de vos questions a mené');
  });

  it('offers a letter and takes it back, and says yes or no to the reserve', async () => {
    const { type } = terminal();
    expect(await type('offrir ma lettre')).toContain('pas encore écrit');
    expect(await type('rejoindre')).toContain('Aucune invitation');
    for (const module of ['dialogue-achat', 'deontologie']) await takeQuiz(at, 'bob', module);
    expect(await type('parcours')).toContain('(reserve-dialogue) : 2 modules sur 2');
    expect(await type('lettre reserve-dialogue offerte : Cher collègue, comptez.')).toContain(
      'offerte à la collection',
    );
    const offered = async () => mustBe(await at.training.mine('bob')).letters[0]?.offered;
    expect(await offered()).toBe(true);
    await type('reprendre ma lettre');
    expect(await offered()).toBe(false);
    const join = async () => mustBe(await at.training.paths('bob')).find(({ id }) => id === 'reserve-dialogue')?.join;
    expect(await join()).toBe('invited');
    expect(await type('décliner')).toContain('Vous avez dit non');
    expect(await join()).toBe('declined');
    expect(await type('rejoindre reserve-dialogue')).toContain("attend l'accord");
    expect(await join()).toBe('asked');
  });

  it('goes on with the assistant when the store throws', async () => {
    const { type, faults } = terminal();
    await store.close();
    expect(await type('bonjour')).toBeUndefined();
    expect(await type('formation')).toContain("Rien n'a pu être enregistré");
    expect(faults).toEqual([]);
  });
});
