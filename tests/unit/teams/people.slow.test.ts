import { describe, expect, it } from 'vitest';
import { createAcquaintance } from '../../../src/reserve/acquaintance.ts';
import { wordsOf } from '../../fakes/teams-connector/client.ts';
import { mustBe } from '../../fixtures/network.ts';
import { plain } from '../../fixtures/plain.ts';
import { silence } from '../../fixtures/silence.ts';
import { openTeamsTown } from '../../fixtures/teams-town.ts';

silence();
const posts = (call: { readonly method: string; readonly body: Readonly<Record<string, unknown>> }) =>
  call.method === 'POST' && call.body['type'] === 'message';

describe('commands', () => {
  it('open the bot’s own cards in personal chats, in French and in English', async () => {
    const town = await openTeamsTown();
    const { client, claire } = town;
    const expected = {
      'Mes cas': 'Mes cas',
      'mes dossiers': 'Mes cas',
      'mon bureau': 'Réservé aux réservistes',
      Reformuler: 'Votre texte',
      'my data': 'kept about you',
      'mes données': 'gardé sur vous',
      'Oubliez-moi': 'Effacer toutes vos données',
      aide: 'je suis Truchement',
      'demander à un réserviste': 'Votre question',
    };
    for (const [said, shown] of Object.entries(expected)) {
      await client.say(claire, said);
      await town.settled();
      expect(plain(wordsOf(client.lastShown(client.chatOf(claire).id).activity)), said).toContain(shown);
    }
    expect(town.conversing.heard).toHaveLength(0);
  });

  it('are private: a channel is told so', async () => {
    const town = await openTeamsTown();
    const channel = town.client.addConversation('channel', [town.claire]);
    await town.client.say(town.claire, 'mes dossiers', { in: channel, thread: '1' });
    await town.settled();
    expect(plain(wordsOf(town.client.lastShown(`${channel.id};messageid=1`).activity))).toContain(
      'conversation privée',
    );
  });

  it('«demander à un réserviste» takes up the last question of whoever says it', async () => {
    const town = await openTeamsTown();
    const { client, claire } = town;
    await client.say(claire, 'Peut-on payer 12 000 € d’avance ?');
    await town.teams.waitFor(1, posts);
    await client.say(claire, 'demander à un réserviste');
    await town.settled();
    const words = client
      .shown(client.chatOf(claire).id)
      .map(({ activity }) => plain(wordsOf(activity)))
      .join('\n');
    expect(words).toContain('Ce qui partira');
    expect(words).toContain('payer 12 000 € d');
  });
});

