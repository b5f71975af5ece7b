import { allMatches } from '../../french/all-matches.ts';
import type { Span } from '../../french/span.ts';

/** People and departments that use what is bought, folded. */
const PEOPLE =
  '(?:agents?|personnels?|equipes?|services?(?! (?:de (?:table|traiteur|nettoyage)|en ligne|compris))|directions?|poles?|eleves?|enfants?|petits|tout-petits|bebes|etudiants?|etudiantes?|doctorants?|chercheurs?|chercheuses?|enseignants?|enseignantes?|profs?|professeurs?|patients?|residents?|usagers|habitants|administres|seniors?|aines|anciens|personnes agees|personnes (?:handicapees|a mobilite|en situation|malvoyantes|sourdes)|public|publics|elus?|conseillers?|conseilleres?|secretaires?|directeurs?|directrices?|policiers?|police municipale|atsem|cuisiniers?|cuisinieres?|infirmiers?|infirmieres?|aides?-soignante?s?|medecins?|soignante?s?|jardiniers?|techniciens?|techniciennes?|animateurs?|animatrices?|chauffeurs?|conducteurs?|gars|praticiens?|praticiennes?|saisonniere|regisseuse|employe communal|familles|jeunes|ados?|adolescents?|gamins|gosses|stagiaires|apprentis|collegues|salaries|employes|ouvriers|visiteurs|spectateurs|touristes|citoyens|beneficiaires|utilisateurs?|ccas|drh|dsi|dst|dga|dgs|rh|brigade|secretariat|mediathecaires|bibliothecaires|comptabilite|comptables|cm1|cm2|cp|ce1|ce2|tout le monde|pompiers|asvp|ripeurs|eboueurs|encadrants|cadres|managers|nouveaux(?: arrivants)?|tp|parents|assistantes? (?:maternelles?|sociales?|de direction)|assistants?|teletravailleurs?|instructeurs|redacteurs|sportifs|licencies|associations|clubs?|scolaires|collegiens?|lyceens?|ecoliers|maitres-nageurs|mns|psychologues|puericultrices?|auxiliaires|sages-femmes|kines?|gardiens?|concierges?|astreintes?|intervenants|musiciens|choristes|0-3 ans|3-6 ans|cabinet du maire|com|etat[- ]civil|urbanisme|compta|courrier|scolarite|sapeurs-pompiers|pompiers volontaires|jsp|agents? de terrain|aides? a domicile|detenus|locataires|bailleurs|allocataires|demandeurs d.emploi|convives|internes|externes|formateurs?|ouvriere?s?|femmes? enceintes?|aidants|meres|futurs agents|clubs sportifs|petits|moyens|grands|bambins|nourrissons|sans-abri|refugies|deplaces|boulistes|nageurs?|danseurs?|cyclistes?|pietons?|randonneurs?|archivistes?|juristes?|ingenieure?s?|controleurs?|inspecteurs?|receptionnistes?|mecaniciens?|egoutiers|fossoyeurs?|plongeurs|peintres|electriciens|magasiniers?|hotesses?|proviseurs?|principaux|chefs d.etablissement|assesseurs|benevoles|instits?|instituteurs|institutrices|maitresses?|maitres?|moniteurs|monitrices|educateurs|educatrices|coachs?|greffiers|gendarmes|militaires|surveillants?|agriculteurs|maraichers|forestiers|bucherons|paysagistes|cantonniers|brancardiers|ambulanciers|documentalistes|laborantins|laborantines|thesards|post-docs|ergotherapeutes|orthophonistes|dieteticiens|dieteticiennes|manipulateurs(?: radio)?|veilleurs(?: de nuit)?|patrouilleurs|saisonniers|vacataires|contractuels|pecheurs|plaisanciers|exposants|forains|commercants|aesh|avs|ash|spv|guides?|medi(?:ateurs|atrices)|regisseurs?|techniciens de surface|lingeres|aides? de cuisine|seconds de cuisine|chefs de cuisine|chefs de projet|chefs d.equipe|chefs de service|sauveteurs|nageurs-sauveteurs|vigiles|hotes? d.accueil|agriculteurs|eleveurs|veterinaires|chimistes|biologistes|comediens|danseuses|artistes|residentes|mamans|papas|voyageurs|clients|passagers|baigneurs|skieurs|campeurs|soigneurs?|accueillantes?|referentes?|referents|delegues|arbitres|plongeuses|nageuses|scientifiques|academiciens|alternants|auditeurs|candidats au concours|malades|nouveau-nes|prematures|adherents|abonnes|lecteurs|promeneurs|riverains|joueurs|joueuses|cavaliers|grimpeurs|rameurs|navigants|facteurs|postiers|dockers|operateurs|operatrices|standardistes|telephonistes|dessinateurs|projeteurs|cartographes|geometres|topographes|traducteurs|interpretes|stagiaires|auditrices|infographistes|graphistes|livreurs|manutentionnaires|caristes|logisticiens|prepar(?:ateurs|atrices)|lavandieres|repasseuses|couturieres|femmes de menage|equipages|marins|pilotes|mousses|astronomes|[a-z]{9,38}(?<=ologues|ologistes|iciens|iciennes|iatres|onomes|ographes))';
