import { isIP } from 'node:net';
import { z } from 'zod';
import { SCOPES, type Scope } from '../calls/port/calls.ts';
import { readSiret } from '../french/checksums.ts';
import { MODEL_VARIABLES, type ModelConfig, readModelConfig } from '../model/model-config.ts';
import { backupVariables, readBackupKey } from './config-backup.ts';
import { type HandoffSettings, handoffVariables, readHandoff } from './config-handoff.ts';
import { type MailConfig, mailVariables, readMail } from './config-mail.ts';
import { type OpenIdConfig, readOpenId, signInVariables } from './config-sign-in.ts';
import { readSlack, slackVariables } from './config-slack.ts';
import { readTeams, type TeamsConfig, teamsVariables } from './config-teams.ts';
import { LOOPBACK } from './loopback.ts';
import type { SlackSettings } from './port/slack-settings.ts';

/** Those of this machine, of its link, of private networks (RFC 1918, RFC 4193), as Fastify names them. */
const NAMED_NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];

const trustProxySchema = z.string().transform((text, context): readonly string[] => {
  const given = text.split(',').map((one) => one.trim());
  for (const one of given)
    if (!NAMED_NETWORKS.includes(one) && !isNetwork(one))
      context.addIssue(`must be addresses, networks (10.0.0.0/8) or ${NAMED_NETWORKS.join(', ')}, between commas`);
  return given;
});

function isNetwork(text: string): boolean {
  const [address = '', bits = '0', more] = text.split('/');
  return (
    more === undefined &&
    isIP(address) > 0 &&
    /^\d{1,3}$/.test(bits) &&
    Number(bits) <= (isIP(address) === 4 ? 32 : 128)
  );
}

/** What may be left open to programs without a key. */
const ANONYMOUS = SCOPES.filter((scope) => scope !== 'body');

const configSchema = z.object({
  ...MODEL_VARIABLES,
  TRUCHEMENT_KNOWLEDGE: z.string().min(1).default('knowledge'),
  TRUCHEMENT_DATA: z.string().min(1).default('.truchement'),
  TRUCHEMENT_ORGANISATION: z.string().min(1).optional(),
  TRUCHEMENT_LEGAL_NOTICE: z.string().min(1).optional(),
  TRUCHEMENT_LOCAL_RULES: z.string().min(1).optional(),
  TRUCHEMENT_SIRET: z
    .string()
    .transform((text, context) => {
      const siret = readSiret(text);
      if (siret === undefined) context.addIssue('must be a SIRET: fourteen figures whose key is right');
      return siret;
    })
    .optional(),
  LEGI_FOLDER: z.string().min(1).optional(),
  PISTE_CLIENT_ID: z.string().min(1).optional(),
  PISTE_CLIENT_SECRET: z.string().min(1).optional(),
  DOCUMENTS_INDEX: z.enum(['embedded', 'postgresql']).default('embedded'),
  DOCUMENTS_MINUTES: z.coerce.number().int().min(0).max(10_080).default(15),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//, { error: 'must be a postgres:// address' })
    .optional(),
  ...signInVariables,
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address' })
    .transform((url) => url.replace(/(?<!\/)\/+$/, ''))
    .optional(),
  ...mailVariables,
  ...slackVariables,
  ...handoffVariables,
  TRUCHEMENT_ISSUER: z.string().min(1).default('Truchement'),
  TRUCHEMENT_SMALLEST_GROUP: z.coerce.number().int().min(2).max(1000).default(8),
  LRS_ENDPOINT: z.url({ protocol: /^https?$/, error: 'must be an address' }).optional(),
  LRS_KEY: z.string().min(1).optional(),
  LRS_SECRET: z.string().min(1).optional(),
  ...backupVariables,
  METRICS_TOKEN: z.string().min(16, { error: 'must have 16 characters at least' }).optional(),
  TRUST_PROXY: trustProxySchema.default(['loopback']),
  API_ANONYMOUS: z
    .string()
    .transform((text, context) => {
      const scopes = text.split(/[\s,]+/).filter((word) => word !== '');
      const known = ANONYMOUS.filter((scope) => scopes.includes(scope));
      if (known.length < new Set(scopes).size) context.addIssue(`must be among ${ANONYMOUS.join(', ')}`);
      return known;
    })
    .default([]),
  API_PER_MINUTE: z.coerce.number().int().min(1).max(100_000).default(120),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).optional(),
  ...teamsVariables,
});

