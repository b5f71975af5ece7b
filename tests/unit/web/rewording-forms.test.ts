import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actOf, readFile, readWish } from '../../../adapters/web/rewording/agreement/inbound.ts';
import { attachment } from '../../../adapters/web/rewording/agreement/routes.ts';
import { readRewording, readSide } from '../../../adapters/web/rewording/inbound.ts';
import { addAnswers } from '../../../src/rewording/port/add-answers.ts';
import { needReworded } from '../../fakes/interpreting.ts';

describe('the form of a text', () => {
  it('is read with its direction, lines ended by LF', () => {
    expect(readRewording({ text: 'a\r\nb\rc', direction: 'to_buyer' })).toEqual({
      text: 'a\nb\nc',
      direction: 'to_buyer',
      guessed: false,
      answers: [],
    });
    expect(readRewording({ text: 'a', direction: 'sideways' }).direction).toBeUndefined();
    expect(readRewording({ text: 'a', direction: 'to_buyer', guessed: '1' }).guessed).toBe(true);
  });

  it('takes an example that is clicked before what stands in the box', () => {
    expect(readRewording({ text: 'brouillon', example_to_prescriber: 'exemple' })).toMatchObject({
      text: 'exemple',
      direction: 'to_prescriber',
    });
  });

  it('is empty for anything that is no form of ours', () => {
    for (const body of [undefined, null, 'text=a', [], { text: ['a'] }, { __proto__: { text: 'a' } }])
      expect(readRewording(body)).toEqual({ text: '', direction: undefined, guessed: false, answers: [] });
  });

  it('reads answers by slot and need, on one line', () => {
    const { answers } = readRewording({
      answer_budget_1: ' 12 000 €\r\nHT ',
      answer_place_0: '  ',
      answer_price_0: 'x',
    });
    expect(answers).toEqual([{ slot: 'budget', need: 1, text: '12 000 € HT' }]);
  });

  it('knows two sides and no other', () => {
    expect(readSide({ by: 'buyer' })).toBe('buyer');
    expect(readSide({ by: 'admin' })).toBeUndefined();
  });
});

describe('answers joined to the text', () => {
  const one = needReworded('Il faut des chaises.');

  it('stand at its end under their label', () => {
    const text = addAnswers(one, [
      { slot: 'quantity', need: 0, text: '12' },
      { slot: 'budget', need: 0, text: '900 € HT' },
    ]);
    expect(text.split('\n').toSorted()).toEqual(['Budget : 900 € HT', 'Il faut des chaises.', 'Quantité : 12']);
    expect(text.startsWith('Il faut des chaises.\n')).toBe(true);
  });

  it('stand after the sentence of their need when there are several', () => {
    const source = 'Il faut des chaises pour mars. Et aussi repeindre la salle.';
    const said = (value: string) => {
      const at = source.indexOf(value);
      return { said: [{ value, span: [at, at + value.length] as const }] as const, conflict: false };
    };
    const needs = [
      { ...one.needs[0], slots: { object: said('des chaises') } },
      { ...one.needs[0], slots: { object: said('repeindre la salle') } },
    ] as const;
    expect(addAnswers({ ...one, source, needs }, [{ slot: 'quantity', need: 0, text: '12' }])).toBe(
      'Il faut des chaises pour mars.\nQuantité : 12\n Et aussi repeindre la salle.',
    );
  });

  it('take no letter of the text away, whatever the text and the need', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat({ max: 5 }), (source, need) => {
        const text = addAnswers({ ...one, source, needs: [one.needs[0], one.needs[0]] }, [
          { slot: 'place', need, text: 'ici' },
        ]);
        const line = 'Lieu : ici';
        const at = text.indexOf(line);
        expect(at).toBeGreaterThanOrEqual(0);
        expect((text.slice(0, at) + text.slice(at + line.length)).replace(/\n/g, '')).toBe(
          source.trimEnd().replace(/\n/g, ''),
        );
      }),
    );
  });
});

describe('the form of an agreement', () => {
  const wish = (form: object) => readWish({ version: '3', ...form });

  it.each([
    ['slot_0_budget', { kind: 'corrected', by: 'buyer', need: 0, slot: 'budget', value: 'a' }],
    ['term:le dépannage', { kind: 'term_corrected', by: 'buyer', term: { words: 'le dépannage' }, wording: 'a' }],
    ['ask', { kind: 'asked', by: 'buyer', text: 'a' }],
    ['answer_4', { kind: 'answered', by: 'buyer', question: 4, text: 'a' }],
  ])('turns the button %s into an act with the words of its own box', (name, act) => {
    expect(actOf(wish({ do: name, [name]: 'a', slot_1_place: 'b' }), 'buyer')).toEqual(act);
  });

  it.each([
    ['accept', 'accepted'],
    ['withdraw', 'withdrawn'],
    ['reopen', 'reopened'],
  ])('turns %s into %s', (name, kind) => {
    expect(actOf(wish({ do: name }), 'buyer')).toEqual({ kind, by: 'buyer' });
  });

  it('does nothing for a button that is not ours', () => {
    for (const name of ['', 'delete', 'slot_x_budget', 'term:', 'answer_', 'answer_1e3'])
      expect(actOf(wish({ do: name }), 'buyer')).toBeUndefined();
  });

  it('keeps what is typed in every box, and nothing else', () => {
    expect([...wish({ ask: 'q', slot_0_place: '  ', 'term:x': 't', other: 'o' }).typed]).toEqual([
      ['ask', 'q'],
      ['term:x', 't'],
    ]);
  });

  it('takes a version that is none for one that no agreement has', () => {
    for (const version of ['', '-1', '1.5', 'un', '9'.repeat(40)]) expect(wish({ version }).version).toBe(0);
  });

  it('never throws on any form', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), (body, name) => {
        const read = readWish(body);
        actOf({ ...read, name }, 'buyer');
        readFile(body);
        readRewording(body);
      }),
    );
  });

  it('tells an agreement from its files', () => {
    expect(readFile({ file: 'a-b.docx' })).toEqual({ id: 'a-b', format: 'docx' });
    expect(readFile({ file: 'a-b' })).toEqual({ id: 'a-b', format: undefined });
    expect(readFile({ file: 'a.exe' })).toEqual({ id: 'a.exe', format: undefined });
  });
});

it('names a file in UTF-8, and plainly for old browsers', () => {
  expect(attachment('Besoin d’été (1).docx')).toBe(
    `attachment; filename="Besoin-d-ete-1-.docx"; filename*=UTF-8''Besoin%20d%E2%80%99%C3%A9t%C3%A9%20%281%29.docx`,
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(attachment(name)).toMatch(/^attachment; filename="[\w.-]*"; filename\*=UTF-8''[\w.~!%-]*$/);
    }),
  );
});
