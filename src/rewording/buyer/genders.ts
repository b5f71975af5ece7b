import { fold } from '../../text/words.ts';

/** Nouns in the feminine that their ending does not betray, as departments name what is theirs. */
const FEMININE = new Set(
  `mairie commune ville cantine boite piscine cuisine salle cour ecole flotte demande offre equipe date enveloppe liste page
   plateforme adresse ligne machine marque base piste porte rue route place classe creche ferme gare plage zone banque
   caisse chaudiere voiture camionnette remorque tondeuse presse charge commande lettre note feuille fiche carte lampe
   chaine fontaine toiture fenetre facade terrasse tour bibliotheque mediatheque ludotheque crise cible gamme forme norme
   reforme somme maison region metropole agglo appli photocopieuse imprimante chambre charte pharmacie periode premiere
   derniere nouvelle vieille grande petite ancienne future principale meilleure exigence tutelle
   directrice cheffe preference assistante main part fin foret mission loi clef cle
   dette reponse reprise maintenance com direction population collectivite assurance facture taille
   cooperative regie fete ludo scene halle tribune pelouse benne balayeuse nacelle pompe cuve citerne serre chaufferie
   clim sono video photo moto auto radio tele info doc biblio compta copro drogue ruche station rotonde serrure alarme`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
const MASCULINE_ANYWAY = new Set(
  `service musee lycee stade gymnase college siege parking centre site budget contrat marche stage projet musee domaine
   systeme probleme reglement patrimoine programme logiciel batiment prestataire fournisseur materiel groupe collegue
   chiffre cadre maire cimetiere telephone vehicule personnel public interlocuteur poste ordre titre compte fichier
   incendie silence square theatre theme volume passage nettoyage chauffage eclairage menage etage garage affichage
   parapluie genie foie cahier document portable planning plan comite conseil mobilier parc perimetre role rythme arbitre
   modele article dossier magasin atelier bureau reseau serveur standard tableau chantier quartier courrier loyer
   accueil usage besoin choix prix avis delai retard stock linge linoleum terrain jardin accord partenaire architecte
   titulaire locataire commissaire secretaire comptable responsable chef directeur mode code type`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
const FEMININE_ENDING =
  /(?:tion|sion|xion|union|pinion|gion|son|te|tie|rie|nie|gie|phie|mie|die|lie|vie|sie|chie|ure|ence|ance|ade|ette|esse|ille|elle|ee|erie|ude|ine|ise|aison|tude|trice|euse|ere|ienne|onne|otte|ouse|oupe|ole|ace|ale|ane|asse|ette)$/;
const MASCULINE_ENDING =
  /(?:age|isme|ment|eau|oir|ier|er|teur|iste|aire|et|al|ail|euil|(?<!uni|pini|gi|ti|si|xi|s)on|in|ain|ien|art|ard|ent|ant|is|us|as|os)$/;

/** Gender of a noun as its form tells it: a guess good enough for an article, masculine when nothing tells. */
export function isFeminine(noun: string): boolean {
  const word = fold(noun).replace(/s$/, '');
  if (FEMININE.has(word)) return true;
  if (MASCULINE_ANYWAY.has(word)) return false;
  return FEMININE_ENDING.test(word) && !MASCULINE_ENDING.test(word);
}
