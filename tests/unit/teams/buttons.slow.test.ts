import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/answering/port/outcome.ts';
import { createFakeConversing } from '../../fakes/conversing.ts';
import { NEED, needReworded } from '../../fakes/interpreting.ts';
import { actionsOf, titlesOf, wordsOf } from '../../fakes/teams-connector/client.ts';
import { ask, mustBe, offered } from '../../fixtures/network.ts';
import { plain } from '../../fixtures/plain.ts';
import { silence } from '../../fixtures/silence.ts';
import { openTeamsTown, wordsIn } from '../../fixtures/teams-town.ts';

silence();

describe('buttons', () => {
  it('turn an answer to its other register and back: same figures, same sources', async () => {
    const town = await openTeamsTown();
    const { client, claire } = town;
    await client.say(claire, 'Quel seuil ?');
    await town.settled();
    const chat = client.chatOf(claire).id;
    await client.press(claire, client.lastShown(chat), 'Version acheteur');
    expect(plain(wordsOf(client.lastShown(chat).activity))).toContain("Le texte de l'acheteur.");
    expect(plain(wordsOf(client.lastShown(chat).activity))).toContain('R. 2122-8');
    await client.press(claire, client.lastShown(chat), 'Version service');
    expect(plain(wordsOf(client.lastShown(chat).activity))).toContain('Le texte du service.');
  });

  it('are answered when they are not known, by 400 or by a sentence', async () => {
    const town = await openTeamsTown();
    const { client, claire } = town;
    for (const name of ['task/fetch', 'signin/verifyState', 'fileConsent/invoke', 'application/search', ''])
      expect((await client.invoke(claire, name, {})).status, name).toBe(400);
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

  it('pass a message on once, however often they are pressed', async () => {
    const town = await openTeamsTown();
    const { client, claire, net, store } = town;
    await client.say(claire, 'mes dossiers');
    await town.settled();
    const people = mustBe(await store.reserve.people());
    const asker = people.find(({ name }) => name === claire.name)?.id ?? '';
    const id = await ask(net, 'Une entreprise a 40 jours de retard : que faire ?', asker);
    mustBe(await net.helping.act(await offered(net, id), id, { kind: 'accept' }));
    const shown = client.lastShown(client.chatOf(claire).id);
    const open = { action: { verb: 'open', data: { case: id } } };
    const { body } = await client.invoke(claire, 'adaptiveCard/action', open);
    const card = { ...shown, activity: { attachments: [{ contentType: body['type'], content: body['value'] }] } };
    const typed = { text: 'Le marché est un marché de travaux.' };
    const press = () => client.press(claire, card, 'Envoyer le message', typed);
    for (const { status } of await Promise.all([press(), press(), press()])) expect(status).toBe(200);
    const said = mustBe(await net.cases.history(id)).filter(({ kind }) => kind === 'messaged');
    expect(said).toHaveLength(1);
    // Its author reads on the card what was hidden from the other side.
    const named = await client.press(claire, card, 'Envoyer le message', {
      text: 'Appelez M. Brezhon au 06 12 34 56 78.',
    });
    expect(plain(JSON.stringify(named.body))).toContain('Masqué avant envoi : un nom, un téléphone.');
  });

  it('of a case stand in one message alone, and are those of now', async () => {
    const town = await openTeamsTown();
    const { client, claire, paul, net, store } = town;
    const chat = client.chatOf(claire).id;
    await client.post(paul, { type: 'installationUpdate', action: 'add' });
    await client.say(claire, 'mes dossiers');
    await town.settled();
    const people = mustBe(await store.reserve.people());
    const asker = people.find(({ name }) => name === claire.name)?.id ?? '';
    const id = await ask(net, 'Une entreprise a 40 jours de retard : que faire ?', asker);
    await net.turn();
    const lender = await offered(net, id);
    mustBe(await net.helping.act(lender, id, { kind: 'accept' }));
    await net.turn();
    for (const text of ['Avez-vous un constat ?', 'Et un courrier ?']) {
      mustBe(await net.helping.act(lender, id, { kind: 'say', text }));
      await net.turn();
      const bearing = client.shown(chat).filter(({ activity }) => titlesOf(activity).includes('Envoyer le message'));
      expect(bearing.map(({ activity }) => plain(wordsOf(activity)).includes(text))).toEqual([true]);
    }
    expect(wordsIn(town, chat)).toContain('Avez-vous un constat ?');
    await client.press(claire, client.lastShown(chat), 'Clore');
    const after = client.shown(chat).flatMap(({ activity }) => titlesOf(activity));
    expect(after.filter((title) => title === 'Clore' || title === 'Envoyer le message')).toEqual([]);
    // The button, and the one of the form it unfolds.
    expect(after.filter((title) => title === 'Rouvrir')).toHaveLength(2);
    await net.turn();
    const told = client.shown(chat).flatMap(({ activity }) => titlesOf(activity));
    expect(told.filter((title) => title === 'Rouvrir')).toHaveLength(2);
  });

  it('say what they say once when they are clicked twice', async () => {
    const town = await openTeamsTown();
    const { client, claire, conversing } = town;
    await client.say(claire, 'aide');
    await town.settled();
    const card = client.lastShown(client.chatOf(claire).id);
    const title = 'Par quoi commencer quand on a un besoin ?';
    await Promise.all([1, 2].map(() => client.press(claire, card, title)));
    await town.settled();
    expect(conversing.heard.map(({ text }) => text)).toEqual([title]);
  });

  it('draft one case when they are clicked twice', async () => {
    const town = await openTeamsTown();
    const { client, claire, store } = town;
    const chat = client.chatOf(claire).id;
    await client.say(claire, 'demander à un réserviste');
    await town.settled();
    const card = client.lastShown(chat);
    const filled = { question: 'Que faire de quarante jours de retard ?' };
    await Promise.all([1, 2].map(() => client.press(claire, card, 'Voir ce qui partira', filled)));
    await client.press(claire, card, 'Voir ce qui partira', filled);
    const asker = mustBe(await store.reserve.people()).find(({ name }) => name === claire.name)?.id ?? '';
    expect(mustBe(await store.cases.byRequester(asker))).toHaveLength(1);
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

it('answers a card in the card’s own language, and a command in the only language that has it', async () => {
  const town = await openTeamsTown();
  const { client, claire } = town;
  const chat = client.chatOf(claire).id;
  await client.say(claire, 'aide', { locale: 'en-US' });
  await client.say(claire, 'demander à un réserviste', { locale: 'en-US' });
  await town.settled();
  expect(wordsIn(town, chat)).toContain('je suis Truchement');
  // Another process knows nothing of what was spoken: the card does.
  await town.restart();
  const { verb, data } = Object.assign({}, actionsOf(client.lastShown(chat).activity)[0]);
  const value = { action: { verb, data: { ...Object(data), question: '' } } };
  const answered = await client.invoke(claire, 'adaptiveCard/action', value, { locale: 'en-US' });
  expect(plain(JSON.stringify(answered.body))).toContain('Écrivez');
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
    // Local tools name no message, and send what was written as it is.
    const bare = { reaction: 'dislike', feedback: 'pas clair' };
    await client.invoke(claire, 'message/submitAction', { ...given, actionValue: bare });
    expect(conversing.feedback.at(-1)).toEqual({ messageId, useful: false, why: 'pas clair' });
    // What is kept of a question leads back to nobody.
    expect(messageId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('are thanked for an answer that is not kept any more, and 400 for what is no thumb', async () => {
    const town = await openTeamsTown();
    const like = { data: { actionName: 'feedback', actionValue: { reaction: 'like' } } };
    expect((await town.client.invoke(town.claire, 'message/fetchTask', like, { replyToId: 'gone' })).status).toBe(200);
    expect(town.conversing.feedback).toEqual([]);
    expect((await town.client.invoke(town.claire, 'message/fetchTask', { data: {} })).status).toBe(400);
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
    // Local tools name the parameter as they like.
    const other = {
      commandId: '',
      parameters: [{ name: 'initialRun', value: 'true' }, { value: 'avance' }],
    };
    const lenient = await town.client.invoke(town.claire, 'composeExtension/query', other);
    expect(lenient.body).toMatchObject({ composeExtension: { type: 'result' } });
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

describe('rewording and the brief both sides agree on', () => {
  it('is completed by answers, kept, corrected and accepted', async () => {
    const outcome: Outcome = {
      kind: 'rewording',
      rewording: needReworded(),
      suggestions: [],
    };
    const town = await openTeamsTown({ conversing: createFakeConversing(outcome) });
    const { client, claire } = town;
    const chat = client.chatOf(claire).id;
    await client.say(claire, `reformule pour l’achat : ${NEED}`);
    await town.settled();
    expect(titlesOf(client.lastShown(chat).activity)).toEqual(
      expect.arrayContaining(['Ajouter au texte', 'Mettre d’accord les deux côtés']),
    );
    const nothing = await client.press(claire, client.lastShown(chat), 'Ajouter au texte', {});
    expect(nothing.body).toMatchObject({ type: 'application/vnd.microsoft.activity.message' });
    const kept = await client.press(claire, client.lastShown(chat), 'Mettre d’accord les deux côtés');
    expect(plain(JSON.stringify(kept.body))).toContain('La fiche est enregistrée');
    const saved = await client.press(claire, client.lastShown(chat), 'Enregistrer', {
      'slot-0-place': 'Mairie annexe',
    });
    expect(plain(JSON.stringify(saved.body))).toContain('Mairie annexe');
    const accepted = await client.press(claire, client.lastShown(chat), 'Accepter cette version');
    expect(titlesOf({ body: accepted.body })).not.toContain('Accepter cette version');
  });
});
