import { computedLines } from '../../src/answering/port/computed.ts';
import type { Answer } from '../../src/answering/port/outcome.ts';
import type { Role } from '../../src/vocabulary/people.ts';
import { html, type Markup } from './html.ts';
import { renderInline, renderMarkdown } from './markdown.ts';
import { renderSources } from './sources.ts';
import { ROLES, type View } from './view.ts';

export interface CardSetting {
  readonly view: View;
  /** Unique on the page: names the parts that refer to one another. */
  readonly id: string;
  readonly role: Role;
  /** In a hand-over the answer is what is known meanwhile: it stands under the reason and does not offer a human again. */
  readonly within: 'page' | 'handoff';
  /** What a reservist would be asked; undefined offers none. */
  readonly asked?: AskedOfHuman | undefined;
}

/** A question and the name of what was answered to it: what is handed over when a person asks for a human. */
export interface AskedOfHuman {
  readonly question: string;
  readonly reply: string;
}

/**
 * An answer as a card: the direct answer first, what it rests on last. Both registers are in the page.
 * What an answer does not have (an organisation's own document has no pitfalls, say) leaves no empty heading.
 */
export function renderAnswer(answer: Answer, setting: CardSetting): Markup {
  const { view, id, within } = setting;
  const { texts, french } = view;
  const title = renderInline(answer.title);
  return html`<div class="card answer">
    ${within === 'page' ? html`<h2 class="reply-title" id="${id}-title" tabindex="-1"${french}>${title}</h2>` : html`<h3 class="reply-title"${french}>${title}</h3>`}
    ${texts.frenchSources !== undefined && html`<p class="aside">${texts.frenchSources}</p>`}
    ${answer.understood !== undefined && html`<p class="aside">${texts.model.understood}${view.language === 'fr' ? '\u00a0: ' : ': '}<q${french}>${answer.understood}</q></p>`}
    ${answer.caution !== undefined && html`<p class="caution">${answer.caution}</p>`}
    ${answer.computed !== undefined && html`<div class="situation"><h3>${texts.yourCase}</h3><div${french}>${renderMarkdown(computedLines(answer.computed, texts).join('\n\n'))}</div></div>`}
    ${answer.direct !== undefined && html`<div class="direct"${french}>${renderMarkdown(answer.direct)}</div>`}
    ${answer.situation !== undefined && html`<div class="situation"><h3>${texts.yourCase}</h3><div${french}>${renderMarkdown(answer.situation)}</div></div>`}
    <div class="${answer.direct === undefined ? 'direct' : 'brief'}"${french}>${renderMarkdown(answer.brief)}</div>
    ${ROLES.some((role) => answer.registers[role] !== '') && renderRegisters(answer, setting)}
    ${answer.wordedBy !== undefined && html`<p class="aside by-model">${texts.model.worded}</p>`}
    ${answer.nearby.length > 0 && renderNearby(answer.nearby, view)}
    ${answer.next !== '' && html`<div class="next"><h3>${texts.nextSteps}</h3><div${french}>${renderMarkdown(answer.next)}</div></div>`}
    ${answer.pitfalls !== '' && renderMore(texts.pitfalls, answer.pitfalls, view)}
    ${answer.also !== undefined && renderMore(`${texts.also}${view.language === 'fr' ? '\u00a0: ' : ': '}`, answer.also.brief, view, answer.also.title)}
    ${answer.limit !== undefined && within === 'page' && renderLimit(answer.limit, setting)}
    ${renderSources(answer, view)}
  </div>`;
}

/**
 * Without JavaScript each register is a `<details>` of its own; the script shows the two buttons instead and opens one
 * register at a time, so that nothing has to be fetched to switch.
 */
function renderRegisters(answer: Answer, { view, id, role }: CardSetting): Markup {
  const { texts, french } = view;
  return html`<div class="registers">
    <div class="register-switch" role="group" aria-label="${texts.web.versions}" hidden>${ROLES.map(
      (one) =>
        html`<button type="button" data-shows="${one}" aria-controls="${id}-${one}" aria-pressed="${one === role ? 'true' : 'false'}">${texts.register[one]}</button>`,
    )}</div>
    ${ROLES.map(
      (one) => html`<details class="register" data-register="${one}" id="${id}-${one}"${one === role && html` open`}>
        <summary class="register-name">${texts.register[one]}</summary>
        <div class="register-text"${french}>${renderMarkdown(answer.registers[one])}</div>
      </details>`,
    )}
  </div>`;
}

function renderNearby(nearby: Answer['nearby'], { texts, french }: View): Markup {
  return html`<div class="nearby"><h3>${texts.nearby}</h3><dl${french}>${nearby.map(
    ({ question, answer }) => html`<dt>${renderInline(question)}</dt><dd>${renderMarkdown(answer)}</dd>`,
  )}</dl></div>`;
}

function renderMore(label: string, text: string, view: View, title?: string): Markup {
  return html`<details class="more"><summary>${label}${title !== undefined && html`<span${view.french}>${renderInline(title)}</span>`}</summary>
    <div${view.french}>${renderMarkdown(text)}</div></details>`;
}

function renderLimit(limit: string, { view, asked }: CardSetting): Markup {
  return html`<div class="limit"><h3>${view.texts.limit}</h3><div${view.french}>${renderMarkdown(limit)}</div>${renderAskReservist(view, asked)}</div>`;
}

/** To the brief that would leave; where no case can be handed over, whom else to show it to, and no button that leads nowhere. */
export function renderAskReservist({ texts, help, at }: View, asked: AskedOfHuman | undefined): Markup {
  if (help === undefined) return html`<p class="aside">${texts.web.handoffAsked}</p>`;
  if (asked === undefined) return html`<p><a class="human" href="${at('/aide')}">${texts.askReservist}</a></p>`;
  return html`<form class="to-human" method="post" action="${at('/aide')}"><input type="hidden" name="asked" value="${asked.question}"><input type="hidden" name="reply" value="${asked.reply}"><button class="human">${texts.askReservist}</button></form>`;
}
