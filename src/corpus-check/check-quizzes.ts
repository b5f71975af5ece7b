import { z } from 'zod';
import type { ArticleIndex } from '../corpus/article-index.ts';
import type { Fiche } from '../corpus/fiche.ts';
import type { KnowledgeFiles } from '../corpus/knowledge-files.ts';
import type { CorpusProblem } from '../corpus/problem.ts';
import type { Quiz, QuizQuestion } from '../corpus/quiz/quiz.ts';
import { reporter } from '../corpus/quiz/read-quiz.ts';
import type { Corpus } from '../corpus/read-corpus.ts';
import { readYaml } from '../corpus/yaml-source.ts';
import type { IsoDate } from '../days/iso-date.ts';
import { fold } from '../french/words.ts';
import { createLint } from '../rewording/lint/lint.ts';
import { answerDefects } from './check-answers.ts';

export const QUIZ_LIMITS = {
  /** Questions open to each side for which the module is meant: an attestation draws ten. */
  questions: 10,
  /** Different kinds of question in a module. */
  kinds: 3,
  /** Share of single-choice questions whose right choice may be the longest: beyond it, length gives the answer away. */
  longestRight: 0.6,
} as const;

/** Everything that can be checked by rule in the quizzes once the corpus is read; `readCorpus` has checked their form. */
export function checkQuizzes(
  corpus: Corpus,
  files: KnowledgeFiles,
  index: ArticleIndex,
  day: IsoDate,
): { readonly problems: readonly CorpusProblem[]; readonly warnings: readonly CorpusProblem[] } {
  const lint = createLint(corpus.lint);
  const evidence = { figures: corpus.figures, index, lint, day };
  const problems: CorpusProblem[] = corpus.modules
    .filter(({ id }) => !corpus.quizzes.some(({ module }) => module === id))
    .map(({ id }) => ({ file: `modules/${id}`, line: 1, field: 'quiz.yaml', message: 'this module has no quiz' }));
  const warnings: CorpusProblem[] = [];
  const asked = new Map<string, string>();
  for (const quiz of corpus.quizzes) {
    const report = reporter(readYaml(files.get(quiz.file) ?? '', z.unknown(), quiz.file), quiz.file);
    problems.push(...coverageDefects(quiz, corpus, false).map(({ path, message }) => report(path, message)));
    warnings.push(...coverageDefects(quiz, corpus, true).map(({ path, message }) => report(path, message)));
    for (const [at, question] of quiz.questions.entries()) {
      const fiche = corpus.fiches.find(({ id }) => id === question.fiche);
      if (fiche === undefined) continue;
      for (const { path, message } of answerDefects(question, fiche, evidence))
        problems.push(report(['questions', at, ...path], `${question.id}: ${message}`));
      const twin = asked.get(wholeQuestion(question));
      if (twin !== undefined) problems.push(report(['questions', at], `${question.id} asks the same as ${twin}`));
      asked.set(wholeQuestion(question), question.id);
    }
    warnings.push(...tellingLengths(quiz).map(({ path, message }) => report(path, message)));
  }
  return { problems, warnings };
}

interface Defect {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/**
 * What a module's quiz leaves out: fiches without lesson or question, sides without enough questions. A fiche that came of a
 * solved case (`fromCases`: no source of it was checked yet) waits for the trainer who reads it over: it is only warned of.
 */
function coverageDefects(quiz: Quiz, corpus: Corpus, fromCases: boolean): readonly Defect[] {
  const defects: Defect[] = [];
  const module = corpus.modules.find(({ id }) => id === quiz.module);
  const isUnchecked = ({ sources }: Fiche) => sources.every(({ status }) => status === 'M');
  const fiches = corpus.fiches.filter((fiche) => fiche.module === quiz.module && isUnchecked(fiche) === fromCases);
  for (const { id } of fiches) {
    if (!quiz.lessons.some(({ fiche }) => fiche === id))
      defects.push({ path: ['lessons'], message: `no lesson for the fiche ${id}` });
    if (!quiz.questions.some(({ fiche }) => fiche === id))
      defects.push({ path: ['questions'], message: `no question for the fiche ${id}` });
  }
  if (fromCases) return defects;
  for (const side of module?.for ?? []) {
    const open = quiz.questions.filter((question) => question.for === undefined || question.for === side).length;
    if (open < QUIZ_LIMITS.questions)
      defects.push({
        path: ['questions'],
        message: `${open} questions open to « ${side} », at least ${QUIZ_LIMITS.questions} expected`,
      });
  }
  const kinds = new Set(quiz.questions.map(({ kind }) => kind)).size;
  if (kinds < QUIZ_LIMITS.kinds)
    defects.push({
      path: ['questions'],
      message: `${kinds} kinds of question, at least ${QUIZ_LIMITS.kinds} expected`,
    });
  return defects;
}

function wholeQuestion(question: QuizQuestion): string {
  const own = 'ask' in question ? question.ask : question.kind === 'reword' ? question.need : question.sentence;
  return fold(`${question.kind}|${question.situation ?? ''}|${own}`);
}

function tellingLengths(quiz: Quiz): readonly Defect[] {
  const singles = quiz.questions.flatMap((question) => (question.kind === 'single' ? [question] : []));
  const telling = singles.filter(({ choices }) => {
    const right = choices.find((choice) => choice.right)?.text.length ?? 0;
    return choices.every((choice) => choice.right || choice.text.length < right);
  });
  if (telling.length <= singles.length * QUIZ_LIMITS.longestRight) return [];
  const ids = telling.map(({ id }) => id).join(', ');
  return [
    {
      path: ['questions'],
      message: `the right choice is the longest in ${telling.length} of ${singles.length} single choices: ${ids}`,
    },
  ];
}
