// One list of words, read in one go by ./spelling.ts: data without logic.
/** Words whose letters without accents are no French word: haste drops accents, a note has them. Written as a note would. */
export const ACCENTED: readonly string[] = `
  accélérer accès accessibilité achèterait achète achètent acquérir activité activités adhésion
  aération aérosol agréé agréer agréable agréables aînés aléa aléas allée allées amélioration améliorations améliorer
  aménagement aménagements aménager ancienneté anesthésie année années antidérapant antidérapants août apéritif
  appréciation apprécier arrêt arrêter arrête arrêts arrière atténuer autorité autorités
  bâche bâches bâtiment bâtiments bénéfice bénéficiaire bénéficiaires bénéficier bénévole bénévoles béton
  bibliothèque bibliothèques bientôt billetterie brûler  
  cafétéria câble câbles câblage capacité capacités caractère caractéristique caractéristiques catégorie catégories cérémonie
  chaîne chaînes châssis chauffée chaudière chaudières chèque chèques chômage chômeur chômeurs chômeuses château cimetière cimetières clé clés clôture clôtures
  collectivité collectivités collègue collègues collège collèges comité compatibilité compétence compétences complément compléter complète complètes
  complexité comptabilité concrètement conférence confidentialité conformité connaître contrôle contrôler contrôles  
  copropriété côtés coût coûts coûte coûtent coûter coûterait coûtera créer crèche crèches crédit crédits critère critères cuisinière
  débarrasser débit début débuter décaler décembre décès décharge déchèterie déchet déchets décider décision décisions décoration décorations décrire décrit découper
  défaut défauts défaillance défibrillateur défibrillateurs définir définitif définition dégât dégâts déjà déjeuner déjeuners délai délais déménagement déménagements déménager
  démarche démarches démarrage démarrer démolir démolition démontage démonter dénoncer départ départs département départementale départements dépannage dépanner dépasse dépassent dépasser
  dépense dépenses dépenser déplacement déplacements déplacer dépôt dépôts déposer dératisation dernière dernières dérouler désherbant désherbage désherber désinfection
  désormais détail détails détecteur détecteurs deuxième développement développer développeur diététique différence différent différents différente différentes différemment difficulté difficultés
  dîner disponibilité diversité dixième donnée données durée durées
  écart écarter échafaudage échafaudages échange échanger échanges échantillon échantillons échéance échelle échelles échelon éclairage éclairages école écoles écologie écologique écologiques économe économie économies économique économiques écran écrans écrire écrit écrits
  éditeur éditeurs éducateur éducateurs éducatif égal également égalité église égout égouts élaborer élagage élagages élections électricien électriciens électricité électrique électriques électronique électroniques élève élèves élément éléments élu élus
  embêter émission émissions employés empêcher énergie énergies énergétique énergétiques énorme énormément enquête enquêtes entité entités entrée entrées enlèvement  
  épais époque équilibre équipe équipes équipement équipements équiper équivalent équivalente équivalents espèce étage étages étagère étagères étaient était étanche étanchéité étant état états étape étapes éteindre étendue étiquette étiquettes être êtes étroit étude études étudier étudiant étudiants étudiante
  européen européenne éviter évaluation évaluer évènement évènements événement événements éventuel éventuelle éventuellement éventuels évident évidemment évier évolution évolutions exécuter exécution expérience expériences expérimenté extérieur extérieure extérieurs extérieurement extrême extrêmement
  façade façades facilité façon façons faïence fenêtre fenêtres fête fêtes février fiabilité fidélité finalité foncière   fraîcheur fraîches fréquence fréquent fréquentation
  gâteau gâteaux gêne gêner général générale généralement généraux génératrice généreux géomètre géomètres gère gèrent gérer gériatrie gérontologie goûter goûters grâce grève guêpe guêpes guérir
  hébergement hébergements héberger héberge hélas hélicoptère hétérogène hôpital hôpitaux hôte hôtel hôtels hôtesse hôtesses humidité hygiène
  idéal idéalement idée idées immédiat immédiate immédiatement impératif impérativement imprévu imprévus imprévue imprévues incohérence indépendant indépendante indemnité indemnités ingénierie ingénieur inquiète insérer intégrer intégralité intérêt intérêts intéressant intéresse intéresser intérieur intérieure intérimaire intermédiaire irrégulière irrégulier
  journée journées  
  là-bas légal légale légalement léger légère légères légèrement légume légumes libère liberté localité lumière lumières lycée lycées lycéen lycéens
  mâchoire maçon maçons maçonnerie maître maîtrise majorité malgré maraîcher maraîchers maréchal matériau matériaux matériel matériels maternité mécanicien mécanique médecin médecins médiathèque médiathèques médical médicale médicaux médicament médicaments médiateur mélange même mêmes mémoire mémoires ménage ménager ménagers mensualité mérite météo méthode méthodes mètre mètres métro métier métiers métropole méthodologie minéral misère modèle modèles moitié musée musées
  naître néanmoins nécessaire nécessaires nécessité nécessite négliger négocier négociation négociations néon néons nettoyée  nouveauté numéro numéros numérique numériques
  œuvre œuvres opéra opération opérations opérationnel opérationnelle opérateur opérateurs  
  paramètre parallèle particulière particulièrement pâtisserie pâtisseries pédagogie pédagogique pédagogiques pénal pénalité pénalités pénaliser pénible pépinière pérenne période périodes périodique périodiques périphérique périphériques périmètre périscolaire périssable personnalité phénomène pièce pièces piège piéton piétons piétonne piqûre plâtre plénière plutôt poêle poêles pôle pôles poignée possède possèdent possibilité possibilités poussière poussières précédent précédente précédents préau précédemment précise précises précisément préciser précision précisions préconiser préfabriqué préfabriqués préfecture préfectures préfère préfèrent préférable préférence préférences préférer prélèvement prélèvements prélever premièrement première premières prénom préparation préparer prépare présence présent présente présentes présents présentation présenter président présidente prêt prête prêter prêts prétexte prévenir prévention prévient prévision prévisions prévisionnel prévoir prévoit prévoient prévu prévue prévus prévues priorité problème problèmes procède procédure procédures procès propreté propriété propriétaire propriétaires protège protéger protégé proximité psychomotricité publicité puéricultrice
  qualité qualités quantité quantités quatrième 
  rafraîchir rafraîchissement réactif réactive réactivité réalisation réalisations réaliser réalise réaliste réalité récemment récent récente récents réception réceptionner récépissé récolement récompense récupération récupérer récupère réduction réduire réduit réel réelle réellement réemploi référence références référent réfectoire réfection réfléchir réfrigérateur réfrigérateurs régie régies région régions régional régionale régisseur règle règles règlement règlements réglementaire réglementation réglable réglables régler régulier régulière régulièrement réguliers régulières remède rémunération rénovation rénovations rénover réorganisation réorganiser réparable réparateur réparation réparations réparer répare répartition repère répéter répète répertoire répondent répondre répond répondu réponse réponses représentant représenter réseau réseaux réserve réserver réserves réservation réservations résident résidents résidence résidences résilier résiliation résine résistance résistant résistants résister résolu responsabilité responsabilités résultat résultats rétablir réunion réunions réutilisable réutilisables réutilisation réutiliser réveil révision révisions réviser rez-de-chaussée rôle rôles
  santé salarié salariés scène scènes schéma schémas séance séances sécheresse sécher sécurisation sécuriser sécurité séjour séjours sélection sélectionner sélectif sénior séniors séparation séparer séparément série séries sérieuse sérieux sérieusement sévère siège sièges simplicité société sociétés soirée soirées solidarité spécial spéciale spéciaux spécialement spécialisée spécialiste spécialistes spécialité spécifique spécifiques spécification spécifications stérile stériles stérilisation stratégie stratégique succès  sûre sûrement surcoût sûreté supérieur supérieure supplément supplémentaire supplémentaires système systèmes systématique systématiquement
    télé téléphone téléphones téléphonie télésurveillance télétravail télévision téléviseur température températures tempête tempêtes témoin théâtre théâtres théorique thème thèmes tôt totalité tôle tôles traçabilité trésor trésorerie trésorier très troisième  
  unité unités université universités utilité
  véhicule véhicules vélo vélos vérification vérifications vérifier vétérinaire vétérinaires vétuste vétustes vêtement vêtements vidéo vidéos vidéoprojecteur vidéoprojecteurs vidéosurveillance 
`
  .split(/\s+/)
  .filter((word) => word !== '');

