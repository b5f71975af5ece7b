import { expect, it } from 'vitest';
import { readCorpus } from '../../../src/corpus/read-corpus.ts';
import { markAnswer } from '../../../src/training/question/mark-answer.ts';
import { FIXTURE_CORPUS } from '../../fixtures/corpus-copy.ts';

const { quizzes, figures } = readCorpus(FIXTURE_CORPUS).corpus;
const several = quizzes.flatMap(({ questions }) => questions).find(({ kind }) => kind === 'multiple');

/** Of «cumul», «total» (both right) and «un seul devis» (wrong), in the order of the file. */
const mark = (...chosen: readonly string[]) =>
  several === undefined ? undefined : markAnswer(several, figures, '2026-11-25', chosen)?.right;

it('takes all the right choices and no other', () => {
  expect(mark('a', 'b')).toBe(true);
  expect(mark('b', 'a')).toBe(true);
  expect([mark('a'), mark('a', 'c'), mark('a', 'b', 'c'), mark('c')]).toEqual([false, false, false, false]);
});

it('marks nothing where nothing that it offers was chosen', () => {
  expect([mark(), mark('z')]).toEqual([undefined, undefined]);
});