const DET =
  "(?:le |la |les |l'|nos |notre |mes |mon |ma |leurs? |des |du |tous les |toutes les |toute la |tout le |chaque |ses |son |sa |aux |au )";
const COUNT =
  '(?:(?:\\d{1,5}|deux|trois|quatre|cinq|six|huit|dix|douze|quinze|vingt|nouve(?:aux|lles|au|lle)|futurs?|jeunes|une? [a-z]{1,30}aine d.(?: )?|\\d{1,3} \\d{3}) ?)?';
const TOWARDS =
  "(?:(?:c'est |c )?pour|pr|pour qui ?[?:]?|il y aura|(?:nous avons|on a|nous accueillons|nous transportons)(?= \\d)|accueill(?:e|era|ant|ir)|recevra|(?:apprendre|enseigner|montrer) (?:aux?|a)|(?:former|sensibiliser|initier|preparer|habiller|vetir|equiper|loger|heberger|emmener|amener|conduire|nourrir|proteger|accompagner|chausser|doter)(?= (?:les |nos |mes |des |aux |une? |\\d))|(?:plannings?|conges|temps|badges|postes|comptes|acces|carrieres|absences|dossiers|paie|emplois du temps|tenues|suivi) (?:des|de)|aupres d(?:e|u|es)|(?:aux?|a)(?: environ| pres de| plus de| quelque)?(?= \\d)|a(?= chaque)|public vise ?:|public concerne ?:|destinee?s? (?:a|au|aux)|utilisee?s? par|a destination d(?:e|u|es)|au profit d(?:e|u|es)|a l'usage d(?:e|u|es)|a la disposition d(?:e|u|es)|a disposition d(?:e|u|es)|au benefice d(?:e|u|es)|adaptee?s? (?:aux?|a)|equiper(?: une? [a-z]{1,30}aine de)?|(?<!pose |posee? |posees |posees? |montage |montee |faite? |faites |realisee? |assuree? )par(?= (?:nos|les|mes) )|usage par|utilisateurs ?:|usagers ?:|public ?:)";

