import { setTimeout as pause } from 'node:timers/promises';
import { createTeamsPlatform } from '../adapters/teams/platform.ts';
import { createTeamsDoor } from '../adapters/teams/teams.ts';
import type { FindFiches } from '../src/answering/port/conversing.ts';
import type { TeamsConfig } from '../src/config/config-teams.ts';
import { createDesk } from '../src/desk/create-desk.ts';
import type { Logger } from '../src/log.ts';
import type { ChatPlatform, PlatformParts } from '../src/platform.ts';

/** Microsoft Teams as it is set up. */
export function composeTeams(
  { cloud, publicUrl, ...config }: TeamsConfig,
  { log, ...parts }: PlatformParts & { readonly find: FindFiches; readonly log: Logger },
): ChatPlatform {
  const door = createTeamsDoor({ ...config, ...(cloud === undefined ? {} : { cloud }) });
  const own = log.child({ platform: 'teams' });
  const now = () => new Date();
  return createTeamsPlatform({
    ...parts,
    desk: createDesk({ ...parts, now, report: (error, what) => own.error({ err: error }, what) }),
    door,
    publicUrl,
    log: own,
    now,
    pause: (ms) => pause(ms, undefined, { ref: false }),
  });
}
