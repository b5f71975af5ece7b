import type { CaseView } from '../../../../src/handoff/port/views.ts';
import type { Act, Screen } from '../../../../src/screens/screen.ts';
import { sayMoment } from '../../../../src/text/moments.ts';
import { html, type Markup } from '../../html.ts';
import { renderAct } from '../../screen/acts.ts';
import { casePath } from '../../screen/wire.ts';
import type { View } from '../../view.ts';
import { renderSteps } from './steps.ts';
import { otherName, renderTalk } from './talk.ts';

export interface CasePage {
  readonly shown: CaseView;
  /** What can be done, and what is filled in for it. */
  readonly screen: Screen;
  /** What was just done, or went wrong. */
  readonly notice: string | undefined;
  readonly alert: boolean;
}

/** Where the case stands, what was said, and what can be done; every part is refreshed by itself. */
export function renderCase({ shown, screen, notice, alert }: CasePage, view: View): Markup {
  const { case: texts, refresh, refreshed, nav } = view.texts.handoffWeb;
  const mine = shown.side === 'requester';
  const back = mine ? view.at('/dossiers') : view.at('/reserve');
  return html`<div class="case">
    <p class="crumb"><a href="${back}">${mine ? nav.mine : nav.desk}</a></p>
    <div id="case-notice" data-notice>${notice !== undefined && html`<p class="notice" role="${alert ? 'alert' : 'status'}" tabindex="-1">${view.say(notice)}</p>`}</div>
    <div class="head"><h2 data-focus tabindex="-1">${screen.title}</h2>
      <p class="standing" id="standing" data-part role="status"><span${view.french}>${view.say(shown.standing)}</span>${
        shown.expectedAt !== undefined && html` ${texts.expected(sayMoment(shown.expectedAt, view.language))}`
      }</p></div>
    <div id="steps" data-part>${renderSteps(shown.status, view)}</div>
    <div class="case-sides">
      <div class="case-talk">${renderTalk(shown, view)}
        <div class="case-acts" id="acts" data-part>${renderCaseActs(screen, (kind) => kind !== 'open_identity', view)}</div>
        <p class="aside refresh"><a href="${view.at(casePath(shown.id))}">${refresh}</a> <span class="only-js">${refreshed}</span></p></div>
      <div class="case-facts">
        <section id="identity" data-part>${renderIdentity(shown, screen, view)}</section>
        ${renderHandedOver(shown, view)}
      </div>
    </div>
  </div>`;
}

/** What its reader may do; the words for the other side go with what sends them, and with nothing else. */
export function renderCaseActs(
  { acts, fields }: Screen,
  among: (kind: string) => boolean,
  view: View,
  prefix = '',
): Markup {
  const shown = acts.filter((act) => act.verb === 'act' && among(act.value.act));
  return html`${shown.map((act) => renderAct(act, { view, prefix: `${prefix}${kindOf(act)}-`, ...(kindOf(act) === 'say' ? { fields } : {}) }))}`;
}

function kindOf(act: Act): string {
  return act.verb === 'act' ? act.value.act : act.verb;
}

/** Who has agreed to open their name; once both have, who they are. */
function renderIdentity(shown: CaseView, screen: Screen, view: View): Markup {
  const { identity, other } = shown;
  const { case: texts } = view.texts.handoffWeb;
  const state = (agreed: boolean, said: Readonly<Record<'yes' | 'no', string>>) =>
    html`<li class="${agreed ? 'agrees' : 'waits'}">${view.say(agreed ? said.yes : said.no)}</li>`;
  return html`<h3>${texts.identity}</h3>
    ${
      other.name !== undefined
        ? html`<p>${texts.identityOpen(other.name, other.organisation)}</p>`
        : html`<p>${otherName(shown, view)}<span class="aside"${view.french}>, ${other.organisation}</span></p><p class="aside">${texts.identityWhy}</p><ul class="states">${state(identity.you, texts.identityYou)}${state(identity.other, texts.identityOther)}</ul>`
    }
    ${renderCaseActs(screen, (kind) => kind === 'open_identity', view)}`;
}

export function renderHandedOver({ brief }: Pick<CaseView, 'brief'>, view: View): Markup {
  const { case: texts, brief: names } = view.texts.handoffWeb;
  const more = (name: 'answered' | 'need') =>
    brief[name] !== undefined &&
    html`<details class="more"><summary>${names[name]}</summary><div class="leaving"${view.french}>${brief[name]}</div></details>`;
  return html`<section class="handed"><h3>${texts.brief}</h3><div class="leaving"${view.french}>${brief.question}</div>${more('answered')}${more('need')}</section>`;
}
