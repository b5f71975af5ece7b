import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { loadConfig } from '../src/config/config.ts';
import { phrasingsOf } from '../src/corpus/phrasings.ts';
import { LEARNT_TURNS, type Sight, TURNS, TURNS_FOLDER, type Turn, turnFeatures } from '../src/dialogue/turn.ts';
import { likelihoods, writeLinearModel } from '../src/learned/linear-model.ts';
import { createLog } from '../src/log.ts';
import { readCommandLine } from './command-line.ts';
import { compose } from './compose.ts';
import { type Example, type FitSettings, fitLinear, type Rows, slimmed } from './fit-linear.ts';
import { createRandom, shuffled } from './random.ts';

/**
 * `npm run train:turns [-- --folds 5]`: learns from `knowledge/dialogue/tours.jsonl` what the last line of a dialogue is, and from
 * the ways of asking of the corpus what a whole question looks like; writes `knowledge/dialogue/appris.tsv`. `--folds N`: learns N
 * times without a part, reads what was left out, and prints precision and recall of each label. The same files give the same weights.
 */
const SEED = 11;
const SETTINGS: FitSettings = { epochs: 30, rate: 0.2, pull: 1e-5, seldom: 2 };
const SLIGHT = 0.15;
/** Of the corpus one way of asking in so many is learnt, its words alone, for so much of a labelled one. */
const ONE_IN = 64;
const OF_CORPUS = 0.3;
/** The words of a labelled dialogue's last line are learnt by themselves too. */
const AS_FIRST = 0.3;

const dialogueSchema = z.strictObject({
  turns: z.array(z.string().min(1)).min(1),
  label: z.enum(TURNS),
  /** The question that the last line asks, standing by itself. */
  alone: z.string().min(1).optional(),
});
type Dialogue = z.infer<typeof dialogueSchema>;
interface Seen {
  readonly label: Turn;
  /** As the dialogue goes, then its words alone. */
  readonly sights: readonly { readonly features: readonly string[]; readonly weight: number }[];
}

const line = readCommandLine('train:turns');
const config = loadConfig(process.env);
const { retriever, corpus } = await compose({ ...config, model: undefined }, createLog('warn'));
const labelled = readFileSync(join(config.knowledge, TURNS_FOLDER, 'tours.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((one) => dialogueSchema.parse(JSON.parse(one)));
const seen: Seen[] = [];
for (const dialogue of labelled) seen.push(await see(dialogue));
const others: readonly Seen[] = corpus.fiches
  .flatMap((fiche) => phrasingsOf(fiche).map(({ text }) => text))
  .filter((_, index) => index % ONE_IN === 0)
  .map((text) => ({ label: 'whole', sights: [{ features: turnFeatures(text, undefined), weight: OF_CORPUS }] }));
const folds = line.number('folds', 0);

if (folds > 1) printFolds(folds);
else {
  const text = writeLinearModel(TURNS, learn([...seen, ...others]));
  const to = join(config.knowledge, TURNS_FOLDER, LEARNT_TURNS);
  writeFileSync(to, text);
  console.log(
    `${seen.length} dialogues, ${others.length} of the corpus, ${Math.round(text.length / 1000)} kB in ${to}`,
  );
}

async function see({ turns, label }: Dialogue): Promise<Seen> {
  const text = turns.at(-1) ?? '';
  const question = turns.slice(0, -1).join(' ');
  const words = turnFeatures(text, undefined);
  if (question === '') return { label, sights: [{ features: words, weight: 1 }] };
  const sight: Sight = {
    question,
    topic: (await retriever.retrieve({ text: question })).judged[0]?.fiche.id,
    alone: await retriever.retrieve({ text }),
    joined: await retriever.retrieve({ text, context: question }),
  };
  return {
    label,
    sights: [
      { features: turnFeatures(text, sight), weight: 1 },
      { features: words, weight: AS_FIRST },
    ],
  };
}

function learn(list: readonly Seen[]): Rows {
  const examples = list.flatMap(({ label, sights }): readonly Example[] => sights.map((one) => ({ ...one, label })));
  return slimmed(fitLinear(examples, TURNS, SETTINGS, createRandom(SEED)), SLIGHT);
}

/** Each line read by weights that did not see it. */
function printFolds(count: number): void {
  // A line without its dialogue is learnt from, never asked.
  const list = shuffled(
    seen.filter(({ sights }) => sights.length > 1),
    createRandom(SEED),
  );
  const lines = seen.filter(({ sights }) => sights.length === 1);
  const read: { label: Turn; as: Turn | undefined; share: number }[] = [];
  for (let fold = 0; fold < count; fold++) {
    const rows = learn([...list.filter((_, index) => index % count !== fold), ...lines, ...others]);
    const model = { labels: TURNS, weightsOf: (name: string) => rows.get(name) };
    for (const [index, { label, sights }] of list.entries()) {
      if (index % count !== fold) continue;
      const shares = likelihoods(model, sights[0]?.features ?? []);
      const share = Math.max(...shares);
      read.push({ label, as: TURNS[shares.indexOf(share)], share });
    }
  }
  for (const turn of TURNS) {
    const mine = read.filter(({ label }) => label === turn);
    const taken = read.filter(({ as }) => as === turn);
    const right = mine.filter(({ as }) => as === turn).length;
    const others = mine.flatMap(({ as }) => (as === turn || as === undefined ? [] : [as]));
    console.log(
      `${turn.padEnd(12)} ${String(mine.length).padStart(4)}  recall ${percent(right, mine.length)}  precision ${percent(right, taken.length)}  else read as ${[...new Set(others)].map((one) => `${one} ${others.filter((other) => other === one).length}`).join(', ')}`,
    );
  }
  const right = read.filter(({ label, as }) => label === as).length;
  console.log(`all          ${String(read.length).padStart(4)}  right  ${percent(right, read.length)}`);
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`.padStart(7);
}
