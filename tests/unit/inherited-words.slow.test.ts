import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMasker } from '../../src/masking/masker.ts';
import { readMaskingLists } from '../../src/masking/masking-lists.ts';
import { readAvailability } from '../../src/reserve/say-availability.ts';
import { createFakeConversing } from '../fakes/conversing.ts';
import { createFakeHelping, KARIM } from '../fakes/helping.ts';
import { createBrowser } from '../fixtures/browser.ts';
import { composeReal, dialogue, NOW } from '../fixtures/composed.ts';
import { NIGHTLY } from '../fixtures/runs.ts';
import { type Served, serve } from '../fixtures/served.ts';
import { reservist } from './reserve/reading.ts';

/** What every object answers to, though nobody put it there. */
const INHERITED = NIGHTLY
  ? Object.getOwnPropertyNames(Object.prototype)
  : ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];

/** Places of a sentence where a word is looked up: before a name, a unit, a month, an amount, after a preposition… */
const SENTENCES: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => `${word} Dupont`,
  (word) => `Dites ${word} Dupont avec ${word} Martin, par ${word} Durand`,
  (word) => `${word} Dupont m'a dit que ${word} reclame 3 ${word} par ${word}, soit 40 ${word} euros la ${word}`,
  (word) => `nous ${word}ons un ${word}eur de ${word}, j'ai ${word} de 25 000 € en ${word} 2026, ${word} pour cent`,
];

const masker = createMasker(readMaskingLists('knowledge/masquage').lists);
let real: Awaited<ReturnType<typeof composeReal>>;
let served: Served;
let browser: ReturnType<typeof createBrowser>;

beforeAll(async () => {
  real = await composeReal();
  const help = { helping: createFakeHelping(), signIn: { kind: 'demo' } as const };
  served = await serve(createFakeConversing(), { help, perMinute: 100_000 });
  browser = createBrowser(served.address);
  await browser.post('/connexion', { person: KARIM.person });
});
afterAll(() => served.stop());

describe.each(INHERITED)('a word that every object knows: %s', (word) => {
  it('is read like any other by the masker, the rewording, its checks and the calendar', async () => {
    for (const say of SENTENCES) {
      const text = say(word);
      expect(() => masker.find(text)).not.toThrow();
      for (const direction of ['to_buyer', 'to_prescriber'] as const)
        expect((await real.reworder.reword(text, direction, 'fr')).text).toEqual(expect.any(String));
      expect(() => readAvailability(text, reservist, NOW)).not.toThrow();
    }
    expect(masker.find(`${word} Dupont m'a dit`).some(({ text }) => text.endsWith('Dupont'))).toBe(true);
  });

  it('is answered in a dialogue', async () => {
    const say = dialogue(real.assistant);
    for (const text of [word, `c'est quoi ${word} ?`, `reformule pour l'achat : ${SENTENCES[4]?.(word) ?? ''}`])
      expect((await say(text)).text).not.toBe('');
  });

  it('breaks no page, in an address or in a form', async () => {
    const pages = [
      '/',
      '/aide',
      '/bureau',
      '/reserve',
      '/tableau',
      '/mes-donnees',
      '/connexion',
      '/reformuler',
      '/formation',
    ];
    const names = [
      'fait',
      'code',
      'competence',
      'forgotten',
      'lang',
      'minutes',
      'mots',
      'pour',
      'question',
      'reprise',
      word,
    ];
    const query = names.map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(word)}`).join('&');
    const form = Object.fromEntries(
      ['do', 'text', 'role', 'person', 'question', 'kind', 'why', word].map((name) => [name, word]),
    );
    for (const page of pages)
      for (const path of [page, `/demo/karim${page === '/' ? '' : page}`]) {
        expect((await browser.get(`${path}?${query}`)).status, path).toBeLessThan(500);
        expect((await browser.post(path, form)).status, path).toBeLessThan(500);
      }
  });
});
