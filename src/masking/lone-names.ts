import { ownValue } from '../own-value.ts';
import type { Sighting } from './finding.ts';
import { foldedName } from './names.ts';
import { hyphenEnd, inPlaceName, type Read, sightingOf } from './person-names.ts';
import { joins, opensSentence, type Source, type Token } from './source.ts';
import { startsAny, type Words } from './word-lists.ts';

/** Said, sent or shown to somebody: «dites à Bouvier», «vu avec Bouvier», «visé par Bouvier». */
const BEFORE: Readonly<Record<string, RegExp>> = {
  a: /^(?:dire|dis|dit|dites|demander|demande|demandez|ecrire|ecris|ecrit|ecrivez|repondre|reponds|repondez|parler|parle|parlez|transmettre|transmis|transmets|transmettez|envoyer|envoie|envoye|envoyez|adresser|adressez|rappeler|rappelez|confier|donner|donne|donnez|signaler|signale|expliquer|explique|expliquez|remettre|montrer|attention|copie|mail|message|telephone|appartient|laisse|laisser)$/,
  avec: /^(?:vu|vois|voir|voyez|parle|parler|discute|discuter|echange|echanger|reunion|rdv|vous|point|appel|travaille|travailler|contact|entretien|visio|rencontre|eu|decide|convenu|regarde|fait|dejeune)$/,
  par: /^(?:signee?s?|visee?s?|validee?s?|redigee?s?|transmise?s?|demandee?s?|remplie?s?|relue?s?|suivie?s?|corrigee?s?|approuvee?s?|ecrite?s?|prepare?e?s?|autorisee?s?|remplacee?|representee?|assistee?|accompagnee?)$/,
  de: /^(?:part|accord|avis|absence|depart|bureau|mail|message|dossier|arrivee|remplacante?|successeur|equipe|retour|signature|cote|courrier|validation)$/,
};
const OBJECT_OF =
  /^(?:prevenir|previens|prevenez|contacter|contacte|contactez|appeler|appelle|appelez|rappeler|rappelez|joindre|joignez|relancer|relance|relancez|remplacer|remplace|rencontrer|rencontre|remercier|informer|informez|convoquer|interroger|interrogez|consulter|selon|dixit|voyez|saluer|salue|demandez|demander|salut|bonjour|merci)$/;
/** After a name: what only a person does or is. */
const PERSON_DOES =
  /^(?:pense|pensait|veut|voulait|souhaite|souhaiterait|croit|dit|disait|prefere|hesite|aimerait|voudrait|sait|part|revient|rentre|insiste|estime|suggere|valide|signe|ecrit|trouve|craint|affirme|assure|promet|espere|ignore|oublie|doute|arrive|travaille|gere|suit|remplace|coordonne|pilote)$/;
const PERSON_IS =
  /^(?:absente?|malade|partie?|injoignable|arrivee?|revenue?|contre|courant|conge|conges|arret|vacances|retraite|accord|enceinte|presente?|furieux|furieuse|inquiet|inquiete|ravie?|formelle?|favorable|opposee?|venue?|passee?|rentree?|deplacement|formation|teletravail)$/;
const TO_SOMEBODY = /^(?:m|t|me|te|nous|vous|lui|leur)$/;

/** A surname alone that no list knows, where only a person stands: «dites à Bouvier», «Bouvier m'a dit», «selon Bouvier». */
export function findLoneNames(source: Source, words: Words): readonly Sighting[] {
  const found: Sighting[] = [];
  for (let at = 0; at < source.tokens.length; ) {
    const read = loneName(source, at, words);
    if (read !== undefined) found.push(...sightingOf(source, read));
    at = read?.next ?? at + 1;
  }
  return found;
}

function loneName(source: Source, at: number, words: Words): Read | undefined {
  const { tokens } = source;
  const token = tokens[at];
  if (token === undefined || !token.capital) return undefined;
  if (token.upper && token.raw.length < 4) return initials(source, at, words);
  if (token.raw.length < (token.upper ? 5 : 3)) return undefined;
  if (/['-]$/.test(token.gap) && !/(?:^| )d'$/.test(`${tokens[at - 1]?.fold ?? ''}${token.gap}`)) return undefined;
  if (tokens[at - 1]?.capital && token.gap === ' ') return undefined;
  const start = /^(?:le|la|de|du|des|van|ben|el)$/.test(token.fold) && tokens[at + 1]?.gap === ' ' ? at + 1 : at;
  const name = tokens[start];
  if (name === undefined || !name.capital || name.raw.length < 3) return undefined;
  const next = hyphenEnd(tokens, start);
  if (start > at && opensSentence(source, at)) return undefined;
  if (plain(tokens, start, next, words) || inPlaceName(tokens, at, words)) return undefined;
  if (tokens[next]?.capital && tokens[next]?.gap === ' ') return undefined;
  const told = !opensSentence(source, at) && toldBefore(tokens, at);
  if (!told && !doesAfter(tokens, next)) return undefined;
  return {
    from: at,
    next,
    name: { first: undefined, last: foldedName(tokens, at, next), gender: undefined },
    confidence: 0.5,
  };
}

/** «JP m'a transféré le dossier»: initials without an article, of someone who does something to someone. */
function initials({ tokens }: Source, at: number, words: Words): Read | undefined {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || plain(tokens, at, at + 1, words) || words.isWord(token.fold)) return undefined;
  const led =
    before !== undefined &&
    /^(?:le|la|l|les|un|une|du|des|notre|votre|nos|vos|ce|cette|leur|au|aux|n|no)$/.test(before.fold);
  if (led || (before?.upper && joins(token.gap)) || !/^[ ']$/.test(tokens[at + 1]?.gap ?? '')) return undefined;
  if (!TO_SOMEBODY.test(tokens[at + 1]?.fold ?? '') || tokens[at + 2] === undefined) return undefined;
  const name = { first: undefined, last: token.fold, gender: undefined };
  return { from: at, next: at + 1, name, confidence: 0.5 };
}

function plain(tokens: readonly Token[], from: number, next: number, words: Words): boolean {
  for (let at = from; at < next; at++) {
    const fold = tokens[at]?.fold ?? '';
    if (words.common.has(fold) || words.legalForms.has(fold) || words.functions.byWords.has(fold)) return true;
  }
  return startsAny([words.known, words.brands, words.firms, words.places, words.bodies, words.contracts], tokens, from);
}

function toldBefore(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.fold ?? '';
  if (!joins(tokens[at]?.gap ?? '')) return false;
  if (OBJECT_OF.test(before)) return true;
  const earlier = before === 'd' ? BEFORE['de'] : ownValue(BEFORE, before);
  if (before === 'apres' && tokens[at - 2]?.fold === 'd') return true;
  return earlier?.test(tokens[at - 2]?.fold ?? '') === true && joins(tokens[at - 1]?.gap ?? '');
}

function doesAfter(tokens: readonly Token[], next: number): boolean {
  const words: string[] = [];
  for (let at = next; at < next + 4; at++) {
    if (!/^[ ']$/.test(tokens[at]?.gap ?? '')) break;
    words.push(tokens[at]?.fold ?? '');
  }
  const [first = '', second = '', third = '', fourth = ''] = words;
  if (TO_SOMEBODY.test(first)) return words.length > 1;
  if (PERSON_DOES.test(first)) return true;
  if (/^(?:n|ne)$/.test(first)) return TO_SOMEBODY.test(second) || PERSON_DOES.test(second);
  if (!/^(?:est|etait|sera|part)$/.test(first)) return false;
  return [second, third, fourth].some((word) => PERSON_IS.test(word));
}
