import { z } from 'zod';
import { type ArticleIndex, backingRow, knownAbsent } from './article-index.ts';
import type { Fiche } from './fiche.ts';
import { type Figure, type Figures, type FigureValue, isSettled, sayValue } from './figures.ts';
import { type KnowledgeFiles, lineOfText } from './knowledge-files.ts';
import { answersTo } from './phrasings.ts';
import type { CorpusProblem } from './problem.ts';
import { holdsValue } from './quantities.ts';
import { type Reference, referencesIn } from './references.ts';
import { readYaml } from './yaml-source.ts';

/**
 * Every article and text that a line of the corpus names and that nothing backs: not in the index, known not to exist,
 * or a text of another law that `other-texts.yaml` does not list. In the perimeter only what the assistant says of
 * other laws counts: its questions name foreign laws precisely because they are outside.
 */
export function unbackedReferences(files: KnowledgeFiles, index: ArticleIndex): readonly CorpusProblem[] {
  const problems: CorpusProblem[] = [];
  for (const [file, text] of files)
    for (const [row, line] of text.split('\n').entries()) {
      const asked = file.startsWith('perimeter/') && !/^\s*(?:title|say|next):/.test(line);
      for (const reference of referencesIn(line, index.otherTexts)) {
        if (asked && reference.kind === 'other') continue;
        const message = whyUnbacked(reference, file, index);
        if (message !== undefined) problems.push({ file, line: row + 1, field: reference.name, message });
      }
    }
  return problems;
}

function whyUnbacked({ name, kind }: Reference, file: string, index: ArticleIndex): string | undefined {
  if (kind === 'other')
    return index.otherTexts.some((text) => text.name === name)
      ? undefined
      : `« ${name} » is not a text listed in other-texts.yaml`;
  if (backingRow(name, index) !== undefined) return undefined;
  const absent = knownAbsent(name, index);
  if (absent === undefined) return `nothing in articles.jsonl backs ${name}`;
  const id = file.split('/').at(-1)?.replace(/\.md$/, '') ?? '';
  return absent.named_in.includes(id) ? undefined : `${name} does not exist: ${absent.reason}`;
}

/**
 * Fiches that cite a text not read, with nothing but V1 among their sources: the reader would take it for read.
 * What people ask does not count, nor a text to which an article that the fiche cites sends.
 */
export function hiddenUncertainty(
  fiches: readonly Fiche[],
  files: KnowledgeFiles,
  index: ArticleIndex,
): readonly CorpusProblem[] {
  return fiches.flatMap((fiche) => {
    if (fiche.sources.some(({ status }) => status !== 'V1')) return [];
    const cited = citedBy(fiche, index);
    const hidden = index.otherTexts.filter(
      (text) => cited.has(text.name) && !text.read && !text.named_by.some((article) => cited.has(article)),
    );
    return hidden.map(({ name, status }) => ({
      file: fiche.file,
      line: lineOfText(files, fiche.file, 'sources:'),
      field: 'sources',
      message: `cites ${name} (${status}, not read) but every source is V1: add the source with its true status`,
    }));
  });
}

/**
 * Fiches whose text or answers cite an article that their `articles` leave out: the sources shown under the answer would be
 * fewer than those it rests on. An annex is listed by one of its articles; a number named to say that it does not exist is not.
 */
export function unlistedArticles(
  fiches: readonly Fiche[],
  files: KnowledgeFiles,
  index: ArticleIndex,
): readonly CorpusProblem[] {
  return fiches.flatMap((fiche) => {
    const said = [...Object.values(fiche.sections), ...fiche.questions.flatMap(answersTo)];
    const missing = unlisted(said, fiche.articles, index);
    if (missing.length === 0) return [];
    const message = `cites ${missing.join(', ')}, which articles does not list`;
    return [{ file: fiche.file, line: lineOfText(files, fiche.file, 'articles:'), field: 'articles', message }];
  });
}

