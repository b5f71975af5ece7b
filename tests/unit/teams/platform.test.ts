import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/message.ts';
import { answerWith, createFakeConversing } from '../../fakes/conversing.ts';
import { NEED } from '../../fakes/interpreting.ts';
import { titlesOf, wordsOf } from '../../fakes/teams-connector/client.ts';
import { plain } from '../../fixtures/plain.ts';
import { silence } from '../../fixtures/silence.ts';
import { openTeamsTown, type TeamsTown } from '../../fixtures/teams-town.ts';

silence();
const posts = (call: { readonly method: string; readonly body: Readonly<Record<string, unknown>> }) =>
  call.method === 'POST' && call.body['type'] === 'message';

/** Messages of an answer: its text, with what it cites, then its card. */
const ANSWER = 2;

function wordsIn({ client }: TeamsTown, conversation: string): string {
  return plain(
    client
      .shown(conversation)
      .map(({ activity }) => wordsOf(activity))
      .join('\n'),
  );
}

describe('asking', () => {
  it('is answered in a personal chat, with what to say next', async () => {
    const town = await openTeamsTown({
      conversing: createFakeConversing(
        answerWith({ suggestions: [{ label: 'Suite', text: 'Et pour les travaux ?' }] }),
      ),
    });
    const { client, claire } = town;
    expect((await client.say(claire, 'Quel seuil ?')).status).toBe(200);
    await town.settled();
    const { activity } = client.lastShown(client.chatOf(claire).id);
    expect(wordsIn(town, client.chatOf(claire).id)).toContain('Oui, sous 60 000 € HT.');
    expect(activity['suggestedActions']).toMatchObject({ actions: [{ value: 'Et pour les travaux ?' }] });
  });

  it('is answered in the thread where the bot is mentioned, and nowhere else', async () => {
    const town = await openTeamsTown();
    const { client, claire, paul, conversing } = town;
    const channel = client.addConversation('channel', [claire, paul]);
    await client.say(claire, 'À vous tous : réunion à 10 h', { in: channel, thread: '17', mentions: false });
    await client.say(claire, 'Quel seuil ?', { in: channel, thread: '18' });
    await town.settled();
    expect(conversing.heard.map(({ text }) => text)).toEqual(['Quel seuil ?']);
    expect(client.shown(`${channel.id};messageid=18`)).toHaveLength(ANSWER);
    expect(client.shown(`${channel.id};messageid=17`)).toHaveLength(0);
    expect(client.shown(channel.id)).toHaveLength(0);
  });

  it('reads what was written, without the mention nor Teams’ entities', async () => {
    const town = await openTeamsTown();
    const { client, claire, conversing } = town;
    const chat = client.addConversation('groupChat', [claire]);
    await client.say(claire, '&nbsp;J&#39;ai &lt; 40 000 &amp; plus&nbsp;?', { in: chat });
    await town.settled();
    expect(conversing.heard[0]?.text).toBe("J'ai < 40 000 & plus ?");
  });

  it('is answered once, however often Teams delivers it, and after a restart', async () => {
    const town = await openTeamsTown();
    const { client, claire } = town;
    for (let i = 0; i < 3; i++) await client.say(claire, 'Quel seuil ?', { id: '1700' });
    await town.restart();
    await client.say(claire, 'Quel seuil ?', { id: '1700' });
    await town.settled();
    expect(town.conversing.heard).toHaveLength(1);
    expect(client.shown(client.chatOf(claire).id)).toHaveLength(ANSWER);
  });

  it('keeps the order of a conversation, whatever each answer takes', async () => {
    const order: string[] = [];
    const slow = createFakeConversing();
    const conversing = {
      ...slow,
      respond: async (message: Parameters<typeof slow.respond>[0]) => {
        const wait = message.text === 'un' ? 80 : 0;
        await new Promise((resolve) => setTimeout(resolve, wait));
        order.push(message.text);
        return slow.respond(message);
      },
    };
    const town = await openTeamsTown({ conversing });
    for (const text of ['un', 'deux', 'trois']) await town.client.say(town.claire, text);
    await town.settled();
    expect(order).toEqual(['un', 'deux', 'trois']);
  });

  it('says that it failed when it did, and leaves nothing spinning', async () => {
    const town = await openTeamsTown({ conversing: createFakeConversing(new Error('out of order: secret words')) });
    await town.client.say(town.claire, 'Quel seuil ?');
    await town.settled();
    const shown = town.client.lastShown(town.client.chatOf(town.claire).id);
    expect(plain(wordsOf(shown.activity))).toContain('Une panne de mon côté');
    expect(town.teams.calls.filter(posts)).toHaveLength(1);
  });

  it('tells who is slow to answer: streamed in a personal chat, typing elsewhere, and ended by the answer', async () => {
    let release: (() => void) | undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const quick = createFakeConversing();
    const town = await openTeamsTown({
      pause: async () => undefined,
      conversing: { ...quick, respond: async (message) => held.then(() => quick.respond(message)) },
    });
    const { client, claire, teams } = town;
    const group = client.addConversation('groupChat', [claire]);
    await client.say(claire, 'Quel seuil ?');
    await client.say(claire, 'Quel seuil ?', { in: group });
    const signs = await teams.waitFor(2, ({ body }) => body['type'] === 'typing');
    release?.();
    await town.settled();
    expect(signs.map(({ body }) => body['text'] ?? '').sort()).toEqual(['', 'Truchement cherche dans ses fiches…']);
    const end = client.shown(client.chatOf(claire).id)[0];
    expect(JSON.stringify(end?.activity['entities'])).toContain('"streamType":"final"');
    expect(end?.id).toBe(signs.find(({ body }) => body['text'] !== undefined)?.id);
    expect(client.shown(group.id)).toHaveLength(ANSWER);
  });

  it('falls back to a plain message when Teams will not have the stream ended', async () => {
    let release: (() => void) | undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const quick = createFakeConversing();
    const town = await openTeamsTown({
      pause: async () => undefined,
      conversing: { ...quick, respond: async (message) => held.then(() => quick.respond(message)) },
    });
    await town.client.say(town.claire, 'Quel seuil ?');
    await town.teams.waitFor(1, ({ body }) => body['type'] === 'typing');
    town.teams.refuseNext({ status: 403, code: 'ContentStreamNotAllowed', message: 'stopped by the person' });
    release?.();
    await town.settled();
    const chat = town.client.chatOf(town.claire).id;
    expect(wordsIn(town, chat)).toContain('Oui, sous 60 000 € HT.');
    expect(JSON.stringify(town.client.shown(chat))).not.toContain('streaminfo');
  });

  it('waits as long as Teams asks, then says it once', async () => {
    const waits: number[] = [];
    const town = await openTeamsTown({
      pause: async (ms) => {
        waits.push(ms);
        if (ms === 700) await new Promise(() => undefined);
      },
    });
    town.teams.refuseNext({ status: 429, code: 'TooManyRequests', message: 'wait', headers: { 'retry-after': '3' } });
    await town.client.say(town.claire, 'Quel seuil ?');
    await town.settled();
    expect(waits).toContain(3_000);
    expect(town.client.shown(town.client.chatOf(town.claire).id)).toHaveLength(ANSWER);
    expect(town.conversing.heard).toHaveLength(1);
  });

  it('is whole or not at all: once its text is said, its card is tried again', async () => {
    const town = await openTeamsTown({ pause: async (ms) => (ms === 700 ? new Promise(() => undefined) : undefined) });
    const { client, claire, teams } = town;
    const refused = { status: 502, code: 'BadGateway', message: '' };
    teams.refuseOnce((call) => (call.body['attachments'] === undefined ? undefined : refused));
    await client.say(claire, 'Quel seuil ?');
    await town.settled();
    expect(client.shown(client.chatOf(claire).id).map(({ activity }) => 'attachments' in activity)).toEqual([
      false,
      true,
    ]);
  });

  it('is not acknowledged while it cannot be kept', async () => {
    const town = await openTeamsTown();
    await town.store.close();
    expect((await town.client.say(town.claire, 'Quel seuil ?')).status).toBe(503);
  });

  it('is refused when nobody signed it', async () => {
    const town = await openTeamsTown();
    expect((await town.client.say(town.claire, 'Quel seuil ?', { token: { forged: true } })).status).toBe(401);
    expect(town.conversing.heard).toHaveLength(0);
  });
});

