import type { Latest } from '../latest.ts';
import type { Context } from './context.ts';

/** What is at hand of a dialogue and plain data: it goes on in another process. Clicks of a moment ago stay where they were made. */
const KEPT = ['given', 'reworded', 'last', 'asking', 'chosen'] as const;
type Kept = (typeof KEPT)[number];
type Change = readonly [name: Kept, key: string, value: unknown];
/** Of one dialogue: its last replies, and what stands there for each who speaks. */
const MOST = 24;

/**
 * The context as this dialogue has it, whichever process served it before: read anew, and what comes of a line or a press is kept
 * when it ends. Where one process serves alone it is the context itself.
 */
export async function takeSeat(context: Context, conversation: string) {
  const { seats } = context;
  if (seats === undefined) return { context, leave: async () => undefined };
  // Written by this file alone, in this version.
  const before = ((await seats.recall(conversation)) ?? []) as readonly Change[];
  for (const [name, key, value] of before) put(context[name], key, value);
  const changes: Change[] = [];
  const noting = <T>(name: Kept, latest: Latest<T>): Latest<T> => ({
    get: latest.get,
    set: (key, value) => {
      changes.push([name, key, value]);
      latest.set(key, value);
    },
    delete: (key) => {
      changes.push([name, key, undefined]);
      latest.delete(key);
    },
  });
  const { given, reworded, last, asking, chosen } = context;
  return {
    context: {
      ...context,
      given: noting('given', given),
      reworded: noting('reworded', reworded),
      last: noting('last', last),
      asking: noting('asking', asking),
      chosen: noting('chosen', chosen),
    },
    /** @param forgotten nothing of it is kept any more */
    leave: async (forgotten: boolean): Promise<void> => {
      if (forgotten) return seats.keep(conversation, undefined);
      if (changes.length === 0) return;
      const all = new Map([...before, ...changes].map((change) => [`${change[0]} ${change[1]}`, change]));
      await seats.keep(conversation, [...all.values()].slice(-MOST));
    },
  };
}

function put(latest: Latest<unknown>, key: string, value: unknown): void {
  if (value === undefined) latest.delete(key);
  else latest.set(key, value);
}
