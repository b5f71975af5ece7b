import { ok } from '../../../src/result.ts';
import { LIMITS } from '../blocks/limits.ts';
import type { PaneOpened } from '../inbound/inbound.ts';
import { note } from '../note.ts';
import { textsOf } from '../texts.ts';
import { delivered, type Handled, messageIdOf, type Tools, workspaceOf } from '../tools.ts';

/** The assistant's pane: a word of welcome, and what someone of this role may ask. */
export async function onPane(
  { context, people, send }: Tools,
  { team, channel, user, thread, changed }: PaneOpened,
  attempt: number,
): Handled {
  const found = await workspaceOf(context, team);
  if (!found.ok) return found;
  const workspace = found.value;
  // Where the person looks changes nothing here: what they read there is never read.
  if (changed) return ok(undefined);
  context.atHand.titled.set(`${team}:${channel}:${thread}`, true);
  const language = await people.language(workspace, user);
  const { assistant } = textsOf(language).slack;
  const known = await people.recognise(workspace, user);
  const reservist = known.ok && known.value?.reservist === true;
  const role = (await people.role(team, user)) ?? (known.ok ? known.value?.role : undefined) ?? 'prescriber';
  const id = messageIdOf(team, channel, `pane:${thread}`);
  const before = attempt === 0 ? ok(undefined) : await send.find(workspace, { channel, thread }, id, thread);
  if (before.ok && before.value === undefined) {
    const sent = await send.post(workspace, { channel, thread }, note(assistant.hello, language), id);
    if (!sent.ok) return delivered(sent);
  }
  if (context.isWithout(team, 'assistant.threads')) return ok(undefined);
  const prompts = assistant.prompts[reservist ? 'reservist' : role].slice(0, LIMITS.suggestedPrompts);
  const set = await workspace.api.call('assistant.threads.setSuggestedPrompts', {
    channel_id: channel,
    thread_ts: thread,
    title: assistant.promptsTitle,
    prompts: JSON.stringify(prompts.map(([title, message]) => ({ title, message }))),
  });
  if (!set.ok && set.error.kind === 'refused') context.without(team, 'assistant.threads', set.error.error);
  return ok(undefined);
}
