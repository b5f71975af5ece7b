import { err, ok, type Result } from '../result.ts';
import type { Role } from '../vocabulary/people.ts';
import { PURCHASE_STAGES, type PurchaseStage } from '../vocabulary/purchases.ts';
import type { PurchaseAct, PurchaseFault } from './port/purchasing.ts';
import type { Purchase } from './purchase.ts';

export type Seat = Role | 'coordinator';

/** Which stages each side brings a purchase to; the buyer's may be skipped: an order under a contract has no procedure. */
const MOVES: Readonly<Record<Role, readonly PurchaseStage[]>> = {
  buyer: ['procedure', 'consultation', 'awarded', 'ordered', 'closed'],
  prescriber: ['delivered', 'assessed', 'closed'],
};

const at = (stage: PurchaseStage) => PURCHASE_STAGES.indexOf(stage);

/** Where its reader may bring it from where it stands; what is received was ordered first, what is assessed was received. */
export function movesOf({ stage }: Purchase, seat: Seat): readonly PurchaseStage[] {
  if (seat === 'coordinator' || stage === 'draft' || stage === 'closed') return [];
  return MOVES[seat].filter((to) => {
    if (at(to) <= at(stage)) return false;
    if (to === 'delivered') return stage === 'ordered';
    if (to === 'assessed') return stage === 'delivered';
    return seat !== 'buyer' || stage !== 'received' || to === 'closed';
  });
}

export function mayOf(purchase: Purchase, seat: Seat): readonly PurchaseAct['kind'][] {
  const { stage, agreed, buyers, questions } = purchase;
  const after = [
    ...mayOfPurpose(purchase, seat),
    ...(mayOfferClause(purchase, seat) ? (['clause'] as const) : []),
    ...(stage === 'draft' ? [] : (['file'] as const)),
  ];
  if (stage === 'closed') return after.filter((kind) => kind !== 'purpose' && kind !== 'skip_purpose');
  const call = mayCall(purchase, seat) ? (['call'] as const) : [];
  if (stage === 'draft') return seat === 'prescriber' ? ['send', 'complete', ...call] : [];
  // Told that it waits in vain for its buyer, a coordinator may take it, whether the buyer is away or gone.
  if (seat === 'coordinator') return buyers.length === 0 || purchase.escalated ? ['take'] : [];
  const asked = questions.some(({ side, answer }) => side !== seat && answer === undefined);
  return [
    ...(seat === 'buyer' && (stage === 'received' || buyers.length === 0) ? (['take'] as const) : []),
    ...(asked ? (['answer'] as const) : []),
    'ask',
    'say',
    ...(agreed[seat] === undefined ? (['agree'] as const) : []),
    ...(movesOf(purchase, seat).length > 0 ? (['move'] as const) : []),
    ...(purchase.comments.some(({ answer }) => answer === undefined) ? (['answer_comment'] as const) : []),
    ...call,
    ...after,
    'sheet',
  ];
}

function mayOfferClause({ buyers, stage }: Purchase, seat: Seat): boolean {
  return at(stage) >= at('taken') && (seat === 'buyer' || (seat === 'prescriber' && buyers.length === 0));
}

/** A reservist helps whoever buys; a department is helped by its buyer, unless it has none. */
function mayCall({ buyers, inbox, stage }: Purchase, seat: Seat): boolean {
  if (seat === 'prescriber') return buyers.length === 0 && (stage !== 'draft' || inbox.length === 0);
  return seat === 'buyer';
}

/** What it is for is for either side to say; whether it was so, once it was delivered or the day chosen has come. */
function mayOfPurpose({ purpose, stage }: Purchase, seat: Seat): readonly PurchaseAct['kind'][] {
  if (seat === 'coordinator') return [];
  if (purpose === undefined) return seat === 'prescriber' ? ['purpose', 'skip_purpose'] : ['purpose'];
  if (purpose === 'skipped') return ['purpose'];
  if (purpose.outcome !== undefined) return purpose.lesson ? [] : ['lesson'];
  return purpose.recalled || at(stage) >= at('delivered') ? ['outcome'] : ['purpose'];
}

/** Whether the act may be done where the purchase stands now. @param seen as it stood when it was decided on */
export function checkAct(
  now: Purchase,
  act: PurchaseAct,
  seat: Seat,
  seen: Purchase,
): Result<undefined, PurchaseFault> {
  const stale = err({ kind: 'stale' } as const);
  if (!mayOf(now, seat).includes(act.kind)) return stale;
  switch (act.kind) {
    case 'agree':
      // Each signs what they have before them.
      return seen.formVersion === now.formVersion ? ok(undefined) : stale;
    case 'send':
      return seen.formVersion === now.formVersion && seen.stage === now.stage ? ok(undefined) : stale;
    case 'move':
      return seen.stage === now.stage && movesOf(now, seat).includes(act.to) ? ok(undefined) : stale;
    case 'answer': {
      const question = now.questions.find(({ id }) => id === act.question);
      return question === undefined || question.answer !== undefined || question.side === seat
        ? stale
        : checkText(act.text);
    }
    case 'ask':
    case 'say':
      return checkText(act.text);
    case 'complete':
      return act.answers.length === 0 ? err({ kind: 'empty' }) : ok(undefined);
    case 'purpose':
      return act.serves.trim() === '' && act.effects.length === 0 ? err({ kind: 'empty' }) : atMost(act.serves);
    case 'outcome':
      return atMost(act.text);
    case 'clause': {
      const empty = [act.title, act.context, act.became].some((text) => text.trim() === '');
      return empty ? err({ kind: 'empty' }) : checkText(act.text);
    }
    case 'lesson':
      return act.question.trim() === '' ? err({ kind: 'empty' }) : checkText(act.answer);
    case 'answer_comment':
      return now.comments.some(({ id, answer }) => id === act.comment && answer === undefined)
        ? checkText(act.text)
        : stale;
    case 'sheet':
      return act.lines.length === 0 ? err({ kind: 'empty' }) : ok(undefined);
    case 'call':
    case 'file':
    case 'skip_purpose':
    case 'take':
      return ok(undefined);
  }
}

/** Characters. */
const LONGEST_WORDS = 2_000;

function checkText(text: string): Result<undefined, PurchaseFault> {
  return text.trim() === '' ? err({ kind: 'empty' }) : atMost(text);
}

function atMost(text: string): Result<undefined, PurchaseFault> {
  return text.length > LONGEST_WORDS ? err({ kind: 'too_long', limit: LONGEST_WORDS }) : ok(undefined);
}
