import type { Span } from '../../french/span.ts';
import { bareWord, placedWords } from '../term-spans.ts';
import { type Placement, readPlacement } from './placement.ts';
import type { FindJargon, Gloss, Jargon } from './plain-terms.ts';
import { hasTurn, REPLACED, TURNS } from './turns.ts';

interface Edit {
  readonly at: number;
  readonly end: number;
  readonly with: string;
}

export interface PlainText {
  readonly text: string;
  /** Terms explained here, at their first use. */
  readonly explained: readonly Jargon[];
}

/** The source with its terms of art explained at first use, its administrative turns in plain words, its long sentences cut. */
export function plainText(source: string, findJargon: FindJargon): PlainText {
  const placement = readPlacement(source);
  const jargon = termsOf(source, placement, findJargon);
  const { edits, explained, apart } = explanations(source, jargon, placement);
  const text = apply(source, [...edits, ...plainTurns(source, jargon, placement)]);
  const plain = text.split('\n').map(cutLongSentences).join('\n');
  return { text: [plain, ...wordsApart(source, apart)].join('\n'), explained };
}

/**
 * Terms beside which no remark may stand, as in a dictionary below the text: there nobody takes what a word means for what
 * the message says. Nouns alone, for «divisé en lots» below «n’est pas alloti» would read as an answer.
 */
function wordsApart(source: string, terms: readonly Jargon[]): readonly string[] {
  const said = terms
    .filter(({ gloss }) => NOUN.test(gloss.plain))
    .map(({ gloss, span }) => `${source.slice(...span).replace(/\s+/g, ' ')}\u00a0: ${gloss.plain}`);
  return said.length === 0 ? [] : [`[Mots du message\u00a0: ${said.join(' ; ')}.]`];
}
const NOUN = /^(?:l[ea]s? |l[’']|une? |des |du |ce(?:lui|lle|ux|lles)? |d[’'])/u;

/** What is put into the source to explain its terms: remarks alone, so that without them it is the source again. */
export function glossesOf(
  source: string,
  findJargon: FindJargon,
): readonly { readonly at: number; readonly said: string }[] {
  const placement = readPlacement(source);
  const { edits } = explanations(source, termsOf(source, placement, findJargon), placement);
  return edits.map(({ at, with: said }) => ({ at, said }));
}

const termsOf = (source: string, placement: Placement, findJargon: FindJargon): readonly Jargon[] =>
  findJargon(source).filter(({ span }) => placement.whole(span) && !isReplaced(source, span));

/** «pénalité» after «pénalités de retard» is known; «décompte général» after «DGD» is another word for who reads. */
function isSameTerm(source: string, one: Jargon, other: Jargon): boolean {
  if (one.gloss !== other.gloss) return false;
  const [a, b] = [one, other].map(({ span }) => placedWords(source.slice(...span)).map(({ word }) => bareWord(word)));
  return a?.some((word) => word.length > 3 && b?.includes(word)) || a?.join(' ') === b?.join(' ');
}

/** A heading names («Article 8 – Acomptes»), the sentence under it says («Un acompte de 40 %…»): the meaning goes there. */
function isNamedOnly(source: string, jargon: readonly Jargon[], i: number): boolean {
  const term = jargon[i];
  if (term === undefined || !isHeading(source, term.span[0])) return false;
  const form = source.slice(...term.span).toLowerCase();
  const next = jargon
    .slice(i + 1, i + 1 + NEARBY)
    .find((other) => other.gloss === term.gloss && !isHeading(source, other.span[0]));
  return next !== undefined && source.slice(...next.span).toLowerCase() !== form;
}

/** How many terms further a heading's own article reaches. */
const NEARBY = 20;

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

