import type { Source } from './source.ts';

/**
 * References that everybody cites, written as the law, standards and nomenclatures are: «R. 2122-8 à R. 2122-10», «CCAG-FCS 30»,
 * «décret n° 2019-1344 du 12 décembre 2019», «2014/24/UE», «NF EN ISO 9001:2015», «CPV 45000000-7», «annexe 3». They tell of
 * nobody. On the flat text; every repetition is bounded.
 */
const REFERENCES: readonly RegExp[] = [
  // Two figures at least after the letter, or a hyphen: «bâtiment A 2» is an address.
  /(?<![\p{L}\p{N}])[LRDA](?:\. ?|\.? ?\*{1,2} ?)?(?:\d{3,4}|\d{1,4}-\d{1,3})(?:-\d{1,3}){0,4}(?:(?:, | et | ou | a |, et )(?:[LRDA]\.? ?)?\d{1,4}(?:-\d{1,3}){1,4}){0,40}(?![\p{L}\p{N}]|[-/_]\d)/gu,
  // «articles 2113-10 et 2113-11», «art. 30.1»
  /(?<![\p{L}\p{N}])[aA]rt(?:\.|icles?) ?[LRDA]?\.? ?\d{1,4}(?:[-.]\d{1,3}){0,4}(?:(?:, | et | ou | a )\d{1,4}(?:[-.]\d{1,3}){0,4}){0,20}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])CC[AT][GP]S?(?:[- /](?:FCS|TIC|PI|MI|MOE|TRAVAUX|Travaux|travaux))?(?: (?:art\. ?|articles? )?\d{1,2}(?:\.\d{1,2}){0,3})?(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])(?:lois?|decrets?|ordonnances?|directives?|reglements?|circulaires?)(?: \((?:UE|CE|CEE|EU)\))?(?: n ?° ?| no | )\d{2,4}[-/]\d{1,5}(?:\/(?:UE|CE|CEE|EU))?(?: du \d{1,2}(?:er)? [a-z]{3,9} \d{4})?(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}/])(?:19|20)\d{2}\/\d{1,4}\/(?:UE|CEE|CE|EU)(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])(?:NF|EN|ISO|IEC|CEI|DTU|XP|CEN)(?:[ /-](?:NF|EN|ISO|IEC|CEI|DTU|TS|TR|[A-Z])){0,3}[ -]?\d{1,6}(?:[-:.]\d{1,5}){0,4}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])CPV(?: ?: ?| n ?° ?| )?\d{8}(?:-\d)?(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}-])\d{8}-\d(?![\p{L}\p{N}-])/gu,
  /(?<![\p{L}\p{N}])annexes? (?:n ?° ?)?\d{1,2}(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}])R ?& ?D(?![\p{L}\p{N}])/gu,
];

/** Where the law is cited, as ranges of the flat text: nothing is masked there. */
export function findLaw({ flat }: Source): readonly (readonly [start: number, end: number])[] {
  return REFERENCES.flatMap((pattern) =>
    [...flat.matchAll(pattern)].map(({ 0: text, index }) => [index, index + text.length] as const),
  );
}
