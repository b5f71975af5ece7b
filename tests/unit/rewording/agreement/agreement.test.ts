import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../../src/rewording/agreement/agreement.ts';
import { eventSchema } from '../../../../src/rewording/agreement/event-schema.ts';
import { LIMITS } from '../../../../src/rewording/agreement/rules.ts';
import type { AgreementAct, AgreementEvent, OpenedEvent } from '../../../../src/rewording/port/agreement.ts';
import type { Role } from '../../../../src/vocabulary/people.ts';
import { anyAct, openedView, played, TO_PRESCRIBER, tried } from './examples.ts';

const accept = (by: Role): AgreementAct => ({ kind: 'accepted', by });
const correct = (value: string, more: Partial<{ by: Role; need: number; slot: string }> = {}): AgreementAct => ({
  kind: 'corrected',
  by: 'prescriber',
  need: 0,
  slot: 'budget',
  value,
  ...more,
});
const AGREED = [accept('prescriber'), accept('buyer')];

describe('the sign-off', () => {
  it('is agreed when both sides have accepted, whoever starts', () => {
    for (const [first, second] of [['prescriber', 'buyer'] as const, ['buyer', 'prescriber'] as const]) {
      const one = played(openedView(), [accept(first)]);
      expect(one.status).toEqual({ kind: 'open' });
      const both = played(one, [accept(second)]);
      expect(both.status).toEqual({ kind: 'agreed', at: both.history.at(-1)?.at });
    }
  });

  it('takes a correction in the person’s words, closes the gap, and cancels the acceptances', () => {
    const view = played(openedView(), [accept('buyer'), correct(' 6000 euros, tout compris \n')]);
    expect(view.needs[0]?.slots.budget).toEqual({
      said: [{ value: '6000 euros, tout compris' }],
      conflict: false,
      correctedBy: 'prescriber',
    });
    expect(view.needs[0]?.missing).toEqual(['existing_contract']);
    expect(view.questions.map(({ slot }) => slot)).toEqual(['existing_contract']);
    expect(view.acceptances).toEqual({});
    expect(played(view, [accept('prescriber')]).status.kind).toBe('open');
    expect(played(view, AGREED).status.kind).toBe('agreed');
  });

  it('takes the lines of a correction as so many sayings', () => {
    const view = played(openedView(), [correct('Pas de plastique\r\n\n  Pieds caoutchoutés', { slot: 'constraints' })]);
    expect(view.needs[0]?.slots.constraints?.said).toEqual([
      { value: 'Pas de plastique' },
      { value: 'Pieds caoutchoutés' },
    ]);
  });

  it('cancels the acceptances when a wording is corrected, and keeps the last wording of each side', () => {
    const wording = (by: Role, words: string): AgreementAct => ({
      kind: 'term_corrected',
      by,
      term: { concept: 'mobilier' },
      wording: words,
    });
    const view = played(openedView(), [
      accept('buyer'),
      wording('buyer', 'a'),
      wording('buyer', 'b'),
      wording('prescriber', 'c'),
    ]);
    expect(view.acceptances).toEqual({});
    expect(view.wordings).toEqual([
      { words: 'chaises', concept: 'mobilier', wording: 'b', by: 'buyer' },
      { words: 'chaises', concept: 'mobilier', wording: 'c', by: 'prescriber' },
    ]);
  });

  it('knows a term by its words in either text, and its concept where the lexicon has one', () => {
    const named = (words: string) =>
      tried(openedView(), { kind: 'term_corrected', by: 'buyer', term: { words }, wording: 'w' });
    expect(named('Mobilier scolaire').view.wordings[0]?.concept).toBe('mobilier');
    expect(named('CANTINE').view.wordings[0]).toEqual({ words: 'CANTINE', wording: 'w', by: 'buyer' });
    expect(named('imprimante').fault).toEqual({ kind: 'unknown_term' });
  });

  it('keeps questions open until the other side answers; acceptances stand meanwhile', () => {
    const asked = played(openedView(), [
      accept('prescriber'),
      { kind: 'asked', by: 'buyer', text: 'Avec ou sans accoudoirs ?' },
    ]);
    const question = asked.exchanges[0]?.question ?? -1;
    const answer = (by: Role): AgreementAct => ({ kind: 'answered', by, question, text: 'Sans.' });
    expect(asked.acceptances.prescriber).toBeDefined();
    expect(tried(asked, answer('buyer')).fault).toEqual({ kind: 'own_question' });
    expect(tried(asked, { kind: 'answered', by: 'prescriber', question: 99, text: 'Sans.' }).fault).toEqual({
      kind: 'unknown_question',
    });
    const answered = played(asked, [answer('prescriber')]);
    expect(answered.exchanges).toEqual([
      { question: 3, by: 'buyer', text: 'Avec ou sans accoudoirs ?', answer: { by: 'prescriber', text: 'Sans.' } },
    ]);
    expect(tried(answered, answer('prescriber')).fault).toEqual({ kind: 'unknown_question' });
  });

  it.each<[string, AgreementAct, object]>([
    ['a slot that is none', correct('x', { slot: 'prix' }), { kind: 'unknown_slot' }],
    ['a slot of the prototype', correct('x', { slot: 'constructor' }), { kind: 'unknown_slot' }],
    ['a need that is not there', correct('x', { need: 1 }), { kind: 'unknown_need' }],
    ['a need between two', correct('x', { need: 0.5 }), { kind: 'unknown_need' }],
    ['an empty value', correct(' \n\t '), { kind: 'empty' }],
    ['a value that shows nothing', correct('\u200b\u0000\u2060'), { kind: 'empty' }],
    ['a value too long', correct('x'.repeat(LIMITS.value + 1)), { kind: 'too_long', limit: 2_000 }],
    ['the value that stands', correct('d’ici mars', { slot: 'deadline' }), { kind: 'unchanged' }],
    ['an empty question', { kind: 'asked', by: 'buyer', text: '' }, { kind: 'empty' }],
    ['reopening what is open', { kind: 'reopened', by: 'buyer' }, { kind: 'not_closed' }],
    [
      'a wording too long',
      { kind: 'term_corrected', by: 'buyer', term: { concept: 'mobilier' }, wording: 'x'.repeat(201) },
      { kind: 'too_long', limit: 200 },
    ],
  ])('refuses %s', (_, act, fault) => {
    expect(tried(openedView(), act).fault).toEqual(fault);
  });

  it('takes a value at the limit', () => {
    expect(tried(openedView(), correct('x'.repeat(LIMITS.value))).fault).toBeUndefined();
  });

  it('does not count one side twice', () => {
    expect(tried(played(openedView(), [accept('buyer')]), accept('buyer')).fault).toEqual({ kind: 'already_accepted' });
  });

  it.each([
    ['agreed', AGREED],
    ['withdrawn', [{ kind: 'withdrawn', by: 'buyer' } as const]],
  ] as const)('changes nothing of what is %s but by reopening, and both sides then accept again', (kind, acts) => {
    const closed = played(openedView(), acts);
    const others = [
      correct('x'),
      ...AGREED,
      { kind: 'asked', by: 'buyer', text: 'x' },
      { kind: 'withdrawn', by: 'buyer' },
    ] as const;
    for (const act of others) expect(tried(closed, act)).toEqual({ view: closed, fault: { kind } });
    const reopened = played(closed, [{ kind: 'reopened', by: 'prescriber' }, accept('buyer')]);
    expect(reopened.status.kind).toBe('open');
    expect(played(reopened, [accept('prescriber')]).status.kind).toBe('agreed');
  });

  it('has no slot to correct in a buyer’s message, and is signed off all the same', () => {
    const view = openedView(TO_PRESCRIBER);
    expect(tried(view, correct('x')).fault).toEqual({ kind: 'unknown_need' });
    expect(played(view, AGREED).status.kind).toBe('agreed');
    expect(view.points.map(({ point }) => point)).toEqual(['asked', 'asked', 'otherwise']);
  });
});

