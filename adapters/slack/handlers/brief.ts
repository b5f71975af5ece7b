import { z } from 'zod';
import type { Happened } from '../../../src/desk/port/shown.ts';
import { ok } from '../../../src/result.ts';
import type { AgreementView } from '../../../src/rewording/port/agreement.ts';
import { agreementScreen } from '../../../src/screens/agreement.ts';
import { sayAgreementFault } from '../../../src/screens/faults.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import type { Language, Role } from '../../../src/vocabulary/people.ts';
import type { Workspace } from '../api.ts';
import type { BriefShown, Clicked } from '../inbound/inbound.ts';
import { note } from '../note.ts';
import { messageOf } from '../render.ts';
import { delivered, type Handled, LATER, type Tools, tell, workspaceOf } from '../tools.ts';

const SIGNED = 'agreement';
const bySide = z.object({ prescriber: z.string().optional(), buyer: z.string().optional() });

/** A brief that both sides see in a conversation, as it stands: in its own message where it has one. */
export async function onBrief(tools: Tools, { team, channel, user, agreement, ts }: BriefShown): Handled {
  const found = await workspaceOf(tools.context, team);
  if (!found.ok) return found;
  const language = await tools.people.language(found.value, user);
  const view = await tools.context.interpreting.agreement(agreement);
  if (!view.ok) return view.error.kind === 'store_down' ? LATER : ok(undefined);
  return showBrief(tools, found.value, { view: view.value, channel, user, ts, language });
}

interface Brief extends Pick<BriefShown, 'channel' | 'user' | 'ts'> {
  readonly view: AgreementView;
  readonly language: Language;
}

export async function showBrief(
  tools: Tools,
  workspace: Workspace,
  { view, channel, user, ts, language }: Brief,
): Handled {
  const { send } = tools;
  const names = await namesOf(tools, workspace, view.id);
  const content = messageOf(agreementScreen(view, { language, names }));
  if (ts !== undefined) return delivered(await send.update(workspace, { channel, ts }, content));
  const posted = await send.post(workspace, { channel }, content, view.id);
  if (posted.ok || posted.error.kind !== 'refused') return delivered(posted);
  const sorry = note(catalogues[language].slack.reword.shareFailed, language);
  return delivered(await send.post(workspace, { channel: user }, sorry));
}

/** What came of a button of a brief, on the brief itself; to whoever pressed, why they may not. */
export async function showAgreed(
  tools: Tools,
  workspace: Workspace,
  clicked: Clicked,
  happened: Extract<Happened, { readonly name: 'agreement' | 'no_brief' }>,
  language: Language,
): Handled {
  const { view } = happened;
  if (happened.name === 'no_brief' && (view === undefined || happened.fault.kind === 'other_side'))
    return delivered(
      await tell(tools, workspace, clicked, note(sayAgreementFault(happened.fault, language), language)),
    );
  if (view === undefined || clicked.message === undefined) return ok(undefined);
  if (happened.name === 'agreement' && happened.by !== undefined) await sign(tools, view.id, happened.by, clicked.user);
  const { channel, user, message } = clicked;
  return showBrief(tools, workspace, { view, channel, user, ts: message.ts, language });
}

const signed = async ({ context }: Tools, agreement: string) => {
  const found = await context.notes.get({ platform: 'slack', kind: SIGNED, key: agreement });
  return (found.ok && bySide.safeParse(found.value?.body).data) || {};
};

async function sign(tools: Tools, agreement: string, side: Role, user: string): Promise<void> {
  const body = { ...(await signed(tools, agreement)), [side]: user };
  const written = await tools.context.notes.put({
    platform: 'slack',
    kind: SIGNED,
    key: agreement,
    person: undefined,
    body,
    expiresAt: undefined,
  });
  if (!written.ok) tools.context.log.warn({ agreement }, 'who accepted a brief was not noted');
}

/** Who accepted for each side, by the name that Slack has for them. */
async function namesOf(tools: Tools, workspace: Workspace, agreement: string) {
  const names: Partial<Record<Role, string>> = {};
  for (const [side, user] of Object.entries(await signed(tools, agreement)))
    if (user !== undefined)
      names[side === 'buyer' ? 'buyer' : 'prescriber'] = (await tools.people.profile(workspace, user)).name;
  return names;
}