/** Every variable that is read: docs/configuration.md explains each. */
export const variableNames: readonly string[] = Object.keys(configSchema.shape);

export interface Config {
  /** Folder of the corpus. */
  readonly knowledge: string;
  /** Folder of what the assistant writes: the index, and the store when there is no database server. */
  readonly data: string;
  /** Whose own documents may be shown besides those for all. */
  readonly organisation: string | undefined;
  /** A Markdown file: publisher, host and contact of the service, as the law asks of a public site. */
  readonly legalNotice: string | undefined;
  /** A YAML file: the body's own rules of purchase, read beside the law. */
  readonly localRules: string | undefined;
  /** Where the text of the law is compared with what was read; undefined: nowhere. Holds a secret: never logged. */
  readonly law: LawConfig | undefined;
  /** The body of whoever comes by a directory or a platform that does not say theirs. */
  readonly body: { readonly siret: string; readonly name: string | undefined } | undefined;
  /** PostgreSQL; without it the store is one file of the data folder. Holds a password: never logged. */
  readonly databaseUrl: string | undefined;
  readonly documents: {
    /** Where they are found: by this process, in a file of the data folder, or in the database of `databaseUrl`. */
    readonly index: 'embedded' | 'postgresql';
    /** How often the folders they came from are looked at again; 0: at `npm run ingest` alone. */
    readonly everyMinutes: number;
  };
  /** The identity provider people sign in by; without it nobody signs in and no case is handed over. */
  readonly openId: OpenIdConfig | undefined;
  /** By which people are told who have no chat account; undefined: no e-mail leaves. Holds a password: never logged. */
  readonly mail: MailConfig | undefined;
  /** Undefined: no Slack. */
  readonly slack: SlackSettings | undefined;
  readonly handoff: HandoffSettings;
  readonly training: TrainingConfig;
  /** A language model, behind any OpenAI-compatible endpoint; undefined: none, and nothing of it is loaded. */
  readonly model: ModelConfig | undefined;
  /** Microsoft Teams, where it is set up. Holds a password: never logged. */
  readonly teams: TeamsConfig | undefined;
  readonly api: {
    /** What programs may ask without a key: nothing unless set. */
    readonly anonymous: readonly Scope[];
    /** Requests that a key may make in a minute. */
    readonly perMinute: number;
    /** The one name, beside this machine's own, that MCP answers to. */
    readonly publicUrl: string | undefined;
  };
  /** Loopback unless set: the assistant is never exposed by default. */
  readonly host: string;
  readonly port: number;
  /** What backups are sealed by; undefined: they are not. Never logged. */
  readonly backupKey: string | undefined;
  /** Whose word is taken for the address of who asks: this machine alone unless set. */
  readonly trustProxy: readonly string[];
  /** Who shows it reads the figures of the service; undefined: nobody does. Never logged. */
  readonly metricsToken: string | undefined;
  /** Undefined: not asked for. */
  readonly logLevel: z.infer<typeof configSchema>['LOG_LEVEL'];
}

export type LawConfig =
  | { readonly kind: 'legi'; readonly folder: string }
  | { readonly kind: 'piste'; readonly clientId: string; readonly clientSecret: string };

interface TrainingConfig {
  /** Who vouches for an attestation: printed on it, and the name beside the badge's key. */
  readonly issuer: string;
  /** A body with fewer learners is not told apart on the coordinator's board. */
  readonly smallestGroup: number;
  /** The learning record store that statements go to; without it none is made. */
  readonly lrs: { readonly endpoint: string; readonly key: string; readonly secret: string } | undefined;
}

