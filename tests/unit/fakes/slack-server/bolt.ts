import { createServer } from 'node:net';
import { App, LogLevel } from '@slack/bolt';
import type { Slack } from '../../../fakes/slack-server/server.ts';
import type { Workspace } from '../../../fakes/slack-server/types.ts';
import { closeAfter } from './town.ts';

const section = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } });
const button = (action_id: string, text: string) => ({
  type: 'button' as const,
  action_id,
  value: `value of ${action_id}`,
  text: { type: 'plain_text' as const, text },
});

/** A small real Bolt app: answers, a button, a modal, a command. */
export async function startBolt(slack: Slack, workspace: Workspace, mode: 'http' | 'socket'): Promise<App> {
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
  closeAfter(async () => app.stop());
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
