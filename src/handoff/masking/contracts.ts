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
  /^(?:covid|rgaa|iso|en|nf|iec|din|htm|bp|cs|tsa|cpv|co2|m57|m14|m49|m4|a4|a3|c3|c4|b2)[-/]?\d*$/i,
];
const SIGN = /^(?:n|no|nos|num|numero|numeros|nr)$/;
const UNIT_AFTER = /^ ?(?:€|%|euros?\b|jours\b|mois\b|ans\b|h\b|k€|m2|m²|kg\b)/i;

/** Contract, order, file and invoice numbers: the number alone is masked, «marché n°» stays. */
export function findContracts({ flat, tokens }: Source, words: Words): readonly Sighting[] {
  const found: Sighting[] = [];
  let past = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.start < past) continue;
    // An identifier starts where a word does, not after a hyphen or a slash.
    if (/[A-Za-z0-9][-/_.@]$/.test(flat.slice(Math.max(0, token.start - 2), token.start))) continue;
    IDENTIFIER.lastIndex = token.start;
    const text = IDENTIFIER.exec(flat)?.[0] ?? '';
    const end = token.start + text.length;
    if (!/\d/.test(text) || /[\p{L}\p{N}@]/u.test(flat.charAt(end)) || UNIT_AFTER.test(flat.slice(end, end + 8)))
      continue;
    const label = labelOf(tokens, at, text, words);
    if (label === undefined) continue;
    past = end;
    found.push({ kind: 'contract', start: token.start, end, ...label });
  }
  return found;
}

function labelOf(
  tokens: readonly Token[],
  at: number,
  text: string,
  words: Words,
): { readonly label: string; readonly confidence?: number } | undefined {
  if (isOther(text)) return undefined;
  const gap = tokens[at]?.gap ?? '';
  let first = at;
  while (first > 0 && at - first < 2 && SIGN.test(tokens[first - 1]?.fold ?? '')) first--;
  const signed = first < at || gap.includes('#');
  const shaped = SHAPED.some((shape) => shape.test(text));
  const introduced = /:\s?$/.test(gap) || signed;
  const year = /^(?:19|20)\d{2}$/.test(text);
  if (!shaped && !signed) return undefined;
  // Figures and letters together are no quantity: what announces them may stand further off («contrat de maintenance CT-88412-B»).
  const mixed = shaped && /[A-Z]/i.test(text);
  const said = announcedBefore(tokens, first, introduced || mixed ? 6 : 2, words);
  if (said === 'other' || (year && !signed)) return undefined;
  if (said !== undefined) return { label: said };
  // Nothing says what it is, but it looks like nothing else: letters, a year, a rank.
  const telling =
    /^[A-Z]{2,6}[-_/ ]?(?:20\d{2}|\d{2})[-_/]\d{2,6}$/.test(text) ||
    /^20\d{2}[-_/]?[A-Z]{1,5}[-_/]?\d{2,5}$/.test(text);
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
    if (previous === undefined || (/[.;!?\n\r]/.test(gap) && !(at === first && /^\.? ?:? ?$/.test(gap))))
      return undefined;
    const announced = phraseBefore(words.contracts, tokens, at);
    if (announced !== undefined) return announced.values[0];
    if (words.unnumbered.has(previous.fold)) return 'other';
    if (previous.digit && at < first) return undefined;
  }
  return undefined;
}
