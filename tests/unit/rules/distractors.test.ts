import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createWorkOut, type WorkOut } from '../../../src/rules/answer.ts';
import { createCompute } from '../../../src/rules/compute.ts';
import { createEvaluate } from '../../../src/rules/engine.ts';
import { isGoalName } from '../../../src/rules/goals.ts';
import { readRulebook } from '../../../src/rules/rulebook.ts';
import { openReading } from '../../../src/rules/text/reading.ts';
import { figures } from './fixtures.ts';

const AT = '2026-11-10';
const { distracteurs, questions } = z
  .object({
    distracteurs: z.array(z.string()),
    questions: z.array(z.tuple([z.string().refine(isGoalName), z.string()])),
  })
  .parse(JSON.parse(readFileSync('tests/fixtures/rules/distractors.json', 'utf8')));

const book = readRulebook('knowledge');
const workOut: WorkOut = createWorkOut(
  createCompute({ book, figures, evaluate: createEvaluate(book, figures) }),
  openReading('knowledge', book),
);

function concluded(goal: (typeof questions)[number][0], text: string) {
  const worked = workOut({ text, at: AT, goal }, new Map(), 'achat');
  if (worked === undefined || !worked.ok) throw new Error(`nothing was worked out of «${text}»`);
  const { value, values, missing } = worked.value.conclusion;
  return { value, values, asks: missing.length > 0 };
}

/** What is concluded in words and days; the sum, where it is what is asked for. */
const verdictOf = (goal: string, { value, values }: Pick<ReturnType<typeof concluded>, 'value' | 'values'>) =>
  JSON.stringify([
    typeof value === 'number' && !/interest|total/.test(goal) ? null : value,
    Object.entries(values).filter(([, each]) => typeof each !== 'number'),
  ]);

/** Of all combinations, so many at most are read otherwise, and so many ask. */
const CHANGED = 0.01;
const ASKED = 0.05;

it('says something else: it changes no conclusion of another sentence, and is hardly a reason to ask', () => {
  const all = questions.flatMap(([goal, text]) => {
    const alone = concluded(goal, text);
    expect(alone.asks, text).toBe(false);
    return distracteurs
      .flatMap((said) => [`${said} ${text}`, `${text} ${said}`])
      .map((both) => ({ both, ...concluded(goal, both) }))
      .map(({ asks, ...told }) => ({
        asks,
        ...told,
        changed: !asks && verdictOf(goal, told) !== verdictOf(goal, alone),
      }));
  });
  const changed = all.filter((one) => one.changed).map(({ both }) => both);
  expect(all.length).toBeGreaterThanOrEqual(200);
  expect(changed.length / all.length, changed.join('\n')).toBeLessThanOrEqual(CHANGED);
  expect(all.filter(({ asks }) => asks).length / all.length).toBeLessThanOrEqual(ASKED);
});

describe('a value that counts', () => {
  it.each(questions)('changes what follows of a question on %s: %s', (goal, text) => {
    const facts = (said: string) => {
      const worked = workOut({ text: said, at: AT, goal }, new Map(), 'achat');
      return worked?.ok === true ? JSON.stringify([...worked.value.facts]) : '';
    };
    const before = facts(text);
    const sums = [...text.matchAll(/\d[\d ]*(?= € )/g)];
    const unmoved = sums.filter(({ index, 0: sum }) => {
      const other = `${text.slice(0, index)}${Number(sum.replaceAll(' ', '')) + 1_000}${text.slice(index + sum.length)}`;
      return facts(other) === before;
    });
    expect(unmoved.map(([sum]) => sum)).toEqual([]);
  });
});
