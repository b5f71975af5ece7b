import { z } from 'zod';

/** Of the environment. Each may also bear the name that Azure and the Bot Framework give it. */
export const teamsVariables = {
  TEAMS_APP_ID: z.string().optional(),
  TEAMS_APP_PASSWORD: z.string().optional(),
  TEAMS_APP_TYPE: z.string().optional(),
  TEAMS_TENANT_ID: z.string().optional(),
  MicrosoftAppId: z.string().optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppType: z.string().optional(),
  MicrosoftAppTenantId: z.string().optional(),
  TEAMS_ALLOW_ANONYMOUS: z.enum(['', '0', '1'], { error: 'must be 1 or 0' }).optional(),
  TEAMS_TENANTS: z.string().optional(),
  TEAMS_SERVICE_HOSTS: z.string().optional(),
  ToChannelFromBotLoginUrl: z.url({ protocol: /^https$/, error: 'must be an https:// address' }).optional(),
  ToChannelFromBotOAuthScope: z.string().min(1).optional(),
  ToBotFromChannelTokenIssuer: z.string().min(1).optional(),
  ToBotFromChannelOpenIdMetadataUrl: z.url({ protocol: /^https?$/, error: 'must be an address' }).optional(),
};

type TeamsVariables = z.infer<z.ZodObject<typeof teamsVariables>>;

/** How the bot is registered with Microsoft, and whom it answers. */
export interface TeamsConfig {
  readonly identity:
    | { readonly kind: 'single_tenant'; readonly appId: string; readonly password: string; readonly tenant: string }
    | { readonly kind: 'multi_tenant'; readonly appId: string; readonly password: string }
    | { readonly kind: 'managed_identity'; readonly appId: string; readonly tenant: string }
    | { readonly kind: 'anonymous' };
  /** The address people reach this server by: files are fetched there. */
  readonly publicUrl: string | undefined;
  /** Tenants whose people are answered. */
  readonly tenants: readonly string[];
  /** Hosts where a conversation's service may be; one that begins with a dot stands for all below it. */
  readonly serviceHosts: readonly string[];
  /** Another Microsoft cloud than the public one. */
  readonly cloud:
    | { readonly login: string; readonly scope: string; readonly issuer: string; readonly openIdMetadata: string }
    | undefined;
}

/**
 * Where Microsoft serves Teams from: the public cloud, and those below teams.microsoft.com. Nothing else of trafficmanager.net:
 * anyone may have a name there.
 */
const SERVICE_HOSTS = ['smba.trafficmanager.net', '.teams.microsoft.com'];

/**
 * Undefined where Teams is not set up. @param host where the server listens: without a token, on loopback alone
 * @returns what is missing or contradicts itself, each in a line
 */
export function readTeams(
  values: TeamsVariables & { readonly PUBLIC_URL?: string | undefined },
  isLoopback: boolean,
): { readonly config: TeamsConfig | undefined; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const either = (own: keyof TeamsVariables, theirs: keyof TeamsVariables): string => {
    const [one, other] = [values[own] ?? '', values[theirs] ?? ''];
    if (one !== '' && other !== '' && one !== other) faults.push(`${own} and ${theirs}: say two different things`);
    return one || other;
  };
  const appId = either('TEAMS_APP_ID', 'MicrosoftAppId');
  const password = either('TEAMS_APP_PASSWORD', 'MicrosoftAppPassword');
  const tenant = either('TEAMS_TENANT_ID', 'MicrosoftAppTenantId');
  const type =
    either('TEAMS_APP_TYPE', 'MicrosoftAppType').toLowerCase() || (tenant === '' ? 'multitenant' : 'singletenant');
  const anonymous = values.TEAMS_ALLOW_ANONYMOUS === '1';
  const serviceHosts = listOf(values.TEAMS_SERVICE_HOSTS);
  const rest = {
    publicUrl: values.PUBLIC_URL,
    serviceHosts: serviceHosts.length > 0 ? serviceHosts : SERVICE_HOSTS,
    cloud: readCloud(values, faults),
  };

  if (appId === '') {
    if (password !== '') faults.push('TEAMS_APP_ID: missing, while a password is given');
    if (!anonymous) return { config: undefined, faults };
    if (!isLoopback) faults.push('TEAMS_ALLOW_ANONYMOUS: only with HOST on loopback; anyone could speak for anyone');
    return { config: { identity: { kind: 'anonymous' }, tenants: [], ...rest }, faults };
  }
  if (anonymous) faults.push('TEAMS_ALLOW_ANONYMOUS: not with TEAMS_APP_ID, whose tokens it would make useless');
  const needs = (name: string, value: string) => {
    if (value === '') faults.push(`${name}: missing`);
  };
  const listed = listOf(values.TEAMS_TENANTS);
  switch (type) {
    case 'singletenant':
      needs('TEAMS_APP_PASSWORD', password);
      needs('TEAMS_TENANT_ID', tenant);
      return {
        config: { identity: { kind: 'single_tenant', appId, password, tenant }, tenants: [tenant], ...rest },
        faults,
      };
    case 'userassignedmsi':
      needs('TEAMS_TENANT_ID', tenant);
      if (password !== '') faults.push('TEAMS_APP_PASSWORD: a managed identity has none');
      return {
        config: { identity: { kind: 'managed_identity', appId, tenant }, tenants: [tenant], ...rest },
        faults,
      };
    case 'multitenant': {
      needs('TEAMS_APP_PASSWORD', password);
      const tenants = listed.length > 0 ? listed : [tenant].filter((one) => one !== '');
      if (tenants.length === 0) faults.push('TEAMS_TENANTS: missing; name the tenants whose people are answered');
      return { config: { identity: { kind: 'multi_tenant', appId, password }, tenants, ...rest }, faults };
    }
    default:
      faults.push('TEAMS_APP_TYPE: must be SingleTenant, MultiTenant or UserAssignedMSI');
      return { config: undefined, faults };
  }
}

/** All four or none. */
function readCloud(values: TeamsVariables, faults: string[]): TeamsConfig['cloud'] {
  const {
    ToChannelFromBotLoginUrl: login,
    ToChannelFromBotOAuthScope: scope,
    ToBotFromChannelTokenIssuer: issuer,
    ToBotFromChannelOpenIdMetadataUrl: openIdMetadata,
  } = values;
  const given = [login, scope, issuer, openIdMetadata].filter((value) => value !== undefined);
  if (given.length === 0) return undefined;
  if (login !== undefined && scope !== undefined && issuer !== undefined && openIdMetadata !== undefined)
    return { login, scope, issuer, openIdMetadata };
  faults.push(
    'another Microsoft cloud needs ToChannelFromBotLoginUrl, ToChannelFromBotOAuthScope, ToBotFromChannelTokenIssuer and ToBotFromChannelOpenIdMetadataUrl',
  );
  return undefined;
}

function listOf(value: string | undefined): readonly string[] {
  return (value ?? '')
    .split(/[,;\s]+/)
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '');
}
