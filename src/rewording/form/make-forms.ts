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
import type { Form, FormLine, FormValue, LintFinding, Need, Said } from '../port/rewording.ts';
import type { Filed } from './file-clauses.ts';
import { borneOut, lawLines } from './law-lines.ts';
import type { ReadNature } from './learnt-nature.ts';
import { toMeasure } from './measures.ts';
import { FAMILY, readNature } from './nature.ts';
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
  /** Its clauses, by the line of what they say. */
  readonly filed: Filed;
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
export function makeForms(message: Message, parts: FormParts | undefined, readLearnt: ReadNature): readonly Form[] {
  const { needs, source } = message;
  const stated = statedIn(message);
  // What is read of one need alone where several are spoken of is of them all.
  const apart = stated.length === needs.length;
  const shown = apart ? stated : [stated[0] ?? needs[0]];
  return shown.map((read, at) => {
    const span: Span = apart ? read.span : [0, source.length];
    const isIn = ({ span: [start] }: { readonly span: Said['span'] }) => start >= span[0] && start < span[1];
    const about: About = {
      source: source.slice(...span),
      read: { ...read, span },
      notions: message.notions.filter(isIn),
      filed: new Map(
        [...message.filed].map(([name, values]) => [
          name,
          values.filter(({ said }) => isIn({ span: said?.span ?? [0, 0] })),
        ]),
      ),
      isNeed: whyNoForm(message) === undefined,
    };
    const form = makeForm(about, parts, readLearnt);
    const more = [
      ...lawLines(borneOut(message.lint.filter(isIn), form.lines), source),
      ...(message.quotes && at === shown.length - 1 ? [LEFT_OUT] : []),
    ];
    return { need: needs.indexOf(read), ...form, lines: inFormOrder([...form.lines, ...more]) };
  });
}

/** One need of a message, and what was read of it. */
interface About {
  readonly source: string;
  readonly read: ReadNeed;
  readonly notions: readonly Notion[];
  readonly filed: Filed;
  /** False of a contract under way or a question about the rules: then nothing is said but what the message says. */
  readonly isNeed: boolean;
}

function makeForm(about: About, parts: FormParts | undefined, readLearnt: ReadNature): Omit<Form, 'need'> {
  const { read, notions, filed, isNeed } = about;
  const { need } = read;
  const values = new Map<FormLineName, readonly FormValue[]>();
  const put = (name: FormLineName, list: readonly FormValue[]) => {
    if (list.length > 0) values.set(name, list);
  };
  for (const [name, list] of filed) put(name, list);
  put(
    'deadline',
    (filed.get('deadline') ?? []).map((value) => withNote(value, FIXED, formTexts.fixedDate)),
  );
  put(
    'duration',
    (filed.get('duration') ?? []).map((value) => withNote(value, RENEWED, formTexts.renewed)),
  );
  put('constraints', (filed.get('constraints') ?? []).map(toBeMeasured));
  if (!isNeed) return { lines: [...values].map(([name, list]) => ({ name, values: list })), unsaid: [] };
  const thing = wordsOn(filed, 'object') || need.slots.object?.said.map(({ value }) => value).join('. ') || '';
  const [likeliest] = parts?.findCpv(thing || about.source, { concepts: [] }) ?? [];
  const nature = readNature(readLearnt, thing || about.source, about.source, notions, likeliest?.families ?? []);
  put('nature', nature === undefined ? [] : [natureValue(nature, thing)]);
  put('object', objectValues(filed.get('object') ?? [], notions, nature));
  put('budget', budgetValues(filed.get('budget') ?? [], about.source, nature));
  put(
    'total',
    totalsOf(need, about.source).map((note) => ({ note })),
  );
  const concepts = notions.filter(({ trade }) => trade).map(({ entry }) => entry.id);
  put(
    'cpv',
    parts === undefined ? [] : classes(about.source, values.get('object') ?? [], concepts, nature, parts.findCpv),
  );
  // The sum of the works is not that of their design.
  const ofWorks = values.get('budget')?.some(({ note }) => note === formTexts.worksCost) === true;
  const sized = ofWorks ? { ...need, slots: {} } : need;
  const procedure = nature === undefined ? undefined : parts?.procedureOf(nature, sized);
  const inLots = need.lots.length > 1 && (need.slots.object?.said.length ?? 0) > 1;
  put('procedure', [
    ...(procedure === undefined ? [] : [{ note: procedure }]),
    ...(inLots ? [{ note: formTexts.lots }] : []),
  ]);
  return {
    ...(nature === undefined ? {} : { nature }),
    lines: [...values].map(([name, list]) => lineOf(name, list, need)),
    unsaid: BUYER_NEEDS.filter(
      (slot) =>
        !saysSo(slot, values, need) &&
        (need.missing.includes(slot) || (ALWAYS.has(slot) && !SPEAKS_OF[slot]?.test(readText(about.source).flat))),
    ),
  };
}

