import { z } from 'zod';
import { err, ok, type Result } from '../../../src/result.ts';
import type { HeldForm } from '../handoff/kept.ts';
import type { Errands } from './oidc.ts';

/** What was typed by who is not signed in, under a name that the browser alone holds; each is taken back once. */
export interface Held {
  /** `full`: too much is held already. */
  put(form: HeldForm): Promise<Result<string, 'down' | 'full'>>;
  /** @throws when the store is down */
  take(id: string | undefined): Promise<HeldForm | undefined>;
}

/** Twice the time that one has to sign in. */
const WINDOW_MS = 30 * 60_000;
/** Within that time and by one process, so that nobody fills the store. */
const MOST = 200;

const heldSchema = z.object({ held: z.object({ path: z.string(), fields: z.record(z.string(), z.string()) }) });

/** In the store: whoever comes back from signing in may come to another process. */
export function createHeld(errands: Errands, now: () => Date): Held {
  let lately: readonly number[] = [];
  return {
    put: async (form) => {
      const at = now().getTime();
      lately = lately.filter((one) => at - one < WINDOW_MS);
      if (lately.length >= MOST) return err('full');
      lately = [...lately, at];
      return errands.put({ held: form }, WINDOW_MS).then(ok, () => err('down' as const));
    },
    take: async (id) => (id === undefined ? undefined : heldSchema.safeParse(await errands.take(id)).data?.held),
  };
}
