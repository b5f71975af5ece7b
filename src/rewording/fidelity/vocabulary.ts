import { fold } from '../../text/words.ts';

/** Words of one line say the same thing in the two registers (folded; a trailing * stands for any ending). */
const SAME: readonly string[] = [
  'explica* expliqu* justifi* motif* motiv*',
  'argent sommes fonds',
  'rembours* rend* rendu* restitu* revers*',
  'refection refaire refait* renov* rehabilit*',
  'conge* vacances',
  'assos association*',
  'gel* froid froide*',
  'visio visioconference*',
  'vitre* vitrerie* carreau*',
  'ordinateur* pc ordi ordis micro-ordinateur* laptop*',
  'portable* nomade*',
  'vehicule* camion* engin* fourgon* voiture* bagnole* auto autos automobile* caisse*',
  'utilitaire* camionnette*',
  'velo* bicyclette* cycle*',
  'achat* achet* acquisition* acquer* acquis fourniture* fourni* procur* commande* command*',
  'rempla* renouvel* chang* remettre',
  'entreprise* societe* boite* boites prestataire* titulaire* fournisseur* operateur* attributaire* soumissionnaire* candidat* cocontractant* vendeur* artisan* constructeur* traiteur*',
  'livr* remis remise remettre depos* apport* achemin* approvisionn* arriv* reapprovisionn*',
  'nettoy* menage* proprete entretien entretenir entretenu* lavage lav*',
  'repar* depann* maintenance mainten* corrective sav',
  'panne* dysfonctionn* incident* defaillance* bug* plant*',
  'personne* gens agent* collaborateur* personnel* salarie* collegue* participant* convive* utilisateur* usager* effectif*',
  'ecole* scolaire* etablissement*',
  'enfant* eleve* jeune* gamin* gosse* mineur*',
  'repas cantine* restauration* dejeuner* manger mange* couvert* buffet* denree*',
  'prix cout* tarif* cher* chere montant* depens* budget* enveloppe* somme* payer paye* paie* financ* economique*',
  'facture* factur*',
  'delai* duree* temps',
  'reunion* rencontr* rendez-vous rdv',
  'former form* formation* stage* stagiaire*',
  'local locaux batiment* site* bureaux immeuble* lieu* lieux salle*',
  'mobilier* meuble* ameublement',
  'logiciel* outil* application* appli* progiciel* solution*',
  'garantie* garanti*',
  'installer install* pose pos* mont* mise montage implant*',
  'reprendre repris* reprise* enlev* enlever debarrass* evacu* retrait* retir* recup*',
  'peinture* peindre repein* repeint*',
  'toiture* toit* couverture*',
  'bruit* bruyant* silencieu* sonore* acoustique* decibel*',
  'rapide* rapidement vite urgent* urgence* delais promptement',
  'secu* surveill* gardien* gardiennage vigile*',
  'securite surete',
  'telephone* mobile* smartphone*',
  'imprim* copieur* photocop* impression*',
  'document* papier* piece* justificatif* attestation* certificat* dossier*',
  'envoy* envoi* transmet* transmission transmis* adress* communiqu* fourni* remet* produire retourn* renvoy*',
  'signer sign* signature*',
  'reponse* repond* repondre offre* proposition* propos* devis candidature* soumission* pli plis',
  'question* demand* interrog*',
  'choisir choi* choisi* reten* retenu* selection* attribu* designe*',
  'ouvrir ouvert* ouverture* accueil*',
  'fermer ferme* fermeture* clotur* clos close',
  'jardin* vert* pelouse* espaces tonte* tond* gazon* fauch*',
  'arbre* elag* abatt* plantation*',
  'poubelle* dechet* collecte* ordure* benne*',
  'medic* medical* soin* sante patient*',
  'week-end weekend weekends week-ends samedi dimanche we',
  'nuit* nocturne*',
  'jour jours quotidien* journalier* journee*',
  'semaine* hebdomadaire*',
  'mois mensuel* mensualite*',
  'an ans annee* annuel* annuellement',
  'trimestre* trimestriel*',
  'ecolog* vert* environnement* durable* bio biologique* recycl* reemploi*',
  'handicap* accessib* pmr mobilite',
  'assur* assurance* couvert* couvrir sinistre*',
  'transport* navette* trajet* deplac* car cars bus',
  'fete* evenement* ceremonie* manifestation* spectacle* festi* concert*',
  'chauff* chaudiere* cvc thermique*',
  'contrat* marche* convention* accord-cadre',
  'etude* etudi* analyse* diagnostic* audit*',
  'visite* visit*',
  'interven* intervention* deplace* venir passage* passer astreinte*',
  'heberg* hebergement* cloud',
  'donnee* data fichier* information*',
  'marque* modele*',
  'compatib* interoperab* branch* connect* marche* fonctionn*',
  'stock* entrepos* stockage* reserve*',
  'produit* article* fourniture* consommable*',
  'chimique* phytosanitaire* pesticide* toxique* nocif*',
  'estival* ete',
  'hivernal* hiver',
  'utilis* emploi* employ* recour* usage* servir sert* service',
  'interdi* interdiction* proscri* prohib*',
  'obligatoire* obligation* impos* exig* requis*',
  'ancien* vieux vieille* usag* existant* obsolet* actuel* vetust*',
  'neuf neuve* neufs nouveau* nouvelle* nouveaux',
  'commencer commenc* debut* demarr* start* lanc*',
  'finir fini* termin* fin achev* acheve* achevement echeance* expir*',
  'prevenir prevenu* avert* inform* signal* notifi* avis* alert*',
  'augment* hausse* revis* revalor*',
  'diminu* baisse* redu* rabais*',
  'rupture* resili* arret* romp*',
  'prolong* recondui* reconduction* renouvelable* tacite*',
  'penalite* amende* sanction* retenue* retard*',
  'etage* niveau*',
  'dehors exterieur*',
  'dedans interieur*',
  'bois',
  'enceinte* sono sonorisation*',
  'film* video* tourn* audiovisuel*',
  'photo* photographie*',
  'site internet web refonte',
  'traduire traduct* interpret*',
  'demenag* transfert* transfer*',
  'copie* exemplaire*',
  'essai* test* verif* control* recette',
  'valid* approuv* approbation accept* accord* agre* agrement',
  'cantonn* equip* dot*',
  'sol sols revetement* moquette* carrelage*',
  'clim* climatis* refroid*',
  'eau hydr* plomb*',
  'electr* courant* cablage* cabl*',
  'lumi* eclair* luminaire* led ampoule*',
  'fenetre* menuiserie* vitr* vitrage*',
  'demolir demol* deconstru* casser',
  'construi* construction* batir bati*',
  'public publics habitant* administre*',

  'gliss* derap*',
  'detache* rechange*',
  'souleve* lever levage leve levent',
  'pli plis enveloppe*',
  'manuel* main mains',
  'identique* meme* pareil*',
  'dimension* taille*',
  'vers* percev* percoi* touch* encaiss*',
  'quantite* combien nombre*',
  'papier-toilette hygienique* toilette* wc sanitaire*',
  'dedommag* indemni*',
  'compris comprend* compren* inclu* englob*',
  'evinc* ecart* perdant* elimin* rejet* refus*',
  'dispen* exempt* exonere*',
  'frigo* refrigerat* congel* frigorif*',
  'ascenseur* elevateur*',
  'plantes plante* fleur* vegeta* massif*',
  'haie* taill*',
  'chien* chat chats animal animaux',
  'lit lits couchage* literie',
  'linge* blanchisser* lingerie draps',
  'vetement* tenue* habillement uniforme*',
  'chaussure* botte* soulier*',
  'cle cles badge* clef clefs',
  'serrur* verrou*',
  'porte portes portail* portillon*',
  'mur murs cloison* paroi*',
  'route* voirie* chaussee* rue rues enrob* bitum*',
  'trottoir* pieton*',
  'neige verglas salage sel',
  'tableau* liste* etat',
  'courriel* mail mails mel email*',
  'appel* coup',
  'piscine* bassin* aquatique*',
  'gymnase* sport* sportif* sportive* stade*',
  'bibliotheque* mediatheque* livre livres ouvrage* manuel manuels',
  'musee* exposition* expo expos',
  'theatre* scene* scenique*',
  'hopital* clinique* hospitali* ehpad',
  'malade* patient*',
  'medicament* pharmac*',
  'gant gants',
  'masque masques',
  'seringue* aiguille*',
  'cuisine* culinaire* cuisinier*',
  'four fours',
  'vaisselle* assiette* couverts',
  'bruler brul* incendie* feu feux',
  'vol vols cambriol* effraction*',
  'camera* videosurveill* videoprotect*',
  'panneau* signalet* signalisation',
  'affiche* affichage* flyer* tract* prospectus depliant*',
  'communication* com',
  'sauvegard* backup',
  'reseau* wifi fibre',
  'ecran* moniteur* affich*',
  'licence* abonnement* abonn*',
  'bateau* navire* embarcation*',
  'remorqu* depanneuse*',
  'pneu pneus pneumatique*',
  'carburant* essence gazole gasoil diesel',
  'borne* recharge*',
  'electrique* electri*',
  'expert* specialist*',
  'architect* maitre-oeuvre',
  'avocat* juridique* juriste*',
  'conseil* accompagn* assistance aide aider',
  'enquete* sondage* questionnaire*',
  'mesure* mesurer releve* relever',
  'note notes notee notation',
  'moitie demi',
  'anglais anglaise anglophone*',
  'langue* linguisti*',
  'sieste* repos',
  'gouter* collation*',
  'boisson* boire',
  'alcool* vin vins biere*',
  'viande* porc volaille* boeuf',
  'legume* fruit fruits',
  'vegetarien* vegetal*',
  'allergen* allergi*',
  'emballage* carton cartons conditionn*',
  'palette* quai',
  'cour cours parking* stationn* place places',
  'entree* acces entre entrer entrent rentre rentrer',
  'sortie* sortir sort sortent',
  'hauteur haut haute hauts hautes',
  'large largeur*',
  'poids pese* peser lourd* masse',
  'taille dimension* format* gabarit*',
  'couleur* teinte* coloris',
  'vitesse*',
  'puissance* puissant*',
  'temperature* degre degres chaleur',
  'humid* mouill* pluie pleut pluvieu*',
  'danger* risqu* risque*',
  'accident* sinistr*',
  'blesse* blessure*',
  'plainte* reclam* recours',
  'annul* renonc* abandonn*',
  'decal* report* repouss* differ*',
  'avanc* anticip*',
  'ajout* supplement* complement*',
  'cesse* cess* arrete*',
  'derriere arriere',
  'devant facade*',
  'pied bas rez-de-chaussee rdc',
  'proche* proximite pres alentour* voisin*',
  'loin eloign* distan*',
];

