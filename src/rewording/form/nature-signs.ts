import type { Family } from '../../vocabulary/rewording.ts';

/** A trade met in the message, as far as its family goes. */
export interface FamilySign {
  readonly at: number;
  readonly family: Family;
}

/**
 * What is bought, as the code divides it: supplies are bought, rented or leased (L1111-3), works are carried out on a
 * building or a road (L1111-2), the rest is services (L1111-4), of which those of the mind have their CCAG. The first sign
 * in the text decides, for people say what they want before the rest; a trade just after a bare «acheter» decides for it.
 * @param folded the message, folded (src/french/text.ts)
 * @param trades families of the trades met, with the place of each in `folded`
 */
export function natureOf(folded: string, trades: readonly FamilySign[]): Family | undefined {
  const signs: FamilySign[] = [...trades];
  const goods = ANY_GOODS.test(folded);
  for (const [family, says] of SIGNS) {
    if (family === 'fournitures' && !goods) continue;
    const match = says.exec(folded);
    // Of «il faudrait refaire la peinture» the thing is not what is wanted: goods stand where they are named.
    if (match !== null) signs.push({ at: match.index + (family === 'fournitures' ? match[0].length : 0), family });
  }
  const wanted = goods ? wantedGoods(folded) : undefined;
  if (wanted !== undefined) signs.push({ at: wanted, family: 'fournitures' });
  const first = signs.reduce<FamilySign | undefined>(
    (best, one) => (best === undefined || one.at < best.at ? one : best),
    undefined,
  );
  const bought = BUYING.exec(folded);
  if (bought === null) return first?.family ?? weakSign(folded, goods);
  if (first !== undefined && first.at < bought.index) return first.family;
  const end = bought.index + bought[0].length;
  const next = signs.filter(({ at }) => at >= bought.index && at < end + NEAR).sort((a, b) => a.at - b.at)[0];
  return next?.family ?? 'fournitures';
}

function weakSign(folded: string, goods: boolean): Family | undefined {
  return WEAK_SIGNS.find(([family, says]) => (family !== 'fournitures' || goods) && says.test(folded))?.[0];
}

/** Letters between «acheter» and what is bought. */
const NEAR = 45;

const BUYING =
  /\b(?:achat (?:de|d'|des|du)|acheter|achetons|acquerir|acquisition|racheter|commander|fourniture (?:de|d'|des|du|et)|approvisionn\w{1,20}|reapprovisionn\w{1,20}|recommander|s'equiper|equiper|location (?!avec|de salle)(?:de|d'|des|du)|louer (?!une? (?:salle|local|appartement|bureau)|des bureaux|la salle)|leasing|credit-bail)\b/;

const MANY =
  "(?:(?:une?|des|du|de|deux|trois|quatre|cinq|six|sept|huit|dix|douze|quinze|vingt|trente|quelques|plusieurs|nouve(?:au|l|lle|aux|lles)|nos|les|la|le|notre)(?: |(?=-))|[dl]' ?|\\d{1,3}(?: ?\\d{3}){0,2}(?!\\d) ?)";
