import { expect, it } from 'vitest';
import { MESSAGES_PATH } from '../../../adapters/teams/platform.ts';
import { createRandom } from '../../../scripts/random.ts';
import { mutate } from '../../fixtures/mutate.ts';
import { silence } from '../../fixtures/silence.ts';
import { APP_ID, openTeamsTown, type TeamsTown, wordsIn } from '../../fixtures/teams-town.ts';

silence();

const NIGHTLY = process.env['NIGHTLY'] === '1';
const SEED = 20261127;

/** The bytes of any activity, signed as the channel signs. */
async function send({ teams, url }: TeamsTown, activity: unknown): Promise<number> {
  const response = await fetch(`${url}${MESSAGES_PATH}`, {
    method: 'POST',
    // A connection each: one that the server closes as it is used again would be no answer of the bot's.
    headers: { 'content-type': 'application/json', authorization: teams.issuer.bearer({}), connection: 'close' },
    body: JSON.stringify(activity) ?? '',
  });
  await response.arrayBuffer();
  return response.status;
}

/** Activities of each kind, as Teams sends them. */
function ordinary({ teams, client, claire, paul }: TeamsTown): readonly object[] {
  const chat = client.chatOf(claire);
  const channel = client.addConversation('channel', [claire, paul]);
  const bot = { id: `28:${APP_ID}`, name: 'Truchement' };
  const at = (conversation: typeof chat) => ({
    channelId: 'msteams',
    serviceUrl: teams.url,
    timestamp: '2026-11-27T09:00:00.000Z',
    locale: 'fr-FR',
    from: { id: claire.id, name: claire.name, aadObjectId: claire.aadObjectId },
    recipient: bot,
    conversation: { id: conversation.id, conversationType: conversation.kind, tenantId: conversation.tenantId },
    channelData: { tenant: { id: conversation.tenantId } },
  });
  const personal = at(chat);
  const invoke = (name: string, value: unknown) => ({ ...personal, type: 'invoke', id: 'f:1', name, value });
  const pressed = (verb: string, data: object) =>
    invoke('adaptiveCard/action', { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' });
  const mention = [{ type: 'mention', text: '<at>Truchement</at>', mentioned: bot }];
  const said = { ...personal, type: 'message', id: '1', text: 'Quel seuil ?' };
  const files = [
    { contentType: 'text/html', content: '<p>Quel seuil ?</p>' },
    { contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'besoin.docx', content: {} },
  ];
  return [
    said,
    { ...said, id: '2', attachments: files },
    { ...at(channel), type: 'message', id: '3', text: '<at>Truchement</at> Quel seuil ?', entities: mention },
    {
      ...said,
      type: 'messageUpdate',
      text: 'Quel délai ?',
      channelData: { ...personal.channelData, eventType: 'editMessage' },
    },
    { ...said, type: 'messageDelete' },
    { ...personal, type: 'installationUpdate', id: '4', action: 'add' },
    { ...at(channel), type: 'conversationUpdate', id: '5', membersAdded: [bot, { id: paul.id }] },
    pressed('register', { reply: `${chat.id}|1`, to: 'buyer', lang: 'fr' }),
    pressed('brief', { case: 'c1', do: 'update', seen: 's', lifted: 'a,b', added: 'x' }),
    pressed('act', { case: 'c1', act: 'say', text: 'Bonjour' }),
    pressed('reword', { text: 'Il nous faut 15 portables', direction: 'to_buyer' }),
    pressed('availability', { text: 'le mardi' }),
    invoke('message/fetchTask', { data: { actionName: 'feedback', actionValue: { reaction: 'like' } } }),
    invoke('message/submitAction', { actionName: 'feedback', actionValue: { reaction: 'dislike', feedback: '{}' } }),
    invoke('composeExtension/query', { commandId: 'chercherFiche', parameters: [{ name: 'q', value: 'avance' }] }),
    invoke('composeExtension/fetchTask', {
      commandId: 'reformulerAcheteur',
      messagePayload: { body: { contentType: 'html', content: '<p>Un besoin</p>' } },
    }),
    invoke('composeExtension/submitAction', { commandId: 'expliquerService', data: { text: 'Un besoin' } }),
  ];
}

async function answersOnce(town: TeamsTown): Promise<void> {
  const { client } = town;
  const asking = client.addPerson('Nadia Ordinaire');
  await client.say(asking, 'Faut-il trois devis pour une question ordinaire ?');
  await town.settled();
  expect(client.shown(client.chatOf(asking).id).length).toBeGreaterThan(0);
  expect(wordsIn(town, client.chatOf(asking).id).split('Oui, sous 60 000')).toHaveLength(2);
}

it('an arrival whose id holds half a character is greeted once, and what is behind it is heard', async () => {
  const town = await openTeamsTown();
  const { client, claire, store } = town;
  for (const id of ['\ud800', '\ud800', '\udbff', '\ufffd'])
    await client.post(claire, { type: 'installationUpdate', action: 'add', id });
  await client.say(claire, 'Faut-il trois devis ?', { id: 'a\udfff\0' });
  await client.say(claire, 'Faut-il trois devis ?', { id: 'a\udfff\0' });
  await town.settled();
  await expect.poll(() => store.inbound.underWay()).toEqual({ ok: true, value: 0 });
  await town.restart();
  await town.settled();
  const shown = client.shown(client.chatOf(claire).id);
  expect(
    shown.filter(({ activity }) => JSON.stringify(activity).includes('je suis Truchement')).length,
  ).toBeLessThanOrEqual(1);
  expect(town.conversing.heard).toHaveLength(1);
});

it('thousands of signed activities, each broken in some way: none fails, nothing floods, nothing sticks', {
  timeout: NIGHTLY ? 3_600_000 : 60_000,
}, async () => {
  const town = await openTeamsTown({ pause: async () => undefined });
  const { teams, store, logged } = town;
  const kinds = ordinary(town);
  const random = createRandom(SEED);
  const count = NIGHTLY ? 20_000 : 300;
  const failed: unknown[] = [];
  for (let sent = 0; sent < count; ) {
    const some = Array.from({ length: Math.min(25, count - sent) }, () =>
      mutate(kinds[Math.floor(random() * kinds.length)], random),
    );
    sent += some.length;
    await Promise.all(
      some.map(async (activity) => {
        const status = await send(town, activity);
        if (status >= 500) failed.push({ status, activity });
      }),
    );
  }
  expect(failed.slice(0, 3)).toEqual([]);
  await expect.poll(() => store.inbound.underWay(), { timeout: 1_200_000 }).toEqual({ ok: true, value: 0 });
  expect(await store.trials.setAside()).toEqual({ ok: true, value: [] });
  expect(logged.filter((line) => line.startsWith('error'))).toEqual([]);
  const messages = teams.calls.filter(
    ({ method, path, body }) => method === 'POST' && path.includes('/activities') && body['type'] === 'message',
  );
  expect(messages.length).toBeLessThanOrEqual(count);
  await answersOnce(town);
});
