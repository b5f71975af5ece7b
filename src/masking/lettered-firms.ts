import type { Sighting } from './finding.ts';
import { foldedName } from './names.ts';
import type { Source, Token } from './source.ts';
import type { Words } from './word-lists.ts';

/** «g.m.s. propreté»: letters with points and a trade; no acronym of the trade («c.c.t.p.»), nor a person's initials («A. Charpente»). */
export function findLetteredFirms({ tokens }: Source, words: Words): readonly Sighting[] {
  return tokens.flatMap((token, at): readonly Sighting[] => {
    const next = pastLetters(tokens, at);
    const trade = tokens[next];
    if (next - at < 2 || tokens[at - 1]?.raw.length === 1) return [];
    if (trade?.gap !== '. ' || !words.firmEnds.has(trade.fold) || (trade.capital && !token.capital)) return [];
    const letters = foldedName(tokens, at, next).replace(/ /g, '');
    const known = [words.known, words.contracts, words.bodies, words.brands].some(({ byWords }) =>
      byWords.has(letters),
    );
    if (known || words.common.has(letters) || words.legalForms.has(letters)) return [];
    const name = foldedName(tokens, at, next + 1);
    return [{ kind: 'supplier', start: token.start, end: trade.end, name, confidence: 0.7 }];
  });
}

function pastLetters(tokens: readonly Token[], at: number): number {
  let next = at;
  while (next - at < 6 && /^[a-z]$/i.test(tokens[next]?.raw ?? '') && (next === at || tokens[next]?.gap === '.'))
    next++;
  return next;
}
