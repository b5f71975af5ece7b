import { randomBytes } from 'node:crypto';
import type { LinkSettings } from '../../../src/reserve/port/sign-in-links.ts';
import { signInLinkTexts } from '../../../src/text/sign-in-link-texts.ts';
import { renderMessage, type Show } from '../handoff/show.ts';
import { html, type Markup } from '../html.ts';
import { field } from '../inbound.ts';
import { type Asked, type Log, type Reply, type Route, readOnwards, type Welcome } from '../route.ts';
import type { View } from '../view.ts';
import { readCookie, writeCookie } from './cookies.ts';

interface LinkParts extends LinkSettings {
  readonly show: Show;
  readonly welcome: Welcome;
  readonly down: (asked: Asked) => Reply;
  readonly log: Log | undefined;
}

/** The way by e-mail: asking for a link, looking at it, which does nothing (machines that read mail do), and pressing its button. */
export function linkRoutes(parts: LinkParts): readonly Route[] {
  return [
    { method: 'POST', path: '/connexion/lien', answer: (asked) => ask(parts, asked) },
    { method: 'GET', path: '/connexion/lien', answer: (asked) => look(parts, asked) },
    { method: 'POST', path: '/connexion/lien/entrer', answer: (asked) => enter(parts, asked) },
  ];
}

async function ask({ links, show, down }: LinkParts, asked: Asked): Promise<Reply> {
  const { view, body } = asked;
  const texts = signInLinkTexts[view.language];
  const email = field(body, 'courriel').trim();
  const onwards = readOnwards(body);
  // The same for all the links of a browser: the one before still serves there.
  const browser = browserOf(asked) ?? randomBytes(32).toString('base64url');
  const sent = await links.ask({ email, browser, from: asked.from, onwards, language: view.language });
  if (!sent.ok && sent.error.kind === 'store_down') return down(asked);
  if (!sent.ok && sent.error.kind === 'not_an_address')
    return show(asked, {
      status: 422,
      title: texts.title,
      inside: renderAsk({ onwards, held: false, email, fault: texts.notAddress }, view),
    });
  const said = sent.ok ? { title: texts.sent.title, text: texts.sent.text(email) } : texts.tooMany;
  const more = html`<p><a href="${view.at('/connexion')}">${texts.again}</a></p>`;
  const cookies = [writeCookie('link', browser, cookieOf(asked))];
  return show(asked, {
    status: sent.ok ? 200 : 429,
    title: said.title,
    inside: renderMessage(said, view, more),
    cookies,
  });
}

async function look({ links, show, down }: LinkParts, asked: Asked): Promise<Reply> {
  const { view, query } = asked;
  const token = field(query, 'jeton');
  const link = await links.look(token, browserOf(asked));
  if (!link.ok) return down(asked);
  if (link.value === undefined) return spent(show, asked);
  const texts = signInLinkTexts[view.language];
  const { email, here } = link.value;
  const said = { title: texts.enter.title, text: texts.enter[here ? 'here' : 'elsewhere'](email) };
  const more = html`<form class="acts" method="post" action="${view.at('/connexion/lien/entrer')}">
    <input type="hidden" name="jeton" value="${token}"><button class="send">${texts.enter.go}</button></form>`;
  return show(asked, { status: 200, title: said.title, inside: renderMessage(said, view, more) });
}

async function enter({ links, show, welcome, down, log }: LinkParts, asked: Asked): Promise<Reply> {
  const entered = await links.enter(field(asked.body, 'jeton'));
  if (entered.ok) return welcome(asked, { person: entered.value.person, idToken: undefined }, entered.value.onwards);
  log?.info({ refused: entered.error.kind }, 'a link to sign in let nobody in');
  return entered.error.kind === 'expired' ? spent(show, asked) : down(asked);
}

function spent(show: Show, asked: Asked): Reply {
  const { view } = asked;
  const texts = signInLinkTexts[view.language];
  const more = html`<p class="acts"><a class="send" href="${view.at('/connexion')}">${texts.again}</a></p>`;
  return show(asked, { status: 410, title: texts.spent.title, inside: renderMessage(texts.spent, view, more) });
}

/** The page where one says one's address. */
export function renderAsk(
  {
    onwards,
    held,
    email = '',
    fault,
  }: {
    readonly onwards: string | undefined;
    readonly held: boolean;
    readonly email?: string;
    readonly fault?: string;
  },
  view: View,
): Markup {
  const texts = signInLinkTexts[view.language];
  return html`<div class="message"><h2 data-focus tabindex="-1">${view.texts.handoffWeb.signIn.title}</h2>
    ${held && html`<p class="notice" role="status">${view.texts.handoffWeb.signIn.held}</p>`}
    <p>${texts.intro}</p>
    <form method="post" action="${view.at('/connexion/lien')}">${onwards !== undefined && html`<input type="hidden" name="suite" value="${onwards}">`}
      <p><label for="courriel">${texts.box}</label>
      <input id="courriel" name="courriel" type="email" autocomplete="email" required maxlength="320" value="${email}"${fault !== undefined && html` aria-describedby="courriel-fault" aria-invalid="true"`}></p>
      ${fault !== undefined && html`<p class="failure" id="courriel-fault" role="alert">${fault}</p>`}
      <p class="acts"><button class="send">${texts.go}</button></p></form></div>`;
}

function browserOf(asked: Asked): string | undefined {
  return readCookie(asked.visit.cookies, 'link', cookieOf(asked));
}

function cookieOf({ visit }: Asked) {
  return { secure: visit.secure, path: '/' };
}
