import type { CaseView } from '../../../src/handoff/port/views.ts';
import type { NotDelivered, Outgoing } from '../../../src/message/delivery.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import { caseNotice } from '../../../src/screens/case.ts';
import type { Reference } from '../door.ts';
import type { CaseCard } from '../kept.ts';
import { toActivities } from '../message/activities.ts';
import { casePart, notePart } from '../note.ts';
import { type CardPart, cardOf } from '../render.ts';
import { createSay, type Say } from '../say.ts';
import { createBearers } from './bearers.ts';
import type { HandlerParts } from './handler-parts.ts';
import { createReferenceOf } from './reference-of.ts';

type Done = Result<undefined, NotDelivered>;

const LATER = err({ kind: 'later', why: 'the store is down' } as const);

/** What changes a card that is there already, and is worth no message of its own. */
const IN_PLACE: ReadonlySet<Outgoing['kind']> = new Set(['searching', 'yours', 'offer_over', 'released']);

/**
 * Shows a message of a case to the person it is for, in their personal chat, and brings the card of the case up to date in its
 * place. Given again after a crash it is not said twice, but for the instant between the saying and the noting.
 */
export function createDeliver(parts: HandlerParts): (message: Outgoing) => Promise<Done> {
  const { context, kept, sender, spoken } = parts;
  const { helping, log } = context;
  const referenceOf = createReferenceOf(parts);
  const stand = createBearers(parts);

  return async (message) => {
    const before = await kept.delivered(message.id);
    if (!before.ok) return LATER;
    if (before.value) return ok(undefined);
    const to = await referenceOf(message);
    if (!to.ok) return to;
    const say = createSay(message.language);
    spoken.note({ reference: to.value, scope: 'personal' }, message.language);
    const view = await viewOf(message);
    const card = await kept.caseCard(message.person, message.case);
    if (!card.ok) return LATER;
    const bringUpToDate = async () => card.value !== undefined && update(card.value, to.value, message, view, say);
    const { person, case: id, text } = message;
    const borne = { person, case: id, view, to: to.value };
    if (IN_PLACE.has(message.kind) && (await bringUpToDate())) {
      if (card.value !== undefined) await stand({ ...borne, bearer: card.value }, say);
    } else {
      const sent = await sender.send(to.value, toActivities({ card: noticePart(message, view, say) }, say));
      if (!sent.ok) return err(sent.error);
      // After: what can be done leaves the card for this message.
      if (!IN_PLACE.has(message.kind)) await bringUpToDate();
      const shown = sent.value.at(-1);
      await noteCard(message, to.value, shown, card.value);
      const { conversation } = to.value;
      if (shown !== undefined) await stand({ ...borne, bearer: { conversation, id: shown, text } }, say);
    }
    const noted = await kept.keepDelivered(message.id, message.person);
    if (!noted.ok) log.warn({ message: message.id }, 'a message of a case may be shown twice: the store is down');
    log.info({ case: message.case, kind: message.kind }, 'delivered');
    return ok(undefined);
  };

  /** Undefined for a case that this person may no longer see: they are told so, and no more. */
  async function viewOf({ person, case: id }: Outgoing): Promise<CaseView | undefined> {
    const view = await helping.view(person, id);
    return view.ok ? view.value : undefined;
  }

  /** The card where the case stands: as it stands now, or that it is over. */
  async function update(
    card: CaseCard,
    to: Reference,
    { kind, text }: Outgoing,
    view: CaseView | undefined,
    say: Say,
  ): Promise<boolean> {
    const over = kind === 'offer_over' || kind === 'released' || view === undefined;
    // What can be done stands once: under the message that follows, where there is one.
    const part = over ? notePart(text, say) : casePart(IN_PLACE.has(kind) ? view : { ...view, may: [] }, say);
    const activities = toActivities({ card: part }, say);
    const [activity] = activities;
    // A case that takes more than a card is followed by its messages, and opened from the list.
    if (activities.length > 1) return false;
    const done = await sender.update({ ...to, conversation: card.conversation }, card.id, activity);
    if (!done.ok) log.warn({ why: done.error.why }, 'a card of a case could not be brought up to date');
    return done.ok;
  }

  /** The first message of a case is where it stands from then on; each one can be replied to by quoting it. */
  async function noteCard(
    { person, case: id, kind }: Outgoing,
    { conversation }: Reference,
    sent: string | undefined,
    before: CaseCard | undefined,
  ): Promise<void> {
    if (sent === undefined) return;
    if (before === undefined || kind === 'offer') await kept.keepCaseCard(person, id, { conversation, id: sent });
    else await kept.keepCaseWords(person, id, { conversation, id: sent });
  }
}

/** What was said, with what may be done about it; an offer is the case itself. */
function noticePart(message: Outgoing, view: CaseView | undefined, say: Say): CardPart {
  const { language } = say;
  if (view === undefined) return notePart(message.text, say);
  if (message.kind === 'offer') return casePart(view, say);
  return cardOf(caseNotice(message, view, { language, writes: 'box', about: true }));
}
