import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../src/answering/candidate.ts';
import { decide, type Evidence } from '../../../src/answering/decide.ts';
import type { ModeShares } from '../../../src/answering/mode.ts';
import type { Fiche } from '../../../src/corpus/fiche.ts';
import type { Boundary } from '../../../src/corpus/perimeter.ts';
import type { Question } from '../../../src/corpus/question.ts';
import { readCorpus } from '../../../src/corpus/read-corpus.ts';
import { readGiven } from '../../../src/dialogue/given.ts';

const [model] = readCorpus('tests/fixtures/corpus').corpus.fiches;
const fiche = (id: string, more: Partial<Fiche> = {}): Fiche => {
  if (model === undefined) throw new Error('the fixture corpus is empty');
  // Each leans on an article of its own: none asks again what another does.
  const questions = model.questions.map((question) => ({ ...question, articles: [id] }));
  return { ...model, id, title: id, related: [], questions, ...more };
};
const someQuestion = model?.questions[0];
if (someQuestion === undefined) throw new Error('the fixture corpus asks nothing');
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
/** What is not said of the other modes is likely a rule. */
const mode = (said: Partial<ModeShares>): ModeShares => {
  const { human = 0, outside = 0, nothing = 0 } = said;
  return { human, outside, nothing, rule: said.rule ?? 1 - human - outside - nothing };
};
const NOTHING_GIVEN = readGiven('', '2026-11-25');
/** Every fiche found, by its first question, as sure as its score unless said otherwise. */
const decided = (
  candidates: readonly Candidate[],
  {
    confidence,
    verdict = 0.9,
    inFiche = 0.4,
    same = [],
    narrower = [],
    special = [],
    alike = true,
    ...more
  }: Partial<Evidence> & {
    confidence?: number;
    verdict?: number;
    inFiche?: number;
    same?: readonly string[];
    narrower?: readonly string[];
    special?: readonly string[];
    alike?: boolean;
  } = {},
) =>
  decide({
    candidates,
    judged: candidates.flatMap((one) =>
      one.kind === 'fiche'
        ? [
            {
              fiche: one.fiche,
              question: 0,
              confidence: confidence ?? one.score,
              inFiche,
              ofFiche: 1,
              verdict,
              same: same.includes(one.fiche.id),
              narrower: narrower.includes(one.fiche.id),
              special: special.includes(one.fiche.id),
              alike,
            },
          ]
        : [],
    ),
    cases: new Map(),
    own: undefined,
    ownRules: false,
    ofBody: false,
    given: NOTHING_GIVEN,
    contentWords: 3,
    mode: mode({}),
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

  it('what is asked of one’s own body says that the body is not known, but where a question of the law is likely the one', () => {
    const reason = { kind: 'refuse', reason: 'no_body' };
    expect(decided([f(0.2, 'a')], { ofBody: true })).toMatchObject(reason);
    expect(decided([f(0.4, 'a')], { ofBody: true })).toMatchObject({ kind: 'answer' });
    expect(decided([f(0.4, 'a')], { ofBody: true, contentWords: 1 })).not.toMatchObject(reason);
  });

  it('a question asked in its own words opens the reply, however little is believed of it; two of them are not one', () => {
    const found = [f(0.4, 'a'), f(0.3, 'b')];
    expect(decided(found, { verdict: 0.1 })).toMatchObject({ fiche: { id: 'a' }, question: undefined });
    expect(decided(found, { verdict: 0.1, same: ['b'] })).toMatchObject({
      kind: 'answer',
      fiche: { id: 'b' },
      question: 0,
    });
    expect(decided(found, { verdict: 0.1, same: ['a', 'b'] })).toMatchObject({
      fiche: { id: 'a' },
      question: undefined,
    });
  });

  it('a question that asks for something else does not open the reply, however near it stands', () => {
    expect(decided([f(0.9, 'a')])).toMatchObject({ kind: 'answer', question: 0 });
    expect(decided([f(0.9, 'a')], { alike: false })).toMatchObject({ kind: 'answer', question: undefined });
    expect(decided([f(0.9, 'a')], { alike: false, same: ['a'] })).toMatchObject({ question: 0 });
  });

  it('a question under rules of their own is less likely where none was named', () => {
    expect(decided([f(0.6, 'a'), f(0.5, 'b')], { special: ['a'] })).toMatchObject({ fiche: { id: 'b' } });
  });

  it('a question about one kind of buyer is less likely where none was named', () => {
    const found = [f(0.6, 'a'), f(0.5, 'b')];
    const given = readGiven('on est une commune', '2026-11-25');
    expect(decided(found, { narrower: ['a'] })).toMatchObject({ fiche: { id: 'b' } });
    expect(decided(found, { narrower: ['a'], given })).toMatchObject({ fiche: { id: 'a' } });
  });

  it('refuses without a source, with the nearest fiches', () => {
    expect(decided([])).toEqual({
      kind: 'refuse',
      reason: 'no_source',
      boundary: undefined,
      near: [],
    });
    const four = [f(0.9, 'a'), f(0.8, 'b'), f(0.7, 'c'), f(0.6, 'd')];
    expect(decided(four, { mode: mode({ outside: 0.5, nothing: 0.35 }), confidence: 0.49 })).toMatchObject({
      kind: 'refuse',
      reason: 'no_source',
      near: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
    });
    expect(decided([f(0.9, 'a')], { confidence: 0.25 }).kind).toBe('answer');
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
    [{ outside: 0.71 }, 'refuse'],
    [{ outside: 0.69 }, 'answer'],
    [{ human: 0.55 }, 'handoff'],
    [{ human: 0.54 }, 'answer'],
    [{ rule: 0.4, nothing: 0.41 }, 'nothing'],
    [{ rule: 0.42, nothing: 0.41 }, 'answer'],
    [{ rule: 0.3, nothing: 0.39 }, 'answer'],
    [{ human: 0.45, nothing: 0.5 }, 'nothing'],
  ] as const)('%o, whatever was found → %s', (shares, kind) => {
    expect(decided([f(0.9, 'a')], { mode: mode(shares) }).kind).toBe(kind);
  });

  it('is outside, but for what a question of the corpus surely asks', () => {
    const kindAt = (outside: number, confidence: number) =>
      decided([f(0.9, 'a')], { mode: mode({ outside }), confidence }).kind;
    expect(kindAt(0.55, 0.49)).toBe('refuse');
    expect(kindAt(0.54, 0.49)).toBe('answer');
    expect(kindAt(0.69, 0.5)).toBe('answer');
    expect(kindAt(0.7, 0.5)).toBe('refuse');
  });

  it('names the nearest theme of that side, where it speaks for the message', () => {
    const themes = [b(0.9, 'personal_data'), b(0.8, 'pending_litigation'), f(0.5, 'a')];
    expect(decided(themes, { mode: mode({ outside: 0.8 }) })).toMatchObject({ reason: 'personal_data', boundary: {} });
    expect(decided(themes, { mode: mode({ human: 0.8 }) })).toMatchObject({
      reason: 'pending_litigation',
      boundary: {},
    });
    const far = [f(0.9, 'a'), b(0.5, 'personal_data'), b(0.5, 'pending_litigation')];
    expect(decided(far, { mode: mode({ outside: 0.8 }) })).toMatchObject({
      reason: 'out_of_scope',
      boundary: undefined,
    });
    expect(decided(far, { mode: mode({ human: 0.8 }) })).toMatchObject({
      reason: 'individual_decision',
      boundary: undefined,
    });
  });

  it('limits an answer that may be for a human, by the theme that is near', () => {
    const themed = [f(0.9, 'a'), b(0.7, 'individual_decision')];
    expect(decided(themed, { mode: mode({ human: 0.2 }) })).toMatchObject({ kind: 'answer', limit: {} });
    expect(decided(themed, { mode: mode({ human: 0.19 }) })).toMatchObject({ kind: 'answer', limit: undefined });
  });

  it('introduces the likeliest answer, a human beside, where one may be wanted and the rule too', () => {
    const sure = [f(0.9, 'a')];
    expect(decided(sure, { mode: mode({ human: 0.39 }) })).toMatchObject({ question: 0, inDoubt: false });
    expect(decided(sure, { mode: mode({ human: 0.4 }) })).toMatchObject({ question: undefined, inDoubt: true });
    expect(decided([f(0.24, 'a'), f(0.2, 'b')], { mode: mode({ human: 0.4 }) }).kind).toBe('handoff');
  });

  it('gives to a human what the texts contradict, where the case may need one', () => {
    const torn = [f(0.9, 'a', { conflict: 'Deux textes.' })];
    expect(decided(torn, { mode: mode({ human: 0.2 }) })).toMatchObject({
      kind: 'handoff',
      reason: 'conflicting_sources',
    });
    expect(decided(torn).kind).toBe('answer');
  });

  describe('a hand-over', () => {
    const handed = (candidates: readonly Candidate[], more: Partial<Evidence> & { confidence?: number } = {}) => {
      const decision = decided(candidates, { mode: mode({ human: 0.9 }), ...more });
      if (decision.kind !== 'handoff') return decision.kind;
      return { known: decision.known?.fiche.id, near: decision.near.map(({ fiche: { id } }) => id) };
    };

    it('says what is known where it is likely what is asked', () => {
      expect(handed([f(0.8, 'a')])).toEqual({ known: 'a', near: [] });
      expect(handed([b(0.9, 'individual_decision', ['c']), f(0.8, 'a'), f(0.3, 'c')])).toMatchObject({ known: 'a' });
    });

    it('tells the nearest rule as one that may be meant where no theme says why', () => {
      expect(handed([f(0.24, 'a'), f(0.04, 'b')])).toEqual({ known: 'a', near: [] });
      const decision = decided([f(0.24, 'a'), f(0.2, 'b')], { mode: mode({ human: 0.9 }) });
      expect(decision).toMatchObject({ known: { isSure: false, others: [{ fiche: { id: 'b' } }] } });
      expect(handed([f(0.01, 'a')])).toMatchObject({ known: undefined });
    });

    it('says no rule that may be another’s: it offers the questions near to it, then those of the theme', () => {
      const themed = [b(0.9, 'individual_decision', ['z']), f(0.24, 'a'), f(0.2, 'c')];
      expect(handed(themed, { ficheOf: (id) => fiche(id) })).toEqual({ known: undefined, near: ['a', 'c', 'z'] });
      expect(handed(themed)).toEqual({ known: undefined, near: ['a', 'c'] });
      expect(handed([b(0.9, 'individual_decision')])).toEqual({ known: undefined, near: [] });
    });
  });

  describe('which question was asked', () => {
    const asked = (verdict: Question['verdict']) => f(0.9, 'a', { questions: [{ ...someQuestion, verdict }] });

    it('is offered among three at most where none is likely enough, what is far left out', () => {
      const many = [f(0.24, 'a'), f(0.2, 'b'), f(0.1, 'c'), f(0.09, 'd')];
      const options = (candidates: readonly Candidate[]) => {
        const decision = decided(candidates);
        return decision.kind === 'choices' ? decision.options.map(({ fiche: { id } }) => id) : decision.kind;
      };
      expect(options(many)).toEqual(['a', 'b', 'c']);
      expect(options([f(0.24, 'a'), f(0.04, 'b')])).toEqual(['a']);
      expect(options([f(0.09, 'a'), f(0.04, 'b')])).toBe('refuse');
      expect(options([f(0.09, 'a'), f(0.06, 'b')])).toEqual(['a', 'b']);
      expect(options([f(0.25, 'a'), f(0.24, 'b')])).toBe('answer');
    });

    it('stands with the next likeliest where it is not certain, of the same fiche or another', () => {
      const found = [f(0.4, 'a'), f(0.3, 'b'), f(0.04, 'c')];
      expect(decided(found, { verdict: 0.1 })).toMatchObject({
        options: [{ fiche: { id: 'a' } }, { fiche: { id: 'b' } }],
      });
      expect(decided([f(0.9, 'a'), f(0.3, 'b')])).toMatchObject({ question: 0, options: [] });
    });

    it('is never settled by one word', () => {
      const both = [f(0.8, 'a'), f(0.4, 'b')];
      expect(decided(both, { contentWords: 1 })).toMatchObject({ kind: 'choices', options: [{}, {}] });
      expect(decided(both, { contentWords: 2 })).toMatchObject({ kind: 'answer' });
      const human = mode({ human: 0.9 });
      expect(decided(both, { contentWords: 1, mode: human }).kind).toBe('choices');
      expect(decided(both, { contentWords: 2, mode: human }).kind).toBe('handoff');
    });

    it.each([
      ['oui', 0.9, 0.86, true],
      ['oui', 0.9, 0.49, false],
      ['non', 0.9, 0.49, false],
      ['non', 0.4, 0.9, false],
      ['valeur', 0.9, 0, true],
      ['depend', 0.46, 0, true],
      ['etape', 0.4, 0, false],
    ] as const)('opens the reply: %s, likely at %d, believed at %d → %s', (said, confidence, verdict, opens) => {
      expect(decided([asked(said)], { confidence, verdict })).toMatchObject({ question: opens ? 0 : undefined });
    });

    it.each([
      ['oui', 'Oui, si le contrat le prévoit.', undefined],
      ['non', 'Non, sous ce cahier, sauf urgence.', undefined],
      ['non', 'Non, jamais. Sauf erreur, il le refuse.', 0],
    ] as const)(
      'stands under its question where its %s has an exception, unless asked in its own words: %s',
      (verdict, said, question) => {
        const answer = { service: said, achat: said };
        const one = f(0.9, 'a', { questions: [{ ...someQuestion, verdict, answer }] });
        expect(decided([one], { confidence: 0.9, verdict: 0.9 })).toMatchObject({ question });
        expect(decided([one], { confidence: 0.9, verdict: 0.9, same: ['a'] })).toMatchObject({ question: 0 });
      },
    );

    it('is rather of a fiche on the case that was given', () => {
      const both = [f(0.8, 'w', { title: 'Seuil des travaux' }), f(0.75, 's', { title: 'Seuil des fournitures' })];
      const given = { ...NOTHING_GIVEN, objet: 'fournitures_services' } as const;
      expect(decided(both)).toMatchObject({ kind: 'answer', fiche: { id: 'w' } });
      expect(decided(both, { given })).toMatchObject({ kind: 'answer', fiche: { id: 's' } });
    });
  });

  it('decides alike on the same evidence and leaves it alone', () => {
    const candidates = Object.freeze([f(0.9, 'a'), b(0.5, 'out_of_scope'), f(0.4, 'b')]);
    expect(decided(candidates)).toEqual(decided(candidates));
  });
});

