import { describe, expect, it } from 'vitest';
import type { Question } from '../../../../src/corpus/question.ts';
import { readCorpus } from '../../../../src/corpus/read-corpus.ts';
import { loadQuestionEmbedder } from '../../../../src/model/join-embedders.ts';
import { caseShares, createToldCase } from '../../../../src/retrieval/cases/told-case.ts';

const { fiches, figures } = readCorpus('knowledge').corpus;
const toldCase = createToldCase({ embed: loadQuestionEmbedder(), rarityOf: () => 1, figures });
const day = '2026-11-30';

function questionOf(fiche: string, id: string): Question {
  const found = fiches.find((one) => one.id === fiche)?.questions.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no question ${id} in ${fiche}`);
  return found;
}

/** A made question, the only one with such cases: by what is told, by a sum. */
const phone: Question = {
  ...questionOf('performances-plutot-que-moyens', 'chiffree'),
  ask: 'Peut-on commander par téléphone ?',
  cases: [
    {
      service: 'Sous {{seuil.ecrit}}, le code n’impose pas d’écrit.',
      achat: 'Sous {{seuil.ecrit}}, aucun écrit imposé.',
      verdict: 'oui',
      told: [
        'du sel pour 3000 €',
        'un plombier à 800 euros',
        '2 000 € de papier',
        'trois tables à 900 €',
        'pour 5 000',
      ],
      value: { key: 'seuil.ecrit', is: 'under' },
    },
    {
      service: 'À partir de {{seuil.ecrit}}, il faut un écrit.',
      achat: 'À partir de {{seuil.ecrit}}, écrit imposé.',
      verdict: 'non',
      told: ['40 000 € de sel', 'un car à 90 000 euros', 'pour 60 000', 'marché de 300 000 €', '27 000 € HT de tables'],
      value: { key: 'seuil.ecrit', is: 'from' },
    },
  ],
};

describe('the case that a message tells', () => {
  it.each([
    ['trois tables à 1 200 €', 'oui'],
    ['48 000 € de gravier', 'non'],
    ['10 000 € de gravier, puis 30 000 €', 'non'],
  ])('is known by the side of the dated figure that its sums are on: %s', async (text, verdict) => {
    expect((await toldCase(phone, text, day))?.opening.verdict).toBe(verdict);
  });

  it('is none where nothing of it is said', async () => {
    expect(await toldCase(phone, 'commander par téléphone, c’est permis ?', day)).toBeUndefined();
    expect(await toldCase({ ...phone, cases: [] }, 'du sel pour 3000 €', day)).toBeUndefined();
  });

  it('follows the figure to its new value', async () => {
    const ecrit = figures.get('seuil.ecrit');
    if (ecrit === undefined) throw new Error('no such figure');
    const [now] = ecrit.values;
    if (now === undefined) throw new Error('no value');
    const later = new Map(figures).set('seuil.ecrit', {
      ...ecrit,
      values: [
        { ...now, valid_to: '2027-12-31' },
        { ...now, value: 50_000, valid_from: '2028-01-01' },
      ],
    });
    const told = createToldCase({ embed: loadQuestionEmbedder(), rarityOf: () => 1, figures: later });
    const text = '48 000 € de gravier';
    expect((await told(phone, text, '2027-12-31'))?.opening.verdict).toBe('non');
    expect((await told(phone, text, '2028-01-01'))?.opening.verdict).not.toBe('non');
  });

  it('is the question turned round where that is asked, and not where it is asked in its own direction', async () => {
    const bill: Question = {
      ...phone,
      ask: 'Peut-on suspendre le délai de paiement ?',
      said: ['on peut bloquer le délai ?', 'suspendre le délai de paiement d’une facture'],
      cases: [],
      turned: [
        {
          ask: 'Faut-il quand même payer la facture suspendue ?',
          verdict: 'oui',
          service: 'Oui, la facture reste due.',
          achat: 'Oui, la facture reste due.',
          told: ['on doit quand meme payer', 'la facture reste due même suspendue ?'],
        },
      ],
    };
    const asked = await toldCase(bill, 'même suspendue, la facture reste due, on doit la payer ?', day);
    // It may be the question in its own direction all the same: it is named above its yes.
    expect(asked).toEqual({ opening: bill.turned[0], isSure: false });
    expect(await toldCase(bill, 'peut-on suspendre le délai de paiement ?', day)).toBeUndefined();
  });

  it('shares what is likely among the cases and none', () => {
    const rows = [Float64Array.of(1), Float64Array.of(0)];
    const shares = caseShares(rows, { bias: 0, weights: { near: Math.log(2) } });
    expect(shares).toEqual([0.5, 0.25]);
  });
});
