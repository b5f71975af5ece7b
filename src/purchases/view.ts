import type { Person } from '../reserve/person.ts';
import { isBuyer } from '../reserve/signed-in.ts';
import { mayOf, movesOf, type Seat } from './decide.ts';
import type { CommentView, PurchaseLine, PurchaseRow, PurchaseView } from './port/purchasing.ts';
import type { Purchase, PurchaseEvent } from './purchase.ts';
import { waitsFor } from './waiting.ts';
import { isWithoutDetails } from './without-details.ts';

type NameOf = (id: string | undefined) => string;

export function namesIn(people: readonly Person[]): NameOf {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => (id === undefined ? '' : (names.get(id) ?? ''));
}

/** A purchase as one of those named in it reads it. @param reader their id */
export function viewOf(
  purchase: Purchase,
  person: Person,
  seat: Seat,
  { nameOf, effects }: { readonly nameOf: NameOf; readonly effects: PurchaseView['effects'] },
): PurchaseView {
  const reader = person.id;
  // Whoever buys reads a colleague's words as they are, on whichever side of the purchase.
  const buys = seat !== 'prescriber' || isBuyer(person);
  const { id, version, form, words, stage, contracts, sheet, questions, agreed, openedAt, since, log, purpose } =
    purchase;
  return {
    id,
    version,
    side: seat,
    title: form.title,
    words,
    detailsOut: isWithoutDetails(words),
    form,
    stage,
    ...namedIn(purchase, nameOf),
    buys,
    waits: waitsOf(purchase, seat),
    contracts,
    sheet,
    questions: questions
      .filter(({ answer }) => answer === undefined)
      .map(({ id: question, side, text, reworded }) => ({
        id: question,
        forYou: side !== seat && seat !== 'coordinator',
        ...readBy(side === seat, text, reworded),
      })),
    answered: questions.flatMap(({ side, text, reworded, answer }) =>
      answer === undefined
        ? []
        : [
            {
              name: readBy(side === seat, text, reworded).text,
              value: readBy(side !== seat, answer.text, answer.reworded).text,
            },
          ],
    ),
    agreed: { prescriber: agreed.prescriber !== undefined, buyer: agreed.buyer !== undefined },
    letter: log.find((event) => event.kind === 'letter')?.text,
    comments: commentsOf(purchase, reader, buys),
    purpose,
    effects,
    lines: log.flatMap((event) => lineOf(event, { reader, seat, buys }, nameOf)),
    may: mayOf(purchase, seat),
    moves: movesOf(purchase, seat),
    openedAt,
    since,
  };
}

export function rowOf(purchase: Purchase, seat: Seat, nameOf: NameOf): PurchaseRow {
  const { id, form, stage, openedAt, since } = purchase;
  return {
    id,
    title: form.title,
    stage,
    waits: waitsOf(purchase, seat),
    ...namedIn(purchase, nameOf),
    side: seat,
    openedAt,
    since,
  };
}

function namedIn({ buyers, prescribers, inbox }: Purchase, nameOf: NameOf) {
  const names = (ids: readonly string[]) => ids.map(nameOf).filter((name) => name !== '');
  return { buyers: names(buyers), prescribers: names(prescribers), inbox: names(inbox) };
}

function waitsOf(purchase: Purchase, seat: Seat): PurchaseView['waits'] {
  const side = waitsFor(purchase);
  if (side === undefined) return undefined;
  return side === seat ? 'you' : 'other';
}

/** One's own words as they are; the other side's with what they mean, and the very words beside where those do not stand first. */
function readBy(own: boolean, text: string, reworded: string): { readonly text: string; readonly original?: string } {
  if (own) return { text };
  return reworded.startsWith(text) ? { text: reworded } : { text: reworded, original: text };
}

function commentsOf({ comments, help }: Purchase, reader: string, buys: boolean): readonly CommentView[] {
  return comments.map(({ id, case: of, paragraph, text, reworded, answer }) => {
    const asked = help.find((one) => one.case === of);
    const on = paragraph === undefined ? '' : (asked?.paragraphs[paragraph - 1] ?? '');
    const forYou = asked?.by === reader && answer === undefined;
    return { id, paragraph, on, answer, forYou, ...readBy(buys, text, reworded) };
  });
}

function lineOf(
  event: PurchaseEvent,
  { reader, seat, buys }: { readonly reader: string; readonly seat: Seat; readonly buys: boolean },
  nameOf: NameOf,
): readonly PurchaseLine[] {
  const { at } = event;
  const who = nameOf(event.by);
  switch (event.kind) {
    case 'said':
    case 'asked':
    case 'answered':
      return [
        {
          kind: 'said',
          who,
          mine: event.by === reader,
          at,
          ...readBy(event.side === seat, event.text, event.reworded),
        },
      ];
    case 'reservist_said':
      return [{ kind: 'said', who: 'reservist', mine: false, at, ...readBy(buys, event.text, event.reworded) }];
    case 'sent':
    case 'form':
    case 'agreed':
    case 'reminded':
    case 'escalated':
    case 'purpose':
    case 'recalled':
    case 'lesson_offered':
    case 'file_named':
    case 'letter':
    case 'clause_offered':
    case 'help_asked':
    case 'reservist_joined':
    case 'shared':
    case 'unshared':
    case 'vacated':
    case 'sheet':
      return [{ kind: 'step', at, who, what: event.kind }];
    case 'named':
      return event.side === 'buyer' ? [{ kind: 'step', at, who, what: 'taken' }] : [];
    case 'moved':
      if (event.to === 'taken') return [];
      return [{ kind: 'step', at, who, what: event.to, ...(event.why === undefined ? {} : { why: event.why }) }];
    default:
      return [];
  }
}
