import { describe, expect, it } from 'vitest';
import type { Fiche } from '../../../src/corpus/fiche.ts';
import type { Question } from '../../../src/corpus/question.ts';
import { readCorpus } from '../../../src/corpus/read-corpus.ts';
import { loadQuestionEmbedder, loadQuestionRows } from '../../../src/model/join-embedders.ts';
import type { Hit } from '../../../src/retrieval/hybrid.ts';
import { buildLexicalIndex } from '../../../src/retrieval/lexical-index.ts';
import { createJudge } from '../../../src/retrieval/pair/judge.ts';
import { calibrated, fittedPairs } from '../../../src/retrieval/pair/model.ts';
import { createQuestionMeans } from '../../../src/retrieval/pair/question-means.ts';
import { readText } from '../../../src/retrieval/pair/read-text.ts';
import { fittedSettings } from '../../../src/retrieval/settings.ts';

const embedder = loadQuestionEmbedder();
const [model] = readCorpus('tests/fixtures/corpus').corpus.fiches;
const question = (id: string, ask: string, answer: string, more: Partial<Question> = {}): Question => ({
  id,
  ask,
  said: [],
  answer: { service: answer, achat: answer },
  verdict: 'valeur',
  cases: [],
  turned: [],
  articles: [],
  not_this: [],
  ...more,
});
const fiche = (id: string, title: string, questions: readonly Question[]): Fiche => {
  if (model === undefined) throw new Error('the fixture corpus is empty');
  return { ...model, id, title, questions };
};
const payment = fiche('payment', 'Le délai de paiement', [
  question('hospital', 'Quel délai de paiement pour un hôpital public ?', 'Cinquante jours, pour un hôpital.'),
  question('late', 'Que doit-on à une entreprise payée en retard ?', 'Des intérêts moratoires et quarante euros.'),
]);
const bond = fiche('bond', 'La retenue de garantie', [
  question('penalties', 'Peut-on y prendre des pénalités de retard ?', 'Non : elle couvre les réserves.', {
    verdict: 'non',
  }),
]);

/** Both fiches found, the one before the other. */
function judging(text: string, order: readonly Fiche[]) {
  const documents = order.map(({ id, title, questions }) => ({
    id,
    title,
    questions: questions.map(({ ask }) => ask),
    articles: [],
    parts: [],
  }));
  const hits = documents.map(
    (document, place): Hit => ({
      document,
      score: 0.9 - place / 2,
      lexical: { rank: place + 1, score: 1, added: 0.5 },
      dense: { rank: place + 1, similarity: 0.6, added: 0.4, part: 'question' },
      concept: 0,
      parts: [],
    }),
  );
  const lexical = buildLexicalIndex(documents, fittedSettings.fields);
  const judge = createJudge({
    fiches: order,
    lexical,
    embed: embedder,
    means: createQuestionMeans(order, loadQuestionRows()),
    model: fittedPairs,
  });
  return judge.judge({ searched: text, hits });
}

