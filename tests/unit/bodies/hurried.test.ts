import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { createDesk } from '../../../src/desk/create-desk.ts';
import type { FaceTraits, Heard } from '../../../src/desk/port/heard.ts';
import type { PurchaseRow, Purchasing } from '../../../src/purchases/port/purchasing.ts';
import { ok } from '../../../src/result.ts';
import { createFakeConversing } from '../../fakes/conversing.ts';
import { vallon } from '../../fixtures/bodies/vallon.ts';

/** Typed in a hurry by a department of a made town, before anybody had looked at how such lines are read. */
const asked = readFileSync('tests/golden/learn/brancourt.jsonl', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => z.object({ ask: z.string(), kind: z.string(), want: z.string() }).parse(JSON.parse(line)));

const FACE: FaceTraits = {
  name: 'web',
  can: { press: true, whisper: false, file: true },
  writes: 'box',
  carries: () => true,
  whenDown: 'answer',
  strangers: 'met',
  briefs: 'own',
};
const PERSON = {
  person: 'anne',
  name: 'Anne',
  organisation: 'vallon',
  role: 'prescriber',
  reservist: false,
  coordinator: false,
} as const;

const row = (title: string, stage: PurchaseRow['stage']): PurchaseRow => ({
  id: title,
  title,
  stage,
  waits: 'other',
  buyers: ['Nadia Belkacem'],
  prescribers: ['Anne'],
  inbox: [],
  side: 'prescriber',
  openedAt: '2026-11-02T09:00:00Z',
  since: '2026-11-12T09:00:00Z',
});
const OWN = [row('30 chaises', 'consultation'), row('imprimante', 'received'), row('élagage des arbres', 'taken')];

it('what is asked of one’s own body in a hurry is answered from its table, or from one’s own demandes', async () => {
  const purchasing = { mine: async () => ok(OWN) } as unknown as Purchasing;
  const conversing = createFakeConversing();
  const report = (error: unknown) => {
    throw error;
  };
  const desk = createDesk({
    conversing,
    purchasing,
    house: vallon('brancourt').house,
    report,
    now: () => new Date('2026-11-28T10:00:00Z'),
  });
  const wrong: string[] = [];
  for (const [at, { ask, kind, want }] of asked.entries()) {
    const heard = {
      key: `k${at}`,
      face: FACE,
      actor: {
        account: 'a',
        language: 'fr',
        known: async () => ok(PERSON),
        meet: async () => ok(PERSON),
        role: async () => undefined,
        setRole: async () => undefined,
      },
      conversation: `c${at}`,
      isPrivate: true,
      kind: 'said',
      message: `m${at}`,
      text: ask,
    } satisfies Heard;
    let said = '';
    let name = '';
    for await (const shown of desk.hear(heard)) {
      name = shown.happened.name;
      said += JSON.stringify(shown.screen.blocks).replace(/\s/g, ' ');
    }
    const isOf = kind === 'where' ? name === 'where' : name === 'house';
    const plain = said.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('\\\\', '');
    if (!isOf || !want.split('|').some((one) => plain.includes(one)))
      wrong.push(`${kind} ${ask} → ${name} ${plain.slice(0, 260)}`);
  }
  expect(asked.length - wrong.length, wrong.join('\n')).toBeGreaterThanOrEqual(36);
});
