import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCpv } from '../../../../src/corpus/cpv.ts';
import { createFindCpv } from '../../../../src/rewording/cpv/find-cpv.ts';
import { atOnce } from '../../../../src/sliced.ts';
import { startProcessorClock } from '../../../fixtures/processor-time.ts';
import { runs } from '../../../fixtures/runs.ts';

const table = readCpv('knowledge');
const find = atOnce(createFindCpv(table));
const classes = (text: string, nature?: string) =>
  find(text, { concepts: [], ...(nature === undefined ? {} : { nature }) }).map(({ code }) => code.slice(0, 4));

describe('the classes that a need may be of', () => {
  it.each([
    ['il nous faut 40 chaises pour la salle du conseil', '39112000-0', 'Chaises'],
    ['on cherche une boîte pour faire le ménage dans les bureaux', '90910000-9', 'Services de nettoyage'],
    [
      'refaire la toiture du gymnase, elle fuit',
      '45260000-7',
      "Travaux de couverture et travaux d'autres corps de métier spécialisés",
    ],
    ['poches noires 110 L pour les corbeilles', '19640000-4', 'Sacs et sachets à ordures en polyéthylène'],
  ])('puts first what was asked for in «%s»', (text, code, label) => {
    expect(find(text, { concepts: [] })[0]).toMatchObject({ code, label });
  });

  it('tells buying from having looked after', () => {
    expect(classes('un copieur pour le secrétariat')[0]).toBe('3012');
    expect(classes('notre copieur est en panne, il faut un contrat de maintenance')[0]).toBe('5031');
  });

  it('heeds the nature of the purchase', () => {
    expect(classes('des fenêtres', 'travaux')[0]).toBe('4542');
    expect(classes('des fenêtres', 'fournitures')[0]).toBe('4422');
  });

  it('heeds a class that a concept of the need is known by', () => {
    const text = 'des armoires et des fauteuils';
    const [first, second = ''] = classes(text);
    const told = atOnce(createFindCpv(table, new Map([['assise', [second]]])));
    expect(first).not.toBe(second);
    expect(told(text, { concepts: ['assise'] })[0]?.code.slice(0, 4)).toBe(second);
  });

  it('says the class where no finer label was said', () => {
    expect(find('des fauteuils et des tabourets', { concepts: [] })[0]?.code.slice(0, 4)).toBe('3911');
    expect(find('du mobilier pour accueillir le public', { concepts: [] }).map(({ code }) => code)).not.toContain(
      '39113100-8',
    );
  });

  it.each(['', 'bonjour', 'merci beaucoup', 'xqzt wkrp', '12 000 €', '???', 'ok pour moi, bonne journée'])(
    'says nothing to «%s»',
    (text) => {
      expect(find(text, { concepts: [] })).toEqual([]);
    },
  );

  it('says the same each time', () => {
    const text = 'un camion-benne et une remorque pour les espaces verts';
    expect(find(text, { concepts: [] })).toEqual(find(text, { concepts: [] }));
    expect(find(text, { concepts: [] })).toEqual(atOnce(createFindCpv(table))(text, { concepts: [] }));
  });

  it('gives at most three codes of the regulation, each with words that stand in the text', () => {
    const words = [...table.usages.values()].flat();
    const need = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme', maxLength: 12 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        need.map((parts) => parts.join(' ')),
        (text) => {
          const candidates = find(text, { concepts: ['constructor'], nature: 'constructor' });
          expect(candidates.length).toBeLessThanOrEqual(3);
          expect(new Set(candidates.map(({ code }) => code.slice(0, 4))).size).toBe(candidates.length);
          for (const { code, label, from } of candidates) {
            expect(table.labels.get(code)).toBe(label);
            expect(from).not.toBe('');
            expect(text).toContain(from);
          }
        },
      ),
      { numRuns: runs(300), seed: 39112 },
    );
  });

  it('reads 8,000 characters in a time that follows their number', () => {
    const text = (length: number) =>
      'une tondeuse pour les espaces verts. le copieur est en panne, '.repeat(200).slice(0, length);
    find(text(8_000), { concepts: [] });
    const spent = startProcessorClock();
    for (let time = 0; time < 5; time++) find(text(8_000), { concepts: [] });
    expect(spent() / 5).toBeLessThan(60);
  });
});
