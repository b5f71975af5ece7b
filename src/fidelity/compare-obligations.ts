import { keysIn, nearCues, overlap, phraseOf, wordsAbout } from './around.ts';
import type { CueKind } from './cue-patterns.ts';
import type { Defect } from './port/defect.ts';
import type { Cue, Side } from './side.ts';

type Level = 'must' | 'ask' | 'should' | 'may';
const LEVELS: Readonly<Partial<Record<CueKind, Level>>> = {
  must: 'must',
  ask: 'ask',
  should: 'should',
  wish: 'should',
  may: 'may',
  rather: 'should',
};

/** Obligations of the source that the target weakens, and wishes or permissions that it hardens. */
export function compareObligations(source: Side, target: Side): readonly Defect[] {
  const defects: Defect[] = [];
  const here = source.cues.filter((cue) => LEVELS[cue.kind] !== undefined);
  const there = target.cues.filter((cue) => LEVELS[cue.kind] !== undefined);
  const seen = new Set<string>();
  const softened = new Set(
    here.filter((cue) => cue.kind === 'rather' || cue.kind === 'should').map((cue) => cue.clause),
  );
  const alone = isOneSentence(here) && isOneSentence(there) && source.words.length < 25 && target.words.length < 40;
  for (const cue of here) {
    const level = LEVELS[cue.kind];
    // «doit si possible» is a wish.
    if (cue.kind === 'must' && softened.has(cue.clause)) continue;
    const about = contextOf(source, cue);
    const facing = facingOf(source, target, cue, about, there, alone);
    if (facing.length === 0) {
      if (cue.kind === 'rather' && isHardened(cue, source, target))
        push(defects, seen, 'OBLIGATION_STRENGTHENED', source, cue, target, undefined);
      continue;
    }
    const levels = facing.map((other) => LEVELS[other.kind]);
    const first = facing[0];
    if (level === 'must' && facing.some((other) => other.kind === 'rather')) {
      push(
        defects,
        seen,
        'OBLIGATION_WEAKENED',
        source,
        cue,
        target,
        facing.find((other) => other.kind === 'rather'),
      );
    } else if (level === 'ask') {
      if (levels.every((other) => other === 'may'))
        push(defects, seen, 'OBLIGATION_WEAKENED', source, cue, target, first);
    } else if (level === 'must' && !levels.includes('must') && !levels.includes('ask')) {
      if (first !== undefined && !hasMustNear(target, first))
        push(defects, seen, 'OBLIGATION_WEAKENED', source, cue, target, first);
    } else if (
      level !== 'must' &&
      !(NO_DUTY.test(cue.said) && facing.some((other) => isDenied(target, other))) &&
      levels.includes('must') &&
      !levels.some((other) => other === 'should' || other === 'may')
    ) {
      push(defects, seen, 'OBLIGATION_STRENGTHENED', source, cue, target, first);
    }
  }
  defects.push(...addedEffort(source, target));
  return defects;
}

