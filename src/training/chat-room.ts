import type { createPathWords } from './chat-paths.ts';
import type { LessonSteps } from './lesson-steps.ts';
import type { TrainingParts } from './parts.ts';
import type { Training } from './port/training.ts';

/** What every command of training is done with. */
export interface Room extends Pick<TrainingParts, 'course' | 'day'> {
  readonly training: Training;
  readonly lessons: LessonSteps;
  readonly pathWords: ReturnType<typeof createPathWords>;
}
