import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reckon } from '../../../src/answering/reckon.ts';
import { readFigures } from '../../../src/corpus/figures.ts';
import { readGiven } from '../../../src/dialogue/given.ts';
import { plain } from '../../fixtures/composed.ts';

const file = `${process.env['TRUCHEMENT_KNOWLEDGE'] ?? 'knowledge'}/figures.yaml`;
const { figures } = readFigures(readFileSync(file, 'utf8'), file);
const THRESHOLDS = { depends_on: ['montant' as const], set_against: [] };
const SILENT = { depends_on: [], set_against: [] };

function say(text: string, set_against: readonly string[] | undefined = undefined, at = '2026-11-25'): string {
  const fiche = set_against === undefined ? THRESHOLDS : { ...SILENT, set_against: [...set_against] };
  return plain(reckon({ text, given: readGiven(text, at), fiche, at }, figures) ?? 'nothing');
}

describe('the most turnover that may be asked', () => {
  it.each([
    ["marché estimé à 450 000 € HT : quel chiffre d'affaires minimal ?", '675 000 € de chiffre'],
    ["lot de 33 333 € HT, chiffre d'affaires exigible ?", '49 999,5 € de chiffre'],
  ])('%s', (text, said) => {
    expect(say(text)).toContain(said);
    expect(say(text)).not.toMatch(/procédure|BOAMP/);
  });

  it('was twice the amount before 2026', () => {
    expect(say("marché de 450 000 € HT, chiffre d'affaires exigible ?", undefined, '2025-12-31')).toContain(
      '900 000 €',
    );
  });

  it.each([
    ["lot estimé à 300 000 € : un chiffre d'affaires de 500 000 €, est-ce permis ?", '500 000 € dépasserait'],
    ['marché estimé a 200 000 €, on exige 300 000 € de ca', '300 000 € reste dans'],
    ["un chiffre d'affaires de 451 000 € pour un marché de 300 000 €", '451 000 € dépasserait'],
  ])('judges the one named: %s', (text, said) => {
    expect(say(text)).toContain(said);
  });

  it('does not take the turnover named for the value of the contract', () => {
    expect(say("on exige 400 000 € de chiffre d'affaires")).not.toContain('600 000');
    expect(say("un chiffre d'affaires de 400 000 €, c'est permis ?")).not.toContain('600 000');
  });
});

describe('a change in euros', () => {
  it.each([
    ['avenant de 12 000 € sur un marché de 100 000 €', /soit 12 % .*services, atteinte .*travaux, en dessous/],
    ['un marché de 100 000 € avec un avenant de 9 999 €', /soit 10 % .*services, atteinte/],
    ['avenant de 9 000 € sur 100 000 €', /soit 9 % .*services, en dessous .*travaux, en dessous/],
    ['rallonge de 15 000 € sur un marché de 100 000 €', /soit 15 % .*travaux, atteinte/],
  ])('%s', (text, said) => {
    expect(say(text)).toMatch(said);
  });

  it.each(['avenant qui porte le marché de 100 000 € à 112 000 €', 'avenant de 90 000 € sur 100 000 €'])(
    'is not read in: %s',
    (text) => {
      expect(say(text)).not.toContain('%');
    },
  );

  it('needs both amounts, and a change', () => {
    expect(say('avenant de 12 000 €')).not.toContain('%');
    expect(say('12 000 € de chaises et 100 000 € de tables')).not.toContain('%');
  });
});

describe('a late penalty', () => {
  it.each([
    ['CCAG-FCS : 10 jours de retard sur 50 000 €', '500 € (CCAG-FCS 14,'],
    ['CCAG-TIC : 30 jours de retard sur 100 000 €', '3 000 € (CCAG-TIC 14,'],
    ['CCAG-PI : 30 jours de retard sur 100 000 €', '1 000 € (CCAG-PI 14,'],
    ['CCAG-MI : 60 jours de retard sur 100 000 €', '2 000 € (CCAG-MI 15,'],
    ['CCAG-MOE : 60 jours de retard sur 100 000 €', '2 000 € (CCAG-MOE 16,'],
    ['CCAG Travaux : 60 jours de retard sur 100 000 €', '2 000 € (CCAG-Travaux 19,'],
  ])('%s', (text, said) => {
    expect(say(text)).toContain(said);
  });
});

describe('an amount beside the figures of the subject', () => {
  it.each([
    ['livres à 70 000 € HT', ['seuil.livres'], /90 000 € HT, R\. 2122-9\) : en dessous/],
    ['livres à 90 000 € HT', ['seuil.livres'], /juste au seuil/],
    ['livres à 90 001 € HT', ['seuil.livres'], /au-dessus/],
    ['accompagnement à 900 000 € HT', ['seuil.services_sociaux.publicite_europeenne'], /à vérifier\) : au-dessus/],
    ['un sous-traitant à 500 € TTC', ['seuil.paiement_direct'], /600 € TTC, R\. 2193-10\) : en dessous/],
  ])('%s', (text, keys, said) => {
    expect(say(text, keys)).toMatch(said);
    expect(say(text, keys)).not.toMatch(/procédure adaptée ;|BOAMP/);
  });

  it('mixes no net amount with a gross figure', () => {
    expect(say('livres à 95 000 € TTC', ['seuil.livres'])).toBe('nothing');
  });

  it('is the one of the day asked about', () => {
    expect(say('mobilier à 50 000 € HT', ['seuil.profil_acheteur'], '2026-03-31')).toMatch(/40 000 € HT.*au-dessus/);
    expect(say('mobilier à 50 000 € HT', ['seuil.profil_acheteur'])).toMatch(/60 000 € HT.*en dessous/);
  });
});

it('falls back on the thresholds of procedures only where the fiche turns on an amount', () => {
  expect(say('mobilier à 45 000 € HT')).toMatch(/ni publicité ni mise en concurrence/);
  expect(say('mobilier à 45 000 € HT', [])).toBe('nothing');
});
