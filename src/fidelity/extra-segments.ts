import type { Defect } from './port/defect.ts';
import type { Side, SideWord } from './side.ts';

/**
 * A phrase of the target that shares nothing with the source, while the rest of the target already says each phrase of the source:
 * «et suivra votre choix» after «vous enverra l'analyse».
 */
export function extraSegments(
  source: Side,
  target: Side,
  lost: readonly SideWord[],
  added: readonly SideWord[],
): readonly Defect[] {
  if (added.length < 2 || !isCovered(source, lost)) return [];
  const defects: Defect[] = [];
  const isNew = new Set(added);
  for (const words of segmentsOf(target).values()) {
    // A figure that the source has not is told elsewhere; one that it has makes the phrase another wording.
    if (target.values.some((value) => value.segment === words[0]?.segment)) continue;
    const fresh = words.filter((word) => isNew.has(word));
    if (fresh.length < 2 || words.some((word) => !isNew.has(word) && source.keys.has(word.key))) continue;
    const [first, last] = [words[0], words.at(-1)];
    if (first === undefined || last === undefined || first.sentence < 0) continue;
    // The opening phrase names the object in the other side's terms.
    if (isExplained(target, last, source)) continue;
    if (first === target.words[0] || !opensPhrase(target, first)) continue;
    defects.push({ kind: 'INVENTED_FACT', source: '', target: target.text.slice(first.start, last.end) });
  }
  return defects;
}

/** The term of the source follows in brackets: «les boissons alcoolisées (vin)». */
function isExplained(target: Side, last: SideWord, source: Side): boolean {
  return target.words.some((word) => word.aside && word.sentence === last.sentence && source.keys.has(word.key));
}

/** «et», a comma or a full stop before it. */
function opensPhrase(side: Side, first: SideWord): boolean {
  const before = side.text.slice(Math.max(0, first.start - 24), first.start);
  return /(?:^|[\s])(?:et|puis|ainsi que|avec)\s[^,;.]{0,24}$|[,;.]\s[^,;.]{0,24}$/.test(before);
}

/** At least half the telling words of each phrase of the source stand in the target. */
function isCovered(source: Side, lost: readonly SideWord[]): boolean {
  const isLost = new Set(lost);
  for (const words of segmentsOf(source).values()) {
    const telling = words.filter((word) => !word.glue || isLost.has(word));
    if (telling.length > 0 && telling.filter((word) => isLost.has(word)).length * 2 > telling.length) return false;
  }
  return true;
}

function segmentsOf(side: Side): ReadonlyMap<number, readonly SideWord[]> {
  const segments = new Map<number, SideWord[]>();
  for (const word of side.words) {
    if (word.aside) continue;
    const known = segments.get(word.segment);
    if (known === undefined) segments.set(word.segment, [word]);
    else known.push(word);
  }
  return segments;
}
