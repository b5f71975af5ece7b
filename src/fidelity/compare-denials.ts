import { keysIn, nearCues, overlap, phraseOf, wordsAbout } from './around.ts';
import { boundOf } from './bounds.ts';
import { unexplained } from './compare-content.ts';
import { CONTRARIES } from './contraries.ts';
import type { CueKind } from './cue-patterns.ts';
import type { Defect } from './port/defect.ts';
import { predicateOf } from './predicates.ts';
import type { Cue, Side, SideWord } from './side.ts';
import { senseOf } from './vocabulary.ts';

const DENIALS: ReadonlySet<CueKind> = new Set(['denies', 'without', 'except']);
/** Past this many denials without an answer the texts have little in common, and listing more helps nobody. */
const MOST = 200;

/** Negations and exceptions of the source that the target lacks, and plain ones that it adds. */
export function compareDenials(source: Side, target: Side): readonly Defect[] {
  const defects: Defect[] = [];
  const here = source.cues.filter((cue) => DENIALS.has(cue.kind));
  const there = target.cues.filter((cue) => DENIALS.has(cue.kind));
  const claimed = new Map<Cue, Cue>();
  const open: Cue[] = [];
  let shared = 0;
  const reaches = new Map(there.map((cue) => [cue, reachOf(target, cue)]));
  const matches = here
    .map((cue) => ({ cue, ...bestOf(cue, nearCues(there, cue, source, target), reaches) }))
    .sort((a, b) => b.score - a.score);
  for (const { cue, best } of matches) {
    const holder = best === undefined ? undefined : claimed.get(best);
    if (best === undefined || (holder !== undefined && !mayShare(cue, holder))) open.push(cue);
    else if (holder !== undefined && ++shared <= MOST && isAffirmed(cue, best, source, target, there)) {
      if (isDenialExcused(cue, cue.reach, target, source)) continue;
      defects.push({ kind: 'NEGATION_DROPPED', source: phraseOf(source, cue), target: wordsAbout(target, cue.reach) });
    } else if (holder === undefined) claimed.set(best, cue);
  }
  const fresh = open.length === 0 ? [] : unexplained(target, source).filter((word) => !word.aside);
  const unmet = new Set(open);
  for (const cue of open.slice(0, MOST)) {
    const near = nearCues(there, cue, source, target);
    const met = near.filter((other) => claimed.has(other));
    if (sharesDenial(cue, { here, unmet, met }, target)) continue;
    const present = cue.reach.filter((key) => target.keys.has(key));
    const free = near.find(
      (other) =>
        !claimed.has(other) &&
        (present.length < 2 || keysIn(target, other, 'sentence').some((key) => present.includes(key))),
    );
    if (free !== undefined) {
      claimed.set(free, cue);
      continue;
    }
    if (isDenialExcused(cue, present, target, source)) continue;
    if (isReplaced(cue, source, target, fresh)) continue;
    const words = phraseOf(source, cue);
    if (cue.kind === 'denies' || present.length > 0)
      defects.push({ kind: 'NEGATION_DROPPED', source: words, target: wordsAbout(target, present) });
    if (cue.kind === 'except' || present.length === 0)
      defects.push({ kind: 'CONSTRAINT_DROPPED', source: words, target: '' });
    if (cue.kind === 'without' && present.length === 0)
      defects.push({ kind: 'NEGATION_DROPPED', source: words, target: '' });
  }
  const added = there.filter((other) => !claimed.has(other) && !other.aside && other.kind === 'denies');
  const lost = added.length === 0 ? 0 : unexplained(source, target).length;
  const plain = lost === 0 && mayShowAdded(source);
  for (const other of plain ? added.slice(0, MOST) : []) {
    if (isAdded(other, nearCues(here, other, target, source), source, target))
      defects.push({ kind: 'INVENTED_FACT', source: wordsAbout(source, other.reach), target: phraseOf(target, other) });
  }
  if (here.length > 0 && YES.test(target.flat) && !YES.test(source.flat))
    defects.push({
      kind: 'NEGATION_DROPPED',
      source: here.at(-1)?.said ?? '',
      target: YES.exec(target.flat)?.[0] ?? '',
    });
  return defects;
}

/** «les repas si.»: the contrary of what was just denied. */
const YES = /\b[a-z]+ (?:si|oui) ?(?:[.,;]|$)/;

