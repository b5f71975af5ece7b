import type { Heard } from '../../../src/desk/port/heard.ts';
import type { Happened } from '../../../src/desk/port/shown.ts';
import { fold } from '../../../src/french/words.ts';
import { ok } from '../../../src/result.ts';
import { HOURS_BOX } from '../../../src/screens/desk.ts';
import { escapeMarkdown } from '../../../src/screens/make.ts';
import { NEED_BOX } from '../../../src/screens/start.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import { conversationOf, isDirect } from '../address.ts';
import type { Workspace } from '../api.ts';
import { commonOf } from '../face.ts';
import type { Commanded, Picked } from '../inbound/inbound.ts';
import { note } from '../note.ts';
import { messageOf } from '../render.ts';
import {
  channelMode,
  delivered,
  type Handled,
  isDown,
  LATER,
  rememberLast,
  showing,
  type Tools,
  tell,
  workspaceOf,
} from '../tools.ts';

/** What was typed after `/achat`. */
export type Order =
  | { readonly kind: 'help'; readonly unknown?: string }
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'reword'; readonly text: string }
  | { readonly kind: 'reservist'; readonly text: string }
  | { readonly kind: 'availability'; readonly text: string }
  | { readonly kind: 'channel'; readonly mode: 'public' | 'private' };

const HELP = new Set(['', 'aide', 'help', '?']);
const WORDS: readonly (readonly [RegExp, Exclude<Order['kind'], 'help' | 'question' | 'channel'>])[] = [
  [/^reformuler?\b/, 'reword'],
  [/^reservistes?\b/, 'reservist'],
  [/^(?:dispo|dispos|disponibilites?)\b/, 'availability'],
];

const MODULES = /^(?:modules?|formations?|se former)$/;

/** A word alone that is no order is no question either: help says so. */
export function readOrder(typed: string): Order {
  const text = typed.trim();
  const said = fold(text);
  if (HELP.has(said)) return { kind: 'help' };
  const channel = /^(?:canal|channel) (public|prive|private)$/.exec(said);
  if (channel !== null) return { kind: 'channel', mode: channel[1] === 'public' ? 'public' : 'private' };
  for (const [word, kind] of WORDS) {
    const found = word.exec(said);
    if (found !== null) return { kind, text: text.slice(found[0].length).replace(/^\s*[:,]?\s*/, '') };
  }
  if (MODULES.test(said)) return { kind: 'question', text: 'modules' };
  return /\s/.test(text) ? { kind: 'question', text } : { kind: 'help', unknown: text };
}

/** Something that one person asked for, where they alone see what comes of it. */
interface Ordered {
  readonly tools: Tools;
  readonly workspace: Workspace;
  readonly spot: Commanded | Picked;
  readonly common: Omit<Heard, 'kind'>;
}

export async function onCommanded(tools: Tools, commanded: Commanded, id: string): Handled {
  const asked = await askedBy(tools, commanded, id);
  if (!asked.ok) return asked;
  const { common } = asked.value;
  const order = readOrder(commanded.text);
  switch (order.kind) {
    case 'help': {
      const { unknown } = order;
      if (unknown === undefined) return sayHelp(asked.value);
      // A word alone may be about oneself.
      const text = { kind: 'said', text: unknown, message: common.key, asideOnly: true } as const;
      return hear(asked.value, { ...common, ...text, isPrivate: false }, () => sayHelp(asked.value, unknown));
    }
    case 'question':
      return hear(asked.value, { ...common, kind: 'said', text: order.text, message: common.key, isPrivate: false });
    case 'reword':
      return hear(asked.value, rewordOf(common, order.text));
    case 'reservist':
      // Its form was opened at once.
      return ok(undefined);
    case 'availability': {
      const filled = new Map([[HOURS_BOX, order.text]]);
      return hear(asked.value, { ...common, kind: 'pressed', verb: 'availability', value: {}, filled });
    }
    case 'channel':
      return setChannel(asked.value, order.mode);
  }
}

