import type { ArticleIndex } from '../corpus/article-index.ts';
import { ficheText } from '../corpus/backing.ts';
import type { Fiche } from '../corpus/fiche.ts';
import type { Figures } from '../corpus/figures.ts';
import { placeholders } from '../corpus/prose.ts';
import { conditionsHold, figureOptions } from '../corpus/quiz/figure-options.ts';
import type { FigureQuestion, QuizQuestion } from '../corpus/quiz/quiz.ts';
import { textsOf } from '../corpus/quiz/read-quiz.ts';
import { referencesIn } from '../corpus/references.ts';
import type { IsoDate } from '../days/iso-date.ts';
import { checkFidelity } from '../fidelity/check-fidelity.ts';
import { assertNever } from '../result.ts';
import type { LintFinding } from '../rewording/port/rewording.ts';

/** What a question is checked against. */
export interface AnswerEvidence {
  readonly figures: Figures;
  readonly index: Pick<ArticleIndex, 'otherTexts'>;
  readonly lint: (text: string) => readonly LintFinding[];
  readonly day: IsoDate;
}

export interface QuestionDefect {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Figure questions keep at least this many answers to choose from, whatever the day asked about. */
const FEWEST_OPTIONS = 3;

/** What a question claims that neither its fiche, the dated table, the lint nor the fidelity guard holds. */
export function answerDefects(
  question: QuizQuestion,
  fiche: Fiche,
  evidence: AnswerEvidence,
): readonly QuestionDefect[] {
  const said = ficheText(fiche);
  const defects: QuestionDefect[] = [...strangeArticles(question, said, evidence)];
  if ('held_by' in question)
    for (const extract of question.held_by)
      if (!flat(said).includes(flat(extract)))
        defects.push({
          path: ['held_by'],
          message: `these words are not in ${fiche.file}: copy them as they stand, figure keys included`,
        });
  if (question.true_while !== undefined && !conditionsHold(question.true_while, evidence.figures, evidence.day))
    defects.push({ path: ['true_while'], message: `does not hold on ${evidence.day}: the right answer is not right` });
  switch (question.kind) {
    case 'figure':
      return [...defects, ...figureDefects(question, said, evidence)];
    case 'lint':
      return [...defects, ...lintDefects(question, said, evidence)];
    case 'reword':
      return [...defects, ...wordingDefects(question, evidence)];
    default:
      return defects;
  }
}

/** Spaces and apostrophes of any kind compare alike. */
function flat(text: string): string {
  return text.replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim();
}

/** An explanation cites the law through its fiche: an article that the fiche does not name was not checked there. */
function strangeArticles(question: QuizQuestion, said: string, { index }: AnswerEvidence): readonly QuestionDefect[] {
  const held = new Set(
    said.split('\n').flatMap((line) => referencesIn(line, index.otherTexts).map(({ name }) => name)),
  );
  return textsOf(question).flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line) => referencesIn(line, index.otherTexts))
      .filter(({ name }) => !held.has(name))
      .map(({ name }) => ({ path, message: `${name} is not cited by the fiche ${question.fiche}` })),
  );
}

function figureDefects(
  question: FigureQuestion,
  said: string,
  { figures, day }: AnswerEvidence,
): readonly QuestionDefect[] {
  const defects: QuestionDefect[] = [];
  if (!placeholders(said).some(({ key }) => key === question.figure))
    defects.push({ path: ['figure'], message: `the fiche ${question.fiche} does not say {{${question.figure}}}` });
  for (const part of ['ask', 'situation'] as const)
    if (placeholders(question[part] ?? '').some(({ key }) => key === question.figure))
      defects.push({ path: [part], message: 'gives the answer away' });
  if (figureOptions(question, figures, day) === undefined)
    defects.push({ path: ['figure'], message: `has no value in force on ${day}` });
  for (const at of changeDays(question, figures)) {
    const options = figureOptions(question, figures, at);
    if (options !== undefined && options.length < FEWEST_OPTIONS)
      defects.push({
        path: ['wrong'],
        message: `only ${options.length} distinct answers on ${at}, ${FEWEST_OPTIONS} expected`,
      });
  }
  return defects;
}

/** The days on which what may be answered changes. */
function changeDays(question: FigureQuestion, figures: Figures): readonly IsoDate[] {
  const keys = [question.figure, ...question.wrong.flatMap((wrong) => ('figure' in wrong ? [wrong.figure] : []))];
  const days = keys.flatMap((key) => figures.get(key)?.values.map(({ valid_from }) => valid_from) ?? []);
  return [...new Set(days)];
}

function lintDefects(
  question: Extract<QuizQuestion, { kind: 'lint' }>,
  said: string,
  { lint, index }: AnswerEvidence,
): readonly QuestionDefect[] {
  const findings = lint(question.sentence);
  const raised = [...new Set(findings.map(({ code }) => code))];
  const expected = question.code === 'none' ? [] : [question.code];
  if (raised.join() !== expected.join())
    return [{ path: ['code'], message: `the lint raises ${raised.join(', ') || 'none'} on this sentence` }];
  const held = new Set(
    said.split('\n').flatMap((line) => referencesIn(line, index.otherTexts).map(({ name }) => name)),
  );
  const leans = findings.flatMap(({ articles }) => articles);
  if (leans.length > 0 && !leans.some((article) => held.has(article)))
    return [
      {
        path: ['fiche'],
        message: `the finding rests on ${[...new Set(leans)].join(', ')}, which the fiche does not cite`,
      },
    ];
  return [];
}

function wordingDefects(
  question: Extract<QuizQuestion, { kind: 'reword' }>,
  { lint }: AnswerEvidence,
): readonly QuestionDefect[] {
  return question.wordings.flatMap(({ text, fault }, at): readonly QuestionDefect[] => {
    const path = ['wordings', at];
    const { defects } = checkFidelity(question.need, text);
    const lost = defects.map(({ kind, source, target }) => `${kind} (« ${source} » → « ${target} »)`).join('; ');
    const unlawful = question.from === 'service' ? lint(text).map(({ code }) => code) : [];
    switch (fault) {
      case undefined:
        return [
          ...(lost === '' ? [] : [{ path, message: `the right wording is not faithful: ${lost}` }]),
          ...(unlawful.length === 0
            ? []
            : [{ path, message: `the lint raises ${unlawful.join(', ')} on the right wording` }]),
        ];
      case 'lost':
        return lost === ''
          ? [{ path, message: 'the fidelity guard finds nothing lost, changed or invented here' }]
          : [];
      case 'unlawful':
        return unlawful.length === 0 ? [{ path, message: 'the lint raises nothing here' }] : [];
      case 'untranslated':
        return lost === '' ? [] : [{ path, message: `is said untranslated but is not faithful: ${lost}` }];
      default:
        return assertNever(fault);
    }
  });
}
