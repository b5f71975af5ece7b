import { ANY, type Node, treeOf } from './syntax.ts';

/**
 * An upper bound of the steps that a pattern takes at one place of any text; infinite when nothing bounds them or when it
 * cannot be told. Every way through the pattern is counted that the characters to come do not exclude: of two words of
 * a list, those that begin alike.
 */
export function mostSteps(source: string, flags: string): number {
  const tree = treeOf(source, flags);
  const { steps } = tree === undefined ? ENDLESS : walk(tree, ANY);
  // Nothing times endlessly often is not a number.
  return Number.isNaN(steps) ? Infinity : steps;
}

/** Numbers are the most over all texts. */
interface Ways {
  /** In how many ways it can end, and in how many of them before a character that can follow. */
  readonly ends: number;
  readonly goOn: number;
  readonly steps: number;
  /** Steps before its first character is taken, which is all where none fits. */
  readonly tries: number;
}

const ENDLESS: Ways = { ends: Infinity, goOn: Infinity, steps: Infinity, tries: Infinity };

/** @param next the characters that can follow */
function walk(node: Node, next: bigint): Ways {
  switch (node.kind) {
    case 'char':
      return { ends: 1, goOn: 1, steps: node.tries, tries: node.tries };
    case 'look': {
      const { steps, tries } = walk(node.of, ANY);
      // Where what must come does not begin, it is not gone through.
      const gone = node.sees === 'ahead' && !isEmpty(node.of) ? tries : Math.max(steps, tries);
      return { ends: 1, goOn: 1, steps, tries: gone };
    }
    case 'repeat':
      return walkRepeated(node, next);
    case 'all':
      return walkAll(node.parts, next);
    case 'one':
      return walkOne(joined(node.options), next);
  }
}

function walkAll(parts: readonly Node[], next: bigint): Ways {
  let rest: Ways = { ends: 1, goOn: 1, steps: 0, tries: 0 };
  let follows = next;
  const all = parts.flatMap(flat);
  for (const [at, part] of [...all.entries()].reverse()) {
    const own = stopped(walk(part, follows), part, all, at);
    rest = {
      ends: own.goOn * rest.ends,
      goOn: own.goOn * rest.goOn,
      steps: own.steps + own.ends * rest.tries + own.goOn * rest.steps,
      tries: own.tries + (isEmpty(part) ? rest.tries : 0),
    };
    follows = before(part, follows);
  }
  return rest;
}

/** «[a-z]{1,30}aine d» ends where the letters do, less four: in one way, though all of them are tried. */
function stopped(own: Ways, part: Node, all: readonly Node[], at: number): Ways {
  const letter = part.kind === 'repeat' ? onlyLetter(part.of) : undefined;
  if (letter === undefined) return own;
  for (let after = at + 1; ; after += 1) {
    const follower = all[after];
    if (follower?.kind !== 'char') return own;
    if ((follower.set & letter) === 0n) return { ...own, goOn: 1, steps: own.steps + own.ends * (after - at) };
  }
}

function walkOne(options: readonly Node[], next: bigint): Ways {
  const all = options.map((option) => ({
    ...walk(option, next),
    starts: before(option, next),
    empty: isEmpty(option),
  }));
  const tries = all.reduce((sum, one) => sum + one.tries, 0);
  let most: Ways = { ends: 1, goOn: 0, steps: tries, tries };
  for (const letters of parted(all.map(({ starts }) => starts))) {
    const met = all.filter(({ starts }) => (starts & letters) !== 0n);
    const sum = (read: (ways: Ways) => number) => met.reduce((total, one) => total + read(one), 0);
    const ends = sum((ways) => ways.ends) + all.filter((one) => one.empty && !met.includes(one)).length;
    most = {
      ends: Math.max(most.ends, ends),
      goOn: Math.max(
        most.goOn,
        sum((ways) => ways.goOn),
      ),
      steps: Math.max(most.steps, tries + sum((ways) => ways.steps - ways.tries)),
      tries,
    };
  }
  return most;
}

