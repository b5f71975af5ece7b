import { fold } from '../../french/words.ts';
import type { Ungrounded } from '../../model/ungrounded.ts';

/** To what end, of how many, and whether it is known: what a right figure and the right words can still get wrong. */
export function tellingFault(claim: string, support: string): Ungrounded | undefined {
  const [said, held] = [fold(claim), fold(support)];
  if (isOutcomeTurned(said, held) || isContrary(said, held)) return 'negation';
  if (isDefinedOtherwise(said, held)) return 'unsupported';
  if (isCountNarrowed(said, held)) return 'figure';
  if (isCaseAssumed(said, held)) return 'condition';
  return undefined;
}

/** In characters: what an infinitive and a third person have in common. */
const STEM = 6;
const LITTLE = /^(?:.{1,3}|dans|pour|avec|sans|sous|cette|votre|leur|leurs|elle|sont|etre|avoir)$/;
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set((text.match(/[a-z]+/g) ?? []).filter((word) => !LITTLE.test(word)).map((word) => word.slice(0, STEM)));

const SILENCE =
  /\bsilence\b|\bse ta(?:it|ire|isent)\b|\bsans (?:reponse|repondre)\b|\bne repond(?:ent)? pas\b|\bdefaut de reponse\b|\bse taire\b/;
const AGREED = /\b(?:accept(?!er ou refuser)[a-z]*|accord[a-z]*|agree[a-z]*|oui|approu[a-z]*)\b/;
const REFUSED = /\b(?:refus[a-z]*|rejet[a-z]*|non|oppos[a-z]*)\b/;

/** What silence comes to: the one thing that nobody may get wrong about it. */
function isOutcomeTurned(said: string, held: string): boolean {
  if (!SILENCE.test(said)) return false;
  const outcome = (text: string) => {
    const from = SILENCE.exec(text)?.index ?? 0;
    const rest = text.slice(from).replace(/\baccepter ou refuser\b|\boui ou non\b/g, '');
    return { agreed: AGREED.test(rest), refused: REFUSED.test(rest) };
  };
  const one = outcome(said);
  if (one.agreed === one.refused) return false;
  const other = outcome(held);
  return one.agreed ? !other.agreed : !other.refused;
}

/** Words that nobody may put in the place of one another. */
const CONTRARIES: readonly (readonly [RegExp, RegExp])[] = [
  [/\bsuivante?s?\b/, /\bprecedente?s?\b/],
  [/\bpremi(?:er|ere)s?\b/, /\bderni(?:er|ere)s?\b/],
  [/\bfacile(?:s|ment)?\b/, /\bdifficile(?:s|ment)?\b/],
  [/\btot\b/, /\btard\b/],
  [/\bcourte?s?\b/, /\blongue?s?\b/],
  [/\bgagnante?s?\b/, /\bperdante?s?\b/],
  [/\bhausses?\b|\baugment\w*/, /\bbaisses?\b|\bdiminu\w*/],
  [/\belargi\w*/, /\bresserr\w*|\breduit\w*/],
  [/\bpublique?s?\b/, /\bpriv(?:e|ee)s?\b/],
  [/\bavant\b/, /\bapres\b/],
  [/\btrimestres?\b/, /\bsemestres?\b/],
  [/\bsuspen\w*/, /\bmaint\w*|\bcontinu\w*/],
];

function isContrary(said: string, held: string): boolean {
  const only = (text: string, one: RegExp, other: RegExp) => one.test(text) && !other.test(text);
  return CONTRARIES.some(
    ([one, other]) =>
      (only(said, one, other) && only(held, other, one)) || (only(said, other, one) && only(held, one, other)),
  );
}

/** «Le point de départ est la date de …»: what it is must be said, not words near it. */
function isDefinedOtherwise(said: string, held: string): boolean {
  const [, what] =
    /\b(?:est|sont|devient) (?:la |le |l')(?:date|jour|moment) (?:de |du |d'|des )([^,;.]*)/.exec(said) ?? [];
  if (what === undefined) return false;
  const known = wordsOf(held);
  return [...wordsOf(what)].some((word) => !known.has(word));
}

const COUNTED = /\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|\d+) (?=([a-z]{4,}))/g;

/** «Un seul devoir» of three. */
function isCountNarrowed(said: string, held: string): boolean {
  return [...said.matchAll(/\b(?:une?|le|la) (?:seule?|unique) ([a-z]{4,})|\bl'unique ([a-z]{4,})/g)].some((match) => {
    const noun = (match[1] ?? match[2] ?? '').replace(/s$/, '');
    const counted = [...held.matchAll(COUNTED)].some(([, word = '']) => word.startsWith(noun));
    return counted && !said.includes(noun.concat('s'));
  });
}

const OWN_CASE =
  /\b(?:votre|vos|notre|nos) (?:besoins?|achats?|marches?|montants?|devis|contrats?|projets?|commandes?|total|cumul|dossiers?|offres?|estimation|procedure|cas)(?: (?:total|totaux|annuel|estime)e?s?)? (?:est|sont|reste|restent|demeure|depasse|atteint|n'atteint|n'est|ne depasse|releve|entre|correspond|remplit)\b/g;
const SUPPOSED =
  /\b(?:si|lorsque|quand|tant que|des que|dans le cas ou|au cas ou|a condition que|pourvu que|ou)\s*$|\bs'il [a-z ]*$/;

/** The person's own case told as known: a passage says what follows if it is so. */
function isCaseAssumed(said: string, held: string): boolean {
  return [...said.matchAll(OWN_CASE)].some(({ 0: words, index }) => {
    const before = said.slice(Math.max(0, index - 24), index);
    if (SUPPOSED.test(before) || said.slice(index).includes('?')) return false;
    const at = held.indexOf(words);
    return at < 0 || SUPPOSED.test(held.slice(Math.max(0, at - 24), at));
  });
}
