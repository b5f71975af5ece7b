import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { BodyRow } from '../src/bodies/body-table.ts';
import type { HouseSaid } from '../src/bodies/port/house.ts';
import { readTable } from '../src/bodies/read-rows.ts';
import type { RowWay } from '../src/bodies/row-signs.ts';
import { isRest } from '../src/bodies/row-things.ts';
import { readCsvCells } from '../src/documents/read-cells.ts';
import { houseLines } from '../src/screens/house.ts';

/** Tables of made bodies, and what people of them were made to ask. */
const TABLES = 'tests/fixtures/bodies';
const LEARN = 'tests/golden/learn';

const DENIED = 'ne couvre pas';

/** By whoever asks: what must be told, what must not. */
export interface AskedOfRows {
  readonly text: string;
  /** Each as any of several, parted by `|`. */
  readonly wants: readonly string[];
  readonly not: readonly string[];
  /** Nothing of the table, or under what the law says. */
  readonly isLaw: boolean;
}

export interface MadeBody {
  readonly name: string;
  readonly rows: readonly BodyRow[];
  readonly asked: readonly AskedOfRows[];
}

const wantsSchema = z.object({
  text: z.string(),
  kind: z.string(),
  wants: z.array(z.string()),
  not: z.array(z.string()),
});
const kindSchema = z.object({
  text: z.string(),
  kind: z.enum(['contract', 'order', 'excluded', 'buyer', 'mine', 'notmine', 'none']),
  contract: z.string().optional(),
  ended: z.string().optional(),
  who: z.string().optional(),
  also: z.string().optional(),
  none: z.boolean().optional(),
});

export function readMadeBodies(): readonly MadeBody[] {
  return [
    body('vallon', ofKinds(`${TABLES}/asked.jsonl`)),
    body('montreval', ofKinds(`${TABLES}/asked-montreval.jsonl`), ofKinds(`${TABLES}/asked-montreval-told.jsonl`)),
    body('ronceval', ofKinds(`${TABLES}/asked-ronceval.jsonl`)),
    ...['serignac', 'aubrelle', 'communaute', 'departement', 'comte', 'thermale'].map((name) =>
      body(name, ofWants(`${LEARN}/have-we-${name}.jsonl`)),
    ),
  ];
}

function body(name: string, ...asked: readonly ((rows: readonly BodyRow[]) => readonly AskedOfRows[])[]): MadeBody {
  const cells = readCsvCells(readFileSync(`${TABLES}/${name}.csv`, 'utf8'));
  const read = cells.ok ? readTable(cells.value, () => true) : undefined;
  if (read?.ok !== true) throw new Error(`${name}.csv is no table`);
  return { name, rows: read.value, asked: asked.flatMap((of) => of(read.value)) };
}

function linesOf(file: string): readonly unknown[] {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function ofWants(file: string): () => readonly AskedOfRows[] {
  return () =>
    linesOf(file).map((line) => {
      const { text, kind, wants, not } = wantsSchema.parse(line);
      return { text, wants, not, isLaw: wants.length === 0 || kind === 'law' || not.includes('*') };
    });
}

/** What one’s own demandes say is not of the table. */
function ofKinds(file: string) {
  return (rows: readonly BodyRow[]): readonly AskedOfRows[] =>
    linesOf(file).flatMap((line): readonly AskedOfRows[] => {
      const { text, kind, contract, ended, who, also, none } = kindSchema.parse(line);
      if (kind === 'mine' || kind === 'notmine') return [];
      if (kind === 'none') return [{ text, wants: [], not: [], isLaw: true }];
      const title = contract ?? ended;
      const people = [...new Set(rows.flatMap(({ buyer }) => buyer ?? []))];
      const others = who === undefined ? [] : people.filter((one) => one !== who && one !== also);
      const wants = [
        ...(title === undefined || none ? [] : [`« ${title} »`]),
        ...(kind === 'excluded' ? ['ne couvre pas'] : []),
        ...(who === undefined ? [] : [who]),
      ];
      return [{ text, wants, not: kind === 'buyer' || none ? others : [], isLaw: false }];
    });
}

/** Whether what was shown says what it must and nothing that it must not. */
export function isRight(one: AskedOfRows, said: HouseSaid | undefined, rows: readonly BodyRow[]): boolean {
  const { wants, isLaw } = one;
  if (isLaw) return said === undefined || said.place === 'under';
  // A contract that covers it is not to be denied.
  const isCovered = rows.some(
    (row) =>
      row.contract !== undefined && isWanted(one, { row, way: 'covers' }) && !isWanted(one, { row, way: 'family' }),
  );
  const isDenied = isCovered && !wants.some((want) => want.includes(DENIED));
  const not = isDenied ? [...one.not, DENIED] : one.not;
  return said !== undefined && said.place !== 'under' && holds(houseLines(said.ask, said.answer).join(' '), wants, not);
}

/** Whether a row meant in that way is what was asked. */
export function isWanted({ wants, not }: AskedOfRows, { row, way }: Pick<RowWay, 'row' | 'way'>): boolean {
  const { family, buyer, team, substitute, contract } = row;
  const who = [buyer, team, substitute].join(' ');
  const { title, holder, until, howToOrder, ceiling = 0, used = 0 } = contract ?? {};
  const left = Math.max(0, ceiling - used).toLocaleString('fr-FR');
  const shown = {
    covers: `« ${title} » ${holder} ${longDate(until ?? '')} ${howToOrder} ${left} ${who}`,
    excludes: `« ${title} » ${holder} ne couvre pas ${who}`,
    family: `${family} ${who}`,
    buys: `${family} ${who}`,
  };
  if (!holds(shown[way], wants, not)) return false;
  // What is covered is not left out as well: its holder is named by both.
  return way !== 'excludes' || wants.some((want) => want.includes(DENIED)) || !holds(shown.covers, wants, not);
}

/** Whether it is what no row names, for whoever buys that. */
export function isOfRest({ wants, not }: AskedOfRows, rows: readonly BodyRow[]): boolean {
  const rest = rows.find(({ family }) => isRest(family));
  return rest !== undefined && holds([rest.buyer, rest.team, rest.substitute].join(' '), wants, not);
}

function holds(shown: string, wants: readonly string[], not: readonly string[]): boolean {
  const text = plain(shown);
  return (
    wants.every((want) => want.split('|').some((one) => text.includes(plain(one)))) &&
    not.every((one) => !text.includes(plain(one)))
  );
}

function longDate(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  return Number.isNaN(date.getTime())
    ? ''
    : date.toLocaleDateString('fr-FR', { day: 'numeric', month: 'long', year: 'numeric' });
}

function plain(text: string): string {
  return text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replaceAll('’', "'")
    .replaceAll('\\', '');
}
