import { allMatches } from '../../french/all-matches.ts';
import type { Span } from '../../french/span.ts';

/** Places told by no noun of a site: a fragment made of a name («…, Le Marin, …»), a route, a bank or a road to follow. */
export function findLoosePlaces(folded: string, isCapital: (at: number) => boolean): readonly Span[] {
  const out: Span[] = [];
  // What the text opens with is a title or an address, whatever spaces stand before it.
  const opening = folded.length - folded.trimStart().length;
  for (const match of allMatches(ROUTE, folded)) {
    const [from, to] = [match.index, match.index + match[0].length];
    const second = to - (match[2] ?? '').length;
    // «BESOIN – Service voirie» is a title.
    if (isCapital(from) && isCapital(second) && !isCapital(from + 1) && !isCapital(second + 1) && from > opening)
      out.push([from, to]);
  }
  for (const match of allMatches(FRAGMENT, folded)) {
    const start = match.index;
    const words = match[0];
    if (start > opening && isNamed(folded, start, words, isCapital)) out.push([start, start + words.length]);
  }
  return out;
}

/** «le long du canal à Condom», the town with it. */
export function findAlong(folded: string, isCapital: (at: number) => boolean): readonly Span[] {
  return [...allMatches(ALONG, folded)].map((match): Span => {
    const town = / (?:a|de) ([a-z][a-z'-]+)$/.exec(match[0]);
    const end = match.index + match[0].length;
    const named = town === null || isCapital(end - (town[1] ?? '').length);
    return [match.index, named ? end : end - (town?.[0].length ?? 0)];
  });
}

/** «Rodez - Hendaye», «Paris → Lille». */
const ROUTE = /(?<![a-z0-9-])([a-z][a-z'-]{2,40})(?: [-–—] | ?[→>] ?)(?:gare de )?([a-z][a-z'-]{2,40})(?![a-z0-9-])/g;
const ALONG =
  /(?<![a-z0-9])(?:le long (?:du |de la |de l'|des )|en bordure (?:du |de la |de l'|des )|au bord (?:du |de la |de l'|des ))[a-z-]+(?: (?:a|de) [a-z][a-z'-]+)?/g;
/** What stands alone between two marks. */
const FRAGMENT =
  /(?<=[,.;(] ?|\n)(?<!\b(?:m|mme|mlle|dr|mr|me|pr|prof|docteur|professeur|maitre|col|cdt|lt)[.]? ?)(?!(?:m|mme|mlle|dr|mr|me|pr|prof|docteur|professeur|monsieur|madame|maitre|colonel|commandant|lieutenant)\b)[a-z][a-z'-]{0,30}(?: [a-z][a-z'-]{0,30}){0,4}(?= ?(?:[,;).]|\n|$))/g;

const LINK = /^(?:de|du|des|la|le|les|l'|d'|sur|sous|en|et|aux?|a)$/;
const NO_PLACE =
  /^(?:bonjour|bonsoir|merci|cordialement|salut|madame|monsieur|urgent|ok|oui|non|noel|paques|ht|ttc|svp|stp|ps|nb|rgpd|rse|ce|pc|budget|objet|ci-joint|voila|bref|enfin|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|titulaire|prestataire)$/;

/** «Merci, Aline.» */
const SIGNED =
  /\b(?:respectueusement|sincerement|amicalement|remerciements|mercis?|cordialement|cdt|cdlt|a vous|a toi|journee|soiree|d'avance|salutations)[ ,!.\n]*$/;

/** All its words that say something have a capital; a name of one word closes its sentence or has its article. */
function isNamed(folded: string, start: number, words: string, isCapital: (at: number) => boolean): boolean {
  let at = start;
  let named = 0;
  let initials = 0;
  for (const word of words.split(' ')) {
    if (!LINK.test(word) || (at === start && isCapital(at))) {
      if (NO_PLACE.test(word) || !isCapital(at) || word.length < 2) return false;
      // A common word whose capital only opens the sentence names nothing.
      named += 1;
      if ([...word].every((_letter, index) => isCapital(at + index))) initials += 1;
    }
    at += word.length + 1;
  }
  if (named === 0 || named === initials) return false;
  if (SIGNED.test(folded.slice(Math.max(0, start - 24), start))) return false;
  const opensSentence = /[.\n(] ?$/.test(folded.slice(Math.max(0, start - 2), start));
  const closes = /^ ?(?:[.)\n]|$)/.test(folded.slice(start + words.length, start + words.length + 2));
  if (/^(?:le|la|les|l') /.test(words)) return named >= (isCapital(start) ? 2 : 1);
  // The capital of a first word says nothing, so that another is wanted.
  return named >= 2 ? !opensSentence || !/ en /.test(words) : closes && !opensSentence;
}
