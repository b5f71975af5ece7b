import { readFileSync, writeFileSync } from 'node:fs';
import { formatProblem } from '../src/corpus/problem.ts';
import { readCorpus } from '../src/corpus/read-corpus.ts';
import { generatedPages } from '../src/corpus-check/check-corpus.ts';
import { readCommandLine } from './command-line.ts';

/** `npm run figures:page`: writes the pages made from the corpus, `knowledge/figures.md` and `knowledge/couverture.md`. */
readCommandLine('figures:page');
const { corpus, problems } = readCorpus('knowledge');
for (const problem of problems) console.error(formatProblem(problem));
if (problems.length > 0) process.exitCode = 1;
else
  for (const [name, text] of generatedPages(corpus, readFileSync('knowledge/facts.yaml', 'utf8'))) {
    writeFileSync(`knowledge/${name}`, text);
    console.log(`knowledge/${name}`);
  }
