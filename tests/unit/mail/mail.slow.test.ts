import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { composeMail, createReach } from '../../../scripts/compose-mail.ts';
import { findServices } from '../../../scripts/doctor/services.ts';
import { loadConfig } from '../../../src/config/config.ts';
import type { MailConfig } from '../../../src/config/config-mail.ts';
import { createLog } from '../../../src/log.ts';
import type { Outgoing, Words } from '../../../src/message/delivery.ts';
import { err } from '../../../src/result.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { createFakeConversing } from '../../fakes/conversing.ts';
import { CLAIRE, createFakeHelping } from '../../fakes/helping.ts';
import { createBrowser } from '../../fixtures/browser.ts';
import { builtScript } from '../../fixtures/built.ts';
import { mustBe, PEOPLE } from '../../fixtures/network.ts';
import { serve } from '../../fixtures/served.ts';

/** A real SMTP server on loopback: what it took, and how it answers next. */
const taken: { readonly to: readonly string[]; readonly raw: string }[] = [];
let sealed: boolean[] = [];
let refuse: { readonly code: number; readonly text: string } | undefined;
let onTaken: (() => Promise<void>) | undefined;
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH'],
  logger: false,
  onRcptTo: (_address, session, done) => {
    sealed.push(session.secure);
    done(refuse === undefined ? null : Object.assign(new Error(refuse.text), { responseCode: refuse.code }));
  },
  onData: (stream, session, done) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', async () => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      taken.push({ to, raw: Buffer.concat(chunks).toString('utf8') });
      await onTaken?.();
      done();
    });
  },
});
// A client that dies or gives up is what is tested.
smtp.on('error', () => undefined);
let url: string;
let store: Store;
let data: string;
beforeAll(async () => {
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
  url = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((resolve) => smtp.close(resolve)));
beforeEach(async () => {
  taken.length = 0;
  sealed = [];
  refuse = undefined;
  onTaken = undefined;
  data = mkdtempSync(join(tmpdir(), 'truchement-mail-'));
  store = await openStore({ data, databaseUrl: undefined, log: createLog('silent') });
  for (const one of PEOPLE) mustBe(await store.reserve.savePerson({ ...one, address: undefined }));
});
afterEach(() => store.close());

const settings = (over: Partial<MailConfig> = {}): MailConfig => ({
  url,
  from: { name: 'Truchement', address: 'truchement@ville.fr' },
  tls: 'never',
  publicUrl: 'https://achats.ville.fr',
  domains: [],
  ...over,
});

async function mailer(over: Partial<MailConfig> = {}) {
  const outcomes: string[] = [];
  const composed = await composeMail({ mail: settings(over), body: undefined }, store, createLog('silent'), (outcome) =>
    outcomes.push(outcome),
  );
  if (composed === undefined) throw new Error('a server is set up');
  return { ...composed, ...createReach(() => [], composed), outcomes };
}

const words = (over: Partial<Words> = {}): Words => ({
  id: 'w1',
  to: { platform: 'web', conversation: 'bob' },
  person: 'bob',
  language: 'fr',
  text: 'Votre attestation est **valable** jusqu’au 3 mai.',
  suggestions: [],
  ...over,
});
const offer: Outgoing = {
  ...words({ text: 'Une demande vous est proposée (métropole).\n\n**La question**\n\n> Secret' }),
  case: 'c1',
  kind: 'offer',
  side: 'reservist',
};
const header = (raw: string, name: string) =>
  new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, 'im').exec(raw)?.[1]?.replace(/\r\n[ \t]/g, ' ');
