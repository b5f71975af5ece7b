import type { FindTradeWords } from './trades.ts';

const ROOM =
  /^, (?:\d{1,2}(?:er|e|eme)? etage|rez-de-chaussee|rdc|sous-sol|batiment [a-z0-9]+|salle [a-z0-9]+)(?![a-z0-9])/;
const ADDRESS =
  /^, (?:\d{1,4}(?: (?:bis|ter))?,? )?(?:rue|avenue|boulevard|quai|chemin|impasse|allee|route|place) [^,;:.()\n]{2,40}/;
const BETWEEN = /^ entre [a-z][a-z'-]+ et [a-z][a-z'-]+/;
const AROUND =
  /^ ou (?:dans (?:un rayon|les environs|les alentours)|a (?:moins de|proximite)|aux alentours|environs?|a cote)[^,;:.()\n]{0,30}/;
/** A name more in a list of sites, or in brackets after one. */
const NAME_MORE = /^(?:, | et | ou )(?:(?:de |du |des |d'|la |le |les |l')(?:la |l')?)?(?=[a-z])/;
const PLURAL =
  /(?:quartiers|sites|ecoles|creches|gymnases|colleges|lycees|mairies|communes|villages|piscines|residences|cimetieres|stades|salles|antennes|batiments|rues|mediatheques|bibliotheques|campus|ville|maternelles|ehpad)$/;
const BRACKETS = /^ \((?=[a-z])[^()\n]{2,70}\)/;

/** What is written after the name: an address, a floor, other names of a list, a name in brackets. */
function appended(folded: string, from: number, headEnd: number, isCapital: (at: number) => boolean): number {
  let end = from;
  for (let steps = 0; steps < 8; steps += 1) {
    const rest = folded.slice(end, end + 80);
    const more =
      ROOM.exec(rest) ??
      ADDRESS.exec(rest) ??
      BETWEEN.exec(rest) ??
      AROUND.exec(rest) ??
      named(folded, end, headEnd, rest, isCapital);
    if (more === null) return end;
    end += more[0].length;
  }
  return end;
}

function named(
  folded: string,
  end: number,
  headEnd: number,
  rest: string,
  isCapital: (at: number) => boolean,
): { readonly 0: string } | null {
  const brackets = BRACKETS.exec(rest);
  if (brackets !== null) return isCapital(end + 2) ? brackets : null;
  const name = NAME_MORE.exec(rest);
  const at = end + (name?.[0].length ?? 0);
  if (name === null || (!isCapital(at) && !isCapital(end + (/^(?:, | et | ou )/.exec(rest)?.[0].length ?? 0))))
    return null;
  const address = /(?:rue|avenue|quai|boulevard|route|place) [^,;]{0,40}$/.test(
    folded.slice(Math.max(0, end - 40), end),
  );
  if (!address && !PLURAL.test(folded.slice(Math.max(0, headEnd - 20), headEnd))) return null;
  const words = /^[a-z][a-z'-]*(?:[ -][a-z][a-z'-]*)?/.exec(folded.slice(at, at + 40))?.[0] ?? '';
  const [one = '', two = ''] = words.split(' ');
  const taken = two !== '' && isCapital(at + one.length + 1) ? words : one;
  return { 0: name[0] + taken };
}

/** What makes a site at the head of a clause a doer, not a place («l'école demande…»). */
export const DOES =
  /^ (?:ne|n'a|n'est|se|a|ont|accueille(?:nt)?|dispose(?:nt)?|possede(?:nt)?|envisage(?:nt)?|propose(?:nt)?|gere(?:nt)?|desire(?:nt)?|demande(?:nt)?|souhaite(?:nt)?|voudrai\w{1,20}|veu\w{1,20}|est|sont|fuit|doit|doivent|sollicite\w{0,20}|organise\w{0,20}|cherche\w{0,20}|compte|prevoit|va|avons|recherche\w{0,20}|aimerait|manque\w{0,20}|utilise\w{0,20}|reste\w{0,20}|ferme\w{0,20}|ouvre\w{0,20}|,? on)\b/;

const QUALIFIER =
  /^ (?:routieres?|ferroviaire|medicale?s?|medicaux|sportifs?|sportives?|culturel(?:le)?s?|associati(?:f|ve)s?|agricole|militaire|penitentiaire|pedagogique|logistique|sociale?s?|judiciaire|du conseil|ouvertes?|couverte?s?|chirurgical|pluridisciplinaire|provisoire|informatique|multisports?|olympique|nautique|thermale?|autonomie|senior|seniors|municipa(?:le?s?|ux)|annexe|principale?|centrale?s?|polyvalente?|communa(?:le?s?|ux)|intercommunale?|departementale?s?|regionale?s?|universitaires?|elementaires?|primaires?|maternelles?|scolaires?|nord|sud|ouest|technique|hospitalier|administratif|public|publique|du haut|du bas|exterieure?|interieure?|neuf|neuve|historique|rurale?|omnisports?|\d{1,3}(?= ?(?:[;)\n]|,(?!\d)|[.](?:\s|$)|$))|[a-f](?=,|[.]|$|\n)|[b-f](?= )|(?:batiment|salle|niveau|etage|hall) \w{1,30})(?![a-z0-9'])/;
const OF =
  /^ (?:de la |de l'|du |des |de |d'|aux )(?!(?:ici|au|une?|environ|facon|preference|plus|avant|\d|marque|prix)\b)([a-z][a-z'-]{1,30})/;
const PROPER = /^ ((?!(?:d|l|qu|n|s|j|c)')[a-z][a-z'-]{1,30})/;

/** Where the name of the place ends: «école» → «école Jules Ferry», «mairie» → «mairie annexe». */
export function complement(
  folded: string,
  headEnd: number,
  isCapital: (at: number) => boolean,
  findTradeWords: FindTradeWords,
): number {
  let end = headEnd;
  for (let words = 0; words < 6; words += 1) {
    const rest = folded.slice(end, end + 60);
    const of = OF.exec(rest);
    const proper = PROPER.exec(rest);
    const qualifier = QUALIFIER.exec(rest);
    if (qualifier !== null) end += qualifier[0].length;
    else if (
      of !== null &&
      !isTime(of[1] ?? '') &&
      (words < 3 || isCapital(end + of[0].length - (of[1] ?? '').length))
    ) {
      if (
        findTradeWords(of[1] ?? '').length > 0 &&
        !isCapital(end + of[0].length - (of[1] ?? '').length) &&
        !PLACE_LIKE.test(of[1] ?? '')
      )
        break;
      end += of[0].length;
    } else if (
      proper !== null &&
      (isCapital(end + 1) ||
        (words < 2 &&
          NAMED.test(folded.slice(headEnd - 16, headEnd)) &&
          isName(folded, end, proper[1] ?? '', findTradeWords)))
    )
      end += proper[0].length;
    else break;
  }
  return appended(folded, end, headEnd, isCapital);
}

/** Sites that usually bear a name, also in a message without capitals: «ecole jules ferry». */
const NAMED =
  /(?:ecoles?|groupe scolaire|college|lycee|gymnase|stade|creche|maternelle|residence|square|rue|avenue|boulevard|allee|impasse|piscine|mediatheque|salle|espace|maison de quartier)$/;
const NOT_A_NAME =
  /^(?:et|pour|avec|dans|sur|sous|avant|apres|au|aux|en|qui|que|dont|ou|il|elle|on|nous|je|est|sont|ont|ne|par|car|mais|si|sans|environ|vers|jusqu\w{0,20}|depuis|entre|budget|svp|stp|merci|livraison|le|la|les|un|une|des|de|du|quand|lors|afin|plus|deux|trois|soit|pendant|selon|chez|maximum|max|ttc|ht|pas|tous|toutes|ca|cela|a|besoin|urgent|possible|demain|maxi|cet|cette|ce|comme|avoir|env|y|fin|debut|courant|numerique|neuve?|ete|hiver)$/;

/** A word that can only be the name of the site: neither grammar, nor a thing sold, nor a verb form. */
const isName = (folded: string, at: number, word: string, findTradeWords: FindTradeWords): boolean =>
  word.length >= 3 &&
  !NOT_A_NAME.test(word) &&
  !isTime(word) &&
  findTradeWords(word).length === 0 &&
  !DOES.test(folded.slice(at, at + 20)) &&
  !/(?:ent|ait|ons|ez)$/.test(word);

const PLACE_LIKE =
  /^(?:jeu|jeux|expositions?|conference|sport|sports|formation|spectacle|spectacles|fleurs|arts|congres|fetes|chene|tilleuls|lilas)$/;
const isTime = (word: string): boolean =>
  /^(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|noel|rentree|matin|soir|nuit|fin|debut|vacances|annee|mois|semaine|temps|urgence|agents|personnes|type|nettoyage|retirer|faire|refaire)$/.test(
    word,
  );
