import { createServer } from 'node:net';
import { App, LogLevel } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import { type Slack, startSlack } from '../../fakes/slack-server/server.ts';
import type { Message, User, Workspace } from '../../fakes/slack-server/types.ts';

const section = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } });
const button = (action_id: string, text: string) => ({
  type: 'button' as const,
  action_id,
  value: `value of ${action_id}`,
  text: { type: 'plain_text' as const, text },
});

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function town(): Promise<{ slack: Slack; vern: Workspace; claire: User }> {
  const slack = await startSlack();
  closing.push(() => slack.stop());
  const vern = slack.addWorkspace({ name: 'Vern' });
  return { slack, vern, claire: slack.addUser(vern, { name: 'Claire Morel', email: 'claire@vern.example' }) };
}

/** A small real Bolt app: answers, a button, a modal, a command. */
async function bolt(slack: Slack, workspace: Workspace, mode: 'http' | 'socket'): Promise<App> {
  const app = new App({
    token: workspace.token,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
    ...(mode === 'http'
      ? { signingSecret: slack.app.signingSecret }
      : {
          socketMode: true,
          appToken: slack.app.appToken,
          installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
        }),
  });
  app.message(async ({ message, say }) => {
    const text = 'text' in message ? (message.text ?? '') : '';
    await say({
      text: `reçu : ${text}`,
      blocks: [section(`reçu : ${text}`), { type: 'actions', elements: [button('more', 'Encore')] }],
    });
  });
  app.action('more', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions') return;
    await client.views.open({
      trigger_id: body.trigger_id,
      view: {
        type: 'modal',
        callback_id: 'need',
        title: { type: 'plain_text', text: 'Votre besoin' },
        submit: { type: 'plain_text', text: 'Envoyer' },
        blocks: [
          {
            type: 'input',
            block_id: 'amount',
            label: { type: 'plain_text', text: 'Montant' },
            element: { type: 'plain_text_input', action_id: 'euros' },
          },
        ],
      },
    });
  });
  app.view('need', async ({ ack, view, body, client }) => {
    const euros = view.state.values['amount']?.['euros']?.value ?? '';
    if (!/^\d+$/.test(euros)) {
      await ack({ response_action: 'errors', errors: { amount: 'Un nombre, s’il vous plaît' } });
      return;
    }
    await ack();
    await client.chat.postMessage({ channel: body.user.id, text: `noté : ${euros}` });
  });
  app.command('/achat', async ({ ack, command, respond }) => {
    await ack(`compris : ${command.text}`);
    await respond({ text: 'et voici', response_type: 'in_channel' });
  });
  if (mode === 'http') {
    const port = await freePort();
    await app.start(port);
    slack.transport = { kind: 'http', url: `http://127.0.0.1:${port}/slack/events` };
  } else {
    await app.start();
    slack.transport = { kind: 'socket' };
  }
  closing.push(async () => app.stop());
  return app;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

describe.each(['http', 'socket'] as const)('a Bolt app over %s', (mode) => {
  it('is told, answers, is clicked, opens a modal, refuses an error in it, takes the submission', async () => {
    const { slack, vern, claire } = await town();
    await bolt(slack, vern, mode);

    const said = await slack.dm(claire, 'Bonjour <!channel> & merci');
    expect(said.message.text).toBe('Bonjour &lt;!channel&gt; &amp; merci');
    expect(said.deliveries.map((one) => one.attempts[0]?.outcome.kind)).toEqual(['acked']);
    const answer = await slack.nextMessage(claire);
    expect(answer.text).toBe('reçu : Bonjour &lt;!channel&gt; &amp; merci');

    await expect(slack.click(answer, 'absent')).rejects.toThrow('nothing «absent» there, only more');
    expect((await slack.click(answer, 'more')).outcome.kind).toBe('acked');
    const modal = await slack.nextView(claire);

    await expect(slack.submitView(modal)).rejects.toThrow('Slack keeps the form open: euros: required');
    const refused = await slack.submitView(modal, { euros: 'beaucoup' });
    expect(refused.result).toEqual({ kind: 'errors', errors: { amount: 'Un nombre, s’il vous plaît' } });
    const taken = await slack.submitView(modal, { euros: '4000' });
    expect(taken.result).toEqual({ kind: 'closed' });
    expect((await slack.nextMessage(claire)).text).toBe('noté : 4000');
  });

  it('answers a command at once and through its response URL', async () => {
    const { slack, vern, claire } = await town();
    await bolt(slack, vern, mode);
    const channel = slack.addChannel(vern, { name: 'achats', members: [claire] });
    await slack.command(claire, channel, '/achat', 'un marché');
    expect((await slack.nextEphemeral(claire, channel)).text).toBe('compris : un marché');
    const open: Message = await slack.nextMessage(channel);
    expect(open.text).toBe('et voici');
  });
});