/** What is repeated more often than this, but for one character, is not counted. */
const MOST_REPEATED = 30;
const NOTHING: Node = { kind: 'all', parts: [] };

function walkRepeated({ of, min, max }: Node & { kind: 'repeat' }, next: bigint): Ways {
  const letter = onlyLetter(of);
  if (letter !== undefined) {
    const ends = max - min + 1;
    return { ends, goOn: (letter & next) === 0n ? 1 : ends, steps: max, tries: 1 };
  }
  if (max > MOST_REPEATED) return ENDLESS;
  let times = NOTHING;
  for (let more = min; more < max; more += 1)
    times = { kind: 'one', options: [{ kind: 'all', parts: [of, times] }, NOTHING] };
  return walkAll([...Array.from({ length: min }, () => of), times], next);
}

function onlyLetter(node: Node): bigint | undefined {
  if (node.kind === 'char') return node.set;
  const inside = node.kind === 'one' ? node.options : node.kind === 'all' ? node.parts : [];
  const [only] = inside;
  return inside.length === 1 && only !== undefined ? onlyLetter(only) : undefined;
}

function isEmpty(node: Node): boolean {
  switch (node.kind) {
    case 'char':
      return false;
    case 'look':
      return true;
    case 'repeat':
      return node.min === 0 || isEmpty(node.of);
    case 'all':
      return node.parts.every(isEmpty);
    case 'one':
      return node.options.some(isEmpty);
  }
}

/** The characters that can stand where `node` begins, when one of `next` can follow it. */
function before(node: Node, next: bigint): bigint {
  switch (node.kind) {
    case 'char':
      return node.set;
    case 'look': {
      const letter = node.sees === 'not ahead' ? onlyLetter(node.of) : undefined;
      if (letter !== undefined) return next & ~letter;
      return node.sees === 'ahead' ? next & before(node.of, ANY) : next;
    }
    case 'repeat':
      return before(node.of, isEmpty(node.of) ? ANY : 0n) | (node.min === 0 ? next : 0n);
    case 'all':
      return node.parts.reduceRight((follows, part) => before(part, follows), next);
    case 'one':
      return node.options.reduce((all, option) => all | before(option, next), 0n);
  }
}

const joinedOnce = new WeakMap<readonly Node[], readonly Node[]>();

/** Options that begin with the same character as one that begins with it, tried as often as there were options. */
function joined(options: readonly Node[]): readonly Node[] {
  const kept = joinedOnce.get(options);
  if (kept !== undefined) return kept;
  const begun = new Map<bigint, { tries: number; rests: Node[] }>();
  const others: Node[] = [];
  for (const option of options) {
    const [first, ...rest] = flat(option);
    if (first?.kind !== 'char') others.push({ kind: 'all', parts: first === undefined ? [] : [first, ...rest] });
    else {
      const same = begun.get(first.set) ?? { tries: 0, rests: [] };
      begun.set(first.set, { tries: same.tries + first.tries, rests: [...same.rests, { kind: 'all', parts: rest }] });
    }
  }
  const all: readonly Node[] = [
    ...others,
    ...[...begun].map(
      ([set, { tries, rests }]): Node => ({
        kind: 'all',
        parts: [
          { kind: 'char', set, tries },
          ...(rests.length === 1 ? rests : [{ kind: 'one' as const, options: rests }]),
        ],
      }),
    ),
  ];
  joinedOnce.set(options, all);
  return all;
}

/** The parts of a part, as far as nothing is to be chosen. */
function flat(node: Node): readonly Node[] {
  if (node.kind === 'all') return node.parts.flatMap(flat);
  const [only] = node.kind === 'one' ? node.options : [];
  return node.kind === 'one' && node.options.length === 1 && only !== undefined ? flat(only) : [node];
}

/** The smallest sets that tell these apart. */
function parted(sets: readonly bigint[]): readonly bigint[] {
  let parts: readonly bigint[] = [ANY];
  for (const set of new Set(sets))
    parts = parts.flatMap((part) => [part & set, part & ~set]).filter((part) => part !== 0n);
  return parts;
}
