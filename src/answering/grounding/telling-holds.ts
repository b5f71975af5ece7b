import { fold } from '../../french/words.ts';
import type { Ungrounded } from '../../model/ungrounded.ts';

/** Who does it, in which order, to what end, and whether it is known: what a right figure and the right words can still get wrong. */
export function tellingFault(claim: string, support: string): Ungrounded | undefined {
  const [said, held] = [fold(claim), fold(support)];
  if (isOtherActor(said, clauseFor(said, held))) return 'actor';
  if (isOrderTurned(said, held)) return 'order';
  if (isOutcomeTurned(said, held) || isContrary(said, held)) return 'negation';
  if (isDefinedOtherwise(said, held)) return 'unsupported';
  if (isCountNarrowed(said, held)) return 'figure';
  if (isCaseAssumed(said, held)) return 'condition';
  return undefined;
}

/** The part of the support, as strong marks cut it, that holds most of what is said. */
function clauseFor(said: string, held: string): string {
  const words = wordsOf(said);
  const shared = (clause: string) => [...wordsOf(clause)].filter((word) => words.has(word)).length;
  return held.split(/[;:?]|\.(?= )/).reduce((best, clause) => (shared(clause) > shared(best) ? clause : best), '');
}

/** Those who act in a purchase, by what they are called. */
const NAMED: readonly (readonly [actor: string, RegExp])[] = [
  ['buyer', /acheteurs?|pouvoir adjudicateur|organisme|collectivite|commune|mairie|administration|personne publique/],
  ['service', /service (?:prescripteur|demandeur)|prescripteurs?/],
  ['partner', /co-?traitants?|mandataires?/],
  ['subcontractor', /sous-traitants?/],
  [
    'holder',
    /titulaires?|attributaires?|prestataires?|entreprises?|fournisseurs?|candidats?|soumissionnaires?|operateurs?|gagnants?|perdants?/,
  ],
  ['works director', /maitres? d'(?:oeuvre|ouvrage)/],
  ['judge', /juges?|tribuna(?:l|ux)|prefets?/],
  ['payer', /comptables?/],
];
const DETERMINED = "(?:l'|le |la |les |un |une |des |votre |vos |cet |ce |cette |tout |chaque )";
const ACTORS = NAMED.map(
  ([actor, names]) => [actor, new RegExp(`(?<![a-z-])(?:${DETERMINED})?(?:${names.source})(?![a-z-])`, 'g')] as const,
);
/** Nobody's deed: a complement, which says to whom or of whom. */
const AS_COMPLEMENT = /(?:\b(?:a|au|aux|de|du|des|pour|envers|avec|chez|contre|sans|entre|sous|que)|\bd')\s*$/;

interface Mention {
  readonly actor: string;
  readonly at: number;
  /** Before its verb, or after «par»: it is the one who acts. */
  readonly acts: boolean;
}

function actorsIn(text: string): readonly Mention[] {
  return ACTORS.flatMap(([actor, names]) =>
    [...text.matchAll(names)].map(({ 0: name, index }) => ({
      actor,
      at: index,
      acts: !AS_COMPLEMENT.test(text.slice(Math.max(0, index - 20), index)) && !name.startsWith('des '),
    })),
  ).sort((a, b) => a.at - b.at);
}

/** «L'acheteur a 15 jours» where the passage gives them to the holder. */
function isOtherActor(said: string, held: string): boolean {
  const first = /^\W*(?:[a-z' -]+, )?/.exec(said)?.[0].length ?? 0;
  const subject = actorsIn(said).find(({ acts, at }) => acts && at <= first + 1);
  if (subject === undefined) return false;
  const others = actorsIn(held);
  if (others.some(({ actor, acts }) => acts && actor === subject.actor)) return false;
  // A passage that names nobody, or speaks to its reader, says it of whoever reads.
  return others.some(({ actor, acts }) => (acts ? actor !== subject.actor : actor === subject.actor));
}

/** What comes before, and what after, as the words of sequence cut a sentence. */
function sequenceIn(text: string): readonly [before: ReadonlySet<string>, after: ReadonlySet<string>] | undefined {
  const first = cutAt(text, /\bd'abord\b/);
  if (first !== undefined) {
    const [said = '', ...others] = first[1].split(/[,;:.]/);
    const rest = others.join(' ');
    if (rest.trim() !== '') return [wordsOf(`${first[0].split(/[,;:.]/).at(-1)} ${said}`), wordsOf(rest)];
  }
  const then = cutAt(text, /\b(?:puis|ensuite)\b/);
  if (then !== undefined && then[1].trim() !== '') return [wordsOf(then[0]), wordsOf(then[1])];
  const before = cutAt(text, LAST_AVANT);
  if (before !== undefined) return [wordsOf(before[0]), wordsOf(before[1])];
  const after = cutAt(text, LAST_APRES);
  return after === undefined ? undefined : [wordsOf(after[1]), wordsOf(after[0])];
}

const LAST_AVANT = /\bavant (?:de |d'|que |toute? )/g;
const LAST_APRES = /\bapres (?:avoir |que )/g;

/** What stands before the words and after them: where they stand first, or, for a pattern with `g`, last. */
function cutAt(text: string, words: RegExp): readonly [before: string, after: string] | undefined {
  const found = words.global ? [...text.matchAll(words)].at(-1) : words.exec(text);
  return found == null ? undefined : [text.slice(0, found.index), text.slice(found.index + found[0].length)];
}

/** In characters: what an infinitive and a third person have in common. */
const STEM = 6;
const LITTLE = /^(?:.{1,3}|dans|pour|avec|sans|sous|cette|votre|leur|leurs|elle|sont|etre|avoir)$/;
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set((text.match(/[a-z]+/g) ?? []).filter((word) => !LITTLE.test(word)).map((word) => word.slice(0, STEM)));

function isOrderTurned(said: string, held: string): boolean {
  const [one, other] = [sequenceIn(said), sequenceIn(held)];
  if (one === undefined || other === undefined) return false;
  const shared = (x: ReadonlySet<string>, y: ReadonlySet<string>) => [...x].filter((word) => y.has(word)).length;
  const straight = shared(one[0], other[0]) + shared(one[1], other[1]);
  return shared(one[0], other[1]) + shared(one[1], other[0]) > straight;
}

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
