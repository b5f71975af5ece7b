import type { BriefPreview, CaseView, HelpRequest } from '../../../src/handoff/port/views.ts';
import type { Once } from '../../../src/once.ts';
import type { SignedIn } from '../../../src/reserve/port/signed-in.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import type { CaseAction, HelpFault } from '../../../src/vocabulary/cases.ts';
import type { CardPart } from '../cards/card-part.ts';
import { casePart } from '../cards/case.ts';
import { type ConsentChoices, consentPart, NO_CHOICE } from '../cards/consent.ts';
import { sayHelpFault } from '../cards/faults.ts';
import { notePart } from '../cards/notes.ts';
import type { Notice } from '../cards/notice.ts';
import type { Say } from '../say.ts';
import type { HandlerParts } from './handler-parts.ts';

/** What a card's button comes to: the card that takes its place, or a sentence beside it, which then keeps what was typed. */
export type Shown =
  | {
      readonly kind: 'card';
      readonly part: CardPart;
      /** The case that it shows, as it stands now. */
      readonly shows?: CaseView;
      /** What was asked for is done; what the other side does not read of it, in a sentence. */
      readonly done?: { readonly hidden: string | undefined };
    }
  /** A card made already, to its size. */
  | { readonly kind: 'made'; readonly content: object }
  | { readonly kind: 'beside'; readonly text: string };

export interface CaseHelp {
  /** A draft of what would leave; nothing leaves. */
  begin(by: SignedIn, request: HelpRequest, say: Say): Promise<Shown>;
  brief(by: SignedIn, wish: BriefWish, say: Say): Promise<Shown>;
  act(by: SignedIn, caseId: string, action: CaseAction, say: Say, once: Once): Promise<Shown>;
  open(by: SignedIn, caseId: string, say: Say): Promise<Shown>;
}

export interface BriefWish {
  readonly caseId: string;
  /** Mark of the text that the person had before them. */
  readonly seen: string;
  readonly wish: 'update' | 'send' | 'give_up';
  readonly choices: ConsentChoices;
}

