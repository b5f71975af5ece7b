import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { composeForms } from '../../../../scripts/compose-forms.ts';
import { checkFidelity } from '../../../../src/fidelity/check-fidelity.ts';
import { createFindTradeWords } from '../../../../src/rewording/brief/trades.ts';
import { createToBuyer } from '../../../../src/rewording/form/to-buyer.ts';
import { createLearnt } from '../../../../src/rewording/learnt.ts';
import { createLint } from '../../../../src/rewording/lint/lint.ts';
import { sayForm } from '../../../../src/rewording/port/say-form.ts';
import { createFindTerms } from '../../../../src/rewording/terms.ts';
import { atOnce } from '../../../../src/sliced.ts';
import type { FormLineName } from '../../../../src/vocabulary/form.ts';
import { realCorpus } from '../../../fixtures/real-corpus.ts';
import { asProposed } from '../../../fixtures/real-needs.ts';

interface Item {
  readonly id: string;
  readonly text: string;
}

const items: readonly Item[] = readFileSync('tests/golden/rewording/to-buyer.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Item);
const parts = {
  findTerms: atOnce(createFindTerms(realCorpus.lexicon)),
  findTradeWords: createFindTradeWords(realCorpus.lexicon),
  lexicon: realCorpus.lexicon,
  parts: undefined,
};
const learnt = createLearnt('knowledge');
const toBuyer = atOnce(createToBuyer({ ...parts, learnt }));
/** What a form makes of lines that are all taken as their readers propose them. */
const asRead = atOnce(createToBuyer({ ...parts, learnt: { ...learnt, judgeLine: asProposed } }));
/** With the procedures and the classes that the product says. */
const withRules = atOnce(createToBuyer({ ...parts, learnt, parts: composeForms('knowledge', realCorpus) }));
const lint = createLint(realCorpus.lint);
const reword = (text: string) => atOnce(toBuyer(text, lint(text)));
/** What the form says on a line; undefined where it has none. */
function lineOf(text: string, name: FormLineName): string | undefined {
  const [form] = atOnce(asRead(text, lint(text))).forms;
  const at = form?.lines.findIndex((line) => line.name === name) ?? -1;
  return form === undefined ? undefined : sayForm(form)[at]?.value;
}

describe('the golden messages', () => {
  const told: { readonly item: Item; readonly text: string }[] = [];
  beforeAll(async () => {
    for (const item of items) told.push({ item, text: (await reword(item.text)).text });
  });

  it('stand as they are, with at most four named lines below them', () => {
    for (const { item, text } of told) {
      expect(text.startsWith(item.text)).toBe(true);
      expect(text.slice(item.text.length)).toMatch(/^(?:\n\n(?:[^\n]+\u00a0: [^\n]+\n?){1,4})?$/);
    }
  });

  it('pass the fidelity guard', () => {
    const unfaithful = told.filter(({ item, text }) => !checkFidelity(item.text, text).faithful);
    expect(unfaithful.map(({ item }) => item.id)).toEqual([]);
  });
});

describe('what a person said', () => {
  it.each([
    "C'est plus simple pour nous.",
    'On est 4 200 habitants et il nous faut 3 bancs.',
    'On veut pas de plastique, slt',
    'Bonjour Sophie,\n- 3 bancs\n- 2 tables\nCordialement\nPaul Martin',
    'Vous en pensez quoi, vous autres ?',
    '12k€ max\r\n\r\n  [brouillon]  ',
  ])('is shown as it was typed: %j', (source) => {
    expect(reword(source).text.startsWith(source)).toBe(true);
  });
});

describe('the nature of the purchase', () => {
  it.each([
    ['il faudrait 12 kayaks', 'fournitures'],
    ['refaire la peinture du hall', 'travaux'],
    ['acheter de la peinture pour les ateliers', 'fournitures'],
    ['un coup de neuf sur la façade', 'travaux'],
    ['faire traduire un site', 'services'],
    ["l'entretien des ascenseurs", 'services'],
    ['une étude sur le trafic', 'pi'],
  ])('%s: %s', (message, nature) => {
    expect(learnt.readNature(message, message)?.nature).toBe(nature);
  });

  it('is said of each of two needs', async () => {
    const { forms } = await reword('Deux besoins. 1) refaire la peinture du couloir. 2) acheter 6 bancs pour le parc.');
    expect(forms.map(({ nature }) => nature)).toEqual(['travaux', 'fournitures']);
  });

  it('is not that of what is easy to do with the thing', async () => {
    const { forms } = await reword('Il nous faudrait 30 chaises empilables et faciles à nettoyer pour l’école.');
    expect(forms.map(({ nature }) => nature)).toEqual(['fournitures']);
  });

  it('is not that of the department which asks', async () => {
    const { forms } = await reword('Le service des archives a besoin de 15 chaises.');
    expect(forms.map(({ nature }) => nature)).toEqual(['fournitures']);
  });
});

describe('the form', () => {
  const NEED =
    'Pour la rentrée il nous faut 60 chaises pour l’école Jules Verne, budget environ 8 k€, silencieuses, de marque Delvaux, et un repas pour 20 personnes.';

  it('holds nothing but the very words of the message beside the words of buyers', () => {
    const { forms } = atOnce(asRead(NEED, lint(NEED)));
    const said = forms.flatMap(({ lines }) => lines.flatMap(({ values }) => values.flatMap((one) => one.said ?? [])));
    expect(said.length).toBeGreaterThan(0);
    for (const { value, span } of said) expect(NEED.slice(...(span ?? []))).toBe(value);
  });

  it('says the sum as it is understood, and what it lacks', () => {
    expect(lineOf('Il nous faut 60 chaises, budget 8 k€.', 'budget')).toMatch(/8 k€.*HT ou TTC à préciser/);
    expect(lineOf('Il nous faut 60 chaises, budget 8 000 € HT.', 'budget')).toBe('«\u00a0budget 8 000 € HT\u00a0»');
  });

  it('takes nothing from the message quoted below', () => {
    const source = `Bonjour Karim, c'est bon pour nous : il nous faut 8 défibrillateurs à poser avant le 1er mars.\n\nDe : Karim\nEnvoyé : lundi\nÀ : Sylvie\nTu parlais de 5 défibrillateurs, budget 4 000 € HT ?`;
    const { forms } = reword(source);
    expect(forms[0]?.lines.map(({ name }) => name)).not.toContain('budget');
  });

  it.each([
    [
      "l'entreprise Batiplus a trois semaines de retard sur le chantier, on peut retenir quelque chose sur la facture ?",
      'under_way',
    ],
    ['Est-ce que je peux demander trois devis seulement pour un achat de mobilier ?', 'question'],
    [
      'Mon beau-frère dirige une des sociétés qui a répondu au marché et je fais partie de ceux qui notent.',
      'personal',
    ],
    ['Bonjour, merci pour votre retour. Je vous apporterai le tableau des effectifs jeudi.', 'no_need'],
  ])('is not made of what is no need: %s', (message, why) => {
    const { forms, noForm, text } = reword(message);
    expect(noForm).toBe(why);
    expect(forms.flatMap(({ lines }) => lines.map(({ name }) => name)).filter((name) => name !== 'law')).toEqual([]);
    expect(text.startsWith(message)).toBe(true);
  });
});

describe('what stands beside a message', () => {
  const besideOf = (text: string) =>
    atOnce(withRules(text, lint(text)))
      .text.slice(text.length)
      .trim()
      .split('\n');

  it('is the procedure of its one sum, and what a need leaves unsaid', () => {
    const lines = besideOf('Nous avons besoin d’un lave-linge professionnel 10 kg. Enveloppe : 6 500 € TTC.');
    expect(lines.map((line) => line.split('\u00a0: ')[0])).toEqual([
      'Valeur estimée du besoin',
      'Procédure',
      'Il manque',
    ]);
  });

  it.each([
    'On a reçu 26 matelas au lieu de 90, on fait quoi avec la facture ?',
    'Il nous faut 12 gilets à 742 € HT pièce. Le marché UGAP finit en mars.',
    'Devis du portique 58 400 € HT, ah non je relis, 58 400 € TTC. Il nous faut aussi le sol souple, 21 500 € HT.',
    'Mme Ostrowski, 81 ans, est restée coincée dans l’ascenseur. Tu fais le courrier ?',
  ])('is nothing where it is not sure: %s', (text) => {
    expect(besideOf(text)).toEqual(['']);
  });

  it('says nothing missing of whose kind something stands there', () => {
    expect(besideOf('Il faut 6 sonomètres (6, 4 380 TTC), au plus tard le 12.').join()).not.toContain('Il manque');
  });

  it('is a splitting of the need, in a question too', () => {
    expect(
      besideOf('Le maire veut signer les deux devis : chacun est en dessous de 60 000 €, c’est bon ?').join(),
    ).toMatch(/^Points de droit\u00a0: .*R2121-4/u);
  });

  it('is at most 250 words', () => {
    for (const { text } of items)
      expect(reword(text).text.slice(text.length).split(/\s+/).length).toBeLessThanOrEqual(250);
  });
});

describe('any text', () => {
  const words = [
    'on',
    'je',
    'nous',
    'notre',
    'vous',
    'pas',
    '12k€',
    'école',
    'besoin de',
    '?',
    '.',
    '\n- ',
    "j'ai",
    'faut',
    'le 3 mai',
    'Dell',
    '(',
    '«',
    '😀',
    '\u200b',
    'e\u0301',
    'œuvre',
    '30 %',
  ];
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((list) => list.join(' ')),
  );

  it('is reworded without throwing, and terms are the very words of the source', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (source) => {
        const { text, terms } = await reword(source);
        expect(text.startsWith(source)).toBe(true);
        for (const { from, span, to } of terms) {
          expect(source.slice(...span)).toBe(from);
          expect(to).not.toBe('');
        }
      }),
    );
  });
});
