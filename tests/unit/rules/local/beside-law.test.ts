import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FactName, type FactValue, NATURES } from '../../../../src/rules/facts.ts';
import { reachDelays, reachLevels, withDelays } from '../../../../src/rules/local/beside-law.ts';
import { type LocalRules, readLocalRules } from '../../../../src/rules/local/local-rules.ts';
import { localLines, type SaidLocal, sayLocal } from '../../../../src/rules/local/say-local.ts';

const PROCEDURES = ['dispense_seuil', 'adaptee', 'formalisee', 'a_confirmer'] as const;
const LAW_ASKS = new Map([
  ['dispense_seuil', 0],
  ['adaptee', 1],
  ['a_confirmer', 1],
  ['formalisee', 2],
]);

function read(text: string): LocalRules {
  const rules = readLocalRules(text, 'regles.yaml');
  if (!rules.ok) throw new Error(rules.error.map(({ message }) => message).join('\n'));
  return rules.value;
}

const example = read(readFileSync('docs/regles-internes.yaml', 'utf8'));
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

function say(rules: LocalRules, amount: number, nature: string | undefined, ...procedures: readonly string[]) {
  const law = { procedures, said: 'la loi', articles: ['R2122-8'] };
  return sayLocal(rules, { bought: { amount, nature }, law, delays: [], planned: () => false });
}

const linesOf = (said: SaidLocal | undefined) => (said === undefined ? [] : localLines(said).map(plain));

const level = fc.record({
  a_partir_de: fc.constantFrom(0, 1000, 5000, 25_000, 60_000, 100_000, 250_000),
  natures: fc.option(fc.uniqueArray(fc.constantFrom(...NATURES), { minLength: 1 }), { nil: undefined }),
  article: fc.constant('art. 1'),
});
const wanted = fc.oneof(
  fc.record({ devis: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ procedure: fc.constantFrom('achat_direct' as const, 'adaptee' as const, 'formalisee' as const) }),
);
const localRules = fc
  .array(
    fc.tuple(level, wanted).map(([one, what]) => ({ ...one, ...what })),
    { minLength: 1, maxLength: 6 },
  )
  .map((competition): LocalRules => ({ ...example, competition, signature: [], conduct: [], delays: [] }));
const amount = fc.oneof(
  fc.constantFrom(999.99, 1000, 4999.99, 5000, 59_999.99, 60_000, 60_000.01),
  fc.integer({ min: 0, max: 400_000 }),
);
const nature = fc.constantFrom(...NATURES, undefined);
const asks = ({ devis, procedure }: LocalRules['competition'][number]) =>
  procedure === 'formalisee' ? 2 : procedure === 'adaptee' ? 1 : (devis ?? 0) / 100;

