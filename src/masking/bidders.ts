import type { Sighting } from './finding.ts';
import { allCommonOnly, type FirmRead, isStrangeWord, readFirmName } from './firm-name.ts';
import { eachFirm } from './firms.ts';
import { letteredFirm } from './lettered-firms.ts';
import { foldedName } from './names.ts';
import { hyphenEnd } from './person-names.ts';
import { shapedPlace } from './places.ts';
import { joins, opensSentence, type Source, type Token } from './source.ts';
import { phraseAt, startsAny, type Words } from './word-lists.ts';

/** What a contractor hands in or undergoes: «le devis de X», «aux torts de X». */
const HANDED =
  /^(?:offres?|devis|factures?|pli|plis|candidature|candidatures|proposition|propositions|dume|reclamation|attribution|prestations?|questions?|penalites|indemnisation|contrat|defaillance|liquidation|redressement|faillite|retards?|resiliation|reponse|reponses|memoire|memoires|gerante?|dirigeante?|patron|commerciale?|salaries|equipes|equipe|agents|ouvriers|techniciens|chantier|dgd|requete|reference|repreneur|torts|celle|celui|celles|ceux|exclusion|eviction|rejet|situation|situations|acompte|decompte|rapport|notes?|prix|bpu|bordereau|chiffrage|livraison|livraisons|camions?|courrier|mail|relance|avocate?|conseil|siege|depot|agence|sav|interventions?|passage|visite|venue|depannage|assureur|filiale|garantie|caution|logiciel|solution|produits?|repas|materiel|sous|traitant|cession|rachat|profit|faveur|insu|compte|encontre|part|lettre|travail|interet|aupres|pres|abandon|manquements?|malfacons?|erreur|faute|fautes|risques|frais)$/;
/** Between what is handed in and its bearer: «devis n° D2024-91 du 3 mars de X». */
const BETWEEN =
  /^(?:n|no|ref|du|le|la|l|en|date|technique|financiere?|initiale?|finale?|complementaire|modificative?|rectificative?|premiere?|derniere?|seconde?|nouveau|nouvelle|commerciale?|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)$/;
const GIVEN =
  /^(?:attribuee?s?|notifiee?s?|confiee?s?|confier|attribuer|notifier|commandee?s?|commander|ecrit|adressee?|acheter|achetee?s?|achete|appel|payer|verser|reclamer|ensemble|directement|reproche|recommande|face|demeure|opposee?|notification|attribution|notre|lot|reviennent|revient|revenir|faire|passee?|preavis|avance|acompte|loue|louee?s?|infligees?|infliger|sous|traitee?s?|resilie)$/;
const DONE =
  /^(?:livree?s?|facturee?s?|realisee?s?|executee?s?|proposee?s?|remportee?s?|gagnee?s?|assuree?s?|posee?s?|installee?s?|fournie?s?|signee?s?|envoyee?s?|transmise?s?|remise?s?|demandee?s?|contestee?s?|emise?s?|deposee?s?|rachetee?s?|repris|reprise|effectuee?s?|rejetee?s?|attaquee?|edite?e?s?|developpee?s?|chiffree?s?|faite?s?|construite?s?|nettoyee?s?|entretenue?s?|exploitee?s?|heberge?e?s?|reclamee?s?|invoquee?s?|menee?s?|titulaire|detenue?s?|commise?s?|introduite?|formee?)$/;
const DEALT =
  /^(?:marches?|contrats?|accord|cadre|convention|litige|differend|contentieux|commande|commandes|conflit|avenant|avenants|passe|conclu|conclue|negocie|negociation|negociations|rupture|desaccord|recours|penalites|action|procedure|groupement|maintenance|abonnement|partenariat|concession|dsp|transaction|protocole|location|leasing)$/;
