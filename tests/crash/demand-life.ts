/**
 * One life of a process with demandes under way, until it is killed: `demand-life.ts load|drain SEED`. What it means to do is
 * written down first, and done again under the same key by the life after it, as a platform says again what nobody acknowledged;
 * what the store said was done is written down after.
 */
import { appendFileSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../../scripts/random.ts';
import { createAttempt } from '../../src/attempts/attempts.ts';
import { createWard } from '../../src/attempts/ward.ts';
import { createLog } from '../../src/log.ts';
import { createPurchasing } from '../../src/purchases/create-purchasing.ts';
import type { PurchaseAct } from '../../src/purchases/port/purchasing.ts';
import { ok } from '../../src/result.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createPersonCourier } from '../../src/training/person-courier.ts';

const [mode = 'load', seed = '1'] = process.argv.slice(2);
const folder = process.env['CRASH_FOLDER'] ?? '.';
const random = createRandom(Number(seed));
const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
let ahead = 0;
const now = () => new Date(Date.now() + ahead);

const store = await openStore({ data: folder, databaseUrl: process.env['DATABASE_URL'], log: createLog('silent') });
for (const [id, role] of [
  ['maelle', 'prescriber'],
  ['nadia', 'buyer'],
  ['helene', 'coordinator'],
] as const)
  await store.reserve.savePerson({
    id,
    name: id,
    email: undefined,
    organisation: 'vitre',
    roles: [role],
    language: 'fr',
    address: { platform: 'slack', conversation: id },
  });

/** What is read of words is tested elsewhere. */
const reword = async (text: string, direction: string) => {
  const forms = [{ need: 0, lines: [], unsaid: [] }];
  return ok({ direction, text, message: text, terms: [], needs: [], forms, questions: [] } as never);
};
const purchasing = createPurchasing({
  records: store.purchases,
  reserve: store.reserve,
  interpret: { reword: reword as never },
  effectsFor: () => [],
  // A working minute lasts a millisecond: reminders fall due within the run.
  addWorkingMinutes: (from, minutes) => new Date(Date.parse(from) + minutes).toISOString(),
  now,
  newId: () => `${seed}-${process.pid}-${Math.floor(random() * 1e15)}`,
});
const attempt = createAttempt({ trials: store.trials, ward: createWard(), now });
const journal = openSync(join(folder, 'told.log'), 'a');
const courier = createPersonCourier({
  store,
  attempt,
  now,
  tell: async ({ id, person }) => {
    writeSync(journal, `${id} ${person}\n`);
    return ok(undefined);
  },
});

interface Deed {
  readonly key: string;
  readonly by: string;
  readonly id?: string;
  readonly act?: PurchaseAct;
}

const acknowledged = join(folder, 'acknowledged.log');
/** One of each process that lives at the same time: what the one that was killed here had in hand is among its last. */
const meant = (slot: string) => join(folder, `meant-${slot}.log`);
const own = meant(process.env['CRASH_SLOT'] ?? '0');
const linesOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []);
/** Those of all processes, however they began. */
const known = () => [...new Set(linesOf(acknowledged).flatMap((line) => line.split(' ')[1] ?? []))].slice(-30);
let count = 0;

/** Words that are its own, by which it is found again. */
function deedFor(ids: readonly string[]): Deed {
  const key = `deed-${seed}-${count++}`;
  const id = random() < 0.15 ? undefined : pick(ids);
  if (id === undefined) return { key, by: 'maelle' };
  const by = random() < 0.5 ? 'maelle' : 'nadia';
  const to = pick(['procedure', 'ordered', 'delivered'] as const) ?? 'ordered';
  const act = pick<PurchaseAct>([
    { kind: 'send' },
    { kind: 'take' },
    { kind: 'agree' },
    { kind: 'say', text: key },
    { kind: 'ask', text: key },
    { kind: 'move', to, why: key },
  ]);
  return { key, by, id, ...(act === undefined ? {} : { act }) };
}

async function perform({ key, by, id, act }: Deed): Promise<void> {
  const done =
    id === undefined || act === undefined
      ? await purchasing.draft(by, `il me faut ${key}`, { key })
      : await purchasing.act(by, id, act, { key });
  if (!done.ok) return;
  appendFileSync(acknowledged, `${act?.kind ?? 'draft'} ${done.value.id} ${key}\n`);
}

async function step(ids: readonly string[]): Promise<void> {
  const deed = deedFor(ids);
  appendFileSync(own, `${JSON.stringify(deed)}\n`);
  await perform(deed);
}

process.stdout.write('ready\n');
// Said again by platforms that heard nothing, perhaps while another process is at the same: a line cut short was never said.
for (const slot of ['0', '1', '2'])
  for (const line of linesOf(meant(slot)).slice(-8)) if (line.endsWith('}')) await perform(JSON.parse(line));
// Whoever drains knows that all others are dead, and lets a year go by.
if (mode === 'drain') {
  ahead = 366 * 86_400_000;
  for (let quiet = 0; quiet < 3; ) {
    const [rung, said] = [await purchasing.ring(attempt), await courier.deliverDue()];
    if (!rung.ok || !said.ok) throw new Error('the store is down');
    quiet = rung.value + said.value === 0 ? quiet + 1 : 0;
  }
  await store.close();
} else
  for (;;) {
    const ids = known();
    await Promise.all(Array.from({ length: 4 }, () => step(ids)));
    if (random() < 0.3) await purchasing.ring(attempt);
    await courier.deliverDue();
  }
