import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkFidelity } from '../../../../src/fidelity/check-fidelity.ts';
import { readText } from '../../../../src/french/text.ts';
import { fold, indexTerms } from '../../../../src/french/words.ts';
import { natureOf } from '../../../../src/rewording/buyer/nature.ts';
import { ALL_CUES } from '../../../../src/rewording/buyer/notions.ts';
import { createToBuyer, type ToBuyer } from '../../../../src/rewording/buyer/to-buyer.ts';
import { createFindTerms } from '../../../../src/rewording/terms.ts';
import { realCorpus } from '../../../fixtures/real-corpus.ts';
import { needsIn } from '../../../fixtures/real-needs.ts';

interface Item {
  readonly id: string;
  readonly text: string;
  readonly terms: readonly string[];
}

const items: readonly Item[] = readFileSync('tests/golden/rewording/to-buyer.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Item);
const toBuyer: ToBuyer = createToBuyer({
  findTerms: createFindTerms(realCorpus.lexicon),
  lexicon: realCorpus.lexicon,
});
const reword = (text: string) => toBuyer(text, needsIn(text));

describe('the golden messages', () => {
  const told: { readonly item: Item; readonly text: string }[] = [];
  beforeAll(async () => {
    for (const item of items) told.push({ item, text: (await reword(item.text)).text });
  });

  it('stand as they are, with what the rules read in them after a blank line, in brackets', () => {
    for (const { item, text } of told) {
      expect(text.startsWith(item.text)).toBe(true);
      expect(text.slice(item.text.length)).toMatch(/^(?:\n\n(?:\[[^\n]+\]\n?)+)?$/);
    }
  });

  it('say at least 80 in a hundred of the terms that the buyer expects', () => {
    const wanted = told.flatMap(({ item, text }) => item.terms.map((term) => holds(text, term)));
    expect(wanted.filter(Boolean).length / wanted.length).toBeGreaterThanOrEqual(0.8);
  });

  it('pass the fidelity guard', () => {
    const unfaithful = told.filter(({ item, text }) => !checkFidelity(item.text, text).faithful);
    expect(unfaithful.map(({ item }) => item.id)).toEqual([]);
  });
});

describe('what a person said', () => {
  it.each([
    "C'est plus simple pour nous.",
    'On est 4 200 habitants et il nous faut 3 bancs.',
    'On veut pas de plastique, slt',
    'Bonjour Sophie,\n- 3 bancs\n- 2 tables\nCordialement\nPaul Martin',
    'Vous en pensez quoi, vous autres ?',
    '12k€ max\r\n\r\n  [brouillon]  ',
  ])('is shown as it was typed: %j', (source) => {
    expect(reword(source).text.startsWith(source)).toBe(true);
  });
});

describe('the nature of the purchase', () => {
  it.each([
    ['il faudrait 12 kayaks', 'fournitures'],
    ['louer 2 pianos pour un an', 'fournitures'],
    ['remplacer les 3 autolaveuses', 'fournitures'],
    ['refaire la peinture du hall', 'travaux'],
    ['acheter de la peinture pour les ateliers', 'fournitures'],
    ['un coup de neuf sur la façade', 'travaux'],
    ['faire traduire un site', 'services'],
    ["l'entretien des ascenseurs", 'services'],
    ['une étude sur le trafic', 'prestations intellectuelles'],
    ['le maire est absent mardi', undefined],
    ['on ne veut plus de chaises', undefined],
  ])('%s: %s', (message, nature) => {
    expect(natureOf(readText(message).flat, [])).toBe(nature);
  });

  it('is said of each of two needs', async () => {
    const { text } = await reword('On veut refaire la peinture du couloir et acheter 6 bancs.');
    expect(text).toContain("Nature de l'achat : travaux et fournitures");
  });

  it('is not that of the department which asks', async () => {
    const { text } = await reword('Le service des archives a besoin de 15 chaises.');
    expect(text).toContain('fournitures');
    expect(text).not.toContain('archivage');
  });
});

describe('an amount', () => {
  it.each([
    ['Achat de 4 bancs, 2 000 € HT.', true],
    ['La facture précédente était de 3 100 € HT.', false],
    ['La subvention de 20 000 € est refusée.', false],
  ])('is a value to estimate only when it is of a purchase to come: %s', async (message, estimated) => {
    expect((await reword(message)).text.includes('valeur estimée')).toBe(estimated);
  });
});

describe('the tables of turns', () => {
  const known = new Set(realCorpus.lexicon.map(({ id }) => id));
  it.each(ALL_CUES.map((cue) => [cue.concept, cue] as const))('%s', (concept, cue) => {
    expect(known.has(concept)).toBe(true);
    // A figure of ours would read as one of the person's.
    for (const label of cue.show ?? []) expect(label).not.toMatch(/\d/);
  });
});

describe('any text', () => {
  const words = [
    'on',
    'je',
    'nous',
    'notre',
    'vous',
    'pas',
    '12k€',
    'école',
    'besoin de',
    '?',
    '.',
    '\n- ',
    "j'ai",
    'faut',
    'le 3 mai',
    'Dell',
    '(',
    '«',
    '😀',
    '\u200b',
    'e\u0301',
    'œuvre',
    '30 %',
  ];
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((list) => list.join(' ')),
  );

  it('is reworded without throwing, and terms are the very words of the source', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (source) => {
        const { text, terms } = await reword(source);
        expect(text.startsWith(source)).toBe(true);
        for (const { from, span, to } of terms) {
          expect(source.slice(...span)).toBe(from);
          expect(text).toContain(to);
        }
      }),
    );
  });
});

/** One of the alternatives stands in the text, as it is or in other inflections. */
function holds(text: string, alternatives: string): boolean {
  const plain = fold(text).replace(/\s+/g, ' ');
  const stems = ` ${indexTerms(text).join(' ')} `;
  return alternatives.split('|').some((one) => {
    const terms = indexTerms(one);
    return (
      plain.includes(fold(one.trim()).replace(/\s+/g, ' ')) ||
      (terms.length > 0 && !/\d/.test(one) && stems.includes(` ${terms.join(' ')} `))
    );
  });
}
