import { ROW_BOXES, type RowBoxes } from '../../../src/bodies/port/row-boxes.ts';
import type { OwnTable, TableFault, Tables, TableWay } from '../../../src/bodies/port/tables.ts';
import type { Result } from '../../../src/result.ts';
import { bodiesTexts } from '../../../src/text/bodies-texts.ts';
import type { Assets } from '../assets.ts';
import { createShow, renderMessage, type Show } from '../handoff/show.ts';
import type { Markup } from '../html.ts';
import { field } from '../inbound.ts';
import { type Asked, type Reply, type Route, redirect } from '../route.ts';
import type { Guard } from '../session/guard.ts';
import { renderPreview, renderProposals, renderRefused } from './import-screen.ts';
import { renderRowForm, renderTable, TABLE_PATH } from './screen.ts';

interface Parts {
  readonly tables: Tables;
  readonly show: Show;
}

type Answer = (parts: Parts, asked: Asked, by: string) => Promise<Reply>;

const { page: texts } = bodiesTexts;
/** Bytes of a file, and of the same rows as a form carries them. */
const LARGEST_FILE = 4 * 1024 * 1024;
const LARGEST_BODY = 6 * 1024 * 1024;
const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Who buys what in one's own body, and by which contracts: read by its members, kept by those who buy or coordinate there. */
export function bodyTableRoutes({
  tables,
  assets,
  guard,
}: {
  readonly tables: Tables;
  readonly assets: Assets;
  readonly guard: Guard;
}): readonly Route[] {
  const parts = { tables, show: createShow(assets) };
  const of =
    (answer: Answer): Route['answer'] =>
    (asked) =>
      guard(asked, (by) => answer(parts, asked, by.person));
  return [
    { method: 'GET', path: TABLE_PATH, answer: of(list) },
    { method: 'GET', path: `${TABLE_PATH}/table.csv`, answer: of(download('csv')) },
    { method: 'GET', path: `${TABLE_PATH}/table.xlsx`, works: true, answer: of(download('xlsx')) },
    { method: 'GET', path: `${TABLE_PATH}/ligne`, answer: of(oneRow) },
    { method: 'GET', path: `${TABLE_PATH}/ligne/:row`, answer: of(oneRow) },
    { method: 'POST', path: `${TABLE_PATH}/ligne`, answer: of(save) },
    { method: 'POST', path: `${TABLE_PATH}/retirer`, answer: of(remove) },
    { method: 'POST', path: `${TABLE_PATH}/import`, largestFile: LARGEST_FILE, answer: of(preview) },
    { method: 'POST', path: `${TABLE_PATH}/garder`, largestBody: LARGEST_BODY, answer: of(keep) },
    { method: 'POST', path: `${TABLE_PATH}/proposition`, largestBody: LARGEST_BODY, answer: of(accept) },
  ];
}

async function list(parts: Parts, asked: Asked, by: string): Promise<Reply> {
  const done = field(asked.query, 'fait');
  const notice = done === 'ligne' || done === 'retrait' || done === 'import' ? texts.done[done] : undefined;
  return withTable(parts, asked, by, (table) => renderTable(table, asked.view, { notice }));
}

function download(as: 'csv' | 'xlsx'): Answer {
  return async (parts, asked, by) => {
    const made = await parts.tables.file(by, as);
    if (!made.ok) return refused(parts, asked, made.error);
    const headers = { 'content-disposition': `attachment; filename="${made.value.name}"`, 'cache-control': 'no-store' };
    return { status: 200, type: TYPES[as], headers, body: made.value.bytes };
  };
}

async function oneRow(parts: Parts, asked: Asked, by: string): Promise<Reply> {
  const id = field(asked.params, 'row');
  const own = await parts.tables.own(by);
  if (!own.ok) return refused(parts, asked, own.error);
  if (!own.value.keeps) return refused(parts, asked, { kind: 'not_keeper' });
  const row = own.value.rows.find((one) => one.id === id);
  // It was changed or taken out since the list was shown.
  if (id !== '' && row === undefined)
    return shown(parts, asked, 409, renderTable(own.value, asked.view, { fault: texts.faults.stale }));
  return shown(parts, asked, 200, renderRowForm({ was: row?.id, typed: row?.typed ?? {}, faults: [] }, asked.view));
}

