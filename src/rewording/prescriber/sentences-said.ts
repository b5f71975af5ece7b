import type { ClauseText } from '../clauses/clause-features.ts';
import type { Passage } from '../clauses/read-clauses.ts';
import { type Clause, opens } from '../clauses/split-clauses.ts';

/** A sentence of a buyer's message, in folded positions; with how likely it is that it asks something of its reader. */
export interface SaidSentence<Label extends string> {
  readonly start: number;
  readonly end: number;
  readonly asks: number;
  readonly clauses: readonly Clause[];
  readonly passages: readonly Passage<Label>[];
}

/** From which likelihood a sentence asks something. */
export const ASKS = 0.45;

/** The sentences of a message whose passages were read; items of a list each alone. */
export function sentencesSaid<Label extends string>(
  { clauses, folded }: ClauseText,
  passages: readonly Passage<Label>[],
): readonly SaidSentence<Label>[] {
  const out: SaidSentence<Label>[] = [];
  let from = 0;
  for (let to = 1; to <= clauses.length; to += 1) {
    const next = clauses[to];
    if (next !== undefined && !opens(next)) continue;
    const own = clauses.slice(from, to);
    from = to;
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) continue;
    const said = passages.filter(({ start, end }) => start < last.end && first.start < end);
    const ordered = own.some(({ start, end }) => ORDERS.test(folded.slice(start, end)));
    const asks = ordered ? 1 : Math.max(0, ...said.map(({ together }) => together));
    out.push({ start: first.start, end: last.end, asks, clauses: own, passages: said });
  }
  return out;
}

/** How likely it is that each sentence was told rightly from those that ask nothing: the product of all of them. */
export const sureOfAll = (sentences: readonly { readonly asks: number }[]): number =>
  sentences.reduce((share, { asks }) => share * Math.max(asks, 1 - asks), 1);

/** «dites-moi», «envoyez-nous», «merci de joindre», «retour pour le 10»: an order to the reader in any message. */
const ORDERS =
  /^(?:et |puis |sinon |alors |donc )?(?:[a-z]{2,16}(?:ez|tes|s|e)-(?:moi|nous|les-moi|le-moi|la-moi|les-nous|le-nous|la-nous)\b|merci (?:de |d')(?:(?:bien vouloir|nous|me|vous|la|le|les|en|y) |m'|l')*(?!noter\b)[a-z]{3,16}(?:er|ir|re)\b|(?:veuillez|pensez a|n'oubliez pas)\b(?! (?:agreer|croire|recevoir|trouver))|(?:retour|reponse)s? (?:attendu\w{0,2} (?:pour|avant|d'ici|le)|pour|avant|d'ici) (?!que\b))/;