describe('what was asked is changed or taken back', () => {
  it('an edited question is answered in the place of its first answer', async () => {
    const town = await openTeamsTown();
    const { client, claire, conversing } = town;
    const { id } = await client.say(claire, 'Quel seuil ?');
    await town.settled();
    const first = client.shown(client.chatOf(claire).id).map(({ id }) => id);
    const edit = {
      type: 'messageUpdate',
      id,
      text: 'Quel seuil pour des travaux ?',
      channelData: { tenant: { id: claire.tenantId }, eventType: 'editMessage' },
    };
    await client.post(claire, edit);
    await town.settled();
    expect(conversing.heard.map(({ text }) => text)).toEqual(['Quel seuil ?', 'Quel seuil pour des travaux ?']);
    expect(client.shown(client.chatOf(claire).id).map((shown) => shown.id)).toEqual(first);
    expect(town.teams.calls.at(-1)?.method).toBe('PUT');
  });

  it('a deleted question takes its answer with it', async () => {
    const town = await openTeamsTown();
    const { client, claire } = town;
    const { id } = await client.say(claire, 'Quel seuil ?');
    await town.settled();
    await client.post(claire, {
      type: 'messageDelete',
      id,
      channelData: { tenant: { id: claire.tenantId }, eventType: 'softDeleteMessage' },
    });
    await town.settled();
    expect(client.shown(client.chatOf(claire).id)).toHaveLength(0);
  });
});

