import { expect, it } from 'vitest';
import { createLog, withIds } from '../../../src/log.ts';

it('puts the ids of what is under way on every line, also after a wait and for two at once', async () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => void lines.push(line) });
  const tell = async (text: string) => {
    await new Promise((resolve) => setImmediate(resolve));
    withIds({ outbox: `o-${text}` }, () => log.info({ kind: 'offer' }, text));
  };
  await Promise.all(['a', 'b'].map((one) => withIds({ event: `e-${one}` }, () => tell(one))));
  log.info({}, 'outside');
  const told = lines.map((line) => JSON.parse(line)).sort((a, b) => String(a.msg).localeCompare(String(b.msg)));
  expect(told[0]).toMatchObject({ event: 'e-a', outbox: 'o-a', kind: 'offer', msg: 'a' });
  expect(told[1]).toMatchObject({ event: 'e-b', outbox: 'o-b', msg: 'b' });
  expect(Object.keys(told[2])).not.toContain('event');
});
