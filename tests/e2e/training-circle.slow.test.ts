// The whole circle over the real parts, nothing pretended but the clock: a lesson, an attestation, a place in the reserve, a
// case of another body, a fiche, and the next asker answered by it.
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compose } from '../../scripts/compose.ts';
import { createCompetencesFor } from '../../scripts/compose-handoff.ts';
import { loadConfig } from '../../src/config/config.ts';
import { writeFiche } from '../../src/corpus/write-fiche.ts';
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { proposeQuestion } from '../../src/training/propose-question.ts';
import { dataFolder } from '../fixtures/fresh-data.ts';
import { asShown, folder, mustBe, type Network, network } from '../fixtures/network.ts';
import { plain } from '../fixtures/plain.ts';
import { rightKeys, type School, school } from '../fixtures/training.ts';

/** A Thursday morning, when someone new to the reserve is there by default. */
const DAY = '2026-11-26';
const PATH = 'reserve-dialogue';
const QUESTION =
  'Notre acheteuse joue au handball dans un club parrainé par un candidat : doit-elle se retirer de l’analyse ?';
const ANSWER =
  'Le parrainage d’un club de handball ne suffit pas à faire un conflit ; ce qui compte est un intérêt personnel, même indirect, qui pèse sur le choix (L. 2141-10). Faites-lui décrire le lien par écrit. Dans le doute, confiez l’analyse à une autre personne.';

const data = dataFolder();
const knowledge = join(folder(), 'knowledge');
const config = loadConfig({ TRUCHEMENT_DATA: data, TRUCHEMENT_KNOWLEDGE: knowledge });
const log = createLog('silent');
const now = () => new Date(`${DAY}T09:00:00Z`);
let store: Store;
let at: School;
let net: Network;
let answered: (text: string) => Promise<{ readonly text: string; readonly fiche: string | undefined }>;

const composed = async () => {
  const parts = await compose(config, log, { now, store });
  answered = async (text) => {
    const { outcome, text: said } = await parts.assistant.respond({
      id: 'm',
      address: { platform: 'web', conversation: `c-${text}` },
      text,
    });
    return { text: plain(said), fiche: outcome.kind === 'answer' ? outcome.sources[0].fiche : undefined };
  };
  return parts;
};

beforeAll(async () => {
  cpSync('knowledge', knowledge, { recursive: true });
  store = await openStore({ data, databaseUrl: undefined, log });
  const { corpus, retriever } = await composed();
  const competencesFor = createCompetencesFor(corpus, retriever);
  net = await network(store, {
    competences: [...new Set(corpus.modules.flatMap((module) => module.competences))],
    competencesFor,
    writeFiche: (candidate) => {
      const written = writeFiche(knowledge, candidate, DAY);
      if (written.ok) proposeQuestion(knowledge, written.value.file, candidate);
      return written;
    },
    removeFiche: (file) => rmSync(join(knowledge, file), { force: true }),
  });
  net.wait(24 * 60);
  at = await school(store, corpus);
  at.at(`${DAY}T09:00:00Z`);
});
afterAll(async () => {
  await store.close();
  for (const one of [data, dirname(knowledge)]) rmSync(one, { recursive: true, force: true });
});

/** One line typed in a chat, and what is said to it. */
const type = async (by: string, line: string) => plain((await at.training.hear(by, line))?.text ?? '');

async function followModule(by: string, module: string) {
  let said = await type(by, `commencer ${module}`);
  for (let step = 0; step < 120 && !said.includes('la dernière du module'); step++)
    said = await type(by, /Répondez par une lettre|donnez toutes/.test(said) ? 'a' : 'suite');
  said = await type(by, `quiz ${module}`);
  for (let number = 1; number <= 10; number++) {
    const question = mustBe(await at.training.quiz(by))?.question;
    if (question === undefined) throw new Error('no question is asked');
    const right = rightKeys(at, question.id);
    const letters = question.choices.flatMap(({ key }, index) => (right.includes(key) ? ['abcdefgh'[index]] : []));
    said = await type(by, letters.join(' '));
  }
  return said;
}

