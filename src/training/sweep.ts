import type { CaseEvent } from '../handoff/case.ts';
import { err, ok, type Result } from '../result.ts';
import { catalogues } from '../text/catalogues.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import type { Learner } from './learner.ts';
import type { TrainingParts } from './parts.ts';
import { pathTitle } from './path-steps.ts';
import type { ReserveLink } from './reserve-link.ts';
import { addDays, addMonths, NOTICE_DAYS, standingOfPath, VALID_MONTHS } from './standing.ts';
import type { Steps } from './steps.ts';
import type { Join } from './training-records.ts';

/** What one round of the clock did. */
export interface Swept {
  readonly nudged: number;
  readonly noticed: number;
  readonly paused: number;
  readonly restored: number;
  readonly practised: number;
}

const NUDGES_AT_ONCE = 200;

/**
 * What time does to learners: the one nudge of who stopped half-way, notice before a lapse, a lapsed attestation's competences
 * out of matching and back, and cases answered counted as practice. Twice at once does each thing once or twice, never wrong.
 */
export function createSweep(
  parts: TrainingParts,
  link: ReserveLink,
  steps: Steps,
): () => Promise<Result<Swept, StoreDown>> {
  const { store, now } = parts;
  const room: Room = { parts, link, steps };
  return async () => {
    const count = { nudged: 0, noticed: 0, paused: 0, restored: 0, practised: 0 };
    const due = await store.training.nudges(now().toISOString(), NUDGES_AT_ONCE);
    if (!due.ok) return due;
    for (const learner of due.value) {
      const nudged = await nudge(room, learner);
      if (!nudged.ok) return nudged;
      if (nudged.value) count.nudged++;
    }
    const joins = await store.training.joins(['approved', 'paused']);
    if (!joins.ok) return joins;
    for (const join of joins.value) {
      const tended = await tend(room, join, count);
      if (!tended.ok) return tended;
    }
    return ok(count);
  };
}

interface Room {
  readonly parts: TrainingParts;
  readonly link: ReserveLink;
  readonly steps: Steps;
}

/** The one word to who stopped half-way; false when there is nothing to say. */
async function nudge({ parts, steps }: Room, learner: Learner): Promise<Result<boolean, StoreDown>> {
  const { store, now } = parts;
  const cards = await store.training.cards(learner.person, now().toISOString(), 10);
  if (!cards.ok) return err({ kind: 'store_down', reason: 'unreachable' });
  const seat = learner.seat ?? learner.aside;
  const nudged = await steps.step(learner.person, ({ person }) => {
    const { messages } = catalogues[person.language].training;
    const nudge =
      seat !== null
        ? { text: messages.nudgeSeat, word: 'suite' }
        : cards.value.length > 0
          ? { text: messages.nudgeCards(cards.value.length), word: 'réviser' }
          : undefined;
    const queue = nudge === undefined ? [] : [queued(parts, person.id, nudge.text, nudge.word)];
    return ok({ value: nudge !== undefined, write: { learner: { nudgedAt: now().toISOString() }, queue } });
  });
  return ok(nudged.ok && nudged.value);
}

/** What time does to one place in the reserve. */
async function tend(
  room: Room,
  join: Join,
  count: { -readonly [K in keyof Swept]: number },
): Promise<Result<undefined, StoreDown>> {
  const { parts, link } = room;
  const { course, store, now, day } = parts;
  const practised = await countPractice(room, join);
  if (!practised.ok) return practised;
  if (practised.value) count.practised++;
  const file = await store.training.file(join.person);
  const person = await store.reserve.person(join.person);
  if (!file.ok) return file;
  if (!person.ok) return person;
  const path = course.corpus.paths.find(({ id }) => id === join.path);
  if (path === undefined || person.value === undefined) return ok(undefined);
  const standing = standingOfPath(path.modules, file.value.attestations, course, day());
  const { messages } = catalogues[person.value.language].training;
  if (standing.state === 'lapsed' && join.status === 'approved') {
    if ((await link.pause(join, messages.paused)).ok) count.paused++;
  } else if (standing.state !== 'lapsed' && join.status === 'paused') {
    if ((await link.restore(join)).ok) count.restored++;
  } else if (
    join.status === 'approved' &&
    join.noticedAt === undefined &&
    addDays(day(), NOTICE_DAYS) >= standing.until
  ) {
    const saved = await store.training.saveJoin({ ...join, noticedAt: now().toISOString() });
    if (!saved.ok) return saved;
    const told = await store.training.enqueue([
      queued(
        parts,
        join.person,
        messages.notice(pathTitle(parts, join.path), standing.until, standing.changed.length > 0),
      ),
    ]);
    if (!told.ok) return told;
    count.noticed++;
  } else if (join.noticedAt !== undefined && addDays(day(), NOTICE_DAYS) < standing.until) {
    // Renewed since: the next lapse will be told again.
    const saved = await store.training.saveJoin({ ...join, noticedAt: undefined });
    if (!saved.ok) return saved;
  }
  return ok(undefined);
}

/** A case answered in a competence of the path renews the term of its attestations; what the law changed is still asked. */
async function countPractice({ parts, steps }: Room, join: Join): Promise<Result<boolean, StoreDown>> {
  const { course, store } = parts;
  const reservists = await store.reserve.reservists();
  if (!reservists.ok) return reservists;
  const reservist = reservists.value.find(({ person }) => person === join.person);
  if (reservist === undefined) return ok(false);
  const offers = await store.help.offersTo(reservist.id);
  if (!offers.ok) return offers;
  const taken = offers.value.filter(({ accepted }) => accepted).map((offer) => offer.case);
  const events = await store.help.eventsOfMany([...new Set(taken)]);
  if (!events.ok) return events;
  const path = course.corpus.paths.find(({ id }) => id === join.path);
  const done = [...events.value.values()].flatMap((list) => {
    const brief = list.find((event) => event.kind === 'drafted');
    const answered = answeredBy(list, reservist.id);
    const competences = brief?.kind === 'drafted' ? brief.brief.competences : [];
    return answered !== undefined && competences.some((one) => path?.competences.includes(one)) ? [answered] : [];
  });
  const last = done.sort().at(-1);
  if (last === undefined || path === undefined) return ok(false);
  const until = addMonths(last.slice(0, 10), VALID_MONTHS);
  const renewed = await steps.step(join.person, ({ attestations }) => {
    const older = attestations.filter(
      ({ kind, subject, validUntil }) =>
        validUntil < until && (kind === 'path' ? subject === path.id : path.modules.includes(subject)),
    );
    if (older.length === 0) return ok({ value: false });
    return ok({
      value: true,
      write: {
        learner: {},
        attestations: older.map((one) => ({ ...one, validUntil: until })),
        events: [{ kind: 'practice', module: '', item: path.id, right: undefined }],
      },
    });
  });
  return renewed.ok ? ok(renewed.value) : ok(false);
}

function queued({ newId, now }: TrainingParts, person: string, text: string, word?: string) {
  const suggestions = word === undefined ? [] : [{ label: word, text: word }];
  return { id: newId(), at: now().toISOString(), person, target: 'person', body: { text, suggestions } } as const;
}

/** When a case was last answered while it was theirs. */
function answeredBy(events: readonly CaseEvent[], reservist: string): string | undefined {
  let holder: string | undefined;
  let last: string | undefined;
  for (const event of events) {
    if (event.kind === 'accepted') holder = event.reservist;
    if (event.kind === 'released' || event.kind === 'transferred') holder = undefined;
    if (event.kind === 'answered' && holder === reservist) last = event.at;
  }
  return last;
}
