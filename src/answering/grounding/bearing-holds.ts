import { boundOf } from '../../fidelity/bounds.ts';
import { compareConditions } from '../../fidelity/compare-conditions.ts';
import type { CueKind } from '../../fidelity/cue-patterns.ts';
import type { Cue, Side } from '../../fidelity/side.ts';
import type { Ungrounded } from '../../model/ungrounded.ts';

const DENIALS: ReadonlySet<CueKind> = new Set(['denies', 'without', 'except']);
/** Ways of denying without a negation. */
const DENYING = /^(?:facultati|optionnel|libre|irreguli|illega|insuffi|inadapt|gratuit|perim|annul)/;
/** How much of what a denial bears on is looked at: the nearest words. */
const HEAD = 3;

/** What a claim denies, requires, permits or makes depend is what its support does. Undefined when so. */
export function bearingFault(claim: Side, support: Side): Ungrounded | undefined {
  if (isDenialOff(claim, support)) return 'negation';
  if (isDutyOff(claim, support)) return 'obligation';
  // «16 jours sinon» is the other case, not a condition of this one.
  const dropped = compareConditions(support, claim).filter(({ source }) => !source.startsWith('sinon'));
  if (dropped.length > 0 || isLimitDropped(claim, support)) return 'condition';
  return undefined;
}

function isDenialOff(claim: Side, support: Side): boolean {
  const here = denialsOf(claim);
  const there = denialsOf(support);
  const soft = (side: Side) => side.cues.filter(({ kind, said }) => kind === 'excuse' && DENYING.test(said));
  const added = here.some((cue) => !meets(cue, [...there, ...soft(support)]));
  if (added) return true;
  return there.some((cue) => {
    const head = cue.reach.slice(0, HEAD);
    const spoken = head.filter((key) => claim.keys.has(key)).length;
    const further = cue.reach.slice(0, HEAD * 2).filter((key) => claim.keys.has(key)).length;
    const concerned = (spoken > 0 && spoken * 2 >= head.length) || further >= 2;
    return concerned && !meets(cue, [...here, ...soft(claim)]);
  });
}

/** Grammar and prohibition; «écarté», «rejeté», «exclu» say what became of an offer, and are words like others here. */
const NEGATIVE =
  /^(?:ne |n'|pas|point|jamais|aucun|sans|ni|non|rien|nul|zero|interdi|impossib|defense|prohib|proscri|sauf|hors|excep|dispens|inutil|depourvu|exempt|marche|fonctionne)/;

const denialsOf = (side: Side): readonly Cue[] =>
  side.cues.filter(({ kind, said }) => DENIALS.has(kind) && NEGATIVE.test(said));

/** Some denial on the other side bears on the same words, of the nearest. */
function meets(cue: Cue, others: readonly Cue[]): boolean {
  // «sans inviter» is about inviting, whatever else stands after it.
  const head = cue.reach.slice(0, cue.kind === 'without' ? 1 : HEAD);
  return others.some((other) => other.reach.slice(0, HEAD * 2).some((key) => head.includes(key)));
}

type Level = 'must' | 'soft' | 'may';
const LEVELS: Readonly<Partial<Record<CueKind, Level>>> = {
  must: 'must',
  ask: 'must',
  should: 'soft',
  wish: 'soft',
  rather: 'soft',
  may: 'may',
};

/**
 * A duty is not softened into a choice, nor a choice hardened into a duty; neither comes out of a plain statement, save a power
 * out of an exemption («se fait sans publicité» may be told «vous pouvez acheter sans publicité»). A duty may be told in the
 * present tense, as the law does; a power told so would be hardened. An order («signez») needs one, or a duty, to rest on.
 */
function isDutyOff(claim: Side, support: Side): boolean {
  const near = support.cues.filter((cue) => sharesClause(cue, support, claim));
  const said = levelsOf(claim.cues, claim);
  const stated = levelsOf(near, support);
  if (ordersOf(claim).some((key) => !isOrdered(key, support))) return true;
  if (said.size === 0) return stated.size > 0 && !stated.has('must');
  const exempts = said.has('may') && near.some((cue) => DENIALS.has(cue.kind));
  return !exempts && ![...said].some((level) => stated.has(level));
}

/** Keys of the verbs given as orders: «signez», not «vous signez». */
function ordersOf(side: Side): readonly string[] {
  return side.words
    .filter(({ text, start }, index) => {
      const before = side.words[index - 1];
      const you = /\bvous(?:-même)?\s+(?:\p{L}+\s+)?$/iu.test(side.text.slice(Math.max(0, start - 24), start));
      return /^[a-z]{2,}ez$/.test(text) && !NO_VERB.has(text) && !you && before?.text !== 'vous';
    })
    .map(({ key }) => key);
}

const NO_VERB = new Set(['assez', 'chez', 'nez', 'rez', 'devez', 'pouvez', 'voulez', 'avez', 'etes']);

/** The support gives the same order, or lays the duty of it. */
function isOrdered(key: string, support: Side): boolean {
  return support.words.some(
    (word) =>
      word.key === key &&
      (/ez$/.test(word.text) ||
        // «annoncer les caractéristiques»: the infinitive of instructions.
        /(?:er|ir|re)$/.test(word.text)),
  );
}

/** An order lays a duty. */
function levelsOf(cues: readonly Cue[], side: Side): ReadonlySet<Level> {
  const said = cues.flatMap((cue) => (cue.aside ? [] : (LEVELS[cue.kind] ?? [])));
  return new Set(ordersOf(side).length > 0 ? [...said, 'must' as const] : said);
}

/** The clause of the cue is one that the claim speaks of. */
function sharesClause(cue: Cue, side: Side, claim: Side): boolean {
  return side.words.some((word) => word.clause === cue.clause && claim.keys.has(word.key));
}

const POINTS_BACK =
  /\b(?:ce|cette|ces|le|la|du|au) (?:seuil|plafond|montant|delai|limite|somme|taux|duree|pourcentage)s?\b|\b(?:au-dela|en dessous|au-dessus|en deca)\b/;
const BEARS: ReadonlySet<CueKind> = new Set(['denies', 'without', 'must', 'may', 'ask']);

/** «Sous 60 000 € HT, sans publicité» told without its limit. */
function isLimitDropped(claim: Side, support: Side): boolean {
  if (claim.values.length > 0 || POINTS_BACK.test(claim.flat)) return false;
  if (!claim.cues.some((cue) => BEARS.has(cue.kind))) return false;
  return support.values.some(
    (value) =>
      (value.value.kind === 'amount' || value.value.kind === 'percentage' || value.value.kind === 'duration') &&
      boundOf(support, value) !== undefined,
  );
}
