import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Composed } from '../../../scripts/compose.ts';
import { measureRun } from '../../../scripts/evaluate-model.ts';
import { judgeAll, readGolden, type Verdict } from '../../../scripts/golden.ts';
import type { Behaviour } from '../../fakes/openai-server/behaviour.ts';
import { answerHonestly } from '../../fakes/openai-server/honest.ts';
import { type OpenAiServer, startOpenAiServer } from '../../fakes/openai-server/openai-server.ts';
import { composeReal } from '../../fixtures/composed.ts';
import { composeModelled, metric } from '../../fixtures/modelled.ts';

/** One golden question in so many: enough for every mode, few enough for every suite. */
const EVERY = 6;
const DEADLINE_MS = 500;
/** Retrieval, composing and a busy machine, beside the deadline. */
const ROOM_MS = 1_500;
const BUSY = 4;
const questions = readGolden(['tests/golden/own.jsonl']).filter((_, index) => index % EVERY === 0);

let server: OpenAiServer;
let known: readonly Verdict[];
beforeAll(async () => {
  server = await startOpenAiServer();
  known = await judgeAll(questions, (await composeReal()).assistant);
});
afterAll(() => server.stop());

const BEGUN = '{"choice":"Q1","search":"","verdict":"aucun","claims":[';
const WAYS: readonly (readonly [string, Behaviour])[] = [
  ['down', { kind: 'status', status: 503 }],
  ['hanging', { kind: 'hang' }],
  ['slow', { kind: 'say', text: `${BEGUN}${'x'.repeat(4_000)}`, piece: 1, betweenMs: 20 }],
  ['cut', { kind: 'cut', text: BEGUN, after: 20 }],
];

describe('the golden questions, with an endpoint that is', () => {
  it.each(WAYS)('%s: each as without a model, within the deadline, the breaker seen open', async (_, behaviour) => {
    server.answer = () => behaviour;
    const composed: Composed = await composeModelled(server.url, { MODEL_TIMEOUT_MS: String(DEADLINE_MS) });
    const verdicts = await judgeAll(questions, composed.assistant);
    expect(verdicts.map(({ reply }) => reply.text)).toEqual(known.map(({ reply }) => reply.text));
    // What the same question took without a model tells how busy the machine is.
    for (const [at, { ms }] of verdicts.entries())
      expect(ms).toBeLessThan(DEADLINE_MS + ROOM_MS + BUSY * (known[at]?.ms ?? 0));
    expect(await metric(composed, 'truchement_model_breaker_state')).toBe(2);
    expect(await metric(composed, 'truchement_model_breaker_opened_total')).toBe(1);
  });

  it('nowhere to be reached', async () => {
    const composed = await composeModelled('http://127.0.0.1:1/v1', { MODEL_TIMEOUT_MS: String(DEADLINE_MS) });
    const verdicts = await judgeAll(questions, composed.assistant);
    expect(verdicts.map(({ reply }) => reply.text)).toEqual(known.map(({ reply }) => reply.text));
    expect(await metric(composed, 'truchement_model_breaker_state')).toBe(2);
  });

  it('honest: what `evaluate --model` prints, nothing withdrawn of what was shown while it came', async () => {
    server.answer = answerHonestly;
    const few = questions.filter((_, index) => index % 3 === 0);
    const measured = await measureRun(await composeModelled(server.url), few);
    expect(measured.right + measured.bad).toBe(few.length);
    expect(measured.bad).toBeLessThanOrEqual(few.length / 2);
    expect(measured).toMatchObject({ questions: few.length, forbidden: 0, withdrawn: 0 });
    expect(measured.heard).toBeGreaterThan(few.length / 2);
    expect(measured.worded).toBeGreaterThan(0.5);
    expect(measured.tokens).toBeGreaterThan(0);
  });

  it('is a sample with every kind of reply', () => {
    expect(questions.length).toBeGreaterThanOrEqual(20);
    expect(new Set(questions.map(({ mode }) => mode)).size).toBe(3);
  });
});
