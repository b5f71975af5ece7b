import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../src/log.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { createLrsCourier } from '../../../src/training/xapi/lrs-courier.ts';
import { createStatements } from '../../../src/training/xapi/statement.ts';
import { mustBe } from '../../fixtures/network.ts';
import { type School, SITE, school, takeQuiz } from '../../fixtures/training.ts';
import { statementFaults } from '../../fixtures/xapi-rules.ts';

interface Statement {
  readonly id: string;
  readonly actor: { readonly account: { readonly name: string; readonly homePage: string } };
  readonly verb: { readonly id: string };
  readonly object: { readonly id: string };
}

/** A learning record store: takes a batch whole or not at all, as the specification asks. */
async function recordStore() {
  const kept = new Map<string, Statement>();
  const requests: { authorization: string | undefined; version: string | undefined; size: number }[] = [];
  let answer: (batch: readonly Statement[]) => number = () => 200;
  const server: Server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += String(piece);
    const batch: readonly Statement[] = JSON.parse(body);
    const { authorization } = request.headers;
    requests.push({ authorization, version: String(request.headers['x-experience-api-version']), size: batch.length });
    const status = request.url === '/xapi/statements' ? answer(batch) : 404;
    if (status === 200) for (const statement of batch) kept.set(statement.id, statement);
    response.writeHead(status).end('[]');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/xapi/`,
    kept,
    requests,
    answers: (how: typeof answer) => {
      answer = how;
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

let store: Store;
let at: School;
let lrs: Awaited<ReturnType<typeof recordStore>>;
let courier: ReturnType<typeof createLrsCourier>;
beforeEach(async () => {
  const data = mkdtempSync(join(tmpdir(), 'truchement-training-'));
  store = await openStore({ data, databaseUrl: undefined, log: createLog('silent') });
  at = await school(store, undefined, {
    statements: createStatements({ site: SITE, secret: 'un secret' }),
    newId: randomUUID,
  });
  lrs = await recordStore();
  courier = createLrsCourier({
    endpoint: lrs.endpoint,
    key: 'clé',
    secret: 'mot',
    records: store.training,
    now: at.now,
    log: undefined,
  });
});
afterEach(async () => {
  await lrs.stop();
  await store.close();
});
const waiting = async () => mustBe(await store.training.waiting('lrs'));

describe('statements to a learning record store', () => {
  it('say what was done by a pseudonym, once each, and never by whom', async () => {
    mustBe(await at.training.lesson('bob', 'seuils', 'petit-achat', 'buyer'));
    mustBe(await at.training.finishLesson('bob', 'seuils', 'petit-achat'));
    await takeQuiz(at, 'bob', 'seuils', 1);
    await takeQuiz(at, 'carl', 'seuils', 5);
    expect(mustBe(await courier.deliverDue())).toBe(1 + 11 + 11);
    expect(await waiting()).toBe(0);
    const all = [...lrs.kept.values()];
    const verbs = all.map(({ verb }) => verb.id.split('/').at(-1));
    expect(verbs.filter((verb) => verb !== 'answered').sort()).toEqual(['experienced', 'failed', 'passed']);
    expect(new Set(all.map(({ actor }) => actor.account.name)).size).toBe(2);
    expect(all.every(({ object }) => object.id.startsWith(`${SITE}/formation/seuils`))).toBe(true);
    expect(JSON.stringify(all)).not.toMatch(/bob|carl|Robert|exemple\.fr"@/);
    expect(lrs.requests[0]).toMatchObject({
      version: '1.0.3',
      authorization: `Basic ${Buffer.from('clé:mot').toString('base64')}`,
    });
    // The private letter is nobody's business.
    mustBe(await at.training.writeLetter('bob', 'reserve-seuils', 'Cher collègue', false));
    expect(await waiting()).toBe(0);
  });

  it('keep to every rule of the specification, a re-check that is missed included', async () => {
    mustBe(await at.training.finishLesson('bob', 'seuils', 'petit-achat'));
    await takeQuiz(at, 'bob', 'seuils', 1);
    await takeQuiz(at, 'carl', 'seuils', 5);
    const missed = { id: randomUUID(), person: 'bob', at: at.now().toISOString(), module: 'seuils', item: 'seuils' };
    const [recheck] = createStatements({ site: SITE, secret: 'un secret' })('bob', [
      { ...missed, kind: 'recheck', right: false },
    ]);
    mustBe(await courier.deliverDue());
    const all = [...lrs.kept.values(), recheck?.body];
    expect(all).toHaveLength(1 + 11 + 11 + 1);
    for (const statement of all) expect(statementFaults(statement)).toEqual([]);
    expect(recheck?.body).toMatchObject({ verb: { display: { 'en-US': 'failed' } }, result: { success: false } });
    // The rules see.
    const [sound] = lrs.kept.values();
    for (const spoilt of [
      { ...sound, id: 't-1' },
      { ...sound, verb: { id: 'passed' } },
      { ...sound, timestamp: '25/11/2026' },
      { ...sound, result: { success: null } },
      { ...sound, learner: 'bob' },
      { ...sound, actor: { objectType: 'Agent', mbox: 'mailto:b@x.fr', account: sound?.actor.account } },
    ])
      expect(statementFaults(spoilt)).not.toEqual([]);
  });

  it('wait while the store is down, and go in order when it is back', async () => {
    await takeQuiz(at, 'bob', 'seuils');
    lrs.answers(() => 503);
    expect(mustBe(await courier.deliverDue())).toBe(0);
    expect(await waiting()).toBe(11);
    expect(mustBe(await courier.deliverDue()), 'not due yet').toBe(0);
    expect(lrs.requests).toHaveLength(1);
    lrs.answers(() => 200);
    at.at('2026-11-25T09:00:11Z');
    expect(mustBe(await courier.deliverDue())).toBe(11);
    expect([...lrs.kept.values()].at(-1)?.verb.id).toMatch(/passed$/);
  });

  it('are taken for kept when the record store says that it has them already', async () => {
    await takeQuiz(at, 'bob', 'seuils');
    lrs.answers(() => 409);
    expect(mustBe(await courier.deliverDue())).toBe(11);
    expect(await waiting()).toBe(0);
  });

  it('one that is refused spoils none of the others', async () => {
    await takeQuiz(at, 'bob', 'seuils');
    lrs.answers((batch) => (batch.some(({ verb }) => verb.id.endsWith('passed')) ? 400 : 200));
    expect(mustBe(await courier.deliverDue())).toBe(10);
    expect(lrs.kept.size).toBe(10);
    expect(await waiting(), 'given up, not tried for ever').toBe(0);
  });

  it('wait when nobody answers at all, or the door is shut', async () => {
    await takeQuiz(at, 'bob', 'seuils');
    const nowhere = createLrsCourier({
      endpoint: 'http://127.0.0.1:1/xapi',
      key: 'k',
      secret: 's',
      records: store.training,
      now: at.now,
      log: undefined,
    });
    expect(mustBe(await nowhere.deliverDue())).toBe(0);
    lrs.answers(() => 401);
    at.at('2026-11-25T09:01:00Z');
    expect(mustBe(await courier.deliverDue())).toBe(0);
    expect(await waiting()).toBe(11);
  });
});
