import { atOnce, type Sliced } from '../sliced.ts';
import { findAmounts } from './amounts.ts';
import { createClaims } from './claims.ts';
import type { Masker, MaskFinding, MaskRequest } from './finding.ts';
import { labelSightings } from './label.ts';
import { claimLearned } from './learned/claim-learned.ts';
import { createTagger } from './learned/tagger.ts';
import type { MaskingLists } from './masking-lists.ts';
import { NOTHING_PUBLISHED } from './published.ts';
import { claimByRules, claimWhatFollows } from './rules.ts';
import { readSource } from './source.ts';
import { foldLists } from './word-lists.ts';

/**
 * Finds personal and identifying data in French text: by rules and lists, then by what was learnt from labelled texts, where
 * the lists hold it. Findings are sorted and never overlap; spans are UTF-16 offsets and `text.slice(...span)` is the finding's
 * text. Never throws; linear in the text.
 */
export function createMasker(lists: MaskingLists, published = NOTHING_PUBLISHED): Masker {
  return atOnce(createMaskerSliced(lists, published));
}

/** The same, a little at a time: there are tens of thousands of names. */
export function* createMaskerSliced(lists: MaskingLists, published = NOTHING_PUBLISHED): Sliced<Masker> {
  const words = yield* foldLists(lists);
  const tagger = lists.learned === undefined ? undefined : createTagger(lists.learned);
  const find = (text: string, request: MaskRequest = {}): readonly MaskFinding[] => {
    const source = readSource(text);
    const claims = createClaims(source, words, published, request);
    claimByRules(source, words, claims);
    if (tagger !== undefined && claimLearned(source, words, claims, tagger)) claimWhatFollows(source, words, claims);
    const findings = labelSightings(source, claims.kept(), words, request);
    return request.amounts === true ? withAmounts(text, findings, request) : findings;
  };
  return { find };
}

function withAmounts(text: string, findings: readonly MaskFinding[], request: MaskRequest): readonly MaskFinding[] {
  const amounts = findAmounts(text, request.language).filter(
    ({ span: [start, end] }) => !findings.some(({ span }) => span[0] < end && start < span[1]),
  );
  return [...findings, ...amounts].sort((a, b) => a.span[0] - b.span[0]);
}
