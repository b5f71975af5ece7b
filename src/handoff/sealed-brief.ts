import { applyMasks, keptFindings, maskedStrings } from '../masking/apply.ts';
import type { MaskChoices, Masker, MaskFinding, MaskRequest } from '../masking/finding.ts';
import type { Language } from '../vocabulary/people.ts';
import type { SealedBrief } from './case.ts';

export interface BriefParts {
  readonly question: string;
  readonly answered: string | undefined;
  readonly need: string | undefined;
  readonly competences: readonly string[];
  readonly language: Language;
}

type Part = 'question' | 'answered' | 'need';

export interface DraftedBrief {
  readonly brief: SealedBrief;
  /** What was found in each text, spans in that text as it came; those lifted too, so that they can be masked again. */
  readonly findings: Readonly<Record<Part, readonly MaskFinding[]>>;
  /** What must not leave, in the brief nor later: goes into the case's `consented` event and to `createSeal`. */
  readonly masked: readonly string[];
}

const PARTS: readonly Part[] = ['question', 'answered', 'need'];
/** Between the texts: no name or address reaches over it. */
const BETWEEN = '\n\n\n';

/**
 * The brief as it would leave, for the requester to see and change first. The three texts are read as one, so that a person
 * has the same number in all of them. Pure; never throws.
 */
export function draftBrief(
  parts: BriefParts,
  masker: Masker,
  choices: MaskChoices,
  request: MaskRequest = {},
): DraftedBrief {
  const texts = PARTS.map((part) => parts[part] ?? '');
  const answeredAt = (texts[0]?.length ?? 0) + BETWEEN.length;
  const answered = [answeredAt, answeredAt + (texts[1]?.length ?? 0)] as const;
  const found = masker.find(texts.join(BETWEEN), { language: parts.language, answered, ...request });
  const findings: Record<Part, readonly MaskFinding[]> = { question: [], answered: [], need: [] };
  const sealed: Record<Part, string> = { question: '', answered: '', need: '' };
  let offset = 0;
  for (const [index, part] of PARTS.entries()) {
    const text = texts[index] ?? '';
    const end = offset + text.length;
    findings[part] = found
      // Only a text that could not be read reaches over several: each of them is hidden then.
      .filter(({ span }) => span[0] < end && span[1] > offset)
      .map((finding) => ({
        ...finding,
        span: [Math.max(finding.span[0] - offset, 0), Math.min(finding.span[1], end) - offset],
      }));
    offset = end + BETWEEN.length;
  }
  // Lifting in one text lifts in all: the choice is about a name, not a place.
  const kept = keptFindings(found, choices);
  const keys = new Set(kept.map(({ key }) => key));
  for (const [index, part] of PARTS.entries()) {
    const here = findings[part].filter(({ key }) => keys.has(key));
    sealed[part] = applyMasks(texts[index] ?? '', here, { ...choices, lifted: [] }).text;
  }
  return {
    brief: {
      question: sealed.question,
      answered: parts.answered === undefined ? undefined : sealed.answered,
      need: parts.need === undefined ? undefined : sealed.need,
      competences: parts.competences,
      language: parts.language,
    },
    findings,
    masked: maskedStrings(kept, choices),
  };
}