/** Words that a rewording may bring in or leave out: they tell no fact of the need. */
const GLUE =
  'dire dites dit indiqu* precis* combien comment situation plage* creneau* horaire* heure* perimetre emplacement* endroit* proced* assure* porte* adress* etape* phase* tranche* lettre* mention* besoin* porte portant portent objet* concern* demand* expri* expression* prestation* service* servic* prescripteur* acheteur* marche* procedure* public publique publics present* consist* relev* ' +
  'titulaire* prestataire* attendu* attend* prevu* prevoi* realis* realise* effectu* assur* compren* compris* inclu* execut* execution* delai* date* duree* montant* estim* valeur* ' +
  'quantite* nombre* niveau* performance* condition* modalite* cadre* ainsi notamment relati* auprès aupres cas part parti* total* global* globale* effectif* etant titre type* sorte* genre* ' +
  'specification* technique* exigence* critere* correspond* conform* article* code commande dispos* disposition* satisfai* operateur* economique* mettre mise oeuvre interven* intervenir intervention* ' +
  'fourni* fourniture* acqui* acquisition* achat* achet* procur* necessit* utilis* utilisateur* direction* departement* commune* ville* mairie* collectivite* hopital* universite* ' +
  'bonjour merci cordialement salut bonsoir bjr cdt svp stp plait coup fait truc* chose* machin* voila quoi enfin bref genre dire disons hein bon ben bah ouais coucou equipe ' +
  'voudr* aimer* souhait* veu* voul* cherch* recherch* envisag* projet* pens* crois* sembl* savoir sai* avoir etre faire fass* faudra* faudr* faut falloir doi* dev* peu* pouv* pourr* puiss* ' +
  'possib* impossible* oblig* imperati* interdi* exig* requi* necessa* indispensab* recommand* conseil* prefer* ideal* facultati* option* autoris* permis* permet* tenu tenue tenus tenues ' +
  'uniquement seulement exclusi* excep* exclu* limit* minim* maxim* plafon* environ approximati* ordre maximal* minimal* inferieur* superieur* plus moins tard tot avant apres partir compter partie dela ' +
  'actuel* actuellement lors lorsque quand chaque tout tous toute toutes aussi egalement sinon ensemble propre* certain* different* divers* autre* meme memes encore deja toujours vraiment ' +
  'euro* hors taxe* ttc mois jour* semaine* heure* annee* ans matin* soir* unite* unitaire* lot lots euh compte* place* lieu* cours moment* maniere* facon* afin savoir tenir compte suite eventuel* ' +
  'nos notre votre vos leur leurs fois environ charge* respect* obtenir dote* donn* donc apport* prendre pris prend mettre mis met vien* aller vont rest* trouv* vis* tel telle tels telles ' +
  'dure dures durent durer* durant travaux presence* exist* juge* eleve* interv* choisi* caracteristi* volume* produi* raison passag* trimestr* semestr* annu* mensu* hebdo* quotid* faib* trop bas basse tel* hesit* situe* depass* exced* fonctionn* march* connu* connait* jour* jusque suivant* precis* ci-dessus ci-dessous ' +
  'madame monsieur messieurs mesdames convenir convien* voir vu suffi* permett* devra* sera seront serait soit soient etait ete sont est objet presente presentes pieces marches publiques lancement lanc* entrepris* societ*';

