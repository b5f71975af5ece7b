import type { Masker } from './finding.ts';

/** Hides personal and identifying data in what is sent to an endpoint, and puts it back in what comes from it. */
export interface Masking {
  hide(text: string): string;
  /** Marks that stand for nothing known are left as they are. */
  show(text: string): string;
}

/** For an endpoint declared internal: nothing leaves the organisation, nothing is hidden. */
export const NO_MASKING: Masking = { hide: (text) => text, show: (text) => text };

/** Nobody types these brackets: a mark in a text is ours. */
const MARK = /⟦(\d+)⟧/g;

/**
 * One for one call: the same thing has the same mark in all the texts of the call. The hand-over's own finder decides what is
 * hidden; amounts stay, since the question turns on them.
 */
export function createMasking(masker: Masker): Masking {
  const numbers = new Map<string, number>();
  const hidden: string[] = [];
  return {
    hide: (text) => {
      const bare = text.replace(/[⟦⟧]/g, '');
      let out = '';
      let past = 0;
      for (const { span, text: found, key } of masker.find(bare)) {
        if (span[0] < past) continue;
        const known = `${key}|${found}`;
        const number = numbers.get(known) ?? hidden.push(found);
        numbers.set(known, number);
        out += `${bare.slice(past, span[0])}⟦${number}⟧`;
        past = span[1];
      }
      return out + bare.slice(past);
    },
    show: (text) => text.replace(MARK, (mark, number: string) => hidden[Number(number) - 1] ?? mark),
  };
}
