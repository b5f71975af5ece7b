import type { Buying } from '../bodies/port/buying.ts';
import type { IsoDate } from '../days/iso-date.ts';
import { parisDay } from '../days/iso-date.ts';
import { writeXlsxCells } from '../documents/write-cells.ts';
import { fold } from '../french/words.ts';
import { keyOf, type Once } from '../once.ts';
import type { Person } from '../reserve/person.ts';
import type { ReserveRecords } from '../reserve/reserve-records.ts';
import { isCoordinator } from '../reserve/signed-in.ts';
import { err, ok, type Result } from '../result.ts';
import type { AnswerOn } from '../rules/answer.ts';
import type { PlannedNeed } from './planned-need.ts';
import type { Programme, ProgrammeFault, Programming } from './port/programming.ts';
import { needRow, programmeCells, programmeCsv, programmeOf, type Reading } from './programme.ts';
import type { ProgrammeRecords } from './programme-records.ts';
import { amountIn, natureOf, readBoxes, wantedIn } from './read-need.ts';

type Done<T> = Promise<Result<T, ProgrammeFault>>;

export interface ProgrammingParts {
  readonly records: ProgrammeRecords;
  readonly reserve: Pick<ReserveRecords, 'person' | 'people' | 'organisation'>;
  readonly buying: Buying;
  /** What is wanted, in a few of the words, and the code of what it is; undefined where no need is made out. */
  readonly formOf: (
    words: string,
  ) => Promise<Result<{ readonly title: string; readonly cpv?: string } | undefined, { readonly kind: 'too_slow' }>>;
  /** What a code's group of the vocabulary is called. */
  readonly labelOf: (cpv: string) => string | undefined;
  readonly rules: AnswerOn;
  /** Makes a demande of it, kept for its author until they send it. @returns its id */
  readonly open: (by: string, words: string, once: Once) => Done<string>;
  readonly now: () => Date;
  readonly newId: () => string;
}

const LONGEST_NEED = 2_000;
/** From September on, the year to come is planned. */
const CAMPAIGN_FROM = 9;
const down = err({ kind: 'store_down' } as const);
const unknown = err({ kind: 'unknown_need' } as const);
const stale = err({ kind: 'stale' } as const);

interface Seat {
  readonly person: Person;
  readonly body: string;
  readonly all: readonly PlannedNeed[];
  readonly reading: Reading;
}

export function createProgramming(parts: ProgrammingParts): Programming {
  const { records, now } = parts;
  const today = () => parisDay(now());
  const coming = (): number => {
    const [year = '', month = ''] = today().split('-');
    return Number(year) + (Number(month) >= CAMPAIGN_FROM ? 1 : 0);
  };
  const read = async (by: string, year = coming()): Done<Programme> => {
    const seat = await seatOf(parts, by);
    return seat.ok ? ok(programmeOf(seat.value.all, { year, body: seat.value.body }, seat.value.reading)) : seat;
  };
  const save = async (need: PlannedNeed): Done<undefined> => {
    const saved = await records.save({ ...need, version: need.version + 1, at: now().toISOString() }, undefined);
    return saved.ok ? saved : saved.error.kind === 'store_down' ? down : stale;
  };
  return {
    read,
    add: async (by, words, once) => {
      const seat = await seatOf(parts, by);
      if (!seat.ok) return seat;
      if (words.trim() === '') return err({ kind: 'empty' });
      if (words.length > LONGEST_NEED) return err({ kind: 'too_long', limit: LONGEST_NEED });
      const need = await needIn(parts, seat.value.person, { by, words, today: today(), coming: coming() });
      if (!need.ok) return need;
      const saved = await records.save(need.value, keyOf(by, once, 'programme', words));
      if (!saved.ok && saved.error.kind !== 'done_before') return down;
      const kept = saved.ok ? need : await records.find(saved.error.kind === 'done_before' ? saved.error.ref : '');
      if (!kept.ok) return down;
      if (kept.value === undefined) return stale;
      const programme = await read(by, kept.value.year);
      return programme.ok
        ? ok({ need: needRow(kept.value, seat.value.reading), programme: programme.value })
        : programme;
    },
    change: async (by, id, on, typed) => {
      const found = await heldOf(parts, by, id, on);
      if (!found.ok) return found;
      const boxes = readBoxes(typed, today());
      if (typeof boxes === 'string') return err({ kind: 'wrong_box', box: boxes });
      const { family: _f, amount: _a, wanted: _w, ...rest } = found.value.need;
      const saved = await save({
        ...rest,
        ...boxes,
        year: boxes.wanted === undefined ? rest.year : Number(boxes.wanted.slice(0, 4)),
      });
      return saved.ok ? read(by, rest.year) : saved;
    },
    remove: async (by, id, on) => {
      const found = await heldOf(parts, by, id, on);
      if (!found.ok) return found;
      const removed = await records.remove(id, on);
      if (!removed.ok) return removed.error.kind === 'store_down' ? down : stale;
      return read(by, found.value.need.year);
    },
    ask: async (by, id) => {
      const found = await heldOf(parts, by, id, undefined);
      if (!found.ok) return found;
      const { need } = found.value;
      // Pressed again, it is the demande that was made of it.
      if (need.by !== by) return unknown;
      if (need.purchase !== undefined) return ok(need.purchase);
      const opened = await parts.open(by, need.words, { key: `programme ${id}` });
      if (!opened.ok) return opened;
      const saved = await save({ ...need, purchase: opened.value });
      return saved.ok || saved.error.kind === 'stale' ? opened : saved;
    },
    besides: async (by, { purchase, words }) => {
      const seat = await seatOf(parts, by);
      if (!seat.ok) return seat;
      const said = { by, words, today: today(), coming: Number(today().slice(0, 4)) };
      return besideIn(parts, seat.value, purchase, said);
    },
    file: async (by, year, as) => {
      const programme = await read(by, year);
      return programme.ok ? ok(await fileOf(programme.value, as)) : programme;
    },
    exportOf: (by) => exportOf(records, by),
  };
}

