import type { Span } from '../../french/span.ts';
import type { Sold } from './lots.ts';
import { ACTION as KNOWN_ACTION } from './object-words.ts';
import type { ObjectFound } from './objects.ts';
import { within } from './spans.ts';
import type { TradeWord } from './trades.ts';

/** The thing bought: announced and of a known trade first, then a known trade named, then whatever is announced. */
export function chooseObject(
  folded: string,
  objects: readonly ObjectFound[],
  [from]: Span,
  existing: readonly Span[],
): ObjectFound | undefined {
  let best: ObjectFound | undefined;
  let bestRank = -1;
  const renews = /\b(?:refaire|renouvel\w+|relanc\w+|remplac\w+|reconduire|suite|nouveau)\b/.test(folded);
  for (const object of objects) {
    const opens = object.opens || object.start - from <= 4;
    const hidden = within(object.start, existing);
    const rank =
      rankOf(object, opens, folded) +
      (OF_CONTRACT.test(folded.slice(Math.max(0, object.start - 30), object.start)) ? 1.5 : 0) -
      (hidden ? (renews ? 1 : 3) : 0) -
      (DISMISSED.test(folded.slice(object.end, object.end + 60)) ? 4 : 0);
    if (rank > bestRank && (object.trade !== undefined || object.announced || object.opens || object.nominal)) {
      best = object;
      bestRank = rank;
    }
  }
  return best;
}

/** «Faire tondre ? Non, c'est fait.» */
const DISMISSED = /^[^.!?\n]{0,40}\? ?non\b/;

const OF_CONTRACT =
  /\b(?:marche|consultation|contrat|accord-cadre|lot|appel d'offres|titulaire|mapa) (?:public )?(?:de |du |des |d'|pour |la |le |les |l'|fourniture |travaux )+$/;

/**
 * A thing of a known trade that is announced or opens the message, then an unknown thing that is announced or counted, then
 * a trade's word met anywhere, then whatever opens the message. A verb no table knows comes last.
 */
function rankOf(
  { trade, announced, counted, start, nominal, onContract }: ObjectFound,
  opens: boolean,
  folded: string,
): number {
  if (onContract) return 12;
  if (trade !== undefined && !TITLE.test(folded.slice(start, start + 24)))
    return announced
      ? counted
        ? 6.2
        : 6
      : opens
        ? /\b(?:le|la|les|l'|notre|nos) ?$/.test(folded.slice(Math.max(0, start - 7), start))
          ? 5.5
          : 6
        : 4;
  if (TITLE.test(folded.slice(start, start + 24))) return 0;
  if (nominal) return 4.2;
  if (VAGUE.test(folded.slice(start, start + 24))) return 1;
  if (INFINITIVE.test(folded.slice(start, start + 24)) && !KNOWN_ACTION.test(folded.slice(start, start + 30)))
    return announced ? 3 : 1;
  return announced || counted ? 5 : 3;
}

/** The name of the document itself. */
const TITLE = /^(?:cahier d|note\b|fiche d|expression d|demande d'achat|bon de commande|compte rendu|memo\b)/;
const INFINITIVE = /^[a-z]{3,}(?:er|ir|oir|dre|tre|ire)(?![a-z])(?! (?:de|en|a)\b)/;
const VAGUE =
  /^(?:solution|organisme|appareil|materiel|equipement|systeme|outil|chose|truc|produit|personne|gens|intervention|service|tiers|partenaire|operation|action|rallonge|nombre|nous|collegue|agent|equipe)s?\b(?! (?:de |d'|du |des )?[a-z]{4,}(?<! (?:pour|avec|dans|avant|afin)))/;

/** Other things of a known trade asked for in the same sentence: «6 bancs et une table», «refaire le sol et acheter 6 bancs». */
export function alsoAsked(folded: string, main: ObjectFound, objects: readonly ObjectFound[]): readonly ObjectFound[] {
  const out: ObjectFound[] = [];
  for (const other of objects) {
    const last = out.at(-1) ?? main;
    if (other.start < last.end || other.trade === undefined || out.length === MOST_MORE) continue;
    const between = folded.slice(last.end, other.start);
    if (between.length > NEAR || /[.;!?\n]/.test(between)) continue;
    if (AND_ONE_MORE.test(between)) out.push(other);
  }
  return out;
}

const MOST_MORE = 3;
const NEAR = 90;
const AND_ONE_MORE =
  /(?:(?:^|[ ,])et|\+|\bplus|\bpuis|ainsi que|\bou)(?: (?:aussi|egalement|enfin))? (?:(?:acheter|poser|installer|fournir|prevoir|remplacer|refaire|changer) )?(?:de |d')?(?:une?|\d+|deux|trois|quatre|cinq|six|huit|dix|douze) (?:nouve(?:au|lle|aux|lles) |petite?s? |grande?s? )?$/;

/** Other trades bought with the object: joined to it, or counted like it. */
export function soldWith(folded: string, object: ObjectFound, words: readonly TradeWord[]): readonly Sold[] {
  return words
    .filter(
      ({ start }) =>
        (start >= object.start && start < object.end) ||
        /(?:\bet (?:de |du |des |d'|de la |la |le |les |l'|une? )?|\+ ?|,? ?(?:\d{1,9}|deux|trois|quatre) |ainsi que (?:de |des |du |la |le |l'|les )?)$/.test(
          folded.slice(Math.max(0, start - 20), start),
        ),
    )
    .map(({ start, end, trade }) => ({ span: [start, end] as const, trade }));
}
