import type { Catalogue } from '../text/catalogues.ts';
import type { Role } from '../vocabulary/people.ts';
import type { AskedQuestion } from './port/asked-question.ts';
import type { MicroLesson } from './port/lesson.ts';
import type { Marked, QuizView, TrainingReply } from './port/views.ts';

type ChatTexts = Catalogue['training']['chat'];

/** Screens of a lesson before its questions. */
export const SCREENS = 3;

/** One screen of a lesson as Markdown: situation, rule in the reader's own register, example; undefined past them. */
export function sayLesson(lesson: MicroLesson, step: number, role: Role, chat: ChatTexts): string | undefined {
  switch (step) {
    case 0:
      return `${chat.lesson(lesson.place, lesson.of, lesson.title, lesson.minutes)}\n\n*${chat.situation}*\n\n${lesson.situation}`;
    case 1:
      return `*${chat.rule}*\n\n${lesson.brief}\n\n${lesson.registers[role]}`;
    case 2:
      return `*${chat.example}*\n\n${lesson.example}`;
    default:
      return undefined;
  }
}

/** The same rule as the other side is told it. */
export function sayOtherSide(lesson: MicroLesson, role: Role, chat: ChatTexts): string {
  const other: Role = role === 'buyer' ? 'prescriber' : 'buyer';
  return `*${chat.otherSide[other]}*\n\n${lesson.registers[other]}`;
}

/** A question as Markdown with lettered choices; one click gives a letter where one letter is enough. */
export function sayQuestion(
  question: AskedQuestion,
  quiz: Pick<QuizView, 'number' | 'of'> | undefined,
  chat: ChatTexts,
): TrainingReply {
  const { situation, quoted, ask, choices, several } = question;
  const text = [
    ...(quiz === undefined ? [] : [chat.question(quiz.number, quiz.of)]),
    ...(situation === undefined ? [] : [situation]),
    ...(quoted === undefined ? [] : [`> ${quoted}`]),
    `**${ask}**`,
    choices.map((choice, index) => `${letter(index)}) ${choice.text}`).join('\n\n'),
    several ? chat.howToSeveral : chat.howTo,
  ].join('\n\n');
  const suggestions = several
    ? []
    : choices.map((_, index) => ({ label: letter(index).toUpperCase(), text: letter(index), on: question.id }));
  return { text, suggestions };
}

/** What an answer was worth: why it is wrong, then why the right one is right, then where to read on. */
export function sayMarked({ marking, fiche }: Marked, chat: ChatTexts): string {
  const wrong = marking.choices.filter(({ chosen, right, why }) => chosen && !right && why !== undefined);
  const right = marking.choices.filter((choice) => choice.right).map(({ text }) => `« ${text} »`);
  return [
    marking.right ? chat.right : chat.wrong,
    ...wrong.map(({ text, why }) => `« ${text} » : ${why}`),
    ...(marking.right ? [] : [`→ ${right.join(' ; ')}`]),
    marking.why,
    ...(marking.right ? [] : [chat.readFiche(fiche.title)]),
  ].join('\n\n');
}

/** Nobody names eight choices in more: what is longer is no answer, and is not read further. */
const LONGEST_CHOICE = 60;

/** «b», «2», «acd», «a, c et d»: nothing but letters or numbers of choices. The text is folded. */
export function namesChoices(text: string): boolean {
  if (text.length > LONGEST_CHOICE) return false;
  const parts = text.split(/[ ,;]/).filter((part) => part !== '' && part !== 'et');
  return parts.length > 0 && parts.every((part) => /^[a-h1-8]{1,8}$/.test(part));
}

/** The keys that letters (or numbers) stand for, in the order in which the choices were shown. */
export function readChoice(text: string, { choices, several }: AskedQuestion): readonly string[] {
  const signs = text.replace(/\bet\b/g, ' ').match(/[a-h1-8]/g) ?? [];
  const keys = signs.flatMap((sign) => {
    const index = /\d/.test(sign) ? Number(sign) - 1 : sign.charCodeAt(0) - 97;
    return choices[index]?.key ?? [];
  });
  const distinct = [...new Set(keys)];
  return several ? distinct : distinct.slice(0, 1);
}

function letter(index: number): string {
  return String.fromCharCode(97 + index);
}
