import type { Retrieval } from '../retrieval/retrieve.ts';
import type { Decision } from './decide.ts';
import type { Remembered } from './memory.ts';

interface Looked {
  readonly retrieval: Retrieval;
  readonly decision: Decision;
}

/** Below this confidence a second reading of the question is worth its time. */
const DOUBT = 0.3;
/** A follow-up may lean on what was said before without a word that tells the rules so. */
const FOLLOW_UP_DOUBT = 0.45;

/** What the rules turned away, or gave to a human, is settled; what they hardly found, or found nothing for, is not. */
export function isDoubtful({ decision, retrieval }: Looked, before: Remembered | undefined): boolean {
  switch (decision.kind) {
    case 'handoff':
    case 'nothing':
      return false;
    case 'refuse':
      return decision.reason === 'no_source';
    default:
      return retrieval.confidence < (before?.question === undefined ? DOUBT : FOLLOW_UP_DOUBT);
  }
}

/** The second look is kept when it is surer, and an answer where the first had none; it never turns an answer away. */
export function isSurer(again: Looked, first: Looked): boolean {
  if (again.decision.kind === 'refuse' || again.decision.kind === 'nothing') return false;
  return again.retrieval.confidence > first.retrieval.confidence;
}
