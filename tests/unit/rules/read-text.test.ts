import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRulebook } from '../../../src/rules/rulebook.ts';
import { readDemandModel } from '../../../src/rules/text/demand-model.ts';
import { readSentence } from '../../../src/rules/text/read-text.ts';
import { spellOutBy } from '../../../src/rules/text/reading.ts';
import { readWords } from '../../../src/rules/words.ts';
import { runs } from '../../fixtures/runs.ts';

const { objects } = readRulebook('knowledge');
const words = readWords('knowledge');
const spellOut = spellOutBy('knowledge', words, objects);
const reading = { words, objects, spellOut, model: readDemandModel('knowledge') };
const factsOf = (text: string, at = '2026-10-20') =>
  Object.fromEntries(readSentence({ text, at }, reading)?.facts ?? []);

const fragment = fc.constantFrom(
  'marché de ',
  'avenant ',
  '12 500 € ht ',
  'retard ',
  'le 1er ',
  '2 x ',
  'facture reçue ',
  'dont ',
  'ttc ',
  '5/10 ',
  'lot ',
  ', ',
  '. ',
  '€',
  '0 ',
  'tva 20 % ',
  '1e9 ',
  'reconductible 3 fois ',
  '𝟛 ',
  '—',
);

describe('reading a sentence', () => {
  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fragment).map((parts) => parts.join('')),
        ),
        (text) => {
          for (const goal of ['procedure', 'penalty', 'small_lot', 'late_interest'] as const)
            readSentence({ text, at: '2026-10-20', goal }, reading);
        },
      ),
      { numRuns: runs(150), seed: 17 },
    );
  });

  it('does not slow down with the length of a paste', () => {
    const long = 'avenant de 9 000 € ht le 5 octobre, marché de 180 000 en retard ; '.repeat(3_000);
    const start = process.cpuUsage();
    readSentence({ text: long, at: '2026-10-20', goal: 'modification' }, reading);
    expect(process.cpuUsage(start).user).toBeLessThan(2_000_000);
  });

  it.each([58_000, 62_500, 1_234, 999_999, 2_500_000])('takes %d euros however they are written', (amount) => {
    const spaced = String(amount).replace(/\B(?=(\d{3})+$)/g, ' ');
    for (const written of [`${amount}`, spaced, spaced.replaceAll(' ', '\u202f'), spaced.replaceAll(' ', '.')])
      for (const unit of [' € HT', '€ ht', ' euros HT', ' H.T.'])
        expect(factsOf(`quelle procédure pour ${written}${unit} de mobilier ?`)).toMatchObject({ montant_ht: amount });
  });

  it('multiplies, adds and never takes a part for the whole', () => {
    expect(factsOf('2 x 12 500 € ht de pc, quelle procédure')).toMatchObject({ prix_unitaire_ht: 12_500, quantite: 2 });
    expect(factsOf('10 tables à 300 € ht et 40 chaises à 50 € ht, quelle procédure')).toMatchObject({
      montants: [3_000, 2_000],
    });
    expect(factsOf('15 000 et 20 000 € ht de papier, soit 35 000 : quelle procédure')).toMatchObject({
      montant_ht: 35_000,
    });
    expect(factsOf('200 000 € HT dont 60 000 de pose, quelle procédure')).toMatchObject({ montant_ht: 200_000 });
  });

  it('lets what is said in passing alone', () => {
    const facts = factsOf('école de 350 élèves, salle 12, budget 2026 : 41 000 € HT de mobilier, quelle procédure ?');
    expect(facts).toMatchObject({ montant_ht: 41_000, nature: 'fournitures' });
    expect(facts).not.toHaveProperty('quantite');
  });

  it('dates a day by the one asked', () => {
    expect(factsOf('rejets envoyés le 28 décembre, quand signer ?', '2027-01-04')).toMatchObject({
      date_envoi_rejets: '2026-12-28',
    });
    expect(factsOf('rejets envoyés hier, quand signer ?', '2027-01-01')).toMatchObject({
      date_envoi_rejets: '2026-12-31',
    });
  });
});

describe('sums and days as they are meant', () => {
  it.each([
    ['travaux 200 000 HT, avenants -18 000 puis +5 000, possible ?', { modifications_ht: [-18_000, 5_000] }],
    ['avenant 1 de 3 % puis avenant 2 de 4 % sur 400 000 HT, possible ?', { augmentation_pct: 7 }],
    ['deux lots de 40 000 HT de mobilier, quelle procédure ?', { prix_unitaire_ht: 40_000, quantite: 2 }],
    ['photographe 3 fois par an pendant 4 ans, 5 000 HT la séance, procédure ?', { quantite: 12 }],
    ['30 chaises à 45 € HT pièce, procédure ?', { quantite: 30, prix_unitaire_ht: 45 }],
    ['opération bâtiment 6 200 000 HT, lot ascenseurs 640 000 HT, petit lot en mapa ?', { total_lots_ht: 6_200_000 }],
    [
      'Lots services 150 / 60 / 55 / 35 k€ HT, combien de petits lots en adaptée ?',
      { lots_ht: [150_000, 60_000, 55_000, 35_000] },
    ],
    [
      'acompte 96 000 TTC, retenue de garantie 4 800. échéance 4 septembre, payé 13 octobre. intérêts sur 96 000 ou 91 200 ?',
      { montant_ttc: 96_000 },
    ],
    ['38 400 HT par an et 12 600 HT par an sur six ans, quel total du besoin ?', { montants: [230_400, 75_600] }],
    [
      'CCAG TIC, livraison prévue le 1er octobre, faite le 20, pénalité ?',
      { date_livraison_prevue: '2026-10-01', date_livraison: '2026-10-20' },
    ],
    [
      'notre contrat prévoit 150 euros par jour de retard, 12 jours, quelle pénalité ?',
      { clause_penalite: '150 € par jour' },
    ],
    ['ils ont déposé la facture sur Chorus le 3 mars, on paie avant quand ?', { date_reception_facture: '2026-03-03' }],
    [
      'appel d’offres, pas de dépôt électronique, avis parti le 7 décembre, date limite des offres ?',
      { electronique: false },
    ],
    ['commune de 3 000 habitants, retenue de garantie max pour une pme ?', { charges_fonctionnement: 0 }],
  ])('«%s»', (text, facts) => {
    expect(factsOf(text, '2026-11-28')).toMatchObject(facts);
  });
});
