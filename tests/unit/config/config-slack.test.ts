import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readSlack, slackVariables } from '../../../src/config/config-slack.ts';

const read = (env: Readonly<Record<string, string>>) => readSlack(z.object(slackVariables).parse(env));
const [bot, app, secret] = ['xoxb-1', 'xapp-1', 'a secret of Slack’s'] as const;

describe('Slack as the environment tells it', () => {
  it('is left alone where nothing of it is given', () => {
    expect(read({})).toBeUndefined();
    expect(read({ SLACK_SIGNING_SECRET: secret, SLACK_MODE: 'http' })).toBeUndefined();
  });

  it('takes Socket Mode where there is a token for it, and HTTP where it is asked for all the same', () => {
    const all = { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret };
    expect(read(all)).toMatchObject({ mode: 'socket', apiUrl: 'https://slack.com/api/' });
    expect(read({ ...all, SLACK_MODE: 'http' })).toMatchObject({ mode: 'http', oauth: undefined });
    expect(read({ SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: secret })).toMatchObject({ mode: 'http' });
  });

  it.each(['http://127.0.0.1:9/api', 'http://127.0.0.1:9/api/', 'http://127.0.0.1:9/api//'])(
    'takes an address with or without its slash: %s',
    (SLACK_API_URL) =>
      expect(read({ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_API_URL })?.apiUrl).toBe(
        'http://127.0.0.1:9/api/',
      ),
  );

  it.each<[readonly string[], Readonly<Record<string, string>>]>([
    [['SLACK_APP_TOKEN'], { SLACK_BOT_TOKEN: bot, SLACK_MODE: 'socket' }],
    [['SLACK_SIGNING_SECRET'], { SLACK_BOT_TOKEN: bot }],
    [['SLACK_BOT_TOKEN'], { SLACK_APP_TOKEN: app }],
    [
      ['SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'TRUCHEMENT_SECRET_KEY', 'SLACK_SIGNING_SECRET'],
      { SLACK_CLIENT_ID: 'c' },
    ],
    [
      ['16 characters'],
      {
        SLACK_CLIENT_ID: 'c',
        SLACK_CLIENT_SECRET: 's',
        SLACK_STATE_SECRET: 's',
        SLACK_SIGNING_SECRET: secret,
        TRUCHEMENT_SECRET_KEY: 'a long secret key, short',
      },
    ],
  ])('names all that is missing at once: %j', (names, env) => {
    for (const name of names) expect(() => read(env)).toThrow(name);
  });

  it('serves many workspaces where no token names one', () => {
    const many = {
      SLACK_CLIENT_ID: 'c',
      SLACK_CLIENT_SECRET: 's',
      SLACK_STATE_SECRET: 's',
      SLACK_SIGNING_SECRET: secret,
      TRUCHEMENT_SECRET_KEY: 'the key of this year,the key of last year',
    };
    expect(read(many)?.oauth?.secretKeys).toEqual(['the key of this year', 'the key of last year']);
    expect(read({ ...many, SLACK_BOT_TOKEN: bot })?.oauth).toBeUndefined();
  });
});
