import { describe, expect, it } from 'vitest';
import { whyAndKnown } from '../../../src/answering/port/say.ts';
import { catalogues } from '../../../src/text/catalogues.ts';

const known = (near: string | undefined) => {
  const short = { near, answer: 'la règle', but: undefined, next: undefined };
  return { short: { prescriber: short, buyer: short } } as Parameters<typeof whyAndKnown>[0]['known'];
};
const order = (why: string, near: string | undefined) =>
  whyAndKnown({ why, known: known(near) }, 'buyer', ['reason'], ['rule'], catalogues.fr);

describe('why a person should look, and what the rule is', () => {
  it('puts the rule that was asked about first', () => {
    expect(order('Une menace ne se règle pas seul.', undefined)).toEqual(['rule', 'reason']);
  });

  it('puts a rule that is only near after the reason of a theme', () => {
    expect(order('Une menace ne se règle pas seul.', 'Une autre question ?')).toEqual(['reason', 'rule']);
  });

  it('puts it before a reason that says nothing of the case', () => {
    expect(order(catalogues.fr.handoffWhy.individual_decision, 'Une autre question ?')).toEqual(['rule', 'reason']);
  });
});
