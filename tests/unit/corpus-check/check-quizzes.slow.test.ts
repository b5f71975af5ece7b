import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readArticleIndex } from '../../../src/corpus/article-index.ts';
import { type KnowledgeFiles, readKnowledgeFiles } from '../../../src/corpus/knowledge-files.ts';
import type { Quiz, QuizQuestion } from '../../../src/corpus/quiz/quiz.ts';
import type { Corpus } from '../../../src/corpus/read-corpus.ts';
import { checkQuizzes, QUIZ_LIMITS } from '../../../src/corpus-check/check-quizzes.ts';
import { realCorpus as corpus } from '../../fixtures/real-corpus.ts';

const DAY = '2026-11-25';
const files: KnowledgeFiles = readKnowledgeFiles('knowledge');
const { index } = readArticleIndex({
  articlesJsonl: readFileSync('knowledge/articles.jsonl', 'utf8'),
  absentsYaml: readFileSync('knowledge/articles-absents.yaml', 'utf8'),
  otherTextsYaml: readFileSync('knowledge/other-texts.yaml', 'utf8'),
});
const model = corpus.quizzes.find(({ module }) => module === 'dialogue-achat');
if (model === undefined) throw new Error('the model quiz is missing');
const quizOfTheModule: Quiz = model;

/** The problems of the module's quiz once a question, or the quiz, is changed; the real one has none. */
function problemsWith(change: (quiz: Quiz) => Quiz, day = DAY, changed: Partial<Corpus> = {}): readonly string[] {
  const { problems } = checkQuizzes({ ...corpus, ...changed, quizzes: [change(quizOfTheModule)] }, files, index, day);
  return problems.filter(({ field }) => field !== 'quiz.yaml').map(({ field, message }) => `${field} ${message}`);
}

function changing<K extends QuizQuestion['kind']>(
  id: string,
  kind: K,
  change: (question: Extract<QuizQuestion, { kind: K }>) => QuizQuestion,
): (quiz: Quiz) => Quiz {
  const is = (question: QuizQuestion): question is Extract<QuizQuestion, { kind: K }> => question.kind === kind;
  return (quiz) => ({
    ...quiz,
    questions: quiz.questions.map((question) => (question.id === id && is(question) ? change(question) : question)),
  });
}

describe('the quizzes of the corpus', () => {
  it('have no problem', () => {
    expect(checkQuizzes(corpus, files, index, DAY).problems).toEqual([]);
  });
});

describe('a claim that the corpus does not hold is refused', () => {
  it.each<readonly [name: string, change: (quiz: Quiz) => Quiz, expected: RegExp]>([
    [
      'an answer that is not in the fiche',
      changing('dialogue-sens-de-lot', 'single', (q) => ({ ...q, held_by: ['Un lot est toujours une livraison.'] })),
      /held_by .*not in modules\/dialogue-achat\/faux-amis\.md/,
    ],
    [
      'an article that the fiche does not cite',
      changing('dialogue-sens-de-lot', 'single', (q) => ({ ...q, why: 'Voir la règle des avances (R2191-16).' })),
      /why .*R2191-16 is not cited/,
    ],
    [
      'a figure that the fiche does not say',
      changing('dialogue-profil-acheteur', 'figure', (q) => ({ ...q, figure: 'seuil.livres' })),
      /figure .*does not say \{\{seuil\.livres\}\}/,
    ],
    [
      'a question that says its own answer',
      changing('dialogue-profil-acheteur', 'figure', (q) => ({ ...q, ask: `${q.ask} {{seuil.profil_acheteur}} ?` })),
      /ask .*gives the answer away/,
    ],
    [
      'too few distinct figures',
      changing('dialogue-verification-fournitures', 'figure', (q) => ({
        ...q,
        wrong: [
          { value: 15, why: 'La même.' },
          { value: 30, why: 'Une autre.' },
        ],
      })),
      /wrong .*only 2 distinct answers/,
    ],
    [
      'a finding that the lint does not raise',
      changing('dialogue-criteres-apres-coup', 'lint', (q) => ({ ...q, code: 'PRICE_ONLY' })),
      /code .*raises CRITERIA_AFTER/,
    ],
    [
      'silence where the lint speaks',
      changing('dialogue-criteres-apres-coup', 'lint', (q) => ({ ...q, code: 'none' })),
      /code .*raises CRITERIA_AFTER/,
    ],
    [
      'a finding explained by a fiche on something else',
      changing('dialogue-criteres-apres-coup', 'lint', (q) => ({
        ...q,
        fiche: 'suivre-un-contrat-prescripteur',
        why: 'Ainsi.',
      })),
      /fiche .*rests on R2152-11/,
    ],
    [
      'a right wording that changes a number',
      changing('dialogue-chaises-en-mots-d-acheteur', 'reword', (q) => ({
        ...q,
        wordings: q.wordings.map((w) => (w.fault === undefined ? { ...w, text: w.text.replace('40', '14') } : w)),
      })),
      /wordings\.0 .*not faithful: NUMBER_CHANGED/,
    ],
    [
      'a right wording that the lint refuses',
      changing('dialogue-chaises-en-mots-d-acheteur', 'reword', (q) => ({
        ...q,
        wordings: q.wordings.map(({ fault: _, ...w }, at) => (at === 3 ? w : { ...w, fault: 'lost' as const })),
      })),
      /wordings\.3 .*lint raises LOCAL_PREFERENCE/,
    ],
    [
      'a wording said lost that loses nothing',
      changing('dialogue-chaises-en-mots-d-acheteur', 'reword', (q) => ({
        ...q,
        wordings: q.wordings.map((w, at) => (at === 1 ? { ...w, text: q.need } : w)),
      })),
      /wordings\.1 .*finds nothing lost/,
    ],
    [
      'a wording said unlawful that is not',
      changing('dialogue-chaises-en-mots-d-acheteur', 'reword', (q) => ({
        ...q,
        wordings: q.wordings.map((w, at) => (at === 1 ? { ...w, fault: 'unlawful' as const } : w)),
      })),
      /wordings\.1 .*lint raises nothing/,
    ],
  ])('%s', (_, change, expected) => {
    expect(problemsWith(change).join('\n')).toMatch(expected);
  });

  it('a case whose amount has changed sides', () => {
    expect(problemsWith((quiz) => quiz, '2026-11-25')).toEqual([]);
    const raised = new Map(corpus.figures);
    const key = 'seuil.dispense.fournitures_services';
    const figure = raised.get(key);
    if (figure === undefined) throw new Error('no such figure');
    raised.set(key, {
      ...figure,
      values: [
        ...figure.values.map((v) => ({ ...v, valid_to: v.valid_to ?? '2027-12-31' })),
        { value: 90000, valid_from: '2028-01-01', article: 'R2122-8', status: 'V1' },
      ],
    });
    expect(problemsWith((quiz) => quiz, '2027-12-31', { figures: raised })).toEqual([]);
    expect(problemsWith((quiz) => quiz, '2028-01-01', { figures: raised }).join()).toMatch(
      /true_while .*does not hold on 2028-01-01/,
    );
  });
});

