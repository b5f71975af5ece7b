import { allMatches } from '../../french/all-matches.ts';
import type { Span } from '../../french/span.ts';
import type { Said, ServiceFunction } from '../port/rewording.ts';
import { clauseStart, reachEnd } from './reach.ts';
import type { SourceText } from './source-text.ts';

/** What the thing must do, led by a modal or a purpose; the saying starts after the match. */
const LEADS =
  /\b(?:(?:doit|doivent|devra|devront|devrait|devraient) (?:imperativement |absolument |obligatoirement |aussi |egalement |si possible |idealement )?(?:pouvoir |permettre d[e'] ?(?:pouvoir )?)?|permett\w{1,20} (?:aux? [a-z]{1,30} |a [a-z]{1,30} )?d[e'] ?|capables? d[e'] ?|(?:afin|en vue) d[e'] ?|servira a |servir a |sert a |pour (?:pouvoir )?|il faut (?:pouvoir |que l'on puisse )|qu'on puisse )(?=[a-z]{1,30}(?:er|ir|re)\b)/g;
const NOT_A_FUNCTION =
  /^(?:etre|avoir|livrer|savoir|info|dire|faire court|finir|commencer|hier|lancer|acheter|commander|remercier|preparer)\b/;
const LEVEL =
  /\b(?:(?:en |a |d'au )?(?:moins|plus|maximum|minimum|maxi|mini) (?:de )?|au (?:moins|plus|maximum|minimum) |jusqu'a |sous |dans les |en |a )?\d{1,12}(?:[.,]\d{1,12})? ?(?:h|heures?|min|minutes?|jours?|s|secondes?|%|m2|cm|mm|m|km|kg|tonnes?|t|litres?|l|w|kw|db|go|to|personnes?|places?|postes?|pages?(?: par minute)?|utilisateurs?|repas|degres|°c?)(?![a-z])/;
const FIRM =
  /\b(?:imperativ\w+|obligatoire\w*|absolument|indispensable\w*|necessairement|exige\w*|non negociable|sans faute|il faut|surtout)\b/;
const NEGOTIABLE =
  /\b(?:si possible|idealement|dans l'ideal|de preference|eventuellement|souhaitable\w{0,20}|ce serait (?:bien|mieux|top)|un plus|facultati\w{1,20}|optionnel\w{0,20}|en option|si on peut|dans la mesure du possible|devrai\w{1,20}|plutot)\b/;

/** Functions said in a range, without the object itself when it is an action («repeindre le foyer»). */
export function readFunctions(
  source: SourceText,
  [from, to]: Span,
  objects: readonly Span[],
): readonly ServiceFunction[] {
  const { folded } = source;
  const out: ServiceFunction[] = [];
  let done = from;
  for (const match of allMatches(LEADS, folded)) {
    const start = match.index + match[0].length;
    if (start < done || match.index < from || start >= to) continue;
    if (objects.some(([begin, finish]) => start >= begin && start < finish)) continue;
    if (NOT_A_FUNCTION.test(folded.slice(start, start + 16))) continue;
    const end = Math.min(to, reachEnd(folded, start, start, 120));
    const statement = source.say(start, end);
    if (statement === undefined || !statement.value.includes(' ')) continue;
    const level = LEVEL.exec(folded.slice(start, end));
    const said = level === null ? undefined : source.say(start + level.index, start + level.index + level[0].length);
    const clause = folded.slice(clauseStart(folded, match.index), Math.min(to, end + 20));
    const flexibility = FIRM.test(clause) ? 'firm' : NEGOTIABLE.test(clause) ? 'negotiable' : 'unsaid';
    out.push({ statement, ...(said === undefined ? {} : { level: said }), flexibility });
    done = end;
  }
  return out;
}

const PROOF =
  /\b(?:(?:fournir|joindre|presenter|transmettre|montrer|produire|avec|fournisse\w{0,20}|demander|exiger|sur presentation d\w{1,20}) (?:(?:une?|des|les?|la|l'|leurs?|ses|d'|de) ?)?)?(?:fiches? (?:techniques?|de donnees? de securite)|certificats?|attestations?(?! d'assurance auto)|echantillons?|references? (?:similaires|clients?|sur|de|dans|recentes)|demonstrations?|demos?|maquettes?|proces-verbal d'essai|rapports? (?:d'essai|de test|de controle)|prototypes?|memoire technique|cv des intervenants|planning detaille|periode d'essai|tests? sur site|preuves?)\b/g;
const RISKS =
  /\b(?:si (?:ca|c'est|on|l'|le|la|les|elle|il)(?: [a-z']{1,30}){0,4}? (?:tombe|casse|lache|panne|fuit|rate|plante|retard|ferme|bloque|coupe|manque|arrive pas|n'est pas)\w{0,30}|sinon (?:on|c'est|ca|nous|les|le|la|il)|risques? (?:de|d'|que|qu'|pour)|danger\w{0,20}|au risque|faute de quoi|sans quoi|en cas de (?:panne|retard|coupure|defaillance|pluie|intemperies|absence|fuite|rupture))\b/g;

/** What a bidder must show, as said. */
export const readProof = (source: SourceText, span: Span): readonly Said[] => readAll(source, span, PROOF);

/** What may go wrong, as said. */
export const readRisks = (source: SourceText, span: Span): readonly Said[] => readAll(source, span, RISKS);

function readAll(source: SourceText, [from, to]: Span, pattern: RegExp): readonly Said[] {
  const out: Said[] = [];
  let done = from;
  for (const match of allMatches(pattern, source.folded)) {
    if (match.index < done || match.index >= to) continue;
    const end = Math.min(to, riskEnd(source.folded, match.index, match.index + match[0].length));
    const said = source.say(match.index, end);
    if (said !== undefined) out.push(said);
    done = end;
  }
  return out;
}

/** «si ça fuit encore, on ferme»: what follows the comma is the harm, and belongs to the saying. */
function riskEnd(folded: string, start: number, through: number): number {
  const end = reachEnd(folded, start, through, 120);
  return /^si /.test(folded.slice(start, start + 3)) &&
    /^, ?(?:on|c'est|nous|les|le|la|il|tout) /.test(folded.slice(end, end + 8))
    ? reachEnd(folded, start, end + 1, 160)
    : end;
}
