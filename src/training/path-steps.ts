import { err, ok, type Result } from '../result.ts';
import { catalogues } from '../text/catalogues.ts';
import { titleOf } from './attestation-row.ts';
import { sideOf } from './course.ts';
import type { TrainingParts } from './parts.ts';
import { pathRows } from './paths.ts';
import type { TrainingFault } from './port/views.ts';
import { standingOfPath } from './standing.ts';
import type { Decided, LearnerNow, Steps } from './steps.ts';
import type { Attestation, Join, Queued } from './training-records.ts';

/** Characters of a letter: two pages by hand. */
export const LONGEST_LETTER = 4000;

export interface LetterDone {
  readonly path: string;
  readonly title: string;
  /** The path is attested, now or before. */
  readonly attested: boolean;
  /** The person may now join the reserve by it. */
  readonly invited: boolean;
}

export interface PathSteps {
  /** The last step of a path: a letter to one's future colleague, private unless it is offered. */
  writeLetter(by: string, path: string, text: string, offered: boolean): Promise<Result<LetterDone, TrainingFault>>;
  /** A letter offered is taken back, or a private one offered. */
  offerLetter(by: string, letter: string, offered: boolean): Promise<Result<undefined, TrainingFault>>;
  /** Answers an invitation; saying no may be undone by saying yes later. */
  answerInvitation(by: string, path: string, yes: boolean): Promise<Result<Join['status'], TrainingFault>>;
}

export function createPathSteps(parts: TrainingParts, { step }: Steps): PathSteps {
  const { course, store, now, day, newId } = parts;

  return {
    writeLetter: (by, pathId, text, offered) =>
      step(by, (current): Result<Decided<LetterDone>, TrainingFault> => {
        const at = day();
        const path = pathRows(course, current, at).find(({ id }) => id === pathId);
        if (path === undefined) return err({ kind: 'unknown_path' });
        if (text.trim() === '') return err({ kind: 'empty_text' });
        if (text.length > LONGEST_LETTER) return err({ kind: 'too_long', limit: LONGEST_LETTER });
        const when = now().toISOString();
        const letter = { id: newId(), person: by, path: pathId, at: when, offered, text: text.trim() };
        const passed = path.modules.every((module) => module.passed);
        const attested = passed && !path.done ? attest(parts, current, pathId) : undefined;
        const invited = attested !== undefined && maybeInvite(current, path.competences, pathId);
        const title = path.title;
        return ok({
          value: { path: pathId, title, attested: attested !== undefined || path.done, invited },
          write: {
            learner: current.learner.seat?.kind === 'letter' ? { seat: null } : {},
            letters: [letter],
            events: [{ kind: 'letter', module: '', item: pathId, right: undefined }],
            attestations: attested === undefined ? [] : [attested],
            joins: invited
              ? [
                  {
                    person: by,
                    path: pathId,
                    at: when,
                    status: 'invited',
                    judgedBy: undefined,
                    judgedAt: undefined,
                    noticedAt: undefined,
                  },
                ]
              : [],
            queue: invited
              ? [message(parts, current, catalogues[current.person.language].training.messages.invited(title))]
              : [],
          },
        });
      }),
    offerLetter: async (by, id, offered) => {
      const letters = await store.training.letters(by);
      if (!letters.ok) return err({ kind: 'store_down' });
      const letter = letters.value.find((one) => one.id === id);
      if (letter === undefined) return err({ kind: 'unknown_path' });
      return step(by, () => ok({ value: undefined, write: { learner: {}, letters: [{ ...letter, offered }] } }));
    },
    answerInvitation: (by, pathId, yes) =>
      step(by, (current): Result<Decided<Join['status']>, TrainingFault> => {
        const join = current.joins.find(({ path }) => path === pathId);
        if (join === undefined) return err({ kind: 'unknown_path' });
        if (join.status !== 'invited' && join.status !== 'declined' && !(join.status === 'asked' && !yes))
          return ok({ value: join.status });
        const status = yes ? 'asked' : 'declined';
        return ok({ value: status, write: { learner: {}, joins: [{ ...join, status, at: now().toISOString() }] } });
      }),
  };
}

function attest(parts: TrainingParts, current: LearnerNow, path: string): Attestation {
  const at = parts.now().toISOString();
  const before = current.attestations.find(({ kind, subject }) => kind === 'path' && subject === path);
  const modules = parts.course.corpus.paths.find(({ id }) => id === path)?.modules ?? [];
  return {
    id: parts.newId(),
    person: current.person.id,
    kind: 'path',
    subject: path,
    code: before?.code ?? parts.newCode(),
    issuedAt: at,
    validUntil: standingOfPath(modules, current.attestations, parts.course, parts.day()).until,
    side: sideOf(current.role),
    score: undefined,
    facts: {},
    checkedAt: at,
  };
}

/** Invited, never enrolled; a buyer alone, since the reserve lends buyers' work. */
function maybeInvite({ role, joins }: LearnerNow, competences: readonly string[], path: string): boolean {
  return role === 'buyer' && competences.length > 0 && !joins.some((join) => join.path === path);
}

function message({ now, newId }: TrainingParts, { person }: LearnerNow, text: string): Omit<Queued, 'attempts'> {
  return { id: newId(), at: now().toISOString(), person: person.id, target: 'person', body: { text } };
}

/** The title of a path, for a sentence. */
export function pathTitle({ course, day }: Pick<TrainingParts, 'course' | 'day'>, path: string): string {
  return titleOf(course, { kind: 'path', subject: path }, day());
}
