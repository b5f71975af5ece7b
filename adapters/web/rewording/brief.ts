import type { AgreedNeed, AgreedSaying, AgreedSlot } from '../../../src/rewording/port/agreement.ts';
import type { ServiceFunction } from '../../../src/rewording/port/rewording.ts';
import { SLOTS, type Slot } from '../../../src/vocabulary/rewording.ts';
import { html, type Markup } from '../html.ts';
import { colon, type View } from '../view.ts';
import { renderRest } from './rest.ts';

/** What stands beside a slot when the brief is agreed upon: what is asked about it, and a box to say it in. */
export type RenderBeside = (slot: Slot, need: number) => { readonly asked: Markup | undefined; readonly box: Markup };

/** Needs that are shown at once. */
const MOST = 2;
/** Of one slot. */
const MOST_SAYINGS = 5;

/** The brief of every need: what is said, word for word; what is to be specified; what was not spoken of. */
export function renderBrief(needs: readonly AgreedNeed[], view: View, beside?: RenderBeside): Markup {
  const { rewording } = view.texts;
  const shown = needs.map(
    (need, index) => html`<div class="need">
    ${needs.length > 1 && html`<h3 class="need-name">${rewording.need(index + 1, needs.length)}</h3>`}
    ${renderSlots(need, index, view, beside)}
    ${need.functions.length > 0 && renderFunctions(need.functions, view)}
    ${need.lots.length > 0 && renderLots(need, view)}
    ${need.risks.length > 0 && renderSayings(rewording.risks, need.risks, view)}
    ${need.proof.length > 0 && renderSayings(rewording.proof, need.proof, view)}
  </div>`,
  );
  return renderRest(shown, MOST, { list: (items) => html`${items}`, label: rewording.moreNeeds });
}

/** Slots that are said, then those to specify; with a form beside each, also those that were not spoken of. */
function renderSlots(need: AgreedNeed, index: number, view: View, beside: RenderBeside | undefined): Markup {
  const { slot: names, untouched } = view.texts.rewording;
  const known = SLOTS.filter((slot) => need.slots[slot] !== undefined);
  const gaps = need.missing.filter((slot) => need.slots[slot] === undefined);
  const rest = SLOTS.filter((slot) => !known.includes(slot) && !gaps.includes(slot));
  const row = (slot: Slot) => renderSlot(slot, need, view, beside?.(slot, index));
  return html`<dl class="slots">${[...known, ...gaps].map(row)}</dl>
    ${
      beside === undefined
        ? rest.length > 0 &&
          html`<p class="untouched">${untouched}${colon(view)} ${rest.map((slot) => names[slot].toLowerCase()).join(', ')}.</p>`
        : rest.length > 0 &&
          html`<details class="more untouched-slots"><summary>${untouched}</summary><dl class="slots">${rest.map(row)}</dl></details>`
    }`;
}

function renderSlot(slot: Slot, need: AgreedNeed, view: View, beside?: ReturnType<RenderBeside>): Markup {
  const { slot: names } = view.texts.rewording;
  const entry = need.slots[slot];
  const missing = need.missing.includes(slot);
  return html`<div class="slot${missing && ' to-say'}" data-slot="${slot}"><dt>${names[slot]}</dt>
    <dd>${entry !== undefined && renderEntry(entry, view)} ${missing && renderGap(view)}${beside?.asked}</dd>
    ${beside !== undefined && html`<dd class="beside">${beside.box}</dd>`}</div>`;
}

function renderGap({ texts }: View): Markup {
  return html`<span class="gap">${texts.rewording.toSay}</span>`;
}

function renderEntry({ said, conflict, correctedBy }: AgreedSlot, view: View): Markup {
  const { texts } = view;
  const list = renderRest(
    said.map((one) => html`<li>${renderSaid(one, view)}</li>`),
    MOST_SAYINGS,
    { list: (items) => html`<ul class="sayings">${items}</ul>`, label: texts.rewording.moreSayings },
  );
  if (conflict) return html`<p class="conflict">${texts.rewording.conflict}</p>${list}`;
  const [first] = said;
  return html`${said.length === 1 && first !== undefined ? renderSaid(first, view) : list}
    ${correctedBy !== undefined && html`<span class="understood">${texts.rewording.agreement.correctedBy(texts.rewording.side[correctedBy])}</span>`}`;
}

/** The person's own words; the script shows where they stand in the text by their span. */
function renderSaid({ value, span, understood }: AgreedSaying, view: View): Markup {
  const own = html`<q class="own"${span !== undefined && html` data-span="${span.join('-')}"`}${view.french}>${value}</q>`;
  if (understood === undefined || understood === value) return own;
  return html`${own} <span class="understood">${view.texts.rewording.understood}${colon(view)} <b${view.french}>${view.say(understood)}</b></span>`;
}

function renderFunctions(functions: readonly ServiceFunction[], view: View): Markup {
  const { functions: name, functionHeads: heads, flexibility } = view.texts.rewording;
  return html`<h4>${name}</h4>
    <table><thead><tr><th scope="col">${heads.what}</th><th scope="col">${heads.level}</th><th scope="col">${heads.flexibility}</th></tr></thead>
    <tbody>${functions.map(
      (one) => html`<tr><td data-head="${heads.what}">${renderSaid(one.statement, view)}</td>
      <td data-head="${heads.level}">${one.level === undefined ? renderGap(view) : renderSaid(one.level, view)}</td>
      <td data-head="${heads.flexibility}">${flexibility[one.flexibility]}</td></tr>`,
    )}</tbody></table>`;
}

function renderLots({ lots }: AgreedNeed, view: View): Markup {
  const { lots: name, lotsWhy } = view.texts.rewording;
  return html`<h4>${name}</h4><p class="aside">${lotsWhy}</p>
    <ol class="lots">${lots.map(
      ({ label, why, said }) =>
        html`<li><strong${view.french}>${view.say(label)}</strong> ${renderSaid(said, view)}<br><span class="aside"${view.french}>${view.say(why)}</span></li>`,
    )}</ol>`;
}

function renderSayings(name: string, said: readonly AgreedSaying[], view: View): Markup {
  return html`<h4>${name}</h4><ul class="sayings">${said.map((one) => html`<li>${renderSaid(one, view)}</li>`)}</ul>`;
}
