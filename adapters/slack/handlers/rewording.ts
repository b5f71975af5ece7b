import { z } from 'zod';
import { err, ok, type Result } from '../../../src/result.ts';
import type { Rewording } from '../../../src/rewording/port/rewording.ts';
import { agreementScreen } from '../../../src/screens/agreement.ts';
import { makeScreen, markdown, quoted } from '../../../src/screens/make.ts';
import { rewordingScreen } from '../../../src/screens/rewording.ts';
import type { Language, Role } from '../../../src/vocabulary/people.ts';
import { type Direction, LONGEST_TEXT } from '../../../src/vocabulary/rewording.ts';
import { readConversation } from '../address.ts';
import type { Workspace } from '../api.ts';
import type { SlackMessage } from '../blocks/message.ts';
import type { BriefShown, Clicked, Told } from '../inbound/inbound.ts';
import { note } from '../note.ts';
import { messageOf } from '../render.ts';
import { textsOf } from '../texts.ts';
import { readButton } from '../values.ts';
import { delivered, type Handled, messageIdOf, roleOf, type Tools, tell, workspaceOf } from './reply.ts';
import { uploadFile } from './upload.ts';

const STORE_DOWN = err({ kind: 'store_down' } as const);
const LATER = { ok: false, error: { kind: 'later', why: 'the store is down' } } as const;

const bySide = z.object({ prescriber: z.string().optional(), buyer: z.string().optional() });