describe('coming and going', () => {
  it('welcomes once, however many events tell of one arrival, and again at another', async () => {
    let now = Date.now();
    const town = await openTeamsTown({ now: () => new Date(now) });
    const { client, claire } = town;
    await client.post(claire, { type: 'installationUpdate', action: 'add' });
    await client.post(claire, {
      type: 'conversationUpdate',
      membersAdded: [{ id: '28:6f1c1b8a-3c1e-4b0e-9a53-0f2d2f9b7a11' }],
    });
    await client.post(claire, { type: 'conversationUpdate', membersAdded: [{ id: claire.id }] });
    await town.settled();
    expect(client.shown(client.chatOf(claire).id)).toHaveLength(1);
    now += 3_600_000;
    await client.post(claire, { type: 'installationUpdate', action: 'add-upgrade' });
    await town.settled();
    expect(client.shown(client.chatOf(claire).id)).toHaveLength(1);
    await client.post(claire, { type: 'installationUpdate', action: 'add' });
    await town.settled();
    expect(client.shown(client.chatOf(claire).id)).toHaveLength(2);
  });

  it('looks a stranger up once a minute: what another process learns of them is known a minute later', async () => {
    let now = Date.now();
    const town = await openTeamsTown({ now: () => new Date(now) });
    const { client, claire, conversing, store } = town;
    const ask = async () => {
      await client.say(claire, 'Quel seuil ?');
      await town.settled();
      return conversing.heard.at(-1)?.role;
    };
    expect(await ask()).toBeUndefined();
    const elsewhere = createAcquaintance({ records: store.reserve, notes: store.platformNotes });
    const identity = { platform: 'teams', workspace: claire.tenantId, user: claire.aadObjectId } as const;
    const address = { platform: 'teams', conversation: client.chatOf(claire).id } as const;
    const organisation = { id: 'vern', name: 'Vern' };
    const met = mustBe(
      await elsewhere.meet(identity, async () => ({
        name: 'Claire',
        email: undefined,
        language: 'fr',
        address,
        organisation,
        isMember: true,
      })),
    );
    mustBe(await elsewhere.setRole(met.person, 'buyer'));
    expect(await ask()).toBeUndefined();
    now += 61_000;
    expect(await ask()).toBe('buyer');
  });

  it('knows the reservists of a team by the directory: an offer opens a chat with one who never wrote', async () => {
    const town = await openTeamsTown();
    const { client, claire, paul, net, store } = town;
    const bob = await store.reserve.person('bob');
    if (bob.ok && bob.value !== undefined) await store.reserve.savePerson({ ...bob.value, address: undefined });
    const channel = client.addConversation('channel', [claire, paul]);
    await client.say(claire, 'aide', { in: channel, thread: '1' });
    await town.settled();
    await client.say(claire, 'demander à un réserviste');
    await town.settled();
    const chat = client.chatOf(claire).id;
    await client.press(claire, client.lastShown(chat), 'Voir ce qui partira', { question: 'Que faire du décompte ?' });
    await client.press(claire, client.lastShown(chat), 'Envoyer à un réserviste', { sameBody: 'true' });
    await net.turn();
    const opened = [...town.teams.conversations.values()].find(
      ({ kind, members }) => kind === 'personal' && members[0]?.id === paul.id,
    );
    expect(plain(wordsOf(client.lastShown(opened?.id ?? '').activity))).toContain('Que faire du décompte ?');
  });

  it('guests, and people of other tenants, are nobody by the address they bring', async () => {
    const town = await openTeamsTown();
    const { client } = town;
    const guest = client.addPerson('Intrus', { email: 'bob@exemple.fr', tenantId: 'elsewhere' });
    const chat = client.addConversation('groupChat', [guest]);
    await client.say({ ...guest, tenantId: town.claire.tenantId }, 'aide', { in: chat });
    await town.settled();
    const bob = await town.store.reserve.person('bob');
    expect(bob.ok && bob.value?.address?.platform).toBe('slack');
  });

  it('a reservist who blocked or uninstalled is gone: the case is for someone else at once', async () => {
    const town = await openTeamsTown();
    const { client, paul, teams, platform } = town;
    await client.post(paul, { type: 'installationUpdate', action: 'add' });
    await town.settled();
    const message = {
      id: 'o1',
      to: { platform: 'teams', conversation: client.chatOf(paul).id },
      person: 'bob',
      case: 'c',
      kind: 'offer',
      side: 'reservist',
      language: 'fr',
      text: 'Une proposition.',
    } as const;
    teams.uninstall(paul.id);
    expect(await platform.deliver?.(message)).toMatchObject({ ok: false, error: { kind: 'gone' } });
    await client.post(paul, { type: 'installationUpdate', action: 'remove' });
    await town.settled();
    const before = teams.calls.length;
    expect(await platform.deliver?.(message)).toMatchObject({ ok: false, error: { kind: 'gone' } });
    expect(teams.calls).toHaveLength(before);
  });

  it('a message of a case given twice is shown once; one that must wait says until when', async () => {
    let clock = Date.parse('2026-11-27T09:00:00.000Z');
    const town = await openTeamsTown({ pause: async () => undefined, now: () => new Date(clock) });
    const { client, paul, teams, platform } = town;
    await client.post(paul, { type: 'installationUpdate', action: 'add' });
    await town.settled();
    const chat = client.chatOf(paul).id;
    const message = {
      id: 'o1',
      to: { platform: 'teams', conversation: chat },
      person: 'bob',
      case: 'c',
      kind: 'reminder',
      side: 'reservist',
      language: 'fr',
      text: 'Un rappel.',
    } as const;
    teams.refuseNext({ status: 429, code: 'TooManyRequests', message: '', headers: { 'retry-after': '60' } });
    expect(await platform.deliver?.(message)).toMatchObject({ ok: false, error: { kind: 'later', afterMs: 60_000 } });
    // Before that Teams is not asked again for this conversation.
    const before = teams.calls.length;
    clock += 10_000;
    expect(await platform.deliver?.(message)).toMatchObject({ ok: false, error: { kind: 'later', afterMs: 50_000 } });
    expect(teams.calls).toHaveLength(before);
    clock += 50_000;
    expect(await platform.deliver?.(message)).toMatchObject({ ok: true });
    expect(await platform.deliver?.(message)).toMatchObject({ ok: true });
    expect(client.shown(chat).filter(({ activity }) => wordsOf(activity).includes('Un rappel.'))).toHaveLength(1);
  });
});
