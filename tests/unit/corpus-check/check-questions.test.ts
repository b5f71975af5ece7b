import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArticleIndex } from '../../../src/corpus/article-index.ts';
import { type CorpusProblem, formatProblem } from '../../../src/corpus/problem.ts';
import { readCorpus } from '../../../src/corpus/read-corpus.ts';
import { checkQuestions } from '../../../src/corpus-check/check-questions.ts';
import { copyOfCorpus, spoil } from '../../fixtures/corpus-copy.ts';

const FICHE = 'modules/seuils/petite-avance.md';
const row = (article: string, since: string, complete = true) =>
  JSON.stringify({ article, since, gist: 'x', figures: [], topics: [], applies_to: '', complete });
const { index } = readArticleIndex({
  articlesJsonl: [
    row('R2122-8', '2026-04-01'),
    row('L3', '2019-04-01'),
    row('CCAG-FCS 14', '2021-04-01', false),
    row('L4', '2019-04-01'),
  ].join('\n'),
  absentsYaml: '[]',
  otherTextsYaml: '[]',
});

function copyWithQuestions(): string {
  const folder = copyOfCorpus();
  cpSync('tests/fixtures/questions/petite-avance.md', join(folder, FICHE));
  return folder;
}

function problemsOf(folder: string): readonly CorpusProblem[] {
  const { corpus, problems, sources } = readCorpus(folder);
  return [...problems, ...checkQuestions(corpus, sources, index)].filter(({ file }) => file === FICHE);
}

describe('a fiche whose questions have ids', () => {
  it('is read and checked without a problem', () => {
    expect(problemsOf(copyWithQuestions()).map(formatProblem)).toEqual([]);
  });
});

type Planted = readonly [name: string, from: string, to: string, field: string, message: RegExp, after?: number];

