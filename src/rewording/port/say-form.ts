import { frenchTypography } from '../../french/typography.ts';
import { formTexts } from '../../text/form-texts.ts';
import type { LintCode } from '../../vocabulary/rewording.ts';
import type { Form, FormLine, FormValue } from './rewording.ts';

/** A line of a form as it is read: its name, and its values in one. French. */
export interface SaidLine {
  readonly name: string;
  readonly value: string;
}

/** The lines of a form, then what it leaves unsaid. */
export const sayForm = (form: Omit<Form, 'need'>): readonly SaidLine[] => [
  ...form.lines.map((line) => ({ name: nameLine(line, form), value: sayLine(line) })),
  ...sayUnsaid(form),
];

/** What stands beside a message: its points of law, the procedure with the sum that it is told by, what the message leaves unsaid. */
export function sayBeside(form: Form): readonly SaidLine[] {
  // Of a need that is cut up it is not sure what the sum is of.
  const told = form.lines.some(({ name }) => name === 'procedure') && !form.lines.some(({ name }) => name === 'law');
  const shown = form.lines.filter(
    ({ name }) => name === 'law' || (told && (name === 'budget' || name === 'procedure')),
  );
  const lines = shown.map((line) => ({
    name: nameLine(line, form),
    // Articles by their code, as whoever reads the text again knows them.
    value: sayLine(line).replace(/\b([LRD])\.\u00a0(?=\d{4})/g, '$1'),
  }));
  return [...lines, ...sayUnsaid(form)];
}

function sayUnsaid({ unsaid }: Pick<Form, 'unsaid'>): readonly SaidLine[] {
  if (unsaid.length === 0) return [];
  const value = unsaid.map((slot) => formTexts.unsaidSlot[slot]).join(', ');
  return [{ name: frenchTypography(formTexts.unsaid), value }];
}

/** What a department asks of its buyer, above its message. */
export const sayAsked = (asked: readonly string[]): string => {
  const { name, said } = askedLine(asked);
  return `${name}\u00a0: ${said.join(' ')}`;
};

export const askedLine = (asked: readonly string[]): { readonly name: string; readonly said: readonly string[] } => ({
  name: formTexts.asked,
  said: asked.map((one) => `«\u00a0${one}\u00a0»`),
});

/** A model's wording, where one stands in the place of the message: what comes above the form. */
export function wordedPart({ source, text }: { readonly source: string; readonly text: string }): string | undefined {
  if (text.includes(source)) return undefined;
  const form = text.lastIndexOf('\n\n');
  return form < 0 ? text : text.slice(0, form);
}

export function nameLine({ name }: FormLine, { nature }: Pick<Form, 'nature'>): string {
  const delivered = nature === 'fournitures' && (name === 'place' || name === 'deadline');
  return frenchTypography(delivered ? formTexts.delivered[name] : formTexts.line[name]);
}

/** Values of a line; the rest stands in the message above. */
const MOST = 12;

function sayLine(line: FormLine): string {
  const said = line.values.slice(0, MOST).map(sayValue).join(' ; ');
  const aside = [...(line.conflict === true ? [formTexts.conflict] : []), ...pointsOf(line)].join(' ; ');
  return [said, said === '' || aside === '' ? aside : `→ ${aside}`].filter((part) => part !== '').join(' ');
}

/** The points of law about the values of a line, of a form that was kept with them there. */
export const pointsOf = ({ law = [] }: FormLine): readonly string[] =>
  law.map(({ code, articles }) => sayLaw(code, articles));

export function sayLaw(code: LintCode, articles: readonly string[]): string {
  const article = articles.find((one) => /^[LRD]\d{4}/.test(one));
  return frenchTypography(article === undefined ? formTexts.law[code] : `${formTexts.law[code]}, ${article}`);
}

function sayValue(value: FormValue): string {
  const aside = sayAside(value);
  if (value.said === undefined) return value.code === undefined ? aside : `${aside} (${value.code})`;
  const own = `«\u00a0${shorten(value.said.value)}\u00a0»`;
  return aside === '' ? own : `${own} (${aside})`;
}

/** How a value was understood, and what a buyer calls it. */
function sayAside({ said, note }: FormValue): string {
  const ours = note === undefined ? undefined : frenchTypography(note);
  return [said === undefined ? undefined : understoodIn(said), ours].filter((part) => part !== undefined).join(' ; ');
}

/** Where the figures differ: «12k» is 12 000, and «8 000 euros» is what it says. */
function understoodIn({ value, understood }: NonNullable<FormValue['said']>): string | undefined {
  if (understood === undefined || /^\p{L}/u.test(value)) return undefined;
  const digits = (text: string) => text.replace(/\D/g, '');
  return digits(value) === digits(understood) ? undefined : understood;
}

const LONGEST = 320;

/** On one line, and cut at a word when long: the whole stands above. */
function shorten(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).replace(/\s\S*$/, '')}…`;
}
