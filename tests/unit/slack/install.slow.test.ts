import { expect, it } from 'vitest';
import { z } from 'zod';
import { createSeal } from '../../../adapters/slack/install/seal.ts';
import { METHOD_SCOPES } from '../../../adapters/slack/scopes.ts';
import { mustBe } from '../../fixtures/network.ts';
import { openSlackTown, type SlackTown } from '../../fixtures/slack-town.ts';

const noRedirect = { redirect: 'manual' } as const;

/** An administrator of the town says yes, in one browser. */
async function install({ slack, vern, claire, url }: SlackTown): Promise<Response> {
  slack.world.installer = { team: vern.id, user: claire.id };
  const begun = await fetch(`${url}/slack/install`, noRedirect);
  const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? '';
  const consented = await fetch(begun.headers.get('location') ?? '', noRedirect);
  return fetch(consented.headers.get('location') ?? '', { headers: { cookie } });
}

const kept = async ({ store }: SlackTown) => mustBe(await store.platformNotes.list('slack', 'installation'));

it('a workspace installs the app, is answered by its own token, and is forgotten when it removes it', async () => {
  const town = await openSlackTown({ oauth: true });
  const { slack, vern, claire } = town;
  const done = await install(town);
  expect([done.status, vern.scopes]).toEqual([200, expect.arrayContaining(METHOD_SCOPES['chat.postMessage'] as [])]);
  await slack.dm(claire, 'Quel seuil ?');
  expect((await slack.nextMessage(claire)).text).toContain('Oui, sous');
  // A copy of the database gives no token.
  const notes = await kept(town);
  expect(notes).toHaveLength(1);
  expect(JSON.stringify(notes)).not.toContain(vern.token);
  expect(town.logged.join('\n')).not.toContain(vern.token);
  await slack.uninstall(vern);
  await expect.poll(() => kept(town)).toEqual([]);
});

it('each workspace is answered with its own token', async () => {
  const town = await openSlackTown({ oauth: true });
  const { slack } = town;
  const bruz = slack.addWorkspace({ name: 'Bruz' });
  const marc = slack.addUser(bruz, { name: 'Marc Hamon' });
  await install(town);
  await install({ ...town, vern: bruz, claire: marc });
  for (const person of [town.claire, marc]) {
    await slack.dm(person, 'Quel seuil ?');
    expect((await slack.nextMessage(person)).text).toContain('Oui, sous');
  }
});

it('an installation that was not begun here, in this browser, of late, is refused', async () => {
  const town = await openSlackTown({ oauth: true });
  const { slack, vern, claire, url } = town;
  slack.world.installer = { team: vern.id, user: claire.id };
  const begun = await fetch(`${url}/slack/install`, noRedirect);
  const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? '';
  const consented = await fetch(begun.headers.get('location') ?? '', noRedirect);
  const back = new URL(consented.headers.get('location') ?? '');
  const state = back.searchParams.get('state') ?? '';
  const [until = '', nonce = '', signature = ''] = state.split('.');
  const endWith = async (given: string, jar: string) => {
    const attempt = new URL(back);
    attempt.searchParams.set('state', given);
    return (await fetch(attempt, { headers: { cookie: jar } })).status;
  };
  expect(await endWith(state, '')).toBe(400);
  expect(await endWith(`${Number(until) + 60_000}.${nonce}.${signature}`, cookie)).toBe(400);
  expect(await endWith('', cookie)).toBe(400);
  expect((await fetch(`${url}/slack/oauth_redirect?error=access_denied`)).status).toBe(400);
  expect(await kept(town)).toEqual([]);
  expect(await endWith(state, cookie)).toBe(200);
  // A code is good for one installation.
  expect(await endWith(state, cookie)).toBe(502);
});

it('a key is changed without losing what it sealed; another key, or a changed byte, opens nothing', async () => {
  const [older, newer] = ['the key of last year', 'the key of this year'] as const;
  const first = await openSlackTown({ oauth: true, secretKeys: [older] });
  await install(first);
  const [note] = await kept(first);
  const { sealed } = z.object({ sealed: z.string() }).parse(note?.body);
  expect(createSeal([newer, older]).open(sealed)).toMatchObject({ ok: true });
  expect(createSeal([newer]).open(sealed)).toMatchObject({ ok: false, error: { kind: 'other_key' } });
  const changed = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`;
  expect(createSeal([older]).open(changed)).toEqual({ ok: false, error: { kind: 'damaged' } });
});
