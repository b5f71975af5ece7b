import { describe, expect, it } from 'vitest';
import { type Candidate, decide, type Evidence } from '../../../src/answering/decide.ts';
import type { Fiche } from '../../../src/corpus/fiche.ts';
import type { Boundary } from '../../../src/corpus/perimeter.ts';
import { readCorpus } from '../../../src/corpus/read-corpus.ts';
import { readGiven } from '../../../src/dialogue/given.ts';

const [model] = readCorpus('tests/fixtures/corpus').corpus.fiches;
const fiche = (id: string, more: Partial<Fiche> = {}): Fiche => {
  if (model === undefined) throw new Error('the fixture corpus is empty');
  return { ...model, id, title: id, related: [], ...more };
};
const boundary = (reason: Boundary['reason'], fiches: string[] = []): Boundary => ({
  id: 'edge',
  reason,
  title: 'edge',
  questions: [],
  say: 'said',
  next: 'next',
  fiches,
});
const f = (score: number, id: string, more: Partial<Fiche> = {}): Candidate => ({
  kind: 'fiche',
  fiche: fiche(id, more),
  score,
  similarity: score,
});
const b = (score: number, reason: Boundary['reason'], fiches?: string[]): Candidate => ({
  kind: 'boundary',
  boundary: boundary(reason, fiches),
  score,
  similarity: score,
});
const NOTHING_GIVEN = readGiven('', '2026-11-25');
const decided = (candidates: readonly Candidate[], more: Partial<Evidence> = {}) =>
  decide({
    candidates,
    confidence: 0.9,
    given: NOTHING_GIVEN,
    contentWords: 3,
    inDialogue: false,
    ownCase: false,
    purchase: false,
    today: '2026-11-25',
    ficheOf: () => undefined,
    ...more,
  });

