import { randomUUID } from 'node:crypto';
import { plain } from '../../fixtures/plain.ts';
import type { FakeConnector, FakeConversation, Member } from './connector.ts';
import type { TokenChanges } from './issuer.ts';
import { isWire, listOf, type Wire } from './rules.ts';

/** What the bot answered to a button, a dialog or a search. */
interface Answered {
  readonly status: number;
  readonly body: Wire;
}

/** The Teams app of everybody: what they say and press goes to the bot's endpoint, signed as the channel signs. */
export interface TeamsClient {
  addPerson(name: string, more?: Partial<Member>): Member;
  /** The personal chat of someone with the bot. */
  chatOf(person: Member): FakeConversation;
  addConversation(kind: 'groupChat' | 'channel', members: readonly Member[]): FakeConversation;
  /** Resolves with the status of the bot's endpoint and the id of the message. */
  say(person: Member, text: string, where?: Said): Promise<{ readonly status: number; readonly id: string }>;
  /** Any activity, with what all activities have. */
  post(person: Member, activity: Wire, where?: Said): Promise<Answered>;
  /** Presses a button of a card by its title, with what is filled in; a card that comes back takes the other's place. */
  press(person: Member, message: Shown, title: string, filled?: Wire): Promise<Answered>;
  invoke(
    person: Member,
    name: string,
    value: unknown,
    where?: Said & { readonly replyToId?: string },
  ): Promise<Answered>;
  /** The last messages shown in a conversation, oldest first. */
  shown(conversation: string): readonly Shown[];
  lastShown(conversation: string): Shown;
}

interface Said {
  readonly in?: FakeConversation;
  /** The first message of a thread of a channel. */
  readonly thread?: string;
  /** Mentions the bot, as people do in channels; by default where the chat is not personal. */
  readonly mentions?: boolean;
  readonly id?: string;
  readonly locale?: string;
  readonly token?: TokenChanges;
}

interface Shown {
  readonly conversation: string;
  readonly id: string;
  readonly activity: Wire;
}

const CARD = 'application/vnd.microsoft.card.adaptive';

export function createTeamsClient(
  teams: FakeConnector,
  bot: { readonly appId: string; readonly tenant: string; readonly url: () => string; readonly signed: boolean },
): TeamsClient {
  const botAccount = { id: `28:${bot.appId}`, name: 'Truchement' };
  const chats = new Map<string, FakeConversation>();
  let ids = 1_700_000_000_000;

  const send = async (activity: Wire, token: TokenChanges = {}): Promise<Answered> => {
    const response = await fetch(bot.url(), {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        ...(bot.signed ? { authorization: teams.issuer.bearer(token) } : {}),
      },
      body: JSON.stringify(activity),
    });
    const text = await response.text();
    const body: unknown = text.startsWith('{') ? JSON.parse(text) : {};
    return { status: response.status, body: isWire(body) ? body : {} };
  };

  const frame = (person: Member, where: Said): Wire => {
    const conversation = where.in ?? chatOf(person);
    const thread = where.thread === undefined ? '' : `;messageid=${where.thread}`;
    return {
      channelId: 'msteams',
      serviceUrl: teams.url,
      timestamp: new Date().toISOString(),
      locale: where.locale ?? 'fr-FR',
      from: { id: person.id, name: person.name, aadObjectId: person.aadObjectId },
      recipient: botAccount,
      conversation: {
        id: `${conversation.id}${thread}`,
        conversationType: conversation.kind,
        tenantId: conversation.tenantId,
        isGroup: conversation.kind !== 'personal',
      },
      channelData: { tenant: { id: conversation.tenantId } },
    };
  };

  function chatOf(person: Member): FakeConversation {
    const known = chats.get(person.id);
    if (known !== undefined) return known;
    const chat = { id: `a:${randomUUID()}`, kind: 'personal', members: [person], tenantId: person.tenantId } as const;
    const made = { ...chat, members: [...chat.members] };
    teams.conversations.set(made.id, made);
    chats.set(person.id, made);
    return made;
  }

  const client: TeamsClient = {
    addPerson: (name, more = {}) => ({
      id: `29:${randomUUID()}`,
      aadObjectId: randomUUID(),
      name,
      tenantId: bot.tenant,
      ...more,
    }),
    chatOf,
    addConversation: (kind, members) => {
      const id = kind === 'channel' ? `19:${randomUUID()}@thread.tacv2` : `19:${randomUUID()}@thread.v2`;
      const made: FakeConversation = { id, kind, members: [...members], tenantId: bot.tenant };
      teams.conversations.set(id, made);
      return made;
    },
    say: async (person, text, where = {}) => {
      const id = where.id ?? String(++ids);
      const base = frame(person, where);
      const group = (where.in ?? chatOf(person)).kind !== 'personal';
      const mentions = where.mentions ?? group;
      const called = mentions ? `<at>Truchement</at> ${text}` : text;
      const entities = mentions ? [{ type: 'mention', text: '<at>Truchement</at>', mentioned: botAccount }] : [];
      const conversation = isWire(base['conversation']) ? String(base['conversation']['id']) : '';
      teams.noteActivity(conversation, id);
      const { status } = await send({ ...base, type: 'message', id, text: called, entities }, where.token);
      return { status, id };
    },
    post: (person, activity, where = {}) =>
      send({ ...frame(person, where), id: where.id ?? String(++ids), ...activity }, where.token),
    invoke: (person, name, value, where = {}) =>
      send(
        {
          ...frame(person, where),
          type: 'invoke',
          id: `f:${randomUUID()}`,
          name,
          value,
          ...(where.replyToId === undefined ? {} : { replyToId: where.replyToId }),
        },
        where.token,
      ),
    press: async (person, { conversation, id, activity }, title, filled = {}) => {
      const [base = '', thread] = conversation.split(';messageid=');
      const where = teams.conversations.get(base);
      if (where === undefined) throw new Error(`no conversation ${conversation}`);
      // A button that only unfolds a form is not the one that sends it.
      const named = actionsOf(activity).filter((one) => plain(String(one['title'])) === plain(title));
      const action = named.find(({ type }) => type !== 'Action.ShowCard') ?? actionsOf(named[0]?.['card']).at(0);
      if (action === undefined) throw new Error(`no button «${title}» among ${titlesOf(activity).join(' | ')}`);
      const said = { in: where, ...(thread === undefined ? {} : { thread }), replyToId: id };
      if (action['type'] === 'Action.Submit') {
        const data = isWire(action['data']) && isWire(action['data']['msteams']) ? action['data']['msteams'] : {};
        return client.post(
          person,
          { type: 'message', text: data['text'], value: data['value'] ?? {}, replyToId: id },
          said,
        );
      }
      const inputs = action['associatedInputs'] === 'none' ? {} : { ...boxesOf(activity), ...filled };
      const data = { ...(isWire(action['data']) ? action['data'] : {}), ...inputs };
      const value = { action: { type: 'Action.Execute', verb: action['verb'], data }, trigger: 'manual' };
      const answered = await client.invoke(person, 'adaptiveCard/action', value, said);
      if (answered.body['type'] === CARD && isWire(answered.body['value']))
        teams.replace(conversation, id, {
          ...activity,
          attachments: [{ contentType: CARD, content: answered.body['value'] }],
        });
      return answered;
    },
    shown: (conversation) => teams.shown(conversation).map(({ id, activity }) => ({ conversation, id, activity })),
    lastShown: (conversation) => {
      const last = client.shown(conversation).at(-1);
      if (last === undefined) throw new Error(`nothing is shown in ${conversation}`);
      return last;
    },
  };
  return client;
}

