import type { Span } from '../../french/span.ts';
import { readText } from '../../french/text.ts';
import { fold, indexTerms } from '../../french/words.ts';
import { formTexts } from '../../text/form-texts.ts';
import { type FormLineName, inFormOrder, type NoForm, type PurchaseNature } from '../../vocabulary/form.ts';
import type { Slot } from '../../vocabulary/rewording.ts';
import { isRunning } from '../brief/phase.ts';
import type { ReadNeed } from '../brief/read-needs.ts';
import { isUnderWay, type Notion } from '../buyer/notions.ts';
import type { FindCpv } from '../cpv/find-cpv.ts';
import type { Form, FormLine, FormValue, LintFinding, Need, Said, SlotEntry } from '../port/rewording.ts';
import { borneOut, lawLines } from './law-lines.ts';
import { toMeasure } from './measures.ts';
import { readNature } from './nature.ts';
import type { ProcedureOf } from './procedure.ts';
import { totalsOf } from './totals.ts';

/** What forms say beyond the words themselves. */
export interface FormParts {
  readonly procedureOf: ProcedureOf;
  readonly findCpv: FindCpv;
}

/** What was read of a message on its way to the buyer. */
export interface Message {
  readonly source: string;
  readonly needs: readonly [ReadNeed, ...ReadNeed[]];
  readonly notions: readonly Notion[];
  readonly lint: readonly LintFinding[];
  /** Someone else's message is quoted below it. */
  readonly quotes: boolean;
}

/** Why no form is made of a message; undefined where one is. */
export function whyNoForm(message: Message): NoForm | undefined {
  const { source, notions, lint } = message;
  const stated = statedIn(message);
  const sized = stated.some(({ offered }) => offered.has('quantity') || offered.has('budget'));
  const isPersonal =
    notions.some(({ entry }) => entry.personal === true) || lint.some(({ code }) => code === 'CONFLICT_OF_INTEREST');
  if (isPersonal && !sized) return 'personal';
  if (stated.length > 0) return undefined;
  if (isUnderWay(notions) || isRunning(readText(source).flat)) return 'under_way';
  return source.includes('?') ? 'question' : 'no_need';
}

/** What is asked for, or is sized, placed or dated; of a reply, what it settles («oui, on part sur 8 défibrillateurs»). */
function statedIn(message: Message): readonly ReadNeed[] {
  const { source, needs, notions } = message;
  const settles = !source.includes('?') && !isUnderWay(notions) && !isRunning(readText(source).flat);
  return needs.filter(({ offered, isNew, asked }) => {
    const given = GIVEN.filter((slot) => offered.has(slot)).length;
    if (!isNew) return settles && offered.has('object') && offered.has('quantity') && given > 1;
    return offered.has('object') ? asked || given > 0 : given > 1;
  });
}
const GIVEN = ['quantity', 'budget', 'deadline', 'place'] as const;

/** One form a need, each line with the person's own words and nothing that they did not say. */
export function makeForms(message: Message, parts: FormParts | undefined): readonly Form[] {
  const { needs } = message;
  const several = needs.length > 1;
  const stated = statedIn(message);
  const last = needs.findLastIndex((read) => stated.includes(read));
  return needs.flatMap((read, at) => {
    if (!stated.includes(read)) return [];
    const within = ({ span }: { readonly span: Said['span'] }) => span[0] >= read.span[0] && span[0] < read.span[1];
    const notions = several ? message.notions.filter(within) : message.notions;
    const lint = several ? message.lint.filter(within) : message.lint;
    const form = makeForm(message.source, read, notions, parts);
    const more = [
      ...lawLines(borneOut(lint, form.lines), message.source),
      ...(message.quotes && at === last ? [LEFT_OUT] : []),
    ];
    return [{ need: at, ...form, lines: inFormOrder([...form.lines, ...more]) }];
  });
}

