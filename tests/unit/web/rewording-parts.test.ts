import { describe, expect, it } from 'vitest';
import { toText } from '../../../adapters/web/html.ts';
import { sayAgo } from '../../../adapters/web/rewording/agreement/history.ts';
import { renderBrief } from '../../../adapters/web/rewording/brief.ts';
import { renderSpread } from '../../../adapters/web/rewording/spread.ts';
import { pairsOf } from '../../../adapters/web/rewording/words.ts';
import { createView } from '../../../adapters/web/view.ts';
import type { Need, Term } from '../../../src/rewording/port/rewording.ts';
import { needReworded } from '../../fakes/interpreting.ts';
import { plain } from '../../fixtures/plain.ts';

const french = createView('fr');
const EMPTY: Need = { slots: {}, functions: [], lots: [], proof: [], risks: [], missing: [] };
const said = (value: string, understood?: string) => ({
  value,
  span: [0, value.length] as const,
  ...(understood === undefined ? {} : { understood }),
});

function brief(...needs: readonly Need[]): string {
  return plain(toText(renderBrief(needs, french)));
}

describe('the brief', () => {
  it('shows a contradiction as such: every saying, and that it is still to be said', () => {
    const shown = brief({
      ...EMPTY,
      slots: { quantity: { said: [said('12 chaises'), said('15 chaises')], conflict: true } },
      missing: ['quantity'],
    });
    expect(shown).toMatch(/se contredisent[\s\S]*12 chaises<\/q>[\s\S]*15 chaises<\/q>[\s\S]*À préciser/);
  });

  it('tells the words from how they were understood, and says the same thing once', () => {
    expect(brief({ ...EMPTY, slots: { budget: { said: [said('12k€', '12 000 €')], conflict: false } } })).toMatch(
      /<q class="own" data-span="0-4">12k€<\/q> <span class="understood">compris : <b>12 000 €<\/b>/,
    );
    expect(brief({ ...EMPTY, slots: { budget: { said: [said('12 €', '12 €')], conflict: false } } })).not.toContain(
      'compris',
    );
  });

  it('never shows a value for what is missing, and names the rest as not spoken of', () => {
    const shown = brief({ ...EMPTY, missing: ['budget', 'place'] });
    expect(shown).not.toContain('class="own"');
    expect(shown.match(/class="gap"/g)).toHaveLength(2);
    expect(shown).toMatch(/Non abordé[^<]*objet, quantité, échéance/);
  });

  it('numbers the needs when there are two, and shows functions, lots, risks and proof only where there are some', () => {
    const full: Need = {
      ...EMPTY,
      functions: [
        { statement: said('réparer'), level: said('sous 2 h'), flexibility: 'negotiable' },
        { statement: said('nettoyer'), flexibility: 'unsaid' },
      ],
      lots: [{ label: 'Peinture', why: 'Un autre métier.', said: said('repeindre') }],
      proof: [said('un échantillon')],
      risks: [said('si ça fuit')],
    };
    const shown = brief(full, EMPTY);
    expect(shown).toMatch(/Besoin 1 sur 2[\s\S]*Besoin 2 sur 2/);
    expect(shown).toMatch(/réparer[\s\S]*sous 2 h[\s\S]*négociable[\s\S]*nettoyer[\s\S]*À préciser[\s\S]*non dite/);
    expect(shown).toMatch(/Lots possibles[\s\S]*Peinture[\s\S]*repeindre[\s\S]*Un autre métier/);
    expect(shown).toMatch(/si ça fuit[\s\S]*un échantillon/);
    expect(brief(EMPTY)).not.toMatch(/<h[34]|<table/);
  });
});

describe('the words', () => {
  const term = (from: string, to: string, start: number): Term => ({
    from,
    to,
    span: [start, start + from.length],
    concept: to,
    explanation: '',
    articles: [],
  });

  it('are explained once each, whatever the number of times they are met, in the order of the text', () => {
    const { pairs, marks } = pairsOf([
      term('Panne', 'défaillance', 20),
      term('devis', 'offre', 5),
      term('panne', 'défaillance', 0),
    ]);
    expect(pairs.map(({ key, term: { to } }) => [key, to])).toEqual([
      [1, 'défaillance'],
      [2, 'offre'],
    ]);
    expect(marks.map(({ key }) => key)).toEqual([1, 2, 1]);
  });
});

it('faces a message with its form, the names of the lines apart, and a wording to the letter; alone, it is shown once', () => {
  const source = 'on veut rempiler';
  const form = 'Objet\u00a0: «\u00a0ménage\u00a0»\nNotions\u00a0: reconduction';
  const terms = [
    { from: 'rempiler', to: 'reconduction', span: [8, 16], concept: 'c', explanation: 'e', articles: [] },
  ] as const;
  const inside = (text: string) => {
    const shown = toText(renderSpread({ ...needReworded(source), forms: [], text, terms, lint: [] }, french));
    return /id="reworded">([\s\S]*?)<\/p>/.exec(shown)?.[1] ?? '';
  };
  const faced = inside(`${source}\n\n${form}`);
  expect(faced.replace(/<[^>]*>/g, '')).toBe(form);
  // A buyer knows the words of the trade: none is explained.
  expect(faced).toMatch(/^<b>Objet<\/b>[^\n]*\n<b>Notions<\/b>[^<]*$/);
  expect(inside('Un achat.').replace(/<[^>]*>/g, '')).toBe('Un achat.');
  expect(toText(renderSpread({ ...needReworded(source), lint: [] }, french)).split(source)).toHaveLength(2);
});

it('says how long ago', () => {
  const now = new Date('2026-11-25T10:00:00Z');
  const ago = (at: string, language: 'fr' | 'en' = 'fr') => plain(sayAgo(at, now, language));
  expect(ago('2026-11-25T09:59:30Z')).toBe('maintenant');
  expect(ago('2026-11-25T09:55:00Z')).toBe('il y a 5 minutes');
  expect(ago('2026-11-25T07:00:00Z')).toBe('il y a 3 heures');
  expect(ago('2026-11-24T07:00:00Z')).toBe('hier');
  expect(ago('2026-11-20T07:00:00Z', 'en')).toBe('5 days ago');
  expect(ago('2026-11-25T10:05:00Z')).toBe('maintenant');
});
