import { keysIn, nearCues, phraseOf, wordsAbout } from './around.ts';
import type { CueKind } from './cue-patterns.ts';
import type { Defect } from './port/defect.ts';
import type { Cue, Side } from './side.ts';
import { isEqual } from './value-equality.ts';

/** Conditions, restrictions and «ou équivalent» of the source that have no place in the target. */
export function compareConditions(source: Side, target: Side): readonly Defect[] {
  const defects: Defect[] = [];
  defects.push(...lost(source, target, 'condition', ['condition', 'excuse_condition', 'except']));
  defects.push(...lost(source, target, 'only', ['only', 'excuse_only', 'except']));
  defects.push(...lost(source, target, 'equivalent', ['equivalent']));
  // A limit in time that the values do not tell («jusqu'à la notification»), gone with all its words.
  defects.push(...lost(source, target, 'until', ['until', 'condition', 'excuse_condition']));
  return defects;
}

/** «ne marche qu'une heure sur deux»: the figure restricts by itself. */
function isKeptFigure(cue: Cue, source: Side, target: Side): boolean {
  if (!/^(?:ne |n')/.test(cue.said)) return false;
  const value = source.values.find(({ value }) => value.span[0] >= cue.end - 4 && value.span[0] < cue.end + 6);
  return value !== undefined && target.values.some((other) => isEqual(value.value, other.value));
}

/** «n'est autorisé qu'avec l'accord du préfet» is a condition: «suppose l'accord du préfet». */
const ON_CONDITION = /qu(?:'| ?e )(?:avec|apres|sous|sur|moyennant|en cas|si |s'il|lorsqu|quand|des |contre)/;

/** The target tells when in other words: «trop tard», «une fois», «dès que». */
const TIMELY =
  /\b(?:quand|une fois|des (?:que|la|le|l')|lors|ensuite|tard|hors delai|avant|apres|jusqu|tant qu|des lors|suite a|a partir|a compter|pendant|durant|suivant)/;

function lost(source: Side, target: Side, kind: CueKind, keeps: readonly CueKind[]): readonly Defect[] {
  const defects: Defect[] = [];
  const there = target.cues.filter((cue) => keeps.includes(cue.kind));
  const conditions = target.cues.filter((cue) => cue.kind === 'condition' || cue.kind === 'excuse_condition');
  const used = new Set<Cue>();
  const here = source.cues.filter((cue) => cue.kind === kind);
  for (const cue of here) {
    if (kind === 'only' && isKeptFigure(cue, source, target)) continue;
    if (kind === 'only' && ON_CONDITION.test(source.flat.slice(cue.from, cue.to + 14)) && conditions.length > 0)
      continue;
    const present = cue.reach.filter((key) => target.keys.has(key));
    // Kept words may carry the condition in another turn («un avenant de plus de 5 %»); cut word for word, `compareEdits` sees it.
    if ((kind === 'condition' || kind === 'until') && cue.reach.length > 0 && present.length * 2 >= cue.reach.length)
      continue;
    if (
      kind === 'until' &&
      (present.length > 0 ||
        TIMELY.test(target.flat) ||
        source.values.some(
          (value) => value.sentence === cue.sentence && Math.abs(value.value.span[0] - cue.start) < 25,
        ))
    )
      continue;
    const near = nearCues(there, cue, source, target);
    const same = near.find(
      (other) => !used.has(other) && keysIn(target, other, 'sentence').some((key) => cue.reach.includes(key)),
    );
    const any =
      same ??
      (present.length * 2 < cue.reach.length || cue.reach.length === 0
        ? near.find((other) => other.kind === kind && !used.has(other))
        : undefined);
    if (any !== undefined) {
      used.add(any);
      continue;
    }
    if (
      there.length > 0 &&
      nearCues(here, cue, source, source).some((other) => other !== cue && other.sentence === cue.sentence)
    )
      continue;
    defects.push({ kind: 'CONSTRAINT_DROPPED', source: phraseOf(source, cue), target: wordsAbout(target, present) });
  }
  return defects;
}
