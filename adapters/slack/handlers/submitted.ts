import { createHash } from 'node:crypto';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { PlatformEvent } from '../../../src/intake/port/events.ts';
import { addAnswers } from '../../../src/rewording/port/add-answers.ts';
import { slotName } from '../../../src/screens/agreement.ts';
import { BOX } from '../../../src/screens/case-acts.ts';
import { CONSENT } from '../../../src/screens/consent.ts';
import { HOURS_BOX } from '../../../src/screens/desk.ts';
import { sayHelpFault } from '../../../src/screens/faults.ts';
import { FEEDBACK_BOX, sayWhy } from '../../../src/screens/feedback.ts';
import { answerName } from '../../../src/screens/rewording.ts';
import { NEED_BOX, QUESTION_BOX } from '../../../src/screens/start.ts';
import { wordsOf } from '../../../src/screens/words.ts';
import type { CaseAction } from '../../../src/vocabulary/cases.ts';
import type { Workspace } from '../api.ts';
import { VIEWS } from '../ids.ts';
import type { Inbound } from '../inbound/inbound.ts';
import { laneOf } from '../inbound/read-event.ts';
import type { Submitted } from '../inbound/read-interaction.ts';
import { note } from '../note.ts';
import { type Texts, textsOf } from '../texts.ts';
import { readValue } from '../values.ts';
import { consentView, noticeView, WHERE } from '../views/forms.ts';
import { consentMeta, type FormState, readAnswers, readConsent, readCorrections, readState } from '../views/state.ts';
import type { CaseThreads } from './case-threads.ts';
import type { createCommandHandler } from './commanded.ts';
import { type createForms, requestOf } from './forms.ts';
import { roleOf, type Tools, workspaceOf } from './reply.ts';
import type { RewordingHandlers } from './rewording.ts';

/** What Slack is told when a form is sent: that it may close, what is wrong with it, or what it shows next. */
export type FormAnswer =
  | undefined
  | { readonly response_action: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly response_action: 'update'; readonly view: ModalView };

export interface SubmitParts {
  readonly tools: Tools;
  readonly threads: CaseThreads;
  readonly rewording: RewordingHandlers;
  readonly forms: ReturnType<typeof createForms>;
  readonly commands: ReturnType<typeof createCommandHandler>;
}

const SIDE = 'side';
const id = z.string().max(200);
const placeMeta = z.looseObject({ c: id });
const answerMeta = z.looseObject({ m: id });
const caseMeta = z.looseObject({ k: id });
const agreementMeta = z.looseObject({ a: id, v: z.number(), ch: id, ts: id });

