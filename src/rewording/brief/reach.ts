/** Where a saying that starts at a cue comes to its end: punctuation, or words that open another idea. */
const END =
  /[,;:!?()\n]|[.](?=\s|$)| [-–—] | (?=(?:et|puis|mais|car|donc|parce|puisque?|sachant|alors|sinon|sauf si|si|quand|comme|du coup|par contre|ainsi que|avec|pour (?:un montant|un budget|environ|\d)|budget|enveloppe|livraison|merci|svp|stp|s'il)\b(?! (?:un|une) (?:bonne|bon)\b))/g;
/** «et» between two nouns belongs to the saying. */
const GOES_ON =
  /^et (?!(?:il|elle|on|nous|je|j'|ils|elles|c'est|ca|faut|que|qu'|si|par ailleurs|aussi|un prestataire|une prestation|garantie|livraison|pose|maintenance|formation|installation|montage|reprise|sans|sav|conformes?|compatibles?)\b)/;

/** «marcher avec nos PC»: the verb needs its complement. */
const WORKS_WITH =
  /(?:march\w{1,20}|caus\w{1,20}|parl\w{1,20}|discut\w{1,20}|echang\w{1,20}|s'entend\w{1,20}|fonctionn\w{1,20}|dialogu\w{1,20}|communiqu\w{1,20}|compatibles?|lien|relation|interfac\w{1,20}) avec $/;

/** End of the saying that starts at `start`; `through` is a position it holds at least up to, `most` its greatest length. */
export function reachEnd(folded: string, start: number, through: number, most = 90, joins = true): number {
  END.lastIndex = through;
  for (let match = END.exec(folded); match !== null; match = END.exec(folded)) {
    if (match.index - start > most) break;
    if (match[0] === ',' && /\d/.test(folded.charAt(match.index + 1)) && /\d/.test(folded.charAt(match.index - 1)))
      continue;
    if (match[0] === ' ' && joins && GOES_ON.test(folded.slice(match.index + 1, match.index + 24))) continue;
    if (match[0] === ' ' && match.index <= through) continue;
    if (match[0] === ' ' && WORKS_WITH.test(folded.slice(Math.max(0, match.index - 16), match.index + 6))) continue;
    return match.index;
  }
  if (folded.length - start <= most) return folded.length;
  const cut = folded.lastIndexOf(' ', start + most);
  return Math.max(cut, through);
}

/** Start of the clause that holds `at`. */
export function clauseStart(folded: string, at: number, most = 160): number {
  const floor = Math.max(0, at - most);
  const before = folded.slice(floor, at);
  let start = 0;
  for (const match of before.matchAll(
    /[,;:!?()\n]|[.]\s| [-–—] | (?:et|mais|car|donc|parce que|parce qu'|puisque|sachant que) (?=(?:il|elle|on|nous|je|j'|c'est|ca|le|la|les|notre|nos|l')\b)/g,
  )) {
    start = match.index + match[0].length;
  }
  return floor + start;
}
