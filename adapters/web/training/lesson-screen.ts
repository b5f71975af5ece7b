import { sayDay } from '../../../src/text/moments.ts';
import type { AskedQuestion } from '../../../src/training/port/asked-question.ts';
import type { MicroLesson } from '../../../src/training/port/lesson.ts';
import type { Role } from '../../../src/vocabulary/people.ts';
import { html, type Markup } from '../html.ts';
import { renderMarkdown } from '../markdown.ts';
import type { View } from '../view.ts';
import { renderQuestionForm } from './question-screen.ts';

export interface LessonScreen {
  readonly lesson: MicroLesson;
  readonly questions: readonly AskedQuestion[];
  readonly role: Role;
  readonly moduleTitle: string;
}

/** One lesson, from the situation to the questions; the reader's own register stands open, the other one a click away. */
export function renderLesson({ lesson, questions, role, moduleTitle }: LessonScreen, view: View): Markup {
  const { lesson: texts } = view.texts.training.web;
  const other: Role = role === 'buyer' ? 'prescriber' : 'buyer';
  const to = (fiche: string) => view.at(`/formation/${lesson.module}/lecon/${fiche}`);
  const prose = (text: string) => html`<div class="prose"${view.french}>${renderMarkdown(text)}</div>`;
  return html`<div class="head"><p class="crumb"><a href="${view.at(`/formation/${lesson.module}`)}"${view.french}>${moduleTitle}</a></p>
      <h2 data-focus tabindex="-1"${view.french}>${lesson.title}</h2>
      <p class="aside">${texts.place(lesson.place, lesson.of)}, ${texts.about(lesson.minutes)}</p></div>
    <article class="lesson">
      <section class="sheet situation" aria-labelledby="situation-title"><h3 id="situation-title">${texts.situation}</h3>${prose(lesson.situation)}</section>
      <section aria-labelledby="rule-title"><h3 id="rule-title">${texts.rule}</h3>${prose(lesson.brief)}</section>
      <section aria-labelledby="own-title"><h3 id="own-title">${texts.register[role]}</h3>${prose(lesson.registers[role])}</section>
      <details class="other-side"><summary><h3>${texts.register[other]}</h3></summary>${prose(lesson.registers[other])}</details>
      <section aria-labelledby="example-title"><h3 id="example-title">${texts.example}</h3>${prose(lesson.example)}</section>
      <section aria-labelledby="pitfalls-title"><h3 id="pitfalls-title">${texts.pitfalls}</h3>${prose(lesson.pitfalls)}</section>
      <p class="aside">${texts.articles}${view.language === 'fr' ? '\u00a0:' : ':'} <span${view.french}>${lesson.articles.join(', ')}</span>, ${texts.verified(sayDay(lesson.verifiedOn, view.language))}</p>
      ${
        questions.length > 0 &&
        html`<section class="questions" aria-labelledby="questions-title"><h3 id="questions-title">${texts.questions}</h3>
        ${questions.map((question, index) => renderQuestionForm({ question, action: '/formation/question', from: `${lesson.module}/lecon/${lesson.fiche}`, button: texts.asked, id: `q${index}` }, view))}</section>`
      }
      <div class="acts lesson-end">
        ${
          view.help?.person !== undefined
            ? html`<form method="post" action="${view.at(`/formation/${lesson.module}/lecon/${lesson.fiche}`)}"><button class="send">${texts.done}</button></form>`
            : lesson.next !== undefined && html`<a class="send" href="${to(lesson.next)}">${texts.next}</a>`
        }
        ${lesson.previous !== undefined && html`<a href="${to(lesson.previous)}">${texts.previous}</a>`}
        <a href="${view.at(`/formation/${lesson.module}`)}">${texts.back}</a></div>
    </article>`;
}
