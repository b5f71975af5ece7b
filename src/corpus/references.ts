import { MONTHS } from '../days/iso-date.ts';
import { articlesIn } from '../french/articles.ts';

/** A text of law that a line of the corpus names, in the spelling of the article index. */
export interface Reference {
  readonly name: string;
  /** `other`: a text outside the code, its annexes and the standard terms. */
  readonly kind: 'code' | 'ccag' | 'annex' | 'other';
}

/** A text outside the code that the corpus may cite, with the ways of writing it. */
interface KnownText {
  readonly name: string;
  readonly forms: readonly string[];
}

/**
 * Every reference of a line, ranges expanded (`R2122-1 à R2122-3`, `R2111-12 à -17`, `R2113-4, -5 et -6`).
 * Known other texts are recognised first and blanked, so that `CGCT L1414-2` is not taken for an article of the code;
 * what still looks like a law, a code or a ruling comes back as `other` under the words of the line.
 */
export function referencesIn(line: string, known: readonly KnownText[]): readonly Reference[] {
  if (!MAY_REFER.test(line)) return [];
  const found = new Map<string, Reference>();
  const add = (kind: Reference['kind'], name: string) => found.set(name, { name, kind });
  let rest = line;
  const lower = line.toLowerCase();
  for (const { name, forms } of known)
    for (const form of forms) {
      if (!lower.includes(firstWord(form))) continue;
      rest = rest.replace(wholeForm(form), (match) => {
        add('other', name);
        return '¤'.repeat(match.length);
      });
    }
  for (const pattern of OTHER_TEXTS)
    rest = rest.replace(pattern, (match) => {
      add('other', match.replace(/\s+/g, ' ').trim());
      return '¤'.repeat(match.length);
    });
  for (const name of ccagArticles(rest)) add('ccag', name);
  for (const name of annexes(rest)) add('annex', name);
  for (const name of [...codeArticles(rest), ...articlesIn(rest)]) add('code', name);
  return [...found.values()];
}

/** A digit, a law by its name, or the one annex without a number: a line without any of them refers to nothing. */
const MAY_REFER = /\d|lois?\s|préliminaire/iu;

/** What a line must hold for a form to be in it: looked for before the form is, of which there are hundreds. */
function firstWord(form: string): string {
  return form.slice(0, `${form} `.indexOf(' ')).toLowerCase();
}

const compiled = new Map<string, RegExp>();

function wholeForm(form: string): RegExp {
  const ready = compiled.get(form);
  if (ready !== undefined) return ready;
  const escaped = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+');
  const pattern = new RegExp(String.raw`(?<![\p{L}\d-])${escaped}(?![\p{L}\d]|-\d)`, 'giu');
  compiled.set(form, pattern);
  return pattern;
}

const MONTH = `(?:${MONTHS.join('|')})`;
const KIND = '(?:lois?|décrets?|ordonnances?|directives?|règlements?|arrêtés?)';

