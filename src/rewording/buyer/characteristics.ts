import type { Slot } from '../../vocabulary/rewording.ts';
import type { Need } from '../port/rewording.ts';
import type { Family } from './notion-cue.ts';

/**
 * What the brief read of a purchase to come, slot by slot under its procurement term, in the person's own words; then what
 * a buyer will need and the message leaves unsaid. A bracketed line, or the empty string when nothing was read.
 * @param families what is bought, as ./nature.ts reads it: goods are delivered, the rest is performed
 */
export function sayCharacteristics(
  source: string,
  needs: readonly [Need, ...Need[]],
  families: readonly Family[],
): string {
  const goods = families.length === 1 && families[0] === 'fournitures';
  const said = needs
    .map((need) => sayNeed(need, source, goods))
    .map((one, i) => (needs.length > 1 && one !== '' ? `besoin ${LETTERS[i] ?? 'suivant'} : ${one}` : one))
    .filter((one) => one !== '')
    .join(' | ');
  const unsaid = [...new Set(needs.flatMap(({ missing }) => missing))].flatMap((slot) => TO_SAY[slot] ?? []);
  const lines: string[] = [];
  if (said !== '') lines.push(`[Caractéristiques${needs.length > 1 ? ' des besoins distincts' : ''} : ${said}.]`);
  if (unsaid.length > 0) lines.push(`[À préciser : ${unsaid.join(', ')}.]`);
  return lines.join('\n');
}

/** No figures: they would read as figures of the message. */
const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'];

const TO_SAY: Readonly<Partial<Record<Slot, string>>> = {
  quantity: 'quantités estimées',
  budget: 'valeur estimée du besoin',
  deadline: "délai d'exécution",
  place: "lieu d'exécution",
  duration: 'durée du marché',
  users: 'utilisateurs',
};

function sayNeed(need: Need, source: string, goods: boolean): string {
  const lots = need.lots.map(({ said }) => `«\u00a0${shorten(said.value)}\u00a0»`);
  const several = need.slots.object?.said.map(({ value }) => `«\u00a0${shorten(value)}\u00a0»`) ?? [];
  const apart = lots.length > 1 ? lots : several.length > 1 ? several : [];
  const inLots = apart.length > 1 ? [`lots à envisager ${apart.join(', ')}`] : [];
  return [...sayings(need, source, goods), ...inLots].join(' ; ');
}

function sayings(need: Need, source: string, goods: boolean): readonly string[] {
  return SHOWN.flatMap(([slot, nameOf]) => {
    const entry = need.slots[slot];
    if (entry === undefined) return [];
    const byName = new Map<string, string[]>();
    for (const { value, span } of entry.said) {
      const before = source.slice(Math.max(0, span[0] - BEFORE), span[0]);
      const name = nameOf({ value, before, goods });
      const values = byName.get(name) ?? [];
      if (name !== '' && values.length < MOST) byName.set(name, [...values, `«\u00a0${shorten(value)}\u00a0»`]);
    }
    return [...byName].map(([name, values]) => `${name}${entry.conflict ? ' (à confirmer)' : ''} ${values.join(', ')}`);
  });
}

/** Characters before a value that tell what it is («démarrage», «à partir de»). */
const BEFORE = 25;

/** Values of a slot that a short line can hold; the rest stands in the text above. */
const MOST = 3;
const LONGEST = 90;

/** On one line, and cut at a word when long: the whole stands above. */
function shorten(value: string): string {
  const line = value.replace(/\s+/g, ' ').replace(/[[\]]/g, '').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).replace(/\s\S*$/, '')}…`;
}

interface Value {
  readonly value: string;
  readonly before: string;
  /** Goods are delivered; the rest is performed. */
  readonly goods: boolean;
}

/** The term of each slot, in the order of the line; the empty string leaves a value out. */
const SHOWN: readonly (readonly [Slot, (value: Value) => string])[] = [
  ['quantity', ({ value }) => (OF_THE_MESSAGE.test(value) ? '' : 'quantités estimées')],
  ['deadline', nameDeadline],
  ['duration', ({ value }) => (/\b(?:ans?|ann[ée]es?|mois)\b/iu.test(value) ? 'durée du marché' : "durée d'exécution")],
  ['place', ({ goods }) => `lieu d'exécution${goods ? ' ou de livraison' : ''}`],
  ['budget', () => 'valeur estimée'],
  ['constraints', () => 'exigences et spécifications techniques'],
  ['environment', () => 'considérations environnementales'],
  ['social', () => 'considérations sociales'],
  ['criteria', () => "critères d'attribution"],
];

/** «deux sujets», «deux»: a count of what the message is about. */
const OF_THE_MESSAGE = /^(?:\p{L}+|(?:\p{L}+|\d+) (?:sujets?|demandes?|choses?|besoins?|questions?|points?))$/iu;

function nameDeadline({ value, before, goods }: Value): string {
  if (/^(?:du|de|entre)\b.*\b(?:au|[àa]|et)\b/iu.test(value)) return "période et durée d'exécution";
  if (/partir|d[ée]marr|commenc/iu.test(`${before}${value}`)) return "délai d'exécution (début)";
  return `délai d'exécution${goods ? ' ou de livraison' : ''}`;
}
