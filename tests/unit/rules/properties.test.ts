import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIsHoliday } from '../../../src/days/public-holidays.ts';
import { BUYERS, CCAGS, FACTS, NATURES } from '../../../src/rules/facts.ts';
import { GOALS } from '../../../src/rules/goals.ts';
import { readRequest } from '../../../src/rules/read-request.ts';
import { runs } from '../../fixtures/runs.ts';
import { ask, createAsk, faultOf, figures } from './fixtures.ts';

const RUNS = { numRuns: runs(60), seed: 17 };
const RANK = ['dispense_seuil', 'adaptee', 'formalisee'];
const isHoliday = createIsHoliday();
const buyer = fc.constantFrom(...BUYERS);
const nature = fc.constantFrom(...NATURES);
const amount = fc.integer({ min: 0, max: 7_000_000 });
const day = fc
  .date({ min: new Date('2026-04-02'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const isOff = (date: string) =>
  [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()) || isHoliday(date, undefined);

describe('whatever the purchase', () => {
  it('a larger amount never asks for a lighter procedure', () => {
    fc.assert(
      fc.property(buyer, nature, amount, amount, day, (acheteur, kind, a, b, at) => {
        const rank = (montant_ht: number) =>
          RANK.indexOf(String(ask('procedure', { acheteur, nature: kind, montant_ht }, at).value));
        expect(rank(Math.min(a, b))).toBeLessThanOrEqual(rank(Math.max(a, b)));
      }),
      RUNS,
    );
  });

  it('a fact is asked for only where it changes the conclusion, and then it does', () => {
    fc.assert(
      fc.property(nature, fc.integer({ min: 10_000, max: 500_000 }), (kind, montant_ht) => {
        const given = ask('procedure', { nature: kind, montant_ht });
        const ways = new Set(BUYERS.map((acheteur) => ask('procedure', { nature: kind, montant_ht, acheteur }).value));
        expect(given.missing.map(({ fact }) => fact)).toEqual(ways.size > 1 ? ['acheteur'] : []);
        if (ways.size === 1) expect(ways).toEqual(new Set([given.value]));
      }),
      RUNS,
    );
  });

  it('a term to answer never ends on a day off, nor before its days', () => {
    fc.assert(
      fc.property(day, fc.boolean(), (date_envoi_avis, electronique) => {
        const { value } = ask('tender_deadline', { procedure: 'appel_offres_ouvert', date_envoi_avis, electronique });
        expect(isOff(String(value))).toBe(false);
        const days = (Date.parse(String(value)) - Date.parse(date_envoi_avis)) / 86_400_000;
        expect(days).toBeGreaterThanOrEqual(electronique ? 30 : 35);
        expect(days).toBeLessThan((electronique ? 30 : 35) + 5);
      }),
      RUNS,
    );
  });

  it('planned back, the notice leaves early enough for the term that is then due', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), (signature_visee, analyse_jours) => {
        const procedure = 'appel_offres_ouvert';
        const plan = ask('backplanning', { procedure, electronique: true, signature_visee, analyse_jours });
        const [sent, limit, rejections] = ['envoi_avis_au_plus_tard', 'date_limite_offres', 'envoi_rejets'].map(
          (step) => String(plan.values[step]),
        );
        const earliest = ask('tender_deadline', { procedure, electronique: true, date_envoi_avis: sent });
        expect(String(earliest.value) <= String(limit)).toBe(true);
        const signed = ask('standstill_end', { procedure, electronique: true, date_envoi_rejets: rejections });
        expect(String(signed.value) <= signature_visee).toBe(true);
      }),
      RUNS,
    );
  });

  it('a penalty is nothing up to the exemption, and never above its ceiling', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CCAGS),
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.integer({ min: 1, max: 1_500 }),
        (ccag, part, rest, jours_retard) => {
          const whole = part + rest;
          const late = {
            FCS: 'valeur_en_retard_ht',
            MOE: 'valeur_element_ht',
            Travaux: 'montant_tranche_en_retard_ht',
          };
          const name = Object.hasOwn(late, ccag) ? late[ccag as keyof typeof late] : 'valeur_en_retard_ht';
          const { values } = ask('penalty', { ccag, [name]: part, montant_marche_ht: whole, jours_retard });
          const due = Number(values['penalite_due']);
          const ceiling = (ccag === 'Travaux' ? part : whole) / 10;
          expect(due).toBeLessThanOrEqual(ceiling + 0.01);
          expect(due === 0 || due > 1_000).toBe(true);
          expect(due).toBeLessThanOrEqual(Number(values['penalite_calculee']));
        },
      ),
      RUNS,
    );
  });

  it('interest grows with the days and the sum, and a payment in time owes nothing', () => {
    const owed = (montant_ttc: number, jours_retard: number) =>
      Number(ask('late_interest', { montant_ttc, date_echeance: '2026-08-31', jours_retard }).values['interets']);
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }), (sum, a, b) => {
        expect(owed(sum, Math.min(a, b))).toBeLessThanOrEqual(owed(sum, Math.max(a, b)));
        expect(owed(sum, 0)).toBe(0);
      }),
      RUNS,
    );
  });
});

