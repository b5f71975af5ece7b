import type { SaidCode } from '../french/values/read-values.ts';
import { ownValue } from '../own-value.ts';
import { saysDaysOfWeek } from './equal-rates.ts';
import { ALIASES, BRANDS, COMMON_BRANDS, COMMON_CAPITALS, COMMON_PLACES, JARGON, PLACES } from './known-names.ts';
import type { Name } from './name.ts';
import type { Defect } from './port/defect.ts';
import type { Side, SideValue } from './side.ts';
import { swappedNames } from './swapped-names.ts';

/** Names of people, places, products, brands and bodies: changed, dropped or brought in. */
export function compareNames(source: Side, target: Side): readonly Defect[] {
  const saidHere = new Set(source.tokens.map((token) => token.text));
  const saidThere = new Set(target.tokens.map((token) => token.text));
  const here = namesOf(source);
  const there = namesOf(target);
  const lost = here.filter((name) => !name.signs && !isSaid(name, saidThere) && !isSpeltOut(name, target));
  const added = there.filter((name) => !isSaid(name, saidHere) && !isSpeltOut(name, source));
  const expansion = expandedIn(source, target);
  const free = added.filter((name) => !expansion.has(name.key));
  const defects: Defect[] = [];
  for (const name of lost) {
    const same = free.findIndex((other) => other.kind === name.kind);
    const at = same >= 0 ? same : free.findIndex((other) => !other.aside);
    const other = at < 0 ? undefined : free.splice(at, 1)[0];
    defects.push({
      kind: other === undefined ? 'CONSTRAINT_DROPPED' : 'NAME_CHANGED',
      source: name.text,
      target: other?.text ?? '',
    });
  }
  for (const name of free) if (!name.aside) defects.push({ kind: 'INVENTED_FACT', source: '', target: name.text });
  return [...defects, ...swappedNames(source, here, target, there), ...compareCodes(source, target)];
}

const CLOSING = /^(?:cordialement|cdt|cdlt|bcdt|salutations|respectueusement)$/;
const BEFORE_PLACE = new Set([
  'a',
  'de',
  'sur',
  'vers',
  'pour',
  'depuis',
  'd',
  "'",
  'et',
  'ou',
  'entre',
  'en',
  'site',
  '-',
  ',',
]);

function namesOf(side: Side): readonly Name[] {
  const names: Name[] = [];
  const seen = new Set<string>();
  const shouts = isShouted(side.text);
  let signs = false;
  for (const [index, token] of side.tokens.entries()) {
    if (token.kind !== 'word' || token.text.length < 2) continue;
    if (CLOSING.test(token.text)) signs = true;
    const key = token.text;
    const [start, end] = side.spanOf(token.start, token.end);
    const text = side.text.slice(start, end);
    const before = side.tokens[index - 1];
    const kind = kindOf(key, text, token.capital && !shouts, token.first, before?.text ?? '');
    if (kind === undefined || seen.has(key)) continue;
    seen.add(key);
    names.push({ key, text, kind, at: index, aside: side.places[index]?.aside ?? false, signs });
  }
  return names;
}

function kindOf(key: string, text: string, capital: boolean, first: boolean, before: string): Name['kind'] | undefined {
  if (JARGON.has(key)) return undefined;
  if (BRANDS.has(key) && (!COMMON_BRANDS.has(key) || (capital && !first))) return 'brand';
  if (PLACES.has(key) && (capital || (BEFORE_PLACE.has(before) && !COMMON_PLACES.has(key)))) return 'place';
  if (!capital || COMMON_CAPITALS.has(key)) return undefined;
  if (text.length <= 6 && text === text.toUpperCase()) return 'acronym';
  return first || text.length < 3 ? undefined : 'proper';
}

/** More capitals than small letters: a message typed with the lock on. */
function isShouted(text: string): boolean {
  const sample = text.slice(0, 2000);
  const upper = sample.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = sample.match(/\p{Ll}/gu)?.length ?? 0;
  return upper > lower;
}

/** The word is there, or one of the same root when it is no table name («Générale» and «général»). */
function isSaid(name: Name, words: ReadonlySet<string>): boolean {
  if (words.has(name.key)) return true;
  for (const [short, long] of ALIASES) {
    if (name.key === short && long.every((word) => words.has(word))) return true;
    if (long.includes(name.key) && words.has(short)) return true;
  }
  if (name.kind !== 'proper') return false;
  return ['s', 'e', 'es'].some(
    (ending) =>
      words.has(name.key + ending) || (name.key.endsWith(ending) && words.has(name.key.slice(0, -ending.length))),
  );
}

const SMALL = new Set(['de', 'des', 'du', 'la', 'le', 'les', 'l', 'd', 'et', 'a', 'au', 'aux', 'en', 'pour']);

/** «DSI» where the other text says «direction des systèmes d'information». */
function isSpeltOut(name: Name, other: Side): boolean {
  return name.kind === 'acronym' && name.key.length >= 2 && runOf(name.key, other) !== undefined;
}

function runOf(acronym: string, side: Side): readonly string[] | undefined {
  const words = side.tokens
    .filter((token) => token.kind === 'word' && !SMALL.has(token.text))
    .map((token) => token.text);
  const initials = words.map((word) => word[0]).join('');
  const at = initials.indexOf(acronym);
  return at < 0 ? undefined : words.slice(at, at + acronym.length);
}

