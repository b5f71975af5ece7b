import { setImmediate } from 'node:timers/promises';

/** A long work that says, by each `yield`, where others may be answered. */
export type Sliced<T> = Generator<undefined, T>;

/** The whole of it, at once. */
export function atOnce<T>(work: Sliced<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** A request that came meanwhile is accepted, read, looked up and answered each in a turn of its own: not a slice between each two. */
const TURNS = 5;

/** A slice at a time, others before the first of them too. */
export async function inSlices<T>(work: Sliced<T>): Promise<T> {
  for (;;) {
    for (let turn = 0; turn < TURNS; turn++) await setImmediate();
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** What is made once: by whoever asks for it first, or before, in slices. */
export interface Made<T> {
  /** Where it is being made, it is finished at once. @throws as the work */
  (): T;
  /** @throws as the work */
  ahead(): Promise<T>;
}

/** @param begin a work that threw is begun anew by whoever asks next */
export function madeOnce<T>(begin: () => Sliced<T>): Made<T> {
  let work: Sliced<T> | undefined;
  let made: { readonly value: T } | undefined;
  // The next slice may be one that somebody who asked meanwhile has made.
  function* rest(): Sliced<T> {
    while (made === undefined) {
      work ??= begin();
      try {
        const step = work.next();
        if (step.done === true) made = { value: step.value };
      } catch (error) {
        work = undefined;
        throw error;
      }
      if (made === undefined) yield;
    }
    return made.value;
  }
  return Object.assign(() => atOnce(rest()), { ahead: () => inSlices(rest()) });
}
