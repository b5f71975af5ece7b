import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Composed } from '../../../../scripts/compose.ts';
import { HOSTILE_WAYS } from '../../../fakes/openai-server/hostile.ts';
import { type OpenAiServer, startOpenAiServer } from '../../../fakes/openai-server/openai-server.ts';
import { composeReal } from '../../../fixtures/composed.ts';
import { askAloud, composeModelled, metric } from '../../../fixtures/modelled.ts';

let server: OpenAiServer;
let composed: Composed;
let without: Composed;
beforeAll(async () => {
  server = await startOpenAiServer();
  composed = await composeModelled(server.url);
  without = await composeReal();
});
afterAll(() => server.stop());

async function rejected({ model }: Composed): Promise<number> {
  const lines = (await model?.metrics.render())?.split('\n') ?? [];
  return lines
    .filter((line) => line.startsWith('truchement_model_rejected_'))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

describe('a hostile model', () => {
  it.each(HOSTILE_WAYS.map((way) => [way.name, way] as const))('%s', async (_, { question, lie, counted, answer }) => {
    server.answer = answer;
    const name =
      'rejected' in counted
        ? 'truchement_model_rejected'
        : `truchement_model_wordings_total{what="answer",how="${counted.how}"}`;
    // A claim may be wrong in two ways at once: that it was rejected is what counts, not which was seen first.
    const count = async () => ('rejected' in counted ? await rejected(composed) : await metric(composed, name));
    const before = await count();
    const { reply, sentences } = await askAloud(composed, question);
    const { reply: known } = await askAloud(without, question);
    const shown = [...sentences, JSON.stringify(reply.outcome), reply.text].map((text) =>
      text.replace(/[\u00a0\u202f]/g, ' '),
    );
    for (const text of shown) expect(text).not.toMatch(lie);
    expect(await count()).toBeGreaterThan(before);
    // What is heard is what is shown: nothing is taken back.
    expect(reply.outcome.kind).toBe('answer');
    if (reply.outcome.kind !== 'answer' || known.outcome.kind !== 'answer') throw new Error('no answer');
    for (const sentence of sentences) expect(reply.outcome.short.prescriber.answer).toContain(sentence);
    // What was worked out stays as it was, or goes where another question was chosen.
    expect([known.outcome.computed, undefined]).toContainEqual(reply.outcome.computed);
  });

  it('is tried in more than twenty ways', () => {
    expect(new Set(HOSTILE_WAYS.map(({ name }) => name)).size).toBeGreaterThan(20);
  });
});
