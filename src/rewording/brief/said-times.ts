import { allMatches } from '../../french/all-matches.ts';
import type { Span } from '../../french/span.ts';
import { overlaps } from './spans.ts';

/** Ways to say when that hold no date: kept word for word. */
const SAID_WHEN: readonly RegExp[] = [
  /\bavant (?:la |le |l'|les )(?!(?:changement|remise|depot|lancement|consultation|signature|notification|attribution|validation|travaux|plus|reste|suite|meme|mois|jour|date)\b)(?:(?:grosses?|grandes?|premiere?s?|prochaine?s?|fortes?) )?[a-z]{4,30}(?: (?:de |du |des |d'|de la |de l')[a-z]{1,30})?/g,
  /\b(?:(?:d'ici |avant |pour |apres |pendant |durant |a |des |en |sur )(?:la |le |les |l'|cet |cette )?)?(?:fin (?:d'annee|de l'annee|de saison|du mois|de semestre|des travaux|de trimestre|d'exercice)|(?:vacances|conges) (?:scolaires|d'ete|de noel|de (?:la )?toussaint|de fevrier|de paques|d'hiver|de printemps)|(?:semaine|mois|annee|ete|hiver|printemps|automne|saison|trimestre|semestre|rentree)(?: scolaire)? prochaine?|prochaine? (?:rentree|semaine|saison|annee|hiver|ete|printemps|mois)|periode estivale|saison (?:estivale|hivernale|touristique)|deuxieme semestre|premier semestre|second semestre|[1-4]e?r? trimestre)\b/g,
  /\b(?:avant|d'ici(?: a)?|pour|a|des) (?:le |la |l'|les )(?:prochaine? )?(?:ouverture|inauguration|rentree|demarrage|debut|reprise|hiver|ete|saison|fete|fin|ceremonie|commemoration|elections?|festival|salon|mariages?|vacances|conges|fermeture|reouverture|emmenagement|arrivee|livraison du batiment|visite|hivernage|gelees|grand froid|canicule)(?: (?:de|du|des|de la|de l'|d')? ?[a-z]{1,30}){0,3}/g,
  /\b(?:pour |d'ici )?(?:le |la )?(?:semestre|trimestre|exercice|mandat) prochain\b/g,
  /\b(?:(?:pour|avant|d'ici) )?(?:ce (?:matin|midi|soir)|demain(?: matin| soir)?|apres-demain|cet apres-midi|dans la (?:journee|semaine)|cette semaine|ce week-end)\b/g,
  /\b(?:cet (?:ete|hiver|automne)|ce printemps|au printemps|avant (?:l'hiver|l'ete|le printemps|noel|les fetes|la rentree)|l'ete prochain|(?<!\b(?:paye|payee|depense|depensee|facture|facturee|regle|reglee|verse|versee) )cette annee|avant la fin de l'annee)\b/g,
];

/** Says when without a date («avant la fin de saison»), where no value was read. */
export function saidWhen(folded: string, [from, to]: Span, claimed: readonly Span[]): readonly Span[] {
  const out: Span[] = [];
  for (const pattern of SAID_WHEN) {
    for (const match of allMatches(pattern, folded)) {
      const span: Span = [match.index, match.index + match[0].length];
      // «nul depuis cet été»: when it began.
      if (/\bdepuis $/.test(folded.slice(Math.max(0, span[0] - 8), span[0]))) continue;
      if (span[0] >= from && span[0] < to && !overlaps(span, claimed) && !overlaps(span, out)) out.push(span);
    }
  }
  return out;
}

/** «abonnement annuel»: how long, without a figure. */
export function saidHowLong(folded: string, [from, to]: Span, claimed: readonly Span[]): readonly Span[] {
  return [
    ...folded.matchAll(
      /\b(?:contrat|abonnement|marche|accord-cadre|convention|location) (?:annuel|pluriannuel|triennal|quadriennal|bisannuel|mensuel)(?:le)?\b/g,
    ),
  ]
    .map((match): Span => [match.index, match.index + match[0].length])
    .filter((span) => span[0] >= from && span[0] < to && !overlaps(span, claimed));
}
