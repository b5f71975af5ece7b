import { fold } from '../french/words.ts';
import { SAME } from './word-families.ts';

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
