import { randomUUID } from 'node:crypto';
import type { Requester, SealedBrief } from '../../../src/handoff/case.ts';
import { createCases } from '../../../src/handoff/cases.ts';
import { matchCase, type Ready } from '../../../src/handoff/match.ts';
import type { HandoffPolicy } from '../../../src/handoff/policy.ts';
import { ok } from '../../../src/result.ts';
import type { Store } from '../../../src/store/store.ts';

/** A made-up network that is always free, for loads: what is measured is the store and the machine, not people. */
export const RESERVISTS = 200;

/** A working minute lasts ten milliseconds: waves, reminders and closings all fall due within the run. */
export const FAST_POLICY: HandoffPolicy = {
  waves: [
    { size: 1, minutes: 20 },
    { size: 2, minutes: 30 },
  ],
  reminderMinutes: 60,
  silenceMinutes: 120,
  autoCloseMinutes: 200,
  draftDays: 1,
  queueDays: 1,
  addWorkingMinutes: (from, minutes) => new Date(Date.parse(from) + minutes * 10).toISOString(),
};

export const OPENING: { readonly requester: Requester; readonly brief: SealedBrief } = {
  requester: { person: 'asker', organisation: 'here', role: 'buyer', address: { platform: 'web', conversation: 'c' } },
  brief: { question: 'Q', answered: undefined, need: undefined, competences: [], language: 'fr' },
};

function alwaysFree(reservists: number): readonly Ready[] {
  return Array.from({ length: reservists }, (_, i) => ({
    reservist: {
      id: `r${i}`,
      person: `person ${i}`,
      organisation: 'elsewhere',
      territories: [],
      competences: [],
      languages: ['fr'],
      timeZone: 'Europe/Paris',
      weekly: [],
      absences: [],
      monthlyMinutes: 1e9,
      simultaneousCases: 1e9,
      substitute: undefined,
      pause: undefined,
      conflicts: { organisations: [], suppliers: [] },
    },
    load: { cases: 0, minutesThisMonth: 0, askedThisMonth: 0 },
    windows: [{ start: 0, end: Number.MAX_SAFE_INTEGER }],
  }));
}

/** The real cases over a store, with people who are asked in a drawn order. */
export function createCasesFor(
  store: Store,
  reservists = RESERVISTS,
  random: () => number = Math.random,
  policy: HandoffPolicy = FAST_POLICY,
  now: () => Date = () => new Date(),
) {
  const reserve = alwaysFree(reservists);
  const cases = createCases({
    records: store.cases,
    match: async (state, now) => {
      const at = Math.floor(random() * reserve.length);
      const turned = [...reserve.slice(at), ...reserve.slice(0, at)].map((ready, i) => ({
        ...ready,
        load: { ...ready.load, askedThisMonth: i },
      }));
      return ok(
        matchCase(
          { case: state, territories: [], ownBodies: new Set([state.requester.organisation]), promisedMinutes: 60 },
          turned,
          now,
        ),
      );
    },
    policy,
    now,
    newId: randomUUID,
    onDamaged: (_id, error) => {
      throw error;
    },
  });
  return { cases };
}