/** The denial of the target that bears on the most words of this one's (one at least); the same words and kind come first. */
function bestOf(
  cue: Cue,
  others: readonly Cue[],
  reaches: ReadonlyMap<Cue, ReadonlySet<string>>,
): { readonly best: Cue | undefined; readonly score: number } {
  let best: Cue | undefined;
  let bestScore = 0;
  for (const other of others) {
    const keys = reaches.get(other);
    let score = 0;
    for (const [rank, key] of cue.reach.entries()) if (keys?.has(key)) score += rank < 3 ? 2 : 1;
    if (score > 0) score += (other.kind === cue.kind ? 1 : 0) + (other.said === cue.said ? 2 : 0);
    if (score > bestScore) {
      best = other;
      bestScore = score;
    }
  }
  return { best, score: bestScore };
}

/** One word of the target may stand for two denials of one kind, and for all of «pas … ni … ni». */
function mayShare(cue: Cue, holder: Cue): boolean {
  const isNi = (one: Cue) => one.said === 'ni';
  return isNi(cue) || isNi(holder) || cue.kind === holder.kind;
}

/** Two denials met one: the clause of the target nearest to this one's denies nothing («le lot 2 n'est pas attribué», «est attribué»). */
function isAffirmed(cue: Cue, same: Cue, source: Side, target: Side, there: readonly Cue[]): boolean {
  if ((target.places.at(-1)?.clause ?? 0) > 200) return false;
  const about = clauseMarks(source, cue.clause);
  const denied = new Set(there.map((other) => other.clause));
  const clauses = new Set(target.places.map((place) => place.clause));
  const here = overlap(about, clauseMarks(target, same.clause));
  return [...clauses].some((clause) => !denied.has(clause) && overlap(about, clauseMarks(target, clause)) > here);
}

/** Keys and numbers of a clause. */
function clauseMarks(side: Side, clause: number): ReadonlySet<string> {
  const marks = new Set<string>();
  for (const word of side.words) if (word.clause === clause) marks.add(word.key);
  for (const [index, token] of side.tokens.entries())
    if (token.kind === 'digits' && side.places[index]?.clause === clause) marks.add(token.text);
  return marks;
}

function reachOf(side: Side, cue: Cue): ReadonlySet<string> {
  if (cue.kind !== 'denies') return new Set(cue.reach);
  return new Set([...cue.reach, ...keysIn(side, cue, 'clause')]);
}

/** «ni le mardi», «pas de … non plus»: a second denial of the same sentence, that one word may say for both in the target. */
function sharesDenial(
  cue: Cue,
  {
    here,
    unmet,
    met,
  }: { readonly here: readonly Cue[]; readonly unmet: ReadonlySet<Cue>; readonly met: readonly Cue[] },
  target: Side,
): boolean {
  const sisters = here.filter(
    (other) => other !== cue && other.sentence === cue.sentence && !unmet.has(other) && mayShare(cue, other),
  );
  if (sisters.length === 0) return false;
  if (
    sisters.some(
      (other) => other.clause === cue.clause && Math.abs(other.start - cue.start) < 30 && other.kind !== 'without',
    )
  )
    return true;
  const present = cue.reach.filter((key) => target.keys.has(key));
  if (present.length === 0) return false;
  return met.some((other) => {
    const keys = keysIn(target, other, 'clause');
    return present.some((key) => keys.includes(key));
  });
}

/** The target says it without a negation: «ne marche plus» and «en panne», «pas obligatoire» and «facultatif». */
function isDenialExcused(cue: Cue, present: readonly string[], target: Side, source: Side): boolean {
  if (isSaidOtherwise(cue, target) || isContraryKept(cue, target, source)) return true;
  if (isTurnedCondition(cue, source, target) || isBound(cue, source)) return true;
  if (cue.reach.slice(0, 3).some((key) => target.contraries().has(key))) return true;
  const excuses = target.cues.filter(
    (other) => other.kind === 'excuse' || other.kind === 'only' || (other.kind === 'may' && isPermission(source, cue)),
  );
  const known = new Set(source.cues.filter((other) => other.kind === 'excuse').map((other) => other.said));
  return excuses.some((other) => {
    if (known.has(other.said)) return false;
    const keys = keysIn(target, other, 'sentence');
    return present.length === 0 || present.some((key) => keys.includes(key));
  });
}

/** What the denied verb's contrary says: «ne doivent pas sortir» is «doivent rester». */
export function isContraryKept(cue: Cue, target: Side, source: Side): boolean {
  const said = source.flat.slice(Math.max(0, cue.from - 30), cue.to + 60);
  const sentence = sentenceAt(source, cue);
  return CONTRARIES.some(
    ([verb, contrary]) =>
      verb.test(said) &&
      contrary.test(target.flat) &&
      // «ferme, il ne bouge pas» says it twice: one is enough.
      (!contrary.test(source.flat) || (contrary.test(sentence) && !verb.test(target.flat))),
  );
}

