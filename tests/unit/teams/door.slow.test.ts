import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { OutboundActivity } from '../../../adapters/teams/activity.ts';
import type { Reference, TeamsDoor, TeamsDoorOptions } from '../../../adapters/teams/door.ts';
import { createTeamsDoor } from '../../../adapters/teams/teams.ts';
import type { RawRequest } from '../../../src/platform.ts';
import { type FakeConnector, startTeamsConnector } from '../../fakes/teams-connector/connector.ts';
import { CHANNEL_ISSUER, type TokenChanges } from '../../fakes/teams-connector/issuer.ts';
import { silence } from '../../fixtures/silence.ts';

const BOT = '6f1c1b8a-3c1e-4b0e-9a53-0f2d2f9b7a11';
const TENANT = '0d1b3f6e-7a55-4b67-8f0e-2f6a5d4c3b21';
const ANNE = {
  id: '29:anne',
  aadObjectId: 'a-anne',
  name: 'Anne Le Gall',
  email: 'anne@ville.example',
  tenantId: TENANT,
};

let teams: FakeConnector;
let door: TeamsDoor;
let to: Reference;

beforeAll(async () => {
  teams = await startTeamsConnector({ botId: BOT, tenantId: TENANT });
  teams.conversations.set('a:anne', { id: 'a:anne', kind: 'personal', members: [ANNE], tenantId: TENANT });
  to = { serviceUrl: teams.url, conversation: 'a:anne', tenant: TENANT, bot: `28:${BOT}` };
  door = createTeamsDoor(options());
});
afterAll(() => teams.stop());
const silenced = silence();
afterEach(() => silenced.forget());

function options(changes: Partial<TeamsDoorOptions> = {}): TeamsDoorOptions {
  return {
    identity: { kind: 'single_tenant', appId: BOT, password: 'a-secret-never-shown', tenant: TENANT },
    tenants: [TENANT],
    serviceHosts: ['127.0.0.1'],
    cloud: {
      login: 'https://login.microsoftonline.com/botframework.com',
      scope: 'https://api.botframework.com',
      issuer: CHANNEL_ISSUER,
      openIdMetadata: `${teams.url}metadata`,
    },
    ...changes,
  };
}