describe('an organisation’s own document', () => {
  const own = (fit: number) => ({
    document: {
      id: 'document:guide#1',
      title: 'Guide',
      questions: [],
      articles: [],
      parts: [],
      source: { title: 'Guide', collection: 'Guide', audience: 'all', path: 'guide.md' },
    },
    part: 0,
    sentences: [],
    fit,
  });

  it.each([
    ['fits', 0.5, {}, 'document'],
    ['fits little', 0.35, {}, 'answer'],
    ['fits little, no fiche being likely', 0.33, { confidence: 0.3 }, 'document'],
    ['fits hardly', 0.28, { confidence: 0.3 }, 'answer'],
    ['fits hardly, the own rules being asked about', 0.2, { ownRules: true }, 'document'],
    ['is about something else', 0.1, { ownRules: true }, 'answer'],
  ] as const)('that %s', (_, fit, more, kind) => {
    expect(decided([f(0.9, 'a')], { own: own(fit), ...more }).kind).toBe(kind);
  });

  it('is turned away by no theme, and names the fiche that says the rule where one is likely', () => {
    const shares = mode({ outside: 0.9 });
    const found = [f(0.4, 'a')];
    expect(decided(found, { own: own(0.6), mode: shares })).toMatchObject({ kind: 'document', also: { id: 'a' } });
    expect(decided(found, { own: own(0.6), mode: shares, confidence: 0.1 })).toMatchObject({ also: undefined });
  });
});