/** The hand-over as its cards drive it; a fault is said on the card, which is shown as things stand now. */
export function createCaseHelp({ context: { helping, log } }: Pick<HandlerParts, 'context'>): CaseHelp {
  const guarded = async <T>(ask: () => Promise<Result<T, HelpFault>>): Promise<Result<T, HelpFault>> => {
    try {
      return await ask();
    } catch (error) {
      log.error({ err: error }, 'a case could not be read or changed');
      return err({ kind: 'store_down' });
    }
  };

  const showCase = (view: CaseView, say: Say, notice?: string) => ({
    kind: 'card' as const,
    shows: view,
    part: casePart(view, { say, ...(notice === undefined ? {} : { notice: { text: notice, alert: false } }) }),
  });

  const showPreview = (preview: BriefPreview, choices: ConsentChoices, say: Say, notice?: Notice): Shown => ({
    kind: 'card',
    part: consentPart(preview, choices, { say, ...(notice === undefined ? {} : { notice }) }),
  });

  const open: CaseHelp['open'] = async (by, caseId, say) => {
    const view = await guarded(() => helping.view(by.person, caseId));
    return view.ok ? showCase(view.value, say) : { kind: 'beside', text: sayHelpFault(view.error, say) };
  };

  const act: CaseHelp['act'] = async (by, caseId, action, say, once) => {
    const done = await guarded(() => helping.act(by.person, caseId, action, once));
    if (done.ok) {
      log.info({ case: caseId, act: action.kind }, 'acted on a case');
      const { done: says } = say.texts.handoffWeb.case;
      // Whoever declines has no more to do with it: what was offered is not theirs to read on.
      if (action.kind === 'decline')
        return { kind: 'card', part: notePart(says['decline'] ?? say.teams.case.declined) };
      const own = done.value.lines.findLast((line) => line.kind === 'message' && line.from === 'you');
      const hidden = own?.kind === 'message' ? own.hidden : undefined;
      return { ...showCase(done.value, say, says[action.kind] ?? say.teams.case.done), done: { hidden } };
    }
    const text = sayHelpFault(done.error, say);
    if (done.error.kind === 'store_down' || KEEPS_TYPED.has(done.error.kind)) return { kind: 'beside', text };
    const view = await guarded(() => helping.view(by.person, caseId));
    const typed = action.kind === 'say' ? { typed: action.text } : {};
    if (!view.ok) return { kind: 'card', part: notePart(text, true) };
    return {
      kind: 'card',
      shows: view.value,
      part: casePart(view.value, { say, notice: { text, alert: true }, ...typed }),
    };
  };

  return {
    open,
    act,
    begin: async (by, request, say) => {
      const preview = await guarded(() => helping.preview(by.person, request));
      if (!preview.ok) return { kind: 'beside', text: sayHelpFault(preview.error, say) };
      log.info({ case: preview.value.case }, 'drafted a case');
      return showPreview(preview.value, NO_CHOICE, say);
    },
    brief: async (by, { caseId, seen, wish, choices }, say) => {
      const { brief: texts } = say.texts.handoffWeb;
      if (wish === 'give_up') {
        const left = await guarded(() => helping.act(by.person, caseId, { kind: 'withdraw' }));
        return left.ok
          ? { kind: 'card', part: notePart(say.teams.consent.givenUp) }
          : refuse(by, caseId, left.error, say);
      }
      if (wish === 'update') {
        const preview = await guarded(() => helping.revise(by.person, caseId, previewChoices(choices)));
        if (!preview.ok) return refuse(by, caseId, preview.error, say);
        return showPreview(preview.value, choices, say, { text: texts.updated, alert: false });
      }
      const consent = { seen, choices: previewChoices(choices), sameBodyPreferred: choices.sameBody };
      const sent = await guarded(() => helping.send(by.person, caseId, consent));
      if (!sent.ok) return refuse(by, caseId, sent.error, say);
      if (sent.value.kind === 'changed')
        return showPreview(sent.value.preview, choices, say, { text: texts.changed, alert: true });
      log.info({ case: caseId }, 'handed a case over');
      return showCase(sent.value.view, say, say.teams.consent.sent);
    },
  };

  /** A draft that has left already, or was given up, is shown as what it has become. */
  async function refuse(by: SignedIn, caseId: string, fault: HelpFault, say: Say): Promise<Shown> {
    const text = sayHelpFault(fault, say);
    if (fault.kind !== 'wrong_status') return { kind: 'beside', text };
    const view = await guarded(() => helping.view(by.person, caseId));
    return view.ok
      ? showCase(view.value, say, say.teams.consent.stale)
      : { kind: 'card', part: notePart(say.teams.consent.stale) };
  }
}

/** The card is still right, and what was typed in it must not go. */
const KEEPS_TYPED = new Set<HelpFault['kind']>([
  'empty_text',
  'too_long',
  'too_slow',
  'not_understood',
  'unknown_reservist',
  'unfit_candidate',
]);

function previewChoices({ lifted, added, amounts }: ConsentChoices) {
  const lines = added.split('\n').map((line) => line.trim());
  return { lifted, added: lines.filter((line) => line !== ''), amountsAsRanges: amounts };
}

/** What is handed over of a reply: the question as typed, and what was said to it. */
export function requestOf(
  question: string,
  answered: { readonly kind: string; readonly text: string } | undefined,
): Result<HelpRequest, 'empty'> {
  if (question.trim() === '') return err('empty');
  if (answered === undefined) return ok({ question, answered: undefined, need: undefined });
  const isAnswer = answered.kind === 'answer' || answered.kind === 'handoff';
  return ok({
    question,
    answered: isAnswer ? answered.text : undefined,
    need: answered.kind === 'rewording' ? answered.text : undefined,
  });
}
