import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { COMMAND, EVENTS, FORMER_EVENTS, SHORTCUTS, VIEWS } from '../../../adapters/slack/ids.ts';
import { EVENT_SCOPES, METHOD_SCOPES, SCOPES } from '../../../adapters/slack/scopes.ts';
import { SLACK_NAMES } from '../../../src/screens/action-names.ts';

const FOLDER = 'adapters/slack';
const manifest = z
  .object({
    display_information: z.object({
      name: z.string().max(35),
      description: z.string().max(140),
      long_description: z.string().min(174).max(4_000),
    }),
    features: z.object({
      app_home: z.object({ home_tab_enabled: z.literal(true), messages_tab_enabled: z.literal(true) }),
      agent_view: z.object({ agent_description: z.string().max(300) }),
      slash_commands: z.array(z.object({ command: z.string(), url: z.url() })),
      shortcuts: z.array(
        z.object({ name: z.string().max(24), type: z.enum(['message', 'global']), callback_id: z.string() }),
      ),
    }),
    oauth_config: z.object({ redirect_urls: z.array(z.url()), scopes: z.object({ bot: z.array(z.string()) }) }),
    settings: z.object({
      event_subscriptions: z.object({ request_url: z.url(), bot_events: z.array(z.string()) }),
      interactivity: z.object({ is_enabled: z.literal(true), request_url: z.url() }),
    }),
  })
  .parse(parse(readFileSync(join(FOLDER, 'manifest.yaml'), 'utf8')));

const sources = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(FOLDER, file), 'utf8'))
  .join('\n');

it('names the command, shortcuts and events that the code listens to, and no other', () => {
  expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual([COMMAND]);
  const shortcuts = (type: string) =>
    manifest.features.shortcuts.filter((one) => one.type === type).map(({ callback_id }) => callback_id);
  expect(shortcuts('message').sort()).toEqual([SHORTCUTS.toBuyer, SHORTCUTS.toPrescriber].sort());
  expect(shortcuts('global')).toEqual([SHORTCUTS.need]);
  const { bot_events: subscribed } = manifest.settings.event_subscriptions;
  expect([...new Set(subscribed.map((name) => name.split('.')[0]))].sort()).toEqual(
    EVENTS.filter((name) => !(FORMER_EVENTS as readonly string[]).includes(name)).sort(),
  );
  expect([...subscribed].sort()).toEqual(Object.keys(EVENT_SCOPES).sort());
});

it('asks for the scopes of the methods and events that the code uses, and for no other', () => {
  const called = [
    ...sources.matchAll(/api\s*\.call\(\s*'([\w.]+)'/g),
    // Those that are named apart from their call.
    ...sources.matchAll(/'(conversations\.(?:history|replies)|chat\.(?:start|append)Stream|users\.lookupByEmail)'/g),
  ];
  const methods = new Set(called.map(([, method]) => method ?? ''));
  expect(methods.size).toBeGreaterThan(15);
  for (const method of methods) expect(Object.keys(METHOD_SCOPES), method).toContain(method);
  for (const method of Object.keys(METHOD_SCOPES)) expect(methods, method).toContain(method);
  expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([...SCOPES]);
});

it('tells the setup page every name that buttons and forms send back', () => {
  const page = readFileSync('docs/slack.md', 'utf8');
  for (const name of [...SLACK_NAMES.map(({ name }) => name), ...Object.values(VIEWS), ...Object.values(SHORTCUTS)])
    expect(page, name).toContain(`\`${name}\``);
  for (const scope of SCOPES) expect(page, scope).toContain(`\`${scope}\``);
});
