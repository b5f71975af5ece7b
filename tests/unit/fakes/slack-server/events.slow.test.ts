import { expect, it } from 'vitest';
import { asJson, type Json } from '../../../fakes/slack-server/json.ts';
import type { Delivery } from '../../../fakes/slack-server/types.ts';
import { errorOf, openTown } from './town.ts';

const events = (deliveries: readonly Delivery[]): Json[] => deliveries.map((one) => asJson(one.payload['event']));

it('an event comes in its envelope, for the workspace and its bot', async () => {
  const { slack, vern, claire, achats } = await openTown();
  const { deliveries, message } = await slack.mention(claire, achats, 'bonjour');
  expect(events(deliveries)).toMatchObject([
    { type: 'app_mention', user: claire.id, text: `<@${vern.botUser}> bonjour`, channel: achats.id, ts: message.ts },
    { type: 'message', user: claire.id, channel: achats.id, channel_type: 'channel', event_ts: message.ts },
  ]);
  expect(deliveries[0]?.payload).toMatchObject({
    type: 'event_callback',
    team_id: vern.id,
    api_app_id: slack.app.appId,
    authorizations: [{ team_id: vern.id, user_id: vern.botUser, is_bot: true }],
  });
  expect(new Set(slack.deliveries.map((one) => one.id)).size).toBe(2);
});

it('the app hears what it says itself, as its own', async () => {
  const { slack, vern, web, claire } = await openTown();
  await web.chat.postMessage({ channel: claire.id, text: 'à vous' });
  expect(events(slack.deliveries)).toMatchObject([
    { type: 'message', user: vern.botUser, bot_id: vern.botId, app_id: slack.app.appId, channel_type: 'im' },
  ]);
  await web.chat.postEphemeral({ channel: slack.dmOf(claire).id, user: claire.id, text: 'en privé' });
  expect(slack.deliveries).toHaveLength(1);
});

it('an edit and a deletion say what was there before', async () => {
  const { slack, claire } = await openTown();
  const { message } = await slack.dm(claire, 'un');
  expect(events(await slack.edit(message, 'deux'))).toMatchObject([
    {
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      message: { text: 'deux', ts: message.ts, edited: { user: claire.id } },
      previous_message: { text: 'un', ts: message.ts },
    },
  ]);
  expect(events(await slack.deleteMessage(message))).toMatchObject([
    { subtype: 'message_deleted', deleted_ts: message.ts, previous_message: { text: 'deux' } },
  ]);
});

it('a reaction, a Home opened, an invitation, a departure are told', async () => {
  const { slack, vern, web, claire } = await openTown();
  const { message } = await slack.dm(claire, 'un');
  expect(events(await slack.react(claire, message, 'eyes'))).toMatchObject([
    { type: 'reaction_added', reaction: 'eyes', item: { ts: message.ts, channel: message.channel } },
  ]);
  expect(events(await slack.openHome(claire))[0]).toMatchObject({
    type: 'app_home_opened',
    user: claire.id,
    tab: 'home',
  });
  await web.views.publish({ user_id: claire.id, view: { type: 'home', blocks: [{ type: 'divider' }] } });
  expect(events(await slack.openHome(claire))[0]).toMatchObject({ view: { type: 'home', team_id: vern.id } });
  const salle = slack.addChannel(vern, { name: 'salle', members: [claire], withBot: false });
  expect(await slack.say(claire, salle, 'a').then((said) => said.deliveries)).toEqual([]);
  expect(events(await slack.inviteBot(claire, salle))).toMatchObject([
    { type: 'member_joined_channel', user: vern.botUser },
  ]);
  expect(events(await slack.removeBot(claire, salle))).toMatchObject([
    { type: 'member_left_channel', user: vern.botUser },
  ]);
  vern.scopes = vern.scopes.filter((scope) => scope !== 'chat:write.public');
  expect(await errorOf(web.chat.postMessage({ channel: salle.id, text: 'a' }))).toBe('not_in_channel');
});

it('the assistant’s pane tells where the person looks', async () => {
  const { slack, vern, claire, achats } = await openTown();
  const pane = await slack.openAssistant(claire);
  expect(events(pane.deliveries)).toMatchObject([
    {
      type: 'assistant_thread_started',
      assistant_thread: { user_id: claire.id, context: {}, thread_ts: pane.threadTs },
    },
  ]);
  expect(events(await slack.contextChanged(claire, pane, achats))).toMatchObject([
    { assistant_thread: { context: { channel_id: achats.id, team_id: vern.id } } },
  ]);
  const { deliveries } = await slack.dm(claire, 'dans le panneau', { threadTs: pane.threadTs });
  expect(events(deliveries)).toMatchObject([{ type: 'message', thread_ts: pane.threadTs, channel_type: 'im' }]);
});

it('an uninstallation is told after the token died', async () => {
  const { slack, vern } = await openTown();
  const types = events(await slack.uninstall(vern)).map((event) => event['type']);
  expect(types.sort()).toEqual(['app_uninstalled', 'tokens_revoked']);
});

it('an event nobody subscribed to can be sent all the same; what listeners would miss is found', async () => {
  const { slack, vern, web, achats } = await openTown({ events: [] });
  const delivery = await slack.sendEvent(vern, { type: 'something_new' });
  expect(events([delivery])).toEqual([{ type: 'something_new' }]);
  const image = { type: 'image' as const, image_url: 'https://vern.example/a.png', alt_text: 'a.png' };
  await web.chat.postMessage({ channel: achats.id, text: 'a', blocks: [image] });
  expect(slack.findInaccessible()).toEqual(['alt_text «a.png» says nothing']);
});
