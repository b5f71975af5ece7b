/** What the message is about, as far as questions go: only a new need is asked for what it lacks. */

/** A procedure that runs or a contract that is signed. */
const RUNNING =
  /\b(?:(?:consultation|procedure|appel d'offres|marche|mapa|dce|avis|annonce|dossier)(?: (?:de |d'|pour |du |des |sur |relati[a-z]{1,20} a )?[^.,;\n]{0,40}?)? (?:(?:est|sont|a ete|etait|est deja|a deja ete|vient d'etre) )?(?:deja )?(?:lancee?|publiee?|en ligne|parue?|partie?|sortie?|cloture?e?|close|depouillee?|en cours d'analyse|a la signature|en commission|signee?|notifiee?|attribuee?|infructueu\w{1,20}|sans suite)|(?:\d{1,12}|les|des|nos|deux|trois|quatre|cinq|six|plusieurs) (?:\d{1,12} )?(?:boites|entreprises|societes|fournisseurs|prestataires|cabinets|agences|traiteurs|architectes) (?:ont|avaient) (?:deja )?(?:repondu|candidate|postule|depose|remis|soumissionne|propose)|(?:reponses?|retours?|depots?|remise|ouverture) des (?:boites|entreprises|societes|plis|candidats|offres|fournisseurs)|(?:la|une) (?:commission|cao) (?:est|a lieu|aura lieu|se reunit|se tient|siege|passe)|nous (?:a|ont) pose une question|(?:deja )?(?:ouvert|depouille|analyse|classe) les (?:plis|offres|candidatures)|question d'un (?:candidat|fournisseur)|(?:on|nous) attend(?:ons)? (?:les (?:offres|plis|reponses)|la notification|la cao|la commission)|(?:on|nous|j'|ils|elle|entreprise|mairie|dg|maire) ?(?:a|avons|ai|ont|vient de|venons de)(?: deja)? (?:publi(?:e|er)|lance(?:r)? (?:la|le|une?|l') ?(?:consultation|procedure|marche|appel)|signe(?:r)? |notifi(?:e|er)|attribu(?:e|er)|recu (?:\d{1,12}|deux|trois|quatre|cinq|les|des|plusieurs) (?:offres|plis|candidatures|reponses|devis))|(?:un|une|le|la|les|des|deux|trois|\d{1,12}) (?:candidats?|soumissionnaires?|attributaires?|concurrents? evince)|(?:leurs?|son|ses) (?:offres?|plis?|reponses?|propositions?)|depots? (?:des (?:offres|plis) )?(?:clos|cloture)|consultation (?:deja )?partie|elle est (?:deja )?(?:lancee|partie|publiee|en ligne)|offres? (?:recues?|remises?|anormalement|irregulieres?)|analyse des offres|ouverture des plis|remise des offres|avenant|modification du (?:marche|contrat)|ordre de service|proces-verbal de reception|reception des travaux|levee des? reserves|mise en demeure|(?:\d{1,12}|deux|trois|quatre|cinq|six|dix) (?:jours?|semaines?|mois) de retard|(?:opr|chorus)\b|(?:facture|commande) du \d|(?:avec|sans|\d{1,3}) reserves?|(?:regler|payer|bloquer|refuser|retenir) (?:la|sa|leur|cette|une) (?:derniere )?facture|penalites? (?:de retard|pour|du|a)|resili\w{1,20}|(?:arreter|rompre|casser|denoncer) (?:le|notre|ce) (?:contrat|marche)|rallonge|(?:son|leur) marche (?:faisait|etait)|un des candidats|(?:peut|peuvent|veut|veulent|voudrai\w{1,20}) (?:repondre|candidater|soumissionner|se grouper)|candidat ecarte|(?:le|la|les|un|une) (?:perdants?|perdantes?|gagnants?)|(?:on|nous) laisse(?:ons)? tomber|sous-traitant|dgd\b|decompte|(?:fournisseur|entreprise|prestataire|titulaire|societe|boite)(?: [a-z'-]{1,30}){0,6} (?:ne (?:vient|livre|repond|respecte|fait|veut|s'est)|n'a (?:pas|toujours|jamais)|a (?:pris du )?retard|a depose|est en (?:retard|redressement|liquidation)|conteste|refuse|reclame|demande (?:si|une? (?:rallonge|avance|acompte|delai|augmentation|hausse)))|facture (?:impayee|en attente|contestee|non payee))\b/;

