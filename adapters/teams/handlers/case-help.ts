import type { BriefPreview, CaseView, HelpRequest } from '../../../src/handoff/port/views.ts';
import type { Once } from '../../../src/once.ts';
import type { SignedIn } from '../../../src/reserve/port/signed-in.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import { type CaseSetting, caseScreen } from '../../../src/screens/case.ts';
import { type ConsentChoices, consentScreen, NO_CHOICE } from '../../../src/screens/consent.ts';
import { sayHelpFault } from '../../../src/screens/faults.ts';
import type { Told } from '../../../src/screens/make.ts';
import { wordsOf } from '../../../src/screens/words.ts';
import type { CaseAction, HelpFault } from '../../../src/vocabulary/cases.ts';
import { notePart } from '../note.ts';
import { type CardPart, cardOf } from '../render.ts';
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
    part: casePart(view, say, notice === undefined ? {} : { told: { text: notice, alert: false } }),
  });

  const showPreview = (preview: BriefPreview, choices: ConsentChoices, say: Say, told?: Told): Shown => ({
    kind: 'card',
    part: cardOf(consentScreen(preview, choices, say.language, told)),
  });

  const open: CaseHelp['open'] = async (by, caseId, say) => {
    const view = await guarded(() => helping.view(by.person, caseId));
    return view.ok ? showCase(view.value, say) : { kind: 'beside', text: sayHelpFault(view.error, say.language) };
  };

  const act: CaseHelp['act'] = async (by, caseId, action, say, once) => {
    const done = await guarded(() => helping.act(by.person, caseId, action, once));
    if (done.ok) {
      log.info({ case: caseId, act: action.kind }, 'acted on a case');
      const { done: says } = say.texts.handoffWeb.case;
      const { case: cases } = wordsOf(say.language).own;
      // Whoever declines has no more to do with it: what was offered is not theirs to read on.
      if (action.kind === 'decline') return { kind: 'card', part: notePart(cases.declined, say) };
      const own = done.value.lines.findLast((line) => line.kind === 'message' && line.from === 'you');
      const hidden = own?.kind === 'message' ? own.hidden : undefined;
      return { ...showCase(done.value, say, says[action.kind] ?? cases.done), done: { hidden } };
    }
    const text = sayHelpFault(done.error, say.language);
    if (done.error.kind === 'store_down' || KEEPS_TYPED.has(done.error.kind)) return { kind: 'beside', text };
    const view = await guarded(() => helping.view(by.person, caseId));
    const typed = action.kind === 'say' ? { typed: action.text } : {};
    if (!view.ok) return { kind: 'card', part: notePart(text, say, 'alert') };
    return {
      kind: 'card',
      shows: view.value,
      part: casePart(view.value, say, { told: { text, alert: true }, ...typed }),
    };
  };

  return {
    open,
    act,
    begin: async (by, request, say) => {
      const preview = await guarded(() => helping.preview(by.person, request));
      if (!preview.ok) return { kind: 'beside', text: sayHelpFault(preview.error, say.language) };
      log.info({ case: preview.value.case }, 'drafted a case');
      return showPreview(preview.value, NO_CHOICE, say);
    },
    brief: async (by, { caseId, seen, wish, choices }, say) => {
      const { brief: texts } = say.texts.handoffWeb;
      if (wish === 'give_up') {
        const left = await guarded(() => helping.act(by.person, caseId, { kind: 'withdraw' }));
        return left.ok
          ? { kind: 'card', part: notePart(consentTexts(say).givenUp, say) }
          : refuse(by, caseId, left.error, say);
      }
      if (wish === 'update') {
        const preview = await guarded(() => helping.revise(by.person, caseId, choices));
        if (!preview.ok) return refuse(by, caseId, preview.error, say);
        return showPreview(preview.value, choices, say, { text: texts.updated, alert: false });
      }
      const consent = { seen, choices, sameBodyPreferred: choices.sameBody };
      const sent = await guarded(() => helping.send(by.person, caseId, consent));
      if (!sent.ok) return refuse(by, caseId, sent.error, say);
      if (sent.value.kind === 'changed')
        return showPreview(sent.value.preview, choices, say, { text: texts.changed, alert: true });
      log.info({ case: caseId }, 'handed a case over');
      return showCase(sent.value.view, say, consentTexts(say).sent);
    },
  };

  /** A draft that has left already, or was given up, is shown as what it has become. */
  async function refuse(by: SignedIn, caseId: string, fault: HelpFault, say: Say): Promise<Shown> {
    const text = sayHelpFault(fault, say.language);
    if (fault.kind !== 'wrong_status') return { kind: 'beside', text };
    const view = await guarded(() => helping.view(by.person, caseId));
    return view.ok
      ? showCase(view.value, say, consentTexts(say).stale)
      : { kind: 'card', part: notePart(consentTexts(say).stale, say) };
  }
}

/** A case as its card shows it here: what one writes, and what was said, stand in it. */
export function casePart(view: CaseView, { language }: Say, more: Pick<CaseSetting, 'told' | 'typed'> = {}): CardPart {
  return cardOf(caseScreen(view, { language, writes: 'box', talk: true, ...more }));
}

function consentTexts({ language }: Say) {
  return wordsOf(language).own.consent;
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
