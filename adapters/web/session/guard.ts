import type { SignedIn } from '../../../src/reserve/port/signed-in.ts';
import { readForm, renderKept } from '../handoff/kept.ts';
import { renderMessage, type Show } from '../handoff/show.ts';
import { html, toText } from '../html.ts';
import { type Asked, type Reply, redirect } from '../route.ts';
import { writeCookie } from './cookies.ts';
import type { Held } from './held.ts';

export type Guard = (asked: Asked, then: (by: SignedIn) => Promise<Reply>) => Promise<Reply>;

/** Lets only who is signed in go on; the others sign in first, and what they typed waits for them meanwhile. */
export function createGuard({ held, show }: { readonly held: Held; readonly show: Show }): Guard {
  return async (asked, then) => {
    const { visit, view, method, path, fragment } = asked;
    const { handoffWeb: texts } = view.texts;
    if (visit.person !== undefined) return then(visit.person);
    const kept = visit.down || fragment || method === 'GET' ? undefined : await held.put(readForm(path, asked.body));
    if (visit.down || kept?.ok === false) {
      const said = { ...view.texts.faults.store_down, button: texts.kept.retry, alert: true };
      const inside =
        method === 'POST'
          ? renderKept(readForm(path, asked.body), said, view)
          : renderMessage(view.texts.faults.store_down, view);
      // Whoever fills what is held is sent away; the house is up.
      const status = kept?.ok === false && kept.error === 'full' ? 429 : 503;
      return show(asked, { status, title: said.title, inside });
    }
    if (fragment) {
      const { expired, again } = texts.signIn;
      const inside = html`<p>${expired} <a href="${view.at('/connexion')}" target="_blank">${again}</a></p>`;
      return { status: 401, type: 'text/html; charset=utf-8', body: toText(inside) };
    }
    if (method === 'GET') return redirect(view.at(`/connexion?suite=${encodeURIComponent(path)}`));
    return redirect(view.at('/connexion'), [writeCookie('held', kept?.value, { secure: visit.secure, path: '/' })]);
  };
}
