import type { DateTime } from 'luxon';
import { readTimes, type Timed } from './read-times.ts';
import { NUMBER } from './words.ts';

type Intent =
  | 'monthly'
  | 'cap'
  | 'resume'
  | 'pause'
  | 'there_after_all'
  | 'away'
  | 'available'
  /** No verb, only hours of every week: «tous les matins sauf le mercredi». */
  | 'hours_alone';

export interface Clause {
  readonly intent: Intent;
  /** The words that gave the intent. */
  readonly cue: string;
  /** The whole of it. */
  readonly text: string;
  readonly times: Timed;
}

const QUANTITY = `(?:${NUMBER}(?:[.,]\\d{1,9})?|un seul|une seule)`;
const CASES = '(?:dossiers?|cas|affaires?|questions?|demandes?|sollicitations?|situations?)';
const TOGETHER =
  "(?:a la fois|en meme temps|simultanement|simultanes?|simultanees?|en parallele|ensemble|d'un coup|de front)";

/** In the order in which they are looked for. */
const CUES: readonly (readonly [Intent, RegExp])[] = [
  [
    'monthly',
    new RegExp(
      `\\b(?:(?:${NUMBER}(?:[.,]\\d{1,9})?) ?(?:h(?:eures?)?\\b ?(?:[0-5]\\d\\b)?|h[0-5]\\d\\b|min(?:utes?)?\\b|jours?\\b|journees?\\b|demi-journees?\\b)|une heure et demie) ?(?:(?:par|/|au|chaque|tous les|dans le) ?(?:mois|semaine)|mensuel(?:le)?s?|hebdomadaires?|hebdo)\\b`,
    ),
  ],
  [
    'cap',
    new RegExp(
      `\\b${QUANTITY} ${CASES}(?: (?:au )?max(?:imum)?)? ${TOGETHER}|\\b(?:pas plus (?:de |d')|(?:au )?max(?:imum)? (?:de )?|jamais plus (?:de |d')|jusqu'a )${QUANTITY} ${CASES}\\b(?: ${TOGETHER})?|\\b${QUANTITY} ${CASES} (?:au )?max(?:imum)?\\b|\\b(?:un|une) ${CASES} a la fois`,
    ),
  ],
  [
    'resume',
    /\b(?:fin|arret(?:e[rz]?)?|enlev(?:e[rz]?)|lev(?:e[rz]?)|stop(?:pe[rz]?)?|termin(?:e[rz]?)|retir(?:e[rz]?)|sor[st](?:ir|ez)?|annul(?:e[rz]?)|desactiv(?:e[rz]?)|plus)(?: moi)?[- ]?(?:moi )?(?:de |en |a |la |ma |cette |une )*pause\b|\bpause (?:est )?(?:finie|terminee|levee)|\b(?:finie|terminee) la pause\b|\b(?:je |j')(?:ne )?(?:vais )?(?:repren(?:ds|drai|dre)|revien(?:s|drai)|serai de retour|suis de retour|suis rentree?)\b|^(?:de retour|me revoila|reprise|retour|on reprend|je suis revenue?)\b|\bme revoila\b|\breprenez les (?:envois|sollicitations)/,
  ],
  [
    'pause',
    /\bpause\b|\b(?:ne|plus|arretez? de) (?:plus )?(?:m'|me )(?:plus )?(?:envo\w+|sollicit\w+|derang\w+|propos\w+|contact\w+)(?: (?:plus|pas))?(?: rien| de (?:dossiers?|cas|demandes?))?|\b(?:stop|stoppez|arretez?|suspendez?|suspendre)(?: moi)? (?:les |mes )?(?:sollicitations|demandes|dossiers|envois)|\b(?:ne me sollicite[rz]? (?:plus|pas))/,
  ],
  [
    'there_after_all',
    /\b(?:je |j')(?:ne )?(?:suis|serai) plus (?:absente?|en conges?|indisponible|en vacances)|\bannul(?:e[rz]?|ation)(?: de)? (?:mon |mes |l'|ma |d')?(?:absences?|conges?|vacances|rtt)|\bfinalement,? je (?:suis|serai) (?:bien )?(?:la|presente?|disponible|dispo|libre)\b|\b(?:enlev|supprim|retir)(?:e[rz]?) (?:mon |mes |l')?(?:absences?|conges?)|\bje (?:ne )?(?:pars|prends) (?:finalement )?(?:plus|pas) (?:de |mes |mon |en )?(?:conges?|vacances|rtt)/,
  ],
  ['available', /\b(?:suis|serai) (?:pas|plus) (?:dispo|disponible|libre|la) que\b/],
  [
    'away',
    /\b(?:pas|plus|jamais|non) (?:etre |du tout |vraiment |trop )?(?:dispo|disponible|dispos|disponibles|libre|la|presente?|joignable|en service)\b|\bindispo(?:nible|s)?\b|\bindisponibilite\b|\bin?joignable\b|\babsente?s?\b|\babsences?\b|\bconges?\b|\bvacances\b(?! (?:scolaires|de|d'))|\brtt\b|\bmalade\b|\barret (?:maladie|de travail)|\ben arret\b|\ben (?:formation|deplacement|reunion|mission|seminaire|repos|stage)\b|\boccupee?\b|\bprise?\b(?= (?:toute|demain|le|la|tout|ce|cet|lundi|mardi|mercredi|jeudi|vendredi))|\b(?:peux|pourrai|pourrais|travaille|travaillerai|bosse|reponds|repondrai) (?:pas|plus)\b|\bpas (?:de dispo|possible)\b|\boff\b|\bconge (?:maternite|paternite|parental)\b|\bpas la\b|\b(?:pas|plus|jamais) (?=(?:le |les |l')?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|apresmidi))/,
  ],
  [
    'available',
    /\bdispo(?:nible|nibles|s)?\b|\bdisponibilites?\b|\blibre\b|\b(?:je |j')(?:suis|serai) (?:bien |aussi |toujours |de nouveau )?(?:la|presente?|joignable)\b|\bje (?:peux|pourrai|pourrais) (?:aussi )?(?:aider|repondre|etre la|prendre des (?:dossiers|cas)|me rendre disponible)\b|\bmes (?:horaires|creneaux)\b|\bajoute[rz]?\b/,
  ],
];

/** Words that say nothing about who or what: before and after the cue, only these and times may stand. */
const PLAIN = new Set(
  `je j' me m' moi mes mon ma suis serai sera etre ai aurai vais va veux voudrais voudrai souhaite souhaiterais peux pourrai pourrais
  dois fais fait faire prends prendre pose poser pars partir mets mets-moi mettez mettre passe passer note notez noter met place donne offre propose consacre
  consacrer donner offrir suivre traiter prendrai prend compte demande demandes stp svp merci bonjour bonsoir salut hello coucou bjr ok oui non alors donc et ou puis aussi mais finalement en fait
  de d' du des la le les l' un une a au aux pour sur dans par ce c' cette cet cela ca ne n' n pas plus y qu' que qui s' se si tu te vous nous nos
  est es sont seulement uniquement exclusivement plutot desormais maintenant dorenavant bien tres petit petite toujours encore
  actuellement tout toute tous toutes moment la-dessus info information informe signale signaler rappel attention desole desolee
  possible poss peut pouvez veuillez stp svp car activer active jour jours semaine mois conges conge absence absences vacances perso personnel personnelle maladie parental maternite paternite annuel annuels
  rtt formation deplacement reunion mission dispo dispos disponible disponibles disponibilite disponibilites indisponible absent absente pause dossiers dossier cas maximum max
  hors bureau travail travaille ete noel nouveau retour reprends reserve reservistes actualise change mise jour horaires creneaux heures heure heures h environ entre partir apres avant inclus compris
  matin debut fin vers toute entiere entieres tard tot chaque fois sauf hormis ajoute ajouter ajoutez plus simultanement cause raison exceptionnellement normalement
  pendant durant lors ni temps pourriez rien sollicite sollicitez solliciter sollicitations sollicitation envoyer envoyez contacter recevoir comme habitude prevu prevue stage seminaire collegue collegues`.split(
    /\s+/,
  ),
);
/** With one of these, a pause or an absence is that of a contract. */
const PURCHASE = new Set(
  `marche marches contrat contrats execution consultation procedure titulaire fournisseur fournisseurs prestataire prestataires offre offres
  delai delais chantier travaux entreprise entreprises avis cahier lot lots commande commandes projet candidat candidats concurrence notification
  livraison facture factures paiement garantie avenant bon bons chantiers acheteur public publique sous-traitant agent agents`.split(
    /\s+/,
  ),
);
/** Reasons people give, which change nothing. */
const REASON = /\b(?:car|parce que|pour cause|pour raison|comme|a cause)\b/;

/**
 * What a message says of the writer's own availability, clause by clause; none as soon as one clause speaks of someone
 * or something else («le titulaire est absent», «une pause dans l'exécution»).
 */
export function readClauses(text: string, today: DateTime): readonly Clause[] {
  const clauses: Clause[] = [];
  for (const piece of joinedPieces(text)) {
    const clause = readClause(piece, today);
    if (clause === undefined) {
      // A greeting or a word of thanks stands beside; anything else means that the message is about something else.
      if (leftOver(readTimes(piece, today).rest) > 0) return [];
      continue;
    }
    clauses.push(clause);
  }
  return clauses;
}

/** Pieces between stops; one without a cue of its own belongs to its neighbour: «lundi et mardi, je suis absente». */
function joinedPieces(text: string): readonly string[] {
  // Stops stay between the pieces, at the odd places: «entre 9 h et 11 h» is put together again as it was.
  const parts = text.split(
    /([.;!\n]{1,9}(?=\s|$)|,(?!\d)|\b(?:mais|puis|et)\b(?! (?:pas|jamais) (?:le|les|la|l'|du|en)\b))/,
  );
  const joined: string[] = [];
  let before = '';
  for (let i = 0; i < parts.length; i += 2) {
    const piece = parts[i] ?? '';
    const last = joined.length - 1;
    if (cueOf(piece) !== undefined) {
      joined.push(`${before}${piece}`);
      before = '';
    } else if (last < 0) before += `${piece}${parts[i + 1] ?? ''}`;
    else joined[last] = `${joined[last]}${parts[i - 1] ?? ''}${piece}`;
  }
  return before.trim() === '' ? joined : [...joined, before];
}

function readClause(text: string, today: DateTime): Clause | undefined {
  const found = cueOf(text);
  if (found === undefined) {
    const times = readTimes(text, today);
    const weekly = times.tokens.some(
      (token) => (token.kind === 'weekdays' && token.said === 'every') || (token.kind === 'hours' && token.every),
    );
    return weekly && leftOver(times.rest) === 0 ? { intent: 'hours_alone', cue: '', text, times } : undefined;
  }
  const { intent, cue, at } = found;
  const without = `${text.slice(0, at)} , ${text.slice(at + cue.length)}`.split(REASON, 1)[0] ?? '';
  const times = readTimes(without, today);
  const mine = /\b(?:je|moi|mes|mon|ma|me)\b|\b[jm]'/.test(text);
  const before = leftOver(readTimes(text.slice(0, at), today).rest);
  const all = leftOver(times.rest);
  // «je suis absente demain pour un mariage» has its reasons; «absence de concurrence» is about something else.
  return before > 0 || all > (mine ? 3 : 0) || times.rest.some((word) => PURCHASE.has(word))
    ? undefined
    : { intent, cue, text, times };
}

function cueOf(text: string): { readonly intent: Intent; readonly cue: string; readonly at: number } | undefined {
  for (const [intent, pattern] of CUES) {
    const match = pattern.exec(text);
    if (match !== null) return { intent, cue: match[0], at: match.index };
  }
  return undefined;
}

/** How many words are neither times nor plain. */
function leftOver(rest: readonly string[]): number {
  return rest.filter((word) => !PLAIN.has(word) && !/^\d+$/.test(word)).length;
}