const FOR_PEOPLE = new RegExp(
  `(?<![a-z0-9])(?:${TOWARDS}[ \\n]{1,8}|utilisateurs? \\()(?=((?:${DET})?${COUNT}${PEOPLE})(?![a-z0-9]))`,
  'g',
);
/** A department that asks for itself: «Le service voirie souhaite…». */
const ASKS =
  /(?:^|[,:\n.]) ?(?=((?:le |la |l'|notre |les )(?:services?|direction|pole|equipe|agents|police municipale|ccas|drh|dsi|labo|laboratoire|secretariat|brigade)(?: [a-z'-]{1,30}){0,5}?) (?:souhaite(?:nt)?|a besoin|ont besoin|aurai\w{1,20} besoin|demande(?:nt)?|sollicite(?:nt)?|voudrai\w{1,20}|veu(?:t|lent)|desire(?:nt)?|recherche(?:nt)?|cherche(?:nt)?|manque(?:nt)?|doi(?:t|vent) (?:s'equiper|acquerir|acheter|renouveler|remplacer)|aimerai\w{1,20}))/g;
/** Those who may use it, as the subject, and that they do: «les agents l'utilisent». */
const USING = new RegExp(
  `(?:^|[,:\\n.] ?|(?:que|car|ou|et|mais|quand) )(?=((?:(?:les |nos |mes |des |tous les )${COUNT}|\\d{1,5} )${PEOPLE}(?![a-z0-9])(?: (?:de la |de |du |des |d')[a-z0-9]{1,30}(?![a-z0-9])(?: (?:annee|[a-z]{2,9}(?= s')))?){0,2}))`,
  'g',
);
/** Right after them. */
const USE =
  /(?: \([^()]{1,40}\))?(?:(?: [a-z]{1,30}(?<=ment)| ne| s'en| les| y| en)? | n' ?| l' ?)(?:utilis\w{1,20}|serv(?:ent|iront|iraient|iraient)|travaillent|jouent|joueront|mangent|dorment|viennent|viendront|manipulent|conduisent|se plaignent|ont besoin|auront besoin|reclament|attendent|passent|se changent|stockent|impriment|frequentent|restent|vivent|logent|circulent|font|suivent|apprennent|programment|dessinent|lisent|soignent|roulent|naviguent|chantent|dansent|courent|marchent|nagent|montent|interviennent|patrouillent|portent|porteront|auront|ont (?:des|mal|froid|chaud|trop|souvent|du))(?![a-z])/y;
/** «5 fourgons de la police municipale»: whose they will be. */
const WHOSE =
  /(?<=\b(?:\d{1,4}|deux|trois|quatre|cinq|six|huit|dix|douze|nouveaux|nouvelles) [a-z-]{3,30}s(?: [a-z-]{4,30}s)? )(?:de la |du |des |de l')(?=((?:police municipale|gendarmerie|brigade(?: [a-z]{1,30})?|services? (?:technique|voirie|urbanisme|environnement|jeunesse|sports?|eau|assainissement|proprete|informatique)s?|sapeurs-pompiers|pompiers|asvp|equipe [a-z]{1,30}|regie(?: [a-z]{1,30})?)(?![a-z])))/g;
/** «c'est l'équipe voirie qui s'en sert». */
const WHO_USES = new RegExp(
  `(?<![a-z0-9])(?:c'est|c|ce sont|ce seront|ce sera) (?=((?:${DET})?${COUNT}${PEOPLE}(?: (?:de |du |des |d')?[a-z]{1,30}){0,2}?) qui (?:s en |s'en |l'|l |les |y |en |va |vont )?(?:ser(?:t|vent|vira|viront)|utilis\\w{1,20}|travail\\w{1,20}|conduir?\\w{1,20}|manipul\\w{1,20}|l'utilis\\w{1,20}))`,
  'g',
);
/** «2 agents qui ont mal au dos»: who they are. */
const WHO_ARE = /^ qui (?:ont|sont|travaillent|viennent|font|vont|partent|n'ont|se) [^,;:.()\n]{2,70}/;
/** «pour 82 résidents et 30 agents»: the second of two. */
const AND_PEOPLE = new RegExp(`^(?: et|,| ou) (?=((?:${DET})?${COUNT}${PEOPLE})(?![a-z0-9]))`);
const OF =
  /^ (?:de la |de l'|du |des |de |d')(?!(?:ici|au|une?|environ|facon|preference|plus|avant|la|le|l|que|\d)\b)([a-z0-9][a-z0-9'-]+)/;
const STOP =
  /^(?:et|pour|avec|dans|sur|sous|avant|apres|a|au|aux|en|qui|que|dont|ou|il|elle|on|nous|je|est|sont|ont|ne|par|car|mais|si|sans|environ|vers|jusqu|depuis|entre|budget|svp|stp|merci|livraison|d'ici|le|la|les|un|une|des|de|du|quand|lors|afin|plus|deux|soit|pendant|selon|y|chez|actuellement|maximum|max|ttc|ht|souhaite\w{0,20}|besoin|doi\w{1,20}|peu\w{1,20}|faut)$/;

/** Sayings about users in one text, against texts made of nothing else. */
const MOST = 100;

export interface UsersFound {
  readonly lead: number;
  readonly span: Span;
  /** The department itself asks: worth a value only where users change the specification. */
  readonly asks: boolean;
}

export function findUsers(folded: string): readonly UsersFound[] {
  const out: UsersFound[] = [];
  for (const match of allMatches(FOR_PEOPLE, folded)) {
    if (out.length >= MOST) break;
    const start = match.index + match[0].length;
    const headEnd = start + (match[1] ?? '').length;
    let end = complement(folded, headEnd);
    end += WHO_ARE.exec(folded.slice(end, end + 90))?.[0].length ?? 0;
    out.push({ lead: match.index, span: [start, end], asks: false });
    for (let more = AND_PEOPLE.exec(folded.slice(end, end + 60)); more !== null && out.length < MOST; ) {
      const next = end + more[0].length;
      end = complement(folded, next + (more[1] ?? '').length);
      out.push({ lead: next, span: [next, end], asks: false });
      more = AND_PEOPLE.exec(folded.slice(end, end + 60));
    }
  }
  for (const match of allMatches(WHO_USES, folded)) {
    const start = match.index + match[0].length;
    out.push({ lead: start, span: [start, start + (match[1] ?? '').length], asks: false });
  }
  for (const match of allMatches(WHOSE, folded)) {
    const start = match.index + match[0].length;
    out.push({ lead: match.index, span: [start, start + (match[1] ?? '').length], asks: true });
  }
  for (const match of allMatches(USING, folded)) {
    const start = match.index + match[0].length;
    USE.lastIndex = start + (match[1] ?? '').length;
    if (!USE.test(folded)) continue;
    out.push({ lead: start, span: [start, start + (match[1] ?? '').length], asks: false });
  }
  for (const match of allMatches(ASKS, folded)) {
    const start = match.index + match[0].length;
    out.push({ lead: start, span: [start, start + (match[1] ?? '').length], asks: true });
  }
  return out.sort((a, b) => a.span[0] - b.span[0]);
}

/** «les agents» → «les agents du service technique», «le service» → «le service voirie». */
function complement(folded: string, headEnd: number): number {
  let end = headEnd;
  for (let words = 0; words < 4; words += 1) {
    const rest = folded.slice(end, end + 50);
    const of = OF.exec(rest);
    const next = /^ ([a-z][a-z-]*)(?!')/.exec(rest);
    if (of !== null) end += of[0].length;
    else if (next !== null && words < 2 && !STOP.test(next[1] ?? '')) end += next[0].length;
    else break;
  }
  return end;
}
