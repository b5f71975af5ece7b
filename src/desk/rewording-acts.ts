import type { Once } from '../once.ts';
import { err, type Result } from '../result.ts';
import { addAnswers, type SlotAnswer } from '../rewording/port/add-answers.ts';
import type { AgreementFault, AgreementView } from '../rewording/port/agreement.ts';
import type { Interpreting } from '../rewording/port/interpreting.ts';
import { type Party, sideOf } from '../rewording/port/party.ts';
import type { Rewording } from '../rewording/port/rewording.ts';
import { slotName } from '../screens/agreement.ts';
import { answerName } from '../screens/rewording.ts';
import { NEED_BOX } from '../screens/start.ts';
import type { Role } from '../vocabulary/people.ts';
import { type Direction, LONGEST_TEXT, SLOTS, type Slot } from '../vocabulary/rewording.ts';
import { type Context, DOWN, givenOf, guardedAs } from './context.ts';
import { text } from './filled.ts';
import { sheetOf } from './interview-acts.ts';
import type { Filled, Heard, PressedOf } from './port/heard.ts';
import type { Happened } from './port/shown.ts';

type KnownParty = Extract<Party, { readonly kind: 'person' }>;
type Came = Promise<readonly Happened[]>;

const NEEDS = [0, 1, 2, 3] as const;

/** A text in the other side's words, kept for what can be done with it. */
export async function reword(context: Context, heard: PressedOf<'reword'>): Came {
  const way = text(heard.filled, NEED_BOX.direction);
  const direction = way === 'to_buyer' || way === 'to_prescriber' ? way : undefined;
  return reworded(context, heard, text(heard.filled, NEED_BOX.text), direction, heard.key);
}

/** What was missing is answered in the text itself, which is then said anew. */
export async function complete(context: Context, heard: PressedOf<'complete'>): Came {
  const before = await rewordingOf(context, heard);
  if (before === undefined) return [{ name: 'lost' }];
  const answers = answersIn(heard.filled);
  if (answers.length === 0) return [{ name: 'no_brief', fault: { kind: 'empty' } }];
  return reworded(context, heard, addAnswers(before, answers), before.direction, heard.value.reply);
}

/** It becomes a brief that both sides can correct and accept. */
export async function keep(context: Context, heard: PressedOf<'keep'>): Came {
  const { interpreting } = context;
  const before = await rewordingOf(context, heard);
  if (before === undefined || interpreting === undefined) return [{ name: 'lost' }];
  const pressed = sideIn(heard.filled) ?? (before.direction === 'to_buyer' ? 'prescriber' : 'buyer');
  return withParty(heard, pressed, async (party) => {
    const once = { key: heard.key, ...(await sheetOf(context, heard)) };
    const opened = await guardedBrief(context, () => interpreting.open(before, party.side, party, once));
    if (!opened.ok) return [{ name: 'no_brief', fault: opened.error }];
    return [{ name: 'agreement', view: opened.value.view, by: party.side, did: 'kept' }];
  });
}

export function agree(context: Context, heard: PressedOf<'agree'>): Came {
  return onBrief(context, heard, heard.value.side, (brief) => decide(context, brief, 'accepted', heard.once?.on));
}

export function reopenAgreement(context: Context, heard: PressedOf<'reopen_agreement'>): Came {
  return onBrief(context, heard, heard.value.side, (brief) => decide(context, brief, 'reopened', heard.once?.on));
}

export function correct(context: Context, heard: PressedOf<'correct'>): Came {
  return onBrief(context, heard, sideIn(heard.filled) ?? heard.value.side ?? 'prescriber', (brief) =>
    save(context, brief, heard.filled, heard.once?.on),
  );
}

interface Brief {
  readonly interpreting: Interpreting;
  readonly view: AgreementView;
  readonly party: KnownParty;
  /** The side that the brief holds them to; where both sides press on one, the side that was pressed for. */
  readonly by: Role;
  readonly once: Pick<Once, 'key'>;
}

async function decide(
  context: Context,
  { interpreting, view, party, by, once }: Brief,
  kind: 'accepted' | 'reopened',
  version = view.version,
): Promise<Happened> {
  const done = await guardedBrief(context, () => interpreting.change(view.id, version, { kind, by }, party, once));
  if (!done.ok) return { name: 'no_brief', fault: done.error, view, by };
  return { name: 'agreement', view: done.value, by, did: 'changed' };
}

