import { expect, it } from 'vitest';
import { actSaid } from '../../../src/desk/port/act-said.ts';
import type { Teaching } from '../../../src/training/port/teaching.ts';
import { createFakeConversing } from '../../fakes/conversing.ts';
import { asText } from '../../fakes/slack-server/json.ts';
import type { Message } from '../../fakes/slack-server/types.ts';
import { elementsOf } from '../../fakes/slack-server/validate/across.ts';
import { mustBe } from '../../fixtures/network.ts';
import { plain } from '../../fixtures/plain.ts';
import { openSlackTown } from '../../fixtures/slack-town.ts';

const buttonsOf = ({ blocks = [] }: Message) =>
  [...elementsOf(blocks)].map(({ element }) => asText(element['action_id']));

/** Training that knows two lines, and tells who said them. */
const teaching: Teaching = {
  hear: async (person, text) =>
    /^(?:modules|commencer seuils|leçon petit-achat)$/.test(text)
      ? {
          text: person === undefined ? 'Qui êtes-vous ?' : `**Les seuils**, pour ${person}`,
          suggestions: [{ label: 'Commencer', text: 'commencer seuils' }],
        }
      : undefined,
  lessonOf: (fiche) =>
    fiche === 'petit-achat' ? { module: 'seuils', moduleTitle: 'Les seuils', title: 'Le petit achat' } : undefined,
  noted: async (...met) => void noted.push(met),
};
const noted: Parameters<Teaching['noted']>[] = [];

