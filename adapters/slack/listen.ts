import type { PlatformEvent } from '../../src/intake/port/events.ts';
import { catalogues } from '../../src/text/catalogues.ts';
import { conversationOf } from './address.ts';
import { commonOf } from './face.ts';
import { formOf, pressedBy, readForm } from './forms.ts';
import { needsForm, type Order, readOrder } from './handlers/commanded.ts';
import { openForm, opensForm } from './handlers/open-form.ts';
import { takeBack } from './handlers/said.ts';
import { type FormAnswer, onSubmitted } from './handlers/submitted.ts';
import { CONSENT_REFRESH, VIEWS } from './ids.ts';
import type { Arrival } from './inbound/inbound.ts';
import { readEvent } from './inbound/read-event.ts';
import {
  readClick,
  readCommand,
  readFormOf,
  readPicked,
  readShortcut,
  readSubmission,
} from './inbound/read-interaction.ts';
import { type Press, readPress } from './inbound/read-press.ts';
import { note } from './note.ts';
import { type Receipt, typeOf } from './receiver.ts';
import { placed, type Tools, tell, workspaceOf } from './tools.ts';

type Body = Record<string, unknown>;
type Ack = (response?: string) => Promise<void>;

/**
 * What Slack sends, between its arrival and its acknowledgement: what must not be lost is kept first, what opens a form is done
 * at once since its right to do so ends after three seconds.
 */
export function createListeners(tools: Tools) {
  return {
    event: (body: Body, receipt: Receipt) => onEvent(tools, body, receipt),
    command: (body: Body, ack: Ack) => onCommand(tools, body, ack),
    action: (body: Body, ack: Ack) => onAction(tools, body, ack),
    /** On a message, or anywhere. */
    shortcut: (body: Body, ack: Ack) =>
      body['type'] === 'message_action' ? onMessageShortcut(tools, body, ack) : onGlobalShortcut(tools, body, ack),
    submission: async (body: Body, ack: (answer?: FormAnswer) => Promise<void>): Promise<void> => {
      const read = readSubmission(body);
      if (read === undefined) return unread(tools, body, ack);
      const answer = await onSubmitted(tools, await placed(tools.context, read));
      await (answer === undefined ? ack() : ack(answer));
    },
  };
}

async function take({ context }: Tools, { id, lane, body }: Arrival): Promise<boolean> {
  const event: PlatformEvent = { platform: 'slack', id, lane, body };
  const kept = await context.intake.take(event);
  if (!kept.ok) context.log.error({ id, kind: body.kind }, 'an event could not be kept');
  return kept.ok;
}

/** What lacks what it needs to be understood: somebody will look for it in the log. */
async function unread({ context }: Tools, body: Body, ack: () => Promise<void>): Promise<void> {
  context.log.warn({ type: typeOf(body) }, 'a payload that could not be read was acknowledged');
  await ack();
}

/** Whether it is heard for the first time: Slack may send again what was acknowledged too late. */
function isFirst({ context }: Tools, id: string): boolean {
  const { heard } = context.atHand;
  if (heard.get(id) === true) return false;
  heard.set(id, true);
  return true;
}

const later = (): string => catalogues['fr'].slack.command.later;

/** Kept, else whoever pressed is told that it was not. */
async function takeOrTell(tools: Tools, arrival: Arrival & { readonly body: Parameters<typeof tell>[2] }, ack: Ack) {
  if (await take(tools, arrival)) return ack();
  await ack();
  const found = await workspaceOf(tools.context, arrival.body.team);
  if (found.ok) await tell(tools, found.value, arrival.body, note(later(), 'fr'));
}

async function onEvent(tools: Tools, body: Body, receipt: Receipt): Promise<void> {
  const arrival = readEvent(body);
  // At once: in its lane it would wait for the answer that nobody wants any more.
  if (arrival?.body.kind === 'deleted') takeBack(tools, await placed(tools.context, arrival.body));
  if (arrival !== undefined && !(await take(tools, arrival))) receipt.refused = true;
}

