import { renderMessage, type Show } from '../handoff/show.ts';
import { html } from '../html.ts';
import { field } from '../inbound.ts';
import type { Asked, Log, Route } from '../route.ts';
import type { Guard } from './guard.ts';
import type { OpenIdSettings } from './oidc.ts';

const STATUS = { expired: 410, not_yours: 403, store_down: 503 } as const;

/** The link that makes an administrator: looking at it does nothing, sending its form does, once. */
export function invitationRoutes(parts: {
  readonly accept: OpenIdSettings['acceptInvitation'];
  readonly guard: Guard;
  readonly show: Show;
  readonly log: Log | undefined;
}): readonly Route[] {
  const { accept, guard, show, log } = parts;

  async function look(asked: Asked) {
    const { view, query } = asked;
    const { invitation } = view.texts.handoffWeb.signIn;
    const more = html`<form class="acts" method="post" action="${view.at('/invitation')}">
      <input type="hidden" name="jeton" value="${field(query, 'jeton')}"><button class="send">${invitation.go}</button></form>`;
    return show(asked, { status: 200, title: invitation.title, inside: renderMessage(invitation, view, more) });
  }

  const take = (asked: Asked) =>
    guard(asked, async ({ person }) => {
      const { view } = asked;
      const { invitation } = view.texts.handoffWeb.signIn;
      const accepted = await accept(field(asked.body, 'jeton'), person);
      const kind = accepted.ok ? 'done' : accepted.error.kind;
      log?.info({ invitation: kind }, 'a link that makes an administrator was opened');
      const said = invitation[kind];
      const status = kind === 'done' ? 200 : STATUS[kind];
      return show(asked, { status, title: said.title, inside: renderMessage(said, view) });
    });

  return [
    { method: 'GET', path: '/invitation', answer: look },
    { method: 'POST', path: '/invitation', answer: take },
  ];
}
