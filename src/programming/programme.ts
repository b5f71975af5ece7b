import { stringify } from 'csv-stringify/sync';
import { frenchDate, type IsoDate } from '../days/iso-date.ts';
import { fold } from '../french/words.ts';
import type { AnswerOn } from '../rules/answer.ts';
import { euros, type Line } from '../rules/work.ts';
import { programmeTexts } from '../text/programme-texts.ts';
import type { PlannedNeed } from './planned-need.ts';
import type { NeedRow, Programme, ProgrammeFamily } from './port/programming.ts';

export interface Reading {
  readonly nameOf: (id: string) => string;
  readonly reader: string;
  /** They buy or coordinate for the body. */
  readonly keeps: boolean;
  readonly rules: AnswerOn;
  readonly today: IsoDate;
}

/** What is announced for a year, by family, with what the law makes of each. */
export function programmeOf(
  all: readonly PlannedNeed[],
  { year, body }: { readonly year: number; readonly body: string },
  reading: Reading,
): Programme {
  const needs = all.filter((one) => one.year === year);
  const families = new Map<string, PlannedNeed[]>();
  for (const need of needs) {
    const key = need.family === undefined ? '' : fold(need.family);
    families.set(key, [...(families.get(key) ?? []), need]);
  }
  const byName = [...families].toSorted(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a.localeCompare(b, 'fr')));
  return {
    body,
    year,
    years: [...new Set([...all.map((one) => one.year), year])].toSorted(),
    families: byName.map(([, group]) => familyOf(group, reading)),
    count: needs.length,
    sum: euros(sumOf(needs)),
  };
}

function sumOf(needs: readonly PlannedNeed[]): number {
  return needs.reduce((sum, { amount = 0 }) => sum + amount, 0);
}

function familyOf(needs: readonly PlannedNeed[], reading: Reading): ProgrammeFamily {
  const name = needs[0]?.family;
  const known = needs.flatMap(({ amount }) => amount ?? []);
  const natures = new Set(needs.flatMap(({ nature }) => nature ?? []));
  const [nature] = natures;
  // What is not of one nature is not one need; nor is what has no family.
  const counts = name !== undefined && known.length > 0 && natures.size === 1 && nature !== undefined;
  const [wanted] = needs.flatMap((one) => one.wanted ?? []).toSorted();
  const facts = counts
    ? { nature, ...(known.length === 1 ? { montant_ht: known[0] } : { montants: known, homogene: true }) }
    : undefined;
  return {
    name,
    needs: needs.map((need) => needRow(need, reading)),
    sum: euros(sumOf(needs)),
    unknown: needs.length - known.length,
    rules: facts === undefined ? [] : worked('procedure', facts, reading),
    calendar:
      facts === undefined || wanted === undefined || wanted <= reading.today
        ? []
        : worked('backplanning', { ...facts, signature_visee: wanted }, reading).filter(
            ({ text }) => !text.includes(' = '),
          ),
  };
}

/** How the rules come to it, then what they would need to know. */
function worked(
  goal: 'procedure' | 'backplanning',
  situation: Readonly<Record<string, unknown>>,
  { rules, today }: Reading,
): readonly Line[] {
  const found = rules({ goal, situation }, 'achat', today);
  if (!found.ok) return [];
  const { explanation, missing } = found.value;
  return [
    ...explanation.slice(0, MOST_LINES),
    ...missing.slice(0, 1).map(({ question }) => ({ text: question, articles: [] })),
  ];
}

const MOST_LINES = 4;

export function needRow(
  need: PlannedNeed,
  { nameOf, reader, keeps }: Pick<Reading, 'nameOf' | 'reader' | 'keeps'>,
): NeedRow {
  const { id, version, title, family = '', amount, wanted, words, by, purchase } = need;
  const mine = by === reader;
  return {
    id,
    version,
    typed: {
      title,
      family,
      amount: amount === undefined ? '' : String(amount).replace('.', ','),
      wanted: wanted ?? '',
    },
    words,
    sum: amount === undefined ? undefined : euros(amount),
    wanted,
    by: nameOf(by),
    mine,
    changes: mine || keeps,
    purchase: mine ? purchase : undefined,
    asked: purchase !== undefined,
  };
}

/** A row a need, by family; sums as numbers. */
export function programmeCells({ families }: Programme): readonly (readonly (string | number | undefined)[])[] {
  const { columns } = programmeTexts;
  const rows = families.flatMap(({ name, needs }) =>
    needs.map(({ typed, by, wanted, asked, words }) => [
      name ?? '',
      typed.title,
      typed.amount === '' ? undefined : Number(typed.amount.replace(',', '.')),
      wanted === undefined ? '' : frenchDate(wanted),
      by,
      asked ? programmeTexts.yes : '',
      words,
    ]),
  );
  return [columns, ...rows];
}

/** As a spreadsheet in French opens it; a cell that would be a formula is made text. */
export function programmeCsv(programme: Programme): string {
  const rows = programmeCells(programme).map((cells) =>
    cells.map((cell) => (typeof cell === 'number' ? String(cell).replace('.', ',') : (cell ?? ''))),
  );
  return stringify(rows, { delimiter: ';', bom: true, escape_formulas: true, record_delimiter: '\r\n' });
}
