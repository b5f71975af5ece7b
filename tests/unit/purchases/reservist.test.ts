import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PurchaseAct } from '../../../src/purchases/port/purchasing.ts';
import { paragraphsOf, readComments } from '../../../src/purchases/read-comments.ts';
import { ok } from '../../../src/result.ts';
import { CHAIRS, createTown, got } from './town.ts';

const SECTION = ['Le délai de paiement est de 60 jours.', 'Les pénalités sont de 1/100 par jour.'];

/** A case that `nadia` asked for, and what a reservist says there. */
async function called(section: readonly string[] = []) {
  const said: string[] = [];
  const passed: string[] = [];
  const town = createTown({
    colleagues: {
      broughtBack: async () => ok({ requester: 'nadia', taken: said.length > 0, said }),
      say: async (_by, _case, text) => {
        passed.push(text);
      },
    },
  });
  const { id } = got(await town.purchasing.draft('maelle', CHAIRS));
  got(await town.purchasing.act('maelle', id, { kind: 'send' }));
  const call: PurchaseAct = { kind: 'call', case: 'dossier', section };
  return { ...town, id, said, passed, call };
}

describe('a reservist in a purchase', () => {
  it('is asked for by whoever buys, and not by a department that has a buyer', async () => {
    const { purchasing, id, call } = await called();
    expect(got(await purchasing.view('maelle', id)).may).not.toContain('call');
    expect(await purchasing.act('maelle', id, call)).toMatchObject({ error: { kind: 'stale' } });
    expect(got(await purchasing.act('nadia', id, call)).lines.at(-1)).toMatchObject({ what: 'help_asked' });
  });

  it('is heard in both registers, once, and whoever did not ask is told', async () => {
    const { purchasing, id, call, said, records } = await called();
    got(await purchasing.act('nadia', id, call));
    records.told.length = 0;
    said.push('Faites du sourcing avant de fixer le critère de réemploi.');
    await purchasing.bringBack('dossier');
    const [his, hers] = [got(await purchasing.view('nadia', id)), got(await purchasing.view('maelle', id))];
    expect(his.lines.at(-1)).toMatchObject({ who: 'reservist', text: said[0] });
    expect(his.lines.at(-1)).not.toHaveProperty('original');
    expect(hers.lines.at(-1)).toMatchObject({ who: 'reservist', text: expect.stringContaining(`${said[0]}\n[Mots`) });
    expect(got(await purchasing.view('nadia', id)).version).toBe(his.version);
    expect(records.told.map(({ person }) => person)).toEqual(['maelle', 'nadia', 'maelle']);
  });

  it('says nothing from a case of someone else’s', async () => {
    const { purchasing, id, said } = await called();
    got(await purchasing.act('nadia', id, { kind: 'call', case: 'dossier', section: [] }));
    said.push('secret');
    const town = createTown({
      colleagues: {
        broughtBack: async () => ok({ requester: 'soizic', taken: true, said }),
        say: async () => undefined,
      },
    });
    const other = got(await town.purchasing.draft('maelle', CHAIRS)).id;
    got(await town.purchasing.act('maelle', other, { kind: 'send' }));
    got(await town.purchasing.act('nadia', other, { kind: 'call', case: 'dossier', section: [] }));
    expect(JSON.stringify(got(await town.purchasing.view('nadia', other)))).not.toContain('secret');
    expect(JSON.stringify(got(await purchasing.view('nadia', id)))).toContain('secret');
  });

  it('comments what was given to read by paragraph; each is answered once, by whoever asked, and told back', async () => {
    const { purchasing, id, call, said, passed } = await called(SECTION);
    got(await purchasing.act('nadia', id, call));
    said.push('§ 1 : 60 jours, c’est trop.\n§ 2 : plafonnez-les.');
    const { comments } = got(await purchasing.view('nadia', id));
    expect(comments).toMatchObject([
      { paragraph: 1, on: SECTION[0], text: '60 jours, c’est trop.', forYou: true },
      { paragraph: 2, on: SECTION[1], text: 'plafonnez-les.', forYou: true },
    ]);
    const comment = comments[0]?.id ?? '';
    const answer: PurchaseAct = { kind: 'answer_comment', comment, text: 'Corrigé.' };
    expect(await purchasing.act('maelle', id, answer)).toMatchObject({ error: { kind: 'stale' } });
    expect(got(await purchasing.act('nadia', id, answer)).comments[0]).toMatchObject({
      answer: 'Corrigé.',
      forYou: false,
    });
    expect(await purchasing.act('nadia', id, answer)).toMatchObject({ error: { kind: 'stale' } });
    expect(passed).toEqual(['§ 1 : Corrigé.']);
  });
});

describe('remarks on paragraphs', () => {
  it.each([
    ['§2: trop long', [{ paragraph: 2, text: 'trop long' }]],
    [
      'Bien.\nparagraphe 1 - à revoir\nencore',
      [
        { paragraph: undefined, text: 'Bien.' },
        { paragraph: 1, text: 'à revoir\nencore' },
      ],
    ],
    ['§ 9 : hors du texte', [{ paragraph: undefined, text: '§ 9 : hors du texte' }]],
  ])('%s', (said, read) => {
    expect(readComments(said, 3)).toEqual(read);
  });

  it('lose no word and name no paragraph that is not there, whatever is typed', () => {
    const piece = fc.constantFrom('§', ' ', '1', '12', ':', 'par', '\n', 'mot', 'paragraphe ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(5), (pieces, paragraphs) => {
        const said = pieces.join('');
        const comments = readComments(said, paragraphs);
        for (const { paragraph = 1, text } of comments) {
          expect(said).toContain(text);
          expect(paragraph).toBeLessThanOrEqual(Math.max(paragraphs, 1));
        }
        const words = (text: string) => text.match(/mot/g)?.length ?? 0;
        expect(words(comments.map(({ text }) => text).join('\n'))).toBe(words(said));
      }),
    );
    expect(paragraphsOf('Un.\n\n  \n***\nDeux.')).toEqual(['Un.', 'Deux.']);
  });
});
