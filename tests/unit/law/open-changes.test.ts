import { describe, expect, it } from 'vitest';
import { createArticleOn } from '../../../src/answering/article-at-hand.ts';
import { sayFirst, sayOutcome } from '../../../src/answering/port/say.ts';
import { answer, type SettleSetting } from '../../../src/answering/settle.ts';
import { loadArticleIndex } from '../../../src/corpus/article-index.ts';
import { roundOfWatch } from '../../../src/law/create-watch.ts';
import { createLeaningIndex } from '../../../src/law/leaning.ts';
import type { OfficialSource } from '../../../src/law/official-source.ts';
import { createOpenChanges } from '../../../src/law/open-changes.ts';
import { ok } from '../../../src/result.ts';
import { readRulebook } from '../../../src/rules/rulebook.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import { createMemoryChanges } from '../../fakes/law-records.ts';
import { mustBe } from '../../fixtures/network.ts';
import { realReading } from '../../fixtures/real-corpus.ts';
import { CODE } from './legi.ts';

const { corpus } = realReading;
const index = loadArticleIndex('knowledge');
const leaning = createLeaningIndex(corpus, readRulebook('knowledge'), index.otherTexts);

/** An official source in which R2122-8 changed on a day. */
const changedOn = (since: string): OfficialSource => ({
  versionsOf: async () =>
    ok([
      { id: 'old', since: '2026-04-01', until: since, state: 'MODIFIE' },
      { id: 'new', since, until: undefined, state: 'VIGUEUR' },
    ]),
  textOf: async (id) => ok(id === 'old' ? 'Le seuil est de 60 000 euros.' : 'Le seuil est de 70 000 euros.'),
});

function watched(since: string) {
  const records = createMemoryChanges();
  const articles = [
    { article: 'R2122-8', legitext: CODE, number: 'R2122-8', since: '2026-04-01', readOn: '2026-08-23' },
  ];
  const log = { info: () => undefined, warn: () => undefined };
  const now = () => new Date('2026-11-28T08:00:00Z');
  const round = async () =>
    mustBe(await roundOfWatch({ records, articles, readings: [], open: () => changedOn(since), now, log }));
  return { records, round, changes: createOpenChanges(records, leaning.on) };
}

const fiche = corpus.fiches.find(({ id }) => id === 'petit-achat-dispense');
const other = corpus.fiches.find(({ id }) => !leaning.on('R2122-8').some((one) => one.id === id));
function answered(changes: ReturnType<typeof watched>['changes'], of = fiche, language: 'fr' | 'en' = 'fr') {
  if (of === undefined) throw new Error('no such fiche');
  const catalogue = catalogues[language];
  const [day, role] = ['2026-07-01', 'prescriber'] as const;
  const retrieval = { corrected: '', judged: [], hits: [], own: [] } as unknown as SettleSetting['retrieval'];
  const setting: SettleSetting = {
    retrieval,
    facts: {} as SettleSetting['facts'],
    role,
    at: day,
    today: day,
    cases: new Map(),
    catalogue,
  };
  const parts = { corpus, changes };
  const asked = of.questions.findIndex(({ articles }) => of !== fiche || articles.includes('R2122-8'));
  const said = answer(parts, of, undefined, 0.9, setting, { limit: undefined, question: asked, options: [] });
  return { caution: said.caution, text: sayOutcome(said, role, catalogue), first: sayFirst(said, role, catalogue) };
}

describe('a change of the law that nobody has read', () => {
  it('is a caution in the answers that lean on it, until somebody has', async () => {
    const { records, round, changes } = watched('2026-06-15');
    const plain = answered(changes);
    expect((await round()).added).toHaveLength(1);
    expect((await round()).added).toEqual([]);
    await changes.refresh();
    const words = 'R. 2122-8 a changé le 15 juin 2026, relecture en cours';
    const said = answered(changes);
    for (const shown of [said.caution, said.text]) expect(shown?.replace(/\u00a0|\u202f/g, ' ')).toContain(words);
    expect(answered(changes, fiche, 'en').caution).toContain('changed');
    expect(answered(changes, other).caution ?? '').not.toContain('2122-8');

    const [kept] = mustBe(await records.all());
    await records.close(kept?.id ?? '', { at: '2026-11-28T09:00:00.000Z', readOn: '2026-11-28', by: 'Sophie' });
    await changes.refresh();
    expect(answered(changes)).toEqual(plain);
    expect((await round()).added).toEqual([]);
  });

  it('is said of a day to come, and of the article asked for by its number', async () => {
    const { round, changes } = watched('2027-01-01');
    await round();
    await changes.refresh();
    expect(answered(changes).caution).toContain('change à compter du 1er janvier 2027');
    const told = await createArticleOn(corpus, () => ({ index, leaning }), { changes })(
      'R2122-8',
      undefined,
      '2026-11-28',
    );
    expect(told.ok && told.value.caution).toContain('relecture en cours');
  });

  it('stays where the store does not answer', async () => {
    const { records, round, changes } = watched('2026-06-15');
    await round();
    await changes.refresh();
    Object.assign(records, { all: async () => ({ ok: false, error: { kind: 'store_down', reason: 'closed' } }) });
    await changes.refresh();
    expect(answered(changes).caution).toContain('relecture en cours');
  });
});