/** Nouns and adverbs that open with a vowel, before which haste drops the apostrophe: «dencre», «dici», «lecole». */
export const AFTER_APOSTROPHE: readonly string[] = `
  abonnement abri abris accès accident accueil achat achats acier acte action activité adhésion adresse affiche agence agent agents agglo agrès aide air
  alarme alarmes alcool alimentation ambulance ambulances amiante ami amende an analyse animation animations année annexe annonce antenne antivirus appareil appareils appel appels appli application arbre arbres architecte archives argent armoire armoires artisan artisans
  ascenseur ascenseurs aspirateur aspirateurs assainissement assistance association assurance assurances atelier ateliers attribution audit autocar autocars automne autres autre avance avenant avis avocat
  eau eaux échafaudage échantillon échantillons éclairage école écoles écran écrans éditeur électricité élagage élections élèves embauche emballage emploi encadrement encombrants encre énergie enfants engins enquête entreprise entreprises entretien enveloppes environ équipe équipes équipement équipements escalier espace espaces essai essence estimation étage état étude études étudiants événement évènement exposition extincteurs extincteur
  habitants habits herbe heure heures hiver homme hôpital horaires hôtel hôtels huile humidité hygiène
  ici idée immeuble impression imprimante imprimantes imprimeur incendie informations informatique infos ingénieur insertion inspection installation intérim internet interprète intervention interventions interventions inventaire isolation
  objet occasion œuvre œuvres office offre offres ombre opérateur opération ordi ordinateur ordinateurs ordis organisation organisme outillage outils outil ouverture ouvrage ouvriers
  urgence urgences usage usager usagers usine utilisateurs utilisation
`
  .split(/\s+/)
  .filter((word) => word !== '');
