import type { IsoDate } from '../days/iso-date.ts';
import { ownValue } from '../own-value.ts';
import { attestationRow } from './attestation-row.ts';
import { sideOf } from './course.ts';
import { passMark } from './draw.ts';
import type { QuizSeat } from './learner.ts';
import type { TrainingParts } from './parts.ts';
import { pathRows } from './paths.ts';
import type { Marked, QuizResult, QuizStep } from './port/views.ts';
import { rightsOf, titleOfQuiz } from './quiz-draw.ts';
import { addMonths, factsOfModule, VALID_MONTHS } from './standing.ts';
import type { Decided, LearnerNow } from './steps.ts';
import type { Attestation, Card, Progress } from './training-records.ts';

export function end(
  parts: TrainingParts,
  current: LearnerNow,
  seat: QuizSeat,
  marked: Marked,
  kept: {
    readonly events: NonNullable<Decided<QuizStep>['write']>['events'];
    readonly counts: unknown;
    readonly cards: readonly Card[];
  },
  at: IsoDate,
): Decided<QuizStep> {
  const { course } = parts;
  const answered = seat.questions.filter((id) => ownValue(seat.answers, id) !== undefined);
  const right = rightsOf(seat);
  const needed = passMark(answered.length);
  const passed = right >= needed;
  const score = Math.round((100 * right) / answered.length);
  const attestation = passed ? renewed(parts, current, seat, score, at) : undefined;
  const attestations = [
    ...current.attestations.filter((one) => one.kind !== 'module' || one.subject !== attestation?.subject),
    ...(attestation === undefined ? [] : [attestation]),
  ];
  const missed = answered
    .filter((id) => ownValue(seat.answers, id)?.right === false)
    .flatMap((id) => {
      const fiche = course.fiche(course.question(id)?.question.fiche ?? '');
      return fiche === undefined
        ? []
        : [{ question: id, fiche: fiche.id, module: fiche.module, title: course.say(fiche.title, at) }];
    });
  const rows = pathRows(course, { ...current, attestations }, at, false);
  const result: QuizResult = {
    purpose: seat.purpose,
    module: seat.purpose === 'review' ? undefined : seat.module,
    title: titleOfQuiz(parts, seat, at),
    right,
    of: answered.length,
    needed,
    passed,
    missed,
    attestation: attestation && attestationRow(course, attestation, attestations, at),
    letters: rows
      .filter(
        (path) =>
          path.for === current.role &&
          !path.done &&
          path.modules.every((module) => module.passed) &&
          path.modules.some(({ id }) => id === seat.module),
      )
      .map(({ id, title }) => ({ path: id, title })),
  };
  const { events = [], ...rest } = kept as NonNullable<Decided<QuizStep>['write']>;
  const outcome =
    seat.purpose === 'review'
      ? []
      : [
          {
            kind: seat.purpose === 'recheck' ? 'recheck' : passed ? 'passed' : 'failed',
            module: seat.module,
            item: seat.module,
            right: passed,
          } as const,
        ];
  return {
    value: { marked, next: undefined, result },
    write: {
      ...rest,
      learner: { seat: null, aside: current.learner.aside },
      events: [...events, ...outcome],
      progress: seat.purpose === 'attest' ? [progressAfter(parts, current, seat.module, score, passed)] : [],
      attestations: attestation === undefined ? [] : [attestation],
    },
  };
}

function progressAfter(
  parts: TrainingParts,
  current: LearnerNow,
  module: string,
  score: number,
  passed: boolean,
): Progress {
  const { now } = parts;
  const at = now().toISOString();
  const before = current.progress.find((one) => one.module === module);
  return {
    module,
    startedAt: before?.startedAt ?? at,
    lastAt: at,
    lessons: before?.lessons ?? [],
    best: Math.max(before?.best ?? 0, score),
    passedAt: before?.passedAt ?? (passed ? at : undefined),
  };
}

/** A whole quiz gives a new term; a re-check vouches for what has changed, and leaves the term as it was. */
function renewed(
  parts: TrainingParts,
  current: LearnerNow,
  seat: QuizSeat,
  score: number,
  at: IsoDate,
): Attestation | undefined {
  const { course, now, newId, newCode } = parts;
  if (seat.purpose === 'review') return undefined;
  const side = sideOf(current.role);
  const before = current.attestations.find(({ kind, subject }) => kind === 'module' && subject === seat.module);
  const facts = factsOfModule(course, seat.module, side, at);
  const checkedAt = now().toISOString();
  if (seat.purpose === 'recheck') return before && { ...before, facts, checkedAt };
  return {
    id: newId(),
    person: current.person.id,
    kind: 'module',
    subject: seat.module,
    code: before?.code ?? newCode(),
    issuedAt: checkedAt,
    validUntil: addMonths(at, VALID_MONTHS),
    side,
    score,
    facts,
    checkedAt,
  };
}
