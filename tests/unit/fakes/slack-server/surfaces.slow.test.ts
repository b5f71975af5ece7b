import { describe, expect, it } from 'vitest';
import { clientOf, errorOf, openTown } from './town.ts';

describe('the assistant', () => {
  it('has a thread, a status until it speaks, a title, up to four prompts', async () => {
    const { slack, web, claire, achats } = await openTown();
    const pane = await slack.openAssistant(claire, achats);
    const of = { channel_id: pane.channel.id, thread_ts: pane.threadTs };
    const status = () => slack.world.statuses.get(`${pane.channel.id} ${pane.threadTs}`);
    await web.assistant.threads.setStatus({ ...of, status: 'cherche…' });
    expect(status()).toBe('cherche…');
    await web.chat.postMessage({ channel: pane.channel.id, thread_ts: pane.threadTs, text: 'trouvé' });
    expect(status()).toBeUndefined();
    await web.assistant.threads.setStatus({ ...of, status: '' });
    await web.assistant.threads.setTitle({ ...of, title: 'Seuils' });
    expect((await slack.nextAssistant(claire, 'title')).body).toEqual({ title: 'Seuils' });
    const prompt = { title: 'Seuils', message: 'Quels sont les seuils ?' };
    await web.assistant.threads.setSuggestedPrompts({ ...of, prompts: [prompt, prompt, prompt, prompt] });
    const five = { ...of, prompts: [prompt, prompt, prompt, prompt, prompt] } as const;
    expect(await errorOf(web.apiCall('assistant.threads.setSuggestedPrompts', five))).toBe('invalid_arguments');
    expect(await errorOf(web.assistant.threads.setTitle({ ...of, thread_ts: '1700000000.000001', title: 'a' }))).toBe(
      'invalid_thread_ts',
    );
    const { message } = await slack.dm(claire, 'hors du panneau');
    const outside = { channel_id: pane.channel.id, thread_ts: message.ts };
    expect(await errorOf(web.assistant.threads.setStatus({ ...outside, status: 'cherche…' }))).toBe('ok');
    expect(await errorOf(web.assistant.threads.setTitle({ ...outside, title: 'a' }))).toBe('invalid_thread_ts');
  });

  it('streams: started, appended, stopped, nothing after', async () => {
    const { slack, web, claire } = await openTown();
    const { message } = await slack.dm(claire, 'question');
    const channel = slack.dmOf(claire).id;
    const { ts = '' } = await web.chat.startStream({ channel, thread_ts: message.ts, markdown_text: '**Un' });
    expect(await errorOf(web.chat.update({ channel, ts, text: 'a' }))).toBe('streaming_state_conflict');
    await web.chat.appendStream({ channel, ts, markdown_text: ' seuil**' });
    const blocks = [{ type: 'divider' as const }];
    await web.chat.stopStream({ channel, ts, blocks, metadata: { event_type: 'answer', event_payload: { id: '1' } } });
    const streamed = await slack.nextStream(claire);
    expect(streamed).toMatchObject({ text: '**Un seuil**', streaming: false, blocks: [{ type: 'divider' }] });
    expect(await errorOf(web.chat.appendStream({ channel, ts, markdown_text: 'a' }))).toBe(
      'message_not_in_streaming_state',
    );
    expect(await errorOf(web.chat.stopStream({ channel, ts }))).toBe('message_not_in_streaming_state');
  });

  it('streams by the SDK’s own helper, in chunks', async () => {
    const { slack, web, vern, claire, achats } = await openTown();
    const { message } = await slack.mention(claire, achats, 'question');
    const streamer = web.chatStream({
      channel: achats.id,
      thread_ts: message.ts,
      recipient_team_id: vern.id,
      recipient_user_id: claire.id,
      buffer_size: 4,
    });
    for (const markdown_text of ['Un ', 'seuil ', 'est dépassé']) await streamer.append({ markdown_text });
    await streamer.stop();
    expect((await slack.nextStream(achats)).text).toBe('Un seuil est dépassé');
  });

  it('does not stream to nobody, nor too much', async () => {
    const { slack, web, claire, achats } = await openTown();
    const { message } = await slack.mention(claire, achats, 'question');
    const inChannel = { channel: achats.id, thread_ts: message.ts };
    expect(await errorOf(web.chat.startStream({ ...inChannel }))).toBe('missing_recipient_team_id');
    const { message: asked } = await slack.dm(claire, 'question');
    const inDm = { channel: slack.dmOf(claire).id, thread_ts: asked.ts };
    expect(await errorOf(web.chat.startStream({ ...inDm, markdown_text: 'a'.repeat(12_001) }))).toBe('msg_too_long');
    const { ts = '' } = await web.chat.startStream(inDm);
    const nonsense = { channel: inDm.channel, ts, chunks: [{ type: 'nonsense' }] };
    expect(await errorOf(web.apiCall('chat.appendStream', nonsense))).toBe('invalid_chunks');
    expect(await errorOf(web.chat.stopStream({ channel: inDm.channel, ts }))).toBe('no_text');
  });
});

