import { z } from 'zod';
import { renderMarkdown } from '../adapters/console/markdown.ts';
import { loadConfig } from '../src/config/config.ts';
import type { Need, PlainPoints, Rewording } from '../src/rewording/port/rewording.ts';
import { createReworder } from '../src/rewording/reword.ts';
import { sayRewording } from '../src/rewording/say-rewording.ts';
import { catalogues } from '../src/text/catalogues.ts';
import { LONGEST_TEXT } from '../src/vocabulary/rewording.ts';
import { endWithReader, runBatch } from './batch.ts';
import { readCommandLine } from './command-line.ts';
import { readCheckedCorpus } from './compose.ts';
import { composeForms } from './compose-forms.ts';

const lineSchema = z.object({
  id: z.string({ error: 'id is missing' }),
  direction: z.enum(['to_buyer', 'to_prescriber'], { error: 'direction is "to_buyer" or "to_prescriber"' }),
  text: z
    .string({ error: 'text is missing' })
    .max(LONGEST_TEXT, { error: `text is longer than ${LONGEST_TEXT} characters` }),
});

/** `reword "text"` for a person (the direction is guessed); `reword --batch FILE` or JSON Lines on standard input for a tool. */
async function main(): Promise<void> {
  const line = readCommandLine('reword');
  const { knowledge, ...config } = loadConfig(process.env);
  const corpus = readCheckedCorpus({ knowledge, ...config });
  const reworder = createReworder(corpus, composeForms(knowledge, corpus));
  const batch = line.value('batch');
  const text = line.rest.join(' ');
  if (batch === undefined && text !== '') {
    const reworded = await reworder.reword(text.slice(0, LONGEST_TEXT), reworder.guess(text), 'fr');
    process.stdout.write(`${renderMarkdown(sayRewording(reworded, catalogues.fr.rewording), process.stdout.isTTY)}\n`);
    return;
  }
  await runBatch(batch, async (input) => {
    const parsed = lineSchema.safeParse(input);
    if (!parsed.success)
      throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
    const { id, direction, text: source } = parsed.data;
    return report(id, await reworder.reword(source, direction, 'fr'));
  });
}

function report(id: string, reworded: Rewording): object {
  return {
    id,
    text: reworded.text,
    ...(reworded.direction === 'to_buyer' ? forBuyer(reworded) : asksOf(reworded.points)),
    missing: reworded.missing,
    questions: reworded.questions.map(({ text }) => text),
    terms: reworded.terms.map(({ from, to, concept }) => ({ from, to, concept })),
    lint: reworded.lint,
    fidelity: reworded.fidelity,
  };
}

/** What is asked stands by itself, and with the rest in `points`. */
function asksOf(points: PlainPoints): object {
  const { asks, asked, notToDo, send, byWhen, otherwise } = points;
  return { asks, asked, not_to_do: notToDo, send, by_when: byWhen, otherwise: otherwise ?? null, points };
}

/** The message, its brief, the notions that are shown, and the classes to confirm where some were found. */
function forBuyer({ source, needs, terms, forms }: Extract<Rewording, { direction: 'to_buyer' }>): object {
  const cpv = forms.flatMap(({ lines }) =>
    lines.flatMap(({ values }) =>
      values.flatMap(({ code, note }) => (code === undefined ? [] : [{ code, label: note }])),
    ),
  );
  return {
    quoted: source,
    ...briefs(needs),
    notions: terms.map(({ concept, to, span }) => ({ concept, label: to, span })),
    ...(cpv.length === 0 ? {} : { cpv }),
  };
}

/** The first need under `brief`; the others of a message that holds several under `further_briefs`. */
function briefs([first, ...others]: readonly [Need, ...Need[]]): object {
  return { brief: brief(first), ...(others.length === 0 ? {} : { further_briefs: others.map(brief) }) };
}

/** One saying a slot, and the rest of a list (or the other side of a contradiction) under `also`. */
function brief(need: Need): object {
  return Object.fromEntries(
    Object.entries(need.slots).map(([slot, { said, conflict }]) => {
      const [first, ...also] = said;
      return [slot, { ...first, ...(conflict ? { conflict } : {}), ...(also.length === 0 ? {} : { also }) }];
    }),
  );
}

endWithReader();
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
