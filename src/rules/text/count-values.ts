import type { Span } from '../../french/span.ts';
import type { SaidValue } from '../../french/values/value.ts';
import { fold } from '../../french/words.ts';
import type { FactName, FactValue } from '../facts.ts';
import type { GoalName } from '../goals.ts';
import { type ReadRole, readRoles } from '../roles/role-model.ts';
import { isRoleOf, type Role, type RoleKind } from '../roles/role-names.ts';
import { countsOf, roleSpans } from '../roles/role-spans.ts';
import { settleRole } from '../roles/settle-roles.ts';
import type { Counted, SaidWords } from '../words.ts';
import { isDeniedHere } from './denied-here.ts';
import type { Reading } from './reading.ts';
import type { SaidDay } from './said-dates.ts';
import type { SaidSum } from './said-sums.ts';
import type { Doubt } from './sum-ways.ts';

interface Said {
  readonly text: string;
  readonly goal: GoalName;
  readonly values: readonly SaidValue[];
  readonly sums: readonly SaidSum[];
  readonly days: readonly SaidDay[];
  readonly said: SaidWords;
  /** What the words around each sum and day read it to be. */
  readonly byWords: { readonly sums: readonly Counted[]; readonly days: readonly Counted[] };
  readonly settled: ReadonlyMap<string, Role> | undefined;
}

interface Counts {
  readonly counted: readonly Counted[];
  /** The same with one value counted as the other reader has it. */
  readonly doubts: readonly (Doubt & { readonly counted: readonly Counted[] })[];
}

/** How each value of a text counts: as the words around it read it, where what was learnt of such values admits that. */
export interface Counting {
  readonly sums: Counts;
  readonly days: Counts;
  /** Whether a length of time is that of the contract. */
  isLength(value: SaidValue): boolean;
  /** The kind of buyer of the body that buys; null where those named are others. */
  readonly buyer: string | null | undefined;
  /** Facts told by words, those denied turned round or left out. */
  readonly told: ReadonlyMap<FactName, FactValue>;
}

/** Without a word of offers, no sum is that of a competitor; «trois devis séparés» cut one need. */
const OFFERED =
  /\b(?:offres?|devis(?! (?:separes?|distincts?|a part\b))|propos\w+|candidats?|repon\w+|soumission\w*|concurrent\w*|prestataires?|fournisseurs?|entreprises?|negoci\w+|chiffr\w+|disant\w*|societes?|boites?|annonce\w*|prix)\b/;
const MOST_DOUBTS = 3;
const surestLast = (one: Doubt, other: Doubt) => Number(one.slight) - Number(other.slight);

export function countingIn(
  { text, goal, values, sums, days, said, byWords, settled }: Said,
  reading: Reading,
): Counting {
  const { objects, roles: model, words } = reading;
  const spans = roleSpans({ text, values, sums, days, objects, told: said.told });
  const isOffered = OFFERED.test(fold(text));
  const read =
    model === undefined
      ? []
      : alikeInLists(
          readRoles(
            { text, spans, goal, claims: said.claims, byWords: countsOf(spans, { sums, days }, byWords) },
            model,
          ).map(settle),
          listsIn(text, sums, byWords.sums),
        );
  function settle(one: ReadRole): ReadRole {
    const role = settled?.get(text.slice(...one.span).trim());
    if (role === undefined && one.kind === 'somme' && !isOffered)
      return { ...one, roles: one.roles.filter((each) => each.role !== 'offre') };
    return role !== undefined && isRoleOf(one.kind, role) ? { ...one, roles: [{ role, share: 1 }] } : one;
  }
  const at = (kind: RoleKind, [start]: Span) => read.find((one) => one.kind === kind && one.span[0] === start);
  const counts = (kind: RoleKind, all: readonly { readonly span: Span }[], by: readonly Counted[]): Counts => {
    const each = all.map(({ span }, index) => settleRole(at(kind, span), by[index] ?? 'besoin', goal, words.admits));
    const counted = each.map((one) => one.counted);
    // Values doubted alike are asked about together: one list is of one kind.
    const doubts = new Map<string, Counts['doubts'][number]>();
    for (const [index, { doubt }] of each.entries()) {
      const span = all[index]?.span;
      if (doubt === undefined || span === undefined) continue;
      const { role, other, slight } = doubt;
      const key = `${role} ${other}`;
      const before = doubts.get(key);
      const words = [...(before?.words ?? []), text.slice(...span).trim()];
      const flipped = (before?.counted ?? counted).with(index, doubt.counted);
      doubts.set(key, { words, role, other, slight: slight && before?.slight !== false, counted: flipped });
    }
    return { counted, doubts: [...doubts.values()].toSorted(surestLast).slice(0, MOST_DOUBTS) };
  };
  return {
    sums: counts('somme', sums, byWords.sums),
    days: counts('jour', days, byWords.days),
    isLength: ({ span, kind }) => {
      if (kind === 'duration' && isPast(text, span) && !OF_THE_PAST.has(goal)) return false;
      const roles = kind === 'duration' ? at('nombre', span)?.roles : undefined;
      const lengths: readonly Role[] = goal === 'obligations' ? [...LENGTHS, 'validite'] : LENGTHS;
      if (goal === 'obligations' && GUARANTEED.test(fold(text.slice(Math.max(0, span[0] - BEFORE), span[0]))))
        return true;
      return roles === undefined || lengths.some((role) => shareOf(roles, role) >= A_LENGTH);
    },
    buyer: buyerOf(read.filter(({ kind, span }) => kind === 'organisme' && !isFormer(text, span))),
    told: toldFacts(text, said),
  };
}

