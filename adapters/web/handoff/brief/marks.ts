import type { MaskChoice } from '../../../../src/handoff/views.ts';
import { ownValue } from '../../../../src/own-value.ts';
import { html, type Markup } from '../../html.ts';
import type { View } from '../../view.ts';

/** The text as it leaves, with what is hidden, and what was left visible, marked and named. */
export function markMasks(text: string, masks: readonly MaskChoice[], view: View): Markup {
  const byToken = new Map<string, MaskChoice>();
  for (const mask of masks) {
    const token = mask.masked ? mask.replacement : mask.text;
    if (token.trim() !== '' && !byToken.has(token)) byToken.set(token, mask);
  }
  if (byToken.size === 0) return html`${text}`;
  const tokens = [...byToken.keys()].sort((one, other) => other.length - one.length).map(escapeRegExp);
  const pieces = text.split(new RegExp(`(${tokens.join('|')})`));
  return html`${pieces.map((piece, index) => {
    const mask = index % 2 === 1 ? byToken.get(piece) : undefined;
    return mask === undefined ? html`${piece}` : renderMark(piece, mask, view);
  })}`;
}

function renderMark(piece: string, { kind, masked }: MaskChoice, view: View): Markup {
  const { hidden, shown } = view.texts.handoffWeb.brief;
  const name = (masked ? hidden : shown)(kindName(kind, view));
  return html`<mark class="mask ${masked ? 'hidden-piece' : 'shown-piece'}" title="${name}">${piece}<span class="visually-hidden"> (${name})</span></mark>`;
}

export function kindName(kind: string, view: View): string {
  const { kind: names, otherKind } = view.texts.handoffWeb.brief;
  return ownValue(names, kind) ?? otherKind;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
