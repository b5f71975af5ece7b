import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Reference, TeamsIdentity } from '../../../adapters/teams/door.ts';
import { createTeamsDoor } from '../../../adapters/teams/teams.ts';
import { type FakeConnector, startTeamsConnector } from '../../fakes/teams-connector/connector.ts';
import { type SignInService, startSignInService } from '../../fakes/teams-connector/sign-in-service.ts';

const TENANT = '0d1b3f6e-7a55-4b67-8f0e-2f6a5d4c3b21';
const SECRET = 'a-secret-never-shown';
const WRONG = 'a-wrong-one-never-shown';
const HELLO = { type: 'message', text: 'bonjour' } as const;
let bots = 0;

let teams: FakeConnector;
let to: Reference;

/** A bot of its own for each test: the SDK keeps tokens by bot for as long as the process lives. */
async function startFor(): Promise<string> {
  const botId = `6f1c1b8a-3c1e-4b0e-9a53-0f2d2f9b7a${String(++bots).padStart(2, '0')}`;
  teams = await startTeamsConnector({ botId, tenantId: TENANT, secured: true });
  const anne = { id: '29:anne', aadObjectId: 'a-anne', name: 'Anne', tenantId: TENANT };
  teams.conversations.set('a:anne', { id: 'a:anne', kind: 'personal', members: [anne], tenantId: TENANT });
  to = { serviceUrl: teams.url, conversation: 'a:anne', tenant: TENANT, bot: `28:${botId}` };
  return botId;
}

function doorOf(identity: TeamsIdentity) {
  return createTeamsDoor({ identity, tenants: [TENANT], serviceHosts: ['127.0.0.1'] });
}

describe('what the bot says is signed with a token of its own', () => {
  let service: SignInService;
  beforeAll(async () => {
    service = await startSignInService(SECRET);
  });
  beforeEach(() => service.forget());
  afterEach(() => teams.stop());
  afterAll(() => service.stop());

  it('single tenant: asked of that tenant, once, for the connector alone', async () => {
    const appId = await startFor();
    const door = doorOf({ kind: 'single_tenant', appId, password: SECRET, tenant: TENANT });
    const first = await door.send(to, HELLO);
    // The fake gives its own tokens to managed identities only: ours are refused, which is for later.
    expect(first).toMatchObject({ ok: false, error: { kind: 'later', why: 'Teams answered 401 Unauthorized' } });
    await door.send(to, HELLO);
    expect(service.asked.map(({ path }) => path)).toEqual([`/${TENANT}/oauth2/v2.0/token`]);
    expect(service.asked[0]?.form.get('scope')).toContain('https://api.botframework.com/.default');
    expect(teams.calls.map(({ authorization }) => authorization)).toEqual([
      `Bearer ${service.tokens[0]}`,
      `Bearer ${service.tokens[0]}`,
    ]);
  });

  it('multi-tenant: asked of the Bot Framework’s own tenant', async () => {
    const appId = await startFor();
    await doorOf({ kind: 'multi_tenant', appId, password: SECRET }).send(to, HELLO);
    expect(service.asked.map(({ path }) => path)).toEqual(['/botframework.com/oauth2/v2.0/token']);
  });

  it('a wrong password is for later, and says nothing of itself', async () => {
    const appId = await startFor();
    const sent = await doorOf({ kind: 'single_tenant', appId, password: WRONG, tenant: TENANT }).send(to, HELLO);
    expect(service.asked).toHaveLength(1);
    expect(sent).toMatchObject({ ok: false, error: { kind: 'later' } });
    expect(JSON.stringify(sent)).not.toContain(WRONG);
    expect(teams.calls).toHaveLength(0);
  });
});

describe('a user-assigned managed identity has no password', () => {
  const before = { ...process.env };
  beforeAll(async () => {
    await startFor();
    process.env['IDENTITY_ENDPOINT'] = `${teams.url}msi/token`;
    process.env['IDENTITY_HEADER'] = 'of-the-host';
  });
  afterAll(async () => {
    process.env['IDENTITY_ENDPOINT'] = before['IDENTITY_ENDPOINT'] ?? '';
    process.env['IDENTITY_HEADER'] = before['IDENTITY_HEADER'] ?? '';
    await teams.stop();
  });

  it('gets its token from the host it runs on, and is heard', async () => {
    const appId = to.bot.slice('28:'.length);
    const sent = await doorOf({ kind: 'managed_identity', appId, tenant: TENANT }).send(to, HELLO);
    expect(sent.ok).toBe(true);
    expect(teams.calls.at(-1)?.authorization).toMatch(/^Bearer managed\./);
  });
});
