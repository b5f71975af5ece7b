import { describe, expect, it } from 'vitest';
import { GOALS } from '../../../src/rules/goals.ts';
import { createCalculators, TODAY } from './fixtures.ts';

const calculating = createCalculators();
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

function calculate(goal: string, typed: Readonly<Record<string, string>>) {
  return calculating.calculate(goal, new Map(Object.entries(typed)), 'service', TODAY);
}

describe('the calculators', () => {
  it('are one for each goal, and none for what is no goal', () => {
    expect(
      calculating
        .calculators('achat')
        .map(({ goal }) => goal)
        .sort(),
    ).toEqual(Object.keys(GOALS).sort());
    expect(calculate('constructor', {})).toBeUndefined();
  });

  it('read sums as people write them, and say the result with its articles', () => {
    const done = calculate('procedure', { nature: 'services', montant_ht: '75 000,50 €', acheteur: 'collectivite' });
    expect(done).toMatchObject({ kind: 'done' });
    expect(plain(JSON.stringify(done))).toContain('75 000,5');
    expect(JSON.stringify(done)).toContain('R2123-1');
    const lots = calculate('small_lot', { nature: 'services', lots_ht: '20 000 ; 60 000; 200000', acheteur: 'etat' });
    expect(lots).toMatchObject({ kind: 'done' });
  });

  it.each(['2026-12-03', '3 décembre 2026', '3/12/2026'])('read a day as it is said: %s', (date_envoi_rejets) => {
    const typed = { procedure: 'appel_offres_ouvert', date_envoi_rejets, electronique: 'true' };
    expect(plain(JSON.stringify(calculate('standstill_end', typed)))).toContain('14 décembre 2026');
  });

  it('ask for what is missing', () => {
    const done = calculate('late_interest', { montant_ttc: '8000' });
    expect(done?.kind === 'done' && done.said).toMatch(/\?/);
  });

  it.each([
    ['procedure', 'montant_ht', '-5'],
    ['procedure', 'montant_ht', 'beaucoup'],
    ['standstill_end', 'date_envoi_rejets', '2026-02-30'],
    ['advance', 'taux_tva', '120'],
    ['procedure', 'nature', 'constructor'],
  ])('name the field of bad input: %s, %s, «%s»', (goal, field, value) => {
    expect(calculate(goal, { [field]: value })).toMatchObject({ kind: 'fault', field });
  });
});

describe('the rules in words', () => {
  const rules = calculating.rules(TODAY);

  it('are all there, each with its examples, one of them wrong on purpose', () => {
    expect(rules.length).toBeGreaterThan(30);
    for (const { name, lines, articles, examples } of rules) {
      expect(lines.length, name).toBeGreaterThan(0);
      expect(articles.length, name).toBeGreaterThan(0);
      expect(
        examples.some(({ wrong }) => wrong),
        name,
      ).toBe(true);
    }
  });

  it('say figures by their name and their day, never by their key', () => {
    const dispense = rules.find(({ name }) => name === 'seuil de dispense');
    expect(plain(JSON.stringify(dispense?.figures))).toContain('60 000 € HT, depuis le 1er avril 2026');
    const shown = rules.map(({ title, lines, figures, examples }) => [title, lines, figures, examples]);
    expect(JSON.stringify(shown)).not.toMatch(/[a-z]_[a-z]/);
    expect(JSON.stringify(rules.map(({ lines }) => lines))).not.toMatch(/chiffres \.|montant ht|[\ue000\ue001]/);
  });
});