const PLANTED: readonly Planted[] = [
  [
    'a verdict that there is not',
    'verdict: oui',
    'verdict: peut-etre',
    'questions.0.verdict',
    /one of oui, non, depend, valeur, etape/,
  ],
  [
    'a word outside a closed list',
    'who: [acheteur]',
    'who: [maire]',
    'questions.0.about.who.0',
    /among service, acheteur, entreprise, elu, sous-traitant/,
  ],
  [
    'an unknown field',
    'but: "Le total',
    'mais: "Le total',
    'questions.0',
    /unknown field mais; there are id, ask, said/,
    -14,
  ],
  [
    'an answer on one side',
    '      achat: "Oui : sous',
    '      client: "Oui : sous',
    'questions.0.answer.achat',
    /answer in the words of the code/,
    -2,
  ],
  [
    'a question without its answer',
    '  - id: comment-commencer',
    '  - "une vieille question"\n  - id: comment-commencer',
    'questions.4',
    /must have the fields id, ask, said, answer, verdict/,
  ],
  [
    'an id not in kebab case',
    'id: quel-seuil',
    'id: Quel seuil',
    'questions.3.id',
    /lower case words joined by hyphens/,
  ],
  [
    'an id given twice',
    'id: quel-seuil',
    'id: penalites-de-retard',
    'questions.penalites-de-retard.id',
    /give another/,
  ],
  [
    'a question in bad French',
    'ask: "Quel est le seuil de dispense ?"',
    'ask: "cb le seuil de dispense"',
    'questions.quel-seuil.ask',
    /capital letter to a question mark/,
  ],
  [
    'an answer too long',
    'service: "Il faut écrire',
    `service: "Il faut ${'bien '.repeat(60)}écrire`,
    'questions.comment-commencer.answer.service',
    /69 words, at most 60: .*depend/,
  ],
  [
    'a condition too long',
    'but: "Le total',
    `but: "${'Tout '.repeat(22)}le total`,
    'questions.signer-sans-concurrence.but',
    /28 words, at most 25/,
  ],
  [
    'a step too long',
    'next: "Demandez',
    `next: "${'Bien '.repeat(18)}demandez`,
    'questions.signer-sans-concurrence.next',
    /23 words, at most 20/,
  ],
  [
    'three articles for a service',
    'au départ (L3)',
    'au départ (L3, L4, R2122-8)',
    'questions.favoriser-voisin.answer.service',
    /L3, L4, R2122-8: at most 2/,
  ],
  [
    'a figure on one side only',
    'achat: "{{seuil.dispense.fournitures_services}} pour',
    'achat: "Le seuil pour',
    'questions.quel-seuil.answer.achat',
    /does not say \{\{seuil\.dispense\.fournitures_services\}\}, which answer\.service does/,
  ],
  [
    'a figure written out',
    'service: "Cela dépend de',
    'service: "Cela dépend sous 15 jours de',
    'questions.penalites-de-retard.answer.service',
    /15 jours/,
  ],
  [
    'an unknown figure key in a step',
    'next: "Demandez le',
    'next: "Demandez {{seuil.perdu}} et le',
    'questions.signer-sans-concurrence.next',
    /seuil\.perdu/,
  ],
  [
    'a yes under a no',
    'service: "Non. Toutes',
    'service: "Oui. Toutes',
    'questions.favoriser-voisin.answer.service',
    /«Oui» under verdict non: begin with «Non»/,
  ],
  [
    'no verdict in the first words',
    'achat: "Cela dépend des',
    'achat: "Il faut voir des',
    'questions.penalites-de-retard.answer.achat',
    /«Il» under verdict depend: begin with «Cela dépend»/,
  ],
  [
    'a yes under a value',
    'service: "{{seuil',
    'service: "Oui, {{seuil',
    'questions.quel-seuil.answer.service',
    /«Oui» under verdict valeur/,
  ],
  [
    'too few phrasings',
    '["je commence par quoi", ',
    '[',
    'questions.comment-commencer.said',
    /5 ways of asking, at least 6/,
  ],
  [
    'a phrasing claimed twice',
    '"seuil svp"',
    '"Jai un devis, pour la CANTINE : je signe !"',
    'questions.quel-seuil.said.1',
    /already a way of asking signer-sans-concurrence in .*petite-avance\.md/,
  ],
  [
    'an article that the question does not list',
    'articles: [R2122-8]\n    not_this',
    'articles: [L3]\n    not_this',
    'questions.signer-sans-concurrence.articles',
    /add R2122-8/,
  ],
  [
    'an article that the fiche does not list',
    'articles: [R2122-8, L3, CCAG-FCS 14]',
    'articles: [R2122-8, CCAG-FCS 14]',
    'questions.favoriser-voisin.articles',
    /L3 must stand in the fiche's own articles/,
    25,
  ],
  [
    'an article without its reading',
    '  - { article: R2122-8, as: whole',
    '  - { article: R2122-9, as: whole',
    'read',
    /R2122-8 has no row: add - \{ article: R2122-8, as: whole/,
    -1,
  ],
  [
    'a no that leans on a part',
    '{ article: L3, as: whole',
    '{ article: L3, as: secondary',
    'questions.favoriser-voisin.verdict',
    /non leans on L3, not read whole/,
    -21,
  ],
  [
    'an older version',
    'as: whole, version: 2026-04-01',
    'as: whole, version: 2020-01-01',
    'read.0.version',
    /2026-04-01 prevails/,
  ],
  [
    'a reading that is none',
    'as: whole, version: 2021',
    'as: half, version: 2021',
    'read.2.as',
    /one of whole, extract, secondary/,
  ],
];

describe('a mistake is named with its file, line and field, and what to write', () => {
  for (const [name, from, to, field, message, after = 0] of PLANTED)
    it(name, () => {
      const folder = copyWithQuestions();
      const line = spoil(folder, FICHE, from, to) + after;
      const found = problemsOf(folder).find((problem) => problem.field === field && message.test(problem.message));
      expect(found, problemsOf(folder).map(formatProblem).join('\n')).toMatchObject({ file: FICHE, line });
    });

  it('names the mistakes of several questions at once, those of form with those of content', () => {
    const folder = copyWithQuestions();
    spoil(folder, FICHE, 'verdict: etape', 'verdict: peut-etre');
    spoil(folder, FICHE, 'service: "Non. Toutes', 'service: "Oui. Toutes');
    spoil(folder, FICHE, '["cb le seuil", ', '[');
    spoil(folder, FICHE, 'as: whole, version: 2021', 'as: half, version: 2021');
    const fields = problemsOf(folder).map(({ field }) => field);
    expect(fields).toEqual(
      expect.arrayContaining([
        'questions.4.verdict',
        'questions.favoriser-voisin.answer.service',
        'questions.quel-seuil.said',
        'read.2.as',
      ]),
    );
  });
});

it('names a mistake in a question beside one elsewhere in the front matter', () => {
  const folder = copyWithQuestions();
  spoil(folder, FICHE, 'verified_on: 2026-11-24', 'verified_on: AAAA-MM-JJ');
  spoil(folder, FICHE, 'verdict: etape', 'verdict: peut-etre');
  expect(problemsOf(folder).map(({ field }) => field)).toEqual(['verified_on', 'questions.4.verdict']);
});

describe('what only several questions can show', () => {
  const without = (folder: string, from: string, to: string) => spoil(folder, FICHE, from, to);

  it('wants a neighbour of a no where every question of the fiche says no', () => {
    const folder = copyWithQuestions();
    const text = readFileSync(join(folder, FICHE), 'utf8');
    writeFileSync(
      join(folder, FICHE),
      text
        .replaceAll(/verdict: \w+/g, 'verdict: non')
        .replaceAll(/(service|achat): "[^"]*"/g, '$1: "Non."')
        .replace(/\n {4}not_this: .*/, ''),
    );
    const found = problemsOf(folder).filter(({ field }) => field.endsWith('not_this'));
    expect(found).toHaveLength(5);
    expect(found[0]?.message).toMatch(/needs a neighbour/);
  });

  it('wants at least five questions', () => {
    const folder = copyWithQuestions();
    const text = readFileSync(join(folder, FICHE), 'utf8');
    writeFileSync(join(folder, FICHE), text.replace(/ {2}- id: comment-commencer[\s\S]*?(?=\nread:)/, ''));
    expect(problemsOf(folder).map(formatProblem)).toEqual([
      `${FICHE}:7 [questions] 4 questions, 5 to 32 expected: write what people ask and nothing answers`,
    ]);
  });

  it('lets a no that says what is to be checked lean on a part', () => {
    const folder = copyWithQuestions();
    without(folder, '{ article: L3, as: whole', '{ article: L3, as: extract');
    without(folder, 'service: "Non. Toutes', 'service: "Non, à vérifier sur Légifrance. Toutes');
    without(folder, 'achat: "Non : l', 'achat: "Non, à vérifier sur Légifrance : l');
    expect(problemsOf(folder)).toEqual([]);
  });

  it('lets an article read in part be cited where no yes nor no leans on it', () => {
    const folder = copyWithQuestions();
    without(folder, '{ article: CCAG-FCS 14, as: whole', '{ article: CCAG-FCS 14, as: extract');
    expect(problemsOf(folder)).toEqual([]);
  });
});
