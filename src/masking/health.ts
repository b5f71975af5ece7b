import type { Sighting } from './finding.ts';
import { joins, type Source, type Token } from './source.ts';
import { phraseAt, type Words } from './word-lists.ts';

/** How far, in words, someone may stand before what is said of their health, and after it. */
const BEFORE = 14;
const AFTER = 6;
/** How far before a word of a purchase still says what the illness is there for: «vaccins contre la grippe». */
const NEED = 5;

/** «jsuis», «chui», «jai»: as one types it in haste. */
const SELF = /^(?:je|j|me|moi|suis|ai|jsuis|jsui|chuis|chui|jai|jme|jetais)$/;
const OWN = /^(?:mon|ma|mes|son|sa|ses)$/;
const THEY = /^(?:il|elle)$/;
/** «il faut un marché de soins», «il est possible»: nobody. */
const NOBODY = /^(?:faut|faudra|faudrait|fallait|y|existe|convient|reste|manque|importe|s)$/;
const IMPERSONAL = /^(?:possible|obligatoire|prevu|interdit|necessaire|permis|question|utile|temps)$/;
const OF = /^(?:de|d|du|chez|a)$/;

/**
 * What is said of somebody's health. `people` are those already found. The same words name what is
 * bought: they are left where nobody is spoken of, or where a word of a purchase leads to them.
 */
export function findHealth(source: Source, words: Words, people: readonly Sighting[]): readonly Sighting[] {
  const { tokens, tokenAt } = source;
  const named = new Set(people.flatMap(({ start, end }) => range(tokenAt(start), tokenAt(end))));
  const found: Sighting[] = [];
  for (let at = 0; at < tokens.length; ) {
    const state = stateAt(tokens, at, words);
    const ill = leadsOn(tokens, at, state)
      ? undefined
      : (state ?? phraseAt(words.health.ills, tokens, at) ?? illByEnding(tokens, at, words));
    const next = at + (ill?.length ?? 1);
    const told = state === undefined ? undefined : toldOf(tokens, at);
    if (ill !== undefined && (told === 'one' || !isNeeded(tokens, at, words))) {
      const about = told !== undefined || saidOf(tokens, at, next, named, words);
      const end = tokens[complementEnd(tokens, qualityEnd(tokens, next, words), words) - 1]?.end;
      const start = tokens[at]?.start;
      if (about && start !== undefined && end !== undefined)
        found.push({ kind: 'health', start, end, name: ill.words, confidence: state === undefined ? 0.6 : 0.8 });
    }
    at = next;
  }
  return found;
}

/** «en arrêt ⟨de travail⟩»: the longer of what starts here and at the next word. */
function stateAt(tokens: readonly Token[], at: number, words: Words) {
  const here = phraseAt(words.health.states, tokens, at);
  const ahead = here === undefined ? undefined : phraseAt(words.health.states, tokens, at + 1);
  return here !== undefined && ahead !== undefined && ahead.length >= here.length
    ? { ...ahead, length: ahead.length + 1 }
    : here;
}

/** «souffrant d'un asthme»: what it is of says it. */
const leadsOn = (tokens: readonly Token[], at: number, state: { readonly length: number } | undefined): boolean =>
  /^souffrante?$/.test(tokens[at]?.fold ?? '') &&
  state?.length === 1 &&
  tokens[at + 1]?.gap === ' ' &&
  /^(?:de|d|du|des)$/.test(tokens[at + 1]?.fold ?? '');

/** «asthme ⟨sévère⟩», «diabète ⟨de type 2⟩», «grossesse ⟨à risque⟩»: how it is goes with it. */
function qualityEnd(tokens: readonly Token[], next: number, words: Words): number {
  let end = next;
  for (let more = 0; more < 3 && /^[ -]$/.test(tokens[end]?.gap ?? ''); more++) {
    const quality = phraseAt(words.health.qualities, tokens, end);
    if (quality === undefined) break;
    end += quality.length;
  }
  return end;
}

/** «est sourd» is said of one person, whoever it is; «en congé maternité» of one or of several. */
function toldOf(tokens: readonly Token[], at: number): 'one' | 'some' | undefined {
  const [here, before, earlier] = [at, at - 1, at - 2].map((place) => tokens[place]?.fold ?? '');
  const verb = /^(?:suis|est|etait|sera|etais|tombee?|jsuis|jsui|chuis|chui|jetais)$/;
  if ([here, before].some((word) => verb.test(word ?? ''))) return 'one';
  if (here !== 'en' && before !== 'en') return undefined;
  return verb.test((here === 'en' ? before : earlier) ?? '') ? 'one' : 'some';
}

