import { describe, expect, it } from 'vitest';
import { createPeople } from '../../../adapters/slack/people.ts';
import type { PlatformProfile } from '../../../src/reserve/port/acquaintance.ts';
import { ok } from '../../../src/result.ts';

/** What the network is told of an account, by what Slack says of it. */
async function profileOf(user: object): Promise<PlatformProfile> {
  let seen: PlatformProfile | undefined;
  const context = {
    acquaintance: {
      recognise: async (_: unknown, read: () => Promise<PlatformProfile>) => {
        seen = await read();
        return ok(undefined);
      },
    },
    now: () => new Date(0),
    isWithout: () => false,
    without: () => undefined,
  };
  const people = createPeople(context as never);
  const api = { call: async () => ok({ user: { profile: { email: 'eve@exemple.fr' }, ...user } }) };
  await people.recognise({ api, team: 'T1', teamName: 'Kerlann' } as never, 'U1');
  if (seen === undefined) throw new Error('nobody was told');
  return seen;
}

describe('who is of the body of a Slack workspace', () => {
  it('is a member of it, in a grid too', async () => {
    expect(await profileOf({ team_id: 'T1' })).toMatchObject({ isMember: true, email: 'eve@exemple.fr' });
    expect(await profileOf({ team_id: 'E9', enterprise_user: { teams: ['T0', 'T1'] } })).toMatchObject({
      isMember: true,
    });
  });

  it('is no guest, and nobody of another workspace, whose address is not vouched for', async () => {
    expect(await profileOf({ team_id: 'T1', is_restricted: true })).toMatchObject({ isMember: false });
    const elsewhere = { isMember: false, email: undefined };
    expect(await profileOf({ team_id: 'T2' })).toMatchObject(elsewhere);
    expect(await profileOf({ team_id: 'T2', is_stranger: true })).toMatchObject(elsewhere);
  });
});
