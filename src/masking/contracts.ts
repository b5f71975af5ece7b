import type { Sighting } from './finding.ts';
import type { Source, Token } from './source.ts';
import { phraseBefore, type Words } from './word-lists.ts';

/** A number as contracts carry it: figures, letters, and marks between. */
const IDENTIFIER = /[A-Za-z0-9]{1,14}(?:[-/_.][A-Za-z0-9]{1,14}){0,6}/y;
/** «2021-045», «22/118», «2022M014», «BC-2023-00412», «DPM/2022/087», «1300456789». */
const SHAPED = [
  /^[A-Z]{1,6}[-_/]?(?:20|19)?\d{2}[-_/]?[A-Z]{0,5}[-_/]?\d{2,7}(?:[-_/.][A-Z0-9]{1,4})?$/i,
  /^(?:20|19)?\d{2}[-_/]?[A-Z]{1,6}[-_/]?\d{2,7}(?:[-_/.][A-Z0-9]{1,4})?$/i,
  /^(?:20\d{2}|\d{2})[-_/]\d{2,6}(?:[-_/.][A-Z0-9]{1,5})?$/i,
  /^\d{2,3}[-_/]20\d{2}[-_/]\d{2,6}$/,
  /^[A-Z]{1,6}[-_/](?:[A-Z]{1,6}[-_/])?\d{2,6}(?:[-_/]\d{1,6}){1,2}$/i,
  // Of three parts or more, one of them figures: «22.VOI.031», «OPH50.2022.041», «2019/OM/L3/av2», «DSP-ASS-2012».
  /^(?=.*\d{2})[A-Z0-9]{1,10}(?:[-_/.][A-Z0-9]{1,10}){2,6}$/i,
  // «B240113», «UBS240611-A», «OS-7/2024».
  /^[A-Z]{1,6}[-_/]?\d{5,9}(?:[-_/.][A-Z0-9]{1,4})?$/i,
  /^[A-Z]{1,6}[-_/]?\d{1,4}[-_/]20\d{2}$/i,
  /^\d{4,8}-[A-Z0-9]{1,4}$/i,
  /^\d{8,12}$/,
];
/** Not a contract, whatever the shape: articles, years, dates, directives, CPV codes, norms. */
const OTHER = [
  /^[RLDA]\.?\*?\d{3,4}(?:-\d{1,3}){0,3}$/i,
  /^(?:19|20)\d{2}[-/](?:19|20)\d{2}$/,
  /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$/,
  /^\d{4}-\d{2}-\d{2}$/,
  /^\d{4}\/\d{1,4}\/(?:UE|CE|EU|CEE)$/i,
  /^\d{8}-\d$/,
  /^\d{1,2}[-/]\d{1,2}$/,
  /^(?:covid|rgaa|iso|en|nf|iec|din|htm|bp|cs|tsa|cpv)[-/]?\d*$/i,
  /^(?:co2|m57|m14|m49|m4|a4|a3|c3|c4|b2)$/i,
];
const SIGN = /^(?:n|no|nos|num|numero|numeros|nr)$/;
const UNIT_AFTER = /^ ?(?:€|%|euros?\b|jours\b|mois\b|ans\b|h\b|k€|m2|m²|kg\b)/i;

/** Contract, order, file and invoice numbers: the number alone is masked, «marché n°» stays. */
export function findContracts(source: Source, words: Words): readonly Sighting[] {
  const { flat, tokens } = source;
  const found: Sighting[] = [];
  let past = 0;
  let last: { readonly shape: string; readonly at: number; readonly label: string } | undefined;
  for (const [at, token] of tokens.entries()) {
    if (token.start < past) continue;
    // An identifier starts where a word does, not after a hyphen or a slash.
    if (/[A-Za-z0-9][-/_.@]$/.test(flat.slice(Math.max(0, token.start - 2), token.start))) continue;
    IDENTIFIER.lastIndex = token.start;
    const text = IDENTIFIER.exec(flat)?.[0] ?? '';
    let end = token.start + text.length;
    if (!/\d/.test(text) || /[\p{L}\p{N}@]/u.test(flat.charAt(end)) || UNIT_AFTER.test(flat.slice(end, end + 8)))
      continue;
    // «commandes 4500118732, 4500118733 et 4500118790»: numbers of one list.
    const listed = last !== undefined && at - last.at < 7 && last.shape === shapeOf(text);
    const label = listed ? { label: last?.label ?? 'référence' } : labelOf(tokens, at, text, words);
    if (label === undefined) continue;
    // «24/1187 bis»
    end += /^ (?:bis|ter)(?![\p{L}\p{N}])/u.exec(flat.slice(end, end + 5))?.[0].length ?? 0;
    past = end;
    last = { shape: shapeOf(text), at: source.tokenAt(end), label: label.label };
    found.push({ kind: 'contract', start: withPrefix(tokens, at, words), end, ...label });
  }
  return found;
}

