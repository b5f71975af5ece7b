import { describe, expect, it } from 'vitest';
import { clientOf, errorOf, openTown } from './town.ts';

describe('the door of the Web API', () => {
  it('knows the good token, tells why another is not', async () => {
    const { slack, vern, web } = await openTown();
    expect(await web.auth.test()).toMatchObject({
      ok: true,
      user_id: vern.botUser,
      bot_id: vern.botId,
      team_id: vern.id,
    });
    const test = (token: string | undefined) => errorOf(clientOf(slack, token).auth.test());
    expect(await test(undefined)).toBe('not_authed');
    expect(await test('xoxb-unknown')).toBe('invalid_auth');
    expect(await test(slack.app.appToken)).toBe('not_allowed_token_type');
    vern.state = 'revoked';
    expect(await test(vern.token)).toBe('token_revoked');
    vern.state = 'inactive';
    expect(await test(vern.token)).toBe('account_inactive');
  });

  it('knows the methods, their scopes and their arguments', async () => {
    const { vern, web, achats } = await openTown();
    expect(await errorOf(web.apiCall('chat.postMesage', {}))).toBe('unknown_method');
    expect(await errorOf(web.apiCall('chat.postMessage', { text: 'a' }))).toBe('invalid_arguments');
    vern.scopes = vern.scopes.filter((scope) => scope !== 'chat:write');
    const refused = await web.chat.postMessage({ channel: achats.id, text: 'a' }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ data: { error: 'missing_scope', needed: 'chat:write' } });
  });

  it('opens a socket to an app token in the header only', async () => {
    const { slack, vern } = await openTown();
    const open = (token: string) => errorOf(clientOf(slack, token).apps.connections.open({}));
    expect(await open(slack.app.appToken)).toBe('ok');
    expect(await open('xapp-other')).toBe('invalid_auth');
    expect(await open(vern.token)).toBe('not_allowed_token_type');
    const body = new URLSearchParams({ token: slack.app.appToken });
    const asArgument = await fetch(`${slack.apiUrl}apps.connections.open`, { method: 'POST', body });
    expect(await asArgument.json()).toMatchObject({ ok: false, error: 'invalid_auth' });
  });

  it('writes down every call, without its token', async () => {
    const { slack, web, achats } = await openTown();
    await web.chat.postMessage({ channel: achats.id, text: 'Bonjour' });
    const call = await slack.nextCall('chat.postMessage');
    expect(call.args).toEqual({ channel: achats.id, text: 'Bonjour' });
    expect(call.answer).toMatchObject({ ok: true, channel: achats.id });
  });
});

describe('posting', () => {
  it('reaches a conversation, a person, a thread', async () => {
    const { slack, web, achats, claire } = await openTown();
    const first = await web.chat.postMessage({ channel: achats.id, text: 'un' });
    await web.chat.postMessage({ channel: achats.id, text: 'deux', thread_ts: first.ts ?? '' });
    const { message } = await slack.dm(claire, 'question');
    await web.chat.postMessage({ channel: claire.id, text: 'réponse', thread_ts: message.ts });
    expect((await slack.nextMessage(claire)).threadTs).toBe(message.ts);
    expect((await slack.nextMessage(achats, (one) => one.text === 'deux')).threadTs).toBe(first.ts);
    const history = await web.conversations.history({ channel: achats.id });
    expect(history.messages?.map((one) => one.text)).toEqual(['un']);
    const replies = await web.conversations.replies({ channel: achats.id, ts: first.ts ?? '' });
    expect(replies.messages?.map((one) => one.text)).toEqual(['un', 'deux']);
  });

  it('is refused where the bot may not be', async () => {
    const { slack, vern, web, claire, paul } = await openTown();
    const elsewhere = slack.addChannel(vern, { name: 'autre', members: [claire], withBot: false });
    const secret = slack.addChannel(vern, { name: 'clos', kind: 'group', members: [claire], withBot: false });
    const rennes = slack.addWorkspace({ name: 'Rennes' });
    const foreign = slack.addUser(rennes, { name: 'Zoé' });
    const robot = slack.addUser(vern, { name: 'Robot', isBot: true });
    paul.deleted = true;
    vern.scopes = vern.scopes.filter((scope) => scope !== 'chat:write.public');
    const post = (channel: string) => errorOf(web.chat.postMessage({ channel, text: 'a' }));
    expect(await post('C0')).toBe('channel_not_found');
    expect(await post(elsewhere.id)).toBe('not_in_channel');
    expect(await post(secret.id)).toBe('channel_not_found');
    expect(await post(foreign.id)).toBe('channel_not_found');
    expect(await post(robot.id)).toBe('cannot_dm_bot');
    expect(await post(paul.id)).toBe('user_disabled');
    elsewhere.archived = true;
    elsewhere.members.add(vern.botUser);
    expect(await post(elsewhere.id)).toBe('is_archived');
  });

  it('joins a thread by its root only', async () => {
    const { web, achats } = await openTown();
    const root = await web.chat.postMessage({ channel: achats.id, text: 'un' });
    const reply = await web.chat.postMessage({ channel: achats.id, text: 'deux', thread_ts: root.ts ?? '' });
    const join = (thread_ts: string) => errorOf(web.chat.postMessage({ channel: achats.id, text: 'a', thread_ts }));
    expect(await join(reply.ts ?? '')).toBe('cannot_reply_to_message');
    expect(await join('0')).toBe('invalid_thread_ts');
    expect(await join('1700000000.000001')).toBe('thread_not_found');
  });

  it('is checked: a block message wants a text, blocks want a form', async () => {
    const { web, achats } = await openTown();
    const blocks = [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text: 'a'.repeat(3_001) } }];
    const refused = await web.chat
      .postMessage({ channel: achats.id, text: 'a', blocks })
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({
      data: {
        error: 'invalid_blocks',
        response_metadata: {
          messages: ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]'],
        },
      },
    });
    const bare = web.apiCall('chat.postMessage', { channel: achats.id, blocks: [{ type: 'divider' }] });
    expect(await errorOf(bare)).toBe('no_text');
    expect(await errorOf(web.apiCall('chat.postMessage', { channel: achats.id, text: 'a', blocks: '[{' }))).toBe(
      'invalid_blocks_format',
    );
  });

  it('in private, is seen by one and changed by nobody', async () => {
    const { slack, vern, web, achats, claire } = await openTown();
    const shown = await web.chat.postEphemeral({ channel: achats.id, user: claire.id, text: 'pour vous' });
    expect((await slack.nextEphemeral(claire, achats)).text).toBe('pour vous');
    expect((await web.conversations.history({ channel: achats.id })).messages).toEqual([]);
    const ts = shown.message_ts ?? '';
    expect(await errorOf(web.chat.update({ channel: achats.id, ts, text: 'b' }))).toBe('message_not_found');
    const stranger = slack.addUser(vern, { name: 'Léa' });
    const other = web.chat.postEphemeral({ channel: achats.id, user: stranger.id, text: 'a' });
    expect(await errorOf(other)).toBe('user_not_in_channel');
  });
});

