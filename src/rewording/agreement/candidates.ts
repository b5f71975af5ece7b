import { fold } from '../../french/words.ts';
import type { Role } from '../../vocabulary/people.ts';

/** A wording that people of one side prefer for some words: the coordinator takes it into the lexicon, or not. */
export interface LexiconCandidate {
  /** Undefined when the words are of no concept of the lexicon yet. */
  readonly concept: string | undefined;
  /** As first written. */
  readonly words: string;
  readonly wording: string;
  /** Whose wording it is. */
  readonly by: Role;
  /** Where it was asked for, the oldest first, each once. */
  readonly agreements: readonly [string, ...string[]];
  readonly firstAt: string;
  readonly lastAt: string;
}

export interface CorrectedTerm {
  readonly agreement: string;
  readonly at: string;
  readonly by: Role;
  readonly words: string;
  readonly concept?: string;
  readonly wording: string;
}

/**
 * One candidate for each concept (or words), side and wording, case and accents aside: those most agreements ask for first.
 * `corrected` is oldest first; of one person's wordings for the same words in one agreement, the last counts.
 */
export function gatherCandidates(corrected: readonly CorrectedTerm[]): readonly LexiconCandidate[] {
  const last = new Map(corrected.map((term) => [JSON.stringify([term.agreement, term.by, term.words]), term]));
  const candidates = new Map<string, LexiconCandidate>();
  for (const { agreement, at, by, words, concept, wording } of last.values()) {
    const key = JSON.stringify([concept ?? null, concept === undefined ? fold(words) : '', by, fold(wording)]);
    const known = candidates.get(key);
    candidates.set(
      key,
      known === undefined
        ? { concept, words, wording, by, agreements: [agreement], firstAt: at, lastAt: at }
        : { ...known, agreements: withOne(known.agreements, agreement), lastAt: at },
    );
  }
  return [...candidates.values()].sort((a, b) => b.agreements.length - a.agreements.length);
}

function withOne(ids: readonly [string, ...string[]], id: string): readonly [string, ...string[]] {
  return ids.includes(id) ? ids : [...ids, id];
}
