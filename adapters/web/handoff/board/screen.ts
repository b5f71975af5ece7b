import type { BoardView, CaseRow, WaitingCases } from '../../../../src/handoff/port/views.ts';
import { sayShort } from '../../../../src/text/moments.ts';
import { html, type Markup } from '../../html.ts';
import { renderNetworkNav, textsOf } from '../../people/parts.ts';
import type { View } from '../../view.ts';
import { sayAgo } from '../ago.ts';
import { excerpt } from '../case/rows.ts';
import { timeOf } from '../times.ts';
import { renderFigures } from './figures.ts';
import { renderModel } from './model.ts';

export interface BoardScreen {
  readonly board: BoardView;
  readonly now: Date;
  readonly notice: string | undefined;
}

export function renderBoard({ board, now, notice }: BoardScreen, view: View): Markup {
  const { board: texts } = view.texts.handoffWeb;
  return html`${renderNetworkNav('/animation', view)}
    <div class="head"><h2 data-focus tabindex="-1">${texts.title}</h2></div>
    <div id="board-notice" data-notice>${notice !== undefined && html`<p class="notice" role="status" tabindex="-1">${view.say(notice)}</p>`}</div>
    ${renderSums(board, view)}
    <div class="charts">${renderFigures(board, view)}</div>
    <div class="board-lists">
      ${renderQueue('queue', board.queue, now, view)}
      ${renderQueue('open', board.open, now, view)}
    </div>
    ${renderCandidates(board.candidates, view)}
    ${renderUnanswered(board.unanswered, now, view)}
    ${renderUndelivered(board.undelivered, view)}
    ${board.putAside.length > 0 && renderPutAside(board.putAside, view)}
    ${board.model !== undefined && renderModel(board.model, view)}`;
}

/** The board in five figures. */
function renderSums(board: BoardView, view: View): Markup {
  const { figures } = view.texts.handoffWeb.board;
  const sums: readonly (readonly [keyof typeof figures, number, string])[] = [
    ['queue', board.queue.cases, '#queue'],
    ['open', board.open.cases, '#open'],
    ['free', board.reservists.filter(({ available }) => available).length, '#load'],
    ['toRead', board.candidates.length, '#candidates'],
    ['undelivered', board.undelivered.length, '#undelivered'],
  ];
  return html`<ul class="sums">${sums.map(
    ([name, sum, to]) => html`<li><a href="${to}"><b>${sum}</b> <span>${figures[name]}</span></a></li>`,
  )}</ul>`;
}

function renderQueue(id: 'queue' | 'open', { cases, rows }: WaitingCases, now: Date, view: View): Markup {
  const { board, status } = view.texts.handoffWeb;
  const since = (row: CaseRow) => (id === 'queue' ? row.openedAt : row.since);
  return html`<section id="${id}" aria-labelledby="${id}-title"><h3 id="${id}-title">${board[id]} <span class="count">(${cases})</span></h3>
    ${
      cases === 0
        ? html`<p class="empty">${id === 'queue' ? board.noQueue : board.noOpen}</p>`
        : html`<ul class="rows ages">${rows.map(
            (row) =>
              html`<li><p class="row-question"${view.french}>${view.say(excerpt(row.question))}</p><p class="row-facts"><span class="badge status-${row.status}">${status[row.status]}</span>
                <span>${board.columns.waiting}${view.language === 'fr' ? '\u00a0:' : ':'} ${timeOf(since(row), sayAgo(since(row), now, view.language))}</span> <a href="${view.at(`/animation/demandes/${encodeURIComponent(row.id)}`)}" aria-label="${textsOf(view).handed.linkOf(excerpt(row.question))}">${textsOf(view).handed.link}</a></p></li>`,
          )}</ul>`
    }${rows.length < cases && html`<p class="aside">${view.say(board.longest(rows.length))} <a href="${view.at('/animation?tout=1')}#${id}">${board.all}</a></p>`}</section>`;
}

