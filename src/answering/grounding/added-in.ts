import type { Ground } from './ground.ts';
import type { Reading } from './reading.ts';

const OVERRIDE =
  /\b(?:dans tous les cas|en tout cas|en toute circonstance|(?<!\b(?:le|la|les|de|du|au|lui|elle|soi|eux|vous)[ -])meme(?! (?:regle|ordre|jour|facon|date|temps|type|cause|operateur|fournisseur|procedure|chose|montant|cas)s?\b)|quel que soit|quelle que soit|quels que soient|peu importe|ou non|sans (?:que|condition|exception|limite)|toujours|automatiquement|systematiquement|aucun cas|s'il le souhaite|au choix|tous les (?:marches|cas|achats)|toutes les|a chaque|n'importe)/;

/** What narrows, stretches or counts otherwise, put in where no passage says it. */
const ADDED: readonly RegExp[] = [
  /\b(?:environ|approximativement|a peu pres|autour de)\b/,
  /\b(?:inclus|incluse|compris)\b/,
  /\b(?:seulement|uniquement|exclusivement|seule?s?)\b|\bn(?:e |')(?!.{0,40}\b(?:pas|jamais|aucun)).{1,60}\bqu/,
  /\bpar (?:jour|semaine|mois|an|lot|fournisseur|entreprise|commande)\b/,
  /\b(?:ouvres?|ouvrables?|francs?|calendaires?)\b/,
  /\b(?:recommand|conseill|souhaitable|preferable|deconseill)/,
  /\b(?:facultati|optionnel)/,
  /\b(?:jamais|aucun|rien|nul)\w*/,
  /\bpoints?\b|[$£]/,
  /\b(?:doubl|tripl)/,
  /\bpartiel|\btotal/,
];

/** Ways of saying the same in other words, told in the claim and in the passages. */
const SAME_SAID: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:seulement|uniquement|exclusivement|seule?s?|que?)\b/,
    /\b(?:seule?s?|uniquement|que|qu'|propre|sauf|reserv\w*|non|pas)\b/,
  ],
  [/\b(?:inclus|incluse|compris)\b/, /\b(?:inclus|compris|total|ensemble|ajout\w*|addition\w*)\b/],
  [/\b(?:jamais|aucun|aucune|rien|nul)\b/, /\b(?:ne|n'|pas|sans|non|ni|jamais|aucune?|rien)\b/],
  [/\b(?:recommand\w*|conseill\w*|preferable|souhaitable)\b/, /\b(?:prudent\w*|utile|mieux|prefer\w*|bonne)\b/],
];

const BOTH = /\b(?:a la fois|les deux|en meme temps|ainsi que|l'un et l'autre|aussi bien)\b/;

/** What the claim puts in and no passage says: a rule over all cases, a narrower or another count, both where one is meant. */
export function addedIn(claim: Pick<Reading, 'flat'>, ground: Pick<Ground, 'flat'>) {
  const newly = (pattern: RegExp) => (pattern.test(claim.flat) && !pattern.test(ground.flat) ? 1 : 0);
  const saidOtherwise = (pattern: RegExp) =>
    SAME_SAID.some(
      ([one, other]) =>
        one.test(claim.flat) && other.test(ground.flat) && pattern.test(one.exec(claim.flat)?.[0] ?? ''),
    );
  return {
    override: newly(OVERRIDE),
    added: ADDED.some((pattern) => newly(pattern) > 0 && !saidOtherwise(pattern)) ? 1 : 0,
    both: newly(BOTH),
  };
}
