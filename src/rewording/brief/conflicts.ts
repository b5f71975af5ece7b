import type { Span } from '../../french/span.ts';
import type { ValueFound } from './value-context.ts';

/** Two figures that contradict each other stand near. */
const APART = 150;
/** A figure expressly corrected is looked for further back. */
const FAR = 600;

const DOUBT =
  /^[^.\n]{0,12}(?:\bou (?:plutot|alors|bien)?\b|\bnon\b|plutot|en fait|finalement|\bsoit\b|je (?:ne )?sais (?:pas|plus)|a moins que|pardon|correction)[^.\n]{0,40}$|\b(?:plutot|en fait|finalement|d'apres|selon|en (?:a|avons|ai) (?:compte|recense|releve|trouve)|alors que|(?<!et )mais(?! (?:pas|seulement)))\b[^.\n]{0,40}$/;

/** «80 000 € dit le chef, la direction financière dit 68 000 €». */
const SOMEONE_ELSE =
  /(?:[,;:.\n(]|\bet|\bmais|\balors que) ?(?:(?:le|la|les|l'|mon|ma|notre|nos|un|une|dans l[ea]|sur l[ea]|au|du) ?)?[a-z' -]{2,50} (?:dit|disent|parle(?:nt)? de|annonce(?:nt)?|a ecrit|a note|a marque|affirme|veut|voudrait|compte|prevoit|pense a?|table sur|indique|mentionne|evalue a?|estime a?|chiffre a|il (?:est|y a) (?:ecrit|marque|note|inscrit))(?: a| plutot| que c'est)? $/;
/** «10 microscopes, pas 8». */
const CORRECTED = /^,? (?:et )?(?:pas|non(?: pas)?|au lieu de|contre|plutot que) \d/;

/** Two figures for one thing, joined by «ou», «non plutôt», or the same unit counted twice. */
export function isConflict(folded: string, found: readonly ValueFound[]): boolean {
  return found.some((item, index) => {
    const earlier = found
      .slice(Math.max(0, index - 20), index)
      .find((other) => isSameSort(other, item) && !isSame(other, item));
    if (earlier === undefined) return false;
    if (
      item.span[0] - earlier.span[1] > (CORRECTED.test(folded.slice(item.span[1], item.span[1] + 30)) ? FAR : APART) ||
      TODAY.test(folded.slice(Math.max(0, earlier.span[0] - 40), earlier.span[0]))
    )
      return false;
    return (
      DOUBT.test(folded.slice(earlier.span[1], item.span[0])) ||
      SOMEONE_ELSE.test(folded.slice(earlier.span[1], item.span[0])) ||
      CORRECTED.test(folded.slice(item.span[1], item.span[1] + 30)) ||
      isSaidAgain(folded, earlier, item)
    );
  });
}

/** «aujourd'hui nous avons 186 élèves, il y en aura entre 190 et 215»: two times, no contradiction. */
const TODAY = /\b(?:aujourd'hui|actuellement|a ce jour|pour l'instant|l'an dernier)\b[^.\n]{0,160}$/;

const isSameSort = (a: ValueFound, b: ValueFound): boolean =>
  a.value.kind === b.value.kind &&
  ('per' in a.value ? a.value.per : undefined) === ('per' in b.value ? b.value.per : undefined) &&
  (unitOf(a) === unitOf(b) || unitOf(b) === undefined);

const unitOf = ({ value }: ValueFound): string | undefined => ('unit' in value ? value.unit : undefined);

function isSame(a: ValueFound, b: ValueFound): boolean {
  if (a.value.kind === 'date' && b.value.kind === 'date') return a.value.head === b.value.head;
  return 'low' in a.value && 'low' in b.value && a.value.low === b.value.low && a.value.high === b.value.high;
}

const WHOLE = /\b(?:budget|enveloppe|credits?|en tout|au total|total)\b[^.,;\n]{0,40}$/;

/** Two totals each called the budget contradict each other; parts («dont», «plus», «lot») do not. */
function isSaidAgain(folded: string, a: ValueFound, b: ValueFound): boolean {
  const between = folded.slice(a.span[1], b.span[0]);
  if (
    /\b(?:dont|plus|puis|lot|par an|pour (?:les?|la|l')|investissement|fonctionnement|ttc|ht|soit|hors|et)\b|\+/.test(
      between,
    )
  )
    return false;
  const before = (span: Span): string => folded.slice(Math.max(0, span[0] - 50), span[0]);
  return a.slot === 'budget'
    ? WHOLE.test(before(a.span)) && WHOLE.test(before(b.span))
    : a.slot === 'quantity' && 'unit' in a.value && a.value.unit !== undefined && /\n|[.] /.test(between);
}
