import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSpeaks, mayAskWhere, SPEAKS_OF, speaksOf, thingIn } from '../../../src/dialogue/speaks-of.ts';

const speaks = createSpeaks('knowledge')();

/** One line in three of what is learnt from was kept apart. */
const apart = readFileSync('knowledge/modes/chez-nous.txt', 'utf8')
  .split('\n')
  .filter((row) => row !== '' && !row.startsWith('#'))
  .filter((_, index) => index % 3 === 2)
  .map((row) => {
    const [label = '', text = ''] = row.replace(/[{}]/g, '').split('\t');
    return { label, text };
  });
const read = apart.map((one) => ({ ...one, as: speaksOf(speaks, one.text) }));

describe('what a message speaks of, on phrasings that nothing was learnt from', () => {
  it('is one’s own body, where it is: most are heard, and hardly any other is taken for it', () => {
    const house = new Set<string>(['contract', 'buyer', 'order', 'where']);
    const asked = read.filter(({ label }) => house.has(label));
    const heard = asked.filter(({ as }) => house.has(as));
    expect(heard.length / asked.length).toBeGreaterThanOrEqual(0.72);
    // Most of those others were written to be taken for it.
    const wrong = read.filter(({ label, as }) => house.has(as) && !house.has(label));
    expect(wrong.length / (read.length - asked.length)).toBeLessThanOrEqual(0.08);
  });

  it('may be where a thing stands, and only where nothing says that it is the law or a need', () => {
    expect(mayAskWhere(speaks, 'l’élagage est programmé ?')).toBe(true);
    for (const text of ['Peut-on résilier un contrat de nettoyage ?', 'Faut-il trois devis pour 12 000 € de chaises ?'])
      expect(mayAskWhere(speaks, text)).toBe(false);
  });

  it('is offers, or a bidder, where it is', () => {
    for (const label of ['offers', 'bidder']) {
      const mine = read.filter((one) => one.label === label);
      expect(mine.filter(({ as }) => as === label).length / mine.length).toBeGreaterThanOrEqual(0.5);
    }
  });

  it('is the law where one tells what one has done and asks whether it holds', () => {
    for (const text of [
      "j'ai commandé 3000 € de sel par téléphone, c'est valable ?",
      'nous avons pris 40 ramettes chez un autre fournisseur, on a le droit ?',
      "mon adjoint a signé un devis de clôture à l'oral, ça nous engage ?",
    ])
      expect(speaksOf(speaks, text)).toBe('none');
    expect(speaksOf(speaks, "j'ai commandé 12 chaises le mois dernier, ça arrive quand ?")).toBe('where');
  });

  it('is offers where one asks to have them marked or chosen among, though none is told, and not where one asks how it is done', () => {
    expect(
      speaksOf(speaks, 'Voilà trois mémoires techniques. Mets-leur une note sur 60 et dis-moi qui on retient.'),
    ).toBe('offers');
    expect(speaksOf(speaks, 'on a deux offres qui se valent, laquelle je retiens ?')).toBe('offers');
    for (const text of ['Comment noter les offres ?', 'Ma collègue qui note les offres connaît un candidat.'])
      expect(speaksOf(speaks, text)).toBe('none');
  });

  it('is never thrown at, whatever is typed, and the thing asked for is of the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(SPEAKS_OF).toContain(speaksOf(speaks, text));
        expect(text).toContain(thingIn(speaks, text).said);
      }),
    );
    expect(thingIn(speaks, "A-t-on déjà un marché pour des chaises d'école ?").said).toBe("chaises d'école");
  });
});
