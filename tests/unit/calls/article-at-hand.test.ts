import { describe, expect, it } from 'vitest';
import { createArticleOn } from '../../../src/answering/article-at-hand.ts';
import { articleOutcome } from '../../../src/answering/article-line.ts';
import { loadArticleIndex } from '../../../src/corpus/article-index.ts';
import { createLeaningIndex } from '../../../src/law/leaning.ts';
import { err } from '../../../src/result.ts';
import { readRulebook } from '../../../src/rules/rulebook.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import { plain } from '../../fixtures/plain.ts';
import { realCorpus } from '../../fixtures/real-corpus.ts';

const index = loadArticleIndex('knowledge');
const leaning = createLeaningIndex(realCorpus, readRulebook('knowledge'), index.otherTexts);
const on = createArticleOn(realCorpus, () => ({ index, leaning }));
const TODAY = '2026-11-25';
const told = async (named: string, at?: string) => {
  const article = await on(named, at, TODAY);
  if (!article.ok) throw new Error(article.error.message);
  return article.value;
};
const refused = async (named: string, at?: string) => {
  const article = await on(named, at, TODAY);
  if (article.ok) throw new Error(`${named} was found`);
  return { ...article.error, message: plain(article.error.message) };
};

describe('an article asked for by its number', () => {
  it.each(['R2122-8', 'c’est quoi le R. 2122-8 ?', 'que dit l’article r 2122 8', ' r2122-8 '])(
    'is found: %s',
    async (named) => {
      const { article, says, since, url, leaning } = await told(named);
      expect(article).toBe('R2122-8');
      expect(plain(says)).toMatch(/^R\. 2122-8 \(version en vigueur depuis le \d/);
      expect(since).toBe(index.articles.get('R2122-8')?.since);
      expect(url).toContain('legifrance.gouv.fr');
      expect(leaning.figures).toContain('seuil.dispense.travaux');
      expect(leaning.fiches.length).toBeGreaterThan(0);
    },
  );

  it('has all that leans on it and nothing else, of one article in forty that were read', async () => {
    for (const article of [...index.articles.keys()].filter((_, at) => at % 40 === 0)) {
      const { leaning: leans } = await told(article);
      const fiches = leaning.on(article).flatMap(({ kind, id }) => (kind === 'fiche' ? [id] : []));
      expect(new Set(leans.fiches.map(({ id }) => id))).toEqual(new Set(fiches));
      // Those that name it come first.
      const naming = realCorpus.fiches.filter(({ articles }) => articles.includes(article)).map(({ id }) => id);
      expect(leans.fiches.slice(0, naming.length).map(({ id }) => id)).toEqual(naming);
    }
  });

  it('is quoted word for word where its official text is at hand', async () => {
    const quote = async () => ({ text: 'Le *seuil*.', since: '2026-04-01', readOn: TODAY });
    const quoted = await createArticleOn(realCorpus, () => ({ index, leaning }), { quote })(
      'R2122-8',
      undefined,
      TODAY,
    );
    const said = articleOutcome(quoted, catalogues.fr);
    expect(said.kind === 'answer' && plain(said.registers.buyer)).toContain(
      'Le texte officiel (Légifrance, version en vigueur depuis le 1er avril 2026, lue le 25 novembre 2026) :\n\n> Le \\*seuil\\*.',
    );
  });

  it('of standard terms is found too', async () => expect((await told('CCAG-FCS 14')).article).toBe('CCAG-FCS 14'));

  it('that is unknown comes with the nearest', async () => {
    const { kind, message, nearest } = await refused('R2122-99');
    expect([kind, nearest.length]).toEqual(['unknown', 5]);
    expect(nearest.every((name) => name.startsWith('R2122-') || name.startsWith('L2122-'))).toBe(true);
    expect(message).toContain('R. 2122-99');
  });

  it('that does not exist says so', async () => {
    const { kind, message, nearest } = await refused('R2111-3');
    expect(kind).toBe('absent');
    expect(message).toContain("n'existe pas");
    expect(nearest.length).toBeGreaterThan(0);
  });

  it('that was repealed says since when', async () => {
    const absents = [
      { article: 'R2122-12', onwards: false, reason: 'Repris ailleurs.', repealed: '2025-01-01', named_in: [] },
    ];
    const law = { index: { ...index, absents }, leaning };
    const article = await createArticleOn(realCorpus, () => law)('R2122-12', undefined, TODAY);
    expect(article.ok).toBe(false);
    if (!article.ok) expect(plain(article.error.message)).toContain('article abrogé depuis le 1er janvier 2025');
  });

  it('before the code, says from when something is known', async () => {
    expect(await refused('R2122-8', '2018-06-01')).toMatchObject({
      kind: 'before',
      message: "Aucun texte lu ici ne s'applique avant le 1er avril 2019 : rien n'est dit du 1er juin 2018.",
    });
  });

  it('before the version that was read, says that the former one was not', async () => {
    expect(plain((await told('R2122-8', '2019-06-01')).caution ?? '')).toContain("n'a pas été lu ici");
  });

  it('in two, or in none, is asked for again', async () => {
    expect((await refused('R2122-8 et L2124-2')).kind).toBe('unreadable');
    expect((await refused('2122-8')).nearest).toEqual(['R2122-8']);
    expect(await on('', undefined, TODAY)).toEqual(err(expect.objectContaining({ kind: 'unreadable', nearest: [] })));
  });
});
