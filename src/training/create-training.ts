// The port put together: a line or two a method, the work is in the files beside.

import { err, ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import { browse, moduleView } from './browse.ts';
import { createChat } from './chat.ts';
import { cohortCsv, readCohort } from './cohort.ts';
import { exportModule } from './export/export-module.ts';
import { MOST_INTERESTS } from './learner.ts';
import { createLessonSteps, type LessonSteps } from './lesson-steps.ts';
import { microLesson } from './micro-lesson.ts';
import { readMine } from './mine.ts';
import type { TrainingParts } from './parts.ts';
import { createPathSteps } from './path-steps.ts';
import { pathRows } from './paths.ts';
import type { Training } from './port/training.ts';
import type { TrainingFault } from './port/views.ts';
import { badgeOf, paperOf, verifyCode } from './proofs.ts';
import { askQuestion } from './question/ask-question.ts';
import { markFor } from './quiz-mark.ts';
import { createQuizSteps } from './quiz-steps.ts';
import { createReserveLink } from './reserve-link.ts';
import { createSteps, type LearnerNow, type Steps } from './steps.ts';
import { createSweep, type Swept } from './sweep.ts';

export function createTraining(parts: TrainingParts): {
  readonly training: Training;
  /** What time does; for a clock to call. */
  readonly sweep: () => Promise<Result<Swept, StoreDown>>;
} {
  const { course, store, day, search } = parts;
  const steps = createSteps(parts);
  const quizzes = createQuizSteps(parts, steps);
  const lessons = createLessonSteps(parts, steps);
  const paths = createPathSteps(parts, steps);
  const link = createReserveLink(parts);

  /** A learner, or nobody in particular: whoever is signed in but unknown here is nobody too. */
  const readAnyone = async (by: string | undefined): Promise<Result<LearnerNow | undefined, TrainingFault>> => {
    if (by === undefined) return ok(undefined);
    const read = await steps.read(by);
    return !read.ok && read.error.kind === 'not_signed_in' ? ok(undefined) : read;
  };
  const withLearner = async <T>(by: string, then: (who: LearnerNow) => Promise<Result<T, TrainingFault>>) => {
    const read = await steps.read(by);
    return read.ok ? then(read.value) : read;
  };

  const training: Training = {
    catalogue: async (by, filter) => {
      const who = await readAnyone(by);
      if (!who.ok) return who;
      const words = filter.words?.trim();
      const found = words === undefined || words === '' ? [] : await search(words);
      const wanted = { ...filter, words: words === '' ? undefined : words };
      return ok(browse(course, wanted, filter.role ?? who.value?.role ?? 'prescriber', day(), who.value, found));
    },
    module: async (by, id) => {
      const who = await readAnyone(by);
      if (!who.ok) return who;
      const view = moduleView(course, id, who.value?.role ?? 'prescriber', day(), who.value);
      return view === undefined ? err({ kind: 'unknown_module' }) : ok(view);
    },
    lesson: (...asked) => openLesson(parts, lessons, ...asked),
    finishLesson: lessons.finish,
    practise: async (by, question, chosen) =>
      by === undefined ? markFor(course, question, chosen, day(), '') : quizzes.practise(by, question, chosen),
    startQuiz: quizzes.start,
    quiz: quizzes.current,
    answerQuiz: quizzes.answer,
    quitQuiz: quizzes.abandon,
    mine: (by) => withLearner(by, (who) => readMine(parts, who)),
    paths: async (by) => {
      const who = await readAnyone(by);
      return who.ok ? ok(pathRows(course, who.value ?? { attestations: [], joins: [] }, day())) : who;
    },
    ...paths,
    settings: (by, changes) => changeSettings(steps, by, changes),
    noted: (by, why, fiches) => noteInterest(parts, steps, by, why, fiches),
    paper: (by, id) => withLearner(by, (who) => paperOf(parts, who, id)),
    badge: (by, id) => withLearner(by, (who) => badgeOf(parts, who, id)),
    issuerDocument: () => ({
      name: 'did.json',
      type: 'application/did+json; charset=utf-8',
      body: JSON.stringify(parts.badges.document, undefined, 2),
    }),
    verify: (code) => verifyCode(parts, code),
    lessonOf: (id) => lessonOf(parts, id),
    exportModule: async (module, format, role) => exportModule(parts, module, format, role),
    cohort: (by) => readCohort(parts, by),
    cohortFile: (by) => cohortFile(parts, by),
    judgeJoin: link.judge,
    hear: (by, text, on) => chat(by, text, on),
    exportOf: (by) => exportOf(store, by),
    forget: async (by) => {
      const gone = await store.training.forget(by);
      return gone.ok ? gone : err({ kind: 'store_down' });
    },
  };
  const chat = createChat(parts, training, { steps, lessons, paths });
  return { training, sweep: createSweep(parts, link, steps) };
}

async function openLesson(
  { course, day }: TrainingParts,
  lessons: LessonSteps,
  ...[by, module, fiche, role]: Parameters<Training['lesson']>
): ReturnType<Training['lesson']> {
  const lesson = microLesson(course, module, fiche, role, day());
  if (lesson === undefined) return err({ kind: 'unknown_lesson' });
  if (by !== undefined) {
    const going = await lessons.goTo(by, { kind: 'lesson', module, fiche, step: 0 });
    if (!going.ok && going.error.kind === 'store_down') return going;
  }
  const questions = lesson.questions.flatMap((id) => {
    const found = course.question(id);
    return (found && askQuestion(found.question, module, course.corpus.figures, day(), by ?? '')) ?? [];
  });
  return ok({ lesson, questions });
}

function changeSettings(
  steps: Steps,
  ...[by, { recommend, nudgeHour }]: Parameters<Training['settings']>
): ReturnType<Training['settings']> {
  return steps.step(by, ({ learner }) => {
    const changed = {
      recommend: recommend ?? learner.recommend,
      nudgeHour: nudgeHour === undefined ? learner.nudgeHour : nudgeHour,
    };
    // What fed the recommendations goes with them.
    return ok({
      value: undefined,
      write: { learner: { ...changed, ...(changed.recommend ? {} : { interests: [] }) } },
    });
  });
}

/** What was asked or worded feeds the recommendations of who wants them. */
async function noteInterest(
  { course, now }: TrainingParts,
  steps: Steps,
  ...[by, why, fiches]: Parameters<Training['noted']>
): Promise<void> {
  await steps.step(by, ({ learner }) => {
    // A word that had to be translated is a concept of the lexicon, which names the fiche that explains it.
    const known = fiches.flatMap((id) => {
      const fiche = why === 'worded' ? course.corpus.lexicon.find((entry) => entry.id === id)?.fiche : id;
      return fiche !== undefined && course.fiche(fiche) !== undefined ? [fiche] : [];
    });
    if (!learner.recommend || known.length === 0) return ok({ value: undefined });
    const at = now().toISOString();
    const interests = [...learner.interests, ...known.map((fiche) => ({ fiche, why, at }))].slice(-MOST_INTERESTS);
    return ok({ value: undefined, write: { learner: { interests, nudgedAt: learner.nudgedAt } } });
  });
}

function lessonOf({ course, day }: TrainingParts, id: string): ReturnType<Training['lessonOf']> {
  const fiche = course.fiche(id);
  const module = course.corpus.modules.find((one) => one.id === fiche?.module);
  if (fiche === undefined || module === undefined) return undefined;
  return { module: module.id, moduleTitle: course.say(module.title, day()), title: course.say(fiche.title, day()) };
}

async function exportOf(store: TrainingParts['store'], by: string): ReturnType<Training['exportOf']> {
  const down = err({ kind: 'store_down' } as const);
  const file = await store.training.file(by);
  const events = await store.training.events(by);
  const letters = await store.training.letters(by);
  const messages = await store.training.messagesTo(by, 1_000);
  const cards = await store.training.cards(by, '9999', 10_000);
  if (!file.ok || !events.ok || !letters.ok || !messages.ok || !cards.ok) return down;
  const joins = file.value.joins.map(({ judgedBy: _, ...join }) => join);
  return ok({
    ...file.value,
    joins,
    events: events.value,
    letters: letters.value,
    messages: messages.value,
    cards: cards.value,
  });
}

async function cohortFile(parts: TrainingParts, by: string): ReturnType<Training['cohortFile']> {
  const cohort = await readCohort(parts, by);
  if (!cohort.ok) return cohort;
  return ok({ name: `formation-${parts.day()}.csv`, type: 'text/csv; charset=utf-8', body: cohortCsv(cohort.value) });
}
