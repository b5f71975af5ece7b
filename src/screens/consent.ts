import { plainMarkdown } from '../french/plain-markdown.ts';
import type { BriefPreview, MaskChoice, PreviewChoices } from '../handoff/port/views.ts';
import { ownValue } from '../own-value.ts';
import { sayCompetence } from '../text/competence-names.ts';
import type { Language } from '../vocabulary/people.ts';
import { inShort, makeScreen, markdown, notice, quoted, type Told, told } from './make.ts';
import type { Act, Block, ChoiceField, Field, Screen } from './screen.ts';
import { type Words, wordsOf } from './words.ts';

/** What can be changed of what leaves, and what the requester wants of their own body. */
export interface ConsentChoices extends PreviewChoices {
  readonly sameBody: boolean;
}

export const NO_CHOICE: ConsentChoices = { lifted: [], added: [], amountsAsRanges: false, sameBody: false };

/** Names of the fields, as they come back. */
export const CONSENT = {
  question: 'question',
  answer: 'answer',
  lifted: 'lifted',
  added: 'added',
  amounts: 'amounts',
  sameBody: 'sameBody',
  deadline: 'deadline',
} as const;

/** Masks that can be lifted: any further one stays, which is the safe side. */
const MOST_MASKS = 40;
const LONGEST_ADDED = 1_000;
const LONGEST_EDIT = 3_000;
const LONGEST_MASK = 60;
const LONGEST_DEADLINE = 100;

/**
 * Exactly what would leave, word for word, and what can be changed about it: nothing leaves before it is seen. The question and
 * what is hidden of it stand first; the assistant's own answer, which goes along, unfolds.
 */
export function consentScreen(preview: BriefPreview, choices: ConsentChoices, language: Language, said?: Told): Screen {
  const words = wordsOf(language);
  const { brief } = words.all.handoffWeb;
  const { consent: says } = words.own;
  const masks = distinct(preview.masks);
  const value = { case: preview.case, seen: preview.seen };
  return makeScreen({
    ref: { view: 'consent', key: preview.case },
    language,
    title: brief.title,
    blocks: [
      ...(said === undefined ? [markdown(says.intro)] : told(said)),
      ...quoted(undefined, preview.question),
      ...notice(masks.length === 0 ? brief.noMask : hidden(masks, words)),
      ...notice(brief.sendWhy),
      ...alsoLeaves(preview, words),
    ],
    fields: fieldsOf(preview, masks, choices, words),
    acts: [
      { verb: 'send', value, label: brief.send, look: 'primary' },
      { verb: 'preview', value, label: brief.update, look: 'plain' },
      { verb: 'give_up', value, label: brief.giveUp, look: 'danger' },
    ] satisfies readonly Act[],
    said: `${brief.title}. ${says.intro} ${preview.question}`,
  });
}

/** What the other side reads in the place of what is hidden; what was lifted is not. */
function hidden(masks: readonly MaskChoice[], { own }: Words): string | undefined {
  const shown = masks.filter(({ masked }) => masked).slice(0, MOST_MASKS);
  if (shown.length === 0) return undefined;
  return own.consent.hides(shown.map(({ text, replacement }) => `${inShort(text, LONGEST_MASK)} → ${replacement}`));
}

function alsoLeaves({ answered, need, competences }: BriefPreview, { all, own }: Words): readonly Block[] {
  const { brief } = all.handoffWeb;
  const sought = competences.map(sayCompetence).join(', ');
  const blocks = [
    ...quoted(brief.answered, answered === undefined ? undefined : plainMarkdown(answered)),
    ...quoted(brief.need, need === undefined ? undefined : plainMarkdown(need)),
    ...notice(sought === '' ? undefined : `${brief.competences}\u00a0: ${sought}`),
  ];
  return blocks.length === 0 ? [] : [{ kind: 'fold', id: 'also', label: own.consent.alsoLeaves, blocks }];
}

function fieldsOf(
  { typed, hasAnswer, answered, deadline }: BriefPreview,
  masks: readonly MaskChoice[],
  choices: ConsentChoices,
  { all, own }: Words,
): readonly Field[] {
  const { brief } = all.handoffWeb;
  const found = masks.filter(({ kind }) => kind !== 'added').slice(0, MOST_MASKS);
  const question: Field = {
    kind: 'text',
    name: CONSENT.question,
    label: brief.edit,
    hint: brief.editWhy,
    max: LONGEST_EDIT,
    multiline: true,
    value: choices.question ?? typed,
  };
  const lift: ChoiceField = {
    kind: 'choice',
    name: CONSENT.lifted,
    label: own.consent.lift,
    choices: found.map(({ id, text, kind }) => ({
      value: id,
      label: `${inShort(text, LONGEST_MASK) || '…'} (${ownValue(brief.kind, kind) ?? brief.otherKind})`,
    })),
    value: found.filter(({ id, masked }) => !masked || choices.lifted.includes(id)).map(({ id }) => id),
    several: true,
  };
  return [
    // A box that cuts a text would send it cut.
    ...(typed.length > LONGEST_EDIT ? [] : [question]),
    {
      kind: 'text',
      name: CONSENT.deadline,
      label: brief.deadline,
      hint: brief.deadlineHint,
      max: LONGEST_DEADLINE,
      value: deadline ?? '',
    },
    ...(found.length === 0 ? [] : [lift]),
    {
      kind: 'text',
      name: CONSENT.added,
      label: brief.add,
      hint: brief.addHint,
      max: LONGEST_ADDED,
      multiline: true,
      value: choices.added.join('\n'),
    },
    ...(hasAnswer
      ? [{ kind: 'toggle', name: CONSENT.answer, label: brief.withAnswer, value: answered !== undefined } as const]
      : []),
    { kind: 'toggle', name: CONSENT.amounts, label: brief.amounts, value: choices.amountsAsRanges },
    { kind: 'toggle', name: CONSENT.sameBody, label: brief.sameBody, value: choices.sameBody },
  ];
}

/** Mentions of the same thing are one choice: lifting one lifts them all. */
function distinct(masks: readonly MaskChoice[]): readonly MaskChoice[] {
  return [...new Map(masks.map((mask) => [`${mask.replacement}\n${mask.text.toLowerCase()}`, mask])).values()];
}

/** What was typed to be hidden besides, one by line. */
export function linesOf(typed: string): readonly string[] {
  const lines = typed.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}
