import type { Fiche } from '../corpus/fiche.ts';
import { fillFigures } from '../corpus/prose.ts';
import { conditionsHold, figureOptions } from '../corpus/quiz/figure-options.ts';
import type { Quiz, QuizQuestion } from '../corpus/quiz/quiz.ts';
import type { Corpus } from '../corpus/read-corpus.ts';
import type { IsoDate } from '../days/iso-date.ts';
import { frenchTypography } from '../french/typography.ts';
import type { Role } from '../vocabulary/people.ts';

/** The side of the corpus that a role is. */
export function sideOf(role: Role): 'service' | 'achat' {
  return role === 'buyer' ? 'achat' : 'service';
}

/** The course as the rest of the training reads it: modules with their lessons and questions, and the paths through them. */
export interface Course {
  readonly corpus: Corpus;
  readonly quizOf: (module: string) => Quiz | undefined;
  readonly question: (id: string) => { readonly question: QuizQuestion; readonly module: string } | undefined;
  readonly fiche: (id: string) => Fiche | undefined;
  /** Fiches of a module in the order in which they are learnt. */
  readonly lessonsOf: (module: string) => readonly { readonly fiche: Fiche; readonly situation: string | undefined }[];
  /** Questions that can be asked to a side on a day. */
  readonly openQuestions: (module: string, side: 'service' | 'achat', at: IsoDate) => readonly QuizQuestion[];
  /** A text of the corpus as it is read on a day. */
  readonly say: (text: string, at: IsoDate) => string;
}

export function createCourse(corpus: Corpus): Course {
  const quizzes = new Map(corpus.quizzes.map((quiz) => [quiz.module, quiz]));
  const fiches = new Map(corpus.fiches.map((fiche) => [fiche.id, fiche]));
  const questions = new Map(
    corpus.quizzes.flatMap(({ module, questions: list }) =>
      list.map((question) => [question.id, { question, module }] as const),
    ),
  );
  const lessons = new Map(
    corpus.modules.map(({ id }) => {
      const held = corpus.fiches.filter(({ module }) => module === id);
      const listed = quizzes.get(id)?.lessons ?? [];
      const inOrder = listed.flatMap(({ fiche, situation }) => {
        const found = held.find((one) => one.id === fiche);
        return found === undefined ? [] : [{ fiche: found, situation }];
      });
      // A fiche that no lesson lists yet is read last, from its own questions.
      const rest = held.filter(({ id: fiche }) => !listed.some((lesson) => lesson.fiche === fiche));
      return [id, [...inOrder, ...rest.map((fiche) => ({ fiche, situation: undefined }))]] as const;
    }),
  );
  return {
    corpus,
    quizOf: (module) => quizzes.get(module),
    question: (id) => questions.get(id),
    fiche: (id) => fiches.get(id),
    lessonsOf: (module) => lessons.get(module) ?? [],
    openQuestions: (module, side, at) =>
      (quizzes.get(module)?.questions ?? []).filter(
        (question) => (question.for === undefined || question.for === side) && canBeAsked(question, corpus, at),
      ),
    say: (text, at) => frenchTypography(fillFigures(text, corpus.figures, at)),
  };
}

function canBeAsked(question: QuizQuestion, { figures }: Corpus, at: IsoDate): boolean {
  if (!conditionsHold(question.true_while ?? [], figures, at)) return false;
  return question.kind !== 'figure' || figureOptions(question, figures, at) !== undefined;
}
