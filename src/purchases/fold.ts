import { assertNever } from '../result.ts';
import type { Role } from '../vocabulary/people.ts';
import { PURCHASE_STAGES, type PurchaseStage } from '../vocabulary/purchases.ts';
import type { Purchase, PurchaseEvent, PurchaseForm, Purpose } from './purchase.ts';

const NO_FORM: PurchaseForm = { title: '', lines: [], asks: [] };

/** Before anything happened. */
export function emptyPurchase(id: string): Purchase {
  return {
    id,
    version: 0,
    organisation: '',
    prescribers: [],
    buyers: [],
    inbox: [],
    contracts: [],
    words: '',
    form: NO_FORM,
    formVersion: 0,
    sheet: [],
    stage: 'draft',
    questions: [],
    help: [],
    comments: [],
    purpose: undefined,
    share: undefined,
    agreed: {},
    log: [],
    openedAt: '',
    since: '',
    reminded: false,
    escalated: false,
  };
}

/** Takes any events in any order: what makes no sense where it stands changes nothing, the same key twice is once. */
export function foldPurchase(id: string, events: readonly PurchaseEvent[]): Purchase {
  return events.reduce(applyToPurchase, emptyPurchase(id));
}

const NO_STEPS: ReadonlySet<string> = new Set(['reminded', 'escalated', 'shared', 'unshared', 'vacated']);

export function applyToPurchase(before: Purchase, event: PurchaseEvent): Purchase {
  const counted = { ...before, version: before.version + 1 };
  if (before.log.some(({ key }) => key === event.key)) return counted;
  const after = { ...counted, ...changed(before, event), log: [...before.log, event] };
  // A reminder is no step, nor is a page to be read: what waits goes on waiting.
  if (NO_STEPS.has(event.kind)) return after;
  return { ...after, since: [before.since, event.at].toSorted()[1] ?? '', reminded: false, escalated: false };
}

function changed(before: Purchase, event: PurchaseEvent): Partial<Purchase> {
  switch (event.kind) {
    case 'opened': {
      if (before.organisation !== '') return {};
      const { organisation, words, form, buyers, inbox, contracts, at, by } = event;
      const prescribers = by === undefined ? [] : [by];
      return { organisation, words, form, buyers, inbox, contracts, prescribers, formVersion: 1, openedAt: at };
    }
    case 'form':
      return { words: event.words, form: event.form, formVersion: before.formVersion + 1, agreed: {} };
    case 'sent':
      return movedOn(before, 'received');
    case 'named':
      return named(before, event.person, event.side);
    case 'asked': {
      const { key: id, side, text, reworded } = event;
      return { questions: [...before.questions, { id, side, text, reworded }] };
    }
    case 'answered': {
      const { question, text, reworded } = event;
      const answered = before.questions.map((one) =>
        one.id === question && one.answer === undefined ? { ...one, answer: { text, reworded } } : one,
      );
      return { questions: answered };
    }
    case 'agreed':
      return event.form === before.formVersion ? { agreed: { ...before.agreed, [event.side]: event.at } } : {};
    case 'moved':
      return movedOn(before, event.to);
    case 'sheet':
      return { sheet: event.lines };
    case 'reminded':
      return { reminded: true };
    case 'escalated':
      return { escalated: true };
    case 'purpose':
      return purposed(before, event);
    case 'purpose_skipped':
      return before.purpose === undefined ? { purpose: 'skipped' } : {};
    case 'recalled':
      return withPurpose(before, { recalled: true });
    case 'outcome': {
      const { was, text, at } = event;
      const came = before.stage === 'delivered' ? movedOn(before, 'assessed') : {};
      return { ...withPurpose(before, { outcome: { was, text, at } }), ...came };
    }
    case 'lesson_offered':
      return withPurpose(before, { lesson: true });
    case 'help_asked':
    case 'reservist_joined':
    case 'reservist_said':
    case 'commented':
    case 'comment_answered':
      return helped(before, event);
    case 'shared': {
      const { by, hash, until, asks } = event;
      return { share: { by, hash, until, asks } };
    }
    case 'unshared':
      return { share: undefined };
    case 'vacated':
      return { buyers: [], inbox: event.inbox, agreed: withoutBuyer(before.agreed) };
    case 'clause_offered':
    case 'said':
    case 'decided':
    case 'file_named':
    case 'letter':
      return {};
    default:
      return assertNever(event);
  }
}

type HelpEvent = Extract<
  PurchaseEvent,
  { readonly kind: 'help_asked' | 'reservist_joined' | 'reservist_said' | 'commented' | 'comment_answered' }
>;

/** What a reservist is asked, says, and is answered. */
function helped(before: Purchase, event: HelpEvent): Partial<Purchase> {
  switch (event.kind) {
    case 'help_asked': {
      if (before.help.some((one) => one.case === event.case)) return {};
      const asked = { case: event.case, by: event.by, paragraphs: event.section, joined: false, brought: 0 };
      return { help: [...before.help, asked] };
    }
    case 'reservist_joined':
      return { help: before.help.map((one) => (one.case === event.case ? { ...one, joined: true } : one)) };
    case 'reservist_said':
      return { help: broughtOf(before, event) };
    case 'commented': {
      const { key: id, case: of, paragraph, text, reworded } = event;
      const comments = [...before.comments, { id, case: of, paragraph, text, reworded }];
      return { comments, help: broughtOf(before, event) };
    }
    case 'comment_answered': {
      const answered = before.comments.map((one) =>
        one.id === event.comment && one.answer === undefined ? { ...one, answer: event.text } : one,
      );
      return { comments: answered };
    }
    default:
      return assertNever(event);
  }
}

/** Whoever takes it signs for themselves. */
function withoutBuyer({ buyer: _, ...agreed }: Purchase['agreed']): Purchase['agreed'] {
  return agreed;
}

function broughtOf({ help }: Purchase, { case: of, nth }: { readonly case: string; readonly nth: number }) {
  return help.map((one) => (one.case === of ? { ...one, brought: Math.max(one.brought, nth + 1) } : one));
}

/** Said again, it takes the place of what was said before, until what came of it is known. */
function purposed(
  { purpose }: Purchase,
  event: Extract<PurchaseEvent, { readonly kind: 'purpose' }>,
): Partial<Purchase> {
  if (typeof purpose === 'object' && purpose.outcome !== undefined) return {};
  const { serves, leaves, recall } = event;
  return { purpose: { serves, leaves, recall, recalled: false, outcome: undefined, lesson: false } };
}

function withPurpose({ purpose }: Purchase, more: Partial<Purpose>): Partial<Purchase> {
  return typeof purpose === 'object' ? { purpose: { ...purpose, ...more } } : {};
}

/** A purchase goes forward, and what is over stays so. */
function movedOn({ stage }: Purchase, to: PurchaseStage): Partial<Purchase> {
  return PURCHASE_STAGES.indexOf(to) > PURCHASE_STAGES.indexOf(stage) ? { stage: to } : {};
}

/** One person stands on one side. */
function named({ prescribers, buyers, inbox }: Purchase, person: string, side: Role): Partial<Purchase> {
  if (prescribers.includes(person) || buyers.includes(person)) return {};
  return side === 'buyer'
    ? { buyers: [...buyers, person], inbox: inbox.filter((one) => one !== person) }
    : { prescribers: [...prescribers, person] };
}
