import { allMatches } from '../../french/all-matches.ts';
import type { Span } from '../../french/span.ts';
import type { ObjectFound } from './objects.ts';

/** Words that say outright that another need begins. */
const ANOTHER =
  /(?:(?:,|[.]|;)? ?\bet |, ?)?(?:\b(?:par ailleurs|d'autre part|autre (?:chose|besoin|demande|sujet|point|projet)|(?:deuxieme|2e|2eme|second|seconde) (?:besoin|demande|sujet|point|chose|projet)|deuxiemement|secondement|en parallele|rien a voir|(?:et )?sinon,?|dans un autre registre|independamment|separement)\b)/g;
/** A numbered item, at the head of a line or after a full stop. */
const NUMBERED = /(?:^|\n|[.;:] )(?=[ -]*(?:[2-9] ?[).°/-]|b[).]) )/g;
/** A numbered heading: the message is one need told in parts, and its numbers part no needs. */
const HEADED =
  /(?:^|\n)[ -]{0,20}\d{1,2} ?[).°/-]{1,20} ?(?:le |la |les |l'|notre |nos )?(?:contexte|pourquoi|pour qui|objet|besoin|ce qu|ce que|duree|debut|delais?|calendrier|budget|enveloppe|argent|contact|lieu|ou\b|quand|combien|comment|quoi|qui|contraintes?|quantites?|environnement|organisation|criteres?|choix|prestations?|attentes?|exigences?|livraison|dates?|periode|public|utilisateurs?|financement|cout|planning|existant|situation|social|nombre|site|volume|description|presentation|modalites)/;
/** Words that add something, to the same need or beside it: another need only when it is announced and of another trade. */
const ADDED =
  /(?:(?:,|[.]|;)? ?\bet |, ?)?\b(?:aussi|egalement|de plus|en plus|en outre|et puis|puis|ensuite|enfin|au passage|tant qu'on y est|pendant qu'on y est|de meme)\b/g;

/** How far after the joining words the other thing stands. */
const REACH = 120;

/**
 * Ranges of the text, one per need, in order and without a gap. A message is cut only where words join two needs
 * («par ailleurs», «autre demande», «2)…») and things of two families of trades stand on either side.
 */
/** «deux demandes», «on a deux sujets»: several needs are announced. */
const SEVERAL =
  /\b(?:deux|trois|quatre|2|3|4|plusieurs) (?:sujets?|demandes?|besoins?|choses|projets?|achats|dossiers)\b/;

export function splitNeeds(folded: string, objects: readonly ObjectFound[]): readonly [Span, ...Span[]] {
  const things = objects.filter(({ trade }) => trade !== undefined);
  const several = SEVERAL.test(folded);
  const cuts: number[] = [];
  const consider = (at: number, end: number, announced: boolean, numbered: boolean): void => {
    const before = things.filter((thing) => thing.start < at && thing.start >= (cuts.at(-1) ?? 0));
    const after = things.find(
      (thing) => thing.start >= end && thing.start - end <= REACH && (!announced || thing.announced),
    );
    if (before.length === 0 || after?.trade === undefined) return;
    const { family } = after.trade;
    if (before.some(({ trade }) => trade?.family === family) || (!(several || numbered) && ANCILLARY.test(family)))
      return;
    cuts.push(at);
  };
  const joins = [
    ...[...allMatches(ANOTHER, folded)].map((match) => ({ match, announced: false, numbered: false })),
    ...(HEADED.test(folded) ? [] : [...allMatches(NUMBERED, folded)]).map((match) => ({
      match,
      announced: false,
      numbered: true,
    })),
    ...[...allMatches(ADDED, folded)].map((match) => ({ match, announced: true, numbered: false })),
  ].sort((a, b) => a.match.index - b.match.index);
  for (const { match, announced, numbered } of joins) {
    // «il faudrait aussi un…»: the verb stands before the joining word, in its clause.
    const start = announced ? needVerbStart(folded, match.index) : match.index;
    // «deux demandes… Ensuite des tables»: several were announced, so that each need not be again.
    const heads = several && /(?:^|[.\n] ?)$/.test(folded.slice(Math.max(0, start - 2), start));
    consider(start, start, announced && !heads, numbered);
  }
  const starts = [0, ...cuts.filter((cut) => cut > 0)];
  const [first = 0, ...others] = starts;
  const spanFrom = (start: number, index: number): Span => [start, starts[index + 1] ?? folded.length];
  return [spanFrom(first, 0), ...others.map((start, index): Span => spanFrom(start, index + 1))];
}

/** Families that complete another trade rather than make a need of their own. */
const ANCILLARY =
  /^(?:maintenance|training|moving|transport|design|inspection|meals|safety-devices|social-services|banking)$/;

function needVerbStart(folded: string, at: number): number {
  const verb =
    /(?:il |nous |on |je |me )?(?:nous |me )?(?:faudrait|faut|faudra|voudrai\w{1,20}|souhait\w{1,20}|aimerai\w{1,20}|aurai\w{1,20}|avons|ai|a|cherch\w{1,20}|veu\w{1,20}) ?$/.exec(
      folded.slice(Math.max(0, at - 40), at),
    );
  return verb === null ? at : at - verb[0].length;
}