/** Articles of the code, its annexes and the standard terms that texts name, each once. */
export function articlesNamed(texts: readonly string[], index: Pick<ArticleIndex, 'otherTexts'>): readonly string[] {
  const named = texts
    .flatMap((text) => text.split('\n'))
    .flatMap((line) => referencesIn(line, index.otherTexts))
    .flatMap(({ name, kind }) => (kind === 'other' ? [] : [name]));
  return [...new Set(named)];
}

/** Those that a list of articles leaves out. */
export function unlisted(
  texts: readonly string[],
  articles: readonly string[],
  index: ArticleIndex,
): readonly string[] {
  const listed = articlesNamed(articles, index);
  return articlesNamed(texts, index).filter(
    (name) =>
      !listed.some((one) => one === name || one.startsWith(`${name} art. `)) && knownAbsent(name, index) === undefined,
  );
}

function citedBy(fiche: Fiche, index: ArticleIndex): ReadonlySet<string> {
  const lines = ficheText(fiche).split('\n');
  return new Set(lines.flatMap((line) => referencesIn(line, index.otherTexts).map(({ name }) => name)));
}

/** Everything a fiche says, sources and articles with it. */
export function ficheText(fiche: Fiche): string {
  return [
    fiche.title,
    fiche.limit ?? '',
    fiche.conflict ?? '',
    ...fiche.articles,
    ...fiche.questions.flatMap(answersTo),
    ...fiche.sources.map(({ ref }) => ref),
    ...Object.values(fiche.sections),
  ].join('\n');
}

/** Sources that name a version which is not the one the index holds: the fiche was checked against another text. */
export function otherVersions(
  fiches: readonly Fiche[],
  files: KnowledgeFiles,
  index: ArticleIndex,
): readonly CorpusProblem[] {
  return fiches.flatMap((fiche) =>
    fiche.sources.flatMap(({ ref, status }) => {
      const version = /version du (\d{4}-\d{2}-\d{2})/.exec(ref)?.[1];
      const [reference, second] = referencesIn(ref, index.otherTexts);
      if (status !== 'V1' || version === undefined || reference === undefined || second !== undefined) return [];
      const row = index.articles.get(reference.name);
      if (row === undefined || row.since === null || row.since === version) return [];
      const message = `${reference.name} is read in its version of ${row.since}, not ${version}`;
      return [{ file: fiche.file, line: lineOfText(files, fiche.file, ref), field: 'sources', message }];
    }),
  );
}

/**
 * Figures in force with status V1 whose value is not among those that the index holds for their article.
 * Past values (`valid_to`, or followed by a confirmed change), announced ones and those of another status are exempt: the index is of the text in force.
 */
export function differingFigures(
  figures: Figures,
  files: KnowledgeFiles,
  index: ArticleIndex,
): readonly CorpusProblem[] {
  const file = 'figures.yaml';
  const source = readYaml(files.get(file) ?? '[]', z.unknown(), file);
  const problems: CorpusProblem[] = [];
  for (const [row, figure] of [...figures.values()].entries())
    for (const [at, value] of figure.values.entries()) {
      if (figure.values[at + 1]?.announced === 'confirmed') continue;
      const message = whyDiffers(figure, value, index);
      if (message !== undefined)
        problems.push({ file, line: source.lineOf([row, 'values', at]), field: figure.key, message });
    }
  return problems;
}

function whyDiffers(figure: Figure, value: FigureValue, index: ArticleIndex): string | undefined {
  if (value.status !== 'V1' || value.valid_to !== undefined || !isSettled(value)) return undefined;
  const row = backingRow(value.article, index);
  if (row === undefined) return `${value.article} is not in articles.jsonl: a V1 figure needs an article that was read`;
  if (holdsValue(row.figures, figure, value.value)) return undefined;
  const held = row.figures.length === 0 ? 'no figure' : row.figures.join(', ');
  return `${sayValue(figure, value.value)} is not in ${value.article}, which holds ${held}`;
}
