import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MockAgent } from 'undici';
import { afterAll, describe, expect, it } from 'vitest';
import { createLegiSource } from '../../../src/law/legi-source.ts';
import type { OfficialSource } from '../../../src/law/official-source.ts';
import { createPisteSource } from '../../../src/law/piste-source.ts';
import { loadReadings, type Reading, writeReadings } from '../../../src/law/readings.ts';
import { watchLaw } from '../../../src/law/watch-law.ts';
import { CODE, legiXml, type MadeArticle, pisteArticle } from './legi.ts';

const folder = mkdtempSync(join(tmpdir(), 'law-'));
afterAll(() => rmSync(folder, { recursive: true }));

const TODAY = '2026-11-28';
const READ_ON = '2026-08-23';
const BEFORE = 'L’acheteur peut passer un marché sans publicité.\nLe seuil est de 40 000 euros hors taxes.';
const AFTER =
  'L’acheteur peut passer un marché sans publicité.\nLe seuil est de 50 000 euros hors taxes. Il est révisé.';
const SINCE = '2026-10-01';

/** R1-1 changed, R1-2 did not, R1-3 was given a version that says the same, R1-4 was repealed, R1-5 and R1-6 will change and go. */
const MADE: readonly MadeArticle[] = [
  { id: 'LEGIARTI000000000011', number: 'R1-1', since: '2019-04-01', until: SINCE, state: 'MODIFIE', text: BEFORE },
  { id: 'LEGIARTI000000000012', number: 'R1-1', since: SINCE, text: AFTER },
  { id: 'LEGIARTI000000000021', number: 'R1-2', since: '2019-04-01', text: BEFORE },
  { id: 'LEGIARTI000000000031', number: 'R1-3', since: '2019-04-01', until: SINCE, state: 'MODIFIE', text: BEFORE },
  { id: 'LEGIARTI000000000032', number: 'R1-3', since: SINCE, text: BEFORE.replace('’', "'") },
  { id: 'LEGIARTI000000000041', number: 'R1-4', since: '2019-04-01', until: SINCE, state: 'ABROGE', text: BEFORE },
  { id: 'LEGIARTI000000000051', number: 'R1-5', since: '2019-04-01', until: '2027-01-01', text: BEFORE },
  { id: 'LEGIARTI000000000052', number: 'R1-5', since: '2027-01-01', state: 'VIGUEUR_DIFF', text: AFTER },
  {
    id: 'LEGIARTI000000000061',
    number: 'R1-6',
    since: '2019-04-01',
    until: '2027-01-01',
    state: 'ABROGE_DIFF',
    text: BEFORE,
  },
];
const watched = ['R1-1', 'R1-2', 'R1-3', 'R1-4', 'R1-5', 'R1-6', 'R1-7'].map((article) => ({
  article,
  legitext: CODE,
  number: article,
  since: article === 'R1-5' ? null : '2019-04-01',
  readOn: READ_ON,
}));
const round = (source: OfficialSource, readings: readonly Reading[] = []) =>
  watchLaw({ source, articles: watched, readings, today: TODAY });

function unpacked(): OfficialSource {
  const at = mkdtempSync(join(folder, 'unpacked-'));
  mkdirSync(join(at, 'article'));
  for (const one of MADE) writeFileSync(join(at, 'article', `${one.id}.xml`), legiXml(one));
  writeFileSync(
    join(at, 'article', 'LEGIARTI000000000099.xml'),
    legiXml({ ...MADE[0], legitext: 'LEGITEXT000000000001' } as MadeArticle),
  );
  return createLegiSource(at, [CODE]);
}

