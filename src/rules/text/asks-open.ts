import { sentencesOf } from '../../french/sentences.ts';
import { fold } from '../../french/words.ts';

/** «quel», «combien», «quand»; «quand même» and «quelqu'un» ask nothing. */
const OPEN =
  /\b(?:quel(?:le)?s?|combien|quand(?! meme)|comment|lequel|laquelle|lesquels|lesquelles|quoi|date (?:limite|butoir|maxi\w*|mini\w*)|qu'est[- ]ce que)\b/;
/** What is answered by yes or no. */
const YES_OR_NO =
  /\b(?:puis[- ]je|peut[- ]on|(?:je|on|tu|il|elle|ca|nous|vous) (?:peut|peux|pouvons|pouvez|dois|doit|devons|passe|marche|suffit|tient)|est[- ]ce que|est[- ]ce (?:bon|possible|obligatoire|permis)|c'est (?:bon|possible|obligatoire|permis|legal|ok)|possible|obligatoire|permis|autorise|suffi\w+|ok|d'accord|correct|exact|ai[- ]je|a[- ]t[- ]on|doit[- ]on|dois[- ]je|faut[- ]il|il faut|faut)\b/;
/** Whether one may do without: a yes of the result would say the contrary. */
const TURNED =
  /\b(?:se passer|(?:m'|t'|s')?en passer|dispenser|eviter|echapper|(?:de|a|pour) ne pas|(?:critere|prix|cout) unique|(?:unique|seul) critere|critere unique|(?:prix|cout) (?:seul|uniquement)|(?:que|juste|seulement|uniquement) (?:le |au |sur le |du )?prix|prix (?:a )?100)\b|\b100 ?% (?:le |au )?prix/;
/** Whether one may publish in fewer places, or where one likes. */
const FEWER =
  /\b(?:(?:se|me|nous) contenter|ou (?:l'on|on) veut|sans (?:le |l'|la |passer par le )?(?:boamp|journal|jal|profil|annonce au))\b/;
/** How many quotes it takes is nothing that is worked out. */
const QUOTES = /\bdevis\b/;
/** A message without a question mark asks by its last sentence. */
const CLAUSES = /[,;:?!]| et | mais | ou bien /;

/**
 * What is wanted is a value, a day or a way, and not a yes or a no of what is worked out.
 * @param freed what is worked out binds nobody to compete: then to no number of quotes either
 */
export function asksOpen(text: string, freed = false): boolean {
  const clauses = askingClauses(text);
  if (!freed && clauses.some((one) => QUOTES.test(one))) return true;
  return clauses.some((one) => OPEN.test(one)) && !clauses.some((one) => YES_OR_NO.test(one) && !OPEN.test(one));
}

/** «Peut-on se passer du concours ?» */
export function asksTurned(text: string): boolean {
  return askingClauses(text).some((one) => TURNED.test(one) || FEWER.test(one));
}

/** «Peut-on se contenter de notre profil, sans BOAMP ?» */
export function asksForFewer(text: string): boolean {
  return askingClauses(text).some((one) => FEWER.test(one));
}

function askingClauses(text: string): readonly string[] {
  const sentences = sentencesOf(text).map((span) => fold(text.slice(...span)));
  const asked = sentences.filter((one) => one.includes('?'));
  return (asked.length > 0 ? asked : sentences.slice(-1)).flatMap((one) => one.split(CLAUSES));
}
