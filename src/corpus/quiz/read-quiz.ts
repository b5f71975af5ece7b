import { z } from 'zod';
import type { Fiche } from '../fiche.ts';
import type { Figures } from '../figures.ts';
import type { CorpusProblem } from '../problem.ts';
import { proseDefects } from '../prose.ts';
import { readYaml, type YamlSource } from '../yaml-source.ts';
import { type Quiz, type QuizQuestion, quizSchema } from './quiz.ts';

/** A question's text and where it stands; `free`: words of a case, in which amounts are written freely. */
interface QuizText {
  readonly path: readonly PropertyKey[];
  readonly text: string;
  readonly free: boolean;
}

/**
 * Reads one `quiz.yaml`: its form, its figure keys, legal figures written out. What needs the fiches is checked apart.
 * Nothing throws; a file whose form is wrong gives no quiz.
 */
export function readQuiz(
  text: string,
  file: string,
  module: string,
  figures: Figures,
): { readonly quiz: Quiz | undefined; readonly problems: readonly CorpusProblem[] } {
  const source = readYaml(text, quizSchema, file);
  if (source.value === undefined) return { quiz: undefined, problems: source.problems };
  const quiz = { ...source.value, module, file };
  const report = reporter(source, file);
  const problems = quiz.lessons.flatMap(({ situation }, index) =>
    proseDefects(situation, figures, true).map(({ message }) => report(['lessons', index, 'situation'], message)),
  );
  for (const [index, question] of quiz.questions.entries()) {
    const at = (path: readonly PropertyKey[], message: string) => report(['questions', index, ...path], message);
    for (const { path, text: said, free } of textsOf(question))
      problems.push(...proseDefects(said, figures, free).map(({ message }) => at(path, message)));
    for (const { path, key } of keysOf(question))
      if (!figures.has(key)) problems.push(at(path, `figure key ${key} does not exist in figures.yaml`));
    problems.push(...formDefects(question).map(({ path, message }) => at(path, message)));
  }
  return { quiz, problems };
}

/** Problems of one file, by the path of the field. */
export function reporter(source: Pick<YamlSource<unknown>, 'lineOf'>, file: string) {
  return (path: readonly PropertyKey[], message: string): CorpusProblem => ({
    file,
    line: source.lineOf(path),
    field: path.map(String).join('.'),
    message,
  });
}

/** Every text of a question that people read, but what it quotes from the fiche. */
export function textsOf(question: QuizQuestion): readonly QuizText[] {
  const free = (path: readonly PropertyKey[], text: string | undefined): readonly QuizText[] =>
    text === undefined ? [] : [{ path, text, free: true }];
  const law = (path: readonly PropertyKey[], text: string | undefined): readonly QuizText[] =>
    text === undefined ? [] : [{ path, text, free: false }];
  const shared = [...free(['situation'], question.situation), ...law(['why'], question.why)];
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return [
        ...shared,
        ...law(['ask'], question.ask),
        ...question.choices.flatMap((choice, at) => [
          ...law(['choices', at, 'text'], choice.text),
          ...law(['choices', at, 'why'], choice.why),
        ]),
      ];
    case 'figure':
      return [
        ...shared,
        ...law(['ask'], question.ask),
        ...question.wrong.flatMap(({ why }, at) => law(['wrong', at, 'why'], why)),
      ];
    case 'reword':
      return [
        ...shared,
        ...free(['need'], question.need),
        ...question.wordings.flatMap((wording, at) => [
          ...free(['wordings', at, 'text'], wording.text),
          ...law(['wordings', at, 'why'], wording.why),
        ]),
      ];
    case 'lint':
      return [
        ...shared,
        ...free(['sentence'], question.sentence),
        ...question.wrong.flatMap(({ why }, at) => law(['wrong', at, 'why'], why)),
      ];
  }
}

function keysOf(question: QuizQuestion): readonly { path: readonly PropertyKey[]; key: string }[] {
  const conditions = (question.true_while ?? []).map(({ figure }, at) => ({ path: ['true_while', at], key: figure }));
  if (question.kind !== 'figure') return conditions;
  const wrong = question.wrong.flatMap((one, at) =>
    'figure' in one ? [{ path: ['wrong', at], key: one.figure }] : [],
  );
  return [...conditions, { path: ['figure'], key: question.figure }, ...wrong];
}

