import type { Query } from '../retrieval/retrieve.ts';
import type { Given } from './given.ts';
import { PROCEDURE, word } from './renamed.ts';
import type { Talked } from './talked.ts';

/** A line as it reads after the question before it («et pour les travaux ?»); undefined where nothing was asked before. */
export function followUp(text: string, given: Given, before: Talked | undefined): Query | undefined {
  if (before?.question === undefined) return undefined;
  return { text: withoutDay(text, given), context: withoutReplaced(before.question, text, given) };
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

/** «et pour les travaux ?» after a question on supplies, «et en MAPA ?» after one on tenders: the word it replaces goes. */
function withoutReplaced(question: string, text: string, given: Given): string {
  const rest = text.search(PROCEDURE) < 0 ? question : question.replace(PROCEDURE, ' ');
  return FACETS.reduce(
    (left, [facet, pattern]) => (given[facet] === undefined ? left : left.replace(pattern, ' ')),
    rest,
  );
}