describe('a figure changed for a day to come', () => {
  const table = new Map(figures);
  const before = table.get('seuil.dispense.fournitures_services');
  if (before === undefined) throw new Error('no such figure');
  const [old, now] = before.values;
  if (old === undefined || now === undefined) throw new Error('no such values');
  table.set(before.key, {
    ...before,
    values: [old, { ...now, valid_to: '2027-03-31' }, { ...now, value: 80_000, valid_from: '2027-04-01' }],
  });
  const changed = createAsk(table);
  const purchase = { nature: 'services', acheteur: 'collectivite', montant_ht: 70_000 };

  it('changes the conclusion on that day, on both sides', () => {
    expect(changed('procedure', purchase, '2027-03-31').value).toBe('adaptee');
    expect(changed('procedure', purchase, '2027-04-01').value).toBe('dispense_seuil');
    expect(ask('procedure', purchase, '2027-04-01').value).toBe('adaptee');
    expect(changed('procedure', { ...purchase, date_lancement: '2027-04-01' }, '2027-03-01').value).toBe(
      'dispense_seuil',
    );
  });

  it('changes where to publish on that day too', () => {
    const publicity = table.get('seuil.publicite.mapa');
    const [value] = publicity?.values ?? [];
    if (publicity === undefined || value === undefined) throw new Error('no such figure');
    const later = { ...value, value: 130_000, valid_from: '2027-04-01' };
    const other = createAsk(
      new Map(figures).set(publicity.key, { ...publicity, values: [{ ...value, valid_to: '2027-03-31' }, later] }),
    );
    const contract = { ...purchase, montant_ht: 110_000, procedure: 'adaptee' };
    expect(other('publicity', contract, '2027-03-31').value).toBe('boamp_ou_jal');
    expect(other('publicity', contract, '2027-04-01').value).toBe('libre');
  });

  it('is told with the day since which it holds', () => {
    const told = changed('procedure', purchase, '2027-04-01');
    expect(told.figures).toContainEqual({ key: 'seuil.dispense.fournitures_services', from: '2027-04-01' });
    expect(told.explanation[0]?.text.replace(/[\u00a0\u202f]/g, ' ')).toContain('80 000 € HT');
  });

  it('announced and not confirmed decides nothing: both ways are told', () => {
    const works = { nature: 'travaux', acheteur: 'collectivite', montant_ht: 120_000 };
    expect(ask('procedure', works, '2026-12-31').value).toBe('adaptee');
    expect(ask('procedure', works, '2027-01-01')).toMatchObject({
      value: 'a_confirmer',
      branches: { confirme: 'dispense_seuil', non_confirme: 'adaptee' },
    });
    expect(ask('procedure', { ...works, montant_ht: 140_000 }, '2027-01-01').value).toBe('adaptee');
  });
});

