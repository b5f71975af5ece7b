/**
 * Ways in which a buyer asks, over folded text (./../brief/source-text.ts). A frame ends where the infinitive of what is
 * asked begins, its pronouns before it.
 */

const WE = '(?:je|nous|on)';
const YOU = "(?:vous|te|t')";
const BY =
  '(?: (?:donc|bien|egalement|aussi|imperativement|ainsi|desormais|simplement|toutefois|obligatoirement|systematiquement|absolument|par ailleurs|en consequence))?';
const OF = "(?:de |d'|a )";
const KINDLY = "(?:(?:de |d')?bien vouloir )?";
/** Who the department is in a clause or a note to several. */
export const OWN_SIDE =
  "(?:le |les |la |chaque |votre |l')(?:prescripteurs?|services?|directions?|referents?|demandeurs?|gestionnaires?|responsables?|etablissements?|ecoles?|colleges?|chefs? d'etablissement|chefs? de service)(?: (?!doi|dev|est |sont |dis|ten|pri|charg|transm|verif|adress|fourni|rempli|sign|comple|renvo|envo|retour|valid|preci|indiq)[a-z'-]{1,20}){0,3}";

const wide = (pattern: string) => new RegExp(`(?<![a-z0-9])(?:${pattern})(?![a-z0-9])`, 'g');

