import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../../../src/corpus/read-corpus.ts';
import { copyOfCorpus, FIXTURE_CORPUS, spoil } from '../../../fixtures/corpus-copy.ts';

const QUIZ = 'modules/seuils/quiz.yaml';

describe('a good quiz', () => {
  const { corpus, problems } = readCorpus(FIXTURE_CORPUS);

  it('is read without a problem, with every kind of question', () => {
    expect(problems).toEqual([]);
    const [quiz] = corpus.quizzes;
    expect(quiz).toMatchObject({ module: 'seuils', file: QUIZ });
    expect(new Set(quiz?.questions.map(({ kind }) => kind))).toEqual(
      new Set(['single', 'multiple', 'figure', 'reword', 'lint']),
    );
    expect(quiz?.questions.find(({ id }) => id === 'seuils-total')).toMatchObject({
      held_by: ['Demandez le total des achats semblables.'],
    });
  });
});

describe('a defect of form is named with its file, line and field', () => {
  it.each<readonly [name: string, from: string, to: string, field: string, message: RegExp]>([
    [
      'an unknown fiche',
      'fiche: petits-travaux\n    figure',
      'fiche: nulle-part\n    figure',
      'questions.1.fiche',
      /no fiche nulle-part/,
    ],
    [
      'a lesson on an unknown fiche',
      'fiche: petits-travaux\n    situation',
      'fiche: ailleurs\n    situation',
      'lessons.1.fiche',
      /no fiche ailleurs/,
    ],
    [
      'a lesson twice',
      'fiche: petits-travaux\n    situation',
      'fiche: petit-achat\n    situation',
      'lessons.1.fiche',
      /already has its lesson/,
    ],
    [
      'an unknown figure',
      'figure: seuil.dispense.travaux\n',
      'figure: seuil.inconnu\n',
      'questions.1.figure',
      /seuil\.inconnu does not exist/,
    ],
    [
      'an unknown figure among the wrong ones',
      '{ figure: seuil.dispense.travaux,',
      '{ figure: seuil.inconnu,',
      'questions.0.wrong.0',
      /seuil\.inconnu does not exist/,
    ],
    [
      'a condition on an unknown figure',
      '{ figure: seuil.dispense.fournitures_services, above',
      '{ figure: seuil.rien, above',
      'questions.2.true_while.0',
      /seuil\.rien does not exist/,
    ],
    [
      'an unknown key in a text',
      'sous {{seuil.dispense.fournitures_services}} (R2122-8)."\n    choices',
      'sous {{seuil.rien}} (R2122-8)."\n    choices',
      'questions.2.why',
      /seuil\.rien/,
    ],
    [
      'a legal figure written out',
      "C'est le plafond de la dispense",
      "C'est 60 000 € de dispense",
      'questions.0.why',
      /legal figure written out/,
    ],
    [
      'a legal figure in a choice',
      '"Chaque devis"',
      '"40 000 € par devis"',
      'questions.3.choices.1.text',
      /legal figure written out/,
    ],
    ['an id used twice', 'id: seuils-total', 'id: seuils-plafond', 'questions.3.id', /already stands/],
    [
      'an amount without its condition',
      '    true_while:\n      - { figure: seuil.dispense.fournitures_services, above: 31000 }\n',
      '',
      'questions.2.situation',
      /true_while/,
    ],
    [
      'two right choices in a single',
      '{ text: "Oui, toujours",',
      '{ text: "Oui, toujours", right: true,',
      'questions.2.choices',
      /2 right choices/,
    ],
    [
      'a multiple with nothing wrong',
      '{ text: "Comparer un seul devis au seuil", why',
      '{ text: "Comparer un seul devis au seuil", right: true, why',
      'questions.4.choices',
      /one wrong/,
    ],
    [
      'a wrong choice unexplained',
      ', why: "Un devis seul ne dit rien du total." }',
      ' }',
      'questions.3.choices.1',
      /needs its why/,
    ],
    ['a choice about the others', '"Chaque devis"', '"Toutes ces réponses"', 'questions.3.choices.1.text', /any order/],
    ['two choices alike', '"Chaque facture payée"', '"chaque devis"', 'questions.3.choices', /the same/],
    ['a right code among the wrong', '{ code: PRICE_ONLY', '{ code: none', 'questions.10.wrong', /once/],
    [
      'two right wordings',
      ', fault: untranslated, why: "Rien',
      ', why: "Rien',
      'questions.11.wordings',
      /2 wordings without fault/,
    ],
    [
      'no wording found wrong by rule',
      'fault: lost',
      'fault: untranslated',
      'questions.11.wordings',
      /lost or unlawful/,
    ],
    ['an unknown code', '{ code: SPLITTING', '{ code: SPLIT', 'questions.10.wrong.1.code', /Invalid/],
    ['an unknown field', '    code: none', '    code: none\n    hint: "rien"', 'questions.10', /hint/],
  ])('%s', (_, from, to, field, message) => {
    const folder = copyOfCorpus();
    const line = spoil(folder, QUIZ, from, to);
    const { problems } = readCorpus(folder);
    const found = problems.find((problem) => problem.field === field);
    expect(found, JSON.stringify(problems)).toMatchObject({ file: QUIZ });
    expect(found?.message).toMatch(message);
    expect(Math.abs((found?.line ?? 0) - line)).toBeLessThan(12);
  });
});
