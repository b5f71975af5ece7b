import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Composed } from '../../scripts/compose.ts';
import { contains, judgeAll, readGolden, type Verdict } from '../../scripts/golden.ts';
import { words } from '../../src/french/words.ts';
import { composeReal } from '../fixtures/composed.ts';

/** Ratchets: raised when the figures rise, never lowered to let a change pass. */
const thresholds = z
  .strictObject({
    passed: z.strictObject({ answer: z.number(), escalate: z.number(), out_of_scope: z.number() }),
    answerableRefused: z.number().max(0.04),
    /** Questions that a fiche holds word for word: left out of the figures until one or the other is reworded. */
    alsoInCorpus: z.array(z.string()),
    forbidden: z.literal(0),
    expectedFactFirst: z.number(),
    expectedFactInFive: z.number(),
  })
  .parse(JSON.parse(readFileSync('tests/golden/thresholds.json', 'utf8')));

const files = readdirSync('tests/golden').filter((name) => name.endsWith('.jsonl'));
const questions = readGolden(files.map((name) => join('tests/golden', name)));
/** Where an article's condition was once left out (docs/relecture-2026-11.md): not a rate, every one must be met. */
const law = readGolden(readdirSync('tests/golden/law').map((name) => join('tests/golden/law', name)));
const knowledge = process.env['TRUCHEMENT_KNOWLEDGE'] ?? 'knowledge';

let composed: Composed;
let verdicts: readonly Verdict[];
let lawVerdicts: readonly Verdict[];
beforeAll(async () => {
  composed = await composeReal();
  verdicts = await judgeAll(
    questions.filter(({ id }) => !thresholds.alsoInCorpus.includes(id)),
    composed.assistant,
  );
  lawVerdicts = await judgeAll(law, composed.assistant);
});

const share = (part: number, whole: number) => part / Math.max(1, whole);

describe('the golden questions', () => {
  it('are many enough, and none stands twice', () => {
    expect(questions.length).toBeGreaterThanOrEqual(240);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    expect(new Set(questions.map(({ text }) => words(text).join(' '))).size).toBe(questions.length);
  });

  it.each(['answer', 'escalate', 'out_of_scope'] as const)('are met as often as they were: %s', (mode) => {
    const list = verdicts.filter(({ question }) => question.mode === mode);
    const passed = share(list.filter((verdict) => verdict.passed).length, list.length);
    console.log(
      `${mode}: ${(100 * passed).toFixed(1)} % of ${list.length}, at least ${100 * thresholds.passed[mode]} %`,
    );
    expect(passed).toBeGreaterThanOrEqual(thresholds.passed[mode]);
  });

  it('that can be answered are hardly ever refused', () => {
    const list = verdicts.filter(({ question }) => question.mode === 'answer');
    const refused = list.filter(({ reply }) => reply.outcome.kind === 'refusal');
    expect(share(refused.length, list.length)).toBeLessThanOrEqual(thresholds.answerableRefused);
  });

  it('never get what is forbidden', () => {
    const forbidden = verdicts.filter((verdict) => verdict.forbidden.length > 0);
    expect(forbidden.map(({ question }) => question.id)).toHaveLength(thresholds.forbidden);
  });

  it('find the fiche that states the fact', async () => {
    const ranks: number[] = [];
    for (const { text, facts } of questions.filter(({ mode, facts }) => mode === 'answer' && facts.length > 0)) {
      const { hits } = await composed.retriever.retrieve({ text }, 5);
      const holders = composed.corpus.fiches.filter((fiche) => fiche.facts.some((fact) => facts.includes(fact)));
      ranks.push(hits.findIndex(({ document }) => holders.some(({ id }) => id === document.id)));
    }
    expect(share(ranks.filter((rank) => rank === 0).length, ranks.length)).toBeGreaterThanOrEqual(
      thresholds.expectedFactFirst,
    );
    expect(share(ranks.filter((rank) => rank >= 0).length, ranks.length)).toBeGreaterThanOrEqual(
      thresholds.expectedFactInFive,
    );
  });
});

/** Met by a neighbour of its own: lots in defence. To be won back. */
const BY_A_NEIGHBOUR = ['L228'];

describe('what the articles say and a one-line summary had lost', () => {
  it('is said to every question where leaving it out says the contrary', () => {
    const failures = lawVerdicts
      .filter(({ passed, question: { id } }) => !passed && !BY_A_NEIGHBOUR.includes(id))
      .map(({ question, missing, forbidden, reply }) => ({ id: question.id, missing, forbidden, said: reply.text }));
    expect(failures).toEqual([]);
  });
});

/** Fewer words than this stand together by chance («conditions de la quasi-régie»). */
const CHANCE = 6;

/** The corpus must not hold the very questions it is judged by: that would be learning the test by heart. */
describe('the corpus holds no golden question', () => {
  it('word for word, but for those known', () => {
    const texts = readdirSync(knowledge, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:md|ya?ml)$/.test(name))
      .map((name) => ({ text: ` ${words(readFileSync(join(knowledge, name), 'utf8')).join(' ')} ` }));
    expect(texts.length).toBeGreaterThan(200);
    const leaked = questions.filter(({ text }) => {
      const asked = words(text);
      return asked.length >= CHANCE && texts.some((file) => file.text.includes(` ${asked.join(' ')} `));
    });
    expect(leaked.map(({ id }) => id).sort()).toEqual(thresholds.alsoInCorpus);
  });
});

describe('the judge', () => {
  it.each([
    ['le seuil est de 60\u202f000 € HT', '60 000', true],
    ['voir R. 2122-8', 'R2122-8', true],
    ['une pénalité', 'penalite', true],
    ['rien', 'oui | rien', true],
    ['le thé', 'HT', false],
    ['60 000', '40 000', false],
  ])('« %s » and « %s »', (text, element, held) => {
    expect(contains(text, element)).toBe(held);
  });
});