/** A question about the rules. */
const LAW =
  /\b(?:(?:est-ce que|est ce que|esce que|si|savoir si) (?:je|on|nous) (?:peu[xt]|pouvons|doit|dois|devons|a le droit|ai le droit|avons le droit)|(?:peut|doit|faut|puis|pouvons|devons|a-t)-(?:on|il|je|nous|t-on)|a-t-on (?:le droit|besoin)|ai-je (?:le droit|besoin)|(?:on|il|elle|ils) (?:a|ont) le droit|(?:ils|elles|je|on) ont? (?:bien )?le droit|c'est (?:legal|permis|autorise|possible|interdit)|quel(?:le)?s? (?:est |sont )?(?:la |le |les )?(?:procedure|seuils?|regles?|delais? (?:legal|minimum|de publicite)|article|difference)|combien de devis|c'est quoi|qu'est-ce (?:que|qu')|que veut dire|comment (?:calculer|se calcule|ca marche)|(?:je|on|faut il|faut|doit) (?:dois |doit )?(?:publier|mettre en concurrence|faire un appel d'offres)|mise en concurrence obligatoire)\b/;

/** A person states a need. */
const NEED =
  /\b(?:doi(?:t|vent) faire [a-z]{1,30}er\b|faut faire (?!un|une|quoi|comment|appel|attention)[a-z]{1,30}(?:er|ir|re)\b|(?:souhait|voudr|voul|veut|veulent|veux|aimer)\w{0,30} (?:bien )?(?:l[ae] |les |l'|en |nous |y )?(?!savoir|connaitre|comprendre|avoir (?:votre|un avis|des (?:infos|precisions))|etre|prolonger|resilier|arreter|rompre|payer|notifier|signer|modifier|repondre)[a-z]{1,30}(?:er|ir|re|oir)\b|trouver un(?:e)? (?:autre|nouve)|(?:je|on|nous) (?:dois|doit|devons|doivent|va devoir|allons devoir) (?:faire )?(?!etre|avoir|publier|mettre en conc|passer par|attendre|notifier|signer|payer|repondre|prevenir|informer|savoir)[a-z]{1,30}(?:er|ir|re)\b|faut (?:acheter|remplacer|changer|refaire|renouveler|reparer|commander|louer|trouver|prevoir)|il (?:nous |me |m'|leur |lui )(?:en )?(?:faut|faudrait|faudra|manque)|(?:nous|me) (?:faut|faudrait)|il faudrait|faudrait|(?:il )?faut (?!(?:il|faire|quoi|que|publier|passer|demander|quand|combien|mettre|prendre|consulter|decouper|un (?:papier|marche|appel)|attendre|respecter|savoir|absolument|forcement|toujours|aussi|pas)\b)|besoins? (?:d'|de (?!savoir)|des |du |urgent|:|en )|(?:souhait|voudr|aimeri)\w{0,30} (?:bien )?(?:le |la |les |l'|en |nous |y )?(?:acheter|acquerir|renouveler|remplacer|louer|commander|faire|disposer|avoir|changer|refaire|installer|equiper|mettre en place|confier|externaliser|un |une |des |du |qq|quelque chose|\d)|(?:on|nous|je) (?:re)?cherch\w{1,20} (?!a (?:savoir|comprendre))|achat d|acquisition d)/;
/** A question that asks someone to buy. */
const REQUEST =
  /\b(?:(?:peux|pouvez|pourrais|pourriez|peut)[- ]?(?:tu|vous|on)? (?:me |nous |m'|en )?(?:commander|acheter|lancer|prevoir|regarder pour|avoir|trouver|louer|organiser|relancer|prendre|obtenir|installer|remplacer|faire venir|reserver)|(?:serait|est)[- ](?:il|ce) possible d(?:e|'avoir)|possible d'avoir)/;
/** A question about the rules in other words than the ones above. */
const QUESTION =
  /\?|^ ?(?:comment|combien|pourquoi|quand|qui|quoi|est-ce|c'est quoi|quels?|quelles?|ou)\b|\b(?:oblige\w{0,20}|le droit|je fais quoi|on fait quoi|ca passe|c'est bon|comment (?:on|je|faire|calculer)|sais pas si|par quoi)\b/;

/** Whether it speaks of a procedure that runs or a contract that is signed. */
export const isRunning = (folded: string): boolean => RUNNING.test(folded) || ON_CONTRACT.test(folded);

/**
 * Whether the message states a need to come, and so deserves questions; `hasObject` when something bought was read
 * in it, `given` figures and places read: a question about the rules that states them all is still a need. */
export function isNewNeed(folded: string, hasObject: boolean, given: number): boolean {
  // A need beside a running contract («l'entreprise ne vient plus, il nous en faut une autre») is still a need.
  if (ON_CONTRACT.test(folded)) return false;
  if (RUNNING.test(folded))
    return (
      NEED.test(folded) &&
      (/\b(?:autre|nouve(?:au|lle|l)|remplacer|relancer|en changer)\b/.test(folded) ||
        (hasObject && given >= GIVEN_BY_A_NEED && !QUESTION.test(folded)))
    );
  if (REQUEST.test(folded)) return !/\b(?:sans (?:devis|concurrence|publicite|marche)|directement)\b/.test(folded);
  if (hasObject && given >= GIVEN_BY_A_NEED) return true;
  if (NEED.test(folded)) return !(LAW.test(folded) && isOneSentence(folded));
  return hasObject && !QUESTION.test(folded) && !LAW.test(folded);
}

/** More money or time for a contract that runs. */
const ON_CONTRACT =
  /\b(?:rallonge|avenant)\b(?![^.\n]{0,40}\b(?:electrique|prise|cable|enrouleur))(?!.{0,200}\b(?:nouveau marche|relancer|remettre en concurrence)\b)/s;

const GIVEN_BY_A_NEED = 3;

/** A need and a question of law in one breath («on veut 20 chaises, je peux signer ?») make a question. */
const isOneSentence = (folded: string): boolean => !/[.!\n]\s{0,20}[a-z0-9]/.test(folded.trim());