/** Only what was changed in its box is a correction; each is decided on the version before it. */
async function save(context: Context, brief: Brief, filled: Filled, version?: number): Promise<Happened> {
  const { interpreting, party, by } = brief;
  let { view } = brief;
  if (version !== undefined && view.version !== version)
    return { name: 'no_brief', fault: { kind: 'stale' }, view, by };
  let changed = false;
  for (const { slot, need, text: value } of slotsIn(filled, slotName)) {
    if (standing(view, need, slot) === value) continue;
    const act = { kind: 'corrected', by, need, slot, value } as const;
    const done = await guardedBrief(context, () => interpreting.change(view.id, view.version, act, party));
    if (!done.ok && done.error.kind === 'unchanged') continue;
    if (!done.ok) return { name: 'no_brief', fault: done.error, view, by };
    view = done.value;
    changed = true;
  }
  return changed
    ? { name: 'agreement', view, by, did: 'changed' }
    : { name: 'no_brief', fault: { kind: 'unchanged' }, view, by };
}

async function onBrief(
  context: Context,
  heard: PressedOf<'agree'> | PressedOf<'reopen_agreement'> | PressedOf<'correct'>,
  pressed: Role,
  act: (brief: Brief) => Promise<Happened>,
): Came {
  const { interpreting } = context;
  if (interpreting === undefined) return [];
  return withParty(heard, pressed, async (party) => {
    const found = await briefOf(context, heard.value.agreement);
    if (!found.ok) return [{ name: 'no_brief', fault: found.error }];
    const view = found.value;
    const by = heard.face.briefs === 'shared' ? pressed : (sideOf(view, party) ?? party.side);
    return [await act({ interpreting, view, party, by, once: { key: heard.key } })];
  });
}

export async function briefOf(context: Context, id: string): Promise<Result<AgreementView, AgreementFault>> {
  const { interpreting } = context;
  if (interpreting === undefined) return err({ kind: 'unknown_agreement' });
  return guardedBrief(context, () => interpreting.agreement(id));
}

/** The side that was chosen in a form. */
function sideIn(filled: Filled): Role | undefined {
  const side = filled.get('side');
  return side === 'prescriber' || side === 'buyer' ? side : undefined;
}

/** The side that their directory gives, or that they have said they are on, else the one of the card they press; the brief holds them to it from then on. */
export async function withParty({ actor }: Heard, pressed: Role, act: (party: KnownParty) => Came): Came {
  const person = await actor.meet();
  if (!person.ok) return [DOWN];
  const { person: id, role, isSideGiven } = person.value;
  return act({ kind: 'person', id, side: isSideGiven ? role : ((await actor.role()) ?? pressed) });
}

async function reworded(
  context: Context,
  { actor }: Heard,
  source: string,
  direction: Direction | undefined,
  key: string,
): Came {
  const { interpreting } = context;
  if (interpreting === undefined) return [];
  if (source.trim() === '') return [{ name: 'no_rewording', why: 'empty', text: '' }];
  if (source.length > LONGEST_TEXT) return [{ name: 'no_rewording', why: 'too_long', text: '' }];
  const done = await interpreting.reword(source, direction, actor.language);
  if (!done.ok) return [{ name: 'no_rewording', why: 'too_slow', text: source }];
  context.reworded.set(key, done.value);
  return [{ name: 'reworded', rewording: done.value, key }];
}

/** At hand; else of the answer that it was given as; else said anew from what the button carries. */
export async function rewordingOf(
  context: Context,
  heard: Pick<PressedOf<'complete' | 'keep' | 'brief_file'>, 'value' | 'actor' | 'recall'>,
): Promise<Rewording | undefined> {
  const { interpreting } = context;
  const { value, actor } = heard;
  const known = context.reworded.get(value.reply);
  if (known !== undefined) return known;
  const outcome = (await givenOf(context, heard, value.reply))?.reply.outcome;
  if (outcome?.kind === 'rewording') return outcome.rewording;
  if (value.text === undefined || value.text === '' || interpreting === undefined) return undefined;
  const again = await interpreting.reword(value.text, value.direction, actor.language);
  return again.ok ? again.value : undefined;
}

export const guardedBrief = guardedAs<AgreementFault>('a brief could not be read or changed', {
  kind: 'store_down',
  reason: 'unreachable',
});

function answersIn(filled: Filled): readonly SlotAnswer[] {
  return slotsIn(filled, (need, slot) => answerName({ slot, need })).map((one) => ({
    ...one,
    text: one.text.replace(/\s+/g, ' '),
  }));
}

function slotsIn(filled: Filled, nameOf: (need: number, slot: Slot) => string): readonly SlotAnswer[] {
  return SLOTS.flatMap((slot) =>
    NEEDS.flatMap((need) => {
      const said = text(filled, nameOf(need, slot));
      return said === '' ? [] : [{ slot, need, text: said }];
    }),
  );
}

function standing({ needs }: AgreementView, need: number, slot: Slot): string | undefined {
  return needs[need]?.slots[slot]?.said.map(({ value }) => value).join('\n');
}
