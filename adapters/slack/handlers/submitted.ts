import { createHash } from 'node:crypto';
import type { ModalView } from '@slack/types';
import type { Shown } from '../../../src/desk/port/shown.ts';
import type { PlatformEvent } from '../../../src/intake/port/events.ts';
import { ok } from '../../../src/result.ts';
import { sayAgreementFault, sayHelpFault } from '../../../src/screens/faults.ts';
import type { Screen } from '../../../src/screens/screen.ts';
import { wordsOf } from '../../../src/screens/words.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import type { Language } from '../../../src/vocabulary/people.ts';
import { readConversation } from '../address.ts';
import type { Workspace } from '../api.ts';
import { commonOf } from '../face.ts';
import { formOf, noticeView, pressedBy, readForm, type Sent, WHERE } from '../forms.ts';
import type { Filled, Inbound } from '../inbound/inbound.ts';
import { laneOf } from '../inbound/read-event.ts';
import type { Submitted } from '../inbound/read-interaction.ts';
import { checked, type Press } from '../inbound/read-press.ts';
import { note } from '../note.ts';
import { messageOf } from '../render.ts';
import { delivered, type Handled, isDown, LATER, type Tools, workspaceOf } from '../tools.ts';
import { showBrief } from './brief.ts';
import { showCase } from './cases.ts';
import { giveFile } from './pressed.ts';

/** What Slack is told when a form is sent: that it may close, what is wrong with it, or what it shows next. */
export type FormAnswer =
  | undefined
  | { readonly response_action: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly response_action: 'update'; readonly view: ModalView };

/** A form that someone sent, at hand. */
interface Sending {
  readonly tools: Tools;
  readonly workspace: Workspace;
  readonly submitted: Submitted;
  readonly sent: Sent;
  readonly language: Language;
}

/** A form that was sent: done at once where it says what comes of it, else kept before Slack is told that it may close. */
export async function onSubmitted(tools: Tools, submitted: Submitted): Promise<FormAnswer> {
  const { context, people } = tools;
  const found = await workspaceOf(context, submitted.team);
  const language = found.ok ? await people.language(found.value, submitted.user) : 'fr';
  if (!found.ok) return update(noticeView('Truchement', catalogues[language].slack.command.later, language));
  const sent = readForm(submitted.form, submitted.meta, submitted.state);
  if (sent === undefined) {
    context.log.info({ form: submitted.form }, 'a form that is not known here was sent');
    return undefined;
  }
  const sending = { tools, workspace: found.value, submitted, sent, language };
  const { press } = sent;
  const { verb } = press;
  const isFile = verb === 'purchase_do' && press.value.do === 'file';
  return verb === 'reword' || verb === 'complete' || verb === 'keep' || isFile ? keep(sending, press) : answer(sending);
}

/** What may take a while is written down: it is then done whatever happens. */
async function keep(sending: Sending, press: Extract<Press, { readonly verb: Filled['verb'] }>): Promise<FormAnswer> {
  const { submitted, sent, language } = sending;
  const { filled, where, place, first } = sent;
  const missing = missingIn(sent, language);
  if (missing !== undefined) return wrong(first, missing);
  const { team, user } = submitted;
  const { verb, value } = press;
  const body = { kind: 'filled', team, user, verb, value, filled: [...filled], conversation: place.c, where } as const;
  const { slack } = catalogues[language];
  if (!(await take(sending, body))) return wrong(first, slack.command.later);
  if (verb !== 'keep') return undefined;
  return update(noticeView(slack.reword.shareForm.title, slack.reword.posted, language));
}

/** Slack asks for what is required itself; others may not. */
function missingIn({ press, filled, where }: Sent, language: Language): string | undefined {
  const { slack, rewording } = catalogues[language];
  const isEmpty = ![...filled].some(([name, value]) => value !== '' && name !== 'direction' && name !== WHERE);
  if (press.verb === 'purchase_do') return undefined;
  if (press.verb !== 'keep') return isEmpty ? wordsOf(language).own.need.empty : undefined;
  if (where === undefined) return slack.reword.shareForm.where;
  return isEmpty ? rewording.agreement.refused.side : undefined;
}

/** What the form comes to, said in its place. */
async function answer(sending: Sending): Promise<FormAnswer> {
  const { tools, workspace, submitted, sent } = sending;
  const { user, form, view } = submitted;
  const id = `form:${form}:${view ?? tools.context.now().getTime()}`;
  const conversation = sent.place.c ?? `${workspace.team}:${user}`;
  const common = await commonOf(tools, workspace, { user, id, conversation, isPrivate: true });
  let said: FormAnswer;
  for await (const shown of tools.context.desk.hear(pressedBy(sent, common, sent.place.on)))
    said = await answerWith(sending, shown);
  return said;
}

