import { createFakeConversing } from '../../fakes/conversing.ts';
import { actionsOf, titlesOf, wordsOf } from '../../fakes/teams-connector/client.ts';
import type { Member } from '../../fakes/teams-connector/connector.ts';
import { listOf, type Wire } from '../../fakes/teams-connector/rules.ts';
import { mustBe } from '../../fixtures/network.ts';
import { plain } from '../../fixtures/plain.ts';
import { openTeamsTown, type TeamsTown } from '../../fixtures/teams-town.ts';
import type { Face, FaceUnderTest, Seat } from './face.ts';

const ANSWERED = 'J’ai répondu';

export const teamsFace: FaceUnderTest = {
  name: 'Teams',
  without: {},
  open: async (outcome) => {
    const conversing = createFakeConversing(outcome);
    const town = await openTeamsTown({ conversing });
    const { net, store, client, claire, paul } = town;
    // Known to the network by his e-mail alone: Teams has to recognise him when he comes.
    const bob = mustBe(await store.reserve.person('bob'));
    if (bob === undefined) throw new Error('nobody is called bob');
    mustBe(await store.reserve.savePerson({ ...bob, address: undefined }));
    await client.post(paul, { type: 'installationUpdate', action: 'add' });
    await town.settled();
    const requester = sit(town, claire);
    return {
      net,
      conversing,
      requester,
      reservist: sit(town, paul),
      cases: async () => {
        const person = await requester.person();
        return mustBe(await net.helping.mine(person ?? '')).map(({ id }) => id);
      },
      restart: town.restart,
    } satisfies Face;
  },
};

function sit(town: TeamsTown, who: Member): Seat {
  const { client, net, store } = town;
  const chat = client.chatOf(who).id;
  let asked = '';
  /** What buttons said beside their card. */
  const beside: string[] = [];

  /** Resolves once what was taken is done, and what comes of it is shown. */
  const settle = async (): Promise<void> => {
    await town.settled();
    await net.turn();
  };
  const say = async (text: string): Promise<void> => {
    ({ id: asked } = await client.say(who, text));
    await settle();
  };
  const press = async (title: string, filled: Wire = {}, times = 1): Promise<void> => {
    const message = client.shown(chat).findLast(({ activity }) => titlesOf(activity).includes(title));
    if (message === undefined) throw new Error(`nothing to press: ${title}\n${await screen()}`);
    const pressed = await Promise.all(Array.from({ length: times }, () => client.press(who, message, title, filled)));
    for (const { body } of pressed) if (typeof body['value'] === 'string') beside.push(body['value']);
    await settle();
  };
  const screen = async (): Promise<string> => {
    await settle();
    return plain([...client.shown(chat).map(({ activity }) => wordsOf(activity)), ...beside].join('\n'));
  };

  return {
    name: who.name,
    person: async () => mustBe(await store.reserve.people()).find(({ email }) => email === who.email)?.id,
    screen,
    ask: say,
    askTwice: async (text) => {
      for (let delivery = 0; delivery < 2; delivery += 1) await client.say(who, text, { id: '1700' });
      await settle();
    },
    takeBack: async () => {
      const channelData = { tenant: { id: who.tenantId }, eventType: 'softDeleteMessage' };
      await client.post(who, { type: 'messageDelete', id: asked, channelData });
      await settle();
    },
    switchRegister: () => press('Version acheteur'),
    choose: async () => {
      const title = 'Faut-il publier une annonce ?';
      const message = structuredClone(
        client.shown(chat).findLast(({ activity }) => titlesOf(activity).some((one) => plain(one) === title)),
      );
      const named = message && titlesOf(message.activity).find((one) => plain(one) === title);
      if (message === undefined || named === undefined) throw new Error('nothing to choose');
      const again = async () => {
        await client.press(who, message, named);
        await settle();
      };
      await again();
      return again;
    },
    calculate: async (filled) => {
      const open = client.shown(chat).some(({ activity }) => titlesOf(activity).includes('Calculer'));
      if (!open) await press('Changer les données');
      await press('Calculer', filled);
      return screen();
    },
    choices: async () =>
      client.shown(chat).flatMap(({ activity }) => titlesOf(activity).filter((one) => /une annonce/.test(one))).length,
    // It is in the screen already.
    unfold: async () => undefined,
    reword: async (text) => {
      await say('reformuler');
      await press('Reformuler', { text, direction: 'to_buyer' });
    },
    beginHandOver: () => press('Demander à un réserviste'),
    agree: () => press('Envoyer à un réserviste'),
    lookAtOffer: async () => undefined,
    accept: () => press('Accepter'),
    say: (text) => press('Envoyer le message', { text }),
    attach: async (name) => {
      const card = client.shown(chat).find(({ activity }) => titlesOf(activity).includes('Envoyer le message'));
      const quote = `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="${card?.id}"></blockquote>`;
      const file = { contentType: 'application/vnd.microsoft.teams.file.download.info', name, content: {} };
      const attachments = [{ contentType: 'text/html', content: quote }, file];
      await client.post(who, { type: 'message', text: 'Voici la pièce', attachments });
      await settle();
    },
    markAnswered: (times = 1) => press(ANSWERED, {}, times),
    keepAnswered: async () => {
      const message = structuredClone(
        client.shown(chat).findLast(({ activity }) => titlesOf(activity).includes(ANSWERED)),
      );
      if (message === undefined) throw new Error('nothing to keep');
      return async () => {
        const { body } = await client.press(who, message, ANSWERED);
        beside.push(JSON.stringify(body));
        await settle();
      };
    },
    type: say,
    toOther: () => press('C’est pour le réserviste'),
    close: () => press('Clore'),
    rate: () => press('Oui, utile'),
    confirmHours: () => press('Oui, c’est bien cela'),
    forgetMe: async () => {
      await say('oublie-moi');
      await press('Oui, effacer définitivement');
    },
    sendUnknown: async () => {
      await client.invoke(who, 'something/of2030', {});
      await client.post(who, { type: 'somethingOf2030' });
      await settle();
    },
    acting: async () => client.shown(chat).flatMap(({ activity }) => actingIn(activity)),
  };
}

/** Mentions, links, and blocks read as Markdown that hold another person's words. */
function actingIn(activity: Wire): readonly string[] {
  const mentions = listOf(activity['entities']).map((entity) => JSON.stringify(entity));
  const links = actionsOf(activity['attachments']).flatMap(({ url }) => (typeof url === 'string' ? [url] : []));
  const read = JSON.stringify(activity['attachments'] ?? []).match(/"type":"TextBlock"[^}]*/g) ?? [];
  return [
    ...mentions.filter((entity) => entity.includes('mention')),
    ...links,
    ...read,
    String(activity['text'] ?? ''),
  ].filter((part) => /mechant|everyone|<at>|<!channel>|"mention"/.test(part));
}
