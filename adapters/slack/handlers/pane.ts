import { z } from 'zod';
import { ok } from '../../../src/result.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import type { Workspace } from '../api.ts';
import { LIMITS } from '../blocks/limits.ts';
import type { PaneOpened } from '../inbound/inbound.ts';
import { note } from '../note.ts';
import { delivered, type Handled, messageIdOf, type Tools, workspaceOf } from '../tools.ts';

/** One's own messages, or the assistant's pane: a word of welcome, and what someone of this role may ask. */
export async function onPane(tools: Tools, opened: PaneOpened, attempt: number): Handled {
  const { context, people, send } = tools;
  const { team, channel, user, thread, changed } = opened;
  const found = await workspaceOf(context, team);
  if (!found.ok) return found;
  const workspace = found.value;
  // Where the person looks changes nothing here: what they read there is never read.
  if (changed) return ok(undefined);
  if (thread !== undefined) context.atHand.titled.set(`${team}:${channel}:${thread}`, true);
  const language = await people.language(workspace, user);
  const { assistant } = catalogues[language].slack;
  if (await isNew(tools, workspace, opened, attempt)) {
    const id = messageIdOf(team, channel, `pane:${thread ?? ''}`);
    const sent = await send.post(workspace, { channel, thread }, note(assistant.hello, language), id);
    if (!sent.ok) return delivered(sent);
  }
  const what = thread === undefined ? 'prompts' : 'assistant.threads';
  if (context.isWithout(team, what)) return ok(undefined);
  const known = await people.recognise(workspace, user);
  const reservist = known.ok && known.value?.reservist === true;
  const role = (await people.role(team, user)) ?? (known.ok ? known.value?.role : undefined) ?? 'prescriber';
  const prompts = assistant.prompts[reservist ? 'reservist' : role].slice(0, LIMITS.suggestedPrompts);
  const set = await workspace.api.call('assistant.threads.setSuggestedPrompts', {
    channel_id: channel,
    // Of one's own messages, Slack takes none.
    ...(thread === undefined ? {} : { thread_ts: thread }),
    title: assistant.promptsTitle,
    prompts: JSON.stringify(prompts.map(([title, message]) => ({ title, message }))),
  });
  if (!set.ok && set.error.kind === 'refused') context.without(team, what, set.error.error);
  return ok(undefined);
}

/** Nothing was ever said there: a welcome is said once, however often one's messages are opened. */
async function isNew({ send }: Tools, workspace: Workspace, opened: PaneOpened, attempt: number): Promise<boolean> {
  const { team, channel, thread } = opened;
  if (thread === undefined) {
    const read = await workspace.api.call('conversations.history', { channel, limit: 1 });
    return read.ok && anything.safeParse(read.value).data?.messages.length === 0;
  }
  if (attempt === 0) return true;
  const said = await send.find(workspace, { channel, thread }, messageIdOf(team, channel, `pane:${thread}`), thread);
  return said.ok && said.value === undefined;
}

const anything = z.looseObject({ messages: z.array(z.unknown()) });
