import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/config.ts';

const APP = { TEAMS_APP_ID: 'an-app', TEAMS_APP_PASSWORD: 'a-secret' };
const TENANT = 'a-tenant';
const teamsOf = (env: Readonly<Record<string, string>>) => loadConfig(env).teams;
const refusal = (env: Readonly<Record<string, string>>): string => {
  try {
    loadConfig(env);
    return 'taken';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
};

describe('Teams, told by the environment alone', () => {
  it('is not there where nothing is said of it', () => {
    expect(teamsOf({})).toBeUndefined();
    expect(teamsOf({ TEAMS_APP_ID: '', TEAMS_ALLOW_ANONYMOUS: '0' })).toBeUndefined();
  });

  it('is of one tenant where one is named, of those of the list otherwise, or has a managed identity', () => {
    expect(teamsOf({ ...APP, TEAMS_TENANT_ID: TENANT })).toMatchObject({
      identity: { kind: 'single_tenant', appId: 'an-app', password: 'a-secret', tenant: TENANT },
      tenants: [TENANT],
      serviceHosts: ['smba.trafficmanager.net', '.teams.microsoft.com'],
    });
    expect(teamsOf({ ...APP, TEAMS_TENANTS: 'One, two' })).toMatchObject({
      identity: { kind: 'multi_tenant' },
      tenants: ['one', 'two'],
    });
    const managed = { TEAMS_APP_ID: 'an-app', TEAMS_APP_TYPE: 'UserAssignedMSI', TEAMS_TENANT_ID: TENANT };
    expect(teamsOf(managed)).toMatchObject({ identity: { kind: 'managed_identity', appId: 'an-app' } });
  });

  it('takes Microsoft’s own names for the same things, and refuses two that differ', () => {
    const theirs = { MicrosoftAppId: 'an-app', MicrosoftAppPassword: 'a-secret', MicrosoftAppTenantId: TENANT };
    expect(teamsOf(theirs)).toEqual(teamsOf({ ...APP, TEAMS_TENANT_ID: TENANT }));
    expect(refusal({ ...APP, ...theirs, MicrosoftAppId: 'another' })).toContain('TEAMS_APP_ID and MicrosoftAppId');
  });

  it('goes without a token on this machine alone, and never beside an app', () => {
    const local = { TEAMS_APP_ID: '', TEAMS_ALLOW_ANONYMOUS: '1' };
    expect(teamsOf(local)).toMatchObject({ identity: { kind: 'anonymous' } });
    expect(refusal({ ...local, HOST: '0.0.0.0' })).toContain('only with HOST on loopback');
    expect(refusal({ ...local, ...APP, TEAMS_TENANT_ID: TENANT })).toContain('not with TEAMS_APP_ID');
  });

  it.each([
    [{ TEAMS_APP_PASSWORD: 'a-secret' }, 'TEAMS_APP_ID: missing'],
    [{ TEAMS_APP_ID: 'an-app', TEAMS_TENANT_ID: TENANT }, 'TEAMS_APP_PASSWORD: missing'],
    [APP, 'TEAMS_TENANTS: missing'],
    [{ ...APP, TEAMS_APP_TYPE: 'SingleTenant' }, 'TEAMS_TENANT_ID: missing'],
    [{ ...APP, TEAMS_APP_TYPE: 'UserAssignedMSI', TEAMS_TENANT_ID: TENANT }, 'a managed identity has none'],
    [{ ...APP, TEAMS_TENANT_ID: TENANT, TEAMS_APP_TYPE: 'Other' }, 'TEAMS_APP_TYPE: must be'],
    [
      { ...APP, TEAMS_TENANT_ID: TENANT, ToChannelFromBotLoginUrl: 'https://login.example/' },
      'another Microsoft cloud',
    ],
  ])('names what is missing or contradicts itself, never the secret: %j', (env, fault) => {
    expect(refusal(env)).toContain(fault);
    expect(refusal(env)).not.toContain('a-secret');
  });
});
