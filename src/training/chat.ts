// The commands of training, one after the other: what is typed, and what is said to it. Read from top to bottom, it is one thing.

import { frenchDate } from '../days/iso-date.ts';
import { fold } from '../french/words.ts';
import type { Suggestion } from '../message/message.ts';
import { roleOf } from '../reserve/signed-in.ts';
import { catalogues } from '../text/catalogues.ts';
import type { Language, Role } from '../vocabulary/people.ts';
import { readChoice, SCREENS, sayLesson, sayMarked, sayOtherSide, sayQuestion } from './chat-lines.ts';
import { createPathWords } from './chat-paths.ts';
import { type LessonSeat, type QuizSeat, quizOf } from './learner.ts';
import type { LessonSteps } from './lesson-steps.ts';
import { microLesson } from './micro-lesson.ts';
import type { TrainingParts } from './parts.ts';
import type { PathSteps } from './path-steps.ts';
import { sayTrainingFault } from './port/say-fault.ts';
import type { Training } from './port/training.ts';
import type { QuizResult, QuizView, TrainingFault, TrainingReply } from './port/views.ts';
import { askQuestion } from './question/ask-question.ts';
import type { LearnerNow, Steps } from './steps.ts';

type Hear = (by: string | undefined, text: string, on?: string | undefined) => Promise<TrainingReply | undefined>;

