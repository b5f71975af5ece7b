import { computedLines } from '../../src/answering/port/computed.ts';
import type {
  Clarification,
  Doubt,
  HandoffOffer,
  OutboundMessage,
  Refusal,
  SmallTalk,
} from '../../src/answering/port/outcome.ts';
import { frenchTypography } from '../../src/french/typography.ts';
import type { Suggestion } from '../../src/message/message.ts';
import { assertNever } from '../../src/result.ts';
import type { Rewording } from '../../src/rewording/port/rewording.ts';
import type { Screen } from '../../src/screens/screen.ts';
import type { Role } from '../../src/vocabulary/people.ts';
import { type AskedOfHuman, renderAnswer, renderAskReservist } from './answer-card.ts';
import { renderFeedback } from './feedback.ts';
import { html, type Markup } from './html.ts';
import { renderInline, renderMarkdown } from './markdown.ts';
import { renderActs } from './screen/acts.ts';
import { renderBlocks } from './screen/blocks.ts';
import { renderSourceList } from './sources.ts';
import { languageOf, ROLES, type View } from './view.ts';

/** One exchange of the log: what the person said, then the reply. Everything typed by the person is text, never markup. */
export function renderExchange(question: string, reply: OutboundMessage, view: View): Markup {
  const id = `m-${reply.inReplyTo}`;
  const { outcome, role, roleIs } = reply;
  return html`<article class="exchange" id="${id}" data-role="${role}" data-role-is="${roleIs}">
    ${renderSaid(question, view)}
    <div class="reply">
      ${renderOutcome(question, reply, id, view)}
      ${roleIs === 'inferred' && outcome.kind !== 'smalltalk' && outcome.kind !== 'refusal' && html`<p class="inferred">${view.texts.roleInferred[role]}</p>`}
      ${renderSuggestions(outcome.kind === 'clarification' || outcome.kind === 'handoff' ? [] : outcome.suggestions, view)}
      ${offersLast(outcome) && view.help !== undefined && renderAskReservist(view, askedOf(question, reply))}
      ${outcome.kind === 'answer' && renderTaking(question, role, id, view)}
      ${outcome.kind !== 'smalltalk' && renderFeedback(reply.inReplyTo, view)}
    </div>
  </article>`;
}

/** To keep an answer, or to send it on: its address, and, where a script runs, its text. */
function renderTaking(question: string, role: Role, id: string, { texts, at }: View): Markup {
  const { copied, notCopied } = texts.rewording;
  const address = at(`/reponse?${new URLSearchParams({ question, pour: role })}`);
  return html`<p class="taking"><a class="permalink" href="${address}">${texts.web.permalink}</a>
    <button type="button" class="copy" data-copy="${id}" data-done="${copied}" data-failed="${notCopied}" hidden>${texts.web.copyAnswer}</button></p>`;
}

/** A human is offered with every reply that can have left a question open; a hand-over and a limit do so by themselves. */
function offersLast(outcome: OutboundMessage['outcome']): boolean {
  return (outcome.kind === 'answer' && outcome.limit === undefined) || outcome.kind === 'refusal';
}

function askedOf(question: string, { inReplyTo }: OutboundMessage): AskedOfHuman {
  return { question, reply: inReplyTo };
}

/** An exchange whose line was for something else than a question: what it came to, and what can be done with it. */
export function renderHeard(typed: string, { title, blocks, acts }: Screen, id: string, view: View): Markup {
  const said = acts.filter(({ verb }) => verb === 'say');
  const others = acts.filter(({ verb }) => verb !== 'say');
  return html`<article class="exchange" id="${id}" data-role-is="inferred">
    ${renderSaid(typed, view)}
    <div class="reply"><div class="card heard"${title === undefined && html` id="${id}-title" tabindex="-1"`}>
      ${title !== undefined && html`<h2 class="reply-title" id="${id}-title" tabindex="-1">${title}</h2>`}
      ${renderBlocks(blocks, view)}
      ${said.length > 0 && html`<ul class="choices">${said.map((act) => html`<li>${renderActs([act], view)}</li>`)}</ul>`}
      ${renderActs(others, view)}
    </div></div>
  </article>`;
}

export function renderSaid(text: string, view: View): Markup {
  return html`<div class="said"><span class="who">${view.texts.web.you}</span><p>${text}</p></div>`;
}

function renderOutcome(question: string, reply: OutboundMessage, id: string, view: View): Markup {
  const { outcome, role } = reply;
  const asked = askedOf(question, reply);
  switch (outcome.kind) {
    case 'answer':
      return renderAnswer(outcome, { view, id, role, within: 'page', asked });
    case 'handoff':
      return html`${renderHandoff(outcome, asked, id, view)}
        ${outcome.known !== undefined && html`<h3 class="known">${view.texts.known}</h3>${renderAnswer(outcome.known, { view, id, role, within: 'handoff' })}`}`;
    case 'clarification':
      return outcome.reason === 'doubt' ? renderDoubt(outcome, id, view) : renderClarification(outcome, id, view);
    case 'refusal':
      return renderRefusal(outcome, id, view);
    case 'rewording':
      return renderReworded(outcome.rewording, id, view);
    case 'smalltalk':
      return renderSmallTalk(outcome, id, view);
    default:
      return assertNever(outcome);
  }
}