describe('buttons', () => {
  it('turn an answer to its other register and back: same figures, same sources', async () => {
    const town = await openTeamsTown();
    const { client, claire } = town;
    await client.say(claire, 'Quel seuil ?');
    await town.settled();
    const chat = client.chatOf(claire).id;
    await client.press(claire, client.lastShown(chat), 'Version pour l’acheteur');
    expect(plain(wordsOf(client.lastShown(chat).activity))).toContain("Le texte de l'acheteur.");
    expect(plain(wordsOf(client.lastShown(chat).activity))).toContain('R. 2122-8');
    await client.press(claire, client.lastShown(chat), 'Version pour le service');
    expect(plain(wordsOf(client.lastShown(chat).activity))).toContain('Le texte du service.');
  });

  it('are answered when they are not known, by 501 or by a sentence', async () => {
    const town = await openTeamsTown();
    const { client, claire } = town;
    for (const name of ['task/fetch', 'signin/verifyState', 'fileConsent/invoke', 'application/search', ''])
      expect((await client.invoke(claire, name, {})).status, name).toBe(501);
    const unknown = { action: { type: 'Action.Execute', verb: 'launch', data: {} } };
    const answered = await client.invoke(claire, 'adaptiveCard/action', unknown);
    expect(answered).toMatchObject({ status: 200, body: { statusCode: 501, type: 'application/vnd.microsoft.error' } });
    const none = await client.invoke(claire, 'adaptiveCard/action', 'nothing');
    expect(none).toMatchObject({ status: 200, body: { statusCode: 400 } });
  });

  it('lead to nothing of another conversation, whatever a client sends', async () => {
    const town = await openTeamsTown();
    const { client, claire, paul } = town;
    await client.say(claire, 'Quel seuil ?');
    await town.settled();
    const hers = client.lastShown(client.chatOf(claire).id);
    const data = { reply: `${hers.conversation}|1700000000001`, to: 'buyer' };
    const stolen = await client.invoke(paul, 'adaptiveCard/action', { action: { verb: 'register', data } });
    expect(plain(JSON.stringify(stolen.body))).toContain("Cette réponse n'est plus gardée");
  });

  it('show cases in personal chats alone', async () => {
    const town = await openTeamsTown();
    const { client, claire } = town;
    const group = client.addConversation('groupChat', [claire]);
    const data = { case: 'c1', act: 'accept' };
    const answered = await client.invoke(
      claire,
      'adaptiveCard/action',
      { action: { verb: 'act', data } },
      { in: group },
    );
    expect(plain(JSON.stringify(answered.body))).toContain('Cela se fait en conversation privée');
  });

  it('hand a question of a channel over in private, and say so in the channel', async () => {
    const town = await openTeamsTown({
      conversing: createFakeConversing({
        kind: 'refusal',
        reason: 'no_source',
        text: 'Pas de fiche.',
        next: 'Demandez.',
        suggestions: [],
      }),
    });
    const { client, claire } = town;
    const channel = client.addConversation('channel', [claire]);
    client.chatOf(claire);
    await client.say(claire, 'Une question rare ?', { in: channel, thread: '9' });
    await town.settled();
    const answered = await client.press(
      claire,
      client.lastShown(`${channel.id};messageid=9`),
      'Demander à un réserviste',
    );
    expect(plain(JSON.stringify(answered.body))).toContain('Je vous écris en privé');
    expect(plain(wordsOf(client.lastShown(client.chatOf(claire).id).activity))).toContain('Ce qui partira');
    expect(JSON.stringify(town.teams.shown(`${channel.id};messageid=9`))).not.toContain('Ce qui partira');
  });

  it('keep what was typed when nothing can be saved', async () => {
    const town = await openTeamsTown();
    const { client, claire } = town;
    await client.say(claire, 'mes dossiers');
    await town.settled();
    await town.store.close();
    const act = { action: { verb: 'act', data: { case: 'c1', act: 'say', text: 'des mots' } } };
    const answered = await client.invoke(claire, 'adaptiveCard/action', act);
    expect(answered.body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' });
    expect(plain(JSON.stringify(answered.body))).toContain("Rien n'a pu être enregistré");
  });
});

it('goes on in the language someone was answered in, whatever the menus of their Teams', async () => {
  const town = await openTeamsTown();
  const { client, claire } = town;
  const chat = client.chatOf(claire).id;
  await client.say(claire, 'help', { locale: 'en-US' });
  await town.settled();
  expect(wordsIn(town, chat)).toContain('Hello, I am Truchement');
  const { id } = await client.say(claire, 'Quel seuil ?', { locale: 'en-US' });
  await town.settled();
  const pressed = { action: { verb: 'human', data: { reply: `${chat}|${id}` } } };
  await client.invoke(claire, 'adaptiveCard/action', pressed, { locale: 'en-US' });
  expect(wordsIn(town, chat)).toContain('Ce qui partira');
});

describe('Teams’ own thumbs', () => {
  it('are noted at once, ask why, and note the reason', async () => {
    const town = await openTeamsTown();
    const { client, claire, conversing } = town;
    await client.say(claire, 'Quel seuil ?');
    await town.settled();
    const { id } = client.lastShown(client.chatOf(claire).id);
    const thumb = { data: { actionName: 'feedback', actionValue: { reaction: 'dislike' } } };
    const form = await client.invoke(claire, 'message/fetchTask', thumb, { replyToId: id });
    expect(plain(JSON.stringify(form.body))).toContain("Qu'est-ce qui manque ?");
    const given = {
      actionName: 'feedback',
      actionValue: { reaction: 'dislike', feedback: JSON.stringify({ why: 'unclear', comment: 'le seuil' }) },
    };
    expect((await client.invoke(claire, 'message/submitAction', given, { replyToId: id })).status).toBe(200);
    const messageId = conversing.heard[0]?.id;
    expect(conversing.feedback).toEqual([
      { messageId, useful: false, why: undefined },
      { messageId, useful: false, why: 'unclear: le seuil' },
    ]);
    // Some clients show a form of their own.
    const own = { reaction: 'like', feedback: JSON.stringify({ feedbackText: 'merci' }) };
    await client.invoke(claire, 'message/submitAction', { ...given, actionValue: own }, { replyToId: id });
    expect(conversing.feedback.at(-1)).toEqual({ messageId, useful: true, why: 'merci' });
    // What is kept of a question leads back to nobody.
    expect(messageId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('are thanked for an answer that is not kept any more, and 501 for what is no thumb', async () => {
    const town = await openTeamsTown();
    const like = { data: { actionName: 'feedback', actionValue: { reaction: 'like' } } };
    expect((await town.client.invoke(town.claire, 'message/fetchTask', like, { replyToId: 'gone' })).status).toBe(200);
    expect(town.conversing.feedback).toEqual([]);
    expect((await town.client.invoke(town.claire, 'message/fetchTask', { data: {} })).status).toBe(501);
  });
});

describe('the message extension', () => {
  it('finds fiches, and says so when there is none', async () => {
    const town = await openTeamsTown();
    const asked = (q: string) => ({ commandId: 'chercherFiche', parameters: [{ name: 'q', value: q }] });
    const found = await town.client.invoke(town.claire, 'composeExtension/query', asked('avance'));
    expect(found.body).toMatchObject({
      composeExtension: { type: 'result', attachments: [{ preview: { content: { title: 'Petit achat' } } }] },
    });
    expect(JSON.stringify(found.body)).toContain('legifrance.gouv.fr');
    const none = await town.client.invoke(town.claire, 'composeExtension/query', asked(' '));
    expect(none.body).toMatchObject({ composeExtension: { type: 'message' } });
  });

  it('says a message again for the other side, then puts it in the conversation', async () => {
    const town = await openTeamsTown();
    const { client, claire } = town;
    const group = client.addConversation('groupChat', [claire]);
    const payload = {
      commandId: 'reformulerAcheteur',
      messagePayload: { body: { contentType: 'html', content: `<p>${NEED}</p>` } },
    };
    const result = await client.invoke(claire, 'composeExtension/fetchTask', payload, { in: group });
    const card = plain(JSON.stringify(result.body));
    expect(card).toContain("Pour l'acheteur");
    const [reply] = /"do":"insert","reply":"[^"]+"/.exec(JSON.stringify(result.body)) ?? ['{}'];
    const data = { do: 'insert', reply: /"reply":"([^"]+)"/.exec(reply)?.[1] };
    const inserted = await client.invoke(
      claire,
      'composeExtension/submitAction',
      { commandId: 'reformulerAcheteur', data },
      { in: group },
    );
    expect(inserted.body).toMatchObject({ composeExtension: { type: 'result', attachments: [{}] } });
    // Not from another conversation.
    const stolen = await client.invoke(claire, 'composeExtension/submitAction', {
      commandId: 'reformulerAcheteur',
      data,
    });
    expect(stolen.body).toMatchObject({ task: { type: 'message' } });
  });

  it('asks for a text where there is no message, and says when there is none in it', async () => {
    const town = await openTeamsTown();
    const { client, claire } = town;
    const form = await client.invoke(claire, 'composeExtension/fetchTask', { commandId: 'expliquerService' });
    expect(JSON.stringify(form.body)).toContain('"value":"to_prescriber"');
    const empty = { commandId: 'expliquerService', messagePayload: { body: { content: '<p> </p>' } } };
    expect((await client.invoke(claire, 'composeExtension/fetchTask', empty)).body).toMatchObject({
      task: { type: 'message' },
    });
    const given = { commandId: 'expliquerService', data: { do: 'reword', text: NEED, direction: 'to_buyer' } };
    const done = await client.invoke(claire, 'composeExtension/submitAction', given);
    expect(plain(JSON.stringify(done.body))).toContain("Pour l'acheteur");
  });
});

describe('commands', () => {
  it('open the bot’s own cards in personal chats, in French and in English', async () => {
    const town = await openTeamsTown();
    const { client, claire } = town;
    const expected = {
      'Mes dossiers': 'Mes dossiers',
      'mon bureau': 'Réservé aux réservistes',
      Reformuler: 'Le texte à redire',
      'my data': 'gardé sur vous',
      'Oubliez-moi': 'Effacer toutes vos données',
      aide: 'je suis Truchement',
      'demander à un réserviste': 'Votre question',
    };
    for (const [said, shown] of Object.entries(expected)) {
      await client.say(claire, said);
      await town.settled();
      expect(plain(wordsOf(client.lastShown(client.chatOf(claire).id).activity)), said).toContain(shown);
    }
    expect(town.conversing.heard).toHaveLength(0);
  });

  it('are private: a channel is told so', async () => {
    const town = await openTeamsTown();
    const channel = town.client.addConversation('channel', [town.claire]);
    await town.client.say(town.claire, 'mes dossiers', { in: channel, thread: '1' });
    await town.settled();
    expect(plain(wordsOf(town.client.lastShown(`${channel.id};messageid=1`).activity))).toContain(
      'conversation privée',
    );
  });

  it('«demander à un réserviste» takes up the last question of whoever says it', async () => {
    const town = await openTeamsTown();
    const { client, claire } = town;
    await client.say(claire, 'Peut-on payer 12 000 € d’avance ?');
    await town.teams.waitFor(1, posts);
    await client.say(claire, 'demander à un réserviste');
    await town.settled();
    const words = client
      .shown(client.chatOf(claire).id)
      .map(({ activity }) => plain(wordsOf(activity)))
      .join('\n');
    expect(words).toContain('Ce qui partira');
    expect(words).toContain('payer 12 000 € d');
  });
});

describe('rewording and the brief both sides agree on', () => {
  it('is completed by answers, kept, corrected and accepted', async () => {
    const outcome: Outcome = {
      kind: 'rewording',
      rewording: await (await import('../../fakes/interpreting.ts'))
        .createFakeInterpreting()
        .reword(NEED, 'to_buyer', 'fr'),
      suggestions: [],
    };
    const town = await openTeamsTown({ conversing: createFakeConversing(outcome) });
    const { client, claire } = town;
    const chat = client.chatOf(claire).id;
    await client.say(claire, `reformule pour l’achat : ${NEED}`);
    await town.settled();
    expect(titlesOf(client.lastShown(chat).activity)).toEqual(
      expect.arrayContaining(['Ajouter au texte', 'Enregistrer la fiche']),
    );
    const nothing = await client.press(claire, client.lastShown(chat), 'Ajouter au texte', {});
    expect(nothing.body).toMatchObject({ type: 'application/vnd.microsoft.activity.message' });
    const kept = await client.press(claire, client.lastShown(chat), 'Enregistrer la fiche');
    expect(plain(JSON.stringify(kept.body))).toContain('La fiche est enregistrée');
    const saved = await client.press(claire, client.lastShown(chat), 'Enregistrer', {
      'slot-0-place': 'Mairie annexe',
    });
    expect(plain(JSON.stringify(saved.body))).toContain('Mairie annexe');
    const accepted = await client.press(claire, client.lastShown(chat), 'Accepter cette version');
    expect(titlesOf({ body: accepted.body })).not.toContain('Accepter cette version');
  });
});

describe('coming and going', () => {
  it('welcomes once, however many events tell of one arrival', async () => {
    const town = await openTeamsTown();
    const { client, claire } = town;
    await client.post(claire, { type: 'installationUpdate', action: 'add' });
    await client.post(claire, {
      type: 'conversationUpdate',
      membersAdded: [{ id: '28:6f1c1b8a-3c1e-4b0e-9a53-0f2d2f9b7a11' }],
    });
    await client.post(claire, { type: 'conversationUpdate', membersAdded: [{ id: claire.id }] });
    await town.settled();
    expect(client.shown(client.chatOf(claire).id)).toHaveLength(1);
  });

  it('knows the reservists of a team by the directory: an offer opens a chat with one who never wrote', async () => {
    const town = await openTeamsTown();
    const { client, claire, paul, net, store } = town;
    const bob = await store.reserve.person('bob');
    if (bob.ok && bob.value !== undefined) await store.reserve.savePerson({ ...bob.value, address: undefined });
    const channel = client.addConversation('channel', [claire, paul]);
    await client.say(claire, 'aide', { in: channel, thread: '1' });
    await town.settled();
    await client.say(claire, 'demander à un réserviste');
    await town.settled();
    const chat = client.chatOf(claire).id;
    await client.press(claire, client.lastShown(chat), 'Voir ce qui partira', { question: 'Que faire du décompte ?' });
    await client.press(claire, client.lastShown(chat), 'Envoyer à un réserviste', { sameBody: 'true' });
    await net.turn();
    const opened = [...town.teams.conversations.values()].find(
      ({ kind, members }) => kind === 'personal' && members[0]?.id === paul.id,
    );
    expect(plain(wordsOf(client.lastShown(opened?.id ?? '').activity))).toContain('Que faire du décompte ?');
  });

  it('guests, and people of other tenants, are nobody by the address they bring', async () => {
    const town = await openTeamsTown();
    const { client } = town;
    const guest = client.addPerson('Intrus', { email: 'bob@exemple.fr', tenantId: 'elsewhere' });
    const chat = client.addConversation('groupChat', [guest]);
    await client.say({ ...guest, tenantId: town.claire.tenantId }, 'aide', { in: chat });
    await town.settled();
    const bob = await town.store.reserve.person('bob');
    expect(bob.ok && bob.value?.address?.platform).toBe('slack');
  });

  it('a reservist who blocked or uninstalled is gone: the case is for someone else at once', async () => {
    const town = await openTeamsTown();
    const { client, paul, teams, platform } = town;
    await client.post(paul, { type: 'installationUpdate', action: 'add' });
    await town.settled();
    const message = {
      id: 'o1',
      to: { platform: 'teams', conversation: client.chatOf(paul).id },
      person: 'bob',
      case: 'c',
      kind: 'offer',
      language: 'fr',
      text: 'Une proposition.',
    } as const;
    teams.uninstall(paul.id);
    expect(await platform.deliver?.(message)).toMatchObject({ ok: false, error: { kind: 'gone' } });
    await client.post(paul, { type: 'installationUpdate', action: 'remove' });
    await town.settled();
    const before = teams.calls.length;
    expect(await platform.deliver?.(message)).toMatchObject({ ok: false, error: { kind: 'gone' } });
    expect(teams.calls).toHaveLength(before);
  });

  it('a message of a case given twice is shown once; one that must wait says until when', async () => {
    const town = await openTeamsTown({ pause: async () => undefined });
    const { client, paul, teams, platform } = town;
    await client.post(paul, { type: 'installationUpdate', action: 'add' });
    await town.settled();
    const chat = client.chatOf(paul).id;
    const message = {
      id: 'o1',
      to: { platform: 'teams', conversation: chat },
      person: 'bob',
      case: 'c',
      kind: 'reminder',
      language: 'fr',
      text: 'Un rappel.',
    } as const;
    teams.refuseNext({ status: 429, code: 'TooManyRequests', message: '', headers: { 'retry-after': '60' } });
    expect(await platform.deliver?.(message)).toMatchObject({ ok: false, error: { kind: 'later', afterMs: 60_000 } });
    expect(await platform.deliver?.(message)).toMatchObject({ ok: true });
    expect(await platform.deliver?.(message)).toMatchObject({ ok: true });
    expect(client.shown(chat).filter(({ activity }) => wordsOf(activity).includes('Un rappel.'))).toHaveLength(1);
  });
});
