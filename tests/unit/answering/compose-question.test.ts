import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { composeAnswer } from '../../../src/answering/compose.ts';
import type { Fiche } from '../../../src/corpus/fiche.ts';
import { readCorpus } from '../../../src/corpus/read-corpus.ts';
import { readGiven } from '../../../src/dialogue/given.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import type { Role } from '../../../src/vocabulary/people.ts';
import { copyOfCorpus } from '../../fixtures/corpus-copy.ts';

const folder = copyOfCorpus();
cpSync('tests/fixtures/questions/petite-avance.md', join(folder, 'modules/seuils/petite-avance.md'));
const { corpus } = readCorpus(folder);

function ficheOf(id: string): Fiche {
  const fiche = corpus.fiches.find((one) => one.id === id);
  if (fiche === undefined) throw new Error(`no fiche ${id}`);
  return fiche;
}

const written = ficheOf('petite-avance');

function answerTo(role: Role, some: Partial<Parameters<typeof composeAnswer>[0]> = {}) {
  const day = '2026-11-28';
  return composeAnswer(
    {
      text: 'x',
      fiche: written,
      also: undefined,
      asked: 0,
      nearby: [1],
      others: [],
      cases: new Map(),
      limit: undefined,
      given: readGiven('x', day),
      role,
      at: day,
      today: day,
      confidence: 0.9,
      ...some,
    },
    corpus,
    catalogues.fr,
  );
}

describe('an answer to a question of a fiche', () => {
  it('is in the words of the side that asks, with the condition that could change it and the step to take', () => {
    const [service, buyer] = [answerTo('prescriber'), answerTo('buyer')];
    const [said, law] = [service.short.prescriber, buyer.short.buyer];
    expect(said.answer).toMatch(/^Oui, sous .* pour tout le besoin /);
    expect(law.answer).toMatch(/^Oui.: sous .*dispensé de publicité /);
    for (const { near, but, next } of [said, law]) {
      expect(near).toBeUndefined();
      expect(but).toMatch(/^Le total des achats semblables compte\.$/);
      expect(next).toMatch(/^Demandez le total de l.année\.$/);
    }
    expect(service.verdict).toBe('oui');
    expect(service.nearby[0]?.answer).toMatch(/^Non\. Toutes/);
    expect(buyer.nearby[0]?.answer).toMatch(/^Non.: l.égalité/);
  });

  it('that is only near is named before its answer, and gives no verdict', () => {
    const { short, verdict, nearby } = answerTo('prescriber', { asked: undefined, nearby: [1, 0] });
    expect(verdict).toBeUndefined();
    expect(short.prescriber.near).toMatch(/^Peut-on choisir une entreprise/);
    expect(nearby).toHaveLength(1);
  });

  it('that only may be the one asked stands before the others that may, each in one line of its side', () => {
    const others = [
      { fiche: written, question: 1 },
      { fiche: written, question: 0 },
    ];
    const { short, nearby } = answerTo('buyer', { asked: undefined, nearby: [0, 1], others });
    expect(short.buyer.others).toEqual([
      { question: expect.stringMatching(/^Peut-on choisir/), answer: expect.stringMatching(/^(?!Non)\p{Lu}/u) },
    ]);
    expect(short.prescriber.others?.[0]?.answer).toMatch(/^(?!Non)\p{Lu}/u);
    expect(nearby).toEqual([]);
    expect(answerTo('buyer', { others }).short.buyer.others).toBeUndefined();
  });

  describe('asked the other way round', () => {
    const turned = {
      ask: 'Faut-il traiter les entreprises à égalité ?',
      verdict: 'oui' as const,
      service: 'Oui, toutes les entreprises ont les mêmes chances.',
      achat: 'Oui, l’égalité de traitement s’impose.',
      told: ['toutes pareil ?', 'les memes chances pour tous ?'],
    };
    const [first, second, ...rest] = written.questions;
    if (first === undefined || second === undefined) throw new Error('the fiche has no second question');
    const other = { ...second, turned: [turned] };
    const fiche = { ...written, questions: [first, other, ...rest] };
    const cases = new Map([[other, { opening: turned, isSure: true }]]);

    it('opens with its own yes, the question in its own direction under it', () => {
      const { short, verdict } = answerTo('prescriber', { fiche, asked: 1, nearby: [], cases });
      expect(verdict).toBe('oui');
      expect(short.prescriber.answer).toMatch(/^Oui, toutes les entreprises/);
      expect(short.prescriber.but).toMatch(/^\*Peut-on choisir une entreprise.* Non\. Toutes/);
      expect(short.buyer.answer).toMatch(/^Oui, l.égalité de traitement/);
    });

    it('is named as it was turned where it is not sure, its yes under it', () => {
      const { short } = answerTo('prescriber', { fiche, asked: undefined, nearby: [1], cases });
      expect(short.prescriber.near).toMatch(/^Faut-il traiter les entreprises/);
      expect(short.prescriber.answer).toMatch(/^Oui, toutes/);
      const others = [{ fiche, question: 1 }];
      const offered = answerTo('buyer', { fiche, asked: undefined, nearby: [0], others, cases }).short.buyer.others;
      expect(offered).toEqual([
        { question: expect.stringMatching(/^Faut-il traiter/), answer: expect.stringMatching(/^Oui, l.égalité/) },
      ]);
    });
  });

  it('says at its foot what of its texts was read', () => {
    const sure = (some: Partial<Fiche>, also?: Fiche) =>
      answerTo('buyer', { fiche: { ...written, ...some }, ...(also === undefined ? {} : { also }) }).sure;
    const [first, ...others] = written.read;
    if (first === undefined) throw new Error('the fiche has no reading');
    const status = (one: 'M' | 'V2') => [{ ref: 'une source', status: one }];
    expect(sure({})).toBe(catalogues.fr.sure.read);
    expect(sure({ read: [{ ...first, as: 'extract' }, ...others] })).toMatch(/sauf R\..2122-8/);
    expect(sure({ sources: status('V2') })).toBe(catalogues.fr.sure.others);
    expect(sure({ sources: status('M') })).toBe(catalogues.fr.sure.unchecked);
    expect(sure({}, { ...written, sources: status('V2') })).toBe(catalogues.fr.sure.others);
  });
});
