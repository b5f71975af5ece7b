// One table: what is bought, in the words people use, and what has to be known of it.

import { allMatches } from '../../french/all-matches.ts';
import type { AskedKind, CountedIn } from '../../text/rewording-questions.ts';

export interface Trade {
  readonly id: string;
  /** Trades of one family are sold by the same firms: bought together they are one need and one lot. */
  readonly family: string;
  /** In French, to name a lot. */
  readonly label: string;
  readonly kind: AskedKind;
  /** Undefined when no figure sizes the need (a study, a single building work). */
  readonly counted: CountedIn | undefined;
  /** The user changes the specification. */
  readonly users: boolean;
  /** Delivered or done somewhere. */
  readonly placed: boolean;
  /** Lasts by nature: a contract of several months or years. */
  readonly lasting: boolean;
}

type Row = readonly [
  id: string,
  family: string,
  label: string,
  kind: Trade['kind'],
  counted: CountedIn | '',
  flags: string,
  names: string,
];

/** Flags: u = users change the specification, p = there is a place, l = lasts. Names are folded singulars. */
const ROWS: readonly Row[] = [
  [
    'computers',
    'it',
    'matériel informatique',
    'goods',
    'workstations',
    'up',
    "ordinateur,ordi,ordi portable,ordinateur portable,pc,pc portable,pc fixe,portable,poste informatique,poste de travail,station de travail,tablette,ipad,ecran,moniteur,clavier,souris,materiel informatique,equipement informatique,matos info,matos informatique,macbook,chromebook,unite centrale,station d'accueil,webcam,casque audio,parc informatique,pc de bureau,ordinateur fixe,ordinateur de bureau,poste fixe,clavier et souris,sacoche d'ordinateur",
  ],
  [
    'servers',
    'it',
    'infrastructure informatique',
    'goods',
    'items',
    '',
    "serveur,switch,commutateur,baie de stockage,onduleur,borne wifi,wifi,pare-feu,firewall,routeur,cablage,cablage informatique,reseau informatique,sauvegarde,nas,disque dur,cle usb,baie informatique,baie de brassage,point d'acces wifi",
  ],
  [
    'printers',
    'it',
    'solutions d’impression',
    'goods',
    'items',
    'p',
    "copieur,photocopieur,photocopieuse,imprimante,multifonction,traceur,scanner,toner,cartouche,cartouche d'encre,destructeur,plastifieuse",
  ],
  [
    'audiovisual',
    'av',
    'matériel audiovisuel',
    'goods',
    'items',
    'p',
    'videoprojecteur,video projecteur,video-projecteur,vp,ecran interactif,tableau interactif,tbi,tni,vpi,ecran dynamique,televiseur,television,tele,sono,sonorisation,micro,enceinte,camera de visio,visioconference,visio,appareil photo,camescope,drone,eclairage scenique,projecteur,materiel audiovisuel,materiel de sono,console,table de mixage,liseuse,borne interactive,borne,casque,camera video,pupitre de conference,materiel video,equipement audiovisuel,materiel son,sono portable,microphone,ampli,amplificateur',
  ],
  [
    'phones',
    'telecom',
    'téléphonie',
    'goods',
    'items',
    'p',
    'telephone,oreillette,telephone portable,smartphone,mobile,standard telephonique,telephonie,autocom,forfait mobile,ligne telephonique,telephonie mobile,telephonie fixe,terminal,talkie,talkie-walkie,radio,systeme telephonique,ipbx,poste telephonique,dect',
  ],
  [
    'internet',
    'telecom',
    'accès à internet',
    'service',
    'sites',
    'pl',
    'acces internet,fibre,connexion internet,abonnement internet,lien internet,abonnement telephonique',
  ],
  [
    'software',
    'software',
    'logiciel',
    'service',
    '',
    'ul',
    "logiciel,appli,application,progiciel,licence,saas,outil de gestion,solution logicielle,plateforme,suite bureautique,antivirus,gmao,sirh,erp,crm,ged,sig,outil numerique,outil informatique,office 365,microsoft 365,adobe,logiciel metier,portail famille,chatbot,billetterie,logiciel de gestion,outil de reservation,systeme de reservation,systeme d'information,reservation en ligne,paiement en ligne,coffre-fort numerique,signature electronique,dematerialisation,espace numerique",
  ],
  [
    'website',
    'web',
    'site internet',
    'service',
    '',
    'u',
    'site web,site internet,refonte du site,refonte de site,intranet,extranet,portail web',
  ],
  [
    'hosting',
    'it',
    'hébergement et infogérance',
    'service',
    '',
    'l',
    'messagerie electronique,migration messagerie,migration de messagerie,migration de la messagerie,hebergement de donnees,hebergement informatique,hebergement web,infogerance,cloud,supervision informatique,maintenance informatique,support informatique',
  ],
  [
    'subscription',
    'subscription',
    'abonnements',
    'service',
    'accesses',
    'l',
    'abonnement,base de donnees,revue,periodique,presse,documentation juridique,base documentaire,ressource numerique',
  ],
  [
    'furniture',
    'furniture',
    'mobilier',
    'goods',
    'items',
    'up',
    "mobilier,meuble,chaise,table,bureau,fauteuil,armoire,etagere,caisson,canape,banquette,rayonnage,vestiaire,casier,siege,tabouret,bureau assis-debout,bureau reglable,pupitre,table de reunion,mobilier scolaire,mobilier de bureau,paravent,cloison acoustique,cabine acoustique,phone box,lampe,lampe de bureau,porte-manteau,tableau blanc,banc,bibliotheque metallique,table ronde,mange-debout,chauffeuse,pouf,comptoir,banque d'accueil,isoloir,estrade,chaise pliante,table pliante,lit superpose,chevet,table de chevet,meuble de rangement,armoire a langer,plan de travail,siege de bureau,strapontin,gradin telescopique",
  ],
  [
    'urban',
    'urban',
    'mobilier urbain',
    'goods',
    'items',
    'p',
    "banc public,corbeille,poubelle,mobilier urbain,potelet,barriere,abribus,abri velo,arceau,arceau velo,rack a velo,panneau,panneau de signalisation,signaletique,panneau d'affichage,plaque de rue,jardiniere,bac a fleur,borne de recharge,borne electrique,irve,panneau lumineux,conteneur,bac roulant,composteur,corbeille de rue,abri,borne anti-belier,borne escamotable,totem,panneau de rue,panneau routier,miroir routier,radar pedagogique,toilette publique,sanisette,table de pique-nique,table pique-nique,cendrier,fontaine a boire,sac a dejection,barrieres,ralentisseur amovible,nichoir,range-velo,rack,station de gonflage,signaletique exterieure",
  ],
  [
    'playground',
    'playground',
    'aires de jeux',
    'goods',
    'items',
    'up',
    'jeu exterieur,aire de jeu,jeu,toboggan,balancoire,structure de jeu,city stade,sol souple,sol amortissant,skatepark,skate park,pumptrack,agres,agres de fitness,tapis de motricite,jouet',
  ],
  [
    'sport',
    'sport',
    'équipement sportif',
    'goods',
    'items',
    'p',
    "materiel sportif,equipement sportif,materiel de sport,ballon,but de foot,panier de basket,tapis de gym,tatami,velo d'appartement,trampoline,kayak,filet,materiel de gymnastique,poutre,barre parallele,canoe,paddle,raquette,table de ping-pong,table de ping pong,haltere,materiel de musculation,mur d'escalade,optimist,materiel nautique,vetement de sport,chasuble",
  ],
  [
    'vehicles',
    'vehicles',
    'véhicules',
    'goods',
    'vehicles',
    'up',
    'vehicule,voiture,fourgon,fourgonnette,camion,camion benne,camionnette,utilitaire,vehicule utilitaire,minibus,velo,velo electrique,velo a assistance electrique,vae,scooter,trottinette,ambulance,benne,remorque,balayeuse,nacelle,tracteur,engin,chariot elevateur,tractopelle,mini-pelle,minipelle,berline,citadine,berlingo,kangoo,bom,vehicule de service,parc automobile,vehicule electrique,velo cargo,triporteur,camion plateau,camion grue,voiture electrique,fourgon electrique,voiturette,quad,camion frigorifique,poids lourd,fourgon mortuaire,epareuse,saleuse,lame de deneigement,bateau,vedette,barque,moto',
  ],
  [
    'fuel',
    'fuel',
    'carburant et énergie',
    'goods',
    'volume',
    'pl',
    "carburant,gazole,gnr,essence,fioul,granule,pellet,bois de chauffage,electricite verte,fourniture d'electricite,fourniture de gaz,achat d'electricite,gaz naturel,energie,carte carburant",
  ],
  [
    'garage',
    'vehicles',
    'entretien des véhicules',
    'service',
    'vehicles',
    'l',
    'entretien des vehicules,reparation de vehicule,reparation automobile,piece detachee,pneu,pneumatique,controle technique,lavage de vehicule,carrosserie',
  ],
  [
    'transport',
    'transport',
    'transport de personnes',
    'service',
    'people',
    'p',
    "transport,bus,autocar,car avec chauffeur,car de tourisme,bus avec chauffeur,transport scolaire,navette,taxi,transport de personnes,billet de train,voyage,deplacement professionnel,transport sanitaire,vtc,transport d'eleves,location de car,location d'autocar,minibus avec chauffeur,location de vehicule avec chauffeur,ramassage scolaire,transport a la demande,covoiturage,autopartage,billet d'avion,agence de voyages,agence de voyage,affretement,demenagement d'oeuvres,transport d'oeuvres,messagerie routiere",
  ],
  [
    'moving',
    'moving',
    'déménagement',
    'service',
    'volume',
    'p',
    "demenagement,transfert de mobilier,demenageur,demenager,manutention,garde-meuble,archivage,stockage d'archive,tri des archives,classement d'archives,numerisation des archives,demontage de mobilier,demenagement d'archives,demenagement du service,recolement,microfilmage",
  ],
  [
    'catering',
    'catering',
    'traiteur',
    'service',
    'people',
    'p',
    "traiteur,buffet,cocktail,plateau repas,plateau-repas,repas de noel,repas des aines,repas des anciens,repas de fin d'annee,repas du personnel,repas des seniors,pot,vin d'honneur,aperitif,petit-dejeuner,food truck,gouter,banquet,cafe d'accueil,lunch,vin,champagne,brunch,plateau dejeuner,cocktail dinatoire,cocktail dejeunatoire,repas de gala,diner,dejeuner,pause cafe,pauses cafe,pause gourmande,galette,buches,repas de noel des aines,sandwich,panier repas,panier-repas",
  ],
  [
    'meals',
    'meals',
    'restauration collective',
    'service',
    'meals',
    'pl',
    'restauration scolaire,restauration collective,cantine,portage de repas,repas,denree,denree alimentaire,viande,legume,fruit,fruit et legume,pain,surgele,produit laitier,epicerie,poisson,alimentation,lait,boisson,cafe,gestion de la cantine,restauration,repas livre,gouter des enfants,viennoiserie,yaourt,oeuf,fromage,produit bio,produit frais,colis alimentaire,distribution automatique,cafeteria,repas a domicile,plat prepare',
  ],
  [
    'vending',
    'vending',
    'distributeurs et fontaines',
    'goods',
    'items',
    'p',
    'distributeur automatique,distributeur de boisson,distributeur de friandise,distributeur de confiserie,fontaine a eau,machine a cafe,distributeur de savon,distributeur de serviette',
  ],
  [
    'childcare',
    'childcare',
    'puériculture',
    'goods',
    'items',
    'p',
    "couche,lingette,biberon,poussette,tapis d'eveil,transat,lit parapluie,chauffe-biberon,tetine,lait infantile,petit pot,materiel de puericulture,article de puericulture",
  ],
  [
    'kitchen',
    'kitchen',
    'équipement de cuisine',
    'goods',
    'items',
    'p',
    'four,lave-vaisselle,frigo,refrigerateur,congelateur,materiel de cuisine,equipement de cuisine,vaisselle,chambre froide,hotte,armoire froide,lave vaisselle,micro-onde,plaque de cuisson,electromenager,lave-linge,seche-linge,machine a laver,cafetiere,chariot,barquette,bac gastro,piano de cuisson,plonge,cellule de refroidissement,sauteuse,robot coupe,robot de cuisine,batteur,trancheuse,marmite,friteuse,chariot de service,table de travail inox,assiette,verre,gobelet,gobelet reutilisable,bouilloire,hachoir,self-service,ligne de self,table de tri,vitrine refrigeree,glaciere,materiel de restauration',
  ],
  [
    'cleaning',
    'cleaning',
    'nettoyage',
    'service',
    'surface',
    'pl',
    "nettoyage,menage,entretien des locaux,nettoyage des locaux,nettoyage de locaux,nettoyage des vitres,nettoyage de vitre,vitrerie,laveur de vitre,faire les carreaux,faire les vitres,nettoyer les carreaux,laver les carreaux,laver les vitres,nettoyage des carreaux,nettoyage de fin de chantier,remise en etat des sols,nettoyer,bionettoyage,proprete,entretien menager,femme de menage,societe de menage,desinfection,deratisation,desinsectisation,3d,nuisible,nettoyage de printemps,lavage des vitres,nettoyage des sanitaires,nettoyage des gaines,degraissage,degraissage des hottes,agent d'entretien,entretien des batiments,entretien des classes,nettoyage des facades,degraffitage,nettoyage de graffiti,graffiti,demoussage,desinsectiser,punaise de lit,cafard",
  ],
  [
    'cleaning-products',
    'cleaning-products',
    'produits d’entretien',
    'goods',
    'items',
    'pl',
    "produit d'entretien,produit menager,papier toilette,essuie-main,savon,gel hydroalcoolique,sac poubelle,lessive,produit de nettoyage,detergent",
  ],
  [
    'cleaning-machines',
    'cleaning-products',
    'matériel de nettoyage',
    'goods',
    'items',
    'p',
    'autolaveuse,aspirateur,monobrosse,materiel de nettoyage,chariot de menage,injecteur extracteur,nettoyeur vapeur',
  ],
  [
    'laundry',
    'laundry',
    'blanchisserie',
    'service',
    'volume',
    'pl',
    'blanchisserie,linge,lavage du linge,entretien du linge,pressing,location de linge',
  ],
  [
    'linen',
    'linen',
    'linge et literie',
    'goods',
    'items',
    'p',
    'linge plat,linge de lit,linge de toilette,linge de maison,drap,drap housse,serviette,torchon,oreiller,couette,literie,nappe,housse,couverture,rideau de douche,alese,linge,taie,gant de toilette,bavoir,peignoir,plaid',
  ],
  [
    'guarding',
    'guarding',
    'gardiennage et sécurité',
    'service',
    'people',
    'pl',
    "gardiennage,surveillance,agent de securite,maitre-chien,maitre chien,vigile,securite incendie,ssiap,ronde,telesurveillance,gardien,securisation,service d'ordre,filtrage,agent d'accueil,poste de secours,secouriste,dispositif de secours,dispositif previsionnel de secours,transport de fonds,convoyage de fonds,convoyage,intervention sur alarme,levee de doute,filtrage aux entrees",
  ],
  [
    'surveillance-devices',
    'security-devices',
    'sûreté électronique',
    'goods',
    'items',
    'p',
    "camera,videosurveillance,videoprotection,video surveillance,alarme,controle d'acces,badge,lecteur de badge,badgeuse,pointeuse,lecteur biometrique,visiophone,interphone,digicode,serrure,cylindre,alarme anti-intrusion,portique,coffre-fort,cle electronique,cameras,systeme d'alarme,video,alarme anti intrusion,organigramme de cle,lecteur de plaque,barriere levante,barriere automatique,boite a cle,bouton d'alerte,ppms,alerte attentat,camera pieton,camera-pieton,portier video",
  ],
  [
    'safety-devices',
    'safety-devices',
    'sécurité et premiers secours',
    'goods',
    'items',
    'p',
    "extincteur,defibrillateur,dae,desenfumage,bloc de secours,trousse de secours,alarme incendie,ssi,detecteur,detecteur de co2,capteur de co2,detecteur de fumee,plan d'evacuation,colonne seche,ria,robinet d'incendie arme,porte coupe feu,baes,eclairage de securite,sirene,douche de securite,armoire de securite,bac de retention,ethylotest,kit de premiers secours,signalisation de securite,materiel de secourisme",
  ],
  [
    'lifts',
    'lifts',
    'ascenseurs',
    'service',
    'items',
    'pl',
    "ascenseur,monte-charge,elevateur,monte-personne,escalier mecanique,maintenance des ascenseurs,entretien des ascenseurs,elevateur pmr,plateforme elevatrice,ascenseur pmr,monte-malade,escalator,porte automatique d'ascenseur",
  ],
  [
    'hvac',
    'hvac',
    'chauffage, ventilation, climatisation',
    'works',
    '',
    'p',
    "chaudiere,chauffage,climatisation,clim,pompe a chaleur,pac,ventilation,vmc,cta,radiateur,chaufferie,reseau de chaleur,climatiseur,ballon d'eau chaude,chauffe-eau,cvc,rafraichissement,chaufferie bois,chaufferie a granule,chaudiere a granule,chaudiere bois,chaudiere gaz,bruleur,aerotherme,plancher chauffant,adoucisseur,disconnecteur,centrale de traitement d'air,geothermie,ventilo-convecteur,thermostat,gtb,gtc,poele,poele a granule",
  ],
  [
    'maintenance',
    'maintenance',
    'maintenance',
    'service',
    '',
    'pl',
    "maintenance,entretien,maintenance preventive,maintenance corrective,contrat d'entretien,contrat de maintenance,depannage,verification periodique,maintenance multitechnique,astreinte",
  ],
  [
    'inspection',
    'inspection',
    'contrôles et diagnostics',
    'service',
    'sites',
    'p',
    "controle reglementaire,verification reglementaire,diagnostic amiante,diagnostic,dpe,diagnostic plomb,audit energetique,bureau de controle,controle technique construction,coordonnateur sps,sps,analyse d'eau,analyse,legionelle,controle des aires de jeu,controle,radon,qualite de l'air,verification electrique",
  ],
  [
    'green',
    'green',
    'espaces verts',
    'service',
    'surface',
    'pl',
    "espace vert,entretien des espaces verts,tonte,tondre,taille de haie,taille des haies,desherbage,desherber,fauchage,faucardage,jardinage,ramassage des feuilles,entretien des pelouses,tonte des pelouses,pelouse,terrain de foot,terrain d'honneur,arrosage,arrosage automatique,entretien du terrain,entretien des terrains,entretien paysager,paysage,entretien du cimetiere,entretien du stade,desherbage du cimetiere,scarification,regarnissage",
  ],
  [
    'trees',
    'green',
    'élagage et abattage',
    'service',
    'items',
    'p',
    'elagage,elaguer,debroussaillage,debroussailler,abattage,abattre,taille des arbres,dessouchage',
  ],
  [
    'plants',
    'green',
    'végétaux',
    'goods',
    'items',
    'p',
    'plante,plant,arbre,vegetau,fleur,fleurissement,arbuste,bulbe,gazon,terreau,paillage,plantation,engrais,sapin,jardin,vegetalisation,haie',
  ],
  [
    'green-tools',
    'green-tools',
    'matériel d’espaces verts',
    'goods',
    'items',
    'up',
    'tondeuse,tondeuse autoportee,autoportee,debroussailleuse,souffleur,taille-haie,tronconneuse,motoculteur,broyeur,robot tondeuse,outillage,outil,perceuse,echafaudage,echelle,nettoyeur haute pression,materiel espaces verts,groupe electrogene,desherbeuse',
  ],
  [
    'roads',
    'roads',
    'voirie',
    'works',
    '',
    'p',
    "voirie,enrobe,trottoir,chaussee,nid de poule,marquage au sol,marquage,parking,bordure,rond-point,giratoire,piste cyclable,reseau d'eau,assainissement,canalisation,curage,curage des fosses,fosse,eclairage public,salage,deneigement,refection de la voirie,terrassement,point a temps,ralentisseur,passerelle,pont,ouvrage d'art,allee,cheminement,deneiger,balayage,balayage mecanique,enduit routier,gravillonnage,signalisation horizontale,candelabre,trottoirs,voie verte,abri bus,arret de bus,chemin rural,fauchage des accotements,reseau pluvial,hydrocurage,station d'epuration,poteau incendie,borne incendie",
  ],
  [
    'salt',
    'roads',
    'fournitures de voirie',
    'goods',
    'volume',
    'p',
    'sel de deneigement,sel,sable,gravier,enrobe a froid,beton,ciment,peinture routiere,bois,quincaillerie,materiau,ferraille',
  ],
  [
    'painting',
    'painting',
    'peinture',
    'works',
    'surface',
    'p',
    'peinture,repeindre,peindre,ravalement,ravaler,papier peint,enduit,refaire la peinture',
  ],
  [
    'flooring',
    'flooring',
    'revêtements de sol',
    'works',
    'surface',
    'p',
    'revetement de sol,sol,parquet,carrelage,moquette,lino,sol pvc,carreler,faience',
  ],
  [
    'joinery',
    'joinery',
    'menuiserie',
    'works',
    'items',
    'p',
    'fenetre,porte,menuiserie,volet,volet roulant,store,portail automatique,cloison,placard,porte automatique,rideau,double vitrage,vitrage,baie vitree,portail coulissant,cloture,grillage,film solaire,rideau metallique,portail,portillon,garde-corps,main courante,rideau occultant,store occultant,moustiquaire,verrou,huisserie,porte coupe-feu,vitrine de magasin,vitre,vitrage casse,serrurerie,metallerie,escalier',
  ],
  [
    'roofing',
    'roofing',
    'couverture',
    'works',
    '',
    'p',
    'toiture,toit,couverture,gouttiere,etancheite,charpente,zinguerie,terrasse,verriere,tuile,ardoise,cheneau,bardage,terrasse vegetalisee,toiture terrasse,velux,desenfumage de toiture',
  ],
  [
    'electricity',
    'electricity',
    'électricité',
    'works',
    '',
    'p',
    'electricite,elec,eclairage,led,luminaire,prise electrique,tableau electrique,installation electrique,mise aux normes electrique,photovoltaique,panneau solaire,panneau photovoltaique,relamping,courant faible,illumination,illumination de noel,borne lumineuse,projecteur led,eclairage led,armoire electrique,onduleur photovoltaique,ombriere,ombriere photovoltaique,groupe de secours,transformateur,paratonnerre,interrupteur,guirlande,guirlande lumineuse,motif lumineux,sapin lumineux',
  ],
  [
    'plumbing',
    'plumbing',
    'plomberie',
    'works',
    '',
    'p',
    "plomberie,sanitaire,toilette,wc,robinet,robinetterie,douche,lavabo,fuite,urinoir,fuite d'eau,evier,chasse d'eau,compteur d'eau,chauffe eau,mitigeur,adoucisseur d'eau,canalisation d'eau,siphon,vasque,bac a douche,reseau d'eau chaude",
  ],
  [
    'building',
    'building',
    'travaux de bâtiment',
    'works',
    '',
    'p',
    "travau,renovation,renover,rehabilitation,construction,construire,extension,refection,demolition,demolir,amenagement,amenager,maconnerie,isolation,isoler,isolation thermique,mise en accessibilite,rampe,mur,facade,desamiantage,platrerie,faux plafond,plafond,agrandissement,batiment modulaire,modulaire,algeco,prefabrique,restructuration,mise aux normes,rampe d'acces,preau,chantier,ite,reamenagement,gros oeuvre,ravalement de facade,remise en etat,cloisonnement,platre,chape,fondation,charpente metallique,abri,sanitaire public,vitrail,monument aux morts,mur d'enceinte,mur de soutenement,soutenement,colombarium,columbarium,cavurne,caveau,ossuaire,vestiaires du stade,tribune,liner,fontaine",
  ],
  [
    'design',
    'design',
    'études et maîtrise d’œuvre',
    'service',
    '',
    '',
    "etude,amo,assistance a maitrise d'ouvrage,maitrise d'oeuvre,architecte,moe,geometre,programmiste,urbaniste,conseil,audit,expertise,accompagnement,consultant,bureau d'etude,etude de faisabilite,evaluation,enquete,schema directeur,diagnostic territorial,prestation intellectuelle,cabinet,expert,cartographie,etude de sol,releve topographique,mission,concertation,bilan carbone,topographe,paysagiste,plan de gestion,etude de trafic,etude de circulation,etude d'impact,amenagement paysager,amo informatique,ordonnancement,opc,plan guide,plan local d'urbanisme,etude geotechnique,etude thermique,scan 3d,inventaire faunistique,audit organisationnel,audit financier,etude acoustique,plan de mobilite,pcaet,schema cyclable,projet de service,projet d'etablissement",
  ],
  [
    'legal',
    'legal',
    'services juridiques',
    'service',
    '',
    '',
    "avocat,conseil juridique,assistance juridique,notaire,commissaire aux comptes,expert comptable,huissier,dpo,rgpd,assistance a la redaction,representation en justice,commissaire de justice,consultation juridique,mediateur juridique,avocat specialise,commissaire aux apports,cabinet d'avocats,cabinet d'avocat,expertise comptable,audit comptable",
  ],
  [
    'training',
    'training',
    'formation',
    'service',
    'people',
    'p',
    "formation,former,formateur,stage,session de formation,habilitation electrique,sst,caces,permis poids lourd,coaching,seminaire,atelier,team building,bilan de competence,seances d'analyse,analyse de pratique,supervision,habilitation,formation incendie,formation aux premiers secours,formation bureautique,remise a niveau,cours d'anglais,recyclage sst,preparation au concours,codeveloppement,bafa,permis de conduire,mission de coaching",
  ],
  [
    'insurance',
    'insurance',
    'assurances',
    'service',
    '',
    'l',
    'assurance,assurer,flotte auto,responsabilite civile,dommage aux biens,mutuelle,prevoyance,complementaire sante,protection juridique,assurance flotte,dommages-ouvrage,protection sociale',
  ],
  [
    'clothing',
    'clothing',
    'vêtements et équipements de protection',
    'goods',
    'items',
    '',
    'vetement,tenue,vetement de travail,epi,gant,chaussure,chaussure de securite,blouse,uniforme,gilet,casque,parka,polo,tee-shirt,t-shirt,veste,pantalon,botte,lunette de protection,gilet pare-balle,combinaison,masque,masque ffp2,harnais,tablier,charlotte,gilet haute visibilite,sur-chaussure,gilet pare-balles,vetement haute visibilite,vetement de pluie,tenue de feu,casque f1,gants,blouson,chemise,pull,sweat,bonnet,vetement de cuisine,sabot,chasuble haute visibilite,tenue de travail,veste polaire,equipement de protection individuelle,equipement de protection',
  ],
  [
    'medical',
    'medical',
    'dispositifs médicaux',
    'goods',
    'items',
    'p',
    "lit medicalise,lit,matelas,echographe,irm,pousse-seringue,pompe a perfusion,dispositif medical,seringue,pansement,fauteuil roulant,leve-personne,leve-malade,defibrillateur de service,moniteur de surveillance,scope,tensiometre,respirateur,brancard,table d'operation,autoclave,endoscope,medicament,vaccin,compresse,set de soin,sonde,prothese,implant,reactif,materiel medical,thermometre,bistouri,instrument,automate,table d'examen,fauteuil dentaire,chariot d'urgence,verticalisateur,protection pour incontinence,oxygene,gaz medical,matelas anti-escarre,scanner medical,couveuse,lit bebe,lit a barreau,lit de soin,chariot de soin,chariot de medicament,souleve-malade,rail de transfert,douche au lit,colonne de laparoscopie,laparoscope,ventilateur,dialyse,generateur de dialyse,concentrateur,defibrillateur hospitalier,electrocardiographe,ecg,holter,table de massage,nebuliseur,laveur-desinfecteur,laveur desinfecteur,kit de prelevement,test antigenique,alese,bas de contention,bequille,deambulateur",
  ],
  [
    'laboratory',
    'laboratory',
    'matériel scientifique',
    'goods',
    'items',
    '',
    "microscope,centrifugeuse,spectrometre,paillasse,hotte aspirante,reactif de laboratoire,verrerie,congelateur -80,materiel de labo,materiel de laboratoire,materiel scientifique,oscilloscope,imprimante 3d,laser,chromatographe,spectrophotometre,pipette,consommable de laboratoire,etuve,capteur,balance de precision,cryostat,azote,sequenceur,animalerie,microscope optique,hotte,psm,bain-marie,ph-metre,thermocycleur,lyophilisateur,agitateur,autoclave de laboratoire,evaporateur,pompe a vide,incubateur,detecteur de gaz,bouteille de gaz,becher,lamelle,anticorps,enzyme,kit de pcr,instrument scientifique,spectrometre de masse,cytometre,centrifugeuse de paillasse,banc optique,banc d'essai,robot pipeteur,station meteo,sonde de temperature,anemometre,camera thermique,theodolite",
  ],
  [
    'school',
    'stationery',
    'fournitures scolaires et de bureau',
    'goods',
    'items',
    'p',
    'fourniture scolaire,manuel,manuel scolaire,cahier,stylo,fourniture de bureau,papier,ramette,ramette de papier,enveloppe,classeur,materiel pedagogique,fourniture,cartable,calculatrice,feutre,agenda,kit scolaire,papeterie,tampon,papier a4,craie,pinceau,gommette,peinture gouache,colle,ardoise,compas,cartouche de stylo,toise,globe,materiel de motricite,jeu educatif,jeu pedagogique,materiel montessori,manuel de lecture,bloc-note,pochette,papier couleur,papier recycle',
  ],
  [
    'books',
    'books',
    'livres',
    'goods',
    'items',
    'p',
    'livre,bouquin,bd,album jeunesse,dvd,fonds documentaire,dictionnaire,jeu de societe,ouvrage,manga,livre audio,liseuse numerique,abonnement aux revues,ouvrage juridique,partition',
  ],
  [
    'printing',
    'printing',
    'impression',
    'service',
    'copies',
    '',
    "impression,imprimerie,imprimer,flyer,affiche,brochure,bulletin municipal,magazine,depliant,carte de visite,plaquette,kakemono,banderole,roll-up,imprimeur,reprographie,tract,invitation,autocollant,bache,calendrier,journal municipal,carte de voeux,routage,distribution du bulletin,panneau d'exposition,gazette,billetterie papier,bulletin de vote,enveloppe imprimee,papier a en-tete,carton d'invitation,faire-part,plan de ville,panneau de chantier,adhesif,sticker,photocopie,thermocollage,reliure,reliure de registre",
  ],
  [
    'communication',
    'communication',
    'communication',
    'service',
    '',
    '',
    "communication,graphiste,logo,charte graphique,campagne,campagne de communication,video,film,photographe,agence de communication,agence,community manager,relation presse,identite visuelle,webdesign,reportage photo,reportage,captation,motion design,infographie,traduction,traducteur,interprete,interpretariat,langue des signes,sous-titrage,redaction,exposition,maquette,signaletique directionnelle,podcast,site vitrine,interprete en langue des signes,transcription,stenotypie,bande dessinee,spot,spot radio,campagne d'affichage,veille media,sondage,barometre,enquete de satisfaction",
  ],
  [
    'goodies',
    'goodies',
    'objets promotionnels et cadeaux',
    'goods',
    'items',
    '',
    "goodies,goodie,jouet de noel,cadeau,objet publicitaire,panier garni,colis de noel,colis,gourde,medaille,trophee,carte cadeau,cheque cadeau,bon d'achat,tote bag,sac,coffret,mug,stylo publicitaire,cheque vacances,ticket restaurant,titre restaurant,stylo,parapluie,casquette,t-shirt imprime,ruban,badge imprime,tour de cou,plaid brode,chocolat,bouquet,bouquet de fleurs,corbeille de fruits,coffret cadeau,bon cadeau,jouet,ballotin,sac a dos",
  ],
  [
    'events',
    'events',
    'événementiel',
    'service',
    '',
    'p',
    "chapiteau,barnum,salon de l'orientation,salon des metiers,salon de l'emploi,forum,salon professionnel,salon de l'etudiant,salon du livre,journee portes ouvertes,tente,scene,feu d'artifice,concert,spectacle,animation,animateur,sonorisateur,location de salle,salle a louer,evenement,evenementiel,fete,podium,gradin,orchestre,dj,stand,toilette seche,patinoire,manege,festival,conference,artiste,magicien,compagnie,structure gonflable,ceremonie,bal,carnaval,marche de noel,illumination de la fete,inauguration,ceremonie des voeux,jeu gonflable,chateau gonflable,location de materiel,location de vaisselle,location de chaise,location de tables,plancher,barriere de police,groupe electrogene de location,sonorisation de la fete,arbre de noel,pere noel,marionnette,cinema plein air,cinema en plein air,ecran geant,groupe de musique,chorale,artificier,drone lumineux,colloque,journee d'etude",
  ],
  [
    'lodging',
    'lodging',
    'hébergement',
    'service',
    'people',
    'p',
    "hebergement,hotel,nuitee,sejour,colonie,gite,chambre d'hotel,classe de neige,classe verte,voyage scolaire,centre de vacances,sortie scolaire",
  ],
  [
    'waste',
    'waste',
    'déchets',
    'service',
    'volume',
    'pl',
    "dechet,collecte,ordure,benne a dechet,traitement des dechets,evacuation,dasri,collecte des dechets,enlevement,recyclage des papiers,debarras,encombrant,biodechet,tri,vidange,assainissement non collectif,curage des reseaux,collecte du papier,compostage,bac de collecte,broyage,broyage des dechets verts,dechet dangereux,dechet vert,plateforme,ferraille a evacuer,gravat,amiante a evacuer,colonne a verre,point d'apport volontaire,archive a detruire,destruction d'archives,destruction de documents",
  ],
  [
    'social-services',
    'social-services',
    'services sociaux et santé',
    'service',
    'people',
    'pl',
    "aide a domicile,creche,accueil de loisirs,periscolaire,medecine du travail,psychologue,mediation,garderie,insertion professionnelle,teleassistance,infirmier,interim,interimaire,personnel interimaire,medecin,remplacant,berceau,medecine preventive,accueil periscolaire,accompagnement des demandeurs d'emploi,obseques,pompe funebre,service funeraire,creche privee,accompagnement social,mediateur,soutien psychologique,cours de francais,cours de natation,baby-sitting,hebergement d'urgence,chantier d'insertion,ecrivain public,aide alimentaire,place en creche",
  ],
  [
    'postal',
    'postal',
    'courrier',
    'service',
    '',
    'l',
    'affranchissement,machine a affranchir,courrier,recommande,coursier,messagerie,collecte du courrier,remise du courrier,timbre',
  ],
  [
    'animals',
    'animals',
    'fourrière et animaux',
    'service',
    '',
    'l',
    "fourriere,capture,chat errant,sterilisation,refuge,veterinaire,pigeon,capture d'animaux,chenil,frelon,nid de frelons,chenille processionnaire,ruche,abeille,dressage,equarrissage,soins veterinaires,mouton,eco-paturage,ecopaturage",
  ],
  [
    'banking',
    'banking',
    'services financiers',
    'service',
    '',
    '',
    'emprunt,credit bail,monetique,terminal de paiement,tpe',
  ],
  [
    'pool',
    'pool',
    'piscine',
    'goods',
    'items',
    'p',
    "produit de piscine,chlore,robot de piscine,traitement de l'eau,filtration",
  ],
  [
    'recreation',
    'culture',
    'culture et musique',
    'goods',
    'items',
    'p',
    "instrument de musique,piano,guitare,costume,decor,vitrine,cimaise,projecteur de spectacle,oeuvre,oeuvre d'art,restauration de tableau,tableau,orgue,cloche,drapeau,echarpe,tenue de scene,pupitre a partition,violon,clarinette,harpe,instrument,vitrine d'exposition,mannequin,buste,plaque commemorative,plaque,sculpture,fresque,marianne,portrait",
  ],
];

