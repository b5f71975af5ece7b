import { isDenied } from '../../french/denied.ts';
import type { Span } from '../../french/span.ts';
import { rewordingFr } from '../../text/rewording-fr.ts';
import type { FindJargon, Jargon } from './plain-terms.ts';

/** The message's words of art that are explained, each once, in the order of the text; and the line that does, empty without any. */
export interface WordsExplained {
  readonly line: string;
  readonly explained: readonly Jargon[];
}

/** More words are looked up by nobody. */
const MOST = 6;

/**
 * What a buyer's words mean stands below the message, which stays as it is: nothing of it can change its meaning, nor has to be
 * read twice.
 */
export function explainWords(source: string, findJargon: FindJargon): WordsExplained {
  const explained: Jargon[] = [];
  const known = new Set<string>();
  for (const term of findJargon(source)) {
    if (!isWhole(source, term.span) || EXPLAINED.test(source.slice(term.span[1], term.span[1] + 160))) continue;
    // A verb or an adjective that a denial bears on would read as its answer: «divisé en lots» below «n'est pas alloti».
    if (isDenied(source, term.span) && !NOUN.test(term.gloss.plain)) continue;
    if (!known.has(term.gloss.plain) && explained.length < MOST) explained.push(term);
    known.add(term.gloss.plain);
  }
  const lines = explained.map(
    ({ gloss, span }) => `${source.slice(...span).replace(/\s+/g, ' ')}\u00a0: ${gloss.plain}`,
  );
  return { explained, line: lines.length === 0 ? '' : rewordingFr.words(lines.join(' ; ')) };
}

const NOUN = /^(?:l[ea]s? |l[’']|une? |des |du |ce(?:lui|lle|ux|lles)? |d[’'])/u;

/** The buyer explains the term already: in brackets of several words, or by «c'est-à-dire». */
const EXPLAINED =
  /^(?:,? ?(?:c['’]est[- ]à[- ]dire|autrement dit|à savoir|soit le |soit la |soit l['’])| ?\((?![^()\n]*\d)(?:c['’]est|le |la |les |l['’]|un |une |ce |on |qui |où )[^()\n]{8,}\))/u;

/** Whole words of the message itself: no part of a compound, an address or a quotation. */
const isWhole = (source: string, term: Span): boolean =>
  isWord(source, term) && !isAddress(wordAround(source, term)) && !isQuoted(source, term);

/** On one line, and no longer than a title: a quotation mark left open quotes nothing. */
function isQuoted(source: string, [start, end]: Span): boolean {
  const before = source.slice(Math.max(0, start - QUOTED), start);
  const after = source.slice(end, end + QUOTED).split('\n', 1)[0] ?? '';
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const opens = line.lastIndexOf('«') > line.lastIndexOf('»') || line.lastIndexOf('“') > line.lastIndexOf('”');
  return (opens && /^[^«“]*[»”]/.test(after)) || ((line.match(/"/g)?.length ?? 0) % 2 === 1 && after.includes('"'));
}
/** In characters. */
const QUOTED = 160;

/** «sous-traitance» is no «traitance» and «notifiez-vous» no «notifiez»: neither end goes on by a hyphen or an apostrophe. */
function isWord(source: string, [start, end]: Span): boolean {
  const before = source.slice(Math.max(0, start - 10), start);
  return (
    !/[\p{L}\p{N}][-‐‑–]$/u.test(before) &&
    !INNER.test(before) &&
    !/^[-‐‑–'’ʼ]?[\p{L}\p{M}\p{N}]/u.test(source.slice(end, end + 3))
  );
}

/** An apostrophe that elides no small word: «aujourd’hui». */
const INNER =
  /(?<!(?:^|[^\p{L}\p{M}])(?:jusqu|lorsqu|puisqu|quoiqu|qu|[cdjlmnst]))(?<=[\p{L}\p{M}])['’ʼ]$|[\p{L}\p{M}\p{N}]$/iu;

/** What stands around a term without a blank, as far as an address goes. */
function wordAround(source: string, [start, end]: Span): string {
  const before = /\S{0,90}$/.exec(source.slice(Math.max(0, start - AROUND), start))?.[0] ?? '';
  const after = /^\S*/.exec(source.slice(end, end + AROUND))?.[0] ?? '';
  return before + source.slice(start, end) + after;
}

const isAddress = (word: string): boolean => /@|:\/\/|^www\.|\p{L}{2}\.\p{L}{2}|[\p{L}\d]_[\p{L}\d]/u.test(word);

/** In characters. */
const AROUND = 90;
