import { randomUUID } from 'node:crypto';
import {
  NEED_BOXES,
  type NeedTyped,
  type Programme,
  type ProgrammeFault,
  type Programming,
} from '../../../src/programming/port/programming.ts';
import type { Result } from '../../../src/result.ts';
import { programmeTexts as texts } from '../../../src/text/programme-texts.ts';
import type { Assets } from '../assets.ts';
import { readOnce } from '../handoff/inbound.ts';
import { createShow, renderMessage, type Show } from '../handoff/show.ts';
import { field } from '../inbound.ts';
import { type Asked, type Reply, type Route, redirect } from '../route.ts';
import { demandPath, PROGRAMME_PATH } from '../screen/wire.ts';
import type { Guard } from '../session/guard.ts';
import { type Again, renderProgramme } from './screen.ts';

interface Parts {
  readonly programming: Programming;
  readonly show: Show;
}

type Answer = (parts: Parts, asked: Asked, by: string) => Promise<Reply>;

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The yearly campaign of one's own body: what its services announce, by family. */
export function programmeRoutes({
  programming,
  assets,
  guard,
}: {
  readonly programming: Programming;
  readonly assets: Assets;
  readonly guard: Guard;
}): readonly Route[] {
  const parts = { programming, show: createShow(assets) };
  const of =
    (answer: Answer): Route['answer'] =>
    (asked) =>
      guard(asked, (by) => answer(parts, asked, by.person));
  return [
    { method: 'GET', path: PROGRAMME_PATH, works: true, answer: of(list) },
    { method: 'POST', path: PROGRAMME_PATH, answer: of(add) },
    { method: 'POST', path: `${PROGRAMME_PATH}/besoin/:id`, answer: of(change) },
    { method: 'GET', path: `${PROGRAMME_PATH}/programme.csv`, works: true, answer: of(download('csv')) },
    { method: 'GET', path: `${PROGRAMME_PATH}/programme.xlsx`, works: true, answer: of(download('xlsx')) },
  ];
}

async function list({ programming, show }: Parts, asked: Asked, by: string): Promise<Reply> {
  const done = field(asked.query, 'fait');
  const notice = done === 'ajout' || done === 'change' || done === 'retrait' ? texts.done[done] : undefined;
  const read = await programming.read(by, yearIn(asked.query));
  return read.ok ? page({ show }, asked, read.value, 200, { notice }) : refused({ show }, asked, read.error);
}

async function add({ programming, show }: Parts, asked: Asked, by: string): Promise<Reply> {
  const { body, view } = asked;
  const words = field(body, 'text');
  const added = await programming.add(by, words, readOnce(body));
  if (added.ok) return redirect(view.at(`${PROGRAMME_PATH}?annee=${added.value.programme.year}&fait=ajout`));
  const read = await programming.read(by, yearIn(body));
  return read.ok
    ? page({ show }, asked, read.value, statusOf(added.error), { fault: added.error, words })
    : refused({ show }, asked, read.error);
}

async function change({ programming, show }: Parts, asked: Asked, by: string): Promise<Reply> {
  const { body, view, params } = asked;
  const id = field(params, 'id');
  const wish = field(body, 'do');
  if (wish === 'ask') {
    const asks = await programming.ask(by, id);
    return asks.ok ? redirect(view.at(demandPath(asks.value))) : refused({ show }, asked, asks.error);
  }
  const on = Number(/^\d{1,9}$/.exec(field(body, 'on'))?.[0] ?? -1);
  const typed = Object.fromEntries(NEED_BOXES.map((box) => [box, field(body, box)])) as NeedTyped;
  const done: Result<Programme, ProgrammeFault> =
    wish === 'remove' ? await programming.remove(by, id, on) : await programming.change(by, id, on, typed);
  if (done.ok)
    return redirect(
      view.at(`${PROGRAMME_PATH}?annee=${done.value.year}&fait=${wish === 'remove' ? 'retrait' : 'change'}`),
    );
  const read = await programming.read(by, yearIn(body));
  if (!read.ok || done.error.kind === 'unknown_need') return refused({ show }, asked, done.error);
  return page({ show }, asked, read.value, statusOf(done.error), { fault: done.error, again: { id, typed } });
}

function download(as: 'csv' | 'xlsx'): Answer {
  return async ({ programming, show }, asked, by) => {
    const read = await programming.read(by, yearIn(asked.query));
    const made = read.ok ? await programming.file(by, read.value.year, as) : read;
    if (!made.ok) return refused({ show }, asked, made.error);
    const headers = { 'content-disposition': `attachment; filename="${made.value.name}"`, 'cache-control': 'no-store' };
    return { status: 200, type: TYPES[as], headers, body: made.value.bytes };
  };
}

function yearIn(form: unknown): number | undefined {
  const year = /^20\d\d$/.exec(field(form, 'annee'))?.[0];
  return year === undefined ? undefined : Number(year);
}

interface Said {
  readonly notice?: string | undefined;
  readonly fault?: ProgrammeFault;
  readonly words?: string;
  readonly again?: Again;
}

function page({ show }: Pick<Parts, 'show'>, asked: Asked, programme: Programme, status: number, said: Said): Reply {
  const { fault, ...rest } = said;
  const inside = renderProgramme(programme, asked.view, {
    ...rest,
    fault: fault && sayFault(fault),
    key: randomUUID(),
  });
  return show(asked, { status, title: texts.title, inside });
}

function refused({ show }: Pick<Parts, 'show'>, asked: Asked, fault: ProgrammeFault): Reply {
  const inside = renderMessage({ title: texts.title, text: sayFault(fault) }, asked.view);
  return show(asked, { status: statusOf(fault), title: texts.title, inside });
}

function sayFault(fault: ProgrammeFault): string {
  return fault.kind === 'wrong_box' ? texts.faults.wrong_box[fault.box] : texts.faults[fault.kind];
}

function statusOf({ kind }: ProgrammeFault): number {
  if (kind === 'store_down' || kind === 'too_slow') return 503;
  if (kind === 'unknown_need') return 404;
  return kind === 'stale' ? 409 : 422;
}
