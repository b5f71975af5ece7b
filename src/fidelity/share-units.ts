import type { SaidValue } from '../french/values/value.ts';
import { fold } from '../french/words.ts';

/** «vingt-cinq minutes de montage et dix de démontage»: the unit is said once, and the bare number after it counts the same. */
export function shareUnits(values: readonly SaidValue[], text: string): readonly SaidValue[] {
  let before: SaidValue | undefined;
  return values.map((value) => {
    const shared = before === undefined ? value : withUnitOf(before, value, text);
    before = shared;
    return shared;
  });
}

function withUnitOf(before: SaidValue, value: SaidValue, text: string): SaidValue {
  if (value.kind !== 'quantity' || value.unit !== undefined || value.per !== undefined) return value;
  if (before.kind !== 'duration' && before.kind !== 'quantity') return value;
  if (before.unit === undefined) return value;
  const between = fold(text.slice(before.span[1], value.span[0]));
  const after = fold(text.slice(value.span[1], value.span[1] + 12));
  if (!JOINED.test(between) || between.length > 60 || !COUNTS.test(after)) return value;
  const { span, low, high, approximate } = value;
  return before.kind === 'duration'
    ? { span, text: value.text, low, high, approximate, kind: 'duration', unit: before.unit }
    : { span, text: value.text, low, high, approximate, kind: 'quantity', unit: before.unit };
}

/** No full stop in between, and a joint right before the bare number. */
const JOINED = /^[^.;:!?\n]*(?:\b(?:et|puis|ou|mais|contre|plus)|,)\s+$/;
/** What the bare number is for follows, with its own preposition. */
const COUNTS = /^\s+(?:de|d'|du|des|pour|a|au|aux|en|dans|sur|le|la|l'|les)(?:\s|'|(?<='))/;
