import { beforeAll, expect, it } from 'vitest';
import { commonOf } from '../../../adapters/web/face.ts';
import type { Composed } from '../../../scripts/compose.ts';
import { composeConversing } from '../../../scripts/compose-conversing.ts';
import { createMemory } from '../../../src/answering/memory.ts';
import { createModes } from '../../../src/answering/mode.ts';
import { createSealing, createSeats } from '../../../src/answering/shared-state.ts';
import { createDesk } from '../../../src/desk/create-desk.ts';
import type { Heard } from '../../../src/desk/port/heard.ts';
import { createReadTurn } from '../../../src/dialogue/turn.ts';
import type { Interviewing } from '../../../src/interviews/port/interviewing.ts';
import { createLog } from '../../../src/log.ts';
import { createAssistant } from '../../../src/respond.ts';
import { ok } from '../../../src/result.ts';
import { createReckon } from '../../../src/rules/reckon.ts';
import { createMemoryDialogues } from '../../fakes/dialogues.ts';
import { createMemoryInterviews } from '../../fakes/interviews.ts';
import { composeReal, NOW, plain } from '../../fixtures/composed.ts';
import { createInterviews } from '../interviews/fixtures.ts';

let composed: Composed;
beforeAll(async () => {
  composed = await composeReal();
});

/** A buyer who did not sign in. */
const AT_THE_DOOR = {
  visit: { person: undefined, down: false },
  language: 'fr',
  conversation: 'anne',
  role: 'buyer',
} as const;

type Line =
  | { readonly said: string; readonly under?: number }
  | Pick<Extract<Heard, { kind: 'pressed' }>, 'verb' | 'value'>;

/** A process of its own on the records that all have: what it holds of a dialogue begins empty. */
function open({ dialogues }: ReturnType<typeof createMemoryDialogues>, interviewing: Interviewing) {
  const { corpus, retriever, reworder } = composed;
  const memory = createMemory({ conversations: 10, lifetimeMs: 60_000, now: () => 0 });
  const parts = { corpus, retriever, memory, reworder, now: () => NOW };
  const readTurn = createReadTurn('knowledge');
  const reckon = createReckon('knowledge', corpus.figures);
  const assistant = createAssistant({ ...parts, modes: createModes('knowledge'), readTurn, reckon });
  const exchanges = { add: async () => ok(undefined), addFeedback: async () => ok(undefined) };
  const sealing = createSealing('1.0.0');
  const report = (error: unknown) => {
    throw error;
  };
  const conversing = composeConversing({
    assistant,
    memory,
    store: { exchanges, dialogues } as never,
    masker: { find: () => [] } as never,
    log: createLog('silent'),
    sealing,
  });
  const seats = createSeats(dialogues, sealing, report);
  return { conversing, desk: createDesk({ conversing, interviewing, seats, report, now: () => NOW }) };
}

/** All lines of one dialogue, each said to the next of so many processes; what each came to. */
async function play(processes: number, lines: readonly Line[]) {
  const records = createMemoryDialogues();
  const interviewing = createInterviews(createMemoryInterviews());
  const all = Array.from({ length: processes }, () => open(records, interviewing));
  const came: string[][] = [];
  for (const [n, line] of lines.entries()) {
    const common = commonOf(AT_THE_DOOR, `k${n}`);
    const heard =
      'said' in line
        ? {
            ...common,
            kind: 'said',
            message: `m${n}`,
            text: line.said,
            under: line.under === undefined ? undefined : `m${line.under}`,
          }
        : { ...common, kind: 'pressed', filled: new Map(), on: `card ${n}`, ...line };
    const shown: string[] = [];
    const process_ = all[n % processes];
    for await (const { screen, happened } of process_?.desk.hear(heard as Heard) ?? [])
      shown.push(`${happened.name}: ${plain(screen.said)}`);
    came.push(shown);
  }
  const page = await all[lines.length % processes]?.conversing.exchanged('anne');
  return { came, page: page?.map(({ text, reply }) => [text, plain(reply.text)]), rows: records.rows };
}

const LINES: readonly Line[] = [
  { said: 'seuil de procédure formalisée en fournitures ?' },
  { said: 'et si c’est des travaux ?' },
  { said: 'tu es sûr ?' },
  { verb: 'register', value: { reply: 'm0', role: 'prescriber' } } as Line,
  { said: 'un exemple' },
  { verb: 'interview', value: { text: 'acheter 40 ordinateurs pour 75 000 € HT' } } as Line,
  { said: 'commune' },
];

it('a dialogue of which each line goes to another of three processes comes to what it comes to in one', async () => {
  const one = await play(1, LINES);
  const three = await play(3, LINES);
  expect(three.came).toEqual(one.came);
  expect(three.page).toEqual(one.page);
  expect(one.came.every((all) => all.length > 0)).toBe(true);
}, 300_000);

it('nothing that is kept of it can be read without the name of the dialogue, and nothing is left once it is forgotten', async () => {
  const { rows } = await play(3, [{ said: 'la société Dupont Frères peut-elle signer seule ?' }]);
  expect(rows.size).toBe(2);
  expect(JSON.stringify([...rows])).not.toContain('anne');
  for (const { body } of rows.values()) expect(body.replace(/"question":"[^"]*"/, '')).not.toMatch(/Dupont|"reply"/);
});
