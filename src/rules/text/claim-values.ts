import type { Span } from '../../french/span.ts';
import type { GoalName } from '../goals.ts';
import type { Claim, Claimed } from '../words.ts';

interface Valued {
  readonly span: Span;
  readonly joined?: boolean;
  /** «dont 25 000»: told as some of another one. */
  readonly part?: boolean;
}

/** Facts that hold several values; any other takes one. */
const SEVERAL: ReadonlySet<string> = new Set(['modifications_ht', 'lots_ht', 'rien', 'partie']);
/** What is said of the first of a list is said of each. */
const OF_EACH: ReadonlySet<string> = new Set([...SEVERAL, 'montant_annuel_ht', 'montant_mensuel_ht']);
const FURTHEST = 70;
/** Words this close are a value's own, even in a list. */
const OWN = 12;
/** «Dont 25 000 pour un sous-traitant»: named after its sum, where that is told as a part. */
const OF_A_PART = 'part_sous_traitee_paiement_direct_ht';
/** Words that say as much of other things are only right beside the value. */
const FARTHEST_OF: ReadonlyMap<string, number> = new Map([
  ['rien', 25],
  ['partie', 60],
  ['minimum_ht', OWN],
  ['maximum_ht', OWN],
]);
const SMALL_BETWEEN = /^(?:€|euros?|ht|ttc|de|d'|d’|en|par|au|pour|le|la|l'|l’|du|des|\s)*$/i;

/** Which fact each value is given to: that of the nearest words, which stand before it more often than after. */
export function claimValues<V extends Valued>(
  text: string,
  values: readonly V[],
  claims: readonly Claim[],
  goal: GoalName,
): ReadonlyMap<V, Claimed> {
  const here = claims.filter(({ goals }) => goals === undefined || goals.includes(goal));
  const pairs = values.flatMap((value, index) =>
    near(here, value.span).map((claim) => ({
      value,
      claim,
      cost: costOf(text, value.span, claim, values, index),
    })),
  );
  const given = new Map<V, Claimed>();
  const taken = new Set<string>();
  for (const { value, claim, cost } of pairs.sort(
    (a, b) => a.cost - b.cost || a.value.span[0] - b.value.span[0] || lengthOf(b.claim) - lengthOf(a.claim),
  )) {
    if (cost > (FARTHEST_OF.get(claim.fact) ?? FURTHEST) || given.has(value) || (value.joined === true && cost > OWN))
      continue;
    if (taken.has(claim.fact) && !SEVERAL.has(claim.fact)) continue;
    given.set(value, claim.fact);
    taken.add(claim.fact);
  }
  for (const [index, value] of values.entries()) {
    const before = index === 0 ? undefined : values[index - 1];
    const fact = before === undefined ? undefined : given.get(before);
    if (value.joined === true && !given.has(value) && fact !== undefined && OF_EACH.has(fact)) given.set(value, fact);
  }
  return given;
}

const near = (claims: readonly Claim[], [start, end]: Span): readonly Claim[] =>
  claims.filter(({ span: [from, to] }) => from < end + FURTHEST && to > start - FURTHEST);

/** Of two words as near, the longer say more: «tous lots» before «lots». */
const lengthOf = ({ span: [start, end] }: Claim): number => end - start;

/** «20 000 de peinture cette année»: a part is named after its sum as well as before. */
function behindOf(gap: string, fact: Claimed, sort: Claim['sort'], part: boolean | undefined): number {
  if (SMALL_BETWEEN.test(gap)) return -2;
  if (fact === 'partie' || (fact === OF_A_PART && part === true)) return 5;
  return sort === 'date' ? 25 : sort === 'jours' ? 12 : FURTHEST;
}

/** «échue le 5 octobre payée le 26»: words right before another day are that one's. */
function opens(text: string, [, end]: Span, next: Valued | undefined): boolean {
  return next !== undefined && next.span[0] >= end && SMALL_BETWEEN.test(text.slice(end, next.span[0]));
}

function costOf(
  text: string,
  value: Span,
  { span: claim, sort, fact }: Claim,
  values: readonly Valued[],
  index: number,
): number {
  if (claim[0] < value[1] && value[0] < claim[1]) return 0;
  const before = claim[1] <= value[0];
  const gap = before ? text.slice(claim[1], value[0]) : text.slice(value[1], claim[0]);
  const passed = before ? values[index - 1] : values[index + 1];
  const crossed = passed !== undefined && (before ? passed.span[0] >= claim[1] : passed.span[1] <= claim[0]) ? 15 : 0;
  const breaks = (/[.;?!\n]/.test(gap) ? 40 : 0) + (/[,:]/.test(gap) ? 8 : 0);
  const behind = before
    ? 0
    : behindOf(gap, fact, sort, values[index]?.part) + (sort === 'date' && opens(text, claim, passed) ? 25 : 0);
  return gap.length + crossed + breaks + behind;
}