/** What a line says, or may say, is not missing: a price that is cited gives an order of magnitude. */
function saysSo(slot: Slot, values: ReadonlyMap<FormLineName, readonly FormValue[]>, { slots }: Need): boolean {
  if (slots[slot] !== undefined || values.has(slot)) return slots[slot]?.conflict !== true;
  return slot === 'budget' && (values.has('prices') || values.has('total'));
}

const wordsOn = (filed: Filed, name: FormLineName): string =>
  (filed.get(name) ?? []).map(({ said }) => said?.value ?? '').join('. ');

const FIXED = /\b(?:dernier delai|imperati\w{0,12}|au plus tard|sans faute|dernier carat|date butoir)\b/;
const RENEWED = /\b(?:renouvel|recondu)/;

const overlap = (one: Span, other: Span): boolean => one[0] < other[1] && other[0] < one[1];

function withNote(value: FormValue, when: RegExp, note: string): FormValue {
  return when.test(fold(value.said?.value ?? '')) ? { ...value, note } : value;
}

function lineOf(name: FormLineName, values: readonly FormValue[], { slots }: Need): FormLine {
  const conflict = new Map(Object.entries(slots)).get(name)?.conflict === true;
  return { name, values, ...(conflict ? { conflict } : {}) };
}

function natureValue(nature: PurchaseNature, words: string): FormValue {
  const { flat } = readText(words);
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
  values: readonly FormValue[],
  notions: readonly Notion[],
  nature: PurchaseNature | undefined,
): readonly FormValue[] {
  const fits = notions.filter(({ trade, family }) => trade && (family === undefined || isOf(nature, family)));
  return values.map((value) => {
    const at = value.said?.span;
    const label = at === undefined ? undefined : fits.find(({ span }) => overlap(span, at))?.shown[0];
    return label === undefined ? value : { ...value, note: label };
  });
}

/** Those that the words of the thing lead to, where some do; what else is spoken of leads elsewhere. */
function classes(
  text: string,
  object: readonly FormValue[],
  concepts: readonly string[],
  nature: PurchaseNature | undefined,
  findCpv: FindCpv,
): readonly FormValue[] {
  const known =
    nature === undefined || nature === 'tic' || nature === 'mixte' ? undefined : (FAMILY.get(nature) ?? nature);
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
const NEAR = 0.45;
const MOST_CLASSES = 3;

function isOf(nature: PurchaseNature | undefined, family: NonNullable<Notion['family']>): boolean {
  if (nature === undefined || nature === 'mixte') return true;
  return family === 'fournitures' || family === 'travaux'
    ? nature === family
    : nature !== 'fournitures' && nature !== 'travaux';
}

function budgetValues(
  values: readonly FormValue[],
  source: string,
  nature: PurchaseNature | undefined,
): readonly FormValue[] {
  const words = values.map(({ said }) => said?.value ?? '');
  if (nature === 'moe' && words.some((said) => /travaux/i.test(said)))
    return values.map((value) => ({ ...value, note: formTexts.worksCost }));
  // Said once, it holds for every sum of the message.
  if (TAX_BASIS.test(source)) return values;
  return values.map((value, at) => (at < values.length - 1 ? value : { ...value, note: formTexts.taxBasis }));
}

const TAX_BASIS = /\b(?:ht|ttc|hors taxes?|toutes taxes)\b/i;

/** With what is missing to measure it. */
function toBeMeasured(value: FormValue): FormValue {
  const unit = toMeasure(value.said?.value ?? '');
  return unit === undefined ? value : { ...value, note: formTexts.toMeasure(unit) };
}

/** What a buyer cannot do without, in the order in which it is asked. */
const BUYER_NEEDS = ['object', 'quantity', 'budget', 'deadline', 'existing_contract', 'duration', 'place'] as const;
/** Asked of every need that says nothing of them. */
const ALWAYS: ReadonlySet<Slot> = new Set(['budget', 'deadline', 'existing_contract']);
/** Words by which a message speaks of what no line holds. */
const SPEAKS_OF: Readonly<Partial<Record<Slot, RegExp>>> = {
  budget: /€|\b(?:euros?|budget|enveloppe|credits?|\d ?k|devis|prix|tarif|cout)\b/,
  deadline:
    /\b(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|janv|fevr|sept|oct|nov|dec|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|semaine|mois|rentree|vacances|noel|paques|ete|hiver|printemps|automne|toussaint|urgent|vite|\d{1,2}\/\d{1,2}|20[2-4]\d)\b/,
  existing_contract: /\b(?:marches?|contrats?|titulaire|accord-cadre|convention|abonnement|prestataire|fournisseur)\b/,
};

const LEFT_OUT: FormLine = { name: 'left_out', values: [{ note: formTexts.leftOutWhy }] };