async function save(parts: Parts, asked: Asked, by: string): Promise<Reply> {
  const { view, body } = asked;
  const was = field(body, 'was') || undefined;
  const typed = typedIn(body);
  const saved = await parts.tables.save(by, was, typed);
  if (saved.ok) return redirect(view.at(`${TABLE_PATH}?fait=ligne`));
  if (saved.error.kind !== 'row_refused' && saved.error.kind !== 'stale') return refused(parts, asked, saved.error);
  const faults = saved.error.kind === 'row_refused' ? saved.error.faults : [];
  // What was typed is not lost: it is there to be added beside what the table says now.
  const again = saved.error.kind === 'stale' ? { notice: texts.faults.stale, was: undefined } : { was };
  const form = renderRowForm({ ...again, typed, faults }, view);
  return shown(parts, asked, saved.error.kind === 'stale' ? 409 : 422, form);
}

async function remove(parts: Parts, asked: Asked, by: string): Promise<Reply> {
  const removed = await parts.tables.remove(by, field(asked.body, 'was'));
  return removed.ok ? redirect(asked.view.at(`${TABLE_PATH}?fait=retrait`)) : refused(parts, asked, removed.error);
}

async function preview(parts: Parts, asked: Asked, by: string): Promise<Reply> {
  const { file, body, view } = asked;
  const way = wayIn(body);
  if (file === undefined)
    return withTable(parts, asked, by, (table) => renderTable(table, view, { fault: texts.noFile }), 422);
  const read = await parts.tables.read(by, file.bytes, way);
  if (!read.ok) {
    if (read.error.kind !== 'file_refused') return refused(parts, asked, read.error);
    return shown(parts, asked, 422, renderRefused(read.error.faults, view));
  }
  return shown(
    parts,
    asked,
    200,
    read.value.kind === 'preview' ? renderPreview(read.value, way, view) : renderProposals(read.value, view),
  );
}

async function keep(parts: Parts, asked: Asked, by: string): Promise<Reply> {
  const { body, view } = asked;
  const on = /^\d{1,9}$/.exec(field(body, 'on'))?.[0] ?? '';
  const kept = await parts.tables.put(by, field(body, 'rows'), wayIn(body), on === '' ? -1 : Number(on));
  return kept.ok ? redirect(view.at(`${TABLE_PATH}?fait=import`)) : refused(parts, asked, kept.error);
}

/** One proposal, completed, goes into the table; the others are still there to be. */
async function accept(parts: Parts, asked: Asked, by: string): Promise<Reply> {
  const { body, view } = asked;
  const typed = typedIn(body);
  const saved = await parts.tables.save(by, undefined, typed);
  if (!saved.ok && saved.error.kind !== 'row_refused') return refused(parts, asked, saved.error);
  const left = await parts.tables.propose(by, field(body, 'rows'));
  if (!left.ok) return refused(parts, asked, left.error);
  const again = saved.ok || saved.error.kind !== 'row_refused' ? undefined : { typed, faults: saved.error.faults };
  return shown(parts, asked, saved.ok ? 200 : 422, renderProposals(left.value, view, again, saved.ok));
}

function typedIn(body: unknown): RowBoxes {
  return Object.fromEntries(ROW_BOXES.map((name) => [name, field(body, name)]));
}

function wayIn(body: unknown): TableWay {
  return field(body, 'way') === 'replace' ? 'replace' : 'merge';
}

async function withTable(
  parts: Parts,
  asked: Asked,
  by: string,
  render: (table: OwnTable) => Markup,
  status = 200,
): Promise<Reply> {
  const own: Result<OwnTable, TableFault> = await parts.tables.own(by);
  return own.ok ? shown(parts, asked, status, render(own.value)) : refused(parts, asked, own.error);
}

function shown({ show }: Parts, asked: Asked, status: number, inside: Markup): Reply {
  return show(asked, { status, title: texts.title, inside });
}

const STATUS = { store_down: 503, no_member: 403, not_keeper: 403, stale: 409, row_refused: 422, file_refused: 422 };

function refused(parts: Parts, asked: Asked, fault: TableFault): Reply {
  if (fault.kind === 'file_refused') return shown(parts, asked, 422, renderRefused(fault.faults, asked.view));
  const text = fault.kind === 'row_refused' ? texts.faults.stale : texts.faults[fault.kind];
  return shown(parts, asked, STATUS[fault.kind], renderMessage({ title: texts.title, text }, asked.view));
}