it('a reservist known by their e-mail alone is recognised by what they write, and says their hours', async () => {
  const { slack, paul, store, net, conversing } = await openSlackTown();
  const bob = mustBe(await store.reserve.person('bob'));
  if (bob !== undefined) mustBe(await store.reserve.savePerson({ ...bob, address: undefined }));
  await slack.dm(paul, 'je suis disponible jeudi matin');
  const played = await slack.nextMessage(paul);
  expect(plain(played.text)).toContain("J'ai compris");
  expect(buttonsOf(played)).toEqual(['availability_confirm', 'was_question']);
  await slack.click(played, 'availability_confirm');
  expect(plain((await slack.nextUpdate(paul)).text).match(/C'est noté/g)).toHaveLength(1);
  const after = mustBe(await store.reserve.person('bob'));
  expect(after?.address?.conversation).toBe(`${paul.team}:${paul.id}`);
  expect(mustBe(await net.helping.desk('bob')).availability.said).toContain('jeudi');
  await slack.command(paul, slack.dmOf(paul), '/achat', 'dispo pause jusqu’au 15');
  expect(buttonsOf(await slack.nextEphemeral(paul))).toEqual(['availability_confirm', 'was_question']);
  expect(conversing.heard).toEqual([]);
});

it('whoever meant a question says so in one click', async () => {
  const { slack, paul, conversing } = await openSlackTown();
  await slack.openHome(paul);
  await slack.nextHome(paul);
  await slack.dm(paul, 'pause jusqu’au 15');
  await slack.click(await slack.nextMessage(paul), 'was_question');
  expect((await slack.nextMessage(paul)).text).toContain('Oui, sous');
  expect(conversing.heard.map(({ text }) => text)).toEqual(['pause jusqu’au 15']);
});

it('someone who has only asked questions is told that nothing is kept of them, and nothing is', async () => {
  const { slack, claire, store } = await openSlackTown();
  const before = mustBe(await store.reserve.people()).length;
  for (const line of ['mes données', 'oublie-moi']) {
    await slack.dm(claire, line);
    expect(plain((await slack.nextMessage(claire)).text)).toContain("Rien n'est gardé sur vous");
  }
  await slack.command(claire, slack.dmOf(claire), '/achat', 'dispo lundi matin');
  expect((await slack.nextEphemeral(claire)).text).toContain('réservé aux réservistes');
  expect(mustBe(await store.reserve.people())).toHaveLength(before);
});

it('modules are followed by whoever agrees that their progress is kept: in a message, by «/achat», from Home', async () => {
  const { slack, claire, achats, store, conversing } = await openSlackTown({ teaching });
  const before = mustBe(await store.reserve.people()).length;
  await slack.command(claire, achats, '/achat', 'module');
  const asked = await slack.nextEphemeral(claire, achats);
  expect(plain(asked.text)).toContain('garder où vous en êtes');
  expect(mustBe(await store.reserve.people())).toHaveLength(before);
  await slack.click(asked, 'training_begin');
  const begun = await slack.nextEphemeral(claire, achats);
  expect(begun.text).toContain('Les seuils, pour slack-');
  expect(mustBe(await store.reserve.people())).toHaveLength(before + 1);
  await slack.click(begun, 'ask_suggestion_0');
  expect((await slack.nextEphemeral(claire, achats)).text).toContain('Les seuils');
  await slack.dm(claire, 'commencer seuils');
  expect((await slack.nextMessage(claire)).text).toContain('Les seuils');
  await slack.openHome(claire);
  await slack.click(await slack.nextHome(claire), 'home_modules');
  expect((await slack.nextMessage(claire)).text).toContain('Les seuils');
  await slack.mention(claire, achats, 'modules');
  // One's lessons are for oneself, wherever they were asked for.
  expect((await slack.nextMessage(claire)).text).toContain('Les seuils');
  expect(conversing.heard).toEqual([]);
});

it('an answer leads to its lesson in one click, and training is told what someone known asked; of a stranger, nothing', async () => {
  const { slack, claire, paul } = await openSlackTown({ teaching });
  for (const user of [claire, paul]) {
    await slack.dm(user, 'Faut-il trois devis ?');
    await slack.click(await slack.nextMessage(user), 'answer_more');
    const answer = await slack.nextUpdate(user);
    const lesson = [...elementsOf(answer.blocks ?? [])]
      .map(({ element }) => element)
      .find((element) => JSON.stringify(element['accessibility_label'] ?? '').includes('Suivre la leçon (Les seuils)'));
    await slack.click(answer, asText(lesson?.['action_id']));
    // In one's own messages a lesson stays where it was opened.
    const said = plain((await slack.nextMessage(user)).text);
    expect(said).toContain(user === claire ? 'garder où vous en êtes' : 'Les seuils, pour bob');
  }
  await expect.poll(() => noted).toEqual([['bob', 'asked', ['petit-achat']]]);
});

it('a button carries the question it stands under, and pressed twice acts once', async () => {
  const heard: (string | undefined)[] = [];
  const quiz: Teaching = {
    ...teaching,
    hear: async (_, text, on) => {
      if (!/^(?:quiz seuils|a)$/.test(text)) return undefined;
      heard.push(on);
      return { text: `Entendu ${heard.length}`, suggestions: [{ label: 'A', text: 'a', on: 'seuils-total' }] };
    },
  };
  const conversing = createFakeConversing({
    kind: 'refusal',
    reason: 'no_source',
    text: 'Rien de sûr.',
    next: 'Reformulez.',
    suggestions: [{ label: 'Et ensuite ?', text: 'et ensuite ?' }],
  });
  const { slack, paul } = await openSlackTown({ teaching: quiz, conversing });
  await slack.dm(paul, 'quiz seuils');
  const asked = await slack.nextMessage(paul);
  await Promise.all([slack.click(asked, 'ask_suggestion_0'), slack.click(asked, 'ask_suggestion_0')]);
  expect((await slack.nextMessage(paul)).text).toContain('Entendu 2');
  await slack.dm(paul, 'Quel seuil ?');
  const answer = await slack.nextMessage(paul);
  await Promise.all([slack.click(answer, 'ask_suggestion_0'), slack.click(answer, 'ask_suggestion_0')]);
  await slack.nextMessage(paul);
  await slack.dm(paul, 'quiz seuils');
  expect((await slack.nextMessage(paul)).text).toContain('Entendu 3');
  expect(heard).toEqual([undefined, 'seuils-total', undefined]);
  expect(conversing.heard.map(({ text }) => text)).toEqual(['Quel seuil ?', 'et ensuite ?']);
});

it('«clore» outside the thread of a case asks which case is meant; of someone without a case it is a question', async () => {
  const { slack, claire, conversing, net } = await openSlackTown();
  await slack.dm(claire, 'clore');
  await slack.nextMessage(claire);
  expect(conversing.heard.map(({ text }) => text)).toEqual(['clore']);
  await slack.dm(claire, 'Une entreprise a 40 jours de retard : que faire ?');
  await slack.click(
    await slack.nextMessage(claire, (one) => buttonsOf(one).includes('ask_reservist')),
    'ask_reservist',
  );
  await slack.submitView(await slack.nextView(claire), {});
  await net.turn();
  const root = await slack.nextMessage(claire, (one) => buttonsOf(one).includes('case_withdraw'));
  await slack.dm(claire, 'clore le dossier');
  const which = await slack.nextMessage(claire, ({ text }) => text.includes('Laquelle'));
  expect(buttonsOf(which)).toEqual(['case_show_0', 'was_question']);
  await slack.click(which, 'case_show_0');
  expect((await slack.nextMessage(claire)).threadTs).toBe(root.ts);
});

it('an order is the whole line, and takes the name as it was typed', () => {
  expect(actSaid('Passer à Karim Benali.')).toEqual({ kind: 'pass_to', reservist: 'Karim Benali' });
  expect(actSaid('rendre le cas')).toEqual({ kind: 'give_back' });
  expect(actSaid('clore un marché avant son terme ?')).toBeUndefined();
});
