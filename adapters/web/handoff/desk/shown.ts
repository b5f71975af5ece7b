import type { CaseView, DeskView, LendingDeclared } from '../../../../src/handoff/port/views.ts';
import type { Screen } from '../../../../src/screens/screen.ts';

/** An offer as its reader would open it. */
export interface OfferedCase {
  readonly shown: CaseView;
  readonly screen: Screen;
}

/** What was just typed, declared or sent on the desk, and what was made of it. */
export interface DeskMore {
  readonly notice?: string | undefined;
  /** About one's hours. `settled`: what was played back is to be read, not confirmed. */
  readonly typed?: string;
  readonly playback?: string;
  readonly settled?: boolean;
  readonly hoursFault?: string;
  /** What was declared and could not be kept, with why. */
  readonly declared?: LendingDeclared;
  readonly fault?: string;
  readonly calendar?: { readonly fault: string };
}

/** A reservist's desk as it is to be shown. */
export interface DeskPage extends DeskMore {
  readonly desk: DeskView;
  readonly screen: Screen;
  readonly offered: readonly OfferedCase[];
}
