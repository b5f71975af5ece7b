import { createHash } from 'node:crypto';
import { sentencesOf } from '../french/sentences.ts';

/** Characters of a fingerprint that are kept: 72 bits, far beyond what a code has sentences. */
const KEPT = 12;

/** The sentences of an official text, spaces and quotes made alike, so that no two sources differ by them alone. */
export function officialSentences(text: string): readonly string[] {
  const plain = text
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/[’ʼ]/g, "'");
  return sentencesOf(plain).map(([start, end]) => plain.slice(start, end));
}

/** A sentence, or a text by its sentences, told from any other without being kept. */
export function printOf(said: string | readonly string[]): string {
  const text = typeof said === 'string' ? said : said.join('\n');
  return createHash('sha256').update(text).digest('base64url').slice(0, KEPT);
}

export interface SentenceDiff {
  /** Sentences that stand there no more, in their order. */
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** @param before undefined where the former text is not at hand: then what is new is told by the prints alone */
export function diffSentences(before: readonly string[], after: readonly string[]): SentenceDiff {
  return { removed: without(before, after), added: without(after, before) };
}

/** Those of a list that another lacks; one said twice and kept once is lacking once. */
function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const one of other) left.set(one, (left.get(one) ?? 0) + 1);
  return list.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
}