/** «Depuis 10 ans», «ces dix dernières années»: how long it has been so, and no length of what is bought. */
function isPast(text: string, [start, end]: Span): boolean {
  const before = fold(text.slice(Math.max(0, start - BEFORE), start));
  return (
    /\b(?:depuis|il y a|voila|cela fait|ca fait)(?: (?:plus|environ|pres|bientot|au moins|de|les))* $/.test(before) ||
    /^ (?:derniere?s|passee?s|ecoulee?s|plus tot)\b/.test(fold(text.slice(end, end + BEFORE)))
  );
}

/** What is asked of these is how long something has lasted. */
const OF_THE_PAST: ReadonlySet<GoalName> = new Set([
  'duration_limit',
  'obligations',
  'late_interest',
  'payment_due',
  'penalty',
]);

/** From so many on, sums said one after another are a list of one kind. */
const A_LIST = 3;

/** «, plomberie 65 000», « et le carrelage à 32 k»: one more of a list, told by its name. */
const NAMED_NEXT =
  /^ ?(?:€|euros?|eur)? ?(?:ht|ttc)?[^\p{L}\d.;?!]{0,4} ?(?:(?:et|puis) )?(?:\p{L}[\p{L}'’-]{1,20} ){1,3}(?:(?:à|a|de|pour) )?:? ?$/iu;
const SET_APART =
  /\b(?:dont|sur|soit|total|tout|ensemble|option|avenant|maximum|minimum|architecte|honoraires?|moe|deja|déjà)\b/iu;

function isNextOf(text: string, before: SaidSum | undefined, { span }: SaidSum): boolean {
  const gap = text.slice(before?.span[1] ?? 0, span[0]);
  return before !== undefined && NAMED_NEXT.test(gap) && !SET_APART.test(gap);
}

/** «41 000, 28 500, 19 000 et 12 500», «gros œuvre 140 000, plomberie 65 000, carrelage 32 k»: where each of a list begins, list by list. */
function listsIn(text: string, sums: readonly SaidSum[], byWords: readonly Counted[]): readonly ReadonlySet<number>[] {
  const lists: number[][] = [];
  for (const [index, sum] of sums.entries()) {
    const isOne = (sum.joined || isNextOf(text, sums[index - 1], sum)) && byWords[index] === byWords[index - 1];
    if (isOne) lists.at(-1)?.push(sum.span[0]);
    else lists.push([sum.span[0]]);
  }
  return lists.filter(({ length }) => length >= A_LIST).map((starts) => new Set(starts));
}

/** What each of a list is read to be counts for all of it. */
function alikeInLists(read: readonly ReadRole[], lists: readonly ReadonlySet<number>[]): readonly ReadRole[] {
  return read.map((one) => {
    const list = one.kind === 'somme' ? lists.find((starts) => starts.has(one.span[0])) : undefined;
    if (list === undefined) return one;
    const all = read.filter(({ kind, span }) => kind === 'somme' && list.has(span[0]));
    const roles = new Map<Role, number>();
    for (const { role, share } of all.flatMap((other) => other.roles))
      roles.set(role, (roles.get(role) ?? 0) + share / all.length);
    return {
      ...one,
      roles: [...roles].map(([role, share]) => ({ role, share })).toSorted((a, b) => b.share - a.share),
    };
  });
}

/** «garantie d'un an»: the length by which it is known when what was kept back is returned. */
const GUARANTEED = /\bgaranti\w{0,3}(?: \w+){0,2} (?:de |d'|dure |: ?)?$/;
const LENGTHS: readonly Role[] = ['duree', 'reconduction'];
const A_LENGTH = 0.06;
/** From that share on a body is the one that buys; one that no other stands against, from less. */
const BUYS = 0.5;
const BUYS_ALONE = 0.25;

const shareOf = (roles: ReadRole['roles'], role: Role): number => roles.find((one) => one.role === role)?.share ?? 0;

function buyerOf(bodies: readonly ReadRole[]): Counting['buyer'] {
  if (bodies.length === 0) return undefined;
  const buys = ({ roles }: ReadRole) => shareOf(roles, 'acheteur');
  const [best] = bodies.toSorted((one, other) => buys(other) - buys(one));
  const least = new Set(bodies.map(({ donne }) => donne)).size === 1 ? BUYS_ALONE : BUYS;
  return best !== undefined && buys(best) >= least ? best.donne : null;
}

/** «pas d'urgence», «aucune dispense»: a yes denied is a no, another value denied is not told. */
function toldFacts(text: string, { told }: SaidWords): ReadonlyMap<FactName, FactValue> {
  const facts = new Map<FactName, FactValue>();
  // Where the status of the firm is argued, that what it sells is new is what is to be known.
  const isArgued = told.some(({ fact, span }) => fact === 'jei' && !isDeniedHere(text, span));
  // What is denied once of what is bought is not made good by its being named so elsewhere.
  if (told.some(({ fact, value, span }) => fact === 'innovant' && value === true && isDeniedHere(text, span)))
    facts.set('innovant', false);
  for (const { fact, value, span } of told) {
    if (told.some((other) => isInside(span, other.span)) || (fact === 'acheteur' && isFormer(text, span))) continue;
    if (fact === 'innovant' && value === true && (isArgued || isOnlyClaimed(text, span))) continue;
    const isDenied = isDeniedHere(text, span);
    if (facts.has(fact) || (isDenied && typeof value !== 'boolean')) continue;
    facts.set(fact, isDenied && value === true ? false : value);
  }
  return facts;
}

/** «Il se dit innovant», «un label innovation», «je ne sais pas si c'est innovant»: said by who sells, or doubted, it establishes nothing. */
function isOnlyClaimed(text: string, [start, end]: Span): boolean {
  const before =
    fold(text.slice(Math.max(0, start - A_CLAUSE), start))
      .split(/[.;?!\n]/)
      .at(-1) ?? '';
  const after = fold(text.slice(end, end + A_CLAUSE)).split(/[.;?!\n]/)[0] ?? '';
  return CLAIMED.test(before) || CLAIMED_AFTER.test(after);
}

const CLAIMED =
  /\b(?:soi[- ]disant|pretend\w*|assure\w*|affirme\w*|jure\w*|selon|d'apres|label\w*|estampill\w*|se (?:dit|presente|vend)|presente? comme|vendu comme|qualifi\w+|appel\w+|dit (?:que|qu')|pas (?:sure?|certaine?) (?:que|qu'|du caractere)|sais pas (?:si|s'))/;
const CLAIMED_AFTER =
  /^[^,]{0,30}\b(?:selon|d'apres|dit[- ]il|dit[- ]elle|a ce qu'|parait[- ]il|soi[- ]disant|sur (?:le|son|leur) site)\b/;

/** «jeune entreprise innovante» is a status, and says of nothing bought that it is new. */
const isInside = ([start, end]: Span, [from, to]: Span): boolean =>
  from <= start && end <= to && to - from > end - start;

/** «dans mon ancien poste, une régie d'eau», «ma collègue, avant à la régie des eaux»: a body that does not buy. */
function isFormer(text: string, [start]: Span): boolean {
  const before = fold(text.slice(Math.max(0, start - A_CLAUSE), start));
  return FORMER.test(before.split(/[.;?!\n]/).at(-1) ?? '');
}

const A_CLAUSE = 80;
const FORMER =
  /\b(?:ancien(?:ne)?s?|avant|autrefois|precedemment|auparavant|etais|etait|venu(?:e|s|es)?|viens|vient|venant|quitte|quittant|arrive(?:e|s|es)? d|parti(?:e|s|es)? (?:a|au|dans)|predecesseure?|collegue)\b/;

const BEFORE = 24;
