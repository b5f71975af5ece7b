import type { Window } from '../days/working-hours.ts';
import type { Reservist } from '../reserve/reservist.ts';
import type { Case } from './case.ts';

/** What a reservist carries at the moment. */
export interface Load {
  /** Cases held, and offers open. */
  readonly cases: number;
  readonly minutesThisMonth: number;
  /** Offers received this month, taken or not: being asked is a burden too. */
  readonly askedThisMonth: number;
}

/** A case that seeks someone, and the territory it comes from (codes, the smallest first). */
export interface Demand {
  readonly case: Case;
  readonly territories: readonly string[];
  /** Ids of the bodies that are, or may be, the requester's own: as written in the case, and as it is now. */
  readonly ownBodies: ReadonlySet<string>;
  /** Someone who is free within that delay counts as free, in minutes. */
  readonly promisedMinutes: number;
}

export interface Ready {
  readonly reservist: Reservist;
  readonly load: Load;
  /** When they can be asked, in order, over the coming days. */
  readonly windows: readonly Window[];
}

/** Why a reservist is not asked, in the order in which it is looked at. */
const BARS = [
  'competence',
  'conflict',
  'same_body',
  'language',
  'passed',
  'paused_or_away',
  'hours',
  'simultaneous',
] as const;
type Bar = (typeof BARS)[number];

interface Candidate {
  readonly reservist: string;
  /** 0 to 1, a weighted mean of `parts`. */
  readonly score: number;
  readonly parts: Readonly<Record<ScorePart, number>>;
  /** When they can be asked: now, or within the promised delay. Milliseconds since the epoch. */
  readonly availableAt: number;
  /** Whom they stand in for, when they do. */
  readonly insteadOf: string | undefined;
}

type ScorePart = 'competence' | 'territory' | 'load' | 'fairness' | 'wait';

export interface Match {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  readonly barred: Readonly<Record<Bar, number>>;
  /** When nobody can be asked now: the first moment one who meets all else can be. Milliseconds; undefined when unknown. */
  readonly nextAt: number | undefined;
}

/**
 * What each part weighs. Competence first, because a wrong hand-over costs two people's time; then fairness and load,
 * so that nobody is always asked; territory and wait break the ties. Tried on `npm run simulate`.
 */
const WEIGHTS: Readonly<Record<ScorePart, number>> = {
  competence: 0.4,
  fairness: 0.2,
  load: 0.15,
  territory: 0.15,
  wait: 0.1,
};
/** An answer takes about so long, in minutes: what must be left of the month's offer to be asked. */
export const MINUTES_PER_CASE = 45;

/** More are never asked at once; the best of a large reserve are kept, not all of them sorted. */
const MOST = 50;

/** The reserve as it is looked through: whoever has none of the competences wanted need not be met one by one. */
export interface Reserve {
  /** Those who have one of the competences wanted at least, and maybe others. */
  readonly able: readonly Ready[];
  /** How many were left out, for lack of a competence. */
  readonly unable: number;
  readonly find: (reservist: string) => Ready | undefined;
}

/** As `matchAmong`, over everyone. */
export function matchCase(demand: Demand, reserve: readonly Ready[], now: number): Match {
  const find = (id: string) => reserve.find(({ reservist }) => reservist.id === id);
  return matchAmong(demand, { able: reserve, unable: 0, find }, now);
}

/** Who may be asked for a case, the best first, fifty at most: hard bars, then the score. One pass. */
export function matchAmong(demand: Demand, { able, unable, find }: Reserve, now: number): Match {
  const { case: state, territories, ownBodies, promisedMinutes } = demand;
  const promised = now + promisedMinutes * 60_000;
  const barred = Object.fromEntries(BARS.map((bar) => [bar, 0])) as Record<Bar, number>;
  const best = keepBest(MOST);
  const wanted = state.brief.competences;
  const standIns = new Map<string, Ready>();
  let nextAt: number | undefined;

  barred.competence = unable;
  for (const ready of able) {
    const fit = fitOf(wanted, ready.reservist.competences);
    if (fit === 0) {
      barred.competence++;
      continue;
    }
    const fixed = lastingBar(state, ownBodies, ready);
    if (fixed !== undefined) {
      barred[fixed]++;
      continue;
    }
    const availableAt = firstFree(ready.windows, now);
    const bar = passingBar(ready, availableAt, promised);
    if (bar === undefined) best.add(candidate(ready, fit, availableAt ?? now, undefined));
    else {
      barred[bar]++;
      if (ready.reservist.substitute !== undefined) standIns.set(ready.reservist.substitute, ready);
      if (availableAt !== undefined && bar === 'paused_or_away' && (nextAt === undefined || availableAt < nextAt))
        nextAt = availableAt;
    }
  }
  for (const [id, absent] of standIns) {
    const ready = find(id);
    // Whoever has the competence was looked at for themselves.
    if (ready === undefined || fitOf(wanted, ready.reservist.competences) > 0) continue;
    const availableAt = firstFree(ready.windows, now);
    if (lastingBar(state, ownBodies, ready) ?? passingBar(ready, availableAt, promised)) continue;
    const fit = fitOf(wanted, absent.reservist.competences);
    best.add(candidate(ready, fit, availableAt ?? now, absent.reservist.id));
  }
  const candidates = best.list();
  return { candidates, barred, nextAt: candidates.length > 0 ? undefined : nextAt };

  function candidate(ready: Ready, competence: number, availableAt: number, insteadOf: string | undefined): Candidate {
    const { reservist, load } = ready;
    const parts = {
      competence,
      territory: nearnessOf(territories, reservist.territories),
      load: 1 - load.cases / Math.max(1, reservist.simultaneousCases),
      fairness: 1 / (1 + (load.askedThisMonth * MINUTES_PER_CASE) / Math.max(1, reservist.monthlyMinutes)),
      wait: 1 - Math.min(1, (availableAt - now) / Math.max(1, promisedMinutes * 60_000)),
    };
    return { reservist: reservist.id, score: scoreOf(parts), parts, availableAt, insteadOf };
  }
}

