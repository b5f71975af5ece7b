import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Span } from '../../src/french/span.ts';
import type { LineCandidate } from '../../src/rewording/brief/line-features.ts';
import { readSourceText } from '../../src/rewording/brief/source-text.ts';
import { SLOTS, type Slot } from '../../src/vocabulary/rewording.ts';
import { readCases } from '../read-cases.ts';

/** A message with what it says for each line of a form, in folded positions. */
export interface LabelledNeed {
  readonly id: string;
  readonly text: string;
  /** A whole message that the readers were not written for, as against a short one that they know. */
  readonly whole: boolean;
  readonly lines: readonly { readonly slot: Slot; readonly span: Span }[];
}

/** «[[budget:12 k€ HT]]»: words in their message, with the line that they stand on. */
const marked = z.object({
  id: z.string(),
  voice: z.string(),
  marked: z.string().min(3),
  nature: z.string().optional(),
});
/** What proves a requirement stands beside it. */
const slotOf = (name: string): Slot => z.enum(SLOTS).parse(name === 'proof' ? 'constraints' : name);
const listed = z.object({
  id: z.string(),
  direction: z.string().default('to_buyer'),
  text: z.string(),
  slots: z.partialRecord(z.enum(SLOTS), z.array(z.string())).default({}),
});

/** The labelled messages of the folder of golden sets. */
export function readLabelledNeeds(golden: string): readonly LabelledNeed[] {
  const own = join(golden, 'rewording');
  const unseen = readdirSync(own)
    .filter((name) => name.startsWith('unseen-'))
    .toSorted()
    .map((name) => join(own, name, 'rewordings.jsonl'));
  const learn = join(golden, 'learn', 'rewording');
  return [
    ...readdirSync(learn)
      .toSorted()
      .flatMap((file) => readCases(join(learn, file), marked).map(readMarked)),
    ...[join(own, 'briefs.jsonl'), ...unseen].flatMap((file) =>
      readCases(file, listed)
        .filter(({ direction }) => direction === 'to_buyer')
        .map(readListed),
    ),
  ];
}

/** Those whose nature is marked: what is bought, the message, its nature. */
export function readNatured(golden: string): readonly { object: string; message: string; nature: string }[] {
  const learn = join(golden, 'learn', 'rewording');
  return readdirSync(learn)
    .toSorted()
    .flatMap((file) => readCases(join(learn, file), marked))
    .flatMap(({ nature, marked: words }) =>
      nature === undefined
        ? []
        : [
            {
              object: [...words.matchAll(/\[\[object:(.*?)\]\]/gs)].map(([, said = '']) => said).join(' ; '),
              message: words.replace(MARK, ''),
              nature,
            },
          ],
    );
}

const MARK = /\[\[([a-z_]+):|\]\]/g;

function readMarked({ id, marked: words }: z.infer<typeof marked>): LabelledNeed {
  let text = '';
  let from = 0;
  let open: { readonly slot: Slot; readonly start: number } | undefined;
  const spans: { readonly slot: Slot; readonly span: Span }[] = [];
  for (const mark of words.matchAll(MARK)) {
    text += words.slice(from, mark.index);
    from = mark.index + mark[0].length;
    if (mark[1] !== undefined) open = { slot: slotOf(mark[1]), start: text.length };
    else if (open !== undefined) spans.push({ slot: open.slot, span: [open.start, text.length] });
  }
  return placed({ id, text: text + words.slice(from), whole: true }, spans);
}

function readListed({ id, text, slots }: z.infer<typeof listed>): LabelledNeed {
  const spans = SLOTS.flatMap((slot) =>
    (slots[slot] ?? []).flatMap((value) => {
      const out: { readonly slot: Slot; readonly span: Span }[] = [];
      for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1))
        out.push({ slot, span: [at, at + value.length] });
      return out;
    }),
  );
  return placed({ id, text, whole: false }, spans);
}

function placed(message: Omit<LabelledNeed, 'lines'>, spans: LabelledNeed['lines']): LabelledNeed {
  const { locate } = readSourceText(message.text);
  return { ...message, lines: spans.map(({ slot, span }) => ({ slot, span: locate(span) })) };
}

/** The line that words stand on: the one proposed or the one that shares most of them, where that is half of the shorter. */
export function labelOf({ lines }: LabelledNeed, { span: [start, end], by }: LineCandidate): Slot | undefined {
  const shared = lines
    .map(({ slot, span: [from, to] }) => {
      const common = Math.min(end, to) - Math.max(start, from);
      return { slot, common, enough: 2 * common >= Math.min(end - start, to - from) };
    })
    .filter(({ common, enough }) => common > 0 && enough)
    .toSorted((one, other) => other.common - one.common);
  return (shared.find(({ slot }) => slot === by) ?? shared[0])?.slot;
}
