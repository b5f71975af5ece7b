import { SCOPES } from '../../../src/calls/port/calls.ts';
import type { KeyFault, KeyRow, KeyWanted } from '../../../src/calls/port/keys.ts';
import { type KeyTexts, keyTexts } from '../../../src/text/key-texts.ts';
import { sayDay } from '../../../src/text/moments.ts';
import { html, type Markup } from '../html.ts';
import type { View } from '../view.ts';

export interface KeysShown {
  readonly rows: readonly KeyRow[];
  /** Of the next key: a form that is sent twice makes one. */
  readonly newId: string;
  /** Of whoever looks: what the form begins with. */
  readonly organisation: string;
  readonly notice: string | undefined;
  readonly fault: KeyFault | undefined;
  readonly typed: KeyWanted | undefined;
}

export function renderKeys(
  shown: Partial<KeysShown> & Pick<KeysShown, 'rows' | 'newId' | 'organisation'>,
  view: View,
): Markup {
  const texts = keyTexts[view.language];
  const { rows, notice, fault } = shown;
  return html`<div class="head"><h2 data-focus tabindex="-1">${texts.title}</h2><p class="intro">${texts.intro}</p></div>
    ${notice !== undefined && html`<p class="notice" role="status">${notice}</p>`}
    ${fault !== undefined && html`<p class="failure" role="alert">${sayFault(fault, texts)}</p>`}
    ${rows.length === 0 ? html`<p class="empty">${texts.none}</p>` : html`<ul class="rows">${rows.map((row) => renderRow(row, view))}</ul>`}
    ${renderForm(shown, view)}`;
}

function renderRow(row: KeyRow, view: View): Markup {
  const texts = keyTexts[view.language];
  const day = (at: string) => sayDay(at.slice(0, 10), view.language);
  const { id, name, organisation, prefix, scopes, madeAt, usedAt, revokedAt } = row;
  return html`<li><p class="row-question"><strong>${name}</strong>, ${organisation}</p>
    <p class="row-facts"><code>${prefix}…</code> <span>${texts.since(day(madeAt))}</span> <span>${usedAt === undefined ? texts.unused : texts.used(day(usedAt))}</span></p>
    <p class="aside">${scopes.map((scope) => texts.scopes[scope]).join(', ')}</p>
    ${
      revokedAt === undefined
        ? html`<form class="acts" method="post" action="${view.at('/animation/cles/revoquer')}"><input type="hidden" name="id" value="${id}"><button class="plain" aria-label="${texts.revokeOf(name)}">${texts.revoke}</button></form>`
        : html`<p class="aside">${texts.revoked(day(revokedAt))}</p>`
    }</li>`;
}

function renderForm(
  { newId, organisation, typed, fault }: Partial<KeysShown> & Pick<KeysShown, 'newId' | 'organisation'>,
  view: View,
): Markup {
  const texts = keyTexts[view.language];
  const again = fault !== undefined && fault.kind !== 'made_before' ? typed : undefined;
  const box = (scope: (typeof SCOPES)[number]) =>
    html`<p><label><input type="checkbox" name="choice" value="${scope}"${again?.scopes.includes(scope) === true && html` checked`}> ${texts.scopes[scope]}</label></p>`;
  return html`<section class="sheet" aria-labelledby="make-title"><h3 id="make-title">${texts.make}</h3>
    <form method="post" action="${view.at('/animation/cles')}"><input type="hidden" name="id" value="${again?.id ?? newId}">
    <p><label for="organisation">${texts.organisation}</label><input id="organisation" name="organisation" required maxlength="120" value="${again?.organisation ?? organisation}"></p>
    <p><label for="name">${texts.name}</label><input id="name" name="name" required maxlength="120" value="${again?.name ?? ''}" aria-describedby="name-hint"> <span id="name-hint" class="aside">${texts.nameHint}</span></p>
    <fieldset><legend>${texts.scopesTitle}</legend>${SCOPES.map(box)}</fieldset>
    <p class="acts"><button class="send">${texts.make}</button></p></form></section>`;
}

/** The one time that a key is seen. */
export function renderMade({ key, row }: { readonly key: string; readonly row: KeyRow }, view: View): Markup {
  const texts = keyTexts[view.language];
  return html`<div class="message"><h2 data-focus tabindex="-1">${texts.title}</h2><p role="status">${texts.made}</p>
    <p><input readonly aria-label="${texts.title}" value="${key}"></p><p>${texts.madeFor(row.organisation, row.name)}</p>
    <p><a href="${view.at('/animation/cles')}">${texts.backToList}</a></p></div>`;
}

export function renderSure({ id, name }: KeyRow, view: View): Markup {
  const texts = keyTexts[view.language];
  return html`<div class="message"><h2 data-focus tabindex="-1">${texts.revoke}</h2><p role="alert">${texts.sure(name)}</p>
    <form class="acts" method="post" action="${view.at('/animation/cles/revoquer')}"><input type="hidden" name="id" value="${id}">
    <button class="send" name="sure" value="yes">${texts.revoke}</button> <a href="${view.at('/animation/cles')}">${texts.keep}</a></form></div>`;
}

function sayFault(fault: KeyFault, texts: KeyTexts): string {
  return fault.kind === 'not_of_body' ? texts.faults.not_of_body(fault.body) : texts.faults[fault.kind];
}