const TRADES: readonly Trade[] = ROWS.map(([id, family, label, kind, counted, flags]) => ({
  id,
  family,
  label,
  kind,
  counted: counted === '' ? undefined : counted,
  users: flags.includes('u'),
  placed: kind === 'works' || flags.includes('p'),
  lasting: flags.includes('l'),
}));

/** Of a thing that no trade knows: it is counted and nothing more is asked of it. */
export const UNKNOWN_TRADE: Trade = {
  id: 'unknown',
  family: 'unknown',
  label: '',
  kind: 'goods',
  counted: 'items',
  users: false,
  placed: false,
  lasting: false,
};

/** A trade's word met in the text, as folded positions. */
export interface TradeWord {
  readonly start: number;
  readonly end: number;
  readonly trade: Trade;
}

/** «ordinateurs» → «ordinateur», «vœux» → «voeu»: enough for both sides of a comparison to agree. */
const singular = (word: string): string => (word.length > 3 && /[sx]$/.test(word) ? word.slice(0, -1) : word);

const WORD = /[a-z0-9]+/g;
const key = (phrase: string): readonly string[] => (phrase.match(WORD) ?? []).map(singular);

interface Name {
  readonly words: readonly string[];
  readonly trade: Trade;
}

const byFirstWord = new Map<string, Name[]>();
ROWS.forEach((row, index) => {
  const trade = TRADES[index];
  if (trade === undefined) return;
  for (const phrase of row[6].split(',')) {
    const words = key(phrase);
    const [first] = words;
    if (first === undefined) continue;
    const known = byFirstWord.get(first);
    if (known === undefined) byFirstWord.set(first, [{ words, trade }]);
    else known.push({ words, trade });
  }
});
for (const names of byFirstWord.values()) names.sort((a, b) => b.words.length - a.words.length);

/** Words of trades in a folded text, the longest name at each place, in order. */
export function findTradeWords(folded: string): readonly TradeWord[] {
  const tokens = [...allMatches(WORD, folded)].map((match) => ({
    word: singular(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const out: TradeWord[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    const name = byFirstWord
      .get(token.word)
      ?.find(({ words }) => words.every((word, k) => tokens[index + k]?.word === word));
    if (name === undefined) continue;
    const end = tokens[index + name.words.length - 1]?.end ?? token.end;
    out.push({ start: token.start, end, trade: name.trade });
    index += name.words.length - 1;
  }
  return out;
}
