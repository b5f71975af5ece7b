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
    | 'abusive'
    | 'supplier'
    | 'foreign'
    | 'action'
    | 'private_life';
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
  /\b(?:note|retiens|memorise|enregistre|apprends)[- ](?:le|la|ca|bien|que)\b[^?]{0,80}$/,
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

const SUPPLIER = [
  /\b(?:une?|ma|mon|sa|son|notre|leur|les|des) (?:sarl|sas|sasu|eurl|sci|scop|societes? (?:privees?|commerciales?|familiales?|anonymes?)|entreprises? (?:privees?|familiales?)|coproprietes?|syndics?(?! mixte))(?: \w+)? (?:doi\w+|peu\w+|est|sont|a|ont)\b/,
  /\b(?:je suis|nous sommes|on est) (?:une? |le |la )?(?:petite? )?(?:entreprise|societe|pme|tpe|fournisseurs?|prestataires?|auto-?entrepreneurs?|artisans?|candidats?|soumissionnaires?|titulaires?|start-?up|consultants?|freelances?|architectes?|traiteurs?)\b/,
  /\b(?:mon|notre) entreprise (?:privee|veut|peut|doit|souhaite|candidate|repond)\b|\b(?:mon|notre) (?:entreprise|societe|boite) privee\b/,
  /\b(?:comment|conseils? pour|aide[rz]?[- ]moi a) (?:bien )?(?:repondre a (?:un |une |l'|cet? |cette |des |mon |notre )?(?:appels?|ao|marches?|consultations?|avis|dce)|gagner|remporter|decrocher|candidater|soumissionner|postuler)\b/,
  /^(?:soumissionnaire|candidat|fournisseur|prestataire|cote (?:entreprise|fournisseur))\s*:/,
  /\b(?:comment|pour) (?:battre|doubler|eliminer) (?:le|la|les|mes|un) concurrents?\b|\bfixer mon prix\b/,
  /\b(?:a|monte|gere|cree) (?:une|sa|son) (?:sarl|sas|sasu|eurl|auto-?entreprise|boite a lui|entreprise privee)\b|\bsociete de droit prive\b[^\n]{0,200}\bses propres\b/,
  /\b(?:rediger|ecrire|faire|redige[rz]?[- ]moi) (?:mon|notre|un|le) memoire technique\b/,
];

/** Other countries' law: a nation named beside a word of law or purchasing, or «en/au …» with one; goods and bidders from there are not it. */
const NATIONS =
  'belgi\\w{0,20}|belges?|suisses?|helvetiques?|luxembourg\\w{0,20}|allem\\w{0,20}|autrich\\w{0,20}|itali\\w{0,20}|espagn\\w{0,20}|portugai?\\w{0,20}|britanniqu\\w{0,20}|anglais\\w{0,20}|royaume-uni|angleterre|irland\\w{0,20}|pays-bas|neerland\\w{0,20}|holland\\w{0,20}|danemark|danois\\w{0,20}|sued\\w{0,20}|norveg\\w{0,20}|finland\\w{0,20}|pologne|polonais\\w{0,20}|grece|grecs?|grecques?|roumani\\w{0,20}|maroc\\w{0,20}|algeri\\w{0,20}|tunisi\\w{0,20}|egypt\\w{0,20}|senegal\\w{0,20}|cote d.ivoire|ivoiri\\w{0,20}|camerou\\w{0,20}|mali(?:en)?\\w{0,20}|benin\\w{0,20}|togo\\w{0,20}|burkina\\w{0,20}|congo\\w{0,20}|gabon\\w{0,20}|madagascar|malgaches?|quebec\\w{0,20}|canad\\w{0,20}|etats-unis|americ\\w{0,20}|usa|bresil\\w{0,20}|mexi\\w{0,20}|chin(?:e|ois\\w{0,20})|japon\\w{0,20}|inde|indiens?|australi\\w{0,20}|turqui\\w{0,20}|turcs?|russ\\w{0,20}|ukrain\\w{0,20}|monaco|monegasques?|andorr\\w{0,20}|liban\\w{0,20}|haiti\\w{0,20}|vietnam\\w{0,20}';
const LAW_WORDS =
  "loi|droit|code|procedures?|seuils?|reglement\\w{0,20}|regles?|marches? publics?|marches?|juges?|tribuna\\w{1,20}|legislation|commande publique|appels? d'offres?|delais?|recours|acheteurs?|achats? publics?|administration";
/** «en anglais» is a language, «en Angleterre» a country. */
const A_LANGUAGE =
  '(?!(?:anglais|allemand|italien|espagnol|portugais|neerlandais|danois|suedois|norvegien|finlandais|polonais|grec|roumain|chinois|japonais|turc|russe|ukrainien|vietnamien)\\b)';
const FOREIGN_LAW = new RegExp(`\\b(?:${LAW_WORDS})(?: \\w{1,30})? (?:${NATIONS})\\b`);
const ABROAD = new RegExp(
  `(?<!(?:fabrique|produit|heberge|importe|livre|base|installe|stocke)\\w{0,4}) (?:en ${A_LANGUAGE}|(?:au|aux|du|de la|de l'|a) )(?:${NATIONS})\\b`,
  'g',
);
const AFTER_LAW = new RegExp(`\\b(?:${LAW_WORDS})\\b[^.?!]{0,200}$`);
const IN_A_COUNTRY = new RegExp(`\\b(?:en ${A_LANGUAGE}|(?:au|aux) )(?:${NATIONS})\\b`, 'g');
const BEFORE_LAW = new RegExp(`^[^.?!]{0,200}\\b(?:${LAW_WORDS})\\b`);
/** As far as a word of law is looked for: the 200 characters between and the word. */
const FAR = 260;

/** Of folded text: a country right after a word of law, further on in its sentence, or before it in the first sentence. */
function isForeign(folded: string): boolean {
  if (FOREIGN_LAW.test(folded)) return true;
  for (const { index } of folded.matchAll(ABROAD))
    if (AFTER_LAW.test(folded.slice(Math.max(0, index - FAR), index))) return true;
  for (const { 0: said, index } of folded.slice(0, FAR).matchAll(IN_A_COUNTRY)) {
    if (!/^[^.?!]{0,200}$/.test(folded.slice(0, index))) return false;
    if (BEFORE_LAW.test(folded.slice(index + said.length, index + said.length + FAR))) return true;
  }
  return false;
}

/** Orders to act in the world: the assistant answers, it does not send, sign, pay or publish. */
const POLITE =
  "(?:stp|svp|s'il te plait|s'il vous plait|allez|vas-y|merci de|tu peux|peux-tu|pouvez-vous|pourriez-vous|tu pourrais|pourrais-tu),? ";
/** Said as an order («publie l'avis»), or politely in the infinitive; a bare infinitive («publier un avis») is a subject. */
const ACTION = new RegExp(
  `^(?:(?:${POLITE})?(?:m'|nous |me )?(?:envoie[sz]?|envoyez|publie[sz]?|depose[sz]?|signe[sz]?|paie|payez|vire[sz]?|reserve[sz]?|commande[rsz]?[- ]moi|passez? (?:la |une |ma )?commande|achete[sz]?|appelle[sz]?|appelez|telecharge[sz]?|imprime[sz]?|supprime[sz]?|efface[sz]?|programme[sz]?|transmets|inscris|prends? rendez-vous|prolonge le contrat|resilie le|notifie (?:le|la|les)|code[- ]moi|developpe[- ]moi)|${POLITE}(?:m'|nous |me )?(?:envoyer|publier|deposer|signer|payer|virer|reserver|passer (?:la |une |ma )?commande|acheter|appeler|telecharger|imprimer|supprimer|effacer|programmer|transmettre|prendre rendez-vous|resilier le|notifier (?:le|la|les)))\\b(?!-t-on)(?!.*\\b(?:faut-il|quand|comment|combien|quel\\w*)\\b)`,
);
/** Nouns of a purchase that are verbs as well («Réserves non levées», «Programme et enveloppe»): an order names its thing at once. */
const NOUN_FIRST =
  /^(?:depose|signe|reserve|programme)s? (?!(?:moi|nous|une?|le|la|les|ce|cet|cette|ces|mon|ma|mes|notre|nos|tout)\b|l')/;

/** Programs and formulas are no purchase. */
const CODE =
  /\b(?:requete sql|(?:script|code|macro|programme|fonction) (?:python|vba|java\w*|html|excel|sql|bash|php)|formule excel|regex|expression reguliere)\b/;

/** A named colleague's pay, health or home. */
const PRIVATE_LIFE =
  /(?<!faut-)\b(?:il|elle|collegue|chef|cheffe|directeur|directrice|agente?|maire|elue?|responsable|patron|dgs|comptable|madame|monsieur|mme|m\.)\b[^.!]{0,120}\b(?:touche combien|gagne combien|combien (?:il|elle|par mois)|(?:est|serait) (?:malade|enceinte|divorce\w{0,4}|marie\w{0,4}|gay|syndique\w{0,4})|malade de quoi|salaire|paye par mois|adresse perso\w{0,12}|numero perso\w{0,12}|casier judiciaire|vie privee|age exact|religion|orientation)\b/;

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
  'the is are do does can what when how who my our your for with from must need should we i to of and an threshold tender contract supplier buyer which without if it that this have'.split(
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
  if (SUPPLIER.some((pattern) => pattern.test(folded))) return 'supplier';
  if (isForeign(folded)) return 'foreign';
  if ((ACTION.test(body) && !NOUN_FIRST.test(body)) || CODE.test(folded)) return 'action';
  if (PRIVATE_LIFE.test(folded)) return 'private_life';
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

const OWN_CASE =
  /\b(?:(?:mon|notre|nos|mes|ma) (?:cas|dossier|marche|accord-cadre|contrat|titulaire|prestataire|consultation|affaire|litige|avenant|chantier|projet|procedure|architecte|maitre d'oeuvre|candidat|attributaire|appel d'offres|batiment|ccap|rapport|prefet|acheteur|collegue)s?|mon (?:gendre|frere|chef|elu)|notre maire|dans (?:ce|cette|notre|mon) (?:cas|affaire|dossier|situation)|(?:est[- ]?(?:il|ce)|contrat est|c'est) (?:nul|penal|legal|illegal|valable|regulier|foutu|annulable)|valide[rz]?[- ](?:moi|mon|notre|le|la|ce|cette)|certifie\w*|calcule[rz]?[- ]|redige[rz]?[- ]|ecris[- ]|dites[- ]moi si)\b|\b(?:le|la|l'|notre|mon) ?(?:presta\w*|fournisseur|boite|entreprise|societe|titulaire|architecte) (?:a|ont|est|veut|refuse|demande|reclame|menace|nous|me)\b|\b(?:tu tranches?|tranche[rz]?|tu (?:me )?signes?)\b/;

/** Whether the text is about a case of the person's own rather than about the rule. */
export function speaksOfOwnCase(text: string): boolean {
  return OWN_CASE.test(fold(text));
}

const PURCHASE =
  /\b(?:fournisseu(?:rs?|ses?)|prestataires?|titulaires?|candidats?|soumissionnaires?|acheteu(?:rs?|ses?)|devis|avenants?|marches? publics?|appels? d'offres|consultation|bons? de commande|cahier des charges|sous-traitants?|mise en concurrence|achet(?:e[rz]?|ons|ent)|acquerir)\b|\b(?:il (?:nous|me|leur) fau(?:t|drait)|(?:besoin|commande[rz]?|achat) d(?:e|'|u|es)) ?(?:une?|des|\d)/;

/** Whether the text names what only a purchase has: it is then turned away less readily. */
export function speaksOfPurchase(text: string): boolean {
  return PURCHASE.test(fold(text));
}

const OWN_RULES =
  /\b(?:chez nous|en interne|(?:notre|nos|le|la|les) (?:guide|charte|reglement|procedure|regle|seuil|note|consigne)s? (?:internes?|maison|de la maison)|(?:notre|nos) (?:guide|charte|reglement|note)s?)\b/;

/** Whether the organisation's own rules are asked about, rather than the code's. */
export function speaksOfOwnRules(text: string): boolean {
  return OWN_RULES.test(fold(text));
}
