import type { AgreedNeed, AgreementView } from '../../../src/rewording/port/agreement.ts';
import type { Role } from '../../../src/vocabulary/people.ts';
import { SLOTS, type Slot } from '../../../src/vocabulary/rewording.ts';
import { clean, shorten } from '../card/clean.ts';
import { type Action, type Element, heading, note } from '../card/elements.ts';
import { ownWords } from '../card/markdown.ts';
import type { Say } from '../say.ts';
import { VERBS } from '../verbs.ts';
import type { CardPart } from './card-part.ts';
import { type Notice, noticeElements } from './notice.ts';

const ROLES: readonly Role[] = ['prescriber', 'buyer'];
/** Boxes on one card: the slots of one need, and no more than a person fills in at once. */
const LONGEST_VALUE = 500;

export interface AgreementSetting {
  readonly say: Say;
  /** Said above all: what was done, or what went wrong. */
  readonly notice?: Notice;
  readonly by: Role;
}

export function slotName(need: number, slot: Slot): string {
  return `slot-${need}-${slot}`;
}

/** The brief both sides agree on: each slot in a box, in the person's own words, what is missing marked; then who has accepted. */
export function agreementPart(view: AgreementView, { say, notice, by }: AgreementSetting): CardPart {
  const { rewording: texts } = say.texts;
  const { agreement } = texts;
  const open = view.status.kind === 'open';
  const state =
    view.status.kind === 'withdrawn'
      ? agreement.state.withdrawn(texts.side[view.status.by])
      : agreement.state[view.status.kind];
  const body: Element[] = [
    heading(agreement.title, 'Large'),
    ...noticeElements(notice, say),
    note(say.set(state)),
    ...view.needs.flatMap((need, index) => needElements(need, { index, of: view.needs.length, open }, say)),
    ...ROLES.map((role) => {
      const done = view.acceptances[role] !== undefined;
      const who = texts.side[role];
      return note(say.set(done ? agreement.accepted(who) : agreement.waiting(who)), { isSubtle: !done });
    }),
  ];
  const data = { id: view.id, version: view.version, by };
  const execute = (title: string, act: string, style: 'default' | 'positive' = 'default'): Action => ({
    type: 'Action.Execute',
    title,
    style,
    verb: VERBS.agreement,
    data: { ...data, act },
  });
  const actions = open
    ? [
        execute(agreement.save, 'save'),
        ...(view.acceptances[by] === undefined ? [execute(agreement.accept, 'accepted', 'positive')] : []),
      ]
    : [execute(agreement.reopen, 'reopened')];
  return { body, actions, said: `${agreement.title}. ${state}` };
}

function needElements(
  need: AgreedNeed,
  { index, of, open }: { readonly index: number; readonly of: number; readonly open: boolean },
  say: Say,
): readonly Element[] {
  const { rewording: texts } = say.texts;
  const named = of > 1 ? [heading(texts.need(index + 1, of))] : [];
  const wanted = SLOTS.filter((slot) => need.slots[slot] !== undefined || need.missing.includes(slot));
  return [...named, ...wanted.flatMap((slot) => slotElements(need, slot, { index, open }, say))];
}

function slotElements(
  need: AgreedNeed,
  slot: Slot,
  { index, open }: { readonly index: number; readonly open: boolean },
  { texts }: Say,
): readonly Element[] {
  const entry = need.slots[slot];
  const said = entry?.said.map(({ value }) => value).join('\n') ?? '';
  const missing = need.missing.includes(slot);
  const name = texts.rewording.slot[slot];
  const label = missing ? `${name} (${texts.rewording.toSay.toLowerCase()})` : name;
  // What is too long for a box is shown whole: a box would cut it and a save would lose the rest.
  if (!open || said.length > LONGEST_VALUE) return [heading(label), ...ownWords(said || '…')];
  const value = said === '' ? {} : { value: clean(said) };
  return [
    {
      type: 'Input.Text',
      id: slotName(index, slot),
      label: shorten(label, 120),
      isMultiline: said.includes('\n'),
      maxLength: LONGEST_VALUE,
      ...value,
    },
  ];
}
