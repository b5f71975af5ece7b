import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formOf, type Interpret, sayAcross, withAnswers } from '../../../src/purchases/say-across.ts';
import { ok } from '../../../src/result.ts';
import { createLearnt } from '../../../src/rewording/learnt.ts';
import { createReworder } from '../../../src/rewording/reword.ts';
import { plain } from '../../fixtures/plain.ts';
import { realCorpus } from '../../fixtures/real-corpus.ts';

const MOST_WORDS = 120;

const MESSAGES = readFileSync('tests/golden/learn/across.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) =>
    z
      .object({
        id: z.string(),
        side: z.enum(['prescriber', 'buyer']),
        text: z.string(),
        never: z.array(z.string()).default([]),
      })
      .parse(JSON.parse(line)),
  );

const { reword } = createReworder(realCorpus, createLearnt('knowledge'));
const interpret: Interpret = {
  reword: async (text, direction = 'to_prescriber') => ok(await reword(text, direction, 'fr')),
};

async function need(text: string) {
  const read = await formOf(interpret, text);
  return read.ok ? read.value : undefined;
}

async function readBy(side: 'prescriber' | 'buyer', text: string): Promise<string> {
  const said = await sayAcross(interpret, side, text);
  if (!said.ok) throw new Error(said.error.kind);
  return said.value;
}

describe('forty messages from one side of a demande to the other', () => {
  it.each(MESSAGES)('$id is read word for word first, in few words', async ({ side, text, never }) => {
    const read = await readBy(side, text);
    if (side === 'prescriber') expect(read).toBe(text);
    expect(read.startsWith(text)).toBe(true);
    expect(read.split(/\s+/).length).toBeLessThanOrEqual(MOST_WORDS);
    for (const words of never) expect(plain(read)).not.toContain(plain(words));
  });

  it.each([
    'Envoyez-moi le nom du titulaire et d’un remplaçant pour la visite.',
    'Vos commandes ouvertes qui ne seront jamais livrées, dites-le, je solde.',
    'Un DAE mural vaut 1 189 € HT, pénalité 20 € par jour, réserves levées.',
  ])('adds nothing where a word may mean something else: %s', async (text) => {
    expect(await readBy('buyer', text)).toBe(text);
  });

  it('explains below what means one thing in any sentence', async () => {
    const text = 'Merci de relire les CCTP avant l’avis d’attribution.';
    expect(plain(await readBy('buyer', text))).toBe(
      plain(
        `${text}\n[Mots du message : CCTP : la partie technique du cahier des charges ; avis d’attribution : l’annonce publique de qui a gagné.]`,
      ),
    );
  });
});

describe('what a demande shows of its need', () => {
  it('is read off a sentence', async () => {
    const { form, thing } = (await need('il me faut 30 chaises pour la rentrée, budget 1 800 € TTC')) ?? {};
    expect([form?.title, thing]).toEqual(['30 chaises', '30 chaises']);
    expect(form?.lines.map(({ name }) => name)).toEqual(['Nature de l’achat, à confirmer', 'Valeur estimée du besoin']);
    expect(form?.asks.map(({ slot }) => slot)).toEqual([]);
  });

  it('is the message itself where that is longer, or asks something', async () => {
    const long =
      'Bonjour Nadège,\nil nous faut 12 barres d’appui pour la résidence. Hier Mme Ostrowski, 81 ans, est encore tombée dans la salle de bains du deuxième étage. On a un devis à 58 400 HT, ah non je relis, c’est TTC, et le sol viendra dans une deuxième demande en janvier.';
    const read = await need(long);
    expect(read?.form).toMatchObject({ lines: [], asks: [] });
    expect(read?.form.title).toBe('il nous faut 12 barres d’appui pour la résidence');
  });

  it('holds what was answered, in the very words, and asks it no more', async () => {
    const read = await need('il me faut 30 chaises pour la rentrée');
    const form = read && withAnswers(read.form, [{ slot: 'budget', text: '1 800\nou 2 000' }]);
    expect(form?.lines.at(-1)).toEqual({ name: 'Valeur estimée du besoin', value: '«\u00a01 800 ou 2 000\u00a0»' });
    expect(form?.asks.map(({ slot }) => slot)).not.toContain('budget');
  });
});

describe('the title of a demande that is a message', () => {
  it.each([
    [
      'Madame la secrétaire générale, chère Annick,\nIl faut refaire le toit de l’école. Qui appelle-t-on ?',
      'Il faut refaire le toit de l’école',
    ],
    [
      'Il nous faut des pansements hydrocellulaires, Medisoft livre zéro carton sur trois commandes, on prend ailleurs ?',
      'Il nous faut des pansements hydrocellulaires…',
    ],
  ])('is its first sentence, without who is greeted, and no half clause: %s', async (text, title) => {
    expect(plain((await need(text))?.form.title ?? '')).toBe(plain(title));
  });
});