function activityOf(changes: object = {}): object {
  return {
    type: 'message',
    id: '1700000000001',
    channelId: 'msteams',
    serviceUrl: teams.url,
    from: { id: '29:anne', name: 'Anne Le Gall', aadObjectId: 'a-anne' },
    recipient: { id: `28:${BOT}`, name: 'Truchement' },
    conversation: { id: 'a:anne', conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    text: 'bonjour',
    ...changes,
  };
}

function requestOf(activity: unknown, headers: RawRequest['headers'] = {}): RawRequest {
  return {
    url: '/api/messages',
    headers: { 'content-type': 'application/json; charset=utf-8', host: '127.0.0.1:8080', ...headers },
    body: Buffer.from(typeof activity === 'string' ? activity : JSON.stringify(activity)),
  };
}

function signed(activity: unknown, token: TokenChanges = {}): RawRequest {
  return requestOf(activity, { authorization: teams.issuer.bearer(token) });
}

async function statusOf(request: RawRequest, at = door): Promise<number> {
  const received = await at.receive(request);
  return received.ok ? 200 : received.error.status;
}

describe('an activity is read only when its token says so', () => {
  it('takes what the channel signed', async () => {
    const received = await door.receive(signed(activityOf()));
    expect(received.ok && received.value).toMatchObject({ type: 'message', text: 'bonjour' });
  });

  const now = Math.floor(Date.now() / 1000);
  const wrong: Readonly<Record<string, TokenChanges>> = {
    'forged with another key': { forged: true },
    'expired beyond the tolerance of five minutes': { notBefore: now - 7200, expires: now - 301 },
    'that never expires': { expires: null },
    'not valid yet': { notBefore: now + 3600, expires: now + 7200 },
    'for another bot': { audience: '11111111-2222-3333-4444-555555555555' },
    'of another issuer': { issuer: 'https://evil.example' },
    'of the public directory, as other bots have': { issuer: `https://sts.windows.net/${TENANT}/` },
    'for another service address': { serviceUrl: 'https://smba.trafficmanager.net/emea/' },
    'without a service address': { serviceUrl: undefined },
    'unsigned («alg: none»)': { algorithm: 'none' },
    'of a key that is not published': { keyId: 'unknown' },
  };
  for (const [name, changes] of Object.entries(wrong))
    it(`refuses one ${name}`, async () => expect(await statusOf(signed(activityOf(), changes))).toBe(401));

  it('refuses none, an empty one, another scheme and no token at all', async () => {
    for (const authorization of [undefined, '', 'Bearer', 'Bearer not.a.token', 'Basic YTpi', 'Bearer a.b.c'])
      expect(await statusOf(requestOf(activityOf(), authorization === undefined ? {} : { authorization }))).toBe(401);
  });

  it('refuses a valid token under an activity of another channel, which the SDK treats by other rules', async () => {
    for (const channelId of ['AseChannel', 'emulator', 'directline', 'webchat'])
      expect(await statusOf(signed(activityOf({ channelId })))).toBe(403);
  });

  it('refuses another tenant, and none', async () => {
    const other = { channelData: { tenant: { id: 'other' } }, conversation: { id: 'a:anne', tenantId: TENANT } };
    expect(await statusOf(signed(activityOf(other)))).toBe(403);
    const beside = { channelData: { tenant: { id: TENANT } }, conversation: { id: 'a:anne', tenantId: 'other' } };
    expect(await statusOf(signed(activityOf(beside)))).toBe(403);
    expect(await statusOf(signed(activityOf({ channelData: {}, conversation: { id: 'a:anne' } })))).toBe(403);
  });

  it('refuses someone whose account is empty: no person can be made of it', async () => {
    expect(await statusOf(signed(activityOf({ from: { id: '29:anne', name: 'Anne', aadObjectId: '' } })))).toBe(400);
  });

  it('refuses a service address that is not of the list: the bot’s own token would go there', async () => {
    const strict = createTeamsDoor(options({ serviceHosts: ['smba.trafficmanager.net', '.teams.microsoft.com'] }));
    const hosts = [
      teams.url,
      'https://evil.trafficmanager.net/',
      'https://smba.trafficmanager.net.evil.example/',
      'http://smba.trafficmanager.net/emea/',
      'https://evilteams.microsoft.com/',
      'not an address',
    ];
    for (const serviceUrl of hosts) {
      const request = signed(activityOf({ serviceUrl }), { serviceUrl });
      expect(await statusOf(request, strict), serviceUrl).toBe(403);
    }
    for (const serviceUrl of ['https://smba.trafficmanager.net/emea/', 'https://smba.infra.gcc.teams.microsoft.com/'])
      expect(await statusOf(signed(activityOf({ serviceUrl }), { serviceUrl }), strict)).toBe(200);
  });

  it('refuses what is not JSON, not an activity, or too large', async () => {
    expect(await statusOf(requestOf(activityOf(), { 'content-type': 'text/plain' }))).toBe(415);
    expect(await statusOf(signed('{'))).toBe(400);
    expect(await statusOf(signed([]))).toBe(400);
    expect(await statusOf(signed({ type: 'message' }))).toBe(400);
    expect(await statusOf(signed(activityOf({ text: 'a'.repeat(300_000) })))).toBe(413);
  });

  it('answers 503, not 401, when the signing keys cannot be had', async () => {
    const cloud = { ...options().cloud, openIdMetadata: 'http://127.0.0.1:9/metadata' };
    const cut = createTeamsDoor({ ...options(), cloud: cloud as NonNullable<TeamsDoorOptions['cloud']> });
    expect(await statusOf(signed(activityOf()), cut)).toBe(503);
  });
});

describe('without a token, only this machine is heard', () => {
  const anonymous = () => createTeamsDoor({ identity: { kind: 'anonymous' }, tenants: [], serviceHosts: [] });

  it('takes an activity of a local tool', async () =>
    expect(await statusOf(requestOf(activityOf()), anonymous())).toBe(200));

  it('refuses a service elsewhere, another name for this host, and a proxy', async () => {
    const elsewhere = requestOf(activityOf({ serviceUrl: 'https://smba.trafficmanager.net/emea/' }));
    expect(await statusOf(elsewhere, anonymous())).toBe(403);
    expect(await statusOf(requestOf(activityOf(), { host: 'evil.example' }), anonymous())).toBe(403);
    expect(await statusOf(requestOf(activityOf(), { 'x-forwarded-for': '1.2.3.4' }), anonymous())).toBe(403);
    expect(await statusOf(requestOf(activityOf(), { 'content-type': 'text/plain' }), anonymous())).toBe(415);
  });
});

describe('what goes out, on the bytes', () => {
  const local = () => createTeamsDoor({ identity: { kind: 'anonymous' }, tenants: [], serviceHosts: [] });
  const cited: OutboundActivity = {
    type: 'message',
    text: 'Au-delà du seuil, on publie. [1]',
    textFormat: 'markdown',
    entities: [
      {
        type: 'https://schema.org/Message',
        '@type': 'Message',
        '@context': 'https://schema.org',
        '@id': '',
        additionalType: ['AIGeneratedContent'],
        citation: [
          {
            '@type': 'Claim',
            position: 1,
            appearance: { '@type': 'DigitalDocument', name: 'Seuils', abstract: 'R. 2122-8', keywords: ['seuils'] },
          },
        ],
      },
    ],
    channelData: { feedbackLoop: { type: 'custom' } },
  };

  it('keeps the AI label and the citations, which the SDK drops by itself', async () => {
    const sent = await local().send(to, cited);
    expect(sent.ok).toBe(true);
    const raw = teams.calls.at(-1)?.raw ?? '';
    const wire: unknown = JSON.parse(raw);
    expect(wire).toMatchObject({ entities: cited.entities, channelData: { feedbackLoop: { type: 'custom' } } });
    expect(raw).toContain('"additionalType":["AIGeneratedContent"]');
    expect(raw).toContain('"abstract":"R. 2122-8"');
  });

  it('keeps the marks of a stream from its beginning to its end', async () => {
    const info = { type: 'streaminfo', streamType: 'informative', streamSequence: 1 };
    const begun = await local().send(to, { type: 'typing', text: 'Je cherche…', entities: [info] });
    expect(begun.ok).toBe(true);
    const streamId = begun.ok ? begun.value : '';
    const end = { type: 'streaminfo', streamId, streamType: 'final' };
    const ended = await local().send(to, { type: 'message', text: 'Voici.', entities: [end] });
    expect(ended).toEqual({ ok: true, value: streamId });
    expect(JSON.parse(teams.calls.at(-1)?.raw ?? '')).toMatchObject({
      entities: [end],
      conversation: { conversationType: 'personal' },
    });
  });

  it('updates, removes, replies in a thread and opens a personal chat', async () => {
    const bot = local();
    const first = await bot.send(to, { type: 'message', text: 'un' });
    const id = (first.ok ? first.value : undefined) ?? '';
    expect(await bot.update(to, id, { type: 'message', text: 'deux' })).toEqual({ ok: true, value: undefined });
    expect(teams.shown('a:anne').find((one) => one.id === id)?.activity).toMatchObject({ text: 'deux' });
    expect((await bot.send(to, { type: 'message', text: 'trois', replyToId: id })).ok).toBe(true);
    expect(teams.calls.at(-1)?.path).toBe(`/v3/conversations/a:anne/activities/${id}`);
    expect(await bot.remove(to, id)).toEqual({ ok: true, value: undefined });
    expect(await bot.remove(to, id)).toMatchObject({ ok: false, error: { kind: 'never' } });
    expect(await bot.open(to, '29:anne')).toEqual({ ok: true, value: 'a:anne' });
  });

  it('reads the e-mail address of a member, of which the SDK’s types know nothing, and that it is no guest', async () => {
    const member = {
      id: '29:anne',
      name: 'Anne Le Gall',
      account: 'a-anne',
      email: 'anne@ville.example',
      isMember: true,
    };
    expect(await local().member(to, '29:anne')).toEqual({ ok: true, value: member });
  });
});

describe('what goes wrong is told apart', () => {
  const local = () => createTeamsDoor({ identity: { kind: 'anonymous' }, tenants: [], serviceHosts: [] });
  const hello: OutboundActivity = { type: 'message', text: 'bonjour' };

  it('429 is for later, when `Retry-After` says, and asked once only', async () => {
    const before = teams.calls.length;
    teams.refuseNext({ status: 429, code: 'TooManyRequests', message: 'wait', headers: { 'retry-after': '7' } });
    expect(await local().send(to, hello)).toMatchObject({ ok: false, error: { kind: 'later', afterMs: 7_000 } });
    expect(teams.calls.length - before).toBe(1);
  });

  it('a message whose answer is lost is not sent again behind our back', async () => {
    for (const status of [500, 502, 503, 504, 412]) {
      const before = teams.calls.length;
      teams.refuseNext({ status, code: 'ServiceError', message: 'down' });
      expect(await local().send(to, hello)).toMatchObject({ ok: false, error: { kind: 'later' } });
      expect(teams.calls.length - before).toBe(1);
    }
  });

  it('uninstalled, blocked, or a conversation that is over: gone', async () => {
    teams.uninstall('29:anne');
    expect(await local().send(to, hello)).toMatchObject({ ok: false, error: { kind: 'gone' } });
    expect(await local().open(to, '29:anne')).toMatchObject({ ok: false, error: { kind: 'gone' } });
    teams.install('29:anne');
    const over = { ...to, conversation: 'a:nobody' };
    expect(await local().send(over, hello)).toMatchObject({ ok: false, error: { kind: 'gone' } });
  });

  it('what Teams will always refuse is never tried again', async () => {
    const huge = { type: 'message', text: 'é'.repeat(20_000) } as const;
    expect(await local().send(to, huge)).toMatchObject({ ok: false, error: { kind: 'never' } });
    expect(await local().send(to, { type: 'message' })).toMatchObject({ ok: false, error: { kind: 'never' } });
  });

  it('nobody at the other end: later', async () => {
    const nowhere = { ...to, serviceUrl: 'http://127.0.0.1:9/' };
    expect(await local().send(nowhere, hello)).toMatchObject({ ok: false, error: { kind: 'later' } });
  });
});

it('says nothing of its secret in what it refuses', async () => {
  await statusOf(signed(activityOf(), { forged: true }));
  expect(silenced.said()).not.toContain('a-secret-never-shown');
});