/** The stock without R1-1's new version, then the archive of a day that closes the old one and brings the new. */
function archives(): OfficialSource {
  const at = mkdtempSync(join(folder, 'archives-'));
  const [old, fresh, ...rest] = MADE as [MadeArticle, MadeArticle, ...MadeArticle[]];
  const { until, state, ...running } = old;
  pack(at, 'Freemium_legi_global_20260713-140000.tar.gz', [running, ...rest]);
  pack(at, 'LEGI_20261001-210510.tar.gz', [old, fresh]);
  pack(at, 'LEGI_20261002-210510.tar.gz', [], 'LEGITEXT000000000001');
  return createLegiSource(at, [CODE, 'LEGITEXT000006070633']);
}

function pack(at: string, name: string, articles: readonly MadeArticle[], legitext = CODE): void {
  const from = mkdtempSync(join(folder, 'packed-'));
  const path = join(
    from,
    'legi/global/code_et_TNC_en_vigueur/code_en_vigueur/LEGI/TEXT',
    legitext,
    'article/LEGI/ARTI',
  );
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'notes.txt'), '');
  for (const one of articles) writeFileSync(join(path, `${one.id}.xml`), legiXml(one));
  execFileSync('tar', ['-czf', join(at, name), '-C', from, 'legi']);
}

/** PISTE as it documents itself: a token for a time, then the two requests that are made. */
function piste({ spoilt = [] as readonly number[] } = {}) {
  const agent = new MockAgent();
  agent.disableNetConnect();
  const asked: string[] = [];
  const codes = [...spoilt];
  agent
    .get('https://oauth.example.fr')
    .intercept({
      path: '/token',
      method: 'POST',
      body: /grant_type=client_credentials&client_id=me&client_secret=hidden&scope=openid/,
    })
    .reply(() => {
      asked.push('token');
      return { statusCode: 200, data: { access_token: `t${asked.length}`, token_type: 'Bearer', expires_in: 3600 } };
    })
    .persist();
  const api = agent.get('https://api.example.fr');
  const answer = (path: string, find: (wanted: Record<string, string>) => MadeArticle | undefined) =>
    api
      .intercept({ path: `/lf${path}`, method: 'POST', headers: { authorization: /^Bearer t/ } })
      .reply(({ body }): { statusCode: number; data: object } => {
        asked.push(path);
        const code = codes.shift();
        if (code !== undefined) return { statusCode: code, data: { error: code } };
        const one = find(JSON.parse(String(body)));
        if (one === undefined)
          return { statusCode: 200, data: { executionTime: 1, dereferenced: false, article: null } };
        return {
          statusCode: 200,
          data: pisteArticle(
            one,
            MADE.filter(({ number }) => number === one.number),
          ),
        };
      })
      .persist();
  answer('/consult/getArticleWithIdAndNum', ({ id, num }) =>
    id === CODE ? MADE.findLast(({ number, since }) => number === num && since <= TODAY) : undefined,
  );
  answer('/consult/getArticle', ({ id }) => MADE.find((one) => one.id === id));
  const source = createPisteSource({
    clientId: 'me',
    clientSecret: 'hidden',
    tokenUrl: 'https://oauth.example.fr/token',
    apiUrl: 'https://api.example.fr/lf',
    everyMs: 0,
    retryMs: 1,
    dispatcher: agent,
    now: () => new Date(),
  });
  return { source, asked };
}

const DOORS = [
  ['files of LEGI', unpacked],
  ['archives of LEGI', archives],
  ['Légifrance by PISTE', () => piste().source],
] as const;

