import type { BriefPreview, MaskChoice } from '../../../../src/handoff/port/views.ts';
import { sayCompetence } from '../../../../src/text/competence-names.ts';
import { html, type Markup } from '../../html.ts';
import type { View } from '../../view.ts';
import { liftName } from '../inbound.ts';
import { kindName, markMasks } from './marks.ts';

export interface BriefScreen {
  readonly preview: BriefPreview;
  /** As the form had them, so that nothing ticked or typed is lost. */
  readonly added: string;
  readonly amounts: boolean;
  readonly sameBody: boolean;
  readonly notice: string | undefined;
  /** The notice says what went wrong, not what was done. */
  readonly alert: boolean;
}

/** Exactly what would leave on one side, what can be changed about it on the other. */
export function renderBrief(screen: BriefScreen, view: View): Markup {
  const { preview, notice, alert } = screen;
  const { brief } = view.texts.handoffWeb;
  const action = view.at(`/aide/${encodeURIComponent(preview.case)}`);
  return html`<form class="brief" id="brief" method="post" action="${action}" data-live data-preview>
    <button name="do" value="update" hidden></button>
    <div class="head"><h2 data-focus tabindex="-1">${brief.title}</h2><p class="intro">${brief.intro}</p></div>
    <div id="brief-notice" data-part>${notice !== undefined && html`<p class="notice" role="${alert ? 'alert' : 'status'}">${view.say(notice)}</p>`}</div>
    <div class="brief-sides">
      <section class="sheet" id="brief-text" data-part aria-labelledby="leaves-title">${renderText(preview, view)}</section>
      <div class="brief-choices">
        <section id="brief-masks" data-part aria-labelledby="masks-title">${renderMasks(preview.masks, view)}</section>
        ${renderMore(screen, view)}
        <div class="brief-send">
          <button class="send" name="do" value="send">${brief.send}</button>
          <p class="aside">${brief.sendWhy}</p>
          <button class="quiet" name="do" value="give_up">${brief.giveUp}</button>
        </div>
      </div>
    </div>
  </form>`;
}

function renderText(preview: BriefPreview, view: View): Markup {
  const { brief } = view.texts.handoffWeb;
  const piece = (name: 'question' | 'answered' | 'need') => {
    const text = preview[name];
    if (text === undefined) return undefined;
    return html`<h4>${brief[name]}</h4><div class="leaving"${view.french}>${markMasks(text, preview.masks, view)}</div>`;
  };
  return html`<input type="hidden" name="seen" value="${preview.seen}">
    <h3 id="leaves-title">${brief.leaves}</h3>
    ${piece('question')} ${piece('answered')} ${piece('need')}
    ${preview.competences.length > 0 && html`<h4>${brief.competences}</h4><ul class="tags"${view.french}>${preview.competences.map((name) => html`<li>${sayCompetence(name)}</li>`)}</ul>`}`;
}

function renderMasks(masks: readonly MaskChoice[], view: View): Markup {
  const { brief } = view.texts.handoffWeb;
  const found = distinct(masks.filter(({ kind }) => kind !== 'added'));
  if (found.length === 0) return html`<h3 id="masks-title">${brief.masks}</h3><p class="aside">${brief.noMask}</p>`;
  return html`<h3 id="masks-title">${brief.masks}</h3><p class="aside">${brief.masksWhy}</p>
    <ul class="masks">${found.map(
      ({ id, kind, text, replacement, masked }) => html`<li><label>
        <input type="checkbox" name="${liftName(id)}" value="1"${!masked && html` checked`}>
        <span><span class="mask-said"${view.french}>${brief.lift(text)}</span>
        <span class="aside">${kindName(kind, view)}${masked && html` <span class="mask hidden-piece">${replacement}</span>`}</span></span></label></li>`,
    )}</ul>`;
}

function renderMore({ preview, added, amounts, sameBody }: BriefScreen, view: View): Markup {
  const { brief } = view.texts.handoffWeb;
  const box = (name: string, on: boolean, label: string) =>
    html`<label class="tick"><input type="checkbox" name="${name}" value="1"${on && html` checked`}><span>${label}</span></label>`;
  const { typed, answered, hasAnswer } = preview;
  return html`<div class="brief-more">
    <details class="more"><summary>${brief.edit}</summary>
      <label class="visually-hidden" for="question">${brief.question}</label><p class="aside" id="edit-hint">${brief.editWhy}</p>
      <textarea id="question" name="question" rows="5" aria-describedby="edit-hint">${'\n'}${typed}</textarea>
      <p><button class="plain" name="do" value="update">${brief.update}</button></p></details>
    ${hasAnswer && html`<input type="hidden" name="may_answer" value="1">${box('with_answer', answered !== undefined, brief.withAnswer)}`}
    <label class="field-name" for="added">${brief.add}</label><p class="aside" id="added-hint">${brief.addHint}</p>
    <textarea id="added" name="added" rows="2" aria-describedby="added-hint" autocomplete="off">${'\n'}${added}</textarea>
    ${box('amounts', amounts, brief.amounts)}
    <div>${box('same_body', sameBody, brief.sameBody)}<p class="aside">${brief.sameBodyWhy}</p></div>
    <p><button class="plain" name="do" value="update">${brief.update}</button></p></div>`;
}

/** Mentions of the same thing are one choice: lifting one lifts them all. */
function distinct(masks: readonly MaskChoice[]): readonly MaskChoice[] {
  return [...new Map(masks.map((mask) => [`${mask.replacement}\n${mask.text.toLowerCase()}`, mask])).values()];
}
