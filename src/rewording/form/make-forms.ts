import type { Span } from '../../french/span.ts';
import { readText } from '../../french/text.ts';
import { readValues } from '../../french/values/read-values.ts';
import { fold, indexTerms } from '../../french/words.ts';
import { formTexts } from '../../text/form-texts.ts';
import { type FormLineName, inFormOrder, type NoForm, type PurchaseNature } from '../../vocabulary/form.ts';
import { isRunning } from '../brief/phase.ts';
import type { ReadNeed } from '../brief/read-needs.ts';
import { isUnderWay, type Notion } from '../buyer/notions.ts';
import type { FindCpv } from '../cpv/find-cpv.ts';
import type { Form, FormLine, FormValue, LintFinding, Need, Said } from '../port/rewording.ts';
import type { Filed } from './file-clauses.ts';
import { lawLines, sureOf } from './law-lines.ts';
import type { ReadNature } from './learnt-nature.ts';
import { readNature } from './nature.ts';
import type { ProcedureOf } from './procedure.ts';

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
}

/** Why no form is made of a message; undefined where one is. */
export function whyNoForm(message: Message): NoForm | undefined {
  const { source, notions, lint } = message;
  const stated = statedIn(message);
  // Sure lines that size a need are one, whatever contract is spoken of beside it.
  if (SIZES.filter((name) => message.filed.has(name)).length > 1) return undefined;
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
/** One need, of a message that asks nothing and speaks of no contract. */
export function isPlainNeed(message: Message): boolean {
  const { source, notions, needs } = message;
  return (
    whyNoForm(message) === undefined &&
    needs.length === 1 &&
    !source.includes('?') &&
    !isUnderWay(notions) &&
    !isRunning(readText(source).flat) &&
    !CONTRACT.test(readText(source).flat)
  );
}

/** A contract that may already be there for it. */
const CONTRACT =
  /\b(?:marches?|contrats?|factures?|titulaire|prestataire|accord-cadre|ugap|centrale d'achat|abonnements?|bordereau)\b/;

const SIZES = ['object', 'quantity', 'budget', 'deadline', 'duration'] as const;
const GIVEN = ['quantity', 'budget', 'deadline', 'place'] as const;

/** One form a need, each line with the person's own words and nothing that they did not say. */
export function makeForms(message: Message, parts: FormParts | undefined, readLearnt: ReadNature): readonly Form[] {
  const { needs, source } = message;
  const stated = statedIn(message);
  const why = whyNoForm(message);
  // What is read of one need alone where several are spoken of is of them all.
  const apart = stated.length === needs.length;
  const shown = apart ? stated : [stated[0] ?? needs[0]];
  return shown.map((read) => {
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
      isNeed: why === undefined,
      isPlain: isPlainNeed(message),
    };
    const form = makeForm(about, parts, readLearnt);
    const law = lawLines(sureOf(message.lint.filter(isIn), source, about.isPlain), source);
    return { need: needs.indexOf(read), ...form, lines: inFormOrder([...form.lines, ...law]) };
  });
}

/** One need of a message, and what was read of it. */
interface About {
  readonly source: string;
  readonly read: ReadNeed;
  readonly notions: readonly Notion[];
  readonly filed: Filed;
  /** False of a contract under way or a question about the rules: then nothing is filed. */
  readonly isNeed: boolean;
  /** A need and nothing else: no question, no contract that runs. Only then is it told what it lacks and by which procedure. */
  readonly isPlain: boolean;
}

function makeForm(about: About, parts: FormParts | undefined, readLearnt: ReadNature): Omit<Form, 'need'> {
  const { read, notions, filed, isNeed, isPlain } = about;
  const { need } = read;
  const values = new Map<FormLineName, readonly FormValue[]>();
  const put = (name: FormLineName, list: readonly FormValue[]) => {
    if (list.length > 0) values.set(name, list);
  };
  // What is filed of a message without a need would stand for a need's.
  if (!isNeed) return { lines: [], unsaid: [] };
  for (const [name, list] of filed) if (name !== 'asked') put(name, list);
  put(
    'deadline',
    (filed.get('deadline') ?? []).map((value) => withNote(value, FIXED, formTexts.fixedDate)),
  );
  put(
    'duration',
    (filed.get('duration') ?? []).map((value) => withNote(value, RENEWED, formTexts.renewed)),
  );
  const thing = wordsOn(filed, 'object') || need.slots.object?.said.map(({ value }) => value).join('. ') || '';
  const nature = readNature(readLearnt, thing || about.source, about.source, notions);
  put('nature', nature === undefined ? [] : [natureValue(nature, thing)]);
  put('budget', budgetValues(filed.get('budget') ?? [], about.source, nature));
  put('cpv', parts === undefined ? [] : classOf(about.source, wordsOn(filed, 'object'), parts.findCpv));
  const [likely] = thing === '' ? [] : (parts?.findCpv(thing, { concepts: [] }) ?? []);
  // The sum of the works is not that of their design.
  const ofWorks = values.get('budget')?.some(({ note }) => note === formTexts.worksCost) === true;
  const sized = ofWorks ? { ...need, slots: {} } : need;
  const isSized = values.has('budget') && isPlain && isOneSum(about.source);
  const procedure = nature === undefined || !isSized ? undefined : parts?.procedureOf(nature, sized);
  put('procedure', procedure === undefined ? [] : [{ note: procedure }]);
  return {
    ...(nature === undefined ? {} : { nature }),
    lines: [...values].map(([name, list]) => lineOf(name, list, need)),
    ...(likely === undefined ? {} : { likelyClass: likely.code }),
    unsaid: isPlain ? BUYER_NEEDS.filter((slot) => isUnsaid(slot, about, values)) : [],
  };
}

const wordsOn = (filed: Filed, name: FormLineName): string =>
  (filed.get(name) ?? []).map(({ said }) => said?.value ?? '').join('. ');

const FIXED = /\b(?:dernier delai|imperati\w{0,12}|au plus tard|sans faute|dernier carat|date butoir)\b/;
const RENEWED = /\b(?:renouvel|recondu)/;

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

/**
 * The class that the thing leads to, where its label has the name of the thing and the whole message leads there too: two needs
 * in ten have one.
 */
function classOf(text: string, thing: string, findCpv: FindCpv): readonly FormValue[] {
  const [first] = findCpv(thing, { concepts: [] });
  const [whole] = findCpv(text, { concepts: [] });
  const [name] = indexTerms(thing);
  if (first === undefined || name === undefined || !indexTerms(first.label).includes(name)) return [];
  if (whole?.code.slice(0, CLASS) !== first.code.slice(0, CLASS)) return [];
  const label = `${first.label.charAt(0).toLowerCase()}${first.label.slice(1).replace(/\.$/, '')}`;
  return [{ note: label, code: first.code }];
}

/** Digits of a class. */
const CLASS = 4;

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

/** One sum is that of the need; of two, or of one taken back, it is not sure which. */
function isOneSum(source: string): boolean {
  const sums = readValues(source).filter((value) => value.kind === 'amount');
  return sums.length === 1;
}

/** What a buyer cannot do without, in the order in which it is asked. */
const BUYER_NEEDS = ['budget', 'deadline'] as const;

/** A sum or a day that is not understood may well be it. */
const KINDS = { budget: 'amount', deadline: 'date' } as const;

const isUnsaid = (
  slot: (typeof BUYER_NEEDS)[number],
  { read, source }: About,
  values: ReadonlyMap<FormLineName, unknown>,
) =>
  read.need.slots[slot] === undefined &&
  !values.has(slot) &&
  !SPEAKS_OF[slot].test(readText(source).flat) &&
  !readValues(source).some(({ kind }) => kind === KINDS[slot]);

/** Words by which a message speaks of it, on a line or not: it is not said to be missing then. */
const SPEAKS_OF: Readonly<Record<(typeof BUYER_NEEDS)[number], RegExp>> = {
  budget: /€|\b(?:euros?|budget|enveloppe|credits?|\d ?k|devis|prix|tarif|cout|\d ?(?:ht|ttc))\b/,
  deadline:
    /\b(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|janv|fevr|sept|oct|nov|dec|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|semaine|mois|rentree|vacances|noel|paques|ete|hiver|printemps|automne|toussaint|urgent|vite|fetes|saison|avant l[ae']|\d{1,2}\/\d{1,2}|20[2-4]\d)\b/,
};
