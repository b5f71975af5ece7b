import { fold } from '../french/words.ts';
import type { Direction } from '../vocabulary/rewording.ts';

/** Turns that one side uses and the other hardly does, on the folded text, each with its weight. */
const BUYER_TURNS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:r|l|d)\.? ?\d{4}-\d+\b/g, 3],
  [
    /\b(?:ccap|cctp|ccag|ccp|dce|dpgf|bpu|dqe|dume|rao|aapc|mapa|aoo|dc1|dc2|dc4|attri ?1|noti ?\d|oab|standstill|boamp|joue|decp|spaser|gme)\b/g,
    2,
  ],
  [
    /\b(?:pouvoir adjudicateur|acheteur public|service achat|direction (?:des|de la) (?:achats|commande publique)|code de la commande publique|commande publique)\b/g,
    2,
  ],
  [
    /\b(?:votre (?:besoin|demande|service|expression|cahier|sourcage|fiche|direction|estimation|avis|analyse|projet|achat|marche|fournisseur)|vos (?:besoins|criteres|quantites|specifications|exigences|agents|services|observations|remarques|previsions|estimations))\b/g,
    2,
  ],
  [
    /\b(?:merci de (?:nous|me|bien vouloir|certifier|completer|transmettre|preciser|renseigner|retourner|valider|confirmer|vous|fournir|remplir|communiquer|faire|ne pas|recenser|justifier|signer|relire|verifier)|veuillez|vous (?:devez|voudrez|devrez|pouvez|ne pouvez|etes (?:prie|invite)|avez jusqu|aurez|disposez)|il vous (?:appartient|revient|faut|est demande)|nous vous (?:demandons|invitons|rappelons|informons|prions|transmettons)|je vous (?:rappelle|invite|prie|remercie de|informe que)|pourriez-vous (?:nous|me) (?:transmettre|preciser|indiquer|fournir|communiquer|retourner|confirmer|adresser|renvoyer))\b/g,
    2,
  ],
  [
    /\b(?:allot\w{1,20}|accord-cadre|marches? subsequents?|computation|soumissionnaires?|attributaires?|cotraitan\w{1,20}|mandataire|reconductions?|affermi\w{0,20}|avenants?|mise en demeure|refaction|ajournement|regularis\w{1,20}|sourcage|specifications? techniques?|criteres? d'attribution|ponder\w{1,20}|procedure (?:adaptee|formalisee|negociee)|appel d'offres (?:ouvert|restreint)|acte d'engagement|service fait|engagement juridique|ordres? de service|bordereau des prix|valeur (?:technique|estimee)|reception des offres|date limite de remise|plis?|notification|notifie\w{0,20}|groupement momentane|seuils? (?:de procedure|europeens?|formalises?)|clauses? (?:de reexamen|butoir|d'insertion|sociale|environnementales?)|offres? (?:irreguliere|inacceptable|anormalement basse)s?|mise en concurrence|titulaires?|candidats?|publicite|besoins? homogenes?|fractionnement|scission|imprevision|prestations? supplementaires? eventuelles?|sous-criteres?|retenue de garantie|penalites|motifs? d'interet general|declaree? sans suite|infructueu\w{1,20}|profil d'acheteur|dematerialis\w{1,20}|memoires? techniques?|rapport d'analyse|commission d'appel)\b/g,
    1,
  ],
  [/\b(?:opr|vsr|vabf|cao|pse|doe|dgd|dlro|ae|rc|csps|amo|moa|moe|cctg|gpa|pv)\b/g, 1],
  [/\bmerci (?:de |d')(?:ne |bien |me |nous |en |y |l'|le |la |les |rien )*[a-z]+(?:er|ir|re|oir)\b/g, 2],
  [
    /\b(?:pouvez|pourriez|peux|pourrais)[- ](?:vous|tu) (?:me |nous |m'|bien )*(?:confirmer|transmettre|preciser|communiquer|retourner|fournir|envoyer|viser|signer|valider|completer)\b/g,
    4,
  ],
  [
    /\b(?:convention constitutive|groupement de commandes|cession de creance|creance|cessibilite|interets moratoires|decompte|tacitement|variantes?|delai global|mise au point|acomptes?|admission|solde|ledit|ladite|ci-annexe\w{0,20}|ci-joint\w{0,20}|dernier delai|sous reserve|au-dela|saurai?s? gre|faire parvenir|votre presence|a signer|a retourner|est requise?|sera (?:notifie|attribue|prononce|publie|constitue|transmis|signe)\w{0,30}|seront (?:notifie|attribue|publie|transmis|dus)\w{0,30}|commission a retenu|il n'y a pas lieu)\b/g,
    1,
  ],
];
const PRESCRIBER_TURNS: readonly (readonly [RegExp, number])[] = [
  [
    /\b(?:on (?:a|aurait|avait) (?:vraiment |absolument )?besoin|nous (?:avons|aurions) besoin|j'?ai besoin|j'aurais besoin|il (?:nous|me) fau\w{1,20}|on (?:voudrait|aimerait|veut|cherche|souhaite|souhaiterait|recherche)|je (?:voudrais|veux|cherche|souhaite|souhaiterais|recherche)|j'aimerais|nous (?:voudrions|aimerions|cherchons|recherchons|souhaitons|souhaiterions|voulons)|ca serait bien|ce serait bien|faudrait)\b/g,
    3,
  ],
  [
    /\b(?:est-ce (?:qu'on|que je|que nous)|(?:on|je) peu[tx] (?:pas )?\w{1,30}|peut-on|puis-je|dois-je|faut-il|comment (?:on|je) fa\w{1,20}|on fait (?:quoi|comment)|c'est (?:possible|permis|legal|normal)|on a le droit|j'ai le droit|je (?:peux|dois|fais)|pouvez[- ]vous m\w{0,20}|vous pouvez (?:nous|m')|tu peux|c'est quoi)\b/g,
    2,
  ],
  [
    /\b(?:on|nos (?:agents|bureaux|locaux|eleves|patients|residents|vehicules|usagers)|mon (?:service|chef|equipe|presta\w{0,20}|fournisseur)|mes (?:agents|collegues)|notre (?:fournisseur|prestataire|presta|service|contrat|ecole|budget|copieur))\b/g,
    1,
  ],
  [
    /\b(?:boites?|presta|matos|ordis?|boulot|bosse\w*|truc|machin|sous|balles|gars|mec|bagnole|a la louche|galere|svp|stp|bjr|slt|y ?a|ca|cdt|salut|coucou)\b/g,
    1,
  ],
  [/\?|\b(?:je|j')\b/g, 1],
  [/\bnous (?:envisageons|disposons|projetons|prevoyons|devons|avons)\b/g, 2],
  [/\bsouhaitee?s?\b|\ba partir d[eu]\b|\b\d+ agents\b/g, 1],
  [/\b(?:budget|a peu pres|pour la rentree|des que possible|en panne|marche (?:plus|pas))\b/g, 1],
];

/**
 * Which way a text is most likely to be wanted: a department's message goes to the buyer, a buyer's to the department. Turns
 * of either side are weighed; when nothing tells, it is taken for a need, which is what most people bring.
 */
export function guessDirection(text: string): Direction {
  const folded = fold(text.slice(0, READ));
  const weigh = (turns: readonly (readonly [RegExp, number])[]) =>
    turns.reduce((sum, [turn, weight]) => sum + weight * Math.min(MOST, folded.match(turn)?.length ?? 0), 0);
  return weigh(BUYER_TURNS) > weigh(PRESCRIBER_TURNS) ? 'to_prescriber' : 'to_buyer';
}

/** In characters: the first page tells who writes. */
const READ = 4000;
/** A turn repeated is no surer. */
const MOST = 3;
