import { roleOf } from '../reserve/signed-in.ts';
import { catalogues } from '../text/catalogues.ts';
import type { Role } from '../vocabulary/people.ts';
import { SCREENS, sayLesson, sayOtherSide, sayQuestion } from './chat-lines.ts';
import { browse, moduleNamed } from './chat-modules.ts';
import { sayQuiz } from './chat-quiz.ts';
import { say, sayFault } from './chat-replies.ts';
import type { Room } from './chat-room.ts';
import { type LessonSeat, quizOf } from './learner.ts';
import { microLesson } from './micro-lesson.ts';
import type { TrainingReply } from './port/views.ts';
import { askQuestion } from './question/ask-question.ts';
import type { LearnerNow } from './steps.ts';

export async function begin(room: Room, who: LearnerNow, name: string): Promise<TrainingReply> {
  const { course } = room;
  const { language } = who.person;
  const id = moduleNamed(room, name);
  if (id === undefined) return say(language, 'unknownModule');
  const read = who.progress.find(({ module }) => module === id)?.lessons ?? [];
  const lesson = course.lessonsOf(id).find(({ fiche }) => !read.includes(fiche.id)) ?? course.lessonsOf(id)[0];
  if (lesson === undefined) return say(language, 'unknownModule');
  return showStep(room, who, { kind: 'lesson', module: id, fiche: lesson.fiche.id, step: 0 });
}

/** From an answer to its lesson: the fiche is named, and its module with it. */
export function beginLesson(room: Room, who: LearnerNow, fiche: string): TrainingReply | Promise<TrainingReply> {
  const { course } = room;
  const found = course.fiche(fiche);
  if (found === undefined) return say(who.person.language, 'unknownModule');
  return showStep(room, who, { kind: 'lesson', module: found.module, fiche, step: 0 });
}

export async function goOn(room: Room, who: LearnerNow): Promise<TrainingReply> {
  const { course, training } = room;
  const { seat } = who.learner;
  const { language } = who.person;
  if (seat?.kind === 'lesson') return showStep(room, who, { ...seat, step: seat.step + 1 });
  if (quizOf(who.learner) !== undefined) {
    const quiz = await training.quiz(who.person.id);
    if (quiz.ok && quiz.value !== undefined) return sayQuiz(quiz.value, language);
  }
  // Nothing under way: the module last followed, or the list.
  const last = who.progress.toSorted((a, b) => (a.lastAt < b.lastAt ? 1 : -1))[0];
  const left = last && course.lessonsOf(last.module).some(({ fiche }) => !last.lessons.includes(fiche.id));
  return last !== undefined && left === true ? begin(room, who, last.module) : browse(room, who);
}

/** One screen of a lesson; past the last one the lesson is read, and what may follow is proposed. */
async function showStep(room: Room, who: LearnerNow, seat: LessonSeat): Promise<TrainingReply> {
  const { course, day, lessons } = room;
  const { language } = who.person;
  const { chat } = catalogues[language].training;
  const role = roleOf(who.person);
  const lesson = microLesson(course, seat.module, seat.fiche, role, day());
  if (lesson === undefined) return say(language, 'unknownModule');
  const said = sayLesson(lesson, seat.step, role, chat);
  if (said !== undefined) {
    const kept = await lessons.goTo(who.person.id, seat);
    const other = seat.step === 1 ? [{ label: chat.other, text: 'autre côté' }] : [];
    return kept.ok
      ? { text: said, suggestions: [{ label: chat.next, text: 'suite' }, ...other] }
      : sayFault(kept.error, language);
  }
  const question = questionAt(room, who, seat, role);
  if (question !== undefined) {
    const kept = await lessons.goTo(who.person.id, seat);
    return kept.ok ? sayQuestion(question, undefined, chat) : sayFault(kept.error, language);
  }
  const done = await lessons.finish(who.person.id, seat.module, seat.fiche);
  if (!done.ok) return sayFault(done.error, language);
  const read = new Set([...(who.progress.find(({ module }) => module === seat.module)?.lessons ?? []), seat.fiche]);
  const left = course.lessonsOf(seat.module).filter(({ fiche }) => !read.has(fiche.id)).length;
  return {
    text: chat.lessonDone(left),
    suggestions: [
      ...(left > 0 ? [{ label: chat.next, text: 'suite' }] : []),
      { label: chat.quiz, text: `quiz ${seat.module}` },
    ],
  };
}

/** The rule as the other side is told it; the place is kept. Nothing is being read: the list of modules. */
export function otherSide(room: Room, who: LearnerNow): TrainingReply | Promise<TrainingReply> {
  const { course, day } = room;
  const { seat } = who.learner;
  const role = roleOf(who.person);
  const { chat } = catalogues[who.person.language].training;
  const lesson = seat?.kind === 'lesson' ? microLesson(course, seat.module, seat.fiche, role, day()) : undefined;
  if (lesson === undefined) return browse(room, who);
  return { text: sayOtherSide(lesson, role, chat), suggestions: [{ label: chat.next, text: 'suite' }] };
}

export function questionAt(room: Room, who: LearnerNow, { module, fiche, step }: LessonSeat, role: Role) {
  const { course, day } = room;
  const lesson = microLesson(course, module, fiche, role, day());
  const found = course.question(lesson?.questions[step - SCREENS] ?? '');
  return found && askQuestion(found.question, module, course.corpus.figures, day(), who.person.id);
}