it('leads from a lesson to an answer that the corpus did not hold', async () => {
  const before = await answered(QUESTION);
  expect(before.fiche ?? '').not.toMatch(/^cas-/);

  // Stan, a buyer of Vitré, follows the path's modules in a chat, to its letter.
  expect(await followModule('stan', 'deontologie')).toMatch(/Module validé/);
  const last = await followModule('stan', 'dialogue-achat');
  expect(last).toMatch(/Module validé/);
  expect(last).toContain(`lettre ${PATH}`);
  expect(await type('stan', `lettre ${PATH} : Cher collègue, écoute d’abord ce dont ils ont besoin.`)).toContain(
    'est gardée',
  );

  // Invited, never enrolled: his own yes, then the coordinator's.
  const lends = async () => mustBe(await store.reserve.reservists()).find(({ person }) => person === 'stan');
  expect(mustBe(await at.training.paths('stan')).find(({ id }) => id === PATH)?.join).toBe('invited');
  expect(await lends()).toBeUndefined();
  expect(await type('stan', `rejoindre ${PATH}`)).toContain('accord');
  expect(await lends()).toBeUndefined();
  mustBe(await at.training.judgeJoin('cora', 'stan', PATH, true));
  expect(await lends()).toMatchObject({ organisation: 'vitre', competences: ['dialogue', 'deontologie'] });

  net.wait(7 * 24 * 60);
  at.at('2026-12-03T09:00:00Z');

  // A case of another body, whose competence is found from its question, goes to him and to nobody else.
  const preview = mustBe(
    await net.helping.preview('carl', { question: QUESTION, answered: before.text, need: undefined }),
  );
  mustBe(await net.helping.send('carl', preview.case, asShown(preview)));
  const state = mustBe(await net.cases.read(preview.case));
  expect(state.offers.map(({ reservist }) => reservist)).toEqual([(await lends())?.id]);
  const act = async (by: string, action: Parameters<Network['helping']['act']>[2]) =>
    mustBe(await net.helping.act(by, preview.case, action));
  await act('stan', { kind: 'accept' });
  await act('stan', { kind: 'say', text: ANSWER });
  await act('stan', { kind: 'answer' });
  await act('carl', { kind: 'close' });

  // What he answered becomes a fiche, once a second person has approved it; its question is put forward for the quiz.
  await act('stan', { kind: 'propose_fiche', question: QUESTION, answer: ANSWER });
  const [candidate] = mustBe(await net.helping.board('cora')).candidates;
  mustBe(await net.helping.judgeCandidate('cora', candidate?.id ?? '', true));
  const proposals: unknown = parse(
    readFileSync(join(knowledge, 'modules/deontologie/_quiz-propositions.yaml'), 'utf8'),
  );
  expect(proposals).toEqual([
    {
      lesson: expect.objectContaining({ fiche: expect.stringMatching(/^cas-/) }),
      question: expect.objectContaining({ kind: 'single', held_by: expect.stringContaining('L. 2141-10') }),
    },
  ]);

  // The next asker, of a third body, is answered by it, in her own words, with what it rests on.
  await composed();
  const next = await answered(
    'ma collègue est au club de handball parrainé par un candidat, elle peut analyser les offres ?',
  );
  expect(next.fiche).toMatch(/^cas-/);
  expect(next.text).toContain("Le parrainage d'un club de handball ne suffit pas");
  expect(next.text).toContain('L. 2141-10');

  // Helping counted as practice: what vouches for him holds for a term from the day on which he answered.
  expect(mustBe(await at.sweep())).toMatchObject({ practised: 1, paused: 0 });
  const held = mustBe(await at.training.mine('stan')).attestations;
  expect(new Set(held.map(({ standing }) => standing.until))).toEqual(new Set(['2028-12-03']));
}, 120_000);
