import { clean } from '../../../src/french/clean.ts';
import { cutText, oneLine, shorten } from './clean.ts';
import { type Action, type Card, type Element, note, type RichTextBlock, type TextRun } from './elements.ts';

/**
 * UTF-16 code units of JSON that one activity may have: Teams counts the whole message in UTF-16 and refuses more than 28 KB
 * of text, 40 KB with a card. What the envelope takes (addresses, ids, service) is set aside.
 */
export const LIMITS = { textActivity: 14_336, cardActivity: 20_480, envelope: 1_800 } as const;

/** Of one card, when the message around it says `beside` code units of its own. */
function roomFor(beside: number): number {
  return LIMITS.cardActivity - LIMITS.envelope - beside;
}

/** Characters of the text that is spoken, or shown instead of a card. */
const LONGEST_SPOKEN = 700;
/** Code units of the note that a card goes on from another. */
const LONGEST_FOLLOWS = 200;
/** An element above this is cut: a card is never one element. */
export const LARGEST_ELEMENT = 6_000;

export interface CardParts {
  readonly language: string;
  readonly body: readonly Element[];
  readonly actions: readonly Action[];
  /** What it says, as plain text. */
  readonly said: string;
  /** Code units that the message around it takes. */
  readonly beside?: number;
  /** Said above each card but the first, of so many. */
  readonly follows?: (part: number, of: number) => string;
}

/**
 * As many cards as the body takes, each within the limit, nothing left out. What is filled in and the buttons that send it stay
 * together, in the last.
 */
export function packCards({
  language,
  body,
  actions,
  said,
  beside = 0,
  follows,
}: CardParts): readonly [Card, ...Card[]] {
  const spoken = sayShortly(said);
  const room = roomFor(beside) - LONGEST_FOLLOWS - sizeOf(cardOf(language, [], actions, spoken));
  const formAt = body.findIndex(isFilledIn);
  const [text, form] = formAt === -1 ? [body, []] : [body.slice(0, formAt), body.slice(formAt)];
  const groups: Element[][] = [[]];
  let left = room;
  const add = (elements: readonly Element[]) => {
    const size = sizeOf(elements);
    if (size > left && groups.at(-1)?.length !== 0) {
      groups.push([]);
      left = room;
    }
    groups.at(-1)?.push(...elements);
    left -= size;
  };
  for (const element of text.flatMap(cutElement)) add([element]);
  // A form too large for one card is no form any more: its boxes are bounded so that it never is.
  if (form.length > 0) add(form);
  const last = groups.length - 1;
  const [first = [], ...rest] = groups;
  const make = (elements: readonly Element[], index: number) => {
    const mark =
      follows === undefined || index === 0
        ? []
        : [note(follows(index + 1, groups.length), { isSubtle: true, size: 'Small' })];
    return cardOf(language, [...mark, ...elements], index === last ? actions : [], spoken);
  };
  return [make(first, 0), ...rest.map((elements, index) => make(elements, index + 1))];
}

/** One card of what is known to be small. */
export function createCard(parts: CardParts): Card {
  return packCards(parts)[0];
}

/** One card where Teams takes one alone, a dialog: what does not fit gives way to `more`, the buttons never do. */
export function fitCard({ language, body, actions, said }: CardParts, more: Element): Card {
  const spoken = sayShortly(said);
  let left = roomFor(0) - sizeOf(cardOf(language, [more], actions, spoken));
  const fitting: Element[] = [];
  for (const element of body.flatMap(cutElement)) {
    left -= sizeOf(element) + 1;
    if (left < 0) return cardOf(language, [...fitting, more], actions, spoken);
    fitting.push(element);
  }
  return cardOf(language, fitting, actions, spoken);
}

function sayShortly(said: string): string {
  return shorten(oneLine(clean(said)), LONGEST_SPOKEN) || 'Truchement';
}

function isFilledIn(element: Element): boolean {
  return element.type.startsWith('Input.') || (element.type === 'Container' && element.items.some(isFilledIn));
}

export function sizeOf(value: unknown): number {
  return JSON.stringify(value).length;
}

/** A button is answered in the language of its card: who presses it may have Teams in another. */
function inLanguage(action: Action, language: string): Action {
  if (action.type === 'Action.Execute') return { ...action, data: { ...action.data, lang: language } };
  if (action.type !== 'Action.ShowCard') return action;
  return { ...action, card: { ...action.card, actions: action.card.actions.map((one) => inLanguage(one, language)) } };
}

function cardOf(language: string, body: readonly Element[], actions: readonly Action[], spoken: string): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: language,
    body,
    ...(actions.length === 0 ? {} : { actions: actions.map((one) => inLanguage(one, language)) }),
    speak: spoken,
    fallbackText: spoken,
  };
}

/** The same element in pieces, each well within a card. */
function cutElement(element: Element): readonly Element[] {
  if (sizeOf(element) <= LARGEST_ELEMENT) return [element];
  switch (element.type) {
    case 'TextBlock': {
      const { id: _id, ...rest } = element;
      return cutText(element.text, LARGEST_ELEMENT - sizeOf({ ...rest, text: '' })).map((text) => ({ ...rest, text }));
    }
    case 'RichTextBlock':
      return gather(element.inlines.flatMap(cutRun)).map((inlines): RichTextBlock => ({ ...element, inlines }));
    case 'Container': {
      // A part that is shown on demand cannot be in two cards: it is shown at once instead.
      const { id: _id, isVisible: _isVisible, ...rest } = element;
      return element.items.flatMap(cutElement).map((item) => ({ ...rest, items: [item] }));
    }
    case 'FactSet':
      return element.facts.map((fact) => ({ ...element, facts: [{ ...fact, value: shorten(fact.value, 2_000) }] }));
    default:
      return [element];
  }
}

function cutRun(one: TextRun): readonly TextRun[] {
  return cutText(one.text, LARGEST_ELEMENT / 2 - sizeOf({ ...one, text: '' })).map((text) => ({ ...one, text }));
}

function gather(runs: readonly TextRun[]): readonly TextRun[][] {
  const groups: TextRun[][] = [];
  let left = 0;
  for (const one of runs) {
    const size = sizeOf(one) + 1;
    if (groups.length === 0 || size > left) {
      groups.push([]);
      left = LARGEST_ELEMENT;
    }
    groups.at(-1)?.push(one);
    left -= size;
  }
  return groups;
}