/** A message that someone wants reworded. */
export async function onPicked(tools: Tools, picked: Picked, id: string): Handled {
  const asked = await askedBy(tools, picked, id);
  if (!asked.ok) return asked;
  const { language } = asked.value.common.actor;
  const nothing = note(catalogues[language].slack.reword.nothing, language);
  if (picked.text === '') return delivered(await tell(tools, asked.value.workspace, picked, nothing));
  return hear(asked.value, rewordOf(asked.value.common, picked.text, picked.direction));
}

async function askedBy(tools: Tools, spot: Commanded | Picked, id: string) {
  const { team, channel, user } = spot;
  const found = await workspaceOf(tools.context, team);
  if (!found.ok) return found;
  const conversation = conversationOf({ team, channel, thread: undefined, user });
  const common = await commonOf(tools, found.value, { user, id, conversation, isPrivate: true });
  return ok({ tools, workspace: found.value, spot, common } satisfies Ordered);
}

function rewordOf(common: Omit<Heard, 'kind'>, text: string, direction = 'guess'): Heard {
  const filled = new Map([
    [NEED_BOX.text, text],
    [NEED_BOX.direction, direction],
  ]);
  return { ...common, kind: 'pressed', verb: 'reword', value: {}, filled };
}

async function hear(order: Ordered, heard: Heard, otherwise: () => Handled = async () => ok(undefined)): Handled {
  const { tools, workspace, spot, common } = order;
  let some = false;
  for await (const shown of tools.context.desk.hear(heard)) {
    some = true;
    if (isDown(shown.happened)) return LATER;
    const said =
      shown.happened.name === 'answer'
        ? await showAnswer(order, shown.happened)
        : delivered(await tell(tools, workspace, spot, messageOf(shown.screen, common.conversation)));
    if (!said.ok) return said;
  }
  return some ? ok(undefined) : otherwise();
}

async function showAnswer(
  { tools, workspace, spot, common }: Ordered,
  answer: Extract<Happened, { readonly name: 'answer' }>,
): Handled {
  const { context, send } = tools;
  const { team, channel, respondAt } = spot;
  rememberLast(context, common.actor.account, answer);
  const direct = isDirect(channel);
  const isPublic = !direct && (await channelMode(context, team, channel)) === 'public';
  const above = catalogues[answer.reply.language].slack.answer.youAsked(answer.question);
  const content = showing(answer, { place: isPublic ? 'channel' : direct ? 'dm' : 'private', above });
  if (!isPublic) return delivered(await tell(tools, workspace, spot, content));
  const shown = respondAt === '' ? undefined : await send.respond(workspace, respondAt, content, 'in_channel');
  if (shown?.ok === true || shown?.error.kind === 'rate_limited') return delivered(shown);
  return delivered(await send.post(workspace, { channel }, content));
}

/** Whether the answers of a channel are for all to see. */
async function setChannel({ tools, workspace, spot, common }: Ordered, mode: 'public' | 'private'): Handled {
  const { team, channel } = spot;
  const { notes, atHand } = tools.context;
  const { language } = common.actor;
  const { command } = catalogues[language].slack;
  if (isDirect(channel)) return delivered(await tell(tools, workspace, spot, note(command.channelInDm, language)));
  const key = `${team}:${channel}`;
  const body = {
    platform: 'slack',
    kind: 'channel',
    key,
    person: undefined,
    body: mode,
    expiresAt: undefined,
  } as const;
  if (!(await notes.put(body)).ok) return LATER;
  atHand.channels.set(key, mode);
  return delivered(await tell(tools, workspace, spot, note(command.channel[mode], language)));
}

async function sayHelp({ tools, workspace, spot, common }: Ordered, unknown?: string): Handled {
  const { language } = common.actor;
  const { command } = catalogues[language].slack;
  const said = unknown === undefined ? '' : `${command.unknown(escapeMarkdown(unknown))}\n\n`;
  return delivered(await tell(tools, workspace, spot, note(`${said}${command.help}`, language)));
}

/** Whether the order needs a form, which only what was just typed can open. */
export function needsForm(order: Order): boolean {
  return (
    order.kind === 'reservist' || ((order.kind === 'availability' || order.kind === 'reword') && order.text === '')
  );
}
