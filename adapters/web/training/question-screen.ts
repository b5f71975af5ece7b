import type { AskedQuestion } from '../../../src/training/port/asked-question.ts';
import type { Marked, QuizResult, QuizView } from '../../../src/training/port/views.ts';
import { html, type Markup } from '../html.ts';
import { renderInline } from '../markdown.ts';
import type { View } from '../view.ts';
import { renderAttestation } from './attestation-parts.ts';

export interface QuestionForm {
  readonly question: AskedQuestion;
  readonly action: string;
  /** Where the reader came from, without the beginning of the address. */
  readonly from?: string;
  readonly button: string;
  /** Unlike that of any other form of the page. */
  readonly id: string;
  readonly fault?: string | undefined;
}

/** A question as radio buttons, or boxes where several are right. */
export function renderQuestionForm({ question, action, from, button, id, fault }: QuestionForm, view: View): Markup {
  const { question: texts } = view.texts.training.web;
  const { situation, quoted, ask, choices, several } = question;
  return html`<form class="question" method="post" action="${view.at(action)}"><input type="hidden" name="question" value="${question.id}">
    ${from !== undefined && html`<input type="hidden" name="from" value="${from}">`}
    ${situation !== undefined && html`<p class="case"${view.french}>${renderInline(situation)}</p>`}
    ${quoted !== undefined && html`<blockquote${view.french}>${quoted}</blockquote>`}
    ${fault !== undefined && html`<p class="form-fault" role="alert" id="${id}-fault">${fault}</p>`}
    <fieldset${fault !== undefined && html` aria-describedby="${id}-fault"`}><legend><span${view.french}>${renderInline(ask)}</span>${several && html` <span class="aside">${texts.several}</span>`}</legend>
    ${choices.map(
      ({ key, text }, index) =>
        html`<label class="choice"><input type="${several ? 'checkbox' : 'radio'}" name="choice" value="${key}" id="${id}-${index}"><span${view.french}>${renderInline(text)}</span></label>`,
    )}</fieldset><button class="${from === undefined ? 'send' : 'plain'}">${button}</button></form>`;
}

/** The question of a quiz that waits for its answer. */
export function renderQuiz(quiz: QuizView, view: View, fault?: string): Markup {
  const { web } = view.texts.training;
  const { question: texts } = web;
  return html`<div class="head"><p class="crumb"${view.french}>${quiz.purpose === 'review' ? web.reviewTitle : quiz.title}</p>
      <h2 data-focus tabindex="-1">${texts.number(quiz.number, quiz.of)}</h2>
      <progress max="${quiz.of}" value="${quiz.number - 1}" aria-label="${texts.number(quiz.number, quiz.of)}"></progress></div>
    ${renderQuestionForm({ question: quiz.question, action: '/formation/quiz', button: texts.answer, id: 'q', fault }, view)}
    <form method="post" action="${view.at('/formation/quiz/quitter')}"><button class="quiet">${texts.quit}</button></form>`;
}

/** An answer marked: what was right, what was wrong with what was chosen, and where to read on. */
export function renderMarked({ question, marking, fiche }: Marked, view: View): Markup {
  const { question: texts } = view.texts.training.web;
  return html`${question.situation !== undefined && html`<p class="case"${view.french}>${renderInline(question.situation)}</p>`}
    ${question.quoted !== undefined && html`<blockquote${view.french}>${question.quoted}</blockquote>`}
    <p class="asked"${view.french}>${renderInline(question.ask)}</p>
    <ul class="settled">${marking.choices.map(({ text, right, chosen, why }) => {
      const state = right ? 'right' : chosen ? 'wrong' : 'other';
      const marks = [...(right ? [chosen ? texts.rightOne : texts.missedOne] : []), ...(chosen ? [texts.yours] : [])];
      return html`<li class="${state}"><span${view.french}>${renderInline(text)}</span>${marks.length > 0 && html` <span class="mark">(${marks.join(', ')})</span>`}
        ${(chosen || right) && why !== undefined && html`<p class="why"${view.french}>${renderInline(why)}</p>`}</li>`;
    })}</ul>
    <div class="sheet because"><h3>${texts.why}</h3><p${view.french}>${renderInline(marking.why)}</p>
      <p><a href="${view.at(`/formation/${fiche.module}/lecon/${fiche.id}`)}">${texts.fiche} <cite${view.french}>${fiche.title}</cite></a></p></div>`;
}

export function renderVerdict({ marking }: Marked, view: View): Markup {
  const { question: texts } = view.texts.training.web;
  return html`<h2 class="verdict ${marking.right ? 'right' : 'wrong'}" data-focus tabindex="-1">${marking.right ? texts.right : texts.wrong}</h2>`;
}

/** The end of a quiz. */
export function renderResult(result: QuizResult, view: View): Markup {
  const { web } = view.texts.training;
  const { result: texts } = web;
  const again = html`<form method="post" action="${view.at(`/formation/${result.module ?? ''}/quiz`)}"><button class="send">${texts.again}</button></form>`;
  const seen = new Set<string>();
  const missed = result.missed.filter(({ fiche }) => !seen.has(fiche) && seen.add(fiche));
  return html`<section class="sheet result" aria-labelledby="result-title"><h3 id="result-title">${result.purpose === 'review' ? texts.reviewDone : result.passed ? texts.passed : texts.failed}</h3>
    <p>${texts.score(result.right, result.of, result.needed)}</p>
    ${result.attestation !== undefined && html`<h4>${texts.attestation}</h4>${renderAttestation(result.attestation, view)}`}
    ${
      missed.length > 0 &&
      html`<h4>${texts.missed}</h4><ul class="bullets">${missed.map(({ fiche, module, title }) => html`<li><a href="${view.at(`/formation/${module}/lecon/${fiche}`)}"${view.french}>${title}</a></li>`)}</ul><p class="aside">${texts.willComeBack}</p>`
    }
    ${result.letters.map(({ path, title }) => html`<p><a class="send" href="${view.at(`/formation/parcours/${path}/lettre`)}">${texts.letter(title)}</a></p>`)}
    <div class="acts">${!result.passed && result.purpose === 'attest' && again} <a href="${view.at('/formation/moi')}">${web.mine}</a> <a href="${view.at('/formation')}">${web.title}</a></div></section>`;
}
