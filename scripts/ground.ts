import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Checked, checkClaim, type GroundingRules } from '../src/answering/grounding/check-claim.ts';
import { readPassage } from '../src/answering/grounding/passage.ts';
import { showQuote } from '../src/answering/grounding/show-quote.ts';
import { loadConfig } from '../src/config/config.ts';
import { readContrasts } from '../src/corpus/contrasts.ts';
import { readFigures } from '../src/corpus/figures.ts';
import { readForbidden } from '../src/corpus/forbidden.ts';
import { isIsoDate, parisDay } from '../src/days/iso-date.ts';
import { endWithReader, runBatch } from './batch.ts';
import { readCommandLine } from './command-line.ts';

const LONGEST = 20_000;
const text = z.string().max(LONGEST);
const lineSchema = z.object({
  id: z.string({ error: 'id is missing' }),
  passages: z.array(z.object({ id: z.string(), title: text, text, articles: z.array(z.string()).default([]) })).max(40),
  claims: z.array(z.object({ text, quote: text.optional(), passages: z.array(z.string()).optional() })).max(100),
  at: z.string().refine(isIsoDate, { error: 'at is not a date' }).optional(),
});

/**
 * `ground --batch FILE` or JSON Lines on standard input: what becomes of a model's claims, as said, quoted or dropped, and why.
 * A claim that names no passage may rest on any of them.
 */
async function main(): Promise<void> {
  const line = readCommandLine('ground');
  const { knowledge } = loadConfig(process.env);
  const file = join(knowledge, 'figures.yaml');
  const { figures } = readFigures(readFileSync(file, 'utf8'), file);
  const contrasts = readContrasts(knowledge);
  const forbidden = readForbidden(knowledge).map(({ pattern }) => pattern);
  await runBatch(line.value('batch'), async (input) => {
    const parsed = lineSchema.safeParse(input);
    if (!parsed.success) throw new Error(parsed.error.issues.map(({ message }) => message).join('; '));
    const { id, passages: given, claims, at = parisDay(new Date()) } = parsed.data;
    const passages = new Map(
      given.map((one) => {
        const about = {
          id: one.id,
          from: { kind: 'fiche', id: one.id, main: true } as const,
          title: one.title,
          name: '',
        };
        return [one.id, readPassage(about, one.text, { figures, contrasts }, at, one.articles)];
      }),
    );
    const rules: GroundingRules = { passages, question: '', shape: { forbidden, leaks: () => false }, contrasts };
    return {
      id,
      claims: claims.map((claim) =>
        told(claim.text, checkClaim({ ...claim, passages: claim.passages ?? [...passages.keys()] }, rules)),
      ),
    };
  });
}

function told(text: string, checked: Checked): object {
  if (checked.as === 'said') return { shown: text, as: checked.as };
  return { shown: checked.as === 'quoted' ? showQuote(checked.quote) : null, as: checked.as, why: checked.why };
}

endWithReader();
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
