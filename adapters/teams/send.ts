import { err, ok, type Result } from '../../src/result.ts';
import type { OutboundActivity } from './activity.ts';
import type { TeamsContext } from './context.ts';
import type { NotSent, Reference } from './door.ts';

/** Between the tries of what follows something said already. */
const AGAIN_MS = 1_000;
/** A wait that Teams asks for is taken here when it is short; a longer one is for whoever keeps the message. */
const LONGEST_PAUSE_MS = 10_000;
const MOST_TRIES = 4;

export interface Sender {
  /**
   * One after the other, as they are read; the ids they were given. Once one was said, the others are tried again for a while:
   * a card said twice is better than an answer without its card. What was said before a failure stays said.
   */
  send(
    to: Reference,
    activities: readonly OutboundActivity[],
    isBegun?: boolean,
  ): Promise<Result<readonly string[], NotSent>>;
  update(to: Reference, id: string, activity: OutboundActivity): Promise<Result<undefined, NotSent>>;
}

/** Until when Teams has asked for silence, by door and conversation: every turn of a conversation knows of it. */
const silences = new WeakMap<object, Map<string, number>>();

function silencesOf(door: object): Map<string, number> {
  const known = silences.get(door) ?? new Map<string, number>();
  silences.set(door, known);
  return known;
}

/** Says things in Teams, patiently: «wait 3 seconds» is done, then said again; whatever else is for that conversation waits too. */
export function createSender({ door, pause, now }: Pick<TeamsContext, 'door' | 'pause' | 'now'>): Sender {
  const silent = silencesOf(door);
  const patiently = async <T>(
    { conversation }: Reference,
    say: () => Promise<Result<T, NotSent>>,
    isBegun = false,
  ): Promise<Result<T, NotSent>> => {
    for (let tries = 1; ; tries++) {
      const left = (silent.get(conversation) ?? 0) - now().getTime();
      if (left > LONGEST_PAUSE_MS) return err({ kind: 'later', why: 'Teams asks for silence', afterMs: left });
      if (left > 0) await pause(left);
      silent.delete(conversation);
      const said = await say();
      if (!said.ok && said.error.kind === 'later' && said.error.afterMs !== undefined)
        silent.set(conversation, now().getTime() + said.error.afterMs);
      if (said.ok || said.error.kind !== 'later') return said;
      const { afterMs = isBegun ? AGAIN_MS * 2 ** (tries - 1) : undefined } = said.error;
      // Without a wait that Teams named, it is not known whether it was said.
      if (afterMs === undefined || afterMs > LONGEST_PAUSE_MS || tries >= MOST_TRIES) return said;
      // What Teams named is waited for above.
      if (said.error.afterMs === undefined) await pause(afterMs);
    }
  };
  return {
    send: async (to, activities, isBegun = false) => {
      const ids: string[] = [];
      for (const [index, activity] of activities.entries()) {
        const follows = isBegun || index > 0;
        const sent = await patiently(to, () => door.send(to, activity), follows);
        if (!sent.ok) return sent.error.kind === 'later' && follows ? err({ ...sent.error, kind: 'never' }) : sent;
        if (sent.value !== undefined) ids.push(sent.value);
      }
      return ok(ids);
    },
    update: (to, id, activity) => patiently(to, () => door.update(to, id, activity)),
  };
}
