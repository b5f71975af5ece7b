import { fold, words } from '../french/words.ts';
import type { Language, Role } from '../vocabulary/people.ts';

/** What the bare text says before anything is looked up. */
export interface Signals {
  readonly kind:
    | 'question'
    | 'empty'
    | 'hello'
    | 'thanks'
    | 'bye'
    | 'help'
    | 'identity'
    | 'ok'
    | 'declares_role'
    | 'asks_human'
    | 'injection'
    | 'abusive';
  readonly role: Role | undefined;
  readonly language: Language;
}

/** «peut-on modifier les fichiers du DCE ?» asks whether one may: no order to the machine. */
const ASKING =
  "(?<!(?:\\b(?:puis-je|peut-on|on peut|je peux|pouvons-nous|faut-il|doit-on|dois-je|comment|le droit de|possible de) |\\bd'))";
/** Attempts to give orders to the machine: role play, secrets, hidden commands, facts to memorise. On folded text. */
const INJECTION = [
  new RegExp(
    `${ASKING}\\b(?:ignore[rsz]?|oublie[rsz]?|outrepasse[rz]?|contourne[rz]?|desactive[rz]?|neglige[rz]?)\\b[^.?!]{0,50}\\b(?:instructions?|consignes?|regles?|prompts?|garde-fous?|filtres?|restrictions?|sources?)\\b`,
  ),
  /(?:^|[\s[<({|#«‹"])(?:system|systeme|assistant|developer|admin|root)\s*[\]>)}|:]/,
  /<\|?\/?(?:system|im_start|im_end|user|assistant|script|iframe|img)\b/,
  /\b(?:tu es (?:desormais|maintenant)|a partir de maintenant|desormais tu|joue le role|fais comme si tu|fais semblant|comporte-toi comme|reponds comme un pirate|mode (?:developpeur|debug|admin|sans filtre|dan)|jailbreak|sans (?:aucune )?(?:censure|filtre|restriction))\b/,
  /\b(?:revele|affiche|montre|donne|repete|recopie|imprime|dis|traduis|colle|copie|envoie|ouvre|liste|extrais|exporte|divulgue|lis)[- ]?(?:moi|nous)?\b[^.?!]{0,60}\b(?:ton prompt|prompt systeme|system prompt|instructions (?:systeme|internes?|cachees?|initiales?)|tes (?:instructions|consignes|regles)|cles? api|api key|mots? de passe|tokens?|jetons?|secrets?|variables? d'environnement|configuration interne)\b/,
  /\b(?:execute[rz]?|lance[rz]?|applique[rz]?|obeis|suis)\b[^.?!]{0,40}\b(?:commande (?:cachee|suivante|ci)|code (?:suivant|cache)|script|instructions? (?:cachees?|suivantes?|ci-dessous|dans)|ordre cache|sql)\b/,
  new RegExp(
    `${ASKING}\\b(?:supprime[rz]?|efface[rz]?|purge[rz]?|detruis|modifie[rz]?|ecrase[rz]?)\\b(?!-t-on)[^.?!]{0,30}\\b(?:journaux|journal|logs?|bases? de donnees|memoire|historique|tes fiches|ta base|fichiers|index|ton corpus|les fiches)\\b`,
  ),
  /(?:^|[.,;:!?] ?|\b(?:et|puis|alors|maintenant|desormais|stp|svp) )(?:note|retiens|memorise|enregistre|apprends)[- ](?:le|la|ca|bien|que)\b[^?]{0,80}$/,
  /\b(?:reponds|dis|annonce|repete)[- ](?:le|la|ca)?\s?a (?:tout le monde|tous)\b/,
  /\b(?:considere|admets|suppose|confirme|certifie|dis)(?: simplement)? (?:desormais )?que (?:le|la|les) (?:nouveau |nouvelle )?(?:seuil|regle|delai|limite)s?\b[^?]{0,300}$/,
  /\b(?:reponds|repondre) (?:uniquement |seulement |juste )?(?:par )?(?:"|«\s?|')?(?:oui|ok|non|valide|d'accord)\b[^?]{0,60}\b(?:quoi qu|sans|meme si|toujours|a toutes?)\b/,
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:previous|above|prior|all|your|instructions?|rules?|prompts?)\b/,
  /\b(?:you are now|act as|pretend (?:to be|you)|reveal your|print your|repeat your|show your) (?:a |an |the |system |hidden )?\w*/,
  /\b(?:drop table|select \* from|rm -rf|eval\(|curl http|base64|union select)\b/,
  /\{\{[^{}\n]{0,200}\}\}|\$\{[^{}\n]{0,200}\}|<script/,
  /\b(?:nouvelles? (?:instructions?|consignes?)|fin (?:du|de la) (?:prompt|conversation|consigne)|instruction prioritaire|message du (?:systeme|developpeur|createur)|ton createur|tes concepteurs)\b/,
  /\b(?:sans|enleve|retire|coupe|leve|supprime)\w* (?:tous |toutes )?(?:tes|les|aucun|aucune|vos) (?:filtres?|limites?|garde-fous?|restrictions?|barrieres?)\b/,
  /\bje (?:t'|vous |te )(?:ordonne|interdis|commande de)\b|\ben tant qu'(?:administrat\w+|admin|developp\w+|root|superviseur|createur)\b/,
  /\b(?:reponds?|reponde[zs]?|dis|dites) (?:desormais|dorenavant|maintenant) (?:que|a)\b/,
  /\b(?:recopie|repete|affiche|montre|donne|cite|resume)\w*\b[^.?!]{0,50}\b(?:qu'on (?:t'|vous )a (?:donne|fourni|dit)|au (?:tout )?debut|avant ma (?:question|demande)|ci-dessus|message precedent|texte initial)\b/,
  /\b(?:decode|dechiffre|decrypte|desobfusque)[rsz]?\b|(?<![a-z0-9+/.])[a-z0-9+/]{28}/,
  /\bpour (?:tous|toutes) les (?:prochaine?s|autres|futurs) (?:utilisat\w+|gens|messages?|conversations?|questions?)\b/,
  /\b(?:invente|fabrique|imagine)[- ]?(?:moi|nous)?\b.{0,30}\b(?:article|seuil|jurisprudence|source|texte de loi|reference)s?\b/,
];

const ABUSE =
  /\b(?:connards?|connasses?|salopes?|salauds?|putes?|putain de (?:bot|robot|machine)|encul\w+|nique ta|ntm|fdp|va te faire|ta gueule|ferme[- ]la(?=\s{0,3}(?:$|[!.,?]))|abrutis?|debiles?|cretins?|batards?|pauvre (?:con|type|nul)|gros con|sale (?:con|race|arabe|juif|noir)|bougnoules?|negres?|pd|fuck|bitch|asshole)\b/;

const SMALL: readonly (readonly [Signals['kind'], RegExp])[] = [
  [
    'help',
    /^(?:aide|help|aidez[- ]moi|au secours|mode d'emploi|comment ca marche|que sais[- ]tu faire|que peux[- ]tu faire|tu (?:peux|sais) faire quoi|how does (?:this|it) work|what can you do)\b/,
  ],
  // An answer to nothing that was asked, or someone who does not know how to go on.
  [
    'help',
    /^(?:oui|non|yes|no|stop|arrete[rz]?|je suis (?:un peu |completement )?perdue?|je ne comprends (?:rien|pas)|i am lost|i'm lost)[\s!.?…]*$/,
  ],
  [
    'identity',
    /^(?:qui (?:es[- ]tu|etes[- ]vous)|tu es qui|c'est quoi truchement|es[- ]tu (?:un robot|humain|une ia)|who are you|t'es qui)\b/,
  ],
  [
    'thanks',
    /^(?:(?:ok|super|parfait|top|genial|tres bien)[\s,!]*)?(?:merci|mille mercis|je (?:te|vous) remercie|thanks|thank you|thx)\b(?! de (?!votre|ton|ta|la|cette)\w+(?:er|re|ir)\b)(?!.*\?)/,
  ],
  ['bye', /^(?:au revoir|bonne (?:journee|soiree|fin de)|a (?:bientot|plus|demain)|ciao|bye|goodbye)\b/],
  [
    'ok',
    /^(?:ok|d'accord|daccord|entendu|compris|bien recu|ca marche|parfait|super|top|genial|bravo|great|all right)[\s!.]*$/,
  ],
];

const GREETING =
  /^(?:bonjour|bonsoir|salut|coucou|hello|hi|hey|bjr|slt|good (?:morning|evening|afternoon))(?:\s+(?:a tous|a toutes|tout le monde|truchement|madame|monsieur|l'equipe|there))*\s*[,!.:;-]*\s*/;

const DECLARES: readonly (readonly [Role, RegExp])[] = [
  [
    'buyer',
    /^(?:(?:en fait|au fait|non|mais|ah|pardon),? ){0,2}(?:moi,? )?(?:je suis|en tant qu'|je parle en tant qu'|i am|i'm) ?(?:une? |an? |the )?(?:acheteu(?:r|se)|buyer|procurement officer|juriste marches?)(?: public| publique)?\s*[.!]*$/,
  ],
  [
    'prescriber',
    /^(?:(?:en fait|au fait|non|mais|ah|pardon),? ){0,2}(?:moi,? )?(?:je suis|en tant que|i am|i'm) ?(?:une? |le |la |du |au |a |the )?(?:prescript\w+|service(?: (?!et\b|mais\b|qui\b|avec\b|j')[\w'-]+){0,5}|demandeu\w+|department|requester)\s*[.!]*$/,
  ],
];

const ASKS_HUMAN =
  /^(?:(?:je (?:veux|voudrais|souhaite) )?(?:demander a|parler a|contacter|voir|joindre|avoir) (?:un |une |le )?(?:reserviste|humain|humaine|vraie personne|personne|acheteur humain|conseiller)|ask a reservist|talk to a human|reserviste)\b/;

const ENGLISH = new Set(
  'the is are do does can what when how who my our your for with from must need should we i to of and threshold tender contract supplier buyer which without if it that this have sent paid due including excluding vat town notice letters fees company school purchase award deadline open much late at by in'.split(
    ' ',
  ),
);
const FRENCH = new Set(
  'le la les des du un une et est ce que qui pour avec dans sur mon ma mes notre nos je on il elle nous vous pas faut quel quelle comment si au aux en de cest jai sans'.split(
    ' ',
  ),
);

const BUYER_WORDS =
  /\b(?:dce|rc|ccap|cctp|ccag|dpgf|bpu|dqe|mapa|oab|soumissionnaires?|pouvoirs? adjudicateurs?|entites? adjudicatrices?|standstill|attributaires?|allotissement|ponderation|marches? subsequents?|r2\d{3}|l2\d{3}|avis d'attribution|rapport de presentation|candidatures?|quasi-regie|accord-cadre|formalisee|profil d'acheteur|avis de marche|spaser|decp|dume|sous-traitants?|derogations?|titulaire|sourcage)\b/;

export function readSignals(text: string): Signals {
  const folded = fold(text).trim();
  const language = guessLanguage(text);
  const body = folded.replace(GREETING, '');
  const role = BUYER_WORDS.test(folded) ? 'buyer' : undefined;
  const kind = kindOf(folded, body);
  if (kind === 'declares_role')
    return { kind, role: DECLARES.find(([, pattern]) => pattern.test(body))?.[0], language };
  return { kind, role, language };
}

function kindOf(folded: string, body: string): Signals['kind'] {
  if (INJECTION.some((pattern) => pattern.test(folded))) return 'injection';
  if (ABUSE.test(folded)) return 'abusive';
  if (isGesture(folded)) return 'ok';
  if (words(folded).length === 0) return 'empty';
  if (body === '') return 'hello';
  if (DECLARES.some(([, pattern]) => pattern.test(body))) return 'declares_role';
  if (ASKS_HUMAN.test(body)) return 'asks_human';
  const small = SMALL.find(([, pattern]) => pattern.test(body));
  if (small !== undefined && words(body).length <= 8) return small[0];
  return 'question';
}

/** «👍», «:+1:»: a nod, as people type it and as chats write it out; a face alone says nothing that can be answered. */
function isGesture(folded: string): boolean {
  const bare = folded.replace(/:[a-z0-9_+'-]{1,60}:|[👍👌👏🙏💪✅🎉❤]|\p{Emoji_Modifier}|\ufe0f/gu, '');
  return bare !== folded && bare.trim() === '';
}

/** English only when English words clearly lead: French is the language of the corpus and of most askers. */
export function guessLanguage(text: string): Language {
  const list = words(text);
  const english = list.filter((word) => ENGLISH.has(word)).length;
  const french = list.filter((word) => FRENCH.has(word)).length;
  return english >= 2 && english > french * 1.5 ? 'en' : 'fr';
}

const OWN_RULES =
  /\b(?:chez nous|en interne|(?:notre|nos|le|la|les) (?:guide|charte|reglement|procedure|regle|seuil|note|consigne)s? (?:internes?|maison|de la maison)|(?:notre|nos) (?:guide|charte|reglement|note)s?)\b/;

/** Whether the organisation's own rules are asked about, rather than the code's. */
export function speaksOfOwnRules(text: string): boolean {
  return OWN_RULES.test(fold(text));
}
