import { catalogues } from '../text/catalogues.ts';
import { answer } from './chat-answers.ts';
import { begin, beginLesson, goOn, otherSide } from './chat-lessons.ts';
import { browse, mine, moduleNamed, showModule } from './chat-modules.ts';
import { createPathWords } from './chat-paths.ts';
import { sayQuiz } from './chat-quiz.ts';
import { say, sayFault } from './chat-replies.ts';
import type { Room } from './chat-room.ts';
import type { LessonSteps } from './lesson-steps.ts';
import type { TrainingParts } from './parts.ts';
import type { PathSteps } from './path-steps.ts';
import type { Training } from './port/training.ts';
import type { QuizView, TrainingReply } from './port/views.ts';
import { articleNamed } from './quiz-draw.ts';
import type { TrainingLine } from './read-line.ts';
import type { LearnerNow, Steps } from './steps.ts';

type Hear = (by: string | undefined, text: string, on?: string | undefined) => Promise<TrainingReply | undefined>;

/** What is typed, and what is said to it: one act a command. */
export function createChat(
  parts: TrainingParts,
  training: Training,
  { steps, lessons, paths }: { readonly steps: Steps; readonly lessons: LessonSteps; readonly paths: PathSteps },
): Hear {
  const { course, day, readLine } = parts;
  const room: Room = { course, day, training, lessons, pathWords: createPathWords(parts, paths, sayFault) };

  return async (by, typed, on) => {
    const line = readLine(typed);
    if (line === undefined) return undefined;
    // A letter by itself is a word to the assistant for whoever is asked nothing.
    const letters = line.name === 'letters';
    if (by === undefined) return letters ? undefined : say('fr', line.name === 'unread' ? 'unread' : 'notSignedIn');
    const read = await steps.read(by);
    if (!read.ok) return letters ? undefined : sayFault(read.error, 'fr');
    return letters ? answer(room, read.value, line.rest, on) : ACTS[line.name](room, read.value, line, typed);
  };
}

type Act = (room: Room, who: LearnerNow, line: TrainingLine, typed: string) => TrainingReply | Promise<TrainingReply>;

const ACTS: Readonly<Record<Exclude<TrainingLine['name'], 'letters'>, Act>> = {
  unread: (_room, { person }) => say(person.language, 'unread'),
  browse: (room, who) => browse(room, who),
  search: (room, who, { rest }) => browse(room, who, rest),
  module: (room, who, { rest }) => showModule(room, who, rest),
  begin: (room, who, { rest }) => begin(room, who, rest),
  lesson: (room, who, { rest }) => beginLesson(room, who, rest),
  next: goOn,
  other: otherSide,
  quiz: (room, who, { rest }) => startOf(room, who, 'attest', rest),
  onArticle: startOnArticle,
  recheck: (room, who, { rest }) => startOf(room, who, 'recheck', rest),
  review: (room, who) => startQuiz(room, who, 'review', ''),
  mine,
  paths: ({ pathWords }, who) => pathWords.list(who),
  letter: keepLetter,
  letterOffered: keepLetter,
  letterAsk: ({ pathWords }, who, { rest }) => pathWords.askLetter(who, rest),
  offer: ({ pathWords }, who) => pathWords.offerLast(who, true),
  takeBack: ({ pathWords }, who) => pathWords.offerLast(who, false),
  join: ({ pathWords }, who, { rest }) => pathWords.join(who, rest, true),
  decline: ({ pathWords }, who, { rest }) => pathWords.join(who, rest, false),
  nudge: setNudge,
  recommend: setRecommend,
  // The place is kept.
  stop: (_room, { person }) => say(person.language, 'stopped'),
};

function startOf(room: Room, who: LearnerNow, purpose: QuizView['purpose'], name: string) {
  const module = moduleNamed(room, name);
  return module === undefined ? say(who.person.language, 'unknownModule') : startQuiz(room, who, purpose, module);
}

/** What an article sets, asked of whoever was told that it changed; of any other words, a module's quiz. */
function startOnArticle(room: Room, who: LearnerNow, line: TrainingLine) {
  const article = articleNamed(room.course, line.rest);
  return article === undefined ? startOf(room, who, 'attest', line.rest) : startQuiz(room, who, 'review', article);
}

async function startQuiz({ training }: Room, { person }: LearnerNow, purpose: QuizView['purpose'], module: string) {
  const quiz = await training.startQuiz(person.id, purpose, module);
  return quiz.ok ? sayQuiz(quiz.value, person.language) : sayFault(quiz.error, person.language);
}

function keepLetter({ pathWords }: Room, who: LearnerNow, { name, path }: TrainingLine, typed: string) {
  return pathWords.keepLetter(who, path, typed.slice(typed.indexOf(':') + 1), name === 'letterOffered');
}

async function setNudge({ training }: Room, { person }: LearnerNow, { rest }: TrainingLine): Promise<TrainingReply> {
  const hour = /^\d/.test(rest) ? Math.min(23, Number.parseInt(rest, 10)) : null;
  const set = await training.settings(person.id, { nudgeHour: hour });
  const { chat } = catalogues[person.language].training;
  if (!set.ok) return sayFault(set.error, person.language);
  return { text: hour === null ? chat.nudgeOff : chat.nudgeSet(hour), suggestions: [] };
}

async function setRecommend(
  { training }: Room,
  { person }: LearnerNow,
  { rest }: TrainingLine,
): Promise<TrainingReply> {
  const on = rest === 'oui';
  const set = await training.settings(person.id, { recommend: on });
  if (!set.ok) return sayFault(set.error, person.language);
  return { text: catalogues[person.language].training.chat.recommendSet[on ? 'on' : 'off'], suggestions: [] };
}
