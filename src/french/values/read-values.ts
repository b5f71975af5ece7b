import { readText, type Text } from '../text.ts';
import { readDate } from './dates.ts';
import { readFraction } from './fractions.ts';
import { readMeasured } from './measured.ts';
import { readCodedName } from './read-coded-name.ts';
import { readTime } from './times.ts';
import type { SaidValue } from './value.ts';

/** A name that holds digits, as written: «R2122-8», «marché n° 2021-045», «Windows 11», «69003». */
export interface SaidCode {
  readonly span: readonly [start: number, end: number];
  readonly text: string;
  readonly kind: string;
  /** Equal for two writings of the same name. */
  readonly key: string;
}

/** Everything with a figure or a date in it, in one pass. */
interface ReadText {
  readonly values: readonly SaidValue[];
  readonly codes: readonly SaidCode[];
}

/**
 * Amounts, quantities, percentages, durations, dates and times of day said in French, in digits or in words, with or without
 * accents: sorted by span, never overlapping, each with its own words (`text.slice(...span) === value.text`). A relative date
 * stays relative: no year is guessed. Numbers inside names (articles, phones, norms, products) are not values. Never throws.
 */
export const readValues = (text: string): readonly SaidValue[] => readFigures(text).values;

/** Of the texts at hand: the brief, the lint and the rewording of one message each ask for its values. */
const known = new WeakMap<Text, ReadText>();

/** The values, and the names that hold digits beside them. */
export function readFigures(source: string): ReadText {
  const text = readText(source);
  let figures = known.get(text);
  if (figures === undefined) {
    figures = findFigures(text);
    known.set(text, figures);
  }
  return figures;
}

function findFigures({ source, spanOf, tokens }: Text): ReadText {
  const values: SaidValue[] = [];
  const codes: SaidCode[] = [];
  const said = (from: number, next: number) => {
    const span = spanOf(tokens[from]?.start ?? 0, tokens[next - 1]?.end ?? 0);
    return { span, text: source.slice(...span) };
  };
  let at = 0;
  while (at < tokens.length) {
    const fraction = readFraction(tokens, at);
    if (fraction !== undefined) {
      const { share, next } = fraction;
      values.push({ ...said(at, next), kind: 'percentage', low: share, high: share, approximate: false });
      at = next;
      continue;
    }
    const date = readDate(tokens, at);
    if (date !== undefined) {
      values.push({ ...said(date.from, date.next), kind: 'date', iso: date.iso, head: date.head, edge: date.edge });
      at = date.next;
      continue;
    }
    const code = readCodedName(tokens, at);
    if (code !== undefined) {
      codes.push({ ...said(at, code.next), kind: code.kind, key: code.key });
      at = code.next;
      continue;
    }
    const time = readTime(tokens, at);
    if (time !== undefined) {
      values.push({ ...said(at, time.next), kind: 'time_of_day', minutes: time.minutes });
      at = time.next;
      continue;
    }
    const measured = readMeasured(tokens, at);
    if (measured !== undefined) {
      const { from, next, ...value } = measured;
      values.push({ ...said(from, next), ...value } as SaidValue);
      at = next;
      continue;
    }
    at++;
  }
  return { values, codes };
}
