import { beforeAll, describe, expect, it } from 'vitest';
import type { Composed } from '../../../scripts/compose.ts';
import { composeConversing } from '../../../scripts/compose-conversing.ts';
import type { DialogueRecords } from '../../../src/answering/dialogue-records.ts';
import { createMemory } from '../../../src/answering/memory.ts';
import { createModes } from '../../../src/answering/mode.ts';
import { createReadTurn } from '../../../src/dialogue/turn.ts';
import { createLog } from '../../../src/log.ts';
import { createAssistant } from '../../../src/respond.ts';
import { ok } from '../../../src/result.ts';
import { createReckon } from '../../../src/rules/reckon.ts';
import { createMemoryDialogues } from '../../fakes/dialogues.ts';
import { composeReal, NOW, plain } from '../../fixtures/composed.ts';

let composed: Composed;
beforeAll(async () => {
  composed = await composeReal();
});

/** A process of its own: a memory that begins empty. */
function open(dialogues: DialogueRecords) {
  const { corpus, retriever, reworder } = composed;
  const memory = createMemory({ conversations: 10, lifetimeMs: 60_000, now: () => 0 });
  const assistant = createAssistant({
    corpus,
    retriever,
    memory,
    modes: createModes('knowledge'),
    reworder,
    now: () => NOW,
    readTurn: createReadTurn('knowledge'),
    reckon: createReckon('knowledge', corpus.figures),
  });
  const exchanges = { add: async () => ok(undefined), addFeedback: async () => ok(undefined) };
  const conversing = composeConversing({
    assistant,
    memory,
    store: { exchanges, dialogues } as never,
    masker: { find: () => [] } as never,
    log: createLog('silent'),
  });
  return {
    say: async (text: string) => {
      const address = { platform: 'web', conversation: 'anne' } as const;
      const { text: said } = await conversing.respond({ id: text, address, text, role: 'buyer' });
      await conversing.flush();
      return plain(said);
    },
    forget: conversing.forget,
  };
}

const ASKED = 'seuil de procédure formalisée en fournitures ?';

describe('the facts of a dialogue', () => {
  it('are there for another process, and what it changes for the first', async () => {
    const { dialogues } = createMemoryDialogues();
    const [one, other] = [open(dialogues), open(dialogues)];
    await one.say(ASKED);
    expect(await other.say('on est un ministère')).toContain('140 000');
    expect(await one.say('et si c’est des travaux ?')).toMatch(/5 404 000/);
  });

  it.each(['{"question":"seuil ?","tone":"dry"}', 'no JSON'])(
    'begin anew where another release left them: %s',
    async (body) => {
      const { rows, dialogues } = createMemoryDialogues();
      await open(dialogues).say(ASKED);
      for (const [id, row] of rows) rows.set(id, { ...row, body });
      expect(await open(dialogues).say(ASKED)).toContain('216 000');
    },
  );

  it('are nowhere once forgotten, and lead back to no conversation', async () => {
    const { rows, dialogues } = createMemoryDialogues();
    const one = open(dialogues);
    await one.say(ASKED);
    expect(JSON.stringify([...rows])).not.toContain('anne');
    one.forget('anne');
    expect(rows.size).toBe(0);
  });
});
