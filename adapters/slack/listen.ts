import type { PlatformEvent } from '../../src/intake/port/events.ts';
import { conversationOf } from './address.ts';
import type { SlackContext } from './context.ts';
import type { Desk } from './handle.ts';
import { needsForm, readOrder } from './handlers/commanded.ts';
import { opensForm, requestOf } from './handlers/forms.ts';
import { tell, workspaceOf } from './handlers/reply.ts';
import type { FormAnswer } from './handlers/submitted.ts';
import { ACTIONS } from './ids.ts';
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
import { note } from './note.ts';
import { type Receipt, typeOf } from './receiver.ts';
import { textsOf } from './texts.ts';
import { readValue } from './values.ts';
import { askView, availabilityView, consentView, needView } from './views/forms.ts';
import { consentMeta, readConsent, readState } from './views/state.ts';

type Body = Record<string, unknown>;
type Ack = (response?: string) => Promise<void>;

/**
 * What Slack sends, between its arrival and its acknowledgement: what must not be lost is kept first, what opens a form is done
 * at once since its right to do so ends after three seconds.
 */
export function createListeners(context: SlackContext, desk: Desk) {
  const { intake, log, atHand } = context;

  const take = async ({ id, lane, body }: Arrival): Promise<boolean> => {
    const event: PlatformEvent = { platform: 'slack', id, lane, body };
    const kept = await intake.take(event);
    if (!kept.ok) log.error({ id, kind: body.kind }, 'an event could not be kept');
    return kept.ok;
  };

  /** What lacks what it needs to be understood: somebody will look for it in the log. */
  const unread = async (body: Body, ack: () => Promise<void>): Promise<void> => {
    log.warn({ type: typeOf(body) }, 'a payload that could not be read was acknowledged');
    await ack();
  };

  /** Whether it is heard for the first time: Slack may send again what was acknowledged too late. */
  const isFirst = (id: string): boolean => {
    if (atHand.heard.get(id) === true) return false;
    atHand.heard.set(id, true);
    return true;
  };

  const event = async (body: Body, receipt: Receipt): Promise<void> => {
    const arrival = readEvent(body);
    // At once: in its lane it would wait for the answer that nobody wants any more.
    if (arrival?.body.kind === 'deleted') await desk.takeBack(arrival.body);
    if (arrival !== undefined && !(await take(arrival))) receipt.refused = true;
  };

  const later = (): string => textsOf('fr').slack.command.later;

  const command = async (body: Body, ack: Ack, _receipt: Receipt): Promise<void> => {
    const arrival = readCommand(body);
    if (arrival === undefined) return unread(body, ack);
    const order = readOrder(arrival.body.text);
    if (!needsForm(order)) return ack((await take(arrival)) ? undefined : later());
    await ack();
    if (!isFirst(arrival.id)) return;
    const commanded = await desk.placed(arrival.body);
    const { team, channel, user } = commanded;
    const found = await workspaceOf(context, team);
    if (!found.ok) return;
    const { people } = desk.tools;
    const texts = textsOf(await people.language(found.value, user));
    const place = { c: conversationOf({ team, channel, thread: undefined, user }) };
    const last = atHand.last.get(`${team}:${user}`);
    const question = order.kind === 'reservist' ? order.text || last?.question || '' : '';
    const view =
      order.kind === 'availability'
        ? availabilityView(texts.language, place)
        : order.kind === 'reword'
          ? needView(texts.language, place)
          : question === ''
            ? askView(texts.language, place)
            : await desk.forms.consentFor(
                found.value,
                user,
                requestOf(question, question === last?.question ? last : undefined),
                texts,
              );
    await desk.forms.open(found.value, arrival.trigger, commanded, view, question);
  };

  const action = async (body: Body, ack: Ack, _receipt: Receipt): Promise<void> => {
    const arrival = readClick(body);
    if (arrival === undefined) return unread(body, ack);
    const { trigger, id } = arrival;
    if (arrival.body.action === ACTIONS.consentRefresh) {
      await ack();
      const { team, user } = await desk.placed(arrival.body);
      return refreshConsent(body, team, user);
    }
    if (opensForm(arrival.body)) {
      await ack();
      if (!isFirst(id)) return;
      const clicked = await desk.placed(arrival.body);
      const found = await workspaceOf(context, clicked.team);
      if (found.ok) await desk.forms.onClick(found.value, clicked, trigger);
      return;
    }
    if (await take(arrival)) return ack();
    await ack();
    const found = await workspaceOf(context, arrival.body.team);
    if (found.ok) await tell(desk.tools, found.value, arrival.body, note(later(), 'fr'));
  };

  /** The preview under the choices as they stand in the form. */
  const refreshConsent = async (body: Body, team: string, user: string): Promise<void> => {
    const form = readFormOf(body);
    const found = await workspaceOf(context, team);
    if (form === undefined || !found.ok) return;
    const { people } = desk.tools;
    const known = await people.known(team, user);
    const language = await people.language(found.value, user);
    const meta = consentMeta.safeParse(readValue(form.private_metadata ?? undefined)).data;
    if (!known.ok || known.value === undefined || meta === undefined) return;
    const { k: caseId, c: shown } = meta;
    const choices = readConsent(readState(form.state), shown);
    const preview = await context.helping.revise(known.value.person, caseId, choices);
    if (!preview.ok) return;
    const view = JSON.stringify(consentView(preview.value, choices, language));
    const updated = await found.value.api.call('views.update', {
      view_id: form.id,
      ...(form.hash == null ? {} : { hash: form.hash }),
      view,
    });
    if (!updated.ok) log.warn({ team, fault: updated.error }, 'a form was not updated');
  };

  const messageShortcut = async (body: Body, ack: Ack, _receipt: Receipt): Promise<void> => {
    const arrival = readPicked(body);
    if (arrival === undefined) return unread(body, ack);
    if (await take(arrival)) return ack();
    await ack();
    const found = await workspaceOf(context, arrival.body.team);
    if (found.ok) await tell(desk.tools, found.value, arrival.body, note(later(), 'fr'));
  };

  const globalShortcut = async (body: Body, ack: Ack, _receipt: Receipt): Promise<void> => {
    const read = readShortcut(body);
    if (read === undefined) return unread(body, ack);
    await ack();
    if (read.trigger !== undefined && !isFirst(`shortcut:${read.trigger}`)) return;
    const { team, user, trigger } = await desk.placed(read);
    const found = await workspaceOf(context, team);
    if (!found.ok) return;
    const texts = textsOf(await desk.tools.people.language(found.value, user));
    const place = { c: conversationOf({ team, channel: user, thread: undefined, user: undefined }) };
    const spot = { team, channel: user, user };
    await desk.forms.open(found.value, trigger, spot, needView(texts.language, place));
  };

  const submission = async (
    body: Body,
    ack: (answer?: FormAnswer) => Promise<void>,
    _receipt: Receipt,
  ): Promise<void> => {
    const read = readSubmission(body);
    if (read === undefined) return unread(body, ack);
    const answer = await desk.submit(read);
    await (answer === undefined ? ack() : ack(answer));
  };

  /** On a message, or anywhere. */
  const shortcut = (body: Body, ack: Ack, receipt: Receipt): Promise<void> =>
    body['type'] === 'message_action' ? messageShortcut(body, ack, receipt) : globalShortcut(body, ack, receipt);

  return { event, command, action, shortcut, submission };
}
