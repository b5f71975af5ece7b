import type { Helping } from '../handoff/port/helping.ts';
import type { CaseView } from '../handoff/port/views.ts';
import type { Once } from '../once.ts';
import type { SignedIn } from '../reserve/port/signed-in.ts';
import { BOX } from '../screens/case-acts.ts';
import type { CaseAction } from '../vocabulary/cases.ts';
import { type Context, guarded, withPerson } from './context.ts';
import { flag, text } from './filled.ts';
import type { Filled, PressedOf } from './port/heard.ts';
import type { Happened } from './port/shown.ts';

/** One act at a case, done once for its key: the case as it then stands; else why not, and where it stands now. */
export async function actAt(
  context: Context,
  helping: Helping,
  { person }: SignedIn,
  asked: { readonly case: string; readonly action: CaseAction; readonly once: Once },
): Promise<Happened> {
  const { action, once } = asked;
  const done = await guarded(context, () => helping.act(person, asked.case, action, once));
  if (done.ok) return { name: 'case', view: done.value, did: action.kind, hidden: hiddenIn(done.value) };
  if (done.error.kind === 'store_down') return { name: 'refused', fault: done.error, act: action };
  const view = await guarded(context, () => helping.view(person, asked.case));
  return { name: 'refused', fault: done.error, act: action, view: view.ok ? view.value : undefined };
}

/** Of one's own last words: what the other side does not read of them. */
function hiddenIn({ lines }: CaseView): string | undefined {
  const own = lines.findLast((line) => line.kind === 'message' && line.from === 'you');
  return own?.kind === 'message' ? own.hidden : undefined;
}

export async function act(context: Context, heard: PressedOf<'act'>): Promise<readonly Happened[]> {
  const action = readAction(heard.value, heard.filled);
  if (action === undefined) return [];
  const asked = { case: heard.value.case, action, once: heard.once ?? { key: heard.key } };
  return withPerson(context, heard, async (by, helping) => [await actAt(context, helping, by, asked)]);
}

export async function open(context: Context, heard: PressedOf<'open'>): Promise<readonly Happened[]> {
  return withPerson(context, heard, async ({ person }, helping) => {
    const view = await guarded(context, () => helping.view(person, heard.value.case));
    return [view.ok ? { name: 'case', view: view.value } : { name: 'refused', fault: view.error }];
  });
}

/** A line that was held back is for the other side: it goes, once, and so does what follows. */
export async function toCase(context: Context, heard: PressedOf<'to_case'>): Promise<readonly Happened[]> {
  const { value, filled, key, face } = heard;
  const words = text(filled, BOX.text) || value.text;
  return withPerson(context, heard, async (by, helping) => {
    // Written down before it is done: what follows goes the same way.
    await guarded(context, () => helping.hear(by.person, words, { case: value.case }));
    const once = { key: value.key ?? key };
    const came = await actAt(context, helping, by, { case: value.case, action: { kind: 'say', text: words }, once });
    // Where one writes in the thread of a case, the case stands there, and not where the line was asked about.
    return [came.name === 'case' && face.writes === 'thread' ? { ...came, name: 'went', text: words } : came];
  });
}

/** An offer stays: nothing is done. */
export async function later(): Promise<readonly Happened[]> {
  return [{ name: 'left_open' }];
}

/** Everything that is this person's, by what it is to them. */
export async function mine(context: Context, heard: PressedOf<'mine'>): Promise<readonly Happened[]> {
  return withPerson(context, heard, async (by, helping) => {
    const rows = await guarded(context, () => helping.mine(by.person));
    if (!rows.ok) return [{ name: 'refused', fault: rows.error }];
    if (!by.reservist) return [{ name: 'rows', mine: rows.value, desk: undefined }];
    const desk = await guarded(context, () => helping.desk(by.person));
    return [desk.ok ? { name: 'rows', mine: rows.value, desk: desk.value } : { name: 'refused', fault: desk.error }];
  });
}

function readAction({ act: kind, useful }: PressedOf<'act'>['value'], filled: Filled): CaseAction | undefined {
  switch (kind) {
    case 'say':
      return { kind, text: text(filled, BOX.text) };
    case 'decline':
      return { kind, reason: text(filled, BOX.reason) || undefined };
    case 'pass_to':
      return { kind, reservist: text(filled, BOX.reservist) };
    case 'reopen':
      return { kind, why: text(filled, BOX.why) };
    case 'propose_fiche':
      return { kind, question: text(filled, BOX.question), answer: text(filled, BOX.answer) };
    case 'rate': {
      const served = useful ?? flag(filled, 'useful');
      return served === undefined
        ? undefined
        : { kind, useful: served, comment: text(filled, BOX.comment) || undefined };
    }
    default:
      return { kind };
  }
}
