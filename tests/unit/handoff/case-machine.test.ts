import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Case, type CaseEvent, HELD, isSeeking, type Offer } from '../../../src/handoff/case.ts';
import { type CaseCommand, decideCase } from '../../../src/handoff/decide.ts';
import { applyEvent, draftCase, foldCase } from '../../../src/handoff/fold.ts';
import { noticesOf } from '../../../src/handoff/notices.ts';
import { defaultDurations, type HandoffPolicy } from '../../../src/handoff/policy.ts';
import { nextTimerAt, timersOf } from '../../../src/handoff/timers.ts';
import { ENDED } from '../../../src/vocabulary/cases.ts';
import { runs } from '../../fixtures/runs.ts';

const T0 = '2026-11-25T09:00:00.000Z';
const later = (instant: string, minutes: number) => new Date(Date.parse(instant) + minutes * 60_000).toISOString();
const policy: HandoffPolicy = { ...defaultDurations, addWorkingMinutes: later };
const brief = { question: 'Q', answered: undefined, need: undefined, competences: [], language: 'fr' } as const;
const drafted: Extract<CaseEvent, { kind: 'drafted' }> = {
  kind: 'drafted',
  at: T0,
  requester: { person: 'p', organisation: 'o', role: 'buyer', address: { platform: 'web', conversation: 'c' } },
  brief,
};
const RESERVISTS = ['r1', 'r2', 'r3'] as const;

interface Run {
  state: Case;
  events: CaseEvent[];
}

const begin = (): Run => ({ state: draftCase('k', drafted), events: [drafted] });

/** Gives a command; throws nothing, returns the fault's kind or undefined. */
function give(run: Run, command: CaseCommand, at: string): string | undefined {
  const decided = decideCase(run.state, command, at, policy);
  if (!decided.ok) return decided.error.kind;
  for (const event of decided.value) {
    run.state = applyEvent(run.state, event);
    run.events.push(event);
  }
  return undefined;
}

const consent: CaseCommand = { kind: 'consent', masked: [], suppliers: [], sameBodyPreferred: false };
const offer = (at: string, ...who: string[]): CaseCommand => {
  const offers = who.map((reservist): Offer => ({ id: `${reservist} ${at}`, reservist, expiresAt: later(at, 60) }));
  const [first, ...rest] = offers;
  if (first === undefined) throw new Error('an offer needs someone');
  return { kind: 'offer', offers: [first, ...rest] };
};

const anyone = fc.constantFrom<string>(...RESERVISTS, 'p', 'stranger');
const side = fc.constantFrom('requester' as const, 'reservist' as const);
type Step = { readonly wait: number; readonly command: (at: string) => CaseCommand };
const step: fc.Arbitrary<Step> = fc.record({
  wait: fc.oneof(fc.constant(0), fc.integer({ min: -30, max: 90 }), fc.integer({ min: 0, max: 20_000 })),
  command: fc.oneof(
    fc.constant(() => ({ kind: 'edit_brief', brief }) as const),
    fc.constant(() => consent),
    fc.uniqueArray(fc.constantFrom(...RESERVISTS), { minLength: 1 }).map((who) => (at: string) => offer(at, ...who)),
    fc.boolean().map((known) => (at: string) => ({
      kind: 'queue' as const,
      retryAt: later(at, 60),
      expectedAt: known ? later(at, 60) : undefined,
    })),
    anyone.map((reservist) => () => ({ kind: 'accept', reservist }) as const),
    anyone.map((reservist) => () => ({ kind: 'decline', reservist, reason: undefined }) as const),
    fc
      .record({ from: side, by: anyone, text: fc.constantFrom('', ' ', 'bonjour') })
      .map((said) => () => ({ kind: 'say' as const, ...said })),
    anyone.map((by) => () => ({ kind: 'answer', by }) as const),
    anyone.map((by) => () => ({ kind: 'give_back', by }) as const),
    fc.tuple(anyone, fc.constantFrom(...RESERVISTS)).map(([by, reservist]) => (at: string) => ({
      kind: 'pass_to' as const,
      by,
      offer: { id: `t ${at}`, reservist, expiresAt: later(at, 60) },
    })),
    fc.tuple(side, anyone).map(([who, by]) => () => ({ kind: 'open_identity' as const, side: who, by })),
    fc.tuple(side, anyone).map(([who, by]) => () => ({ kind: 'close' as const, side: who, by })),
    fc.constant(() => ({ kind: 'rate', useful: true, comment: undefined }) as const),
    fc.constant(() => ({ kind: 'reopen', why: 'again' }) as const),
    fc.constant(() => ({ kind: 'withdraw' }) as const),
    fc.constantFrom(...RESERVISTS).map((reservist) => () => ({ kind: 'forget_reservist', reservist }) as const),
    fc.constant(() => ({ kind: 'tick' }) as const),
  ),
});

/** True of every case at every moment. */
function expectSound(state: Case): void {
  expect(HELD.has(state.status)).toBe(state.holder !== undefined);
  expect(state.status === 'offered').toBe(state.offers.length > 0);
  expect(new Set(state.offers.map(({ reservist }) => reservist)).size).toBe(state.offers.length);
  expect(nextTimerAt(state, policy) === undefined).toBe(ENDED.has(state.status));
}