const endings = (table: string): { readonly exact: ReadonlySet<string>; readonly starts: readonly string[] } => {
  const all = table.split(' ').map(fold);
  return {
    exact: new Set(all.filter((word) => !word.endsWith('*'))),
    starts: all.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
  };
};

const LINES = SAME.map((line, index) => ({ key: `=${index}`, ...endings(line) }));
const GLUED = endings(GLUE);

const STOP = new Set(
  (
    'a au aux avec ce ces cet cette cela ca ci c d dans de des du elle elles en et eux il ils j je l la le les lui m ma me mes mon n ne ni nous on ou par ' +
    'pas pour plus qu que qui quel quelle quels quelles quoi dont s sa se ses si son sur t ta te tes toi tu un une vers vous y ont ai as avons avez aura auront ' +
    'avait avaient aurait sommes etes etaient suis es entre chez contre depuis des pendant durant sous sans sauf mais car comme tres trop peu bien mal assez jamais rien aucun aucune ' +
    'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent cents mille million millions premier premiere deuxieme troisieme quatrieme cinquieme sixieme second seconde ' +
    'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre ht ici la-bas puis ensuite ainsi alors celui celle ceux celles ' +
    'leurs lesquels lequel laquelle desquels auxquels auquel duquel etc ex cf mme mr mlle afin non oui selon jusqu lorsqu puisqu parce ceci'
  ).split(' '),
);

