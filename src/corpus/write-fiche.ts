import { closeSync, cpSync, fsyncSync, mkdtempSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, sep } from 'node:path';
import { stringify } from 'yaml';
import type { IsoDate } from '../days/iso-date.ts';
import { articlesIn } from '../french/articles.ts';
import { wholeWords } from '../french/ends.ts';
import { fold, visibleText } from '../french/words.ts';
import { err, ok, type Result } from '../result.ts';
import { SECTIONS } from './fiche.ts';
import { formatProblem } from './problem.ts';
import { openingVerdict } from './question.ts';
import { type Corpus, readCorpus } from './read-corpus.ts';

/** A question and its answer, already without names, that two people want in the corpus. */
export interface SolvedQuestion {
  /** Gives the file its name: written again, the same file. */
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly competences: readonly string[];
}

/** Why the corpus does not take it, for who wrote it. */
export interface Unfit {
  readonly kind: 'unfit';
  readonly why: string;
}

/** Half a year: nobody has checked it against the articles yet. */
const REVIEW_DAYS = 180;
const TITLE = 90;

/**
 * Writes a solved question as a fiche of the module that teaches its first competence, with an unverified source (`M`): it is
 * answered from at the next ingest, with a caution. What the corpus does not take is refused (`fitFiche`); the rest is written
 * beside and renamed, so that no reader ever meets half of it.
 * @param root the `knowledge/` folder
 * @returns the file's path inside `root`
 * @throws when the folder cannot be read or written
 */
export function writeFiche(
  root: string,
  solved: SolvedQuestion,
  day: IsoDate,
): Result<{ readonly file: string }, Unfit> {
  const fit = fitFiche(root, solved, day);
  if (!fit.ok) return fit;
  const { file, text } = fit.value;
  const beside = join(root, dirname(file), `.${basename(file)}`);
  writeWhole(beside, text);
  renameSync(beside, join(root, file));
  return ok({ file });
}

/**
 * A solved question as the fiche it would be: what a fiche is held against is read in a copy (the other fiches
 * take seconds), without it, then with it, and what the reader newly finds wrong refuses it. Nothing is written in `root`.
 * @throws when the folder cannot be read
 */
export function fitFiche(
  root: string,
  solved: SolvedQuestion,
  day: IsoDate,
): Result<{ readonly file: string; readonly text: string }, Unfit> {
  const copy = mkdtempSync(join(tmpdir(), 'truchement-fiche-'));
  try {
    cpSync(root, copy, { recursive: true, filter: (path) => isBeside(relative(root, path)) });
    const { corpus, problems: before } = readCorpus(copy);
    const module = moduleOf(corpus, solved.competences);
    if (module === undefined) return err({ kind: 'unfit', why: 'le corpus n’a aucun module où la ranger.' });
    const articles = articlesIn(solved.answer);
    if (articles.length === 0)
      return err({ kind: 'unfit', why: 'la réponse ne cite aucun article ; une fiche en cite au moins un.' });
    const id = idOf(solved);
    const file = `modules/${module.id}/${id}.md`;
    const text = ficheText(id, solved, articles, competencesOf(module, solved.competences), day);
    writeWhole(join(copy, file), text);
    const known = new Set(before.map(formatProblem));
    const problem = readCorpus(copy).problems.find((one) => one.file === file || !known.has(formatProblem(one)));
    if (problem !== undefined) return err({ kind: 'unfit', why: `${problem.field} : ${problem.message}` });
    return ok({ file, text });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** What a fiche is held against: figures, facts, articles, and of each module its own page, not its fiches nor its quiz. */
function isBeside(path: string): boolean {
  const [top = '', , name] = path.split(sep);
  if (top === 'modules') return name === undefined || name === 'module.yaml';
  return top === '' || top.includes('.');
}

function moduleOf({ modules }: Corpus, competences: readonly string[]): Corpus['modules'][number] | undefined {
  for (const competence of competences) {
    const module = modules.find((one) => one.competences.includes(competence));
    if (module !== undefined) return module;
  }
  return modules[0];
}

function competencesOf(module: Corpus['modules'][number], wanted: readonly string[]): readonly string[] {
  const known = wanted.filter((competence) => KEBAB.test(competence));
  return known.length > 0 ? known : module.competences;
}

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function idOf({ id, question }: SolvedQuestion): string {
  const slug = fold(question).match(/[a-z0-9]+/g) ?? [];
  const end = fold(id)
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 12);
  return ['cas', ...slug.slice(0, 5).map((word) => word.slice(0, 20)), end].filter((part) => part !== '').join('-');
}

function ficheText(
  id: string,
  { question, answer }: SolvedQuestion,
  articles: readonly string[],
  competences: readonly string[],
  day: IsoDate,
): string {
  const ask = capital(visibleText(question).replace(/\s+/g, ' '));
  const body = plainParagraphs(answer);
  const brief = body.split('\n\n')[0] ?? body;
  const front = stringify({
    id,
    title: titleOf(ask, articles),
    competences,
    facts: [],
    articles,
    questions: [
      {
        id: 'cas',
        ask,
        said: [],
        answer: { service: brief, achat: brief },
        verdict: openingVerdict(brief) ?? 'etape',
        articles: articlesIn(brief),
      },
    ],
    read: articles.map((article) => ({
      article,
      as: 'secondary',
      version: day,
      on: day,
      from: 'cité par un réserviste, à vérifier',
    })),
    verified_on: day,
    review_before: addDays(day, REVIEW_DAYS),
    sources: articles.map((article) => ({ ref: `${article}, cité par un réserviste, à vérifier`, status: 'M' })),
    limit:
      'Réponse donnée à un cas réel et pas encore vérifiée : un acheteur doit dire si elle vaut pour votre dossier.',
  });
  const sections = {
    brief,
    service: body,
    buyer: body,
    pitfalls: '- Cette réponse a été donnée à un cas réel : vérifiez que le vôtre lui ressemble avant de la suivre.',
    example: `La question posée : ${plainParagraphs(question)}`,
    next: `- Relire ${articles.length === 1 ? 'l’article cité' : 'les articles cités'} sur Légifrance avant d’agir.`,
  };
  const parts = (Object.keys(SECTIONS) as (keyof typeof SECTIONS)[]).map(
    (name) => `## ${SECTIONS[name]}\n${sections[name]}\n`,
  );
  return `---\n${front}---\n${parts.join('\n')}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Nothing that the reader of fiches would take for a section or a list of figures. */
function plainParagraphs(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => visibleText(line).replace(/^#+\s*/, ''))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A title holds no amount: the question's first words when they have no figure, else what it is about. */
function titleOf(ask: string, articles: readonly string[]): string {
  const [first = ask] = ask.split(/(?<=[?.!])\s/);
  if (/\d/.test(first)) return `Cas résolu : ${articles.slice(0, 2).join(', ')}`;
  return first.length <= TITLE ? first : `${wholeWords(first, TITLE)}…`;
}

function addDays(day: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** On the disk before it has its name: a power cut leaves the whole file or none. */
function writeWhole(path: string, text: string): void {
  const handle = openSync(path, 'w');
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
