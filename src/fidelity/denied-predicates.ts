import { nearest, phraseOf, wordsAbout } from './around.ts';
import { unexplained } from './compare-content.ts';
import { isBound, isExplainedAfter, isSaidOtherwise } from './compare-denials.ts';
import { CONTRARIES } from './contraries.ts';
import type { CueKind } from './cue-patterns.ts';
import type { Defect } from './port/defect.ts';
import { PARTICIPLE, predicateOf } from './predicates.ts';
import { type Cue, firstWordAt, type Side, type SideWord } from './side.ts';

/** Beside the word, it says the contrary of it, or that it is wanting. */
const TURNS =
  /^(?:chang|remplac|nouve|autre|resili|supprim|retir|evit|arret|cess|fin$|fins$|termin|manqu|inconnu|ignor|determin|definir|attente|report|repouss|differ|suspend|suspens|annul|oubli|omis|omet|mal$|mauvais|insuffi|trop$|difficil|panne|hors$|hs$|dysfonc|defaill|defect|perdu|contraire|plutot|facultati|gratuit|offert|libre|fixe|ferm|vid|expir|epuis|rupture|penuri|uniquement|seulement|seul|exclusi|ailleurs|limit|moins|reduit|partiel|incomp|fige|stable|inchang|bloqu|bris|cass|rest|conserv|gard|vierge|exempt|franch|dispens|libre|option|eventuel|provisoire|faute|defaut|absen|faible|peu$|minim|maxim|plafon|jusqu|avant|apres|ancien|expliqu|dernier|derniere|remont)/;

/** «on n'a plus de toner»: asking for some says the same. */
const NEEDS =
  /^(?:besoin|acqui|acquer|achat|achet|fourniture|fourni|command|reappro|appro|renouvel|install|crea|cree|prevoir|souhait|faut|equip|ajout|mise$|pose$|construct|amenag|recrut|cherch|recherch)/;
const LACKS = /^(?:a|ai|as|ont|avons|avez|avait|avaient|aura|dispos[a-z]*|possed[a-z]*|comport[a-z]*|reste[a-z]*)$/;

const LOCAL = /^(?:sans|non|non-|hors|depourvu|exempt|absence|manque|prive|ni|pas$)/;
const COPULA = /\b(?:est|sont|sera|seront|serait|seraient|soit|soient|ete|etre|reste|restent|demeure|demeurent)\b/;
const FINITE = /^(?:est|sont|sera|seront|peut|peuvent|pourra|pourront|a|ont|doit|doivent|sera|va|vont|reste|restent)$/;

/**
 * What one text denies and the other affirms: the very word that a negation bears on (verb, adjective or noun, or a synonym of
 * it), found again where nothing denies it, even though another negation of the sentence is kept.
 */
export function compareDeniedPredicates(source: Side, target: Side): readonly Defect[] {
  const defects: Defect[] = [];
  for (const { cue, words } of affirmed(source, target)) {
    const key = words[0]?.key ?? '';
    defects.push({ kind: 'NEGATION_DROPPED', source: phraseOf(source, cue), target: wordsAbout(target, [key]) });
  }
  const denials = (side: Side) => side.cues.filter((cue) => DENIALS.has(cue.kind)).length;
  // As many denials as the source: each stands for one of its own, in other words.
  if (denials(target) <= denials(source)) return defects;
  // A word of the source that the target leaves out may be the contrary of what it denies.
  if (unexplained(source, target).length > 0) return defects;
  for (const { cue, words } of affirmed(target, source)) {
    if (cue.aside || isTurned(cue, target) || isExplainedAfter(cue, target, source)) continue;
    // «n'a pas à remplir» frees from a duty and denies nothing.
    if (/^ a [a-z]+(?:er|ir|re)\b/.test(target.flat.slice(cue.to, cue.to + 24))) continue;
    const said = words[0];
    const only = source.cues.some((other) => other.kind === 'only' && other.sentence === said?.sentence);
    const about = wordsAbout(source, [said?.key ?? '']);
    defects.push({ kind: only ? 'NEGATION_DROPPED' : 'INVENTED_FACT', source: about, target: phraseOf(target, cue) });
  }
  return defects;
}

const DENIALS: ReadonlySet<CueKind> = new Set(['denies', 'without', 'except']);

interface Affirmed {
  readonly cue: Cue;
  readonly words: readonly SideWord[];
}

/** Denials of the first text whose own word the second affirms. */
function affirmed(here: Side, there: Side): readonly Affirmed[] {
  const found: Affirmed[] = [];
  const denials = here.cues.filter((cue) => cue.kind === 'denies' || cue.kind === 'without');
  if (denials.length === 0) return found;
  const indexHere = indexWords(here);
  const indexThere = indexWords(there);
  const scopes = scopesOf(there);
  for (const cue of denials) {
    const word = isSaidOtherwise(cue, there) || isBound(cue, here) ? undefined : predicateOf(here, cue);
    if (word === undefined) continue;
    // A word also used without its negation does not tell which use is kept.
    if ((indexHere.get(word.key)?.length ?? 0) > 1) continue;
    if (there.contraries().has(word.key)) continue;
    const all = nearest(
      indexThere.get(word.key) ?? [],
      (one) => one.start,
      cue.start / Math.max(1, here.text.length),
      there.text.length,
    );
    const plain = all.filter((one) => !isDenied(one, there, scopes));
    if (plain.some((one) => isContrary(word, one))) continue;
    if (plain.length === 0 || plain.length < all.length) continue;
    if (plain.some((one) => isExcused(one, cue, here, there))) continue;
    found.push({ cue, words: plain });
  }
  return found;
}

