import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../scripts/random.ts';
import { mayOf } from '../../../src/purchases/decide.ts';
import { foldPurchase } from '../../../src/purchases/fold.ts';
import type { PurchaseEvent } from '../../../src/purchases/purchase.ts';
import { ring } from '../../../src/purchases/purchases.ts';
import { waitsFor } from '../../../src/purchases/waiting.ts';
import { ok } from '../../../src/result.ts';
import { type Step, write as writeStep } from './steps.ts';
import { createTown } from './town.ts';

const PURCHASES = 60;
const DAYS = 92;
const DAY_MS = 24 * 60 * 60_000;
/** Away for weeks, and back. */
const AWAY = [
  { who: 'nadia', from: 5, to: 19 },
  { who: 'maelle', from: 30, to: 44 },
] as const;
/** In the town a working minute is a minute: a day of work is eight hours of its clock. */
const ROT_MS = 31 * 8 * 60 * 60_000;

const attempt = async <T>(_kind: unknown, _id: unknown, work: () => Promise<{ value: T }>) =>
  ok({ kind: 'worked' as const, value: (await work()).value });

/**
 * Sixty purchases over three months, a clock that is moved on, and people who answer, forget, are away for weeks, or leave: the
 * side that is waited for acts on one day in so many, some of them never.
 */
describe.each([1, 2])('sixty purchases over three months, told by seed %i', (seed) => {
  it('let none wait without a word to someone of the body', async () => {
    const random = createRandom(seed);
    const { records, clock, roster } = createTown();
    const parts = {
      records,
      reserve: {
        person: async (id: string) => ok(roster.find((one) => one.id === id)),
        people: async () => ok(roster),
      },
      addWorkingMinutes: (from: string, minutes: number) => new Date(Date.parse(from) + minutes * 60_000).toISOString(),
      now: () => new Date(clock.now),
      newId: () => `key-${random()}`,
    };
    const begun = clock.now;
    const plan = Array.from({ length: PURCHASES }, (_, index) => ({
      id: `purchase-${index}`,
      opens: Math.floor(random() * 60),
      /** Of a day on which one acts: some answer at once, some seldom, a quarter never. */
      zeal: random() < 0.25 ? 0 : random() * 0.6,
    }));
    const leaves = new Map([
      [20 + Math.floor(random() * 20), 'nadia'],
      [50 + Math.floor(random() * 20), 'maelle'],
    ]);
    const eventsOf = async (id: string): Promise<readonly PurchaseEvent[]> => {
      const found = await records.eventsOf(id);
      return found.ok ? found.value : [];
    };
    const away = (id: string, day: number) => AWAY.some((one) => one.who === id && day >= one.from && day < one.to);
    /** Words on a silence, of which demand, when: those alone that someone of the body was there to read. */
    const heard: { readonly text: string; readonly at: number }[] = [];
    const silent = new Set<string>();
    let said = 0;
    for (let day = 0; day < DAYS; day++) {
      clock.now = begun + day * DAY_MS;
      const gone = leaves.get(day);
      const at = roster.findIndex(({ id }) => id === gone);
      if (at >= 0) roster.splice(at, 1);
      for (const { id, opens, zeal } of plan) {
        if (opens > day) continue;
        const purchase = foldPurchase(id, await eventsOf(id));
        const step = nextStep(
          purchase,
          random() < zeal,
          (one) => roster.some((person) => person.id === one) && !away(one, day),
        );
        if (step !== undefined) await writeStep(parts, id, step);
      }
      await ring(parts, attempt as never);
      for (const { person, text } of records.told.slice(said))
        if (/attend/.test(text) && roster.some(({ id }) => id === person)) heard.push({ text, at: clock.now });
      said = records.told.length;
      for (const { id } of plan) {
        const purchase = foldPurchase(id, await eventsOf(id));
        const side = waitsFor(purchase);
        if (side === undefined) continue;
        const since = Date.parse(purchase.since);
        if (clock.now - since < ROT_MS) continue;
        silent.add(id);
        const told = heard.some(({ text, at }) => at >= since && text.includes(`${purchase.form.title}\u00a0»`));
        expect(told, `${id}, day ${day}, ${purchase.stage}, silent since ${purchase.since}`).toBe(true);
      }
    }
    expect(silent.size).toBeGreaterThan(PURCHASES / 4);
    expect(heard.length).toBeGreaterThan(20);
    for (const { id } of plan) {
      const events = await eventsOf(id);
      const { escalated, stage, buyers } = foldPurchase(id, events);
      expect(events.filter(({ kind }) => kind === 'opened')).toHaveLength(1);
      // What stays with a buyer who has gone was told to a coordinator, who may take it.
      if (buyers.includes('nadia') && escalated && stage !== 'assessed')
        expect(mayOf(foldPurchase(id, events), 'coordinator')).toContain('take');
    }
  });
});

function nextStep(
  purchase: ReturnType<typeof foldPurchase>,
  acts: boolean,
  isHere: (id: string) => boolean,
): { readonly by: string; readonly step: Step } | undefined {
  const { id, stage, prescribers, buyers, inbox, organisation } = purchase;
  if (organisation === '')
    return {
      by: 'maelle',
      step: {
        kind: 'opened',
        organisation: 'vitre',
        words: 'il me faut 30 chaises',
        form: { title: `30 chaises, ${id}`, lines: [], asks: [] },
        buyers: ['nadia'],
        inbox: [],
        contracts: [],
      },
    };
  if (stage === 'draft') return { by: 'maelle', step: { kind: 'sent' } };
  if (!acts) return undefined;
  const side = waitsFor(purchase);
  const of = side === 'prescriber' ? prescribers : buyers.length > 0 ? buyers : inbox;
  const by = of.find(isHere);
  if (side === undefined || by === undefined) return undefined;
  if (side === 'buyer' && (stage === 'received' || buyers.length === 0) && !buyers.includes(by))
    return { by, step: { kind: 'named', person: by, side } };
  const open = purchase.questions.find(({ answer }) => answer === undefined);
  if (open !== undefined)
    return { by, step: { kind: 'answered', side, question: open.id, text: 'oui', reworded: 'oui' } };
  const onward = {
    received: 'taken',
    taken: 'procedure',
    procedure: 'consultation',
    consultation: 'awarded',
    awarded: 'ordered',
    ordered: 'delivered',
    delivered: 'assessed',
  } as const;
  const to = Object.entries(onward).find(([from]) => from === stage)?.[1];
  return to === undefined ? undefined : { by, step: { kind: 'moved', to } };
}
