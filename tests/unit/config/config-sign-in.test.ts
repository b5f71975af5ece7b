import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/config.ts';

const load = (OIDC_ISSUER: string) =>
  loadConfig({ OIDC_ISSUER, OIDC_CLIENT_ID: 'c', OIDC_CLIENT_SECRET: 's', PUBLIC_URL: 'https://t.exemple.fr' });

describe('the identity provider by configuration', () => {
  it.each([
    'http://id.exemple.fr/realm',
    'http://10.0.0.4:8080',
    'http://127.0.0.1.exemple.fr',
    'http://localhost.exemple.fr',
    'http://localhost@id.exemple.fr',
    'http://0.0.0.0:8080',
    'http://[2001:db8::1]/',
  ])('is refused in clear on another machine, by the name of the variable: %s', (issuer) => {
    expect(() => load(issuer)).toThrow(/OIDC_ISSUER: must be https:\/\//);
  });

  it.each(['https://id.exemple.fr', 'http://127.0.0.1:8080/realm', 'http://localhost:8080', 'http://[::1]:8080'])(
    'is taken over TLS, or on this machine: %s',
    (issuer) => expect(load(issuer).openId?.issuer).toBe(issuer),
  );
});
