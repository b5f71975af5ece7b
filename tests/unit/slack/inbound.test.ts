import { describe, expect, it } from 'vitest';
import { ANY_TEAM } from '../../../adapters/slack/address.ts';
import { readForm } from '../../../adapters/slack/forms.ts';
import { readEvent } from '../../../adapters/slack/inbound/read-event.ts';
import {
  readClick,
  readCommand,
  readPicked,
  readShortcut,
  readSubmission,
} from '../../../adapters/slack/inbound/read-interaction.ts';

const event = (inner: object, more: object = {}) => readEvent({ type: 'event_callback', event: inner, ...more });
const said = { type: 'message', channel: 'D1', user: 'U1', text: 'Quel seuil ?', ts: '1.1' };

describe('what Slack sends, when it says no more than it must', () => {
  it('a message without team, id nor kind of conversation is heard, as one of the only workspace', () => {
    expect(event(said)?.body).toMatchObject({ kind: 'said', team: ANY_TEAM, channel: 'D1', user: 'U1', ts: '1.1' });
    expect(event({ ...said, team: 'T7' })?.body.team).toBe('T7');
    expect(event(said, { team_id: 'T8' })?.body.team).toBe('T8');
    const { ts: _, ...timeless } = said;
    expect(event({ ...timeless, event_ts: '2.2' })?.body).toMatchObject({ ts: '2.2' });
  });

  it('is the same message under another id, or told as a mention too; never another one said at the same time', () => {
    const one = event(said, { event_id: 'Ev1' });
    expect(event(said, { event_id: 'Ev2' })?.id).toBe(one?.id);
    const mention = event({ ...said, type: 'app_mention', text: '<@UBOT> Quel seuil ?' });
    expect([mention?.id, mention?.body]).toEqual([one?.id, one?.body]);
    expect(event({ ...said, text: 'Quel délai ?' })?.id).not.toBe(one?.id);
    expect(event({ ...said, type: 'app_mention', channel: 'C1' })?.body).toMatchObject({ mention: true });
  });

  it('an event without id is itself again when it comes again', () => {
    const home = { type: 'app_home_opened', user: 'U1', event_ts: '3.3' };
    expect(event(home)?.body.kind).toBe('home');
    expect(event(home)?.id).toBe(event(home)?.id);
    expect(event({ ...home, event_ts: '4.4' })?.id).not.toBe(event(home)?.id);
    // Nothing tells two openings apart: both are done.
    const bare = { type: 'app_home_opened', user: 'U1' };
    expect(event(bare)?.id).not.toBe(event(bare)?.id);
    expect(event({ ...bare, tab: 'messages' })).toBeUndefined();
    expect(event({ ...bare, tab: 'messages', channel: 'D1' })?.body).toMatchObject({ kind: 'pane', channel: 'D1' });
    expect(event({ type: 'app_context_changed', user: 'U1', context: { entities: [] } })).toBeUndefined();
  });

  it('a change of words is one, whoever says so; a link that was unfurled is none', () => {
    const change = { type: 'message', subtype: 'message_changed', channel: 'D1', ts: '5.5' };
    const after = { user: 'U1', text: 'Quel délai ?', ts: '1.1' };
    expect(event({ ...change, message: after, previous_message: said })?.body).toMatchObject({ edited: true });
    expect(event({ ...change, message: { ...after, edited: {} } })?.body).toMatchObject({ edited: true });
    expect(event({ ...change, message: after })).toBeUndefined();
    expect(event({ ...change, message: { ...after, text: said.text }, previous_message: said })).toBeUndefined();
    const gone = { type: 'message', subtype: 'message_deleted', channel: 'D1' };
    expect(event({ ...gone, previous_message: said })?.body).toMatchObject({ kind: 'deleted', ts: '1.1' });
    expect(event({ ...gone, previous_message: { ...said, bot_id: 'B1' } })).toBeUndefined();
  });

  it('a link keeps its address where what is written on it does not say it', () => {
    const typed = (text: string) => {
      const body = event({ ...said, text })?.body;
      return body?.kind === 'said' ? body.text : undefined;
    };
    expect(typed('Voir <https://vern.example/avis?a=1&amp;b=2|l’avis>.')).toBe(
      'Voir l’avis (https://vern.example/avis?a=1&b=2).',
    );
    expect(typed('<http://vern.example|vern.example> <mailto:a@b.fr|a@b.fr> <https://vern.example>')).toBe(
      'vern.example a@b.fr https://vern.example',
    );
  });

  it('what apps say is nobody’s question', () => {
    for (const app of [{ bot_id: 'B1' }, { bot_profile: { id: 'B1' } }, { subtype: 'bot_message' }])
      expect(event({ ...said, ...app })).toBeUndefined();
    // A person’s message may say that it is of no bot.
    expect(event({ ...said, bot_id: null, bot_profile: null })?.body.kind).toBe('said');
  });

  it('a click without message, team nor time is heard, and the next one too', () => {
    const click = { type: 'block_actions', user: { id: 'U1' }, actions: [{ action_id: 'answer_more', value: '{}' }] };
    expect(readClick(click)?.body).toMatchObject({ team: ANY_TEAM, channel: 'U1', message: undefined });
    expect(readClick(click)?.id).not.toBe(readClick(click)?.id);
    const container = { message_ts: '1.1', channel_id: 'C1', is_ephemeral: true };
    const placed = readClick({ ...click, team: null, message: null, container, response_url: '' })?.body;
    expect(placed).toMatchObject({ channel: 'C1', message: { ts: '1.1', hidden: true }, respondAt: undefined });
    expect(readClick({ ...click, actions: [] })).toBeUndefined();
  });

  it('a form that was opened before an upgrade is read after it', () => {
    const read = (form: string, meta: object) => readForm(form, JSON.stringify(meta), undefined);
    const choices = { lifted: [], added: [], amountsAsRanges: false, sameBody: false };
    expect(read('consent', { k: 'k1', h: 'seen', c: choices })?.press).toEqual({
      verb: 'send',
      value: { case: 'k1', seen: 'seen' },
    });
    expect(read('case_reopen', { k: 'k1' })?.press).toEqual({ verb: 'act', value: { case: 'k1', act: 'reopen' } });
    expect(read('agreement_correct', { a: 'a1', v: 3, ch: 'C1', ts: '1.1' })).toMatchObject({
      press: { verb: 'correct', value: { agreement: 'a1' } },
      place: { on: 3, ch: 'C1', ts: '1.1' },
    });
    expect(read('feedback_reason', { m: 'm1' })?.press.value).toEqual({ reply: 'm1', useful: false });
    expect(read('brief_complete', { c: 'T:D', m: 'm1' })?.press.value).toMatchObject({ reply: 'm1' });
    expect(read('brief_share', { c: 'T:D', m: 'm1' })?.press.value).toMatchObject({ reply: 'm1' });
  });

  it('a command, a shortcut, a form with nothing filled in', () => {
    const command = { command: '/achat', user_id: 'U1', channel_id: 'C1' };
    expect(readCommand(command)?.body).toMatchObject({ team: ANY_TEAM, text: '', respondAt: '' });
    expect(readCommand(command)?.id).not.toBe(readCommand(command)?.id);
    const picked = {
      type: 'message_action',
      callback_id: 'reword_to_buyer',
      user: { id: 'U1' },
      channel: { id: 'C1' },
    };
    expect(readPicked({ ...picked, message: { text: 'Un besoin' } })?.body).toMatchObject({ text: 'Un besoin' });
    const shortcut = { type: 'shortcut', callback_id: 'express_need', user: { id: 'U1' } };
    expect(readShortcut(shortcut)).toEqual({ team: ANY_TEAM, user: 'U1', trigger: undefined });
    const form = { type: 'view_submission', user: { id: 'U1' }, view: { callback_id: 'express_need' } };
    const read = readSubmission(form);
    expect(read).toMatchObject({ team: ANY_TEAM, form: 'express_need' });
    expect(readForm('express_need', read?.meta, read?.state)).toMatchObject({
      press: { verb: 'reword' },
      filled: new Map(),
    });
  });
});
