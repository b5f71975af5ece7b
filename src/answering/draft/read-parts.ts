import type { Claim } from '../grounding/check-claim.ts';
import { type Chosen, readChosen, readClaim } from './answer-shape.ts';

interface PartsHeard {
  chosen(chosen: Chosen): void;
  /** Once something stands after it: what is last may still grow. */
  claim(claim: Claim): void;
}

export interface PartsReader {
  /** What was read so far: more each time. */
  read(part: unknown): void;
  /** All there is. False where it is not of the shape asked for. */
  end(whole: unknown): boolean;
}

/** Reads an answer while it grows: the choice once it is whole, then each claim. Anything malformed ends the reading. */
export function createPartsReader(heard: PartsHeard): PartsReader {
  let isChosen = false;
  let isBroken = false;
  let told = 0;
  const tell = (part: unknown, isWhole: boolean): void => {
    if (isBroken || typeof part !== 'object' || part === null) return;
    const keys = Object.keys(part);
    const isDone = (key: string) => isWhole || (keys.includes(key) && keys.at(-1) !== key);
    if (!isChosen) {
      if (!['choice', 'search', 'verdict'].every(isDone)) return;
      const chosen = readChosen(part);
      isBroken = chosen === undefined;
      if (chosen === undefined) return;
      isChosen = true;
      heard.chosen(chosen);
    }
    const claims: unknown = 'claims' in part ? part.claims : [];
    if (!Array.isArray(claims)) return;
    const whole = isDone('claims') ? claims.length : claims.length - 1;
    for (; told < whole && !isBroken; told++) {
      const claim = readClaim(claims[told]);
      if (claim === undefined) isBroken = true;
      else heard.claim(claim);
    }
  };
  return {
    read: (part) => tell(part, false),
    end: (whole) => {
      tell(whole, true);
      return isChosen && !isBroken;
    },
  };
}
