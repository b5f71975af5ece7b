import { firstFrom } from '../french/placed.ts';
import type { Span } from '../french/span.ts';
import { readText } from '../french/text.ts';
import type { Token } from '../french/tokens.ts';
import { readFigures } from '../french/values/read-values.ts';
import { cueAt, findCues, wordsAround } from './find-cues.ts';
import { placesOf } from './places.ts';
import { shareUnits } from './share-units.ts';
import { firstWordAt, NOWHERE, type Place, type Side, type SideWord } from './side.ts';
import { contraryStem, senseOf } from './vocabulary.ts';

/** @param asides what explains without standing in brackets, in order */
export function readSide(text: string, asides: readonly Span[] = []): Side {
  const { flat: written, spanOf, tokens } = readText(text);
  const flat = written.replace(/\n/g, ' ');
  const isAside = (start: number) => {
    const [at] = spanOf(start, start + 1);
    return asides.some(([from, to]) => at >= from && at < to);
  };
  const places = placesOf(tokens).map((place, index) =>
    asides.length > 0 && isAside(tokens[index]?.start ?? 0) ? { ...place, aside: true } : place,
  );
  const words: SideWord[] = [];
  const polite = new Uint8Array(flat.length + 1);
  for (const match of flat.matchAll(COURTESIES)) polite.fill(1, match.index, match.index + match[0].length);
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word') continue;
    const letter = token.text.length === 1 && token.capital && !token.first && tokens[index + 1]?.text !== "'";
    const { key, glue } = letter ? { key: `#${token.text}`, glue: true } : senseOf(token.text);
    const place = places[index];
    if (key === undefined || place === undefined) continue;
    const [start, end] = spanOf(token.start, token.end);
    const { segment, clause, sentence, aside } = place;
    const said = glue || polite[token.start] === 1;
    words.push({ segment, clause, sentence, aside, text: token.text, key, glue: said, start, end });
  }
  const figures = readFigures(text);
  const at = indexOf(tokens, spanOf);
  for (const code of figures.codes) {
    const place = places[at(code.span[0])];
    if (place !== undefined) {
      const key = `#${code.key}`;
      words.push({ ...place, text: key, key, glue: true, start: code.span[0], end: code.span[1] });
    }
  }
  words.sort((a, b) => a.start - b.start);
  let contraries: ReadonlySet<string> | undefined;
  const side = {
    text,
    flat,
    tokens,
    places,
    spanOf,
    at,
    words,
    keys: new Set(words.map((word) => word.key)),
    contraries: () => {
      contraries ??= contrariesOf(tokens);
      return contraries;
    },
    codes: figures.codes,
  };
  const values = shareUnits(figures.values, text).map((value) => {
    const place = places[at(value.span[0])] ?? NOWHERE;
    const from = tokens[at(value.span[0])]?.start ?? 0;
    const to = tokens[at(value.span[1] - 1)]?.end ?? 0;
    return { ...place, value, from, to, context: contextOf(words, place, value.span) };
  });
  const cues = findCues(
    flat,
    (from, to) => cueAt(side, at, from, to),
    (place) => wordsAround(side, place),
  );
  const denied = new Set(
    cues
      .filter((cue) => cue.kind === 'denies' || cue.kind === 'without' || cue.kind === 'except')
      .map((cue) => cue.segment),
  );
  return {
    ...side,
    values: values.map((value) =>
      denied.has(value.segment) ? { ...value, context: new Set([...value.context, DENIED]) } : value,
    ),
    cues,
  };
}

/** Wishes that close a message and say nothing of the need. */
const COURTESIES =
  /\b(?:bonne|belle|excellente) (?:journee|soiree|semaine|reception|annee|continuation|fin de (?:journee|semaine|mois))|\bbien (?:a|cordialement a) (?:vous|toi)|\ba (?:bientot|tres vite)|\bbon (?:courage|week-end)|\bau plaisir\b/g;

function contrariesOf(tokens: readonly Token[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const token of tokens) {
    const stem = token.kind === 'word' && token.text.length > 6 ? contraryStem(token.text) : undefined;
    const key = stem === undefined ? undefined : senseOf(stem).key;
    if (key !== undefined) keys.add(key);
  }
  return keys;
}

/** Stands in the context of a value that a negation bears on. */
const DENIED = '¬';

/** Index of the token that stands at, or last before, an offset of the text. */
function indexOf(tokens: readonly Token[], spanOf: Side['spanOf']): (offset: number) => number {
  const starts = tokens.map((token) => spanOf(token.start, token.end)[0]);
  return (offset) => Math.max(0, firstFrom(starts.length, (at) => (starts[at] ?? 0) <= offset) - 1);
}

function contextOf(words: readonly SideWord[], place: Place, span: readonly [number, number]): ReadonlySet<string> {
  const context = new Set<string>();
  for (const word of near(words, span[0])) {
    if (word.segment === place.segment || (word.start >= span[0] && word.end <= span[1])) context.add(word.key);
  }
  return context;
}

/** The thirty words around an offset: enough for any clause, and the whole stays linear on long texts. */
function near(words: readonly SideWord[], offset: number): readonly SideWord[] {
  const at = firstWordAt(words, offset);
  return words.slice(Math.max(0, at - 15), at + 15);
}
