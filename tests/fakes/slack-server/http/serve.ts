import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KEPT_OPEN } from '../../../fixtures/kept-open.ts';
import type { Json } from '../json.ts';
import type { Mischiefs } from '../mischief.ts';
import type { World } from '../world.ts';
import { serveApi } from './serve-api.ts';
import { serveFile, serveUpload } from './serve-files.ts';
import { serveResponseUrl } from './serve-response-url.ts';

export interface Listening {
  readonly server: Server;
  stop(): Promise<void>;
}

/** Listens on loopback and sets `world.baseUrl`. */
export async function listen(
  world: World,
  mischiefs: Mischiefs,
  openSocket: () => Json,
  port: number,
): Promise<Listening> {
  const server = createServer(KEPT_OPEN, (request, response) => {
    route(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  world.baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    server,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', world.baseUrl);
    const [, place = '', id = '', more = ''] = url.pathname.split('/');
    switch (place) {
      case 'api':
        return serveApi(world, mischiefs, openSocket, request, response);
      case 'response':
        return serveResponseUrl(world, id, request, response);
      case 'upload':
        return serveUpload(world, more, request, response);
      case 'files-pri':
        serveFile(world, id, request, response);
        return;
      case 'oauth':
        consent(world, url.searchParams, response);
        return;
      default:
        response.writeHead(404).end();
    }
  }
}

/** The consent page, said yes to at once by whom `world.installer` names: back to the app with a code. */
function consent(world: World, query: URLSearchParams, response: ServerResponse): void {
  const redirectUri = query.get('redirect_uri') ?? '';
  const installer = world.installer;
  if (query.get('client_id') !== world.app.clientId || redirectUri === '' || installer === undefined) {
    response.writeHead(400).end('invalid_client_id or no one to consent');
    return;
  }
  const workspace = world.workspaces.get(installer.team);
  if (workspace !== undefined) workspace.scopes = (query.get('scope') ?? '').split(',').filter(Boolean);
  const code = world.ids.next('code');
  world.codes.set(code, { ...installer, redirectUri, used: false });
  const back = new URL(redirectUri);
  back.searchParams.set('code', code);
  back.searchParams.set('state', query.get('state') ?? '');
  response.writeHead(302, { location: back.href }).end();
}
