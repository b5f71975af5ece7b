import { readFileSync } from 'node:fs';
import { readWeights } from '../src/masking/learned/weights.ts';
import { createMasker } from '../src/masking/masker.ts';
import { readMaskingLists } from '../src/masking/masking-lists.ts';
import { type PlantedText, scoreMasking } from '../tests/golden/masking/score.ts';
import { readCommandLine } from './command-line.ts';

/**
 * `npm run evaluate:masking -- SET.jsonl… [--errors] [--weights FILE | --rules]`: of each set and kind, how much of what is to
 * mask is masked (recall; `hidden`: be it as another kind of thing) and how much of what is masked was to be (precision).
 */
const line = readCommandLine('evaluate:masking');
const { lists, problems } = readMaskingLists('knowledge/masquage');
for (const { file, message } of problems) console.error(`${file}: ${message}`);
const weights = line.value('weights');
const learned = line.has('rules')
  ? undefined
  : weights === undefined
    ? lists.learned
    : readWeights(readFileSync(weights, 'utf8'));
const masker = createMasker({ ...lists, learned });
const share = (part: number, whole: number) =>
  (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`).padStart(8);
for (const set of line.rest) {
  const lines = readFileSync(set, 'utf8').split('\n').filter(Boolean);
  const { all, byKind, errors } = scoreMasking(
    lines.map((line) => JSON.parse(line) as PlantedText),
    masker,
  );
  console.log(`${set}: ${lines.length} texts`);
  for (const [kind, { planted, found, hidden, masked, right }] of [...Object.entries(byKind), ['all', all] as const])
    console.log(
      `  ${kind.padEnd(15)} ${String(planted).padStart(4)} recall ${share(found, planted)} hidden ${share(hidden, planted)} precision ${share(right, masked)}`,
    );
  if (line.has('errors')) console.log(errors.join('\n'));
}
