import type { IncomingMessage, ServerResponse } from 'node:http';
import type { World } from '../world.ts';
import { readBytes, readUpload } from './read-body.ts';

/** `/upload/v1/<ticket>`: takes the bytes that were announced, once. */
export async function serveUpload(
  world: World,
  ticket: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const upload = world.uploads.get(ticket);
  const bytes = await readUpload(request.headers['content-type'] ?? '', await readBytes(request));
  if (upload === undefined || upload.bytes !== undefined || bytes === undefined || bytes.length !== upload.length) {
    response.writeHead(upload === undefined ? 404 : 400).end('upload refused');
    return;
  }
  upload.bytes = bytes;
  response.writeHead(200).end(`OK - ${bytes.length}`);
}

/** `/files-pri/<id>/…`: a file for those who hold a token. */
export function serveFile(world: World, id: string, request: IncomingMessage, response: ServerResponse): void {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const known = [...world.workspaces.values()].some((one) => one.token === token && one.state === 'installed');
  const file = world.files.get(id);
  if (!known || file === undefined) response.writeHead(known ? 404 : 403).end();
  else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file.bytes);
}
