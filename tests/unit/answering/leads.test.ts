import { describe, expect, it } from 'vitest';
import { createLeads, leadSight } from '../../../src/answering/leads.ts';
import type { Answer } from '../../../src/answering/port/outcome.ts';
import type { Reckoned } from '../../../src/rules/reckon.ts';

const leads = createLeads('knowledge');

/** Only what the choice looks at. */
function case_(of: { any: number; lead: number }, more: Partial<Reckoned['told']> = {}): Reckoned {
  const told = { said: 'Procédure adaptée.', articles: ['R2123-1'], facts: ['collectivité'], assumed: [], ...more };
  return { told, retained: { goal: 'procedure' }, facts: new Map(), asks: of } as unknown as Reckoned;
}

const ruleOf = (confidence: number, articles: readonly string[] = []) =>
  ({ confidence, cited: articles.map((reference) => ({ reference, cited: reference })) }) as unknown as Answer;

describe('what opens a reply', () => {
  it('is what was worked out where that is surely asked', () => {
    const surely = case_({ any: 0.99, lead: 0.95 }, { facts: ['collectivité', 'travaux', '96 000 € HT'] });
    expect(leads(surely, ruleOf(0.43, ['R2123-1']), 'quelle procédure pour 96 000 HT ?')).toBeGreaterThan(0.7);
  });

  it('is the rule that is surely found, where little asks for a result', () => {
    expect(leads(case_({ any: 0.26, lead: 0.7 }), ruleOf(0.9), 'je peux dire oui ?')).toBeLessThan(0.2);
  });

  it('is rather the rule the more had to be supposed', () => {
    const [none, two] = [[], ['hors taxes', 'tout le besoin']].map((assumed) =>
      leads(case_({ any: 0.8, lead: 0.7 }, { assumed }), ruleOf(0.5), 'on peut ?'),
    );
    expect(two).toBeLessThan(none ?? 0);
  });

  it('is the case again where a line changes it', () => {
    expect(
      leads({ ...case_({ any: 0, lead: 0 }), asks: undefined } as unknown as Reckoned, ruleOf(1), 'et à 94 000 ?'),
    ).toBe(1);
  });

  it('takes what was left aside and decides for a supposition', () => {
    const unsettled = { ...case_({ any: 0.9, lead: 0.8 }), isUnsettled: true } as Reckoned;
    expect(leadSight(unsettled, ruleOf(0.5), 'c’est vrai ?')['supposed']).toBe(2);
  });
});