export function createChat(
  parts: TrainingParts,
  training: Training,
  { steps, lessons, paths }: { readonly steps: Steps; readonly lessons: LessonSteps; readonly paths: PathSteps },
): Hear {
  const { course, day, readLine } = parts;
  const pathWords = createPathWords(parts, paths, sayFault);

  return async (by, typed, on) => {
    const command = readLine(typed);
    if (command === undefined) return undefined;
    // A letter by itself is a word to the assistant for whoever is asked nothing.
    const letters = command.name === 'letters';
    if (by === undefined) return letters ? undefined : say('fr', command.name === 'unread' ? 'unread' : 'notSignedIn');
    const read = await steps.read(by);
    if (!read.ok) return letters ? undefined : sayFault(read.error, 'fr');
    const who = read.value;
    const { language } = who.person;
    switch (command.name) {
      case 'letters':
        return answer(who, command.rest, on);
      case 'unread':
        return say(language, 'unread');
      case 'browse':
        return browse(who);
      case 'module':
        return showModule(who, command.rest);
      case 'begin':
        return begin(who, command.rest);
      case 'next':
        return goOn(who);
      case 'other':
        return otherSide(who);
      case 'quiz':
      case 'recheck': {
        const module = moduleNamed(command.rest);
        if (module === undefined) return say(language, 'unknownModule');
        const quiz = await training.startQuiz(by, command.name === 'quiz' ? 'attest' : 'recheck', module);
        return quiz.ok ? sayQuiz(quiz.value, language) : sayFault(quiz.error, language);
      }
      case 'review': {
        const quiz = await training.startQuiz(by, 'review', '');
        return quiz.ok ? sayQuiz(quiz.value, language) : sayFault(quiz.error, language);
      }
      case 'mine':
        return mine(who);
      case 'search':
        return browse(who, command.rest);
      case 'lesson':
        return beginLesson(who, command.rest);
      case 'paths':
        return pathWords.list(who);
      case 'letter':
      case 'letterOffered':
        return pathWords.keepLetter(
          who,
          command.path,
          typed.slice(typed.indexOf(':') + 1),
          command.name === 'letterOffered',
        );
      case 'letterAsk':
        return pathWords.askLetter(who, command.rest);
      case 'offer':
      case 'takeBack':
        return pathWords.offerLast(who, command.name === 'offer');
      case 'join':
      case 'decline':
        return pathWords.join(who, command.rest, command.name === 'join');
      case 'nudge': {
        const hour = /^\d/.test(command.rest) ? Math.min(23, Number.parseInt(command.rest, 10)) : null;
        const set = await training.settings(by, { nudgeHour: hour });
        const { chat } = catalogues[language].training;
        if (!set.ok) return sayFault(set.error, language);
        return { text: hour === null ? chat.nudgeOff : chat.nudgeSet(hour), suggestions: [] };
      }
      case 'recommend': {
        const on = command.rest === 'oui';
        const set = await training.settings(by, { recommend: on });
        if (!set.ok) return sayFault(set.error, language);
        return { text: catalogues[language].training.chat.recommendSet[on ? 'on' : 'off'], suggestions: [] };
      }
      default:
        // «arrêter»: the place is kept.
        return say(language, 'stopped');
    }
  };

  async function browse(who: LearnerNow, words?: string): Promise<TrainingReply> {
    const { chat, web } = catalogues[who.person.language].training;
    const filter = words === undefined ? { role: roleOf(who.person) } : { words };
    const view = await training.catalogue(who.person.id, filter);
    if (!view.ok) return sayFault(view.error, who.person.language);
    if (words !== undefined) {
      const { modules, found } = view.value;
      if (modules.length === 0) return { text: web.filter.none, suggestions: [] };
      return {
        text: found.map(({ module, fiche, title }) => chat.found(title, titleOf(module), fiche)).join('\n'),
        suggestions: found.slice(0, 3).map(({ title, fiche }) => ({ label: title, text: `leçon ${fiche}` })),
      };
    }
    const lines = view.value.modules.map(({ title, minutes, standing }) =>
      chat.moduleLine(title, minutes, standing === undefined ? '' : chat.marks[standing]),
    );
    const recommended = view.value.recommended.map(({ title, why, ficheTitle }) =>
      chat.recommended(title, chat.because[why](ficheTitle)),
    );
    const first = new Map(
      [...view.value.recommended.map(({ module: id, title }) => ({ id, title })), ...view.value.modules].map(
        ({ id, title }) => [id, title] as const,
      ),
    );
    return {
      text: [chat.intro, ...recommended, lines.join('\n'), chat.commands].join('\n\n'),
      suggestions: [...first].slice(0, 3).map(([id, title]) => ({ label: title, text: `module ${id}` })),
    };
  }

  async function showModule(who: LearnerNow, name: string): Promise<TrainingReply> {
    const { language } = who.person;
    const { chat, web } = catalogues[language].training;
    const id = moduleNamed(name);
    const view = id === undefined ? undefined : await training.module(who.person.id, id);
    if (id === undefined || view === undefined) return say(language, 'unknownModule');
    if (!view.ok) return sayFault(view.error, language);
    const { title, minutes, objectives, contents } = view.value;
    const text = [
      `**${title}**, ${web.minutes(minutes)}, ${web.lessons(contents.length)}`,
      objectives.map((objective) => `- ${objective}`).join('\n'),
      contents.map((lesson, index) => `${index + 1}. ${lesson.title}${lesson.read ? ' ✓' : ''}`).join('\n'),
    ].join('\n\n');
    return {
      text,
      suggestions: [
        { label: chat.start, text: `commencer ${id}` },
        { label: chat.quiz, text: `quiz ${id}` },
      ],
    };
  }

  async function begin(who: LearnerNow, name: string): Promise<TrainingReply> {
    const { language } = who.person;
    const id = moduleNamed(name);
    if (id === undefined) return say(language, 'unknownModule');
    const read = who.progress.find(({ module }) => module === id)?.lessons ?? [];
    const lesson = course.lessonsOf(id).find(({ fiche }) => !read.includes(fiche.id)) ?? course.lessonsOf(id)[0];
    if (lesson === undefined) return say(language, 'unknownModule');
    return showStep(who, { kind: 'lesson', module: id, fiche: lesson.fiche.id, step: 0 });
  }

  /** From an answer to its lesson: the fiche is named, and its module with it. */
  function beginLesson(who: LearnerNow, fiche: string): TrainingReply | Promise<TrainingReply> {
    const found = course.fiche(fiche);
    if (found === undefined) return say(who.person.language, 'unknownModule');
    return showStep(who, { kind: 'lesson', module: found.module, fiche, step: 0 });
  }

  async function goOn(who: LearnerNow): Promise<TrainingReply> {
    const { seat } = who.learner;
    const { language } = who.person;
    if (seat?.kind === 'lesson') return showStep(who, { ...seat, step: seat.step + 1 });
    if (quizOf(who.learner) !== undefined) {
      const quiz = await training.quiz(who.person.id);
      if (quiz.ok && quiz.value !== undefined) return sayQuiz(quiz.value, language);
    }
    // Nothing under way: the module last followed, or the list.
    const last = who.progress.toSorted((a, b) => (a.lastAt < b.lastAt ? 1 : -1))[0];
    const left = last && course.lessonsOf(last.module).some(({ fiche }) => !last.lessons.includes(fiche.id));
    return last !== undefined && left === true ? begin(who, last.module) : browse(who);
  }

  /** One screen of a lesson; past the last one the lesson is read, and what may follow is proposed. */
  async function showStep(who: LearnerNow, seat: LessonSeat): Promise<TrainingReply> {
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
    const question = questionAt(who, seat, role);
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
  function otherSide(who: LearnerNow): TrainingReply | Promise<TrainingReply> {
    const { seat } = who.learner;
    const role = roleOf(who.person);
    const { chat } = catalogues[who.person.language].training;
    const lesson = seat?.kind === 'lesson' ? microLesson(course, seat.module, seat.fiche, role, day()) : undefined;
    if (lesson === undefined) return browse(who);
    return { text: sayOtherSide(lesson, role, chat), suggestions: [{ label: chat.next, text: 'suite' }] };
  }

  function questionAt(who: LearnerNow, { module, fiche, step }: LessonSeat, role: Role) {
    const lesson = microLesson(course, module, fiche, role, day());
    const found = course.question(lesson?.questions[step - SCREENS] ?? '');
    return found && askQuestion(found.question, module, course.corpus.figures, day(), who.person.id);
  }

  /** A letter typed while a question is asked, or pressed under the question `on`; undefined when none is. */
  async function answer(who: LearnerNow, text: string, on: string | undefined): Promise<TrainingReply | undefined> {
    const { seat } = who.learner;
    const { language, id: by } = who.person;
    const { chat } = catalogues[language].training;
    const past = { text: chat.past, suggestions: [{ label: chat.next, text: 'suite' }] };
    if (seat?.kind === 'lesson') {
      const question = questionAt(who, seat, roleOf(who.person));
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

  function sayQuiz(quiz: QuizView, language: Language): TrainingReply {
    return sayQuestion(quiz.question, quiz, catalogues[language].training.chat);
  }

  function sayResult(
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

  async function mine(who: LearnerNow): Promise<TrainingReply> {
    const { language, id } = who.person;
    const { chat, web } = catalogues[language].training;
    const view = await training.mine(id);
    if (!view.ok) return sayFault(view.error, language);
    const { attestations, due, messages } = view.value;
    const lines = attestations.map(({ title, standing, code }) =>
      chat.mineLine(title, web.standing[standing.state], frenchDate(standing.until), code),
    );
    return {
      text: [
        ...(lines.length === 0 ? [chat.mineEmpty] : [lines.join('\n')]),
        due === 0 ? catalogues[language].faults.nothing_due.text : chat.due(due),
        ...messages.slice(0, 1).map(({ text }) => text),
      ].join('\n\n'),
      suggestions: due === 0 ? [] : [{ label: web.reviewTitle, text: 'réviser' }],
    };
  }

  /** By its folder's name, or by words of its title. */
  function moduleNamed(name: string): string | undefined {
    const { modules } = course.corpus;
    const wanted = fold(name);
    return (modules.find(({ id }) => id === wanted) ?? modules.find(({ title }) => fold(title).includes(wanted)))?.id;
  }

  function titleOf(module: string): string {
    const title = course.corpus.modules.find(({ id }) => id === module)?.title;
    return title === undefined ? module : course.say(title, day());
  }

  function say(language: Language, what: 'unknownModule' | 'stopped' | 'notSignedIn' | 'unread'): TrainingReply {
    return { text: catalogues[language].training.chat[what], suggestions: [] };
  }

  function sayFault(fault: TrainingFault, language: Language): TrainingReply {
    const { chat } = catalogues[language].training;
    const text = fault.kind.startsWith('unknown_')
      ? chat.unknownModule
      : sayTrainingFault(fault, catalogues[language]).text;
    return { text, suggestions: [] };
  }
}
