import { App, LogLevel, SocketModeReceiver, webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { sign } from '../../../fakes/slack-server/deliver/sign.ts';
import { asJson } from '../../../fakes/slack-server/json.ts';
import { startBolt } from './bolt.ts';
import { clientOf, closeAfter, errorOf, openTown } from './town.ts';

describe('signed deliveries', () => {
  it('are taken; forged and stale ones are refused by the real Bolt', async () => {
    const { slack, vern, claire } = await openTown();
    await startBolt(slack, vern, 'http');
    const said = await slack.dm(claire, 'un');
    const [delivery] = said.deliveries;
    const request = delivery === undefined ? undefined : slack.requestOf(delivery);
    if (request === undefined) throw new Error('nothing was sent');
    expect((await slack.sendRaw(request)).kind).toBe('acked');
    const { body } = request;
    const now = Math.floor(Date.now() / 1_000);
    const forged = { body, headers: { ...request.headers, ...sign('another secret', now, body) } };
    expect(await slack.sendRaw(forged)).toMatchObject({ kind: 'refused', status: 401 });
    const altered = { body: body.replace('un', 'deux'), headers: request.headers };
    expect(await slack.sendRaw(altered)).toMatchObject({ kind: 'refused', status: 401 });
    const stale = { body, headers: { ...request.headers, ...sign(slack.app.signingSecret, now - 301, body) } };
    expect(await slack.sendRaw(stale)).toMatchObject({ kind: 'refused', status: 401 });
    expect(await slack.verifyUrl()).toBe(true);
  });

  it('are sent again under the same event id: Bolt itself answers twice', async () => {
    const { slack, vern, claire } = await openTown({ echo: false });
    await startBolt(slack, vern, 'http');
    const said = await slack.dm(claire, 'un');
    for (const delivery of said.deliveries) await slack.redeliver(delivery);
    await slack.nextMessage(claire);
    await slack.nextMessage(claire);
    expect(slack.deliveries).toHaveLength(1);
    expect(slack.deliveries[0]?.attempts).toHaveLength(2);
  });

  it('that nobody took are retried three times at most', async () => {
    const { slack, vern, claire } = await openTown({ echo: false });
    slack.transport = { kind: 'http', url: 'http://127.0.0.1:1/slack/events' };
    await slack.dm(claire, 'un');
    expect(slack.deliveries[0]?.attempts[0]?.outcome.kind).toBe('unreachable');
    await slack.retryFailed();
    await startBolt(slack, vern, 'http');
    await slack.retryFailed();
    expect((await slack.nextMessage(claire)).text).toBe('reçu : un');
    expect(await slack.retryFailed()).toEqual([]);
    slack.transport = { kind: 'http', url: 'http://127.0.0.1:1/slack/events' };
    await slack.dm(claire, 'deux');
    for (const _ of [1, 2, 3]) expect(await slack.retryFailed()).toHaveLength(1);
    expect(await slack.retryFailed()).toEqual([]);
  });

  it('come for what the app listens to and may hear', async () => {
    const { slack, vern, claire, achats } = await openTown({ events: ['app_mention', 'message.im'] });
    const types = async (deliveries: Promise<readonly { readonly payload: unknown }[]>) =>
      (await deliveries).map((one) => asJson(asJson(one.payload)['event'])['type']);
    expect(await types(slack.mention(claire, achats, 'a').then((said) => said.deliveries))).toEqual(['app_mention']);
    expect(await types(slack.say(claire, achats, 'a').then((said) => said.deliveries))).toEqual([]);
    expect(await types(slack.dm(claire, 'a').then((said) => said.deliveries))).toEqual(['message']);
    vern.scopes = vern.scopes.filter((scope) => scope !== 'im:history');
    expect(await types(slack.dm(claire, 'a').then((said) => said.deliveries))).toEqual([]);
  });
});

describe('Socket Mode', () => {
  it('greets, refreshes, and is found again by the real client', async () => {
    const { slack, vern, claire } = await openTown({ echo: false });
    const clientOptions = { slackApiUrl: slack.apiUrl };
    const receiver = new SocketModeReceiver({
      appToken: slack.app.appToken,
      clientPingTimeout: 50,
      logLevel: LogLevel.ERROR,
      installerOptions: { clientOptions },
    });
    const app = new App({ token: vern.token, receiver, logLevel: LogLevel.ERROR, clientOptions });
    app.message(async ({ say }) => {
      await say('reçu');
    });
    await app.start();
    closeAfter(async () => app.stop());
    slack.transport = { kind: 'socket' };
    await slack.nextSocket('connected');
    await slack.dm(claire, 'un');
    await slack.nextMessage(claire);
    for (const breakIt of [slack.sockets.refresh, slack.sockets.cut]) {
      breakIt();
      await slack.nextSocket('closed');
      await slack.nextSocket('connected');
      const said = await slack.dm(claire, 'deux');
      expect(said.deliveries[0]?.attempts[0]?.outcome.kind).toBe('acked');
      await slack.nextMessage(claire);
    }
  });

  it('is not entered twice by one ticket', async () => {
    const { slack } = await openTown();
    const { url = '' } = await clientOf(slack, slack.app.appToken).apps.connections.open({});
    const enter = () =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(url);
        socket.addEventListener('message', () => resolve('hello'));
        socket.addEventListener('error', () => resolve('refused'));
      });
    expect(await enter()).toBe('hello');
    expect(await enter()).toBe('refused');
  });
});

