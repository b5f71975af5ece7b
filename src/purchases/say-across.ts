import { ok, type Result } from '../result.ts';
import type { Interpreting } from '../rewording/port/interpreting.ts';
import type { FormLine, Rewording } from '../rewording/port/rewording.ts';
import { sayForm } from '../rewording/port/say-form.ts';
import { rewordingFr } from '../text/rewording-fr.ts';
import type { Role } from '../vocabulary/people.ts';
import type { PurchaseForm } from './purchase.ts';

export type Interpret = Pick<Interpreting, 'reword'>;
type TooSlow = { readonly kind: 'too_slow' };

/** Words of a message that is read at a glance: what it asks is not told above it. */
const SHORT = 60;

/**
 * What the other side reads of a message; its words stand in it. A buyer's come with what they mean. A department's stay as they
 * are: whoever buys understands them, and finds what they come to in the form.
 */
export async function sayAcross({ reword }: Interpret, side: Role, text: string): Promise<Result<string, TooSlow>> {
  if (side === 'prescriber') return ok(text);
  const said = await reword(text, 'to_prescriber', 'fr');
  if (!said.ok) return { ok: false, error: { kind: 'too_slow' } };
  if (said.value.direction !== 'to_prescriber' || text.split(/\s+/).length > SHORT) return ok(said.value.text);
  const { message, terms, text: whole } = said.value;
  // Those that are explained in what is told above, or below.
  const others = terms.filter(({ to }) => !message.includes(`(${to})`) && whole.includes(to));
  const words = others.map(({ from, to }) => `${from.replace(/\s+/g, ' ')}\u00a0: ${to}`);
  return ok(words.length === 0 ? message : `${message}\n${rewordingFr.words(words.join(' ; '))}`);
}

/** Lines that two people read to agree on a purchase: what is bought, how much, where, when; what the law makes of it stands elsewhere. */
const SHOWN: ReadonlySet<string> = new Set([
  'nature',
  'object',
  'cpv',
  'quantity',
  'place',
  'deadline',
  'duration',
  'budget',
  'existing_contract',
  'users',
  'constraints',
  'environment',
  'social',
  'criteria',
  'procedure',
]);

/** The form of what a department has said; undefined where no need is made out. */
export async function formOf({ reword }: Interpret, words: string): Promise<Result<PurchaseForm | undefined, TooSlow>> {
  const said = await reword(words, 'to_buyer', 'fr');
  if (!said.ok) return { ok: false, error: { kind: 'too_slow' } };
  return ok(said.value.direction === 'to_buyer' ? readForm(said.value, words) : undefined);
}

/** Of the classes that it may be, the likeliest: the others are for the buyer to look up. */
const likeliest = (line: FormLine): FormLine =>
  line.name === 'cpv' ? { ...line, values: line.values.slice(0, 1) } : line;

function readForm({ needs, forms, questions, noForm }: Extract<Rewording, { direction: 'to_buyer' }>, words: string) {
  const [form] = forms;
  if (form === undefined || noForm !== undefined) return undefined;
  const lines = forms.flatMap((one) =>
    sayForm({ ...one, lines: one.lines.filter(({ name }) => SHOWN.has(name)).map(likeliest), unsaid: [] }),
  );
  const { object: said, quantity } = needs[form.need]?.slots ?? {};
  const object = said?.said[0].value;
  // «30 chaises» tells more than «chaises».
  const counted = quantity?.said.find(({ value }) => object !== undefined && value.includes(object))?.value;
  const shown = form.lines.find(({ name }) => name === 'cpv')?.values.find(({ code }) => code !== undefined)?.code;
  // The likeliest finds who buys, and what such a purchase might leave: people see both, and may say otherwise.
  const cpv = shown ?? form.likelyClass;
  return {
    title: titleOf(counted ?? object ?? words),
    lines,
    // Whether there is a contract already is for the body's own table to say.
    asks: questions
      .filter(({ slot, need }) => slot !== 'existing_contract' && need === form.need)
      .map(({ slot, text }) => ({ slot, text })),
    ...(cpv === undefined ? {} : { cpv }),
  };
}

const LONGEST_TITLE = 60;

function titleOf(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_TITLE ? line : `${line.slice(0, LONGEST_TITLE - 1).trimEnd()}…`;
}
