import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { faultOf } from '../../../scripts/regexes/judge.ts';
import { mostSteps } from '../../../scripts/regexes/steps.ts';
import { compare, survey } from '../../../scripts/regexes/survey.ts';
import { nameOf, readVerdicts } from '../../../scripts/regexes/verdicts.ts';
import { writtenPatterns } from '../../../scripts/regexes/written.ts';

/* `npm run regexes` on a file with planted patterns: what it sees, what it says of it. */
const PLANTED = 'tests/fixtures/regexes/planted.ts';
const lineOf = (name: string) =>
  readFileSync(PLANTED, 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(name)) + 1;

it('sees the patterns that are written and those that are built, and that they were never judged', async () => {
  const { patterns, missed } = await survey([PLANTED], [PLANTED]);
  const at = ({ file, line }: { file: string; line: number }) => `${file}:${line}`;
  expect([...patterns.values()].map(at)).toEqual(
    ['WRITTEN', 'LINEAR', 'BUILT'].map((name) => at({ file: PLANTED, line: lineOf(name) })),
  );
  expect(missed).toEqual([{ file: PLANTED, from: lineOf('word}'), to: lineOf('word}') }]);

  const known = new Set([...readVerdicts(), 'a pattern that is no more']);
  const { unjudged, stale } = compare(patterns, known);
  expect(unjudged.map((name) => patterns.get(name)?.line)).toEqual(
    expect.arrayContaining([lineOf('WRITTEN'), lineOf('BUILT')]),
  );
  expect(stale).toContain('a pattern that is no more');
  expect(compare(patterns, new Set(patterns.keys()))).toEqual({ unjudged: [], stale: [] });

  const faults = await Promise.all([...patterns.values()].map((pattern) => faultOf(pattern)));
  expect(faults.map((fault) => fault?.says)).toEqual(['exponential', undefined, 'exponential']);
});

it('says which alternative is at fault in a long list', async () => {
  const words = 'un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente';
  const fault = await faultOf({ source: `\\b(?:${words}|(?:x+)+y)\\b`, flags: '' });
  expect(fault).toMatchObject({ says: 'exponential', piece: '\\b(?:x+)+y\\b' });
});

it('counts the steps that a pattern can take at one place', () => {
  // Of the words that begin alike each is tried, of the others the first letter.
  expect(mostSteps('mairie|marche|ecole', '')).toBeLessThan(20);
  expect(mostSteps('[a-z]{1,30} [a-z]{1,30} fin', '')).toBeLessThan(200);
  // The runs can be parted in some 30 × 30 × 30 ways.
  expect(mostSteps('[a-z]{1,30}[a-z]{1,30}[a-z]{1,30}-', '')).toBeGreaterThan(27_000);
  expect(mostSteps('(?:a|aa){0,20}-', '')).toBeGreaterThan(10_000);
  for (const endless of ['a+b', '(?:a|b)*c', '(a)\\1', '(?:ab){2,}', '(?:ab){0,400}'])
    expect(mostSteps(endless, '')).toBe(Infinity);
});

it('counts at least the steps that are taken', () => {
  // Ways through the text, by hand: a pattern that fails at its end goes through all of them.
  const ways = (parts: number, least: number, most: number, length: number): number =>
    parts === 0
      ? 1
      : Array.from({ length: Math.max(0, Math.min(most, length) - least + 1) }, (_none, more) => least + more).reduce(
          (sum, taken) => sum + ways(parts - 1, least, most, length - taken),
          0,
        );
  for (const [parts, least, most] of [
    [1, 1, 9],
    [2, 1, 9],
    [3, 0, 5],
    [4, 1, 3],
  ] as const)
    expect(mostSteps(`${`a{${least},${most}}`.repeat(parts)}-`, '')).toBeGreaterThanOrEqual(
      ways(parts, least, most, 40),
    );
});

it('tells a pattern from a division, a comment and a text', () => {
  const { patterns, sites } = writtenPatterns(['tests/fixtures/regexes/tokens.ts']);
  expect(patterns.map(({ source, flags, line }) => `${line}: ${source} ${flags}`)).toEqual([
    '3: [/\'"`]\\/ u',
    '5: inside ',
    '7: after g',
  ]);
  expect(sites).toEqual([{ file: 'tests/fixtures/regexes/tokens.ts', from: 8, to: 10 }]);
  expect(nameOf({ source: 'a', flags: '' })).not.toBe(nameOf({ source: 'a', flags: 'g' }));
});
