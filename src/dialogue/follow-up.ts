import type { Query } from '../retrieval/retrieve.ts';
import { fold, indexTerms } from '../text/words.ts';
import type { Given } from './given.ts';
import type { Remembered } from './memory.ts';

const LEANS_BACK = /^(?:et|mais|meme (?:chose|question)|pareil|idem|sinon|ok et|d'accord et|donc|ca|and|what about)\b/;
const POINTS_BACK =
  /\b(?:dans ce cas|la-dessus|pour ca|a ce sujet|celui-ci|celle-ci|ce delai|ce seuil|cette regle|ce montant|cette limite)\b/;
/** A question of this many terms or more stands on its own. */
const SELF_STANDING = 6;

/** Joins an elliptic follow-up («et pour les travaux ?») to the question before it; otherwise the text alone. */
export function followUp(
  text: string,
  given: Given,
  before: Remembered | undefined,
): Query & { readonly leansBack: boolean } {
  const folded = fold(text).trim();
  const short = indexTerms(text).length < SELF_STANDING;
  const leansBack = before?.question !== undefined && short && (LEANS_BACK.test(folded) || POINTS_BACK.test(folded));
  if (!leansBack || before?.question === undefined) return { text, leansBack: false };
  return { text, context: withoutReplaced(before.question, given), leansBack };
}

const FACETS: readonly (readonly [keyof Given, RegExp])[] = [
  ['objet', /\b(?:travaux|fournitures?|services?|chantiers?)\b/gi],
  [
    'acheteur',
    /\b(?:l['’]?[ée]tat|[ée]tat|minist[èe]res?|collectivit[ée]s?|communes?|mairies?|h[ôo]pital|hospitalier)\b/gi,
  ],
];

/** «et pour les travaux ?» after a question on supplies: the word it replaces goes. */
function withoutReplaced(question: string, given: Given): string {
  return FACETS.reduce(
    (rest, [facet, pattern]) => (given[facet] === undefined ? rest : rest.replace(pattern, ' ')),
    question,
  );
}