/** Texts said in the other side's words, and the briefs that come of them. */
export function createRewordingHandlers(tools: Tools) {
  const { context, people, send } = tools;
  const { interpreting, atHand, notes } = context;

  /** @param id names it for its buttons */
  const reword = async (
    text: string,
    direction: Direction | 'guess',
    id: string,
    language: Language,
  ): Promise<SlackMessage> => {
    const texts = textsOf(language);
    if (text.length > LONGEST_TEXT) return note(texts.slack.command.tooLong, language);
    const reworded = await interpreting.reword(text, direction === 'guess' ? undefined : direction, language);
    if (!reworded.ok) {
      const { tooSlow } = texts.all.rewording.fault;
      const blocks = [markdown(tooSlow), ...quoted(undefined, text)];
      return messageOf(makeScreen({ ref: { view: 'note', key: '' }, language, blocks, said: tooSlow }));
    }
    const rewording = reworded.value;
    atHand.reworded.set(id, { rewording, language });
    return messageOf(rewordingScreen(rewording, { language, reply: id, boxes: false }));
  };

  /** The rewording that a button stands under; made again from what the button carries when it is not at hand any more. */
  const rewordingOf = async (
    value: string,
  ): Promise<{ id: string; rewording: Rewording; language: Language } | undefined> => {
    const { m, d, q } = readButton(value);
    if (typeof m !== 'string') return undefined;
    const kept = atHand.reworded.get(m);
    if (kept !== undefined) return { id: m, ...kept };
    const given = atHand.given.get(m);
    if (given?.reply.outcome.kind === 'rewording')
      return { id: m, rewording: given.reply.outcome.rewording, language: given.reply.language };
    // A text that was cut to fit the button would lose its end.
    if (typeof q !== 'string' || q === '' || q.endsWith('…')) return undefined;
    const reworded = await interpreting.reword(q, d === 'to_prescriber' ? 'to_prescriber' : 'to_buyer', 'fr');
    return reworded.ok ? { id: m, rewording: reworded.value, language: 'fr' } : undefined;
  };

  const onTold = async ({ team, user, text, direction, conversation }: Told, id: string): Handled => {
    const found = await workspaceOf(context, team);
    if (!found.ok) return found;
    const language = await people.language(found.value, user);
    const key = messageIdOf(team, user, id);
    const content = await reword(text, direction, key, language);
    const place = conversation === undefined ? undefined : readConversation(conversation);
    const target =
      place === undefined || !place.channel.startsWith('D')
        ? { channel: user, thread: undefined }
        : { channel: place.channel, thread: place.thread };
    return delivered(await send.post(found.value, target, content, key));
  };

  const readSides = async (agreement: string) => {
    const found = await notes.get({ platform: 'slack', kind: 'agreement', key: agreement });
    return (found.ok && bySide.safeParse(found.value?.body).data) || {};
  };

  /** Who accepted for each side, by the name that Slack has for them. */
  const shownSides = async (workspace: Workspace, agreement: string): Promise<Partial<Record<Role, string>>> => {
    const sides = await readSides(agreement);
    const names: Partial<Record<Role, string>> = {};
    for (const side of ['prescriber', 'buyer'] as const) {
      const user = sides[side];
      if (user !== undefined) names[side] = (await people.profile(workspace, user)).name;
    }
    return names;
  };

  const onBrief = async ({ team, channel, user, agreement, ts }: BriefShown): Handled => {
    const found = await workspaceOf(context, team);
    if (!found.ok) return found;
    const workspace = found.value;
    const language = await people.language(workspace, user);
    const view = await interpreting.agreement(agreement);
    if (!view.ok) return view.error.kind === 'store_down' ? LATER : ok(undefined);
    const content = messageOf(agreementScreen(view.value, { language, names: await shownSides(workspace, agreement) }));
    if (ts !== undefined) return delivered(await send.update(workspace, { channel, ts }, content));
    const posted = await send.post(workspace, { channel }, content, agreement);
    if (posted.ok || posted.error.kind !== 'refused') return delivered(posted);
    const sorry = note(textsOf(language).slack.reword.shareFailed, language);
    return delivered(await send.post(workspace, { channel: user }, sorry));
  };

  /** The side they have said they are on, else the one whose button they press; the brief holds them to it from then on. */
  const partyOf = async (workspace: Workspace, user: string, pressed: Role) => {
    const person = await people.meet(workspace, user);
    if (!person.ok) return person;
    const side = (await people.role(workspace.team, user)) ?? pressed;
    return ok({ kind: 'person', id: person.value.person, side } as const);
  };

  const onAgree = async (clicked: Clicked, id: string, by: Role): Handled => {
    const { a } = readButton(clicked.value);
    if (typeof a !== 'string' || clicked.message === undefined) return ok(undefined);
    const found = await workspaceOf(context, clicked.team);
    if (!found.ok) return found;
    const workspace = found.value;
    const party = await partyOf(workspace, clicked.user, by);
    if (!party.ok) return LATER;
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const view = await interpreting.agreement(a);
      if (!view.ok) return view.error.kind === 'store_down' ? LATER : ok(undefined);
      const changed = await interpreting.change(a, view.value.version, { kind: 'accepted', by }, party.value, {
        key: id,
      });
      if (!changed.ok && changed.error.kind === 'store_down') return LATER;
      if (!changed.ok && changed.error.kind === 'other_side') {
        const language = await people.language(workspace, clicked.user);
        const { side, agreement } = textsOf(language).all.rewording;
        return delivered(
          await tell(tools, workspace, clicked, note(agreement.refused.other_side(side[changed.error.side]), language)),
        );
      }
      // Someone changed it meanwhile: what they agree to is what it says now, and they see it.
      if (!changed.ok && changed.error.kind === 'stale') continue;
      if (changed.ok) {
        const sides = { ...(await readSides(a)), [by]: clicked.user };
        await notes.put({
          platform: 'slack',
          kind: 'agreement',
          key: a,
          person: undefined,
          body: sides,
          expiresAt: undefined,
        });
      }
      break;
    }
    const { team, channel, user } = clicked;
    return onBrief({ kind: 'brief', team, channel, user, agreement: a, ts: clicked.message.ts });
  };

  /** The file of a brief, put in the thread of what was clicked. */
  const giveFile = async (workspace: Workspace, clicked: Clicked, agreement: string, language: Language): Handled => {
    const { fileComment, fileFailed } = textsOf(language).slack.reword;
    const exported = await interpreting.exportAs(agreement, 'docx');
    if (!exported.ok) return exported.error.kind === 'store_down' ? LATER : ok(undefined);
    const { fileName, body } = exported.value;
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    const place = { channel: clicked.channel, thread: clicked.message?.thread ?? clicked.message?.ts };
    const uploaded = await uploadFile(workspace, place, { name: fileName, bytes, comment: fileComment });
    if (uploaded.ok || uploaded.error.kind !== 'refused') return delivered(uploaded);
    context.log.warn({ team: workspace.team, error: uploaded.error.error }, 'a file was refused');
    return delivered(await tell(tools, workspace, clicked, note(fileFailed, language)));
  };

  const onDocx = async (clicked: Clicked, id: string): Handled => {
    const found = await workspaceOf(context, clicked.team);
    if (!found.ok) return found;
    const workspace = found.value;
    const { a } = readButton(clicked.value);
    const language = await people.language(workspace, clicked.user);
    if (typeof a === 'string') return giveFile(workspace, clicked, a, language);
    const kept = await rewordingOf(clicked.value);
    if (kept === undefined) return sayLost(workspace, clicked, language);
    const opened = await openFor(
      workspace,
      clicked.user,
      kept.rewording,
      kept.rewording.direction === 'to_buyer' ? 'prescriber' : 'buyer',
      id,
    );
    if (!opened.ok) return LATER;
    return giveFile(workspace, clicked, opened.value, kept.language);
  };

  const sayLost = async (workspace: Workspace, clicked: Clicked, language: Language): Handled =>
    delivered(await tell(tools, workspace, clicked, note(textsOf(language).slack.reword.lost, language)));

  const openFor = async (workspace: Workspace, user: string, rewording: Rewording, by: Role, key?: string) => {
    const party = await partyOf(workspace, user, by);
    if (!party.ok) return party;
    const opened = await interpreting.open(rewording, by, party.value, { key });
    return opened.ok ? ok(opened.value.view.id) : STORE_DOWN;
  };

  /** Opens the brief for both sides; where it is shown is another matter. */
  const open = async (
    workspace: Workspace,
    user: string,
    value: string,
    by: string,
  ): Promise<Result<string | undefined, { readonly kind: 'store_down' }>> => {
    const kept = await rewordingOf(value);
    return kept === undefined ? ok(undefined) : openFor(workspace, user, kept.rewording, roleOf(by));
  };

  return { reword, rewordingOf, onTold, onBrief, onAgree, onDocx, open, partyOf };
}

export type RewordingHandlers = ReturnType<typeof createRewordingHandlers>;
