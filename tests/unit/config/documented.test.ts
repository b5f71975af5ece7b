import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig, variableNames } from '../../../src/config/config.ts';
import { commandHelps } from '../../../src/text/command-helps.ts';

const read = (file: string) => readFileSync(file, 'utf8');

describe('configuration', () => {
  it('has every variable in docs/configuration.md, and no variable there that nothing reads', () => {
    const page = read('docs/configuration.md');
    const told = page
      .split('\n')
      .filter((line) => line.startsWith('| `') || line.startsWith('`'))
      .flatMap((line) => [...(line.startsWith('|') ? (line.split('|')[1] ?? '') : line).matchAll(/`(\w{4,})`/g)])
      .map(([, name]) => name);
    // The names that Azure gives to the same things stand in the explanation of ours.
    const ours = variableNames.filter((name) => !name.startsWith('MicrosoftApp'));
    expect([...new Set(told)].sort()).toEqual([...ours].sort());
    for (const name of variableNames) expect(page).toContain(`\`${name}\``);
  });

  it('has every variable in .env.example, under a comment, and values there that can be used as they are', () => {
    const lines = read('.env.example').split('\n');
    const given = lines.flatMap((line) => {
      const [, name, value] = /^#(\w+)=(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value] as const];
    });
    const aside = ['LANGSMITH_TRACING', 'LANGCHAIN_TRACING_V2'];
    expect(given.map(([name]) => name).sort()).toEqual(variableNames.filter((name) => !aside.includes(name)).sort());
    expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([]);
    const set = Object.fromEntries(given.filter(([, value]) => value !== ''));
    expect(loadConfig(set)).toEqual({ ...loadConfig({}), logLevel: loadConfig(set).logLevel });
  });
});

describe('commands', () => {
  const page = read('docs/commands.md');
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

  it('has every npm script in docs/commands.md, and no script there that is not', () => {
    const told = [...page.matchAll(/npm (?:run (?:-s )?)?([a-z][\w:-]*)/g)].map(([, name]) => name ?? '');
    const names = new Set(told.filter((name) => name !== 'run'));
    expect([...names].sort()).toEqual(Object.keys(scripts).sort());
  });

  it('has every option that a command takes', () => {
    for (const [name, help] of Object.entries(commandHelps))
      for (const option of Object.keys('options' in help ? help.options : {}))
        expect(page.includes(`--${option}`), `${name} --${option}`).toBe(true);
  });
});

describe('README', () => {
  it.each(['README.md', 'README.fr.md'])('%s holds the two commands, and is one page', (file) => {
    const text = read(file);
    for (const command of ['npm ci && npm start', 'npm ci && npm test']) expect(text).toContain(command);
    const { length } = Buffer.from(text);
    expect(length).toBeGreaterThan(6_000);
    expect(length).toBeLessThan(file === 'README.md' ? 8_192 : 9_216);
  });

  it.each(['README.md', 'README.fr.md', 'docs/api.md', 'docs/commands.md', 'docs/configuration.md'])(
    'every link of %s leads to a file that is there',
    (file) => {
      const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, to]) => to ?? '');
      for (const to of links) expect(existsSync(join(dirname(file), to)), to).toBe(true);
    },
  );

  it('shows pictures light enough to be read on the road', () => {
    for (const name of readdirSync('docs/images'))
      expect(readFileSync(join('docs/images', name)).length, name).toBeLessThanOrEqual(120 * 1024);
  });
});
