import type { KnownBlock } from '@slack/types';
import { frenchTypography } from '../../../src/french/typography.ts';
import type { AgreementView } from '../../../src/rewording/port/agreement.ts';
import type { Language, Role } from '../../../src/vocabulary/people.ts';
import { SLOTS } from '../../../src/vocabulary/rewording.ts';
import { actions, button, context, header } from '../blocks/build.ts';
import { escapeMarkdown } from '../blocks/clean.ts';
import { plainText, richText } from '../blocks/markdown.ts';
import { message, type SlackMessage } from '../blocks/message.ts';
import { escapeMrkdwn } from '../blocks/mrkdwn.ts';
import { ACTIONS } from '../ids.ts';
import { type Texts, textsOf } from '../texts.ts';
import { packValue } from '../values.ts';

const SIDES: readonly Role[] = ['prescriber', 'buyer'];

/** «Voici ce que j'ai compris», with each side's say; updated in place. `by`: who spoke last for each side, as a mention. */
export function agreementMessage(
  view: AgreementView,
  language: Language,
  by: Readonly<Partial<Record<Role, string>>> = {},
): SlackMessage {
  const texts = textsOf(language);
  const { rewording: says } = texts.all;
  const { reword } = texts.slack;
  const value = packValue({ a: view.id }, 'a');
  const { status } = view;
  const open = status.kind === 'open';
  const state =
    status.kind === 'withdrawn'
      ? says.agreement.state.withdrawn(says.side[status.by])
      : says.agreement.state[status.kind];
  const accepted = SIDES.filter((side) => view.acceptances[side] !== undefined);
  const text = escapeMarkdown(frenchTypography(view.text));
  return message({
    head: [header(says.agreement.title), ...richText(`**${state}** · ${reword.agreementIntro}`)],
    body: [...richText(text), ...blocksOf(sayNeeds(view, texts)), ...blocksOf(sayPoints(view, texts))],
    tail: [
      ...context(
        ...accepted.map((side) => {
          const who = by[side];
          return who === undefined
            ? escapeMrkdwn(says.agreement.accepted(says.side[side]))
            : reword.acceptedBy(escapeMrkdwn(says.side[side]), who);
        }),
      ),
      ...actions([
        ...(open && view.acceptances.prescriber === undefined
          ? [button(ACTIONS.agreePrescriber, reword.accept.prescriber, value, { style: 'primary' })]
          : []),
        ...(open && view.acceptances.buyer === undefined
          ? [button(ACTIONS.agreeBuyer, reword.accept.buyer, value, { style: 'primary' })]
          : []),
        ...(open ? [button(ACTIONS.correctAgreement, reword.correct, value)] : []),
        button(ACTIONS.agreementDocx, reword.docx, value),
      ]),
    ],
    text: `${says.agreement.title}\u00a0: ${state}\n\n${plainText(text)}`,
    cut: context(escapeMrkdwn(reword.inFile))[0] ?? header(reword.inFile),
  });
}

function blocksOf(markdown: string): readonly KnownBlock[] {
  return markdown === '' ? [] : richText(markdown);
}

/** The brief, slot by slot, in the person's own words; what lacks is said. */
function sayNeeds({ needs }: AgreementView, { all }: Texts): string {
  const { rewording: says } = all;
  return needs
    .map((need, index) => {
      const title = needs.length === 1 ? says.brief : says.need(index + 1, needs.length);
      const lines = SLOTS.flatMap((slot) => {
        const entry = need.slots[slot];
        if (entry === undefined) return [];
        const said = entry.said.map(({ value }) => escapeMarkdown(value.replace(/\s+/g, ' '))).join('\u00a0; ');
        return [`- **${says.slot[slot]}**\u00a0: ${said}${entry.conflict ? ` (${says.conflict})` : ''}`];
      });
      const missing = need.missing.map((slot) => says.slot[slot].toLowerCase()).join(', ');
      return [`**${title}**`, lines.join('\n'), missing === '' ? '' : `**${says.toSay}**\u00a0: ${missing}.`]
        .filter((part) => part !== '')
        .join('\n\n');
    })
    .join('\n\n');
}

function sayPoints({ points }: AgreementView, { all }: Texts): string {
  return points
    .map(({ point, text }) => `- **${all.rewording.points[point]}**\u00a0: ${escapeMarkdown(frenchTypography(text))}`)
    .join('\n');
}
