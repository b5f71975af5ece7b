import { z } from 'zod';
import { createLatest } from '../../src/latest.ts';
import { ANY_TEAM } from './address.ts';
import { isMissing } from './api.ts';
import type { Tools } from './tools.ts';

const METHOD = 'users.lookupByEmail';
const EACH_MS = 60_000;
/** Whoever is not in the workspace may join it. */
const ABSENT_MS = 3_600_000;
const found = z.looseObject({ user: z.looseObject({ id: z.string() }) });

/**
 * Finds by their e-mail the reservists who are reached nowhere yet, so that an offer reaches them here though they have never
 * written. Of an app with a token of its own: of several workspaces nobody knows which is theirs.
 */
export function createLookUp({ context, people }: Pick<Tools, 'context' | 'people'>) {
  const { acquaintance, workspaces, without, isWithout, log, now } = context;
  const absent = createLatest<number>(2_000);
  let timer: NodeJS.Timeout | undefined;

  const lookUp = async (): Promise<void> => {
    const unreached = await acquaintance.unreached();
    if (!unreached.ok) return;
    for (const email of unreached.value) {
      if ((absent.get(email) ?? 0) > now().getTime()) continue;
      const workspace = await workspaces.of(ANY_TEAM);
      if (!workspace.ok || workspace.value === undefined) return;
      const { api, team } = workspace.value;
      if (isWithout(team, METHOD)) return;
      const asked = await api.call(METHOD, { email });
      if (!asked.ok && isMissing(asked.error)) without(team, METHOD, 'reservists are known once they have come here');
      // Tried again with the next turn.
      if (!asked.ok && asked.error.kind !== 'refused') return;
      const user = asked.ok ? found.safeParse(asked.value).data?.user.id : undefined;
      if (user !== undefined) await people.recognise(workspace.value, user);
      // Also when the two do not agree on the e-mail: it is not asked each minute.
      absent.set(email, now().getTime() + ABSENT_MS);
    }
  };

  const turn = () => lookUp().catch((error: unknown) => log.error({ err: error }, 'reservists could not be looked up'));

  return {
    /** Now and each minute. */
    start: (): void => {
      timer = setInterval(turn, EACH_MS);
      timer.unref();
      void turn();
    },
    stop: (): void => clearInterval(timer),
  };
}
