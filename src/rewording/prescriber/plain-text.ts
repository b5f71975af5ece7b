import { sentencesOf } from '../../french/sentences.ts';
import type { Span } from '../../french/span.ts';
import { rewordingFr } from '../../text/rewording-fr.ts';
import { bareWord, placedWords } from '../term-spans.ts';
import { type Placement, readPlacement } from './placement.ts';
import type { FindJargon, Gloss, Jargon } from './plain-terms.ts';

export interface PlainText {
  /** What is told above the message, with at most one remark a line. */
  readonly lines: readonly string[];
  /** The message word for word, with a remark in brackets where a sentence cannot be read without it. */
  readonly message: string;
  /** Those of the message's terms that have such a remark. */
  readonly beside: ReadonlySet<Jargon>;
  /** The other words of art it holds, each with its meaning, on one line in brackets; empty when there is none. */
  readonly words: string;
  /** Terms explained here or there, each once, in the order of the text. */
  readonly explained: readonly Jargon[];
}

/** Words from which a sentence is long enough to bear a second remark. */
const LONG = 25;

/**
 * The message stays as it is, so that nothing of it can change its meaning: what its words mean stands mostly below it.
 * @param said lines in the message's words, told above it
 */
export function plainText(source: string, said: readonly string[], findJargon: FindJargon): PlainText {
  const placement = readPlacement(source);
  const terms = termsOf(source, findJargon, placement);
  const above: Said[] = [];
  const met: Said[] = [];
  const lines = said.map((line) => {
    const here = readPlacement(line);
    const found = termsOf(line, findJargon, here);
    met.push(...found.map((term) => saidOf(line, term)));
    const isNew = (term: Jargon) => !above.some((other) => isSame(other, saidOf(line, term)));
    const [term] = besides(line, found.filter(isNew), here, 1);
    if (term !== undefined) above.push(saidOf(line, term));
    return term === undefined ? line : withRemarks(line, new Set([term]));
  });
  const isIn = (list: readonly Said[]) => (term: Jargon) => list.some((one) => isSame(one, saidOf(source, term)));
  const [isAbove, isMet] = [isIn(above), isIn(met)];
  // One that is told above without its meaning has it in the list, where it is looked for.
  const beside = besides(
    source,
    terms.filter((term) => !isMet(term)),
    placement,
    2,
  );
  // A verb or an adjective that a denial bears on would read as its answer: «divisé en lots» below «n'est pas alloti».
  const below = terms.filter(
    (term) => !beside.has(term) && !isAbove(term) && (!placement.denied(term.span) || NOUN.test(term.gloss.plain)),
  );
  const listed = below.map(({ gloss, span }) => `${source.slice(...span).replace(/\s+/g, ' ')}\u00a0: ${gloss.plain}`);
  return {
    lines,
    message: withRemarks(source, beside),
    beside,
    words: listed.length === 0 ? '' : rewordingFr.words(listed.join(' ; ')),
    explained: terms.filter((term) => beside.has(term) || isAbove(term) || below.includes(term)),
  };
}

const NOUN = /^(?:l[ea]s? |l[’']|une? |des |du |ce(?:lui|lle|ux|lles)? |d[’'])/u;

interface Said {
  readonly gloss: Gloss;
  readonly words: readonly string[];
}

const saidOf = (text: string, { gloss, span }: Jargon): Said => ({
  gloss,
  words: placedWords(text.slice(...span)).map(({ word }) => bareWord(word)),
});

/** «pénalité» after «pénalités de retard» is known; «décompte général» after «DGD» is another word for who reads. */
const isSame = (one: Said, other: Said): boolean =>
  one.gloss === other.gloss &&
  (one.words.some((word) => word.length > 3 && other.words.includes(word)) ||
    one.words.join(' ') === other.words.join(' '));

/** Each term once. */
function termsOf(source: string, findJargon: FindJargon, placement: Placement): readonly Jargon[] {
  const kept: Jargon[] = [];
  const known: Said[] = [];
  for (const term of findJargon(source)) {
    if (!placement.whole(term.span) || EXPLAINED.test(source.slice(term.span[1], term.span[1] + 160))) continue;
    const said = saidOf(source, term);
    if (known.some((other) => isSame(other, said))) continue;
    known.push(said);
    kept.push(term);
  }
  return kept;
}

