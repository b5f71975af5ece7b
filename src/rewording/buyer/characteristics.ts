import type { Need, Said, Slot } from '../rewording.ts';
import type { Family } from './notion-cue.ts';

/**
 * What the brief read of a purchase to come, slot by slot under its procurement term, in the person's own words; then what
 * a buyer will need and the message leaves unsaid. A bracketed line, or the empty string when nothing was read.
 * @param families what is bought, as ./nature.ts reads it: goods are delivered, the rest is performed
 */
export function sayCharacteristics(needs: readonly [Need, ...Need[]], families: readonly Family[]): string {
  const said = needs
    .map((need) => sayNeed(need, families))
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

function sayNeed(need: Need, families: readonly Family[]): string {
  return SHOWN.flatMap(([slot, nameOf]) => {
    const entry = need.slots[slot];
    if (entry === undefined) return [];
    const byName = new Map<string, string[]>();
    for (const one of entry.said) {
      const name = nameOf(one, families);
      const values = byName.get(name) ?? [];
      if (values.length < MOST) byName.set(name, [...values, `«\u00a0${shorten(one.value)}\u00a0»`]);
    }
    return [...byName].map(
      ([name, values]) => `${name}${entry.conflict ? ' (à confirmer)' : ''} ${values.join(', ')}`,
    );
  }).join(' ; ');
}

/** Values of a slot that a short line can hold; the rest stands in the text above. */
const MOST = 3;
const LONGEST = 90;

/** On one line, and cut at a word when long: the whole stands above. */
function shorten(value: string): string {
  const line = value.replace(/\s+/g, ' ').replace(/[[\]]/g, '').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).replace(/\s\S*$/, '')}…`;
}

type NameOf = (said: Said, families: readonly Family[]) => string;

const SHOWN: readonly (readonly [Slot, NameOf])[] = [
  ['quantity', () => 'quantités estimées'],
  ['deadline', ({ value }, families) => nameDeadline(value, families)],
  ['duration', ({ value }) => (/\b(?:ans?|ann[ée]es?|mois)\b/iu.test(value) ? 'durée du marché' : "durée d'exécution")],
  ['place', (_said, families) => `lieu d'exécution${areGoods(families) ? ' ou de livraison' : ''}`],
  ['budget', () => 'valeur estimée'],
  ['constraints', () => 'spécifications techniques et exigences'],
  ['environment', () => 'considérations environnementales'],
  ['social', () => 'considérations sociales'],
  ['criteria', () => "critères d'attribution"],
];

function nameDeadline(value: string, families: readonly Family[]): string {
  if (/^(?:du|de|entre)\b.*\b(?:au|[àa]|et)\b/iu.test(value)) return "période et durée d'exécution";
  if (/partir|d[ée]but|d[ée]marr|commenc/iu.test(value)) return "date de début d'exécution";
  return `délai d'exécution${areGoods(families) ? ' ou de livraison' : ''}`;
}

const areGoods = (families: readonly Family[]): boolean => families.length === 1 && families[0] === 'fournitures';
