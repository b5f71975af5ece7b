import type { Span } from '../../french/span.ts';
import type { SaidValue } from '../../french/values/value.ts';
import type { ValueFound } from './value-context.ts';

const DURATION_LEAD =
  /(?:(?:pour|pr)(?: une duree de)?|(?:une |d'une )?(?:duree|periode|mission|contrat|marche|engagement|bail|location|convention|abonnement)(?: totale?| ferme| prevue?| souhaitee?)? (?:de |d')|pendant|pdt|durant|sur|renouvelable|reconductible) ?(?:environ )?$/;
const RENEWED =
  /^(?: fermes?)?(?: ?[,(+] ?| )?(?:(?:et |, )?(?:renouvelable|reconductible|reconduct\w*|renouvelle\w*|prolongeable)s?(?: (?:tacitement|expressement|chaque annee))?(?: (?:\d|une|deux|trois|quatre) fois(?: (?:\d|un) ans?)?| (?:jusqu'a |de )?\d+ ans?| 1 an)?(?: (?:par periodes? )?(?:d'un|de \d|d'une) (?:ans?|annees?))?|\+ ?\d ?(?:ans?)?(?: ?\+ ?\d(?: ?ans?)?)*)/;

/** Beyond, it is the age of somebody or something («Mme Rossi, 84 ans»). */
const LONGEST_YEARS = 15;
const SHORT_TIME =
  /(?:sous|d'ici|dans(?: un delai de)?|delais?(?: de livraison)?(?: maximum| max)? (?:de |: ?)|en moins de|avant|au bout de|livraison(?: sous| en| dans)?|au plus tard dans) ?(?:environ )?$/;
const RESPONSE =
  /\b(?:interv\w+|depann\w+|repon\w+|repar\w+|reponse|reparation|retablissement|maintenance|gtr|astreinte|rappel|remplacement|prise en charge|sav|resolution|assistance|hotline|deplacement|support|delai de remise|panne\w*|urgence)\b[^.\n]{0,30}$/;
const AGE =
  /(?<![a-z])(?:il y a|enregistre\w{0,12}|historise\w{0,12}|sauvegarde\w{0,6}|archive\w{0,8}|depuis|age\w{0,6} de|vieux d\w{1,12}|vieilles d\w{1,12}|enfants?|tailles?|filles|garcons|enfants? de|eleves de|bebes? de|jeunes de|ados de|ont(?: plus de| deja| bien)?|a(?: plus de| deja| bien)?|fait|garanti\w{0,12}(?: \w{1,24})?|amorti\w{0,12}|conserve\w{0,12}|garde\w{0,12}|immobilis\w{1,12}|coupure|arret|fermeture|stocke\w{0,20}|duree de vie|experience|durent|anciennete|d'ici|aux|les|autonomie|historique|tous les|toutes les|annees? de|pistes?|a|reste|retard|retour|paiement|preavis|tranche|agees? de|attend\w{0,12}) ?(?:de |d'|sur |a |entre |: |les |des |pendant |un |minimum |mini ){0,6}$/;

/** How long the need lasts, or by when when the words are of a delivery time; undefined for an age, a warranty or a time of response. */
export function fillDuration(
  value: SaidValue,
  [start, end]: Span,
  before: string,
  after: string,
): ValueFound | undefined {
  const unit = value.kind === 'duration' ? value.unit : undefined;
  if (value.kind === 'duration' && unit === 'year' && value.high > LONGEST_YEARS) return undefined;
  const own = value.text.toLowerCase();
  const often = /^ ?(?:par|\/) ?(?:an|mois|semaine)s?\b/.exec(after)?.[0].length ?? 0;
  if (
    unit === 'hour' &&
    (/^ de (?:presence|prestation|travail|intervention|cours|spectacle|concert|animation|atelier|menage)/.test(after) ||
      (/(?:^|, ?)$/.test(before) && /^ ?(?:,|$|[.])/.test(after)))
  )
    return { slot: 'quantity', span: [start, end + (/^ de [a-z]+/.exec(after)?.[0].length ?? 0)], value };
  if (unit === 'hour' && (often > 0 || /\bpar \w/.test(own)))
    return { slot: 'quantity', span: [start, end + often], value };
  // «140 jours par an»: how much, not how long.
  if (unit === 'day' && /\bpar an/.test(own)) return { slot: 'quantity', span: [start, end], value };
  if (/\bpar \w|\//.test(own)) return undefined;
  if (/\b(?:volume|estimation|nombre de jours|quantite)\w*(?: de)? ?:? ?(?:de |environ )?$/.test(before))
    return { slot: 'quantity', span: [start, end], value };
  if (
    unit === 'hour' &&
    /\b(?:coupure|arret|interruption|panne|attente|moins|plus|delai|retard)s?\b[^.;\n]{0,48}$/.test(before)
  )
    return undefined;
  if (/(?:€|ht|ttc|euros?) pour $/.test(before)) return undefined;
  if (/\b(?:derniere?s?|passee?s?|precedentes)\b/.test(own) || /^ (?:derniere?s?|passees?|precedentes)\b/.test(after))
    return undefined;
  if (/prolong\w{1,12} de $/.test(before)) return { slot: 'duration', span: [start, end], value };
  if (/prolong\w{1,12}(?: \w{1,24}){0,3} $/.test(before)) return undefined;
  if (RESPONSE.test(before) && unit !== 'month' && unit !== 'year') return undefined;
  if ((unit === 'month' || unit === 'year') && /\bdelais?(?: d'execution)?(?: de| :|:)? ?$/.test(before))
    return { slot: 'duration', span: [start, end], value };
  const short = SHORT_TIME.exec(before);
  if (short !== null || /^(?:sous|d.ici|dans) /.test(own)) {
    if (unit === 'minute' || (unit === 'hour' && value.kind === 'duration' && value.high < 24)) return undefined;
    return { slot: 'deadline', span: [start - (short?.[0].length ?? 0), end], value };
  }
  if (unit === 'minute') return undefined;
  // «entre 5 et 9 ans», «pas plus de 5 ans»: an age, unless a contract is spoken of.
  if (
    unit === 'year' &&
    (/^entre\b/.test(own) || /\b(?:pas|jamais|aucun\w*|ni) (?:[a-z]+ ){0,3}(?:plus|moins) d[e'] ?$/.test(before)) &&
    !/\b(?:duree|periode|contrat|marche|engagement|bail|location|pour|pendant|sur)\b/.test(before)
  )
    return undefined;
  const renewed = RENEWED.exec(after)?.[0].length ?? 0;
  const leading = DURATION_LEAD.exec(before);
  if (leading !== null || renewed > 0)
    return { slot: 'duration', span: [start - (leading?.[0].length ?? 0), end + renewed], value };
  if (
    AGE.test(before) ||
    /^ ?(?:de garantie|d'experience|d'anciennete|de retard|d'age|de moins|par (?:semaine|mois|an)|d'autonomie|\/ ?\d|sur \d|minimum de garantie)/.test(
      after,
    )
  )
    return undefined;
  if (unit === 'hour' && !/^ (?:de formation|d'atelier|de cours|d'animation|de spectacle)/.test(after))
    return undefined;
  return { slot: 'duration', span: [start, end], value };
}
