import type { Log } from './context.ts';
import { readPayload } from './inbound/payload.ts';
import { MISFIT, type Process, type Receipt, typeOf } from './receiver.ts';

/** A message of Socket Mode, whatever it is. */
interface SocketMessage {
  readonly body: unknown;
  readonly ack: (response?: unknown) => Promise<void>;
}

/** The connection, as its library offers it. */
export interface Socket {
  onMessage(listen: (message: SocketMessage) => void): void;
  onClosed(listen: () => void): void;
  connect(): Promise<void>;
  disconnect(): Promise<void>;
}

interface SocketParts {
  readonly open: () => Socket;
  readonly process: Process;
  readonly log: Log;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** A connection on which nobody says hello is none. */
const HELLO_MS = 20_000;

/** What is known of the connection. */
interface Link {
  socket: Socket | undefined;
  stopped: boolean;
  waitMs: number;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Slack over a connection of ours: for a server that nobody reaches from outside. A connection that ends, as Slack ends each
 * from time to time, is made again; one that cannot be made is tried for as long as it takes.
 */
export function createSocketReceiver(parts: SocketParts) {
  const link: Link = { socket: undefined, stopped: false, waitMs: FIRST_WAIT_MS, timer: undefined };
  return {
    /** Resolves once it is connected, or once it is known that this will take a while. */
    start: async (): Promise<void> => {
      try {
        await connect(parts, link);
      } catch (error) {
        parts.log.warn({ err: error }, 'Slack cannot be reached: tried again later');
        again(parts, link);
      }
    },
    stop: async (): Promise<void> => {
      link.stopped = true;
      clearTimeout(link.timer);
      await link.socket?.disconnect();
    },
  };
}

function hear({ process, log }: SocketParts, { body: given, ack }: SocketMessage): void {
  const receipt: Receipt = { refused: false, heard: false };
  const payload = readPayload(given);
  let acknowledged = false;
  const once = async (response?: unknown): Promise<void> => {
    if (acknowledged) return;
    acknowledged = true;
    try {
      await ack(response);
    } catch (error) {
      // The connection ended meanwhile: Slack sends it again, and it is known then.
      log.info({ err: error }, 'a payload could not be acknowledged any more');
    }
  };
  if (!payload.ok) {
    log.warn({ type: payload.type, why: payload.why }, MISFIT);
    void once();
    return;
  }
  const { body } = payload;
  const isEvent = body['type'] === 'event_callback';
  // An event that could not be kept is not acknowledged: Slack sends it again.
  process({ body, ack: isEvent ? async () => undefined : once, receipt })
    .then(async () => {
      if (!receipt.heard) log.info({ type: typeOf(body) }, 'a payload that nothing listens to was acknowledged');
      if (!receipt.refused) await once();
    })
    .catch((error: unknown) => log.error({ err: error, type: typeOf(body) }, 'a payload could not be processed'));
}

async function connect(parts: SocketParts, link: Link): Promise<void> {
  const fresh = parts.open();
  link.socket = fresh;
  fresh.onMessage((message) => hear(parts, message));
  fresh.onClosed(() => {
    if (link.socket === fresh) again(parts, link);
  });
  let late: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error('Slack does not say hello')), HELLO_MS);
  });
  try {
    await Promise.race([fresh.connect(), silence]);
  } finally {
    clearTimeout(late);
  }
  link.waitMs = FIRST_WAIT_MS;
}

function again(parts: SocketParts, link: Link): void {
  if (link.stopped || link.timer !== undefined) return;
  link.timer = setTimeout(() => {
    link.timer = undefined;
    connect(parts, link).catch((error: unknown) => {
      parts.log.warn({ err: error, waitMs: link.waitMs }, 'Slack cannot be reached: tried again later');
      link.waitMs = Math.min(LONGEST_WAIT_MS, link.waitMs * 2);
      again(parts, link);
    });
  }, link.waitMs);
}