describe('a body’s own levels', () => {
  it('never loosen the law, and the stricter is read first', () => {
    fc.assert(
      fc.property(localRules, amount, nature, fc.constantFrom(...PROCEDURES), (rules, sum, what, procedure) => {
        const said = say(rules, sum, what, procedure);
        if (said?.competition === undefined) return;
        const law = LAW_ASKS.get(procedure) ?? 0;
        const { competition } = reachLevels(rules, { amount: sum, nature: what }, [procedure]);
        const own = competition === undefined ? 0 : asks(competition.level);
        const [first] = localLines(said);
        expect(first).toBe(own > law ? said.competition : said.law);
        // The law is there, whatever stands beside it.
        expect(localLines(said)).toContain(said.law);
        expect(said.competition.includes('l’emporte')).toBe(own < law);
        expect(said.wanted !== undefined).toBe(own > law);
      }),
    );
  });

  it('hold the most demanding of those that the purchase reaches', () => {
    fc.assert(
      fc.property(localRules, amount, nature, (rules, sum, what) => {
        const { competition } = reachLevels(rules, { amount: sum, nature: what }, []);
        const reached = rules.competition.filter(
          ({ a_partir_de, natures }) =>
            sum >= a_partir_de && (natures === undefined || what === undefined || natures.includes(what)),
        );
        if (competition === undefined) expect(reached).toEqual([]);
        else expect(asks(competition.level)).toBe(Math.max(...reached.map(asks)));
      }),
    );
  });

  it('never ask for less of a larger purchase', () => {
    fc.assert(
      fc.property(localRules, amount, amount, nature, (rules, one, other, what) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map((sum) => {
          const { competition } = reachLevels(rules, { amount: sum, nature: what }, []);
          return competition === undefined ? -1 : asks(competition.level);
        });
        expect(high).toBeGreaterThanOrEqual(low ?? 0);
      }),
    );
  });

  it('are told as the document writes them, beside the law', () => {
    expect(linesOf(say(example, 9000, 'services', 'dispense_seuil'))).toEqual([
      'Chez vous (règlement interne des achats, art. 4) : trois devis écrits dès 3 000 € HT.',
      'Le code : la loi (R. 2122-8).',
      'Signature : la directrice générale dès 8 000 € HT (art. 6).',
      `Source : règlement interne des achats du 15 janvier 2026 (fichier ${example.print}).`,
    ]);
  });

  it.each([
    [7999.99, 'la cheffe de service'],
    [8000, 'la directrice générale'],
    [89_999.99, 'la directrice générale'],
    [90_000, 'le président'],
  ])('begin at their very sum: who signs at %d', (sum, who) => {
    expect(linesOf(say(example, sum, 'services', 'adaptee')).join()).toContain(`Signature : ${who}`);
  });

  it.each([
    [499.99, undefined],
    [500, 'un devis'],
    [2999.99, 'un devis'],
    [3000, 'trois devis écrits'],
    [39_999.99, 'trois devis écrits'],
    [40_000, 'procédure adaptée'],
  ])('begin at their very sum: what is wanted at %d', (sum, wants) => {
    expect(say(example, sum, 'fournitures', 'dispense_seuil')?.wanted).toBe(wants);
  });

  it('hold for their natures, and for any while it is not known', () => {
    expect(say(example, 50_000, 'travaux', 'dispense_seuil')?.wanted).toBe('trois devis écrits');
    const unknown = linesOf(say(example, 50_000, undefined, 'dispense_seuil'));
    expect(unknown[0]).toContain('procédure adaptée dès 40 000 € HT (fournitures, services)');
  });

  it('say that the law prevails where they ask for less', () => {
    const [law, own] = linesOf(say(example, 120_000, 'travaux', 'adaptee'));
    expect(law).toBe('Le code : la loi (R. 2122-8).');
    expect(own).toContain('trois devis écrits dès 3 000 € HT ; le code demande plus, et c’est lui qui l’emporte.');
  });

  it('say so where the law may ask for more, of what is not known', () => {
    const [law, own] = linesOf(say(example, 50_000, 'services', 'adaptee', 'formalisee'));
    expect(law).toContain('Le code');
    expect(own).toContain('là où le code demande plus');
  });

  it('are not told of a purchase that reaches none', () => {
    const only = { ...example, signature: [], conduct: [], delays: [] };
    expect(say(only, 100, 'services', 'dispense_seuil')).toBeUndefined();
  });
});

describe('a body’s own delays', () => {
  const facts = (...entries: readonly (readonly [FactName, FactValue])[]) => new Map<FactName, FactValue>(entries);
  const bought = { amount: 120_000, nature: 'services' };

  it('stand where nobody gave a length', () => {
    const planned = withDelays(facts(), reachDelays(example, facts(), bought));
    expect([...planned]).toEqual([
      ['analyse_jours', 21],
      ['cao_jours', 14],
    ]);
  });

  it('leave a length that was given as it is', () => {
    const given = facts(['analyse_et_commission_jours', 10]);
    expect(withDelays(given, reachDelays(example, given, bought))).toEqual(given);
  });

  it('hold from their sum on; without one, those for any purchase', () => {
    const steps = (sum: number | undefined) =>
      reachDelays(example, facts(), sum === undefined ? undefined : { amount: sum, nature: undefined }).map(
        ({ delay }) => delay.etape,
      );
    expect(steps(89_999.99)).toEqual(['analyse']);
    expect(steps(90_000)).toEqual(['analyse', 'commission']);
    expect(steps(undefined)).toEqual(['analyse']);
  });
});
