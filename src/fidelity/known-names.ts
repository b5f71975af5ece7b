const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Towns, départements and regions that people also write without a capital (folded, one word; the tail of a compound is enough). */
export const PLACES = set(
  'paris lyon marseille toulouse nice nantes montpellier strasbourg bordeaux lille rennes reims toulon grenoble dijon angers nimes villeurbanne clermont-ferrand clermont ferrand ' +
    'brest tours amiens limoges annecy perpignan besancon metz orleans rouen mulhouse caen nancy argenteuil montreuil roubaix tourcoing avignon dunkerque poitiers versailles pau calais ' +
    'cannes antibes colmar bourges merignac quimper valence chambery lorient niort vannes cholet beziers arras laval belfort evreux angouleme tarbes macon beauvais chalons blois ' +
    'nevers auxerre albi bayonne biarritz carcassonne agen rodez cahors aurillac mende gap digne privas ajaccio bastia vesoul chaumont epinal lens douai valenciennes saint-etienne ' +
    'villefranche vienne roanne bron venissieux vaulx oullins ecully meyzieu saint-denis creteil nanterre bobigny evry cergy pontoise melun meaux chartres dreux alencon cherbourg ' +
    'martinique guadeloupe guyane reunion mayotte corse bretagne normandie occitanie aquitaine alsace lorraine picardie auvergne bourgogne provence savoie isere rhone gironde finistere ' +
    'morbihan vendee dordogne ardeche drome herault gard var vaucluse yvelines essonne oise aisne marne moselle doubs jura ain puy-de-dome allier cantal correze creuse',
);

/** Brands and products met in public purchases (folded). */
export const BRANDS = set(
  'dell hp lenovo apple microsoft acer asus toshiba samsung lg sony philips panasonic epson brother canon ricoh xerox konica minolta kyocera lexmark sharp oki cisco huawei aruba fortinet ' +
    'netgear ubiquiti logitech jabra plantronics poly iphone ipad macbook imac thinkpad latitude optiplex elitebook probook surface galaxy windows android ios linux office excel powerpoint ' +
    'outlook teams zoom webex adobe photoshop acrobat autocad autodesk revit sketchup oracle sap salesforce vmware citrix google gmail chrome firefox openai chatgpt mistral ' +
    'renault peugeot citroen dacia toyota volkswagen ford fiat opel nissan hyundai kia tesla mercedes bmw audi volvo iveco man scania kangoo clio zoe partner berlingo jumpy trafic master ' +
    'kubota husqvarna stihl honda yamaha bosch makita hilti dewalt karcher caterpillar jcb manitou bobcat fenwick toyota john-deere ' +
    'steelcase vitra ikea herman-miller kinnarps manutan bruneau lyreco bic clairefontaine velleda post-it ' +
    'siemens schneider legrand hager daikin mitsubishi atlantic viessmann otis kone schindler thyssenkrupp ' +
    'medtronic draeger maquet stryker hill-rom baxter fresenius roche abbott zeiss olympus mindray ' +
    'sodexo elior api compass onet samsic atalian gsf derichebourg veolia suez engie edf enedis orange sfr bouygues free eiffage vinci colas spie dalkia idex ' +
    'securitas prosegur seris brinks allianz axa maif smacl groupama mma covea generali ' +
    'gore-tex velcro plexiglas kevlar nespresso nutella evian badoit decathlon',
);

/** Brands that are everyday words: only a capital makes them a name. */
export const COMMON_BRANDS = set(
  'orange free master partner trafic office teams man poly surface api compass galaxy ford sharp atlantic zoe chrome canon excel outlook zoom word access honda apple fiat brother focus',
);

/** Words that stand with a capital without naming anything one may change. */
export const COMMON_CAPITALS = set(
  'acheteur acheteurs prescripteur service services titulaire titulaires marche marches public publics publique publiques code commande procedure adaptee appel offres offre lot lots article articles ' +
    'etat ville mairie commune communes departement region metropole agglomeration communaute universite hopital centre direction directeur directrice maire president presidente collectivite collectivites ' +
    'conseil municipal departemental regional ministere prefecture prefet republique france francais francaise europe europeen europeenne union reglement consultation cahier clauses acte engagement ' +
    'avis accord cadre dossier document documents entreprise entreprises candidat candidats fournisseur prestataire madame monsieur mme mr mlle m dr internet web noel paques toussaint ' +
    'bonjour merci cordialement besoin objet budget quantite delai livraison date lieu duree prix technique criteres critere note chapitre annexe le la les un une des du de et ou en dans par pour ' +
    'sur avec sans est il elle on nous vous ce cette ces cet si afin selon conformement toute tout tous chaque aucun aucune lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai ' +
    'juin juillet aout septembre octobre novembre decembre ht ttc tva ok svp stp non oui attention urgent nb ps re tr fw kg km kwh go to mo ml cm mm wifi pc usb',
);

/** Abbreviations of the trade, which a rewording may bring in, spell out or say in plain words. */
export const JARGON = set(
  'ccap cctp ccag dce rc bpu dqe dpgf ae ao aoo aor mapa ccp jal boamp joue doue dume cao dsp pme tpe ess rse rgpd fcs tic pi moe amo opc spaser sps dc1 dc2 dc4 nc nf en iso iec ce spec dpae urssaf ' +
    'cpv eeep anssi rgaa rgs secnumcloud hds sla tma saas dpd dpo siae esat ea epa epic epci pfi ugap edb feb da bc os pv pse vbd dgd ccmi bim gpa ccatp ulis hqe dib deee haccp erp pmr ssiap sst caces fdes ges acv',
);

/** Towns that are everyday words too: only a capital makes them a name. */
export const COMMON_PLACES = set(
  'tours vienne nice gap lens reunion creuse drome ain pau var gard bron blois meaux pontoise savoie manche marne oise mende orange vannes arras macon caen cannes',
);

/** Two ways of saying one name: the words of the second tell no new one where the first is said, and the other way round. */
export const ALIASES: readonly (readonly [string, readonly string[]])[] = [
  ['us', ['etats', 'unis']],
  ['usa', ['etats', 'unis']],
  ['ue', ['union', 'europeenne']],
  ['idf', ['ile', 'france']],
  ['paca', ['provence', 'alpes', 'azur']],
  ['rgpd', ['reglement', 'general', 'protection', 'donnees']],
];
