import { createRandom } from '../../../scripts/random.ts';
import { createIsHoliday } from '../../../src/days/public-holidays.ts';
import { addWorkingMinutes, type Hours } from '../../../src/days/working-hours.ts';
import { type Case, type CaseEvent, HELD, isSeeking } from '../../../src/handoff/case.ts';
import { type CaseCommand, decideCase } from '../../../src/handoff/decide.ts';
import { applyEvent, draftCase } from '../../../src/handoff/fold.ts';
import { type Load, MINUTES_PER_CASE, matchCase, type Ready } from '../../../src/handoff/match.ts';
import { defaultDurations, type HandoffPolicy, waveAfter } from '../../../src/handoff/policy.ts';
import { nextTimerAt } from '../../../src/handoff/timers.ts';
import { availabilityBetween } from '../../../src/reserve/working-time.ts';
import { ENDED } from '../../../src/vocabulary/cases.ts';
import { COMPETENCES, makeNetwork } from './network.ts';

export interface Month {
  readonly reservists: readonly {
    readonly id: string;
    readonly monthlyMinutes: number;
    readonly asked: number;
    readonly taken: number;
  }[];
  readonly cases: readonly {
    readonly openedAt: string;
    readonly takenAt: string | undefined;
    readonly waves: number;
    readonly queued: boolean;
    readonly status: Case['status'];
  }[];
}

const START = '2027-02-01T08:00:00.000Z';
const DAYS = 28;
const PROMISED_MINUTES = 4 * 60;
/** How people behave here: made up, and said so in the table. */
export const BEHAVIOUR = { accepts: 0.6, declines: 0.2, minutesToAnswer: 25, minutesToSolve: 180 };

const OFFICE: Hours = {
  timeZone: 'Europe/Paris',
  departement: '35',
  weekly: ([1, 2, 3, 4, 5] as const).flatMap((day) => [
    { day, from: 9 * 60, to: 12 * 60 },
    { day, from: 14 * 60, to: 17 * 60 },
  ]),
};
const isHoliday = createIsHoliday();
/** Working time of the network, as the simulation and its table count it. */
export const addOfficeMinutes = (from: string, minutes: number) => addWorkingMinutes(OFFICE, from, minutes, isHoliday);
const policy: HandoffPolicy = { ...defaultDurations, addWorkingMinutes: addOfficeMinutes };

