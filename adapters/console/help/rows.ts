import type { CaseRow, DeskView } from '../../../src/handoff/port/views.ts';
import { ok, type Result } from '../../../src/result.ts';
import type { HelpFault } from '../../../src/vocabulary/cases.ts';
import type { Session } from './session.ts';

/** Everything that is this person's, by what it is to them. */
export interface Rows {
  readonly mine: readonly CaseRow[];
  readonly desk: DeskView | undefined;
}

export async function readRows({ helping, person, guarded }: Session): Promise<Result<Rows, HelpFault>> {
  const mine = await guarded(() => helping.mine(person.person));
  if (!mine.ok) return mine;
  if (!person.reservist) return ok({ mine: mine.value, desk: undefined });
  const desk = await guarded(() => helping.desk(person.person));
  return desk.ok ? ok({ mine: mine.value, desk: desk.value }) : desk;
}
