import { visibleText } from '../../../src/french/words.ts';
import type { SlotAnswer } from '../../../src/rewording/port/add-answers.ts';
import type { Role } from '../../../src/vocabulary/people.ts';
import { type Direction, SLOTS } from '../../../src/vocabulary/rewording.ts';
import { field, readSide as sideSaid } from '../inbound.ts';

/** Characters of an answer, a question or a correction. */
export const LONGEST_LINE = 2000;
export const LONGEST_NAME = 120;
/** Bytes of a submission: the longest text with every letter percent-encoded, and some. */
export const LARGEST_BODY = 640 * 1024;

const DIRECTIONS: readonly Direction[] = ['to_buyer', 'to_prescriber'];

export interface AskedRewording {
  readonly text: string;
  /** Undefined: to be guessed. */
  readonly direction: Direction | undefined;
  /** The direction that is carried from an earlier rewording was a guess of ours. */
  readonly guessed: boolean;
  /** Answers given beside the questions of an earlier rewording. */
  readonly answers: readonly SlotAnswer[];
}

/** The text to reword: an example that is clicked comes before what stands in the box, and brings its direction. */
export function readRewording(body: unknown): AskedRewording {
  for (const direction of DIRECTIONS) {
    const example = field(body, `example_${direction}`);
    if (example !== '') return { text: lines(example), direction, guessed: false, answers: [] };
  }
  return {
    text: lines(field(body, 'text')),
    direction: DIRECTIONS.find((direction) => direction === field(body, 'direction')),
    guessed: field(body, 'guessed') === '1',
    answers: readAnswers(body),
  };
}

/** The side a person acts for; undefined when none is chosen. */
export function readSide(body: unknown): Role | undefined {
  return sideSaid(field(body, 'by'));
}

/** How a brief is kept: under which key, and between whom where nobody signs in. A name is what shows of it. */
export function readKeeping(body: unknown): {
  readonly key: string | undefined;
  readonly own: string;
  readonly other: string;
} {
  const name = (of: string) => visibleText(field(body, of).slice(0, LONGEST_NAME)).replace(/\s+/g, ' ');
  const key = field(body, 'key');
  return { key: KEY.test(key) ? key : undefined, own: name('own_name'), other: name('other_name') };
}

const KEY = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function readAnswers(body: unknown): readonly SlotAnswer[] {
  return SLOTS.flatMap((slot) =>
    [0, 1, 2, 3].flatMap((need) => {
      const text = lines(field(body, `answer_${slot}_${need}`))
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, LONGEST_LINE);
      return text === '' ? [] : [{ slot, need, text }];
    }),
  );
}

/** Browsers send every end of line as CR LF; a text is read and shown with LF. */
export function lines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
