import type { Attempt } from '../attempts/attempts.ts';
import type { Buying } from '../bodies/port/buying.ts';
import type { Masker } from '../masking/finding.ts';
import { keyOf } from '../once.ts';
import type { Person } from '../reserve/person.ts';
import { assertNever, err, ok, type Result } from '../result.ts';
import { catalogues } from '../text/catalogues.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import { LONGEST_TEXT } from '../vocabulary/rewording.ts';
import { buyersOf, seatAt } from './access.ts';
import { answerComment, type BringBackParts, bringBack, bringBackFrom } from './bring-back.ts';
import { checkAct, type Seat } from './decide.ts';
import { foldPurchase } from './fold.ts';
import type { PurchaseAct, PurchaseFault, PurchaseRow, PurchaseView, Purchasing } from './port/purchasing.ts';
import type { Purchase } from './purchase.ts';
import { give, open, type PurchasesParts, ring, type Step } from './purchases.ts';
import { type PurposeParts, purposeSteps } from './purpose-steps.ts';
import { formOf, type SlotAnswer, sayAcross, withAnswers } from './say-across.ts';
import { namesIn, rowOf, viewOf } from './view.ts';
import { withoutDetails } from './without-details.ts';

export interface PurchasingParts extends BringBackParts, PurposeParts {
  /** Left out where no body keeps a table of who buys what. */
  readonly buying?: Buying | undefined;
  /** Left out, a need is kept as it is typed, whatever it tells of somebody. */
  readonly masker?: Masker | undefined;
}

type Steps = Promise<Result<readonly Step[], PurchaseFault>>;

const down = err({ kind: 'store_down' } as const);
const unknown = err({ kind: 'unknown_purchase' } as const);

/** Purchases as the faces use them, and the clock that lets none of them wait unseen. */
export function createPurchasing(parts: PurchasingParts): Purchasing & {
  readonly ring: (attempt: Attempt) => Promise<Result<number, StoreDown>>;
} {
  const { records, reserve } = parts;

  const show = async (purchase: Purchase, by: Person, seat: Seat): Promise<Result<PurchaseView, PurchaseFault>> => {
    const people = await reserve.people();
    const effects = parts.effectsFor(purchase.form.cpv);
    return people.ok ? ok(viewOf(purchase, by, seat, { nameOf: namesIn(people.value), effects })) : down;
  };

  return {
    ring: (attempt) => ring(parts, attempt),
    draft: async (by, typed, once, as) => {
      // What leaves is seen without somebody's health first; whoever wants it whole says so.
      const plain =
        as === 'whole' || typed.length > LONGEST_TEXT ? undefined : parts.masker && withoutDetails(parts.masker, typed);
      const words = plain ?? typed;
      const person = await reserve.person(by);
      if (!person.ok) return down;
      if (person.value === undefined) return unknown;
      if (words.trim() === '') return err({ kind: 'empty' });
      if (words.length > LONGEST_TEXT) return err({ kind: 'too_long', limit: LONGEST_TEXT });
      const form = await formOf(parts.interpret, words);
      if (!form.ok) return form;
      if (form.value === undefined) return err({ kind: 'no_need' });
      const { form: read, thing } = form.value;
      // By the thing alone: «pour la rentrée» is in no table, nor is how many.
      const to = await buyersOf(parts, person.value, { cpv: read.cpv, text: thing.replace(/\d+/g, ' ') });
      if (!to.ok) return down;
      const { organisation } = person.value;
      const key = keyOf(by, once, 'purchase', typed, ...(as === 'whole' ? [as] : []));
      const opened = await open(parts, by, key, [
        { kind: 'opened', organisation, words, form: read, ...to.value },
        ...(as === 'letter' ? [{ kind: 'letter', side: 'prescriber', text: words } as const] : []),
      ]);
      return opened.ok ? show(opened.value, person.value, 'prescriber') : opened;
    },
    view: async (by, id) => {
      const found = await findSeat(parts, by, id);
      if (!found.ok) return found;
      const now = found.value.purchase.help.length === 0 ? ok(found.value.purchase) : await bringBack(parts, id);
      return now.ok ? show(now.value, found.value.person, found.value.seat) : now;
    },
    act: async (by, id, act, once) => {
      const found = await findSeat(parts, by, id);
      if (!found.ok) return found;
      const { person } = found.value;
      const key = keyOf(by, once, 'purchase', id, act);
      const done = await give(parts, id, by, key, async (now, events) => {
        const seat = seatAt(now, person);
        if (seat === undefined) return unknown;
        const { on } = once ?? {};
        const seen = on === undefined || on <= 0 ? now : foldPurchase(id, events.slice(0, on));
        const allowed = checkAct(now, act, seat, seen);
        return allowed.ok ? stepsOf(parts, now, act, { seat, person, key }) : allowed;
      });
      if (!done.ok) return done;
      return show(done.value, person, seatAt(done.value, person) ?? found.value.seat);
    },
    bringBack: (caseId) => bringBackFrom(parts, caseId),
    exportOf: (by) => exportOf(records, by),
    mine: (by) => mine(parts, by),
  };
}

