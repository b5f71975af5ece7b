import type { Masker, MaskFinding } from '../../masking/finding.ts';
import { createSeal } from '../../masking/seal.ts';
import { catalogues } from '../../text/catalogues.ts';
import type { MaskChoice } from '../port/views.ts';
import type { Choices } from '../records/help-records.ts';
import { type BriefParts, type DraftedBrief, draftBrief } from '../sealed-brief.ts';
import { sameWords } from './identity.ts';

export const NOTHING_CHOSEN: Choices = { lifted: [], added: [], amountsAsRanges: false };

export interface ChosenBrief extends DraftedBrief {
  readonly masks: readonly MaskChoice[];
  /** The words behind each id of `masks`, as typed. */
  readonly wordsOf: ReadonlyMap<string, readonly string[]>;
}

/**
 * The brief under the requester's choices. Whatever names the requester (`own`) is hidden like any other name: in the brief,
 * and later on even where the brief does not hold it, unless they lift it.
 */
export function chooseBrief(typed: BriefParts, choices: Choices, own: readonly string[], masker: Masker): ChosenBrief {
  const original = dated(wordedBrief(typed, choices), choices);
  const isLifted = (text: string) => choices.lifted.some((lifted) => sameWords(lifted, text));
  const hiddenOwn = own.filter((name) => !isLifted(name));
  const request = { amounts: choices.amountsAsRanges };
  const { lifted } = choices;
  // Both are drafted from one reading of the same texts.
  let reading: readonly MaskFinding[] | undefined;
  const readOnce: Masker = {
    find: (text, asked) => {
      reading ??= masker.find(text, asked);
      return reading;
    },
  };
  const found = draftBrief(original, readOnce, { lifted, added: [] }, request);
  const drafted = draftBrief(original, readOnce, { lifted, added: [...choices.added, ...hiddenOwn] }, request);
  const wordsOf = new Map<string, readonly string[]>();
  const masks: MaskChoice[] = [];
  const add = (id: string, words: readonly string[], mask: Omit<MaskChoice, 'id' | 'text'>) => {
    const [text] = words;
    if (text === undefined || wordsOf.has(id)) return;
    wordsOf.set(id, words);
    masks.push({ id, text, ...mask });
  };
  for (const [id, group] of groups(found)) {
    const words = [...new Set(group.map(({ text }) => text))];
    const [{ kind, replacement }] = group;
    add(id, words, { kind, replacement, masked: !words.some(isLifted) });
  }
  const rest = shown(found);
  for (const [index, name] of own.entries())
    if (isLifted(name) || createSeal([name])(rest) !== rest)
      add(`own-${index + 1}`, [name], { kind: 'own', replacement: '[masqué]', masked: !isLifted(name) });
  for (const [index, text] of choices.added.entries())
    add(`added-${index + 1}`, [text], { kind: 'added', replacement: '[masqué]', masked: true });
  return { ...drafted, masks, wordsOf };
}

/** The words that masking then reads: the requester's last, with the assistant's answer or without. */
export function wordedBrief(typed: BriefParts, { question, withAnswer }: Choices): BriefParts {
  return {
    ...typed,
    question: question ?? typed.question,
    answered: withAnswer === false ? undefined : typed.answered,
  };
}

/** With the last line that says by when: what leaves is seen whole, and masked whole. */
function dated(parts: BriefParts, { deadline = '' }: Choices): BriefParts {
  if (deadline === '') return parts;
  return { ...parts, question: `${parts.question}\n\n${catalogues[parts.language].handoff.deadline(deadline)}` };
}

/** Mentions of the same thing together, numbered within their kind in the order in which they come: stable for one text. */
function groups({ findings }: DraftedBrief): ReadonlyMap<string, readonly [MaskFinding, ...MaskFinding[]]> {
  const byKey = new Map<string, [MaskFinding, ...MaskFinding[]]>();
  for (const finding of [...findings.question, ...findings.answered, ...findings.need]) {
    const group = byKey.get(finding.key);
    if (group === undefined) byKey.set(finding.key, [finding]);
    else group.push(finding);
  }
  const counts = new Map<string, number>();
  return new Map(
    [...byKey.values()].map((group) => {
      const [{ kind }] = group;
      const rank = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, rank);
      return [`${kind}-${rank}`, group];
    }),
  );
}

function shown({ brief }: DraftedBrief): string {
  return [brief.question, brief.answered, brief.need].join('\n\n\n');
}
