import type { BriefPreview } from '../../../../src/handoff/port/views.ts';
import { CONSENT } from '../../../../src/screens/consent.ts';
import type { Act, Field, Screen } from '../../../../src/screens/screen.ts';
import { sayCompetence } from '../../../../src/text/competence-names.ts';
import { html, type Markup } from '../../html.ts';
import { hidden } from '../../screen/acts.ts';
import { renderField } from '../../screen/fields.ts';
import { draftPath } from '../../screen/wire.ts';
import type { View } from '../../view.ts';
import { markMasks } from './marks.ts';

export interface BriefPage {
  readonly preview: BriefPreview;
  /** What can be changed and done. */
  readonly screen: Screen;
  readonly notice: string | undefined;
  /** The notice says what went wrong, not what was done. */
  readonly alert: boolean;
}

/** Exactly what would leave on one side, what can be changed about it on the other. */
export function renderBrief({ preview, screen, notice, alert }: BriefPage, view: View): Markup {
  const { brief } = view.texts.handoffWeb;
  const act = (verb: Act['verb']) => screen.acts.find((one) => one.verb === verb)?.label;
  const { [CONSENT.question]: question, [CONSENT.lifted]: lifted, ...others } = byName(screen.fields);
  const update = html`<p><button class="plain" name="do" value="preview">${act('preview')}</button></p>`;
  return html`<form class="brief" id="brief" method="post" action="${view.at(draftPath(preview.case))}" data-live data-preview>
    <button name="do" value="preview" hidden data-update></button>
    <div class="head"><h2 data-focus tabindex="-1">${screen.title}</h2><p class="intro">${brief.intro}</p></div>
    <div id="brief-notice" data-part>${notice !== undefined && html`<p class="notice" role="${alert ? 'alert' : 'status'}">${view.say(notice)}</p>`}</div>
    <div class="brief-sides">
      <section class="sheet" id="brief-text" data-part aria-labelledby="leaves-title">${renderText(preview, view)}</section>
      <div class="brief-choices">
        <section id="brief-masks" data-part aria-label="${brief.masks}">${lifted === undefined ? html`<p class="aside">${brief.noMask}</p>` : renderField(lifted, '', view)}</section>
        <div class="brief-more">
          ${question !== undefined && html`<details class="more"><summary>${question.label}</summary>${renderField(question, '', view)}${update}</details>`}
          ${Object.values(others).map((one) => renderField(one, '', view))}
          ${update}</div>
        <div class="brief-send">
          <button class="send" name="do" value="send">${act('send')}</button>
          <p class="aside">${brief.sendWhy}</p>
          <button class="quiet" name="do" value="give_up">${act('give_up')}</button>
        </div>
      </div>
    </div>
  </form>`;
}

function byName(fields: readonly Field[]): Readonly<Record<string, Field>> {
  return Object.fromEntries(fields.map((one) => [one.name, one]));
}

function renderText(preview: BriefPreview, view: View): Markup {
  const { brief } = view.texts.handoffWeb;
  const piece = (name: 'question' | 'answered' | 'need') => {
    const text = preview[name];
    if (text === undefined) return undefined;
    return html`<h4>${brief[name]}</h4><div class="leaving"${view.french}>${markMasks(text, preview.masks, view)}</div>`;
  };
  return html`${hidden({ seen: preview.seen })}
    <h3 id="leaves-title">${brief.leaves}</h3>
    ${piece('question')} ${piece('answered')} ${piece('need')}
    ${preview.competences.length > 0 && html`<h4>${brief.competences}</h4><ul class="tags"${view.french}>${preview.competences.map((name) => html`<li>${sayCompetence(name)}</li>`)}</ul>`}`;
}