const AMOUNT = /\d\s*(?:€|euros?)|\d\s*k€/iu;
const CATCH_ALL = /(?:toutes|aucune) (?:de )?(?:ces |les )?(?:réponses|propositions)|ci-dessus|ci-dessous/i;

/** Defects that show in the question alone. */
function formDefects(question: QuizQuestion): readonly { path: readonly PropertyKey[]; message: string }[] {
  const defects: { path: readonly PropertyKey[]; message: string }[] = [];
  if (question.situation !== undefined && AMOUNT.test(question.situation) && question.true_while === undefined)
    defects.push({
      path: ['situation'],
      message:
        'holds an amount: say with true_while on which side of the law it stands, or true_while: [] if it decides nothing',
    });
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const rights = question.choices.filter(({ right }) => right).length;
      if (question.kind === 'single' && rights !== 1)
        defects.push({ path: ['choices'], message: `${rights} right choices, exactly one expected` });
      if (question.kind === 'multiple' && (rights < 2 || rights === question.choices.length))
        defects.push({ path: ['choices'], message: 'at least two right choices and one wrong expected' });
      for (const [at, { right, why, text }] of question.choices.entries()) {
        if (!right && why === undefined)
          defects.push({ path: ['choices', at], message: 'a wrong choice needs its why' });
        if (CATCH_ALL.test(text))
          defects.push({
            path: ['choices', at, 'text'],
            message: 'choices are shown in any order: none may speak of the others',
          });
      }
      const distinct = new Set(question.choices.map(({ text }) => text.toLowerCase()));
      if (distinct.size < question.choices.length)
        defects.push({ path: ['choices'], message: 'two choices say the same' });
      return defects;
    }
    case 'reword': {
      const rights = question.wordings.filter(({ fault }) => fault === undefined).length;
      if (rights !== 1)
        defects.push({ path: ['wordings'], message: `${rights} wordings without fault, exactly one expected` });
      if (question.wordings.every(({ fault }) => fault === undefined || fault === 'untranslated'))
        defects.push({ path: ['wordings'], message: 'at least one wording must be lost or unlawful' });
      for (const [at, { fault, why }] of question.wordings.entries())
        if (fault !== undefined && why === undefined)
          defects.push({ path: ['wordings', at], message: 'a wrong wording needs its why' });
      return defects;
    }
    case 'lint': {
      const codes = question.wrong.map(({ code }) => code);
      if (new Set([...codes, question.code]).size !== codes.length + 1)
        defects.push({ path: ['wrong'], message: 'each code may stand once, and the right one not among the wrong' });
      return defects;
    }
    case 'figure':
      return defects;
  }
}

/** Ids used twice in the corpus; lessons and questions that name a fiche which is not in their module. */
export function quizLinkProblems(
  quizzes: readonly Quiz[],
  fiches: readonly Fiche[],
  read: (file: string) => string | undefined,
): readonly CorpusProblem[] {
  const seen = new Map<string, string>();
  return quizzes.flatMap(({ file, module, lessons, questions }) => {
    const report = reporter(readYaml(read(file) ?? '', z.unknown(), file), file);
    const held = new Set(fiches.filter((fiche) => fiche.module === module).map(({ id }) => id));
    const problems: CorpusProblem[] = [];
    for (const [at, { fiche }] of lessons.entries()) {
      if (!held.has(fiche)) problems.push(report(['lessons', at, 'fiche'], `the module has no fiche ${fiche}`));
      if (lessons.findIndex((other) => other.fiche === fiche) < at)
        problems.push(report(['lessons', at, 'fiche'], `the fiche ${fiche} already has its lesson`));
    }
    for (const [at, { id, fiche }] of questions.entries()) {
      if (!held.has(fiche)) problems.push(report(['questions', at, 'fiche'], `the module has no fiche ${fiche}`));
      const first = seen.get(id);
      if (first !== undefined)
        problems.push(report(['questions', at, 'id'], `the id ${id} already stands in ${first}`));
      else seen.set(id, file);
    }
    return problems;
  });
}
