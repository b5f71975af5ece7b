import { withoutEnd } from '../french/ends.ts';
import { sentencesOf } from '../french/sentences.ts';
import { frenchTypography } from '../french/typography.ts';
import { ok, type Result } from '../result.ts';
import type { Interpreting } from '../rewording/port/interpreting.ts';
import type { Form, FormLine, Rewording } from '../rewording/port/rewording.ts';
import { sayForm } from '../rewording/port/say-form.ts';
import { formTexts } from '../text/form-texts.ts';
import { rewordingFr } from '../text/rewording-fr.ts';
import type { Role } from '../vocabulary/people.ts';
import type { Slot } from '../vocabulary/rewording.ts';
import type { PurchaseForm } from './purchase.ts';

export type Interpret = Pick<Interpreting, 'reword'>;
type TooSlow = { readonly kind: 'too_slow' };

/**
 * What the other side reads of a message: every word of it, untouched. Below a buyer's stand those of its words that mean one
 * thing in any sentence; what is not sure is not said. Whoever buys understands a department's as it is.
 */
export async function sayAcross({ reword }: Interpret, side: Role, text: string): Promise<Result<string, TooSlow>> {
  if (side === 'prescriber') return ok(text);
  const said = await reword(text, 'to_prescriber', 'fr');
  if (!said.ok) return { ok: false, error: { kind: 'too_slow' } };
  const words = said.value.terms
    .filter(({ sure }) => sure)
    .slice(0, MOST_WORDS)
    .map(({ from, to }) => `${from.replace(/\s+/g, ' ')}\u00a0: ${to}`);
  return ok(words.length === 0 ? text : `${text}\n${rewordingFr.words(words.join(' ; '))}`);
}

/** More explained below a message is read by nobody. */
const MOST_WORDS = 5;

/** Lines that are read off a sentence: what the law makes of it stands in the sheet, what else it says in its own words. */
const SHOWN: ReadonlySet<string> = new Set(['nature', 'cpv', 'place', 'deadline', 'budget']);

/** In words: a need told at greater length is a message, of which no line is sure to say what it says. */
const SENTENCE = 40;

/** What a demande opens with. */
export interface ReadNeed {
  readonly form: PurchaseForm;
  /** The thing alone, for the table of who buys what. */
  readonly thing: string;
}

/** The form of what a department has said; undefined where no need is made out. */
export async function formOf({ reword }: Interpret, words: string): Promise<Result<ReadNeed | undefined, TooSlow>> {
  const said = await reword(words, 'to_buyer', 'fr');
  if (!said.ok) return { ok: false, error: { kind: 'too_slow' } };
  return ok(said.value.direction === 'to_buyer' ? readForm(said.value, words) : undefined);
}

function readForm({ needs, forms, questions, noForm }: Extract<Rewording, { direction: 'to_buyer' }>, words: string) {
  const [form] = forms;
  if (form === undefined || noForm !== undefined) return undefined;
  const { object: said, quantity } = needs[form.need]?.slots ?? {};
  const object = said?.said[0].value;
  // «30 chaises» tells more than «chaises».
  const counted = quantity?.said.find(({ value }) => object !== undefined && value.includes(object))?.value;
  const line = form.lines.find(({ name }) => name === 'cpv')?.values.find(({ code }) => code !== undefined)?.code;
  // The likeliest finds who buys, and what such a purchase might leave: people see both, and may say otherwise.
  const cpv = line ?? form.likelyClass;
  const isSentence = words.trim().split(/\s+/).length <= SENTENCE && !words.includes('?');
  const isSure = isSentence && form.lines.some(({ name }) => name === 'object');
  return {
    thing: counted ?? object ?? words,
    form: {
      title: titleOf(isSure ? (counted ?? object ?? words) : words),
      lines: isSentence ? forms.flatMap(sayLines) : [],
      // Whether there is a contract already is for the body's own table to say.
      asks: !isSentence
        ? []
        : questions
            .filter(({ slot, need }) => slot !== 'existing_contract' && need === form.need && isUnsaid(slot, form))
            .map(({ slot, text }) => ({ slot, text })),
      ...(cpv === undefined ? {} : { cpv }),
    },
  };
}

/** A sum or a day that the words speak of, on a line or not, is not asked for. */
const isUnsaid = (slot: Slot, { unsaid }: Form): boolean =>
  (slot !== 'budget' && slot !== 'deadline') || unsaid.includes(slot);

function sayLines(form: Form): PurchaseForm['lines'] {
  const lines = form.lines.filter(({ name }) => SHOWN.has(name));
  return sayForm({ ...form, lines: lines.map(withoutLaw), unsaid: [] }).map((said, at) =>
    lines[at]?.name === 'nature' ? { ...said, name: frenchTypography(formTexts.natureToConfirm) } : said,
  );
}

/** Of classes that it may be, the likeliest: the others, and points of law, are for the buyer to look up. */
const withoutLaw = ({ name, values }: FormLine): FormLine => ({
  name,
  values: name === 'cpv' ? values.slice(0, 1) : values,
});

export interface SlotAnswer {
  readonly slot: Slot;
  readonly text: string;
}

/** The form once some of what it asks is answered: each answer in the very words, under what was asked. */
export function withAnswers(form: PurchaseForm, answers: readonly SlotAnswer[]): PurchaseForm {
  const asked = (slot: Slot) => form.asks.find((ask) => ask.slot === slot)?.text ?? formTexts.line[slot];
  const added = answers
    .filter(({ text }) => text.trim() !== '')
    .map(({ slot, text }) => ({
      name: frenchTypography(slot === 'budget' || slot === 'deadline' ? formTexts.line[slot] : asked(slot)),
      value: `«\u00a0${text.replace(/\s+/g, ' ').trim()}\u00a0»`,
    }));
  return {
    ...form,
    lines: [...form.lines.filter(({ name }) => !added.some((one) => one.name === name)), ...added],
    asks: form.asks.filter(({ slot }) => !answers.some((one) => one.slot === slot && one.text.trim() !== '')),
  };
}

const LONGEST_TITLE = 60;
const SHORTEST_TITLE = 20;

/** The thing, or the first sentence that is no greeting, without its end. */
function titleOf(words: string): string {
  const said = words.replace(GREETING, '').trim();
  const [[from, to] = [0, 0]] = sentencesOf(said);
  const line = withoutEnd(said.slice(from, to), '.').replace(/\s+/g, ' ');
  if (line.length <= LONGEST_TITLE) return line;
  // A clause that is cut may say the contrary of the whole: what stands before it is told, where that is enough.
  const cut = line.slice(0, LONGEST_TITLE - 1).replace(/\s\S*$/, '');
  const before = cut.replace(/\s?[,;:(][^,;:(]*$/, '');
  return `${before.length >= SHORTEST_TITLE ? before : cut}…`;
}

/** How a message begins before it says anything. */
const GREETING =
  /^(?:\s*(?:bonjour|bonsoir|salut|coucou|hello|bjr|slt|chers?|ch[eè]res?|madame|monsieur|mme|m\.)(?!\p{L})[^,!\n]{0,60}[,!\n]){1,3}/iu;