describe('the case machine, under random events and clocks', () => {
  it('loses no case, lets no two hold one, opens nothing that ended but a closed case', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const run = begin();
        let at = T0;
        for (const { wait, command } of steps) {
          at = later(at, wait);
          const before = run.state;
          const count = run.events.length;
          const given = command(at);
          const fault = give(run, given, at);
          expectSound(run.state);
          if (fault !== undefined) expect(run.state).toBe(before);
          if (ENDED.has(before.status) && run.state.status !== before.status) {
            expect(before.status).toBe('closed');
            expect(given.kind).toBe('reopen');
          }
          if (before.holder !== undefined && run.state.holder !== undefined)
            expect(run.state.holder).toBe(before.holder);
          expect(run.state.version).toBe(before.version + run.events.length - count);
          const replayed = run.events.slice(count).reduce<[Case, number]>(
            ([state, sent], event) => {
              const after = applyEvent(state, event);
              const notices = noticesOf(state, event, after);
              expect(notices.every((notice) => notice.case === 'k')).toBe(true);
              return [after, sent + notices.length];
            },
            [before, 0],
          );
          expect(replayed[0]).toEqual(run.state);
        }
        expect(foldCase('k', run.events)).toEqual(run.state);
      }),
      { numRuns: runs(10_000) },
    );
  });

  it('lets every timer fire: what is due is done by one tick, and ticking alone ends every case', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const run = begin();
        let at = T0;
        for (const { wait, command } of steps) {
          at = later(at, Math.max(0, wait));
          give(run, command(at), at);
        }
        for (let turns = 0; !ENDED.has(run.state.status); turns++) {
          expect(turns).toBeLessThan(200);
          const due = nextTimerAt(run.state, policy) ?? at;
          if (due > at) at = due;
          const before = run.state;
          give(run, { kind: 'tick' }, at);
          // Nobody answers: a seeking case is looked at by the matching, which finds nobody.
          if (isSeeking(run.state) && run.state === before)
            give(run, { kind: 'queue', retryAt: later(at, 24 * 60), expectedAt: undefined }, at);
          else if (run.state !== before && before.status !== 'draft')
            expect(timersOf(before, policy).some((timer) => timer.at <= at)).toBe(true);
          expect(run.state).not.toBe(before);
        }
      }),
      { numRuns: runs(2000) },
    );
  });
});

describe('a case', () => {
  const offered = () => {
    const run = begin();
    give(run, consent, T0);
    give(run, offer(T0, 'r1', 'r2'), T0);
    return run;
  };

  it('goes to the first who accepts, and tells the second that it is taken', () => {
    const run = offered();
    expect(give(run, { kind: 'accept', reservist: 'r2' }, T0)).toBeUndefined();
    expect(give(run, { kind: 'accept', reservist: 'r1' }, T0)).toBe('taken');
    expect(run.state.holder).toBe('r2');
  });

  it('refuses an acceptance after the hour, clock come round or not', () => {
    const run = offered();
    expect(give(run, { kind: 'accept', reservist: 'r1' }, later(T0, 60))).toBe('offer_expired');
    give(run, { kind: 'tick' }, later(T0, 61));
    expect(run.state.status).toBe('consented');
    expect(run.state.passedBy).toEqual(['r1', 'r2']);
    expect(give(run, { kind: 'accept', reservist: 'r1' }, later(T0, 62))).toBe('offer_expired');
    expect(give(run, { kind: 'accept', reservist: 'r9' }, later(T0, 62))).toBe('not_offered');
  });

  it('is sought again when its holder leaves the network, gives it back, or stays silent', () => {
    for (const [command, minutes] of [
      [{ kind: 'forget_reservist', reservist: 'r1' }, 1],
      [{ kind: 'give_back', by: 'r1' }, 1],
      [{ kind: 'tick' }, defaultDurations.silenceMinutes],
    ] as const) {
      const run = offered();
      give(run, { kind: 'accept', reservist: 'r1' }, T0);
      give(run, command, later(T0, minutes));
      expect(isSeeking(run.state)).toBe(true);
      expect(run.state.holder).toBeUndefined();
      expect(run.state.passedBy).toContain('r1');
    }
  });

  it('reminds a silent holder once, and not one who has replied', () => {
    const run = offered();
    give(run, { kind: 'accept', reservist: 'r1' }, T0);
    const reminderDue = later(T0, defaultDurations.reminderMinutes);
    give(run, { kind: 'tick' }, reminderDue);
    give(run, { kind: 'tick' }, reminderDue);
    expect(run.events.filter(({ kind }) => kind === 'reminded')).toHaveLength(1);
    const quick = offered();
    give(quick, { kind: 'accept', reservist: 'r1' }, T0);
    give(quick, { kind: 'say', from: 'reservist', by: 'r1', text: 'bonjour' }, T0);
    give(quick, { kind: 'tick' }, reminderDue);
    expect(quick.events.some(({ kind }) => kind === 'reminded')).toBe(false);
  });

  it('opens identities only when both have agreed, and closes them to the next holder', () => {
    const run = offered();
    give(run, { kind: 'accept', reservist: 'r1' }, T0);
    give(run, { kind: 'open_identity', side: 'reservist', by: 'r1' }, T0);
    expect(run.state.identity).toEqual({ requester: false, reservist: true });
    give(run, { kind: 'open_identity', side: 'requester', by: 'p' }, T0);
    const [last] = run.events.slice(-1);
    const before = foldCase('k', run.events.slice(0, -1));
    expect(last && noticesOf(before, last, run.state).map(({ kind }) => kind)).toEqual([
      'identity_open',
      'identity_open',
    ]);
    give(run, { kind: 'give_back', by: 'r1' }, T0);
    expect(run.state.identity).toEqual({ requester: false, reservist: false });
  });
});
