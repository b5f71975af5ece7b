import type { CaseView, DeskView, LendingDeclared } from '../../../../src/handoff/port/views.ts';

/** What was typed about one's availability and what was made of it. */
export interface AvailabilityTalk {
  readonly typed: string;
  readonly playback: string | undefined;
  /** What was played back is to be read, not confirmed. */
  readonly settled?: boolean;
  readonly fault: string | undefined;
}

/** A reservist's desk as it is to be shown. */
export interface DeskScreen {
  readonly desk: DeskView;
  /** The sealed brief of each offer, where it can be read. */
  readonly offered: ReadonlyMap<string, CaseView>;
  readonly talk: AvailabilityTalk;
  readonly notice: string | undefined;
  /** What was declared and could not be kept, with why. */
  readonly declared?: LendingDeclared;
  readonly fault?: string;
  readonly calendar?: { readonly fault: string };
}
