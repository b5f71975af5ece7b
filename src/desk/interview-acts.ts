import { withoutEnd } from '../french/ends.ts';
import { fold } from '../french/words.ts';
import type { InterviewAct, InterviewFault, InterviewSeat, InterviewView } from '../interviews/port/interviewing.ts';
import { readPart } from '../interviews/port/read-part.ts';
import { sheetLines, sheetParts } from '../interviews/port/sheet-parts.ts';
import type { WorkedOut } from '../interviews/port/worked-out.ts';
import type { PurchaseSheetLine } from '../purchases/purchase.ts';
import { err, type Result } from '../result.ts';
import type { SheetLine } from '../rewording/port/agreement.ts';
import { isFactName } from '../rules/facts.ts';
import { PURCHASE_BOX } from '../screens/interview.ts';
import { type Context, givenOf, guardedAs, guardedPurchase, seatOf, workedOut } from './context.ts';
import { text } from './filled.ts';
import type { Heard, PressedOf, Said } from './port/heard.ts';
import type { Happened } from './port/shown.ts';

type Came = Promise<readonly Happened[]>;

/** An interview begins; without a word on the purchase, they are asked for. */
export async function interview(context: Context, heard: PressedOf<'interview'>): Came {
  const typed = text(heard.filled, PURCHASE_BOX.begin) || (heard.value.text ?? '');
  const { reply } = heard.value;
  const given = reply === undefined ? undefined : await givenOf(context, heard, reply);
  return [await begin(context, heard, typed, given && workedOut(given.reply.outcome))];
}

export async function interviewAct(context: Context, heard: PressedOf<'interview_act'>): Came {
  const { interviewing } = context;
  const { purchase: id, on } = heard.value;
  if (interviewing === undefined) return [];
  const seat = await seatFor(heard);
  if (heard.value.do === 'see')
    return [shown(context, heard, await guardedInterview(context, () => interviewing.view(id, seat)))];
  const act = actOf(heard);
  if (act === undefined) {
    const view = await guardedInterview(context, () => interviewing.view(id, seat));
    return [view.ok ? { name: 'interview', view: view.value, why: 'empty' } : faultOf(view.error)];
  }
  return [
    await joined(
      context,
      heard,
      shown(context, heard, await guardedInterview(context, () => interviewing.act(id, on, act, seat))),
    ),
  ];
}

export async function interviewFile(context: Context, heard: PressedOf<'interview_file'>): Came {
  const { interviewing } = context;
  const { purchase: id, as } = heard.value;
  if (interviewing === undefined) return [];
  const seat = await seatFor(heard);
  const made = await guardedInterview(context, () => interviewing.file(id, as, seat));
  return [made.ok ? { name: 'file', file: made.value, what: 'interview' } : faultOf(made.error)];
}

/** What the sheet of the purchase that stands in this dialogue says; nothing before it has one. */
export async function sheetOf(
  context: Context,
  heard: Pick<Heard, 'conversation' | 'actor'>,
): Promise<{ readonly sheet?: readonly SheetLine[] }> {
  const { interviewing, asking } = context;
  const stands = asking.get(seatOf(heard));
  // Whoever has neither a name nor a dialogue has no purchase of their own here.
  if (interviewing === undefined || stands === undefined || heard.actor.account === '') return {};
  const seat = await seatFor(heard);
  const found = await guardedInterview(context, () => interviewing.view(stands.purchase, seat));
  return found.ok && found.value.next.kind === 'sheet' ? { sheet: sheetLines(found.value.next.sheet) } : {};
}

/** A line no longer than an answer, and no question: what was last asked of a purchase here is answered by it. */
const LONGEST_LINE = 160;
const BEGINS = /^(?:mon|nouvel|un) achat(?: ?: ?| ?$)/;
const WHAT_IF = /^(?:et )?si (?:c'etait|c'est|cetait|on passait a|je passe a)\b/;

/** «mon achat», an answer to the question that stands, «et si c'était 75 000 ?» under a sheet; undefined for any other line. */
export async function interviewLine(context: Context, said: Said): Promise<Happened | undefined> {
  const { interviewing, asking } = context;
  if (interviewing === undefined || said.asked === true) return undefined;
  const line = fold(said.text).trim();
  const begins = BEGINS.exec(withoutEnd(line, '.!'));
  if (begins !== null) return begin(context, said, said.text.trim().slice(begins[0].length));
  const stands = asking.get(seatOf(said));
  if (stands === undefined || line.length > LONGEST_LINE) return undefined;
  const act = lineAct(stands, line, said.text);
  if (act === undefined) return undefined;
  const seat = await seatFor(said);
  const came = await guardedInterview(context, () => interviewing.act(stands.purchase, stands.on, act, seat));
  // It says nothing of the purchase: it was said to the assistant.
  if (!came.ok && came.error.kind !== 'store_down') return undefined;
  return joined(context, said, shown(context, said, came));
}

