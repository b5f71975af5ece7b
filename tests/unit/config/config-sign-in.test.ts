import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/config.ts';

const load = (OIDC_ISSUER: string, more: Readonly<Record<string, string>> = {}) =>
  loadConfig({
    ...more,
    OIDC_ISSUER,
    OIDC_CLIENT_ID: 'c',
    OIDC_CLIENT_SECRET: 's',
    PUBLIC_URL: 'https://t.exemple.fr',
  });

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

describe('what of the claims means what, by configuration', () => {
  const ISSUER = 'https://id.exemple.fr';
  const MICROSOFT = 'https://login.microsoftonline.com';

  it('is as ProConnect has it unless it is said otherwise, and gives no role', () => {
    expect(load(ISSUER).openId).toMatchObject({
      name: undefined,
      scopes: undefined,
      acr: [],
      roles: undefined,
      claims: { name: undefined, email: 'email', organisation: 'siret', roles: ['roles', 'groups'] },
    });
  });

  it('reads groups as directories write them: paths, names with spaces, ids, distinguished names', () => {
    const roles = load(ISSUER, {
      OIDC_ROLES:
        '/Direction achat/Marchés=acheteur; CN=Réseau,OU=Siège=coordonnateur;6f1c0c0e-1b1a=acheteur; 6f1c0c0e-1b1a=administrateur;',
    }).openId?.roles;
    expect([...(roles ?? [])]).toEqual([
      ['/Direction achat/Marchés', ['buyer']],
      ['CN=Réseau,OU=Siège', ['coordinator']],
      ['6f1c0c0e-1b1a', ['buyer', 'administrator']],
    ]);
  });

  it('reads what an account must have', () => {
    const required = load(ISSUER, { OIDC_REQUIRED: 'hd=vitre.fr|agglo.fr; is_service_public=true' }).openId?.claims
      .required;
    expect([...(required ?? [])]).toEqual([
      ['hd', ['vitre.fr', 'agglo.fr']],
      ['is_service_public', ['true']],
    ]);
  });

  it.each([
    [{ OIDC_ROLES: '/achats=chef' }, /OIDC_ROLES: “\/achats=chef”/],
    [{ OIDC_ROLES: 'acheteur' }, /OIDC_ROLES/],
    [{ OIDC_ROLES: '=acheteur' }, /OIDC_ROLES/],
    [{ OIDC_REQUIRED: 'hd' }, /OIDC_REQUIRED/],
    [{ OIDC_REQUIRED: 'hd=' }, /OIDC_REQUIRED/],
  ])('is refused by name where it cannot be read: %j', (more, named) => {
    expect(() => load(ISSUER, more)).toThrow(named);
  });

  it.each([`${MICROSOFT}/common/v2.0`, `${MICROSOFT}/Organizations/v2.0`, `${MICROSOFT}/consumers`])(
    'is refused where anybody may come in: %s',
    (issuer) => expect(() => load(issuer)).toThrow(/OIDC_ISSUER: names no tenant/),
  );

  it('lets Google in with its domain alone', () => {
    const google = 'https://accounts.google.com';
    expect(() => load(google)).toThrow(/hd=/);
    expect(load(google, { OIDC_REQUIRED: 'hd=vitre.fr' }).openId?.issuer).toBe(google);
    expect(load(`${MICROSOFT}/6f1c0c0e/v2.0`).openId?.issuer).toContain('6f1c0c0e');
  });
});
