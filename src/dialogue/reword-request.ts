import { withoutEnd } from '../french/ends.ts';
import { fold } from '../french/words.ts';
import type { Direction } from '../vocabulary/rewording.ts';

/** A person who asks for a rewording in the chat. `text` is empty when they mean what they last asked. */
export interface RewordRequest {
  readonly text: string;
  /** Said outright; else it is guessed from the text. */
  readonly direction: Direction | undefined;
}

const VERB =
  '(?:re-?formule[rzs]?|tradui(?:s|re|sez)|re-?ecri(?:s|re|vez)|redi(?:s|re|tes)|transforme[rzs]?|mets|mettre|mettez|dis|explique[rzs]?)';
/** What stands between the verb and the text: who it is for, in what words, the politeness; never a full stop. */
const REQUEST = new RegExp(
  `^(?:(?:bonjour|salut|stp|svp|merci de|peux-tu|pouvez-vous|tu peux|vous pouvez|il faut|je voudrais|j'aimerais|aide-moi a|aidez-moi a)[ ,!]{0,4}){0,6}(?:me |nous |le |la |les ){0,4}${VERB}(?:[- ](?:moi|nous|le|la|les|ca)){0,4}\\b([^:.!?\\n«"]{0,80})(?:[:\\n«"]|$)`,
);
/** «dis-moi», «mets» and «explique» are said of much else: they ask for a rewording only with one of these. */
const FOR_WHOM =
  /\b(?:pour|a|vers) (?:l'achat|l'acheteu(?:r|se)|les acheteu(?:rs|ses)|le service(?: achats?| juridique)?|un service|le prescripteur|mon service|mes collegues|les services)\b|\b(?:au (?:service(?: achats?| juridique)?|prescripteur)|aux (?:services|acheteu(?:rs|ses)))\b|\b(?:en|dans les?) (?:termes?|langage|mots?|francais|vocabulaire|clair|langue)\b|\bplus (?:simple|clair|court)\w{0,12}\b|\bautrement\b/;
const PLAIN_VERB = /^[^:]{0,60}\b(?:re-?formule|tradui|re-?ecri|redi)/;
/** «en anglais», «vers l'espagnol»: into a language, no register. */
const OTHER_TONGUE = /\b(?:en|vers l[ea']) ?[a-z]{2,20}(?:ais|ois|ien|and|que|ol|ec|rc|se|in)\b/;
/** The verb alone, then a sentence with its subject: the whole of it is the text, colon or not («reformuler il nous faut…»). */
const BARE =
  /^(?:re-?formule[rzs]?|tradui(?:s|re|sez)|re-?ecri(?:s|re|vez)|redi(?:s|tes)) (?=(?:je|on|ils?|elles?|vous) |j'|c'est |nous (?:\w{1,20} )?\w{2,20}ons\b)/;
const TO_BUYER =
  /\b(?:pour|a|vers) (?:l'achat|l'acheteu(?:r|se)|les acheteu|le service (?:achat|juridique))|\baux acheteu|\bau service (?:achat|juridique)|\b(?:langage|termes?|vocabulaire|mots?) (?:d'achat|de l'achat(?:eur)?|juridiques?|de la commande publique|du code)/;
const TO_PRESCRIBER =
  /\b(?:pour|a|vers) (?:le service|un service|le prescripteur|mon service|mes collegues|les services)\b(?! (?:achat|juridique))|\b(?:au service|au prescripteur|aux services)\b(?! (?:achat|juridique))|\b(?:en clair|plus simple|plus clair|(?:langage|francais|mots?) (?:clair|simple|courant|de tous les jours))/;

export function readRewordRequest(text: string): RewordRequest | undefined {
  const folded = sameLengthFold(text);
  const bare = BARE.exec(folded);
  if (bare !== null) return { text: text.slice(bare[0].length).trim(), direction: undefined };
  const match = REQUEST.exec(folded);
  if (match === null) return undefined;
  const [head, how = ''] = match;
  const forWhom = FOR_WHOM.test(how);
  if (!forWhom && (!PLAIN_VERB.test(head) || OTHER_TONGUE.test(how))) return undefined;
  const rest = withoutEnd(text.slice(head.length).replace(/^[\s«"“:]+/, ''), ' \n\u00a0\u202f»"”').trim();
  // «reformule la clause de pénalité» asks about a clause; nothing to reword was given.
  if (rest === '' && how.trim() !== '' && !forWhom) return undefined;
  return {
    text: rest,
    direction: TO_BUYER.test(how) ? 'to_buyer' : TO_PRESCRIBER.test(how) ? 'to_prescriber' : undefined,
  };
}

/** Ligatures are spelt out when folded, accents that stand alone go: together they may keep the length and move what is between. */
const MOVES = /[œæŒÆ\p{M}]/u;

/** Folded without moving anything: what would change length stays as it is. */
function sameLengthFold(text: string): string {
  const whole = fold(text);
  if (whole.length === text.length && !MOVES.test(text)) return whole;
  return Array.from(text, (character) => {
    const folded = fold(character);
    return folded.length === character.length ? folded : character;
  }).join('');
}
