import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../src/log.ts';
import { ownValue } from '../src/own-value.ts';
import { openStore } from '../src/store/open-store.ts';
import { readCommandLine } from './command-line.ts';
import { type Called, startRecorder } from './replay/recorder.ts';
import { startApp } from './replay/start-app.ts';

/**
 * `npm run replay -- slack FILE…`: what the app would send to Slack for payloads as Slack sent them (JSON: an event, a command,
 * an interaction). They are signed and posted to the app, which runs on an empty folder and speaks to a recorder on this
 * machine: nothing leaves. Ends with 1 when a payload was not acknowledged.
 */
async function main(): Promise<void> {
  const [platform, ...files] = readCommandLine('replay').rest;
  if (platform !== 'slack' || files.length === 0) {
    process.stderr.write('npm run replay -- slack FILE…\n');
    process.exitCode = 2;
    return;
  }
  const payloads = files.map((file) => ({ file, payload: readPayload(file) }));
  const recorder = await startRecorder();
  const data = await mkdtemp(join(tmpdir(), 'truchement-replay-'));
  try {
    await replay(payloads, recorder, data);
  } finally {
    await recorder.stop();
    await rm(data, { recursive: true, force: true });
  }
}

async function replay(
  payloads: readonly { readonly file: string; readonly payload: Json }[],
  recorder: Awaited<ReturnType<typeof startRecorder>>,
  data: string,
): Promise<void> {
  const secret = 'of this replay alone';
  // Nothing of this machine's configuration: no database, no model, no other platform.
  const app = await startApp('scripts/start.ts', [], {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    SLACK_BOT_TOKEN: 'xoxb-replay',
    SLACK_SIGNING_SECRET: secret,
    SLACK_API_URL: recorder.url,
    SLACK_MODE: 'http',
    TRUCHEMENT_DATA: data,
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
  });
  // The same store as the app's: what it has taken and not done yet is known there.
  const store = await openStore({ data, databaseUrl: undefined, log: createLog('silent') });
  const isDone = async () => {
    const left = await store.inbound.underWay();
    return !left.ok || left.value === 0;
  };
  for (const { file, payload } of payloads) {
    const reply = await deliver(`http://127.0.0.1:${app.port}/slack/events`, secret, redirected(payload, recorder.url));
    const said = await reply.text();
    const calls = await recorder.settled(isDone);
    process.stdout.write(`== ${file}\n${reply.status}${said === '' ? '' : ` ${readAck(said)}`}\n`);
    for (const call of calls) process.stdout.write(`${sayCall(call)}\n`);
    if (!reply.ok) process.exitCode = 1;
  }
  await store.close();
  await app.stop();
}

type Json = Readonly<Record<string, unknown>>;

/** @throws naming the file, when it is no JSON object */
function readPayload(file: string): Json {
  const payload: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof payload !== 'object' || payload === null) throw new Error(`${file}: not a payload of Slack's`);
  return { ...payload };
}

/** What would have gone to Slack's own address for it comes here. */
function redirected(payload: Json, url: string): Json {
  return payload['response_url'] === undefined ? payload : { ...payload, response_url: `${url}response_url` };
}

/** As Slack does: an event is JSON, a command a form, an interaction JSON within a form. */
function deliver(url: string, secret: string, payload: Json): Promise<Response> {
  const isEvent = payload['event'] !== undefined || payload['type'] === 'url_verification';
  const body = isEvent
    ? JSON.stringify(payload)
    : new URLSearchParams(
        payload['command'] === undefined ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>),
      ).toString();
  const at = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  return fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': isEvent ? 'application/json' : 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': at,
      'x-slack-signature': `v0=${signature}`,
    },
  });
}

function sayCall({ method, args }: Called): string {
  const { text, blocks, view, prompts, status, title, ...rest } = args;
  const to = ['channel', 'channel_id', 'user', 'user_id', 'thread_ts', 'ts', 'trigger_id']
    .flatMap((name) => (ownValue(rest, name) === undefined ? [] : [`${name}=${String(ownValue(rest, name))}`]))
    .join(' ');
  const shown = [view, blocks, prompts].map(parsed).flatMap(readWords);
  const plain = shown.length > 0 ? shown : [text, status, title].filter((one) => typeof one === 'string');
  return `-> ${method} ${to}\n${plain.map((line) => `   ${line.replace(/\n/g, '\n   ')}`).join('\n')}`;
}

/** An acknowledgement that says something: a text, what is wrong with a form, or the form that follows. */
function readAck(text: string): string {
  const words = readWords(parsed(text));
  return words.length === 0 ? text : words.join('\n    ');
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value === undefined ? [] : value;
  return JSON.parse(value);
}

/** What a person reads, one line for each text; a button in brackets. */
function readWords(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(readWords);
  if (typeof node !== 'object' || node === null) return [];
  const { type, text, errors, message, ...rest } = node as Json;
  if (type === 'rich_text_section' || type === 'rich_text_quote') return [readWords(rest['elements']).join('')];
  const inner = Object.entries(rest).flatMap(([name, value]) => (name === 'confirm' ? [] : readWords(value)));
  const said = [text, message].find((one) => typeof one === 'string');
  const own = typeof said === 'string' ? [said] : readWords(text);
  const faults = typeof errors === 'object' && errors !== null ? Object.values(errors).map(String) : [];
  return [...(type === 'button' ? own.map((label) => `[${label}]`) : own), ...faults, ...inner];
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
