import { createSlackPlatform } from '../adapters/slack/slack.ts';
import type { Config } from '../src/config.ts';
import { createIntake } from '../src/intake/intake.ts';
import type { Logger } from '../src/log.ts';
import type { ChatPlatform, PlatformParts } from '../src/platform.ts';
import { createAcquaintance } from '../src/reserve/acquaintance.ts';
import type { Store } from '../src/store/store.ts';

export interface PlatformsOptions extends Pick<PlatformParts, 'conversing' | 'interpreting' | 'helping' | 'teaching'> {
  readonly config: Config;
  readonly store: Store;
  readonly log: Logger;
}

export interface Platforms {
  readonly all: readonly ChatPlatform[];
  start(): Promise<void>;
  /** Takes no more, ends what is in hand. */
  stop(): Promise<void>;
}

/** The chat platforms that the configuration names, behind one durable door. */
export function composePlatforms({ config, store, log, ...faces }: PlatformsOptions): Platforms {
  const all: ChatPlatform[] = [];
  const intake = createIntake({
    records: store.inbound,
    handlerOf: (name) => all.find((platform) => platform.name === name)?.handle,
    log,
    now: () => new Date(),
  });
  const acquaintance = createAcquaintance({ records: store.reserve, notes: store.platformNotes });
  const parts: PlatformParts = { ...faces, acquaintance, intake, notes: store.platformNotes };
  all.push(...configured(config, parts, log));
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

/** One line a platform. */
function configured({ slack }: Config, parts: PlatformParts, log: Logger): readonly ChatPlatform[] {
  return slack === undefined ? [] : [createSlackPlatform({ config: slack, parts, log })];
}
