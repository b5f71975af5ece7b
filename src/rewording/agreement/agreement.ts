import { assertNever } from '../../result.ts';
import type { Role } from '../../vocabulary/people.ts';
import type { Slot } from '../../vocabulary/rewording.ts';
import type { AgreedNeed, AgreementEvent, AgreementView, OpenedEvent } from '../port/agreement.ts';

/** The agreement that its events make; the first one opens it. */
export function fold(id: string, events: readonly [OpenedEvent, ...AgreementEvent[]]): AgreementView {
  const [opened, ...changes] = events;
  return changes.reduce(applyEvent, openAgreement(id, opened));
}

export function openAgreement(id: string, event: OpenedEvent): AgreementView {
  return {
    id,
    version: 1,
    status: { kind: 'open' },
    ...event.opening,
    ...(event.seats === undefined ? {} : { seats: event.seats }),
    wordings: [],
    exchanges: [],
    acceptances: {},
    history: [event],
  };
}

/** One more event; it is taken as allowed (`decide` in `rules.ts` says whether it is). */
export function applyEvent(view: AgreementView, event: AgreementEvent): AgreementView {
  return {
    ...view,
    ...changed(view, event),
    version: view.version + 1,
    history: [...view.history, event],
  };
}

function changed(view: AgreementView, event: AgreementEvent): Partial<AgreementView> {
  switch (event.kind) {
    case 'opened':
      return {};
    case 'corrected':
      return {
        needs: view.needs.map((need, index) => (index === event.need ? correctedNeed(need, event) : need)),
        questions: view.questions.filter(({ need, slot }) => need !== event.need || slot !== event.slot),
        acceptances: {},
      };
    case 'term_corrected': {
      const { words, concept, wording, by } = event;
      const others = view.wordings.filter((each) => each.words !== words || each.by !== by);
      const preferred = { words, ...(concept === undefined ? {} : { concept }), wording, by };
      return { wordings: [...others, preferred], acceptances: {} };
    }
    case 'asked':
      return { exchanges: [...view.exchanges, { question: view.version + 1, by: event.by, text: event.text }] };
    case 'answered':
      return {
        exchanges: view.exchanges.map((each) =>
          each.question === event.question ? { ...each, answer: { by: event.by, text: event.text } } : each,
        ),
      };
    case 'accepted': {
      const acceptances = { ...view.acceptances, [event.by]: event.at };
      const both = acceptances.prescriber !== undefined && acceptances.buyer !== undefined;
      return both ? { acceptances, status: { kind: 'agreed', at: event.at } } : { acceptances };
    }
    case 'withdrawn':
      return { status: { kind: 'withdrawn', at: event.at, by: event.by }, acceptances: {} };
    case 'reopened':
      return { status: { kind: 'open' }, acceptances: {} };
    default:
      return assertNever(event);
  }
}

function correctedNeed(need: AgreedNeed, { slot, value, by }: { slot: Slot; value: string; by: Role }): AgreedNeed {
  const said = sayingsOf(value).map((line) => ({ value: line }));
  return {
    ...need,
    slots: { ...need.slots, [slot]: { said, conflict: false, correctedBy: by } },
    missing: need.missing.filter((each) => each !== slot),
  };
}

/** The lines of a correction, without the empty ones. */
export function sayingsOf(value: string): readonly string[] {
  return value
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
