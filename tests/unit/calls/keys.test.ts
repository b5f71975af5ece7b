import { describe, expect, it } from 'vitest';
import { createGate } from '../../../src/calls/create-gate.ts';
import { createKeys } from '../../../src/calls/create-keys.ts';
import { SCOPES } from '../../../src/calls/port/calls.ts';
import { limitsInMemory } from '../../../src/limits.ts';
import { err } from '../../../src/result.ts';
import { createMemoryKeys } from '../../fakes/key-records.ts';
import { mustBe } from '../../fixtures/network.ts';

const NOW = new Date('2026-11-28T10:00:00Z');
const wanted = {
  id: 'one',
  organisation: 'Ville de Vitré',
  name: 'Le logiciel des marchés',
  scopes: ['read', 'answer'],
};

function open(body?: string) {
  const records = createMemoryKeys();
  let now = NOW;
  const keys = createKeys(records, body, () => now);
  return { records, keys, later: (ms: number) => (now = new Date(now.getTime() + ms)) };
}

describe('a key', () => {
  it('is told once, and kept as a hash: no record holds it', async () => {
    const { keys, records } = open();
    const { key, row } = mustBe(await keys.make(wanted));
    expect(key).toMatch(/^truchement_[\w-]{43}$/);
    expect(row.scopes).toEqual(['answer', 'read']);
    expect(JSON.stringify([mustBe(await records.all()), mustBe(await keys.list())])).not.toContain(key);
    expect(JSON.stringify(mustBe(await keys.list()))).not.toContain(mustBe(await records.all())[0]?.hash);
    expect(mustBe(await keys.holder(key))).toMatchObject({ id: 'one', organisation: 'Ville de Vitré' });
  });

  it('is made once, however often its form is sent', async () => {
    const { keys } = open();
    mustBe(await keys.make(wanted));
    expect(await keys.make(wanted)).toEqual(err({ kind: 'made_before' }));
  });

  it('opens nothing once it is revoked, and is not revoked twice', async () => {
    const { keys } = open();
    const { key } = mustBe(await keys.make(wanted));
    mustBe(await keys.revoke('one'));
    expect(mustBe(await keys.holder(key))).toBeUndefined();
    expect(await keys.revoke('one')).toEqual(err({ kind: 'unknown_key' }));
  });

  it.each(['', 'x', `truchement_${'a'.repeat(43)}`, `truchement_${'a'.repeat(44)}`])(
    'that is none opens nothing: %s',
    async (key) => {
      const { keys } = open();
      mustBe(await keys.make(wanted));
      expect(mustBe(await keys.holder(key))).toBeUndefined();
    },
  );

  it('says its last use to ten minutes', async () => {
    const { keys, later } = open();
    const { key } = mustBe(await keys.make(wanted));
    mustBe(await keys.holder(key));
    later(60_000);
    mustBe(await keys.holder(key));
    expect(mustBe(await keys.list())[0]?.usedAt).toBe(NOW.toISOString());
    later(600_000);
    mustBe(await keys.holder(key));
    expect(mustBe(await keys.list())[0]?.usedAt).toBe('2026-11-28T10:11:00.000Z');
  });

  it.each([
    [{ organisation: ' ' }, 'no_organisation'],
    [{ name: '' }, 'no_name'],
    [{ scopes: [] }, 'no_scope'],
    [{ scopes: ['body'] }, 'no_scope'],
    [{ scopes: ['read', 'all'] }, 'no_scope'],
    [{ name: 'a'.repeat(121) }, 'too_long'],
  ])('is refused by the field at fault: %j', async (with_, kind) => {
    expect(await open().keys.make({ ...wanted, ...with_ })).toEqual(err({ kind }));
  });

  it('reads the rules of a body only where it is that body’s', async () => {
    const scopes = [...SCOPES];
    expect(await open().keys.make({ ...wanted, scopes })).toEqual(err({ kind: 'not_of_body', body: undefined }));
    expect(await open('Rennes').keys.make({ ...wanted, scopes })).toEqual(err({ kind: 'not_of_body', body: 'Rennes' }));
    expect((await open('ville de vitre').keys.make({ ...wanted, scopes })).ok).toBe(true);
  });
});

describe('the gate', () => {
  const settings = { anonymous: [], perMinute: 3 } as const;

  it('lets a key through with its scopes, so many times a minute', async () => {
    const { keys } = open();
    const gate = createGate(keys, limitsInMemory, settings);
    const { key } = mustBe(await keys.make(wanted));
    const knock = { authorization: `Bearer ${key}`, from: '192.0.2.1' };
    expect(await gate.pass(knock)).toMatchObject({ kind: 'passed', caller: { id: 'one', ofBody: false }, left: 2 });
    await gate.pass(knock);
    await gate.pass(knock);
    const turned = await gate.pass(knock);
    expect(turned).toMatchObject({ kind: 'too_many' });
    if (turned.kind === 'too_many') expect(turned.seconds).toBeGreaterThan(0);
  });

  it('asks for a key, unless something is open to all', async () => {
    const { keys } = open();
    const knock = { authorization: undefined, from: '192.0.2.1' };
    expect(await createGate(keys, limitsInMemory, settings).pass(knock)).toEqual({ kind: 'no_key' });
    const passed = await createGate(keys, limitsInMemory, { ...settings, anonymous: ['read'] }).pass(knock);
    expect(passed).toMatchObject({ kind: 'passed', caller: { ofBody: false } });
    if (passed.kind === 'passed') expect([...passed.scopes]).toEqual(['read']);
  });

  it('stops an address that tries keys', async () => {
    const gate = createGate(open().keys, limitsInMemory, settings);
    const knock = (from: string) => gate.pass({ authorization: 'Bearer wrong', from });
    for (let i = 0; i < 20; i++) expect(await knock('192.0.2.1')).toEqual({ kind: 'bad_key' });
    expect(await knock('192.0.2.1')).toMatchObject({ kind: 'too_many' });
    expect(await knock('192.0.2.2')).toEqual({ kind: 'bad_key' });
  });

  it('says that the store is down, and not that the key is wrong', async () => {
    const records = createMemoryKeys();
    const byHash = async () => err({ kind: 'store_down' as const, reason: 'unreachable' as const });
    const keys = createKeys({ ...records, byHash }, undefined, () => NOW);
    const authorization = `Bearer truchement_${'a'.repeat(43)}`;
    expect(await createGate(keys, limitsInMemory, settings).pass({ authorization, from: undefined })).toEqual({
      kind: 'store_down',
    });
  });
});