/** «4500118732» is «0000000000», «B240113» «A000000». */
const shapeOf = (text: string): string => text.replace(/\d/g, '0').replace(/[a-z]/gi, 'A');

/** «BDC» of «BDC 2024-00981», «CULT» of «CULT 24/31»: capitals that are part of the number, not what announces it. */
function withPrefix(tokens: readonly Token[], at: number, words: Words): number {
  const token = tokens[at];
  const before = tokens[at - 1];
  const part =
    before !== undefined &&
    token?.gap === ' ' &&
    before.upper &&
    before.raw.length < 6 &&
    !words.isWord(before.fold) &&
    !words.common.has(before.fold) &&
    !words.unnumbered.has(before.fold);
  return (part ? before.start : token?.start) ?? 0;
}

function labelOf(
  tokens: readonly Token[],
  at: number,
  text: string,
  words: Words,
): { readonly label: string; readonly confidence?: number } | undefined {
  // «contrat CULT 24/31»: with capitals before it and a contract, no day of a month.
  const lettered = /^\d{2}\/\d{2,4}$/.test(text) && withPrefix(tokens, at, words) !== tokens[at]?.start;
  if (lettered && announcedBefore(tokens, at - 1, 3, words) === 'n° de marché') return { label: 'n° de marché' };
  if (isOther(text)) return undefined;
  const gap = tokens[at]?.gap ?? '';
  let first = at;
  while (first > 0 && at - first < 2 && SIGN.test(tokens[first - 1]?.fold ?? '')) first--;
  const signed = first < at || gap.includes('#');
  const shaped = SHAPED.some((shape) => shape.test(text));
  const introduced = /:\s?$/.test(gap) || signed;
  const year = /^(?:19|20)\d{2}$/.test(text);
  // «BC 77120», «bons de commande 0781 et 0794»: not so many goods.
  const ordered =
    /^(?:0\d{3,7}|\d{5,8})$/.test(text) &&
    (/^bd?c$/.test(tokens[at - 1]?.fold ?? '') ||
      (tokens[at - 1]?.fold === 'commande' && /^bons?$/.test(tokens[at - 3]?.fold ?? '')));
  if (ordered) return { label: 'référence' };
  if (!(shaped || signed)) return undefined;
  // Figures and letters together are no quantity: what announces them may stand further off («contrat de maintenance CT-88412-B»).
  const mixed = shaped && /[A-Z]/i.test(text);
  const said = announcedBefore(tokens, first, introduced || mixed ? 6 : 2, words);
  if (said === 'other' || (year && !signed)) return undefined;
  if (said !== undefined) return { label: said };
  // Nothing says what it is, but it looks like nothing else: letters, a year, a rank.
  const telling =
    /^[A-Z]{2,6}[-_/ ]?(?:20\d{2}|\d{2})[-_/]\d{2,6}$/.test(text) ||
    /^(?=.*(?:20[12]\d|\b[12]\d\b))[A-Z0-9]{2,6}(?:[-_/.][A-Z0-9]{1,6}){2,5}$/.test(text) ||
    /^20\d{2}[-_/]?[A-Z]{1,5}[-_/]?\d{2,5}$/.test(text) ||
    /^[12]\d[A-Z]{2,5}\d{3,5}$/.test(text);
  return telling ? { label: 'n° de marché', confidence: 0.7 } : undefined;
}

/** «2023-24» and «2022/2025» are years; «2023-55» is not. */
function isOther(text: string): boolean {
  const years = /^(?:19|20)(\d{2})[-/](\d{2})$/.exec(text);
  const span = Number(years?.[2]) - Number(years?.[1]);
  return (years !== null && span > 0 && span < 12) || OTHER.some((shape) => shape.test(text));
}

/** What the words before say the number is: «marché public de travaux n°», «dossier»; `other` when it is a lot, a law… */
function announcedBefore(
  tokens: readonly Token[],
  first: number,
  reach: number,
  words: Words,
): 'n° de marché' | 'référence' | 'other' | undefined {
  for (let at = first; at > 0 && first - at < reach; at--) {
    const gap = tokens[at]?.gap ?? '';
    const previous = tokens[at - 1];
    // «Réf. à rappeler»
    const short = /^(?:ref|refs|n|no|num|dos|aff)$/.test(previous?.fold ?? '') && /^\. ?$/.test(gap);
    if (previous === undefined || (!short && /[.;!?\n\r]/.test(gap) && !(at === first && /^\.? ?:? ?$/.test(gap))))
      return undefined;
    const announced = phraseBefore(words.contracts, tokens, at);
    if (announced !== undefined) return announced.values[0];
    if (words.unnumbered.has(previous.fold)) return 'other';
    if (previous.digit && at < first) return undefined;
  }
  return undefined;
}
