import { expect, it } from 'vitest';
import { createLog, createTerminalLog } from '../../../src/log.ts';
import { commandTexts } from '../../../src/text/command-texts.ts';

it('says where an error came from and its code, never what it quotes', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  let read: unknown;
  try {
    JSON.parse('Mme Durand, 06 12 34 56 78');
  } catch (error) {
    read = error;
  }
  log.error(
    { err: Object.assign(new Error('postgres://u:s3cret@h', { cause: read }), { code: 'ECONNRESET' }) },
    'failed',
  );
  log.error({ err: 'Mme Durand' }, 'failed');
  const [first = '', second = ''] = lines;
  expect(first + second).not.toMatch(/Durand|06 12|s3cret/);
  expect(JSON.parse(first).err).toMatchObject({ type: 'Error', code: 'ECONNRESET', cause: { type: 'SyntaxError' } });
  expect(JSON.parse(first).err.at[0]).toContain('log.test.ts');
  expect(JSON.parse(second).err).toEqual({ type: 'string' });
});

it('says to a person at a terminal what goes wrong, in words, and nothing of what goes well', () => {
  const said: string[] = [];
  const log = createTerminalLog(commandTexts.log, { write: (line) => void said.push(line) });
  log.info({ message: 'm1' }, 'answered');
  log.warn({ folder: '.truchement', at: ['x'] }, 'the index could not be kept');
  log.error({ err: Object.assign(new TypeError('Mme Durand'), { code: 'EIO' }) }, 'not kept');
  expect(said.join('')).toBe(
    'attention\u00a0: the index could not be kept folder=.truchement\nerreur\u00a0: not kept type=TypeError code=EIO\n',
  );
});
