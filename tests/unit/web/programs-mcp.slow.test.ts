import { type CallToolResult, Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lacksDay } from '../../../src/calls/port/date-figures.ts';
import { sentencesOf } from '../../../src/french/sentences.ts';
import { builtScript } from '../../fixtures/built.ts';
import { indexedFolder } from '../../fixtures/fresh-data.ts';
import { servePrograms } from '../../fixtures/programs.ts';

type Programs = Awaited<ReturnType<typeof servePrograms>>;
let programs: Programs;
let key: string;
beforeAll(async () => {
  programs = await servePrograms();
  ({ key } = await programs.makeKey('answer', 'reword', 'check', 'compute', 'read'));
});
afterAll(() => programs.stop());

const url = () => new URL(`${programs.address}/mcp`);
const opened: Client[] = [];
afterAll(() => Promise.all(opened.map((client) => client.close())));

/** As clients of today open, or as those of the newest revision do. */
type Era = 'legacy' | 'auto';

async function connect(transport: StdioClientTransport | StreamableHTTPClientTransport, mode: Era = 'legacy') {
  const client = new Client({ name: 'test', version: '0.0.0' }, { versionNegotiation: { mode } });
  await client.connect(transport);
  opened.push(client);
  return client;
}

const overHttp = (held = key, mode: Era = 'legacy') =>
  connect(
    new StreamableHTTPClientTransport(url(), { requestInit: { headers: { authorization: `Bearer ${held}` } } }),
    mode,
  );

async function overStdio(): Promise<Client> {
  const [script, data] = [await builtScript('scripts/mcp.ts'), await indexedFolder()];
  const env = { PATH: process.env['PATH'] ?? '', TRUCHEMENT_DATA: data };
  return connect(new StdioClientTransport({ command: process.execPath, args: [script], env, stderr: 'inherit' }));
}

const CALLED = {
  demander: {
    text: 'À partir de quel montant faut-il publier un avis pour des travaux ?',
    role: 'acheteur',
    at: '2026-11-25',
  },
  reformuler: { direction: 'to_buyer', text: 'Il nous faut 12 fauteuils avant le 1er septembre, 6 000 € HT.' },
  verifier: { text: 'Fourniture de 20 ordinateurs Dell, prix seul critère.', source: 'Il faut 21 ordinateurs.' },
  calculer: { goal: 'procedure', situation: { montant_ht: 45_000, nature: 'fournitures', acheteur: 'collectivite' } },
  article: { article: 'R. 2122-8' },
  chiffre: { about: 'dispense travaux', at: '2026-11-25' },
};
const NONSENSE = {
  demander: [{ text: 1 }, 'text'],
  reformuler: [{ direction: 'sideways', text: 'a' }, 'direction'],
  verifier: [{ texte: 'a' }, 'text'],
  calculer: [{ goal: 'nothing' }, 'goal'],
  article: [{ article: 'R9999-99' }, 'article'],
  chiffre: [{ key: 'seuil.dispense.rien' }, 'key'],
} as const;
type Tool = keyof typeof CALLED;

const textOf = ({ content }: CallToolResult): string =>
  content.map((one) => (one.type === 'text' ? one.text : '')).join('\n');

/** Sentences of a result that say a figure without its day; a rewording says the person's own. */
function undated(value: unknown): readonly string[] {
  if (typeof value === 'string')
    return sentencesOf(value.replace(/([.!?…])(\*\*?)(?=\s)/g, '$2$1'))
      .map(([start, end]) => value.slice(start, end))
      .filter(lacksDay);
  if (typeof value !== 'object' || value === null) return [];
  // A question is offered to be asked word for word: the sums in it are the person's. A title names a subject («un pour cent artistique»).
  return Object.entries(value).flatMap(([name, held]) => (/^(?:question|title)$/.test(name) ? [] : undated(held)));
}