describe('the judge of pairs', () => {
  it('tells the questions of one fiche apart', async () => {
    const [first] = await judging('delai de paiement hopital ?', [payment, bond]);
    expect(first).toMatchObject({ fiche: { id: 'payment' }, question: 0 });
    const [other] = await judging('on a paye une entreprise en retard, on lui doit quoi', [payment, bond]);
    expect(other).toMatchObject({ fiche: { id: 'payment' }, question: 1 });
  });

  it('gives every question of the fiches found a probability, the likeliest first', async () => {
    const judged = await judging('la retenue de garantie peut-elle servir aux pénalités ?', [bond, payment]);
    expect(judged).toHaveLength(3);
    const likely = judged.map(({ confidence }) => confidence);
    expect(likely).toEqual(likely.toSorted((a, b) => b - a));
    for (const { confidence, verdict } of judged)
      for (const one of [confidence, verdict]) expect(one >= 0 && one <= 1).toBe(true);
  });

  it.each([
    ['on peut y prendre les penalites du retard', true],
    ['ne peut-on pas y prendre des pénalités de retard ?', false],
    ['comment y prendre des pénalités de retard ?', false],
    ['peut-on y prendre des pénalités de retard au sous-traitant ?', false],
  ])('« %s » is the same question: %s', async (text, same) => {
    expect((await judging(text, [bond])).map((one) => one.same)).toEqual([same]);
  });

  it('believes nothing of words that ask nothing', async () => {
    const [sure] = await judging('quel est le délai de paiement pour un hôpital public ?', [payment, bond]);
    const [lost] = await judging('mercredi girafe bleue', [payment, bond]);
    expect(lost?.confidence).toBeLessThan((sure?.confidence ?? 0) / 3);
  });

  it('believes no yes nor no of what is asked against it, and may where another contract is named', async () => {
    const works = fiche('works', 'La retenue en travaux', [
      question('may', 'Peut-on garder une retenue de garantie en travaux ?', 'Oui.', { verdict: 'oui' }),
    ]);
    const believed = async (text: string, one = bond) => (await judging(text, [one]))[0]?.verdict ?? 0;
    expect(await believed('ne peut-on pas y prendre des pénalités de retard ?')).toBe(0);
    expect(await believed('peut-on garder une retenue de garantie en fournitures ?', works)).toBeGreaterThan(0);
  });

  it('judges nothing where nothing is found', async () => {
    expect(await judging('seuil', [])).toEqual([]);
  });
});

describe('what is asked for', () => {
  const caution = fiche('caution', 'La caution', [
    question('what', 'C’est quoi, une caution bancaire ?', 'La promesse d’une banque.', { said: ['caution bancaire'] }),
    question('may', 'Peut-on demander une caution bancaire ?', 'Oui.', { verdict: 'oui' }),
  ]);

  it.each([
    ['une caution bancaire, j’ai le droit d’en demander une ?', [false, true]],
    ['qui signe la caution bancaire ?', [false, false]],
    ['c’est quoi une caution ?', [true, false]],
  ])('« %s » may be answered by the meaning of the word, by what is allowed: %s', async (text, alike) => {
    const judged = await judging(text, [caution]);
    expect(judged.toSorted((a, b) => a.question - b.question).map((one) => one.alike)).toEqual(alike);
  });
});

describe('what a text says of itself', () => {
  it.each([
    ['quel délai pour payer ?', 'time'],
    ['on a cb de temps pour répondre', 'time'],
    ['combien doit-on ?', 'amount'],
    ['à partir de quel montant publier', 'amount'],
    ['comment récupérer une avance ?', 'how'],
    ['pourquoi additionner ?', 'why'],
    ['peut-on sous-traiter une partie ?', 'may'],
    ['est-on obligé d’allotir ?', 'must'],
    ['c’est quoi une avance ?', 'what'],
    ['qui signe le marché ?', 'who'],
    ['une entreprise qui tarde, c’est grave ?', 'closed'],
    ['comment payer quand le marché est fini', 'how'],
  ] as const)('« %s » asks for %s', (text, kind) => {
    expect(readText(text).kind).toBe(kind);
  });

  it('is held on what it asks at its end, and on whom and what it names', () => {
    const story = readText(`Le titulaire du marché de travaux ${'est venu hier '.repeat(20)}. Peut-on refuser ?`);
    expect([story.kind, story.denied]).toEqual(['may', true]);
    expect(story.facets.get('who')).toEqual(new Set(['entreprise']));
    expect(story.facets.get('contract')).toEqual(new Set(['travaux']));
  });
});

describe('a calibrated probability', () => {
  it('rises with what it is read from, straight between the steps', () => {
    const steps: [number, number][] = [
      [0, 0],
      [0.5, 0.4],
      [1, 1],
    ];
    expect([0, 0.25, 0.5, 0.75, 1, 2].map((x) => calibrated(steps, x))).toEqual([0, 0.2, 0.4, 0.7, 1, 1]);
    for (const [step, [, share]] of fittedPairs.calibration.entries())
      expect(share).toBeGreaterThanOrEqual(fittedPairs.calibration[step - 1]?.[1] ?? 0);
  });
});
