import { type Asked, type Log, type Reply, type Route, readOnwards, redirect, type Welcome } from '../route.ts';
import { readCookie, writeCookie } from './cookies.ts';
import type { AdmissionFault, Errand, OpenId, OpenIdFault, OpenIdSettings } from './oidc.ts';
import { createShelf } from './shelf.ts';

/** Time a person has to sign in at the provider. */
const ERRAND_MS = 15 * 60_000;
const MOST_ERRANDS = 5000;

type Refusal = Exclude<AdmissionFault['kind'], 'store_down'>;

const STATUS: Readonly<Record<OpenIdFault, number>> = {
  provider_down: 503,
  wrong_state: 400,
  expired: 400,
  not_trusted: 400,
  refused: 403,
};

/** The way to the identity provider and back. */
export function openIdRoutes(parts: {
  readonly openId: OpenId;
  readonly personFor: OpenIdSettings['personFor'];
  readonly welcome: Welcome;
  readonly refuse: (asked: Asked, status: number, fault: OpenIdFault | Refusal | 'down', account?: string) => Reply;
  readonly log: Log | undefined;
  readonly read: <T>(ask: () => Promise<T>) => Promise<T | undefined>;
  readonly now: () => Date;
}): readonly Route[] {
  const { openId, personFor, welcome, refuse, read, now, log } = parts;
  const errands = createShelf<{ readonly errand: Errand; readonly onwards: string | undefined }>({
    lifetimeMs: ERRAND_MS,
    most: MOST_ERRANDS,
    now,
  });

  async function go(asked: Asked): Promise<Reply> {
    const begun = await openId.begin();
    if (!begun.ok) return refuse(asked, STATUS[begun.error], begun.error);
    const { to, errand } = begun.value;
    const id = errands.put({ errand, onwards: readOnwards(asked.query) });
    return redirect(to, [writeCookie('errand', id, cookieOf(asked))]);
  }

  async function back(asked: Asked): Promise<Reply> {
    const kept = errands.take(readCookie(asked.visit.cookies, 'errand', cookieOf(asked)));
    if (kept === undefined) return refuse(asked, STATUS.wrong_state, 'wrong_state');
    const finished = await openId.finish(asked.url, kept.errand);
    if (!finished.ok) return refuse(asked, STATUS[finished.error], finished.error);
    const { claims, idToken } = finished.value;
    const found = await read(() => personFor(claims));
    if (found === undefined) return refuse(asked, 503, 'down');
    if (!found.ok) {
      const { kind } = found.error;
      if (kind === 'store_down') return refuse(asked, 503, 'down');
      log?.info(
        { refused: kind },
        'someone signed in at the provider and was not let in: docs/sign-in.md says what to do',
      );
      return refuse(asked, 403, kind, claims.sub);
    }
    const reply = await welcome(asked, { person: found.value, idToken }, kept.onwards);
    return { ...reply, cookies: [...(reply.cookies ?? []), writeCookie('errand', undefined, cookieOf(asked))] };
  }

  return [
    { method: 'GET', path: '/connexion/fournisseur', answer: go },
    { method: 'GET', path: '/connexion/retour', answer: back },
  ];
}

function cookieOf({ visit }: Asked) {
  return { secure: visit.secure, path: '/' };
}
