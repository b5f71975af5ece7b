import { z } from 'zod';
import { readSiret } from '../../../src/french/checksums.ts';
import type { ProvenIdentity } from '../../../src/reserve/port/proven-identity.ts';
import { BODY_KINDS } from '../../../src/vocabulary/people.ts';
import type { Show } from '../handoff/show.ts';
import { field } from '../inbound.ts';
import { type Asked, type Log, type Reply, type Route, readOnwards, redirect, type Welcome } from '../route.ts';
import { renderBody } from './body-screen.ts';
import { readCookie, writeCookie } from './cookies.ts';
import type { AdmissionFault, Errands, OpenId, OpenIdFault, OpenIdSettings, SaidBody } from './oidc.ts';

type Refusal = Exclude<AdmissionFault['kind'], 'store_down' | 'no_body'>;
type SignInFault = OpenIdFault | Refusal | 'no_cookie';

const STATUS: Readonly<Record<OpenIdFault, number>> = {
  provider_down: 503,
  misconfigured: 503,
  clock: 503,
  wrong_state: 400,
  expired: 400,
  not_trusted: 400,
  cancelled: 403,
  refused: 403,
  weak: 403,
  not_admitted: 403,
};

interface Parts extends Pick<OpenIdSettings, 'personFor'> {
  readonly errands: Errands;
  readonly openId: OpenId;
  readonly welcome: Welcome;
  readonly show: Show;
  readonly refuse: (asked: Asked, status: number, fault: SignInFault | 'down', account?: string) => Reply;
  readonly log: Log | undefined;
  readonly read: <T>(ask: () => Promise<T>) => Promise<T | undefined>;
}

/** The way to the identity provider and back, and the one question that it may leave open. */
export function openIdRoutes(parts: Parts): readonly Route[] {
  return [
    { method: 'GET', path: '/connexion/fournisseur', works: true, answer: (asked) => go(parts, asked) },
    { method: 'GET', path: '/connexion/retour', works: true, answer: (asked) => back(parts, asked) },
    { method: 'GET', path: '/connexion/organisme', answer: (asked) => askBody(parts, asked) },
    { method: 'POST', path: '/connexion/organisme', answer: (asked) => takeBody(parts, asked) },
  ];
}

const text = z.string().optional();
const sent = z.object({
  errand: z.object({ state: z.string(), nonce: z.string(), verifier: text }),
  onwards: text,
});
const newcomer = z.object({
  claims: z.object({
    issuer: z.string(),
    sub: z.string(),
    name: text,
    email: text,
    emailVerified: z.boolean(),
    organisation: text,
    groups: z.array(z.string()),
    microsoft: z.object({ tenant: z.string(), account: z.string() }).optional(),
  }),
  idToken: z.string(),
  onwards: text,
});
type Newcomer = z.infer<typeof newcomer>;

async function go({ openId, errands, read, refuse }: Parts, asked: Asked): Promise<Reply> {
  const begun = await openId.begin();
  if (!begun.ok) return refuse(asked, STATUS[begun.error], begun.error);
  const { to, errand } = begun.value;
  const onwards = readOnwards(asked.query);
  const id = await read(() => errands.put({ errand, onwards }));
  return id === undefined ? refuse(asked, 503, 'down') : redirect(to, [writeCookie('errand', id, cookieOf(asked))]);
}

async function back(parts: Parts, asked: Asked): Promise<Reply> {
  const { openId, refuse } = parts;
  const kept = await takeErrand(parts, asked, sent);
  if (kept.kind === 'reply') return kept.reply;
  const { errand, onwards } = kept.value;
  const finished = await openId.finish(asked.url, { ...errand, verifier: errand.verifier });
  if (!finished.ok) return refuse(asked, STATUS[finished.error], finished.error);
  const { claims, idToken } = finished.value;
  return enter(parts, asked, { claims: { ...claims, groups: [...claims.groups] }, idToken, onwards } as Newcomer);
}

/** What this browser was sent with; else where it goes instead: a second click of someone who is in by now is no fault. */
async function takeErrand<T>(
  { errands, read, refuse }: Parts,
  asked: Asked,
  schema: z.ZodType<T>,
): Promise<{ readonly kind: 'kept'; readonly value: T } | { readonly kind: 'reply'; readonly reply: Reply }> {
  const id = readCookie(asked.visit.cookies, 'errand', cookieOf(asked));
  const found = id === undefined ? { thing: undefined } : await read(async () => ({ thing: await errands.take(id) }));
  if (found === undefined) return { kind: 'reply', reply: refuse(asked, 503, 'down') };
  const kept = schema.safeParse(found.thing);
  if (kept.success) return { kind: 'kept', value: kept.data };
  if (asked.visit.person !== undefined) return { kind: 'reply', reply: redirect(asked.view.at('/')) };
  return { kind: 'reply', reply: refuse(asked, STATUS.wrong_state, id === undefined ? 'no_cookie' : 'wrong_state') };
}

/** In, refused, or asked for their body, which is then said once. */
async function enter(parts: Parts, asked: Asked, who: Newcomer, said?: SaidBody): Promise<Reply> {
  const { personFor, errands, welcome, refuse, read, log } = parts;
  const { claims, idToken, onwards } = who;
  const found = await read(() => personFor(claims as ProvenIdentity, said));
  if (found === undefined) return refuse(asked, 503, 'down');
  if (found.ok) {
    const reply = await welcome(asked, { person: found.value, idToken }, onwards);
    return { ...reply, cookies: [...(reply.cookies ?? []), writeCookie('errand', undefined, cookieOf(asked))] };
  }
  const { kind } = found.error;
  if (kind === 'store_down') return refuse(asked, 503, 'down');
  if (kind === 'no_body') {
    const id = await read(() => errands.put(who));
    if (id === undefined) return refuse(asked, 503, 'down');
    return redirect(asked.view.at('/connexion/organisme'), [writeCookie('errand', id, cookieOf(asked))]);
  }
  log?.info({ refused: kind }, 'someone signed in at the provider and was not let in: docs/sign-in.md says what to do');
  return refuse(asked, 403, kind, claims.sub);
}

async function askBody({ show }: Parts, asked: Asked): Promise<Reply> {
  const { view, visit } = asked;
  if (visit.person !== undefined) return redirect(view.at('/'));
  if (readCookie(visit.cookies, 'errand', cookieOf(asked)) === undefined) return redirect(view.at('/connexion'));
  return show(asked, { status: 200, title: view.texts.handoffWeb.signIn.body.title, inside: renderBody({}, view) });
}

async function takeBody(parts: Parts, asked: Asked): Promise<Reply> {
  const { view, body } = asked;
  const { body: texts } = view.texts.handoffWeb.signIn;
  const [name, siret] = [field(body, 'nom').trim().slice(0, 200), field(body, 'siret').trim()];
  const kind = BODY_KINDS.find((one) => one === field(body, 'genre'));
  // Here, not only where it is kept: what is wrong is said beside the box.
  const fault = name === '' ? 'noName' : siret !== '' && readSiret(siret) === undefined ? 'noSiret' : undefined;
  if (fault !== undefined) {
    const inside = renderBody({ typed: { name, siret, kind }, fault }, view);
    return parts.show(asked, { status: 422, title: texts.title, inside });
  }
  const kept = await takeErrand(parts, asked, newcomer);
  if (kept.kind === 'reply') return kept.reply;
  parts.log?.info({ by: 'themselves' }, 'a body was said by who signs in: a coordinator confirms it');
  return enter(parts, asked, kept.value, { name, siret, kind });
}

function cookieOf({ visit }: Asked) {
  return { secure: visit.secure, path: '/' };
}
