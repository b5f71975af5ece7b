import type { GoalName } from '../goals.ts';
import type { Counted, RoleFacts } from '../words.ts';
import type { ReadRole } from './role-model.ts';
import type { Role } from './role-names.ts';

/** What a value counts as, where the rules' words and the learnt reading are held one against the other. */
export interface Settled {
  readonly counted: Counted;
  /** The other reading, where neither is sure: tried too, and asked about where it concludes otherwise. */
  readonly doubt?: {
    readonly counted: Counted;
    readonly role: Role;
    readonly other: Role;
    /** It only stands where the first one leaves a question open. */
    readonly slight: boolean;
  };
}

/** Of what the two readings have together, the words' reading is left under the first, stands from the last on. */
const REFUSED = 0.25;
const ADMITTED = 0.65;
const LIKELIER = 0.5;
/** Under that it is not come back to. */
const HARDLY = 0.06;
/** A reading that has less of all is no other one. */
const LEAST = 0.12;
/** Words beside a value that name a fact say more than none that do. */
const NAMED = 2;
const UNNAMED: ReadonlySet<Counted> = new Set(['besoin', 'rien']);

/** @param word what the words of `mots.yaml` read it to be */
export function settleRole(read: ReadRole | undefined, word: Counted, goal: GoalName, facts: RoleFacts): Settled {
  if (read === undefined) return { counted: word };
  const factsOf = (role: Role) => facts(read.kind, role, goal);
  const own = read.roles.filter(({ role }) => factsOf(role)?.includes(word) !== false);
  const other = read.roles.filter((one) => !own.includes(one));
  const groups = new Map<Counted, number>();
  for (const { role, share } of other) {
    const counted = factsOf(role)?.[0];
    if (counted !== undefined) groups.set(counted, (groups.get(counted) ?? 0) + share);
  }
  const [best] = [...groups].toSorted(([, one], [, next]) => next - one);
  if (best === undefined) return { counted: word };
  const [counted, mass] = best;
  const words = own.reduce((sum, { share }) => sum + share, 0) * (UNNAMED.has(word) ? 1 : NAMED);
  const share = words / (words + mass);
  const ownRole = own[0]?.role;
  const otherRole = other.find(({ role }) => factsOf(role)?.[0] === counted)?.role;
  if (share >= ADMITTED || mass < LEAST || otherRole === undefined) return { counted: word };
  if (share < HARDLY || ownRole === undefined) return { counted };
  if (share >= LIKELIER) return { counted: word, doubt: { counted, role: ownRole, other: otherRole, slight: false } };
  return { counted, doubt: { counted: word, role: otherRole, other: ownRole, slight: share < REFUSED } };
}