interface WordSense {
  /** Equal for words that say the same thing in a need and its rewording; undefined for a function word. */
  readonly key: string | undefined;
  /** Says no fact of its own. */
  readonly glue: boolean;
}

const senses = new Map<string, WordSense>();

/** What a folded word comes to when two texts are compared. */
export function senseOf(word: string): WordSense {
  let sense = senses.get(word);
  if (sense === undefined) {
    sense = readSense(word);
    if (senses.size < 200_000) senses.set(word, sense);
  }
  return sense;
}

/** «antidérapant» → «derapant»: what the prefix turns; undefined for a word without one. */
export const contraryStem = (word: string): string | undefined =>
  /^(?:anti|in(?=[a-z]{4})|im(?=[mpb])|ir(?=r)|il(?=l)|mal|mes|des|de(?=[a-z]{5}))([a-z]{4,})$/.exec(word)?.[1];

function readSense(word: string): WordSense {
  if (word.length < 2 || STOP.has(word)) return { key: undefined, glue: true };
  const glue = GLUED.exact.has(word) || GLUED.starts.some((start) => word.startsWith(start));
  for (const line of LINES) {
    if (line.exact.has(word) || line.starts.some((start) => word.startsWith(start))) return { key: line.key, glue };
  }
  return { key: rootOf(word), glue };
}

/** The start of the word without its last vowels: «livrer» and «livraison» meet, so do «chaise» and «chaises». */
function rootOf(word: string): string {
  const start = word.replace(/(?:s|x)$/, '').slice(0, 6);
  if (start.length <= 4) return start;
  return start.slice(0, 5).replace(/[aeiouy]$/, '');
}
