import { interviewTexts } from '../../src/text/interview-texts.ts';
import { purchaseTexts } from '../../src/text/purchase-texts.ts';
import type { Role } from '../../src/vocabulary/people.ts';
import type { AssetName, Assets } from './assets.ts';
import { renderFooter } from './footer.ts';
import { html, type Markup, toText } from './html.ts';
import { renderSaid } from './outbound.ts';
import { ROLES, type View } from './view.ts';

export interface PageContent {
  readonly view: View;
  readonly assets: Assets;
  /** What was said so far; without any the page is the empty state. */
  readonly exchanges?: readonly Markup[] | undefined;
  readonly role?: Role | undefined;
  /** Whether this browser has a dialogue that can be forgotten. */
  readonly remembered: boolean;
  readonly notice?: string | undefined;
}

/** The whole conversation page; everything a person can do works by plain forms. */
export function renderPage(content: PageContent): string {
  const { view, exchanges = [], remembered, notice } = content;
  const { web } = view.texts;
  return renderDocument(
    content,
    web.title,
    html`<a class="skip" href="#question">${web.skip}</a>
    ${renderHeader(content)}
    <main>
      ${notice !== undefined && html`<p class="notice" role="status">${notice}</p>`}
      ${exchanges.length === 0 && renderWelcome(content)}
      <div class="log" id="log" role="log" aria-live="polite" aria-label="${web.conversation}">${exchanges}</div>
      ${renderComposer(content, exchanges.length > 0 || remembered)}
    </main>
    ${renderFooter(view)}
    <template id="pending"><div class="exchange pending">${renderSaid('', view)}<p class="searching">${web.searching}</p></div></template>
    <template id="failure"><div class="failure" role="alert"><p>${web.failed}</p><button type="button" class="plain">${web.retry}</button></div></template>`,
  );
}

interface FaultTexts {
  readonly title: string;
  readonly text: string;
}

/** A page for what cannot be served, in the same look. */
export function renderFaultPage({ title, text }: FaultTexts, content: Pick<PageContent, 'view' | 'assets'>): string {
  return renderMessagePage(title, html`<p>${text}</p>`, content);
}

/** The same as a fragment, for the script to show in place of a reply. */
export function renderFaultFragment({ title, text }: FaultTexts, { texts }: View): string {
  return toText(html`<p>${title}${texts.web.otherLanguage.code === 'en' ? '\u00a0: ' : ': '}${text}</p>`);
}

export function renderMessagePage(
  title: string,
  body: Markup | undefined,
  { view, assets }: Pick<PageContent, 'view' | 'assets'>,
): string {
  const { web } = view.texts;
  return renderDocument(
    { view, assets },
    `${title} · Truchement`,
    html`${renderHeader({ view, assets })}
    <main class="message-page"><h2>${title}</h2>${body}<p><a href="${view.at('/')}">${web.home}</a></p></main>
    ${renderFooter(view)}`,
  );
}

/** What a page of its own look loads beside the common style sheet. */
interface DocumentOptions {
  readonly files: readonly AssetName[];
  readonly wide?: boolean;
}

const CONVERSATION: DocumentOptions = { files: ['card.css', 'app.js'] };

export function renderDocument(
  { view, assets }: Pick<PageContent, 'view' | 'assets'>,
  title: string,
  body: Markup,
  { files, wide = false }: DocumentOptions = CONVERSATION,
): string {
  return toText(html`<!doctype html>
<html lang="${view.language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${title}</title>
  <link rel="icon" href="${assets.href('favicon.svg')}" type="image/svg+xml">
  <link rel="stylesheet" href="${assets.href('app.css')}">
  ${files.map((file) =>
    file.endsWith('.css')
      ? html`<link rel="stylesheet" href="${assets.href(file)}">`
      : html`<script type="module" src="${assets.href(file)}"></script>`,
  )}
</head>
<body${wide && html` class="wide"`}>
${body}
</body>
</html>
`);
}