/** What only a contractor does, at once or after an auxiliary: «X réclame», «X nous a facturé», «X n'a pas livré». */
const VERB =
  /^(?:reclame|reclament|conteste|contestent|facture|facturent|invoque|exige|exigent|soumissionne|soumissionner|sous|livre|livrent|livrer|livree?s?|abandonne|menace|depose|remis|remporte|gagne|chiffre|installe|resilie|execute|defaillante?|evincee?|ecartee?|exclue?|retenue?|attributaire|titulaire|mieux|moins|liquidation|redressement|cessation|rachetee?|encaisse|cede|intervient|depanne|repond|sollicite)$/;
/** What firms do as people do: of a word that is no surname. */
const SAYS =
  /^(?:affirme|soutient|estime|pretend|annonce|propose|demande|refuse|rembourse|dit|fournit|assure|garantit|explique|repond|argue|oppose|maintient)$/;
const MONTH = /^(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)$/;
const AUXILIARY =
  /^(?:n|ne|nous|vous|lui|leur|l|s|a|ont|avait|vient|de|veut|va|est|sont|etait|sera|serait|pas|plus|deja|jamais|toujours|enfin|bien|ete|y|en|doit|peut|la|le|ensuite)$/;

/** Firms that only their part in a contract tells: «le devis de Lyreco», «un litige avec Sword», «Sword réclame». */
export function findBidders(source: Source, words: Words): readonly Sighting[] {
  return eachFirm(source, words, (at) => bidder(source, at, words));
}

function bidder(source: Source, at: number, words: Words): FirmRead | undefined {
  const { tokens } = source;
  const token = tokens[at];
  if (token === undefined) return undefined;
  const lettered = letteredFirm(tokens, at, joins(token.gap) && ledTo(tokens, at, words), words);
  if (lettered !== undefined) return lettered;
  if (token.raw.length < 2) return undefined;
  if (!token.capital) return lowerBidder(tokens, at, words);
  if (words.firstNames.has(token.fold) || words.firstNamesAlsoWords.has(token.fold)) return undefined;
  if (words.civilities.has(token.fold) || words.titles.has(token.fold)) return undefined;
  if (startsAny([words.known, words.bodies], tokens, at)) return undefined;
  // A make is no firm, but where a contract is held: «si SFR a déposé un pli», «chez Dell».
  if (
    startsAny([words.brands], tokens, at) &&
    !/^(?:chez|contre|par)$/.test(tokens[at - 1]?.fold ?? '') &&
    !offers(tokens, at) &&
    !(tokens[at - 1]?.fold === 'a' && givenBefore(tokens, at - 1)) &&
    !(actsAsContractor(tokens, at + 1) || SAYS.test(tokens[at + 1]?.fold ?? ''))
  )
    return undefined;
  if (shapedPlace(tokens, at, words) !== undefined) return undefined;
  const led = joins(token.gap) && ledTo(tokens, at, words);
  const article = /^(?:le|la|les|l)$/.test(token.fold) && (tokens[at + 1]?.capital ?? false) && token.gap === ' ';
  if (!led && !article && words.common.has(token.fold)) return undefined;
  if (!led && tokens[at - 1]?.capital && joins(token.gap)) return undefined;
  const next = readFirmName(tokens, at, words);
  // «chez Signature», «la liquidation de Centaure Protection»: everyday words, which only a name writes so there.
  const chez =
    !token.upper &&
    (tokens[at - 1]?.fold === 'chez' ||
      (led && next - at > 1) ||
      ((offers(tokens, at) || (tokens[at - 1]?.fold === 'a' && givenBefore(tokens, at - 1))) &&
        !MONTH.test(token.fold)));
  if (next === at || (allCommonOnly(tokens, at, next, words) && !chez)) return undefined;
  if (phraseAt(words.places, tokens, at)?.length === next - at) return undefined;
  // «celle de Bligny»
  if (/^(?:celle|celui|ceux)$/.test(tokens[at - 2]?.fold ?? '') && words.inhabitants.has(foldedName(tokens, at, next)))
    return undefined;
  const says =
    (token.upper || !words.surnames.has(token.fold)) &&
    SAYS.test(tokens[next]?.fold ?? '') &&
    tokens[next]?.gap === ' ';
  const told =
    led ||
    says ||
    actsAsContractor(tokens, next) ||
    // «Aidez l'entreprise à…» opens with a verb, not with a name.
    (isBidder(tokens, next) && !(opensSentence(source, at) && words.isWord(token.fold))) ||
    scored(source.flat, tokens[next - 1]?.end ?? 0);
  return told ? { from: at, next, confidence: led ? 0.6 : 0.5 } : undefined;
}

