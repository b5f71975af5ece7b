import { clean } from '../../../src/french/clean.ts';
import type { Suggestion } from '../../../src/message/message.ts';
import { noteScreen } from '../../../src/screens/note.ts';
import { suggestActs } from '../../../src/screens/suggest.ts';
import type { OutboundActivity } from '../activity.ts';
import { cutText, oneLine, shorten } from '../card/clean.ts';
import { LIMITS, packCards, sizeOf } from '../card/pack.ts';
import { type CardPart, cardOf } from '../render.ts';
import type { Say } from '../say.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
/** What a notification shows of a message. */
const LONGEST_SUMMARY = 200;
/** Code units that citations take at most: five of bounded length. */
const LARGEST_EXTRAS = 5_600;
/** Code units of JSON that a text may have. */
const LARGEST_TEXT = LIMITS.textActivity - LIMITS.envelope - LARGEST_EXTRAS - '""'.length;

export interface MessageParts {
  /** Markdown of ours, before the card; none where the card says it all. */
  readonly text?: string;
  readonly card?: CardPart;
  /** What the text cites: it goes with its end. */
  readonly citations?: object;
  /** What every message of it bears. */
  readonly label?: object;
  /** Shows Teams' own thumbs, and asks us for the form behind them. */
  readonly asksFeedback?: boolean;
  /** Said by a click. */
  readonly suggestions?: readonly Suggestion[];
}

/**
 * A message as as many activities as Teams asks for, nothing left out: a text and a card never share one, since Teams would
 * split it and tell the id of neither (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages);
 * what is too long for one goes into several. Thumbs go with the last. Suggestions are buttons of a card: Teams draws its own
 * («suggested actions») beside no card, and three at most.
 */
export function toActivities(given: MessageParts, say: Say): readonly [OutboundActivity, ...OutboundActivity[]] {
  const parts = withSuggestions(given, say);
  const text = clean(parts.text ?? '').trim();
  const texts = text === '' && parts.card !== undefined ? [] : cutText(text, LARGEST_TEXT);
  const said = [
    ...texts.map((piece, index) =>
      textActivity(piece, index === texts.length - 1 ? parts.citations : undefined, parts),
    ),
    ...(parts.card === undefined ? [] : cardActivities(parts.card, parts, say)),
  ];
  const last = said.length - 1;
  return withFirst(said.map((one, index) => (index === last ? { ...one, ...lastExtras(parts) } : one)));
}

function textActivity(text: string, citations: object | undefined, { label }: MessageParts): OutboundActivity {
  const entity = citations ?? label;
  return {
    type: 'message',
    text: text === '' ? '\u00a0' : text,
    textFormat: 'markdown',
    ...(entity === undefined ? {} : { entities: [entity] }),
  };
}

function cardActivities({ body, actions, said }: CardPart, parts: MessageParts, say: Say): readonly OutboundActivity[] {
  const { label } = parts;
  const beside = sizeOf(label ?? '') + sizeOf(lastExtras(parts)) + LONGEST_SUMMARY;
  const { follows } = say.teams.answer;
  const cards = packCards({ language: say.language, body, actions, said, beside, follows });
  const words = oneLine(clean(said));
  return cards.map((content) => ({
    type: 'message',
    ...(label === undefined ? {} : { entities: [label] }),
    summary: shorten(words, LONGEST_SUMMARY) || 'Truchement',
    attachments: [{ contentType: CARD, content }],
  }));
}

function lastExtras({ asksFeedback }: MessageParts): Partial<OutboundActivity> {
  return asksFeedback === true ? { channelData: { feedbackLoop: { type: 'custom' } } } : {};
}

function withSuggestions(parts: MessageParts, { language }: Say): MessageParts {
  const { suggestions = [], card, ...rest } = parts;
  if (suggestions.length === 0) return parts;
  const said = cardOf(noteScreen(rest.text ?? '', language, suggestActs(suggestions)));
  if (card === undefined) return { ...rest, text: '', card: said };
  return { ...rest, card: { ...card, actions: [...card.actions, ...said.actions] } };
}

/** A suggestion that shows the very words it says. */
export function suggested(text: string): Suggestion {
  return { label: text, text };
}

function withFirst(activities: readonly OutboundActivity[]): readonly [OutboundActivity, ...OutboundActivity[]] {
  const [first, ...rest] = activities;
  if (first === undefined) throw new Error('a message of no activity');
  return [first, ...rest];
}
