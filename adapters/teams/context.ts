import type { FindFiches } from '../../src/answering/port/conversing.ts';
import type { Desk } from '../../src/desk/port/shown.ts';
import type { PlatformParts } from '../../src/platform.ts';
import type { TeamsDoor } from './door.ts';

interface Log {
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
}

/** What everything of this adapter works with. */
export interface TeamsContext extends PlatformParts {
  readonly desk: Desk;
  readonly door: TeamsDoor;
  readonly find: FindFiches;
  /** The address people reach this server by: without it no file is given. */
  readonly publicUrl?: string | undefined;
  readonly log: Log;
  readonly now: () => Date;
  /** Resolves after so many milliseconds. */
  readonly pause: (ms: number) => Promise<void>;
}