/** The offer is not repeated to a person who has just taken it. */
function renderHandoff(offer: HandoffOffer, asked: AskedOfHuman, id: string, view: View): Markup {
  const { texts, help } = view;
  const isAsking = asked.question.trim().toLowerCase() === texts.web.askReservistText;
  return html`<div class="card handoff">
    <h2 class="reply-title" id="${id}-title" tabindex="-1">${texts.web.handoffTitle}</h2>
    <div class="direct"${languageOf(offer.why, Object.values(texts.handoffWhy), view)}>${renderMarkdown(view.say(offer.why))}</div>
    ${help !== undefined && html`<p>${texts.handoffWeb.ask.intro}</p>`}
    ${renderAskReservist(view, isAsking ? undefined : asked)}
  </div>`;
}

function renderClarification(clarification: Clarification, id: string, view: View): Markup {
  const { texts, french } = view;
  return html`<div class="card clarification">
    <h2 class="reply-title" id="${id}-title" tabindex="-1">${texts.web.clarificationTitle}</h2>
    <p class="direct"${french}>${view.say(clarification.question)}</p>
    ${clarification.computed !== undefined && html`<div class="situation"${french}>${renderMarkdown(computedLines(clarification.computed, texts).slice(1).join('\n\n'))}</div>`}
    ${renderChoices(clarification.choices, [], view)}
    ${clarification.sources.length > 0 && html`<footer class="sources"><h3>${texts.sources}</h3>${renderSourceList(clarification.sources, view)}</footer>`}
  </div>`;
}

/** Each question with its answer in one line, all of it one button. */
function renderDoubt({ question, choices }: Doubt, id: string, view: View): Markup {
  const { texts, french, say } = view;
  return html`<div class="card doubt">
    <h2 class="reply-title" id="${id}-title" tabindex="-1">${say(question)}</h2>
    ${texts.frenchSources !== undefined && html`<p class="aside">${texts.frenchSources}</p>`}
    <ul class="offered">${choices.map(
      ({ question: asked, answer }) =>
        html`<li><button form="ask" formnovalidate name="say" value="${asked}"${french}><strong>${asked}</strong> <span>${renderInline(answer)}</span></button></li>`,
    )}</ul>
    <p class="aside">${say(texts.doubtElse)}</p>
  </div>`;
}

function renderRefusal(refusal: Refusal, id: string, view: View): Markup {
  const own = view.texts.refusal[refusal.reason];
  return html`<div class="card refusal">
    <h2 class="reply-title" id="${id}-title" tabindex="-1">${view.texts.web.refusalTitle[refusal.reason]}</h2>
    <p${languageOf(refusal.text, [own.text], view)}>${view.say(refusal.text)}</p>
    <div class="way-out"${languageOf(refusal.next, [own.next], view)}>${renderMarkdown(view.say(refusal.next))}</div>
  </div>`;
}

/** The rewording itself; the two texts side by side, the brief and the checks are a click away, on their own page. */
function renderReworded({ direction, source, text, lint }: Rewording, id: string, view: View): Markup {
  const texts = view.texts.rewording;
  return html`<div class="card rewording">
    <h2 class="reply-title" id="${id}-title" tabindex="-1">${texts.rewordedFor[direction]}</h2>
    <div class="reworded"${view.french}>${text.split('\n').map((line) => html`<p>${frenchTypography(line)}</p>`)}</div>
    ${lint.length > 0 && html`<p>${texts.findings(lint.length)}</p>`}
    <form method="post" action="${view.at('/reformuler')}"><input type="hidden" name="text" value="${source}"><input type="hidden" name="direction" value="${direction}"><button class="plain">${texts.sideBySide}</button></form>
  </div>`;
}

function renderSmallTalk(talk: SmallTalk, id: string, view: View): Markup {
  return html`<div class="card smalltalk" id="${id}-title" tabindex="-1">${renderMarkdown(view.say(talk.text))}</div>`;
}

function renderSuggestions(suggestions: readonly Suggestion[], view: View): Markup | undefined {
  if (suggestions.length === 0) return undefined;
  const own = ROLES.flatMap((role) => view.texts.examples[role]);
  return html`<div class="follow-ups"><h3>${view.texts.web.followUps}</h3>${renderChoices(suggestions, own, view)}</div>`;
}

/** Each sends its text as the person's next message, with or without JavaScript. */
function renderChoices(choices: readonly Suggestion[], own: readonly string[], view: View): Markup {
  return html`<ul class="choices">${choices.map(
    ({ label, text }) =>
      html`<li><button class="choice-button" form="ask" formnovalidate name="say" value="${text}"${languageOf(label, own, view)}>${renderInline(view.say(label))}</button></li>`,
  )}</ul>`;
}
