/**
 * One life of a process with the durable door: `poison-life.ts fill|work LIFE`. What it is sent is done in one file, so that the
 * next life can look whether an answer was given. Each life's clock is a minute ahead of the one before: leases are over.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createWard } from '../../src/attempts/ward.ts';
import { createIntake } from '../../src/intake/intake.ts';
import type { Handle } from '../../src/intake/port/events.ts';
import { createLog } from '../../src/log.ts';
import { err, ok } from '../../src/result.ts';
import { openStore } from '../../src/store/open-store.ts';

const [mode = 'work', life = '0'] = process.argv.slice(2);
const folder = process.env['CRASH_FOLDER'] ?? '.';
const answered = join(folder, 'answered.log');
const bodySchema = z.object({ kind: z.enum(['ordinary', 'throws', 'loops', 'kills', 'misfit']), n: z.number() });

const answer: Handle = async (body, { attempt }) => {
  const { kind, n } = bodySchema.parse(body);
  if (kind === 'throws') throw new Error('a bug');
  if (kind === 'kills') process.kill(process.pid, 'SIGKILL');
  if (kind === 'misfit') return err({ kind: 'never', why: 'not an event of this version' });
  for (; kind === 'loops' || kind === 'kills'; );
  const line = `${n}\n`;
  // Given by a process that died: it is looked for before it is given again.
  if (attempt > 0 && existsSync(answered) && `\n${readFileSync(answered, 'utf8')}`.includes(`\n${line}`))
    return ok(undefined);
  appendFileSync(answered, line);
  return ok(undefined);
};

const store = await openStore({ data: folder, databaseUrl: process.env['DATABASE_URL'], log: createLog('silent') });
const intake = createIntake({
  records: store.inbound,
  // What is in hand as this life ends: everything.
  handlerOf: () => (mode === 'fill' ? () => new Promise(() => undefined) : answer),
  ward: createWard(),
  log: createLog('silent'),
  now: () => new Date(Date.now() + Number(life) * 60_000),
});

if (mode === 'fill') {
  const give = (id: string, lane: string, kind: string, n: number) =>
    intake.take({ platform: 'teams', id, lane, body: { kind, n } });
  const poison = ['throws', 'loops', 'kills', 'misfit'];
  const taken = [
    ...poison.map((kind) => give(kind, `lane of ${kind}`, kind, 0)),
    give('half a character \ud800', 'lane of ids', 'ordinary', 1_000),
    give('half a character \udfff', 'lane of ids', 'ordinary', 1_001),
    give('x'.repeat(20_000), 'y'.repeat(20_000), 'ordinary', 1_002),
    // Behind each of them, and in lanes of their own.
    ...Array.from({ length: 100 }, (_, n) =>
      give(`e${n}`, n < 60 ? `lane of ${poison[n % 4]}` : `lane ${n % 9}`, 'ordinary', n),
    ),
  ];
  await Promise.all(taken);
  process.stdout.write('kept\n');
  setInterval(() => undefined, 1_000);
} else {
  // It has started, and can freeze on the first thing it takes: said before, or whoever supervises waits for a start.
  process.stdout.write('.');
  intake.start();
  // While it beats it is not frozen.
  setInterval(() => process.stdout.write('.'), 100);
  for (let waiting = 1; waiting > 0; ) {
    const found = await store.inbound.underWay();
    waiting = found.ok ? found.value : 1;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await intake.stop();
  const setAside = await store.trials.setAside();
  process.stdout.write(`\n${JSON.stringify(setAside.ok ? setAside.value : [])}\n`);
  await store.close();
  process.exit(0);
}
