/**
 * One life of a process that runs the hand-over under load, until it is killed: `life.ts load|drain SEED`.
 * Each thing it was told to be done is written down only after the store said so: what is written must be found again.
 * (A killed process loses nothing that it has handed to the system; a power cut is for `synchronous = FULL` to survive.)
 */
import { appendFileSync, closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../../scripts/random.ts';
import { createAttempt } from '../../src/attempts/attempts.ts';
import { createWard } from '../../src/attempts/ward.ts';
import { type Case, HELD } from '../../src/handoff/case.ts';
import { createCourier } from '../../src/handoff/courier.ts';
import type { CaseCommand } from '../../src/handoff/decide.ts';
import { createLog } from '../../src/log.ts';
import { ok } from '../../src/result.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createCasesFor, OPENING } from '../bench/handoff-load/network.ts';

const [mode = 'load', seed = '1'] = process.argv.slice(2);
const folder = process.env['CRASH_FOLDER'] ?? '.';
const random = createRandom(Number(seed));
const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];

const store = await openStore({ data: folder, databaseUrl: process.env['DATABASE_URL'], log: createLog('silent') });
const { cases } = createCasesFor(store, 20, random);
const journal = openSync(join(folder, 'delivered.log'), 'a');
/** Whoever drains knows that all others are dead: it does not wait for what they had in hand. */
const now = () => new Date(Date.now() + (mode === 'drain' ? 60_000 : 0));
const attempt = createAttempt({ trials: store.trials, ward: createWard(), now });
const courier = createCourier({
  outbox: store.outbox,
  attempt,
  now,
  onGone: async () => ok(undefined),
  onThrown: (_entry, error) => {
    throw error;
  },
  deliver: async ({ id, notice }) => {
    writeSync(journal, `${id} ${notice.kind} ${notice.to.kind === 'reservist' ? notice.to.id : 'requester'}\n`);
    return ok(undefined);
  },
});

const acknowledged = join(folder, 'acknowledged.log');
const acknowledge = (line: string) => appendFileSync(acknowledged, `${line}\n`);
/** This life goes on with the cases that the ones before it left, wherever they stood. */
const known: string[] = existsSync(acknowledged)
  ? [...readFileSync(acknowledged, 'utf8').matchAll(/^drafted (\S+)/gm)].slice(-30).map(([, id = '']) => id)
  : [];

async function step(): Promise<void> {
  if (known.length === 0 || random() < 0.2) {
    const drafted = await cases.draft(OPENING.requester, OPENING.brief);
    if (!drafted.ok) return;
    acknowledge(`drafted ${drafted.value.id} 1`);
    known.push(drafted.value.id);
    const given = await cases.give(drafted.value.id, {
      kind: 'consent',
      masked: [],
      suppliers: [],
      sameBodyPreferred: false,
    });
    if (given.ok) acknowledge(`consent ${given.value.id} ${given.value.version}`);
    return;
  }
  const id = pick(known.slice(-60)) ?? '';
  const state = await cases.read(id);
  if (!state.ok) return;
  const command = commandFor(state.value);
  const given = await cases.give(id, command);
  if (given.ok)
    acknowledge(
      `${command.kind} ${id} ${given.value.version}${command.kind === 'accept' ? ` ${command.reservist}` : ''}`,
    );
}

function commandFor(state: Case): CaseCommand {
  const holder = state.holder ?? 'nobody';
  if (state.status === 'offered') {
    const reservist = pick(state.offers)?.reservist ?? 'nobody';
    return random() < 0.7 ? { kind: 'accept', reservist } : { kind: 'decline', reservist, reason: undefined };
  }
  if (HELD.has(state.status))
    return (
      pick<CaseCommand>([
        { kind: 'say', from: 'reservist', by: holder, text: 'bonjour' },
        { kind: 'say', from: 'requester', by: 'asker', text: 'merci' },
        { kind: 'answer', by: holder },
        { kind: 'give_back', by: holder },
        { kind: 'close', side: 'reservist', by: holder },
        { kind: 'open_identity', side: 'reservist', by: holder },
      ]) ?? { kind: 'tick' }
    );
  if (state.status === 'closed') return { kind: 'reopen', why: 'again' };
  return random() < 0.1 ? { kind: 'withdraw' } : { kind: 'tick' };
}

process.stdout.write('ready\n');
if (mode === 'drain') {
  // No new work: the clock goes on until nothing waits.
  for (let quiet = 0; quiet < 3; ) {
    const delivered = await courier.deliverDue();
    const waiting = await store.outbox.waiting();
    if (!delivered.ok || !waiting.ok) throw new Error('the store is down');
    if (waiting.value > 0 && delivered.value === 0) throw new Error('what waits cannot be taken');
    quiet = waiting.value === 0 ? quiet + 1 : 0;
  }
  await store.close();
  closeSync(journal);
} else {
  // Several people at the same time, so that claims meet; then the clock, then the post.
  for (;;) {
    await Promise.all(Array.from({ length: 6 }, step));
    if (random() < 0.1) await cases.ring(attempt);
    await courier.deliverDue();
  }
}
