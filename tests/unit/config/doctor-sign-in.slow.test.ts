import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { findServices } from '../../../scripts/doctor/services.ts';
import { loadConfig } from '../../../src/config/config.ts';
import { CLIENT, startProvider } from '../../fakes/openid-provider.ts';

let provider: Awaited<ReturnType<typeof startProvider>>;
beforeEach(async () => {
  provider = await startProvider();
});
afterEach(() => provider.stop());

async function signIn(client: Readonly<Partial<typeof CLIENT>> = {}) {
  const { clientId, clientSecret } = { ...CLIENT, ...client };
  const findings = await findServices(
    loadConfig({
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: clientId,
      OIDC_CLIENT_SECRET: clientSecret,
      PUBLIC_URL: 'http://127.0.0.1:8080',
    }),
  );
  return findings.find(({ name }) => name === 'sign-in');
}

it('says what of the client was seen, and what was not', async () => {
  const found = await signIn();
  expect(found?.state).toBe('ok');
  expect(found?.say).toContain('the return address http://127.0.0.1:8080/connexion/retour is registered');
});

it.each([{ clientId: 'another' }, { clientSecret: 'another' }])(
  'says that the client is refused: %j',
  async (client) => {
    const found = await signIn(client);
    expect(found?.state).toBe('fault');
    expect(found?.say).toContain('refused');
  },
);

it('says that nobody is there, and what to do', async () => {
  await provider.stop();
  const found = await signIn();
  expect(found?.state).toBe('fault');
  expect(found?.say).toContain('not reachable (ECONNREFUSED): is it up');
  provider = await startProvider();
});

it('says that the clocks are apart, before anybody tries', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 600_000 });
  const found = await signIn().finally(() => vi.useRealTimers());
  expect(found).toMatchObject({ state: 'fault', say: expect.stringContaining('s apart: nobody can sign in') });
});
