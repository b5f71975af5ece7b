import { renderMarkdown } from '../adapters/console/markdown.ts';
import { reportRewording } from '../src/calls/answer-reword.ts';
import { rewordLine } from '../src/calls/port/lines.ts';
import { type Config, loadConfig } from '../src/config/config.ts';
import type { Corpus } from '../src/corpus/read-corpus.ts';
import { createLog } from '../src/log.ts';
import { createLearnt } from '../src/rewording/learnt.ts';
import { createReworder, type Reworder } from '../src/rewording/reword.ts';
import { sayRewording } from '../src/rewording/say-rewording.ts';
import { catalogues } from '../src/text/catalogues.ts';
import { LONGEST_TEXT } from '../src/vocabulary/rewording.ts';
import { endWithReader, runBatch } from './batch.ts';
import { readCommandLine } from './command-line.ts';
import { readCheckedCorpus } from './compose.ts';
import { composeForms } from './compose-forms.ts';
import { composeMasker } from './compose-masker.ts';

/** `reword "text"` for a person (the direction is guessed); `reword --batch FILE` or JSON Lines on standard input for a tool. */
async function main(): Promise<void> {
  const line = readCommandLine('reword');
  const config = loadConfig(process.env);
  const { knowledge } = config;
  const corpus = readCheckedCorpus(config);
  const reworder = await withConfigured(
    createReworder(corpus, createLearnt(knowledge), composeForms(knowledge, corpus)),
    config,
    corpus,
  );
  const batch = line.value('batch');
  const text = line.rest.join(' ');
  if (batch === undefined && text !== '') {
    const reworded = await reworder.reword(text.slice(0, LONGEST_TEXT), reworder.guess(text), 'fr');
    process.stdout.write(`${renderMarkdown(sayRewording(reworded, catalogues.fr.rewording), process.stdout.isTTY)}\n`);
    return;
  }
  await runBatch(batch, async (input) => {
    const parsed = rewordLine.safeParse(input);
    if (!parsed.success)
      throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
    const { id, direction, text: source } = parsed.data;
    return { id, ...reportRewording(await reworder.reword(source, direction, 'fr')), lint: reworder.lint(source) };
  });
}

/** With the model that the environment names; nothing of it is loaded where it names none. */
async function withConfigured(plain: Reworder, config: Config, corpus: Corpus): Promise<Reworder> {
  if (config.model?.chatModel === undefined) return plain;
  const { withModel } = await import('./compose-model.ts');
  const log = createLog('warn');
  return withModel(plain, { config, masker: composeMasker(config, corpus, log), log, now: () => new Date() });
}

endWithReader();
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
