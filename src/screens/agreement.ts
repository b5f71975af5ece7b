import type { AgreedNeed, AgreementView } from '../rewording/port/agreement.ts';
import { interviewTexts } from '../text/interview-texts.ts';
import type { Language, Role } from '../vocabulary/people.ts';
import { SLOTS, type Slot } from '../vocabulary/rewording.ts';
import { escapeMarkdown, heading, makeScreen, markdown, notice, type Told, told } from './make.ts';
import type { Act, Block, Field, Form, Screen } from './screen.ts';
import { type Words, wordsOf } from './words.ts';

const SIDES: readonly Role[] = ['prescriber', 'buyer'];
/** Characters of a box; what is longer is shown whole: a box would cut it, and to keep it would lose the rest. */
const LONGEST_VALUE = 500;

export interface AgreementSetting {
  readonly language: Language;
  /** Said above all: what was done, or what went wrong. */
  readonly told?: Told;
  /** The side of whoever reads, who corrects on the screen itself; without one, everybody reads it, and corrects in a form. */
  readonly by?: Role | undefined;
  /** Who accepted for each side, by name. */
  readonly names?: Readonly<Partial<Record<Role, string>>>;
}

/** Under which what is corrected comes back. */
export function slotName(need: number, slot: Slot): string {
  return `slot-${need}-${slot}`;
}

/** The brief both sides agree on: each slot in the person's own words, what is missing marked; then who has accepted. */
export function agreementScreen(view: AgreementView, { language, by, names = {}, ...said }: AgreementSetting): Screen {
  const words = wordsOf(language);
  const { agreement, side } = words.all.rewording;
  const { status } = view;
  const open = status.kind === 'open';
  const state = status.kind === 'withdrawn' ? agreement.state.withdrawn(side[status.by]) : agreement.state[status.kind];
  const fields = by !== undefined && open ? slotFields(view, words) : [];
  return makeScreen({
    ref: { view: 'agreement', key: view.id, version: view.version },
    language,
    title: agreement.title,
    blocks: [
      ...told(said.told),
      markdown(`**${state}**`),
      markdown(escapeMarkdown(view.text)),
      ...view.needs.flatMap((need, index) => needBlocks(need, { index, of: view.needs.length, boxes: fields }, words)),
      ...pointBlocks(view, words),
      ...sheetBlocks(view, words),
      ...SIDES.flatMap((one) => {
        const done = view.acceptances[one] !== undefined;
        return notice(done ? acceptedBy(one, names[one], words) : agreement.waiting(side[one]));
      }),
    ],
    fields,
    acts: actsOf(view, by, words),
    said: `${agreement.title}\u00a0: ${state}\n\n${view.text}`,
    audience: by === undefined ? 'all' : 'one',
  });
}

function acceptedBy(side: Role, name: string | undefined, { all, own }: Words): string {
  const who = all.rewording.side[side];
  return name === undefined ? all.rewording.agreement.accepted(who) : own.acceptedBy(who, name);
}

function actsOf(view: AgreementView, by: Role | undefined, words: Words): readonly Act[] {
  const { agreement } = words.all.rewording;
  const { own } = words;
  const on = { kind: 'agreement', id: view.id, version: view.version } as const;
  const value = { agreement: view.id };
  const open = view.status.kind === 'open';
  const file: Act = { verb: 'agreement_file', value, label: own.briefFile, look: 'plain' };
  const accepts = open ? SIDES.filter((side) => view.acceptances[side] === undefined) : [];
  if (by === undefined)
    return [
      ...accepts.map(
        (side): Act => ({ verb: 'agree', value: { ...value, side }, label: own.agree[side], look: 'primary', on }),
      ),
      ...(open
        ? [
            {
              verb: 'correct',
              value,
              label: agreement.edit,
              look: 'plain',
              on,
              needs: correctForm(view, words.language),
            } as const,
          ]
        : []),
      file,
    ];
  if (!open)
    return [
      { verb: 'reopen_agreement', value: { ...value, side: by }, label: agreement.reopen, look: 'plain', on },
      file,
    ];
  return [
    { verb: 'correct', value: { ...value, side: by }, label: agreement.save, look: 'plain', on },
    ...(accepts.includes(by)
      ? [{ verb: 'agree', value: { ...value, side: by }, label: agreement.accept, look: 'primary', on } as const]
      : []),
    file,
  ];
}