describe('a posted message', () => {
  it('is changed in place: what is not given stays', async () => {
    const { slack, web, achats } = await openTown();
    const metadata = { event_type: 'answer', event_payload: { id: '1' } };
    const blocks = [{ type: 'divider' as const }];
    const { ts = '' } = await web.chat.postMessage({ channel: achats.id, text: 'un', blocks, metadata });
    await web.chat.update({ channel: achats.id, ts, text: 'deux' });
    const changed = await slack.nextUpdate(achats);
    expect(changed).toMatchObject({ text: 'deux', metadata, blocks: [{ type: 'divider' }] });
    await web.chat.update({ channel: achats.id, ts, text: 'trois', blocks: [] });
    expect((await slack.nextUpdate(achats)).blocks).toEqual([]);
    const without = await web.conversations.history({ channel: achats.id });
    expect(without.messages?.[0]?.metadata).toBeUndefined();
    const told = await web.conversations.history({ channel: achats.id, include_all_metadata: true });
    expect(told.messages?.[0]?.metadata).toEqual(metadata);
  });

  it('is changed or erased by its author only', async () => {
    const { slack, web, achats, claire } = await openTown();
    const { message } = await slack.say(claire, achats, 'à moi');
    const of = { channel: achats.id, ts: message.ts };
    expect(await errorOf(web.chat.update({ ...of, text: 'b' }))).toBe('cant_update_message');
    expect(await errorOf(web.chat.delete(of))).toBe('cant_delete_message');
    const { ts = '' } = await web.chat.postMessage({ channel: achats.id, text: 'un' });
    await web.chat.delete({ channel: achats.id, ts });
    expect((await slack.nextDelete(achats)).text).toBe('un');
    expect(await errorOf(web.chat.delete({ channel: achats.id, ts }))).toBe('message_not_found');
  });

  it('has an address and reactions', async () => {
    const { slack, web, achats } = await openTown();
    const { ts = '' } = await web.chat.postMessage({ channel: achats.id, text: 'un' });
    const { permalink } = await web.chat.getPermalink({ channel: achats.id, message_ts: ts });
    expect(permalink).toBe(`https://vern.slack.com/archives/${achats.id}/p${ts.replace('.', '')}`);
    const reaction = { channel: achats.id, timestamp: ts, name: 'eyes' };
    await web.reactions.add(reaction);
    expect(await errorOf(web.reactions.add(reaction))).toBe('already_reacted');
    await web.reactions.remove(reaction);
    expect(await errorOf(web.reactions.remove(reaction))).toBe('no_reaction');
    expect(slack.journal.of('reaction').map((one) => one.added)).toEqual([true, false]);
  });
});

describe('people and conversations', () => {
  it('are told to those who may know', async () => {
    const { slack, vern, web, claire } = await openTown();
    expect((await web.users.info({ user: claire.id })).user?.profile?.email).toBe('claire@vern.example');
    vern.scopes = vern.scopes.filter((scope) => scope !== 'users:read.email');
    expect((await web.users.info({ user: claire.id })).user?.profile?.email).toBeUndefined();
    const zoe = slack.addUser(slack.addWorkspace({ name: 'Rennes' }), { name: 'Zoé' });
    expect(await errorOf(web.users.info({ user: zoe.id }))).toBe('user_not_visible');
    expect(await errorOf(web.users.info({ user: 'U0' }))).toBe('user_not_found');
  });

  it('open, page and list', async () => {
    const { slack, vern, web, achats, claire, paul } = await openTown();
    const opened = await web.conversations.open({ users: claire.id });
    expect(opened.channel?.id).toBe(slack.dmOf(claire).id);
    expect(await errorOf(web.conversations.open({ users: vern.botUser }))).toBe('cannot_dm_bot');
    const members = [];
    for await (const page of web.paginate('conversations.members', { channel: achats.id, limit: 2 }))
      members.push((page as { readonly members?: readonly string[] }).members ?? []);
    expect(members).toEqual([[claire.id, paul.id], [vern.botUser]]);
    expect((await web.conversations.list()).channels?.map((one) => one.name)).toEqual(['achats']);
  });
});
