import { createClaims } from '../../src/masking/claims.ts';
import { readAtoms, type WordAtoms } from '../../src/masking/learned/atoms.ts';
import { LEARNED_KINDS, type LearnedKind, labelOf, OUTSIDE } from '../../src/masking/learned/labels.ts';
import type { MaskingLists } from '../../src/masking/masking-lists.ts';
import { NOTHING_PUBLISHED } from '../../src/masking/published.ts';
import { claimByRules } from '../../src/masking/rules.ts';
import { readSource } from '../../src/masking/source.ts';
import { foldLists } from '../../src/masking/word-lists.ts';
import { atOnce } from '../../src/sliced.ts';
import type { Random } from '../random.ts';
import type { Example } from './fit.ts';
import type { Piece } from './labelled.ts';

/** Titles and forms on either side of a name are no part of it, whoever labelled them so. */
const AROUND = /^(?:mme|mr|m|mlle|me|dr|pr|monsieur|madame|maitre|sarl|sas|sasu|eurl|scop|societe|ste)$/;
/** «souffre d'⟨une hernie⟩»: the state alone is learnt. */
const LEADING = /^(?:est|a|fait|etait|etre|souffre|souffrait|d|de|un|une|en|suite|traitee?|se|deplace)$/;

type Read = (pieces: readonly Piece[], random: Random, blind: number) => Example;

/** A text as the tagger sees it, and its labels. `blind`: how often what the rules found of names is hidden, to do without. */
export function createExamples(lists: MaskingLists): Read {
  const words = atOnce(foldLists(lists));
  return (pieces, random, blind) => {
    const source = readSource(pieces.map(({ text }) => text).join(''));
    const claims = createClaims(source, words, NOTHING_PUBLISHED, {});
    claimByRules(source, words, claims);
    const atoms = readAtoms(source, words, claims.kept());
    const labels = new Uint8Array(source.tokens.length).fill(OUTSIDE);
    let past = 0;
    for (const { kind, text } of pieces) {
      const [from, next] = [source.tokenAt(source.flatAt(past)), source.tokenAt(source.flatAt(past + text.length))];
      past += text.length;
      if (!isLearned(kind)) continue;
      let first = from;
      const leads = kind === 'health' ? LEADING : AROUND;
      while (first < next - 1 && leads.test(source.tokens[first]?.fold ?? '')) first++;
      for (let at = first; at < next; at++) labels[at] = labelOf(kind, at === first);
    }
    return { atoms: random() < blind ? atoms.map(withoutRules) : atoms, labels };
  };
}

const isLearned = (kind: string | undefined): kind is LearnedKind => LEARNED_KINDS.some((one) => one === kind);

const withoutRules = ({ word, near, here }: WordAtoms): WordAtoms => ({
  word,
  near: near.filter((atom) => !/^(?:R[[\]]|S)/.test(atom)),
  here,
});