/** The buyer explains the term already: in brackets of several words, or by «c'est-à-dire». */
const EXPLAINED =
  /^(?:,? ?(?:c['’]est[- ]à[- ]dire|autrement dit|à savoir|soit le |soit la |soit l['’])| ?\((?![^()\n]*\d)(?:c['’]est|le |la |les |l['’]|un |une |ce |on |qui |où )[^()\n]{8,}\))/u;

/** The terms that a sentence cannot be read without: initials first, then the first, one in a sentence and `most` in a long one. */
function besides(source: string, terms: readonly Jargon[], placement: Placement, most: 1 | 2): ReadonlySet<Jargon> {
  const chosen = new Set<Jargon>();
  const free = terms.filter((term) => canStandBeside(source, term, placement));
  for (const [start, end] of sentencesOf(source)) {
    const here = free.filter(({ span }) => span[0] >= start && span[1] <= end);
    const few = source.slice(start, end).split(/\s+/).length > LONG ? most : 1;
    const initials = here.filter(({ span }) => /^\p{Lu}{2,}/u.test(source.slice(...span)));
    for (const term of [...initials, ...here.filter((one) => !initials.includes(one))].slice(0, few)) chosen.add(term);
  }
  return chosen;
}

/** Not in a heading, in brackets or before one, nor where what follows belongs to the term («lot 2», «retenue annuelle»). */
function canStandBeside(source: string, { span }: Jargon, placement: Placement): boolean {
  const rest = source.slice(span[1], span[1] + 60);
  return (
    !placement.denied(span) &&
    !OWN_DENIAL.test(source.slice(...span)) &&
    !placement.inValue(span[1]) &&
    !inBrackets(source, span) &&
    !BELONGS.test(rest) &&
    !isHeading(source, span[0])
  );
}

/** A number, a name, a quality, another bracket; «que» of «ne sera affermie que si», which a bracket would part from «ne». */
const BELONGS =
  /^(?:[ \u00a0]?[(/-]|[ \u00a0](?:n ?[°º]|\d|\p{Lu}|qu[e'’]|(?:d|s|t|l|n)['’]|(?:de|du|des)(?!\p{L})|(?:totale?s?|partiel(?:le)?s?|éventuel(?:le)?s?|initiale?s?|définiti(?:f|ve)s?|provisoires?|prévisionnel(?:le)?s?|annuel(?:le)?s?|uniques?|techniques?|financi(?:er|ère)s?|préalables?|contractuel(?:le)?s?|correspondante?s?|mensuel(?:le)?s?)(?!\p{L})))/u;

/** «hors délai», «sans suite»: a remark beside would be taken for what is denied. */
const OWN_DENIAL = /(?<!\p{L})(?:sans|hors|non|ni|pas|aucune?)(?!\p{L})/iu;

function inBrackets(source: string, [start]: Span): boolean {
  const before = source.slice(Math.max(0, start - 200), start);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}

/** Longest heading; a line that goes on is a paragraph. */
const HEADING = 90;

function isHeading(source: string, at: number): boolean {
  const before = source.slice(Math.max(0, at - HEADING), at);
  const start = before.lastIndexOf('\n') + 1;
  if (start === 0 && at > HEADING) return false;
  const [rest = ''] = source.slice(at, at + HEADING).split('\n', 1);
  const line = (before.slice(start) + rest).trim();
  return (
    line.length < HEADING &&
    /^(?:article|titre|chapitre|annexe|§|\d{1,2}[.)]?\s)/iu.test(line) &&
    !/[.;:!?]$/u.test(line)
  );
}

function withRemarks(source: string, terms: ReadonlySet<Jargon>): string {
  let text = '';
  let from = 0;
  for (const { gloss, span } of [...terms].toSorted((a, b) => a.span[0] - b.span[0])) {
    text += `${source.slice(from, span[1])} (${gloss.plain})`;
    from = span[1];
  }
  return text + source.slice(from);
}