/** «chez dupont elec», «le patron de pyrénées élagage»: in haste, where only a firm stands, and a word that nobody knows. */
function lowerBidder(tokens: readonly Token[], at: number, words: Words): FirmRead | undefined {
  const token = tokens[at];
  const before = tokens[at - 1]?.fold ?? '';
  if (token === undefined || !/(?:^|[ \n])$/.test(token.gap) || token.digit || token.fold.length < 4) return undefined;
  const trade = words.firmEnds.has(tokens[at + 1]?.fold ?? '') && tokens[at + 1]?.gap === ' ';
  // «pellerin élec», «teclia environnement»: a word that nobody knows and a trade.
  if (
    trade &&
    (isStrangeWord(tokens, at, words) || /^(?:a|avec|chez|par|de)$/.test(before)) &&
    !words.common.has(token.fold) &&
    !words.civilities.has(before)
  )
    return { from: at, next: at + 2, confidence: 0.6 };
  const dealt =
    /^(?:avec|contre)$/.test(before) && !words.firstNames.has(token.fold) && words.isWord(tokens[at - 2]?.fold ?? '');
  const acts =
    !words.firstNames.has(token.fold) &&
    !/^(?:m|mr|monsieur|mme|madame|mlle)$/.test(before) &&
    (actsAsContractor(tokens, hyphenEnd(tokens, at)) ||
      servesUs(tokens, hyphenEnd(tokens, at)) ||
      (token.fold.length > 5 && mayServe(tokens, hyphenEnd(tokens, at)) && !isRunOn(token.fold, words)));
  if (!(before === 'chez' || (/^(?:de|d)$/.test(before) && handedBefore(tokens, at - 1)) || dealt || acts))
    return undefined;
  if (!isStrangeWord(tokens, at, words) && !(trade && !words.common.has(token.fold))) return undefined;
  return { from: at, next: trade ? at + 2 : hyphenEnd(tokens, at), confidence: 0.5 };
}

