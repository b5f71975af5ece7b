import { DateTime } from 'luxon';
import { parisDay } from '../../days/iso-date.ts';
import { type Window, windowsBetween } from '../../days/working-hours.ts';
import { indexTerms } from '../../french/words.ts';
import { createLatest } from '../../latest.ts';
import { availabilityBetween } from '../../reserve/working-time.ts';
import { ok, type Result } from '../../result.ts';
import type { HelpFault } from '../../vocabulary/cases.ts';
import type { StoreDown } from '../../vocabulary/record-faults.ts';
import { type Case, HELD } from '../case.ts';
import { foldCase } from '../fold.ts';
import { MINUTES_PER_CASE } from '../match.ts';
import type { BoardView, Gap } from '../port/views.ts';
import type { CaseSummary } from '../records/case-records.ts';
import { refused } from './faults.ts';
import { modelSpend } from './model-spend.ts';
import type { HelpingParts } from './parts.ts';
import { readCases, rowOf } from './rows.ts';

const WEEKS = 12;
const SOON_MS = 60_000;
/** Questions shown: what a coordinator reads in one go. */
const MOST_UNANSWERED = 20;
/** The latest, among which the same question is counted. */
const MOST_READ = 2_000;
const MODEL_DAYS = 30;
/** Cases of each list, unless all are asked for. */
const MOST_CASES = 50;

/**
 * The network at a glance: of each case its sealed question and where it stands, and never a message of it. Drafts are nobody
 * else's business. Themes are those nobody has answered: cases that wait now, or expired in the weeks shown.
 * @param all every case, instead of those that have waited longest
 */
export async function readBoard(parts: HelpingParts, all: boolean): Promise<Result<BoardView, HelpFault>> {
  const { store, isHoliday, now } = parts;
  const at = now();
  const since = startOfWeeks(at, parts.hours.timeZone);
  const summaries = await store.cases.open();
  const steps = await store.help.steps(['consented', 'accepted', 'reopened', 'expired'], since.toUTC().toISO() ?? '');
  const reservists = await store.reserve.reservists();
  const people = await store.reserve.people();
  const organisations = await store.reserve.organisations();
  const loads = await store.cases.loads(`${at.toISOString().slice(0, 7)}-01T00:00:00.000Z`);
  const givenUp = await store.outbox.givenUp();
  const putAside = await store.trials.setAside();
  const candidates = await store.candidates.withStatus('proposed');
  const unanswered = await store.exchanges.unanswered(MOST_READ);
  const spent = await store.modelUsage.since(parisDay(new Date(at.getTime() - MODEL_DAYS * 86_400_000)));
  if (!summaries.ok || !steps.ok || !reservists.ok || !people.ok || !organisations.ok || !loads.ok)
    return refused({ kind: 'store_down' });
  if (!givenUp.ok || !candidates.ok || !unanswered.ok || !spent.ok || !putAside.ok)
    return refused({ kind: 'store_down' });
  const shown = all ? summaries.value.length : MOST_CASES;
  const asked = summaries.value.filter(({ status }) => status !== 'draft');
  const [waiting, held] = [
    asked.filter(({ status }) => !HELD.has(status)),
    asked.filter(({ status }) => HELD.has(status)),
  ];
  // The themes are of all that wait; of the others only what is shown is read.
  const queue = await readCases(store, longest(waiting, 'openedAt', waiting.length));
  const open = await readCases(store, longest(held, 'since', shown));
  const lapsed = await readLapsed(parts, steps.value);
  if (!queue.ok || !open.ok || !lapsed.ok) return refused({ kind: 'store_down' });
  const names = new Map(people.value.map(({ id, name }) => [id, name]));
  const bodies = new Map(organisations.value.map(({ id, name }) => [id, name]));
  return ok({
    queue: { cases: waiting.length, rows: queue.value.slice(0, shown).map((state) => rowOf(state)) },
    open: { cases: held.length, rows: open.value.map((state) => rowOf(state)) },
    reservists: reservists.value.map((reservist) => {
      const load = loads.value.get(reservist.id);
      const from = at.getTime();
      return {
        name: names.get(reservist.person) ?? '',
        organisation: bodies.get(reservist.organisation) ?? reservist.organisation,
        cases: load?.cases ?? 0,
        askedThisMonth: load?.askedSince ?? 0,
        minutesThisMonth: (load?.takenSince ?? 0) * MINUTES_PER_CASE,
        monthlyMinutes: reservist.monthlyMinutes,
        available: availabilityBetween(reservist, from, from + SOON_MS, isHoliday).length > 0,
      };
    }),
    weeks: weeksOf(steps.value, since, parts),
    unanswered: gapsOf(unanswered.value).slice(0, MOST_UNANSWERED),
    themes: themesOf([...queue.value, ...lapsed.value]),
    ...(spent.value.length === 0 ? {} : { model: modelSpend(spent.value) }),
    putAside: putAside.value.map(({ id, at: when, kind, deaths }) => ({ id, at: when, kind, died: deaths > 0 })),
    undelivered: givenUp.value.map(({ id, at: when, why }) => ({ id, at: when, why })),
    candidates: candidates.value.map(({ id, question, answer, clause }) => ({
      id,
      question,
      answer: [answer, clause?.context, clause?.became].filter((text) => text !== undefined).join('\n\n'),
      approvedBy: 'reservist',
    })),
  });
}