function makeForm(
  source: string,
  read: ReadNeed,
  notions: readonly Notion[],
  parts: FormParts | undefined,
): Omit<Form, 'need'> {
  const { need } = read;
  const { slots } = need;
  const nature = unlessParted(readNature(source, read, notions), slots.object, parts?.findCpv);
  const values = new Map<FormLineName, readonly FormValue[]>();
  const put = (name: FormLineName, list: readonly FormValue[]) => {
    if (list.length > 0) values.set(name, list);
  };
  put('nature', nature === undefined ? [] : [natureValue(nature, source, read)]);
  put('object', objectValues(read, notions, nature));
  for (const slot of PLAIN) put(slot, saidOnly(slots[slot]?.said ?? []));
  put('users', saidOnly(apartFrom(slots.users, slots.quantity, slots.object)));
  put(
    'quantity',
    (need.slots.quantity?.said ?? []).filter(isOfTheNeed).map((said) => ({ said })),
  );
  put('deadline', need.slots.deadline?.said.map((said) => withNote(said, FIXED, formTexts.fixedDate)) ?? []);
  put(
    'duration',
    apartFrom(slots.duration, slots.deadline).map((said) => withNote(said, RENEWED, formTexts.renewed)),
  );
  put('budget', budgetValues(need, source, nature));
  put(
    'total',
    totalsOf(need, source.slice(...read.span)).map((note) => ({ note })),
  );
  put('constraints', requirements(need));
  const concepts = notions.filter(({ trade }) => trade).map(({ entry }) => entry.id);
  put(
    'cpv',
    parts === undefined
      ? []
      : classes(source.slice(...read.span), values.get('object') ?? [], concepts, nature, parts.findCpv),
  );
  // The sum of the works is not that of their design.
  const ofWorks = values.get('budget')?.some(({ note }) => note === formTexts.worksCost) === true;
  const sized = ofWorks ? { ...need, slots: {} } : need;
  const procedure = nature === undefined ? undefined : parts?.procedureOf(nature, sized);
  const inLots = need.lots.length > 1 && (slots.object?.said.length ?? 0) > 1;
  put('procedure', [
    ...(procedure === undefined ? [] : [{ note: procedure }]),
    ...(inLots ? [{ note: formTexts.lots }] : []),
  ]);
  return {
    ...(nature === undefined ? {} : { nature }),
    lines: [...values].map(([name, list]) => lineOf(name, list, need)),
    unsaid: need.missing.filter((slot) => slots[slot] === undefined && TOLD_MISSING.has(slot)),
  };
}

const PLAIN = ['place', 'existing_contract', 'environment', 'social', 'criteria'] as const;
const FIXED = /\b(?:dernier delai|imperati\w{0,12}|au plus tard|sans faute|dernier carat|date butoir)\b/;
const RENEWED = /\b(?:renouvel|recondu)/;

/** Sayings that another line does not hold already. */
function apartFrom(entry: SlotEntry | undefined, ...others: readonly (SlotEntry | undefined)[]): readonly Said[] {
  const taken = others.flatMap((other) => other?.said ?? []);
  return (entry?.said ?? []).filter(({ span }) => !taken.some((one) => overlap(span, one.span)));
}

const overlap = (one: Span, other: Span): boolean => one[0] < other[1] && other[0] < one[1];

const saidOnly = (list: readonly Said[]): readonly FormValue[] => list.map((said) => ({ said }));

function withNote(said: Said, when: RegExp, note: string): FormValue {
  return when.test(fold(said.value)) ? { said, note } : { said };
}

function lineOf(name: FormLineName, values: readonly FormValue[], { slots }: Need): FormLine {
  const conflict = new Map(Object.entries(slots)).get(name)?.conflict === true;
  return { name, values, ...(conflict ? { conflict } : {}) };
}

function natureValue(nature: PurchaseNature, source: string, { span }: ReadNeed): FormValue {
  const flat = readText(source.slice(...span)).flat;
  const why =
    nature !== 'fournitures' || !HIRED.test(flat)
      ? formTexts.why[nature]
      : BOUGHT.test(flat)
        ? formTexts.hiredOrBought
        : formTexts.hired;
  return { note: `${formTexts.nature[nature]} (${why})` };
}

