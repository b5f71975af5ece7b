import { z } from 'zod';
import type { SlackSettings } from './port/slack-settings.ts';

/** What the Slack app is told by the environment. */
export const slackVariables = {
  SLACK_BOT_TOKEN: z.string().min(1).optional(),
  SLACK_APP_TOKEN: z.string().min(1).optional(),
  SLACK_SIGNING_SECRET: z.string().min(1).optional(),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address' })
    .transform((url) => `${url.replace(/(?<!\/)\/+$/, '')}/`)
    .default('https://slack.com/api/'),
  SLACK_MODE: z.enum(['socket', 'http']).optional(),
  SLACK_CLIENT_ID: z.string().min(1).optional(),
  SLACK_CLIENT_SECRET: z.string().min(1).optional(),
  SLACK_STATE_SECRET: z.string().min(1).optional(),
  TRUCHEMENT_SECRET_KEY: z.string().min(1).optional(),
} as const;

type Values = z.infer<z.ZodObject<typeof slackVariables>> & { readonly PUBLIC_URL?: string | undefined };

/**
 * Undefined where no variable of Slack's is given; with an app token and no mode, Socket Mode.
 * @throws naming every variable that is missing, and what for
 */
export function readSlack(values: Values): SlackSettings | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = values;
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_STATE_SECRET: stateSecret } = values;
  if ([botToken, appToken, clientId].every((value) => value === undefined)) return undefined;
  const mode = values.SLACK_MODE ?? (appToken === undefined ? 'http' : 'socket');
  const faults: string[] = [];
  const needs = (name: string, value: string | undefined, why: string) => {
    if (value === undefined) faults.push(`${name}: needed ${why}`);
  };
  if (botToken === undefined && clientId === undefined)
    faults.push('SLACK_BOT_TOKEN: needed for one workspace (or SLACK_CLIENT_ID and what goes with it, for many)');
  if (mode === 'socket') needs('SLACK_APP_TOKEN', appToken, 'in Socket Mode');
  else needs('SLACK_SIGNING_SECRET', signingSecret, 'over HTTP');
  const many = botToken === undefined && clientId !== undefined;
  const secretKeys = (values.TRUCHEMENT_SECRET_KEY ?? '').split(',').filter((key) => key !== '');
  const [first, ...before] = secretKeys;
  if (many) {
    needs('SLACK_CLIENT_SECRET', clientSecret, 'with SLACK_CLIENT_ID');
    needs('SLACK_STATE_SECRET', stateSecret, 'with SLACK_CLIENT_ID');
    needs('TRUCHEMENT_SECRET_KEY', first, 'to encrypt the installations (any long secret)');
    if (secretKeys.some((key) => key.length < 16)) faults.push('TRUCHEMENT_SECRET_KEY: 16 characters at least');
  }
  if (faults.length > 0) throw new Error(`Configuration not usable:\n  ${faults.join('\n  ')}`);
  const oauth =
    many && clientSecret !== undefined && stateSecret !== undefined && first !== undefined
      ? { clientId, clientSecret, stateSecret, publicUrl: values.PUBLIC_URL, secretKeys: [first, ...before] as const }
      : undefined;
  return { mode, botToken, appToken, signingSecret, apiUrl: values.SLACK_API_URL, oauth };
}