function longest(cases: readonly CaseSummary[], by: 'openedAt' | 'since', most: number): readonly CaseSummary[] {
  return cases.toSorted((one, other) => one[by].localeCompare(other[by])).slice(0, most);
}

/** Of the questions that the last board read: most are read again by the next. */
const TERMS = createLatest<string>(MOST_READ);

/** Each question once, as it was last asked. @param asked the latest first */
function gapsOf(asked: readonly { readonly at: string; readonly question: string }[]): readonly Gap[] {
  const gaps = new Map<string, Gap>();
  for (const { at, question } of asked) {
    const terms = TERMS.get(question) ?? ([...new Set(indexTerms(question))].sort().join(' ') || question);
    TERMS.set(question, terms);
    const gap = gaps.get(terms) ?? { question, at, asked: 0 };
    gaps.set(terms, { ...gap, asked: gap.asked + 1 });
  }
  return [...gaps.values()].sort((one, other) => other.asked - one.asked || other.at.localeCompare(one.at));
}

interface Step {
  readonly case: string;
  readonly kind: string;
  readonly at: string;
}

/** Those that found nobody; a draft that lapsed was never asked of anyone. */
async function readLapsed(
  { store }: HelpingParts,
  steps: readonly Step[],
): Promise<Result<readonly Case[], StoreDown>> {
  const ids = new Set(steps.filter(({ kind }) => kind === 'expired').map((step) => step.case));
  const events = await store.help.eventsOfMany([...ids]);
  if (!events.ok) return events;
  const asked = [...events.value].filter(([, list]) => list.some(({ kind }) => kind === 'consented'));
  return ok(asked.map(([id, list]) => foldCase(id, list)));
}

function startOfWeeks(at: Date, zone: string): DateTime {
  return DateTime.fromJSDate(at, { zone })
    .startOf('week')
    .minus({ weeks: WEEKS - 1 });
}

/** By the week in which a case was asked (or asked again); the wait runs to whoever took it first after that. */
function weeksOf(steps: readonly Step[], since: DateTime, { hours, isHoliday }: HelpingParts): BoardView['weeks'] {
  const weeks = Array.from({ length: WEEKS }, (_, n) => {
    const day = since.plus({ weeks: n });
    return { week: isoWeek(day), start: day.toMillis(), opened: 0, waits: [] as number[] };
  });
  // A calendar is slow to ask, and there are thousands of steps: it is asked once for all the weeks.
  const starts = weeks.map(({ start }) => start);
  const weekAt = (at: number) => weeks[countBefore(starts, at + 1) - 1];
  const end = Math.max(0, ...steps.map(({ at }) => Date.parse(at)));
  const worked = createWorked(windowsBetween(hours, since.toMillis(), end, isHoliday));
  const asked = new Map<string, number>();
  for (const { case: id, kind, at } of steps) {
    const when = Date.parse(at);
    if (kind === 'consented' || kind === 'reopened') {
      asked.set(id, when);
      const week = weekAt(when);
      if (week !== undefined) week.opened++;
    }
    const from = asked.get(id);
    if (kind !== 'accepted' || from === undefined) continue;
    asked.delete(id);
    weekAt(from)?.waits.push(Math.round((worked(when) - worked(from)) / 60_000));
  }
  return weeks.map(({ week, opened, waits }) => ({ week, opened, taken: waits.length, medianWait: medianOf(waits) }));
}

/** Milliseconds of the windows that lie before an instant. @param windows in order, none over another */
function createWorked(windows: readonly Window[]): (at: number) => number {
  const starts = windows.map(({ start }) => start);
  const before = [0];
  for (const { start, end } of windows) before.push((before.at(-1) ?? 0) + end - start);
  return (at) => {
    const begun = countBefore(starts, at);
    const left = begun === 0 ? 0 : Math.max(0, (windows[begun - 1]?.end ?? 0) - at);
    return (before[begun] ?? 0) - left;
  };
}

/** How many of them are below; in order. */
function countBefore(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** «2026-W48». */
function isoWeek(day: DateTime): string {
  return day.toFormat("kkkk-'W'WW");
}

function medianOf(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

function themesOf(cases: readonly Case[]): BoardView['themes'] {
  const counts = new Map<string, number>();
  for (const { brief } of cases)
    for (const competence of brief.competences) counts.set(competence, (counts.get(competence) ?? 0) + 1);
  return [...counts]
    .map(([competence, n]) => ({ competence, cases: n }))
    .sort((a, b) => b.cases - a.cases || (a.competence < b.competence ? -1 : 1));
}
