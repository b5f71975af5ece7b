import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { grantTrigger } from '../../../fakes/slack-server/grants.ts';
import { asJson, asList, asText, type Json } from '../../../fakes/slack-server/json.ts';
import { closeAfter, openTown, type Town } from './town.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (value: string) => ({ text: plain(value), value });

interface Heard {
  readonly type: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Json;
}

/** An endpoint that writes down what it is sent and answers what it is told to. */
async function listening(options: Parameters<typeof openTown>[0] = {}) {
  const heard: Heard[] = [];
  const answers: { body?: Json | string; status?: number }[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString();
      const type = request.headers['content-type'] ?? '';
      heard.push({ type, headers: request.headers, body: read(type, raw) });
      const { body = '', status = 200 } = answers.shift() ?? {};
      const json = typeof body !== 'string';
      response
        .writeHead(status, json ? { 'content-type': 'application/json' } : {})
        .end(json ? JSON.stringify(body) : body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closeAfter(async () => {
    server.closeAllConnections();
    server.close();
  });
  const town: Town = await openTown(options);
  town.slack.transport = {
    kind: 'http',
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`,
  };
  const last = () => heard.at(-1)?.body ?? {};
  return { ...town, heard, answers, last };
}

function read(type: string, raw: string): Json {
  if (type === 'application/json') return asJson(JSON.parse(raw));
  const form = Object.fromEntries(new URLSearchParams(raw));
  return form['payload'] === undefined ? form : asJson(JSON.parse(form['payload']));
}

describe('a click', () => {
  it('carries what was posted, who clicked and a way to answer', async () => {
    const { slack, web, achats, claire, last, heard } = await listening();
    await web.chat.postMessage({
      channel: achats.id,
      text: 'a',
      metadata: { event_type: 'answer', event_payload: { id: '1' } },
      blocks: [
        {
          type: 'actions',
          block_id: 'row',
          elements: [{ type: 'button', action_id: 'go', value: 'v1', text: plain('Aller') }],
        },
      ],
    });
    const message = await slack.nextMessage(achats);
    await expect(slack.click(message, 'go')).rejects.toThrow('say who acts');
    await slack.click(message, 'go', { user: claire });
    expect(heard.at(-1)?.type).toBe('application/x-www-form-urlencoded');
    expect(last()).toMatchObject({
      type: 'block_actions',
      user: { id: claire.id, team_id: claire.team },
      container: { type: 'message', message_ts: message.ts, channel_id: achats.id, is_ephemeral: false },
      channel: { id: achats.id, name: 'achats' },
      message: { ts: message.ts, metadata: { event_type: 'answer' } },
      actions: [{ type: 'button', action_id: 'go', block_id: 'row', value: 'v1' }],
    });
    const answer = await fetch(asText(last()['response_url']), {
      method: 'POST',
      body: JSON.stringify({ text: 'fait', replace_original: true }),
    });
    expect(answer.status).toBe(200);
    expect(await slack.nextUpdate(achats)).toMatchObject({ ts: message.ts, text: 'fait', blocks: [] });
    await expect(slack.click(message, 'go', { user: claire })).rejects.toThrow('nothing «go» there');
  });

  it('on feedback says which thumb, on a private message is for its reader alone', async () => {
    const { slack, web, achats, claire, paul, last } = await listening();
    const thumb = (value: string) => ({ text: plain(value), value });
    const blocks = [
      {
        type: 'context_actions' as const,
        elements: [
          {
            type: 'feedback_buttons' as const,
            action_id: 'useful',
            positive_button: thumb('oui'),
            negative_button: thumb('non'),
          },
        ],
      },
    ];
    await web.chat.postEphemeral({ channel: achats.id, user: claire.id, text: 'a', blocks });
    const message = await slack.nextEphemeral(claire, achats);
    await expect(slack.click(message, 'useful', { user: paul, value: 'positive' })).rejects.toThrow('does not see');
    await slack.click(message, 'useful', { value: 'negative' });
    expect(last()['actions']).toMatchObject([{ type: 'feedback_buttons', action_id: 'useful', value: 'non' }]);
    expect(last()['message']).toBeUndefined();
    expect(asJson(last()['container'])['is_ephemeral']).toBe(true);
  });
});

describe('a choice', () => {
  it('is among what is offered, and stays in the state', async () => {
    const { slack, web, claire, last } = await listening();
    await web.chat.postMessage({
      channel: claire.id,
      text: 'a',
      blocks: [
        {
          type: 'actions',
          block_id: 'row',
          elements: [
            { type: 'static_select', action_id: 'role', options: [option('buyer'), option('prescriber')] },
            { type: 'button', action_id: 'go', text: plain('Aller') },
          ],
        },
      ],
    });
    const message = await slack.nextMessage(claire);
    await expect(slack.select(message, 'role', 'king')).rejects.toThrow('no option «king» among buyer, prescriber');
    await expect(slack.select(message, 'go', 'a')).rejects.toThrow('nothing to choose in a button');
    await slack.select(message, 'role', 'buyer');
    expect(last()['actions']).toMatchObject([{ type: 'static_select', selected_option: { value: 'buyer' } }]);
    await slack.click(message, 'go');
    expect(last()['state']).toMatchObject({ values: { row: { role: { selected_option: { value: 'buyer' } } } } });
  });
});

const need = {
  type: 'modal' as const,
  callback_id: 'need',
  private_metadata: 'case-1',
  notify_on_close: true,
  title: plain('Besoin'),
  submit: plain('Envoyer'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'what',
      label: plain('Quoi'),
      element: { type: 'plain_text_input' as const, action_id: 'text', max_length: 10 },
    },
    {
      type: 'input' as const,
      block_id: 'when',
      optional: true,
      label: plain('Quand'),
      element: { type: 'datepicker' as const, action_id: 'date' },
    },
    {
      type: 'input' as const,
      block_id: 'how',
      label: plain('Comment'),
      element: {
        type: 'radio_buttons' as const,
        action_id: 'way',
        options: [option('a'), option('b')],
        initial_option: option('a'),
      },
    },
  ],
};

async function asked() {
  const town = await listening();
  await town.web.views.open({ trigger_id: grantTrigger(town.slack.world, town.claire.id), view: need });
  return { ...town, view: await town.slack.nextView(town.claire) };
}

describe('a submission', () => {
  it('carries the values of all inputs, once the client lets it go', async () => {
    const { slack, view, last } = await asked();
    await expect(slack.submitView(view)).rejects.toThrow('Slack keeps the form open: text: required');
    await expect(slack.submitView(view, { text: 'plus de dix signes' })).rejects.toThrow('text: too long');
    await expect(slack.submitView(view, { other: 'a' })).rejects.toThrow('no input «other»');
    const { result } = await slack.submitView(view, { text: 'trois', way: 'b' });
    expect(result).toEqual({ kind: 'closed' });
    expect(last()).toMatchObject({
      type: 'view_submission',
      view: {
        callback_id: 'need',
        private_metadata: 'case-1',
        state: {
          values: {
            what: { text: { type: 'plain_text_input', value: 'trois' } },
            when: { date: { type: 'datepicker', selected_date: null } },
            how: { way: { type: 'radio_buttons', selected_option: option('b') } },
          },
        },
      },
    });
    await expect(slack.submitView(view, { text: 'a' })).rejects.toThrow('not the one on top');
  });

  it('is answered by errors under inputs, another view, a view above, or nothing more', async () => {
    const { slack, claire, view, answers } = await asked();
    answers.push({ body: { response_action: 'errors', errors: { what: 'Pas cela' } } });
    expect((await slack.submitView(view, { text: 'a' })).result).toEqual({
      kind: 'errors',
      errors: { what: 'Pas cela' },
    });
    answers.push({ body: { response_action: 'errors', errors: { nowhere: 'Pas cela' } } });
    expect((await slack.submitView(view)).result).toMatchObject({ kind: 'trouble' });
    answers.push({ body: { response_action: 'update', view: { ...need, title: plain('a'.repeat(25)) } } });
    expect((await slack.submitView(view)).result).toMatchObject({ kind: 'trouble' });
    answers.push({ body: { response_action: 'update', view: { ...need, title: plain('Suite') } } });
    expect((await slack.submitView(view)).result).toMatchObject({ kind: 'updated' });
    answers.push({ body: { response_action: 'push', view: { ...need, callback_id: 'above' } } });
    const pushed = (await slack.submitView(view)).result;
    expect(pushed).toMatchObject({ kind: 'pushed' });
    const above = slack.topView(claire);
    expect(above?.body['callback_id']).toBe('above');
    answers.push({ body: { response_action: 'clear' } });
    if (above !== undefined) expect((await slack.submitView(above, { text: 'b' })).result).toEqual({ kind: 'cleared' });
    expect(slack.topView(claire)).toBeUndefined();
    expect(asList(above?.body['blocks'])).toHaveLength(3);
  });

  it('in vain is told to the person', async () => {
    const { slack, view, answers } = await asked();
    answers.push({ status: 500, body: 'trouble' });
    expect((await slack.submitView(view, { text: 'a' })).result).toEqual({ kind: 'trouble', why: 'refused' });
  });

  it('may not come: the modal is closed, and the app told', async () => {
    const { slack, view, last } = await asked();
    await slack.closeView(view);
    expect(last()).toMatchObject({ type: 'view_closed', is_cleared: false, view: { id: view.id } });
  });
});

describe('commands and shortcuts', () => {
  it('come as a form, as JSON in a form, and only if declared', async () => {
    const { slack, achats, claire, last, answers } = await listening({
      commands: ['/achat'],
      shortcuts: ['reword'],
      echo: false,
    });
    await expect(slack.command(claire, achats, '/autre', '')).rejects.toThrow('declares no «/autre»');
    answers.push({ body: { text: 'oui', response_type: 'in_channel' } });
    await slack.command(claire, achats, '/achat', 'du papier <b>');
    expect(last()).toMatchObject({
      command: '/achat',
      text: 'du papier &lt;b&gt;',
      channel_id: achats.id,
      user_id: claire.id,
    });
    expect((await slack.nextMessage(achats)).text).toBe('oui');
    answers.push({ body: { blocks: [{ type: 'divider' }] } });
    await expect(slack.command(claire, achats, '/achat', '')).rejects.toThrow('Slack shows nothing of that answer');
    const { message } = await slack.say(claire, achats, 'à reformuler');
    await slack.messageShortcut(claire, message, 'reword');
    expect(last()).toMatchObject({ type: 'message_action', callback_id: 'reword', message: { text: 'à reformuler' } });
    await expect(slack.shortcut(claire, 'express')).rejects.toThrow('declares no «express»');
  });
});

describe('a response URL', () => {
  it('serves five times within thirty minutes', async () => {
    const { slack, achats, claire, last } = await listening();
    await slack.command(claire, achats, '/achat', 'a');
    const url = asText(last()['response_url']);
    const respond = async (body: Json) => {
      const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
      return [response.status, asJson(await response.json())['error']];
    };
    expect(await respond({ blocks: [] })).toEqual([400, 'no_text']);
    for (const text of ['1', '2', '3', '4', '5']) expect(await respond({ text })).toEqual([200, undefined]);
    expect(await respond({ text: '6' })).toEqual([404, 'used_url']);
    await slack.command(claire, achats, '/achat', 'b');
    slack.clock.advance(30 * 60_000);
    const late = await fetch(asText(last()['response_url']), { method: 'POST', body: JSON.stringify({ text: 'a' }) });
    expect([late.status, asJson(await late.json())['error']]).toEqual([404, 'expired_url']);
  });
});
