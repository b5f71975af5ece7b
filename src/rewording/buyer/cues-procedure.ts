import type { NotionCue } from './notion-cue.ts';

/** How the purchase is passed: division, procedure, competition, candidates, offers, choice, probity. */
export const PROCEDURE_CUES: readonly NotionCue[] = [
  {
    concept: 'allotissement',
    show: ['allotissement', 'lots séparés'],
    says: /\b(?:en (?:\d{1,12} |deux |trois |quatre |plusieurs )?lots?|par lots?|(?:deux|trois|quatre|plusieurs|differents|\d{1,12}) lots|allot\w{1,20}|allotir|decoup\w{1,20} (?:en lots|par metiers?|le (?:marche|chantier|projet))|separ\w{1,20} (?:le |les |par )?(?:projet|metiers?|lots|prestations|travaux)|(?:confier|repartir|donner) (?:chaque|le boulot|le travail|les travaux)[^.!?\n]{0,40}\b(?:specialiste|entre|a chaque|metiers?)|un (?:specialiste|prestataire|marche|contrat|lot) (?:par|pour chaque)|chacun son (?:metier|lot)|petites (?:boites|entreprises)[^.!?\n]{0,40}\b(?:repondre|candidater|postuler)|plusieurs entreprises (?:differentes|selon|par)|(?:une boite|une entreprise) (?:par|pour chaque)|entreprises? (?:differentes?|distinctes?|separees)|(?:deux|trois|quatre|plusieurs) (?:contrats|marches) (?:differents|separes|distincts)|(?:contrats|marches) (?:separes|distincts)|petites (?:entreprises|boites|pme|structures)|les pme|artisans (?:puissent|peuvent)|(?:separ|dissoci|scind)\w{1,30} (?:les deux|le |la |les )|chaque metier|corps (?:de metier|d'etat)|d'un cote[^.!?\n]{1,50}de l'autre)\b/,
    unless:
      /\b(?:un seul|une seule|unique) (?:lot|marche|contrat|entreprise|boite|prestataire|interlocuteur|titulaire)\b|\bpas (?:de |en )lots\b|lots? de (?:materiel|fournitures|chaises|tables)/,
  },
  {
    concept: 'non-allotissement',
    show: ['non-allotissement motivé', 'marché unique', "dérogation à l'allotissement"],
    says: /\b(?:une? seule? qui (?:fait|fasse|gere|s'occupe|prend)\w{0,30}|(?:pas|eviter) (?:de )?(?:m'embeter|s'embeter|gerer|jongler) (?:avec )?(?:\d{1,12}|plusieurs|dix|cinq|trois) (?:fournisseurs|entreprises|prestataires|boites|contrats|interlocuteurs)|un seul (?:interlocuteur|prestataire|contrat|marche|fournisseur|titulaire|lot)|une seule (?:boite|entreprise|societe)|(?:prestataire|entreprise|interlocuteur|fournisseur) unique|(?:tout dans|dans) le meme (?:contrat|marche)|la meme (?:boite|entreprise|societe) (?:pour|fasse|qui)|le meme (?:prestataire|fournisseur) (?:pour|fasse)|tout confier a|(?:boite|entreprise|societe|quelqu'un)s? (?:pour|qui (?:fasse|fait|gere|s'occupe de)) (?:tout|l'ensemble|le tout)|pas (?:de |en )lots|sans allotir|clef? en mains?|tout-en-un|fasse(?:nt)? tout)\b/,
  },
  {
    concept: 'tranche-optionnelle',
    says: /\b(?:plus tard|ensuite|apres|la suite|deuxieme (?:partie|phase|tranche|temps)|seconde (?:partie|phase|tranche)|dans un second temps|le reste|phase 2|tranche 2)\b[^.!?\n]{0,70}\b(?:si (?:on|le budget|les credits|nous|l'argent|la (?:region|subvention|mairie)|jamais)|seulement si|a condition|en fonction du budget|selon (?:le budget|les credits|les finances)|sous reserve)/,
  },
  {
    concept: 'tranche-optionnelle',
    says: /\b(?:seulement si|si (?:on a|on obtient|nous (?:avons|obtenons)|la region|le departement|l'etat|le budget))\b[^.!?\n]{0,50}\b(?:sous|credits|argent|subventions?|subv|suit|financ\w{1,20}|accord de la region)\b|\btranches? (?:optionnelles?|conditionnelles?)\b/,
  },
  {
    concept: 'tranche-optionnelle',
    says: /\bsi (?:les elus|le conseil|le maire|la direction|la region|le departement|l'etat)\b[^.!?\n]{0,50}\b(?:accord|valid\w{1,20}|vot\w{1,20}|accept\w{1,20}|financ\w{1,20}|suiv\w{1,20})/,
  },
  {
    concept: 'affermissement',
    says: /\b(?:afferm\w{1,20}|feu vert (?:pour|a) la (?:deuxieme|seconde|tranche)|lancer la (?:tranche|deuxieme (?:tranche|phase))|valider la tranche|(?:tranche|phase) (?:2|optionnelle)[^.!?\n]{0,30}\b(?:lancer|demarrer|valider|confirmer))\b/,
  },
  {
    concept: 'tranche-ferme',
    says: /\b(?:morceau sur du projet|premiere (?:partie|phase|tranche) (?:sure|certaine|engagee)|commencer (?:petit|par (?:un|une) (?:premiere?|pilote))|tranche (?:1|ferme))\b/,
  },
  {
    concept: 'pse',
    says: /\b(?:(?:ne|n') ?(?:le|la|les|l') ?(?:prend|retien|command|fer|achet)\w{0,30} que si|(?:prend|retiendr|fer|command)\w{0,30}\b[^.!?\n]{0,25}\bque si (?:c'est|le prix|les prix|ca)|chiffr\w{1,20} (?:aussi|en plus|a cote|en supplement)|prix a part|petit plus (?:qu'on|que)|en option|option (?:a part|chiffree)|chiffr\w{1,20} (?:a part|en plus|separement)|supplement eventuel|extra qu'on|(?:en plus )?si (?:le prix|c'est pas trop cher|ce n'est pas trop cher|les prix)[^.!?\n]{0,20}|optionnel(?:le)?s?)\b/,
    unless: /\btranches? (?:optionnelles?|conditionnelles?)|si le prix (?:du|de|monte|augmente)/,
  },
  {
    concept: 'variante',
    says: /\b(?:variantes?|propos\w{1,20} (?:autre chose|une autre|une solution differente|une methode differente|mieux que)|autre (?:facon|maniere|solution|idee) (?:de faire|que (?:la notre|ce qu|celle))|solution (?:differente|alternative)|contre-proposition|libres? de proposer)\b/,
  },
  {
    concept: 'accord-cadre-general',
    show: ['accord-cadre à bons de commande ou à marchés subséquents'],
    says: /\b(?:(?:au fur et a mesure|a la demande|selon (?:nos|les|le) besoins?|quand on (?:en )?a besoin|au coup par coup|au fil (?:de l'eau|des besoins)|sans (?:savoir|connaitre) (?:les |combien|la |le )|quantites? (?:variables?|inconnues?|pas connues?)|jamais (?:les )?memes quantites|a chaque fois qu'on|(?:par|aux?|a) bons? de commandes?|selon (?:la meteo|les annees|les saisons|l'activite|la demande|les commandes)|ca depend (?:des|du|de la|de l')|(?:entre|de) \d[\d ]{0,20} ?(?:et|a) \d[\d ]{0,20} ?(?:[a-z0-9€]{1,30} ){0,4}?(?:par|\/|chaque|tous les) (?:an|mois|semaine|annee)|quantites? (?:pas|non|difficile\w{0,20}|impossible\w{0,20}|incertain\w{0,20}|approximati\w{0,20})|varie\w{0,20}|(?:change|fluctue|bouge)\w{0,30} (?:selon|suivant|en fonction)|contrat[- ]cadre|accord[- ]cadre|(?:on ne sait pas|on sait pas|impossible de (?:dire|savoir|prevoir)|difficile de prevoir|je ne sais pas|je sais pas) (?:encore |exactement |a l'avance )?(?:combien|les quantites|la quantite)(?! (?:ca|cela|on peut|on a|on va|il y a|je peux|nous pouvons|nous avons|d'argent|d'euros|coute\w{0,20}|il faut|de temps))|pouvoir (?:re)?commander|commander (?:regulierement|quand|toute l'annee|au besoin|pendant)|piocher|fixer les prix a l'avance|suivant les besoins|en fonction des besoins|quantites? (?:au|selon))\b)/,
    unless:
      /\b(?:est deja dans|bon de commande (?:signe|envoye|recu|n)|envoy\w+ (?:un |le )bon de commande|paye\w* au fur|factur\w+ au fur)/,
  },
  {
    concept: 'marche-subsequent',
    says: /\b(?:remett?\w{1,30} (?:les (?:titulaires|entreprises) )?en concurrence (?:a chaque|pour chaque|entre)|remise en concurrence a chaque|re-?consulter|mini-?(?:consultation|concurrence)s?|marches? subsequents?)\b/,
  },
  {
    concept: 'multi-attributaire',
    says: /\b(?:plusieurs (?:titulaires|entreprises titulaires|fournisseurs|prestataires|entreprises|boites) (?:sur|dans|pour|retenu\w{0,20})|(?:deux|trois|2|3|4) (?:fournisseurs|prestataires|entreprises|boites|titulaires) (?:sur|dans|retenu\w{0,20}|en meme temps)|vivier|pool de|a tour de role|tour a tour|chacun(?:e)? (?:a )?son tour|(?:retenu|choisi|selectionn)\w{0,30} (?:d'avance|a l'avance)|(?:sollicit|appel|interrog)\w{0,30} (?:[a-z]{1,30} )?(?:tour a tour|l'une? apres l'autre)|fait tourner|les faire tourner|en cascade|si (?:le|la) premiere? (?:n'est|ne peut|est pas|peut pas|n'a))\b/,
  },
  {
    concept: 'centrale-achat',
    says: /\b(?:ugap|resah|uniha|centrales? d'achats?|la centrale|canut|catalogue (?:deja negocie|de la centrale)|cap oise|approlys|grossiste public)\b/,
  },
  {
    concept: 'groupement-commandes-coop',
    says: /\b(?:(?:achet\w{1,20}|command\w{1,20}|consult\w{1,20}|lancer|marche|contrat)\b[^.!?\n]{0,60}\b(?:a plusieurs|ensemble|en commun|groupee?s?|communes? voisines?|avec (?:la|les|l'|le|d'autres) (?:mairie|communes?|hopita\w{1,20}|departement|region|agglo\w{0,20}|lycees?|ecole voisine|villes?|colleges?|universites?|ccas|interco\w{0,20})|avec (?:nos|notre) (?:voisins?|commune voisine))|(?:communes?|mairies?|hopita(?:l|ux)|departement|agglo\w{0,20}|ccas|universites?|lycees?|colleges?|etablissements?|conseil departemental)\b[^.!?\n]{0,40}\b(?:meme (?:besoin|demande)|rejoindre|se joindre|s'associer|avec nous|se grouper|grouper)|(?:commande|achat|marche|contrat|consultation) (?:commune?|a (?:deux|trois|plusieurs|quatre))|(?:commune|mairie|departement|region|agglo\w{0,20}|ccas|lycee|college|hopital|universite|interco\w{0,20}|syndicat) et nous\b|(?:avec|et) (?:la|les) (?:communes?|mairies?|villes?)\b[^.!?\n]{0,60}\b(?:partag\w{1,20}|ensemble|a deux|a plusieurs|en commun)|(?:se )?partager (?:une?|l'|le|la)|achats? groupes?|groupement de commandes?|se (?:regrouper|mettre ensemble|mettre a plusieurs)|grouper nos (?:achats|commandes)|mutualis\w{1,20})\b/,
  },
  {
    concept: 'cooperation-publique',
    says: /\b(?:s'entraider|(?:travailler|s'arranger|convention) (?:avec|entre) (?:une autre |la |les |l'|le )?(?:mairie|collectivites?|departement|agglo\w{0,20}|commune)[^.!?\n]{0,40}\b(?:sans|entre)|mutualiser avec le departement|entre collectivites)\b/,
  },
  {
    concept: 'quasi-regie',
    says: /\b(?:notre spl|la spl|une spl|in house|quasi-?regie|notre propre structure|sem a nous)\b/,
  },
  {
    concept: 'partenariat',
    says: /\b(?:partenariats? (?:avec (?:une|l'|la|cette) (?:entreprise|societe|boite|start-?up)|gagnant)|partenaire prive|main dans la main)\b/,
  },
  {
    concept: 'convention',
    says: /\b(?:(?:signer|faire|juste|simple|passer) une (?:simple )?convention|conventionner|un accord entre nous|convention (?:suffit|avec l'asso))\b/,
    unless: /convention (?:collective|constitutive)/,
  },
  {
    concept: 'concession-dsp',
    says: /\b(?:dsp|delegation de service public|confier la gestion (?:de|du|des)|laisser une (?:societe|entreprise|boite) exploiter|se (?:paie|paye|remunere) sur (?:les|l')|concession(?:naire)?)\b/,
    unless: /\bconcession(?:s|naire)? (?:du cimetiere|auto\w*|renault|peugeot)|cimetiere/,
  },
  {
    concept: 'conception-realisation',
    says: /\b(?:conception-?realisation|meme equipe (?:dessine|concoit) et|concevoir et (?:construire|realiser)|architecte et (?:l')?entreprise ensemble)\b/,
  },
  {
    concept: 'marche-global-mgp',
    says: /\b(?:construire et (?:faire )?entretenir|resultat garanti|garantie de performance|engag\w+ sur (?:des |les )?economies|baisse de consommation garantie)\b/,
  },
  {
    concept: 'urgence',
    says: /\b(?:urgent\w{0,20}|urgence|urgemment|pour (?:hier|demain)|aujourd'hui (?:meme|sans faute)|des aujourd'hui|(?:quelqu'un|intervention|depann\w{1,20}|il nous faut)\b[^.!?\n]{0,40}\b(?:aujourd'hui|demain|ce soir|lundi matin|tout de suite|immediatement|dans l'heure|sans attendre)|(?:cette nuit|hier|ce matin|ce week-?end)\b[^.!?\n]{0,70}\b(?:tout de suite|il (?:nous )?faut|immediatement|peut pas attendre|au plus vite)|peut pas attendre|plus le temps|tout de suite|(?:super|hyper|tres) presse\w{0,20}|asap|au plus vite|inonde\w{0,20}|inondation|effondre\w{0,20}|a explose|incendie (?:de|du|cette|hier)|a pris feu|a brule|tempete|danger (?:immediat|imminent)|fuite de gaz|menace de s'effondrer|degat des eaux)\b/,
    unless:
      /\b(?:pas (?:d'|si |tres |vraiment |du tout |une |forcement )?(?:tout de suite|urgent|urgence|presse|super urgent)|rien (?:d'|ne )urgent|pas d'urgence|service des urgences|les urgences|aux urgences|vehicules? d'urgence|sac\w{0,20} d'urgence|bloc|commencer|signer|exercice)\b/,
  },
  {
    concept: 'sans-concurrence',
    says: /\b(?:gre[- ]a[- ]gre|sans (?:mise en )?concurrence|sans (?:appel d'offres?|consulter|consultation|(?:passer par|faire|lancer|se prendre la tete avec|s'embeter avec|repasser par) (?:un|une|d'|de) ?(?:marche|appel|procedure|consultation|mise en concurrence))|(?:lui|leur) (?:donner|confier|filer|commander|passer|attribuer) (?:le|la|les|directement|l')|(?:reprendre|garder|rappeler) (?:le|la|les) memes? sans|prendre directement|(?:choisir|prendre|passer par|travailler avec|signer avec) (?:directement|direct) (?:cette|la|l'|le|avec|chez|eux|cet)|directement avec (?:lui|eux|cette|l'))\b/,
    unless: /\b(?:pas|ne) (?:[a-z]+ ){0,3}sans (?:mise|concurrence)/,
  },
  {
    concept: 'exclusivite',
    says: /\bseule?s? (?:l'|le |la |cette |cet |ce )?[a-z][a-z' -]{1,30} (?:a|ont|peut|peuvent|sait|savent|possede|fabrique|detient|propose|fait|est (?:agree|habilite|capable)\w{0,30}) |\b(?:(?:le|la|les|l'unique) (?:seul|seule|seuls|seules) (?:au monde |en france |sur le marche |fabricant |fournisseur |editeur |distributeur |entreprise |societe |personne ){0,6}(?:a |qui |capable|possible|habilite|du marche|au monde|fournisseur)|(?:y a|n'y a|il n'y a|a part) (?:que|qu')\b[^.!?\n]{0,40}\b(?:qui|peut|sait|savent|fait|vend|fabrique)|aucun\w{0,20} autre (?:fournisseur|societe|entreprise|boite|fabricant|editeur|prestataire)[^.!?\n]{0,40}\b(?:fabrique|vend|fait|propose|sait|peut|ne)|personne d'autre (?:n'en|ne|fait|vend|peut|sait|fabrique|n'a)|brevet\w{0,20}|monopole|exclusivit\w{1,20}|fournisseur unique|seul fournisseur|seul (?:distributeur|fabricant|editeur)|seuls? a (?:faire|vendre|fabriquer|savoir|pouvoir|proposer|fournir))\b/,
  },
  {
    concept: 'dialogue-competitif',
    says: /\b(?:(?:on (?:ne )?sait pas|je (?:ne )?sais pas|nous ne savons pas) (?:trop |vraiment |exactement |bien )?(?:quoi (?:demander|ecrire|mettre)|ce qu'il (?:nous )?faut|quelle solution)|construire la solution (?:avec|ensemble)|le probleme mais (?:pas|aucune)|dialogue competitif|trouver la solution (?:ensemble|avec)|aucune idee de la solution)\b/,
  },
  {
    concept: 'negociation',
    says: /\b(?:negoci\w{1,20}|nego\b|discuter (?:le|du|les) (?:prix|tarifs?)|faire baisser (?:le|les|un peu le|leur) prix|ristourne|rabais|petit geste|geste commercial|marchander|(?:demander|obtenir|avoir|faire|gratter|accorder)\w{0,30} (?:une |un |la )(?:petite? )?(?:remise|reduction|effort|geste)(?! (?:en|aux|a|des cles))|baisser (?:leurs?|le|les|ses|la) (?:prix|devis|facture|tarifs?)|un effort sur le prix)\b/,
    unless: /sans (?:negoci|nego)/,
  },
  {
    concept: 'infructueux',
    says: /\b(?:personne n'a (?:repondu|postule|candidate|depose)|(?:aucune|zero|pas (?:eu )?(?:une seule|d')) (?:offre|reponse|dossier|candidat\w{0,20}|pli|proposition)s?\b|n'a eu personne|pas eu de reponse|0 (?:offre|reponse|pli)|infructueu\w{0,20}|rien recu (?:a|comme)|aucun (?:candidat|dossier|pli|fournisseur n'a repondu))\b/,
  },
  {
    concept: 'sans-suite',
    says: /\b(?:(?:annul\w{1,20}|arret\w{1,20}|stopp\w{1,20}|abandonn\w{1,20}) (?:tout|la consultation|la procedure|le marche avant|l'achat|le projet|l'appel d'offres)|laisser tomber|ne (?:le |la )?(?:fait|font|lance) plus|on abandonne|sans suite|plus besoin (?:finalement|du tout)|finalement on ne)\b|\b(?:veut|veulent|voulons|a|ont) plus (?:du|de la|de l'|des|besoin|d[eu']|le faire)\b[^.!?\n]{0,80}\b(?:appel d'offres?|consultation|en ligne|publie\w{0,20}|offres|repondu|candidats?)\b/,
  },
  {
    concept: 'critere',
    show: ["critère d'attribution", 'pondération des critères'],
    says: /\b(?:ex ?aequo|a egalite|meme note|criteres?|pour choisir,|compt\w{1,20} (?:pour|plus|moins|davantage|le plus|autant|surtout|double)|(?:ce qui|le plus) (?:m'|nous )?(?:importe\w{0,20}|compte)|plus important que le prix|pas (?:que|seulement|uniquement) (?:le|sur le|au) prix|(?:le )?prix (?:ne )?(?:doit|devrait|devra|fait|fera) (?:pas |plus )|(?:privilegi|favoris)\w{1,30} (?:la qualite|le prix|le delai|la technique)|qualite avant (?:le )?prix|meilleur rapport qualite|moins[- ]disant|le moins cher|not(?:er|e|ation|ee|es|ees|era|erons|ons)? (?:surtout|les?|sur|la|l'|aussi|davantage|a\b)|(?:seront|sera) (?:appreci|juge|evalu|not)\w{1,30}|(?:appreci|juge|evalu|regard)\w{0,30} (?:sur|surtout|selon|la qualite|la methode)|ponder\w{1,20}|bareme|ce qui compte (?:le plus|surtout|avant tout|pour nous)|(?:compte|comptera|comptent|pese|pesera) (?:pour )?\d{1,12} ?%|le (?:plus important|principal) c'est|(?:prix|qualite|technique|delai)\b[^.!?\n]{0,30}\b\d{1,12} ?%[^.!?\n]{0,40}\b(?:prix|qualite|technique|delai)|points sur|departager|le moins cher (?:gagne|sera|l'emporte|suffit)|uniquement (?:sur )?(?:le )?prix|au moins cher|prendre le moins cher|grille de notation|(?:juge|jugera|jugerons|juger|departage\w{0,20}|classer|comparer) (?:les|des) (?:candidats|offres|reponses)|on les (?:juge|note|classe|compare)|d'abord (?:le|la) (?:prix|delai|qualite|technique)[^.!?\n]{0,30}puis)\b/,
    unless: /\bnotes? de (?:musique|frais|service)|bloc-?notes?/,
  },
  { concept: 'sous-critere', says: /\b(?:sous-?criteres?|detail d'un critere|sous-notes?)\b/ },
  {
    concept: 'references',
    show: ['références professionnelles', 'capacités techniques et professionnelles'],
    says: /\b(?:deja (?:bosse|fait|realise|travaille|equipe|mene|conduit|livre|intervenu)|references\b|reference (?:similaire|equivalente)|experience (?:de|d'|dans|similaire|en|solide|exigee|averee)|experimente\w{0,20}|(?:connaisse|connaisse?nt|habitude de|l'habitude) (?:bien )?(?:les?|la|du|des|de)? ?(?:hopit|ecol|collectiv|public|monument)\w{0,30}|anciens chantiers|qui (?:ont|a) l'habitude|agrements?|qualif(?:ie|ies|ication)\b|certifi(?:e|es|cation)\b|qualibat|habilit\w{1,20})\b/,
    unless:
      /\b(?:habilitation electrique|(?:on|nous|je) (?:a|avons|ai) deja (?:fait|realise|travaille|livre)|formation (?:certifiante|qualifiante))\b/,
  },
  {
    concept: 'capacite-economique',
    says: /\b(?:(?:leurs?|ses|les) (?:chiffres|bilans?|comptes) (?:des|de|sur)|(?:peur|risque|risquent|eviter|crain\w{1,20}) (?:qu'\w{1,30} |que [a-z' ]{2,25} |de )?(?:ne )?(?:coul|depos|faillite|fass\w{1,20} faillite)\w{0,30}|(?:va|vont|puisse|peut) (?:pas )?(?:couler|faire faillite|deposer le bilan)|faire faillite|tienne? financierement|moyens financiers de l'entreprise|reins? (?:assez )?solides?|epaules (?:assez )?(?:larges|solides)|repondant financier|sante financiere|chiffre d'affaires?|financierement solide|(?:boite|entreprise|societe) solide|qui (?:ne )?coule pas|fragile financierement|depot de bilan avant)\b/,
  },
  {
    concept: 'groupement-entreprises',
    says: /\bgroupement (?:de (?:deux|trois|quatre|\d{1,12}|plusieurs) |d'entreprises|qui (?:a|nous|repond|travaille))|\b(?:(?:boites|entreprises|societes|artisans) (?:qui )?(?:repond\w{0,20}|se mett\w{0,20}|s'associ\w{0,20}|veulent repondre) (?:ensemble|a plusieurs|a deux)|repondre ensemble|s'associer pour repondre|consortium|co-?traitan\w{1,20}|se sont mis a (?:deux|trois|plusieurs))\b/,
  },
  {
    concept: 'oab',
    show: ['offre anormalement basse', 'demande de justifications'],
    says: /\b(?:anormalement bas\w{0,20}|(?:trop|tellement|suspect\w{0,20}|louche|bizarrement|etrangement|incroyablement|beaucoup) (?:peu cher|bas|faible|bon marche|moins cher|pas cher)\w{0,30}|casse les prix|dumping|prix brades?|prix suspect|trop beau pour|(?:louche|suspect\w{0,20}|bizarre|dingue|enorme|pas credible|n'y croi\w{1,20}|etrange)\b[^.!?\n]{0,60}\b(?:offre|prix|devis|ecart|montant|proposition)|(?:offre|prix|devis|ecart|montant)\b[^.!?\n]{0,60}\b(?:louche|suspect\w{0,20}|dingue|enorme|pas credible|etrange|beaucoup trop)|moitie (?:prix|moins cher)|deux fois moins cher)\b/,
    unless: /\bailleurs|sur internet\b/,
  },
  {
    concept: 'offre-irreguliere',
    show: ['offre irrégulière', "régularisation de l'offre"],
    says: /\b(?:(?:devis|offres?|reponses?|propositions?|candidats?)\b[^.!?\n]{0,60}\b(?:alors qu'(?:on|il)|alors que (?:le cahier|nous|la)|au lieu d|pas ce qu'on (?:a |avait )?demand\w{0,20}|ne correspond\w{0,20} pas|sans respecter)|(?:n'a|n'ont|a|ont) pas (?:fourni|joint|signe|rempli|mis|envoye|chiffre|donne)\b|(?:il )?manque (?:un|une|des|le|la|\d{1,12}) (?:papier|piece|document|attestation|memoire|signature|annexe|prix|devis|bordereau)\w{0,30}|(?:reponse|offre|dossier) incompl\w{1,20}|(?:offre|reponse) (?:ne )?respecte pas|pas suivi (?:le|notre) cahier|hors des clous|oublie de (?:signer|joindre|remplir|fournir)|pas joint|non conforme au (?:dossier|cahier))\b/,
  },
  {
    concept: 'offre-inacceptable',
    says: /\b(?:(?:offres?|devis|propositions?|candidats?|reponses?|moins-disant|soumissionnaires?)\b[^.!?\n]{0,70}\b(?:depass\w{1,20}|hors budget|au[- ]dessus|trop cher\w{0,20}|excede\w{0,20}|plus cher\w{0,20})\b|trop chers? pour (?:notre|le) budget|hors budget|(?:offres?|devis) (?:toutes? )?(?:trop cheres?|au-dessus))\b/,
    unless: /\b(?:ne (?:doit|doivent|pas)|pas (?:depasser|plus cher)|sans que)\b/,
  },
  {
    concept: 'offre-inappropriee',
    says: /\b(?:hors sujet|n'importe quoi|a cote de la plaque|rien a voir|repond pas du tout)\b/,
  },
  {
    concept: 'rejet',
    show: ['notification de rejet et délai de suspension'],
    says: /\b(?:(?:prevenir|dire|annoncer|informer|courrier|mail|lettre)\b[^.!?\n]{0,40}\b(?:perdants?|pas (?:ete )?(?:retenus?|pris|choisis?)|non retenus?|recales?|evinces?)|lettre de (?:refus|rejet))\b/,
  },
  {
    concept: 'motifs-rejet',
    says: /\b(?:(?:pas|non) (?:ete )?(?:retenu|choisi|pris|selectionne)\w{0,30}\b[^.!?\n]{0,40}\b(?:exig|demand|veut|voudr|reclam|contest|proteste)\w{0,30}|perdant|evince|pas (?:ete )?(?:retenue?|pris|choisie?)|recale|deuxieme|candidat)\b[^.!?\n]{0,60}\b(?:pourquoi|explications?|ses notes|sa note|conteste|justifi\w{1,20}|raisons?)\b/,
  },
  {
    concept: 'recours',
    says: /\b(?:proces|tribunal|attaqu\w+ (?:le marche|en justice|devant)|porter plainte|contentieux|(?:le|un|au) juge|avocats? (?:du|de l'|des) (?:candidat|entreprise|perdant)|refere|recours)\b/,
    unless:
      /\b(?:jug(?:er|e) (?:les|utile|bon)|pour nous (?:defendre|representer)|prendre un avocat|conseil juridique)\b/,
  },
  {
    concept: 'favoritisme',
    says: /\b(?:arrang\w{1,20} (?:le|un peu le) (?:cahier|marche|dossier)|pour que ce soit (?:lui|eux|elle)|coup de pouce|magouill\w{1,20}|pistonn\w{1,20}|truqu\w{1,20}|copinage|favoris\w{1,20} (?:cette|une|la|cet|le|notre)|fait sur mesure pour|ecrit pour (?:lui|eux|cette))\b/,
    unless: /favoriser (?:la|une|le) (?:marche|bio|dialogue|tri|mobilite)/,
  },
  {
    concept: 'conflit-interets-situation',
    show: ["conflit d'intérêts", 'impartialité', "déport de l'agent concerné"],
    says: /\b(?:(?:c'est|est|etant) (?:le |la |l')?(?:mari|femme|frere|soeur|fils|fille|pere|mere|cousine?|conjointe?|compagn\w{1,20}|beau-?frere|belle-?soeur|epou\w{1,20}|neveu|niece|gendre|amie?|voisine?|parent)\w{0,30} (?:du|de la|de l'|de notre|d'une?|des) [a-z]{1,30}|(?:beau|belle)-?(?:frere|soeur|pere|mere|fils|fille|famille)|(?:mon|ma|mes|son|sa|notre) (?:cousine?s?|frere|soeur|mari|femme|fils|fille|conjointe?|copain|copine|ami|amie|voisin|pere|mere|oncle|neveu|compagn\w{1,20}|epou\w{1,20}|meilleur\w{0,20} ami\w{0,20})|un (?:ami|copain|pote|proche)|conflits? d'interets?|connais (?:bien |tres bien |personnellement )?(?:le (?:patron|gerant|directeur)|quelqu'un (?:dans|chez)))\b[^.!?\n]{0,80}\b(?:tient (?:la|le|l'|une?)|possede|postul\w{1,20}|actionnaire|boite|entreprise|societe|candidat\w{0,20}|fournisseur|travaille|bosse|chez|repond\w{0,20}|commercial|patron|gerant|marche|dirige|associe|d'interets?|interets?)\b/,
  },
  {
    concept: 'conflit-interets-situation',
    says: /\b(?:conflits? d'interets?|sa femme travaille|parts? dans (?:la|cette|l') (?:boite|entreprise|societe))\b/,
  },
  {
    concept: 'cadeaux',
    says: /\b(?:(?:offr\w{1,20}|offert\w{0,20}|invit\w{1,20}|cadeaux?|envoy\w{1,20}|propose)\b[^.!?\n]{0,50}\b(?:champagne|restos?|restaurant|match|places|week-?end|voyage|chocolats?|bouteilles?|vin|seminaire|caisse|diner|dejeuner|foie gras|noel|cartes? cadeaux?)|cadeaux? d[eu']|goodies)\b/,
    unless:
      /\b(?:cadeaux? (?:de noel|de fin d'annee)? ?(?:pour|aux|des|a nos) (?:les )?(?:agents|enfants|aines|seniors|personnel)|colis|noel des|agence de voyages?)\b/,
  },
  {
    concept: 'entente-candidats',
    says: /\b(?:mises? d'accord|(?:devis|offres|prix)\b[^.!?\n]{0,30}\b(?:se ressemblent|identiques|memes fautes|arranges?)|cartel|entente|(?:la meme|les memes|le meme|identiques?) (?:offre|prix|devis|proposition)s?|au centime pres|s'entend\w{1,20} (?:sur|entre)|se sont (?:entendu|concerte|arrange)\w{0,30}|arrange\w{0,20} entre eux)\b/,
  },
  {
    concept: 'publicite',
    show: ['publicité', "publication d'un avis d'appel à la concurrence"],
    says: /\b(?:(?:mettre|passer|publier|paraitre|faire) (?:une |un |l'|l' ?)?(?:annonce|avis)|boamp|journal d'annonces|faire savoir qu'on cherche|publicite (?:du|au|dans le) (?:marche|boamp)|joue\b)/,
    unless: /\b(?:annonce d'emploi|recrut\w+|encart|joue (?:avec|un|le))\b/,
  },
  {
    concept: 'delai-reponse',
    show: ['délai de réception des offres selon la complexité', 'date limite de réception des offres'],
    says: /\b(?:(?:laiss\w{1,20}|donn\w{1,20}|accord\w{1,20}) (?:leur |les )?(?:combien|quel delai)|(?:combien de (?:temps|jours)|quel delai|delai)\b[^.!?\n]{0,60}\b(?:pour repondre|aux entreprises|pour (?:deposer|remettre)|candidats|reponse|leur (?:laisse\w{0,20}|donne\w{0,20}))|date limite|rendre leur copie|dlro)\b/,
  },
  {
    concept: 'prolongation-remise',
    says: /\b(?:(?:entreprises?|candidats?|boites?)\b[^.!?\n]{0,40}\b(?:plus de temps|delai (?:en plus|supplementaire))[^.!?\n]{0,40}|repousser la date (?:de (?:reponse|remise)|limite)|(?:candidats?|consultation)\b[^.!?\n]{0,60}\b(?:prolong|report|repouss|decal)\w{0,30} (?:le |la )?(?:delai|date))\b/,
    unless: /\b(?:livrer|chantier|travaux|finir|terminer)\b/,
  },
  {
    concept: 'questions-reponses',
    says: /\b(?:questions? (?:des?|d'un|d'une) (?:candidats?|entreprises?|boites?)|(?:candidat|entreprise|boite|societe)s? (?:m'|nous |me )?(?:appelle|pose|telephone|demande)\w{0,30}\b[^.!?\n]{0,50}\b(?:precision|question|renseignement|avant de repondre|consultation))\b/,
  },
  {
    concept: 'planning-procedure',
    show: ['calendrier prévisionnel de la procédure', 'rétroplanning de passation'],
    says: /\b(?:(?:combien de temps|quel delai|quand)\b[^.!?\n]{0,40}\b(?:lancer|demarrer|avoir (?:mon|un|le) (?:prestataire|marche|contrat)|faire (?:un|le) marche|la procedure|prend(?:ra)? (?:la|le|un|ce)|s'y prendre|faut[- ]il (?:lancer|prevoir|compter))|retroplanning|calendrier (?:de l'achat|de la procedure|du marche)|c'est (?:encore )?(?:jouable|faisable) (?:pour|avant|d'ici))\b/,
  },
  {
    concept: 'cahier-des-charges',
    show: ['documents de la consultation (technique, administratif, règle du jeu, prix)'],
    says: /\b(?:cahiers? des charges?|cdc|le cahier)\b/,
  },
  {
    concept: 'cctp',
    show: ['cahier des clauses techniques particulières'],
    says: /\b(?:partie technique (?:du|d'un) cahier|descriptif technique|cctp)\b/,
  },
  { concept: 'pieces-prix', says: /\b(?:tableau de prix|grille tarifaire|annexe prix|fichier (?:excel )?des prix)\b/ },
  { concept: 'bpu', says: /\b(?:liste des prix|prix (?:de chaque|par) article|bpu|bordereau (?:de|des) prix)\b/ },
  {
    concept: 'rao',
    says: /\b(?:analyse(?:r)? (?:des|les) offres|rapport d'analyse|tableau de notation|jury d'analyse)\b/,
  },
  { concept: 'cao', says: /\b(?:cao|commission (?:d'appel d'offres?|des marches|qui attribue))\b/ },
  { concept: 'mapa', says: /\b(?:mapa|procedure (?:adaptee|simple|souple|allegee)|petite consultation)\b/ },
  {
    concept: 'appel-offres',
    says: /\b(?:appels? d'offres?|lancer un ao)\b/,
    unless: /\bsans (?:appel|passer|faire d'appel)|commission d'appel/,
  },
  { concept: 'encheres', says: /\b(?:encheres? (?:inversees?|electroniques?)|faire baisser le prix en ligne)\b/ },
  {
    concept: 'concours-procedure',
    says: /\b(?:(?:dessine|esquisse|projet)\w{0,30}\b[^.!?\n]{0,40}\b(?:sans gagner|plusieurs equipes|perdants)|concours (?:d'archi\w{0,20}|de maitrise)|choisir sur esquisses?|faire dessiner plusieurs projets)\b/,
  },
  {
    concept: 'communication-cada',
    says: /\b(?:journaliste|cada)\b[^.!?\n]{0,60}\b(?:contrat|marche|document|prix|facture)s?\b/,
  },
  {
    concept: 'secret-affaires',
    says: /\b(?:propositions?|offres?|dossiers?|prix|memoires?|devis|reponses?) (?:du|de son|de leurs?|de l'entreprise|des) (?:gagnant|concurrent|retenue?|autres|attributaire|vainqueur)s?\b|\b(?:offre|dossier|prix)s? (?:de son concurrent|du (?:gagnant|concurrent)|des autres)\b/,
  },
  {
    concept: 'rachat-occasion-liquidation',
    says: /\b(?:liquidation|en faillite|cessation d'activite)\b[^.!?\n]{0,60}\b(?:brad\w{1,20}|achet\w{1,20}|profit\w{1,20}|racheter|recuper\w{1,20}|prix)\b/,
  },
];
