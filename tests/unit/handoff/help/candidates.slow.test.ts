import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCorpus } from '../../../../src/corpus/read-corpus.ts';
import { fitFiche, type SolvedQuestion, writeFiche } from '../../../../src/corpus/write-fiche.ts';
import { err } from '../../../../src/result.ts';
import { openSqlite } from '../../../../src/store/sqlite.ts';
import type { Store } from '../../../../src/store/store.ts';
import { opened } from '../../../contract/store/places.ts';
import { copyOfCorpus } from '../../../fixtures/corpus-copy.ts';
import { ask, faultOf, folder, mustBe, type Network, network, offered } from '../../../fixtures/network.ts';

const DAY = '2026-11-25';
const GOOD: SolvedQuestion = {
  id: 'id-0042-abcd',
  question: 'Peut-on résilier un marché dont le chantier traîne ?',
  answer: 'Oui, après une mise en demeure restée sans effet (article L. 2195-3).\n\nGardez la preuve de l’envoi.',
  competences: ['seuils'],
};

describe('a solved question as a fiche', () => {
  let root: string;
  beforeEach(() => {
    root = copyOfCorpus();
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  const list = () => readdirSync(join(root, 'modules', 'seuils')).sort();
  const why = (solved: Partial<SolvedQuestion>) => {
    const before = list();
    const written = writeFiche(root, { ...GOOD, ...solved }, DAY);
    expect(list()).toEqual(before);
    return written.ok ? undefined : written.error.why;
  };

  it('is read by the corpus reader as one more fiche, unverified, to be reviewed', () => {
    const before = readCorpus(root).corpus.fiches.length;
    const { file } = mustBe(writeFiche(root, GOOD, DAY));
    const { corpus, problems } = readCorpus(root);
    expect(problems).toEqual([]);
    expect(corpus.fiches).toHaveLength(before + 1);
    const fiche = corpus.fiches.find((one) => one.file === file);
    expect(fiche).toMatchObject({
      title: GOOD.question,
      competences: ['seuils'],
      articles: ['L2195-3'],
      verified_on: DAY,
      review_before: '2027-05-24',
      sources: [{ status: 'M' }],
    });
    expect(fiche?.sections.buyer).toContain('Gardez la preuve');
    expect(fiche?.questions).toMatchObject([
      {
        ask: GOOD.question,
        verdict: 'oui',
        answer: { achat: expect.stringMatching(/^Oui, après .*\(article L. 2195-3\)\.$/) },
      },
    ]);
    expect(fiche?.read).toMatchObject([{ article: 'L2195-3', as: 'secondary', on: DAY }]);
  });

  it('written twice is one file, and nothing is left beside', () => {
    const first = mustBe(writeFiche(root, GOOD, DAY));
    expect(mustBe(writeFiche(root, GOOD, DAY))).toEqual(first);
    expect(list().filter((name) => name.includes('cas-'))).toEqual([first.file.split('/').at(-1)]);
  });

  it('is refused with the reason: no article, a legal figure in prose, an unknown figure', () => {
    expect(why({ answer: 'Oui, bien sûr.' })).toContain('aucun article');
    expect(why({ answer: 'Oui, sous 40 000 € (R. 2122-8).' })).toMatch(/40 000 €.*legal figure/);
    expect(why({ answer: 'Oui, sous {{seuil.inconnu}} (R. 2122-8).' })).toContain('seuil.inconnu');
  });

  it.each(['a: b - "c" #d\n---\nid: x', '## En bref', '`x` \\ \u0000 {{ }}', 'é'.repeat(300), '- [x]\n> y\n\n---\n'])(
    'takes or refuses %j, and never leaves a corpus that cannot be read',
    (odd) => {
      for (const solved of [{ question: `${odd} ?` }, { answer: `${odd} (R. 2122-8)` }]) {
        writeFiche(root, { ...GOOD, ...solved }, DAY);
        expect(readCorpus(root).problems).toEqual([]);
      }
    },
  );

  it('does not blame it for what was already wrong elsewhere', () => {
    writeFileSync(join(root, 'modules', 'seuils', 'cassee.md'), 'rien');
    expect(mustBe(writeFiche(root, GOOD, DAY)).file).toMatch(/^modules\/seuils\/cas-/);
  });
});

describe('the way of a solved case to the corpus', () => {
  let data: string;
  let root: string;
  let store: Store;
  let net: Network;
  let lender: string;
  let id: string;
  beforeEach(async () => {
    data = folder();
    root = copyOfCorpus();
    store = await opened(openSqlite(data));
    net = await network(store, {
      competencesFor: async () => ['execution'],
      fitFiche: (candidate) => fitFiche(root, candidate, DAY),
      writeFiche: (candidate) => writeFiche(root, candidate, DAY),
      removeFiche: (file) => rmSync(join(root, file), { force: true }),
    });
    id = await ask(net, 'Le chantier de Brezhon Travaux SARL traîne, Mme Tanguy veut résilier.');
    lender = await offered(net, id);
    mustBe(await net.helping.act(lender, id, { kind: 'accept' }));
  });
  afterEach(async () => {
    await store.close();
    for (const one of [data, root]) rmSync(one, { recursive: true, force: true });
  });
  const proposal = {
    kind: 'propose_fiche',
    question: 'Brezhon Travaux traîne : peut-on résilier, demande Mme Tanguy ?',
    answer: 'Oui, après mise en demeure (article L. 2195-3). Appelez-moi au 06 11 22 33 44, Carl Thibault.',
  } as const;
  const propose = async () => {
    mustBe(await net.helping.act(lender, id, { kind: 'say', text: 'Oui.' }));
    mustBe(await net.helping.act(lender, id, { kind: 'answer' }));
    mustBe(await net.helping.act(lender, id, proposal));
    const [candidate] = mustBe(await net.helping.board('cora')).candidates;
    if (candidate === undefined) throw new Error('no candidate on the board');
    return candidate;
  };

  it('is proposed once, without names, by who answered, once it is answered', async () => {
    expect(faultOf(await net.helping.act(lender, id, proposal))).toBe('wrong_status');
    expect(faultOf(await net.helping.act('anne', id, proposal))).toBe('not_yours');
    const candidate = await propose();
    expect(candidate.approvedBy).toBe('reservist');
    expect(`${candidate.question} ${candidate.answer}`).not.toMatch(/tanguy|brezhon|06 11|thibault/i);
    expect(candidate.answer).toContain('L. 2195-3');
    expect(faultOf(await net.helping.act(lender, id, proposal))).toBe('taken');
    expect(faultOf(await net.helping.act(lender, id, { ...proposal, answer: ' ' }))).toBe('empty_text');
    expect(faultOf(await net.helping.act(lender, id, { ...proposal, question: 'x'.repeat(301) }))).toBe('too_long');
    expect(faultOf(await net.helping.act(lender, id, { ...proposal, answer: 'x'.repeat(4_001) }))).toBe('too_long');
  });

  it('is approved by a coordinator, and then it is in the corpus', async () => {
    const candidate = await propose();
    for (const who of ['anne', 'stan', lender, 'nobody'])
      expect(faultOf(await net.helping.judgeCandidate(who, candidate.id, true))).toBe('not_yours');
    expect(faultOf(await net.helping.judgeCandidate('cora', 'no-such', true))).toBe('unknown_case');
    mustBe(await net.helping.judgeCandidate('cora', candidate.id, true));
    const fiche = readCorpus(root).corpus.fiches.find(({ file }) => file.includes('cas-'));
    expect(fiche?.sources[0]?.status).toBe('M');
    expect(mustBe(await net.helping.board('cora')).candidates).toEqual([]);
    expect(faultOf(await net.helping.judgeCandidate('cora', candidate.id, false))).toBe('taken');
  });

  it('is never approved by the one who proposed it, coordinator or not', async () => {
    const who = mustBe(await store.reserve.person(lender));
    if (who === undefined) throw new Error('no such person');
    mustBe(await store.reserve.savePerson({ ...who, roles: ['buyer', 'coordinator'] }));
    const candidate = await propose();
    expect(faultOf(await net.helping.judgeCandidate(lender, candidate.id, true))).toBe('second_person');
    expect(mustBe(await net.helping.board('cora')).candidates).toHaveLength(1);
  });

  it('is set aside with its reason', async () => {
    const candidate = await propose();
    mustBe(await net.helping.judgeCandidate('cora', candidate.id, false, 'déjà dans le corpus'));
    expect(mustBe(await store.candidates.candidate(candidate.id))).toMatchObject({
      status: 'rejected',
      why: 'déjà dans le corpus',
      judgedBy: 'cora',
    });
    expect(readdirSync(join(root, 'modules', 'seuils')).some((name) => name.startsWith('cas-'))).toBe(false);
  });

  it('is refused to who proposes it when the corpus would not take it, with the reason, and can be mended', async () => {
    mustBe(await net.helping.act(lender, id, { kind: 'say', text: 'Oui.' }));
    mustBe(await net.helping.act(lender, id, { kind: 'answer' }));
    expect(await net.helping.act(lender, id, { ...proposal, answer: 'Oui, sans article.' })).toEqual({
      ok: false,
      error: { kind: 'unfit_candidate', why: expect.stringContaining('aucun article') },
    });
    expect(mustBe(await net.helping.board('cora')).candidates).toEqual([]);
    mustBe(await net.helping.act(lender, id, proposal));
    expect(mustBe(await net.helping.board('cora')).candidates).toHaveLength(1);
  });

  it('stays proposed when the corpus has changed meanwhile and would not take it any more, and says why', async () => {
    const candidate = await propose();
    const article = mustBe(await store.candidates.candidate(candidate.id))?.answer;
    expect(article).toContain('L. 2195-3');
    net = await network(store, { writeFiche: () => err({ kind: 'unfit', why: 'aucun article' }) });
    const judged = await net.helping.judgeCandidate('cora', candidate.id, true);
    expect(judged).toEqual({
      ok: false,
      error: { kind: 'unfit_candidate', why: expect.stringContaining('aucun article') },
    });
    expect(mustBe(await net.helping.board('cora')).candidates).toHaveLength(1);
  });

  it('set aside while it is being written: what was written is taken back', async () => {
    const judgement = { status: 'rejected', by: 'other', at: '2026-11-25T09:00:00.000Z', why: 'non' } as const;
    let aside: Promise<unknown> | undefined;
    net = await network(store, {
      writeFiche: (candidate) => {
        aside = store.candidates.judge(candidate.id, judgement);
        return writeFiche(root, candidate, DAY);
      },
      removeFiche: (file) => rmSync(join(root, file)),
    });
    const candidate = await propose();
    expect(faultOf(await net.helping.judgeCandidate('cora', candidate.id, true))).toBe('taken');
    expect(await aside).toEqual({ ok: true, value: undefined });
    expect(readdirSync(join(root, 'modules', 'seuils')).some((name) => name.startsWith('cas-'))).toBe(false);
  });

  it('approved and set aside at the same moment: one holds, and the corpus agrees with it', async () => {
    const candidate = await propose();
    const both = await Promise.all([
      net.helping.judgeCandidate('cora', candidate.id, true),
      net.helping.judgeCandidate('cora', candidate.id, false),
    ]);
    expect(both.map(faultOf).filter((fault) => fault === 'taken')).toHaveLength(1);
    const status = mustBe(await store.candidates.candidate(candidate.id))?.status;
    const files = readdirSync(join(root, 'modules', 'seuils')).filter((name) => name.startsWith('cas-'));
    expect(files).toHaveLength(status === 'approved' ? 1 : 0);
    for (const file of files) expect(existsSync(join(root, 'modules', 'seuils', file))).toBe(true);
  });
});

it('the model fiche and the writer agree on the sections', () => {
  const model = readFileSync(join(import.meta.dirname, '../../../../knowledge/_modele-fiche.md'), 'utf8');
  const root = copyOfCorpus();
  const { file } = mustBe(writeFiche(root, GOOD, DAY));
  const headings = (text: string) => text.match(/^## .*$/gm)?.map((line) => line.replace(/'/g, '’'));
  expect(headings(readFileSync(join(root, file), 'utf8'))).toEqual(headings(model));
  rmSync(root, { recursive: true, force: true });
});
