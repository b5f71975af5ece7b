import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { type Look, lookAt } from '../src/answering/grounding/check-claim.ts';
import { bestSentence } from '../src/answering/grounding/find-quote.ts';
import { likelihood } from '../src/answering/grounding/judge.ts';
import { type Passage, readPassage } from '../src/answering/grounding/passage.ts';
import { namesOf, readText } from '../src/answering/grounding/reading.ts';
import { loadConfig } from '../src/config/config.ts';
import { readContrasts } from '../src/corpus/contrasts.ts';
import { BIAS } from '../src/learned/linear-model.ts';
import { readCommandLine } from './command-line.ts';
import { readCheckedCorpus } from './compose.ts';
import { type FitSettings, fitLinear } from './fit-linear.ts';
import { createRandom } from './random.ts';

/**
 * `npm run train:claims`: learns from claims, right and wrong, over passages whether one that the rules let through is right; writes
 * `src/answering/grounding/learnt.json`. Before, it learns five times without a fifth of the passages and prints what of that fifth would
 * be shown as said, by threshold. A third of the paraphrases is never read. The same files give the same weights.
 */
const SEED = 3;
const SETTINGS: FitSettings = { epochs: 20, rate: 0.1, pull: 1e-3, seldom: 10 };
const FOLDS = 5;
const LABELS = ['right', 'wrong'] as const;
const AT = '2026-11-25';
const SETS = ['paraphrases', 'worded', 'claims-2'];
const TO = 'src/answering/grounding/learnt.json';

const lineSchema = z.object({
  id: z.string(),
  passages: z.array(z.object({ id: z.string(), title: z.string(), text: z.string(), articles: z.array(z.string()) })),
  claims: z.array(z.object({ text: z.string(), says: z.enum(LABELS) })),
});
interface Seen {
  readonly set: string;
  readonly group: number;
  readonly label: (typeof LABELS)[number];
  readonly look: Look;
}

readCommandLine('train:claims');
const config = loadConfig(process.env);
const { figures } = readCheckedCorpus(config);
const contrasts = readContrasts(config.knowledge);
const seen = SETS.flatMap((set) =>
  readFileSync(`tests/golden/model/${set}.jsonl`, 'utf8')
    .trimEnd()
    .split('\n')
    .map((one) => lineSchema.parse(JSON.parse(one)))
    .filter(({ id }) => set !== 'paraphrases' || numberOf(id) % 3 !== 0)
    .flatMap((line) => see(set, line)),
);
printFolds();
const { weights, bias } = learn(seen);
const rounded = [...weights].map(([name, weight]) => [name, Math.round(weight * 100) / 100] as const);
const kept = rounded.filter(([, weight]) => weight !== 0).sort(([one], [other]) => (one < other ? -1 : 1));
writeFileSync(
  TO,
  `${JSON.stringify({ bias: Math.round(bias * 100) / 100, weights: Object.fromEntries(kept) }, null, 2)}\n`,
);
console.log(`${seen.length} claims, ${kept.length} weights in ${TO}`);

function numberOf(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE(0);
}

function see(set: string, { id, passages: given, claims }: z.infer<typeof lineSchema>): readonly Seen[] {
  const cited: readonly Passage[] = given.map((one) => {
    const about = { id: one.id, from: { kind: 'fiche', id: one.id, main: true } as const, title: one.title, name: '' };
    return readPassage(about, one.text, { figures, contrasts }, AT, one.articles);
  });
  return claims.flatMap(({ text, says: label }) => {
    const reading = readText(text, contrasts);
    const names = reading.words.filter(({ term }) => term !== undefined).map(namesOf);
    const quote = bestSentence(names, cited);
    if (quote === undefined) return [];
    const look = lookAt(text, reading, cited, quote, { question: '', contrasts });
    return [{ set, group: numberOf(`${set} ${id}`) % FOLDS, label, look }];
  });
}

function learn(list: readonly Seen[]) {
  const examples = list.flatMap(({ look, label }) =>
    look.kind === 'weighed' ? [{ features: look.features, label, weight: 1 }] : [],
  );
  const rows = fitLinear(examples, LABELS, SETTINGS, createRandom(SEED));
  const apart = new Map([...rows].map(([name, [right = 0, wrong = 0]]) => [name, right - wrong]));
  const bias = apart.get(BIAS) ?? 0;
  apart.delete(BIAS);
  return { weights: apart, bias };
}

function likely(look: Look, model: ReturnType<typeof learn>): number {
  return look.kind === 'fault' ? -1 : look.kind === 'verbatim' ? 1 : likelihood(look.features, model);
}

function printFolds(): void {
  const judged = Array.from({ length: FOLDS }, (_, fold) => {
    const model = learn(seen.filter(({ group }) => group !== fold));
    return seen.filter(({ group }) => group === fold).map((one) => ({ ...one, likely: likely(one.look, model) }));
  }).flat();
  console.log('shown as said, claims left out: right, wrong');
  for (const from of [0, 0.5, 0.6, 0.7, 0.74, 0.78, 0.8, 0.82, 0.83, 0.84, 0.85, 0.86, 0.88]) {
    const shares = ['all', ...SETS].map((set) => {
      const [right, wrong] = LABELS.map((label) => {
        const all = judged.filter((one) => (set === 'all' || one.set === set) && one.label === label);
        return ((100 * all.filter(({ likely }) => likely >= from).length) / Math.max(1, all.length)).toFixed(1);
      });
      return `${set} ${right} %, ${wrong} %`;
    });
    console.log(`from ${from.toFixed(2)}: ${shares.join('; ')}`);
  }
}
