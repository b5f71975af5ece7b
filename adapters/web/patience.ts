import type { IncomingMessage, Server } from 'node:http';

/** How long whoever calls may take to say what they want. A reply may take as long as it needs. */
export interface Patience {
  /** For the headers of a request. */
  readonly headersMs: number;
  /** For a request with its body. */
  readonly requestMs: number;
  /** Between two looks at those that are late: each is closed by then at the latest. */
  readonly lookMs: number;
  /** Bodies that are being received at once: past it, the one that came first goes. */
  readonly mostBodies: number;
  /** Connections at once: past it, new ones are closed at once. */
  readonly mostConnections: number;
}

/** A file of a few hundred kilobytes comes through in that time on a poor line; what is slower is closed within 35 s. */
export const PATIENCE: Patience = {
  headersMs: 10_000,
  requestMs: 30_000,
  lookMs: 5_000,
  mostBodies: 200,
  mostConnections: 2_000,
};

/**
 * Counts what a server receives. The oldest unfinished body makes room for a new one: an honest one is whole in a moment, so
 * that whoever opens many and sends them drop by drop keeps nobody out.
 */
export function limitReceiving(server: Server, { mostBodies, mostConnections }: Patience): void {
  server.maxConnections = mostConnections;
  const receiving = new Set<IncomingMessage>();
  server.on('request', (request) => {
    if (request.headers['transfer-encoding'] === undefined && !(Number(request.headers['content-length']) > 0)) return;
    receiving.add(request);
    const forget = () => receiving.delete(request);
    request.once('end', forget).once('close', forget);
    const [oldest] = receiving;
    if (receiving.size <= mostBodies || oldest === undefined) return;
    receiving.delete(oldest);
    oldest.socket.write('HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
    oldest.socket.destroySoon();
  });
}
