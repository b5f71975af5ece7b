import { z } from 'zod';
import { frenchDate, type IsoDate, isIsoDate } from '../days/iso-date.ts';
import { groupThousands } from '../french/thousands.ts';
import type { CorpusProblem } from './problem.ts';
import { readYaml } from './yaml-source.ts';

/** How sure a fact is: V1 article read; V2 secondary source read; V2-faible fragile source; M from memory. */
export const STATUSES = ['V1', 'V2', 'V2-faible', 'M'] as const;

const isoDate = z.string().refine(isIsoDate, { error: 'not a date written YYYY-MM-DD' });

const figureValueSchema = z.strictObject({
  value: z.number(),
  valid_from: isoDate,
  valid_to: isoDate.optional(),
  article: z.string().min(1),
  status: z.enum(STATUSES),
  /**
   * A change announced before an official text was read. `pending`: never stated as settled; `confirmed`: in force from
   * its day, whatever the row before it says; `dropped`: it never was. This word alone decides, in fiches, quizzes and rules.
   */
  announced: z.enum(['pending', 'confirmed', 'dropped']).optional(),
  note: z.string().optional(),
});

const figureSchema = z.strictObject({
  key: z.string().regex(/^[a-z0-9_]+(\.[a-z0-9_]+)+$/, { error: 'a key is written in lower case with dots' }),
  label: z.string().min(1),
  unit: z.enum([
    'EUR',
    'jours',
    'mois',
    'ans',
    'heures',
    'semaines',
    'pourcent',
    'pour_mille',
    'points',
    'fois',
    'nombre',
  ]),
  tax: z.enum(['HT', 'TTC']).optional(),
  review_before: isoDate.optional(),
  values: z.array(figureValueSchema).min(1),
});

export type Figure = z.infer<typeof figureSchema>;
export type FigureValue = Figure['values'][number];
export type Figures = ReadonlyMap<string, Figure>;

/** Reads the dated table; problems name file, line and field, all at once. */
export function readFigures(text: string, file: string): { figures: Figures; problems: readonly CorpusProblem[] } {
  const source = readYaml(text, z.array(figureSchema), file);
  const figures = new Map<string, Figure>();
  const problems = [...source.problems];
  for (const [index, figure] of (source.value ?? []).entries()) {
    const report = (field: string, message: string) =>
      problems.push({ file, line: source.lineOf([index, field]), field: `${figure.key}.${field}`, message });
    if (figures.has(figure.key)) report('key', `the key ${figure.key} is already defined above`);
    for (const message of periodDefects(figure)) report('values', message);
    figures.set(figure.key, figure);
  }
  return { figures, problems };
}

function periodDefects(figure: Figure): string[] {
  const defects: string[] = [];
  for (const [index, value] of figure.values.entries()) {
    if (value.valid_to !== undefined && value.valid_to < value.valid_from)
      defects.push(`valid_to ${value.valid_to} comes before valid_from ${value.valid_from}`);
    const next = figure.values[index + 1];
    if (next !== undefined && next.announced === undefined && (value.valid_to ?? '9999-12-31') >= next.valid_from)
      defects.push(`the period from ${value.valid_from} overlaps the one from ${next.valid_from}`);
  }
  return defects;
}

/** The value in force on a day: one announced and not confirmed never counts. */
export function figureAt(figure: Figure, at: IsoDate): FigureValue | undefined {
  return figure.values.findLast(
    (value) => isSettled(value) && value.valid_from <= at && at <= (value.valid_to ?? '9999-12-31'),
  );
}

/** Read in an official text, or announced and since confirmed. */
export function isSettled({ announced }: FigureValue): boolean {
  return announced === undefined || announced === 'confirmed';
}

/** A value announced for a day at or before `at` and not yet in force in the table. */
export function announcedAt(figure: Figure, at: IsoDate): FigureValue | undefined {
  return figure.values.findLast((value) => value.announced === 'pending' && value.valid_from <= at);
}

/**
 * The figure in words on a day, e.g. `60 000 € HT`. Where a change is announced for that day the text gives both and
 * says that it is to be confirmed; where the table is silent on the day, the earliest value with its date.
 */
export function sayFigure(figure: Figure, at: IsoDate): string {
  const inForce = figureAt(figure, at);
  const announced = announcedAt(figure, at);
  if (announced !== undefined) {
    const change = `${sayValue(figure, announced.value)} annoncé au ${frenchDate(announced.valid_from)}, à confirmer sur Légifrance`;
    return inForce === undefined ? `(${change})` : `${sayValue(figure, inForce.value)} (${change})`;
  }
  if (inForce !== undefined) return sayValue(figure, inForce.value);
  const first = figure.values[0];
  return first === undefined ? '' : `${sayValue(figure, first.value)} (depuis le ${frenchDate(first.valid_from)})`;
}

/** What stands of the change announced for a figure, in one sentence that follows the word of the table; empty without one. */
export function sayAnnouncement(figure: Figure, at: IsoDate): string {
  const value = figure.values.findLast(({ announced }) => announced !== undefined);
  if (value === undefined) return '';
  const [amount, day] = [sayValue(figure, value.value), frenchDate(value.valid_from)];
  switch (value.announced) {
    case 'confirmed':
      return `Ce montant ${at < value.valid_from ? 'passe' : 'est passé'} à ${amount} le ${day} (${value.article}).`;
    case 'dropped':
      return `Le passage à ${amount}, annoncé au ${day}, n'a pas eu lieu.`;
    default:
      return `Un passage à ${amount} est annoncé au ${day}, sans texte officiel vérifié : ne vous en servez pas avant de l'avoir trouvé sur Légifrance.`;
  }
}

/** A number with its unit in French typography: narrow no-break space in thousands, no-break space before the unit. */
export function sayValue(figure: Pick<Figure, 'unit' | 'tax'>, value: number): string {
  const tax = figure.tax === undefined ? '' : `\u00a0${figure.tax}`;
  const plural = value >= 2;
  switch (figure.unit) {
    case 'EUR':
      return `${sayAmount(value)}${tax}`;
    case 'pourcent':
      return `${sayNumber(value)}\u00a0%`;
    case 'pour_mille':
      return `${sayNumber(value)}\u00a0‰`;
    case 'ans':
      return `${sayNumber(value)}\u00a0${plural ? 'ans' : 'an'}`;
    case 'jours':
    case 'heures':
    case 'semaines':
    case 'points':
      return `${sayNumber(value)}\u00a0${plural ? figure.unit : figure.unit.slice(0, -1)}`;
    case 'mois':
    case 'fois':
      return `${sayNumber(value)}\u00a0${figure.unit}`;
    case 'nombre':
      return sayNumber(value);
  }
}

function sayAmount(value: number): string {
  if (value >= 10_000_000 && value % 1_000_000 === 0) return `${sayNumber(value / 1_000_000)}\u00a0M€`;
  return `${sayNumber(value)}\u00a0€`;
}

export function sayNumber(value: number): string {
  const [whole = '0', decimals] = String(value).split('.');
  const grouped = groupThousands(whole, '\u202f');
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}
