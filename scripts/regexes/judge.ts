import { check, type Diagnostics } from 'recheck';
import { alternatives, opened } from './pieces.ts';
import { mostSteps } from './steps.ts';
import { PARAMETERS, type Pattern } from './verdicts.ts';

export interface Fault {
  /** `exponential`, `2nd degree polynomial`…, or why nothing is known. */
  readonly says: string;
  /** The alternative of the pattern that is at fault. */
  readonly piece: string;
  /** A text that it hangs on, as an expression of JavaScript; undefined when nothing is known. */
  readonly attack: string | undefined;
}

/** Of steps at one place of a text, and of steps of a pattern that is tried at the beginning only. */
const MOST_STEPS = 10_000;
const MOST_ONCE = 5_000_000;
/** Patterns of this length are analysed whole in some hundredths of a second; far longer ones never end. */
const SHORT_ENOUGH = 90;
/** More than this are not worth the hours: the pattern is too long to be judged. */
const MOST_PIECES = 20_000;

/**
 * Undefined when the pattern takes time in proportion to its text: its steps at one place are few whatever the text, or those
 * of each of its alternatives are, or the analyser finds no text that it hangs on.
 */
export async function faultOf({ source, flags }: Pattern): Promise<Fault | undefined> {
  const waiting = [source];
  const seen = new Set(waiting);
  for (let piece = waiting.pop(); piece !== undefined; piece = waiting.pop()) {
    if (isShort(piece, flags)) continue;
    const parts = piece.length > SHORT_ENOUGH ? opened(piece) : undefined;
    if (parts === undefined) {
      const found = await check(piece, flags, PARAMETERS);
      if (found.status !== 'safe') return { piece, ...saying(found) };
    }
    const fresh = parts?.filter((part) => !seen.has(part)) ?? [];
    for (const part of fresh) seen.add(part);
    if (seen.size > MOST_PIECES) return { piece, says: 'unknown: too many alternatives', attack: undefined };
    waiting.push(...fresh);
  }
  return undefined;
}

function isShort(source: string, flags: string): boolean {
  const once = source.startsWith('^') && !flags.includes('m') && alternatives(source).length === 1;
  return mostSteps(source, flags) <= (once ? MOST_ONCE : MOST_STEPS);
}

function saying(found: Exclude<Diagnostics, { status: 'safe' }>): Pick<Fault, 'says' | 'attack'> {
  return found.status === 'vulnerable'
    ? { says: found.complexity.summary, attack: found.attack.pattern }
    : { says: `unknown: ${found.error.kind}`, attack: undefined };
}
