import type { KnownBlock } from '@slack/types';
import type { Defect } from '../../../src/fidelity/port/defect.ts';
import { frenchTypography } from '../../../src/french/typography.ts';
import type { LintFinding, PlainPoints, Rewording, Term } from '../../../src/rewording/port/rewording.ts';
import type { Slot } from '../../../src/vocabulary/rewording.ts';
import { actions, button, context, header } from '../blocks/build.ts';
import { escapeMarkdown, shorten } from '../blocks/clean.ts';
import { plainText, richText } from '../blocks/markdown.ts';
import { escapeMrkdwn } from '../blocks/mrkdwn.ts';
import { ACTIONS } from '../ids.ts';
import type { Texts } from '../texts.ts';
import { packValue } from '../values.ts';

const MOST_TERMS = 6;
const MOST_FINDINGS = 8;

/** A rewording: the text to send first, then what to look at before sending it, then what the brief lacks. */
export function rewordingMessage(reworded: Rewording, id: string, texts: Texts) {
  const { rewording: says } = texts.all;
  const { direction, fidelity, missing, source } = reworded;
  const value = packValue({ m: id, d: direction, q: source }, 'q');
  const text = escapeMarkdown(frenchTypography(reworded.text));
  return {
    head: [header(says.rewordedFor[direction])],
    body: [
      ...richText(text),
      ...(reworded.direction === 'to_prescriber' ? blocksOf(sayPoints(reworded.points, texts)) : []),
      ...context(
        escapeMrkdwn(fidelity.faithful ? says.faithful : says.unfaithful(fidelity.defects.length)),
        ...fidelity.defects.slice(0, 4).map((defect) => sayDefect(defect, texts)),
      ),
      ...blocksOf(sayFindings(reworded, texts)),
      ...blocksOf(sayGaps(reworded, texts)),
      ...blocksOf(sayTerms(reworded.terms, texts)),
    ],
    tail: actions([
      ...(missing.length > 0
        ? [button(ACTIONS.completeBrief, texts.slack.reword.complete, value, { style: 'primary' })]
        : []),
      button(ACTIONS.shareBrief, texts.slack.reword.share, value),
      button(ACTIONS.briefDocx, texts.slack.reword.docx, value),
    ]) satisfies readonly KnownBlock[],
    text: `${says.rewordedFor[direction]}\n\n${plainText(text)}\n\n${gapsOf(missing, texts)}`.trim(),
  };
}

function blocksOf(markdown: string | undefined): readonly KnownBlock[] {
  return markdown === undefined ? [] : richText(markdown);
}

/** «À préciser : budget, lieu.» */
function gapsOf(missing: readonly Slot[], { all }: Texts): string {
  if (missing.length === 0) return '';
  return `${all.rewording.toSay}\u00a0: ${missing.map((slot) => all.rewording.slot[slot].toLowerCase()).join(', ')}.`;
}

function sayGaps({ missing, questions }: Rewording, texts: Texts): string | undefined {
  if (missing.length === 0) return undefined;
  const asked = questions.slice(0, 3).map(({ text }) => `- ${escapeMarkdown(frenchTypography(text))}`);
  return `**${texts.all.rewording.toSay}**\u00a0: ${missing.map((slot) => texts.all.rewording.slot[slot].toLowerCase()).join(', ')}.\n\n${asked.join('\n')}`;
}

function sayFindings({ lint, source }: Rewording, texts: Texts): string | undefined {
  if (lint.length === 0) return undefined;
  const { rewording: says } = texts.all;
  const lines = lint.slice(0, MOST_FINDINGS).map((finding) => `- ${sayFinding(finding, source, texts)}`);
  return `**${says.findings(lint.length)}**\n\n${lines.join('\n')}`;
}

function sayFinding(
  { code, span, articles, message, suggestion }: LintFinding,
  source: string,
  { all }: Texts,
): string {
  const law = articles.length === 0 ? '' : ` (${articles.join(', ')})`;
  const words = escapeMarkdown(shorten(source.slice(...span).replace(/\s+/g, ' '), 160));
  return `**${all.rewording.lint[code]}** «\u00a0${words}\u00a0»\u00a0: ${escapeMarkdown(message)}${law} ${escapeMarkdown(suggestion)}`;
}

function sayTerms(terms: readonly Term[], { all, slack }: Texts): string | undefined {
  if (terms.length === 0) return undefined;
  const lines = terms
    .slice(0, MOST_TERMS)
    .map(
      ({ from, to, explanation }) =>
        `- «\u00a0${escapeMarkdown(from)}\u00a0» → *${escapeMarkdown(to)}*\u00a0: ${escapeMarkdown(frenchTypography(explanation))}`,
    );
  const more = terms.length > MOST_TERMS ? `\n- ${slack.reword.moreTerms(terms.length - MOST_TERMS)}` : '';
  return `**${all.rewording.glossary}**\n\n${lines.join('\n')}${more}`;
}

function sayPoints({ asked, why, send, byWhen, otherwise, example }: PlainPoints, { all }: Texts): string | undefined {
  const { points: names } = all.rewording;
  const said: readonly (readonly [string, string | undefined])[] = [
    [names.asked, asked.join(' ') || undefined],
    [names.why, why],
    [names.send, send.join('\u00a0; ') || undefined],
    [names.byWhen, byWhen],
    [names.otherwise, otherwise],
    [names.example, example],
  ];
  const lines = said.flatMap(([name, text]) =>
    text === undefined ? [] : [`- **${name}**\u00a0: ${escapeMarkdown(frenchTypography(text))}`],
  );
  return lines.length === 0 ? undefined : lines.join('\n');
}

function sayDefect({ kind, source, target }: Defect, { all }: Texts): string {
  const { rewording: says } = all;
  const shown = (words: string) => escapeMrkdwn(shorten(words, 120)) || says.nowhere;
  return `${says.defect[kind]}\u00a0: «\u00a0${shown(source)}\u00a0» → «\u00a0${shown(target)}\u00a0»`;
}
