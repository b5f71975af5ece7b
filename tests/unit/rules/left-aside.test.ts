import { expect, it } from 'vitest';
import { leftAside } from '../../../src/rules/left-aside.ts';
import type { Told } from '../../../src/rules/tell.ts';

const told = (said: string, ...facts: readonly string[]): Told => ({
  said,
  formula: undefined,
  articles: [],
  assumed: [],
  facts,
  steps: [],
  missing: undefined,
});
const aside = (text: string, one: Told) => leftAside(text, '2026-11-28', one).said;

it('names the sums that nothing told of the case holds, in the person’s words', () => {
  const text = 'Un avenant de 18 000 € puis un autre de 22 500 € sur un marché de 320 000 €';
  expect(aside(text, told('18 000 € sur 320 000 € : 5,63 %'))).toEqual(['22 500 €']);
  expect(aside(text, told('40 500 € : 12,66 %', '18 000 € + 22 500 €', '320 000 €'))).toEqual([]);
});

it('takes no sum for another that holds its figures', () => {
  expect(aside('un devis de 2 500 €', told('22 500 € HT'))).toEqual(['2 500 €']);
  expect(aside('un devis de 2 500 €', told('2 500,00 € HT'))).toEqual([]);
  expect(aside('un devis de 2 500 €', told('2 500,50 € HT'))).toEqual(['2 500 €']);
});

it('names the days left out of a case that is worked out of days, and of no other', () => {
  const text = 'facture reçue le 27 octobre, rendue le 5 novembre, complète le 10 novembre';
  expect(aside(text, told('26 novembre 2026', '27 octobre 2026'))).toEqual(['5 novembre', '10 novembre']);
  expect(aside('signé le 5 novembre pour 30 000 €', told('30 000 € HT'))).toEqual([]);
});

it('leaves alone what is told to be a part, and what is multiplied', () => {
  expect(aside('50 000 € dont 12 000 € de pose', told('50 000 € HT'))).toEqual([]);
  expect(aside('12 chaises à 45 €', told('540 € HT'))).toEqual([]);
});

it('counts no limit among the sums that the need may hold', () => {
  const sums = (text: string) => leftAside(text, '2026-11-28', told('19 000 €')).sums;
  expect(sums('réparé pour 22 000 €, puis 19 000 €')).toEqual([22_000]);
  expect(sums('19 000 €, appel d’offres à partir de 216 000 €')).toEqual([]);
});
