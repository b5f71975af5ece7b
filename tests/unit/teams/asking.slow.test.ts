import { describe, expect, it } from 'vitest';
import { answerWith, createFakeConversing } from '../../fakes/conversing.ts';
import { titlesOf, wordsOf } from '../../fakes/teams-connector/client.ts';
import { plain } from '../../fixtures/plain.ts';
import { silence } from '../../fixtures/silence.ts';
import { openTeamsTown, wordsIn } from '../../fixtures/teams-town.ts';

silence();
const posts = (call: { readonly method: string; readonly body: Readonly<Record<string, unknown>> }) =>
  call.method === 'POST' && call.body['type'] === 'message';

/** Messages of an answer: its text, with what it cites, then its card. */
const ANSWER = 2;

/** A town whose assistant answers once it is released. */
async function openSlowTown() {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const quick = createFakeConversing();
  const town = await openTeamsTown({
    pause: async () => undefined,
    conversing: { ...quick, respond: async (message) => held.then(() => quick.respond(message)) },
  });
  return { town, release };
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
    expect(titlesOf(activity)).toContain('Suite');
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

  it('is answered where a file came with it, and told that the file was not read', async () => {
    const town = await openTeamsTown();
    const { client, claire } = town;
    const attachments = [{ contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'cctp.docx' }];
    await client.post(claire, { type: 'message', text: 'Quel seuil ?', attachments });
    await town.settled();
    const read = wordsIn(town, client.chatOf(claire).id);
    expect(read).toMatch(/Je ne lis pas les fichiers joints[\s\S]*Oui, sous 60 000 € HT\./);
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
    const { town, release } = await openSlowTown();
    const { client, claire, teams } = town;
    const group = client.addConversation('groupChat', [claire]);
    await client.say(claire, 'Quel seuil ?');
    await client.say(claire, 'Quel seuil ?', { in: group });
    const signs = await teams.waitFor(2, ({ body }) => body['type'] === 'typing');
    release();
    await town.settled();
    expect(signs.map(({ body }) => body['text'] ?? '').sort()).toEqual(['', 'Truchement cherche dans ses fiches…']);
    const end = client.shown(client.chatOf(claire).id)[0];
    expect(JSON.stringify(end?.activity['entities'])).toContain('"streamType":"final"');
    expect(end?.id).toBe(signs.find(({ body }) => body['text'] !== undefined)?.id);
    expect(client.shown(group.id)).toHaveLength(ANSWER);
  });

  it('falls back to a plain message when Teams will not have the stream ended', async () => {
    const { town, release } = await openSlowTown();
    await town.client.say(town.claire, 'Quel seuil ?');
    await town.teams.waitFor(1, ({ body }) => body['type'] === 'typing');
    town.teams.refuseNext({ status: 403, code: 'ContentStreamNotAllowed', message: 'stopped by the person' });
    release();
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
