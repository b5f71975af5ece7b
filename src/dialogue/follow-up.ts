import { fold, indexTerms } from '../french/words.ts';
import type { Query } from '../retrieval/retrieve.ts';
import type { Given } from './given.ts';
import type { Talked } from './talked.ts';

const LEANS_BACK = /^(?:et|mais|meme (?:chose|question)|pareil|idem|sinon|ok et|d'accord et|donc|ca|and|what about)\b/;
const POINTS_BACK =
  /\b(?:dans ce cas|la-dessus|pour ca|a ce sujet|celui-ci|celle-ci|ce delai|ce seuil|cette regle|ce montant|cette limite)\b/;
/** A question of this many terms or more stands on its own. */
const SELF_STANDING = 6;

/** Joins an elliptic follow-up («et pour les travaux ?») to the question before it; otherwise the text alone. */
export function followUp(
  text: string,
  given: Given,
  before: Talked | undefined,
): Query & { readonly leansBack: boolean } {
  const folded = fold(text).trim();
  const short = indexTerms(text).length < SELF_STANDING;
  const leansBack = before?.question !== undefined && short && (LEANS_BACK.test(folded) || POINTS_BACK.test(folded));
  if (!leansBack || before?.question === undefined) return { text, leansBack: false };
  return { text: withoutDay(text, given), context: withoutReplaced(before.question, given), leansBack };
}

const DAY = word(
  "(?:en|pour|depuis|avant|fin|début|debut) (?:l['’]année |janvier |février |mars |avril |mai |juin |juillet |août |septembre |octobre |novembre |décembre )?20\\d{2}|l['’](?:an|année) (?:derni[eè]re?|pass[ée]e?|prochaine?)",
);

/** «et l'an dernier ?»: the day is in what is given, its words would only find fiches that speak of years. */
function withoutDay(text: string, given: Given): string {
  return given.at === undefined ? text : text.replace(DAY, ' ');
}

const FACETS: readonly (readonly [keyof Given, RegExp])[] = [
  ['objet', word('travaux|fournitures?|services?|chantiers?')],
  [
    'acheteur',
    word("l['’]?[ée]tat|[ée]tat|minist[èe]res?|collectivit[ée]s?|communes?|mairies?|h[ôo]pital|hospitalier"),
  ],
];

/** Whole words, accented ones too: `\b` knows no accents. */
function word(alternatives: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${alternatives})(?!\\p{L})`, 'giu');
}

/** «et pour les travaux ?» after a question on supplies: the word it replaces goes. */
function withoutReplaced(question: string, given: Given): string {
  return FACETS.reduce(
    (rest, [facet, pattern]) => (given[facet] === undefined ? rest : rest.replace(pattern, ' ')),
    question,
  );
}