/** What somebody said in their demandes, with where each stands. */
async function exportOf(records: PurchasingParts['records'], by: string): ReturnType<Purchasing['exportOf']> {
  const summaries = await records.of(by);
  if (!summaries.ok) return down;
  const held: unknown[] = [];
  for (const { id, openedAt, stage, side } of summaries.value) {
    const events = await records.eventsOf(id);
    if (!events.ok) return down;
    const { form } = foldPurchase(id, events.value);
    // What others said is theirs.
    held.push({ title: form.title, openedAt, stage, side, mine: events.value.filter((event) => event.by === by) });
  }
  return ok(held);
}

/** The demandes of somebody, a row each. */
async function mine({ records, reserve }: PurchasesParts, by: string): ReturnType<Purchasing['mine']> {
  const [person, summaries, people] = [await reserve.person(by), await records.of(by), await reserve.people()];
  if (!person.ok || !summaries.ok || !people.ok) return down;
  const nameOf = namesIn(people.value);
  const rows: PurchaseRow[] = [];
  for (const { id } of summaries.value) {
    const events = await records.eventsOf(id);
    if (!events.ok) return down;
    const purchase = foldPurchase(id, events.value);
    const seat = seatAt(purchase, person.value);
    if (seat !== undefined) rows.push(rowOf(purchase, seat, nameOf));
  }
  return ok(rows);
}

/** To anyone who has no seat there is no such purchase. */
export async function findSeat({ records, reserve }: PurchasesParts, by: string, id: string) {
  const [person, events] = [await reserve.person(by), await records.eventsOf(id)];
  if (!person.ok || !events.ok) return down;
  const purchase = foldPurchase(id, events.value);
  const seat = seatAt(purchase, person.value);
  return person.value === undefined || seat === undefined ? unknown : ok({ person: person.value, purchase, seat });
}

async function stepsOf(
  parts: PurchasingParts,
  now: Purchase,
  act: PurchaseAct,
  { seat, person, key }: { readonly seat: Seat; readonly person: Person; readonly key: string | undefined },
): Steps {
  // Only a purchase that nobody has taken is taken by a coordinator, who then buys it.
  const side = seat === 'coordinator' ? 'buyer' : seat;
  switch (act.kind) {
    case 'send':
      return ok([{ kind: 'sent' }]);
    case 'take':
      return ok([
        { kind: 'named', person: person.id, side: 'buyer' },
        { kind: 'moved', to: 'taken' },
      ]);
    case 'agree':
      return ok([{ kind: 'agreed', side, form: now.formVersion }]);
    case 'move':
      return ok([{ kind: 'moved', to: act.to, ...(act.why === '' ? {} : { why: act.why }) }]);
    case 'complete':
      return ok(completed(now, act.answers));
    case 'say':
    case 'ask': {
      const text = act.text.trim();
      const reworded = await sayAcross(parts.interpret, side, text);
      if (!reworded.ok) return reworded;
      return ok([{ kind: act.kind === 'ask' ? 'asked' : 'said', side, text, reworded: reworded.value }]);
    }
    case 'answer': {
      const text = act.text.trim();
      const reworded = await sayAcross(parts.interpret, side, text);
      if (!reworded.ok) return reworded;
      const answered: Step = { kind: 'answered', side, question: act.question, text, reworded: reworded.value };
      if (side === 'buyer') return ok([answered]);
      const form = await reformed(parts, now, text);
      return form.ok ? ok([answered, ...form.value]) : form;
    }
    case 'sheet':
      return ok([{ kind: 'sheet', lines: act.lines }]);
    case 'file':
      return ok([{ kind: 'file_named', name: act.name }]);
    case 'call':
      return ok([
        // Whoever buys alone sends it to nobody: it is under way.
        ...(now.stage === 'draft' ? ([{ kind: 'sent' }, { kind: 'moved', to: 'taken' }] as const) : []),
        { kind: 'help_asked', case: act.case, section: act.section },
      ]);
    case 'answer_comment':
      return answerComment(parts, now, act, { by: person.id, key });
    case 'purpose':
    case 'skip_purpose':
    case 'outcome':
    case 'lesson':
    case 'clause':
      return purposeSteps(parts, now, act, person.id);
    default:
      return assertNever(act);
  }
}

/** What is asked of a need, answered by whoever has it. */
function completed({ words, form }: Purchase, answers: readonly SlotAnswer[]): readonly Step[] {
  const said = answers.map(({ slot, text }) => `${catalogues.fr.rewording.slot[slot]} : ${text}`).join('\n');
  return [{ kind: 'form', words: withinLimit(words, said), form: withAnswers(form, answers) }];
}

/** What the prescriber adds is read with the need as long as both are a sentence, and what was signed before is undone. */
async function reformed({ interpret }: PurchasingParts, { words, form }: Purchase, added: string): Steps {
  const longer = withinLimit(words, added);
  const made = await formOf(interpret, longer);
  if (!made.ok) return made;
  const lines = made.value?.form.lines ?? [];
  const kept = form.lines.filter(({ name }) => !lines.some((line) => line.name === name));
  return ok([{ kind: 'form', words: longer, form: { ...form, lines: [...lines, ...kept] } }]);
}

/** With what was added, as far as a text goes. */
const withinLimit = (words: string, added: string): string => {
  const longer = `${words.trimEnd()}\n${added}`;
  return longer.length > LONGEST_TEXT ? words : longer;
};
