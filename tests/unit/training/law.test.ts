import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Corpus, readCorpus } from '../../../src/corpus/read-corpus.ts';
import { createLog } from '../../../src/log.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { copyOfCorpus, spoil } from '../../fixtures/corpus-copy.ts';
import { faultOf, mustBe } from '../../fixtures/network.ts';
import { plain } from '../../fixtures/plain.ts';
import { rightKeys, type School, school, takeQuiz } from '../../fixtures/training.ts';

/** The fixture's law, with a threshold that rises on 1 July 2027: written in figures.yaml before it happens. */
function corpusWithRise(): Corpus {
  const folder = copyOfCorpus();
  spoil(
    folder,
    'figures.yaml',
    '{ value: 60000, valid_from: 2026-04-01, article: R2122-8, status: V1 }',
    '{ value: 60000, valid_from: 2026-04-01, valid_to: 2027-06-30, article: R2122-8, status: V1 }\n    - { value: 90000, valid_from: 2027-07-01, article: R2122-8, status: V1 }',
  );
  const { corpus, problems } = readCorpus(folder);
  expect(problems).toEqual([]);
  return corpus;
}

const BEFORE = '2027-06-30T10:00:00Z';
const AFTER = '2027-07-01T10:00:00Z';

let store: Store;
let at: School;
beforeEach(async () => {
  const data = mkdtempSync(join(tmpdir(), 'truchement-training-'));
  store = await openStore({ data, databaseUrl: undefined, log: createLog('silent') });
  at = await school(store, corpusWithRise());
});
afterEach(() => store.close());

const rightText = async (instant: string) => {
  at.at(instant);
  const marked = mustBe(await at.training.practise(undefined, 'seuils-plafond', rightKeys(at, 'seuils-plafond')));
  return plain(marked.marking.choices.find(({ right }) => right)?.text ?? '');
};

describe('a threshold that changes on a day written in the table', () => {
  it('changes the right answer, on the day', async () => {
    expect(await rightText('2026-03-31T10:00:00Z')).toBe('40 000 € HT');
    expect(await rightText(BEFORE)).toBe('60 000 € HT');
    expect(await rightText(AFTER)).toBe('90 000 € HT');
    // What was right the day before is offered still, and explained by its dates.
    at.at(AFTER);
    const old = mustBe(await at.training.practise(undefined, 'seuils-plafond', ['value:60000EUR']));
    expect(old.marking.right).toBe(false);
    expect(old.marking.choices.find(({ chosen }) => chosen)?.why).toMatch(/a valu du 1er avril 2026 au 30 juin 2027/);
  });

  it('changes the text of the lesson, on the day', async () => {
    const brief = async (instant: string) => {
      at.at(instant);
      return plain(mustBe(await at.training.lesson(undefined, 'seuils', 'petit-achat', 'buyer')).lesson.brief);
    };
    expect(await brief(BEFORE)).toContain('60 000 € HT');
    expect(await brief(AFTER)).toContain('90 000 € HT');
  });

  it('changes what an attestation asks again, on the day: the changed facts alone', async () => {
    await takeQuiz(at, 'bob', 'seuils');
    const standing = async (instant: string) => {
      at.at(instant);
      return mustBe(await at.training.mine('bob')).attestations[0]?.standing;
    };
    expect(await standing(BEFORE)).toMatchObject({ state: 'valid', until: '2028-11-25', questions: [] });
    const after = await standing(AFTER);
    expect(after).toMatchObject({
      state: 'recheck',
      until: '2027-09-29',
      changed: ['figure:seuil.dispense.fournitures_services'],
    });
    expect(after?.questions).toContain('seuils-plafond');
    // What rests on works' threshold alone has not changed, and is not asked again.
    expect(after?.questions).not.toContain('seuils-plafond-travaux');
    expect(after?.questions).not.toContain('seuils-operation');
    expect((await standing('2027-09-29T10:00:00Z'))?.state).toBe('recheck');
    expect((await standing('2027-09-30T10:00:00Z'))?.state).toBe('lapsed');
  });

  it('is answered again on what changed; the term stays', async () => {
    await takeQuiz(at, 'bob', 'seuils');
    expect(faultOf(await at.training.startQuiz('bob', 'recheck', 'seuils'))).toBe('nothing_due');
    at.at(AFTER);
    const asked = mustBe(await at.training.mine('bob')).attestations[0]?.standing.questions ?? [];
    const result = await takeQuiz(at, 'bob', 'seuils', 0, 'recheck');
    expect(result).toMatchObject({ purpose: 'recheck', passed: true, of: Math.min(10, asked.length) });
    expect(result.attestation?.standing).toMatchObject({ state: 'valid', until: '2028-11-25' });
    expect(mustBe(await at.training.mine('bob')).attestations).toHaveLength(1);
  });

  it('missed again, leaves the attestation as it stood', async () => {
    await takeQuiz(at, 'bob', 'seuils');
    at.at(AFTER);
    const result = await takeQuiz(at, 'bob', 'seuils', 10, 'recheck');
    expect(result).toMatchObject({ passed: false, attestation: undefined });
    expect(mustBe(await at.training.mine('bob')).attestations[0]?.standing.state).toBe('recheck');
  });

  it('takes away the question whose case has changed sides', async () => {
    const folder = copyOfCorpus();
    spoil(folder, 'figures.yaml', 'valid_from: 2026-04-01', 'valid_from: 2026-04-01, valid_to: 2027-06-30');
    spoil(
      folder,
      'figures.yaml',
      'status: V1 }\n- key: seuil.dispense.travaux',
      'status: V1 }\n    - { value: 25000, valid_from: 2027-07-01, article: R2122-8, status: V1 }\n- key: seuil.dispense.travaux',
    );
    const { corpus, problems } = readCorpus(folder);
    expect(problems).toEqual([]);
    const other = await school(store, corpus);
    const asks = (instant: string) => {
      other.at(instant);
      return other.course.openQuestions('seuils', 'achat', instant.slice(0, 10)).map(({ id }) => id);
    };
    expect(asks(BEFORE)).toContain('seuils-cas-mobilier');
    expect(asks(AFTER)).not.toContain('seuils-cas-mobilier');
    expect(faultOf(await other.training.practise(undefined, 'seuils-cas-mobilier', ['a']))).toBe('unknown_question');
  });
});