describe('what a module leaves out is named', () => {
  it.each<readonly [name: string, change: (quiz: Quiz) => Quiz, expected: RegExp]>([
    [
      'a fiche without lesson',
      (quiz) => ({ ...quiz, lessons: quiz.lessons.slice(1) }),
      /no lesson for the fiche qui-fait-quoi/,
    ],
    [
      'a fiche without question',
      (quiz) => ({ ...quiz, questions: quiz.questions.filter(({ fiche }) => fiche !== 'faux-amis') }),
      /no question for the fiche faux-amis/,
    ],
    [
      'fewer than ten questions for a side',
      (quiz) => ({
        ...quiz,
        questions: quiz.questions.map((q, at) =>
          at < QUIZ_LIMITS.questions - 1 ? q : { ...q, for: 'achat' as const },
        ),
      }),
      /questions open to « service », at least 10/,
    ],
    [
      'a quiz of two kinds',
      (quiz) => ({ ...quiz, questions: quiz.questions.filter(({ kind }) => kind === 'single' || kind === 'multiple') }),
      /2 kinds of question/,
    ],
    [
      'a question asked twice',
      (quiz) => ({
        ...quiz,
        questions: [...quiz.questions, ...quiz.questions.slice(0, 1).map((q) => ({ ...q, id: 'autre' }))],
      }),
      /autre asks the same as dialogue-appel-du-candidat/,
    ],
  ])('%s', (_, change, expected) => {
    expect(problemsWith(change).join('\n')).toMatch(expected);
  });

  it('a module without quiz', () => {
    const { problems } = checkQuizzes({ ...corpus, quizzes: [] }, files, index, DAY);
    expect(problems.map(({ field }) => field)).toEqual(corpus.modules.map(() => 'quiz.yaml'));
  });

  it('a fiche that came of a solved case, which waits for its trainer, is only warned of', () => {
    const [first] = corpus.fiches.filter(({ module }) => module === 'dialogue-achat');
    if (first === undefined) throw new Error('the module has fiches');
    const solved = {
      ...first,
      id: 'cas-resolu',
      sources: [{ ref: 'R2122-8, cité par un réserviste', status: 'M' as const }],
    };
    const { problems, warnings } = checkQuizzes({ ...corpus, fiches: [...corpus.fiches, solved] }, files, index, DAY);
    expect(problems).toEqual([]);
    expect(warnings.map(({ message }) => message)).toEqual(
      expect.arrayContaining(['no lesson for the fiche cas-resolu', 'no question for the fiche cas-resolu']),
    );
  });

  it('right choices that show by their length', () => {
    const longer = (q: QuizQuestion): QuizQuestion =>
      q.kind === 'single'
        ? {
            ...q,
            choices: q.choices.map((c) =>
              c.right ? { ...c, text: `${c.text}, et cela vaut pour tous les achats du service sans exception` } : c,
            ),
          }
        : q;
    const telling = checkQuizzes(
      { ...corpus, quizzes: [{ ...quizOfTheModule, questions: quizOfTheModule.questions.map(longer) }] },
      files,
      index,
      DAY,
    ).warnings.filter(({ field }) => field === 'questions');
    expect(telling[0]?.message).toMatch(/longest in 9 of 9/);
  });
});