describe('decide', () => {
  it('answers with the best fiche', () => {
    expect(decided([f(0.9, 'a'), f(0.2, 'b')])).toMatchObject({
      kind: 'answer',
      fiche: { id: 'a' },
      also: undefined,
      confidence: 0.9,
    });
  });

  it.each([
    ['close', 0.9, 0.7, [], 'b'],
    ['far', 0.9, 0.5, [], undefined],
    ['far but related', 0.9, 0.5, ['b'], 'b'],
    ['too far though related', 0.9, 0.2, ['b'], undefined],
  ] as const)('a second fiche that is %s', (_, one, other, related, also) => {
    const decision = decided([f(one, 'a', { related: [...related] }), f(other, 'b')]);
    expect(decision.kind === 'answer' ? decision.also?.id : 'no answer').toBe(also);
  });

  it('refuses without a source, with the nearest fiches', () => {
    expect(decided([], { confidence: 0.9 })).toEqual({
      kind: 'refuse',
      reason: 'no_source',
      boundary: undefined,
      near: [],
    });
    expect(decided([f(0.9, 'a'), f(0.8, 'b'), f(0.7, 'c'), f(0.6, 'd')], { confidence: 0.19 })).toMatchObject({
      kind: 'refuse',
      reason: 'no_source',
      near: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
    });
    expect(decided([f(0.9, 'a')], { confidence: 0.2 }).kind).toBe('answer');
  });

  it('refuses what should have been read again more than a year ago, not a day before', () => {
    const candidates = [f(0.9, 'a', { review_before: '2027-11-24' })];
    expect(decided(candidates, { today: '2028-11-24' }).kind).toBe('answer');
    expect(decided(candidates, { today: '2028-11-25' })).toMatchObject({
      kind: 'refuse',
      reason: 'out_of_date',
      near: [{ id: 'a' }],
    });
  });

  it.each([
    ['out_of_scope', 0.9, 0.5, 'refuse'],
    ['out_of_scope', 0.53, 0.5, 'refuse'],
    ['out_of_scope', 0.51, 0.5, 'answer'],
    ['out_of_scope', 0.4, 0.9, 'answer'],
    ['personal_data', 0.9, 0.5, 'refuse'],
    ['personal_data', 0.5, 0.5, 'answer'],
    ['individual_decision', 0.9, 0.5, 'handoff'],
    ['individual_decision', 0.5, 0.5, 'handoff'],
    ['individual_decision', 0.47, 0.5, 'handoff'],
    ['individual_decision', 0.45, 0.5, 'answer'],
    ['pending_litigation', 0.47, 0.5, 'handoff'],
    ['pending_litigation', 0.3, 0.9, 'answer'],
  ] as const)('%s at %d against %d → %s', (reason, edge, best, kind) => {
    const decision = decided([f(best, 'a'), b(edge, reason)].sort((x, y) => y.score - x.score));
    expect(decision.kind).toBe(kind);
    if (decision.kind === 'handoff' || decision.kind === 'refuse') expect(decision.reason).toBe(reason);
  });

  it('hands over with what is known: the fiche found of the theme, else the theme’s first, else the best found, else nothing', () => {
    const known = (candidates: readonly Candidate[], more: Partial<Evidence> = {}) => {
      const decision = decided(candidates, more);
      return decision.kind === 'handoff' ? decision.known?.id : decision.kind;
    };
    expect(known([b(0.9, 'individual_decision', ['c']), f(0.8, 'a'), f(0.3, 'c')])).toBe('c');
    const themed = [b(0.9, 'individual_decision', ['z']), f(0.8, 'a'), f(0.3, 'c')];
    expect(known(themed, { ficheOf: (id) => fiche(id) })).toBe('z');
    expect(known(themed)).toBe('a');
    expect(known([b(0.9, 'individual_decision')])).toBeUndefined();
  });

  describe('asking back', () => {
    const works = f(0.8, 'w', { title: 'Seuil des travaux' });
    const supplies = f(0.75, 's', { title: 'Seuil des fournitures' });
    const both = [works, supplies];

    it('when two fiches differ by one fact that was not given', () => {
      expect(decided(both)).toMatchObject({
        kind: 'choices',
        options: [{ fiche: { id: 'w' } }, { fiche: { id: 's' } }],
      });
      const state = f(0.8, 'e', { title: 'Seuil de l’État' });
      const local = f(0.75, 'c', { title: 'Seuil des collectivités' });
      expect(decided([state, local])).toMatchObject({ kind: 'choices' });
    });

    it.each([
      ['the fact was given', both, { given: { ...NOTHING_GIVEN, objet: 'travaux' } }],
      ['the question is long', both, { contentWords: 5 }],
      ['a dialogue goes on', both, { inDialogue: true }],
      ['the second is far', [works, f(0.6, 's', { title: 'Seuil des fournitures' })], {}],
      ['both are about the same', [works, f(0.75, 's', { title: 'Petits travaux' })], {}],
      ['one is about both', [works, f(0.75, 's', { title: 'Travaux, fournitures et services' })], {}],
    ] as readonly (readonly [string, readonly Candidate[], Partial<Evidence>])[])(
      'not when %s',
      (_, candidates, more) => {
        expect(decided(candidates, more).kind).toBe('answer');
      },
    );
  });

  it('decides alike on the same evidence and leaves it alone', () => {
    const candidates = Object.freeze([f(0.9, 'a'), b(0.5, 'out_of_scope'), f(0.4, 'b')]);
    expect(decided(candidates)).toEqual(decided(candidates));
  });
});

describe('what is outside', () => {
  it('turns a theme away on a small lead, sooner in doubt, later when a purchase is named', () => {
    const outside = [b(0.8, 'out_of_scope'), f(0.75, 'a')];
    expect(decided(outside)).toMatchObject({ kind: 'refuse', reason: 'out_of_scope' });
    expect(decided(outside, { purchase: true })).toMatchObject({ kind: 'answer' });
    const behind = [f(0.8, 'a'), b(0.75, 'out_of_scope')];
    expect(decided(behind)).toMatchObject({ kind: 'answer' });
    expect(decided(behind, { confidence: 0.3 })).toMatchObject({ kind: 'refuse' });
  });

  it('asks which subject one bare word is about', () => {
    const near = [f(0.8, 'a'), f(0.78, 'b'), f(0.7, 'c')];
    expect(decided(near, { contentWords: 1 })).toMatchObject({ kind: 'choices' });
    expect(decided(near, { contentWords: 2 })).toMatchObject({ kind: 'answer' });
  });
});
