import { createSign, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';

/** Signs as the Bot Connector does; what a test changes makes a token that must be refused. */
export interface Issuer {
  /** The key set, as published. */
  readonly jwks: { readonly keys: readonly object[] };
  /** The value of an `Authorization` header. */
  bearer(changes?: TokenChanges): string;
}

export interface TokenChanges {
  readonly audience?: string;
  readonly issuer?: string;
  readonly serviceUrl?: string | undefined;
  /** Seconds since 1970. */
  readonly notBefore?: number;
  /** `null`: it never does. */
  readonly expires?: number | null;
  /** Signed with a key that nobody published, under the name of the one that is. */
  readonly forged?: boolean;
  readonly keyId?: string;
  readonly algorithm?: 'RS256' | 'none';
}

export const CHANNEL_ISSUER = 'https://api.botframework.com';

/** @param endorsements channels that the key may speak for, as Microsoft publishes them beside each key */
export function createIssuer(
  { audience, serviceUrl }: { readonly audience: string; readonly serviceUrl: () => string },
  endorsements: readonly string[] = ['msteams'],
): Issuer {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { privateKey: foreign } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = randomUUID();
  const jwk = publicKey.export({ format: 'jwk' });
  return {
    jwks: { keys: [{ ...jwk, kid, x5t: kid, use: 'sig', kty: 'RSA', endorsements }] },
    bearer: (changes = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const claims = {
        iss: changes.issuer ?? CHANNEL_ISSUER,
        aud: changes.audience ?? audience,
        serviceurl: 'serviceUrl' in changes ? changes.serviceUrl : serviceUrl(),
        nbf: changes.notBefore ?? now - 60,
        ...(changes.expires === null ? {} : { exp: changes.expires ?? now + 3600 }),
      };
      const { algorithm = 'RS256' } = changes;
      const header = { alg: algorithm, typ: 'JWT', kid: changes.keyId ?? kid };
      return `Bearer ${sign(header, claims, changes.forged === true ? foreign : privateKey)}`;
    },
  };
}

function sign(header: { readonly alg: string }, claims: object, key: KeyObject): string {
  const body = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  if (header.alg === 'none') return `${body}.`;
  return `${body}.${createSign('RSA-SHA256').update(body).sign(key).toString('base64url')}`;
}
