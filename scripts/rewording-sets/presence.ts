import { readValues } from '../../src/french/values/read-values.ts';
import { canonicalOf } from '../../src/french/values/say-value.ts';
import { fold, indexTerms, words } from '../../src/french/words.ts';

const NEGATION =
  /(?<![a-z])(?:ne|n'|pas|sans|aucune?|non|ni|jamais|hors|sauf|rien|plus de|interdi\w*|exclu\w*)(?![a-z])/;
const NEGATIONS = new Set(['ne', 'n', 'pas', 'sans', 'aucun', 'aucune', 'non', 'ni', 'jamais', 'hors', 'sauf', 'rien']);

/**
 * Whether what must be kept stands in the text: its very words (case, accents and spaces aside), or its values in other clothes
 * («12 000 €» for «12k€») with its other words in any inflection, a negation in the sentence that holds those words.
 */
export function keeps(text: string, element: string): boolean {
  const plain = squeeze(text);
  if (contains(plain, squeeze(element))) return true;
  const values = readValues(element);
  const said = new Set(readValues(text).map(canonicalOf));
  if (!values.every((value) => said.has(canonicalOf(value)))) return false;
  const rest = values.reduceRight((left, { span: [from, to] }) => `${left.slice(0, from)} ${left.slice(to)}`, element);
  const others = indexTerms(rest).filter((term) => !NEGATIONS.has(term));
  if (others.length === 0) return values.length > 0;
  const denied = NEGATION.test(squeeze(rest));
  return text.split(/(?<=[.!?;])\s|\n/).some((sentence) => {
    if (denied && !NEGATION.test(squeeze(sentence))) return false;
    const here = new Set(indexTerms(sentence));
    return others.every((term) => here.has(term));
  });
}

/** Whether the term stands in the text: its letters («compatib» for any of its forms), or its words in other inflections, in order. */
export function says(text: string, term: string): boolean {
  if (squeeze(text).includes(squeeze(term))) return true;
  const terms = indexTerms(term);
  return terms.length > 0 && !/\d/.test(term) && ` ${indexTerms(text).join(' ')} `.includes(` ${terms.join(' ')} `);
}

/**
 * The first use of a term of art has no explanation beside it (brackets or a colon after it, or brackets around it), nor
 * among the words explained below.
 */
export function isUnexplained(text: string, term: string): boolean {
  const [plain = '', below = ''] = squeeze(text).split('[mots du message : ');
  const stem = squeeze(term).replace(/s$/, '');
  if (below.split(' ; ').some((line) => line.split(' : ')[0]?.includes(stem))) return false;
  const at = placeOf(plain, squeeze(term));
  if (at === -1) return false;
  const after = plain.slice(at + squeeze(term).length);
  return !/^[^.;:!?\n]{0,40}\(|^s? ?:/.test(after) && !/\([^()]{0,80}$/.test(plain.slice(0, at));
}

/** Figures and names of the rewording that the source has not: articles of the Code in brackets aside, and figures spelt out. */
export function inventedIn(source: string, target: string): readonly string[] {
  const law = /\((?:[^()]*\b[LRD]\.? ?\d{4}[^()]*)\)/g;
  const told = target.replace(law, ' ');
  const known = new Set([...figuresOf(source), ...readValues(source).flatMap(worthOf)]);
  const said = new Set(words(source));
  // Nothing is told by the capital of a first word.
  const names = [...told.matchAll(/(?<=[\p{Ll},] |[’'-])(?<!\p{Lu})\p{Lu}[\p{L}\p{M}-]{2,}/gu)]
    .map(([name]) => name)
    .filter((name) => !words(name).every((word) => said.has(word)) && !COMMON.has(fold(name)));
  return [...figuresOf(told).filter((figure) => !known.has(figure)), ...names];
}

/** Bodies and codes that stand for a notion, not for somebody of the case. */
const COMMON = new Set(
  'code etat union boamp joue kbis ccag ccap cctp rgpd france dce acheteur tva egalim cvc urssaf led'.split(' '),
);

const figuresOf = (text: string): readonly string[] =>
  text.replace(/(?<=\d)[\s\u00a0\u202f.](?=\d{3}(?!\d))/g, '').match(/\d+/g) ?? [];

const worthOf = (value: ReturnType<typeof readValues>[number]): readonly string[] =>
  'low' in value ? [value.low, value.high].map((worth) => String(worth).split('.')[0] ?? '') : [];

const contains = (plain: string, part: string): boolean => placeOf(plain, part) !== -1;

/** Where the words stand whole: «12» is not in «120». */
const placeOf = (plain: string, part: string): number =>
  plain.search(new RegExp(`(?<![a-z0-9])${part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![a-z0-9])`));

const squeeze = (text: string): string =>
  fold(text)
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/(?<=\d)[ .](?=\d{3}(?!\d))/g, '')
    .replace(/ ?(?:€|euros?)/g, '€')
    .trim();
