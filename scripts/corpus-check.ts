import { phrasingsOf } from '../src/corpus/phrasings.ts';
import { type CorpusProblem, formatProblem } from '../src/corpus/problem.ts';
import { checkCorpus } from '../src/corpus-check/check-corpus.ts';
import { parisDay } from '../src/days/iso-date.ts';
import { loadLocalEmbedder } from '../src/model/local-embedder.ts';
import { readCommandLine } from './command-line.ts';

/**
 * `npm run corpus:check [-- --only MODULE]`: everything wrong in `knowledge/`, one line each; exit code 1 if anything is.
 * Warnings and overdue reviews are listed too and change nothing to the exit code.
 */
const only = readCommandLine('corpus:check').value('only');
const embedder = loadLocalEmbedder('src/model/weights/npm128w');
const check = await checkCorpus('knowledge', (texts) => embedder.embed(texts), parisDay(new Date()));

const shown = ({ file }: Pick<CorpusProblem, 'file'>) =>
  only === undefined || file.includes(only) || file === 'figures.yaml';
const problems = check.problems.filter(shown);
const warnings = check.warnings.filter(shown);
const due = check.overdue.filter(({ kind, name }) => kind === 'figure' || shown({ file: name }));

for (const problem of problems) console.log(formatProblem(problem));
for (const warning of warnings) console.log(`warning: ${formatProblem(warning)}`);
for (const { kind, name, reviewBefore } of due) console.log(`to review since ${reviewBefore}: ${kind} ${name}`);
const { modules, fiches, figures } = check.corpus;
console.log(
  `${modules.length} modules, ${fiches.length} fiches, ${figures.size} figures: ${problems.length} problem(s), ${warnings.length} warning(s), ${due.length} to review`,
);
const questions = fiches.flatMap((fiche) => fiche.questions);
console.log(
  `${questions.length} questions answered in both registers, ${fiches.flatMap((fiche) => phrasingsOf(fiche)).length} phrasings`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
