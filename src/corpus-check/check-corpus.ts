import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArticleIndex } from '../corpus/article-index.ts';
import {
  differingFigures,
  hiddenUncertainty,
  otherVersions,
  unbackedReferences,
  unlistedArticles,
} from '../corpus/backing.ts';
import { coveragePage, coverageProblems, readFacts } from '../corpus/coverage.ts';
import { cpvProblems } from '../corpus/cpv.ts';
import { figuresPage } from '../corpus/figures-page.ts';
import { readKnowledgeFiles } from '../corpus/knowledge-files.ts';
import type { CorpusProblem } from '../corpus/problem.ts';
import { QUALITY_RULES, wholeText } from '../corpus/quality.ts';
import { type Corpus, readCorpus } from '../corpus/read-corpus.ts';
import { type Overdue, overdue } from '../corpus/review.ts';
import { beyondScope } from '../corpus/scope.ts';
import { workshopWords } from '../corpus/workshop-words.ts';
import type { IsoDate } from '../days/iso-date.ts';
import { checkRulebook } from '../rules/check-rulebook.ts';
import { checkWords } from '../rules/check-words.ts';
import { readRulebook } from '../rules/rulebook.ts';
import { checkConcepts } from './check-concepts.ts';
import { checkQuestions } from './check-questions.ts';
import { checkQuizzes } from './check-quizzes.ts';

export interface CorpusCheck {
  readonly corpus: Corpus;
  /** What stops the corpus from being published. */
  readonly problems: readonly CorpusProblem[];
  readonly warnings: readonly CorpusProblem[];
  readonly overdue: readonly Overdue[];
}

/** The pages of `knowledge/` that are made, not written: their name and what they must hold. */
export function generatedPages(corpus: Corpus, factsText: string): ReadonlyMap<string, string> {
  return new Map([
    ['figures.md', figuresPage(corpus.figures)],
    ['couverture.md', coveragePage(readFacts(factsText).facts, corpus.fiches)],
  ]);
}

/**
 * Everything that can be checked in `knowledge/` by rule: form, backing by the articles read, quality, coverage,
 * generated pages. More than `readCorpus`, which runs at every start and needs no index.
 * @param embed whole texts in, one unit vector each out (the local embedder's)
 * @throws when a file that the check itself needs (article index, facts) cannot be read
 */
export async function checkCorpus(
  root: string,
  embed: (texts: readonly string[]) => Promise<readonly Float32Array[]>,
  day: IsoDate,
): Promise<CorpusCheck> {
  const read = (name: string) => readFileSync(join(root, name), 'utf8').normalize('NFC');
  const { corpus, problems, sources } = readCorpus(root);
  const files = readKnowledgeFiles(root);
  const { index, problems: indexProblems } = readArticleIndex({
    articlesJsonl: read('articles.jsonl'),
    absentsYaml: read('articles-absents.yaml'),
    otherTextsYaml: read('other-texts.yaml'),
  });
  const factsText = read('facts.yaml');
  const facts = readFacts(factsText);
  const embedded = await embed(corpus.fiches.map(wholeText));
  const vectors = new Map(corpus.fiches.map((fiche, at) => [fiche.id, embedded[at] ?? new Float32Array()]));
  const quality = (severity: 'problem' | 'warning') =>
    QUALITY_RULES.filter((rule) => rule.severity === severity).flatMap((rule) => rule.find({ corpus, files, vectors }));
  const quizzes = checkQuizzes(corpus, files, index, day);
  return {
    corpus,
    problems: [
      ...problems,
      ...indexProblems,
      ...unbackedReferences(files, index),
      ...beyondScope(files, index),
      ...hiddenUncertainty(corpus.fiches, files, index),
      ...unlistedArticles(corpus.fiches, files, index),
      ...otherVersions(corpus.fiches, files, index),
      ...differingFigures(corpus.figures, files, index),
      ...quality('problem'),
      ...workshopWords(files),
      ...checkQuestions(corpus, sources, index),
      ...quizzes.problems,
      ...checkRulebook(readRulebook(root, 'examples'), corpus.figures),
      ...checkWords(root),
      ...checkConcepts(corpus.lexicon, files),
      ...cpvProblems(root),
      ...facts.problems,
      ...coverageProblems(facts.facts, factsText, corpus.fiches),
      ...[...generatedPages(corpus, factsText)].flatMap(([file, text]) => stalePage(file, text, read)),
    ],
    warnings: [...quality('warning'), ...quizzes.warnings],
    overdue: overdue(corpus, day),
  };
}

function stalePage(file: string, expected: string, read: (name: string) => string): readonly CorpusProblem[] {
  if (read(file) === expected) return [];
  return [{ file, line: 1, field: 'page', message: 'is stale: run npm run figures:page' }];
}
