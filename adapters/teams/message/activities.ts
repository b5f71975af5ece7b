import type { Suggestion } from '../../../src/message.ts';
import type { OutboundActivity } from '../activity.ts';
import { clean, cutText, shorten } from '../card/clean.ts';
import { LIMITS, packCards, sizeOf } from '../card/pack.ts';
import type { CardPart } from '../cards/card-part.ts';
import type { Say } from '../say.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
/** What a notification shows of a message. */
const LONGEST_SUMMARY = 200;
/** Code units of a text that stands above a card: more goes into messages of its own. */
const LONGEST_BESIDE = 5_000;
/** Code units that citations and suggestions take at most: five and six of bounded length. */
const LARGEST_EXTRAS = 5_600;
/** Teams cuts what is longer. */
const LONGEST_SUGGESTION = 100;

export interface MessageParts {
  /** Markdown of ours above the card; none where the card says it all. */
  readonly text?: string;
  readonly card?: CardPart;
  readonly entities?: readonly object[];
  /** Shows Teams' own thumbs, and asks us for the form behind them. */
  readonly asksFeedback?: boolean;
  /** Said by a click, in personal chats. */
  readonly suggestions?: readonly Suggestion[];
  readonly to?: string | undefined;
}

/**
 * A message as as many activities as Teams' limits ask for, nothing left out: what is too long above the card comes before it
 * in messages of its own, and the card in several. Entities, thumbs and suggestions go with the last.
 */
export function toActivities(parts: MessageParts, say: Say): readonly [OutboundActivity, ...OutboundActivity[]] {
  const text = clean(parts.text ?? '').trim();
  const texts = parts.card === undefined ? cutText(text, fitsText) : cutText(text, fitsBeside);
  const last = texts.at(-1) ?? '';
  const before = texts.slice(0, -1).map(textActivity);
  const extras = extrasOf(parts);
  const { entities = [] } = parts;
  if (parts.card === undefined) return withFirst([...before, { ...textActivity(last), ...extras }]);
  const { body, actions, said } = parts.card;
  const beside = sizeOf(last) + sizeOf(extras) + LONGEST_SUMMARY;
  const cards = packCards({ language: say.language, body, actions, said, beside });
  const summary =
    shorten(
      clean(said || last)
        .replace(/\s+/g, ' ')
        .trim(),
      LONGEST_SUMMARY,
    ) || 'Truchement';
  const withCards = cards.map((card, index): OutboundActivity => {
    const first = index === 0;
    const part = cards.length > 1 && !first ? { text: `_${say.teams.answer.follows(index + 1, cards.length)}_` } : {};
    return {
      type: 'message',
      textFormat: 'markdown',
      ...part,
      ...(first && last !== '' ? { text: last } : {}),
      ...(first && entities.length > 0 ? { entities } : {}),
      ...(index === cards.length - 1 ? lastExtras(parts) : {}),
      summary,
      attachments: [{ contentType: CARD, content: card }],
    };
  });
  return withFirst([...before, ...withCards]);
}

function textActivity(text: string): OutboundActivity {
  return { type: 'message', text: text === '' ? '\u00a0' : text, textFormat: 'markdown' };
}

function extrasOf(parts: MessageParts): Partial<OutboundActivity> {
  const { entities = [] } = parts;
  return { ...(entities.length === 0 ? {} : { entities }), ...lastExtras(parts) };
}

function lastExtras({ asksFeedback, suggestions = [], to }: MessageParts): Partial<OutboundActivity> {
  const actions = suggestions
    .filter(({ label, text }) => text.trim() !== '' && Math.max(text.length, label.length) <= LONGEST_SUGGESTION)
    .slice(0, 6)
    .map(({ label, text }) => ({ type: 'imBack', title: label, value: text }) as const);
  return {
    ...(asksFeedback === true ? { channelData: { feedbackLoop: { type: 'custom' } } } : {}),
    ...(actions.length === 0 ? {} : { suggestedActions: { to: to === undefined ? [] : [to], actions } }),
  };
}

/** A suggestion that shows the very words it says. */
export function suggested(text: string): Suggestion {
  return { label: text, text };
}

function fitsText(text: string): boolean {
  return sizeOf(text) <= LIMITS.textActivity - LIMITS.envelope - LARGEST_EXTRAS;
}

function fitsBeside(text: string): boolean {
  return sizeOf(text) <= LONGEST_BESIDE;
}

function withFirst(activities: readonly OutboundActivity[]): readonly [OutboundActivity, ...OutboundActivity[]] {
  const [first, ...rest] = activities;
  if (first === undefined) throw new Error('a message of no activity');
  return [first, ...rest];
}
