import { allMatches } from '../../french/all-matches.ts';
import type { Slot } from '../../vocabulary/rewording.ts';

const NAMES: readonly (readonly [Slot, RegExp])[] = [
  ['budget', /\b(?:budgets?|enveloppes?|montants?|couts?|prix|credits?|financements?|estimation)\b/],
  ['duration', /\b(?:durees?|combien de temps|combien d'annees)\b/],
  ['deadline', /\b(?:dates?|calendrier|delais?|planning|quand|echeance)\b/],
  ['quantity', /\b(?:quantites?|nombres?|volumes?|surfaces?|effectifs?|metrage)\b/],
  ['place', /\b(?:lieux?|adresses?|emplacements?|ou (?:le|la|les|ca|on) )\b/],
  ['users', /\b(?:utilisateurs?|beneficiaires?|pour qui|usagers?)\b/],
];

/** «on ne sait pas encore», «reste à définir»: the words that say a gap is known, then what it is about. */
const UNKNOWN_THEN =
  /\b(?:(?:on|nous|je|j'|n')[a-z' ]{0,12}(?:sai[ts]|savons|connai[ts]?|connaissons|fixe|defini|arrete|chiffre|estime|idee)\w{0,30} ?(?:pas|aucune|encore|rien)|(?:aucune?|pas d'|pas d[e'] ?|sans) ?(?:idee|visibilite)|(?:pas|jamais) (?:encore )?(?:de|d'|le|la|les)|sans|aucune?|ni|reste(?:nt)? a (?:definir|preciser|fixer|confirmer|determiner)|manque(?:nt)?) (?:exactement |precisement |encore |du |de |d'|le |la |les |l'|quel(?:le)? |sur |pour ){0,6}([a-z' ]{3,40})/g;
const THEN_UNKNOWN =
  /\b([a-z' ]{3,30}?)(?: [a-z]{1,30}){0,4}? (?:(?:est |sont |reste(?:nt)? |:|n'est |ne sont |n'a |n'ont )(?:pas )?(?:encore )?(?:pas )?(?:ete )?)?(?:inconnue?s?|a (?:definir|preciser|determiner|confirmer|fixer|voir|discuter|caler|arbitrer)|(?:non|pas)(?: encore)? (?:fixe|defini|arrete|connu|arbitre|vote|chiffre|valide|decide|determine|estime)\w{0,30})/g;
const HOW_MUCH =
  /\b(?:combien (?:ca|cela|on (?:peut|a)|coute|mettre|il faut compter)|ce que (?:ca|cela) (?:coute|vaut)|du (?:prix|cout))/;
const NOT_KNOWN =
  /\b(?:sai[ts]|savons|connaissons|idee|aucune idee)\b[^.;\n]{0,12}\b(?:pas|aucune|encore)\b|\baucune idee\b|\bpas (?:d'|la moindre )idee\b/;

const DOUBT =
  /\b(?:pas|aucune?|sans|ni|reste|restent|manque|inconnue?s?|definir|preciser|determiner|confirmer|fixer|voir|discuter|caler|arbitrer|non)\b/;

/** Slots that the message itself says are not known yet: worth a question whatever the trade. Folded text. */
export function saidUnknown(folded: string): ReadonlySet<Slot> {
  const out = new Set<Slot>();
  for (const sentence of folded.split(/[.;!?\n]/)) {
    if (!DOUBT.test(sentence)) continue;
    const about = [...allMatches(UNKNOWN_THEN, sentence), ...allMatches(THEN_UNKNOWN, sentence)].map(
      (match) => match[1] ?? '',
    );
    for (const [slot, name] of NAMES) if (about.some((words) => name.test(words))) out.add(slot);
    if (NOT_KNOWN.test(sentence) && HOW_MUCH.test(sentence)) out.add('budget');
  }
  return out;
}
