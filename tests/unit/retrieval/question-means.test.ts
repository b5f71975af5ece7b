import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../../src/corpus/read-corpus.ts';
import { loadQuestionMeans, loadQuestionRows } from '../../../src/model/join-embedders.ts';
import { createQuestionMeans, meanKey } from '../../../src/retrieval/pair/question-means.ts';

const { fiches } = readCorpus('knowledge').corpus;
const rows = loadQuestionRows();

describe('what all ways of asking a question say together', () => {
  it('finds the fiche of a question asked in other words', () => {
    const { fiches: near, ...of } = createQuestionMeans(fiches, rows, loadQuestionMeans()).near(
      'le cuistot veut absolument la marque de ses fours dans le cahier des charges',
    );
    expect(near).toContain('marque-ou-equivalent');
    const place = fiches
      .find(({ id }) => id === near[0])
      ?.questions.findIndex((_, at) => of.lead(near[0] ?? '', at) > 0);
    expect(place).toBeGreaterThanOrEqual(0);
  });

  it('knows a question that nothing was learnt of by its own ways of asking', () => {
    const some = fiches.slice(0, 8);
    const [fiche] = some;
    const [question] = fiche?.questions ?? [];
    const means = createQuestionMeans(some, rows);
    const near = means.near(question?.said[0] ?? '');
    expect(near.fiches[0]).toBe(fiche?.id);
    expect(near.of(fiche?.id ?? '', 0)).toBeGreaterThan(0.5);
  });

  it('has learnt nearly every question of the corpus: one added since does not wait for a training', () => {
    const learnt = loadQuestionMeans();
    const keys = fiches.flatMap(({ id, questions }) => questions.map((question) => meanKey(id, question.id)));
    expect(keys.filter((key) => learnt.knows(key)).length).toBeGreaterThan(0.9 * keys.length);
  });
});
