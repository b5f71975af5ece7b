import type { FactName, FactValue, Situation } from './facts.ts';
import type { Ask, Done } from './goal.ts';

/** A fact that would change what is concluded, and what each of its values would give. */
export interface Decision {
  readonly missing: readonly Ask[];
  /** Every case of the missing facts, with what it gives. */
  readonly cases: readonly { readonly situation: Situation; readonly done: Done }[];
}

/** So many cases are tried at most: beyond, a fact is taken to decide, and cases are told from all over the others. */
const MOST_TRIES = 600;

/**
 * Which of the facts not given really decide: one does when, all else equal, two of its values conclude otherwise. An
 * engine calls a fact missing as soon as a rule names it, were every value of it to give the same.
 */
export function decide(
  given: Situation,
  asks: readonly Ask[],
  work: (situation: Situation) => Done,
  conclusion: (done: Done) => unknown,
): Decision {
  const { missing, workOnce } = tryFacts(given, asks, work, conclusion);
  const cases = [
    ...spreadOf(
      asks.map((ask) => (missing.includes(ask) ? ask.tries : ask.tries.slice(0, 1))),
      MOST_TRIES,
    ),
  ].map((values) => ({ situation: fill(given, asks, values), done: workOnce(values).done }));
  return { missing, cases };
}

/** The same without its cases, for whoever asks one question at a time: as soon as a fact is seen to decide, it is left. */
export function tryFacts<D>(
  given: Situation,
  asks: readonly Ask[],
  work: (situation: Situation) => D,
  conclusion: (done: D) => unknown,
) {
  const known = new Map<string, { done: D; concluded: string }>();
  const workOnce = (values: readonly FactValue[]) => {
    const key = JSON.stringify(values);
    const before = known.get(key);
    if (before !== undefined) return before;
    const done = work(fill(given, asks, values));
    const result = { done, concluded: JSON.stringify(conclusion(done)) };
    known.set(key, result);
    return result;
  };
  const decides = ({ tries }: Ask, index: number): boolean => {
    const others = asks.filter((_, other) => other !== index);
    for (const rest of combinations(others)) {
      if (known.size > MOST_TRIES) return true;
      const at = (value: FactValue) => workOnce([...rest.slice(0, index), value, ...rest.slice(index)]).concluded;
      const [first, ...more] = tries.map((value) => () => at(value));
      const concluded = first?.();
      if (more.some((next) => next() !== concluded)) return true;
    }
    return false;
  };
  return { missing: asks.filter((ask, index) => decides(ask, index)), workOnce };
}

function fill(given: Situation, asks: readonly Ask[], values: readonly FactValue[]): Situation {
  const added = asks.map(({ fact }, index): [FactName, FactValue] => [fact, values[index] ?? null]);
  return new Map([...given, ...added]);
}

function combinations(asks: readonly Ask[]): Iterable<readonly FactValue[]> {
  return combinationsOf(asks.map(({ tries }) => tries));
}

/**
 * One value of each list, in every way; of more ways than `most`, so many of them, each value of each list as often as the
 * others: the step shares no factor with any list's length. The first ones alone would stand on one side of a threshold.
 */
export function* spreadOf(tries: readonly (readonly FactValue[])[], most: number): Generator<readonly FactValue[]> {
  const all = tries.reduce((ways, { length }) => ways * length, 1);
  if (all <= most) return yield* combinationsOf(tries);
  let step = Math.floor(all / most);
  while (tries.some(({ length }) => sharesFactor(step, length))) step += 1;
  for (let taken = 0; taken < most; taken += 1) {
    let left = (taken * step) % all;
    yield tries.map((values) => {
      const value = values[left % values.length] ?? null;
      left = Math.floor(left / values.length);
      return value;
    });
  }
}

const sharesFactor = (one: number, other: number): boolean =>
  other === 0 ? one > 1 : sharesFactor(other, one % other);

/** One value of each list, in every way. */
export function* combinationsOf(tries: readonly (readonly FactValue[])[]): Generator<readonly FactValue[]> {
  const [first, ...rest] = tries;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const value of first) for (const more of combinationsOf(rest)) yield [value, ...more];
}
