import { createEvents, eventPayload } from './control/events.ts';
import { createInteractions } from './control/interact.ts';
import { createInvocations } from './control/invoke.ts';
import { createModals, topView } from './control/modals.ts';
import { createMoves } from './control/move-around.ts';
import { createSpeech } from './control/speak.ts';
import { createWaits } from './control/wait.ts';
import { createCourier, type Transport } from './deliver/deliver.ts';
import { type Request, sendOverHttp } from './deliver/http.ts';
import { createSockets } from './deliver/socket.ts';
import { listen } from './http/serve.ts';
import type { Journal } from './journal.ts';
import { asList, type Json } from './json.ts';
import { createMischiefs } from './mischief.ts';
import { addChannel, addUser, addWorkspace, dmOf } from './populate.ts';
import type { Channel, User, Workspace } from './types.ts';
import { findInaccessible } from './validate/accessible.ts';
import { createWorld, type Registration } from './world.ts';

export interface SlackOptions {
  readonly port?: number;
  readonly app?: Partial<Registration>;
  /** Wall time in milliseconds; the server's own clock runs on it and can be moved ahead. */
  readonly wall?: () => number;
  /** A message of blocks without `text` is refused (default), as is every limit always. */
  readonly strict?: boolean;
  /** Of the app's manifest: only these are delivered, only these can be used. All when absent. */
  readonly events?: readonly string[];
  readonly commands?: readonly string[];
  readonly shortcuts?: readonly string[];
  /** Whether the app hears its own messages, as with Slack (default). */
  readonly echo?: boolean;
  /** How long an acknowledgement may take (3 s). */
  readonly ackMs?: number;
  /** How long a test waits for something to happen (10 s). */
  readonly patienceMs?: number;
}

/**
 * A Slack of one's own on loopback: the Web API, Socket Mode, signed HTTP deliveries, response URLs, uploads and consent
 * over real HTTP and WebSocket, for the real Bolt. It refuses what Slack refuses and writes down all that happens.
 *
 *     const slack = await startSlack();
 *     const town = slack.addWorkspace({ name: 'Vern' });
 *     const claire = slack.addUser(town, { name: 'Claire Morel', email: 'claire@vern.example' });
 *     // start the app with slack.apiUrl, town.token, slack.app.signingSecret, then
 *     slack.transport = { kind: 'http', url: 'http://127.0.0.1:3000/slack/events' };   // or { kind: 'socket' }
 *     await slack.dm(claire, 'Bonjour');
 *     const answer = await slack.nextMessage(claire);
 *     await slack.click(answer, 'share');
 */
export async function startSlack(options: SlackOptions = {}) {
  const wall = options.wall ?? Date.now;
  const world = createWorld(options);
  const mischiefs = createMischiefs(world.clock);
  const sockets = createSockets(world);
  const listening = await listen(world, mischiefs, () => sockets.open(), options.port ?? 0);
  sockets.attach(listening.server);
  const courier = createCourier(world, sockets, wall, options.ackMs ?? 3_000);
  const events = createEvents(world, (payload) => courier.deliver('event', payload), options.events);
  if (options.echo !== false)
    world.announce = (team, subscription, event) => {
      // Nobody waits for it; what became of it is in the journal.
      void events.send(team, subscription, event);
    };
  const interact = (payload: Parameters<typeof courier.deliver>[1]) => courier.deliver('interaction', payload);

  return {
    apiUrl: `${world.baseUrl}/api/`,
    authorizeUrl: `${world.baseUrl}/oauth/v2/authorize`,
    app: world.app,
    world,
    clock: world.clock,
    journal: world.journal,
    mischiefs,
    sockets,
    get transport(): Transport {
      return courier.transport;
    },
    set transport(transport: Transport) {
      courier.transport = transport;
    },

    addWorkspace: (given: Parameters<typeof addWorkspace>[1]) => addWorkspace(world, given),
    addUser: (workspace: Workspace, given: Parameters<typeof addUser>[2]) => addUser(world, workspace, given),
    /** With the bot in it unless `withBot` is false. */
    addChannel(
      workspace: Workspace,
      given: {
        readonly name: string;
        readonly kind?: 'channel' | 'group';
        readonly members: readonly User[];
        readonly withBot?: boolean;
      },
    ): Channel {
      const members = given.members.map((user) => user.id);
      if (given.withBot !== false) members.push(workspace.botUser);
      return addChannel(world, workspace, { name: given.name, kind: given.kind ?? 'channel', members });
    },
    dmOf: (user: User) => dmOf(world, user),
    topView: (user: User) => topView(world, user),

    deliveries: courier.all,
    deliver: courier.deliver,
    redeliver: courier.again,
    retryFailed: courier.retryFailed,
    requestOf: courier.requestOf,
    verifyUrl: courier.verifyUrl,
    /** Any event at all, subscribed to or not: what the app does not know must be acknowledged too. */
    sendEvent: (workspace: Workspace, event: Json) => courier.deliver('event', eventPayload(world, workspace, event)),
    /** What listeners with a screen reader would miss in everything the app has shown so far. */
    findInaccessible: () => shownBy(world.journal).flatMap(findInaccessible),
    /** Any bytes to the app's endpoint: a replay, a forgery. */
    sendRaw: (request: Request) => sendOverHttp(urlOf(courier.transport), request, options.ackMs ?? 3_000),

    ...createSpeech(world, events),
    ...createMoves(world, events),
    ...createInteractions(world, interact),
    ...createInvocations(world, courier.deliver, options),
    ...createModals(world, interact),
    ...createWaits(world),

    async stop(): Promise<void> {
      await sockets.stop();
      await listening.stop();
    },
  };
}

export type Slack = Awaited<ReturnType<typeof startSlack>>;

function shownBy(journal: Journal): (readonly Json[])[] {
  const messages = [...journal.of('message'), ...journal.of('update')].filter((it) => it.via !== 'person');
  const views = [...journal.of('view'), ...journal.of('home')];
  return [...messages.map((it) => it.message.blocks ?? []), ...views.map((it) => asList(it.view.body['blocks']))];
}

function urlOf(transport: Transport): string {
  if (transport.kind !== 'http') throw new Error('raw requests go over HTTP');
  return transport.url;
}
