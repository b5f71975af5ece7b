import type { Slot } from '../../vocabulary/rewording.ts';
import type { Need } from '../port/rewording.ts';

/** Said once for all the needs of a message. */
const FOR_ALL = /\b(?:le tout|l'ensemble|les deux|tout ca|tout cela|toutes ces (?:choses|demandes)|pour tous ces)\b/;
const SHARED: readonly Slot[] = ['place', 'deadline', 'duration'];

/** «… Le tout au 12 boulevard Carnot pour le 15 janvier»: the end of the last need is said of the others too, where they say nothing. */
export function shareTail(folded: string, from: number, needs: readonly [Need, ...Need[]]): readonly [Need, ...Need[]] {
  const last = needs.at(-1);
  const at = FOR_ALL.exec(folded.slice(from))?.index;
  if (last === undefined || at === undefined || needs.length === 1) return needs;
  const share = (need: Need): Need => {
    if (need === last) return need;
    const slots = { ...need.slots };
    const shared = SHARED.filter((slot) => {
      const entry = last.slots[slot];
      if (slots[slot] !== undefined || entry === undefined || entry.said[0].span[0] < from + at) return false;
      slots[slot] = entry;
      return true;
    });
    return { ...need, slots, missing: need.missing.filter((slot) => !shared.includes(slot)) };
  };
  const [first, ...others] = needs;
  return [share(first), ...others.map(share)];
}
