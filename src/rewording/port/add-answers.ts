import { catalogues } from '../../text/catalogues.ts';
import type { Slot } from '../../vocabulary/rewording.ts';
import type { Rewording } from './rewording.ts';

/** An answer given beside a question of a rewording. */
export interface SlotAnswer {
  readonly slot: Slot;
  /** Which need of the message it completes. */
  readonly need: number;
  readonly text: string;
}

/**
 * The text with the answers in it, each under its French label: what is answered then has its place in the person's own
 * text like all the rest. With several needs an answer goes to the line where its need is last spoken of.
 */
export function addAnswers(rewording: Rewording, answers: readonly SlotAnswer[]): string {
  const { source } = rewording;
  const placed = answers
    .map(({ slot, need, text }) => ({
      at: placeFor(rewording, need),
      line: `${catalogues.fr.rewording.slot[slot]} : ${text}`,
    }))
    .toSorted((one, other) => other.at - one.at);
  return placed.reduce((text, { at, line }) => {
    const before = text.slice(0, at);
    return `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${line}${text.slice(at).startsWith('\n') || at === text.length ? '' : '\n'}${text.slice(at)}`;
  }, source.trimEnd());
}

function placeFor(rewording: Rewording, need: number): number {
  const end = rewording.source.trimEnd().length;
  if (rewording.direction !== 'to_buyer' || rewording.needs.length < 2) return end;
  const known = rewording.needs[need];
  if (known === undefined || need === rewording.needs.length - 1) return end;
  const said = Object.values(known.slots).flatMap((entry) => entry.said.map(({ span }) => span[1]));
  const last = Math.max(0, ...said);
  const stop = /[.!?](?=\s)|\n/.exec(rewording.source.slice(last));
  return stop === null ? end : Math.min(end, last + stop.index + (stop[0] === '\n' ? 0 : 1));
}
