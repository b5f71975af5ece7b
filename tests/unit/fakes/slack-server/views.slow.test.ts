import { describe, expect, it } from 'vitest';
import { grantTrigger } from '../../../fakes/slack-server/grants.ts';
import { errorOf, openTown, type Town } from './town.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const modal = (callback_id: string, more: object = {}) => ({
  type: 'modal' as const,
  callback_id,
  title: plain('Besoin'),
  submit: plain('Envoyer'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'what',
      label: plain('Quoi'),
      element: { type: 'plain_text_input' as const, action_id: 'text' },
    },
  ],
  ...more,
});
const home = (text: string) => ({ type: 'home' as const, blocks: [{ type: 'header' as const, text: plain(text) }] });

async function opened(): Promise<Town & { trigger: () => string }> {
  const town = await openTown();
  return { ...town, trigger: () => grantTrigger(town.slack.world, town.claire.id) };
}

describe('a trigger id', () => {
  it('opens one modal, within three seconds', async () => {
    const { slack, web, trigger } = await opened();
    const once = trigger();
    await web.views.open({ trigger_id: once, view: modal('a') });
    expect(await errorOf(web.views.open({ trigger_id: once, view: modal('b') }))).toBe('exchanged_trigger_id');
    const late = trigger();
    slack.clock.advance(3_000);
    expect(await errorOf(web.views.open({ trigger_id: late, view: modal('c') }))).toBe('expired_trigger_id');
    expect(await errorOf(web.views.open({ trigger_id: 'none', view: modal('d') }))).toBe('invalid_trigger_id');
    const just = trigger();
    slack.clock.advance(2_900);
    expect(await errorOf(web.views.open({ trigger_id: just, view: modal('e') }))).toBe('ok');
  });

  it('is not spent on a view Slack refuses', async () => {
    const { web, trigger } = await opened();
    const trigger_id = trigger();
    const long = modal('a', { title: plain('Un titre de plus de vingt-quatre') });
    expect(await errorOf(web.views.open({ trigger_id, view: long }))).toBe('invalid_arguments');
    expect(await errorOf(web.views.open({ trigger_id, view: modal('a') }))).toBe('ok');
  });
});

describe('modals', () => {
  it('stand three high, the top one in front', async () => {
    const { slack, web, claire, trigger } = await opened();
    expect(await errorOf(web.views.push({ trigger_id: trigger(), view: modal('none') }))).toBe('not_found');
    const first = await web.views.open({ trigger_id: trigger(), view: modal('1') });
    await web.views.push({ trigger_id: trigger(), view: modal('2') });
    const third = await web.views.push({ trigger_id: trigger(), view: modal('3') });
    expect(third.view?.root_view_id).toBe(first.view?.id);
    expect(await errorOf(web.views.push({ trigger_id: trigger(), view: modal('4') }))).toBe('push_limit_reached');
    const top = slack.topView(claire);
    expect(top?.body['callback_id']).toBe('3');
    if (top !== undefined) await slack.closeView(top);
    expect(slack.topView(claire)?.body['callback_id']).toBe('2');
  });

  it('are changed by who saw their last state', async () => {
    const { slack, web, claire, trigger } = await opened();
    const { view } = await web.views.open({ trigger_id: trigger(), view: modal('1') });
    const first = { view_id: view?.id ?? '', hash: view?.hash ?? '', view: modal('2') };
    await web.views.update(first);
    expect(await errorOf(web.views.update(first))).toBe('hash_conflict');
    expect(slack.topView(claire)?.body['callback_id']).toBe('2');
    expect(await errorOf(web.views.update({ view_id: 'V0', view: modal('3') }))).toBe('not_found');
    await web.views.update({ view_id: view?.id ?? '', view: modal('4') });
    expect(slack.topView(claire)?.body['callback_id']).toBe('4');
  });

  it('have outside names of their own', async () => {
    const { web, trigger } = await opened();
    const view = modal('1', { external_id: 'need-1' });
    await web.views.open({ trigger_id: trigger(), view });
    expect(await errorOf(web.views.open({ trigger_id: trigger(), view }))).toBe('duplicate_external_id');
    expect(await errorOf(web.views.update({ external_id: 'need-1', view: modal('2') }))).toBe('ok');
  });
});

describe('a Home', () => {
  it('is published per person, replaced by who saw the last', async () => {
    const { slack, web, claire, paul } = await opened();
    const first = await web.views.publish({ user_id: claire.id, view: home('un') });
    await web.views.publish({ user_id: paul.id, view: home('de Paul') });
    await web.views.publish({ user_id: claire.id, view: home('deux'), hash: first.view?.hash ?? '' });
    const stale = { user_id: claire.id, view: home('trois'), hash: first.view?.hash ?? '' };
    expect(await errorOf(web.views.publish(stale))).toBe('hash_conflict');
    expect(await errorOf(web.views.publish({ user_id: 'U0', view: home('a') }))).toBe('user_not_found');
    const texts = slack.journal.of('home').map(({ view }) => view.user);
    expect(texts).toEqual([claire.id, paul.id, claire.id]);
    expect(JSON.stringify((await slack.nextHome(paul)).body)).toContain('de Paul');
  });
});
