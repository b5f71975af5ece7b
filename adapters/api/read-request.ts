import type { RawReply, RawRequest } from '../../src/platform.ts';
import { apiTexts as texts } from '../../src/text/api-texts.ts';
import { faultReply, problemReply } from './problem.ts';

export type ReadFields = { readonly fields: Readonly<Record<string, unknown>> } | { readonly refused: RawReply };

/** The fields that a path holds where an operation has `{name}`; undefined where it is another path. */
export function readPath(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const [wanted, given] = [pattern.split('/'), (path.endsWith('/') ? path.slice(0, -1) : path).split('/')];
  if (wanted.length !== given.length) return undefined;
  const fields = new Map<string, string>();
  for (const [at, part] of wanted.entries()) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    const said = decode(given[at] ?? '');
    if (name === undefined ? said !== part : said === undefined || said === '') return undefined;
    if (name !== undefined && said !== undefined) fields.set(name, said);
  }
  return Object.fromEntries(fields);
}

/** Each name once. */
export function readQuery(query: string): ReadFields {
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    if (fields.has(name))
      return {
        refused: faultReply({ kind: 'invalid', errors: [{ field: name.slice(0, 80), message: texts.detail.twice }] }),
      };
    fields.set(name, value);
  }
  return { fields: Object.fromEntries(fields) };
}

/** One JSON object, in UTF-8. */
export function readBody({ headers, body }: RawRequest): ReadFields {
  const type = String(headers['content-type'] ?? '');
  if (!/^application\/json\s{0,4}(?:;\s{0,4}charset="?utf-8"?)?$/i.test(type.trim()))
    return { refused: problemReply({ kind: 'media_type' }) };
  try {
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { fields: { ...parsed } };
    return { refused: faultReply({ kind: 'invalid', errors: [{ field: 'body', message: 'body is not an object' }] }) };
  } catch (error) {
    const detail = error instanceof SyntaxError ? error.message.slice(0, 200) : undefined;
    return { refused: problemReply({ kind: 'not_json', ...(detail === undefined ? {} : { detail }) }) };
  }
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