/** Forms that were sent. What they ask for is written down before Slack is told that they may close. */
export function createSubmitHandler({ tools, threads, rewording, forms, commands }: SubmitParts) {
  const { context, people, send } = tools;
  const { helping, interpreting, intake, conversing, atHand } = context;

  return async (submitted: Submitted): Promise<FormAnswer> => {
    const found = await workspaceOf(context, submitted.team);
    const language = found.ok ? await people.language(found.value, submitted.user) : 'fr';
    const texts = textsOf(language);
    if (!found.ok) return update(noticeView('Truchement', texts.slack.command.later, language));
    const state = readState(submitted.state);
    const meta = readValue(submitted.meta);
    switch (submitted.form) {
      case VIEWS.consent:
        return onConsent(found.value, submitted, state, meta, texts);
      case VIEWS.ask: {
        const text = state.text(QUESTION_BOX);
        if (text === undefined) return wrong(QUESTION_BOX, texts.all.handoffWeb.ask.empty);
        const last = atHand.last.get(`${submitted.team}:${submitted.user}`);
        const request = requestOf(text, last?.question === text ? last : undefined);
        return update(await forms.consentFor(found.value, submitted.user, request, texts));
      }
      case VIEWS.feedback:
        return onFeedback(state, meta, texts);
      case VIEWS.need:
        return onNeed(submitted, state, meta, texts);
      case VIEWS.completeBrief:
        return onComplete(submitted, state, meta, texts);
      case VIEWS.shareBrief:
        return onShare(found.value, submitted, state, meta, texts);
      case VIEWS.correctAgreement:
        return onCorrect(found.value, submitted, state, meta, texts);
      case VIEWS.availability:
        return onAvailability(found.value, submitted, state, texts);
      case VIEWS.pass:
        return onCase(found.value, submitted, meta, texts, BOX.reservist, {
          kind: 'pass_to',
          reservist: state.text(BOX.reservist) ?? '',
        });
      case VIEWS.reopen:
        return onCase(found.value, submitted, meta, texts, BOX.why, {
          kind: 'reopen',
          why: state.text(BOX.why) ?? '',
        });
      case VIEWS.propose:
        return onCase(found.value, submitted, meta, texts, BOX.answer, {
          kind: 'propose_fiche',
          question: state.text(BOX.question) ?? '',
          answer: state.text(BOX.answer) ?? '',
        });
      default:
        context.log.info({ form: submitted.form }, 'a form that is not known here was sent');
        return undefined;
    }
  };

  async function onConsent(
    workspace: Workspace,
    { user }: Submitted,
    state: FormState,
    meta: unknown,
    texts: Texts,
  ): Promise<FormAnswer> {
    const read = consentMeta.safeParse(meta);
    if (!read.success) return undefined;
    const person = await people.meet(workspace, user);
    if (!person.ok) return wrong(CONSENT.added, sayHelpFault({ kind: 'store_down' }, texts.language));
    const choices = readConsent(state, read.data.c);
    const consent = { seen: read.data.h, choices, sameBodyPreferred: choices.sameBody };
    const sent = await helping.send(person.value.person, read.data.k, consent);
    const { language, all } = texts;
    if (!sent.ok && sent.error.kind === 'store_down') return wrong(CONSENT.added, sayHelpFault(sent.error, language));
    const { title, changed } = all.handoffWeb.brief;
    if (!sent.ok) return update(noticeView(title, sayHelpFault(sent.error, language), language));
    if (sent.value.kind === 'changed')
      return update(consentView(sent.value.preview, choices, language, { text: changed, alert: true }));
    return update(noticeView(title, wordsOf(language).own.consent.sent, language));
  }

  function onFeedback(state: FormState, meta: unknown, texts: Texts): FormAnswer {
    const read = answerMeta.safeParse(meta);
    if (!read.success) return undefined;
    const why = sayWhy(state.one(FEEDBACK_BOX.why), state.text(FEEDBACK_BOX.comment));
    conversing.addFeedback({ messageId: read.data.m, useful: false, why });
    return update(
      noticeView(wordsOf(texts.language).own.feedback.title, texts.all.web.feedback.thanks, texts.language),
    );
  }

  async function onNeed(submitted: Submitted, state: FormState, meta: unknown, texts: Texts): Promise<FormAnswer> {
    const text = state.text(NEED_BOX.text);
    if (text === undefined) return wrong(NEED_BOX.text, wordsOf(texts.language).own.need.empty);
    const chosen = state.one(NEED_BOX.direction);
    const direction = chosen === 'to_buyer' || chosen === 'to_prescriber' ? chosen : 'guess';
    const { team, user } = submitted;
    const kept = await take(submitted, {
      kind: 'told',
      team,
      user,
      text,
      direction,
      conversation: placeMeta.safeParse(meta).data?.c,
    });
    return kept ? undefined : wrong(NEED_BOX.text, texts.slack.command.later);
  }

  async function onComplete(submitted: Submitted, state: FormState, meta: unknown, texts: Texts): Promise<FormAnswer> {
    const kept = atHand.reworded.get(answerMeta.safeParse(meta).data?.m ?? '');
    const { own } = wordsOf(texts.language);
    if (kept === undefined) return update(noticeView(own.complete, texts.slack.reword.lost, texts.language));
    const [asked] = kept.rewording.questions;
    const first = asked === undefined ? NEED_BOX.text : answerName(asked);
    const answers = readAnswers(state);
    if (answers.length === 0) return wrong(first, own.need.empty);
    const { direction } = kept.rewording;
    const { team, user } = submitted;
    const text = addAnswers(kept.rewording, answers);
    const told = await take(submitted, {
      kind: 'told',
      team,
      user,
      text,
      direction,
      conversation: placeMeta.safeParse(meta).data?.c,
    });
    return told ? undefined : wrong(first, texts.slack.command.later);
  }

  async function onShare(
    workspace: Workspace,
    submitted: Submitted,
    state: FormState,
    meta: unknown,
    texts: Texts,
  ): Promise<FormAnswer> {
    const channel = state.conversation(WHERE);
    const side = state.one(SIDE);
    const m = answerMeta.safeParse(meta).data?.m;
    const { shareForm } = texts.slack.reword;
    if (channel === undefined) return wrong(WHERE, shareForm.where);
    if (side === undefined) return wrong(SIDE, texts.all.rewording.agreement.refused.side);
    const opened = await rewording.open(workspace, submitted.user, JSON.stringify({ m }), side);
    if (!opened.ok) return wrong(WHERE, texts.slack.command.later);
    if (opened.value === undefined) return update(noticeView(shareForm.title, texts.slack.reword.lost, texts.language));
    const { team, user } = submitted;
    const kept = await take(submitted, { kind: 'brief', team, channel, user, agreement: opened.value });
    if (!kept) return wrong(WHERE, texts.slack.command.later);
    return update(noticeView(shareForm.title, texts.slack.reword.posted, texts.language));
  }

  async function onCorrect(
    workspace: Workspace,
    submitted: Submitted,
    state: FormState,
    meta: unknown,
    texts: Texts,
  ): Promise<FormAnswer> {
    const read = agreementMeta.safeParse(meta);
    if (!read.success) return undefined;
    const { a, v, ch, ts } = read.data;
    const says = texts.all.rewording.agreement;
    const side = state.one(SIDE);
    if (side === undefined) return wrong(SIDE, says.refused.side);
    const by = roleOf(side);
    const party = await rewording.partyOf(workspace, submitted.user, by);
    if (!party.ok) return wrong(SIDE, texts.slack.command.later);
    let version = v;
    for (const act of readCorrections(state, by)) {
      const changed = await interpreting.change(a, version, act, party.value);
      if (changed.ok) version = changed.value.version;
      else if (changed.error.kind === 'store_down') return wrong(SIDE, texts.slack.command.later);
      else if (changed.error.kind === 'too_long')
        return wrong(slotName(act.need, act.slot), texts.all.faults.too_long.text(changed.error.limit));
      else if (changed.error.kind === 'other_side')
        return wrong(SIDE, says.refused.other_side(texts.all.rewording.side[changed.error.side]));
      else if (changed.error.kind === 'stale') return wrong(SIDE, says.stale);
      else if (changed.error.kind === 'agreed' || changed.error.kind === 'withdrawn')
        return wrong(SIDE, says.refused[changed.error.kind]);
    }
    const { team, user } = submitted;
    const kept = await take(submitted, { kind: 'brief', team, channel: ch, user, agreement: a, ts });
    return kept ? undefined : wrong(SIDE, texts.slack.command.later);
  }

  async function onAvailability(
    workspace: Workspace,
    { user }: Submitted,
    state: FormState,
    texts: Texts,
  ): Promise<FormAnswer> {
    const text = state.text(HOURS_BOX);
    const { availability: says } = texts.slack;
    if (text === undefined) return wrong(HOURS_BOX, texts.all.handoff.availability.notUnderstood);
    const person = await people.recognise(workspace, user);
    if (!person.ok) return wrong(HOURS_BOX, texts.slack.command.later);
    if (person.value?.reservist !== true) return wrong(HOURS_BOX, says.notReservist);
    const heard = await helping.availability(person.value.person, text, false);
    if (!heard.ok) return wrong(HOURS_BOX, sayHelpFault(heard.error, texts.language));
    const content = await commands.playback(person.value.person, text, texts);
    const sent = await send.post(workspace, { channel: user }, content);
    return sent.ok
      ? update(noticeView(texts.all.handoffWeb.desk.availability, heard.value.playback, texts.language))
      : wrong(HOURS_BOX, texts.slack.command.later);
  }

  async function onCase(
    workspace: Workspace,
    { team, user, view }: Submitted,
    meta: unknown,
    texts: Texts,
    field: string,
    action: CaseAction,
  ): Promise<FormAnswer> {
    const read = caseMeta.safeParse(meta);
    const known = await people.known(team, user);
    if (!known.ok) return wrong(field, texts.slack.command.later);
    if (!read.success || known.value === undefined) return undefined;
    const { person } = known.value;
    const acted = await helping.act(person, read.data.k, action, { key: view });
    if (!acted.ok) return wrong(field, sayHelpFault(acted.error, texts.language));
    await threads.refresh(workspace, acted.value, person, texts.language);
    const { done } = texts.all.handoffWeb.case;
    const said = action.kind in done ? done[action.kind] : undefined;
    const root = await threads.rootOf(read.data.k, person);
    if (said !== undefined && root.ok && root.value !== undefined)
      await send.post(workspace, { channel: root.value.channel, thread: root.value.ts }, note(said, texts.language));
    return undefined;
  }

  /** Kept before Slack is told: what the form asked for is then done whatever happens. */
  async function take({ user, view, form }: Submitted, body: Inbound): Promise<boolean> {
    // A form is sent once: what is sent again after a fault was not kept. Whoever names all forms alike fills them differently.
    const filled = createHash('sha256').update(JSON.stringify(body)).digest('base64url');
    const id = `form:${user}:${form}:${view ?? context.now().getTime()}:${filled}`;
    const event: PlatformEvent = { platform: 'slack', id, lane: laneOf(body), body };
    return (await intake.take(event)).ok;
  }
}

function update(view: ModalView): FormAnswer {
  return { response_action: 'update', view };
}

function wrong(field: string, text: string): FormAnswer {
  return { response_action: 'errors', errors: { [field]: text } };
}
