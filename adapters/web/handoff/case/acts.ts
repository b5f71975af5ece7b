import type { CaseView } from '../../../../src/handoff/port/views.ts';
import type { CaseAction } from '../../../../src/vocabulary/cases.ts';
import { html, type Markup } from '../../html.ts';
import type { View } from '../../view.ts';

interface Box {
  readonly name: string;
  readonly label: string;
  readonly rows?: number;
  readonly value?: string;
  readonly hint?: string;
}

/** What this reader may do, each act a form of its own; the one that is expected stands out. */
export function renderActs(shown: CaseView, view: View): Markup {
  const { case: texts } = view.texts.handoffWeb;
  const may = (kind: CaseAction['kind']) => shown.may.includes(kind);
  const act = (kind: CaseAction['kind'], button: Markup, boxes: readonly Box[] = []) =>
    may(kind) && renderAct(shown, kind, boxes, button, view);
  const more = (kind: CaseAction['kind'], summary: string, why: string, button: Markup, boxes: readonly Box[] = []) =>
    may(kind) &&
    html`<details class="more" data-key="${kind}"><summary>${summary}</summary><p class="aside">${view.say(why)}</p>${renderAct(shown, kind, boxes, button, view)}</details>`;
  const send = (label: string) => html`<button class="send">${label}</button>`;
  const plain = (label: string) => html`<button class="plain">${label}</button>`;

  return html`${act('accept', send(texts.accept))}
    ${act('decline', plain(texts.decline), [{ name: 'reason', label: texts.declineWhy, rows: 1 }])}
    ${may('say') && renderSay(shown, view)}
    ${may('rate') && renderRate(shown, view)}
    ${may('answer') && html`<div>${act('answer', send(texts.answer))}<p class="aside">${texts.answerWhy}</p></div>`}
    ${act('close', plain(texts.close))}
    ${more('reopen', texts.reopen, texts.reopenWhy, plain(texts.reopenSend), [{ name: 'why', label: texts.reopenWhy, rows: 2 }])}
    ${more('propose_fiche', texts.propose, texts.proposeWhy, send(texts.proposeSend), [
      { name: 'question', label: texts.proposeQuestion, rows: 3, value: shown.brief.question },
      { name: 'answer', label: texts.proposeAnswer, rows: 6, value: lastAnswer(shown) },
    ])}
    ${more('pass_to', texts.passTo, texts.giveBackWhy, plain(texts.passSend), [{ name: 'reservist', label: texts.passToWhom, rows: 1 }])}
    ${more('give_back', texts.giveBack, texts.giveBackWhy, plain(texts.giveBack))}
    ${more('withdraw', texts.withdraw, texts.withdrawWhy, plain(texts.withdraw))}`;
}

/**
 * An act of the page, and the case it was decided on. The key is of that version, not drawn by lot: the page asks for its parts
 * again and again, and what says the same must be the same.
 */
export function actFields(kind: CaseAction['kind'], { version }: Pick<CaseView, 'version'>): Markup {
  return html`<input type="hidden" name="do" value="${kind}"><input type="hidden" name="key" value="v${version}"><input type="hidden" name="on" value="${version}">`;
}

function renderAct(
  shown: CaseView,
  kind: CaseAction['kind'],
  boxes: readonly Box[],
  button: Markup,
  view: View,
): Markup {
  return html`<form class="act" method="post" action="${actionOf(shown.id, view)}" data-live data-key="${kind}">${actFields(kind, shown)}
    ${boxes.map((box) => renderBox(kind, box, view))}${button}</form>`;
}

/** A text area whatever its height: nothing is sent by Enter alone. */
function renderBox(kind: string, { name, label, rows = 2, value = '' }: Box, view: View): Markup {
  const id = `${kind}-${name}`;
  return html`<label class="field-name" for="${id}">${view.say(label)}</label>
    <textarea id="${id}" name="${name}" rows="${rows}" autocomplete="off">${'\n'}${value}</textarea>`;
}

function renderSay(shown: CaseView, view: View): Markup {
  const { case: texts } = view.texts.handoffWeb;
  return html`<form class="act say" method="post" action="${actionOf(shown.id, view)}" data-live data-key="say">${actFields('say', shown)}
    <label class="field-name" for="say-text">${texts.say[shown.side]}</label>
    <textarea id="say-text" name="text" rows="3" aria-describedby="say-why" autocomplete="off"></textarea>
    <div class="say-under"><button class="send">${texts.send}</button><p class="aside" id="say-why">${texts.sayWhy}</p></div></form>`;
}

function renderRate(shown: CaseView, view: View): Markup {
  const { case: texts } = view.texts.handoffWeb;
  return html`<form class="act rate" method="post" action="${actionOf(shown.id, view)}" data-live data-key="rate">${actFields('rate', shown)}
    <h3 id="rate-title">${texts.rate}</h3>
    <label class="field-name" for="rate-comment">${texts.rateComment}</label>
    <textarea id="rate-comment" name="comment" rows="1" autocomplete="off"></textarea>
    <p class="acts"><button class="send" name="useful" value="yes" aria-describedby="rate-title">${texts.rateYes}</button>
    <button class="plain" name="useful" value="no" aria-describedby="rate-title">${texts.rateNo}</button></p></form>`;
}

function lastAnswer({ lines, side }: CaseView): string {
  const own = lines.filter((line) => line.kind === 'message' && (line.from === 'you' || line.from === side));
  const last = own.at(-1);
  return last?.kind === 'message' ? last.text : '';
}

function actionOf(id: string, view: View): string {
  return view.at(`/dossier/${encodeURIComponent(id)}`);
}
