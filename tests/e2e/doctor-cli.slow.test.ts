import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rights } from '../../scripts/doctor/here.ts';
import { createScrub } from '../../scripts/doctor/secrets.ts';
import { answerHonestly } from '../fakes/openai-server/honest.ts';
import { type OpenAiServer, startOpenAiServer } from '../fakes/openai-server/openai-server.ts';
import { builtScript } from '../fixtures/built.ts';
import { indexedFolder } from '../fixtures/fresh-data.ts';

/** Repeats all that it is sent in its errors, as careless services do. */
let parrot: Server;
let parrotUrl: string;
let model: OpenAiServer;
const KEY = 'sk-planted-0123456789';

beforeAll(async () => {
  parrot = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const said = `${request.url} ${JSON.stringify(request.headers)} ${Buffer.concat(parts).toString()}`;
      response.writeHead(500, { 'content-type': 'application/json', 'x-said': 'no' });
      response.end(JSON.stringify({ error: said, issuer: said, message: said }));
    });
  });
  await new Promise<void>((resolve) => parrot.listen(0, '127.0.0.1', resolve));
  parrotUrl = `127.0.0.1:${(parrot.address() as AddressInfo).port}`;
  model = await startOpenAiServer({ key: KEY });
  model.answer = (chat) => (chat.response_format?.type === 'json_schema' ? PROBED : answerHonestly(chat));
  model.embed = () => [1, 2, 3, 4];
});
const PROBED = { kind: 'say', text: '{"pret":true}' } as const;
afterAll(async () => {
  await model.stop();
  await new Promise((resolve) => parrot.close(resolve));
});

async function doctor(env: Readonly<Record<string, string>>) {
  const data = env['TRUCHEMENT_DATA'] ?? (await indexedFolder());
  const child = spawn(process.execPath, [await builtScript('scripts/doctor.ts')], {
    env: { PATH: process.env['PATH'], TRUCHEMENT_DATA: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const lines = new Map(said.split('\n').map((line) => [line.slice(7).split(/\s/, 1)[0] ?? '', line]));
  return { said, code, lineOf: (name: string) => lines.get(name) ?? '' };
}

describe('npm run doctor', () => {
  it('says in one line each what works, with the four usual variables alone', async () => {
    const { said, code, lineOf } = await doctor({
      OPENAI_BASE_URL: model.url,
      OPENAI_API_KEY: KEY,
      OPENAI_MODEL: 'modele-test',
      OPENAI_EMBEDDING_MODEL: 'plongement-test',
    });
    expect(lineOf('model')).toMatch(
      /^ok .*modele-test at http:\/\/127\.0\.0\.1:\d+ answers in \d+ ms; names are hidden/,
    );
    expect(lineOf('embeddings')).toMatch(/^ok .*4 dimensions/);
    for (const name of ['node', 'config', 'disk', 'rights', 'corpus']) expect(lineOf(name)).toMatch(/^ok /);
    for (const name of ['slack', 'teams', 'sign-in', 'lrs']) expect(lineOf(name)).toMatch(/^off /);
    expect(code).toBe(0);
    expect(said).not.toContain(KEY);
  });

  it('says what does not work, and repeats no secret, whatever the services repeat', async () => {
    const secrets = {
      OPENAI_API_KEY: 'sk-planted-openai',
      SLACK_BOT_TOKEN: 'xoxb-planted-slack',
      SLACK_APP_TOKEN: 'xapp-planted-slack',
      OIDC_CLIENT_SECRET: 'planted oidc/secret',
      LRS_SECRET: 'planted-lrs',
      TEAMS_APP_PASSWORD: 'planted~teams',
    };
    const inAddresses = ['planted-user-password', 'planted-in-query', 'planted-database'];
    const { said, code, lineOf } = await doctor({
      ...secrets,
      OPENAI_BASE_URL: `http://someone:${inAddresses[0]}@${parrotUrl}/v1?sig=${inAddresses[1]}`,
      OPENAI_MODEL: 'modele-test',
      OPENAI_EMBEDDING_MODEL: 'plongement-test',
      SLACK_API_URL: `http://${parrotUrl}/api/`,
      OIDC_ISSUER: `http://${parrotUrl}/realm`,
      OIDC_CLIENT_ID: 'truchement',
      PUBLIC_URL: 'http://127.0.0.1:8080',
      LRS_ENDPOINT: `http://${parrotUrl}/xapi`,
      LRS_KEY: 'planted-key',
      TEAMS_APP_ID: '00000000-0000-4000-8000-000000000001',
      TEAMS_APP_TYPE: 'MultiTenant',
      TEAMS_TENANTS: '00000000-0000-4000-8000-000000000002',
      ToChannelFromBotLoginUrl: 'https://127.0.0.1:1/login',
      ToChannelFromBotOAuthScope: 'https://api.test/.default',
      ToBotFromChannelTokenIssuer: 'https://api.test',
      ToBotFromChannelOpenIdMetadataUrl: `http://${parrotUrl}/metadata`,
      DATABASE_URL: `postgres://someone:${inAddresses[2]}@127.0.0.1:1/db`,
    });
    for (const name of ['model', 'embeddings', 'slack', 'teams', 'sign-in', 'lrs', 'store'])
      expect(lineOf(name), said).toMatch(/^fault /);
    expect(code).toBe(1);
    expect(said.toLowerCase()).not.toMatch(/planted/);
    for (const secret of [...Object.values(secrets), 'planted-key'])
      expect(said).not.toContain(Buffer.from(secret).toString('base64').slice(0, 12));
  });

  it('says which files other accounts can read', () => {
    const data = mkdtempSync(join(tmpdir(), 'truchement-doctor-'));
    chmodSync(data, 0o755);
    writeFileSync(join(data, 'truchement.sqlite'), '', { mode: 0o644 });
    expect(rights({ data })).toMatchObject({
      state: 'note',
      say: expect.stringMatching(/truchement-doctor-\w+, \S+truchement\.sqlite;/),
    });
    chmodSync(data, 0o700);
    chmodSync(join(data, 'truchement.sqlite'), 0o600);
    expect(rights({ data }).state).toBe('ok');
  });

  it('names every bad variable, one line each, without its value', async () => {
    const { said, code } = await doctor({ OPENAI_BASE_URL: 'planted-secret', MODEL_TIMEOUT_MS: 'planted', PORT: 'x' });
    for (const name of ['OPENAI_BASE_URL', 'MODEL_TIMEOUT_MS', 'PORT'])
      expect(said).toMatch(new RegExp(`^fault .*${name}`, 'm'));
    expect(said).not.toMatch(/planted/);
    expect(code).toBe(1);
  });
});

describe('the scrub', () => {
  it('blanks keys, passwords and what addresses carry, in whatever form', () => {
    const scrub = createScrub({
      API_KEY: 'abcd-efgh',
      SOME_SECRET: 'first key,second key',
      SHORT_TOKEN: 'abc',
      PLACE: 'https://user:pa%2Fss@host/path?code=in-query',
      NAME: 'visible',
    });
    const base64 = Buffer.from('abcd-efgh').toString('base64');
    expect(scrub(`abcd-efgh ${base64} second key pa/ss pa%2Fss in-query visible abc`)).toBe(
      '*** *** *** *** *** *** visible abc',
    );
  });
});