/** Every button of a message, those that unfold included. */
export function actionsOf(value: unknown): readonly Wire[] {
  if (Array.isArray(value)) return value.flatMap(actionsOf);
  if (!isWire(value)) return [];
  const own = typeof value['type'] === 'string' && value['type'].startsWith('Action.') ? [value] : [];
  return [...own, ...Object.values(value).flatMap(actionsOf)];
}

export function titlesOf(activity: Wire): readonly string[] {
  return actionsOf(activity).map((action) => String(action['title']));
}

/** The words of a message, text and cards. */
export function wordsOf(activity: Wire): string {
  const cards = listOf(activity['attachments']).map((attachment) =>
    isWire(attachment) ? words(attachment['content']) : '',
  );
  return [String(activity['text'] ?? ''), ...cards].filter((text) => text !== '').join('\n');
}

function words(value: unknown): string {
  if (Array.isArray(value))
    return value
      .map(words)
      .filter((text) => text !== '')
      .join('\n');
  if (!isWire(value)) return '';
  const own = ['text', 'label', 'title', 'value']
    .filter((key) => !(key === 'title' && String(value['type']).startsWith('Action.')))
    .map((key) => value[key])
    .filter((text) => typeof text === 'string');
  if (value['type'] === 'RichTextBlock') return listOf(value['inlines']).map(words).join('');
  return [...own, words(value['body']), words(value['items']), words(value['facts']), words(value['choices'])]
    .filter((text) => text !== '')
    .join('\n');
}

/** What the boxes of a card hold before anything is typed. */
function boxesOf(activity: Wire): Wire {
  const boxes: [string, unknown][] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) walk(one);
    if (!isWire(node)) return;
    const { type, id, value } = node;
    if (String(type).startsWith('Input.') && typeof id === 'string' && value !== undefined) boxes.push([id, value]);
    walk(node['items']);
  };
  const { attachments } = activity;
  if (!Array.isArray(attachments)) return {};
  for (const attachment of attachments)
    if (isWire(attachment) && isWire(attachment['content'])) walk(attachment['content']['body']);
  return Object.fromEntries(boxes);
}
