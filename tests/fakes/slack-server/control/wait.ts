import type { Happening } from '../journal.ts';
import { dmOf } from '../populate.ts';
import type { Call, Channel, Message, User, View } from '../types.ts';
import type { World } from '../world.ts';

type Fits<T> = (it: T) => boolean;
type Where = Channel | User;

/**
 * What a test waits for. Each gives the first that fits and was not given before, were it already there; each rejects with
 * what did happen when nothing comes. A place is a conversation, or a user for the direct conversation with the app.
 */
export interface Waits {
  /** Of the app, seen by all. */
  nextMessage(where: Where, fits?: Fits<Message>): Promise<Message>;
  /** Of the app, seen by one. */
  nextEphemeral(user: User, where?: Where, fits?: Fits<Message>): Promise<Message>;
  /** A message changed in place. */
  nextUpdate(where: Where, fits?: Fits<Message>): Promise<Message>;
  nextDelete(where: Where, fits?: Fits<Message>): Promise<Message>;
  /** A modal opened, pushed or updated. */
  nextView(user: User, fits?: Fits<View>): Promise<View>;
  nextHome(user: User, fits?: Fits<View>): Promise<View>;
  /** A streamed message, finished. */
  nextStream(where: Where, fits?: Fits<Message>): Promise<Message>;
  nextAssistant(
    where: Where,
    what: 'status' | 'title' | 'prompts',
  ): Promise<Extract<Happening, { readonly kind: 'assistant' }>>;
  nextReaction(message: Message): Promise<Extract<Happening, { readonly kind: 'reaction' }>>;
  nextCall(method: string, fits?: Fits<Call>): Promise<Call>;
  nextSocket(state: 'connected' | 'closed'): Promise<void>;
}

const always = () => true;

export function createWaits(world: World): Waits {
  const { journal } = world;
  const place = (where: Where): string => ('members' in where ? where.id : dmOf(world, where).id);
  const ofMessage = (kind: 'message' | 'update' | 'delete', where: Where, fits: Fits<Message>, to?: string) => {
    const id = place(where);
    const wanted = (message: Message) =>
      message.botId !== undefined && message.channel === id && (kind !== 'message' || message.shownTo === to);
    return journal
      .next(
        kind,
        (it) => it.via !== 'person' && wanted(it.message) && !isStreamed(it) && fits(it.message),
        `${kind} in ${id}`,
      )
      .then((it) => it.message);
  };
  return {
    nextMessage: (where, fits = always) => ofMessage('message', where, fits),
    nextEphemeral: (user, where = user, fits = always) => ofMessage('message', where, fits, user.id),
    nextUpdate: (where, fits = always) => ofMessage('update', where, fits),
    nextDelete: (where, fits = always) => ofMessage('delete', where, fits),
    nextView: (user, fits = always) =>
      journal
        .next('view', ({ view }) => view.user === user.id && fits(view), `modal for ${user.name}`)
        .then((it) => it.view),
    nextHome: (user, fits = always) =>
      journal
        .next('home', ({ view }) => view.user === user.id && fits(view), `Home of ${user.name}`)
        .then((it) => it.view),
    nextStream(where, fits = always) {
      const id = place(where);
      return journal
        .next(
          'stream',
          ({ step, message }) => step === 'stopped' && message.channel === id && fits(message),
          `stream in ${id}`,
        )
        .then((it) => it.message);
    },
    nextAssistant(where, what) {
      const id = place(where);
      return journal.next('assistant', (it) => it.what === what && it.channel === id, `${what} in ${id}`);
    },
    nextReaction: (message) => journal.next('reaction', (it) => it.message === message, 'reaction'),
    nextCall: (method, fits = always) =>
      journal
        .next('call', ({ call }) => call.method === method && fits(call), `call of ${method}`)
        .then((it) => it.call),
    nextSocket: (state) => journal.next('socket', (it) => it.state === state, `socket ${state}`).then(() => undefined),
  };
}

/** The message a stream begins with is told by the stream. */
function isStreamed(it: { readonly kind: string; readonly message: Message }): boolean {
  return it.kind === 'message' && it.message.streaming;
}