async function exportOf(records: ProgrammingParts['records'], by: string): ReturnType<Programming['exportOf']> {
  const mine = await records.by(by);
  return mine.ok ? ok(mine.value.map(({ organisation: _, by: __, ...need }) => need)) : down;
}

async function besideIn(
  parts: ProgrammingParts,
  { all, person }: Seat,
  purchase: string,
  said: Parameters<typeof needIn>[2],
): ReturnType<Programming['besides']> {
  const made = all.find((one) => one.purchase === purchase);
  const need = made === undefined ? await needIn(parts, person, said) : ok(made);
  if (need.ok) return ok(sumsBeside(all, need.value));
  return need.error.kind === 'no_need' ? ok([]) : need;
}

/** What bears its family's name in its year and is of its nature; typed twice, once announced and once asked for, it is one. */
function sumsBeside(all: readonly PlannedNeed[], need: PlannedNeed): readonly number[] {
  const { family, nature, year } = need;
  if (family === undefined || nature === undefined) return [];
  const isItself = (one: PlannedNeed) =>
    one.id === need.id || (one.purchase === undefined && fold(one.title) === fold(need.title));
  return all
    .filter((one) => one.year === year && one.nature === nature && fold(one.family ?? '') === fold(family))
    .flatMap((one) => (isItself(one) ? [] : (one.amount ?? [])));
}

async function fileOf(
  programme: Programme,
  as: 'csv' | 'xlsx',
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  return {
    name: `programmation-${programme.year}.${as}`,
    bytes: as === 'csv' ? Buffer.from(programmeCsv(programme)) : await writeXlsxCells(programmeCells(programme)),
  };
}

/** A need that they may change, on the version that they looked at. */
async function heldOf(
  parts: ProgrammingParts,
  by: string,
  id: string,
  on: number | undefined,
): Done<{ readonly need: PlannedNeed; readonly seat: Seat }> {
  const seat = await seatOf(parts, by);
  if (!seat.ok) return seat;
  const need = seat.value.all.find((one) => one.id === id);
  if (need === undefined || (need.by !== by && !seat.value.reading.keeps)) return unknown;
  return on === undefined || need.version === on ? ok({ need, seat: seat.value }) : stale;
}

/** What a sentence announces: its thing and family, its whole sum where that is sure, its day and the year it falls in. */
async function needIn(
  { formOf, buying, labelOf, newId, now }: ProgrammingParts,
  { organisation }: Person,
  said: { readonly by: string; readonly words: string; readonly today: IsoDate; readonly coming: number },
): Done<PlannedNeed> {
  const { by, words } = said;
  const form = await formOf(words);
  if (!form.ok) return form;
  if (form.value === undefined) return err({ kind: 'no_need' });
  const { title, cpv } = form.value;
  const buyers = await buying.buyersFor({ organisation, cpv, text: words });
  if (!buyers.ok) return down;
  const family = buyers.value.family ?? (cpv === undefined ? undefined : labelOf(cpv));
  const amount = amountIn(words);
  const wanted = wantedIn(words, said.today);
  return ok({
    id: newId(),
    organisation,
    year: wanted === undefined ? said.coming : Number(wanted.slice(0, 4)),
    version: 1,
    by,
    at: now().toISOString(),
    words,
    title,
    nature: natureOf(cpv),
    ...(family === undefined ? {} : { family }),
    ...(cpv === undefined ? {} : { cpv }),
    ...(amount === undefined ? {} : { amount }),
    ...(wanted === undefined ? {} : { wanted }),
  });
}

/** Whose programme it is comes from who asks, never from what they send. */
async function seatOf({ records, reserve, rules, now }: ProgrammingParts, by: string): Done<Seat> {
  const person = await reserve.person(by);
  if (!person.ok) return down;
  if (person.value === undefined) return unknown;
  const { organisation, roles } = person.value;
  const [body, all, people] = await Promise.all([
    reserve.organisation(organisation),
    records.of(organisation),
    reserve.people(),
  ]);
  if (!body.ok || !all.ok || !people.ok) return down;
  const names = new Map(people.value.map(({ id, name }) => [id, name]));
  const keeps = roles.includes('buyer') || isCoordinator(person.value);
  const reading = { nameOf: (id: string) => names.get(id) ?? '', reader: by, keeps, rules, today: parisDay(now()) };
  return ok({ person: person.value, body: body.value?.name ?? '', all: all.value, reading });
}
