import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWeights } from '../src/masking/learned/weights.ts';
import { LEARNED_FILE, readMaskingLists } from '../src/masking/masking-lists.ts';
import { readCommandLine } from './command-line.ts';
import { createRandom } from './random.ts';
import { createExamples } from './train-masking/examples.ts';
import { type FitSettings, fitTagger } from './train-masking/fit.ts';
import { readLabelled } from './train-masking/labelled.ts';
import { createRetelling } from './train-masking/retell.ts';

/**
 * `npm run train:masking [-- --without unseen-4,learn] [--to FILE]`: learns from every labelled text of tests/golden/masking (those in `held` are asked, never learnt from) what
 * names look like, and writes `knowledge/masquage/appris.tsv`. `--without`: leaves sets out, to be asked afterwards of what did
 * not see them (`npm run evaluate:masking`); then `--to` says where it goes. The same sets give the same file. About half a minute.
 */
const SETS = 'tests/golden/masking';
const LISTS = 'knowledge/masquage';
const SEED = 7;
/** How often a text is told again with other names, and how often what the rules say of it is hidden. */
const COPIES = 2;
const BLIND = 0.8;
const BLIND_COPIES = 0.5;
/** Chosen on texts left out, three sets in turn: decision 17. */
const SETTINGS: FitSettings = { epochs: 4, rate: 0.1, pull: 1e-4, seldom: 3, slight: 0.05 };

const line = readCommandLine('train:masking');
const without = new Set((line.value('without') ?? '').split(',').filter(Boolean));
const to = line.value('to') ?? join(LISTS, LEARNED_FILE);
const { lists, problems } = readMaskingLists(LISTS);
for (const { file, message } of problems) console.error(`${file}: ${message}`);
const random = createRandom(SEED);
const read = createExamples(lists);
const retell = createRetelling(lists, 'scripts/train-masking/names.yaml');
const files = readdirSync(SETS)
  .filter((file) => file.endsWith('.jsonl') && !without.has(file.replace('.jsonl', '')))
  .sort();
const examples = files
  .flatMap((file) => readLabelled(join(SETS, file)))
  .flatMap((pieces) => [
    read(pieces, random, BLIND),
    ...Array.from({ length: COPIES }, (_, copy) => read(retell(pieces, random, copy % 2 === 0), random, BLIND_COPIES)),
  ]);
const text = writeWeights(fitTagger(examples, SETTINGS, random));
writeFileSync(to, text);
console.log(`${files.length} sets, ${examples.length} texts, ${Math.round(text.length / 1000)} kB in ${to}`);
