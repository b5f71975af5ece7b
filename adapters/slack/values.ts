import { z } from 'zod';
import { shorten } from './blocks/clean.ts';
import { LIMITS } from './blocks/limits.ts';

/** A button's value as JSON within Slack's limit: the one long text in it gives way. */
export function packValue<T extends Readonly<Record<string, string | number>>>(value: T, long: keyof T): string {
  let packed = JSON.stringify(value);
  for (let room = 1_800; packed.length > LIMITS.buttonValue && room > 0; room -= 200)
    packed = JSON.stringify({ ...value, [long]: shorten(String(value[long]), Math.max(room, 1)) });
  return packed.length > LIMITS.buttonValue ? JSON.stringify({ ...value, [long]: '' }) : packed;
}

/** Undefined for what is no JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
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
  return button.safeParse(readJson(text ?? '')).data ?? {};
}
