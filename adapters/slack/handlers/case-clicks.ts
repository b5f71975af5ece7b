import { ok } from '../../../src/result.ts';
import { caseScreen, offerOver } from '../../../src/screens/case.ts';
import { sayHelpFault } from '../../../src/screens/faults.ts';
import { wordsOf } from '../../../src/screens/words.ts';
import type { CaseAction } from '../../../src/vocabulary/cases.ts';
import type { Workspace } from '../api.ts';
import type { Clicked } from '../inbound/inbound.ts';
import { note } from '../note.ts';
import { messageOf } from '../render.ts';
import { textsOf } from '../texts.ts';
import { readButton } from '../values.ts';
import { type CaseThreads, cardOf } from './case-threads.ts';
import { delivered, type Handled, replace, type Tools } from './reply.ts';

const LATER = { ok: false, error: { kind: 'later', why: 'the store is down' } } as const;

/** What the buttons of a case do: on its offer, its card, or the line that was held back for it. */
export function createCaseClicks(tools: Tools, threads: CaseThreads) {
  const { context, people, send } = tools;
  const { helping } = context;

  const onOffer = async (workspace: Workspace, clicked: Clicked, id: string, action: CaseAction): Handled => {
    const { person, language, caseId, card } = await atCase(workspace, clicked);
    if (person === 'down') return LATER;
    if (person === undefined || caseId === undefined || card === undefined) return ok(undefined);
    const acted = await helping.act(person, caseId, action, { key: id });
    if (!acted.ok) {
      if (acted.error.kind === 'store_down') return LATER;
      const over =
        acted.error.kind === 'taken' || acted.error.kind === 'offer_expired' || acted.error.kind === 'unknown_case';
      const why = sayHelpFault(acted.error, language);
      if (over) return delivered(await send.update(workspace, card, messageOf(offerOver(why, language))));
      return delivered(await send.post(workspace, { channel: card.channel, thread: card.ts }, note(why, language)));
    }
    if (action.kind === 'decline')
      return delivered(
        await send.update(workspace, card, messageOf(offerOver(wordsOf(language).own.case.declined, language))),
      );
    return delivered(await send.update(workspace, card, cardOf(acted.value, language)));
  };

  const onLater = async (workspace: Workspace, clicked: Clicked): Handled => {
    const { language, card } = await atCase(workspace, clicked);
    if (card === undefined) return ok(undefined);
    const { laterDone } = wordsOf(language).own.case;
    return delivered(await send.post(workspace, { channel: card.channel, thread: card.ts }, note(laterDone, language)));
  };

  const onCase = async (workspace: Workspace, clicked: Clicked, id: string, action: CaseAction): Handled => {
    const { person, language, caseId, card } = await atCase(workspace, clicked);
    if (person === 'down') return LATER;
    if (person === undefined || caseId === undefined) return ok(undefined);
    const acted = await helping.act(person, caseId, action, { key: id });
    const thread = clicked.message?.thread ?? clicked.message?.ts;
    const target = card === undefined ? { channel: clicked.user } : { channel: card.channel, thread };
    if (!acted.ok) {
      if (acted.error.kind === 'store_down') return LATER;
      return delivered(await send.post(workspace, target, note(sayHelpFault(acted.error, language), language)));
    }
    await threads.refresh(workspace, acted.value, person, language);
    const isRoot = clicked.message?.thread === undefined || clicked.message.thread === clicked.message.ts;
    const { done } = textsOf(language).all.handoffWeb.case;
    if (action.kind === 'rate' && card !== undefined && !isRoot)
      return delivered(await send.update(workspace, card, note(done['rate'] ?? '', language)));
    const said = action.kind in done ? done[action.kind] : undefined;
    return said === undefined ? ok(undefined) : delivered(await send.post(workspace, target, note(said, language)));
  };

  /** A line typed beside the case's thread is for its other side: it goes, and so does what follows. */
  const onSay = async (workspace: Workspace, clicked: Clicked, id: string): Handled => {
    const { q } = readButton(clicked.value);
    const { person, language, caseId } = await atCase(workspace, clicked);
    if (person === 'down') return LATER;
    if (person === undefined || caseId === undefined || q === undefined) return ok(undefined);
    await helping.hear(person, q, { case: caseId });
    // The message that asked: pressed twice, the line goes once.
    const acted = await helping.act(person, caseId, { kind: 'say', text: q }, { key: clicked.message?.ts ?? id });
    if (!acted.ok && acted.error.kind === 'store_down') return LATER;
    if (acted.ok) await threads.refresh(workspace, acted.value, person, language);
    const { wentToOther } = textsOf(language).all.handoffWeb.heard;
    const said = acted.ok ? wentToOther[acted.value.side] : sayHelpFault(acted.error, language);
    return delivered(await replace(tools, workspace, clicked, note(said, language)));
  };

  const onShow = async (workspace: Workspace, clicked: Clicked): Handled => {
    const { person, language, caseId } = await atCase(workspace, clicked);
    if (person === 'down') return LATER;
    if (person === undefined || caseId === undefined) return ok(undefined);
    const view = await helping.view(person, caseId);
    if (!view.ok && view.error.kind === 'store_down') return LATER;
    const root = await threads.rootOf(caseId, person);
    if (!root.ok) return root;
    const target =
      root.value === undefined ? { channel: clicked.user } : { channel: root.value.channel, thread: root.value.ts };
    const content = view.ok
      ? messageOf(caseScreen(view.value, { language, writes: 'thread', talk: true }))
      : note(sayHelpFault(view.error, language), language);
    return delivered(await send.post(workspace, target, content));
  };

  /** Who clicked, at which case, on which card. */
  const atCase = async (workspace: Workspace, { user, value, channel, message }: Clicked) => {
    const { k } = readButton(value);
    const caseId = typeof k === 'string' ? k : undefined;
    const known = await people.recognise(workspace, user);
    const language = await people.language(workspace, user);
    const person = known.ok ? known.value?.person : ('down' as const);
    if (message !== undefined) return { person, language, caseId, card: { channel, ts: message.ts } };
    // A click that does not say where: the card is the one their thread hangs on.
    const root = person === undefined || caseId === undefined ? undefined : await threads.rootOf(caseId, person);
    return { person, language, caseId, card: root?.ok === true ? root.value : undefined };
  };

  return { onOffer, onLater, onCase, onSay, onShow };
}
