import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InterviewState } from '../../../src/interviews/state.ts';
import { BUYERS, type FactName, type FactValue, NATURES, type Situation } from '../../../src/rules/facts.ts';
import type { GoalName } from '../../../src/rules/goals.ts';
import { startProcessorClock } from '../../fixtures/processor-time.ts';
import { createRoom, TODAY } from './fixtures.ts';

const { interview, draw, compute } = createRoom();
const PURCHASES = 200;
const SEED = 20_261_116;
/** Of the processor, in milliseconds. */
const NEXT_QUESTION = 50;
const GOALS: readonly GoalName[] = ['procedure', 'obligations', 'legal_control'];
const CALENDAR: readonly GoalName[] = ['backplanning'];
const SUMS = [10_000, 30_000, 50_000, 75_000, 95_000, 150_000, 250_000, 450_000, 800_000, 2_000_000, 6_000_000];
const WAYS: ReadonlyMap<FactName, readonly FactValue[]> = new Map<FactName, readonly FactValue[]>([
  ['acheteur', BUYERS],
  ['nature', NATURES],
  ['montant_ht', SUMS],
  ['taux_tva', [0, 5.5, 10, 20]],
  ['homogene', [true, false]],
  ['signature_visee', ['2027-06-30', '2028-01-28']],
  ['analyse_et_commission_jours', [10, 45]],
]);

const sum = fc.oneof(fc.integer({ min: 500, max: 120_000 }), fc.integer({ min: 500, max: 7_000_000 }));
/** What someone would type of their purchase, and what they would answer. */
const told = fc.record({
  buyer: fc.constantFrom('', 'la mairie', 'un hôpital', 'la préfecture', 'notre service'),
  what: fc.constantFrom(
    '',
    'des fournitures',
    'des travaux de toiture',
    'le nettoyage des locaux',
    'une formation',
    'des chaises',
  ),
  sum: fc.oneof(
    fc.constant(''),
    sum.map((amount) => `pour ${amount} € HT`),
    sum.map((amount) => `pour ${amount} €`),
    sum.map((amount) => `à ${amount} € TTC`),
    fc
      .tuple(fc.integer({ min: 2, max: 900 }), fc.integer({ min: 5, max: 900 }))
      .map(([count, price]) => `${count} pièces à ${price} € HT`),
  ),
  answers: fc.record({
    acheteur: fc.constantFrom(...BUYERS),
    nature: fc.constantFrom(...NATURES),
    montant_ht: sum.map((amount) => `${amount} € HT`),
    taux_tva: fc.constantFrom('5.5', '10', '20'),
    homogene: fc.constantFrom('true', 'false'),
    signature_visee: fc.constantFrom('30 juin 2027', 'septembre 2027'),
    analyse_et_commission_jours: fc.constantFrom('20 jours', '45'),
  }),
  /** One answer in so many is «je ne sais pas». */
  knows: fc
    .array(fc.boolean(), { minLength: 12, maxLength: 12 })
    .map((flips) => flips.map((one, index) => one || index % 3 !== 0)),
});

type Answers = ReadonlyMap<string, string>;

describe('the interview over random purchases', () => {
  const counts: number[] = [];
  const times: number[] = [];

  it('always ends, never asks what could change nothing, and asks five questions at most for half of them', () => {
    for (const { buyer, what, sum: amount, answers, knows } of fc.sample(told, { numRuns: PURCHASES, seed: SEED })) {
      const typed = [buyer, 'achète', what, amount].filter((part) => part !== '').join(' ');
      const asked = run(typed, new Map(Object.entries(answers)), knows);
      counts.push(asked);
    }
    expect(median(counts)).toBeLessThanOrEqual(5);
    expect(Math.max(...counts)).toBeLessThanOrEqual(8);
  });

  it('finds the next question in time', () => {
    expect(times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]).toBeLessThanOrEqual(NEXT_QUESTION);
  });

  function run(typed: string, answers: Answers, knows: readonly boolean[]): number {
    let purchase: InterviewState = interview.begin(typed, TODAY);
    for (let asked = 0; asked < 12; asked += 1) {
      const spent = startProcessorClock();
      const question = interview.next(purchase, TODAY, 'service');
      times.push(spent());
      if (question === undefined) {
        if (counts.length % 5 === 0) expect(draw(purchase, TODAY, 'achat').verdict).not.toBe('');
        return asked;
      }
      const { fact } = question;
      expect(couldChange(fact, purchase), `«${typed}» was asked ${fact}`).toBe(true);
      const said = answers.get(fact);
      const answered =
        knows[asked] === true && said !== undefined ? interview.answer(purchase, fact, said, TODAY) : undefined;
      if (answered?.ok === false) throw new Error(`«${said}» was not read as ${fact}`);
      purchase = answered?.value ?? interview.skip(purchase, fact);
    }
    throw new Error(`«${typed}» never comes to its sheet`);
  }
});

/** By the rules alone: two of its values, all else equal, conclude otherwise on one of the goals. */
function couldChange(fact: FactName, { facts, taxUnsaid }: InterviewState): boolean {
  const values = WAYS.get(fact) ?? [];
  const others = [...WAYS.keys()].filter(
    (name) =>
      name !== fact &&
      !facts.has(name) &&
      (name !== 'taux_tva' || facts.has('montant_ttc')) &&
      name !== 'homogene' &&
      (DAYS.has(fact) || !DAYS.has(name)),
  );
  const hasSum = [...facts.keys()].some((name) => /montant|prix_unitaire/.test(name));
  for (const base of cases(facts, hasSum ? others.filter((name) => name !== 'montant_ht') : others)) {
    const concluded = new Set(
      values.map((value) => concludedOn(withValue(base, fact, value, taxUnsaid), DAYS.has(fact) ? CALENDAR : GOALS)),
    );
    if (concluded.size > 1) return true;
  }
  return false;
}

function withValue(base: Situation, fact: FactName, value: FactValue, taxUnsaid: boolean): Situation {
  if (fact !== 'taux_tva' || !taxUnsaid) return new Map([...base, [fact, value]]);
  const net = (sum: FactValue) =>
    typeof sum === 'number' && typeof value === 'number' ? sum / (1 + value / 100) : sum;
  return new Map([...base].map(([name, one]) => [name, /montant|prix_unitaire/.test(name) ? net(one) : one]));
}

const DAYS: ReadonlySet<FactName> = new Set(['signature_visee', 'analyse_et_commission_jours']);

function concludedOn(facts: Situation, goals: readonly GoalName[]): string {
  const total = compute({ goal: 'need_total', situation: facts, at: TODAY }, 'achat');
  const value = total.ok ? total.value.value : undefined;
  const situation = typeof value === 'number' ? new Map([...facts, ['montant_ht', value] as const]) : facts;
  return JSON.stringify(
    goals.map((goal) => {
      const concluded = compute({ goal, situation, at: TODAY }, 'achat');
      if (!concluded.ok) return concluded.error;
      if (goal === 'legal_control') return concluded.value.value === 'transmission_obligatoire';
      return [concluded.value.value, concluded.value.values];
    }),
  );
}

/** A few of the ways in which what is not asked here may stand, the largest sums first. */
function* cases(facts: Situation, others: readonly FactName[]): Generator<Situation> {
  const [first, ...rest] = others;
  if (first === undefined) {
    yield facts;
    return;
  }
  for (const value of (WAYS.get(first) ?? []).toReversed()) yield* cases(new Map([...facts, [first, value]]), rest);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
