import { beforeAll, expect, it } from 'vitest';
import type { Composed } from '../../../scripts/compose.ts';
import { createMemory } from '../../../src/answering/memory.ts';
import { createModes } from '../../../src/answering/mode.ts';
import { createAssistant } from '../../../src/respond.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import { composeReal, dialogue, NOW } from '../../fixtures/composed.ts';

let composed: Composed;
beforeAll(async () => {
  composed = await composeReal();
});

it('a reading that never ends is stopped, told to the person, and logged by its length alone', async () => {
  const logged: unknown[] = [];
  const { corpus, retriever, reworder } = composed;
  const assistant = createAssistant({
    corpus,
    reworder,
    modes: createModes('knowledge'),
    now: () => NOW,
    memory: createMemory({ conversations: 10, lifetimeMs: 1000, now: () => 0 }),
    retriever: {
      ...retriever,
      retrieve: () => {
        for (;;);
      },
    },
    log: { warn: (...given: unknown[]) => logged.push(given) },
  });
  const { outcome, text } = await dialogue(assistant)(
    `quel est le seuil pour du mobilier ?${' s’il vous plaît'.repeat(30)}`,
  );
  expect(outcome).toMatchObject({ kind: 'refusal', reason: 'too_long' });
  expect(text).toContain(catalogues.fr.refusal.too_long.text);
  expect(logged).toEqual([[{ reader: 'search', length: 516 }, 'a reading was stopped']]);
  // What comes next is answered as ever.
  expect((await dialogue(assistant)('bonjour')).outcome.kind).toBe('smalltalk');
});
