import type { Helping } from '../../../src/handoff/port/helping.ts';
import type { SignedIn } from '../../../src/reserve/port/signed-in.ts';
import { type HeldForm, renderKept } from '../handoff/kept.ts';
import { renderMessage, type Show } from '../handoff/show.ts';
import { html, type Markup } from '../html.ts';
import { field } from '../inbound.ts';
import { type Asked, type Log, type Reply, type Route, readOnwards, redirect } from '../route.ts';
import { createView, type View, viewOfNobody } from '../view.ts';
import { readCookie, writeCookie } from './cookies.ts';
import type { Held } from './held.ts';
import { linkRoutes, renderAsk } from './link-routes.ts';
import { type Errands, isProConnect, type OpenId } from './oidc.ts';
import { openIdRoutes } from './openid-routes.ts';
import { renderPeople, renderProvider } from './screen.ts';
import type { Session, Sessions } from './sessions.ts';
import { demoBase, type SignIn } from './visit.ts';

export interface SessionParts {
  readonly helping: Helping;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly openId: OpenId | undefined;
  readonly held: Held;
  readonly errands: Errands;
  readonly show: Show;
  readonly now: () => Date;
  readonly log: Log | undefined;
  /** Goes on with a form that can be taken without asking again; undefined for the others. */
  readonly resume: (asked: Asked, form: HeldForm) => Promise<Reply> | undefined;
}

/** Signing in and out. */
export function sessionRoutes(parts: SessionParts): readonly Route[] {
  const { signIn, openId, log } = parts;
  const signedOut = async (asked: Asked): Promise<Reply> => {
    const { title } = asked.view.texts.handoffWeb.signIn.signedOut;
    return parts.show(asked, { status: 200, title, inside: renderOut(asked.view) });
  };
  const provider =
    signIn.kind === 'openid' && openId !== undefined
      ? openIdRoutes({
          openId,
          personFor: signIn.personFor,
          welcome: (asked, session, onwards) => welcome(parts, asked, session, onwards),
          refuse: (...refused) => refuse(parts, ...refused),
          read: (ask) => read(parts, ask),
          errands: parts.errands,
          show: parts.show,
          log,
        })
      : [];
  return [
    { method: 'GET', path: '/connexion', answer: (asked) => choose(parts, asked) },
    { method: 'POST', path: '/connexion', answer: (asked) => play(parts, asked) },
    { method: 'POST', path: '/deconnexion', answer: (asked) => leave(parts, asked) },
    { method: 'GET', path: '/deconnexion/retour', answer: signedOut },
    ...provider,
    ...(signIn.kind === 'mail'
      ? linkRoutes({
          ...signIn,
          show: parts.show,
          welcome: (asked, session, onwards) => welcome(parts, asked, session, onwards),
          down: (asked) => refuse(parts, asked, 503, 'down'),
          log,
        })
      : []),
  ];
}

async function choose(parts: SessionParts, asked: Asked): Promise<Reply> {
  const { helping, signIn, show } = parts;
  const { view, visit, query } = asked;
  const choice = { onwards: readOnwards(query), held: heldId(asked) !== undefined };
  const { title, noDemo } = view.texts.handoffWeb.signIn;
  if (signIn.kind === 'openid')
    return show(asked, { status: 200, title, inside: renderProvider(choice, nameOf(signIn), view) });
  if (signIn.kind === 'mail') return show(asked, { status: 200, title, inside: renderAsk(choice, view) });
  if (!visit.atThisMachine) return refuse(parts, asked, 403, 'not_here');
  const people = await read(parts, () => helping.demoPeople());
  if (people === undefined) return refuse(parts, asked, 503, 'down');
  if (people.length === 0)
    return show(asked, { status: 404, title, inside: renderMessage({ title, text: noDemo }, view) });
  return show(asked, { status: 200, title, inside: renderPeople(people, choice, view) });
}

/** As agents know it. */
function nameOf({ name, issuer }: Extract<SignIn, { kind: 'openid' }>): string | undefined {
  return name ?? (isProConnect(issuer) ? 'ProConnect' : undefined);
}

async function play(parts: SessionParts, asked: Asked): Promise<Reply> {
  if (parts.signIn.kind !== 'demo' || !asked.visit.atThisMachine) return refuse(parts, asked, 403, 'not_here');
  const people = await read(parts, () => parts.helping.demoPeople());
  if (people === undefined) return refuse(parts, asked, 503, 'down');
  const chosen = people.find(({ person }) => person === field(asked.body, 'person'));
  if (chosen === undefined) return refuse(parts, asked, 422, 'unknown_person');
  return welcome(parts, asked, { person: chosen.person, idToken: undefined }, readOnwards(asked.body));
}