/** Words of the target that spell out an acronym of the source. */
function expandedIn(source: Side, target: Side): ReadonlySet<string> {
  // Those of the trade too («BOAMP», «JOUE»), which are nobody's name.
  const acronyms = new Set(
    source.tokens
      .filter(({ start, end }) => /^\p{Lu}{3,8}$/u.test(source.text.slice(start, end)))
      .map(({ text }) => text),
  );
  return new Set([...acronyms].flatMap((acronym) => runOf(acronym, target) ?? []));
}

const ORDINALS: Readonly<Record<string, string>> = {
  '1e': 'premier|premiere|1er|1ere',
  '2e': 'deuxieme|second|seconde',
  '3e': 'troisieme',
  '4e': 'quatrieme',
  '5e': 'cinquieme',
  '6e': 'sixieme',
  '7e': 'septieme',
  '8e': 'huitieme',
  '9e': 'neuvieme',
  '10e': 'dixieme',
};

/** Articles, norms, products, lots and numbered papers. An article that the rewording cites is no invention. */
function compareCodes(source: Side, target: Side): readonly Defect[] {
  const digitsHere = countDigits(source);
  const digitsThere = countDigits(target);
  const lost = source.codes.filter(
    (code) => !hasDigits(code, digitsThere) && !isOrdinalSaid(code, target) && !saysDaysOfWeek(target, code),
  );
  const added = target.codes.filter(
    (code) => !hasDigits(code, digitsHere) && !isOrdinalSaid(code, source) && !saysDaysOfWeek(source, code),
  );
  const defects: Defect[] = [];
  const free = new Set(added);
  const ofKind = new Map<string, SaidCode[]>();
  for (const code of [...added].reverse()) {
    const known = ofKind.get(code.kind);
    if (known === undefined) ofKind.set(code.kind, [code]);
    else known.push(code);
  }
  const newValue = lost.length === 0 ? undefined : newValueOf(source, target);
  for (const code of lost) {
    const other = ofKind.get(code.kind)?.pop();
    if (other !== undefined) free.delete(other);
    const value = other === undefined ? newValue : undefined;
    if (other !== undefined) {
      if (code.kind === 'article' && isAside(target, other) && !isNearlySame(code.key, other.key)) continue;
      defects.push({ kind: 'NAME_CHANGED', source: code.text, target: other.text });
      defects.push({ kind: 'NUMBER_CHANGED', source: code.text, target: other.text });
    } else if (value !== undefined) {
      defects.push({ kind: 'NUMBER_CHANGED', source: code.text, target: value.value.text });
    } else if (code.kind !== 'article' && code.kind !== 'ordinal') {
      defects.push({ kind: 'CONSTRAINT_DROPPED', source: code.text, target: '' });
    }
  }
  defects.push(...compareRepeated(source, target, digitsHere, digitsThere));
  for (const code of free) {
    if (
      code.kind === 'article' ||
      code.kind === 'ordinal' ||
      /^(?:lot|article|annexe|page)\b/.test(code.key) ||
      isAside(target, code)
    )
      continue;
    defects.push({ kind: 'INVENTED_FACT', source: '', target: code.text });
  }
  return defects;
}

/** A quantity of the target whose digits the source has nowhere. */
const newValueOf = (source: Side, target: Side): SideValue | undefined =>
  target.values.find(
    ({ value, aside }) => !aside && value.kind === 'quantity' && !source.flat.includes(digitsIn(value.text)),
  );

function countDigits(side: Side): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const token of side.tokens)
    if (token.kind === 'digits') counts.set(token.text, (counts.get(token.text) ?? 0) + 1);
  return counts;
}

/** «CCAG-FCS 1, CCAG-PI 1» with one of the two changed: the number is still there, but less often, and another is there more. */
function compareRepeated(
  source: Side,
  target: Side,
  here: ReadonlyMap<string, number>,
  there: ReadonlyMap<string, number>,
): readonly Defect[] {
  const times = (counts: ReadonlyMap<string, number>, code: SaidCode) =>
    Math.min(...(code.key.match(/\d+/g) ?? ['']).map((part) => counts.get(part) ?? 0));
  const nameOf = (code: SaidCode) => code.key.replace(/\d+/g, '#');
  const rarer = source.codes.filter((code) => times(there, code) > 0 && times(there, code) < times(here, code));
  if (rarer.length === 0) return [];
  const oftener = new Map<string, SaidCode>();
  for (const code of target.codes)
    if (!oftener.has(nameOf(code)) && times(here, code) < times(there, code)) oftener.set(nameOf(code), code);
  return rarer.flatMap((code) => {
    const other = oftener.get(nameOf(code));
    if (other === undefined) return [];
    const said = { source: code.text, target: other.text };
    return [
      { kind: 'NAME_CHANGED' as const, ...said },
      { kind: 'NUMBER_CHANGED' as const, ...said },
    ];
  });
}

/** One digit apart: a slip on the same name rather than another name. */
function isNearlySame(a: string, b: string): boolean {
  return a.length === b.length && [...a].filter((char, index) => char !== b[index]).length === 1;
}

const digitsIn = (text: string): string => /\d+/.exec(text)?.[0] ?? text;

function hasDigits(code: SaidCode, digits: ReadonlyMap<string, number>): boolean {
  const parts = (code.kind === 'phone' ? code.text : code.key).match(/\d+/g) ?? [];
  return parts.every((part) => digits.has(part));
}

function isOrdinalSaid(code: SaidCode, side: Side): boolean {
  const words = code.kind === 'ordinal' ? ownValue(ORDINALS, code.key) : undefined;
  return words?.split('|').some((word) => side.flat.includes(word)) ?? false;
}

const isAside = (side: Side, code: SaidCode): boolean => side.places[side.at(code.span[0])]?.aside ?? false;