const body = (raw: string) =>
  Buffer.from(
    raw
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

it('tells an offer without its question, in text and in HTML, with the link, and how to stop in one press', async () => {
  const { hand, outcomes } = await mailer();
  expect(await hand(offer)).toEqual({ ok: true, value: undefined });
  expect(outcomes).toEqual(['accepted']);
  const [{ to, raw } = { to: [], raw: '' }] = taken;
  expect(to).toEqual(['bob@exemple.fr']);
  expect(body(raw)).not.toContain('Secret');
  expect(body(raw).match(/https:\/\/achats\.ville\.fr\/dossier\/c1/g)).toHaveLength(2);
  expect(header(raw, 'Content-Type')).toContain('multipart/alternative');
  expect(header(raw, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  expect(header(raw, 'Auto-Submitted')).toBe('auto-generated');
});

it('is told once though the process is killed: before the server has it, and after, when the mailbox sees the same message', async () => {
  const at = new Date().toISOString();
  mustBe(await store.training.enqueue([{ id: 'k1', at, person: 'bob', target: 'person', body: { text: 'Rappel' } }]));
  const script = await builtScript('tests/unit/mail/mail-life.ts');
  const live = async (laterMs: number) => {
    const child = spawn(process.execPath, [script, data, url, String(laterMs)], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return { child, ended: once(child, 'close') };
  };
  // It has said who it writes to, and dies before a word of it.
  const first = await live(0);
  const dies = new Promise<void>((resolve) => {
    const kill = setInterval(() => {
      if (sealed.length === 0 && taken.length === 0) return;
      clearInterval(kill);
      first.child.kill('SIGKILL');
      resolve();
    }, 1);
  });
  await Promise.all([dies, first.ended]);
  // The server has it, and the process dies before it hears so.
  const second = await live(120_000);
  onTaken = async () => void second.child.kill('SIGKILL');
  await second.ended;
  onTaken = undefined;
  expect((await (await live(240_000)).ended)[0]).toBe(0);
  expect(mustBe(await store.training.waiting('person'))).toBe(0);
  const before = taken.length;
  expect((await (await live(360_000)).ended)[0]).toBe(0);
  expect(taken).toHaveLength(before);
  expect(new Set(taken.map(({ raw }) => header(raw, 'Message-ID'))).size).toBe(1);
}, 60_000);

it('waits where the server makes strangers wait, and is taken then', async () => {
  const { tell, outcomes } = await mailer();
  refuse = { code: 450, text: '4.2.0 Greylisted' };
  expect(await tell(words())).toEqual({ ok: false, error: { kind: 'later', why: 'smtp 450 4.2.0 RCPT TO' } });
  refuse = undefined;
  expect((await tell(words())).ok).toBe(true);
  expect(outcomes).toEqual(['later', 'accepted']);
});

it('knows an address that its server refuses for good: tells the coordinator once, sends nothing more, until it is corrected', async () => {
  const { hand, tell } = await mailer();
  refuse = { code: 550, text: '5.1.1 <bob@exemple.fr> unknown' };
  expect(await hand(offer)).toEqual({ ok: false, error: { kind: 'gone', why: 'smtp 550 5.1.1 RCPT TO' } });
  refuse = undefined;
  expect((await tell(words())).ok).toBe(true);
  expect(taken).toEqual([]);
  const told = mustBe(await store.training.messagesTo('cora', 10));
  expect(told).toHaveLength(1);
  expect(JSON.stringify(told[0]?.body)).toContain('Robert Le Goff');
  const bob = PEOPLE.find(({ id }) => id === 'bob');
  if (bob === undefined) throw new Error('bob is known');
  mustBe(await store.reserve.savePerson({ ...bob, address: undefined, email: 'robert@exemple.fr' }));
  expect((await tell(words())).ok).toBe(true);
  expect(taken.map(({ to }) => to)).toEqual([['robert@exemple.fr']]);
});

it('holds nothing against the reader where the relay refuses us, or nobody answers; and leaves a dead server alone', async () => {
  const { tell, mailboxes } = await mailer();
  refuse = { code: 550, text: '5.7.1 Relaying denied' };
  expect(await tell(words())).toMatchObject({ error: { kind: 'later' } });
  expect(mustBe(await mailboxes.of('bob'))?.refused).toBe(false);
  const dead = await mailer({ url: 'smtp://127.0.0.1:1' });
  expect(await dead.tell(words())).toMatchObject({
    error: { kind: 'later', why: expect.stringContaining('smtp CONN') },
  });
  expect(await dead.tell(words())).toMatchObject({ error: { kind: 'later', afterMs: expect.any(Number) } });
  expect(dead.outcomes).toEqual(['unreachable']);
});

it('goes sealed where the server can, and not at all to one whose certificate is nobody’s', async () => {
  const sealing = await mailer({ tls: 'required' });
  expect(await sealing.tell(words())).toMatchObject({ error: { kind: 'later' } });
  expect(sealed).toEqual([]);
  const trusting = await mailer({ tls: 'required', url: `${url}/?tls.rejectUnauthorized=false` });
  expect((await trusting.tell(words())).ok).toBe(true);
  expect((await (await mailer({ tls: 'if_offered' })).tell(words())).ok).toBe(true);
  expect(sealed).toEqual([true, true]);
});

it('lets no name and no title write a header, nor another reader', async () => {
  const evil = 'Bob\r\nBcc: eve@mal.fr\r\n\r\nmots';
  const bob = {
    ...PEOPLE[1],
    id: 'bob',
    name: evil,
    address: undefined,
    email: 'bob@exemple.fr',
  } as (typeof PEOPLE)[number];
  mustBe(await store.reserve.savePerson(bob));
  const { tell } = await mailer();
  expect((await tell(words({ purchase: 'p1', text: evil, brief: evil }))).ok).toBe(true);
  const [{ to, raw } = { to: [], raw: '' }] = taken;
  expect(to).toEqual(['bob@exemple.fr']);
  expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im);
  mustBe(await store.reserve.savePerson({ ...bob, email: 'bob@exemple.fr>\r\nRCPT TO:<eve@mal.fr' }));
  expect((await tell(words({ id: 'w2' }))).ok).toBe(true);
  expect(taken).toHaveLength(1);
});

it('stops by kind: a machine that follows the link stops nothing, one press does, and it can be taken up again', async () => {
  const { hand, tell, mailboxes } = await mailer();
  const web = await serve(createFakeConversing(), { mailboxes });
  try {
    await hand(offer);
    const link =
      header(taken[0]?.raw ?? '', 'List-Unsubscribe')
        ?.slice(1, -1)
        .replace('https://achats.ville.fr', '') ?? '';
    const page = await web.get(link);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Ne plus recevoir les demandes qu’on vous propose');
    await hand({ ...offer, id: 'm2' });
    expect(taken).toHaveLength(2);
    // As mailboxes send it: as a form with parts, or as a plain one.
    const parts = new FormData();
    parts.set('List-Unsubscribe', 'One-Click');
    expect((await fetch(web.address + link, { method: 'POST', body: parts, redirect: 'manual' })).status).toBe(200);
    expect((await web.post(link, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    await hand({ ...offer, id: 'm3' });
    expect(taken).toHaveLength(2);
    await tell(words());
    expect(taken, 'the other kinds go on').toHaveLength(3);
    expect((await web.post(link, { reprendre: 'offers' })).status).toBe(303);
    await hand({ ...offer, id: 'm4' });
    expect(taken).toHaveLength(4);
    const forged = link.replace('qui=bob', 'qui=carl');
    expect((await web.post(forged, { arreter: 'offers' })).status).toBe(403);
    expect(mustBe(await mailboxes.of('carl'))?.stopped.size).toBe(0);
  } finally {
    await web.stop();
  }
});

it('reaches by e-mail whoever prefers it to their chat, and nobody else who has one', async () => {
  const { tell, mailboxes } = await mailer();
  const slack = words({ to: { platform: 'slack', conversation: 'D1' } });
  expect(await tell(slack)).toMatchObject({ error: { kind: 'never' } });
  expect(taken).toEqual([]);
  mustBe(await mailboxes.prefer('bob', true));
  expect((await tell(slack)).ok).toBe(true);
  expect(taken).toHaveLength(1);
});

it('signs in by a link: once, by its button, whatever followed it before, and says nothing of who is known', async () => {
  const { mailboxes, signIn } = await mailer();
  const helping = { ...createFakeHelping(), signedIn: async (person: string) => ({ ...CLAIRE, person }) };
  const acceptInvitation = async () => err({ kind: 'expired' } as const);
  const web = await serve(createFakeConversing(), {
    mailboxes,
    help: { helping, signIn: { kind: 'mail', ...signIn, acceptInvitation } },
  });
  const browser = createBrowser(web.address);
  const ask = async (courriel: string) => {
    const reply = await browser.post('/connexion/lien', { courriel, suite: '/dossiers' });
    return { status: reply.status, text: (await reply.text()).replaceAll(courriel, 'X') };
  };
  try {
    expect(await (await browser.get('/connexion')).text()).toContain('type="email"');
    const stranger = await ask('personne@exemple.fr');
    const arrived = new Promise<void>((resolve) => {
      onTaken = async () => resolve();
    });
    const known = await ask('BOB@exemple.fr');
    expect(known).toEqual(stranger);
    expect(known.status).toBe(200);
    await arrived;
    expect(taken.map(({ to }) => to)).toEqual([['bob@exemple.fr']]);
    const raw = body(taken[0]?.raw ?? '');
    expect(raw).not.toContain('List-Unsubscribe');
    const link = /https:\/\/achats\.ville\.fr(\/connexion\/lien\?jeton=[\w-]{43})/.exec(raw)?.[1] ?? '';
    // A machine that reads mail follows it, twice.
    const scanned = [await web.get(link), await web.get(link)];
    for (const page of scanned) expect(page.headers.getSetCookie()).toEqual([]);
    expect(await scanned[0]?.text()).toContain('depuis un autre navigateur');
    expect(await (await browser.get(link)).text()).not.toContain('depuis un autre navigateur');
    const jeton = link.split('=')[1] ?? '';
    const entered = await browser.post('/connexion/lien/entrer', { jeton });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/dossiers']);
    expect(browser.cookies().map(({ name }) => name)).toContain('__Host-truchement-session');
    const thief = createBrowser(web.address);
    expect((await thief.post('/connexion/lien/entrer', { jeton })).status).toBe(410);
    expect(thief.cookies()).toEqual([]);
    expect((await browser.get(link)).status).toBe(410);
    // Three in a quarter of an hour, for who is known and who is not.
    for (const courriel of ['bob@exemple.fr', 'personne@exemple.fr']) {
      const statuses = [];
      for (let n = 0; n < 3; n++) statuses.push((await ask(courriel)).status);
      expect(statuses).toEqual([200, 200, 429]);
    }
    expect((await ask('bob')).status).toBe(422);
  } finally {
    await web.stop();
  }
});

it('is tried by the doctor, who says what is wrong and never the password', async () => {
  const mailOf = async (env: Record<string, string>) => {
    const config = loadConfig({ MAIL_FROM: 'truchement@ville.fr', PUBLIC_URL: 'https://achats.ville.fr', ...env });
    return (await findServices(config)).find(({ name }) => name === 'mail');
  };
  expect(await mailOf({ SMTP_URL: url })).toMatchObject({ state: 'ok' });
  expect(await mailOf({ SMTP_URL: url, SMTP_TLS: 'required' })).toMatchObject({
    state: 'fault',
    say: expect.stringContaining('TLS'),
  });
  const dead = await mailOf({ SMTP_URL: 'smtp://user:planted-secret@127.0.0.1:1' });
  expect(dead).toMatchObject({ state: 'fault', say: expect.stringContaining('not reached') });
  expect(dead?.say).not.toContain('planted-secret');
});