/** «bruit» and «silencieux» are words of one matter that say the contrary. */
const isContrary = (word: SideWord, other: SideWord): boolean =>
  CONTRARIES.some(([verb, contrary]) => verb.test(word.text) && contrary.test(other.text));

function indexWords(side: Side): ReadonlyMap<string, readonly SideWord[]> {
  const index = new Map<string, SideWord[]>();
  for (const word of side.words) {
    const known = index.get(word.key);
    if (known === undefined) index.set(word.key, [word]);
    else known.push(word);
  }
  return index;
}

interface Scope {
  readonly cue: Cue;
  readonly predicate: SideWord | undefined;
}

/** The denials of a text by sentence, with the word each bears on. */
function scopesOf(side: Side): ReadonlyMap<number, readonly Scope[]> {
  const scopes = new Map<number, Scope[]>();
  for (const cue of side.cues) {
    if (cue.kind !== 'denies' && cue.kind !== 'without' && cue.kind !== 'except') continue;
    const scope = { cue, predicate: predicateOf(side, cue) };
    const known = scopes.get(cue.sentence);
    if (known === undefined) scopes.set(cue.sentence, [scope]);
    else known.push(scope);
  }
  return scopes;
}

function isDenied(word: SideWord, side: Side, scopes: ReadonlyMap<number, readonly Scope[]>): boolean {
  return (scopes.get(word.sentence) ?? []).some(({ cue, predicate }) => {
    if (isAttribute(side, cue, word)) return false;
    if (predicate?.key === word.key || cue.reach.slice(0, 2).includes(word.key)) return true;
    if (word.aside !== cue.aside) return word.aside && !isStatement(side, word) && !LOCAL.test(cue.said);
    if (cue.clause !== word.clause)
      return predicate === undefined && !cue.aside && Math.abs(cue.clause - word.clause) < 2;
    if (LOCAL.test(cue.said)) return word.start > cue.start && cue.reach.slice(0, 4).includes(word.key);
    const between =
      word.start < cue.start ? side.text.slice(word.end, cue.start) : side.text.slice(cue.end, word.start);
    return !SUBORDINATE.test(between);
  });
}

const SUBORDINATE = /(?:^|[\s'’])(?:si|s['’]il|lorsque?|quand|qui|dont|mais|car)(?![\p{L}\p{M}])/iu;

/** The brackets hold a sentence of their own: «(il est reconductible)», not only a term. */
const isStatement = (side: Side, word: SideWord): boolean =>
  side.tokens.some((token, index) => {
    const place = side.places[index];
    return place?.aside === true && place.clause === word.clause && FINITE.test(token.text);
  });

/** «les offres écartées sont indemnisées»: the participle only says which offers, and the verb that follows stands free. */
function isAttribute(side: Side, cue: Cue, word: SideWord): boolean {
  if (!PARTICIPLE.test(cue.said) || word.start < cue.end) return false;
  const before = side.flat.slice(Math.max(0, cue.from - 14), cue.from);
  return !COPULA.test(before) && !/^ (?:de |d'|par )/.test(side.flat.slice(cue.to, cue.to + 5));
}

/** Something beside the word says the contrary, or a condition stands for a double negation. */
function isExcused(word: SideWord, cue: Cue, here: Side, there: Side): boolean {
  const at = firstWordAt(there.words, word.start);
  const lacks =
    LACKS.test(lastWord(here.flat.slice(Math.max(0, cue.from - 12), cue.from))) ||
    / (?:a|ai|ont|avons|y a) /.test(` ${cue.said} `);
  for (let index = at - 10; index < at + 10; index++) {
    const near = there.words[index];
    if (near === undefined || near.sentence !== word.sentence || near.aside !== word.aside) continue;
    if (index !== at && near.clause === word.clause && TURNS.test(near.text)) return true;
    if (lacks && NEEDS.test(near.text)) return true;
  }
  const holds = (side: Side, sentence: number, kinds: RegExp) =>
    side.cues.some(
      (other) =>
        other !== cue && !other.aside && other.sentence === sentence && kinds.test(`${other.kind} ${other.said}`),
    );
  return (
    holds(here, cue.sentence, /^(?:denies|without|except|only)|^until (?:avant|tant)/) &&
    holds(there, word.sentence, /^(?:except|only|condition)|^until/) &&
    !holds(there, word.sentence, /^(?:denies|without) /)
  );
}

const lastWord = (text: string): string => text.match(/[a-z]+/g)?.at(-1) ?? '';

/** The target's denial is half of a condition or a double denial: «pas sans votre accord», «aucun … hors». */
const isTurned = (cue: Cue, target: Side): boolean =>
  target.cues.some(
    (other) =>
      other !== cue &&
      other.sentence === cue.sentence &&
      other.clause === cue.clause &&
      (other.kind === 'denies' ||
        other.kind === 'without' ||
        other.kind === 'except' ||
        other.kind === 'only' ||
        other.kind === 'condition'),
  );
