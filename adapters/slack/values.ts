import type { Role } from '../../src/message.ts';
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

export function readValue(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

export function readAnswerValue(text: string | undefined): AnswerValue | undefined {
  const { m, c, q, r, f } = readValue(text);
  if (typeof m !== 'string' || typeof c !== 'string' || typeof q !== 'string') return undefined;
  return { m, c, q, r: r === 'buyer' ? 'buyer' : 'prescriber', f: f === 1 ? 1 : 0 };
}