/** The best so many, in order; of two alike the one whose id comes first, so that the order of the reserve does not count. */
function keepBest(most: number) {
  const list: Candidate[] = [];
  const isBetter = (a: Candidate, b: Candidate) =>
    a.score > b.score || (a.score === b.score && a.reservist < b.reservist);
  return {
    list: (): readonly Candidate[] => list,
    add: (one: Candidate): void => {
      const last = list.at(-1);
      if (list.length === most && last !== undefined && !isBetter(one, last)) return;
      let place = list.length;
      for (let before = list[place - 1]; before !== undefined && isBetter(one, before); before = list[place - 1])
        place--;
      list.splice(place, 0, one);
      if (list.length > most) list.pop();
    },
  };
}

/** Written out: it runs for everyone, for every case. */
function scoreOf({ competence, fairness, load, territory, wait }: Candidate['parts']): number {
  return (
    WEIGHTS.competence * competence +
    WEIGHTS.fairness * fairness +
    WEIGHTS.load * load +
    WEIGHTS.territory * territory +
    WEIGHTS.wait * wait
  );
}

/** What time will not change. */
function lastingBar(state: Case, ownBodies: ReadonlySet<string>, { reservist }: Ready): Bar | undefined {
  const interest = barOfInterest(state, ownBodies, reservist);
  if (interest !== undefined) return interest;
  if (!reservist.languages.includes(state.brief.language)) return 'language';
  return state.passedBy.includes(reservist.id) ? 'passed' : undefined;
}

/** What keeps a case from a reservist whatever else they are. The case's own body is asked only when the requester prefers it. */
export function barOfInterest(
  state: Case,
  ownBodies: ReadonlySet<string>,
  { person, organisation, conflicts }: Reservist,
): 'conflict' | 'same_body' | undefined {
  if (person === state.requester.person || conflicts.organisations.some((one) => ownBodies.has(one))) return 'conflict';
  if (conflicts.suppliers.some((supplier) => state.suppliers.includes(supplier))) return 'conflict';
  return ownBodies.has(organisation) && !state.sameBodyPreferred ? 'same_body' : undefined;
}

function passingBar({ reservist, load }: Ready, availableAt: number | undefined, promised: number): Bar | undefined {
  if (availableAt === undefined || availableAt > promised) return 'paused_or_away';
  if (load.minutesThisMonth + MINUTES_PER_CASE > reservist.monthlyMinutes) return 'hours';
  return load.cases >= reservist.simultaneousCases ? 'simultaneous' : undefined;
}

/** Share of the wanted competences that are held; a case that names none suits everyone. */
function fitOf(wanted: readonly string[], held: readonly string[]): number {
  if (wanted.length === 0) return 1;
  let met = 0;
  for (const one of wanted) if (held.includes(one)) met++;
  return met / wanted.length;
}

/** The smaller the territory two bodies share, the nearer: commune or EPCI 1, then département, région; never 0. */
function nearnessOf(requester: readonly string[], reservist: readonly string[]): number {
  const shared = requester.findIndex((code) => reservist.includes(code));
  return shared === -1 ? 0.1 : 1 - shared / (requester.length + 1);
}

/** The first moment of the windows that is not past. */
function firstFree(windows: readonly Window[], now: number): number | undefined {
  for (const window of windows) if (window.end > now) return Math.max(window.start, now);
  return undefined;
}
