import type { CaseView } from '../../../../src/handoff/port/views.ts';
import { sayMoment } from '../../../../src/text/moments.ts';
import { html, type Markup } from '../../html.ts';
import type { View } from '../../view.ts';
import { renderActs } from './acts.ts';
import { renderIdentity } from './identity.ts';
import { renderSteps } from './steps.ts';
import { renderTalk } from './talk.ts';

export interface CaseScreen {
  readonly shown: CaseView;
  /** What was just done, or went wrong. */
  readonly notice: string | undefined;
  readonly alert: boolean;
}

/** Where the case stands, what was said, and what can be done; every part is refreshed by itself. */
export function renderCase({ shown, notice, alert }: CaseScreen, view: View): Markup {
  const { case: texts, refresh, refreshed, nav } = view.texts.handoffWeb;
  const mine = shown.side === 'requester';
  const back = mine ? view.at('/dossiers') : view.at('/reserve');
  return html`<div class="case">
    <p class="crumb"><a href="${back}">${mine ? nav.mine : nav.desk}</a></p>
    <div id="case-notice" data-notice>${notice !== undefined && html`<p class="notice" role="${alert ? 'alert' : 'status'}" tabindex="-1">${view.say(notice)}</p>`}</div>
    <div class="head"><h2 data-focus tabindex="-1">${mine ? texts.of : texts.title}</h2>
      <p class="standing" id="standing" data-part role="status"><span${view.french}>${view.say(shown.standing)}</span>${
        shown.expectedAt !== undefined && html` ${texts.expected(sayMoment(shown.expectedAt, view.language))}`
      }</p></div>
    <div id="steps" data-part>${renderSteps(shown.status, view)}</div>
    <div class="case-sides">
      <div class="case-talk">${renderTalk(shown, view)}
        <div class="case-acts" id="acts" data-part>${renderActs(shown, view)}</div>
        <p class="aside refresh"><a href="${view.at(`/dossier/${encodeURIComponent(shown.id)}`)}">${refresh}</a> <span class="only-js">${refreshed}</span></p></div>
      <div class="case-facts">
        <section id="identity" data-part>${renderIdentity(shown, view)}</section>
        ${renderHandedOver(shown, view)}
      </div>
    </div>
  </div>`;
}

export function renderHandedOver({ brief }: Pick<CaseView, 'brief'>, view: View): Markup {
  const { case: texts, brief: names } = view.texts.handoffWeb;
  const more = (name: 'answered' | 'need') =>
    brief[name] !== undefined &&
    html`<details class="more"><summary>${names[name]}</summary><div class="leaving"${view.french}>${brief[name]}</div></details>`;
  return html`<section class="handed"><h3>${texts.brief}</h3><div class="leaving"${view.french}>${brief.question}</div>${more('answered')}${more('need')}</section>`;
}