const WANTED = `(?:besoin (?:de|d'|urgent de)|(?:il |nous |me )?(?:faut|faudrait|faudra)|voudr\\w{1,20}|(?:veut|veux|voulons)(?! plus)|aimer\\w{1,20}|souhait\\w{1,20}|cherch\\w{1,20}|manqu\\w{1,20}|remplac\\w{1,20}(?: (?:de|d'|des|du))??|renouvel\\w{1,20}(?: (?:de|d'|des|du))??|chang\\w{1,20}|complet\\w{1,20}|prendr\\w{1,20}|livr\\w{1,20}|commande (?:de|d')|demande (?:de|d'))`;
const GOODS = `(?:abris?|accessoires?|ampoules?|ambulances?|appareils?|armoires?|aspirateurs?|autolaveuses?|bacs?|balais|balances?|bancs?|barnums?|barrieres?|batteries?|benn(?:e|es)|berceaux|bibliotheques?|blouses?|bornes?|bottes|boucliers?|bouteilles?|brouettes?|bureaux|cables?|cafetieres?|cahiers?|caisses?|cameras?|camions?|camping-gaz|canapes?|carabines?|cartes?|cartons?|cartouches?|casiers?|casques?|centrifugeuses?|chaises?|chapiteaux?|chargeurs?|chariots?|chasubles?|chaussures?|chevalets?|claviers?|climatiseurs?|coffres?|compresseurs?|congelateurs?|conteneurs?|couches?|couettes?|couteaux|couvertures?|defibrillateurs?|desherbeurs?|detecteurs?|drapeaux|draps?|drones?|echafaudages?|echelles?|ecrans?|enceintes?|engins?|equipements?|etageres?|extincteurs?|fauteuils?|fontaines?|fourgons?|fours?|fournitures?|frigos?|gants?|gazebos?|gilets?|gobelets?|gradins?|graines?|gravillons?|groupes? electrogenes?|guirlandes?|housses?|imprimantes?|instruments?|isoloirs?|jeux|jouets?|jumelles|kayaks?|kits?|lampes?|lave-(?:linge|vaisselle|glaces?)s?|licences?|lits?|livres?|logiciels?|luges?|luminaires?|lunettes|machines?|manuels?|masques?|matelas|materiels?|medicaments?|meubles?|micros?|microscopes?|mobiliers?|modules?|moniteurs?|montres?|moteurs?|motos?|nappes?|ordis?|ordinateurs?|outillages?|escabeaux?|echelles|boites? en carton|boites d'archives?|paniers?|panneaux?|pansements?|papier|parasols?|pc|photocopieurs?|copieurs?|standards? telephoniques?|defibrillateurs?|peinture|perceuses?|pianos?|pieces detachees|piles?|planches?|plantes?|plateaux|pneus|poele|pompes?|poteaux|poubelles?|poussettes?|praticables?|produits?|projecteurs?|radios?|ramettes?|raquettes?|rayonnages?|reactifs?|refrigerateurs?|remorques?|respirateurs?|rideaux|robots?|sable|sacs?|scies?|sel|serveurs?|serviettes?|sieges?|smartphones?|sondes?|souffleurs?|stands?|stylos?|switchs?|tables?|tablettes?|talkies(?:-walkies?)?|tapis|telephones?|televiseurs?|tenues?|tentes?|terreau|thermometres?|tondeuses?|tracteurs?|trampolines?|transats?|trottinettes?|tubes?|uniformes?|urnes?|vaccins?|vaisselle|valises?|vehicules?|velos?|ventilateurs?|vestes?|vetements?|video-?projecteurs?|vitrines?|voitures?|zodiacs?|kangoos?|minibus|utilitaires?|camionnettes?|scanners?|echographes?)`;
const BUILDING =
  '(?:toitures?|toits?|facades?|murs?|sols?|parquet|carrelage|plafonds?|peintures?|verrieres?|fenetres?|portes|menuiseries?|volets?|plomberie|canalisations?|sanitaires|toilettes|douches|vestiaires|vitraux|charpente|gouttieres?|cheminees?|escaliers?|electricite|eclairage|chaufferie|chauffage|facade|cloture|portail|preau|cour|parking|trottoirs?|chaussee|route|rue|voirie|pont|passerelle|digue|berges?|quai|mur|salles? de classe|classes?|gymnase|piscine|ecole|salle|terrain|court de tennis|aire de jeux|cuisine|bureaux|locaux|batiment|logements?|couverture|eglise|enduits?|enrobes?|fissures?|fuites?|infiltrations?|chaudieres?|climatisation|clim|ascenseurs?|pompes? a chaleur|radiateurs|monte-charges?|alarme incendie|canalisations?|batiments?|creches?|mediatheques?|colleges?|lycees?|ehpad|caserne|hangar|extension|groupe scolaire|maison|centre|local|stade|theatre|musee|restaurant|cantine|mairie|signaletique)';

const WANTING = new RegExp(`\\b${WANTED} (?:[a-z']{1,12} ){0,2}?${MANY}{1,3}`, 'g');
const GOODS_NEXT = new RegExp(`(?:[a-z-]{1,30} ){0,3}?${GOODS}\\b`, 'y');

/** Where the goods end that are said to be wanted: «il nous faudrait dix nouvelles chaises». */
function wantedGoods(folded: string): number | undefined {
  for (const { 0: said, index } of folded.matchAll(WANTING)) {
    GOODS_NEXT.lastIndex = index + said.length;
    const named = GOODS_NEXT.exec(folded);
    if (named !== null) return named.index + named[0].length;
  }
  return undefined;
}