/** «renoncer à» and «abandonner»: a verb that denies by itself, said by another. */
export const isSaidOtherwise = (cue: Cue, target: Side): boolean =>
  cue.kind === 'denies' && !/^(?:ne |n')/.test(cue.said) && target.keys.has(senseOf(firstWord(cue.said)).key ?? '');

const firstWord = (said: string): string => /[a-z]+/.exec(said)?.[0] ?? '';

/**
 * The word denied is gone and the target brings in another, which may be its contrary («ne sont pas rendus», «sont conservés»).
 * Not so for a permission: «ne peut pas sous-traiter» and «peut confier».
 */
function isReplaced(cue: Cue, source: Side, target: Side, fresh: readonly SideWord[]): boolean {
  const word = predicateOf(source, cue);
  if (cue.kind !== 'denies' || word === undefined || fresh.length === 0 || target.keys.has(word.key)) return false;
  const binds = source.cues.some((other) => other.kind === 'must');
  if (target.cues.some((other) => !other.aside && (other.kind === 'may' || (other.kind === 'must' && !binds))))
    return false;
  if (/jamais|plus|aucun/.test(cue.said) && /\b(?:deja|toujours|encore|chaque fois)\b/.test(target.flat)) return false;
  return cue.reach.some((key) => target.keys.has(key));
}

/** «on ne peut pas couper plus d'une heure»: the negation sets a bound, which is compared with its value. */
export const isBound = (cue: Cue, side: Side): boolean =>
  side.values.some(
    (value) =>
      value.sentence === cue.sentence &&
      value.from > cue.to &&
      value.from < cue.to + 80 &&
      /\b(?:plus|moins) d[e']? ?$/.test(side.flat.slice(Math.max(0, value.from - 10), value.from)) &&
      boundOf(side, value)?.denied === true,
  );

/** «sans attestation, le chantier ne démarre pas» and «le démarrage est subordonné à l'attestation». */
function isTurnedCondition(cue: Cue, source: Side, target: Side): boolean {
  const pair = source.cues.filter((other) => other.sentence === cue.sentence && DENIALS.has(other.kind));
  if (pair.length < 2 || target.cues.some((other) => DENIALS.has(other.kind) && !other.aside)) return false;
  return /\b(?:subordonn|condition|prealable|necessit|exige|requi|obligatoire|uniquement|seulement|une fois|qu'apres|suppos|impos|depend|indispensable|avant)/.test(
    target.flat,
  );
}

const sentenceAt = (side: Side, cue: Cue): string => {
  const before = side.flat.lastIndexOf('.', cue.from);
  const after = side.flat.indexOf('.', cue.to);
  return side.flat.slice(Math.max(0, before, cue.from - 120), after < 0 ? cue.to + 120 : Math.min(after, cue.to + 120));
};

const isPermission = (side: Side, cue: Cue): boolean =>
  side.cues.some((other) => other.kind === 'may' && other.start <= cue.end && other.end >= cue.start);

/** «corriger ce qui ne va pas (lever les réserves)»: the term of the source follows in brackets. */
export const isExplainedAfter = (cue: Cue, target: Side, source: Side): boolean =>
  target.words.some(
    (word) =>
      word.aside && word.sentence === cue.sentence && word.start > cue.end && !word.glue && source.keys.has(word.key),
  );

/** Out of order: what it no longer does may be told. */
const BROKEN =
  /\b(?:bloqu|coinc|cass|bris|abim|mort|fui|creve|perce|use|lach|hs\b|vide|plein|manqu|saut|bugg|plant|trop |foutu|nase|raye)/;

/** Nothing of the source may itself be told by a denial. */
const mayShowAdded = (source: Side): boolean =>
  !BROKEN.test(source.flat) &&
  !source.cues.some((cue) => cue.kind === 'excuse' || cue.kind === 'only' || cue.kind === 'condition');

/** A denial the source has not, on words it has, where nothing of the source may stand for it. */
function isAdded(other: Cue, here: readonly Cue[], source: Side, target: Side): boolean {
  if (isExplainedAfter(other, target, source)) return false;
  // «ne peut être modifié sans l'accord» is a condition.
  const limits: ReadonlySet<CueKind> = new Set(['without', 'except', 'only', 'condition', 'excuse_condition']);
  if (
    nearCues(target.cues, other, target, target).some((cue) => cue.sentence === other.sentence && limits.has(cue.kind))
  )
    return false;
  if (/^ a [a-z]+(?:er|ir|re)\b/.test(target.flat.slice(other.to, other.to + 24))) return false;
  const keys = keysIn(target, other, 'clause').filter((key) => source.keys.has(key));
  if (new Set(keys).size < 2) return false;
  return !here.some((cue) => cue.reach.some((key) => keys.includes(key)));
}
