import { overlap } from './around.ts';
import type { Name } from './name.ts';
import type { Defect } from './port/defect.ts';
import { regionsOf } from './regions.ts';
import type { Side } from './side.ts';

const FROM = new Set(['de', 'd', 'du', 'depuis', 'quittant', 'partant']);
const TO = new Set(['a', 'au', 'aux', 'vers', 'jusqu', 'pour', 'destination']);
/** Passed over between the preposition and the name. */
const BETWEEN = new Set([
  "'",
  'la',
  'le',
  'l',
  'les',
  'ville',
  'gare',
  'site',
  'mairie',
  'ecole',
  'college',
  'lycee',
  'saint',
  'sainte',
  '-',
]);

/** A name, or a code (a lot, «5 jours sur 7»). */
interface Item {
  readonly key: string;
  readonly text: string;
  readonly at: number;
  readonly code: boolean;
}

interface Placed {
  readonly name: Item;
  readonly way: 'from' | 'to' | undefined;
  readonly region: ReadonlySet<string> | undefined;
}

/** Names that have changed places: «de Vitré à Fougères» become «de Fougères à Vitré», or each among the words of the other. */
export function swappedNames(
  source: Side,
  here: readonly Name[],
  target: Side,
  there: readonly Name[],
): readonly Defect[] {
  const listed = itemsOf(target, there);
  const both = new Set(listed.map((name) => name.key));
  const kept = itemsOf(source, here).filter((name) => both.has(name.key));
  if (kept.length < 2 || kept.length > 12) return [];
  const keys = new Set(kept.map((name) => name.key));
  const before = placed(source, kept);
  const after = new Map(
    placed(
      target,
      listed.filter((name) => keys.has(name.key)),
    ).map((one) => [one.name.key, one]),
  );
  const defects: Defect[] = [];
  for (const [index, a] of before.entries()) {
    for (const b of before.slice(index + 1)) {
      const [c, d] = [after.get(a.name.key), after.get(b.name.key)];
      if (c === undefined || d === undefined || a.name.code !== b.name.code) continue;
      const turned =
        a.way !== undefined && b.way !== undefined && a.way !== b.way && c.way === b.way && d.way === a.way;
      if (turned || isCrossed(a, b, c, d))
        defects.push({
          kind: a.name.code ? 'NUMBER_CHANGED' : 'NAME_CHANGED',
          source: a.name.text,
          target: b.name.text,
        });
    }
  }
  return defects;
}

/** Each once, in the order of the text. */
function itemsOf(side: Side, names: readonly Name[]): readonly Item[] {
  const items: Item[] = names
    .filter((name) => !name.signs)
    .map(({ key, text, at }) => ({ key, text, at, code: false }));
  const seen = new Set<string>();
  for (const code of side.codes) {
    if (code.kind === 'article' || seen.has(code.key)) continue;
    seen.add(code.key);
    items.push({ key: `#${code.key}`, text: code.text, at: side.at(code.span[0]), code: true });
  }
  return items.sort((a, b) => a.at - b.at);
}

function placed(side: Side, names: readonly Item[]): readonly Placed[] {
  const anchors = names.map((name) => {
    const token = side.tokens[name.at];
    const span = token === undefined ? ([0, 0] as const) : side.spanOf(token.start, token.end);
    return { span, sentence: side.places[name.at]?.sentence ?? 0 };
  });
  const regions = regionsOf(side, anchors);
  return names.map((name, index) => ({ name, way: wayOf(side, name.at), region: regions[index] }));
}

function wayOf(side: Side, at: number): 'from' | 'to' | undefined {
  for (let index = at - 1; index >= at - 5; index--) {
    const text = side.tokens[index]?.text ?? '';
    if (FROM.has(text) && !(text === 'd' && side.tokens[index + 1]?.text !== "'")) {
      // «à la gare de Vitré», «près de».
      if (/^(?:gare|ville|pres|commune|site|mairie)$/.test(side.tokens[index - 1]?.text ?? '')) continue;
      return 'from';
    }
    if (TO.has(text)) return 'to';
    if (!BETWEEN.has(text)) return undefined;
  }
  return undefined;
}

function isCrossed(a: Placed, b: Placed, c: Placed, d: Placed): boolean {
  if (a.region === undefined || b.region === undefined || c.region === undefined || d.region === undefined)
    return false;
  const [ofA, ofB] = [a.region, b.region];
  const onlyA = new Set([...ofA].filter((key) => !ofB.has(key)));
  const onlyB = new Set([...ofB].filter((key) => !ofA.has(key)));
  const [aToD, bToC] = [overlap(onlyA, d.region), overlap(onlyB, c.region)];
  return aToD > 0 && bToC > 0 && aToD + bToC > overlap(onlyA, c.region) + overlap(onlyB, d.region);
}
