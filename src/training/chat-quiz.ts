import type { Suggestion } from '../message/message.ts';
import { catalogues } from '../text/catalogues.ts';
import type { Language } from '../vocabulary/people.ts';
import { sayQuestion } from './chat-lines.ts';
import type { QuizSeat } from './learner.ts';
import type { QuizResult, QuizView, TrainingReply } from './port/views.ts';

export function sayQuiz(quiz: QuizView, language: Language): TrainingReply {
  return sayQuestion(quiz.question, quiz, catalogues[language].training.chat);
}

export function sayResult(
  said: string,
  result: QuizResult,
  { purpose, module }: QuizSeat,
  language: Language,
): TrainingReply {
  const { chat } = catalogues[language].training;
  const { title, right, of, needed, attestation, missed, letters } = result;
  const verdict =
    purpose === 'review'
      ? chat.reviewed(right, of)
      : attestation === undefined
        ? chat.failed(title, right, of, needed)
        : chat.passed(title, right, of, attestation.code);
  const again =
    missed.length === 0 ? [] : [`${chat.missed}\n${[...new Set(missed.map((one) => `- ${one.title}`))].join('\n')}`];
  const letter = letters.map(({ path, title: name }) => chat.letterNext(name, path));
  const suggestions: Suggestion[] =
    purpose !== 'review' && !result.passed ? [{ label: chat.quiz, text: `quiz ${module}` }] : [];
  return { text: [said, verdict, ...again, ...letter].join('\n\n'), suggestions };
}
