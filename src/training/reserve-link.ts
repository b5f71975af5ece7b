import type { ReserveChange } from '../reserve/change.ts';
import type { Person } from '../reserve/person.ts';
import type { Reservist } from '../reserve/reservist.ts';
import { isCoordinator } from '../reserve/signed-in.ts';
import { err, ok, type Result } from '../result.ts';
import { catalogues } from '../text/catalogues.ts';
import type { TrainingParts } from './parts.ts';
import { pathTitle } from './path-steps.ts';
import type { TrainingFault } from './port/views.ts';
import type { Join } from './training-records.ts';

type Done = Promise<Result<undefined, TrainingFault>>;

/** What someone offers who joins by training, until they say otherwise: enough to be found, little enough to be kept. */
const FIRST_OFFER = {
  languages: ['fr'],
  timeZone: 'Europe/Paris',
  weekly: ([2, 4] as const).map((weekday) => ({ day: weekday, from: 9 * 60, to: 12 * 60 })),
  monthlyMinutes: 240,
  simultaneousCases: 1,
} as const;

const down = err({ kind: 'store_down' } as const);

export interface ReserveLink {
  /** The coordinator's word on who asked to join. */
  judge(by: string, person: string, path: string, approve: boolean): Done;
  /** The competences of a path leave matching, or come back to it. */
  pause(join: Join, text: (title: string) => string): Done;
  restore(join: Join): Done;
}

export function createReserveLink(parts: TrainingParts): ReserveLink {
  const { store, reserve, now } = parts;

  return {
    judge: async (by, personId, path, approve) => {
      const judge = await store.reserve.person(by);
      if (!judge.ok) return down;
      if (judge.value === undefined || !isCoordinator(judge.value)) return err({ kind: 'not_coordinator' });
      const file = await store.training.file(personId);
      const person = await store.reserve.person(personId);
      if (!file.ok || !person.ok) return down;
      const join = file.value.joins.find((one) => one.path === path);
      if (join === undefined || person.value === undefined) return err({ kind: 'unknown_path' });
      if (join.status !== 'asked') return err({ kind: 'already_judged' });
      if (approve) {
        // The reserve first: were the record to fail, approving again adds the same competences once more.
        const granted = await grant(parts, person.value, competencesOf(parts, path), false);
        if (!granted.ok) return granted;
      }
      const judged = { judgedBy: by, judgedAt: now().toISOString(), noticedAt: undefined };
      const saved = await store.training.saveJoin({ ...join, ...judged, status: approve ? 'approved' : 'refused' });
      if (!saved.ok) return down;
      const { messages } = catalogues[person.value.language].training;
      return tell(parts, person.value.id, (approve ? messages.approved : messages.refused)(pathTitle(parts, path)));
    },
    pause: async (join, text) => {
      const reservist = await reservistOf(parts, join.person);
      if (!reservist.ok) return reservist;
      if (reservist.value !== undefined) {
        const { competences, pause } = reservist.value;
        const others = await heldOtherwise(parts, join);
        if (!others.ok) return others;
        const left = competences.filter(
          (one) => !competencesOf(parts, join.path).includes(one) || others.value.has(one),
        );
        // Someone left without any competence is paused whole: the reserve knows nobody without one.
        const changes: readonly ReserveChange[] =
          left.length === 0
            ? pause === undefined
              ? [{ kind: 'pause', until: undefined }]
              : []
            : [{ kind: 'profile', competences: left }];
        const changed = await reserve.change(reservist.value.id, changes);
        if (!changed.ok) return down;
      }
      const saved = await store.training.saveJoin({ ...join, status: 'paused' });
      return saved.ok ? tell(parts, join.person, text(pathTitle(parts, join.path))) : down;
    },
    restore: async (join) => {
      const person = await store.reserve.person(join.person);
      if (!person.ok) return down;
      if (person.value === undefined) return ok(undefined);
      const granted = await grant(parts, person.value, competencesOf(parts, join.path), true);
      if (!granted.ok) return granted;
      const saved = await store.training.saveJoin({ ...join, status: 'approved', noticedAt: undefined });
      if (!saved.ok) return down;
      return tell(
        parts,
        join.person,
        catalogues[person.value.language].training.messages.restored(pathTitle(parts, join.path)),
      );
    },
  };
}

/** `lift`: a pause without end, which a lapse makes of someone left without any competence, ends with it. */
async function grant(parts: TrainingParts, person: Person, competences: readonly string[], lift: boolean): Done {
  const { store, reserve } = parts;
  const reservist = await reservistOf(parts, person.id);
  const organisation = await store.reserve.organisation(person.organisation);
  if (!reservist.ok || !organisation.ok) return down;
  if (reservist.value === undefined) {
    const added = await reserve.add({
      ...FIRST_OFFER,
      person: person.id,
      organisation: person.organisation,
      territories: organisation.value?.territories ?? [],
      competences,
    });
    return added.ok ? ok(undefined) : down;
  }
  const { id, pause } = reservist.value;
  const held = [...new Set([...reservist.value.competences, ...competences])];
  const all = reservist.value.competences;
  const whole =
    lift && pause !== undefined && pause.until === undefined && competences.every((one) => all.includes(one));
  const changed = await reserve.change(id, [
    { kind: 'profile', competences: held },
    ...(whole ? ([{ kind: 'resume' }] as const) : []),
  ]);
  return changed.ok ? ok(undefined) : down;
}

async function reservistOf(
  parts: TrainingParts,
  person: string,
): Promise<Result<Reservist | undefined, TrainingFault>> {
  const { store } = parts;
  const reservists = await store.reserve.reservists();
  return reservists.ok ? ok(reservists.value.find((one) => one.person === person)) : down;
}

/** Competences that another path, still approved, vouches for. */
async function heldOtherwise(parts: TrainingParts, join: Join): Promise<Result<ReadonlySet<string>, TrainingFault>> {
  const { store } = parts;
  const file = await store.training.file(join.person);
  if (!file.ok) return down;
  const others = file.value.joins.filter(({ path, status }) => path !== join.path && status === 'approved');
  return ok(new Set(others.flatMap(({ path }) => competencesOf(parts, path))));
}

function competencesOf(parts: TrainingParts, path: string): readonly string[] {
  const { course } = parts;
  return course.corpus.paths.find(({ id }) => id === path)?.competences ?? [];
}

async function tell(parts: TrainingParts, person: string, text: string): Done {
  const { store, now, newId } = parts;
  const told = await store.training.enqueue([
    { id: newId(), at: now().toISOString(), person, target: 'person', body: { text } },
  ]);
  return told.ok ? told : down;
}