describe.each([
  ['streamable HTTP', () => overHttp()],
  ['streamable HTTP, by the newest revision', () => overHttp(key, 'auto')],
  ['stdio', overStdio],
] as const)('the official client over %s', (_, open) => {
  let client: Client;
  beforeAll(async () => {
    client = await open();
  });

  it('finds the six tools, with what they take and give', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).toSorted()).toEqual(Object.keys(CALLED).toSorted());
    for (const { inputSchema, outputSchema, description } of tools)
      expect([inputSchema.type, outputSchema?.['type'], description]).toEqual(['object', 'object', expect.any(String)]);
    expect(client.getInstructions()).toContain('date');
  });

  it.each(Object.keys(CALLED) as Tool[])('%s answers', async (name) => {
    const result = await client.callTool({ name, arguments: CALLED[name] });
    expect([result.isError ?? false, textOf(result)]).toEqual([false, expect.stringMatching(/./)]);
    expect(result.structuredContent).toBeDefined();
    if (name !== 'reformuler') expect([undated(textOf(result)), undated(result.structuredContent)]).toEqual([[], []]);
  });

  it.each(Object.keys(NONSENSE) as Tool[])('%s names the field at fault', async (name) => {
    const [sent, field] = NONSENSE[name];
    const result = await client.callTool({ name, arguments: sent });
    expect([result.isError, textOf(result)]).toEqual([true, expect.stringContaining(field)]);
  });

  it('reads fiches and figures, no figure without its day', async () => {
    const { resources } = await client.listResources();
    const [fiche, figure] = ['fiches', 'chiffres'].map(
      (kind) => resources.find(({ uri }) => uri.includes(`//${kind}/`))?.uri ?? '',
    );
    for (const uri of [fiche, figure]) {
      const { contents } = await client.readResource({ uri: uri ?? '' });
      const text = contents.map((one) => ('text' in one ? one.text : '')).join('\n');
      expect([text.length > 20, undated(text)]).toEqual([true, []]);
    }
    await expect(client.readResource({ uri: 'truchement://fiches/none' })).rejects.toThrow();
  });

  it('is given the prompts of the usual jobs', async () => {
    const { prompts } = await client.listPrompts();
    expect(prompts).toHaveLength(4);
    for (const { name } of prompts) {
      const { messages } = await client.getPrompt({ name, arguments: { texte: '12 fauteuils' } });
      expect(JSON.stringify(messages)).toContain('12 fauteuils');
    }
  });
});

describe('/mcp', () => {
  const initialize = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '0' } },
  });
  const post = (headers: Readonly<Record<string, string>>, body = initialize) =>
    fetch(url(), {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
    });

  it('asks for a key, and for one that was not revoked', async () => {
    expect((await post({})).status).toBe(401);
    const { key: other, row } = await programs.makeKey('read');
    expect((await post({ authorization: `Bearer ${other}` })).status).toBe(200);
    await programs.keys.revoke(row.id);
    expect((await post({ authorization: `Bearer ${other}` })).status).toBe(401);
  });

  it('shows a key the tools of its scopes alone', async () => {
    const { key: other } = await programs.makeKey('read');
    const client = await overHttp(other);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).toSorted()).toEqual(['article', 'chiffre']);
  });

  it('answers no page of another site', async () => {
    const authorization = `Bearer ${key}`;
    expect((await post({ authorization, origin: 'https://evil.example' })).status).toBe(403);
    expect((await post({ authorization, origin: 'https://achats.example' })).status).toBe(200);
  });

  it.each(['{', '[]', '{"jsonrpc":"2.0"}', '', '{"jsonrpc":"2.0","id":1,"method":"nothing"}'])(
    'refuses what is no request: %s',
    async (body) => {
      const reply = await post({ authorization: `Bearer ${key}` }, body);
      expect(reply.status).toBeLessThan(500);
    },
  );

  it('refuses a body too large, and keeps no stream open', async () => {
    expect((await post({ authorization: `Bearer ${key}` }, 'a'.repeat(300_000))).status).toBe(413);
    const reply = await fetch(url(), { headers: { authorization: `Bearer ${key}`, accept: 'text/event-stream' } });
    expect(reply.status).toBe(405);
  });
});
