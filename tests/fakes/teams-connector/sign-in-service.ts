import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';

const HOST = 'login.microsoftonline.com';

export interface SignInService {
  /** Forms posted to the token endpoint, with their paths. */
  readonly asked: readonly { readonly path: string; readonly form: URLSearchParams }[];
  /** Tokens given out so far. */
  readonly tokens: readonly string[];
  forget(): void;
  stop(): Promise<void>;
}

/**
 * Microsoft's sign-in service over real TLS: the SDK asks it for the bot's token at its one fixed address, which leads to this
 * machine while it runs. The certificate is made for the occasion.
 */
export async function startSignInService(secret: string): Promise<SignInService> {
  const { key, cert } = makeCertificate();
  const asked: { path: string; form: URLSearchParams }[] = [];
  const tokens: string[] = [];
  const server: Server = createServer({ key, cert }, (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const reply = (status: number, body: object) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      const tenant = path.split('/')[1] ?? '';
      if (path.endsWith('/.well-known/openid-configuration')) return reply(200, metadataOf(tenant));
      if (!path.endsWith('/oauth2/v2.0/token')) return reply(404, { error: 'not_found' });
      const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
      asked.push({ path, form });
      if (form.get('client_secret') !== secret)
        return reply(401, { error: 'invalid_client', error_description: 'AADSTS7000215: Invalid client secret.' });
      const token = `app.${randomUUID()}`;
      tokens.push(token);
      return reply(200, { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: token });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const restore = leadTo(port, cert);
  return {
    asked,
    tokens,
    forget: () => {
      asked.length = 0;
      tokens.length = 0;
    },
    stop: async () => {
      restore();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** As a name server and a trusted authority of this process would have it. */
function leadTo(port: number, ca: string): () => void {
  const { createConnection } = Agent.prototype;
  Agent.prototype.createConnection = function (this: Agent, options, callback) {
    if (options.host !== HOST) return createConnection.call(this, options, callback);
    return connect({ host: '127.0.0.1', port, servername: HOST, ca });
  };
  return () => {
    Agent.prototype.createConnection = createConnection;
  };
}

function metadataOf(tenant: string): object {
  const base = `https://${HOST}/${tenant}`;
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    issuer: `${base}/v2.0`,
  };
}

function makeCertificate(): { readonly key: string; readonly cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'sign-in-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', `/CN=${HOST}`, '-addext', `subjectAltName=DNS:${HOST}`];
  const options = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert];
  execFileSync('openssl', ['req', ...options, ...subject], { stdio: 'ignore' });
  const made = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  rmSync(folder, { recursive: true });
  return made;
}
