import type { Span } from '../../french/span.ts';
import type { SaidValue } from '../../french/values/value.ts';

/** A value of the text with the slot it fills, as folded positions. */
export interface ValueFound {
  readonly slot: 'budget' | 'deadline' | 'duration' | 'quantity' | 'constraints';
  readonly span: Span;
  readonly value: SaidValue;
}

/** A value and where it stands in the folded text. */
export interface PlacedValue {
  readonly value: SaidValue;
  readonly span: Span;
}

const BEFORE = 48;
const AFTER = 40;

/** Words that lead to a value and belong to it. */
export const APPROXIMATION =
  /(?:environ|env\.?|a peu pres|autour de|aux alentours de|de l'ordre de|pres de|au moins|au minimum|au maximum|au plus|maximum|max|minimum|jusqu'a|moins de|plus de|entre|dans les|approximativement|grosso modo|a la louche) (?:les? |la |l')?$/;
export const LIMIT =
  /^,? ?(?:\((?:max(?:imum)?|maxi|ht|ttc)\)|maximum|maxi|max\b\.?|minimum|mini\b|min\b|au (?:plus|maximum|moins|minimum|total)|environ|grand maximum|tout compris|ht\b|ttc\b|hors taxes?|toutes taxes(?: comprises)?|(?:par|\/) ?(?:an|mois|jour|semaine|poste|personne|eleve|agent|repas|trimestre|enfant|unite)s?\b|l'unite|annuels?|(?:le|la) (?:plateau|repas|convoi|piece|poste|m2|jour|heure)\b|, une? par [a-z]{1,30}|hors tva|pieces?\b(?= |$|,|[.]))/;
/** What happened, said before a date or an amount of the same sentence. */
export const PAST =
  /\b(?:avait|avaient|avions|etait|etaient|a ete|ont ete|avons (?:eu|recu|ete)|a coute|a ecrit|a refuse|a signe|a paye|ont paye|avons paye|payait|payions|coutait|facturait|reglait|est (?:passee?|venue?|tombee?|partie?|arrivee?)|sont (?:passe|venu|tombe|parti)\w{0,30}|date de|a eu lieu|s'est|fut|dernierement|recemment|precedente?s?|l'an dernier|l'annee derniere|(?:prime|montant|cout|prix|facture|redevance|loyer)s? (?:pay|regl|acquitt|factur|vers)ee?s?)\b(?![^.;\n]{0,200}\b(?:faut|faudrait|besoin|souhait\w{1,20}|voudr\w{1,20}|voulons|doit|doivent|devra|devront|sera|seront)\b)[^.;\n]{0,200}$/;
const MONEY =
  /\b(?:budgets?|enveloppes?|credits?|financements?|montant|cout|estim\w+|prevu\w*|inscrit\w*|vot(?:e|ee|es)|alloue\w*|reserve\w*|dispos\w+|provision\w*|argent|sous|mis|rallonge)\b/;

/** Past spending: a past verb before it and no word of the budget. */
export function isSpent(folded: string, at: number): boolean {
  const before = sentenceTo(folded, at);
  return !MONEY.test(before) && (PAST.test(before) || /\boffres?\b/.test(before));
}

/** «En 2019, la salle avait coûté…»: a date that opens a sentence about the past. */
export const isDated = (folded: string, start: number, end: number): boolean =>
  /(?:^|\()[^()]{0,6}$/.test(sentenceTo(folded, start)) &&
  /^[^.;\n]{0,90}\b(?:avait|avaient|avions|a coute|a ete|etait|avons)\b/.test(folded.slice(end, end + 110));

/** What the sentence says before a position, at most 140 characters of it. */
export function sentenceTo(folded: string, at: number): string {
  const before = folded.slice(Math.max(0, at - 140), at);
  let start = 0;
  for (const match of before.matchAll(/[.;?!] |\n/g)) start = match.index + match[0].length;
  return before.slice(start);
}

const SAME_LINE = /[^\n]{0,48}$/;
export const lineBefore = (folded: string, at: number): string =>
  SAME_LINE.exec(folded.slice(Math.max(0, at - BEFORE), at))?.[0] ?? '';
export const lineAfter = (folded: string, at: number): string =>
  /^[^\n]*/.exec(folded.slice(at, at + AFTER))?.[0] ?? '';
export const lead = (pattern: RegExp, before: string): number => pattern.exec(before)?.[0].length ?? 0;

/** «300 chaises à 45 €». */
const PRICE_OF_ONE = /\b\d{1,6} [a-z'-]{3,20}(?: [a-z'-]{2,20}){0,2} (?:a|@|x) ?$/;

/** Whether a sum is the price of one of what is counted right before it. @param before folded */
export function isPriceOfOne(before: string): boolean {
  return PRICE_OF_ONE.test(before);
}
