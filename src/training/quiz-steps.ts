// What an answer to a question of a quiz leads to, from the draw to the attestation: one thing, told step by step.
import type { IsoDate } from '../days/iso-date.ts';
import { ownValue } from '../own-value.ts';
import { err, ok, type Result } from '../result.ts';
import { attestationRow, titleOf } from './attestation-row.ts';
import { type Course, sideOf } from './course.ts';
import { drawQuestions, passMark, QUIZ_LENGTH } from './draw.ts';
import { type QuizSeat, quizOf } from './learner.ts';
import type { TrainingParts } from './parts.ts';
import { pathRows } from './paths.ts';
import type { Marked, QuizResult, QuizStep, QuizView, TrainingFault } from './port/views.ts';
import { askQuestion } from './question/ask-question.ts';
import { markAnswer } from './question/mark-answer.ts';
import { afterAnswer } from './spaced.ts';
import { addMonths, factsOfModule, standingOf, VALID_MONTHS } from './standing.ts';
import type { Decided, LearnerNow, Steps } from './steps.ts';
import type { Attestation, Card, Progress } from './training-records.ts';

export interface QuizSteps {
  /** Begins, or goes on with the one begun: a quiz is not drawn again because a page is. */
  start(by: string, purpose: QuizSeat['purpose'], module: string): Promise<Result<QuizView, TrainingFault>>;
  current(by: string): Promise<Result<QuizView | undefined, TrainingFault>>;
  /** Marks one question of the quiz under way; the last one ends it. */
  answer(by: string, question: string, chosen: readonly string[]): Promise<Result<QuizStep, TrainingFault>>;
  /** A question by itself, at the end of a lesson: it counts for what comes back, not for an attestation. */
  practise(by: string, question: string, chosen: readonly string[]): Promise<Result<Marked, TrainingFault>>;
  abandon(by: string): Promise<Result<undefined, TrainingFault>>;
}

