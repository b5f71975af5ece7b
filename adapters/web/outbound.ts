import type { OutboundMessage } from '../../src/answering/port/outcome.ts';
import { frenchTypography } from '../../src/french/typography.ts';
import type { Suggestion } from '../../src/message/message.ts';
import type { Rewording } from '../../src/rewording/port/rewording.ts';
import { outcomeScreen, type Shown } from '../../src/screens/outcome.ts';
import type { Act, Block, Screen } from '../../src/screens/screen.ts';
import type { Role } from '../../src/vocabulary/people.ts';
import { renderFeedback } from './feedback.ts';
import { html, type Markup } from './html.ts';
import { takesBox } from './interview/screen.ts';
import { renderAct, renderActs } from './screen/acts.ts';
import { renderBlocks } from './screen/blocks.ts';
import type { View } from './view.ts';

/** One press takes stock of what it is about; the choice that was made of those it offers. */
type More = Pick<Shown, 'purchase' | 'chosen'>;

/** One exchange of the log: what the person said, then the reply. Everything typed by the person is text, never markup. */
export function renderExchange(question: string, reply: OutboundMessage, view: View, more: More = {}): Markup {
  const id = `m-${reply.inReplyTo}`;
  const { outcome, role, roleIs } = reply;
  return html`<article class="exchange" id="${id}" data-role="${role}" data-role-is="${roleIs}">
    ${renderSaid(question, view)}
    <div class="reply">
      ${
        outcome.kind === 'rewording'
          ? renderReworded(outcome.rewording, id, view)
          : renderCard(screenOf(question, reply, view, more), {
              id,
              kind: outcome.kind,
              view,
              beside: nobodyToAsk(reply, view),
            })
      }
      ${outcome.kind === 'answer' && renderTaking(question, role, id, view)}
      ${outcome.kind !== 'smalltalk' && renderFeedback(reply.inReplyTo, view)}
    </div>
  </article>`;
}

/** The reply as this page shows it: what unfolds is in it, what is thought of it is asked below. */
function screenOf(question: string, reply: OutboundMessage, view: View, { purchase, chosen }: More): Screen {
  const screen = outcomeScreen({
    reply,
    question,
    role: reply.role,
    depth: 'full',
    key: reply.inReplyTo,
    place: 'dm',
    human: view.help !== undefined,
    turns: false,
    folds: true,
    thumbs: false,
    boxes: true,
    lesson: lessonUnder(reply, view),
    purchase,
    chosen,
  });
  // Who has just asked for a human has still to say what for.
  const isAsking = question.trim().toLowerCase() === view.texts.web.askReservistText;
  return isAsking ? { ...screen, acts: screen.acts.map(opened) } : screen;
}

function opened(act: Act): Act {
  return act.verb === 'human' ? { ...act, href: '/aide' } : act;
}

/** The page of the lesson that an answer comes from; a document of one's own belongs to none. */
function lessonUnder(
  { outcome }: OutboundMessage,
  { lessonOf, texts }: View,
): (Suggestion & { href: string }) | undefined {
  if (outcome.kind !== 'answer') return undefined;
  const { fiche } = outcome.sources[0];
  const lesson = lessonOf?.(fiche);
  return (
    lesson && {
      label: texts.training.chat.lessonOf(lesson.moduleTitle),
      text: `leçon ${fiche}`,
      href: `/formation/${lesson.module}/lecon/${fiche}`,
    }
  );
}

/** Where no case can be handed over: whom else to show it to, and no button that leads nowhere. */
function nobodyToAsk({ outcome }: OutboundMessage, { help, texts }: View): string | undefined {
  const needed = outcome.kind === 'handoff' || (outcome.kind === 'answer' && outcome.human);
  return needed && help === undefined ? texts.web.handoffAsked : undefined;
}

/** To keep an answer, or to send it on: its address, and, where a script runs, its text. */
function renderTaking(question: string, role: Role, id: string, { texts, at }: View): Markup {
  const { copied, notCopied } = texts.rewording;
  const address = at(`/reponse?${new URLSearchParams({ question, pour: role })}`);
  return html`<p class="taking"><a class="permalink" href="${address}">${texts.web.permalink}</a>
    <button type="button" class="copy" data-copy="${id}" data-done="${copied}" data-failed="${notCopied}" hidden>${texts.web.copyAnswer}</button></p>`;
}

/** An exchange whose line was for something else than a question: what it came to, and what can be done with it. */
export function renderHeard(typed: string, screen: Screen, id: string, view: View): Markup {
  return html`<article class="exchange" id="${id}" data-role-is="inferred">
    ${renderSaid(typed, view)}
    <div class="reply">${renderCard(screen, { id, kind: 'heard', view })}</div>
  </article>`;
}

interface CardSetting {
  /** Unique on the page. */
  readonly id: string;
  readonly kind: string;
  readonly view: View;
  /** Said under it. */
  readonly beside?: string | undefined;
}

/** Each reply has a title, which goes from one to the next: where it has none of its own, it is for the ear. */
function renderCard({ title, blocks, fields, acts }: Screen, { id, kind, view, beside }: CardSetting): Markup {
  const said = acts.filter(({ verb }) => verb === 'say');
  const others = acts.filter(({ verb }) => verb !== 'say');
  return html`<div class="card ${kind}">
    <h2 class="reply-title${title === undefined && ' visually-hidden'}" id="${id}-title" tabindex="-1">${view.say(title ?? view.texts.web.reply)}</h2>
    ${renderBlocks(blocks.filter(isAtOnce), view)}
    ${said.length > 0 && html`<ul class="choices">${said.map((act) => html`<li>${renderActs([act], view)}</li>`)}</ul>`}
    ${others.map((act) => renderAct(act, { view, prefix: `${id}-`, ...(takesBox(act) ? { fields } : {}) }))}
    ${beside !== undefined && html`<p class="aside">${beside}</p>`}
    ${renderBlocks(
      blocks.filter((block) => !isAtOnce(block)),
      view,
    )}
  </div>`;
}

/** What unfolds stands below what can be done. */
function isAtOnce({ kind }: Block): boolean {
  return kind !== 'fold';
}

export function renderSaid(text: string, view: View): Markup {
  return html`<div class="said"><span class="who">${view.texts.web.you}</span><p>${text}</p></div>`;
}

/** The rewording itself; its questions, its remarks and agreeing on it are a click away, on its own page. */
function renderReworded({ direction, source, text, lint }: Rewording, id: string, view: View): Markup {
  const texts = view.texts.rewording;
  return html`<div class="card rewording">
    <h2 class="reply-title" id="${id}-title" tabindex="-1">${texts.rewordedFor[direction]}</h2>
    <div class="reworded"${view.french}>${text.split('\n').map((line) => html`<p>${frenchTypography(line)}</p>`)}</div>
    ${lint.length > 0 && html`<p>${texts.findings(lint.length)}</p>`}
    <form method="post" action="${view.at('/reformuler')}"><input type="hidden" name="text" value="${source}"><input type="hidden" name="direction" value="${direction}"><button class="plain">${texts.sideBySide}</button></form>
  </div>`;
}
