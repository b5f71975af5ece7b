import { formatProblem } from '../src/corpus/problem.ts';
import { readCorpus } from '../src/corpus/read-corpus.ts';

/** `npm run corpus:check [-- --only MODULE]`: everything wrong in `knowledge/`, one line each; exit code 1 if anything is. */
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
const { corpus, problems } = readCorpus('knowledge');
const shown = problems.filter(
  (problem) => only === undefined || problem.file.includes(only) || problem.file === 'figures.yaml',
);
for (const problem of shown) console.log(formatProblem(problem));
console.log(
  `${corpus.modules.length} modules, ${corpus.fiches.length} fiches, ${corpus.figures.size} figures: ${shown.length} problem(s)`,
);
process.exitCode = shown.length === 0 ? 0 : 1;