const EFFORT =
  /^(?:essa|tach|s'efforc|tent|cherchera|fait |fera |si possible|si c|dans la mesure|autant que|s'il|s'ils|si elle|a (?:sa|leur) |selon ses|au mieux)/;

/** «n'est pas requise» and «aucune … n'est à fournir» both free from the duty. */
const NO_DUTY = /^(?:pas|non|sans|aucun|jamais|dispens|nullement)/;
const isDenied = (side: Side, cue: Cue): boolean =>
  side.cues.some((other) => other.clause === cue.clause && (other.kind === 'denies' || other.kind === 'without'));

/** What was stated plainly, now only advised. */
const ADVISED = /^(?:vous )?(?:invit|conseill|recommand|encourag|souhaitable|preferable)/;

/** As a rule only, with exceptions nobody named. */
const LOOSE =
  /\b(?:plutot|en principe|normalement|en general|generalement|habituellement|le plus souvent|dans la plupart des cas|parfois|de temps en temps)\b/;

/** «remettra un rapport» become «pourra remettre un rapport»: an undertaking, now a power. */
function leftOpen(source: Side, target: Side): Defect | undefined {
  for (const cue of target.cues) {
    if (cue.kind !== 'may' || cue.aside || !/^(?:pourr|peu(?:t|vent))/.test(cue.said) || isDenied(target, cue))
      continue;
    const verb = target.words.find((word) => word.start >= cue.end && word.clause === cue.clause && !word.glue);
    if (verb === undefined || verb.start > cue.end + 25 || !/(?:er|ir|re|oir)$/.test(verb.text)) continue;
    const stem = verb.text.replace(/e$/, '');
    const done = source.words.find(({ text }) => text === `${stem}a` || text === `${stem}ont`);
    if (done !== undefined)
      return { kind: 'OBLIGATION_WEAKENED', source: wordsAbout(source, [done.key]), target: phraseOf(target, cue) };
  }
  return undefined;
}

/** «remplace» become «tâchera de remplacer»: what was stated plainly is now only tried, or left to the other's will. */
function addedEffort(source: Side, target: Side): readonly Defect[] {
  const soft = (cue: Cue) => ['rather', 'should', 'wish', 'may'].includes(cue.kind) || /^(?:si|s'il)/.test(cue.said);
  if (source.cues.some(soft)) return [];
  const loose = LOOSE.exec(target.flat);
  const strict =
    /\b(?:toujours|systematiquement|imperativ|obligat|chaque|exclusivement|sans exception|strictement)/.test(
      source.flat,
    ) || source.cues.some((cue) => cue.kind === 'must');
  if (loose !== null && strict && !LOOSE.test(source.flat))
    return [
      {
        kind: 'OBLIGATION_WEAKENED',
        source: wordsAbout(
          source,
          source.words.slice(0, 1).map((word) => word.key),
        ),
        target: loose[0],
      },
    ];
  const left = leftOpen(source, target);
  if (left !== undefined) return [left];
  const asked = target.cues.find((cue) => cue.kind === 'should' && !cue.aside && ADVISED.test(cue.said));
  if (asked !== undefined && !source.cues.some((cue) => cue.kind === 'ask' || cue.kind === 'should'))
    return [{ kind: 'OBLIGATION_WEAKENED', source: wordsAbout(source, asked.reach), target: phraseOf(target, asked) }];
  const effort = target.cues.find((cue) => cue.kind === 'rather' && !cue.aside && EFFORT.test(cue.said));
  if (effort === undefined) return [];
  return [{ kind: 'OBLIGATION_WEAKENED', source: wordsAbout(source, effort.reach), target: phraseOf(target, effort) }];
}

function push(
  defects: Defect[],
  seen: Set<string>,
  kind: Defect['kind'],
  source: Side,
  cue: Cue,
  target: Side,
  other: Cue | undefined,
): void {
  const defect = {
    kind,
    source: source.text.slice(cue.start, cue.end),
    target: other === undefined ? '' : target.text.slice(other.start, other.end),
  };
  const key = `${defect.kind}|${cue.sentence}|${defect.target}`;
  if (seen.has(key)) return;
  seen.add(key);
  defects.push(defect);
}

const contextOf = (side: Side, cue: Cue): ReadonlySet<string> => new Set([...keysIn(side, cue, 'clause')]);

/** The obligations of the target that stand where this one stood: those that share the most words with its clause. */
function facingOf(
  source: Side,
  target: Side,
  cue: Cue,
  about: ReadonlySet<string>,
  there: readonly Cue[],
  alone: boolean,
): readonly Cue[] {
  let bestScore = 0;
  let best: Cue[] = [];
  for (const other of nearCues(there, cue, source, target)) {
    if (other.aside && !cue.aside) continue;
    const score = overlap(about, contextOf(target, other));
    if (score > bestScore) {
      bestScore = score;
      best = [other];
    } else if (score === bestScore && score > 0) best.push(other);
  }
  if (bestScore > 0) return best.some((other) => other.clause === best[0]?.clause) ? best : [];
  return alone ? there.filter((other) => !other.aside) : [];
}

const isOneSentence = (cues: readonly Cue[]): boolean =>
  cues.every((cue) => cue.sentence === cues[0]?.sentence) && cues.length > 0;

/** Some other obligation stands in the sentence of the weaker word: «il peut être demandé, et doit». */
const hasMustNear = (target: Side, other: Cue): boolean =>
  target.cues.some((cue) => cue.kind === 'must' && cue.clause === other.clause);

/** «si possible» is gone while what it bore on is still there. */
function isHardened(cue: Cue, source: Side, target: Side): boolean {
  const soft = target.cues.some(
    (other) =>
      other.kind === 'rather' ||
      other.kind === 'should' ||
      other.kind === 'may' ||
      other.kind === 'wish' ||
      other.kind === 'condition',
  );
  if (soft) return false;
  const about = keysIn(source, cue, 'clause');
  return (
    about.length === 0 ||
    about.some((key) => target.keys.has(key)) ||
    source.values.some((value) => value.clause === cue.clause)
  );
}
