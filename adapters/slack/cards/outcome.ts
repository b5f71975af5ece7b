import type { ContextActionsBlock, KnownBlock } from '@slack/types';
import type {
  Clarification,
  HandoffOffer,
  OutboundMessage,
  Refusal,
  SmallTalk,
} from '../../../src/answering/port/outcome.ts';
import { withoutEnd } from '../../../src/french/ends.ts';
import { fold } from '../../../src/french/words.ts';
import type { Suggestion } from '../../../src/message/message.ts';
import { assertNever } from '../../../src/result.ts';
import type { Role } from '../../../src/vocabulary/people.ts';
import { actions, button, context, header } from '../blocks/build.ts';
import { cleanText, shorten } from '../blocks/clean.ts';
import { plainText, richText } from '../blocks/markdown.ts';
import { message, type SlackMessage } from '../blocks/message.ts';
import { escapeMrkdwn } from '../blocks/mrkdwn.ts';
import { ACTIONS } from '../ids.ts';
import { type Texts, textsOf } from '../texts.ts';
import { packValue } from '../values.ts';
import { answerParts, sourceLines } from './answer.ts';
import { rewordingMessage } from './rewording.ts';

/** How a reply is shown this time. */
export interface Shown {
  readonly reply: OutboundMessage;
  readonly question: string;
  readonly role: Role;
  /** All of it; else the short answer. */
  readonly full: boolean;
  /** `private`: seen by one person of a channel, who may share it. */
  readonly place: 'dm' | 'channel' | 'private';
  /** A reservist can be asked here. */
  readonly human: boolean;
  /** Said above: a suggestion that was clicked is nowhere to be read. */
  readonly above?: string | undefined;
  /** Leads to the lesson that an answer comes from. */
  readonly lesson?: Suggestion;
}

const MOST_SUGGESTIONS = 5;

/** Any outcome as one Slack message, short first. */
export function outcomeMessage(shown: Shown): SlackMessage {
  const { outcome, language } = shown.reply;
  const texts = textsOf(language);
  const above = context(shown.above === undefined ? undefined : escapeMrkdwn(shown.above));
  const cut = context(escapeMrkdwn(texts.slack.answer.cut))[0] ?? header(texts.slack.answer.cut);
  const shape = (parts: OutcomeParts) =>
    message({
      head: [...above, ...parts.head],
      body: parts.body,
      tail: [...parts.tail, ...(shown.place === 'private' ? privateRow(shown, texts) : [])],
      text: parts.text,
      cut,
    });
  switch (outcome.kind) {
    case 'answer':
      return shape(answerMessage(shown, texts));
    case 'handoff':
      return shape(handoffMessage(outcome, shown, texts));
    case 'clarification':
      return shape(clarificationMessage(outcome, shown, texts));
    case 'refusal':
      return shape(refusalMessage(outcome, shown, texts));
    case 'smalltalk':
      return shape(smallTalkMessage(outcome, shown));
    case 'rewording':
      return shape(rewordingMessage(outcome.rewording, shown.reply.inReplyTo, texts));
    default:
      return assertNever(outcome);
  }
}

/** What an outcome says, in the order a reader wants it. */
interface OutcomeParts {
  readonly head: readonly KnownBlock[];
  readonly body: readonly KnownBlock[];
  readonly tail: readonly KnownBlock[];
  /** Plain text. */
  readonly text: string;
}

function answerMessage(shown: Shown, texts: Texts): OutcomeParts {
  const { outcome } = shown.reply;
  if (outcome.kind !== 'answer') throw new Error('not an answer');
  const { role, full } = shown;
  const parts = answerParts(outcome, { role, full, texts, within: 'page' });
  const other: Role = role === 'prescriber' ? 'buyer' : 'prescriber';
  const { answer: says } = texts.slack;
  const bothSides = outcome.registers.prescriber !== '' && outcome.registers.buyer !== '';
  return {
    ...parts,
    tail: [
      ...parts.tail,
      ...actions([
        ...(parts.hasMore || full
          ? [button(ACTIONS.more, full ? says.less : says.more, answerValue({ ...shown, full: !full }))]
          : []),
        ...(bothSides
          ? [
              button(ACTIONS.register, says.to[other], answerValue({ ...shown, role: other }), {
                label: says.toLabel[other],
              }),
            ]
          : []),
        ...humanButton(shown, texts),
      ]),
      ...suggestionRow(
        [...outcome.suggestions.slice(0, MOST_SUGGESTIONS - 1), ...(shown.lesson === undefined ? [] : [shown.lesson])],
        shown.reply.address.conversation,
      ),
      feedbackRow(shown, texts),
    ],
  };
}

