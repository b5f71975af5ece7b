import { z } from 'zod';
import { PURPOSE_BOX } from '../../src/screens/purchase-purpose.ts';
import { SHEET_BOX } from '../../src/screens/purchase-sheet.ts';

/** Fields of a form or of a query: the longest has one for each thing that is masked in a brief. */
const MOST_FIELDS = 500;
/** The only fields a form may send several times: choices of a question, what is left visible of a text, of a demand to leave and to file. */
const REPEATED: ReadonlySet<string> = new Set(['choice', 'lifted', PURPOSE_BOX.effects, SHEET_BOX.parts]);

/**
 * Our own names, and those that mailers add to an address; none that every object has (`constructor`, `__proto__`). The box of
 * a word to correct is named after the person's own words («term:à peu près 12k€»).
 */
const nameSchema = z
  .string()
  .regex(/^(?:term:[^\0\p{Cs}]{1,400}|[\p{L}_][\p{L}\p{N}_:. -]{0,119})$/u)
  .refine((name) => !Reflect.has(Object.prototype, name));
/** Text that every store and page can hold: no NUL, which PostgreSQL refuses, and no half of a character. */
const textSchema = z.string().regex(/^[^\0\p{Cs}]*$/u);
const fieldsSchema = z.array(z.tuple([nameSchema, textSchema])).max(MOST_FIELDS);
const paramsSchema = z.record(z.string(), textSchema);

/** What was sent, by name; one string each, but for what may be repeated. */
export type Form = Readonly<Record<string, string | readonly string[]>>;

/**
 * The fields of a form, of a query or of a multipart body, checked before anything looks at them.
 * @throws an error with `statusCode` 400: a name or a text that no page of ours sends, a field sent twice, too many of them
 */
export function readFields(pairs: Iterable<readonly [name: string, value: unknown]>): Form {
  const parsed = fieldsSchema.safeParse([...pairs]);
  if (!parsed.success) throw unreadable('fields');
  const form = new Map<string, string | readonly string[]>();
  for (const [name, value] of parsed.data) {
    const before = form.get(name);
    if (before !== undefined && !REPEATED.has(name)) throw unreadable('a field sent twice');
    form.set(name, before === undefined ? value : [before, value].flat());
  }
  return Object.fromEntries(form);
}

/** `a=1&b=2`, as a query or a plain form writes it. @throws as `readFields`, also for what is not UTF-8, percent-encoded */
export function readEncoded(text: string): Form {
  const pairs = text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      return [decode(at === -1 ? pair : pair.slice(0, at)), decode(at === -1 ? '' : pair.slice(at + 1))] as const;
    });
  return readFields(pairs);
}

/** Parts of the address, decoded by the router. @throws an error with `statusCode` 400 */
export function checkParams(params: unknown): void {
  if (!paramsSchema.safeParse(params).success) throw unreadable('the address');
}

/** The bytes of a plain form, of a type that says no other charset than UTF-8. @throws with `statusCode` 400 or 415 */
export function readFormBody(bytes: Buffer, contentType: string | undefined): Form {
  const charset = /;\s?charset="?([^\s;"]{1,40})/i.exec(contentType ?? '')?.[1];
  if (charset !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(charset))
    throw Object.assign(new Error('another charset than UTF-8'), { statusCode: 415 });
  // Browsers encode all but ASCII; another client may send UTF-8 as it is.
  return readEncoded(bytes.toString('utf8'));
}

export function unreadable(what: string): Error {
  return Object.assign(new Error(`${what} cannot be read`), { statusCode: 400 });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch (error) {
    if (error instanceof URIError) throw unreadable('what is encoded');
    throw error;
  }
}
