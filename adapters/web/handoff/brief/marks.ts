import type { MaskChoice } from '../../../../src/handoff/port/views.ts';
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
  const pieces: Markup[] = [];
  let plain = 0;
  for (const { at, token } of places(text, [...byToken.keys()])) {
    const mask = byToken.get(token);
    if (mask === undefined) continue;
    pieces.push(html`${text.slice(plain, at)}`, renderMark(token, mask, view));
    plain = at + token.length;
  }
  return html`${[...pieces, html`${text.slice(plain)}`]}`;
}

/** Where the tokens stand, from left to right, the longest first where several start; none inside another. */
function places(text: string, tokens: readonly string[]): readonly { readonly at: number; readonly token: string }[] {
  const byFirst = new Map<string, string[]>();
  for (const token of tokens.toSorted((one, other) => other.length - one.length))
    byFirst.set(token.charAt(0), [...(byFirst.get(token.charAt(0)) ?? []), token]);
  const found: { at: number; token: string }[] = [];
  for (let at = 0; at < text.length; at++) {
    const token = byFirst.get(text.charAt(at))?.find((one) => text.startsWith(one, at));
    if (token === undefined) continue;
    found.push({ at, token });
    at += token.length - 1;
  }
  return found;
}

function renderMark(piece: string, { kind, masked }: MaskChoice, view: View): Markup {
  const { hidden, shown } = view.texts.handoffWeb.brief;
  const name = (masked ? hidden : shown)(kindName(kind, view));
  return html`<mark class="mask ${masked ? 'hidden-piece' : 'shown-piece'}" title="${name}">${piece}<span class="visually-hidden"> (${name})</span></mark>`;
}

function kindName(kind: string, view: View): string {
  const { kind: names, otherKind } = view.texts.handoffWeb.brief;
  return ownValue(names, kind) ?? otherKind;
}
