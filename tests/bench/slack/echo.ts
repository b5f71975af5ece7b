import { App, HTTPReceiver, LogLevel } from '@slack/bolt';

/**
 * The bare Bolt app the assistant is measured beside: it checks signatures, acknowledges and says the message back, and does
 * nothing else. Reads SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_API_URL and PORT; prints a line once it listens.
 */
const { SLACK_BOT_TOKEN: token = '', SLACK_SIGNING_SECRET: signingSecret = '', SLACK_API_URL, PORT } = process.env;
const clientOptions = { slackApiUrl: SLACK_API_URL ?? '' };
const receiver = new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR });
const app = new App({ token, receiver, clientOptions, logLevel: LogLevel.ERROR });

app.message(async ({ message, say }) => {
  if ('text' in message && message.text !== undefined) await say(message.text);
});

await app.start({ host: '127.0.0.1', port: Number(PORT) });
process.stdout.write('echo listens\n');
process.once('SIGTERM', () => {
  // What is in hand ends with its connections; nothing is kept.
  void app.stop().then(() => process.exit(0));
});