export function createQuizSteps(parts: TrainingParts, { read, step }: Steps): QuizSteps {
  const { course, store, now, day, newId, newCode } = parts;

  return {
    start: (by, purpose, module) =>
      step(by, async (current): Promise<Result<Decided<QuizView>, TrainingFault>> => {
        const { seat, aside } = current.learner;
        const under = seat?.kind === 'quiz' ? seat : null;
        const begunBefore = [under, aside].find((one) => one?.purpose === purpose && one.module === module);
        const goesOn = begunBefore ? viewOf(current, begunBefore, day()) : undefined;
        if (begunBefore && goesOn !== undefined) {
          if (begunBefore === under) return ok({ value: goesOn });
          return ok({ value: goesOn, write: { learner: { seat: begunBefore, aside: under } } });
        }
        const startedAt = now().toISOString();
        const questions = await questionsFor(current, purpose, module, startedAt);
        if (!questions.ok) return questions;
        const begun: QuizSeat = {
          kind: 'quiz',
          module,
          purpose,
          startedAt,
          questions: [...questions.value],
          answers: {},
        };
        const view = viewOf(current, begun, day());
        return view === undefined
          ? err({ kind: 'no_quiz' })
          : ok({ value: view, write: { learner: { seat: begun, aside: under ?? aside } } });
      }),
    current: async (by) => {
      const current = await read(by);
      if (!current.ok) return current;
      const seat = quizOf(current.value.learner);
      return ok(seat && viewOf(current.value, seat, day()));
    },
    answer: (by, id, chosen) =>
      step(by, async (current): Promise<Result<Decided<QuizStep>, TrainingFault>> => {
        const seat = quizOf(current.learner);
        if (seat === undefined || !seat.questions.includes(id)) return err({ kind: 'unknown_question' });
        const aside = seat === current.learner.aside ? null : current.learner.aside;
        const at = day();
        // The first answer counts: sending a form again shows its marking and changes nothing.
        const given = ownValue(seat.answers, id);
        const marked = markOf(current, id, given?.chosen ?? chosen, at, seat.startedAt);
        if (!marked.ok) return marked;
        if (given !== undefined)
          return ok({ value: { marked: marked.value, next: viewOf(current, seat, at), result: undefined } });
        const { right } = marked.value.marking;
        const after: QuizSeat = { ...seat, answers: { ...seat.answers, [id]: { chosen: [...chosen], right } } };
        const next = viewOf(current, after, at);
        const kept = await keptOf(current, id, marked.value, right);
        if (!kept.ok) return kept;
        if (next !== undefined)
          return ok({
            value: { marked: marked.value, next, result: undefined },
            write: { learner: { seat: after, aside }, ...kept.value },
          });
        return ok(end({ ...current, learner: { ...current.learner, aside } }, after, marked.value, kept.value, at));
      }),
    practise: (by, id, chosen) =>
      step(by, async (current): Promise<Result<Decided<Marked>, TrainingFault>> => {
        const marked = markOf(current, id, chosen, day(), '');
        if (!marked.ok) return marked;
        const kept = await keptOf(current, id, marked.value, marked.value.marking.right);
        return kept.ok ? ok({ value: marked.value, write: { learner: {}, ...kept.value } }) : kept;
      }),
    abandon: (by) => step(by, () => ok({ value: undefined, write: { learner: { seat: null, aside: null } } })),
  };

  async function questionsFor(
    current: LearnerNow,
    purpose: QuizSeat['purpose'],
    module: string,
    startedAt: string,
  ): Promise<Result<readonly string[], TrainingFault>> {
    const at = day();
    const seed = `${current.person.id}|${startedAt}`;
    if (purpose === 'review') {
      const due = await store.training.cards(current.person.id, now().toISOString(), QUIZ_LENGTH * 3);
      if (!due.ok) return err({ kind: 'store_down' });
      const askable = due.value.map(({ question }) => question).filter((id) => isAskable(id, at));
      return askable.length === 0 ? err({ kind: 'nothing_due' }) : ok(askable.slice(0, QUIZ_LENGTH));
    }
    const side = sideOf(current.role);
    const open = course.openQuestions(module, side, at);
    if (!course.corpus.modules.some(({ id }) => id === module)) return err({ kind: 'unknown_module' });
    if (purpose === 'attest') return open.length === 0 ? err({ kind: 'no_quiz' }) : ok(drawQuestions(open, seed));
    const held = current.attestations.find(({ kind, subject }) => kind === 'module' && subject === module);
    const standing = held && standingOf(held, course, at);
    const changed = open.filter(({ id }) => standing?.questions.includes(id));
    return changed.length === 0 ? err({ kind: 'nothing_due' }) : ok(drawQuestions(changed, seed));
  }

  function isAskable(id: string, at: IsoDate): boolean {
    const found = course.question(id);
    return (
      found !== undefined && askQuestion(found.question, found.module, course.corpus.figures, at, '') !== undefined
    );
  }

  /** The first question without an answer; one that the law no longer allows to be asked is passed over. */
  function viewOf({ person }: LearnerNow, seat: QuizSeat, at: IsoDate): QuizView | undefined {
    const asked = seat.questions.filter((id) => isAskable(id, at));
    const index = asked.findIndex((id) => ownValue(seat.answers, id) === undefined);
    const found = course.question(asked[index] ?? '');
    const question =
      found && askQuestion(found.question, found.module, course.corpus.figures, at, `${person.id}|${seat.startedAt}`);
    if (question === undefined) return undefined;
    return {
      purpose: seat.purpose,
      module: seat.purpose === 'review' ? undefined : seat.module,
      title: titleOfQuiz(seat, at),
      number: index + 1,
      of: asked.length,
      right: rightsOf(seat),
      question,
    };
  }

  function titleOfQuiz(seat: QuizSeat, at: IsoDate): string {
    return seat.purpose === 'review' ? '' : titleOf(course, { kind: 'module', subject: seat.module }, at);
  }

  function markOf(
    { person }: LearnerNow,
    id: string,
    chosen: readonly string[],
    at: IsoDate,
    startedAt: string,
  ): Result<Marked, TrainingFault> {
    return markFor(course, id, chosen, at, `${person.id}|${startedAt}`);
  }

  /** What an answer leaves behind: an event, a count that is nobody's, a card when it was missed once. */
  async function keptOf(current: LearnerNow, id: string, { question }: Marked, right: boolean) {
    const before = await store.training.card(current.person.id, id);
    if (!before.ok) return err({ kind: 'store_down' } as const);
    const card = afterAnswer(id, before.value, right, now());
    const { module, fiche } = question;
    return ok({
      events: [{ kind: 'answer', module, item: id, right } as const],
      counts: [{ question: id, module, fiche, missed: !right }],
      cards: card === undefined ? [] : [card],
    } satisfies { events: unknown; counts: unknown; cards: readonly Card[] });
  }

  function end(
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
    const answered = seat.questions.filter((id) => ownValue(seat.answers, id) !== undefined);
    const right = rightsOf(seat);
    const needed = passMark(answered.length);
    const passed = right >= needed;
    const score = Math.round((100 * right) / answered.length);
    const attestation = passed ? renewed(current, seat, score, at) : undefined;
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
      title: titleOfQuiz(seat, at),
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
        progress: seat.purpose === 'attest' ? [progressAfter(current, seat.module, score, passed)] : [],
        attestations: attestation === undefined ? [] : [attestation],
      },
    };
  }

  function progressAfter(current: LearnerNow, module: string, score: number, passed: boolean): Progress {
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
  function renewed(current: LearnerNow, seat: QuizSeat, score: number, at: IsoDate): Attestation | undefined {
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
}

function rightsOf({ answers }: QuizSeat): number {
  return Object.values(answers).filter(({ right }) => right).length;
}

/** A question put and marked, for nobody in particular: what an open page shows. */
export function markFor(
  course: Course,
  id: string,
  chosen: readonly string[],
  at: IsoDate,
  seed: string,
): Result<Marked, TrainingFault> {
  const found = course.question(id);
  const fiche = course.fiche(found?.question.fiche ?? '');
  if (found === undefined || fiche === undefined) return err({ kind: 'unknown_question' });
  const { figures } = course.corpus;
  const question = askQuestion(found.question, found.module, figures, at, seed);
  if (question === undefined) return err({ kind: 'unknown_question' });
  const marking = markAnswer(found.question, figures, at, chosen);
  if (marking === undefined) return err({ kind: 'nothing_chosen' });
  return ok({ question, marking, fiche: { id: fiche.id, title: course.say(fiche.title, at), module: fiche.module } });
}
