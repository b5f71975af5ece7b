import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../../scripts/command-line.ts';
import { type CommandHelp, commandHelps } from '../../../src/text/command-helps.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const own = Object.entries(scripts).filter(([, command]) => command.startsWith('tsx '));

describe('the command line', () => {
  it('has a table for each command of the project, and each command reads its own', () => {
    expect(own.map(([name]) => name).sort()).toEqual(Object.keys(commandHelps).sort());
    for (const [name, command] of own) {
      const script = readFileSync(command.split(' ').find((word) => word.endsWith('.ts')) ?? '', 'utf8');
      expect(script, name).toMatch(`readCommandLine('${name}')`);
    }
  });

  it.each(own.map(([name]) => name as keyof typeof commandHelps))('npm run %s -- --help prints its table', (name) => {
    const read = parseCommandLine(name, ['--help']);
    const help = 'help' in read ? read.help : '';
    expect(help).toContain(name === 'start' ? 'npm start' : `npm run ${name}`);
    const { options = {} }: CommandHelp = commandHelps[name];
    for (const option of Object.keys(options)) expect(help).toContain(`--${option}`);
    expect(parseCommandLine(name, ['--rien-de-tel'])).toEqual({
      wrong: 'option inconnue : --rien-de-tel ; voir --help',
    });
  });

  it.each([
    [['--batsh', 'f'], 'option inconnue : --batsh ; voir --help'],
    [['--batch'], 'il manque FICHIER après --batch ; voir --help'],
    [['--batch', '--help'], 'il manque FICHIER après --batch ; voir --help'],
  ])('names what is wrong in ask -- %j', (args, wrong) => {
    expect(parseCommandLine('ask', args)).toEqual({ wrong });
  });

  it('names a value that an option does not take, and a word where none is read', () => {
    expect(parseCommandLine('simulate', ['--cases', 'dix'])).toMatchObject({
      wrong: expect.stringContaining('--cases attend un nombre'),
    });
    expect(parseCommandLine('bench:slack', ['--only', 'ekko'])).toMatchObject({
      wrong: expect.stringContaining('echo|assistant'),
    });
    expect(parseCommandLine('start', ['--demo=oui'])).toMatchObject({ wrong: expect.stringContaining('--demo') });
    expect(parseCommandLine('start', ['demo'])).toEqual({ wrong: 'argument inattendu : demo ; voir --help' });
  });

  it('reads a text that begins with a dash, a value after « = », what stands after «--», a role taken away', () => {
    const read = (name: keyof typeof commandHelps, args: readonly string[]) => {
      const parsed = parseCommandLine(name, args);
      if (!('line' in parsed)) throw new Error(JSON.stringify(parsed));
      return parsed.line;
    };
    expect(read('reword', ['-10 % sur le prix', '- livrer']).rest).toEqual(['-10 % sur le prix', '- livrer']);
    expect(read('ask', ['--batch=f.jsonl']).value('batch')).toBe('f.jsonl');
    expect(read('ask', ['--', '--quel seuil ?']).rest).toEqual(['--quel seuil ?']);
    expect(read('people', ['role', 'p1', '-acheteur']).rest).toEqual(['role', 'p1', '-acheteur']);
    expect(read('ingest', ['--add', 'a', 'b', '--collection', 'c'])).toMatchObject({ rest: ['b'] });
    expect(read('bench:slack', ['--rate', '7']).number('rate', 200)).toBe(7);
    expect(read('bench:slack', []).number('rate', 200)).toBe(200);
  });
});
