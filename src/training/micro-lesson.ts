import type { IsoDate } from '../days/iso-date.ts';
import type { Role } from '../vocabulary/people.ts';
import { type Course, sideOf } from './course.ts';
import type { MicroLesson } from './port/lesson.ts';

const MOST_QUESTIONS = 3;
/** Silent reading of French prose, words a minute: slower than a novel's 250, since it is to be remembered. */
const WORDS_A_MINUTE = 200;
const MINUTES_A_QUESTION = 0.5;

/** Undefined when the module holds no such fiche. */
export function microLesson(
  course: Course,
  module: string,
  ficheId: string,
  role: Role,
  at: IsoDate,
): MicroLesson | undefined {
  const lessons = course.lessonsOf(module);
  const index = lessons.findIndex(({ fiche }) => fiche.id === ficheId);
  const lesson = lessons[index];
  if (lesson === undefined) return undefined;
  const { fiche } = lesson;
  const say = (text: string) => course.say(text, at);
  const { brief, service, buyer, pitfalls, example } = fiche.sections;
  const situation = say(
    lesson.situation ?? fiche.questions.find(({ ask }) => /^\p{Lu}/u.test(ask))?.ask ?? fiche.title,
  );
  const questions = course
    .openQuestions(module, sideOf(role), at)
    .filter((question) => question.fiche === fiche.id)
    .slice(0, MOST_QUESTIONS)
    .map(({ id }) => id);
  const read = [situation, brief, service, buyer, pitfalls, example].reduce((sum, text) => sum + wordsIn(text), 0);
  return {
    module,
    fiche: fiche.id,
    title: say(fiche.title),
    place: index + 1,
    of: lessons.length,
    situation,
    brief: say(brief),
    registers: { prescriber: say(service), buyer: say(buyer) },
    pitfalls: say(pitfalls),
    example: say(example),
    questions,
    minutes: Math.max(1, Math.round(read / WORDS_A_MINUTE + questions.length * MINUTES_A_QUESTION)),
    articles: fiche.articles,
    verifiedOn: fiche.verified_on,
    previous: lessons[index - 1]?.fiche.id,
    next: lessons[index + 1]?.fiche.id,
  };
}

/** Words as a reader counts them. */
function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
}
