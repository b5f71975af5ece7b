import { renderMessage, type Show } from '../handoff/show.ts';
import { html } from '../html.ts';
import { field } from '../inbound.ts';
import type { Asked, Log, Route } from '../route.ts';
import { viewOfNobody } from '../view.ts';
import type { Guard } from './guard.ts';
import type { OpenIdSettings } from './oidc.ts';

const STATUS = { expired: 410, not_yours: 403, store_down: 503 } as const;

/** Links that make an administrator, or an account somebody's: looking at one does nothing, sending its form does, once. */
export function invitationRoutes(parts: {
  readonly accept: OpenIdSettings['acceptInvitation'];
  readonly guard: Guard;
  readonly show: Show;
  readonly log: Log | undefined;
}): readonly Route[] {
  const { accept, guard, show, log } = parts;

  const textsOf = ({ view, path }: Asked) =>
    view.texts.handoffWeb.signIn[path === '/rejoindre' ? 'joining' : 'invitation'];

  async function look(asked: Asked) {
    const { view, query } = asked;
    const texts = textsOf(asked);
    const more = html`<form class="acts" method="post" action="${view.at(asked.path)}">
      <input type="hidden" name="jeton" value="${field(query, 'jeton')}"><button class="send">${texts.go}</button></form>`;
    return show(asked, { status: 200, title: texts.title, inside: renderMessage(texts, view, more) });
  }

  const take = (asked: Asked) =>
    guard(asked, async ({ person }) => {
      const accepted = await accept(field(asked.body, 'jeton'), person);
      log?.info({ invitation: accepted.ok ? accepted.value : accepted.error.kind }, 'a link of invitation was opened');
      const { invitation, joining } = asked.view.texts.handoffWeb.signIn;
      const said = accepted.ok
        ? { administrator: invitation.done, ...joining.done }[accepted.value]
        : textsOf(asked)[accepted.error.kind];
      const status = accepted.ok ? 200 : STATUS[accepted.error.kind];
      // Whoever came by a new account is somebody else from now on, and signs in as them.
      const joined = accepted.ok && accepted.value === 'joined';
      const view = joined ? viewOfNobody(asked.view) : asked.view;
      const more = joined
        ? html`<p><a class="send" href="${view.at('/connexion')}">${view.texts.handoffWeb.nav.signIn}</a></p>`
        : undefined;
      return show({ ...asked, view }, { status, title: said.title, inside: renderMessage(said, view, more) });
    });

  return ['/invitation', '/rejoindre'].flatMap((path): readonly Route[] => [
    { method: 'GET', path, answer: look },
    { method: 'POST', path, answer: take },
  ]);
}