/** @param here the path of the page, so that changing language stays on it */
export function renderHeader({ view, assets }: Pick<PageContent, 'view' | 'assets'>, here = '/'): Markup {
  const { otherLanguage } = view.texts.web;
  const { nav } = view.texts.rewording;
  const path = `${view.help?.base ?? ''}${here}`;
  const other = otherLanguage.code === 'fr' ? path : `${path}?lang=${otherLanguage.code}`;
  const link = (path: string, label: string) =>
    html`<a href="${view.at(path)}"${path === here && html` aria-current="page"`}>${label}</a>`;
  return html`<header class="page-head">
    <h1><a href="${view.at('/')}">${assets.logo}<span>Truchement</span></a></h1>
    <nav aria-label="${nav.label}">${link('/', nav.ask)} ${link('/reformuler', nav.reword)} ${view.interviews && link('/mon-achat', interviewTexts[view.language].title)} ${view.lessonOf !== undefined && link('/formation', view.texts.training.web.nav)} ${renderHelpNav(view, link)} <a href="${other}" lang="${otherLanguage.code}" hreflang="${otherLanguage.code}" title="${otherLanguage.hint}">${otherLanguage.label}</a></nav>
    ${renderWho(view)}
  </header>`;
}

/** Where a case is asked, followed and looked after, for whoever is signed in. */
function renderHelpNav(
  { texts, help, language }: View,
  link: (path: string, label: string) => Markup,
): Markup | undefined {
  if (help === undefined) return undefined;
  const { nav } = texts.handoffWeb;
  const { person, purchases } = help;
  return html`${link('/aide', nav.ask)} ${person !== undefined && purchases === true && link('/demandes', purchaseTexts[language].title)} ${person !== undefined && link('/dossiers', nav.mine)} ${person?.reservist === true && link('/reserve', nav.desk)} ${person?.coordinator === true && link('/animation', nav.board)}`;
}

/** Who is signed in, one's data, and the way out. */
function renderWho({ texts, help, at }: View): Markup | undefined {
  if (help === undefined) return undefined;
  const { nav } = texts.handoffWeb;
  const { person, demo } = help;
  if (person === undefined) return html`<p class="who-is"><a href="${at('/connexion')}">${nav.signIn}</a></p>`;
  return html`<div class="who-is"><span class="who-name">${person.name}</span> <a href="${at('/mes-donnees')}">${nav.data}</a>
    ${demo && html`<a href="/connexion">${nav.change}</a>`}
    <form method="post" action="${at('/deconnexion')}"><button class="quiet">${nav.signOut}</button></form></div>`;
}

function renderWelcome({ view, assets }: PageContent): Markup {
  const { texts, help } = view;
  const promises = [...texts.web.promises, ...(help === undefined ? [] : [texts.web.promisedReservist])];
  return html`<section class="welcome" id="welcome">
    <div class="emblem">${assets.logo}</div>
    <h2>${texts.web.headline}</h2>
    <p class="intro">${texts.web.intro}</p>
    <ul class="promises">${promises.map((promise) => html`<li>${promise}</li>`)}</ul>
    <div class="examples">${ROLES.map(
      (role) =>
        html`<div class="side ${role}"><h3>${texts.web.examplesFor[role]}</h3><ul class="choices">${texts.examples[
          role
        ].map(
          (text) =>
            html`<li><button class="choice-button" form="ask" formnovalidate name="say_${role}" value="${text}">${view.say(text)}</button></li>`,
        )}</ul></div>`,
    )}</div>
  </section>`;
}

function renderComposer({ view, role }: PageContent, canForget: boolean): Markup {
  const { texts, at } = view;
  const { web } = texts;
  return html`<form class="forget" method="post" action="${at('/forget')}"${!canForget && html` hidden`}><button class="quiet">${web.forget}</button></form>
  <div class="composer">
    <a class="to-answer" href="#log">${web.toAnswer}</a>
    <form id="ask" method="post" action="${at('/')}">
      <label class="question-label" for="question">${web.question}</label>
      <div class="question-row">
        <textarea id="question" name="text" rows="1" required aria-describedby="keys counter" placeholder="${web.questionHint}" autocomplete="off"></textarea>
        <button class="send"><svg class="arrow" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 20V5M5 11.5l7-7 7 7"/></svg><span>${web.send}</span></button>
      </div>
      <p class="counter" id="counter" data-left="${web.charactersLeft}" data-over="${web.charactersOver}"></p>
      <div class="under">
        <fieldset class="roles"><legend>${web.iAm}</legend>${ROLES.map(
          (one) =>
            html`<label><input type="radio" name="role" value="${one}"${one === role && html` checked`}><span>${web.roleChoice[one]}</span></label>`,
        )}</fieldset>
        <span class="keys" id="keys">${web.keys}</span>
      </div>
    </form>
  </div>`;
}
