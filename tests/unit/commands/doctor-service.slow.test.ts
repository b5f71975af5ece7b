import { expect, it } from 'vitest';
import { findService } from '../../../scripts/doctor/service.ts';
import { loadConfig } from '../../../src/config/config.ts';

const say = (env: Readonly<Record<string, string>>) =>
  Object.fromEntries(findService(loadConfig(env)).map(({ name, state, say: told }) => [name, `${state}: ${told}`]));

it('says what an installed service lacks, and what it has', () => {
  expect(say({})).toMatchObject({
    proxy: 'ok: believed: loopback',
    backup: expect.stringMatching(/^note: .*not sealed/),
    metrics: expect.stringMatching(/^off/),
  });
  const key = 'une phrase de passe';
  const set = say({
    HOST: '0.0.0.0',
    TRUST_PROXY: '10.1.0.0/16, uniquelocal',
    TRUCHEMENT_BACKUP_KEY: key,
    METRICS_TOKEN: key,
  });
  expect(set).toEqual({
    proxy: 'ok: believed: 10.1.0.0/16, uniquelocal',
    backup: 'ok: npm run backup; sealed',
    metrics: 'ok: /metrics, for whoever has the token',
  });
  expect(say({ HOST: '0.0.0.0' })['proxy']).toMatch(/^note: .*TRUST_PROXY/);
});

it('refuses what cannot be used, and names the variable', () => {
  for (const [name, value] of [
    ['TRUST_PROXY', 'proxy.ville.fr'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', ''],
    ['METRICS_TOKEN', 'short'],
    ['TRUCHEMENT_BACKUP_KEY', 'short'],
    ['TRUCHEMENT_BACKUP_KEY_FILE', '/nowhere/at/all'],
  ] as const)
    expect(() => loadConfig({ [name]: value })).toThrow(name);
});