/** A new session under a new name, then on to where the person was going, with what they had typed. */
async function welcome(
  parts: SessionParts,
  asked: Asked,
  session: Session,
  onwards: string | undefined,
): Promise<Reply> {
  const { helping, sessions, signIn, held, log } = parts;
  const person = await read(parts, () => helping.signedIn(session.person));
  if (person === undefined) return refuse(parts, asked, 503, 'down');
  const demo = signIn.kind === 'demo';
  const base = demo ? demoBase(session.person) : '';
  const { secure, session: before } = asked.visit;
  // Whoever signs in anew leaves nothing open behind them, nor in what another put into their browser.
  const id = await read(parts, async () => {
    if (before !== undefined) await sessions.close(before.id);
    return sessions.open(session);
  });
  if (id === undefined) return refuse(parts, asked, 503, 'down');
  log?.info({ by: signIn.kind }, 'signed in');
  const cookies = [writeCookie('session', id, { secure, path: base === '' ? '/' : base })];
  const view = createView(
    asked.view.language,
    { person, base, demo },
    asked.view.lessonOf,
    asked.view.interviews,
    asked.view.law,
  );
  const form = await read(parts, () => held.take(heldId(asked)));
  if (form === undefined) return redirect(view.at(onwards ?? homeOf(person)), cookies);
  cookies.push(writeCookie('held', undefined, { secure, path: '/' }));
  const visit = { ...asked.visit, base, person, session: { ...session, id } };
  const again: Asked = { ...asked, view, visit, method: 'POST', path: form.path, body: form.fields };
  const resumed = await parts.resume(again, form);
  return { ...(resumed ?? keep(parts, again, form)), cookies };
}

function keep({ show }: SessionParts, asked: Asked, form: HeldForm): Reply {
  const { back, send } = asked.view.texts.handoffWeb.signIn;
  const inside = renderKept(form, { ...back, button: send, alert: false }, asked.view);
  return show(asked, { status: 200, title: back.title, inside });
}

async function leave(parts: SessionParts, asked: Asked): Promise<Reply> {
  const { sessions, openId, show } = parts;
  const { visit, view } = asked;
  const { session, secure, base } = visit;
  const isClosed = await read(parts, async () => {
    if (session !== undefined) await sessions.close(session.id);
    return true;
  });
  // Nobody is told that they are signed out while their session goes on.
  if (isClosed === undefined) return refuse(parts, asked, 503, 'down');
  const cookies = [writeCookie('session', undefined, { secure, path: base === '' ? '/' : base })];
  const { signedOut, signingOut } = view.texts.handoffWeb.signIn;
  const idToken = session?.idToken;
  const to = openId === undefined || idToken === undefined ? undefined : await openId.signOutAt(idToken);
  if (to === undefined)
    return show(gone(asked), { status: 200, title: signedOut.title, inside: renderOut(view), cookies });
  // Not a redirect: the policy of the page lets a form lead nowhere but here.
  const more = html`<p><a class="send" href="${to}">${signingOut.link}</a></p>`;
  const inside = renderMessage(signingOut, view, more);
  return show(gone(asked), {
    status: 200,
    title: signingOut.title,
    inside,
    cookies,
    headers: { refresh: `0;url=${to}` },
  });
}

function renderOut(view: View): Markup {
  const { signedOut } = view.texts.handoffWeb.signIn;
  const more = html`<p class="acts"><a class="send" href="${view.at('/connexion')}">${view.texts.handoffWeb.nav.signIn}</a> <a href="${view.at('/')}">${view.texts.web.home}</a></p>`;
  return renderMessage(signedOut, view, more);
}

function refuse(
  { show }: SessionParts,
  asked: Asked,
  status: number,
  fault: keyof View['texts']['handoffWeb']['signIn']['fault'] | 'down',
  account?: string,
): Reply {
  const { view } = asked;
  const { signIn: texts } = view.texts.handoffWeb;
  const said = fault === 'down' ? view.texts.faults.store_down : texts.fault[fault];
  const again = html`${account !== undefined && html`<p>${texts.account} <code>${account}</code></p>`}<p class="acts"><a href="${view.at('/connexion')}">${view.texts.handoffWeb.signIn.title}</a> <a href="${view.at('/')}">${view.texts.web.home}</a></p>`;
  return show(asked, { status, title: said.title, inside: renderMessage(said, view, again) });
}

async function read<T>({ log }: SessionParts, ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    log?.error({ err: error }, 'identities could not be read');
    return undefined;
  }
}

function heldId({ visit: { cookies, secure } }: Asked): string | undefined {
  return readCookie(cookies, 'held', { secure, path: '/' });
}

/** The page of who has just left shows nobody. */
function gone(asked: Asked): Asked {
  return { ...asked, view: viewOfNobody(asked.view) };
}

function homeOf({ coordinator, reservist }: SignedIn): string {
  return coordinator ? '/animation' : reservist ? '/reserve' : '/';
}
