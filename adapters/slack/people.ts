import { z } from 'zod';
import { createLatest } from '../../src/latest.ts';
import type { SignedIn } from '../../src/reserve/port/signed-in.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { Language, Role } from '../../src/vocabulary/people.ts';
import { directAddress } from './address.ts';
import { isMissing, type Workspace } from './api.ts';
import type { SlackContext } from './context.ts';

interface Profile {
  readonly name: string;
  readonly email: string | undefined;
  readonly language: Language;
  /** Undefined where Slack could not be asked. */
  readonly isMember: boolean | undefined;
}

export interface People {
  /** What Slack says of someone; asked once in a while, and done without where it is not allowed. */
  profile(workspace: Workspace, user: string): Promise<Profile>;
  /** In whose language buttons and forms speak; French unless Slack says English. */
  language(workspace: Workspace, user: string): Promise<Language>;
  /** Whom the account belongs to, known by it or by the e-mail of their profile; a stranger stays one. */
  recognise(workspace: Workspace, user: string): Promise<Result<SignedIn | undefined, Down>>;
  /** The same, made known where they are not; messages of cases reach them here from now on. */
  meet(workspace: Workspace, user: string): Promise<Result<SignedIn, Down>>;
  /** The side someone has said they are on. */
  role(team: string, user: string): Promise<Role | undefined>;
  setRole(workspace: Workspace, user: string, role: Role): Promise<Result<undefined, Down>>;
}

interface Down {
  readonly kind: 'store_down';
}

/** How long a stranger is not looked up again: somebody may enter them in the reserve meanwhile. */
const STRANGER_MS = 60_000;
const DOWN = err({ kind: 'store_down' } as const);
const ROLE = 'role';

const userInfo = z.looseObject({
  user: z.looseObject({
    name: z.string().optional(),
    real_name: z.string().optional(),
    locale: z.string().optional(),
    team_id: z.string().optional(),
    is_restricted: z.boolean().optional(),
    is_stranger: z.boolean().optional(),
    enterprise_user: z.looseObject({ teams: z.array(z.string()).optional() }).optional(),
    profile: z
      .looseObject({
        email: z.string().optional(),
        real_name: z.string().optional(),
        display_name: z.string().optional(),
      })
      .optional(),
  }),
});

export function createPeople(context: SlackContext): People {
  const { acquaintance } = context;
  const profile = createProfiles(context);
  const strangers = createLatest<number>(20_000);
  const presented = async (workspace: Workspace, user: string) => {
    const { team, teamName } = workspace;
    const organisation = { id: `slack-${team}`, name: teamName ?? team };
    return { ...(await profile(workspace, user)), address: directAddress(team, user), organisation };
  };

  return {
    ...createRoles(context),
    profile,
    language: async (workspace, user) => (await profile(workspace, user)).language,
    recognise: async (workspace, user) => {
      const key = `${workspace.team}:${user}`;
      const now = context.now().getTime();
      if ((strangers.get(key) ?? 0) > now) return ok(undefined);
      const found = await acquaintance.recognise(identity(workspace.team, user), () => presented(workspace, user));
      if (!found.ok) return DOWN;
      if (found.value === undefined) strangers.set(key, now + STRANGER_MS);
      return found;
    },
    meet: async (workspace, user) => {
      const { team } = workspace;
      const met = await acquaintance.meet(identity(team, user), () => presented(workspace, user));
      if (!met.ok) return DOWN;
      strangers.delete(`${team}:${user}`);
      const reached = await acquaintance.reachAt(met.value.person, directAddress(team, user));
      return reached.ok ? ok(met.value) : DOWN;
    },
  };
}

const identity = (team: string, user: string) => ({ platform: 'slack', workspace: team, user }) as const;

function createProfiles({ without, isWithout }: SlackContext): People['profile'] {
  const profiles = createLatest<Profile>(5_000);
  return async ({ api, team }, user) => {
    const key = `${team}:${user}`;
    const kept = profiles.get(key);
    if (kept !== undefined) return kept;
    const stranger: Profile = { name: user, email: undefined, language: 'fr', isMember: undefined };
    if (isWithout(team, 'users.info')) return stranger;
    const asked = await api.call('users.info', { user, include_locale: true });
    if (!asked.ok) {
      if (isMissing(asked.error)) without(team, 'users.info', asked.error.kind === 'refused' ? asked.error.error : '');
      return stranger;
    }
    const found = userInfo.safeParse(asked.value).data?.user;
    if (found === undefined) return stranger;
    const fresh: Profile = {
      name: found.profile?.real_name || found.real_name || found.profile?.display_name || found.name || user,
      // Somebody else's administrator wrote that of another workspace.
      email: (isOfTeam(found, team) && found.profile?.email) || undefined,
      language: found.locale?.startsWith('en') === true ? 'en' : 'fr',
      isMember: isOfTeam(found, team) && found.is_restricted !== true,
    };
    profiles.set(key, fresh);
    return fresh;
  };
}

type SlackUser = z.infer<typeof userInfo>['user'];

/** Of the workspace, as a guest or not: not of another one that shares a channel with it. */
function isOfTeam({ team_id, is_stranger, enterprise_user }: SlackUser, team: string): boolean {
  if (is_stranger === true) return false;
  return team_id === undefined || team_id === team || enterprise_user?.teams?.includes(team) === true;
}

/** The side that people have said they are on: noted under their account, known to the network or not. */
function createRoles({ acquaintance, notes, atHand }: SlackContext): Pick<People, 'role' | 'setRole'> {
  return {
    role: async (team, user) => {
      const key = `${team}:${user}`;
      const kept = atHand.roles.get(key);
      if (kept !== undefined) return kept === 'none' ? undefined : kept;
      const note = await notes.get({ platform: 'slack', kind: ROLE, key });
      if (!note.ok) return undefined;
      const role = z.enum(['prescriber', 'buyer']).safeParse(note.value?.body).data;
      atHand.roles.set(key, role ?? 'none');
      return role;
    },
    setRole: async ({ team }, user, role) => {
      const key = `${team}:${user}`;
      const known = await acquaintance.known(identity(team, user));
      if (!known.ok) return DOWN;
      const person = known.value?.person;
      if (person !== undefined && !(await acquaintance.setRole(person, role)).ok) return DOWN;
      const note = { platform: 'slack', kind: ROLE, key, person, body: role, expiresAt: undefined } as const;
      if (!(await notes.put(note)).ok) return DOWN;
      atHand.roles.set(key, role);
      return ok(undefined);
    },
  };
}
