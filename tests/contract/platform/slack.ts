import { createFakeConversing } from '../../fakes/conversing.ts';
import { asList, asText, type Json } from '../../fakes/slack-server/json.ts';
import type { Message, View as SlackView, User } from '../../fakes/slack-server/types.ts';
import { elementsOf } from '../../fakes/slack-server/validate/across.ts';
import { mustBe } from '../../fixtures/network.ts';
import { plain } from '../../fixtures/plain.ts';
import { openSlackTown, type SlackTown } from '../../fixtures/slack-town.ts';
import type { Face, FaceUnderTest, Seat } from './face.ts';

export const slackFace: FaceUnderTest = {
  name: 'Slack',
  without: {},
  open: async (outcome) => {
    const conversing = createFakeConversing(outcome);
    const town = await openSlackTown({ conversing });
    const { slack, net, paul, claire } = town;
    // Known to the network by his e-mail alone: Slack has to recognise him when he comes.
    const bob = mustBe(await net.store.reserve.person('bob'));
    if (bob === undefined) throw new Error('nobody is called bob');
    mustBe(await net.store.reserve.savePerson({ ...bob, address: undefined }));
    await slack.openHome(paul);
    await slack.nextHome(paul);
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

function sit(town: SlackTown, user: User): Seat {
  const { slack, net, store, achats, vern } = town;
  let asked: Message | undefined;

  /** Resolves once what was taken is done, and what comes of it is on its way. */
  const settle = async (): Promise<void> => {
    for (let rounds = 0; rounds < 2; rounds += 1) {
      while (mustBe(await store.inbound.underWay()) > 0) await new Promise((next) => setImmediate(next));
      await net.turn();
    }
  };
  const shown = (): readonly Message[] => {
    const dm = slack.dmOf(user).id;
    const all = slack.journal.of('message').filter(({ via }) => via !== 'person');
    return all
      .map(({ message }) => message)
      .filter(({ deleted, channel, shownTo }) => !deleted && (channel === dm ? true : shownTo === user.id));
  };
  const has = (shows: Message | SlackView, action: string): boolean =>
    [...elementsOf('ts' in shows ? (shows.blocks ?? []) : asList(shows.body['blocks']))].some(
      ({ element }) => asText(element['action_id']) === action,
    );
  const click = async (action: string, times = 1): Promise<void> => {
    const message = shown().findLast((one) => has(one, action));
    if (message === undefined) throw new Error(`nothing to click: ${action}\n${await screen()}`);
    await Promise.all(Array.from({ length: times }, () => slack.click(message, action)));
    await settle();
  };
  const screen = async (): Promise<string> => {
    await settle();
    const modal = slack.topView(user);
    return plain(
      [
        ...shown().flatMap(({ text, blocks = [] }) => [text, ...blocks.flatMap(wordsOf)]),
        ...(modal ? wordsOf(modal.body) : []),
      ]
        .map(unescaped)
        .join('\n'),
    );
  };
  const inCase = async (text: string, files?: readonly { readonly name: string; readonly bytes: Buffer }[]) => {
    const card = shown().find((one) => has(one, 'case_close') || has(one, 'case_answered'));
    if (card === undefined) throw new Error(`no case to write in\n${await screen()}`);
    await slack.dm(user, text, { threadTs: card.ts, ...(files === undefined ? {} : { files }) });
    await settle();
  };

  return {
    name: user.realName,
    person: async () =>
      mustBe(await store.reserve.people()).find(({ email }) => email?.toLowerCase() === user.email?.toLowerCase())?.id,
    screen,
    ask: async (text) => {
      asked = (await slack.dm(user, text)).message;
      await settle();
    },
    askTwice: async (text) => {
      const said = await slack.dm(user, text);
      for (const delivery of said.deliveries) await slack.redeliver(delivery);
      await settle();
    },
    takeBack: async () => {
      if (asked !== undefined) await slack.deleteMessage(asked);
      await settle();
    },
    switchRegister: () => click('answer_register'),
    choose: async () => {
      const message = structuredClone(shown().findLast((one) => has(one, 'ask_suggestion')));
      if (message === undefined) throw new Error('nothing to choose');
      const press = async () => {
        const [first] = [...elementsOf(message.blocks ?? [])].filter(
          ({ element }) => asText(element['action_id']) === 'ask_suggestion',
        );
        await slack.click(message, 'ask_suggestion', { blockId: asText(first?.block['block_id']) });
        await settle();
      };
      await press();
      return press;
    },
    calculate: async (filled) => {
      const opened = slack.topView(user)?.body['callback_id'] === 'calculate';
      if (!opened) {
        await click('calculate');
        await slack.nextView(user);
      }
      const form = slack.topView(user);
      if (form === undefined) throw new Error('no form to fill in');
      const { result } = await slack.submitView(form, filled);
      return result.kind === 'errors' ? Object.values(result.errors).join('\n') : screen();
    },
    choices: async () => shown().flatMap(({ blocks = [] }) => actionsIn(blocks, 'ask_suggestion')).length,
    unfold: () => click('answer_more'),
    reword: async (text) => {
      await slack.command(user, achats, '/achat', `reformuler ${text}`);
      await settle();
    },
    beginHandOver: async () => {
      await click('ask_reservist');
      await slack.nextView(user);
    },
    agree: async () => {
      const form = slack.topView(user);
      if (form === undefined) throw new Error('no form to agree to');
      await slack.submitView(form, {});
      await settle();
    },
    lookAtOffer: async () => undefined,
    accept: () => click('offer_accept'),
    say: (text) => inCase(text),
    attach: (name) => inCase('Voici la pièce', [{ name, bytes: Buffer.from('%PDF') }]),
    markAnswered: (times = 1) => click('case_answered', times),
    keepAnswered: async () => {
      const message = structuredClone(shown().findLast((one) => has(one, 'case_answered')));
      if (message === undefined) throw new Error('nothing to keep');
      return async () => {
        await slack.click(message, 'case_answered');
        await settle();
      };
    },
    type: async (text) => {
      await slack.dm(user, text);
      await settle();
    },
    toOther: () => click('case_say_0'),
    close: () => click('case_close'),
    rate: () => click('case_rate_useful'),
    confirmHours: () => click('availability_confirm'),
    forgetMe: async () => {
      await slack.dm(user, 'oublie-moi');
      await settle();
      await click('home_forget');
    },
    sendUnknown: async () => {
      await slack.sendEvent(vern, { type: 'something_of_2030', user: user.id });
      await slack.deliver('interaction', { type: 'something_else', user: { id: user.id }, team: { id: vern.id } });
      await settle();
    },
    acting: async () =>
      shown().flatMap(({ text, blocks = [] }) => [
        ...(text.match(/<(?:!|@|#|https?:)[^>]*mechant[^>]*>|<![^>]*>|@(?:everyone|channel|here)/g) ?? []),
        ...blocks.flatMap(actingIn),
      ]),
  };
}

function actionsIn(blocks: readonly Json[], action: string): readonly Json[] {
  return [...elementsOf(blocks)].flatMap(({ element }) => (element['action_id'] === action ? [element] : []));
}

/** What a person reads of blocks: texts, and what is written on buttons and fields. */
function wordsOf(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(wordsOf);
  if (typeof node !== 'object' || node === null) return [];
  const { text, ...rest } = node as Json;
  const own = typeof text === 'string' ? [text] : [];
  const inner = Object.entries(rest).flatMap(([name, value]) => (name === 'value' ? [] : wordsOf(value)));
  const joined = typeof text === 'object' ? wordsOf(text) : own;
  // The elements of one line of rich text are read as one.
  return (node as Json)['type'] === 'rich_text_section' ? [inner.join('')] : [...joined, ...inner];
}

/** Elements that mention, ping or lead away, and mrkdwn that would. */
function actingIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(actingIn);
  if (typeof node !== 'object' || node === null) return [];
  const { type, url, text } = node as Json;
  const leads = typeof url === 'string' && url.includes('mechant') ? [url] : [];
  const pings = type === 'broadcast' || type === 'user' || type === 'usergroup' ? [String(type)] : [];
  const mrkdwn =
    type === 'mrkdwn' && typeof text === 'string' ? (text.match(/<[!@][^>]*>|<http[^>]*mechant[^>]*>/g) ?? []) : [];
  return [...leads, ...pings, ...mrkdwn, ...Object.values(node).flatMap(actingIn)];
}

function unescaped(text: string): string {
  return text.replaceAll('\u2060', '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
