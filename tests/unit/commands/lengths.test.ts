import { expect, it } from 'vitest';
import { LONGEST_FUNCTION, longFunctions } from '../../../scripts/lengths/read-lengths.ts';

const body = (lines: number) => '  x();\n'.repeat(lines);

it('finds the functions that do not fit on a screen, and names them by their own name', () => {
  const long = LONGEST_FUNCTION - 1;
  const text = [
    `function fits() {\n${body(LONGEST_FUNCTION - 2)}}`,
    `function isLong() {\n${body(long)}}`,
    `const held = () => {\n${body(long)}};`,
    `const act = { press: async () => {\n${body(long)}} };`,
    `export function makes() {\n  return () => {\n${body(long)}  };\n}`,
  ].join('\n');
  expect(longFunctions('a.ts', text).map(({ name, lines }) => [name, lines])).toEqual([
    ['a.ts isLong', 81],
    ['a.ts held', 81],
    ['a.ts press', 81],
    ['a.ts makes', 83],
    ['a.ts in makes', 81],
  ]);
});
