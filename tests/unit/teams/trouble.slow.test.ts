import { describe, expect, it } from 'vitest';
import { err } from '../../../src/result.ts';
import type { Interpreting } from '../../../src/rewording/port/interpreting.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import { answerWith, createFakeConversing, replyWith } from '../../fakes/conversing.ts';
import { createFakeInterpreting, NEED } from '../../fakes/interpreting.ts';
import { titlesOf } from '../../fakes/teams-connector/client.ts';
import { plain } from '../../fixtures/plain.ts';
import { silence } from '../../fixtures/silence.ts';
import { openTeamsTown, wordsIn } from '../../fixtures/teams-town.ts';

silence();

describe('a button that takes too long', () => {
  it('is answered in time, and its card takes its place when it is ready', async () => {
    const interpreting = createFakeInterpreting();
    let release: () => void = () => undefined;
    const ready = new Promise<void>((resolve) => {
      release = resolve;
    });
    const town = await openTeamsTown({
      interpreting: {
        ...interpreting,
        reword: async (...asked) => {
          await ready;
          return interpreting.reword(...asked);
        },
      },
      // The seconds that a button is waited for are over at once.
      pause: async () => undefined,
    });
    const { client, claire } = town;
    const chat = client.chatOf(claire).id;
    await client.say(claire, 'reformuler');
    await town.settled();
    const form = client.lastShown(chat);
    const given = { text: NEED, direction: 'to_buyer' };
    const answered = await client.press(claire, form, 'Reformuler', given);
    expect(answered.body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' });
    release();
    await town.teams.waitFor(1, ({ method }) => method === 'PUT');
    expect(client.lastShown(chat).id).toBe(form.id);
    expect(wordsIn(town, chat)).toContain('Marque citée');
  });
});

it('a text whose reading was stopped is told of beside its form, which keeps it', async () => {
  const interpreting: Interpreting = {
    ...createFakeInterpreting(),
    reword: async () => err({ kind: 'too_slow', limitMs: 1 }),
  };
  const { client, claire } = await openTeamsTown({ interpreting });
  const pressed = { action: { verb: 'reword', data: { text: NEED } } };
  const { body } = await client.invoke(claire, 'adaptiveCard/action', pressed);
  expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' });
  expect(plain(JSON.stringify(body))).toContain(plain(catalogues.fr.rewording.fault.tooSlow));
});

describe('what breaks while someone waits', () => {
  it('is said in words where they wait for them, and logged', async () => {
    const broken = async () => {
      throw new Error('the interpreter fell over');
    };
    const town = await openTeamsTown({
      interpreting: { ...createFakeInterpreting(), reword: broken },
      get found(): never {
        throw new Error('the index fell over');
      },
    });
    const { client, claire, logged } = town;
    const pressed = { action: { verb: 'reword', data: { text: NEED } } };
    const message = { commandId: 'reformulerAcheteur', messagePayload: { body: { content: '<p>Un besoin</p>' } } };
    const search = { commandId: 'chercherFiche', parameters: [{ name: 'q', value: 'avance' }] };
    const answers = [
      await client.invoke(claire, 'adaptiveCard/action', pressed),
      await client.invoke(claire, 'composeExtension/fetchTask', message),
      await client.invoke(claire, 'composeExtension/query', search),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(plain(JSON.stringify(body))).toContain('Une panne de mon côté');
      expect(JSON.stringify(body)).not.toMatch(/fell over|Error/);
    }
    expect(logged.filter((line) => line.startsWith('error'))).toHaveLength(answers.length);
  });
});

it('a choice is said by its button, in a channel too, where nobody mentions anyone', async () => {
  const choosing = createFakeConversing({
    kind: 'clarification',
    reason: 'fact',
    question: 'De quoi s’agit-il ?',
    choices: [{ label: 'Des travaux', text: 'seuil pour des travaux' }],
    sources: answerWith({}).sources,
    confidence: 0.6,
  });
  const town = await openTeamsTown({ conversing: choosing });
  const { client, claire, paul } = town;
  const channel = client.addConversation('channel', [claire, paul]);
  await client.say(claire, 'Quel seuil ?', { in: channel, thread: '17' });
  await town.settled();
  await client.press(claire, client.lastShown(`${channel.id};messageid=17`), 'Des travaux');
  await town.settled();
  expect(choosing.heard.map(({ text }) => text)).toEqual(['Quel seuil ?', 'seuil pour des travaux']);
});

it('suggests first what someone like them asks: a department, a buyer, a reservist', async () => {
  const declared = createFakeConversing();
  const town = await openTeamsTown({
    conversing: {
      ...declared,
      respond: async ({ id }) =>
        replyWith({ kind: 'smalltalk', text: 'Noté.', suggestions: [] }, { inReplyTo: id }, 'buyer'),
    },
  });
  const { client, claire, paul } = town;
  const suggestedTo = async (person: typeof claire) => {
    await client.say(person, 'aide');
    await town.settled();
    return titlesOf(client.lastShown(client.chatOf(person).id).activity).join();
  };
  expect(await suggestedTo(claire)).toContain('je peux signer');
  await client.say(claire, 'Je suis acheteuse');
  await town.settled();
  expect(await suggestedTo(claire)).toContain('BOAMP');
  await client.post(paul, { type: 'installationUpdate', action: 'add' });
  await town.settled();
  expect(await suggestedTo(paul)).toContain('Mon bureau');
});

it('says every kind of message that a case sends, once, with its words', async () => {
  const kinds = [
    'queued',
    'reminder',
    'answered',
    'seeking_again',
    'identity_asked',
    'identity_open',
    'reopened',
    'expired',
  ] as const;
  const town = await openTeamsTown();
  const { client, paul, platform } = town;
  const conversation = client.chatOf(paul).id;
  await client.post(paul, { type: 'installationUpdate', action: 'add' });
  await town.settled();
  for (const kind of kinds) {
    const message = {
      id: `m-${kind}`,
      person: 'bob',
      case: `id-${kind}`,
      kind,
      side: 'requester',
      language: 'fr',
      text: `Les mots de ${kind}.`,
    } as const;
    expect(await platform.deliver?.({ ...message, to: { platform: 'teams', conversation } })).toEqual({
      ok: true,
      value: undefined,
    });
  }
  const words = wordsIn(town, conversation);
  for (const kind of kinds) expect(words.split(`Les mots de ${kind}.`)).toHaveLength(2);
});
