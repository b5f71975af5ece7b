import type { Token } from '../tokens.ts';
import { measureOf, NOT_COUNTED, perOf, RATE_WORDS } from './units.ts';

interface Taxed {
  readonly tax: 'HT' | 'TTC';
  readonly next: number;
}

/** «HT», «hors taxes», «(TTC)»: between one pair of brackets at most. */
export function readTax(tokens: readonly Token[], at: number): Taxed | undefined {
  if (tokens[at]?.text !== '(') return readBareTax(tokens, at);
  const inner = readBareTax(tokens, at + 1);
  return inner !== undefined && tokens[inner.next]?.text === ')' ? { ...inner, next: inner.next + 1 } : undefined;
}

function readBareTax(tokens: readonly Token[], at: number): Taxed | undefined {
  const text = tokens[at]?.text;
  const one = tokens[at + 1]?.text ?? '';
  if (tokens[at]?.newLine === true) return undefined;
  if (text === 'ht' || text === 'ttc') return { tax: text === 'ht' ? 'HT' : 'TTC', next: at + 1 };
  if (text === 'hors' && /^(?:taxes?|tva)$/.test(one)) return { tax: 'HT', next: at + 2 };
  if (text === 'toutes' && /^taxes?$/.test(one))
    return { tax: 'TTC', next: at + (/^comprises?$/.test(tokens[at + 2]?.text ?? '') ? 3 : 2) };
  if (text === 'h' && one === '.' && tokens[at + 2]?.text === 't')
    return { tax: 'HT', next: at + (tokens[at + 3]?.text === '.' && tokens[at + 3]?.glued === true ? 4 : 3) };
  return undefined;
}

/** «par an», «/ poste», «l'unité», «annuels», «le m²», «pièce», «chacun». */
export function readPer(
  tokens: readonly Token[],
  at: number,
  money: boolean,
): { readonly per: string; readonly next: number } | undefined {
  const token = tokens[at];
  if (token === undefined || token.newLine) return undefined;
  const text = token.text;
  if (RATE_WORDS.has(text) && (money || text !== 'piece')) return { per: perOf(text), next: at + 1 };
  // «quatre jours sur sept».
  if (text === 'sur' && tokens[at + 1]?.text === 'sept' && /^jours?$/.test(tokens[at - 1]?.text ?? ''))
    return { per: 'semaine', next: at + 2 };
  let next: number | undefined;
  if (text === 'par' || text === '/' || text === 'chaque') next = at + 1;
  else if (money && /^(?:le|la|du|de)$/.test(text)) {
    if (tokens[at + 1]?.text === 'l' && tokens[at + 2]?.text === "'") next = at + 3;
    else next = at + (tokens[at + 1]?.text === 'la' ? 2 : 1);
  } else if (text === 'l' && tokens[at + 1]?.text === "'") next = at + 2;
  else if (text === 'a' && tokens[at + 1]?.text === 'l' && tokens[at + 2]?.text === "'") next = at + 3;
  if (next === undefined) return undefined;
  const noun = nounAt(tokens, next);
  if (noun === undefined || tokens[noun.next - 1]?.newLine === true) return undefined;
  const per = perOf(noun.text);
  const explicit = text === 'par' || text === '/' || text === 'chaque';
  if (!explicit && !/^(?:unite|an|heure|m2|m3|kg|m|ml|l|tonne|t|jour|mois|km|ha|litre|repas|poste)$/.test(per))
    return undefined;
  if (!money && !explicit && per !== 'an') return undefined;
  return { per, next: noun.next };
}

/** The noun at `at`, with its hyphens; «m²», «mètre carré» as one. */
export function nounAt(
  tokens: readonly Token[],
  at: number,
): { readonly text: string; readonly next: number } | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const after = tokens[at + 1];
  if (token.text === 'm' && after !== undefined && after.glued && /^[²³23]$/.test(after.text))
    return { text: /[²2]/.test(after.text) ? 'm2' : 'm3', next: at + 2 };
  if (token.text === '°') return { text: '°c', next: at + (after?.text === 'c' && after.glued ? 2 : 1) };
  if (token.kind !== 'word') return undefined;
  if (after?.kind === 'word') {
    const two = measureOf(`${token.text} ${after.text}`);
    if (two !== undefined) return { text: two, next: at + 2 };
  }
  if (NOT_COUNTED.has(token.text) && !(measureOf(token.text) !== undefined && after?.text !== "'")) return undefined;
  let text = token.text;
  let next = at + 1;
  while (
    tokens[next]?.text === '-' &&
    tokens[next]?.glued === true &&
    tokens[next + 1]?.glued === true &&
    tokens[next + 1]?.kind === 'word'
  ) {
    text += `-${tokens[next + 1]?.text}`;
    next += 2;
  }
  return { text, next };
}
