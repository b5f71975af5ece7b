import { mkdtempSync } from 'node:fs';
import { Agent, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compose, composeInterpreting } from '../../../scripts/compose.ts';
import { composeConversing } from '../../../scripts/compose-conversing.ts';
import { createRandom } from '../../../scripts/random.ts';
import { loadConfig } from '../../../src/config/config.ts';
import { createLog } from '../../../src/log.ts';
import { err, ok } from '../../../src/result.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { CLIENT, NAMES, startProvider } from '../../fakes/openid-provider.ts';
import { FIXTURE_CORPUS } from '../../fixtures/corpus-copy.ts';
import { network, PEOPLE } from '../../fixtures/network.ts';
import { NIGHTLY } from '../../fixtures/runs.ts';
import { type Served, serve } from '../../fixtures/served.ts';
import { school } from '../../fixtures/training.ts';
import { createFuzz, type FuzzedRequest } from '../../fixtures/web-fuzz.ts';

const REQUESTS = NIGHTLY ? 20_000 : 3_000;
const SEED = 20261127;
const AT_ONCE = 8;
const NORMAL = 'À partir de quel montant faut-il publier un avis pour des travaux ?';

/** The whole face, with nothing pretended but the clock: the store, the cases, the training, the answers are real. */
async function open() {
  const data = mkdtempSync(join(tmpdir(), 'truchement-fuzz-'));
  const log = createLog('silent');
  const config = loadConfig({ TRUCHEMENT_KNOWLEDGE: FIXTURE_CORPUS, TRUCHEMENT_DATA: data });
  const composed = await compose(config, log);
  const store = await openStore({ data, databaseUrl: undefined, log });
  const { helping } = await network(store, { demo: true });
  const { training } = await school(store, composed.corpus);
  // The figures of the fixture are few: a masker of the real lists, as in production.
  const masker = composed.reading.masker();
  const conversing = composeConversing({ ...composed, store, masker, log });
  const faults: string[] = [];
  const shared = {
    interpreting: composeInterpreting(composed.reworder, store, undefined),
    training,
    perMinute: 1e9,
    log: {
      info: () => undefined,
      error: (fields: { err?: unknown }, text: string) =>
        void faults.push(`${text} ${fields.err instanceof Error ? fields.err.stack : JSON.stringify(fields)}`),
    },
  };
  const provider = await startProvider();
  const demo = await serve(conversing, { ...shared, help: { helping, signIn: { kind: 'demo' } } });
  const signed = await serve(conversing, {
    ...shared,
    help: {
      helping,
      signIn: {
        kind: 'openid',
        issuer: provider.issuer,
        ...CLIENT,
        acr: [],
        claims: NAMES,
        publicUrl: 'http://127.0.0.1:1',
        personFor: async () => ok('anne'),
        acceptInvitation: async () => err({ kind: 'expired' }),
      },
    },
  });
  const ids = [...composed.corpus.modules, ...composed.corpus.fiches].map(({ id }) => id);
  return { store, demo, signed, provider, faults, ids: [...ids, ...PEOPLE.map(({ id }) => id)] };
}

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE * 2 });

function send(address: string, { method, path, headers, body }: FuzzedRequest) {
  const { hostname, port } = new URL(address);
  return new Promise<{ readonly status: number; readonly type: string; readonly text: string }>((resolve, reject) => {
    const heard = async (reply: IncomingMessage) => {
      const parts: Buffer[] = [];
      for await (const part of reply) parts.push(part);
      const text = Buffer.concat(parts).toString();
      resolve({ status: reply.statusCode ?? 0, type: String(reply.headers['content-type']), text });
    };
    const sent = request({ hostname, port, agent, method, path, headers }, (reply) => void heard(reply).catch(reject));
    // A body that is refused half-way may end with the connection: that is an answer too, the server must only stand.
    sent.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE'
        ? resolve({ status: 400, type: 'closed', text: '' })
        : reject(error),
    );
    sent.end(body);
  });
}

describe(`${REQUESTS} requests by chance, seed ${SEED}`, () => {
  let face: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    face = await open();
  });
  afterAll(async () => {
    agent.destroy();
    for (const served of [face.demo, face.signed]) await served.stop();
    await face.provider.stop();
    await face.store.close();
  });

  it(
    'never meet a fault of ours, get a page that can be read where they are refused, and leave the face as it was',
    async () => {
      const { demo, signed, faults } = face;
      const windows = await Promise.all(['anne', 'bob', 'cora'].map((person) => signIn(demo, person)));
      const fuzz = createFuzz({ random: createRandom(SEED), ids: face.ids, windows });
      expect([fuzz.routes.length > 40, fuzz.uploads.length > 0]).toEqual([true, true]);
      const counts = new Map<number, number>();
      const wrong: string[] = [];
      for (let done = 0; done < REQUESTS; done += AT_ONCE) {
        const batch = Array.from({ length: AT_ONCE }, () => fuzz.next());
        const replies = await Promise.all(batch.map((one, index) => send((index === 0 ? signed : demo).address, one)));
        for (const [index, { status, type, text }] of replies.entries()) {
          counts.set(status, (counts.get(status) ?? 0) + 1);
          if (type.startsWith('text/html')) fuzz.learn(text);
          const { method = '', path = '', body } = batch[index] ?? {};
          const said = `${method} ${path.slice(0, 200)} ${status} ${type} ${String(body).slice(0, 200)}`;
          if (status >= 500 || status === 0) wrong.push(said);
          if (status >= 400 && method !== 'HEAD' && type.startsWith('text/html') && !/<(?:h2|p)\b/.test(text))
            wrong.push(said);
          if (status >= 400 && type.startsWith('application/json')) wrong.push(said);
        }
      }
      console.info(Object.fromEntries([...counts].sort(([a], [b]) => a - b)));
      expect(wrong.slice(0, 10)).toEqual([]);
      expect(faults.slice(0, 5)).toEqual([]);
      for (const served of [demo, signed]) {
        const answered = await served.post('/', { text: NORMAL });
        expect([answered.status, (await answered.text()).includes('class="exchange"')]).toEqual([200, true]);
      }
    },
    NIGHTLY ? 900_000 : 120_000,
  );
});

/** As one of the demo's people: where their window is, and its cookie. */
async function signIn(served: Served, person: string) {
  const reply = await served.post('/connexion', { person });
  const base = /^(\/demo\/[^/?]+)/.exec(reply.headers.get('location') ?? '')?.[1] ?? '';
  return { base, cookie: (reply.headers.getSetCookie()[0] ?? '').split(';', 1)[0] ?? '' };
}
