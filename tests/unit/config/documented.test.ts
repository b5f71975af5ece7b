import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { variableNames } from '../../../src/config/config.ts';

it('has every variable in the README, and no variable there that nothing reads', () => {
  const readme = readFileSync('README.md', 'utf8');
  const section = readme.slice(readme.indexOf('## Configuration'), readme.indexOf('## What it refuses'));
  const told = section
    .split('\n')
    .filter((line) => line.startsWith('| `') || line.startsWith('`'))
    .flatMap((line) => [...(line.startsWith('|') ? (line.split('|')[1] ?? '') : line).matchAll(/`(\w{4,})`/g)])
    .map(([, name]) => name);
  // The names that Azure gives to the same things stand in the explanation of ours.
  const ours = variableNames.filter((name) => !name.startsWith('MicrosoftApp'));
  expect([...new Set(told)].sort()).toEqual([...ours].sort());
  for (const name of variableNames) expect(section).toContain(`\`${name}\``);
});