/** Every slot of each need as it stands, and which side corrects; the lines of a field are its sayings. */
export function correctForm(view: AgreementView, language: Language): Form {
  const words = wordsOf(language);
  const { agreement } = words.all.rewording;
  return {
    title: words.own.correct,
    intro: words.own.correctWhy,
    fields: [sideField(language), ...slotFields(view, words)],
    submit: agreement.save,
  };
}

/** For which side one speaks. */
export function sideField(language: Language): Field {
  const { all, own } = wordsOf(language);
  const { side, agreement } = all.rewording;
  return {
    kind: 'choice',
    name: 'side',
    label: own.writeFor,
    choices: SIDES.map((value) => ({ value, label: side[value] })),
    value: [],
    several: false,
    required: agreement.refused.side,
  };
}

function slotsOf(need: AgreedNeed): readonly Slot[] {
  return SLOTS.filter((slot) => need.slots[slot] !== undefined || need.missing.includes(slot));
}

function sayingsOf(need: AgreedNeed, slot: Slot): string {
  return need.slots[slot]?.said.map(({ value }) => value).join('\n') ?? '';
}

function slotFields(view: AgreementView, { all }: Words): readonly Field[] {
  const { slot: names, toSay, agreement } = all.rewording;
  return view.needs.flatMap((need, index) =>
    slotsOf(need).flatMap((slot): readonly Field[] => {
      const value = sayingsOf(need, slot);
      if (value.length > LONGEST_VALUE) return [];
      const label = need.missing.includes(slot) ? `${names[slot]} (${toSay.toLowerCase()})` : names[slot];
      const box = { kind: 'text', name: slotName(index, slot), label, max: LONGEST_VALUE, value } as const;
      return [value.includes('\n') ? { ...box, multiline: true, hint: agreement.oneByLine } : box];
    }),
  );
}

/** What stands in no box, slot by slot; what lacks is said. */
function needBlocks(
  need: AgreedNeed,
  { index, of, boxes }: { readonly index: number; readonly of: number; readonly boxes: readonly Field[] },
  { all }: Words,
): readonly Block[] {
  const { rewording: says } = all;
  const facts = slotsOf(need).flatMap((slot) => {
    if (boxes.some(({ name }) => name === slotName(index, slot))) return [];
    const said = sayingsOf(need, slot).split('\n').join('\u00a0; ');
    const doubt = need.slots[slot]?.conflict === true ? ` (${says.conflict})` : '';
    return [{ name: says.slot[slot], value: said === '' ? says.toSay : `${said}${doubt}` }];
  });
  if (facts.length === 0) return [];
  return [heading(of === 1 ? says.brief : says.need(index + 1, of)), { kind: 'facts', facts, verbatim: true }];
}

/** The purchase that it is for, as its sheet has it. */
function sheetBlocks({ sheet = [] }: AgreementView, { language }: Words): readonly Block[] {
  const { title, heads } = interviewTexts[language];
  const facts = sheet.map(({ name, text }) => ({ name: heads[name], value: text }));
  return facts.length === 0 ? [] : [heading(title), { kind: 'facts', facts }];
}

function pointBlocks({ points }: AgreementView, { all }: Words): readonly Block[] {
  const facts = points.map(({ point, text }) => ({ name: all.rewording.points[point], value: text }));
  return facts.length === 0 ? [] : [{ kind: 'facts', facts }];
}
