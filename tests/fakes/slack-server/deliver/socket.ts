import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { parse } from '../http/read-body.ts';
import { asText, isJson, type Json } from '../json.ts';
import type { Attempt, Delivery } from '../types.ts';
import type { World } from '../world.ts';

const ENVELOPES = { event: 'events_api', command: 'slash_commands', interaction: 'interactive' } as const;

export interface Sockets {
  /** The answer of `apps.connections.open`: an address good for one connection. */
  open(): Json;
  readonly count: number;
  send(
    delivery: Delivery,
    retry: { readonly num: number; readonly reason: string } | undefined,
    ackMs: number,
  ): Promise<Attempt['outcome']>;
  /** As Slack does every few hours: `refresh_requested`, then the connection is closed. */
  refresh(): void;
  /** Any frame at all on every connection. */
  sendRaw(frame: string | Buffer): void;
  /** The connections break without a word. */
  cut(): void;
  /** Says goodbye and waits a moment for those who say it back. */
  stop(): Promise<void>;
}

/** Socket Mode («Using Socket Mode»): hello, envelopes, acknowledgements, disconnect. */
export function createSockets(world: World): Sockets & { attach(server: Server): void } {
  const tickets = new Set<string>();
  const open: WebSocket[] = [];
  const waiting = new Map<string, { readonly on: WebSocket; readonly end: (outcome: Attempt['outcome']) => void }>();
  const sockets = new WebSocketServer({ noServer: true });
  let turn = 0;

  return {
    attach(server) {
      server.on('upgrade', (request, socket, head) => {
        const url = new URL(request.url ?? '/', world.baseUrl);
        if (url.pathname !== '/link/' || !tickets.delete(url.searchParams.get('ticket') ?? '')) {
          socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
          return;
        }
        sockets.handleUpgrade(request, socket, head, welcome);
      });
    },
    open() {
      const ticket = world.ids.next('t');
      tickets.add(ticket);
      return {
        ok: true,
        url: `${world.baseUrl.replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${world.app.appId}`,
      };
    },
    get count() {
      return open.length;
    },
    send(delivery, retry, ackMs) {
      const socket = open[turn++ % Math.max(open.length, 1)];
      if (socket === undefined) return Promise.resolve({ kind: 'unreachable', why: 'no open connection' });
      const envelope = {
        envelope_id: world.ids.next('e'),
        type: ENVELOPES[delivery.kind],
        accepts_response_payload: delivery.kind !== 'event',
        payload: delivery.payload,
        ...(delivery.kind === 'event' && { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' }),
      };
      return new Promise((resolve) => {
        const end = (outcome: Attempt['outcome']) => {
          clearTimeout(timer);
          waiting.delete(envelope.envelope_id);
          resolve(outcome);
        };
        const timer = setTimeout(() => end({ kind: 'timeout' }), ackMs);
        waiting.set(envelope.envelope_id, { on: socket, end });
        socket.send(JSON.stringify(envelope));
      });
    },
    refresh() {
      for (const socket of [...open]) {
        socket.send(
          JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'applink-test' } }),
        );
      }
    },
    sendRaw(frame) {
      for (const socket of [...open]) socket.send(frame);
    },
    cut() {
      for (const socket of [...open]) socket.terminate();
    },
    async stop() {
      await Promise.all([...open].map(leave));
      sockets.close();
    },
  };

  function leave(socket: WebSocket): Promise<void> {
    return new Promise((resolve) => {
      const cut = setTimeout(() => socket.terminate(), 500);
      socket.once('close', () => {
        clearTimeout(cut);
        resolve();
      });
      socket.close(1001);
    });
  }

  function welcome(socket: WebSocket): void {
    open.push(socket);
    const beat = setInterval(() => socket.ping('Ping from applink-test'), 5_000);
    beat.unref();
    socket.on('message', hear);
    socket.on('close', () => {
      clearInterval(beat);
      open.splice(open.indexOf(socket), 1);
      for (const one of [...waiting.values()])
        if (one.on === socket) one.end({ kind: 'unreachable', why: 'the connection closed' });
      world.journal.add({ kind: 'socket', state: 'closed', open: open.length });
    });
    // A broken connection closes next; the close is what counts.
    socket.on('error', () => socket.terminate());
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: open.length,
        connection_info: { app_id: world.app.appId },
        debug_info: { host: 'applink-test', build_number: 1, approximate_connection_time: 18_060 },
      }),
    );
    world.journal.add({ kind: 'socket', state: 'connected', open: open.length });
  }

  function hear(data: Buffer | ArrayBuffer | Buffer[]): void {
    const said = parse(data.toString());
    if (!isJson(said)) return;
    const payload = said['payload'];
    const body = isJson(payload) && Object.keys(payload).length > 0 ? payload : undefined;
    waiting.get(asText(said['envelope_id']))?.end({ kind: 'acked', status: 200, body });
  }
}