/** A month through the real machine: whatever is due next happens next; nothing waits for a clock on the wall. */
export function simulateMonth(size: {
  readonly reservists: number;
  readonly cases: number;
  readonly seed: number;
}): Month {
  const random = createRandom(size.seed);
  const network = makeNetwork(random, size.reservists);
  const end = Date.parse(START) + 2 * DAYS * 86_400_000;
  const windows = network.reservists.map((one) => availabilityBetween(one, Date.parse(START), end, isHoliday));
  const loads = new Map(
    network.reservists.map(({ id }) => [id, { cases: 0, minutesThisMonth: 0, askedThisMonth: 0, taken: 0 }]),
  );
  const territories = new Map(network.organisations.map((one) => [one.id, one.territories]));
  const cases = new Map<string, { state: Case; events: CaseEvent[] }>();
  const agenda = createAgenda();

  for (let i = 0; i < size.cases; i++) {
    const at = addOfficeMinutes(START, random() * DAYS * (5 / 7) * 6 * 60);
    const organisation = network.organisations[Math.floor(random() * network.organisations.length)]?.id ?? 'o0';
    const wanted = COMPETENCES[Math.floor(random() * COMPETENCES.length)] ?? 'passation';
    agenda.add(at, () => open(`k${i}`, at, organisation, wanted));
  }
  for (let next = agenda.take(); next !== undefined && Date.parse(next.at) < end; next = agenda.take()) next.run();

  return {
    reservists: network.reservists.map(({ id, monthlyMinutes }) => {
      const load = loads.get(id);
      return { id, monthlyMinutes, asked: load?.askedThisMonth ?? 0, taken: load?.taken ?? 0 };
    }),
    cases: [...cases.values()].map(({ state, events }) => ({
      openedAt: state.openedAt,
      takenAt: events.find(({ kind }) => kind === 'accepted')?.at,
      waves: events.filter(({ kind }) => kind === 'offered').length,
      queued: events.some(({ kind }) => kind === 'queued'),
      status: state.status,
    })),
  };

  function open(id: string, at: string, organisation: string, competence: string): void {
    const state = draftCase(id, {
      kind: 'drafted',
      at,
      requester: { person: `asker ${id}`, organisation, role: 'buyer', address: { platform: 'web', conversation: id } },
      brief: { question: id, answered: undefined, need: undefined, competences: [competence], language: 'fr' },
    });
    cases.set(id, { state, events: [] });
    give(id, { kind: 'consent', masked: [], suppliers: [], sameBodyPreferred: false }, at);
    seek(id, at);
  }

  /** One command, its events, then what they lead to: a look for someone, a person's answer, the next timer. */
  function give(id: string, command: CaseCommand, at: string): void {
    const entry = cases.get(id);
    if (entry === undefined) return;
    const decided = decideCase(entry.state, command, at, policy);
    if (!decided.ok) return;
    for (const event of decided.value) {
      count(entry.state, event);
      entry.state = applyEvent(entry.state, event);
      entry.events.push(event);
    }
    const due = nextTimerAt(entry.state, policy);
    if (due !== undefined) agenda.add(due, () => ring(id, due));
  }

  function ring(id: string, at: string): void {
    give(id, { kind: 'tick' }, at);
    seek(id, at);
  }

  function seek(id: string, at: string): void {
    const entry = cases.get(id);
    if (entry === undefined || !isSeeking(entry.state)) return;
    if (entry.state.status === 'queued' && (entry.state.retryAt ?? at) > at) return;
    const { state } = entry;
    const reserve = network.reservists.map(
      (reservist, i): Ready => ({
        reservist,
        windows: windows[i] ?? [],
        load: loads.get(reservist.id) ?? NOTHING,
      }),
    );
    const demand = {
      case: state,
      territories: territories.get(state.requester.organisation) ?? [],
      ownBodies: new Set([state.requester.organisation]),
      promisedMinutes: PROMISED_MINUTES,
    };
    const { candidates, nextAt } = matchCase(demand, reserve, Date.parse(at));
    const wave = waveAfter(policy, state.wave);
    const [first, ...rest] = candidates.slice(0, wave.size).map(({ reservist, availableAt }) => ({
      id: `${id} ${reservist} ${at}`,
      reservist,
      expiresAt: addOfficeMinutes(new Date(availableAt).toISOString(), wave.minutes),
    }));
    if (first === undefined) {
      const retryAt = addOfficeMinutes(at, 60);
      give(
        id,
        { kind: 'queue', retryAt, expectedAt: nextAt === undefined ? undefined : new Date(nextAt).toISOString() },
        at,
      );
      return;
    }
    give(id, { kind: 'offer', offers: [first, ...rest] }, at);
    for (const { reservist } of [first, ...rest]) plan(id, reservist, at);
  }

  /** Whether and when the person asked reacts. */
  function plan(id: string, reservist: string, at: string): void {
    const draw = random();
    const when = addOfficeMinutes(at, random() * 2 * BEHAVIOUR.minutesToAnswer);
    if (draw < BEHAVIOUR.accepts) agenda.add(when, () => accept(id, reservist, when));
    else if (draw < BEHAVIOUR.accepts + BEHAVIOUR.declines)
      agenda.add(when, () => {
        give(id, { kind: 'decline', reservist, reason: undefined }, when);
        seek(id, when);
      });
  }

  function accept(id: string, reservist: string, at: string): void {
    give(id, { kind: 'accept', reservist }, at);
    if (cases.get(id)?.state.holder !== reservist) return;
    const done = addOfficeMinutes(at, random() * 2 * BEHAVIOUR.minutesToSolve);
    give(id, { kind: 'say', from: 'reservist', by: reservist, text: 'bonjour' }, at);
    agenda.add(done, () => give(id, { kind: 'close', side: 'reservist', by: reservist }, done));
  }

  function count(before: Case, event: CaseEvent): void {
    const bump = (id: string | undefined, change: Partial<Load & { taken: number }>) => {
      const load = loads.get(id ?? '');
      if (load === undefined) return;
      load.cases += change.cases ?? 0;
      load.minutesThisMonth += change.minutesThisMonth ?? 0;
      load.askedThisMonth += change.askedThisMonth ?? 0;
      load.taken += change.taken ?? 0;
    };
    if (event.kind === 'offered') for (const { reservist } of event.offers) bump(reservist, { askedThisMonth: 1 });
    if (event.kind === 'accepted') bump(event.reservist, { cases: 1, minutesThisMonth: MINUTES_PER_CASE, taken: 1 });
    if (HELD.has(before.status) && (event.kind === 'closed' || event.kind === 'released'))
      bump(before.holder, { cases: -1 });
  }
}

const NOTHING: Load = { cases: 0, minutesThisMonth: 0, askedThisMonth: 0 };

/** What happens when, in order of time. */
function createAgenda() {
  const entries: { readonly at: string; readonly run: () => void }[] = [];
  return {
    add: (at: string, run: () => void) => {
      let low = 0;
      let high = entries.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((entries[middle]?.at ?? '') > at) low = middle + 1;
        else high = middle;
      }
      entries.splice(low, 0, { at, run });
    },
    /** The next one, taken out; the list stands with the latest first, so that taking is cheap. */
    take: () => entries.pop(),
  };
}

/** Whether a case was left without an end: none should be. */
export const isOpen = ({ status }: Month['cases'][number]): boolean => !ENDED.has(status);
