import type { FaceTraits, Heard } from '../../src/desk/port/heard.ts';
import type { Workspace } from './api.ts';
import { messageIdOf, type Tools } from './tools.ts';
import { packValue, readButton } from './values.ts';

/** What Slack can do; a line that is held back stands in the button that passes it on. */
export const TRAITS: FaceTraits = {
  name: 'slack',
  can: { press: true, whisper: true, file: true },
  writes: 'thread',
  carries: (text) => readButton(packValue({ k: 'k'.repeat(50), q: text }, 'q')).q === text,
  whenDown: 'later',
  strangers: 'asked',
  briefs: 'shared',
};

/** Something that someone did somewhere. */
interface Done extends Pick<Heard, 'conversation' | 'isPrivate'> {
  readonly user: string;
  /** Of what told of it: the same each time it is told. */
  readonly id: string;
  /** In seconds, as Slack says it. */
  readonly at?: number | undefined;
}

/** What everything heard has in common. */
export async function commonOf(
  { people }: Pick<Tools, 'people'>,
  workspace: Workspace,
  { user, id, at, conversation, isPrivate }: Done,
): Promise<Omit<Heard, 'kind'>> {
  const { team } = workspace;
  return {
    // It stands in buttons: it tells nobody who asked.
    key: messageIdOf(team, user, id),
    ...(at === undefined ? {} : { at: at * 1_000 }),
    face: TRAITS,
    conversation,
    isPrivate,
    actor: {
      account: `${team}:${user}`,
      language: await people.language(workspace, user),
      known: () => people.recognise(workspace, user),
      meet: () => people.meet(workspace, user),
      role: () => people.role(team, user),
      setRole: (role) => people.setRole(workspace, user, role),
    },
  };
}