describe('the sign-off under any acts', () => {
  it('keeps its rules', () => {
    let agreements = 0;
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 40 }), (acts) => {
        let view = openedView();
        /** The content both must have accepted, as JSON, by side. */
        const acceptedContent = new Map<Role, string>();
        for (const act of acts) {
          const before = view;
          const frozen = JSON.stringify(before);
          const { view: after, fault } = tried(before, act);
          expect(JSON.stringify(before)).toBe(frozen);
          if (fault !== undefined) {
            expect(after).toBe(before);
            continue;
          }
          view = after;
          expect(view.version).toBe(before.version + 1);
          expect(view.history).toHaveLength(view.version);
          expect(view.history.slice(0, -1)).toEqual(before.history);
          if (before.status.kind !== 'open') expect(act.kind).toBe('reopened');
          const content = JSON.stringify([view.needs, view.wordings]);
          if (act.kind === 'accepted') acceptedContent.set(act.by, content);
          if (act.kind === 'reopened') acceptedContent.clear();
          if (view.status.kind === 'agreed') {
            agreements += 1;
            expect(acceptedContent.get('prescriber')).toBe(content);
            expect(acceptedContent.get('buyer')).toBe(content);
          }
        }
      }),
      { numRuns: 500 },
    );
    expect(agreements).toBeGreaterThan(50);
  });

  it('is told by its events alone, which read back from JSON as they were', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 20 }), (acts) => {
        const view = played(openedView(), acts);
        const events = view.history.map(
          (event): AgreementEvent => eventSchema.parse(JSON.parse(JSON.stringify(event))),
        );
        expect(events).toEqual(view.history);
        const [first, ...rest] = events;
        expect(fold(view.id, [first as OpenedEvent, ...rest])).toEqual(view);
      }),
      { numRuns: 200 },
    );
  });
});
