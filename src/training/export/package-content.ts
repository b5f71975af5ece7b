import type { IsoDate } from '../../days/iso-date.ts';
import { packageTexts } from '../../text/paper-texts.ts';
import type { Role } from '../../vocabulary/people.ts';
import type { Course } from '../course.ts';
import { sideOf } from '../course.ts';
import { drawQuestions, PASS_SHARE, QUIZ_LENGTH } from '../draw.ts';
import { microLesson } from '../micro-lesson.ts';
import { askQuestion, settledChoices } from '../question/ask-question.ts';
import { renderMarkdown } from './markdown.ts';

/** A module as the player reads it: HTML, made here, so that the player decides nothing. */
export interface PackageContent {
  readonly title: string;
  /** The day for which it is right: what another platform plays does not follow the law by itself. */
  readonly asOf: IsoDate;
  readonly passShare: number;
  readonly lessons: readonly {
    readonly id: string;
    readonly title: string;
    readonly minutes: number;
    readonly parts: readonly { readonly heading: string; readonly html: string }[];
  }[];
  readonly questions: readonly {
    readonly id: string;
    readonly situation: string;
    readonly quoted: string;
    readonly ask: string;
    readonly several: boolean;
    readonly why: string;
    readonly choices: readonly {
      readonly key: string;
      readonly text: string;
      readonly right: boolean;
      readonly why: string;
    }[];
  }[];
}

export function packageContent(course: Course, module: string, role: Role, at: IsoDate): PackageContent {
  const { figures, modules } = course.corpus;
  const open = course.openQuestions(module, sideOf(role), at);
  const drawn = new Set(drawQuestions(open, `export|${module}|${at}`, QUIZ_LENGTH));
  return {
    title: course.say(modules.find(({ id }) => id === module)?.title ?? module, at),
    asOf: at,
    passShare: PASS_SHARE,
    lessons: course.lessonsOf(module).flatMap(({ fiche }) => {
      const lesson = microLesson(course, module, fiche.id, role, at);
      if (lesson === undefined) return [];
      const part = (heading: string, text: string) => ({ heading, html: renderMarkdown(text) });
      return [
        {
          id: fiche.id,
          title: lesson.title,
          minutes: lesson.minutes,
          parts: [
            part(packageTexts.situation, lesson.situation),
            part(packageTexts.brief, lesson.brief),
            part(packageTexts.prescriber, lesson.registers.prescriber),
            part(packageTexts.buyer, lesson.registers.buyer),
            part(packageTexts.pitfalls, lesson.pitfalls),
            part(packageTexts.example, lesson.example),
          ],
        },
      ];
    }),
    questions: open
      .filter(({ id }) => drawn.has(id))
      .flatMap((question) => {
        const asked = askQuestion(question, module, figures, at, 'export');
        const settled = settledChoices(question, figures, at);
        if (asked === undefined || settled === undefined) return [];
        return [
          {
            id: question.id,
            situation: asked.situation ?? '',
            quoted: asked.quoted ?? '',
            ask: asked.ask,
            several: asked.several,
            why: course.say(question.why, at),
            choices: asked.choices.flatMap(({ key, text }) => {
              const found = settled.find((choice) => choice.key === key);
              return found === undefined ? [] : [{ key, text, right: found.right, why: found.why ?? '' }];
            }),
          },
        ];
      }),
  };
}
