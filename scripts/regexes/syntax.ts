/** A pattern as a tree, as far as its steps are counted. */
export type Node =
  /** One character of a set; `tries`: how many alternatives of the pattern test it here. */
  | { readonly kind: 'char'; readonly set: bigint; readonly tries: number }
  | { readonly kind: 'all'; readonly parts: readonly Node[] }
  | { readonly kind: 'one'; readonly options: readonly Node[] }
  | { readonly kind: 'repeat'; readonly of: Node; readonly min: number; readonly max: number }
  /** Takes no character; `of` is what it looks at. */
  | { readonly kind: 'look'; readonly of: Node; readonly sees: 'ahead' | 'not ahead' | 'behind' };

/** Undefined for what is not read here: back references, groups of flags. */
export function treeOf(source: string, flags: string): Node | undefined {
  const reader: Reader = { source, flags, at: 0, backwards: false };
  const tree = readOptions(reader);
  return tree !== undefined && reader.at === source.length ? tree : undefined;
}

interface Reader {
  readonly source: string;
  readonly flags: string;
  at: number;
  /** Within a look-behind, which is matched from its end. */
  backwards: boolean;
}

function readOptions(reader: Reader): Node | undefined {
  const options: Node[] = [];
  do {
    if (options.length > 0) reader.at += 1;
    const parts: Node[] = [];
    while (reader.at < reader.source.length && !/[|)]/.test(reader.source.charAt(reader.at))) {
      const part = readRepeated(reader);
      if (part === undefined) return undefined;
      parts.push(part);
    }
    options.push({ kind: 'all', parts: reader.backwards ? parts.reverse() : parts });
  } while (reader.source.charAt(reader.at) === '|');
  return { kind: 'one', options };
}

function readRepeated(reader: Reader): Node | undefined {
  const of = readAtom(reader);
  const sign = take(reader, QUANTIFIER);
  if (of === undefined || sign === undefined) return of;
  const [least, comma, most] = sign.match(/\d+|,/g) ?? [];
  if (sign.startsWith('?')) return { kind: 'repeat', of, min: 0, max: 1 };
  if (!sign.startsWith('{')) return { kind: 'repeat', of, min: sign.startsWith('*') ? 0 : 1, max: Infinity };
  const min = Number(least);
  return { kind: 'repeat', of, min, max: comma === undefined ? min : Number(most ?? Infinity) };
}

const QUANTIFIER = /[?*+]\??|\{\d{1,9}(?:,\d{0,9})?\}\??/y;
const GROUP = /\((?:\?(?::|<?[=!]|<[A-Za-z]\w{0,30}>))?/y;
const PLACE = /\\[bB]|[$^]/y;
const CHARACTER =
  /\[(?:[^\]\\]|\\.)*\]|\\(?:[pP]\{[^{}]{1,60}\}|u\{[0-9a-fA-F]{1,6}\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[^1-9kupPx])|[^()[\]{}|\\?*+]/uy;

function readAtom(reader: Reader): Node | undefined {
  if (take(reader, PLACE) !== undefined) return { kind: 'all', parts: [] };
  const opening = take(reader, GROUP);
  if (opening === undefined) {
    const said = take(reader, CHARACTER);
    return said === undefined ? undefined : { kind: 'char', set: setOf(said, reader.flags), tries: 1 };
  }
  const outside = reader.backwards;
  const looks = /[=!]$/.test(opening);
  if (looks) reader.backwards = opening.includes('<');
  const of = readOptions(reader);
  reader.backwards = outside;
  if (of === undefined || take(reader, /\)/y) === undefined) return undefined;
  if (!looks) return of;
  return { kind: 'look', of, sees: opening.includes('<') ? 'behind' : opening.endsWith('!') ? 'not ahead' : 'ahead' };
}

function take(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at;
  const said = pattern.exec(reader.source)?.[0];
  reader.at += said?.length ?? 0;
  return said;
}

/** One bit a character up to ſ, and one for all the others together. */
const KNOWN = Array.from({ length: 0x180 }, (_none, code) => String.fromCharCode(code));
const OTHERS = 1n << BigInt(KNOWN.length);
export const ANY = (OTHERS << 1n) - 1n;

const sets = new Map<string, bigint>();

function setOf(said: string, flags: string): bigint {
  const name = `${said}/${flags}`;
  const kept = sets.get(name);
  if (kept !== undefined) return kept;
  const pattern = new RegExp(`^(?:${said})$`, flags.replace(/[gy]/g, ''));
  const letters = KNOWN.map((letter, code) => ({ letter, code })).filter(({ letter }) => pattern.test(letter));
  // Some letters are small letters of signs far away.
  const folds = flags.includes('i') && letters.some(({ letter }) => 'kKåÅµß'.includes(letter));
  const set = letters.reduce((all, { code }) => all | (1n << BigInt(code)), isKnown(said) && !folds ? 0n : OTHERS);
  sets.set(name, set);
  return set;
}

/** Whether it is only of characters up to ſ: any escape but those of signs, and any «not», may be more. */
function isKnown(said: string): boolean {
  return (
    /^(?:[^[\\.]|\\[\W\dnrtdw]|\[(?!\^)(?:[^\\]|\\[\W\dnrtdw])*\])$/.test(said) && ![...said].some((one) => one > 'ſ')
  );
}
