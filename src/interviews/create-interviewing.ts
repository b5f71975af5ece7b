import { createHash } from 'node:crypto';
import { parisDay } from '../days/iso-date.ts';
import { err, ok, type Result } from '../result.ts';
import { createCompute } from '../rules/compute.ts';
import type { LocalRulesOf } from '../rules/local/local-rules.ts';
import type { Reading } from '../rules/text/reading.ts';
import type { Rules } from '../rules/work.ts';
import { createInterview, type Interview } from './interview.ts';
import type { InterviewRecord, InterviewRecords } from './interview-records.ts';
import type { InterviewAct, InterviewFault, Interviewing, InterviewSeat, InterviewView } from './port/interviewing.ts';
import { createIsPurchase, createReadTyped, isPurchaseCase, settled } from './read-typed.ts';
import { sayRetained } from './retained.ts';
import { createDrawSheet, type DrawSheet } from './sheet.ts';
import { type InterviewState, readState, writeState } from './state.ts';
import { createWeigh, type Weigh } from './weigh.ts';

export interface InterviewingParts {
  readonly records: InterviewRecords;
  /** Read when the first purchase begins: it takes a quarter of a second. */
  readonly load: () => { readonly rules: Rules; readonly reading: Reading };
  /** Of the body of whoever has the purchase before them. */
  readonly local?: LocalRulesOf | undefined;
  readonly now: () => Date;
  /** Not to be guessed: whoever holds it holds the purchase of someone the network does not know. */
  readonly newId: () => string;
}

interface Room {
  readonly isPurchase: (question: string, today: string) => boolean;
  /** With the rules of their own body beside the law. */
  readonly of: (seat: Pick<InterviewSeat, 'siret'>) => {
    readonly interview: Interview;
    readonly draw: DrawSheet;
    readonly weigh: Weigh;
  };
}

type Done = Promise<Result<InterviewView, InterviewFault>>;

export function createInterviewing(parts: InterviewingParts): Interviewing {
  const { records, now, newId } = parts;
  let room: Room | undefined;
  const open = () => {
    room ??= openRoom(parts);
    return room;
  };
  const today = () => parisDay(now());
  const show = (
    purchase: InterviewState,
    { id, version }: Pick<InterviewRecord, 'id' | 'version'>,
    seat: InterviewSeat,
  ) => viewOf(open().of(seat), purchase, { id, version, today: today(), reader: seat.reader });

  return {
    isPurchase: (question, of) => (of !== undefined && isPurchaseCase(of)) || open().isPurchase(question, today()),
    begin: async (typed, seat, of, announced) => {
      const purchase = open().of(seat).interview.begin(typed, today(), of?.facts, announced);
      const record = { id: newId(), person: seat.person, version: 1, last: '', body: writeState(purchase) };
      const added = await records.add({ ...record, at: now().toISOString() });
      return added.ok ? ok(show(purchase, record, seat)) : err({ kind: 'store_down' });
    },
    view: async (id, seat) => {
      const found = await findOwn(records, id, seat);
      return found.ok ? ok(show(readState(found.value.body), found.value, seat)) : found;
    },
    act: async (id, on, act, seat): Done => {
      const found = await findOwn(records, id, seat);
      if (!found.ok) return found;
      const { value: record } = found;
      const before = readState(record.body);
      const last = createHash('sha256').update(JSON.stringify(act)).digest('base64url');
      if (record.version !== on) {
        const view = show(before, record, seat);
        return record.version === on + 1 && record.last === last ? ok(view) : err({ kind: 'stale', view });
      }
      const after = doAct(open().of(seat).interview, before, act, today());
      if (!after.ok) return err({ kind: 'not_read', text: after.error.text, view: show(before, record, seat) });
      const next = { ...record, version: on + 1, last, body: writeState(after.value), at: now().toISOString() };
      const kept = await records.replace(next);
      if (kept.ok) return ok(show(after.value, next, seat));
      if (kept.error.kind === 'store_down') return err({ kind: 'store_down' });
      // Someone pressed at the same instant: what that came to stands.
      const meanwhile = await findOwn(records, id, seat);
      if (!meanwhile.ok) return meanwhile;
      const view = show(readState(meanwhile.value.body), meanwhile.value, seat);
      return meanwhile.value.last === last ? ok(view) : err({ kind: 'stale', view });
    },
    file: async (id, kind, seat) => {
      const found = await findOwn(records, id, seat);
      if (!found.ok) return found;
      const view = show(readState(found.value.body), found.value, seat);
      const { next } = view;
      if (next.kind !== 'sheet' || (kind === 'ics' && next.sheet.steps.length === 0))
        return err({ kind: 'no_file', view });
      // Libraries of Word, PDF and calendars are read where somebody wants a file.
      const { exportSheet } = await import('./export/export-sheet.ts');
      return ok(await exportSheet(next.sheet, kind, { id, now: now() }));
    },
  };
}

function openRoom({ load, local }: InterviewingParts): Room {
  const { rules, reading } = load();
  const compute = createCompute(rules);
  const weigh = createWeigh(rules);
  const readTyped = createReadTyped(reading);
  return {
    isPurchase: createIsPurchase(reading),
    of: ({ siret }) => {
      const own = local?.(siret);
      return {
        weigh,
        interview: createInterview({ weigh, readTyped, compute, book: rules.book, local: own }),
        draw: createDrawSheet({ weigh, compute, rules, local: own }),
      };
    },
  };
}

/** Someone else's is as unknown as one that never was. */
async function findOwn(
  records: InterviewRecords,
  id: string,
  { person }: InterviewSeat,
): Promise<Result<InterviewRecord, InterviewFault>> {
  const found = await records.find(id);
  if (!found.ok) return err({ kind: 'store_down' });
  const { value } = found;
  const isTheirs = value !== undefined && (value.person === undefined || value.person === person);
  return isTheirs ? ok(value) : err({ kind: 'unknown_interview' });
}

function doAct(interview: Interview, purchase: InterviewState, act: InterviewAct, today: string) {
  switch (act.kind) {
    case 'answer':
      return interview.answer(purchase, act.fact, act.said, today);
    case 'change':
      return interview.change(purchase, act.text, today);
    case 'skip':
      return ok(interview.skip(purchase, act.fact));
    case 'back':
      return ok(interview.back(purchase));
    case 'open':
      return ok(interview.open(purchase, act.part));
  }
}

function viewOf(
  { interview, draw, weigh }: ReturnType<Room['of']>,
  purchase: InterviewState,
  { today, reader, ...named }: { id: string; version: number; today: string; reader: InterviewSeat['reader'] },
): InterviewView {
  const question = interview.next(purchase, today, reader);
  return {
    ...named,
    facts: [...settled(purchase, weigh.total(purchase, today))],
    retained: sayRetained(purchase, weigh.total(purchase, today), question === undefined),
    next:
      question === undefined ? { kind: 'sheet', sheet: draw(purchase, today, reader) } : { kind: 'question', question },
    canGoBack: purchase.before.length > 0,
  };
}
