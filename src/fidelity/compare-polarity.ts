import type { Defect } from './port/defect.ts';

/**
 * Words on which the meaning of a sentence hangs, and the side each takes. «ne» alone takes none: speech drops it, and what
 * stands with it tells.
 */
const SIDES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    denies: 'pas jamais aucun aucune aucuns aucunes nul nulle rien ni guere non sans',
    except: 'sauf hors hormis excepte exceptee exceptes',
    more: 'plus davantage',
    less: 'moins',
    with: 'avec',
    only: 'seulement uniquement exclusivement',
    before: 'avant',
    after: 'apres',
    begins: 'commence commencent commencera debute debutera demarre demarrera',
    ends: 'finit finira termine terminera acheve expire expirera cesse',
  }).flatMap(([side, words]) => words.split(' ').map((word): [string, string] => [word, side])),
);
/** Articles, «ce», «c'» and the like: they change with what is said and say nothing themselves. */
const GLUE = new Set('le la les l un une des de du d ce c cela ca s y et est a en'.split(' '));
const MOST = 400;

/**
 * Two sentences of the same words but for those on which the meaning hangs: «c'est plus simple» and «ce n'est plus simple»,
 * «avec avance» and «sans avance». Undefined where other words differ: a free rewording is for the other comparisons.
 */
export function comparePolarity(
  source: readonly string[],
  target: readonly string[],
  said: { readonly source: string; readonly target: string },
): Defect | undefined {
  if (source.length > MOST || target.length > MOST) return undefined;
  const [here, there] = [read(source), read(target)];
  if (here.rest !== there.rest || here.sides === there.sides) return undefined;
  const lost = here.denials > there.denials || (here.denials === there.denials && here.denials > 0);
  return { kind: lost ? 'NEGATION_DROPPED' : 'INVENTED_FACT', ...said };
}

function read(words: readonly string[]) {
  const denied = words.some((word) => word === 'ne' || word === 'n');
  const sides: string[] = [];
  const rest: string[] = [];
  for (const word of words) {
    const side = SIDES.get(word);
    // «n'est plus» denies; «est plus» compares.
    if (side === 'more' && word === 'plus' && denied) sides.push('denies');
    // «ni l'un ni l'autre ne» is one denial.
    else if (side !== undefined && !(word === 'ni' && sides.includes('denies'))) sides.push(side);
    else if (side !== undefined) continue;
    else if (word !== 'ne' && word !== 'n' && !GLUE.has(word)) rest.push(word);
  }
  const only = denied && sides.length === 0 ? ['only'] : sides;
  return {
    rest: rest.toSorted().join(' '),
    sides: only.toSorted().join(' '),
    denials: only.filter((side) => side === 'denies').length,
  };
}
