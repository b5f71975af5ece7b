import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createNextSight } from '../src/answering/next-sight.ts';
import { loadConfig } from '../src/config/config.ts';
import { LEARNT_NEXT, type NextSight, nextQuestions, sharesOf } from '../src/dialogue/next-question.ts';
import { TURNS_FOLDER } from '../src/dialogue/turn.ts';
import { createLog } from '../src/log.ts';
import { readCommandLine } from './command-line.ts';
import { compose } from './compose.ts';
import { fitNext, type NextExample } from './fit-next.ts';
import { createRandom, shuffled } from './random.ts';

/**
 * `npm run train:next [-- --folds 6]`: learns from `knowledge/dialogue/suites.jsonl` which question of the corpus the last line of
 * a dialogue asks; writes `knowledge/dialogue/appris-suites.json`. `--folds N`: learns N times without a part and prints how many
 * of what was left out find their question first, and how sure they are.
 */
const SEED = 7;
const dialogueSchema = z.strictObject({
  turns: z.array(z.string().min(1)).min(2),
  /** Questions that the last line asks, each as its fiche and its name there. */
  asks: z.array(z.string()).min(1),
});

const line = readCommandLine('train:next');
const config = loadConfig(process.env);
const { assistant, memory, corpus, retriever } = await compose({ ...config, model: undefined }, createLog('warn'));
const sightOfNext = createNextSight(corpus, retriever);
const to = join(config.knowledge, TURNS_FOLDER, LEARNT_NEXT);
const folds = line.number('folds', 0);
// What was learnt before takes no part: the same dialogues give the same weights.
if (folds === 0) rmSync(to, { force: true });
const examples: NextExample[] = [];
const dialogues = readFileSync(join(config.knowledge, TURNS_FOLDER, 'suites.jsonl'), 'utf8')
  .trimEnd()
  .split('\n');
for (const [at, one] of dialogues.entries()) {
  const { turns, asks } = dialogueSchema.parse(JSON.parse(one));
  const sight = await play(`${at}`, turns);
  if (sight === undefined) continue;
  const all = nextQuestions(sight);
  const wanted = new Set(asks);
  const asked = all.map(({ judged: { fiche, question } }) =>
    wanted.has(`${fiche.id} ${fiche.questions[question]?.id}`),
  );
  if (asked.includes(true)) examples.push({ all: all.map(({ seen }) => ({ seen })), asked });
}
if (folds > 1) printFolds(folds);
else {
  writeFileSync(to, `${JSON.stringify(fitNext(examples), null, 2)}\n`);
  console.log(`${examples.length} dialogues of ${dialogues.length}, in ${to}`);
}

/** What the last line leans on, as the assistant remembers it. */
async function play(id: string, turns: readonly string[]): Promise<NextSight | undefined> {
  const address = { platform: 'console', conversation: `next ${id}` } as const;
  for (const [at, text] of turns.slice(0, -1).entries())
    await assistant.respond({ id: `${id} ${at}`, address, text, role: 'buyer' });
  return sightOfNext(turns.at(-1) ?? '', memory.recall(address.conversation));
}

function printFolds(count: number): void {
  const list = shuffled(examples, createRandom(SEED));
  const read: { right: boolean; share: number }[] = [];
  for (let fold = 0; fold < count; fold++) {
    const weights = fitNext(list.filter((_, at) => at % count !== fold));
    for (const [at, { all, asked }] of list.entries()) {
      if (at % count !== fold) continue;
      const shares = sharesOf(all, weights);
      const share = Math.max(...shares);
      read.push({ right: asked[shares.indexOf(share)] === true, share });
    }
  }
  console.log(`${read.filter(({ right }) => right).length} of ${read.length} first`);
  for (const from of [0, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9]) {
    const to = [0.2, 0.35, 0.5, 0.65, 0.8, 0.9].find((one) => one > from) ?? 1.01;
    const band = read.filter(({ share }) => share >= from && share < to);
    console.log(`from ${from}: ${band.filter(({ right }) => right).length} of ${band.length}`);
  }
}
