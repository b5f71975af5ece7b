import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { BriefPreview, MaskChoice, PreviewChoices } from '../../../src/handoff/port/views.ts';
import { ownValue } from '../../../src/own-value.ts';
import { sayCompetence } from '../../../src/text/competence-names.ts';
import { actions, button, context, input, option, plain, section } from '../blocks/build.ts';
import { shorten } from '../blocks/clean.ts';
import { LIMITS } from '../blocks/limits.ts';
import { quoteText, richText } from '../blocks/markdown.ts';
import { escapeMrkdwn } from '../blocks/mrkdwn.ts';
import { ACTIONS, VIEWS } from '../ids.ts';
import type { Texts } from '../texts.ts';
import { modal } from './modal.ts';
import type { FormState } from './state.ts';

/** What the form keeps: the case, and the mark of the text that it shows; the choices too, where they are short. */
interface ConsentMeta {
  readonly k: string;
  readonly h: string;
  readonly c?: PreviewChoices;
}

export const consentMeta = z.object({
  k: z.string(),
  h: z.string(),
  c: z.object({ lifted: z.array(z.string()), added: z.array(z.string()), amountsAsRanges: z.boolean() }).optional(),
});

const LONGEST_CHOICES = 2_500;

export const CONSENT = {
  lifted: 'lifted',
  added: 'added',
  options: 'options',
  ranges: 'ranges',
  sameBody: 'same_body',
} as const;

const MOST_SHOWN = 12;
const TEXT_BLOCKS = 8;

/** What will leave, word for word, before anything does: masks to lift, words to hide, then agreement. */
export function consentView(preview: BriefPreview, choices: PreviewChoices, texts: Texts, changed = false): ModalView {
  const { consent: says } = texts.slack;
  const { brief } = texts.all.handoffWeb;
  const masks = distinct(preview.masks);
  const liftable = masks.filter(({ kind }) => kind !== 'added');
  const fits = JSON.stringify(choices).length <= LONGEST_CHOICES;
  const meta: ConsentMeta = { k: preview.case, h: preview.seen, ...(fits ? { c: choices } : {}) };
  return modal(VIEWS.consent, says, texts, meta, [
    ...richText(changed ? `**${says.changed}**` : says.intro),
    ...textBlocks(brief.question, preview.question),
    ...textBlocks(brief.answered, preview.answered),
    ...textBlocks(brief.need, preview.need),
    ...(preview.competences.length === 0
      ? []
      : context(
          `*${escapeMrkdwn(brief.competences)}*\u00a0: ${escapeMrkdwn(preview.competences.map(sayCompetence).join(', '))}`,
        )),
    section(`*${escapeMrkdwn(brief.masks)}*\n${masksText(masks, texts)}`),
    ...(liftable.length === 0 ? [] : [liftedInput(liftable, choices, texts)]),
    input(
      CONSENT.added,
      says.added,
      {
        type: 'plain_text_input',
        multiline: true,
        max_length: 1_000,
        ...(choices.added.length === 0 ? {} : { initial_value: shorten(choices.added.join('\n'), 1_000) }),
      },
      { hint: says.addedHint, optional: true },
    ),
    optionsInput(choices, texts),
    ...actions([button(ACTIONS.consentRefresh, says.refresh, preview.case)]),
    ...context(escapeMrkdwn(brief.sendWhy)),
  ]);
}

/**
 * What was chosen in the form; what the requester wants of their own body comes with it.
 * @param shown the choices of the form as it was shown: a field that is not sent back was left as it was
 */
export function readConsent(
  state: FormState,
  masks: readonly MaskChoice[],
  shown: PreviewChoices | undefined,
): { choices: PreviewChoices; sameBody: boolean } {
  const left = (name: string) => (state.has(name) ? undefined : shown);
  const chosen = state.many(CONSENT.lifted);
  const added = (state.text(CONSENT.added) ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const set = state.many(CONSENT.options);
  return {
    choices: {
      lifted: left(CONSENT.lifted)?.lifted ?? masks.filter((mask) => chosen.includes(keyOf(mask))).map(({ id }) => id),
      added: left(CONSENT.added)?.added ?? [...new Set(added)],
      amountsAsRanges: left(CONSENT.options)?.amountsAsRanges ?? set.includes(CONSENT.ranges),
    },
    sameBody: set.includes(CONSENT.sameBody),
  };
}

/** Mentions of the same thing are one choice. */
function distinct(masks: readonly MaskChoice[]): readonly MaskChoice[] {
  return [...new Map(masks.map((mask) => [keyOf(mask), mask])).values()];
}

/** Short, and the same for every mention of a thing: Slack takes 150 characters. */
function keyOf({ replacement, text }: MaskChoice): string {
  return `${replacement.slice(0, 60)} ${text.toLowerCase().slice(0, 80)}`;
}

function liftedInput(masks: readonly MaskChoice[], { lifted }: PreviewChoices, { slack }: Texts): KnownBlock {
  const options = masks.slice(0, LIMITS.options).map((mask) => ({ mask, option: option(mask.text, keyOf(mask)) }));
  const initial = options.filter(({ mask }) => !mask.masked || lifted.includes(mask.id)).map((one) => one.option);
  return input(
    CONSENT.lifted,
    slack.consent.lifted,
    {
      type: 'multi_static_select',
      options: options.map((one) => one.option),
      placeholder: plain(slack.consent.liftedPlaceholder, LIMITS.placeholder),
      ...(initial.length === 0 ? {} : { initial_options: initial }),
    },
    { hint: slack.consent.liftedHint, optional: true },
  );
}

function optionsInput({ amountsAsRanges }: PreviewChoices, { all, slack }: Texts): KnownBlock {
  const { brief } = all.handoffWeb;
  const ranges = option(brief.amounts, CONSENT.ranges);
  const body = option(brief.sameBody, CONSENT.sameBody);
  return input(
    CONSENT.options,
    slack.consent.options,
    {
      type: 'checkboxes',
      options: [ranges, { ...body, description: plain(brief.sameBodyWhy, LIMITS.optionText) }],
      ...(amountsAsRanges ? { initial_options: [ranges] } : {}),
    },
    { optional: true },
  );
}

function masksText(masks: readonly MaskChoice[], { all, slack }: Texts): string {
  const { brief } = all.handoffWeb;
  if (masks.length === 0) return escapeMrkdwn(brief.noMask);
  const lines = masks.slice(0, MOST_SHOWN).map(({ kind, text, replacement, masked }) => {
    const name = ownValue(brief.kind, kind) ?? brief.otherKind;
    const state = masked ? replacement : brief.shown(name);
    return `• ${escapeMrkdwn(slack.consent.maskedLine(shorten(text, 60), state, name))}`;
  });
  const more = masks.length - MOST_SHOWN;
  return [...lines, ...(more > 0 ? [`• ${escapeMrkdwn(slack.consent.moreMasks(more))}`] : [])].join('\n');
}

function textBlocks(title: string, text: string | undefined): readonly KnownBlock[] {
  if (text === undefined || text === '') return [];
  return [section(`*${escapeMrkdwn(title)}*`), ...quoteText(text).slice(0, TEXT_BLOCKS)];
}