/** In «ne sera affermie que si» a bracket would part «ne» from «que»: `turns.ts` replaces the participle instead. */
function isReplaced(source: string, [start, end]: Span): boolean {
  return (
    /^ qu[e'’]/u.test(source.slice(end, end + 4)) &&
    /(?<!\p{L})n(?:e |['’])[^.;,:()\n]{2,40}$/u.test(source.slice(Math.max(0, start - 45), start)) &&
    REPLACED.test(source.slice(start, end))
  );
}

function explanations(source: string, jargon: readonly Jargon[], placement: Placement) {
  const known: Jargon[] = [];
  const edits: Edit[] = [];
  const explained: Jargon[] = [];
  const bare = new Map<Gloss, Jargon>();
  for (const [i, term] of jargon.entries()) {
    if (known.some((other) => isSameTerm(source, other, term)) || isNamedOnly(source, jargon, i)) continue;
    if (placement.denied(term.span)) {
      if (!bare.has(term.gloss)) bare.set(term.gloss, term);
      continue;
    }
    known.push(term);
    const end = placement.beside(term.span[1] + belonging(source, term).length);
    const rest = source.slice(end, end + 160);
    if (EXPLAINED.test(rest)) continue;
    explained.push(term);
    const bracket = /^ ?\(([^()\n]{1,120})\)/.exec(rest);
    const twin = jargon[i + 1];
    // «DCE (dossier de consultation)»: the bracket says the same term at length; its meaning goes inside.
    if (
      bracket !== null &&
      twin !== undefined &&
      twin.gloss === term.gloss &&
      twin.span[1] <= end + bracket[0].length
    ) {
      known.push(twin);
      const close = end + bracket[0].length - 1;
      edits.push({ at: close, end: close, with: ` : ${term.gloss.plain}` });
    } else if (inBrackets(source, term.span)) edits.push({ at: end, end, with: ` : ${term.gloss.plain}` });
    // Two brackets in a row read badly: «tranche n° 2 (rénovation de l'aile)» takes the meaning first in its own.
    else if (bracket !== null && /^ ?\(\p{L}/u.test(bracket[0])) {
      const open = end + bracket[0].indexOf('(') + 1;
      edits.push({ at: open, end: open, with: `${term.gloss.plain} ; ` });
    } else edits.push({ at: end, end, with: ` (${term.gloss.plain})` });
  }
  const apart = [...bare.values()].filter(({ gloss }) => !known.some((other) => other.gloss === gloss));
  return { edits, apart, explained: [...explained, ...apart].toSorted((a, b) => a.span[0] - b.span[0]) };
}

/** What follows a term and belongs to it: «avenant n° 2», «lots 1 et 2», «tranche B», «groupement Mercier/Tavel», «réserves éventuelles». */
function belonging(source: string, { span }: Jargon): string {
  const rest = source.slice(span[1], span[1] + 60);
  const numbered = COUNTED.test(source.slice(...span)) ? LABELS.exec(rest) : null;
  return (numbered ?? NUMBER.exec(rest) ?? QUALITY.exec(rest) ?? NAME.exec(rest))?.[0] ?? '';
}

const NUMBER = /^ n ?[°º] ?[\w./-]*\d/u;
const QUALITY =
  /^ (?:totale?s?|partiel(?:le)?s?|éventuel(?:le)?s?|initiale?s?|définiti(?:f|ve)s?|provisoires?|prévisionnel(?:le)?s?|annuel(?:le)?s?|uniques?|techniques?|financi(?:er|ère)s?|préalables?|contractuel(?:le)?s?|correspondante?s?|mensuel(?:le)?s?)(?![\p{L}\p{M}])/u;
const NAME = /^(?: \p{Lu}\p{L}[\p{L}/&-]*)+/u;
/** Terms whose parts have a number or a letter. */
const COUNTED = /^(?:lots?|tranches?|(?:numéro |n° ?)?d?[’']?engagement|articles?|avenants?)/iu;
const LABELS =
  /^ (?:n ?[°º]s? ?)?(?:\d(?:[\w./-]*\w)?|[A-Z])(?!\p{L})(?:(?:, ?| et | à )(?:\d(?:[\w./-]*\w)?|[A-Z])(?!\p{L}))*/u;

/** The buyer explains the term already: in brackets of several words, or by «c'est-à-dire». */
const EXPLAINED =
  /^(?:,? ?(?:c['’]est[- ]à[- ]dire|autrement dit|à savoir|soit le |soit la |soit l['’])| ?\((?![^()\n]*\d)(?:c['’]est|le |la |les |l['’]|un |une |ce |on |qui |où )[^()\n]{8,}\))/u;

/** Brackets do not go inside brackets. */
function inBrackets(source: string, [start]: Span): boolean {
  const before = source.slice(Math.max(0, start - 200), start);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}

function plainTurns(source: string, jargon: readonly Jargon[], placement: Placement): readonly Edit[] {
  if (!hasTurn(source)) return [];
  const edits: Edit[] = [];
  const taken = new Uint8Array(source.length);
  for (const { span } of jargon) taken.fill(1, ...span);
  for (const { pattern, plain } of TURNS)
    for (const match of source.matchAll(pattern)) {
      const [at, end] = [match.index, match.index + match[0].length];
      if (taken.subarray(at, end).includes(1) || placement.quoted([at, end])) continue;
      if (DENIED_TURN.test(source.slice(Math.max(0, at - 8), at))) continue;
      taken.fill(1, at, end);
      const said = plain.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '');
      edits.push({ at, end, with: /^\p{Lu}/u.test(match[0]) ? capitalised(said) : said });
    }
  return edits;
}

/** «n’est pas susceptible d’être»: what is plain when affirmed is no French when denied. */
const DENIED_TURN = /(?<!\p{L})(?:(?:pas|plus|jamais|ni|non|sans|ne)[ \u00a0]|n['’])$/iu;

function apply(source: string, edits: readonly Edit[]): string {
  let text = '';
  let from = 0;
  for (const edit of [...edits].sort((a, b) => a.at - b.at || a.end - b.end)) {
    if (edit.at < from) continue;
    text += source.slice(from, edit.at) + edit.with;
    from = edit.end;
  }
  return text + source.slice(from);
}

/** Joints where one sentence becomes two with nothing lost, and how the second one then starts. */
const JOINTS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L}|\)|\d|€|%)\s?; (?=\p{L})/gu, '. '],
  [/,? étant (?:précisé|entendu) que /gu, '. À noter : '],
  [/, (?:et )?sinon,? /gu, '. Sinon, '],
  [/, (?:car|puisque) (?=\p{L})/gu, '. En effet, '],
  [/, (?:par conséquent|donc|en conséquence),? /gu, '. Donc '],
  [/, c['’]est pourquoi /gu, '. C’est pourquoi '],
  [/, (mais|et) (?=(?:il|elle|ils|elles|nous|vous|on|je|j['’]|c['’]est|merci|cela|ce dernier) ?)/gu, '. $1 '],
];
/** Words from which a sentence is long to read. */
const LONG = 18;

function cutLongSentences(line: string): string {
  if (wordCount(line) <= LONG) return line;
  let cut = line;
  for (const [joint, start] of JOINTS)
    cut = cut.replace(joint, (match, ...rest: unknown[]) => {
      const at = rest.find((part): part is number => typeof part === 'number') ?? 0;
      if (inBrackets(cut, [at, at])) return match;
      const first = rest[0];
      return start.replace('$1', typeof first === 'string' ? first : '');
    });
  return cut.replace(/([.!?] )(\p{Ll})/gu, (match, stop: string, letter: string, at: number) =>
    line.includes(match) || /\b(?:art|cf|ex|env|réf|tél|p|n)\. $/u.test(cut.slice(Math.max(0, at - 6), at + 2))
      ? match
      : stop + letter.toUpperCase(),
  );
}

const wordCount = (text: string) => text.split(/\s+/).length;

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
