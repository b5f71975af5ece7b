import { type FirmRead, isStrangeWord } from './firm-name.ts';
import type { Token } from './source.ts';
import { phraseBefore, startsAny, type Words } from './word-lists.ts';

/** Who serves, said after the name without a comma in haste: «transloc 35 le presta». */
const SERVER = /^(?:presta|prestataire|titulaire|fournisseur|loueur|exploitant|boite|entreprise|societe|transporteur)$/;
const BEFORE_SERVER = /^(?:c|est|etait|chez|avec|par|contre|notre|que)$/;
/** What is counted, or a version: «avec dolibarr 17 postes» names no firm. */
const DEPARTEMENT = /^(?:0[1-9]|[1-8]\d|9[0-5]|2[ab]|97[1-6])$/;

/**
 * Firms called by letters with points («g.m.s. propreté», «intervention de P.C.S.»), by letters and figures («l'entreprise
 * H2R») or by a made-up word and a département («transloc 35»). `led`: words of a contract lead to it.
 */
export function letteredFirm(tokens: readonly Token[], at: number, led: boolean, words: Words): FirmRead | undefined {
  const cued = led || (tokens[at]?.gap === ' ' && phraseBefore(words.firmWords, tokens, at) !== undefined);
  return pointed(tokens, at, cued, words) ?? figured(tokens, at, cued, words) ?? numbered(tokens, at, cued, words);
}

/** «g.m.s. propreté»: no acronym of the trade, nor a person's initials. */
function pointed(tokens: readonly Token[], at: number, cued: boolean, words: Words): FirmRead | undefined {
  let next = at;
  while (next - at < 6 && /^[a-z]$/i.test(tokens[next]?.raw ?? '') && (next === at || tokens[next]?.gap === '.'))
    next++;
  if (next - at < 2 || (next < tokens.length && !/^\./.test(tokens[next]?.gap ?? ''))) return undefined;
  const name = tokens
    .slice(at, next)
    .map(({ fold }) => fold)
    .join('');
  const known = [words.known, words.contracts, words.bodies, words.brands].some(({ byWords }) => byWords.has(name));
  if (known || words.common.has(name) || words.legalForms.has(name) || words.unnumbered.has(name)) return undefined;
  const trade = tokens[next];
  const ended = trade !== undefined && trade.gap === '. ' && words.firmEnds.has(trade.fold);
  if (ended && !(trade.capital && tokens[at]?.capital === false)) return { from: at, next: next + 1, confidence: 0.7 };
  return cued ? { from: at, next, confidence: 0.6 } : undefined;
}

/** «H2R», «S2I», «A2C»: two letters and one figure at least, but «B2B» and «CO2». */
function figured(tokens: readonly Token[], at: number, cued: boolean, words: Words): FirmRead | undefined {
  const token = tokens[at];
  if (!cued || token === undefined || !/^[a-z]{1,4}\d{1,2}[a-z]{1,4}$|^\d[a-z]{2,4}$/i.test(token.raw))
    return undefined;
  if (
    /^(?:b2[bcg]|c2c|p2p|h2o|r\d+[a-z]|l\d+[a-z]|\d(?:eme|ere|nde|ans|mois|ht|ttc|kg|cm|km|er|ro|h\d*))$/.test(
      token.fold,
    )
  )
    return undefined;
  if (startsAny([words.known, words.brands], tokens, at)) return undefined;
  const trade = tokens[at + 1];
  const ended = trade?.gap === ' ' && words.firmEnds.has(trade.fold);
  return { from: at, next: ended ? at + 2 : at + 1, confidence: 0.6 };
}

/** «c transloc 35 le presta», «chez hydronet 29,»: a word that nobody knows, and where it is. */
function numbered(tokens: readonly Token[], at: number, cued: boolean, words: Words): FirmRead | undefined {
  const [name, number, after] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (name === undefined || name.capital || number?.gap !== ' ' || !DEPARTEMENT.test(number.fold)) return undefined;
  if (name.fold.length < 5 || !isStrangeWord(tokens, at, words)) return undefined;
  const closed = after === undefined || /^ ?[.,;:!?)\n]/.test(after.gap);
  const served = /^(?:le|la|l|notre|leur)$/.test(after?.fold ?? '') && SERVER.test(tokens[at + 3]?.fold ?? '');
  const led = cued || BEFORE_SERVER.test(tokens[at - 1]?.fold ?? '');
  return (closed || served) && led ? { from: at, next: at + 2, confidence: 0.6 } : undefined;
}
