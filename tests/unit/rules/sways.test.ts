import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conclusion } from '../../../src/rules/compute.ts';
import { BUYERS, CCAGS, FACTS, type FactName, type FactValue, NATURES } from '../../../src/rules/facts.ts';
import { GOALS } from '../../../src/rules/goals.ts';
import { readRulebook } from '../../../src/rules/rulebook.ts';
import { contradicts, findSways } from '../../../src/rules/sways.ts';
import { tell } from '../../../src/rules/tell.ts';
import { ask } from './fixtures.ts';

const book = readRulebook('knowledge');

/** What hardly any purchase is, or what stands only where it is said; a former change is asked about by the sentence. */
const SELDOM: ReadonlySet<string> = new Set([
  'defense_securite',
  'urgence_justifiee',
  'ensemble_inutilisable',
  'jei',
  'innovant',
  'besoin_regulier',
  'premiere_modification',
  'procedure_initiale',
  'attribue_par_cao',
  'avis_publie',
  'pieces_hors_ligne',
  'sans_concurrence',
  'annonce_initiale',
]);

/** What each fact told in so many words may be. */
const VALUES: readonly (readonly [FactName, readonly FactValue[]])[] = Object.entries(FACTS).flatMap(
  ([name, kind]): readonly (readonly [FactName, readonly FactValue[]])[] => {
    const fact = name as FactName;
    if (SELDOM.has(fact)) return [];
    if (fact === 'ccag') return [[fact, CCAGS] as const];
    if (kind.kind === 'choice') return [[fact, kind.values] as const];
    return kind.kind === 'boolean' ? [[fact, [true, false]] as const] : [];
  },
);

const sum = fc.integer({ min: 1_000, max: 7_000_000 });
const situations = fc.record(
  {
    acheteur: fc.constantFrom(...BUYERS),
    nature: fc.constantFrom(...NATURES),
    ccag: fc.constantFrom(...CCAGS),
    electronique: fc.boolean(),
    pme: fc.boolean(),
    etape: fc.constantFrom('candidatures', 'offres'),
    procedure: fc.constantFrom('adaptee', 'appel_offres_ouvert', 'appel_offres_restreint', 'dispense_seuil'),
    operation: fc.constantFrom('neuf', 'rehabilitation'),
    ouvrage: fc.constant('batiment'),
    montant_ht: sum,
    montant_initial_ht: sum,
    montant_initial_ttc: sum,
    montant_marche_ht: sum,
    modifications_ht: fc.array(fc.integer({ min: -90_000, max: 900_000 }), { minLength: 1, maxLength: 3 }),
    maitrise_oeuvre_ht: sum,
    lot_ht: sum,
    total_lots_ht: sum,
    duree_mois: fc.integer({ min: 1, max: 60 }),
    duree_ans: fc.integer({ min: 1, max: 9 }),
    jours_retard: fc.integer({ min: 1, max: 90 }),
    date_envoi_avis: fc.constant('2026-11-05'),
    date_envoi_rejets: fc.constant('2026-11-09'),
    date_reception_facture: fc.constant('2026-11-12'),
    signature_visee: fc.constant('2027-03-01'),
    analyse_jours: fc.integer({ min: 5, max: 40 }),
  },
  { requiredKeys: [] },
);

describe('a value of the first line', () => {
  it('stands under a condition, or is asked about, wherever a usual choice of a fact left out would change it', () => {
    const told = fc.sample(fc.tuple(fc.constantFrom(...Object.keys(GOALS)), situations, fc.nat()), {
      numRuns: process.env['NIGHTLY'] === '1' ? 6_000 : 100,
      seed: 17,
    });
    const found: string[] = [];
    for (const [goal, situation, pick] of told) {
      const [fact, values] = VALUES[pick % VALUES.length] ?? [];
      // A procedure that the sum tells is worked out, and not supposed.
      if (fact === undefined || values === undefined || (fact === 'procedure' && 'montant_ht' in situation)) continue;
      const left = Object.fromEntries(Object.entries(situation).filter(([name]) => name !== fact));
      const conclude = (facts: ReadonlyMap<FactName, FactValue>): Conclusion => ask(goal, Object.fromEntries(facts));
      const given = new Map(Object.entries(left) as [FactName, FactValue][]);
      const conclusion = conclude(given);
      const { said, missing } = tell(conclusion, given, [], book, { sways: findSways(conclusion, given, conclude) });
      if (missing !== undefined || said.includes('(')) continue;
      const others = values.filter((value) => contradicts(conclusion, conclude(new Map([...given, [fact, value]]))));
      if (others.length > 0) found.push(`${goal} ${JSON.stringify(left)}: ${said} — ${fact}: ${others.join(', ')}`);
    }
    expect(found).toEqual([]);
  });
});
