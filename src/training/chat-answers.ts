import { roleOf } from '../reserve/signed-in.ts';
import { catalogues } from '../text/catalogues.ts';
import { questionAt } from './chat-lessons.ts';
import { readChoice, sayMarked, sayQuestion } from './chat-lines.ts';
import { sayQuiz, sayResult } from './chat-quiz.ts';
import { sayFault } from './chat-replies.ts';
import type { Room } from './chat-room.ts';
import { quizOf } from './learner.ts';
import type { TrainingReply } from './port/views.ts';
import type { LearnerNow } from './steps.ts';

/** A letter typed while a question is asked, or pressed under the question `on`; undefined when none is. */
export async function answer(
  room: Room,
  who: LearnerNow,
  text: string,
  on: string | undefined,
): Promise<TrainingReply | undefined> {
  const { training } = room;
  const { seat } = who.learner;
  const { language, id: by } = who.person;
  const { chat } = catalogues[language].training;
  const past = { text: chat.past, suggestions: [{ label: chat.next, text: 'suite' }] };
  if (seat?.kind === 'lesson') {
    const question = questionAt(room, who, seat, roleOf(who.person));
    if (on !== undefined && on !== question?.id) return past;
    if (question === undefined) return undefined;
    const chosen = readChoice(text, question);
    if (chosen.length === 0) return sayQuestion(question, undefined, chat);
    const marked = await training.practise(by, question.id, chosen);
    if (!marked.ok) return sayFault(marked.error, language);
    return { text: sayMarked(marked.value, chat), suggestions: [{ label: chat.next, text: 'suite' }] };
  }
  const under = quizOf(who.learner);
  const quiz = under === undefined ? undefined : await training.quiz(by);
  const asked = quiz?.ok === true ? quiz.value : undefined;
  if (on !== undefined && on !== asked?.question.id) return past;
  if (under === undefined || asked === undefined) return undefined;
  const chosen = readChoice(text, asked.question);
  if (chosen.length === 0) return sayQuiz(asked, language);
  const step = await training.answerQuiz(by, asked.question.id, chosen);
  if (!step.ok) return sayFault(step.error, language);
  const { marked, next, result } = step.value;
  const said = sayMarked(marked, chat);
  if (next !== undefined) {
    const following = sayQuiz(next, language);
    return { ...following, text: `${said}\n\n${following.text}` };
  }
  return result === undefined ? { text: said, suggestions: [] } : sayResult(said, result, under, language);
}
