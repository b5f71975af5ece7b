import { describe, expect, it } from 'vitest';
import { createAlerts } from '../../../src/law/create-alerts.ts';
import { createQuotes } from '../../../src/law/create-quotes.ts';
import { readPeriod, whatChanged } from '../../../src/law/what-changed.ts';
import { err, ok } from '../../../src/result.ts';
import { createMemoryAlerts } from '../../fakes/law-records.ts';
import { mustBe } from '../../fixtures/network.ts';
import { plain } from '../../fixtures/plain.ts';
import { realCorpus } from '../../fixtures/real-corpus.ts';

const now = () => new Date('2026-11-28T10:00:00Z');
const alerts = createAlerts({
  records: createMemoryAlerts(),
  corpus: realCorpus,
  search: async () => ['avances-regles'],
  now,
});
const said = async (text: string, fiche?: string, person = 'ana') => {
  const heard = mustBe(await alerts.hear(person, text, fiche));
  return [heard.kind, 'rows' in heard ? heard.rows.map(({ kind, id }) => `${kind} ${id}`) : []] as const;
};

describe('an alert', () => {
  it('is asked for by figure, article, theme, or what was just answered', async () => {
    const [kind, rows] = await said('préviens-moi quand le seuil des travaux change');
    expect(kind).toBe('asked');
    expect(rows).toContain('figure seuil.dispense.travaux');
    expect(await said('prévenez-moi si le R. 2122-8 change')).toEqual(['asked', ['article R2122-8']]);
    expect(await said('alerte-moi en cas de changement sur la sous-traitance')).toEqual([
      'asked',
      ['theme sous-traitance-garanties'],
    ]);
    expect(await said('préviens-moi quand ça change', 'petit-achat-dispense')).toEqual([
      'asked',
      ['fiche petit-achat-dispense'],
    ]);
    expect(await said('préviens-moi quand la licorne volante change', undefined, 'bob')).toEqual(['not_found', []]);
  });

  it('is listed, taken back by what it is about, or all of them at once; another person keeps theirs', async () => {
    await said('préviens-moi quand le R2122-8 change', undefined, 'bob');
    expect((await said('mes alertes'))[1].length).toBeGreaterThan(3);
    const [stopped, rows] = await said('ne me préviens plus du seuil des travaux');
    expect(stopped).toBe('stopped');
    expect(rows).toContain('figure seuil.dispense.travaux');
    expect((await said('mes alertes'))[1]).toEqual([
      'article R2122-8',
      'theme sous-traitance-garanties',
      'fiche petit-achat-dispense',
    ]);
    expect((await said('ne me préviens plus'))[1]).toHaveLength(3);
    expect(await said('mes alertes')).toEqual(['list', []]);
    expect(mustBe(await alerts.of('bob'))).toHaveLength(1);
    mustBe(await alerts.forget('bob'));
    expect(mustBe(await alerts.of('bob'))).toEqual([]);
  });

  it.each(['quel est le seuil des travaux ?', 'dois-je prévenir le titulaire ?', 'le seuil a changé'])(
    'is not heard in a question: %s',
    (text) => expect(alerts.reads(text)).toBe(false),
  );
});

describe('what changed', () => {
  it.each([
    ['ce qui a changé depuis janvier', '2026-01-01'],
    ['quoi de neuf depuis le 1er avril ?', '2026-04-01'],
    ['depuis décembre', '2025-12-01'],
    ['depuis 2025', '2025-01-01'],
    ['depuis janvier 2026', '2026-01-01'],
    ['depuis le 01/04/2026', '2026-04-01'],
    ['cette année', '2026-01-01'],
    ['quoi de neuf ?', '2025-11-28'],
    ['ces six derniers mois', '2026-05-28'],
  ])('is read of a period: %s', (text, from) => expect(readPeriod(text, '2026-11-28').from).toBe(from));

  it('is told with its day, what is announced as such, and an article by whether it was read', () => {
    const kept = {
      id: 'x',
      article: 'L2141-1',
      kind: 'changed',
      since: '2026-06-01',
      was: undefined,
      diff: undefined,
      sentences: [],
      foundAt: '',
      closed: undefined,
    } as const;
    const told = whatChanged(realCorpus.figures, [kept], { from: '2026-04-01', to: '2027-01-01' }, '2026-11-28');
    const lines = told.map((one) => plain(one.said)).join('\n');
    expect(lines).toContain('60 000 € HT depuis le 1er avril 2026');
    expect(lines).toMatch(/140 000 € HT annoncé pour le 1er janvier 2027/);
    expect(lines).toContain('L. 2141-1 a changé le 1er juin 2026 ; relecture en cours.');
    expect(told.map(({ on }) => on)).toEqual(
      told
        .map(({ on }) => on)
        .toSorted()
        .toReversed(),
    );
  });
});

describe('an official text', () => {
  it('is fetched once a day, and left in peace for a while where it is refused', async () => {
    let at = now().getTime();
    let asked = 0;
    let fails = false;
    const quote = createQuotes(
      {
        versionsOf: async () => {
          asked++;
          return fails
            ? err({ kind: 'quota' })
            : ok([{ id: 'v', since: '2026-04-01', until: undefined, state: 'VIGUEUR' }]);
        },
        textOf: async () => ok('Le seuil.'),
      },
      (article) => ({ article, legitext: 'x', number: article, since: null, readOn: undefined }),
      () => new Date(at),
    );
    expect(await quote('R2122-8')).toEqual({ text: 'Le seuil.', since: '2026-04-01', readOn: '2026-11-28' });
    at += 23 * 3_600_000;
    await quote('R2122-8');
    expect(asked).toBe(1);
    at += 2 * 3_600_000;
    fails = true;
    expect(await quote('R2122-8')).toBeUndefined();
    expect(await quote('R2122-8')).toBeUndefined();
    expect(asked).toBe(2);
    at += 11 * 60_000;
    fails = false;
    expect((await quote('R2122-8'))?.readOn).toBe('2026-11-29');
  });
});