/** Goods are bought, rented or leased (L1111-3). */
const HIRED = /\b(?:lou(?:er|ons|e|es|ee|ees)|locations?|leasing|credit-bail)\b/;
const BOUGHT =
  /\b(?:ou|soit|et) (?:bien )?(?:on |l'on |nous )?(?:l'|les |la |le |en )?ach\w{1,20}|\bach\w{1,20} ou (?:on )?(?:l'|les |le |la )?lou/;

/** The thing in the person's words, and what a buyer calls it where the concept is said of the thing. */
function objectValues(
  { need }: ReadNeed,
  notions: readonly Notion[],
  nature: PurchaseNature | undefined,
): readonly FormValue[] {
  const said = need.slots.object?.said ?? [];
  const label = labelFor(said, notions, nature);
  return said.map((one, at) =>
    at < said.length - 1 || label === undefined ? { said: one } : { said: one, note: label },
  );
}

/** What the needs of a nature are called there. */
const CPV_NATURE: ReadonlyMap<PurchaseNature, string> = new Map([
  ['fournitures', 'fournitures'],
  ['travaux', 'travaux'],
  ['services', 'services'],
  ['services_specifiques', 'services'],
  ['pi', 'services'],
  ['moe', 'services'],
]);

/** No nature where the class of the thing is of another: two readers part. */
function unlessParted(
  nature: PurchaseNature | undefined,
  object: SlotEntry | undefined,
  findCpv: FindCpv | undefined,
): PurchaseNature | undefined {
  const known = nature === undefined ? undefined : CPV_NATURE.get(nature);
  if (known === undefined || object === undefined || findCpv === undefined) return nature;
  const [first] = findCpv(object.said.map(({ value }) => value).join(', '), { concepts: [] });
  return first === undefined || first.families.includes(known) ? nature : undefined;
}

/** Those that the words of the thing lead to, where some do; what else is spoken of leads elsewhere. */
function classes(
  text: string,
  object: readonly FormValue[],
  concepts: readonly string[],
  nature: PurchaseNature | undefined,
  findCpv: FindCpv,
): readonly FormValue[] {
  const known = nature === undefined ? undefined : CPV_NATURE.get(nature);
  const about = { concepts, ...(known === undefined ? {} : { nature: known }) };
  const thing = object.map(({ said }) => said?.value ?? '').join(', ');
  if (thing === '') return [];
  const terms = new Set(indexTerms(thing));
  const inMessage = findCpv(text, about);
  const [first, ...others] = inMessage;
  // Where the words of the thing and the whole message part, nothing leads.
  const led = (from: string) => indexTerms(from).some((term) => terms.has(term));
  const found =
    first !== undefined && led(first.from) ? [first, ...others.filter(({ from }) => led(from))] : findCpv(thing, about);
  const best = found[0]?.score ?? 0;
  return found
    .filter(({ score }) => score >= best * NEAR)
    .slice(0, MOST_CLASSES)
    .map(({ code, label }) => ({
      note: `${label.charAt(0).toLowerCase()}${label.slice(1).replace(/\.$/, '')}`,
      code,
    }));
}

/** A second class stands only where it is about as likely as the first. */
const NEAR = 0.85;
const MOST_CLASSES = 2;

function labelFor(
  said: readonly Said[],
  notions: readonly Notion[],
  nature: PurchaseNature | undefined,
): string | undefined {
  const fits = notions.filter(({ trade, family }) => trade && (family === undefined || isOf(nature, family)));
  return fits.find(({ span }) => said.some((one) => overlap(span, one.span)))?.shown[0];
}

function isOf(nature: PurchaseNature | undefined, family: NonNullable<Notion['family']>): boolean {
  if (nature === undefined || nature === 'mixte') return true;
  return family === 'fournitures' || family === 'travaux'
    ? nature === family
    : nature !== 'fournitures' && nature !== 'travaux';
}

/** «deux sujets», «deux»: a count of what the message is about. */
const isOfTheNeed = ({ value }: Said): boolean =>
  !/^(?:\p{L}+|(?:\p{L}+|\d+) (?:sujets?|demandes?|choses?|besoins?|questions?|points?))$/iu.test(value);

function budgetValues(
  { slots: { budget } }: Need,
  source: string,
  nature: PurchaseNature | undefined,
): readonly FormValue[] {
  const said = budget?.said ?? [];
  const [first] = said;
  if (nature === 'moe' && first !== undefined && /travaux[^.\n]{0,30}$/i.test(source.slice(0, first.span[0])))
    return said.map((one) => ({ said: one, note: formTexts.worksCost }));
  const based = said.some(({ value }) => /\b(?:ht|ttc|hors taxes?|toutes taxes)\b/i.test(value));
  return said.map((one, at) =>
    based || at < said.length - 1 ? { said: one } : { said: one, note: formTexts.taxBasis },
  );
}

/** What the thing must do and be, each with what is missing to measure it. */
function requirements({
  slots: { constraints, object, deadline, budget, existing_contract: existing },
}: Need): readonly FormValue[] {
  const elsewhere = [object, deadline, budget, existing].flatMap((entry) => entry?.said ?? []);
  return (constraints?.said ?? [])
    .filter(({ span, value }) => !elsewhere.some((one) => holds(span, one.span)) && !OF_MONEY.test(fold(value)))
    .map((said) => {
      const unit = toMeasure(said.value);
      return unit === undefined ? { said } : { said, note: formTexts.toMeasure(unit) };
    });
}

/** Said of the money, not of the thing. */
const OF_MONEY = /\b(?:subventions?|argent|budgets?|credits|depenses?|enveloppe)\b/;

const holds = (whole: Span, part: Span): boolean => whole[0] <= part[0] && part[1] <= whole[1];

/** What a buyer cannot do without. */
const TOLD_MISSING: ReadonlySet<Slot> = new Set([
  'object',
  'quantity',
  'budget',
  'deadline',
  'duration',
  'existing_contract',
]);

const LEFT_OUT: FormLine = { name: 'left_out', values: [{ note: formTexts.leftOutWhy }] };
