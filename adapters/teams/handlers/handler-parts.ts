import type { TeamsContext } from '../context.ts';
import type { Files } from '../files.ts';
import type { Kept } from '../kept.ts';
import type { People } from '../people.ts';
import type { Sender } from '../send.ts';
import type { Spoken } from '../spoken.ts';

/** What every handler is given. */
export interface HandlerParts {
  readonly context: TeamsContext;
  readonly kept: Kept;
  readonly people: People;
  readonly sender: Sender;
  readonly spoken: Spoken;
  readonly files: Files | undefined;
}
