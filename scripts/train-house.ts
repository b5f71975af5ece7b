import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { loadConfig } from '../src/config/config.ts';
import { readCpv } from '../src/corpus/cpv.ts';
import { phrasingsOf } from '../src/corpus/phrasings.ts';
import {
  readNotions,
  SPEAKS_FILES,
  SPEAKS_OF,
  type SpeaksModel,
  type SpeaksOf,
  speaksFeatures,
  speaksOf,
} from '../src/dialogue/speaks-of.ts';
import { indexTerms } from '../src/french/words.ts';
import { writeLinearModel } from '../src/learned/linear-model.ts';
import { readCommandLine } from './command-line.ts';
import { readCheckedCorpus } from './compose.ts';
import { type Example, type FitSettings, fitLinear, type Rows, slimmed } from './fit-linear.ts';
import { createRandom, pick, type Random } from './random.ts';

/**
 * `npm run train:house [-- --misses]`: learns from two thirds of `knowledge/modes/chez-nous.txt`, whatever is bought in their
 * braces, what a message speaks of, beside those of `messages.jsonl`, of the rules and of the corpus, which speak of the law;
 * writes the weights and the words of the frame beside. Prints precision and recall on the last third, and how many of the
 * others' messages, kept apart too, are taken for what they are not. The same files give the same weights.
 */
const SEED = 13;
const SETTINGS: FitSettings = { epochs: 40, rate: 0.5, pull: 1e-4, seldom: 2 };
const SLIGHT = 0.1;
/** One in three is kept apart. */
const APART = 3;
/** Things put in the place of the one that was written, and how much each such sentence counts. */
const THINGS = 6;
const OF_OWN = 8;
const OF_VARIANT = 1;
const OF_OTHERS = 0.1;
const OF_CORPUS = 0.05;
/** Of the corpus one way of asking in so many. */
const ONE_IN = 12;
const DETERMINERS = ['', 'des ', 'du ', 'la ', 'les ', 'un ', 'de '];

interface Said {
  readonly label: SpeaksOf;
  readonly text: string;
}

const line = readCommandLine('train:house');
const config = loadConfig(process.env);
const folder = join(config.knowledge, 'modes');
const said: readonly Said[] = readFileSync(join(folder, 'chez-nous.txt'), 'utf8')
  .split('\n')
  .filter((row) => row !== '' && !row.startsWith('#'))
  .map((row) => {
    const [label, text = ''] = row.split('\t');
    return { label: z.enum(SPEAKS_OF).parse(label), text };
  });
const isApart = (_: unknown, index: number) => index % APART === APART - 1;
const learnt = said.filter((one, index) => !isApart(one, index));
const apart = said.filter(isApart);
const others = readOthers();
const notions = readNotions(readFileSync(join(folder, SPEAKS_FILES.notions), 'utf8'));
const ways = [...readCpv(config.knowledge).usages.values()].flat();

const rows = learn(createRandom(SEED));
const model = { notions, weights: { labels: SPEAKS_OF, weightsOf: (feature: string) => rows.get(feature) } };
const weights = writeLinearModel(SPEAKS_OF, rows);
writeFileSync(join(folder, SPEAKS_FILES.weights), weights);
const frame = frameOf();
writeFileSync(join(folder, SPEAKS_FILES.frame), `${frame.join('\n')}\n`);
console.log(`${rows.size} features, ${Math.round(weights.length / 1000)} kB; ${frame.length} words of the frame`);
print(model);

/** Sentences on the law: none of them speaks of one's own body, of offers, or as a bidder. */
function readOthers(): readonly string[] {
  const of = (file: string) =>
    readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((row) => z.object({ text: z.string() }).parse(JSON.parse(row)).text);
  const texts = [...of(join(folder, 'messages.jsonl')), ...of(join(config.knowledge, 'regles', 'demandes.jsonl'))];
  const own = new Set(said.map(({ text }) => text));
  return texts.filter((text) => !own.has(text));
}

function learn(random: Random): Rows {
  const own = learnt.flatMap((one): readonly Example[] => {
    const texts = variants(one.text, random);
    return texts.map((text, index) => ({
      features: speaksFeatures(text, notions),
      label: one.label,
      weight: index === 0 ? OF_OWN : OF_VARIANT,
    }));
  });
  const law = (texts: readonly string[], weight: number) =>
    texts.map((text): Example => ({ features: speaksFeatures(text, notions), label: 'none', weight }));
  const corpus = readCheckedCorpus(config)
    .fiches.flatMap((fiche) => phrasingsOf(fiche).map(({ text }) => text))
    .filter((_, index) => index % ONE_IN === 0);
  const learntOthers = others.filter((one, index) => !isApart(one, index));
  const all = [...own, ...law(learntOthers, OF_OTHERS), ...law(corpus, OF_CORPUS)];
  return slimmed(fitLinear(all, SPEAKS_OF, SETTINGS, random), SLIGHT);
}

/** The sentence as it was written, then with other things in its braces. */
function variants(text: string, random: Random): readonly string[] {
  const plain = text.replace(/[{}]/g, '');
  if (plain === text) return [plain];
  const other = () => text.replace(/\{[^}]*\}/, () => `${pick(DETERMINERS, random) ?? ''}${pick(ways, random) ?? ''}`);
  return [plain, ...Array.from({ length: THINGS }, other)];
}

/** Terms that stand outside the braces of what is asked of one's own body, more often than in them. */
function frameOf(): readonly string[] {
  const asked = learnt.filter(({ label }) => ['contract', 'buyer', 'order', 'where'].includes(label));
  const counted = (texts: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const term of texts.flatMap((text) => indexTerms(text))) counts.set(term, (counts.get(term) ?? 0) + 1);
    return counts;
  };
  const outside = counted(asked.map(({ text }) => text.replace(/\{[^}]*\}/g, ' ')));
  const inside = counted(said.flatMap(({ text }) => text.match(/\{[^}]*\}/g) ?? []));
  // What is bought in one line is no way of asking in another.
  return [...outside].flatMap(([term, times]) => ((inside.get(term) ?? 0) < times ? [term] : [])).toSorted();
}

function print(model: Omit<SpeaksModel, 'frame'>): void {
  const misses = line.has('misses');
  const read = apart.map(({ label, text }) => {
    const plain = text.replace(/[{}]/g, '');
    const as = speaksOf(model, plain);
    if (misses && as !== label) console.log(`  ${label} read as ${as}: ${plain}`);
    return { label, as };
  });
  for (const label of SPEAKS_OF) {
    const mine = read.filter((one) => one.label === label);
    const taken = read.filter((one) => one.as === label);
    const right = mine.filter((one) => one.as === label).length;
    console.log(
      `${label.padEnd(9)} ${mine.length} apart  recall ${right}/${mine.length}  precision ${right}/${taken.length}`,
    );
  }
  const rest = others.filter(isApart);
  const wrong = rest.flatMap((text) => {
    const as = speaksOf(model, text);
    return as === 'none' ? [] : [`${as}: ${text}`];
  });
  console.log(`on the law ${rest.length} apart, ${wrong.length} taken for something else`);
  if (misses) for (const one of wrong) console.log(`  ${one}`);
}