function lineAct(
  { fact }: { readonly fact: string | undefined },
  line: string,
  typed: string,
): InterviewAct | undefined {
  if (WHAT_IF.test(line)) return { kind: 'change', text: typed };
  if (fact === undefined || !isFactName(fact) || /\?\s?$/.test(line)) return undefined;
  if (/^(?:je (?:ne )?sais pas|aucune idee|\?)$/.test(withoutEnd(line, '.!'))) return { kind: 'skip', fact };
  if (/^(?:revenir|retour)$/.test(line)) return { kind: 'back' };
  return { kind: 'answer', fact, said: typed };
}

export async function begin(
  context: Context,
  heard: Heard,
  typed: string,
  of?: WorkedOut,
  announced?: readonly number[],
): Promise<Happened> {
  const { interviewing } = context;
  if (interviewing === undefined || typed.trim() === '') return { name: 'interview_start' };
  const seat = await seatFor(heard);
  return shown(context, heard, await guardedInterview(context, () => interviewing.begin(typed, seat, of, announced)));
}

/** One that was begun, as it stands. */
export async function standing(context: Context, heard: Heard, id: string): Promise<Happened> {
  const { interviewing } = context;
  if (interviewing === undefined) return { name: 'interview_start' };
  const seat = await seatFor(heard);
  return shown(context, heard, await guardedInterview(context, () => interviewing.view(id, seat)));
}

/** What stands in this dialogue from now on is what a line may answer. */
function shown(context: Context, heard: Heard, came: Result<InterviewView, InterviewFault>): Happened {
  const happened: Happened = came.ok ? { name: 'interview', view: came.value } : faultOf(came.error);
  if (happened.name === 'interview') {
    const { id, version, next } = happened.view;
    const fact = next.kind === 'question' ? next.question.fact : undefined;
    const before = context.asking.get(seatOf(heard));
    const demand = before?.purchase === id ? before.demand : undefined;
    context.asking.set(seatOf(heard), { purchase: id, on: version, fact, demand });
  }
  return happened;
}

/** Come to its sheet, it is joined to the demand that it was begun from, unless that has one. */
async function joined(context: Context, heard: Heard, happened: Happened): Promise<Happened> {
  const demand = context.asking.get(seatOf(heard))?.demand;
  const { purchasing } = context;
  if (happened.name !== 'interview' || happened.view.next.kind !== 'sheet' || happened.why !== undefined)
    return happened;
  const known = demand === undefined ? undefined : await heard.actor.known();
  if (purchasing === undefined || demand === undefined || known?.ok !== true || known.value === undefined)
    return happened;
  const { person } = known.value;
  const lines = joinedLines(happened.view.next.sheet);
  const done = await guardedPurchase(context, async () => {
    const now = await purchasing.view(person, demand);
    if (!now.ok || now.value.sheet.length > 0) return err({ kind: 'stale' });
    return purchasing.act(person, demand, { kind: 'sheet', lines }, { key: heard.key });
  });
  return done.ok ? { ...happened, why: 'joined' } : happened;
}

/** One's own body's rules stand before the law's. */
export function joinedLines(sheet: Parameters<typeof sheetLines>[0]): readonly PurchaseSheetLine[] {
  const local = sheetParts(sheet).find(({ name }) => name === 'local')?.lines ?? [];
  const ofLaw = sheetLines(sheet);
  return local.length === 0 ? ofLaw : [{ name: 'local', text: local.join('\n') }, ...ofLaw];
}

function faultOf(fault: InterviewFault): Happened {
  switch (fault.kind) {
    case 'stale':
    case 'no_file':
      return { name: 'interview', view: fault.view, why: fault.kind };
    case 'not_read':
      return { name: 'interview', view: fault.view, why: fault.kind, text: fault.text };
    case 'store_down':
    case 'unknown_interview':
      return { name: 'no_interview', fault: fault.kind };
  }
}

/** Undefined for what says nothing: an empty box, a fact that no rule reads. */
function actOf({ value, filled }: PressedOf<'interview_act'>): InterviewAct | undefined {
  const { fact, part } = value;
  const known = fact !== undefined && isFactName(fact) ? fact : undefined;
  switch (value.do) {
    case 'answer': {
      const said = value.said ?? text(filled, PURCHASE_BOX.answer);
      return known === undefined || said === '' ? undefined : { kind: 'answer', fact: known, said };
    }
    case 'skip':
      return known === undefined ? undefined : { kind: 'skip', fact: known };
    case 'change': {
      const typed = text(filled, PURCHASE_BOX.change);
      return typed === '' ? undefined : { kind: 'change', text: typed };
    }
    case 'open': {
      const read = readPart(part);
      return read === undefined ? undefined : { kind: 'open', part: read };
    }
    case 'back':
      return { kind: 'back' };
    case 'see':
      return undefined;
  }
}

/** Whoever the network knows keeps it as their own; nobody is made known for asking. */
async function seatFor({
  actor,
  isPrivate,
}: Pick<Heard, 'actor'> & Partial<Pick<Heard, 'isPrivate'>>): Promise<InterviewSeat> {
  const known = await actor.known();
  return {
    person: known.ok ? known.value?.person : undefined,
    siret: known.ok && isPrivate === true ? known.value?.siret : undefined,
    reader: (await actor.role()) === 'buyer' ? 'achat' : 'service',
  };
}

const guardedInterview = guardedAs<InterviewFault>('a purchase could not be read or kept', { kind: 'store_down' });
