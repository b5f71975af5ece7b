import type { Side, SideValue } from './side.ts';

interface Bound {
  readonly side: 'max' | 'min';
  readonly words: string;
  /** Said in so many words, so that dropping it changes the need; «sous 48 h» and «pour le 15» are not. */
  readonly firm: boolean;
  /** It comes from a negation: «pas plus de», «ne pas fermer plus de». */
  readonly denied: boolean;
}

/** Longest first: «pas plus de» before «plus de». Matched at the end of what stands before the value. */
const BEFORE: readonly (readonly [RegExp, Bound['side'], boolean])[] = [
  [
    /(?:pas|jamais) (?:(?:etre|a|en|au|aller|y|de) ){0,2}(?:plus d[e']|au-dela d[eu']|depasser?|exceder?|superieure?s? a)$/,
    'max',
    true,
  ],
  [
    /(?:pas|jamais) (?:(?:etre|a|en|au|aller|y|de) ){0,2}(?:moins d[e']|inferieure?s? a|en dessous d[e'])$/,
    'min',
    true,
  ],
  [/(?:sans|n'|ne) ?(?:jamais )?(?:depass[a-z]*|exced[a-z]*)(?: pas)?$/, 'max', true],
  [/pas avant(?: le| la| l')?$/, 'min', true],
  [/pas apres(?: le| la| l')?$/, 'max', true],
  [
    /(?:au plus tard|au maximum|au max|au plus|maximum|maximale?s?|maxi|max|moins d[e']|jusqu'?a|jusqu'au|plafonn[a-z]{0,20} a|plafond (?:est )?(?:fixe a|d[e'])|limite[a-z]{0,20} a|dans la limite d[e']|limite d[e']|inferieure?s? (?:ou egale?s? )?a|en dessous d[e']|au-dessous d[e']|<|<=|≤)(?: le| la| les| l')?(?: :)?$/,
    'max',
    true,
  ],
  [
    /(?:au minimum|au moins|minimum|minimale?s?|mini|min|plus d[e']|superieure?s? (?:ou egale?s? )?a|au-dessus d[e']|au-dela d[eu']|excedant|depassant|depasse|>|>=|≥)(?: le| la| les| l')?(?: :)?$/,
    'min',
    true,
  ],
  [/(?:maximum|maximale?|plafond)(?: [a-z]+){0,3} (?:d[e'])$/, 'max', true],
  [/(?:minimum|minimale?|plancher)(?: [a-z]+){0,3} (?:d[e'])$/, 'min', true],
  [/(?:sous|dans (?:les|un delai d[e'])|en|avant|d'ici)(?: le| la| les| l')?$/, 'max', false],
  [/(?:apres|a partir d[eu']|a compter d[eu']|depuis)(?: le| la| les| l')?$/, 'min', false],
];
const AFTER: readonly (readonly [RegExp, Bound['side']])[] = [
  [
    /^[ ,(]*(?:ht |ttc |d'?[a-z]+ )?(?:au maximum|au max|maximum|maxi|max|au plus|grand max|a ne pas depasser)\b/,
    'max',
  ],
  [/^[ ,(]*(?:ht |ttc |d'?[a-z]+ )?(?:au minimum|au mini|minimum|mini|min|au moins|et plus|ou plus)\b/, 'min'],
];

const DENIES = /\b(?:pas|jamais|ne|sans|rien)\b|\bn'/;

/** On which side the value bounds the need: «au moins 3», «40 000 € maximum», «pas avant 9 h». */
export function boundOf(side: Side, { value, from: start, to: end }: SideValue): Bound | undefined {
  const after = side.flat.slice(end, end + 40);
  for (const [pattern, bound] of AFTER) {
    const match = pattern.exec(after);
    if (match !== null) return { side: bound, words: match[0].trim(), firm: true, denied: false };
  }
  const own =
    value.kind === 'date' ? (value.edge === 'before' ? 'max' : value.edge === 'after' ? 'min' : undefined) : undefined;
  const before = side.flat.slice(Math.max(0, start - 50), start).trimEnd();
  if (own !== undefined) {
    const denied = /\b(?:pas|jamais|rien)$/.test(before);
    return { side: denied === (own === 'max') ? 'min' : 'max', words: denied ? 'pas' : '', firm: denied, denied };
  }
  for (const [pattern, bound, firm] of BEFORE) {
    const match = pattern.exec(before);
    if (match === null) continue;
    // «pas question de fermer plus de trois jours».
    const denied =
      firm &&
      /^(?:plus|moins) d/.test(match[0]) &&
      /\b(?:pas|jamais|ne (?:peu(?:t|vent)|pourr(?:a|ont)|doi(?:t|vent)|devr(?:a|ont)|saurai(?:t|ent))|interdi[a-z]{0,20}|impossible|aucune?|nul(?:le)?|exclu[a-z]{0,20}|refus[a-z]{0,20})\b[^,;:.]{0,200}$/.test(
        before.slice(0, match.index),
      ) &&
      // «les enfants de moins de 3 ans» only says which; «par vent de plus de 60 km/h» says when.
      !/(?<!\bpar [a-z]{2,15} )\bde $/.test(before.slice(0, match.index));
    return {
      side: denied === (bound === 'max') ? 'min' : 'max',
      words: match[0],
      firm,
      denied: denied || DENIES.test(match[0]),
    };
  }
  return undefined;
}
