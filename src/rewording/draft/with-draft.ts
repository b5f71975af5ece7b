import { checkFidelity } from '../../fidelity/check-fidelity.ts';
import { frenchTypography } from '../../french/typography.ts';
import type { Masking } from '../../masking/model-masking.ts';
import type { Complete, ModelFault } from '../../model/complete.ts';
import { type Deadline, startDeadline } from '../../model/deadline.ts';
import type { ModelMetrics, Wording } from '../../model/model-metrics.ts';
import { createMark, type PromptText, renderData, renderPrompt } from '../../model/prompts.ts';
import { createLeakCheck } from '../../model/shape-holds.ts';
import { err, ok, type Result } from '../../result.ts';
import type { Direction } from '../../vocabulary/rewording.ts';
import { LONGEST_REWORDING_MS, withinTime } from '../../within-time.ts';
import { amendForm } from '../form/amend-form.ts';
import type { Rewording } from '../port/rewording.ts';
import type { Reworder } from '../reword.ts';
import { DRAFT_SHAPE, type Draft, readDraft } from './draft-shape.ts';
import { withSlots } from './proposed-slots.ts';
import { missingTerms, requiredTerms } from './terminology.ts';

export interface DraftParts {
  readonly complete: Complete;
  readonly metrics: ModelMetrics;
  readonly prompts: Readonly<Record<Direction, PromptText>>;
  readonly masking: () => Masking;
  readonly organisation: string;
  readonly deadlineMs: number;
}

/** In characters: a longer text is reworded by rule alone. */
const LONGEST = 6_000;
const MAX_TOKENS = 2_000;
/** One repair: a model that fails twice on its own defects will not mend them. */
const ROUNDS = 2;

/**
 * The same reworder with a model's wording in front: shown only when the fidelity guard finds nothing lost, changed or
 * invented and the terms that matter stand in it; what the guard finds is sent back once; else the rule-made text stands, and
 * always when the model is down, slow or wrong. Needs, terms, findings and questions stay those of the rules.
 */
export function withDraft(reworder: Reworder, parts: DraftParts): Reworder {
  return {
    ...reworder,
    reword: async (source, direction, language) => {
      const plain = await reworder.reword(source, direction, language);
      if (source.trim() === '' || source.length > LONGEST) return plain;
      const deadline = startDeadline(parts.deadlineMs, undefined);
      const drafted = await draftText(plain, parts, deadline);
      deadline.end();
      parts.metrics.finished('reword', drafted.ok ? 'worded' : drafted.error);
      if (!drafted.ok) return plain;
      const { draft, text } = drafted.value;
      const worded = { ...plain, text, fidelity: { faithful: true, defects: [] }, wordedBy: 'model' as const };
      if (worded.direction === 'to_prescriber') return { ...worded, message: text };
      const needs = withSlots(worded.needs, draft.slots, source);
      const missing = [...new Set(needs.flatMap((need) => need.missing))];
      const forms = worded.forms.map((form) => amendForm(form, needs[form.need] ?? needs[0]));
      const questions = plain.questions.length > 0 ? reworder.ask(source, needs, forms, language) : [];
      return { ...worded, needs, forms, missing, questions };
    },
  };
}

type NotDrafted = Exclude<Wording, 'worded' | 'abstained'>;

async function draftText(
  plain: Rewording,
  { complete, prompts, masking: createMasking, organisation }: DraftParts,
  { signal }: Deadline,
): Promise<Result<{ readonly draft: Draft; readonly text: string }, NotDrafted>> {
  const mark = createMark();
  const system = renderPrompt(prompts[plain.direction], { repere: mark });
  const leaks = createLeakCheck(system, mark);
  const { hide, show } = createMasking();
  const annex = annexOf(plain);
  // A buyer knows the words of the trade: none is owed to the wording.
  const required = plain.direction === 'to_buyer' ? [] : requiredTerms(plain.terms, annex);
  let defects: readonly object[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const given = await complete(
      {
        purpose: 'reword',
        system,
        user: renderData({
          message: hide(plain.source),
          termes: required.map(({ from, to }) => ({ dit: hide(from), dire: to })),
          rubriques: plain.direction === 'to_buyer' ? plain.missing : [],
          ...(defects.length === 0 ? {} : { defauts: defects }),
        }),
        shape: DRAFT_SHAPE,
        maxTokens: MAX_TOKENS,
      },
      { signal, organisation },
    );
    if (!given.ok) return err<ModelFault['kind']>(given.error.kind);
    const draft = readDraft(given.value.value, show);
    if (draft === undefined) return err('malformed');
    if (isUnfit(draft.text, plain.source, leaks)) return err('hostile');
    const text = [frenchTypography(draft.text), annex].filter((part) => part !== '').join('\n\n');
    // After the model's answer nothing else watches: a draft that the guard cannot read in its time is none.
    const guarded = withinTime(() => checkFidelity(plain.source, text), LONGEST_REWORDING_MS);
    if (!guarded.ok) return err('too_few');
    const fidelity = guarded.value;
    const missing = missingTerms(required, text);
    if (fidelity.faithful && missing.length === 0) return ok({ draft, text });
    defects = [
      ...fidelity.defects.map(({ kind, source, target }) => ({ genre: kind, dit: hide(source), ecrit: hide(target) })),
      ...missing.map(({ to }) => ({ genre: 'TERM_MISSING', dire: to })),
    ].slice(0, MOST_DEFECTS);
  }
  return err('too_few');
}

const MOST_DEFECTS = 12;

/** What the rules add below a department's message (its form) stays, whoever worded the message. */
const annexOf = ({ direction, source, text }: Rewording): string =>
  direction === 'to_prescriber' ? '' : text.slice(source.length).trim();

/** Links, addresses and markup: one that the message itself holds is its own. */
const CARRIED =
  /https?:\/\/\S+|www\.\S+|[^\s@]{1,64}@[^\s@]{1,255}|<[^<>\s][^<>]{0,300}>|`+|\][(][^()]{0,300}[)]|[⟦⟧]/gu;

/** Too long, carrying what the message does not, or giving our rules away. */
function isUnfit(text: string, source: string, leaks: (text: string) => boolean): boolean {
  if (text.length > source.length * 3 + 600 || leaks(text)) return true;
  return [...text.matchAll(CARRIED)].some(
    ([found]) => !source.includes(found.replace(/(?<![.,;:!?)»])[.,;:!?)»]+$/u, '')),
  );
}
