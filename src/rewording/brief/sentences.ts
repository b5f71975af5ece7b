import { allMatches } from '../../french/all-matches.ts';
import type { Span } from '../../french/span.ts';

/** A sentence, list item or line, as folded positions. */
interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** Ends a sentence: a line end, or a full stop and its like before a space; not the point of an abbreviation or a number. */
const SENTENCE_END =
  /\n+|(?<!\b(?:env|art|mr|mme|m|dr|st|ste|av|bd|tel|ref|max|min|ex|etc|cf|no|approx))[.](?=\s|$)|(?<![!?;…])[!?;…]+(?=\s|$)/g;

export function splitSentences(folded: string): readonly Sentence[] {
  const out: Sentence[] = [];
  let start = 0;
  const close = (end: number): void => {
    if (folded.slice(start, end).trim() !== '') out.push({ start, end });
  };
  for (const match of allMatches(SENTENCE_END, folded)) {
    close(match.index);
    start = match.index + match[0].length;
  }
  close(folded.length);
  return out;
}

const GREETING =
  /^[ >*-]*(?:(?:re )?(?:bonjour|bjr|bonsoir|salut|slt|hello|coucou|hey|cc|mesdames|madame|mme|messieurs|monsieur|mr|chere?s?|dear)\b)(?: (?:a )?(?:tous|toutes|vous|toi|l'equipe|les collegues|le service achats?|madame|monsieur|mesdames|messieurs|collegues?|et|la|le|les|l'|directeur|directrice|responsable|maire|president|presidente|chef|cheffe|du|des|de|achats?|marches|commande|publics?|publique|bonjour)\b)*/;
/** A first name alone after the greeting («Bonjour Sophie,»). */
const NAME_AFTER =
  /^ (?!(?:besoin|pour|il|on|nous|je|faut|achat|demande|petit|suite|le|la|les|un|une|des|comme)\b)[a-z-]{2,15}(?: [a-z-]{2,15})?(?= ?[,!\n]|$)/;
const CLOSING =
  /^[ >*-]*(?:(?:bien |tres |tout )?(?:cordialement|respectueusement|amicalement|sincerement|confraternellement|fraternellement)|cdlt|cdt|(?:bien )?a (?:vous|toi)(?= ?[,.!\n]|$)|(?:avec |recevez )?(?:toutes |tous )?(?:mes|nos)? ?(?:sinceres |meilleures |respectueuses )?(?:salutations|remerciements|compliments)|(?:je vous prie|nous vous prions|veuillez) (?:d'|de |agreer|recevoir|croire)|bonne (?:journee|soiree|reception|fin)|bon (?:week|we|courage)|a (?:bientot|plus|\+)|(?:un grand |mille )?mercis?(?: (?:d'avance|par avance|beaucoup|bien|a (?:vous|toi|tous)|pour (?:votre|ton|tout|vos)|de (?:votre|ton|vos)|encore|et))?(?: (?:aide|retour|reponse|attention|bonne|journee|cordialement|d'avance|par avance|soiree))*[ ,.!]*$|dans l'attente|en vous remerciant|restant a|je reste a|n'hesitez pas|envoye (?:de|depuis) mon|bises?\b)/;
const SIGN_OFF =
  /^[ >*-]*(?:(?:bien |tres |tout )?(?:cordialement|respectueusement|amicalement|sincerement|confraternellement|fraternellement)|cdlt|cdt|(?:bien )?a (?:vous|toi)(?= ?[,.!\n]|$)|(?:avec |recevez )?(?:toutes |tous )?(?:mes|nos) (?:sinceres |meilleures |respectueuses )?(?:salutations|remerciements|compliments)|(?:meilleures |sinceres )?salutations|(?:je vous prie|nous vous prions|veuillez) |bonne (?:journee|soiree)|bises?\b|merci(?: d'avance| beaucoup)?[ ,.!]*$)/;
const CONTENT = /\b(?:ps|p\.s|nb|post-scriptum|budget|besoin|il (?:nous |me )?faut|livraison|\d+ ?(?:€|euros|k€))/;
const HEADER = /^[ >]*(?:de|from|envoye|a|to|cc|cci|date|tel|telephone|portable|mobile|mail|courriel|e-mail|fax) ?:/;

/** Greetings, closings and signatures: nothing of the need is read there. Ranges in order, not overlapping. */
export function findCourtesies(folded: string): readonly Span[] {
  const out: Span[] = [];
  let signed = false;
  for (const { start, end } of splitSentences(folded)) {
    const words = folded.slice(start, end);
    if (signed && !CONTENT.test(words) && words.trim().length < 90) {
      out.push([start, end]);
      continue;
    }
    signed = false;
    if (CLOSING.test(words.trim()) || HEADER.test(words)) {
      signed = SIGN_OFF.test(words.trim());
      out.push([start, end]);
      continue;
    }
    const lead = words.length - words.trimStart().length;
    const greeting = GREETING.exec(words.slice(lead));
    if (greeting === null) continue;
    const after = lead + greeting[0].length;
    const name = NAME_AFTER.exec(words.slice(after))?.[0] ?? '';
    out.push([start, start + after + name.length]);
  }
  return out;
}
