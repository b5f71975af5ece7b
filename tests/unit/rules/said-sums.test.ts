import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readValues } from '../../../src/french/values/read-values.ts';
import { readRulebook } from '../../../src/rules/rulebook.ts';
import { readSentence } from '../../../src/rules/text/read-text.ts';
import { spellOutBy } from '../../../src/rules/text/reading.ts';
import { readSums } from '../../../src/rules/text/said-sums.ts';
import { readWords } from '../../../src/rules/words.ts';

const words = readWords('knowledge');
const { objects } = readRulebook('knowledge');
const reading = { words, objects, spellOut: spellOutBy('knowledge', words, objects) };
const sumsOf = (text: string) => readSums(text, readValues(text));
/** What all of it comes to, a part counted with its whole. */
const totalOf = (text: string) =>
  sumsOf(text)
    .filter(({ part }) => !part)
    .reduce((total, { high, times = 1 }) => total + high * times, 0);
const factsOf = (text: string, goal: 'procedure' | 'penalty' | 'modification' | 'small_lot') =>
  Object.fromEntries(readSentence({ text, at: '2026-10-20', goal }, reading)?.facts ?? []);

const inFrench = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ' ');
const price = fc.integer({ min: 11, max: 450 }).map((hundreds) => hundreds * 100);
const count = fc.integer({ min: 2, max: 9 });
const check = (property: (price: number, count: number) => void) =>
  fc.assert(fc.property(price, count, property), { numRuns: 60, seed: 5 });

describe('sums as people say them', () => {
  it('are of a year where a period is said beside them', () => {
    check((sum) => {
      const said = inFrench(sum);
      for (const [text, high, per] of [
        [`on achète des écrans tous les trimestres ${said} € HT à chaque fois`, sum * 4, 'an'],
        [`${said} € HT chaque semestre de papier`, sum * 2, 'an'],
        [`du pain, ${said} € chaque mois`, sum, 'mois'],
        [`on se réunit tous les mois, et un barnum à ${said} €`, sum, 'unite'],
      ] as const)
        expect([text, sumsOf(text).map((one) => [one.high, one.per])]).toEqual([text, [[high, per]]]);
    });
  });

  it('multiplies nothing by what is counted and not bought', () => {
    check((sum, number) => {
      for (const text of [
        `faut-il ${number} devis pour ${inFrench(sum)} € de mobilier ?`,
        `${number} fournisseurs pour ${inFrench(sum)} €`,
      ])
        expect([text, totalOf(text)]).toEqual([text, sum]);
    });
  });

  it('multiplies what is told of each, before it or after', () => {
    check((each, number) => {
      const said = inFrench(each);
      for (const text of [
        `${number} sites à équiper, ${said} € HT chacun`,
        `${number} écoles, ${said} HT chacune`,
        `${number} lots à ${said} € chacun`,
        `${number} lots, ${said} € HT par lot`,
        `${said} € HT par site, ${number} sites`,
        `${number} x ${said} €`,
        `${said} € x ${number}`,
        `${number} fois ${said}`,
      ])
        expect([text, totalOf(text)]).toEqual([text, each * number]);
    });
  });

  it('keeps the rhythm of what is paid for each of several', () => {
    check((each, number) => {
      const [sum] = sumsOf(`${inFrench(each)} € HT par an et par site, ${number} sites`);
      expect(sum).toMatchObject({ per: 'an', high: each * number });
    });
  });

  it('takes an unsettled number of items for a range', () => {
    const [sum] = sumsOf('entre 300 et 500 pièces à 64 € HT');
    expect(sum).toMatchObject({ low: 19_200, high: 32_000 });
    expect(sum?.times).toBeUndefined();
  });

  it('keeps of a sum that was brought to another the other alone', () => {
    for (const text of ['61 000 négociés à 59 500', 'une prestation à 61 000 € HT ramenée à 59 500 € HT'])
      expect(totalOf(text), text).toBe(59_500);
    expect(totalOf('61 000 de mobilier et 59 500 de matériel')).toBe(120_500);
  });

  it('multiplies by no count of something else that is told before another noun and its price', () => {
    expect(totalOf('les pompes de trois stations, fournitures pour 320 000 euros HT')).toBe(320_000);
  });

  it('counts no part beside its whole', () => {
    check((part, number) => {
      const whole = part * (number + 2);
      for (const text of [
        `${inFrench(whole)} € HT dont ${inFrench(part)} € de pose`,
        `${inFrench(whole)} € HT dont ${inFrench(part)} € de pose et ${inFrench(part)} € de livraison`,
        `${inFrench(whole)} € HT y compris ${inFrench(part)} € de pose`,
        `sur les ${inFrench(whole)}, ${inFrench(part)} sont pour la pose`,
      ])
        expect([text, totalOf(text)]).toEqual([text, whole]);
    });
  });

  it('reads no sum in a fraction nor in so many for a thousand', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('1/500', '1/1000', '1/3000', '1 ‰', '0,5 pour mille', '3 pour mille'),
        price,
        (part, whole) => {
          expect(totalOf(`pénalité de ${part} sur ${inFrench(whole)} € HT`)).toBe(whole);
        },
      ),
      { numRuns: 40, seed: 5 },
    );
  });

  it('leaves each sum its own tax where no rate is told', () => {
    check((gross, number) => {
      const net = gross + number * 100;
      const facts = factsOf(
        `papier ${inFrench(gross)} € TTC et encre ${inFrench(net)} € HT, quelle procédure ?`,
        'procedure',
      );
      expect(facts).toMatchObject({ montants: [net], montants_ttc: [gross] });
    });
  });

  it.each([
    ['1/2000 par jour, 33 jours de retard, 88 000 HT', '0.05 % par jour'],
    ['1 ‰ par jour, 12 jours de retard, 20 000 HT', '0.1 % par jour'],
    ['150 € par jour de retard, 26 jours', '150 € par jour'],
    ['1 000 € par jour, 26 jours de retard', '1000 € par jour'],
  ])('«%s»: the contract sets %s', (text, clause) => {
    expect(factsOf(text, 'penalty')['clause_penalite']).toBe(clause);
  });

  it.each([
    'un avenant de moins 12 000',
    'moins-value de 12 000',
    'avenant (-12 000)',
    'avenant de − 12 000',
    'une baisse de 12 000',
  ])('«%s» takes away', (change) => {
    const facts = factsOf(`${change} et un avenant de 31 000, marché de 260 000 HT`, 'modification');
    expect(facts['modifications_ht']).toEqual([-12_000, 31_000]);
  });

  it('does not take «au moins 12 000» for less', () => {
    expect(factsOf("avenant d'au moins 12 000, marché de 260 000 HT", 'modification')['modifications_ht']).toEqual([
      12_000,
    ]);
  });

  it('tells lots of a same price one by one', () => {
    expect(factsOf('5 lots à 30 000 chacun sur un total de 400 000 HT', 'small_lot')).toMatchObject({
      lots_ht: [30_000, 30_000, 30_000, 30_000, 30_000],
      total_lots_ht: 400_000,
    });
  });
});
