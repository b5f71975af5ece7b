import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATIONS, type OperationName } from '../../../src/calls/port/calls.ts';
import { servePrograms } from '../../fixtures/programs.ts';

type Programs = Awaited<ReturnType<typeof servePrograms>>;
let programs: Programs;
let key: string;
beforeAll(async () => {
  programs = await servePrograms({ anonymous: ['read'] });
  ({ key } = await programs.makeKey('answer', 'reword', 'check', 'compute', 'read'));
});
afterAll(() => programs.stop());

const json = { 'content-type': 'application/json' };
async function call(path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) {
  const reply = await fetch(programs.api + path, {
    headers: { authorization: `Bearer ${key}`, ...(body === undefined ? {} : json), ...headers },
    ...(body === undefined ? {} : { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: reply.status, headers: reply.headers, body: JSON.parse(await reply.text()) };
}

/** One request of each operation, which must be answered. */
const ASKED: Readonly<Record<OperationName, readonly [path: string, body?: object]>> = {
  ask: ['/ask', { id: '1', text: 'Quel délai de standstill ?', role: 'acheteur', at: '2026-11-25' }],
  reword: ['/reword', { direction: 'to_buyer', text: 'Il nous faut 12 fauteuils avant le 1er septembre, 6 000 € HT.' }],
  lint: ['/lint', { text: 'Fourniture de 20 ordinateurs Dell, prix seul critère.' }],
  fidelity: ['/fidelity', { source: 'Livraison le 12 mars.', target: 'Livraison le 13 mars.' }],
  rules: [
    '/rules',
    { goal: 'procedure', situation: { montant_ht: 45_000, nature: 'fournitures', acheteur: 'collectivite' } },
  ],
  nextQuestion: ['/rules/next', { goal: 'procedure', situation: {} }],
  lexicon: ['/lexicon', { text: 'on veut un bon de commande', from: 'service' }],
  article: ['/articles/R.%202122-8?at=2026-11-25'],
  figures: ['/figures?about=dispense%20travaux'],
  figure: ['/figures/seuil.dispense.travaux?at=2026-11-25'],
  changes: ['/changes?from=2026-01-01&to=2027-12-31'],
};

describe('every operation', () => {
  it.each(Object.keys(OPERATIONS) as OperationName[])(
    '%s is answered as its schema and the contract say',
    async (name) => {
      const [path, sent] = ASKED[name];
      const { status, body } = await call(path, sent);
      expect([status, body]).toEqual([200, expect.anything()]);
      expect(OPERATIONS[name].gives.safeParse(body).error).toBeUndefined();
      const contract = JSON.parse(await (await fetch(`${programs.api}/openapi.json`)).text());
      const { method, path: pattern } = OPERATIONS[name];
      const described = contract.paths[pattern][method.toLowerCase()];
      const schema = described.responses['200'].content['application/json'].schema;
      const ajv = new Ajv2020({ strict: false, validateFormats: false });
      expect([ajv.validate(schema, body), ajv.errors]).toEqual([true, null]);
      if (sent !== undefined)
        expect(ajv.validate(described.requestBody.content['application/json'].schema, sent)).toBe(true);
    },
  );

  it('tells its figures with a day and an article', async () => {
    const { body } = await call('/figures');
    expect(body.figures.length).toBeGreaterThan(50);
    for (const { value, from, article, said } of body.figures)
      if (value !== null)
        expect([from, article, said]).toEqual([expect.any(String), expect.any(String), expect.stringMatching(/\d{4}/)]);
  });

  it('asks next for the fact that decides', async () => {
    const { body } = await call('/rules/next', { goal: 'procedure', situation: {} });
    expect(body.next).toMatchObject({ fact: expect.any(String), question: expect.any(String) });
  });

  it('gives the id back', async () => expect((await call('/lint', { id: 'a', text: 'x' })).body.id).toBe('a'));
});

describe('what is refused', () => {
  it.each([
    ['/ask', { text: 1 }, 400, 'text'],
    ['/ask', { text: 'a', rol: 'acheteur' }, 400, 'rol'],
    ['/ask', { text: 'a', at: '2026-02-31' }, 400, 'at'],
    ['/reword', { direction: 'to_buyer', text: 'a'.repeat(8_001) }, 400, 'text'],
    ['/rules', { goal: 'nothing' }, 400, 'goal'],
    ['/rules', { goal: 'procedure', situation: { montant_ht: 'beaucoup' } }, 400, 'montant_ht'],
    ['/lint', [], 400, 'body'],
    ['/lint', { id: 1, text: 'a' }, 400, 'id'],
    ['/articles/R2122-99', undefined, 404, 'article'],
    ['/articles/R2122-8?at=2018-01-01', undefined, 404, 'article'],
    ['/articles/R2122-8?at=2026-01-01&at=2026-01-02', undefined, 400, 'at'],
    ['/figures/seuil.dispense.rien', undefined, 404, 'key'],
    ['/changes', undefined, 400, 'from'],
    ['/changes?from=2026-02-01&to=2026-01-01', undefined, 400, 'to'],
  ] as const)('%s %j says %d and names the field %s', async (path, sent, status, field) => {
    const reply = await call(path, sent);
    expect(reply.status).toBe(status);
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
    expect(reply.body).toMatchObject({ status, title: expect.any(String), type: expect.stringContaining('/api/v1#') });
    expect(reply.body.errors.map((one: { field: string }) => one.field)).toContain(field);
  });

  it('an unknown article comes with the nearest', async () => {
    expect((await call('/articles/R2122-99')).body.nearest.length).toBeGreaterThan(0);
  });

  it.each([
    ['too large', { headers: json, body: `{"text":"${'a'.repeat(300_000)}"}` }, 413],
    ['far too large', { headers: json, body: 'a'.repeat(2_000_000) }, 413],
    ['not JSON', { headers: json, body: '{' }, 400],
    ['not UTF-8', { headers: json, body: Buffer.from([0x7b, 0xff]) }, 400],
    ['of another type', { headers: { 'content-type': 'text/plain' }, body: '{"text":"a"}' }, 415],
  ] as const)('a body %s', async (_, sent, status) => {
    const headers = { authorization: `Bearer ${key}`, ...sent.headers };
    const reply = await fetch(`${programs.api}/lint`, { method: 'POST', headers, body: sent.body });
    expect([reply.status, reply.headers.get('content-type')]).toEqual([
      status,
      expect.stringContaining('problem+json'),
    ]);
  });

  it('another address, another method', async () => {
    expect((await call('/nothing')).status).toBe(404);
    const reply = await fetch(`${programs.api}/ask`, { method: 'PUT' });
    expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

describe('a key', () => {
  it('is asked for, but for what is open to all', async () => {
    const reply = await fetch(`${programs.api}/lint`, { method: 'POST', headers: json, body: '{"text":"a"}' });
    expect(reply.status).toBe(403);
    expect((await fetch(`${programs.api}/figures`)).status).toBe(200);
  });

  it('that is wrong or was revoked opens nothing, not even what is open to all', async () => {
    const { key: other, row } = await programs.makeKey('read');
    const headers = { authorization: `Bearer ${other}` };
    expect((await fetch(`${programs.api}/figures`, { headers })).status).toBe(200);
    expect((await fetch(`${programs.api}/lint`, { method: 'POST', headers, body: '{}' })).status).toBe(403);
    await programs.keys.revoke(row.id);
    const reply = await fetch(`${programs.api}/figures`, { headers });
    expect([reply.status, reply.headers.get('www-authenticate')]).toEqual([401, 'Bearer error="invalid_token"']);
  });

  it('has so many requests a minute', async () => {
    const few = await servePrograms({ perMinute: 2 });
    const { key: one } = await few.makeKey('read');
    const ask = () =>
      fetch(`${few.api}/figures/seuil.dispense.travaux`, { headers: { authorization: `Bearer ${one}` } });
    expect((await ask()).headers.get('ratelimit-remaining')).toBe('1');
    await ask();
    const reply = await ask();
    expect(reply.status).toBe(429);
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
    await few.stop();
  });
});

describe('a request sent again under its idempotency key', () => {
  it('is answered as it was, were both sent at once; another one under it is refused', async () => {
    const send = (text: string) => call('/ask', { text }, { 'idempotency-key': 'k1' });
    const [one, two] = await Promise.all([send('Quel délai de standstill ?'), send('Quel délai de standstill ?')]);
    expect(two.body).toEqual(one.body);
    expect([one, two].map(({ headers }) => headers.get('idempotent-replayed')).toSorted()).toEqual([null, 'true']);
    expect((await send('Autre chose ?')).status).toBe(422);
    expect((await call('/ask', { text: 'a' }, { 'idempotency-key': 'é' })).body.errors[0].field).toBe(
      'Idempotency-Key',
    );
  });
});

it('the page to try it loads nothing from elsewhere, under the strict policy', async () => {
  const page = await fetch(programs.api);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  const text = await page.text();
  expect(text).not.toMatch(/https?:\/\/|<script(?![^>]* src=)| style=| on\w+=/);
  for (const [, address] of text.matchAll(/(?:src|href)="([^"#]+)"/g))
    expect((await fetch(programs.address + address)).status).toBe(200);
});

it('nothing failed on our side', () => expect(programs.faults).toEqual([]));
