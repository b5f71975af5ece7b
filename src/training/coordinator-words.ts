import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import { escapeRelayed } from '../handoff/help/escape-relayed.ts';
import type { BoardView } from '../handoff/port/views.ts';
import type { Person } from '../reserve/person.ts';
import type { Mailbox } from '../reserve/port/mailbox.ts';
import { isCoordinator } from '../reserve/signed-in.ts';
import { ok, type Result } from '../result.ts';
import { mailTexts } from '../text/mail-texts.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import type { TrainingStore } from './training-store.ts';

type Parts = Pick<TrainingStore, 'training' | 'reserve'>;

/** Says to each coordinator that someone's address is nobody's: once for that address, however often it is called. */
export async function tellRefused(
  store: Parts,
  { person, name, email }: Mailbox,
  now: Date,
): Promise<Result<undefined, StoreDown>> {
  const coordinators = await coordinatorsOf(store);
  if (!coordinators.ok) return coordinators;
  const what = createHash('sha256').update(email).digest('hex').slice(0, 16);
  const others = coordinators.value.filter(({ id }) => id !== person);
  return store.training.enqueue(
    others.map((to) => ({
      id: `refused:${person}:${what}:${to.id}`,
      at: now.toISOString(),
      person: to.id,
      target: 'person',
      body: { text: mailTexts[to.language].refused(escapeRelayed(name), escapeRelayed(email)), about: 'network' },
    })),
  );
}

const FROM_HOUR = 8;
/** Of the ISO week: what was down on Monday says nothing late. */
const LAST_DAY = 2;

/** The week that is to be told at this instant, from Monday morning on: «2026-W48»; undefined at any other time. */
export function weekToTell(now: Date, zone: string): string | undefined {
  const at = DateTime.fromJSDate(now, { zone });
  const isTime = at.weekday <= LAST_DAY && (at.weekday > 1 || at.hour >= FROM_HOUR);
  return isTime ? at.toFormat("kkkk-'W'WW") : undefined;
}

/** Says to a coordinator what waits, once a week: nothing where nothing does. @param week «2026-W48» */
export async function tellWeek(
  store: Parts,
  to: Person,
  board: BoardView,
  { week, now }: { readonly week: string; readonly now: Date },
): Promise<Result<undefined, StoreDown>> {
  const texts = mailTexts[to.language].week;
  const counted = [
    ['queue', board.queue.cases],
    ['open', board.open.cases],
    ['candidates', board.candidates.length],
    ['unanswered', board.unanswered.length],
    ['undelivered', board.undelivered.length],
  ] as const;
  const lines = counted.flatMap(([of, n]) => (n === 0 ? [] : [`- ${texts[of](n)}`]));
  if (lines.length === 0) return ok(undefined);
  const text = `${texts.title}\n\n${lines.join('\n')}`;
  const id = `week:${week}:${to.id}`;
  return store.training.enqueue([
    { id, at: now.toISOString(), person: to.id, target: 'person', body: { text, about: 'network' } },
  ]);
}

export async function coordinatorsOf({
  reserve,
}: Pick<Parts, 'reserve'>): Promise<Result<readonly Person[], StoreDown>> {
  const people = await reserve.people();
  return people.ok ? ok(people.value.filter(isCoordinator)) : people;
}
