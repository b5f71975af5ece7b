import { z } from 'zod';
import type { PlatformParts } from '../../../src/platform.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import type { Log } from '../context.ts';
import type { Seal } from './seal.ts';

/** What Slack gives when a workspace installs the app. */
export interface Installation {
  readonly team: string;
  readonly teamName: string | undefined;
  readonly token: string;
  readonly botUser: string | undefined;
  readonly bot: string | undefined;
}

/** Where the app is installed, encrypted at rest: a copy of the database gives no token. */
export interface Installations {
  get(team: string): Promise<Result<Installation | undefined, { readonly kind: 'down'; readonly why: string }>>;
  put(installation: Installation): Promise<Result<undefined, { readonly kind: 'down'; readonly why: string }>>;
  remove(team: string): Promise<void>;
}

const KIND = 'installation';
const kept = z.object({ sealed: z.string() });
const installation = z.object({
  team: z.string(),
  teamName: z.string().optional(),
  token: z.string(),
  botUser: z.string().optional(),
  bot: z.string().optional(),
});

const down = (why: string) => err({ kind: 'down', why } as const);

export function createInstallations({ notes }: Pick<PlatformParts, 'notes'>, seal: Seal, log: Log): Installations {
  return {
    get: async (team) => {
      const note = await notes.get({ platform: 'slack', kind: KIND, key: team });
      if (!note.ok) return down('the store is down');
      if (note.value === undefined) return ok(undefined);
      const { data } = kept.safeParse(note.value.body);
      const opened = data === undefined ? err({ kind: 'damaged' } as const) : seal.open(data.sealed);
      if (!opened.ok) {
        log.error(
          { team, fault: opened.error.kind },
          opened.error.kind === 'other_key'
            ? 'this installation was encrypted under another key: give it back in TRUCHEMENT_SECRET_KEY (after the new one and a comma), or install again'
            : 'this installation cannot be read: install again',
        );
        return down(`the installation cannot be opened: ${opened.error.kind}`);
      }
      const { teamName, botUser, bot, ...rest } = installation.parse(JSON.parse(opened.value));
      return ok({ ...rest, teamName, botUser, bot });
    },
    put: async (one) => {
      const body = { sealed: seal.seal(JSON.stringify(one)) };
      const put = await notes.put({
        platform: 'slack',
        kind: KIND,
        key: one.team,
        person: undefined,
        body,
        expiresAt: undefined,
      });
      return put.ok ? ok(undefined) : down('the store is down');
    },
    remove: async (team) => {
      const removed = await notes.remove({ platform: 'slack', kind: KIND, key: team });
      if (!removed.ok) log.error({ team }, 'an installation that was revoked could not be removed');
    },
  };
}