/** «Ducloy, candidate au lot 2», «Ollier, son sous-traitant», «Brient le fournisseur»: what is said of whoever was named. */
function isBidder(tokens: readonly Token[], next: number): boolean {
  const gap = tokens[next]?.gap ?? '';
  if (!/^(?:, | \(| )$/.test(gap)) return false;
  let at = next;
  while (at - next < 2 && /^(?:le|la|l|notre|son|sa|leur|votre|qui|est|un|une)$/.test(tokens[at]?.fold ?? '')) at++;
  if (gap === ' ' && at === next) return false;
  return (
    !tokens[at]?.capital &&
    /^(?:candidate?|titulaire|attributaire|mandataire|fournisseur|prestataire|cotraitant|soumissionnaire|exploitant|loueur|entreprise|societe)$|^sous$/.test(
      tokens[at]?.fold ?? '',
    )
  );
}

/** «Machard 398 500 €», «Mouton : 72,5 points», «Ollier (18/20)»: what a list of offers gives each bidder. */
function scored(flat: string, end: number): boolean {
  return /^ ?[:(=àa]? ?(?:est |moins.disant |mieux.disant )?\d[\d ., ]*(?:€|euros?|k€|keuros|points?|pts?|\/ ?(?:10|20|60|100)\b|%|cts|centimes)/i.test(
    flat.slice(end, end + 40),
  );
}

function actsAsContractor(tokens: readonly Token[], next: number): boolean {
  let at = next;
  while (at - next < 5 && /^[ ']$/.test(tokens[at]?.gap ?? '') && AUXILIARY.test(tokens[at]?.fold ?? '')) at++;
  const verb = tokens[at];
  return verb !== undefined && /^[ ']$/.test(verb.gap) && !verb.capital && VERB.test(verb.fold);
}

/** «unilog nous a mis une alarme», «benamar vous doit»: what is done to us by a word that nobody knows. */
function servesUs(tokens: readonly Token[], next: number): boolean {
  const us = tokens[next];
  return us !== undefined && us.gap === ' ' && /^(?:nous|ns)$/.test(us.fold) && tokens[next + 1]?.gap === ' ';
}

/** «frigolis peut venir ce soir», «batimax devait livrer»: what one who serves can or must do. */
function mayServe(tokens: readonly Token[], next: number): boolean {
  let at = next;
  while (at - next < 2 && /^(?:ne|n|nous|pas)$/.test(tokens[at]?.fold ?? '')) at++;
  const [may, serve] = [tokens[at], tokens[at + 1]];
  return (
    may?.gap === ' ' &&
    serve?.gap === ' ' &&
    /^(?:peut|doit|devait|pouvait|devra|pourra|vient|va|veut|accepte|refuse)$/.test(may.fold) &&
    /^(?:venir|intervenir|livrer|depanner|fournir|poser|installer|reparer|demarrer|chiffrer|executer|facturer|finir|terminer|demonter|remplacer|passer|continuer|de)$/.test(
      serve.fold,
    )
  );
}

/** «lentreprise», «lagent»: a word of French that lost its apostrophe. */
const isRunOn = (fold: string, words: Words): boolean =>
  /^(?:qu|[cdjlmnst])/.test(fold) && words.isWord(fold.replace(/^(?:qu|.)/, ''));

function ledTo(tokens: readonly Token[], at: number, words: Words): boolean {
  const before = tokens[at - 1]?.fold ?? '';
  const earlier = tokens[at - 2]?.fold ?? '';
  if (before === 'chez') return true;
  if (/^(?:de|d)$/.test(before)) return handedBefore(tokens, at - 1);
  if (before === 'a') return GIVEN.test(earlier) || givenBefore(tokens, at - 1);
  if (before === 'par') return DONE.test(earlier);
  if (!/^(?:avec|contre)$/.test(before)) return false;
  for (let back = 2; back < 10; back++) {
    const token = tokens[at - back];
    if (token === undefined || /[.;!?\n]/.test(tokens[at - back + 1]?.gap ?? '')) return false;
    if (DEALT.test(token.fold)) return true;
    if (words.civilities.has(token.fold)) return false;
  }
  return false;
}

/** «devis de Nuance», «un seul pli reçu, celui d'Itron»: a make too, where it bids. */
function offers(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:de|d)$/.test(tokens[at - 1]?.fold ?? '')) return false;
  const what = tokens[at - 2]?.fold ?? '';
  const bid = /^(?:offres?|devis|factures?|plis?|candidatures?|reclamations?|memoires?|notes?|propositions?)$/;
  if (bid.test(what)) return true;
  if (!/^(?:celle|celui|celles|ceux)$/.test(what)) return false;
  return tokens.slice(Math.max(0, at - 9), at - 2).some(({ fold }) => bid.test(fold));
}

/** «notifié le marché 2024-113 à Dell»: what is given stands between. */
function givenBefore(tokens: readonly Token[], link: number): boolean {
  for (let at = link - 1; at > 0 && link - at < 9; at--) {
    if (/[.;:!?\n]/.test(tokens[at + 1]?.gap ?? '')) return false;
    if (
      /^(?:attribue|attribuee?s?|notifie|notifiee?s?|confie|confiee?s?|attribuer|notifier|confier)$/.test(
        tokens[at]?.fold ?? '',
      )
    )
      return true;
  }
  return false;
}

function handedBefore(tokens: readonly Token[], link: number): boolean {
  for (let at = link - 1; at >= 0 && link - at < 8; at--) {
    const fold = tokens[at]?.fold ?? '';
    if (/[.;!?\n]/.test((tokens[at + 1]?.gap ?? '').replace('.', ''))) return false;
    if (HANDED.test(fold)) return true;
    if (!BETWEEN.test(fold) && !/\d/.test(fold)) return false;
  }
  return false;
}
