import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { type Document, type LineCounter, parse, parseDocument } from 'yaml';
import { keep, readKept } from './kept.ts';

/**
 * What texts of YAML say, by their digest: whatever the file they came from, one that was parsed before is not parsed again.
 * Packed, since who reads one may change what he got. Bounded by the corpus, the only texts read here.
 */
const known = new Map<string, Uint8Array>();
let store: { readonly path: string; readonly fingerprint: string; readonly size: number } | undefined;

/** @throws where it is no YAML */
export function parseYaml(text: string): unknown {
  return saidBy(text, () => parse(text));
}

/** The same, with the way back to its lines, which is looked for only when it is asked. */
export function readYamlDocument(text: string, lineCounter: LineCounter) {
  let parsed: Document | undefined;
  const document = () => {
    parsed ??= parseDocument(text, { lineCounter });
    return parsed;
  };
  return {
    document,
    /** Undefined where there are errors. */
    said: () => saidBy(text, () => (document().errors.length > 0 ? undefined : document().toJS())),
  };
}

function saidBy(text: string, parseIt: () => unknown): unknown {
  const key = createHash('sha256').update(text).digest('base64');
  const packed = known.get(key);
  if (packed !== undefined) return deserialize(packed);
  const said = parseIt();
  if (said === undefined) return undefined;
  known.set(key, new Uint8Array(serialize(said)));
  return said;
}

/**
 * From here on what is parsed is for this file; what was parsed at an earlier start, under the same fingerprint, is taken up.
 * @param fingerprint names the texts and the library
 */
export function openKeptYaml(path: string, fingerprint: string): void {
  known.clear();
  for (const [key, packed] of readKept<typeof known>(path, fingerprint) ?? []) known.set(key, packed);
  store = { path, fingerprint, size: known.size };
}

/** Keeps what was parsed since; a disk that refuses costs the next start a second and a half. */
export function saveKeptYaml(): void {
  if (store === undefined || known.size === store.size) return;
  keep(store.path, store.fingerprint, known);
  store = { ...store, size: known.size };
}