async function answerWith(sending: Sending, shown: Shown): Promise<FormAnswer> {
  const { tools, workspace, submitted, sent, language } = sending;
  const { slack, handoffWeb, web } = catalogues[language];
  const { own } = wordsOf(language);
  const { happened, screen } = shown;
  const { team, user } = submitted;
  switch (happened.name) {
    case 'consent':
    case 'ask':
      return update(formOf(screen, { c: sent.place.c ?? '' }));
    case 'calculator': {
      const { calculated, calculator } = happened;
      const field =
        calculated?.kind === 'fault' ? calculator.fields.find(({ name }) => name === calculated.field) : undefined;
      return field === undefined ? update(formOf(screen, { c: sent.place.c ?? '' })) : wrong(field.name, screen.said);
    }
    case 'stale_draft':
      return update(noticeView(handoffWeb.brief.title, own.consent.stale, language));
    case 'thanked':
      return update(noticeView(own.feedback.title, web.feedback.thanks, language));
    case 'hours': {
      const posted = await tools.send.post(workspace, { channel: user }, messageOf(screen));
      if (!posted.ok) return wrong(sent.first, slack.command.later);
      return update(noticeView(handoffWeb.desk.availability, happened.playback, language));
    }
    case 'agreement': {
      const { ch: channel = user, ts } = sent.place;
      const kept = await take(sending, { kind: 'brief', team, user, channel, agreement: happened.view.id, ts });
      return kept ? undefined : wrong(sent.first, slack.command.later);
    }
    case 'interview':
    case 'interview_start': {
      if (happened.name === 'interview_start' || happened.why === 'not_read' || happened.why === 'empty') break;
      return showThere(sending, screen);
    }
    case 'purchase':
    case 'boss':
      return showThere(sending, screen);
    case 'no_purchase': {
      // It has gone on meanwhile: what was typed is for what was, and is not sent again.
      if (happened.fault.kind === 'stale' && happened.view !== undefined) return showThere(sending, screen);
      break;
    }
    case 'case': {
      if (happened.did === 'send') return update(noticeView(handoffWeb.brief.title, own.consent.sent, language));
      await showCase(tools, workspace, { team, user, channel: user }, sent.press, shown);
      return undefined;
    }
  }
  const why =
    happened.name === 'refused'
      ? sayHelpFault(happened.fault, language)
      : happened.name === 'no_brief'
        ? sayAgreementFault(happened.fault, language)
        : screen.said;
  // A draft that cannot leave any more is not filled in again.
  if (sent.press.verb === 'send' && !isDown(happened)) return update(noticeView(handoffWeb.brief.title, why, language));
  return wrong(sent.first, why);
}

/** Where the button of the form stood; else in the person's own messages. */
async function showThere(
  { tools, workspace, submitted, sent, language }: Sending,
  screen: Screen,
): Promise<FormAnswer> {
  const content = messageOf(screen);
  const { ch: channel, ts } = sent.place;
  const isThere =
    channel !== undefined && ts !== undefined && (await tools.send.update(workspace, { channel, ts }, content)).ok;
  if (isThere) return undefined;
  const posted = await tools.send.post(workspace, { channel: submitted.user }, content);
  return posted.ok ? undefined : wrong(sent.first, catalogues[language].slack.command.later);
}

/** Under the same name however often it is sent: after a fault it was not kept. Whoever names all forms alike fills them differently. */
async function take({ tools, submitted }: Sending, body: Inbound): Promise<boolean> {
  const { user, view, form } = submitted;
  const filled = createHash('sha256').update(JSON.stringify(body)).digest('base64url');
  const id = `form:${user}:${form}:${view ?? tools.context.now().getTime()}:${filled}`;
  const event: PlatformEvent = { platform: 'slack', id, lane: laneOf(body), body };
  return (await tools.context.intake.take(event)).ok;
}

/** A form that was kept: what comes of it is said in the person's own messages, a brief where both sides read it. */
export async function onFilled(
  tools: Tools,
  { team, user, verb, value, filled, ...place }: Filled,
  id: string,
): Handled {
  const found = await workspaceOf(tools.context, team);
  const press = checked(verb, value);
  if (!found.ok || press === undefined) return found.ok ? ok(undefined) : found;
  const workspace = found.value;
  const at = place.conversation === undefined ? undefined : readConversation(place.conversation);
  const conversation = place.conversation ?? `${team}:${user}`;
  const common = await commonOf(tools, workspace, { user, id, conversation, isPrivate: true });
  const { language } = common.actor;
  for await (const { happened, screen } of tools.context.desk.hear(
    pressedBy({ press, filled: new Map(filled) }, common),
  )) {
    if (isDown(happened)) return LATER;
    if (happened.name === 'agreement' && place.where !== undefined)
      return showBrief(tools, workspace, { view: happened.view, channel: place.where, user, ts: undefined, language });
    if (happened.name === 'file') {
      const channel = (await tools.send.open(workspace, user)) ?? user;
      const failed = note(catalogues[language].slack.reword.fileFailed, language);
      const file = { ...happened.file, comment: screen.said };
      return giveFile(tools, workspace, { place: { channel }, spot: { team, channel, user } }, file, failed);
    }
    const target =
      at?.channel.startsWith('D') === true ? { channel: at.channel, thread: at.thread } : { channel: user };
    const sent = await tools.send.post(workspace, target, messageOf(screen), common.key);
    if (!sent.ok) return delivered(sent);
  }
  return ok(undefined);
}

function update(view: ModalView): FormAnswer {
  return { response_action: 'update', view };
}

function wrong(field: string, text: string): FormAnswer {
  return { response_action: 'errors', errors: { [field]: text } };
}
