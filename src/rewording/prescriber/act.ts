import type { Span } from '../../french/span.ts';
import { isInfinitive } from '../../french/verbs.ts';
import type { SourceText } from '../brief/source-text.ts';
import { ENDS_ACT, LIST_GOES_ON } from './frames.ts';

/** A sentence, a line or an item of a list: positions of the folded text, and its words from there. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly item: boolean;
  readonly question: boolean;
}

/** Something the reader is asked to do: its verb, and the pieces of the message that say of what. */
export interface Act {
  /** Infinitive. */
  readonly verb: string;
  readonly pieces: readonly Span[];
  /** What of the unit it takes up. */
  readonly span: Span;
  /** Said by a form that asks by itself, wherever it stands: another act ends where it begins. */
  readonly orders?: true;
}

export type Say = SourceText['say'];
export const wordsAt = (say: Say, [start, end]: Span): string => say(start, end)?.value.replace(/\s+/g, ' ') ?? '';

export const at = ({ start }: Unit, from: number, to: number): Span => [start + from, start + to];

export const plain = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '');

/** In characters: nothing that is asked goes on for longer. */
const REACH = 400;

/** Where an act that goes on from here ends, and where the infinitive that is joined to it begins. */
export function endOf(words: string, from: number): readonly [end: number, next: number | undefined] {
  // What stands in brackets ends nothing.
  const rest = words
    .slice(from, from + REACH)
    .replace(/\([^()\n]{1,160}\)/g, (aside) => `(${'x'.repeat(aside.length - 2)})`);
  let end = rest.search(ENDS_ACT);
  if (end === -1) end = rest.length;
  const colon = / ?: /.exec(rest);
  const lists = colon !== null && INTRODUCES.test(rest.slice(0, colon.index));
  if (colon !== null && !lists && colon.index < end) end = colon.index;
  for (let comma = rest.indexOf(', '); comma !== -1 && comma < end; comma = rest.indexOf(', ', comma + 1)) {
    const after = rest.slice(comma, comma + 90);
    const item = LIST_GOES_ON.test(after) || (lists && comma > colon.index && SHORT_ITEM.test(after));
    if (!item && joinedAt(rest, comma)?.index !== comma) end = comma;
  }
  const joined = joinedAt(rest, 0);
  return joined === undefined || joined.index >= end
    ? [from + end, undefined]
    : [from + joined.index, from + joined.next];
}

const JOINED =
  /(?:,? (?:et|puis|ainsi que)|,)(?: puis| enfin| ensuite)? (?:de |d'|a )?((?:m'|t'|s'|l'|y |en |me |nous |vous |te |se |le |la |les |lui |leur ){0,3})([a-z]{3,24})(?![a-z'-])/g;

/** «les éléments suivants : …», «préciser : …»: what is asked stands after the colon. */
const INTRODUCES = /^ ?[a-z]{0,14}$|(?:suivante?s?|fiche|elements?|informations?|pieces?|points?|documents?|tableau)$/;
const SHORT_ITEM = /^, [a-z' -]{3,40}(?=[,.;]|$| et )/;

function joinedAt(rest: string, from: number): { readonly index: number; readonly next: number } | undefined {
  JOINED.lastIndex = from;
  for (let match = JOINED.exec(rest); match !== null; match = JOINED.exec(rest)) {
    const [said, lead = '', word = ''] = match;
    if (isInfinitive(word) && !/^(?:pouvoir|devoir|avoir|etre|partir|compter)$/.test(word))
      return { index: match.index, next: match.index + said.length - word.length - lead.length };
    JOINED.lastIndex = match.index + 2;
  }
  return undefined;
}
