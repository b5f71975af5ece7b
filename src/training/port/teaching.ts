import type { LessonOf } from './training.ts';
import type { TrainingReply } from './views.ts';

/** Training in a chat: lessons and quizzes step by step, by words alone. */
export interface Teaching {
  /**
   * One line of someone known. Undefined: it is not for training, and goes on to the assistant. Else Markdown, with the
   * replies that one click gives. `on`: the line was pressed, under that question (see `Suggestion`).
   */
  hear(person: string | undefined, text: string, on?: string | undefined): Promise<TrainingReply | undefined>;
  /** The lesson that a source's fiche is, with its module, which every answer names; «leçon FICHE» follows it from there. */
  lessonOf(fiche: string): LessonOf | undefined;
  /** What a question led to (fiches), or which words had to be translated (concepts), for their recommendations alone. */
  noted(person: string, why: 'asked' | 'worded', met: readonly string[]): Promise<void>;
}
