import type { Desk } from '../../../src/desk/port/shown.ts';
import type { Helping } from '../../../src/handoff/port/helping.ts';
import type { Result } from '../../../src/result.ts';
import type { HelpFault } from '../../../src/vocabulary/cases.ts';
import type { Asked, Log, Reply } from '../route.ts';
import type { Guard } from '../session/guard.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Show } from './show.ts';

export interface HelpParts {
  /** What is pressed goes to it. */
  readonly desk: Desk;
  /** For the pages that a chat has not: the board, what is declared, the diary. */
  readonly helping: Helping;
  readonly sessions: Sessions;
  readonly guard: Guard;
  readonly show: Show;
  readonly now: () => Date;
  readonly log: Log | undefined;
  /** A store that throws is as good as one that is down: logged, and told as such. */
  readonly guarded: <T>(ask: () => Promise<Result<T, HelpFault>>) => Promise<Result<T, HelpFault>>;
  /** The page of a fault; what was typed is on it. */
  readonly refuse: (asked: Asked, fault: HelpFault) => Reply;
}