export const FRAMES = new RegExp(
  `(?<![a-z0-9])(?:${[
    `merci(?: (?:par avance|d'avance|beaucoup))?${BY} ${OF}${KINDLY}`,
    `${WE} ${YOU} ?(?:demand|pri|remerci|invit|saur|ser|sollicit|engag|charg|rappell)[a-z]{1,5}(?: gre| reconnaissante?s?| obligee?s?| (?:tres |vivement )?reconnaissante?s?)?${BY}(?: par avance)? ${OF}${KINDLY}`,
    `il(?: ${YOU})? ?(?:appartient|incombe|revient|appartiendra|reviendra|incombera)(?: (?:au|aux) (?:service|prescripteur|referent)s?(?: [a-z]{1,20})?)?${BY} ${OF}`,
    `il (?:vous |t'|te )?est (?:imperativement |fortement |vivement )?(?:demande|conseille|recommande|rappele|imperatif|indispensable|necessaire|essentiel|urgent|obligatoire) ${OF}`,
    `il (?:convient|conviendra|conviendrait|importe|reste|vous reste|suffit)(?: donc| egalement| aussi)? ${OF}`,
    `il (?:vous |te )?(?:faut|faudra|faudrait)${BY} `,
    `(?<!si |dont )(?:vous|tu) (?:devez|devrez|devriez|dois|devras|voudrez bien|veillerez a|avez a|aurez a|avez l'obligation d[e']|etes (?:tenue?s?|invitee?s?|priee?s?|chargee?s?) d[e'])${BY} ?`,
    `(?:est|sont|etes) (?:donc )?(?:invitee?s?|priee?s?) ${OF}`,
    `${OWN_SIDE} (?:doi(?:t|vent)|devr(?:a|ont)|(?:est|sont) (?:tenue?s?|chargee?s?) ${OF}|veille(?:nt|ront|ra)? a|dispose(?:nt|ra|ront)? d[^,;.]{3,80}? pour) `,
    `veuillez(?: bien| egalement| aussi)? `,
    `priere ${OF}${KINDLY}`,
    `(?:pensez|veillez|pense|veille)(?:-y)?(?: aussi| bien| egalement)? a `,
    `n'oubli(?:ez|e)(?: donc| surtout)? pas ${OF}`,
    `(?:a charge pour vous|charge a vous|a vous|c'est a vous|a toi) ${OF}`,
    `(?:pouvez|pourriez|peux|pourrais)-(?:vous|tu)${BY} ${KINDLY}`,
    `(?:vous pouvez|vous pourriez|tu peux|tu pourrais)(?= [^.;!\\n]{3,160}\\?)${BY} `,
    `(?:seriez|serais|etes|es)-(?:vous|tu) en mesure ${OF}`,
    `(?:serait|est)-il possible ${OF}`,
    `(?:auriez|aurais|avez)-(?:vous|tu) (?:la gentillesse|l'amabilite|la possibilite|l'obligeance) ${OF}`,
  ].join('|')})`,
  'g',
);

/** The buyer wants to know or to have: what the department then says or gives. */
export const WANTS =
  /(?<![a-z0-9])(?:(?:j'ai|nous avons|j'aurais|nous aurions)(?: aussi| encore| egalement| donc)? besoin (?:de |d'|du |des )|(?:je|nous) (?:souhait|voudr|aimer|desir)[a-z]{1,6} |(?:serait|est)-il possible d(?:e |')|merci d(?:e |')|pour )(savoir|connaitre|avoir|disposer d(?:e |')|recevoir|obtenir) ?/g;

/** What is missing or waited for, named after it. */
export const LACKS = wide(
  "il (?:me |nous )?(?:manque|manquera|faut|faudra|faudrait)(?: encore| toujours| aussi| egalement)?|(?:j'ai|nous avons|j'aurais|nous aurions)(?: aussi| encore| egalement| donc)? besoin(?= d[e'u])|(?:je|nous) (?:vous |te )(?:demand|reclam|sollicit)[a-z]{1,3}(?= (?:une? |l[ea]s? |l'|vo|des |\\d|deux |trois ))|(?:j'attends|nous attendons)(?: encore| toujours| donc)?|(?:je|nous|on|qu'il|qu'elle|qu'on) n'(?:ai|a|avons)(?: toujours| encore)? pas (?:encore |toujours )?(?:recu|eu|obtenu)",
);

/** Held back for a message that asks nothing else: most often it only closes one. */
export const WAITS = /(?<![a-z])(?:dans l'|en |l')attente (?:de |d'(?=un))/;

/** The object stands before: what must be done of it after. */
export const MUST_BE =
  /(?<![a-z])(?:doi(?:t|vent)|devr(?:a|ont|ait|aient)|(?:est|sont|reste(?:nt)?) a)(?: (?:donc|imperativement|obligatoirement|egalement|aussi|toujours|encore))? (?:m'|me |nous )?(?:etre )?/g;
export const MUST_REACH =
  /(?<![a-z])(?:doi(?:t|vent)|devr(?:a|ont|ait|aient)|et)(?: imperativement)? (?:me |nous )(?:parvenir|revenir|remonter)(?: ((?:dument |bien )?(?:sign|complet|valid|renseign)ee?s?|remplie?s?))?/g;
export const IS_WANTED =
  /(?<![a-z])(?:est|sont|reste(?:nt)?)(?: (?:donc|imperativement|vivement|toujours|encore))? (?:attendue?|requise?|obligatoire|indispensable|souhaitee?|exigee?|demandee?|sollicitee?)s?(?![a-z])/g;
/** «Tableau à compléter», «: à retourner». */
export const TO_DO = /(?<=^|[\s,:(])a (?=(?:nous |me )?[a-z]{3,20}(?:er|ir|re)(?![a-z]))/g;

/** Another party does it, and nobody who reads. */
export const BY_OTHERS =
  /(?<![a-z])(?:titulaires?|candidats?|soumissionnaires?|entreprises?|entrepreneurs?|prestataires?|fournisseurs?|attributaires?|cotraitants?|sous-traitants?|mandataires?|maitre d'oeuvre|societes?|operateurs? economiques?)(?![a-z])/;

/** Where what is asked ends. */
export const ENDS_ACT =
  /[;?!]|,? (?:faute d(?:e |')|sans quoi|a defaut|sinon|a peine d|sous peine d|dans le cas contraire|afin (?:d|qu)|pour (?:que|qu'|finaliser|estimer|pouvoir|permettre|lancer|publier)|car |puisqu|parce qu|en vue d|etant |conformement|au regard|au vu|dument|sachant|lorsqu|tandis|alors qu|mais |dans le cadre d|en application|au titre d|comme |et (?:l[ea]s? |l'|vos |votre )[^,;.]{2,40} (?:doi|devr|ser[ao]|est |sont ))/;

/** A comma after which the list of what is asked goes on. */
export const LIST_GOES_ON =
  /^, (?:(?:et |ou |ainsi que )?(?:le|la|les|un|une|des|du|de la|votre|vos|ton|ta|tes|leurs?|son|sa|ses|ce|cet|cette|ces|notre|nos|combien|si|ou|quand|quels?|quelles?|a quel|a qui|sur quel|\d{1,6}|deux|trois|quatre|cinq) |(?:et |ou |ainsi que )?[ld]')(?![^,]{0,60}(?:[a-z]{3}ant | (?:est|sont|sera|seront|a|ont|peut|peuvent|doit|ne|se|fait|font) ))/;

export const OTHERWISE =
  /(?<![a-z])(?:faute de quoi|sans quoi|a defaut(?! d)|sinon|dans le cas contraire|passee? (?:ce delai|cette date|cette echeance)|au-dela(?= ?,)|au-dela de (?:ce delai|cette date)|(?:a|sous) peine d(?:e |')) ?[,:]? ?/;
/** What happens is told with its condition. */
export const OTHERWISE_TOLD =
  /(?<![a-z])(?:sans (?:reponse|retour|nouvelles?(?= d|,)|action|confirmation)(?![a-z])|en l'absence d(?:e |')(?:reponse|retour|validation|avis) de (?:votre|ta) part|a defaut d(?:e |')|faute d(?:e |')(?!quoi)|en cas de (?:non-reponse|silence|retard de votre part)|^sans (?!attendre|prejudice|delai)[^,]{2,80}, |[^,;]{3,120} (?:ne |n')[^,;]{3,60} (?:pas|plus) [^,;]{0,60}sans (?:ce|cet|cette|ces|votre|vos)(?![a-z]))/;

/** What is forbidden, told as it stands. */
export const FORBIDS = new RegExp(
  `(?<![a-z0-9'])(?:${[
    'ne (?:surtout |en aucun cas )?(?:pas|rien|plus|jamais|surtout pas) (?=[a-z])',
    "(?:ne |n')(?!hesit|oubli|avez|etes|savez)(?:l'|le |la |les |leur |lui |me |nous |vous |y )?[a-z]{2,20}ez(?:-[a-z]{2,4})? (?:surtout |donc )?(?:pas|rien|plus|jamais|aucune?|en aucun cas|ni)(?![a-z])",
    "surtout,? (?:ne |n')[a-z]{2,20} (?:pas|rien|plus|jamais|aucune?)(?![a-z])",
    '(?<!que )vous ne (?:devez|devrez|pouvez|pourrez|sauriez)(?! pas (?:oublier|hesiter))',
    "(?:il est )?(?:formellement |strictement )?interdit(?:e|es|s)? (?:de |d')",
    'il ne (?:faut|faudra) (?:surtout )?(?:pas|rien|jamais)',
    "(?<=^ ?|[;:,] ?)(?:et |mais |surtout )?pas d(?:e |')",
    '(?<=^ ?|[;:,.] ?|que )[^,;:.]{3,70} ne (?:doit|doivent|devra|devront) (?:pas|en aucun cas|jamais|plus)(?![a-z])',
    "(?<=^ ?|[;:,.] ?)aucune? (?![^;:.]{0,80}(?: ne | n'))[^,;:.]{3,80}$",
    "plus jamais d[e']",
    "(?<=^ ?|[;:,.] ?)aucune? [^,;:.]{3,60} (?:ne |n')(?:est (?:admi|autoris|permi|accept)[a-z]{1,3}|doit|doivent|devra|peut etre|pourra etre)(?![a-z])",
  ].join('|')})`,
  'g',
);

/** Politeness, and what is only told. */
export const COURTESY =
  /(?:agreer|croire|recevoir|expression|assurance)[^.\n]{0,60}(?:salutations|consideration|sentiments|respects)|n'hesitez pas|(?:reste|restons|suis|demeure) (?:bien )?(?:a votre|a ta|a) (?:entiere )?disposition|^ ?(?:bonjour|bonsoir|salut|cordialement|cdlt|bien a vous|bonne journee|bises)[ ,!.]*$|comptant sur votre|vous remerciant (?:de votre|pour)|merci (?:pour|de) (?:votre |ton |ta |vos )?(?:comprehension|diligence|collaboration|attention|patience|envoi|aide|reactivite|confiance)|veuillez trouver|vous voudrez bien trouver/;
/** From here on somebody else wrote. */
export const OTHERS_WORDS =
  /^ ?(?:le [^\n]{3,80} a ecrit ?:|-{2,} ?(?:message|mail|original)|de ?: [^\n]{3,90}@|de ?: [^\n]{2,60}\n ?envoye ?:|from ?: )/gm;
