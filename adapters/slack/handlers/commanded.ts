import { fold } from '../../../src/french/words.ts';
import { sayHelpFault } from '../../../src/screens/faults.ts';
import { conversationOf, isDirect } from '../address.ts';
import { escapeMarkdown } from '../blocks/clean.ts';
import type { Commanded, Picked } from '../inbound/inbound.ts';
import { note } from '../note.ts';
import { type Texts, textsOf } from '../texts.ts';
import type { Asides } from './aside.ts';
import {
  ask,
  channelMode,
  delivered,
  type Handled,
  messageIdOf,
  showing,
  type Tools,
  tell,
  workspaceOf,
} from './reply.ts';
import type { RewordingHandlers } from './rewording.ts';

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

export function createCommandHandler(tools: Tools, rewording: RewordingHandlers, asides: Asides) {
  const { context, people } = tools;
  const { helping, notes, atHand } = context;

  const onCommanded = async (commanded: Commanded, id: string): Handled => {
    const found = await workspaceOf(context, commanded.team);
    if (!found.ok) return found;
    const workspace = found.value;
    const { team, channel, user } = commanded;
    const language = await people.language(workspace, user);
    const texts = textsOf(language);
    const order = readOrder(commanded.text);
    if (order.kind === 'question' || (order.kind === 'help' && order.unknown !== undefined)) {
      const text = order.kind === 'question' ? order.text : (order.unknown ?? '');
      const conversation = conversationOf({ team, channel, thread: undefined, user });
      const aside = await asides.hear(workspace, { user, text, conversation });
      if (!aside.ok) return aside;
      if (aside.value !== undefined) return delivered(await tell(tools, workspace, commanded, aside.value));
    }
    switch (order.kind) {
      case 'help':
        return delivered(await tell(tools, workspace, commanded, help(order.unknown, texts)));
      case 'question':
        return onQuestion(commanded, order.text, id);
      case 'reword': {
        const content =
          order.text === ''
            ? note(texts.slack.command.nothingToReword, language)
            : await rewording.reword(order.text, 'guess', messageIdOf(team, user, id), language);
        return delivered(await tell(tools, workspace, commanded, content));
      }
      case 'reservist':
        // Its form is opened at once; this is what is left when it could not be.
        return delivered(await tell(tools, workspace, commanded, formAgain(order.text, commanded, texts)));
      case 'availability': {
        const person = await people.recognise(workspace, user);
        if (!person.ok) return { ok: false, error: { kind: 'later', why: 'the store is down' } };
        const { availability: says } = texts.slack;
        if (person.value?.reservist !== true)
          return delivered(await tell(tools, workspace, commanded, note(says.notReservist, language)));
        return delivered(
          await tell(tools, workspace, commanded, await playback(person.value.person, order.text, texts)),
        );
      }
      case 'channel': {
        if (isDirect(channel))
          return delivered(await tell(tools, workspace, commanded, note(texts.slack.command.channelInDm, language)));
        const key = `${team}:${channel}`;
        const kept = await notes.put({
          platform: 'slack',
          kind: 'channel',
          key,
          person: undefined,
          body: order.mode,
          expiresAt: undefined,
        });
        if (!kept.ok) return { ok: false, error: { kind: 'later', why: 'the store is down' } };
        atHand.channels.set(key, order.mode);
        return delivered(
          await tell(tools, workspace, commanded, note(texts.slack.command.channel[order.mode], language)),
        );
      }
    }
  };

  const onQuestion = async (commanded: Commanded, text: string, id: string): Handled => {
    const found = await workspaceOf(context, commanded.team);
    if (!found.ok) return found;
    const workspace = found.value;
    const { team, channel, user, respondAt } = commanded;
    const conversation = conversationOf({ team, channel, thread: undefined, user });
    const reply = await ask(tools, workspace, user, { id: messageIdOf(team, user, id), conversation, text });
    const direct = isDirect(channel);
    const isPublic = !direct && (await channelMode(context, team, channel)) === 'public';
    const { youAsked } = textsOf(reply.language).slack.answer;
    const content = showing(
      context,
      { reply, question: text },
      { place: isPublic ? 'channel' : direct ? 'dm' : 'private', above: youAsked(text) },
    );
    if (isPublic) {
      const shown =
        respondAt === '' ? undefined : await tools.send.respond(workspace, respondAt, content, 'in_channel');
      if (shown?.ok === true || shown?.error.kind === 'rate_limited') return delivered(shown);
      return delivered(await tools.send.post(workspace, { channel }, content));
    }
    return delivered(await tell(tools, workspace, commanded, content));
  };

  /** «pause jusqu'au 15»: what was understood is played back, and done when confirmed. */
  const playback = async (person: string, text: string, texts: Texts) => {
    const heard = await helping.availability(person, text, false);
    if (!heard.ok) return note(sayHelpFault(heard.error, texts.language), texts.language);
    const label = texts.all.handoffWeb.desk.confirm;
    const sure = { verb: 'availability', value: { confirm: text }, label, look: 'primary' } as const;
    return note(heard.value.playback, texts.language, [sure]);
  };

  const onPicked = async (picked: Picked, id: string): Handled => {
    const found = await workspaceOf(context, picked.team);
    if (!found.ok) return found;
    const language = await people.language(found.value, picked.user);
    const texts = textsOf(language);
    const content =
      picked.text === ''
        ? note(texts.slack.reword.nothing, language)
        : await rewording.reword(picked.text, picked.direction, messageIdOf(picked.team, picked.user, id), language);
    return delivered(await tell(tools, found.value, picked, content));
  };

  return { onCommanded, onPicked, playback };
}

function help(unknown: string | undefined, { slack, language }: Texts) {
  const { command } = slack;
  const said = unknown === undefined ? '' : `${command.unknown(escapeMarkdown(unknown))}\n\n`;
  return note(`${said}${command.help}`, language);
}

/** Offers the form again: what opens it holds for three seconds only. */
export function formAgain(
  question: string,
  { team, channel, user }: Pick<Commanded, 'team' | 'channel' | 'user'>,
  { slack, language }: Texts,
) {
  const c = conversationOf({ team, channel, thread: undefined, user });
  return note(
    slack.command.formLate,
    language,
    [{ verb: 'human', value: { reply: '', question }, label: slack.command.openForm, look: 'primary' }],
    c,
  );
}

/** Whether the order needs a form, which only what was just typed can open. */
export function needsForm(order: Order): boolean {
  return (
    order.kind === 'reservist' || ((order.kind === 'availability' || order.kind === 'reword') && order.text === '')
  );
}
