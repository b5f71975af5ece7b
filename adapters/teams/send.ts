import { err, ok, type Result } from '../../src/result.ts';
import type { OutboundActivity } from './activity.ts';
import type { TeamsContext } from './context.ts';
import type { NotSent, Reference } from './door.ts';

/** A wait that Teams asks for is taken here when it is short; a longer one is for whoever keeps the message. */
const LONGEST_PAUSE_MS = 10_000;
const MOST_TRIES = 4;

export interface Sender {
  /** One after the other, as they are read; the ids they were given. What was sent before a failure stays sent. */
  send(to: Reference, activities: readonly OutboundActivity[]): Promise<Result<readonly string[], NotSent>>;
  update(to: Reference, id: string, activity: OutboundActivity): Promise<Result<undefined, NotSent>>;
}

/** Says things in Teams, patiently: «wait 3 seconds» is done, then said again. */
export function createSender({ door, pause }: Pick<TeamsContext, 'door' | 'pause'>): Sender {
  const patiently = async <T>(say: () => Promise<Result<T, NotSent>>): Promise<Result<T, NotSent>> => {
    for (let tries = 1; ; tries++) {
      const said = await say();
      if (said.ok || said.error.kind !== 'later') return said;
      const { afterMs } = said.error;
      // Without a wait that Teams named, it is not known whether it was said.
      if (afterMs === undefined || afterMs > LONGEST_PAUSE_MS || tries >= MOST_TRIES) return said;
      await pause(afterMs);
    }
  };
  return {
    send: async (to, activities) => {
      const ids: string[] = [];
      for (const activity of activities) {
        const sent = await patiently(() => door.send(to, activity));
        if (!sent.ok)
          return sent.error.kind === 'later' && ids.length > 0 ? err({ ...sent.error, kind: 'never' }) : sent;
        ids.push(sent.value);
      }
      return ok(ids);
    },
    update: (to, id, activity) => patiently(() => door.update(to, id, activity)),
  };
}
