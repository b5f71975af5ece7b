import type { CaseLine, CaseView } from '../../../../src/handoff/port/views.ts';
import { sayShort } from '../../../../src/text/moments.ts';
import { html, type Markup } from '../../html.ts';
import type { View } from '../../view.ts';
import { timeOf } from '../times.ts';

/** What was said and done, the oldest first; the script adds what is new, and a screen reader then says it. */
export function renderTalk(shown: CaseView, view: View): Markup {
  const { talk, noTalk } = view.texts.handoffWeb.case;
  return html`<h3 id="talk-title">${talk}</h3>
    <div class="talk" id="talk" role="log" aria-labelledby="talk-title" data-part="log" tabindex="0"><ol>${
      shown.lines.length === 0
        ? html`<li class="step-line">${noTalk}</li>`
        : shown.lines.map((line) => renderLine(line, shown, view))
    }</ol></div>`;
}

function renderLine(line: CaseLine, shown: CaseView, view: View): Markup {
  const at = timeOf(line.at, sayShort(line.at, view.language));
  if (line.kind === 'step')
    return html`<li class="step-line"><span${view.french}>${view.say(line.text)}</span> ${at}</li>`;
  const mine = line.from === 'you' || line.from === shown.side;
  return html`<li class="line ${mine ? 'mine' : 'theirs'}"><p class="who">${mine ? view.texts.handoffWeb.case.you : otherName(shown, view)} ${at}</p>
    <p class="line-text">${line.text}</p>${line.hidden !== undefined && html`<p class="aside">${view.say(line.hidden)}</p>`}</li>`;
}

export function otherName({ other, side }: CaseView, view: View): string {
  const { requester, reservist } = view.texts.handoffWeb.case;
  return other.name ?? (side === 'requester' ? reservist : requester);
}