/** Signs of a family, apart from the trades, read on the folded text. */
const SIGNS: readonly (readonly [Family, RegExp])[] = [
  [
    'travaux',
    new RegExp(
      `\\b(?:install(?:er|ation) (?:d'|de |une? |la |l'|des |du ){1,4}(?:chaufferie|chaudiere|ascenseur|climatisation|pompe a chaleur|vmc|sanitaires|panneaux (?:solaires|photo)|portail|cloture|eclairage)\\w{0,20}|(?:refaire|refection|renov\\w{1,20}|rehabilit\\w{1,20}|reamenag\\w{1,20}|repar\\w{1,20}|repein\\w{1,20}|remise? (?:en etat|a neuf|aux normes)|remettre (?:en etat|a neuf|aux normes)|mise aux normes|mettre aux normes|restaur(?:er|ation)|ravalement|remplac\\w{1,20}|chang\\w{1,20}|construi\\w{1,20}|construction|demoli\\w{1,20}|agrandi\\w{1,20}|isol(?:er|ation)|creus\\w{1,20}|couvrir|pos(?:e|er) (?:de|d'|un|une|du))(?: (?:de|des|du|d'|la|le|les|l'|une?|nos|notre|toutes?|tous|petite|grande|vieille|totale|complete|entierement|partielle|\\d{1,9})){0,3} ?${BUILDING}|travaux (?!d'impression|d'imprimerie|pratiques|scolaires)|chantier de|gros oeuvre|second oeuvre|coup de (?:neuf|jeune|peinture|propre) (?:sur|a|dans|au)|enduit|goudronn\\w{1,20}|desamiant\\w{1,20}|ravalement|maconnerie)\\b`,
    ),
  ],
  [
    'prestations intellectuelles',
    /\b(?:(?:une?|l'|cette|notre|lancer|mener|commander|realiser|faire|mission d'|d'une) ?(?:etudes?|audit|diagnostic (?!immobilier|amiante|plomb)|schema directeur|expertise (?!comptable d)|evaluation (?:de|d')|assistance a maitrise)|bureaux? d'etudes?|amo\b|maitrise d'oeuvre|maitre d'oeuvre|(?<!l')architectes?(?! des batiments)|programmiste|urbanistes?|consultants?|cabinet (?:de conseil|pour|qui)|conseil (?:en|juridique|strategique)|faisabilite|coach\w{0,20})\b/,
  ],
  [
    'services',
    /\b(?:prestations? (?:de|d')|reparations? (?:de |d'|des |du |sur )|en cas de panne|contrat (?:de|d') (?:maintenance|entretien|nettoyage|menage|gardiennage|balayage|location-entretien|service)|maintenance|entretien (?:de|des|du|annuel|menager|courant)|nettoyage|nettoyer|menage|gardiennage|surveillance|balay(?:age|er)|formations?\b|former (?:nos|les|des|\d)|formateurs?|stage (?:de|pour)|seances?|animation|animateurs?|animer|transport(?:er)? (?:de|d'|des|les|nos|scolaire)|(?:auto)?cars? (?:avec|pour (?:emmener|transporter))|avec chauffeur|traduction|traduire|interprete\w{0,20}|demenag\w{1,20}|collect(?:e|er) (?:de|des|du|les)|ramass\w{1,20}|tri (?:de|des)|numeris\w{1,20}|archivage|assur(?:er|ance) (?:de|des|du|les|nos|la|le|pour|responsabilite|dommages|auto\w{0,20}|statutaire)|traiteur|restauration (?:scolaire|collective|du|des|de)|prestataire (?:de|d'|pour)|hebergement|heberger|accueillir|tonte|tondre|elagage|elaguer|taille des|deneig\w{1,20}|depannage|dem?oustication|deratis\w{1,20}|desinsect\w{1,20}|imprim(?:er|eur)|spectacles?|concerts?|organis(?:er|ation) (?:d'|un|une|du|de|des|le|la|les|l')|repas (?:livres|par jour|pour)|telephonie|abonnement|infoger\w{1,20}|assistance (?:juridique|technique|informatique)|avocat|huissier|notaire|geometre|controle (?:technique|periodique|reglementaire)|verifications? (?:periodiques?|reglementaires?|des|annuelles?)|analyses? (?:d'eau|de l'eau|de sol|bacterio\w{0,20}|biolog\w{0,20})|blanchiss\w{1,20}|lavage|laver|interim|recrut\w{1,20} (?:un|une|des|par)|sondage|enquete|campagne (?:de com\w{0,20}|d'affichage|publicitaire)|obseques|colonie|sejour|voyage|garde d'enfants|aide a domicile|reparer (?:les|nos|notre|la|le|l') (?:vehicule|voiture|camion|copieur|ascenseur|machine|appareil|velo|engin|tondeuse|balayeuse)\w{0,30})\b/,
  ],
  ['fournitures', new RegExp(`\\b${GOODS} (?:[a-z]{1,30} ){0,2}?(?:a louer|en location)\\b`)],
  ['fournitures', new RegExp(`^\\W{0,20}(?:(?:bonjour|bjr|slt|salut)\\W{0,20})?${GOODS}\\b`)],
  [
    'fournitures',
    new RegExp(
      `^\\W{0,20}(?:(?:bonjour|bjr|slt|salut)\\W{0,20})?(?:\\d{1,9}|une?|des|deux|trois|quatre|cinq|six|dix|douze|quinze|vingt) (?:[a-z-]{1,30} ){0,2}?${GOODS}\\b`,
    ),
  ],
];

/** Without any goods named, their signs need not be tried. */
const ANY_GOODS = new RegExp(`\\b${GOODS}\\b`);

/** Told by a thing or a trade alone, when nothing else tells. */
const WEAK_SIGNS: readonly (readonly [Family, RegExp])[] = [
  [
    'travaux',
    new RegExp(
      `\\b${BUILDING}\\b[^.!?\\n]{0,90}[.,;:] ?[^.!?\\n]{0,40}\\b(?:la|le|les|l'|en|tout) ?(?:changer|remplacer|refaire|renover|reparer|repeindre|remettre)\\b`,
    ),
  ],
  [
    'travaux',
    /\b(?:plombiers?|macons?|couvreurs?|electriciens?|menuisiers?|carreleurs?|chauffagistes?|peintres? en batiment)\b/,
  ],
  [
    'fournitures',
    new RegExp(`\\b(?:\\d{1,9}|deux|trois|quatre|cinq|six|dix|douze|quinze|vingt) (?:[a-z-]{1,30} ){0,2}?${GOODS}\\b`),
  ],
];
