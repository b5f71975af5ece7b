import type { Helping } from '../../../src/handoff/port/helping.ts';
import type { Result } from '../../../src/result.ts';
import type { HelpFault } from '../../../src/vocabulary/cases.ts';
import type { Guard } from '../session/guard.ts';
import type { HelpAsked, HelpReply, Log } from '../session/route.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Show } from './show.ts';

export interface HelpParts {
  readonly helping: Helping;
  readonly sessions: Sessions;
  readonly guard: Guard;
  readonly show: Show;
  readonly now: () => Date;
  readonly log: Log | undefined;
  /** A store that throws is as good as one that is down: logged, and told as such. */
  readonly guarded: <T>(ask: () => Promise<Result<T, HelpFault>>) => Promise<Result<T, HelpFault>>;
  /** The page of a fault; what was typed is on it. */
  readonly refuse: (asked: HelpAsked, fault: HelpFault) => HelpReply;
}