/** «sa néphropathie», «atteint de drépanocytose»: no list has them all. */
function illByEnding(
  tokens: readonly Token[],
  at: number,
  words: Words,
): { readonly words: string; readonly length: number } | undefined {
  const fold = tokens[at]?.fold ?? '';
  if (!words.health.endings.some((ending) => fold.endsWith(ending) && fold.length > ending.length + 2))
    return undefined;
  const before = [1, 2, 3].map((back) => tokens[at - back]?.fold ?? '');
  const suffered = /^(?:atteinte?|souffre|souffrait|souffrante?|souffrir|suivie?|traitee?|soignee?)$/;
  return OWN.test(before[0] ?? '') || before.some((word) => suffered.test(word))
    ? { words: fold, length: 1 }
    : undefined;
}

function isNeeded(tokens: readonly Token[], at: number, words: Words): boolean {
  for (let back = at; back > 0 && at - back < NEED; back--) {
    if (endsSentence(tokens[back])) return false;
    if (words.health.needs.has(tokens[back - 1]?.fold ?? '')) return true;
    // «son cancer»: what leads to it stops at who it is of.
    if (OWN.test(tokens[back - 1]?.fold ?? '')) return false;
  }
  return false;
}

function saidOf(tokens: readonly Token[], at: number, next: number, named: ReadonlySet<number>, words: Words): boolean {
  if (OWN.test(tokens[at - 1]?.fold ?? '')) return true;
  for (let back = at - 1; back >= 0 && at - back <= BEFORE; back--) {
    if (isSomeone(tokens, back, named, words)) return true;
    if (endsSentence(tokens[back])) break;
  }
  // «l'AVC de notre DGS», «la grossesse de Julie», «enceinte, Mme Diaz…»
  for (let ahead = next; ahead < tokens.length && ahead - next < AFTER; ahead++) {
    if (endsSentence(tokens[ahead])) return false;
    if (named.has(ahead)) return true;
    const led = OF.test(tokens[next]?.fold ?? '') || /,/.test(tokens[next]?.gap ?? '');
    if (led && isKin(tokens, ahead, words)) return true;
  }
  return false;
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, more) => from + more);

const endsSentence = (token: Token | undefined): boolean =>
  token === undefined || /[.!?;\n\r](?:\s|$)/.test(`${token.gap} `);

function isSomeone(tokens: readonly Token[], at: number, named: ReadonlySet<number>, words: Words): boolean {
  const fold = tokens[at]?.fold ?? '';
  if (named.has(at) || SELF.test(fold) || isKin(tokens, at, words)) return true;
  const verb = tokens[at + 1]?.fold ?? '';
  // «la garantie couvre-t-elle la maladie ?»
  return (
    THEY.test(fold) && tokens[at]?.gap !== '-' && !NOBODY.test(verb) && !IMPERSONAL.test(tokens[at + 2]?.fold ?? '')
  );
}

/** One person and not a group: «mon collègue», «la directrice», «un agent»; «les agents» are in the plural. */
const isKin = (tokens: readonly Token[], at: number, words: Words): boolean =>
  words.health.kin.has(tokens[at]?.fold ?? '') ||
  (words.functions.byWords.has(tokens[at]?.fold ?? '') &&
    /^(?:mon|ma|notre|votre|leur|le|la|l|un|une|son|sa|ce|cette|du|cet)$/.test(tokens[at - 1]?.fold ?? ''));

/** «cancer ⟨du sein⟩», «opération ⟨du dos⟩», «allergie ⟨aux arachides⟩»: what it is of, not whose it is. */
function complementEnd(tokens: readonly Token[], next: number, words: Words): number {
  const link = tokens[next];
  if (link === undefined || link.gap !== ' ' || !/^(?:du|des|aux|au|a)$/.test(link.fold)) return next;
  const article = /^(?:la|l)$/.test(tokens[next + 1]?.fold ?? '') && link.fold === 'a';
  if (link.fold === 'a' && !article) return next;
  const of = next + (article ? 2 : 1);
  const token = tokens[of];
  if (token === undefined || !joins(token.gap) || token.capital || token.digit || token.fold.length < 3) return next;
  const someone =
    isKin(tokens, of, words) || words.functions.byWords.has(token.fold) || words.health.needs.has(token.fold);
  return someone ||
    /^(?:travail|moment|lundi|mardi|mercredi|jeudi|vendredi|mois|debut|fait|cours|moins|plus|marche)$/.test(token.fold)
    ? next
    : of + 1;
}