/**
 * Reads the environment, once.
 * @throws naming every bad variable at once
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = configSchema.safeParse(env);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Configuration not usable:\n  ${faults.join('\n  ')}`);
  }
  const values = parsed.data;
  if (values.DOCUMENTS_INDEX === 'postgresql' && values.DATABASE_URL === undefined)
    throw new Error('Configuration not usable:\n  DOCUMENTS_INDEX=postgresql also needs DATABASE_URL');
  const teams = readTeams(values, LOOPBACK.test(values.HOST));
  if (teams.faults.length > 0) throw new Error(`Configuration not usable:\n  ${teams.faults.join('\n  ')}`);
  return {
    knowledge: values.TRUCHEMENT_KNOWLEDGE,
    data: values.TRUCHEMENT_DATA,
    organisation: values.TRUCHEMENT_ORGANISATION,
    body:
      values.TRUCHEMENT_SIRET === undefined
        ? undefined
        : { siret: values.TRUCHEMENT_SIRET, name: values.TRUCHEMENT_ORGANISATION },
    legalNotice: values.TRUCHEMENT_LEGAL_NOTICE,
    localRules: values.TRUCHEMENT_LOCAL_RULES,
    law: readLaw(values),
    databaseUrl: values.DATABASE_URL,
    documents: { index: values.DOCUMENTS_INDEX, everyMinutes: values.DOCUMENTS_MINUTES },
    openId: readOpenId(values),
    mail: readMail(values),
    slack: readSlack(values),
    handoff: readHandoff(values),
    training: {
      issuer: values.TRUCHEMENT_ISSUER,
      smallestGroup: values.TRUCHEMENT_SMALLEST_GROUP,
      lrs: readLrs(values),
    },
    model: readModelConfig(values),
    teams: teams.config,
    api: { anonymous: values.API_ANONYMOUS, perMinute: values.API_PER_MINUTE, publicUrl: values.PUBLIC_URL },
    host: values.HOST,
    port: values.PORT,
    backupKey: readBackupKey(values),
    trustProxy: values.TRUST_PROXY,
    metricsToken: values.METRICS_TOKEN,
    logLevel: values.LOG_LEVEL,
  };
}

/** The archives, where both are given: they cost no quota. @throws naming the half that is missing */
function readLaw({
  LEGI_FOLDER,
  PISTE_CLIENT_ID: clientId,
  PISTE_CLIENT_SECRET: clientSecret,
}: z.infer<typeof configSchema>): LawConfig | undefined {
  if (LEGI_FOLDER !== undefined) return { kind: 'legi', folder: LEGI_FOLDER };
  if (clientId !== undefined && clientSecret !== undefined) return { kind: 'piste', clientId, clientSecret };
  if (clientId === undefined && clientSecret === undefined) return undefined;
  const missing = clientId === undefined ? 'PISTE_CLIENT_ID' : 'PISTE_CLIENT_SECRET';
  throw new Error(`Configuration not usable:\n  PISTE also needs ${missing}`);
}

/** All three or none. @throws naming those that are missing */
function readLrs({ LRS_ENDPOINT, LRS_KEY, LRS_SECRET }: z.infer<typeof configSchema>): TrainingConfig['lrs'] {
  if (LRS_ENDPOINT !== undefined && LRS_KEY !== undefined && LRS_SECRET !== undefined)
    return { endpoint: LRS_ENDPOINT, key: LRS_KEY, secret: LRS_SECRET };
  const given = { LRS_ENDPOINT, LRS_KEY, LRS_SECRET };
  if (Object.values(given).every((value) => value === undefined)) return undefined;
  const missing = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [name] : []));
  throw new Error(`Configuration not usable:\n  a record store also needs ${missing.join(', ')}`);
}
