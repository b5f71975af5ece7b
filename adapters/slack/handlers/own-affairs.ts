import { ok } from '../../../src/result.ts';
import { sayHelpFault } from '../../../src/screens/faults.ts';
import { conversationOf } from '../address.ts';
import type { Workspace } from '../api.ts';
import type { Clicked } from '../inbound/inbound.ts';
import { note } from '../note.ts';
import { textsOf } from '../texts.ts';
import { readButton } from '../values.ts';
import type { Asides } from './aside.ts';
import type { createHomeHandler } from './home.ts';
import { delivered, type Handled, replace, roleOf, sayBeside, type Tools } from './reply.ts';
import { uploadFile } from './upload.ts';

const LATER = { ok: false, error: { kind: 'later', why: 'the store is down' } } as const;

interface OwnAffairsParts {
  readonly tools: Tools;
  readonly home: ReturnType<typeof createHomeHandler>;
  readonly asides: Asides;
}

/** What a person does about themselves: role, hours, data, lessons. */
export function createOwnAffairs({ tools, home, asides }: OwnAffairsParts) {
  const { context, people, send } = tools;
  const { helping, atHand } = context;

  const onRole = async (workspace: Workspace, { user, value }: Clicked): Handled => {
    const set = await people.setRole(workspace, user, roleOf(value));
    return set.ok ? home.publish(workspace, user) : LATER;
  };

  const onExport = async (workspace: Workspace, { user, team }: Clicked): Handled => {
    const known = await people.known(team, user);
    if (!known.ok) return LATER;
    const { language } = await people.profile(workspace, user);
    if (known.value === undefined) {
      const nothing = note(textsOf(language).slack.home.nothingKept, language);
      return delivered(await send.post(workspace, { channel: user }, nothing));
    }
    const exported = await helping.exportOf(known.value.person);
    if (!exported.ok) return LATER;
    const channel = (await send.open(workspace, user)) ?? user;
    const { slack, all } = textsOf(language);
    const file = { name: all.handoffWeb.data.file, bytes: Buffer.from(exported.value), comment: slack.home.exported };
    const uploaded = await uploadFile(workspace, { channel }, file);
    if (uploaded.ok || uploaded.error.kind !== 'refused') return delivered(uploaded);
    // Where files are not allowed, as far as a message goes.
    const inline = `${slack.home.exported}\n\n\`\`\`\n${exported.value}\n\`\`\``;
    return delivered(await send.post(workspace, { channel: user }, note(inline, language)));
  };

  const onForget = async (workspace: Workspace, { user, team }: Clicked): Handled => {
    const key = `${team}:${user}`;
    const known = await people.known(team, user);
    if (!known.ok) return LATER;
    if (known.value !== undefined && !(await helping.forgetMe(known.value.person)).ok) return LATER;
    if (!(await context.notes.remove({ platform: 'slack', kind: 'role', key })).ok) return LATER;
    atHand.roles.delete(key);
    atHand.last.delete(key);
    const { language } = await people.profile(workspace, user);
    const sent = await send.post(workspace, { channel: user }, note(textsOf(language).all.handoff.forgotten, language));
    return sent.ok ? home.publish(workspace, user) : delivered(sent);
  };

  const onAvailability = async (workspace: Workspace, clicked: Clicked): Handled => {
    const { t } = readButton(clicked.value);
    const known = await people.known(clicked.team, clicked.user);
    if (!known.ok) return LATER;
    if (known.value === undefined || typeof t !== 'string') return ok(undefined);
    const kept = await helping.availability(known.value.person, t, true);
    if (!kept.ok && kept.error.kind === 'store_down') return LATER;
    const { language } = await people.profile(workspace, clicked.user);
    const said = kept.ok ? kept.value.playback : sayHelpFault(kept.error, language);
    return delivered(await replace(tools, workspace, clicked, note(said, language)));
  };

  const onBeginTraining = async (workspace: Workspace, clicked: Clicked): Handled => {
    const { c, q } = readButton(clicked.value);
    if (typeof c !== 'string' || typeof q !== 'string') return ok(undefined);
    return taught(workspace, clicked, await asides.learn(workspace, { user: clicked.user, text: q, conversation: c }));
  };

  /** From Home: the answer comes in the person's own messages. */
  const onLearn = async (workspace: Workspace, clicked: Clicked): Handled => {
    const { team, user, value: text } = clicked;
    const conversation = conversationOf({ team, channel: user, thread: undefined, user: undefined });
    return taught(workspace, clicked, await asides.hear(workspace, { user, text, conversation }));
  };

  const taught = async (
    workspace: Workspace,
    clicked: Clicked,
    said: Awaited<ReturnType<Asides['learn']>>,
  ): Handled => {
    if (!said.ok) return said;
    return said.value === undefined ? ok(undefined) : delivered(await sayBeside(tools, workspace, clicked, said.value));
  };

  return { onRole, onExport, onForget, onAvailability, onBeginTraining, onLearn };
}
