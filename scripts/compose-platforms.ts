import type { FindFiches } from '../src/answering/port/conversing.ts';
import type { Ward } from '../src/attempts/ward.ts';
import type { Config } from '../src/config/config.ts';
import type { DeskParts } from '../src/desk/context.ts';
import { createDesk } from '../src/desk/create-desk.ts';
import type { Desk } from '../src/desk/port/shown.ts';
import { createIntake } from '../src/intake/intake.ts';
import type { Logger } from '../src/log.ts';
import type { ChatPlatform, PlatformParts } from '../src/platform.ts';
import { createAcquaintance } from '../src/reserve/acquaintance.ts';
import type { Store } from '../src/store/store.ts';

export interface PlatformsOptions
  extends Pick<
    PlatformParts,
    | 'conversing'
    | 'seats'
    | 'interpreting'
    | 'helping'
    | 'interviewing'
    | 'purchasing'
    | 'bossPages'
    | 'readAt'
    | 'house'
    | 'programming'
    | 'alerts'
    | 'clauses'
    | 'bids'
    | 'calculating'
    | 'teaching'
  > {
  readonly config: Config;
  readonly store: Store;
  readonly ward: Ward;
  readonly log: Logger;
  readonly find: FindFiches;
}

export interface Platforms {
  readonly all: readonly ChatPlatform[];
  start(): Promise<void>;
  /** Takes no more, ends what is in hand. */
  stop(): Promise<void>;
}

/** The chat platforms that the configuration names, behind one durable door. */
export async function composePlatforms({
  config,
  store,
  ward,
  log,
  find,
  ...faces
}: PlatformsOptions): Promise<Platforms> {
  const all: ChatPlatform[] = [];
  const intake = createIntake({
    records: store.inbound,
    handlerOf: (name) => all.find((platform) => platform.name === name)?.handle,
    ward,
    log,
    now: () => new Date(),
  });
  const acquaintance = createAcquaintance({ records: store.reserve, notes: store.platformNotes, body: config.body });
  const parts: PlatformParts = { ...faces, acquaintance, intake, notes: store.platformNotes };
  all.push(...(await configured(config, { ...parts, find, log })));
  return {
    all,
    start: async () => {
      if (all.length === 0) return;
      intake.start();
      for (const platform of all) await platform.start();
    },
    stop: async () => {
      for (const platform of all) await platform.stop();
      await intake.stop();
    },
  };
}

/** One line a platform; their SDKs take a second to load: each is read only where its platform is set up. */
async function configured(
  { slack, teams }: Config,
  { find, log, ...parts }: PlatformParts & Pick<PlatformsOptions, 'find' | 'log'>,
): Promise<readonly ChatPlatform[]> {
  const all: ChatPlatform[] = [];
  if (slack !== undefined) {
    const { createSlackPlatform } = await import('../adapters/slack/slack.ts');
    all.push(createSlackPlatform({ config: slack, parts: { ...parts, desk: deskOf(parts, log) }, log }));
  }
  if (teams !== undefined) {
    const { composeTeams } = await import('./compose-teams.ts');
    all.push(composeTeams(teams, { ...parts, find, log }));
  }
  return all;
}

/** A face's own desk: what is at hand there is known by its own names. */
export function deskOf(parts: Omit<DeskParts, 'now' | 'report'>, log: Logger): Desk {
  return createDesk({ ...parts, now: () => new Date(), report: (error, what) => log.error({ err: error }, what) });
}
