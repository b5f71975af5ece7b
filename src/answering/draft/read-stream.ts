import { JSONParser } from '@streamparser/json';
import type { Claim } from '../grounding/check-claim.ts';
import { type Action, actionSchema, type Register, readClaim } from './answer-shape.ts';

export interface StreamEvents {
  action(action: Action): void;
  /** As soon as its last brace is read. */
  claim(register: Register, claim: Claim): void;
  /** All of a register has been read. */
  done(register: Register): void;
}

export interface StreamReader {
  write(piece: string): void;
  /** Whether a whole object of the right shape was read. */
  isWhole(): boolean;
}

const REGISTERS: readonly Register[] = ['service', 'achat'];
/** In characters: past this it is no answer. */
const LONGEST = 40_000;

/**
 * Reads a model's JSON while it comes. What stands before the first brace (a fence, a courtesy) and after the last is passed
 * over; anything malformed ends the reading, with what was read before it. Never throws.
 */
export function createStreamReader(events: StreamEvents): StreamReader {
  let state: 'before' | 'within' | 'whole' | 'broken' = 'before';
  let actionRead = false;
  let length = 0;
  const parser = new JSONParser({
    paths: ['$.action', ...REGISTERS.flatMap((register) => [`$.${register}.*`, `$.${register}`])],
    keepStack: true,
  });
  parser.onValue = ({ value, key, stack }) => {
    if (state !== 'within') return;
    if (stack.length === 1 && key === 'action') {
      const action = actionSchema.safeParse(value);
      if (!action.success) state = 'broken';
      else {
        actionRead = true;
        events.action(action.data);
      }
      return;
    }
    const register = REGISTERS.find((one) => (stack.length === 1 ? key === one : stack[1]?.key === one));
    if (register === undefined) return;
    if (stack.length === 1) {
      if (Array.isArray(value)) events.done(register);
      else state = 'broken';
      return;
    }
    const claim = readClaim(value);
    if (claim === undefined || !actionRead) state = 'broken';
    else events.claim(register, claim);
  };
  parser.onEnd = () => {
    if (state === 'within') state = actionRead ? 'whole' : 'broken';
  };
  parser.onError = () => {
    state = 'broken';
  };
  return {
    write: (piece) => {
      length += piece.length;
      if (state === 'whole' || state === 'broken') return;
      if (length > LONGEST) {
        state = 'broken';
        return;
      }
      const from = state === 'before' ? piece.indexOf('{') : 0;
      if (from < 0) return;
      state = 'within';
      // One character at a time past the end would be an error of the text after it, not of the object.
      parser.write(piece.slice(from));
    },
    isWhole: () => state === 'whole',
  };
}