describe('a file', () => {
  it('is announced, sent, shared; and read back by who holds a token', async () => {
    const { slack, web, vern, claire } = await openTown();
    const { message } = await slack.dm(claire, 'le document ?');
    const channel_id = slack.dmOf(claire).id;
    const file = Buffer.from('PK: un fichier');
    await web.filesUploadV2({
      file,
      filename: 'besoin.docx',
      title: 'Besoin',
      initial_comment: 'Le voici',
      channel_id,
      thread_ts: message.ts,
    });
    const shared = await slack.nextMessage(claire);
    expect(shared).toMatchObject({
      text: 'Le voici',
      threadTs: message.ts,
      files: [{ name: 'besoin.docx', title: 'Besoin' }],
    });
    expect(shared.files[0]?.bytes.equals(file)).toBe(true);
    const { file: told } = await web.files.info({ file: shared.files[0]?.id ?? '' });
    const url = told?.url_private ?? '';
    expect((await fetch(url)).status).toBe(403);
    const read = await fetch(url, { headers: { authorization: `Bearer ${vern.token}` } });
    expect(Buffer.from(await read.arrayBuffer()).equals(file)).toBe(true);
  });

  it('that is not what was announced is refused', async () => {
    const { web, achats } = await openTown();
    const announced = await web.files.getUploadURLExternal({ filename: 'a.txt', length: 3 });
    expect((await fetch(announced.upload_url ?? '', { method: 'POST', body: 'quatre' })).status).toBe(400);
    const files: [{ id: string }] = [{ id: announced.file_id ?? '' }];
    expect(await errorOf(web.files.completeUploadExternal({ files, channel_id: achats.id }))).toBe('file_not_found');
    expect((await fetch(announced.upload_url ?? '', { method: 'POST', body: 'un!' })).status).toBe(200);
    expect(await errorOf(web.files.completeUploadExternal({ files, channel_id: achats.id }))).toBe('ok');
    expect(await errorOf(web.files.completeUploadExternal({ files, channel_id: achats.id }))).toBe('file_not_found');
  });
});

describe('an installation', () => {
  it('goes by consent, a code good once and the app’s own secret', async () => {
    const { slack } = await openTown();
    const rennes = slack.addWorkspace({ name: 'Rennes', installed: false });
    const admin = slack.addUser(rennes, { name: 'Zoé' });
    slack.world.installer = { team: rennes.id, user: admin.id };
    const redirect_uri = 'http://127.0.0.1:1/slack/oauth_redirect';
    const query = new URLSearchParams({
      client_id: slack.app.clientId,
      scope: 'chat:write,commands',
      redirect_uri,
      state: 's1',
    });
    const consent = await fetch(`${slack.authorizeUrl}?${query}`, { redirect: 'manual' });
    const back = new URL(consent.headers.get('location') ?? '');
    expect(back.searchParams.get('state')).toBe('s1');
    const code = back.searchParams.get('code') ?? '';
    const client = clientOf(slack, undefined);
    const given = { client_id: slack.app.clientId, client_secret: slack.app.clientSecret, code, redirect_uri };
    expect(await errorOf(client.oauth.v2.access({ ...given, client_secret: 'other' }))).toBe('bad_client_secret');
    expect(await errorOf(client.oauth.v2.access({ ...given, code: 'other' }))).toBe('invalid_code');
    expect(await errorOf(client.oauth.v2.access({ ...given, redirect_uri: 'http://evil' }))).toBe('bad_redirect_uri');
    const installed = await client.oauth.v2.access(given);
    expect(installed).toMatchObject({
      team: { id: rennes.id },
      scope: 'chat:write,commands',
      authed_user: { id: admin.id },
    });
    expect(await errorOf(client.oauth.v2.access(given))).toBe('code_already_used');
    const web = clientOf(slack, installed.access_token);
    expect((await web.auth.test()).team).toBe('Rennes');
    expect(await errorOf(web.users.info({ user: admin.id }))).toBe('missing_scope');
    await slack.uninstall(rennes);
    expect(await errorOf(web.auth.test())).toBe('token_revoked');
  });
});

describe('a link', () => {
  it('is unfurled where it was written', async () => {
    const { slack, web, claire, achats } = await openTown();
    const url = 'https://truchement.example/fiche/seuils?a=1&b=2';
    const { message } = await slack.shareLink(claire, achats, url);
    const of = { channel: achats.id, ts: message.ts };
    await web.chat.unfurl({ ...of, unfurls: { [url]: { text: 'Seuils' } } });
    expect(slack.journal.of('unfurl')).toHaveLength(1);
    expect(await errorOf(web.chat.unfurl({ ...of, unfurls: { 'https://other.example': {} } }))).toBe(
      'cannot_unfurl_message',
    );
  });
});
