import type { Token } from '../french/tokens.ts';
import type { Place } from './side.ts';

const CLAUSE_WORDS = new Set([
  'mais',
  'car',
  'donc',
  'puis',
  'sinon',
  'avec',
  'cependant',
  'toutefois',
  'tandis',
  'alors',
  'puisque',
  'inclus',
]);

/** «M. Alvarez», «art. 5»: the full stop ends no sentence. */
export const isAbbreviation = (before: Token | undefined, stop: Token): boolean =>
  stop.text === '.' &&
  before !== undefined &&
  stop.glued &&
  /^(?:m|mm|mr|dr|pr|art|bd|cf|tel|st|ste)$/.test(before.text);

/** «est donc interdit», «doit alors»: the word stands within its verb. */
const WITHIN = /^(?:est|sont|sera|seront|doit|doivent|faut|peut|peuvent|a|ont|c)$/;

export function placesOf(tokens: readonly Token[]): readonly Place[] {
  const places: Place[] = [];
  const around: (readonly [segment: number, clause: number])[] = [];
  let [segment, clause, sentence, last] = [0, 0, 0, 0];
  const next = (both: boolean) => {
    last++;
    segment = last;
    if (both) clause = last;
  };
  for (const [index, token] of tokens.entries()) {
    const after = tokens[index + 1];
    if (token.newLine) {
      sentence++;
      around.length = 0;
      next(true);
    }
    const aside = around.length > 0;
    if (token.text === '(' || token.text === '[') {
      around.push([segment, clause]);
      next(true);
    } else if (token.text === ')' || token.text === ']') {
      // What follows an aside goes on with the clause it stood in.
      [segment, clause] = around.pop() ?? [segment, clause];
    } else if (token.kind === 'sign') {
      const stop =
        /^[.!?;]$/.test(token.text) &&
        !isAbbreviation(tokens[index - 1], token) &&
        !(after?.glued === true && after.kind !== 'sign');
      if (stop && !aside) sentence++;
      // «prix : 40 points» is one saying.
      const tells = token.text === ':' && after?.kind === 'digits';
      if (stop || (token.text === ':' && !tells) || (token.text === ',' && after?.glued !== true)) next(true);
    } else if (CLAUSE_WORDS.has(token.text) && !WITHIN.test(tokens[index - 1]?.text ?? '')) next(true);
    else if (token.text === 'et' || token.text === 'ou') next(false);
    places.push({ segment, clause, sentence, aside: around.length > 0 || aside });
  }
  return places;
}