describe.each(DOORS)('the watch over %s', (_, open) => {
  it('finds what changed, was repealed, will change and will go, and nothing else', async () => {
    const { changes, unknown, recorded, failed, watched: count } = await round(open());
    expect(changes.map(({ article, kind, since, was }) => [article, kind, since, was])).toEqual([
      ['R1-1', 'changed', SINCE, '2019-04-01'],
      ['R1-4', 'repealed', SINCE, '2019-04-01'],
      ['R1-5', 'changed', '2027-01-01', '2019-04-01'],
      ['R1-6', 'repealed', '2027-01-01', '2019-04-01'],
    ]);
    expect(changes[0]?.diff).toEqual({
      removed: ['Le seuil est de 40 000 euros hors taxes.'],
      added: ['Le seuil est de 50 000 euros hors taxes.', 'Il est révisé.'],
    });
    expect({ unknown, failed, count }).toEqual({ unknown: ['R1-7'], failed: undefined, count: 6 });
    expect(recorded.map(({ article, since, sentences }) => [article, since, sentences.length])).toEqual(
      ['R1-1', 'R1-2', 'R1-3', 'R1-4', 'R1-5', 'R1-6'].map((article) => [article, '2019-04-01', 2]),
    );
  });

  it('says the same of a change at the next watch, and nothing of it once it was read', async () => {
    const source = open();
    const first = await round(source);
    const again = await round(source, first.recorded);
    expect(again.changes).toEqual(first.changes);
    expect(again.recorded).toEqual([]);
    const read = first.changes.map(({ article, since, sentences }) => ({ article, since, read_on: TODAY, sentences }));
    expect((await round(source, [...first.recorded, ...read])).changes).toEqual([]);
  });
});

describe('the watch', () => {
  it('records the same prints by every door', async () => {
    const [one, ...others] = await Promise.all(DOORS.map(async ([, open]) => (await round(open())).recorded));
    for (const other of others) expect(other).toEqual(one);
  });

  it('finds words put right without a new version', async () => {
    const { recorded } = await round(unpacked());
    const other = recorded.map((reading) => (reading.article === 'R1-2' ? { ...reading, sentences: ['x'] } : reading));
    const { changes } = await round(unpacked(), other);
    expect(changes.find(({ article }) => article === 'R1-2')).toMatchObject({ kind: 'corrected', diff: undefined });
  });

  it('costs the API one request for an article that did not change', async () => {
    const { recorded } = await round(unpacked());
    const { source, asked } = piste();
    await watchLaw({ source, articles: watched.slice(1, 2), readings: recorded, today: TODAY });
    expect(asked).toEqual(['token', '/consult/getArticleWithIdAndNum']);
  });

  it('asks again when the API is busy, signs in anew when it is refused, and ends where the quota does', async () => {
    const busy = piste({ spoilt: [503, 429] });
    expect((await round(busy.source)).changes).toHaveLength(4);
    const stale = piste({ spoilt: [401] });
    expect((await round(stale.source)).changes).toHaveLength(4);
    expect(stale.asked.filter((one) => one === 'token')).toHaveLength(2);
    const spent = piste({ spoilt: Array.from({ length: 50 }, () => 429) });
    const { failed, changes } = await round(spent.source);
    expect(changes).toEqual([]);
    expect(failed).toEqual({ articles: watched.map(({ article }) => article), fault: { kind: 'quota' } });
    const refused = await round(piste({ spoilt: [403, 403] }).source);
    expect(refused.failed?.fault).toEqual({ kind: 'refused' });
  });

  it('tells a folder that is not there, and an archive that is none', async () => {
    expect((await round(createLegiSource(join(folder, 'none'), [CODE]))).failed?.fault.kind).toBe('unreachable');
    const at = mkdtempSync(join(folder, 'broken-'));
    writeFileSync(join(at, 'LEGI_20261001-210510.tar.gz'), 'not an archive');
    expect((await round(createLegiSource(at, [CODE]))).failed?.fault.kind).toBe('unreachable');
  });

  it('keeps what was read beside the index, without a word of it', async () => {
    const { recorded } = await round(unpacked());
    const at = mkdtempSync(join(folder, 'knowledge-'));
    expect(loadReadings(at)).toEqual([]);
    writeReadings(at, recorded);
    expect(loadReadings(at)).toEqual(recorded);
    expect(JSON.stringify(recorded)).not.toContain('seuil');
    writeFileSync(join(at, 'articles-lus.jsonl'), '{"article":"R1-1"}\n');
    expect(() => loadReadings(at)).toThrow(/articles-lus.jsonl:1/);
  });
});
