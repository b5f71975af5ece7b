import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { BoardView } from '../../../src/handoff/port/views.ts';
import { createLog } from '../../../src/log.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { coordinatorsOf, tellWeek, weekToTell } from '../../../src/training/coordinator-words.ts';
import { mustBe, PEOPLE } from '../../fixtures/network.ts';
import { plain } from '../../fixtures/plain.ts';

const NOTHING: BoardView = {
  queue: { cases: 0, rows: [] },
  open: { cases: 0, rows: [] },
  reservists: [],
  weeks: [],
  unanswered: [],
  themes: [],
  undelivered: [],
  putAside: [],
  candidates: [],
};
const at = '2026-11-23T08:00:00Z';

it('says to a coordinator what waits, once a week, and nothing where nothing does', async () => {
  const data = mkdtempSync(join(tmpdir(), 'truchement-week-'));
  const store = await openStore({ data, databaseUrl: undefined, log: createLog('silent') });
  try {
    for (const person of PEOPLE) mustBe(await store.reserve.savePerson(person));
    const [cora, ...others] = mustBe(await coordinatorsOf(store));
    if (cora === undefined) throw new Error('someone coordinates');
    expect([cora.id, others]).toEqual(['cora', []]);
    const told = async (board: BoardView, week: string) => {
      mustBe(await tellWeek(store, cora, board, { week, now: new Date(at) }));
      return mustBe(await store.training.messagesTo('cora', 10)).map(({ body }) => plain(JSON.stringify(body)));
    };
    expect(await told(NOTHING, '2026-W47')).toEqual([]);
    const board = {
      ...NOTHING,
      queue: { cases: 1_000, rows: [] },
      undelivered: [{ id: 'm', at, why: 'x' }],
      unanswered: [1, 2].map(() => ({ at, asked: 1, question: 'Secret ?' })),
    };
    const [first] = await told(board, '2026-W48');
    expect(first).toContain("- 2 questions sont restées sans réponse\\n- un message n'a pas pu être remis");
    expect(first).not.toContain('Secret');
    expect(await told(board, '2026-W48')).toHaveLength(1);
    expect(await told(board, '2026-W49')).toHaveLength(2);
  } finally {
    await store.close();
  }
});

it('is told from Monday morning on, in the network’s hours, and no more on Wednesday', () => {
  const week = (instant: string) => weekToTell(new Date(instant), 'Europe/Paris');
  expect(week('2026-11-23T06:59:00Z')).toBeUndefined();
  expect(week('2026-11-23T07:00:00Z')).toBe('2026-W48');
  expect(week('2026-11-24T22:59:00Z')).toBe('2026-W48');
  expect(week('2026-11-24T23:00:00Z')).toBeUndefined();
});
