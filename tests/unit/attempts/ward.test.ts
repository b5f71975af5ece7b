import { expect, it } from 'vitest';
import { createWard } from '../../../src/attempts/ward.ts';

function held() {
  let release: () => void = () => undefined;
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { until, release };
}

it('nothing is beside what is tried alone: what was under way ends before, what comes waits', async () => {
  const ward = createWard();
  const [before, alone] = [held(), held()];
  const seen: string[] = [];
  const work =
    (name: string, until: Promise<void> = Promise.resolve()) =>
    async () => {
      seen.push(`${name} begins`);
      await until;
      seen.push(`${name} ends`);
    };
  const all = [
    ward.shared(work('before', before.until)),
    ward.alone(work('alone', alone.until)),
    ward.alone(work('another')),
  ];
  await new Promise(setImmediate);
  all.push(ward.shared(work('after')));
  before.release();
  await new Promise(setImmediate);
  alone.release();
  await Promise.all(all);
  expect(seen.slice(0, 4)).toEqual(['before begins', 'before ends', 'alone begins', 'alone ends']);
  expect(seen).toHaveLength(8);
  for (const name of ['another', 'after'])
    expect(seen.indexOf(`${name} ends`)).toBe(seen.indexOf(`${name} begins`) + 1);
});

it('what takes its time keeps the others waiting no longer than the patience, and nothing else is tried alone meanwhile', async () => {
  const ward = createWard(20);
  const { until, release } = held();
  const seen: string[] = [];
  const first = ward.alone(() => until);
  const second = ward.alone(async () => void seen.push('second'));
  await ward.shared(async () => void seen.push('shared'));
  expect(seen).toEqual(['shared']);
  release();
  await Promise.all([first, second]);
  expect(seen).toEqual(['shared', 'second']);
  await expect(ward.alone(async () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
  await ward.shared(async () => void seen.push('later'));
  expect(seen.at(-1)).toBe('later');
});