/** What looks like a text that is neither the code nor the standard terms. */
const OTHER_TEXTS = [
  new RegExp(String.raw`(?<!\p{L})${KIND}\s{1,4}(?:\(UE\)\s{0,4})?(?:n°\s?)?\d{2,4}[-/]\d{1,9}`, 'giu'),
  new RegExp(
    String.raw`(?<!\p{L})${KIND}\s{1,4}(?:du|de)\s{1,4}(?:(?:1er|\d{1,2})\s{1,4})?(?:${MONTH}\s{1,4})?(?:19|20)\d{2}(?!\d)`,
    'giu',
  ),
  /(?<!\p{L})[Ll]oi\s+\p{Lu}[\p{L}-]+/gu,
  /(?<!\p{L})(?:CGCT|CJA|CPI|CRPA|CGFP|CGPPP|CMF)(?:,?\sarticles?)?\s[LRDA]?\.?\s?\d[\d-]*/gu,
  /(?<!\p{L})code\s(?:pénal|civil|électoral|du\s\p{L}+|de\s(?!la commande)(?:l[a’']\s?)?\p{L}+)(?:\s\p{L}+)?(?:,?\s?\(?articles?)?\s[LRDA]?\.?\s?\d[\d-]*/giu,
  /(?<!\p{L})articles?\s[LRDA]?\.?\s?\d[\d-]*\sdu\scode\s(?!de la commande)\p{L}+/giu,
  new RegExp(
    String.raw`(?<!\p{L})(?:CE|CJUE|CAA|TA|TC|Cass\.|Conseil d[’']État)(?:,?\s\p{Lu}\p{L}{1,30})?,?\s(?:1er|\d{1,2})\s${MONTH}\s\d{4}`,
    'gu',
  ),
  /(?<!\p{L})article\s\d{3}-\d+/giu,
];

const FULL_ARTICLE = /(?<![\p{L}\d-])([LRD])\s?\.?\s?\*?(\d{3,4})-(\d+(?:-\d+)*)/giu;
const NEXT_NUMBER = /^(,|,?\s(?:et|ou|à))\s(?:([LRD])\s?\.?\s?(\d{3,4}))?-(\d+(?:-\d+)*)/iu;
const FIRST_ARTICLES = /(?<![\p{L}\d-])(L\s?\.?\s?[1-9](?:-\d+)?)(?![\d\p{L}-])/gu;

function codeArticles(text: string): readonly string[] {
  const names: string[] = [...text.matchAll(FIRST_ARTICLES)].map((match) => (match[1] ?? '').replace(/[\s.]/g, ''));
  for (const match of text.matchAll(FULL_ARTICLE)) {
    const chapter = `${match[1]?.toUpperCase()}${match[2]}`;
    let last = match[3] ?? '';
    names.push(`${chapter}-${last}`);
    let rest = text.slice(match.index + match[0].length);
    for (let next = NEXT_NUMBER.exec(rest); next !== null; next = NEXT_NUMBER.exec(rest)) {
      const [whole, join = '', letter, number, to = ''] = next;
      const sameChapter = letter === undefined || `${letter.toUpperCase()}${number}` === chapter;
      if (sameChapter && join.endsWith('à')) names.push(...numbersBetween(chapter, last, to));
      // An article written in full is a match of its own; only `-17` needs the chapter of the one before.
      if (letter !== undefined) break;
      names.push(`${chapter}-${to}`);
      last = to;
      rest = rest.slice(whole.length);
    }
  }
  return names;
}

function numbersBetween(chapter: string, from: string, to: string): readonly string[] {
  const names: string[] = [];
  for (let number = Number(from) + 1; number < Number(to); number++) names.push(`${chapter}-${number}`);
  return names;
}

const NOT_A_QUANTITY = String.raw`(?![\d.]|[\s\u00a0\u202f]?(?:€|%|\d{3}(?!\d)|(?:jours?|mois|ans?|heures?|fois|points?|${MONTH})(?!\p{L})))`;
const TERMS_NUMBER = String.raw`\d{1,2}(?:\.\d+)*${NOT_A_QUANTITY}`;
const CCAG = new RegExp(
  String.raw`CCAG[- ](\p{Lu}\p{L}+)(?:,?\s\(?(?:articles?|art\.))?\s(${TERMS_NUMBER}(?:(?:,|,?\set|\sou|\sà)\s${TERMS_NUMBER})*)`,
  'gu',
);
const OF_CCAG = new RegExp(String.raw`articles?\s(${TERMS_NUMBER})\sdu\sCCAG[- ](\p{Lu}\p{L}+)`, 'gu');

function ccagArticles(text: string): readonly string[] {
  const lists = [
    ...[...text.matchAll(CCAG)].map(([, terms = '', list = '']) => ({ terms, list })),
    ...[...text.matchAll(OF_CCAG)].map(([, list = '', terms = '']) => ({ terms, list })),
  ];
  return lists.flatMap(({ terms, list }) => termsNumbers(list).map((number) => `CCAG-${terms} ${number}`));
}

/** `3, 4 et 5` and `50 à 53` as single numbers. */
function termsNumbers(list: string): readonly string[] {
  const [first = '', ...others] = list.split(/(,?\s(?:et|ou|à)\s|,\s)/);
  const numbers = [first];
  for (let at = 0; at < others.length; at += 2) {
    const to = others[at + 1] ?? '';
    if (others[at]?.trim() === 'à' && !to.includes('.'))
      for (let number = Number(numbers.at(-1)) + 1; number < Number(to); number++) numbers.push(String(number));
    numbers.push(to);
  }
  return numbers;
}

function annexes(text: string): readonly string[] {
  return [...text.matchAll(/(?<!\p{L})annexe\s(\d{1,2}|préliminaire)(?!\d)(?:\sart(?:\.|icle)\s?(\d+))?/giu)].map(
    ([, number = '', article]) => `Annexe ${number.toLowerCase()}${article === undefined ? '' : ` art. ${article}`}`,
  );
}