describe('what cannot be right', () => {
  it.each([
    ['goal', 'procédure', {}, undefined],
    ['goal', 'constructor', {}, undefined],
    ['goal', undefined, {}, undefined],
    ['montant', 'procedure', { montant: 3 }, undefined],
    ['toString', 'procedure', { toString: 3 }, undefined],
    ['montant_ht', 'procedure', { montant_ht: -1 }, undefined],
    ['montant_ht', 'procedure', { montant_ht: 1e12 }, undefined],
    ['montant_ht', 'procedure', { montant_ht: '60 000' }, undefined],
    ['montant_ht', 'procedure', { montant_ht: Number.NaN }, undefined],
    ['montants', 'procedure', { montants: [] }, undefined],
    ['montants', 'procedure', { montants: [3, -2] }, undefined],
    ['acheteur', 'procedure', { acheteur: 'mairie' }, undefined],
    ['taux_tva', 'need_total', { taux_tva: 101 }, undefined],
    ['augmentation_pct', 'modification', { augmentation_pct: 140 }, undefined],
    ['date_envoi_rejets', 'standstill_end', { date_envoi_rejets: '2026-02-29' }, undefined],
    ['date_envoi_rejets', 'standstill_end', { date_envoi_rejets: '2 mars' }, undefined],
    ['demarrage_vise', 'backplanning', { demarrage_vise: '2027-13' }, undefined],
    ['jours_retard', 'penalty', { jours_retard: -4 }, undefined],
    ['at', 'procedure', { montant_ht: 3 }, '2026-11-31'],
    ['at', 'procedure', { montant_ht: 3 }, 20_261_130],
    ['situation', 'procedure', [3], undefined],
  ])('names %s', (field, goal, situation, at) => {
    const fault = faultOf(goal, situation, at);
    expect(fault?.field).toBe(field);
    expect(fault?.message.length).toBeGreaterThan(10);
  });

  it('says from when it knows, before the history of its figures', () => {
    expect(
      faultOf('procedure', { nature: 'services', acheteur: 'etat', montant_ht: 150_000 }, '2023-05-01'),
    ).toMatchObject({
      field: 'at',
      message: expect.stringContaining('1er janvier 2024'),
    });
    expect(faultOf('procedure', { nature: 'services', montant_ht: 50, date_lancement: '2012-05-01' })).toMatchObject({
      field: 'date_lancement',
    });
    expect(faultOf('late_interest', { montant_ttc: 50, date_echeance: '2020-05-01', jours_retard: 3 })).toMatchObject({
      field: 'date_echeance',
    });
  });

  it('never breaks a goal: any mix of facts gives a conclusion or a fault', () => {
    const values = fc.oneof(
      fc.constantFrom(
        true,
        false,
        null,
        '',
        'neuf',
        'accord-cadre',
        'A',
        '2026-10-05',
        '2027-03',
        'FCS',
        'MOE',
        'adaptee',
        'appel_offres_restreint',
      ),
      fc.integer({ min: 0, max: 900_000 }),
      fc.array(fc.integer({ min: 0, max: 900_000 }), { minLength: 1, maxLength: 4 }),
    );
    const names = Object.keys(FACTS);
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(GOALS)),
        fc.dictionary(fc.constantFrom(...names), values, { maxKeys: 9 }),
        buyer,
        nature,
        (goal, mixed, acheteur, kind) => {
          const right = Object.entries({ ...mixed, acheteur, nature: kind }).filter(
            ([name, value]) => readRequest(goal, { [name]: value }, undefined, '2026-10-20').ok,
          );
          expect(() => faultOf(goal, Object.fromEntries(right))).not.toThrow();
        },
      ),
      { numRuns: runs(250), seed: 17 },
    );
  });
});
