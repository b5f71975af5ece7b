import type { Log } from './context.ts';
import { readPayload } from './inbound/payload.ts';
import { MISFIT, type Process, type Receipt, typeOf } from './receiver.ts';

/** A message of Socket Mode, whatever it is. */
export interface SocketMessage {
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

/**
 * Slack over a connection of ours: for a server that nobody reaches from outside. A connection that ends, as Slack ends each
 * from time to time, is made again; one that cannot be made is tried for as long as it takes.
 */
export function createSocketReceiver({ open, process, log }: SocketParts) {
  let socket: Socket | undefined;
  let stopped = false;
  let waitMs = FIRST_WAIT_MS;
  let timer: NodeJS.Timeout | undefined;

  const hear = ({ body: given, ack }: SocketMessage): void => {
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
  };

  const connect = async (): Promise<void> => {
    const fresh = open();
    socket = fresh;
    fresh.onMessage(hear);
    fresh.onClosed(() => {
      if (socket === fresh) again();
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
    waitMs = FIRST_WAIT_MS;
  };

  const again = (): void => {
    if (stopped || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      connect().catch((error: unknown) => {
        log.warn({ err: error, waitMs }, 'Slack cannot be reached: tried again later');
        waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2);
        again();
      });
    }, waitMs);
  };

  return {
    /** Resolves once it is connected, or once it is known that this will take a while. */
    start: async (): Promise<void> => {
      try {
        await connect();
      } catch (error) {
        log.warn({ err: error }, 'Slack cannot be reached: tried again later');
        again();
      }
    },
    stop: async (): Promise<void> => {
      stopped = true;
      clearTimeout(timer);
      await socket?.disconnect();
    },
  };
}