function handoffMessage(offer: HandoffOffer, shown: Shown, texts: Texts): OutcomeParts {
  const known =
    offer.known && answerParts(offer.known, { role: shown.role, full: shown.full, texts, within: 'handoff' });
  const more = known?.hasMore === true || shown.full;
  const { answer: says } = texts.slack;
  return {
    head: [header(texts.all.web.handoffTitle), ...richText(offer.why)],
    body: known === undefined ? [] : [...richText(`**${texts.all.known}**`), ...known.head, ...known.body],
    tail: [
      ...(known?.tail ?? []),
      ...actions([
        ...humanButton(shown, texts, 'primary'),
        ...(known !== undefined && more
          ? [button(ACTIONS.more, shown.full ? says.less : says.more, answerValue({ ...shown, full: !shown.full }))]
          : []),
      ]),
    ],
    text: [plainText(offer.why), known?.text].filter((part) => part !== undefined).join('\n\n'),
  };
}

function clarificationMessage(asked: Clarification, shown: Shown, texts: Texts): OutcomeParts {
  const branches = asked.branches.map(({ title, brief }) => `**${title}**\n\n${brief}`).join('\n\n');
  return {
    head: [...richText(`**${asked.question}**`), ...suggestionRow(asked.choices, shown.reply.address.conversation)],
    body: branches === '' ? [] : richText(branches),
    tail: context(...sourceLines(asked.sources.slice(0, 4), texts)),
    text: [asked.question, ...asked.choices.map(({ label }) => `• ${label}`), plainText(branches)].join('\n'),
  };
}

function refusalMessage({ text, next, suggestions, reason }: Refusal, shown: Shown, texts: Texts): OutcomeParts {
  const human = reason === 'no_source' || reason === 'out_of_date' ? humanButton(shown, texts) : [];
  return {
    head: richText(`${text}\n\n${next}`),
    body: [],
    tail: [...actions(human), ...suggestionRow(suggestions, shown.reply.address.conversation)],
    text: `${plainText(text)}\n${plainText(next)}`,
  };
}

function smallTalkMessage({ text, suggestions }: SmallTalk, shown: Shown): OutcomeParts {
  return {
    head: richText(text),
    body: [],
    tail: suggestionRow(suggestions, shown.reply.address.conversation),
    text: plainText(text),
  };
}

function answerValue({ reply, question, role, full }: Shown): string {
  return packValue({ m: reply.inReplyTo, c: reply.address.conversation, r: role, f: full ? 1 : 0, q: question }, 'q');
}

function humanButton(shown: Shown, texts: Texts, style?: 'primary') {
  if (!shown.human) return [];
  return [
    button(ACTIONS.askReservist, texts.all.askReservist, answerValue(shown), style === undefined ? {} : { style }),
  ];
}

/** What the person may say next in the dialogue `c`, with one click; what asks for a human has a button of its own. */
export function suggestionRow(suggestions: readonly Suggestion[], c: string): readonly KnownBlock[] {
  // Two buttons that read alike are one: nobody could tell which is which.
  const apart = new Map(
    suggestions
      .filter(({ label, text }) => label.trim() !== '' && text.trim() !== '' && !/r[ée]serviste/i.test(text))
      .map((suggestion) => [shorten(cleanText(readAs(suggestion)), 70), suggestion] as const),
  );
  return actions(
    [...apart.values()]
      .slice(0, MOST_SUGGESTIONS)
      .map((one, index) =>
        button(
          `${ACTIONS.suggestion}_${index}`,
          one.label,
          packValue({ c, q: one.text, ...(one.on === undefined ? {} : { o: one.on }) }, 'q'),
          { label: readAs(one) },
        ),
      ),
  );
}

/** What a screen reader says: the whole line when it holds what is to be seen, since people say what they see. */
function readAs({ label, text }: Suggestion): string {
  return fold(text).includes(withoutEnd(fold(label), '….? \u00a0\u202f')) ? text : label;
}

function feedbackRow({ reply }: Shown, texts: Texts): ContextActionsBlock {
  const { feedback } = texts.all.web;
  const { usefulLabel, uselessLabel } = texts.slack.answer;
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: ACTIONS.feedback,
        positive_button: {
          text: { type: 'plain_text', text: feedback.yes },
          value: packValue({ m: reply.inReplyTo, u: 1 }, 'm'),
          accessibility_label: usefulLabel,
        },
        negative_button: {
          text: { type: 'plain_text', text: feedback.no },
          value: packValue({ m: reply.inReplyTo, u: 0 }, 'm'),
          accessibility_label: uselessLabel,
        },
      },
    ],
  };
}

function privateRow(shown: Shown, texts: Texts): readonly KnownBlock[] {
  const { onlyYou, share } = texts.slack.answer;
  return [...context(escapeMrkdwn(onlyYou)), ...actions([button(ACTIONS.share, share, answerValue(shown))])];
}
