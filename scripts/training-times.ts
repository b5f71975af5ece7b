import { loadConfig } from '../src/config/config.ts';
import { parisDay } from '../src/days/iso-date.ts';
import { createCourse, sideOf } from '../src/training/course.ts';
import { QUIZ_LENGTH } from '../src/training/draw.ts';
import { microLesson } from '../src/training/micro-lesson.ts';
import { askQuestion, settledChoices } from '../src/training/question/ask-question.ts';
import type { Role } from '../src/vocabulary/people.ts';
import { readCommandLine } from './command-line.ts';
import { readCheckedCorpus } from './compose.ts';

/** Silent reading of French prose that is to be remembered. */
const WORDS_A_MINUTE = 200;

/**
 * `npm run training:times`: minutes of reading a module takes to its attestation: every lesson in the reader's own register (and,
 * in the last column, in both), the quiz of ten with its choices and the explanations of each.
 */
readCommandLine('training:times');
const corpus = readCheckedCorpus(loadConfig(process.env));
const course = createCourse(corpus);
const day = parisDay(new Date());
const count = (...texts: readonly (string | undefined)[]) =>
  texts.reduce((sum, text) => sum + (text ?? '').split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length, 0);
const minutes = (words: number) => words / WORDS_A_MINUTE;

const rows = corpus.modules.map((module) => {
  const perRole = (['prescriber', 'buyer'] as const).map((role) => timesOf(module.id, role));
  return { id: module.id, for: module.for, perRole };
});

function timesOf(module: string, role: Role) {
  const other: Role = role === 'buyer' ? 'prescriber' : 'buyer';
  const lessons = course
    .lessonsOf(module)
    .flatMap(({ fiche }) => microLesson(course, module, fiche.id, role, day) ?? []);
  const own = lessons.map((lesson) =>
    count(lesson.situation, lesson.brief, lesson.registers[role], lesson.example, lesson.pitfalls),
  );
  const both = lessons.map((lesson, index) => (own[index] ?? 0) + count(lesson.registers[other]));
  const questions = course.openQuestions(module, sideOf(role), day).map((question) => {
    const asked = askQuestion(question, module, corpus.figures, day, '');
    const settled = settledChoices(question, corpus.figures, day) ?? [];
    return count(
      asked?.situation,
      asked?.quoted,
      asked?.ask,
      question.why,
      ...settled.flatMap(({ text, why }) => [text, why]),
    );
  });
  const mean = questions.reduce((sum, words) => sum + words, 0) / Math.max(1, questions.length);
  const quiz = Math.min(QUIZ_LENGTH, questions.length) * mean;
  const sum = (list: readonly number[]) => list.reduce((total, words) => total + words, 0);
  return {
    lessons: lessons.map(({ minutes: of }) => of),
    quiz: minutes(quiz),
    own: minutes(sum(own) + quiz),
    both: minutes(sum(both) + quiz),
  };
}

const cell = (value: number) => value.toFixed(1).padStart(6);
console.log(`${'module'.padEnd(26)} lessons  quiz   service  achat   both registers`);
for (const { id, perRole } of rows) {
  const [service, buyer] = perRole;
  if (service === undefined || buyer === undefined) continue;
  console.log(
    `${id.padEnd(26)} ${String(service.lessons.length).padStart(6)} ${cell(service.quiz)} ${cell(service.own)} ${cell(buyer.own)} ${cell(buyer.both)}`,
  );
}
const lengths = rows.flatMap(({ perRole }) => perRole.flatMap(({ lessons }) => lessons));
const under = rows.filter(({ perRole }) => perRole.some(({ own }) => own < 15)).length;
console.log(
  `lessons of ${Math.min(...lengths)} to ${Math.max(...lengths)} minutes, ${Math.round((100 * lengths.filter((m) => m >= 3 && m <= 6).length) / lengths.length)} % within 3 to 6; ${under} of ${rows.length} modules read whole, in one's own register, in under 15 minutes`,
);
