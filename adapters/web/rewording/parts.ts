import type { Desk } from '../../../src/desk/port/shown.ts';
import type { Interpreting } from '../../../src/rewording/port/interpreting.ts';
import type { Log } from '../route.ts';
import type { Show } from './show.ts';

export interface RewordingParts {
  readonly desk: Desk;
  readonly interpreting: Interpreting;
  readonly show: Show;
  readonly now: () => Date;
  readonly log: Log | undefined;
}
