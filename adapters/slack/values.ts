import { z } from 'zod';
import type { Role } from '../../src/vocabulary/people.ts';
import { shorten } from './blocks/clean.ts';
import { LIMITS } from './blocks/limits.ts';

/** What the buttons under an answer carry: enough to make the answer again where it is not at hand any more. */
export interface AnswerValue {
  /** Id of the message that was answered. */
  readonly m: string;
  /** The dialogue. */
  readonly c: string;
  /** The question. */
  readonly q: string;
  readonly r: Role;
  /** Shown whole. */
  readonly f: 0 | 1;
}

/** A button's value as JSON within Slack's limit: the one long text in it gives way. */
export function packValue<T extends Readonly<Record<string, string | number>>>(value: T, long: keyof T): string {
  let packed = JSON.stringify(value);
  for (let room = 1_800; packed.length > LIMITS.buttonValue && room > 0; room -= 200)
    packed = JSON.stringify({ ...value, [long]: shorten(String(value[long]), Math.max(room, 1)) });
  return packed.length > LIMITS.buttonValue ? JSON.stringify({ ...value, [long]: '' }) : packed;
}

/** A JSON object, which whoever reads it checks; empty for anything else. */
export function readValue(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

/** What our buttons carry; ids and texts no longer than we write them. */
const button = z
  .object({
    m: z.string().max(100),
    c: z.string().regex(/^[\w.:@*-]{1,200}$/),
    q: z.string().max(LIMITS.buttonValue),
    r: z.string().max(20),
    f: z.number(),
    u: z.number(),
    d: z.string().max(20),
    a: z.string().max(100),
    k: z.string().max(100),
    t: z.string().max(255),
    o: z.string().max(100),
  })
  .partial();

/** Of a value that is none of ours nothing is left. */
export function readButton(text: string | undefined): z.infer<typeof button> {
  return button.safeParse(readValue(text)).data ?? {};
}

export function readAnswerValue(text: string | undefined): AnswerValue | undefined {
  const { m, c, q, r, f } = readButton(text);
  if (m === undefined || c === undefined || q === undefined) return undefined;
  return { m, c, q, r: r === 'buyer' ? 'buyer' : 'prescriber', f: f === 1 ? 1 : 0 };
}