function renderCandidates(candidates: BoardView['candidates'], view: View): Markup {
  const { board: texts } = view.texts.handoffWeb;
  return html`<section id="candidates" class="candidates" aria-labelledby="candidates-title"><h3 id="candidates-title">${texts.candidates} <span class="count">(${candidates.length})</span></h3>
    ${
      candidates.length === 0
        ? html`<p class="empty">${texts.noCandidate}</p>`
        : html`<p class="aside">${texts.candidatesWhy}</p><ul>${candidates.map(
            ({ id, question, answer, approvedBy }) => html`<li class="sheet candidate">
          <h4${view.french}>${question}</h4><div class="leaving"${view.french}>${answer}</div>
          <p class="aside">${texts.approvedBy[approvedBy]}</p>
          <form class="acts" method="post" action="${view.at('/animation/fiche')}"><input type="hidden" name="candidate" value="${id}">
            <button class="send" name="do" value="approve" aria-label="${texts.approve(question)}">${texts.approveShort}</button>
            <button class="plain" name="do" value="set_aside" aria-label="${texts.setAside(question)}">${texts.setAsideShort}</button></form></li>`,
          )}</ul>`
    }</section>`;
}

/** What the corpus lacks, in the words of those who asked, with names hidden. */
function renderUnanswered(unanswered: BoardView['unanswered'], now: Date, view: View): Markup {
  const { board: texts } = view.texts.handoffWeb;
  return html`<section id="unanswered" aria-labelledby="unanswered-title"><h3 id="unanswered-title">${texts.unanswered} <span class="count">(${unanswered.length})</span></h3>
    ${
      unanswered.length === 0
        ? html`<p class="empty">${texts.noUnanswered}</p>`
        : html`<ul class="rows">${unanswered.map(
            ({ at, question, asked }) =>
              html`<li><p class="row-question"${view.french}>${view.say(excerpt(question))}</p><p class="row-facts"><span>${textsOf(view).asked(asked)}</span> ${timeOf(at, sayAgo(at, now, view.language))}</p></li>`,
          )}</ul>`
    }</section>`;
}

function renderUndelivered(undelivered: BoardView['undelivered'], view: View): Markup {
  const { board: texts } = view.texts.handoffWeb;
  return html`<section id="undelivered" aria-labelledby="undelivered-title"><h3 id="undelivered-title">${texts.undelivered} <span class="count">(${undelivered.length})</span></h3>
    ${
      undelivered.length === 0
        ? html`<p class="empty">${texts.noUndelivered}</p>`
        : html`<ul class="rows">${undelivered.map(
            ({ id, at, why }) =>
              html`<li><p class="row-question">${why}</p><p class="row-facts">${timeOf(at, sayShort(at, view.language))}</p>${renderRetry([['retry_message', textsOf(view).retry]], { message: id }, view)}</li>`,
          )}</ul>`
    }</section>`;
}

/** What an administrator must look at: nothing stands behind it any more. */
function renderPutAside(putAside: BoardView['putAside'], view: View): Markup {
  const { putAside: texts } = view.texts.handoffWeb.board;
  return html`<section id="put-aside" aria-labelledby="put-aside-title"><h3 id="put-aside-title">${texts.title} <span class="count">(${putAside.length})</span></h3>
    <p class="aside">${texts.why}</p><ul class="rows">${putAside.map(
      ({ id, at, kind, died }) =>
        html`<li><p class="row-question">${view.say(`${texts.kinds[kind]} : ${died ? texts.died : texts.failed}`)}</p><p class="row-facts">${timeOf(at, sayShort(at, view.language))}</p>${renderRetry(
          [
            ['retry_aside', textsOf(view).retry],
            ['drop_aside', textsOf(view).drop],
          ],
          { what: kind, id },
          view,
        )}</li>`,
    )}</ul></section>`;
}

function renderRetry(
  acts: readonly (readonly [act: string, label: string])[],
  what: Readonly<Record<string, string>>,
  view: View,
): Markup {
  return html`<form class="acts" method="post" action="${view.at('/animation/relances')}">${Object.entries(what).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}${acts.map(([act, label]) => html`<button class="plain" name="do" value="${act}">${label}</button>`)}</form>`;
}