describe('mischief', () => {
  it('is met by the next calls, then no more', async () => {
    const { slack, web, achats } = await openTown();
    const post = () => errorOf(web.chat.postMessage({ channel: achats.id, text: 'a' }));
    slack.mischiefs.next('chat.postMessage', { kind: 'ratelimited', retryAfter: 7 });
    const limited = await web.chat.postMessage({ channel: achats.id, text: 'a' }).catch((error: unknown) => error);
    expect(limited).toBeInstanceOf(webApi.WebAPIRateLimitedError);
    expect(limited).toMatchObject({ retryAfter: 7 });
    slack.mischiefs.next('chat.postMessage', { kind: 'error', error: 'fatal_error' });
    slack.mischiefs.next('*', { kind: 'status', status: 500 });
    slack.mischiefs.next('chat.postMessage', { kind: 'malformed' });
    slack.mischiefs.next('chat.postMessage', { kind: 'drop' });
    expect(await post()).toBe('fatal_error');
    expect(await post()).toBe('WebAPIHTTPError');
    expect(await post()).toBe('{"ok":tru');
    expect(await post()).toBe('WebAPIRequestError');
    expect(slack.journal.of('message')).toHaveLength(0);
    slack.mischiefs.next('chat.postMessage', { kind: 'lost-answer' });
    expect(await post()).toBe('WebAPIRequestError');
    expect(slack.journal.of('message')).toHaveLength(1);
    expect(await post()).toBe('ok');
  });

  it('may be a silence, or slowness', async () => {
    const { slack, achats, vern } = await openTown();
    const hurried = clientOf(slack, vern.token, { timeout: 60 });
    slack.mischiefs.next('chat.postMessage', { kind: 'hang' });
    expect(await errorOf(hurried.chat.postMessage({ channel: achats.id, text: 'a' }))).toBe('WebAPIRequestError');
    expect(slack.journal.of('message')).toHaveLength(0);
    slack.mischiefs.next('chat.postMessage', { kind: 'slow', ms: 20 });
    expect(await errorOf(hurried.chat.postMessage({ channel: achats.id, text: 'a' }))).toBe('ok');
  });

  it('may be a quota, as one of Slack’s tiers', async () => {
    const { slack, web, achats } = await openTown();
    const post = () => errorOf(web.chat.postMessage({ channel: achats.id, text: 'a' }));
    slack.mischiefs.quota('chat.postMessage', { calls: 2, perMs: 1_000, retryAfter: 1 });
    expect([await post(), await post(), await post()]).toEqual(['ok', 'ok', 'WebAPIRateLimitedError']);
    slack.clock.advance(1_001);
    expect(await post()).toBe('ok');
  });
});
