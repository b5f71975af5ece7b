/**
 * One life of a process that runs the hand-over under load, alone or beside others, until it is killed: `life.ts load|drain SEED`.
 * What it means to do is written down first, and done again under the same key by whichever life begins next, as a platform says
 * again what nobody acknowledged; each thing it was told to be done is written down only after the store said so: what is written
 * must be found again.
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
import { createCasesFor, FAST_POLICY, OPENING } from '../bench/handoff-load/network.ts';

const [mode = 'load', seed = '1'] = process.argv.slice(2);
const folder = process.env['CRASH_FOLDER'] ?? '.';
const random = createRandom(Number(seed));
const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];

const store = await openStore({ data: folder, databaseUrl: process.env['DATABASE_URL'], log: createLog('silent') });
/** A working minute lasts so long that people answer most offers before they are over, and some are reminded. */
const POLICY = {
  ...FAST_POLICY,
  addWorkingMinutes: (from: string, minutes: number) => new Date(Date.parse(from) + minutes * 50).toISOString(),
};
/** Whoever drains knows that all others are dead: it does not wait for what they had in hand. */
let ahead = mode === 'drain' ? 60_000 : 0;
const now = () => new Date(Date.now() + ahead);
const { cases } = createCasesFor(store, 20, random, POLICY, now);
const journal = openSync(join(folder, 'delivered.log'), 'a');
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
    const reader = notice.to.kind === 'reservist' ? notice.to.id : 'requester';
    writeSync(journal, `${id} ${notice.kind} ${reader} ${mode === 'drain' ? '' : Date.now()}\n`);
    return ok(undefined);
  },
});

/** Under way at once. */
const CASES = 30;

interface Deed {
  readonly key: string;
  /** Undefined: a case is drafted. */
  readonly id?: string;
  readonly command?: CaseCommand;
}

const acknowledged = join(folder, 'acknowledged.log');
/** One of each process that lives at the same time: what the one that was killed here had in hand is among its last. */
const meant = (slot: string) => join(folder, `meant-${slot}.log`);
const linesOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []);
const own = meant(process.env['CRASH_SLOT'] ?? '0');

async function perform({ key, id, command }: Deed): Promise<Case | undefined> {
  const done =
    id === undefined || command === undefined
      ? await cases.draft(OPENING.requester, { ...OPENING.brief, question: key }, key)
      : await cases.give(id, command, { key });
  if (!done.ok) return undefined;
  const who = command?.kind === 'accept' ? command.reservist : '';
  appendFileSync(acknowledged, `${command?.kind ?? 'drafted'} ${done.value.id} ${done.value.version} ${key} ${who}\n`);
  return done.value;
}

let count = 0;
async function act(deed: Omit<Deed, 'key'>): Promise<Case | undefined> {
  const whole = { key: `deed-${seed}-${count++}`, ...deed };
  appendFileSync(own, `${JSON.stringify(whole)}\n`);
  return perform(whole);
}

async function step(open: readonly string[]): Promise<void> {
  if (open.length < CASES) {
    const drafted = await act({});
    if (drafted === undefined) return;
    await act({
      id: drafted.id,
      command: { kind: 'consent', masked: [], suppliers: [], sameBodyPreferred: false },
    });
    return;
  }
  const id = pick(open) ?? '';
  const state = await cases.read(id);
  if (!state.ok) return;
  const command = commandFor(state.value);
  const given = await act({ id, command });
  // Closed, it is no longer among those under way.
  if (given?.status === 'closed' && random() < 0.5) await act({ id, command: { kind: 'reopen', why: 'again' } });
}

function commandFor(state: Case): CaseCommand {
  const holder = state.holder ?? 'nobody';
  if (state.status === 'offered') {
    const reservist = pick(state.offers)?.reservist ?? 'nobody';
    return random() < 0.7 ? { kind: 'accept', reservist } : { kind: 'decline', reservist, reason: undefined };
  }
  // Words of its own, by which it is found again.
  const text = `deed-${seed}-${count}`;
  if (HELD.has(state.status))
    return (
      pick<CaseCommand>([
        { kind: 'say', from: 'reservist', by: holder, text },
        { kind: 'say', from: 'requester', by: 'asker', text },
        { kind: 'answer', by: holder },
        { kind: 'give_back', by: holder },
        { kind: 'close', side: 'reservist', by: holder },
        { kind: 'open_identity', side: 'reservist', by: holder },
      ]) ?? { kind: 'tick' }
    );
  return random() < 0.1 ? { kind: 'withdraw' } : { kind: 'tick' };
}

/** Goes on until nothing is under way nor waits, with a clock that leaps to the next day once all is told. */
async function drain(): Promise<void> {
  for (let days = 0; days < 100; ) {
    const rung = await cases.ring(attempt);
    const delivered = await courier.deliverDue();
    const [waiting, open] = [await store.outbox.waiting(), await store.cases.open()];
    if (!rung.ok || !delivered.ok || !waiting.ok || !open.ok) throw new Error('the store is down');
    if (open.value.length + waiting.value === 0) return;
    if (delivered.value > 0) continue;
    days++;
    ahead += 86_400_000;
  }
}

process.stdout.write('ready\n');
// Said again by platforms that heard nothing, perhaps while another process is at the same: a line cut short was never said.
const heard = new Set(linesOf(acknowledged).map((line) => line.split(' ')[3]));
for (const slot of ['0', '1', '2']) {
  const last: Deed[] = linesOf(meant(slot))
    .slice(-12)
    .filter((line) => line.endsWith('}'))
    .map((line) => JSON.parse(line));
  await Promise.all(last.filter(({ key }) => !heard.has(key)).map(perform));
}
if (mode === 'drain') {
  await drain();
  await store.close();
  closeSync(journal);
} else {
  // Several people at the same time, so that claims meet; then the clock, then the post.
  for (;;) {
    const open = await store.cases.open();
    const ids = open.ok ? open.value.map(({ id }) => id) : [];
    await Promise.all(Array.from({ length: 6 }, () => step(ids)));
    if (random() < 0.1) await cases.ring(attempt);
    await courier.deliverDue();
  }
}
