/** The least part of a message that says something of its own, in folded positions. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  /** What stands before it: a stop or a line end, or a comma, a colon or a joining word within the sentence. */
  readonly after: 'start' | 'line' | 'stop' | 'comma' | 'colon' | 'join';
  /** Stands on a line that a dash or a number opens. */
  readonly item: boolean;
  readonly question: boolean;
  /** A colon or a line of a list follows. */
  readonly leads: boolean;
}

/** Ends of a clause, in folded text: the order is that in which they are tried. */
const END =
  /(?<line>[ \t]{0,9}\n\s*)|(?<stop>(?<!\b(?:env|art|mr|mme|mm|m|dr|pr|st|ste|av|bd|tel|ref|max|min|ex|etc|cf|no|n|approx|lun|vend|ven|sam|janv|fevr|sept|oct|nov|dec|juil))\.\s+|[!?…;]{1,8}\s{1,9}|[.!?]{2,8}\s{1,9})|(?<colon> ?: ?)|(?<comma>, ?)|(?<join> (?=(?:mais|donc|car|sinon|par contre|en revanche|sachant que|afin que|et (?:il|elle|on|je|tu|nous|vous|ils|elles|j'|que|qui|ne|si|dites|envoyez|merci|pas|surtout)) )| [–—-] +)/g;

/** A dash, a star, a number or a letter that opens the item of a list. */
const BULLET = /^(?:[-–—*•·>]+|\d{1,2} ?[.)°]|[a-h] ?\)|\d{1,2} ?-) */;
/** «Budget :», «Date de livraison :»: the name of what follows, and one with it. */
const NAME = /^(?:[^\s]+ ){0,3}[^\s]+$/;
/** Characters within which a bracket closes. */
const ASIDE = 160;

/** The clauses of a folded text, in order and without gaps but for what parts them. */
export function splitClauses(folded: string): readonly Clause[] {
  const out: Clause[] = [];
  let from = 0;
  let after: Clause['after'] = 'start';
  let item = false;
  let asideEnd = -1;
  const close = (end: number, mark: string): boolean => {
    let start = from;
    let stop = end;
    while (start < stop && /\s/.test(folded.charAt(start))) start += 1;
    while (stop > start && /\s/.test(folded.charAt(stop - 1))) stop -= 1;
    if (after === 'line' || after === 'start') {
      const bullet = BULLET.exec(folded.slice(start, Math.min(stop, start + 8)));
      item = bullet !== null && bullet[0].length < stop - start;
      if (bullet !== null && item) start += bullet[0].length;
    }
    if (!/[a-z0-9]/.test(folded.slice(start, stop))) return false;
    const question = mark.includes('?') || folded.charAt(stop - 1) === '?';
    out.push({ start, end: stop, after, item, question, leads: mark.includes(':') });
    return true;
  };
  for (const match of folded.matchAll(END)) {
    const { line, stop, colon, comma } = match.groups ?? {};
    const at = match.index;
    const next = at + match[0].length;
    if (line === undefined && stop === undefined) {
      if (at < asideEnd || isWithinNumber(folded, at, next)) continue;
      const opened = folded.lastIndexOf('(', at);
      if (opened >= from && folded.indexOf(')', opened) > at) {
        const closed = folded.indexOf(')', opened);
        if (closed - opened < ASIDE) {
          asideEnd = closed;
          continue;
        }
      }
      if (
        colon !== undefined &&
        NAME.test(folded.slice(from, at).trim()) &&
        !/^\s*\n|^\s*[-*•]/.test(folded.slice(next, next + 3))
      )
        continue;
    }
    const kind =
      line !== undefined
        ? 'line'
        : stop !== undefined
          ? 'stop'
          : colon !== undefined
            ? 'colon'
            : comma !== undefined
              ? 'comma'
              : 'join';
    const said = close(at, match[0]);
    from = next;
    if (said || kind === 'line' || kind === 'stop') after = kind;
  }
  close(folded.length, '');
  return out;
}

/** «1,10 m», «10:30», «https://». */
const isWithinNumber = (folded: string, at: number, next: number): boolean =>
  (next - at === 1 && /\d/.test(folded.charAt(at - 1)) && /\d/.test(folded.charAt(next))) ||
  folded.startsWith('://', at);

/** Whether a clause opens a sentence. */
export const opens = ({ after }: Clause): boolean => after === 'start' || after === 'line' || after === 'stop';
