import type { Sighting } from './finding.ts';
import { allCommonOnly, readFirmName } from './firm-name.ts';
import { foldedName } from './names.ts';
import { inPlaceName } from './person-names.ts';
import { joins, type Source } from './source.ts';
import { phraseBefore, startsAny, type Words } from './word-lists.ts';

/** A line or a sentence opens here: the capital says nothing. */
const OPENING = /[.!?\n\r•>*#|]|^$|^\s*-\s/;
/** «Limite : Occulter un document» */
const INFINITIVE = /(?:er|ir|re)$/;
/** What a proper name is here when it is neither a firm nor a person: «la loi Egalim», «méthode Scrum», «label Ecocert». */
const NAMED_THING =
  /^(?:lois?|label|labels|norme|normes|certification|certificat|certifications|methode|type|marque|modele|logiciel|logiciels|application|outil|progiciel|plateforme|plate|dispositif|programme|plan|projet|referentiel|qualification|licence|licences|format|technologie|protocole|directive|decret|arret|arrets|jurisprudence|jurisprudences|indice|index|gamme|module|option|version|amendement|formulaire|reglement|cle|operation|appellation|ecolabel|langage|systeme|bac|prix|fonds|portail|site|reseau|salle|gymnase|stade|ecole|creche|espace|theatre|batiment|aile|en)$/;

/**
 * What is left: a word with a capital inside a sentence that no list knows is somebody's or some firm's name («nous achetons à
 * Medline»). The least sure of all, hence last; the requester lifts it when it is a product.
 */
export function findUnknownNames(source: Source, words: Words): readonly Sighting[] {
  const { tokens } = source;
  const found: Sighting[] = [];
  for (let at = 0; at < tokens.length; ) {
    const next = unknownName(source, at, words);
    const start = tokens[at]?.start;
    const end = tokens[(next ?? 0) - 1]?.end;
    if (next !== undefined && start !== undefined && end !== undefined)
      found.push({ ...kindOf(source, at, next, words), start, end, confidence: 0.4 });
    at = next ?? at + 1;
  }
  return found;
}

function kindOf(
  source: Source,
  at: number,
  next: number,
  words: Words,
): Pick<Sighting, 'kind' | 'label' | 'person' | 'name'> {
  const { tokens } = source;
  const name = foldedName(tokens, at, next);
  if (siteOf(source, at, words) === 'town' || isTownHere(source, at, next, words))
    return { kind: 'place', label: 'commune', name };
  const surname = tokens.slice(at, next).every(({ fold }) => words.surnames.has(fold));
  return surname && next - at === 1
    ? { kind: 'person', person: { first: undefined, last: name, gender: undefined } }
    : { kind: 'supplier', name };
}

/** «à Laruns», «de Campan»: a commune, after a preposition. */
function isTownHere({ tokens }: Source, at: number, next: number, words: Words): boolean {
  return (
    /^(?:a|de|d|sur|vers|pour)$/.test(tokens[at - 1]?.fold ?? '') &&
    joins(tokens[at]?.gap ?? '') &&
    words.inhabitants.has(foldedName(tokens, at, next))
  );
}

function unknownName(source: Source, at: number, words: Words): number | undefined {
  const { tokens } = source;
  const token = tokens[at];
  if (token === undefined || !token.capital || token.raw.length < (token.upper ? 6 : 4)) return undefined;
  if (/[-_/]$/.test(token.gap)) return undefined;
  const before = tokens[at - 1];
  // Where a sentence opens, the capital says nothing: only what is no word of French may be a name there.
  if (before === undefined || OPENING.test(token.gap)) {
    if (!opensAsName(source, at, words)) return undefined;
  } else if (
    (before.capital && /^[ -]$/.test(token.gap)) ||
    (before.digit && token.gap === ' ') ||
    NAMED_THING.test(before.fold) ||
    (/: ?$/.test(token.gap) && INFINITIVE.test(token.fold) && words.isWord(token.fold))
  )
    return undefined;
  if (/^[-_@]/.test(tokens[at + 1]?.gap ?? '') && tokens[at + 1]?.digit) return undefined;
  if (tokens[at + 1]?.digit && tokens[at + 1]?.gap === ' ') return undefined;
  const next = readFirmName(tokens, at, words);
  for (let part = at; part < next; part++) {
    const fold = tokens[part]?.fold ?? '';
    if (part === at && everyday(fold, words)) return undefined;
    if (startsAny([words.known, words.brands, words.firms, words.places, words.bodies], tokens, part)) return undefined;
  }
  if (next === at || allCommonOnly(tokens, at, next, words) || inPlaceName(tokens, nameStart(source, at, words), words))
    return undefined;
  if (siteOf(source, at, words) === 'site') return undefined;
  // «Brebis Ossau-Iraty AOP»: what one eats.
  if ([tokens[next - 1], tokens[next]].some((part) => /^(?:aop|aoc|igp)$/.test(part?.fold ?? ''))) return undefined;
  return next;
}

/** «Sylvadis n'a pas livré», «Ollier réclame»: a name that opens a sentence, and a verb or a comma after it. */
function opensAsName({ tokens }: Source, at: number, words: Words): boolean {
  const token = tokens[at];
  // «Associez», «Libérez»: an order, of a verb that is listed.
  const forms = [token?.fold ?? '', (token?.fold ?? '').replace(/s$/, ''), (token?.fold ?? '').replace(/ez$/, 'er')];
  if (token === undefined || token.upper || forms.some((form) => words.isWord(form))) return false;
  const after = tokens[at + 1];
  return after !== undefined && /^[ ']$/.test(after.gap) && !after.capital && !after.digit;
}

/** An everyday word, or its plural, or an adverb or a noun by its ending: «Fongibilité», «Allotissement». */
function everyday(fold: string, words: Words): boolean {
  const known = (word: string) =>
    words.common.has(word) || words.qualifiers.has(word) || words.functions.byWords.has(word);
  return (
    known(fold) ||
    known(fold.replace(/e?s$/, '')) ||
    known(fold.replace(/aux$/, 'al')) ||
    words.firstNames.has(fold) ||
    words.firstNamesAlsoWords.has(fold) ||
    words.civilities.has(fold) ||
    words.notName.has(fold) ||
    words.titles.has(fold) ||
    words.legalForms.has(fold) ||
    words.particles.has(fold) ||
    (/(?:tions?|ments?|ites?|ismes?|ances?|ences?|ures?|ages?|iques?|elles?|euses?|trices?|ables?|ibles?|ives?|eurs?|ees?|ez|ons|er|ir)$/.test(
      fold,
    ) &&
      fold.length > 8)
  );
}

/** «Pierre» for the «Coubertin» of «gymnase Pierre de Coubertin». */
function nameStart({ tokens }: Source, at: number, words: Words): number {
  let start = at;
  for (let back = at - 1; back >= 0 && at - back < 4 && joins(tokens[back + 1]?.gap ?? ''); back--) {
    const token = tokens[back];
    if (token?.capital) start = back;
    else if (!words.particles.has(token?.fold ?? '')) break;
  }
  return start;
}

/** «crèche des Coquelicots», «chemin des Vignes» are sites; in «salle des fêtes de Bourgneuf», a town is named. */
function siteOf({ tokens }: Source, at: number, words: Words): 'site' | 'town' | undefined {
  let link = at;
  while (
    at - link < 3 &&
    /^(?:de|du|des|d|la|le|les|l)$/.test(tokens[link - 1]?.fold ?? '') &&
    joins(tokens[link]?.gap ?? '')
  )
    link--;
  if (!joins(tokens[link]?.gap ?? '')) return undefined;
  if ([words.courts, words.ways].some((list) => phraseBefore(list, tokens, link) !== undefined)) return 'site';
  if (phraseBefore(words.buildings, tokens, link) === undefined) return undefined;
  return at - link === 1 && /^(?:de|d)$/.test(tokens[link]?.fold ?? '') ? 'town' : 'site';
}
