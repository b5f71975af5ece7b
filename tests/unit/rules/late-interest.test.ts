import { describe, expect, it } from 'vitest';
import { ask } from './fixtures.ts';

/**
 * The State's calculator of late interest (service-public.fr, simulateur «intérêts moratoires des marchés publics», DILA) asks for
 * the day due, the day paid and the sum with taxes, and counts by R2192-31 to R2192-33: sum × rate × days / 365, from the day
 * after the one due to the payment included, at the ECB's rate on the first day of the half-year in which interest begins plus
 * 8 points. It publishes no worked example: these were worked out by that method in decimal arithmetic, rounded half up to the cent.
 */
const CASES: readonly (readonly [
  due: string,
  paid: string,
  sum: number,
  days: number,
  rate: number,
  interest: number,
])[] = [
  ['2025-07-14', '2025-08-03', 1000, 20, 10.15, 5.56],
  ['2025-09-30', '2025-10-31', 12_450.6, 31, 10.15, 107.33],
  ['2025-12-31', '2026-01-20', 8000, 20, 10.15, 44.49],
  ['2026-01-05', '2026-02-04', 999.99, 30, 10.15, 8.34],
  ['2026-02-14', '2026-03-16', 45_210.75, 30, 10.15, 377.17],
  ['2026-03-31', '2026-04-01', 120_000, 1, 10.15, 33.37],
  ['2026-05-15', '2026-06-20', 8450, 36, 10.15, 84.59],
  // Begins in one half-year and ends in the next: the rate of the first stays.
  ['2026-06-29', '2026-07-09', 15_300, 10, 10.15, 42.55],
  // Due on the last day of a half-year: interest begins in the next.
  ['2026-06-30', '2026-07-30', 10_000, 30, 10.4, 85.48],
  ['2026-07-01', '2026-07-02', 250_000, 1, 10.4, 71.23],
  ['2026-08-10', '2026-10-09', 57_000, 60, 10.4, 974.47],
  ['2026-08-31', '2026-10-15', 33_333.33, 45, 10.4, 427.4],
  ['2026-09-10', '2026-10-09', 88_000, 29, 10.4, 727.15],
  ['2026-10-20', '2026-11-04', 3000, 15, 10.4, 12.82],
  ['2026-10-31', '2026-11-30', 7450.5, 30, 10.4, 63.69],
  ['2026-11-02', '2026-12-31', 64_000, 59, 10.4, 1075.9],
  ['2025-08-20', '2026-08-20', 5000, 365, 10.15, 507.5],
  ['2026-02-27', '2026-03-01', 76_543.21, 2, 10.15, 42.57],
  ['2025-11-11', '2026-02-11', 18_000, 92, 10.15, 460.5],
  ['2026-04-18', '2026-05-18', 1900, 30, 10.15, 15.85],
];

describe('late interest by the method of the State’s calculator', () => {
  it.each(CASES)(
    'due %s, paid %s, %d € with taxes',
    (date_echeance, date_paiement, montant_ttc, jours, taux_pct, interets) => {
      const { values } = ask('late_interest', { date_echeance, date_paiement, montant_ttc });
      expect(values).toEqual({
        jours,
        taux_pct,
        assiette: montant_ttc,
        interets,
        forfait: 40,
        total: Math.round((interets + 40) * 100) / 100,
      });
    },
  );
});