async function onCommand(tools: Tools, body: Body, ack: Ack): Promise<void> {
  const arrival = readCommand(body);
  if (arrival === undefined) return unread(tools, body, ack);
  const order = readOrder(arrival.body.text);
  if (!needsForm(order)) return ack((await take(tools, arrival)) ? undefined : later());
  await ack();
  if (!isFirst(tools, arrival.id)) return;
  const spot = await placed(tools.context, arrival.body);
  const found = await workspaceOf(tools.context, spot.team);
  if (!found.ok) return;
  const { team, channel, user } = spot;
  const { trigger, id } = arrival;
  const conversation = conversationOf({ team, channel, thread: undefined, user });
  await openForm(tools, found.value, {
    press: pressOf(tools, order, `${team}:${user}`),
    spot,
    conversation,
    id,
    trigger,
  });
}

/** What an order comes to as a button; a human is asked about what was typed, else about what was last asked. */
function pressOf({ context }: Tools, order: Order, account: string): Press {
  if (order.kind === 'availability') return { verb: 'availability', value: {} };
  if (order.kind !== 'reservist') return { verb: 'reword', value: {} };
  const last = context.atHand.last.get(account);
  const value = order.text === '' || order.text === last?.question ? last : { question: order.text };
  return { verb: 'human', value: { ...value } };
}

async function onAction(tools: Tools, body: Body, ack: Ack): Promise<void> {
  const arrival = readClick(body);
  if (arrival === undefined) return unread(tools, body, ack);
  const { trigger, id } = arrival;
  const { action, value } = arrival.body;
  if (action === CONSENT_REFRESH) {
    await ack();
    return refreshConsent(tools, body, await placed(tools.context, arrival.body), id);
  }
  const press = readPress(action, value);
  if (press === undefined || !opensForm(press)) return takeOrTell(tools, arrival, ack);
  await ack();
  if (!isFirst(tools, id)) return;
  const spot = await placed(tools.context, arrival.body);
  const found = await workspaceOf(tools.context, spot.team);
  const conversation = conversationOf({ ...spot, thread: spot.message?.thread, user: undefined });
  if (found.ok) await openForm(tools, found.value, { press, spot, conversation, id, trigger });
}

/** The preview under the choices as they stand in the form. */
async function refreshConsent(
  tools: Tools,
  body: Body,
  { team, user }: { readonly team: string; readonly user: string },
  id: string,
): Promise<void> {
  const form = readFormOf(body);
  const found = await workspaceOf(tools.context, team);
  const sent = form && readForm(VIEWS.consent, form.private_metadata ?? undefined, form.state);
  if (form === undefined || sent?.press.verb !== 'send' || !found.ok) return;
  const { c: conversation = `${team}:${user}` } = sent.place;
  const common = await commonOf(tools, found.value, { user, id, conversation, isPrivate: true });
  const press = { verb: 'preview', value: sent.press.value } as const;
  for await (const { happened, screen } of tools.context.desk.hear(pressedBy({ ...sent, press }, common))) {
    if (happened.name !== 'consent') return;
    const updated = await found.value.api.call('views.update', {
      view_id: form.id,
      ...(form.hash == null ? {} : { hash: form.hash }),
      view: JSON.stringify(formOf(screen, { c: conversation })),
    });
    if (!updated.ok) tools.context.log.warn({ team, fault: updated.error }, 'a form was not updated');
  }
}

async function onMessageShortcut(tools: Tools, body: Body, ack: Ack): Promise<void> {
  const arrival = readPicked(body);
  return arrival === undefined ? unread(tools, body, ack) : takeOrTell(tools, arrival, ack);
}

async function onGlobalShortcut(tools: Tools, body: Body, ack: Ack): Promise<void> {
  const read = readShortcut(body);
  if (read === undefined) return unread(tools, body, ack);
  await ack();
  const id = `shortcut:${read.trigger}`;
  if (read.trigger !== undefined && !isFirst(tools, id)) return;
  const { team, user, trigger } = await placed(tools.context, read);
  const found = await workspaceOf(tools.context, team);
  if (!found.ok) return;
  const conversation = conversationOf({ team, channel: user, thread: undefined, user: undefined });
  const spot = { team, channel: user, user };
  await openForm(tools, found.value, { press: { verb: 'reword', value: {} }, spot, conversation, id, trigger });
}
