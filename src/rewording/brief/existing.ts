import { allMatches } from '../../french/all-matches.ts';
import type { Span } from '../../french/span.ts';
import { clauseStart, reachEnd } from './reach.ts';

const CONTRACT =
  '(?:contrats?|marches?|prestataires?|titulaires?|abonnements?|accord-cadre|conventions?|bail|baux|fournisseurs?|prestations?|polices?|societes?|licences?|locations?|attributaires?|cabinets?|loueurs?|assureurs?|traiteurs?|avocats?|associations?|entreprises?)';
const ENDS =
  "(?:se termine(?:nt|ra)?|arrete(?:nt|ra)?|s'arrete(?:nt|ra)?|fini(?:t|ssent|ra)|s'acheve(?:nt|ra)?|expire(?:nt|ra)?|arriv\\w{1,20} (?:a (?:echeance|terme|son terme|expiration|la fin|sa fin)|au bout|en fin)|pren(?:d|dra|nent) fin|echoit|est (?:termine|fini|echu|caduc|expire|arrive|en cours|valable|a renouveler)e?|tombe (?:en|fin|le)|court (?:jusqu|encore)|s'arretait|se finit|touche a sa fin|n'est plus|n'a plus|se terminait|echeance)";

const EXISTING: readonly RegExp[] = [
  /\b(?:notre|nos|le|la|les|l')(?: [a-z'-]{1,30}){1,6}?(?: \([^()\n]{2,60}\))? (?:arriv\w{1,20} a (?:echeance|terme|expiration)|expir\w{1,20}|vien(?:t|nent) a echeance|(?:s'arrete(?:ra|nt)?|se termine(?:ra|nt)?|fini(?:t|ra|ssent)|prend(?:ra)? fin|s'acheve(?:ra|nt)?|tombe(?:ra)?|echoit) (?:le|au|en|fin|debut|dans|a la fin|cet?|cette|ce|mi|courant) |(?:est|sont|sera|seront) (?:resilie|rendu)e?s?)\b/g,
  /\b(?:le |notre |l')(?:contrat|marche|accord-cadre|ccap|bail)\b[^.!?;\n]{0,50}? (?:prevoit|stipule|impose|indique|precise)\b/g,
  new RegExp(`\\bactuel(?:le)?s?\\b[^.!?;\\n]{0,40}?\\b${ENDS}`, 'g'),
  /(?<=\()(?:marche|contrat|prestataire|titulaire|bail)\b[^()\n]{2,80}(?=\))/g,
  /\b(?:le|notre|son|ce|leur) (?:marche|contrat|accord-cadre) (?:est|a ete) (?:signe|notifie|attribue|conclu|en cours)\b/g,
  /\b(?:le|notre|son|ce|leur) (?:marche|contrat|accord-cadre|bail) (?:initial |de base |d'origine )?(?:faisait|etait (?:de|a)|coutait|valait|s'elevait|portait|est d[e'])\b/g,
  /\b(?:arreter|resilier|rompre|casser|denoncer|prolonger|modifier) (?:le|notre|ce|son) (?:contrat|marche|abonnement|bail)\b/g,
  // The contract in force and its end.
  new RegExp(
    `\\b${CONTRACT}\\b(?:[^.!?;,\\n]|,(?! ?(?:\\d|l'|le |la |notre |les |on |nous |il |budget))){0,60}?\\b${ENDS}`,
    'g',
  ),
  new RegExp(
    `\\b${CONTRACT}(?: (?:de|d')[a-z' -]{0,30})? (?:actuel(?:le)?s?|en cours|existants?|en place|en vigueur|present|precedent|sortant|historique|habituel)\\b`,
    'g',
  ),
  new RegExp(`\\b(?:actuel|ancien|precedent|present)s?(?:le)? ${CONTRACT}`, 'g'),
  /\b(?:on|nous|nos|j'|ils?) ?(?:a|avons|ai|ont|sommes|est) (?:deja |actuellement |aujourd'hui )?(?:un |une |des |en |sous |lies? par (?:un |une )?)?(?:contrat|marche|abonnement|accord-cadre|prestataire|convention|location)s? (?:avec|chez|jusqu|qui|depuis|de|en cours|d')/g,
  /\b(?:sous contrat|contrat (?:avec|chez)|marche (?:avec|chez)|abonnes? chez|clients? de|echeance (?:du (?:contrat|marche)|de la convention)|fin (?:du|de) (?:contrat|marche)|(?<!\bque )(?:notre|le) (?:prestataire|fournisseur|titulaire|loueur|assureur) (?!qui|ne (?:doit|devra|peut)|peut|pourra|devra|doit|retenu|assure|pour|sera|choisi))\b/g,
  /\b(?:entreprise|societe|prestataire|boite) a (?:deja )?(?:signe|obtenu|remporte|eu) (?:le|la|notre) (?:marche|contrat)/g,
  new RegExp(
    `\\b${CONTRACT}\\b[^.!?;\\n]{0,40}? (?:a ete|est deja|avait ete|a deja ete) (?:notifie|signe|attribue|conclu|passe|confie)e?`,
    'g',
  ),
  // The last order, and the thing in service («le logiciel d'aujourd'hui, Aquatik, n'est plus maintenu»).
  /\b(?:le|la|notre|nos|les|l')(?: [a-z]+)? ?(?:derniere?s?|precedente?s?|ancienne?s?) (?:marches?|contrats?|factures?|commandes?|consultations?|prestataires?|titulaires?|devis)(?= )/g,
  /\b(?:le|la|notre|l')(?: [a-z'-]{1,30}){1,4} (?:actuel(?:le)?|d'aujourd'hui|en place)\b(?:, [a-z0-9' -]{2,30},)? (?:n'est|n'a|n'aura|ne sera|date|datait|s'arrete|est (?:obsolete|perime|en fin|heberge))/g,
  /\bl'actuel(?:le)?\b[^.!?;\n]{0,30}, ?(?:contrat|marche|heberge\w*|assure\w*|fait\w*|fourni\w*|gere\w*|loue\w*) /g,
  /\b(?:le|notre) (?:marche|contrat) (?:signe|notifie|initial) (?:est|etait|fait|faisait|s'eleve)\b/g,
  /\b(?:marche|contrat|montant|prix) (?:de depart|initial|d'origine|de base) ?: ?\d/g,
  // Who does it now, and what was spent.
  /\b(?:actuellement|aujourd'hui|pour l'instant|pour le moment|jusqu'(?:ici|a present|a maintenant))\b[^.!?;\n]{0,40}\b(?:c'est(?! (?:de )?[a-z]{1,30}(?:er|ir|re)\b)|assuree?s?|fait|faite|confiee?|par|on (?:passe|travaille|fait|paie|paye|loue|utilise)|nous (?:passons|travaillons|payons|utilisons))\b/g,
  /\b(?:l'an (?:dernier|passe)|l'annee (?:derniere|passee|precedente)|precedemment|auparavant|avant,?|a l'epoque|la derniere fois|l'ancien(?:ne)?)\b[^.!?;\n]{0,50}\b(?:pay\w{1,20}|depens\w{1,20}|coute\w{0,20}|avait|avions|(?<!l'|cet |d'|pour )ete|etait|regle|facture\w{0,20}|commande|achete|pris|a fait)\b/g,
  /\b(?:on|nous|ca|cela|il|elle|qui) (?:(?:nous |lui |leur |actuellement )?(?:(?:paie|paye)(?![^.!\n]{0,60}\?)|payons|payait|payions|a paye|avons paye|avait paye|avions paye|a coute|avait coute|nous coute|nous coutait|facture|a depense|avons depense|depense(?: actuellement)?|depensait|depensons|reglait))\b/g,
  // Its number, what was signed, what is given back.
  /\b(?:marche|contrat|accord-cadre|convention|bon de commande) (?:n°? ?|numero )?(?=[a-z-]{0,6}\d)[a-z0-9][a-z0-9/_-]{3,}(?:,? lot (?:n°? ?)?\d+)?(?![a-z0-9])/g,
  /\b(?:on|nous|j') ?(?:a|ai|avons|avait|avions|avais) (?:deja )?(?:pris|signe|passe|conclu|souscrit|notifie) (?:un |une |le |la |notre )(?:marche|contrat|accord-cadre|abonnement|bail|convention)/g,
  /\b(?:on|nous|je) (?:rend|rends|rendons|restitue|restituons|rendra|rendrons) (?:l'|les? |la |nos |notre )(?:ancien|actuel|precedent|vieil|vieux|vehicule|materiel|voiture|location|flotte|copieur)/g,
  /\b(?:montant|cout|prix|budget|depenses?|facture) (?:initial|du marche (?:initial|actuel|precedent)|actuel(?:le)?|de l'an dernier|de l'annee derniere|precedent|annuel actuel|historique)\b/g,
  /\b(?:reconduction|reconduit|renouvellement tacite|tacite reconduction)\b(?=[^.\n]{0,40}(?:actuel|en cours|20\d\d))/g,
];

/** The saying goes on through who holds the contract, its price and its end. */
function contractEnd(folded: string, start: number, through: number): number {
  let end = reachEnd(folded, start, through, 140, false);
  for (let steps = 0; steps < 3; steps += 1) {
    const more = MORE.exec(folded.slice(end, end + 100));
    if (more === null || end + more[0].length - start > 200) return end;
    end += more[0].length;
  }
  return end;
}

const MORE =
  /^,? (?:avec|chez) [^,;:.()!?\n]{2,50}|^ ?\([^()\n]{2,70}\)(?: [^,;:.()!?\n]{2,60})?|^, ?(?:environ |soit |pour )?\d[\d .]{0,20} ?(?:€|euros?|k€?)[^,;:.()!?\n]{0,20}|^, (?:jusqu'|fin |depuis |qui |echeance)[^,;:.()!?\n]{2,50}/;

/** Said in these very words: nothing around belongs to it. */
const NO_CONTRACT =
  /\b(?:(?:n'avons|n'a|n'y a|avons|a|ya|dispose|disposons) )?(?:pas|plus)(?: encore)? (?:de |d')?(?:aucun )?(?:contrat|marche|prestataire)(?! (?:public|d'entretien|de maintenance|de location|d'assistance))(?: en cours)?\b/g;

/** Who holds a lot of it. */
const HOLDER =
  /\b(?:l'entreprise|le titulaire|le prestataire|la societe|l'attributaire|le fournisseur|la boite|l'artisan) (?:titulaire )?du lot (?:n°? ?)?[0-9a-z]+(?! [:\d])/g;
/** Its end, in a sentence of its own: «il finit le 31/08». */
const IT_ENDS =
  /\b(?:il|elle) (?:fini(?:t|ra)|se termine(?:ra)?|s'arrete(?:ra)?|expire(?:ra)?|prend(?:ra)? fin|arriv\w{1,20} a (?:echeance|terme)|court) (?:le|la|fin|en|au|dans|jusqu'\w{1,30}) [^,;:!?.()\n]{2,24}/g;

/** Where a saying about the contract starts: its determiner, else the clause. */
const HEAD = /(?:(?:le|la|les|l'|notre|nos|mon|un|une|leur|son|cet?|cette|aucun|pas de|plus de) ?)$/;
const SUBJECT = /\b(?:on|nous|ca|cela|qui|il|elle|j'|ils)\b/;

/** What is said of the contract in force or of past spending; the figures and dates inside are neither budget nor deadline. */
export function findExisting(folded: string): readonly Span[] {
  const found: [number, number][] = [];
  for (const pattern of EXISTING) {
    for (const match of allMatches(pattern, folded)) {
      let start = match.index;
      const determiner = HEAD.exec(folded.slice(Math.max(0, start - 8), start));
      if (determiner !== null) start -= determiner[0].length;
      else if (!SUBJECT.test(match[0].slice(0, 8))) {
        const clause = clauseStart(folded, start, 60);
        const between = folded.slice(clause, start);
        // A need verb before it opens the need, not the saying about the contract.
        if (
          !/\b(?:renouvel\w+|relanc\w+|remplac\w+|refaire|souhait\w+|besoin|faut|faudrait|voudr\w+|succeder|suite)\b/.test(
            between,
          )
        )
          start = clause;
      }
      const end = contractEnd(folded, start, match.index + match[0].length);
      found.push([start, end]);
    }
  }
  const inTheseWords = found.length > 0 ? [NO_CONTRACT, HOLDER, IT_ENDS] : [NO_CONTRACT, HOLDER];
  for (const pattern of inTheseWords)
    for (const match of allMatches(pattern, folded)) found.push([match.index, match.index + match[0].length]);
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const out: [number, number][] = [];
  for (const span of found) {
    const last = out.at(-1);
    if (last !== undefined && span[0] < last[1]) last[1] = Math.max(last[1], span[1]);
    else out.push(span);
  }
  return out;
}
