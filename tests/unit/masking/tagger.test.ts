import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../../scripts/random.ts';
import { createExamples } from '../../../scripts/train-masking/examples.ts';
import { fitTagger } from '../../../scripts/train-masking/fit.ts';
import { readLabelled } from '../../../scripts/train-masking/labelled.ts';
import { readBest, readProbabilities, shutSteps } from '../../../src/masking/learned/chain.ts';
import { LABEL_COUNT, labelOf } from '../../../src/masking/learned/labels.ts';
import { readWeights, writeWeights } from '../../../src/masking/learned/weights.ts';
import { createMasker } from '../../../src/masking/masker.ts';
import { LEARNED_FILE, NO_MASKING_LISTS, readMaskingLists } from '../../../src/masking/masking-lists.ts';
import { startProcessorClock } from '../../fixtures/processor-time.ts';

const { lists } = readMaskingLists('knowledge/masquage');
const masker = createMasker(lists);
const found = (text: string) => masker.find(text).map((finding) => `${finding.kind} ${finding.text}`);

describe('names that only their place in the sentence tells', () => {
  it.each([
    ['la facture de lune rousse est fausse, je la refuse ds chorus ?', 'supplier lune rousse'],
    ['le patron de sirop d’érable refuse les pénalités', 'supplier sirop d’érable'],
    ['on a une fuite à montgirod depuis lundi', 'place montgirod'],
    ['slt, la benne bk-318-vt est hs', 'plate bk-318-vt'],
  ])('%s', (text, expected) => expect(found(text)).toContain(expected));

  it('are not what stands in markup', () =>
    expect(found('Voici : <at>tous</at> <b>gras</b> [ici](https://x.example)').join()).not.toMatch(
      /supplier|person|place/,
    ));

  it('are not seen by rules alone', () =>
    expect(
      createMasker({ ...lists, learned: undefined }).find(
        'la facture de lune rousse est fausse, je la refuse ds chorus ?',
      ),
    ).toEqual([]));

  it('never go past a mark: what stands on either side is two names', () => {
    for (const text of ['la société Dupont TP ; Dupont livre', 'Vu avec Julie. Julie Martin signe.'])
      for (const { text: name } of masker.find(text)) expect(name).not.toMatch(/[;.]/);
  });
});

describe('the chain of labels', () => {
  const random = createRandom(3);
  const steps = shutSteps(Float32Array.from({ length: LABEL_COUNT ** 2 }, () => random() * 2 - 1));
  const scores = Float64Array.from({ length: 6 * LABEL_COUNT }, () => random() * 4 - 2);

  it('gives each word chances that add up to one, and none to what cannot follow', () => {
    const { labels } = readProbabilities({ length: 6, scores, steps });
    for (let at = 0; at < 6; at++)
      expect(labels.subarray(at * LABEL_COUNT, (at + 1) * LABEL_COUNT).reduce((sum, one) => sum + one, 0)).toBeCloseTo(
        1,
      );
    expect(labels[labelOf('person', false)]).toBe(0);
  });

  it('goes on with a name only after a word of the same name', () => {
    const best = readBest({ length: 6, scores, steps });
    for (const [at, label] of best.entries())
      if (label > 0 && label % 2 === 0) expect([label, label - 1]).toContain(best[at - 1]);
  });

  it('holds with scores far apart and with no word at all', () => {
    const far = scores.map((score) => score * 400);
    expect([...readProbabilities({ length: 6, scores: far, steps }).labels].every(Number.isFinite)).toBe(true);
    expect(readBest({ length: 0, scores: new Float64Array(0), steps })).toHaveLength(0);
  });
});

describe('the file of weights', () => {
  const folder = mkdtempSync(join(tmpdir(), 'masking-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const text = readFileSync(join('knowledge/masquage', LEARNED_FILE), 'utf8');

  it('says the same when read and written again', () => expect(writeWeights(readWeights(text)) === text).toBe(true));

  it.each([
    ['another file', 'bonjour\n', /is not «# truchement tagger/],
    ['one cut short', text.slice(0, text.length >> 1), /cut short/],
    ['a sign that is no score', text.replace(/\n([^\n\t]+)\t../, '\n$1\té!'), /which is no score/],
    ['steps that are no numbers', text.replace(/\n-?\d/, '\nx'), /line 2/],
  ])('is refused with what is wrong: %s', (_, broken, said) => {
    cpSync('knowledge/masquage', folder, { recursive: true });
    writeFileSync(join(folder, LEARNED_FILE), broken);
    const read = readMaskingLists(folder);
    expect(read.lists.learned).toBeUndefined();
    const [problem] = read.problems.filter(({ file }) => file === `masquage/${LEARNED_FILE}`);
    expect(problem?.message).toMatch(said);
    expect(problem?.message).toContain('npm run train:masking');
  });
});

describe('the training', () => {
  it('gives the same weights for the same texts', () => {
    const texts = readLabelled('tests/golden/masking/third-held.jsonl').slice(0, 12);
    const train = () => {
      const random = createRandom(7);
      const read = createExamples(NO_MASKING_LISTS);
      const settings = { epochs: 2, rate: 0.1, pull: 1e-4, seldom: 1, slight: 0.05 };
      return writeWeights(
        fitTagger(
          texts.map((pieces) => read(pieces, random, 0.5)),
          settings,
          random,
        ),
      );
    };
    expect(train()).toBe(train());
  });
});

it('takes time in proportion to the text', () => {
  const piece = 'bjr toits et merveilles a pas livré a plouvenec, jean mi relance clairtek ';
  const timeOf = (length: number) => {
    const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
    const times = Array.from({ length: 3 }, () => {
      const spent = startProcessorClock();
      masker.find(text);
      return spent();
    });
    return Math.min(...times);
  };
  timeOf(10_000);
  expect(timeOf(40_000) / timeOf(10_000)).toBeLessThan(8);
});
