import { frenchTypography } from '../french/typography.ts';
import { purchaseHelpTexts as helpTexts } from '../text/purchase-help-texts.ts';
import { purchaseTexts } from '../text/purchase-texts.ts';
import { purposeTexts } from '../text/purpose-texts.ts';
import type { Role } from '../vocabulary/people.ts';
import type { Purchase, PurchaseEvent } from './purchase.ts';
import type { Telling } from './purchase-records.ts';
import { waitsFor } from './waiting.ts';

const { told, stages } = purchaseTexts.fr;

/** The people of a side; a purchase that nobody has taken is in an inbox. */
function peopleOf({ prescribers, buyers, inbox }: Purchase, side: Role): readonly string[] {
  if (side === 'prescriber') return prescribers;
  return buyers.length > 0 ? buyers : inbox;
}

function leavesOf({ purpose }: Purchase): string {
  return typeof purpose === 'object' ? purpose.leaves.map(({ effect }) => effect).join(' ; ') : '';
}

const without = (people: readonly string[], one: string | undefined) => people.filter((person) => person !== one);

/** @param brief the same without what one side wrote to the other; the text itself when left out */
function tellEach(people: readonly string[], text: string, brief: string | undefined): readonly Telling[] {
  const words = { text: frenchTypography(text), ...(brief === undefined ? {} : { brief: frenchTypography(brief) }) };
  return people.map((person) => ({ person, ...words }));
}

/** The words that an event sends, to the other side: nobody is told what they have just done. Plain text. */
export function tellingsOf(
  after: Purchase,
  event: PurchaseEvent,
  {
    nameOf,
    coordinators,
  }: { readonly nameOf: (person: string | undefined) => string; readonly coordinators: readonly string[] },
): readonly Telling[] {
  const what = after.form.title;
  const who = nameOf(event.by);
  const to = (people: readonly string[], text: string, brief?: string) =>
    tellEach(without(people, event.by), text, brief);
  const across = (side: Role, text: string, brief?: string) =>
    to(peopleOf(after, side === 'buyer' ? 'prescriber' : 'buyer'), text, brief);
  const everyone = [...after.prescribers, ...peopleOf(after, 'buyer')];
  switch (event.kind) {
    case 'sent':
      return to(peopleOf(after, 'buyer'), told.sent(who, what));
    case 'named':
      return event.side === 'buyer' ? to(after.prescribers, told.taken(who, what)) : [];
    case 'said':
    case 'asked':
    case 'answered':
      return across(event.side, told[event.kind](who, what, event.reworded), told[event.kind](who, what, told.unread));
    case 'letter':
      // Nothing of a draft is told: whoever gets it reads the letter in it.
      if (after.stage === 'draft') return [];
      return across(event.side, told.said(who, what, event.text), told.said(who, what, told.unread));
    case 'agreed':
      return across(event.side, told.agreed(who, what));
    case 'moved': {
      const moved = (why: string | undefined) => told.moved(who, what, stages[event.to], why);
      return event.to === 'taken' ? [] : to(everyone, moved(event.why), moved(undefined));
    }
    case 'reminded': {
      const side = waitsFor(after);
      return side === undefined ? [] : to(peopleOf(after, side), told.reminded(what));
    }
    case 'escalated':
      // Where nobody coordinates, whoever is in it knows that nobody else was told.
      return to(coordinators.length > 0 ? coordinators : everyone, told.escalated(what));
    case 'recalled': {
      const { recalled } = purposeTexts.told;
      return to(everyone, recalled(what, leavesOf(after)), recalled(what, ''));
    }
    case 'outcome':
      return to(everyone, purposeTexts.told.outcome(who, what, purposeTexts.was[event.was]));
    case 'reservist_joined':
      return to(everyone, helpTexts.told.joined(what));
    case 'reservist_said':
    case 'commented': {
      // Whoever asked is told where they asked.
      const asked = after.help.find((one) => one.case === event.case)?.by;
      const others = (people: readonly string[]) => without(people, asked);
      const say = (words: string) => helpTexts.told.said(what, words);
      return [
        ...to(others(after.prescribers), say(event.reworded), say(told.unread)),
        ...to(others(peopleOf(after, 'buyer')), say(event.text), say(told.unread)),
      ];
    }
    case 'clause_offered':
    case 'help_asked':
    case 'comment_answered':
    case 'purpose':
    case 'purpose_skipped':
    case 'lesson_offered':
    case 'opened':
    case 'form':
    case 'sheet':
    case 'shared':
    case 'unshared':
    case 'vacated':
    case 'decided':
    case 'file_named':
      return [];
  }
}
