import type { MaskRequest, Sighting } from './finding.ts';
import { findLaw } from './law.ts';
import { type Published, wordsOf } from './published.ts';
import type { Source, Token } from './source.ts';
import type { Words } from './word-lists.ts';

/** What was found in a text so far: a word that one sighting has is not another's. */
export interface Claims {
  readonly kept: () => readonly Sighting[];
  readonly isTaken: (token: Token) => boolean;
  /** Keeps those whose words are free, and neither the law nor the assistant's own. */
  readonly claim: (sightings: readonly Sighting[]) => void;
  /** Gives up a sighting: its words are free again. */
  readonly drop: (sighting: Sighting) => void;
}

export function createClaims(source: Source, words: Words, published: Published, request: MaskRequest): Claims {
  const taken = new Uint8Array(source.flat.length);
  for (const [start, end] of [...findLaw(source), ...headingsIn(source, published)]) taken.fill(1, start, end);
  const isOwn = ownWords(source, published, request.answered);
  const kept = new Set<Sighting>();
  return {
    kept: () => [...kept],
    isTaken: ({ start }) => taken[start] === 1,
    claim: (sightings) => {
      for (const sighting of sightings) {
        if (isCaseName(source, sighting)) continue;
        if (sighting.end <= sighting.start || isOwn(sighting)) continue;
        const free = freePart(source, sighting, taken, words);
        if (free === undefined) continue;
        taken.fill(1, free.start, free.end);
        kept.add(free);
      }
    },
    drop: (sighting) => {
      if (kept.delete(sighting)) taken.fill(0, sighting.start, sighting.end);
    },
  };
}

/** Lines that the assistant itself published: the title of a fiche, sent as a question by a button. */
function* headingsIn(source: Source, published: Published): Iterable<readonly [start: number, end: number]> {
  for (const { 0: line, index } of source.flat.matchAll(/[^\n\r]{3,300}/g))
    if (published.isHeading(wordsOf(source, index, index + line.length))) yield [index, index + line.length];
}

/** Of the assistant's answer: words of its fiches that the person had not typed themselves. */
function ownWords(
  source: Source,
  published: Published,
  answered: MaskRequest['answered'],
): (sighting: Sighting) => boolean {
  if (answered === undefined) return () => false;
  const [from, to] = [source.flatAt(answered[0]), source.flatAt(answered[1])];
  const typed = ` ${typedIn(source, published, 0, from)} | ${typedIn(source, published, to, source.flat.length)} `;
  return ({ start, end }) => {
    if (start < from || end > to) return false;
    const words = wordsOf(source, start, end);
    return !typed.includes(` ${words} `) && published.says(words);
  };
}

/** What a person wrote there: a title that a button sends is the assistant's own. */
function typedIn(source: Source, published: Published, from: number, to: number): string {
  const parts: string[] = [];
  let at = from;
  for (const [start, end] of headingsIn(source, published)) {
    if (start < at || end > to) continue;
    parts.push(wordsOf(source, at, start));
    at = end;
  }
  return [...parts, wordsOf(source, at, to)].join(' | ');
}

/** All of it, or of a person's name what no other finding took: «M. Bourdon» of «M. Bourdon de Bourdon Frères». */
function freePart(
  { tokens, tokenAt }: Source,
  sighting: Sighting,
  taken: Uint8Array,
  words: Words,
): Sighting | undefined {
  const offset = taken.subarray(sighting.start, sighting.end).indexOf(1);
  if (offset === -1) return sighting;
  const from = tokenAt(sighting.start);
  let last = tokenAt(sighting.start + offset) - 1;
  while (last > from && !tokens[last]?.capital) last--;
  const end = tokens[last]?.end ?? 0;
  const titled = words.civilities.has(tokens[from - 1]?.fold ?? '');
  if (!titled || sighting.kind !== 'person' || last < from || end > sighting.start + offset) return undefined;
  const name = tokens
    .slice(from, last + 1)
    .map(({ fold }) => fold)
    .join(' ');
  return { ...sighting, end, person: { first: undefined, last: name, gender: sighting.person?.gender } };
}

/** «l'arrêt Société Tropic», «la jurisprudence Ville de Paris»: everybody cites it, it names no one here. */
function isCaseName({ tokens, tokenAt }: Source, { kind, start }: Sighting): boolean {
  if (kind !== 'supplier' && kind !== 'body' && kind !== 'place') return false;
  const at = tokenAt(start);
  const before = /^(?:societe|ste|commune|ville|departement)$/.test(tokens[at - 1]?.fold ?? '') ? at - 2 : at - 1;
  return (
    /^(?:arrets?|jurisprudences?)$/.test(tokens[before]?.fold ?? '') && /^[ '«"]+$/.test(tokens[before + 1]?.gap ?? '')
  );
}
