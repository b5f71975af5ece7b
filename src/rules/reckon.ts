// One thing: a line of a dialogue as the rules take it, alone or as one more word on the case before it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EnglishTerms, inFrench, readEnglishTerms } from '../corpus/english.ts';
import type { Figures } from '../corpus/figures.ts';
import type { IsoDate } from '../days/iso-date.ts';
import { readValues } from '../french/values/read-values.ts';
import type { SaidValue } from '../french/values/value.ts';
import { fold, words } from '../french/words.ts';
import { verdictTexts } from '../text/verdict-texts.ts';
import type { Reader } from './compute.ts';
import type { FactName, FactValue, Situation } from './facts.ts';
import type { GoalName } from './goals.ts';
import { leftAside } from './left-aside.ts';
import type { LocalRulesOf } from './local/local-rules.ts';
import { type Recognised, recognise } from './recognise.ts';
import type { Role } from './roles/role-names.ts';
import { ENGLISH_FILE } from './rulebook.ts';
import type { Told } from './tell.ts';
import type { Amended } from './text/amend.ts';
import { asksForFewer, asksOpen, asksTurned } from './text/asks-open.ts';
import { type DemandModel, readDemandModel } from './text/demand-model.ts';
import type { Opening } from './text/say-verdict.ts';
import type { Doubt } from './text/sum-ways.ts';

/** What a dialogue keeps of a case that was worked out: the words it came in, and what was said of it since. */
export interface Retained {
  readonly goal: GoalName;
  readonly text: string;
  readonly at: IsoDate;
  readonly facts: Situation;
  readonly tax: 'HT' | 'TTC' | undefined;
  /** The fact that was asked for last. */
  readonly asked: FactName | undefined;
  /** The value that was asked about last: which of two things it is. */
  readonly doubt?: Doubt | undefined;
  /** What the person said values to be, by their words. */
  readonly settled?: ReadonlyMap<string, Role> | undefined;
}

interface ToReckon {
  readonly text: string;
  readonly isEnglish?: boolean;
  readonly at: IsoDate;
  readonly reader: Reader;
  /** Of the body whose member asks: its own rules are told beside the law, and to nobody else. */
  readonly siret?: string | undefined;
  readonly before: Retained | undefined;
  /** Where the line is about what was being said. */
  readonly after?: After | undefined;
}

/** What was being said before a line that leans on it. */
export interface After {
  readonly question: string;
  /** The line gives facts, and asks nothing by itself. */
  readonly states: boolean;
}

export interface Reckoned {
  readonly told: Told;
  readonly retained: Retained;
  /** All that the rules were given of it. */
  readonly facts: Situation;
  /** How likely the line asks for anything that can be worked out, and of that, how much for this; undefined of a case gone on with. */
  readonly asks?: { readonly any: number; readonly lead: number };
  /** What was left aside may turn what is concluded. */
  readonly isUnsettled?: true;
  /** It may well ask for something else. */
  readonly isSlight?: true;
  /** It surely asks for this, whatever the search takes it for. */
  readonly isCertain?: true;
  /** The line tells something that the case looks at. */
  readonly isOfCase?: boolean;
}

/** Works out what a line of a dialogue asks; undefined where it asks for nothing that can be. */
export type Reckon = (asked: ToReckon) => Promise<Reckoned | undefined>;

/** The rules are read at the first question that asks for one; until then only the weights that tell which does. */
export function createReckon(knowledge: string, figures: Figures, local: LocalRulesOf = () => undefined): Reckon {
  let model: DemandModel | undefined;
  let loading: Promise<RulesRoom> | undefined;
  let english: EnglishTerms | undefined;
  return async ({ isEnglish, ...line }) => {
    if (isEnglish === true) english ??= readTerms(knowledge);
    const asked = isEnglish === true && english ? { ...line, text: inFrench(line.text, english) } : line;
    model ??= readDemandModel(knowledge);
    const text = wholeText(asked);
    const learnt = recognise(text, readValues(text), model);
    if (asked.before === undefined && (learnt === undefined || learnt.sureness === 'none')) return undefined;
    loading ??= openRules(knowledge, figures, model, local);
    return reckonIn(await loading, asked);
  };
}

function readTerms(knowledge: string): EnglishTerms {
  const file = join(knowledge, 'regles', ENGLISH_FILE);
  return readEnglishTerms(readFileSync(file, 'utf8'), file).terms;
}

type RulesRoom = Awaited<ReturnType<typeof openRules>>;

async function openRules(knowledge: string, figures: Figures, model: DemandModel, local: LocalRulesOf) {
  const [
    { createEvaluate },
    { createCompute },
    { readRulebook },
    { openReading },
    { createWorkOut },
    { isUnknown, readAmended },
    { tell, tellCases },
    { besideConclusion },
    { verdictOf },
    { sayFacts },
    { asNearest, bearsOn },
  ] = await Promise.all([
    import('./engine.ts'),
    import('./compute.ts'),
    import('./rulebook.ts'),
    import('./text/reading.ts'),
    import('./answer.ts'),
    import('./text/amend.ts'),
    import('./tell.ts'),
    import('./local/say-local.ts'),
    import('./text/say-verdict.ts'),
    import('./text/say-facts.ts'),
    import('./bears-on.ts'),
  ]);
  const book = readRulebook(knowledge);
  const reading = openReading(knowledge, book, model);
  const workOut = createWorkOut(createCompute({ book, figures, evaluate: createEvaluate(book, figures) }), reading);
  return {
    book,
    reading,
    workOut,
    tell,
    tellCases,
    local,
    besideConclusion,
    isUnknown,
    readAmended,
    verdictOf,
    sayFacts,
    bearsOn,
    asNearest,
  };
}

/** From here a message tells what happened before it asks. */
const STORY_WORDS = 25;
/** Words of a line that answers what was asked, or asks something else of the same purchase. */
const SHORT = 10;
const A_BIT = 3;
/** Of all that a line may ask to be worked out, what one goal has where the line names it: «et la publicité ?». */
const NAMED = 0.5;
/** From here it surely asks for what can be worked out. */
const CERTAIN = 0.9;
const NO_FACTS: Situation = new Map<FactName, FactValue>();

/** Facts, or a value, that lean on a question nothing was worked out of apply it; what else leans on one asks another thing of it. */
function wholeText({ text, after, before }: ToReckon): string {
  const gives = before === undefined && after !== undefined && (after.states || readValues(text).length > 0);
  return gives ? `${after.question} ${text}` : text;
}

function reckonIn(room: RulesRoom, asked: ToReckon): Reckoned | undefined {
  const { at, before } = asked;
  const own = readValues(asked.text);
  const changed = before && goOn(room, asked, before, recognise(asked.text, own, room.reading.model), own.length > 0);
  if (changed !== undefined) return changed;
  const text = room.reading.spellOut(wholeText(asked));
  const values = readValues(text);
  const learnt = recognise(text, values, room.reading.model);
  if (learnt === undefined || learnt.sureness === 'none') return undefined;
  const { outOf, question } = room.reading.words.read(text);
  // «Ça fait combien, et c'est dispensé ?»: the procedure tells the sum too.
  const goal = learnt.goal === 'need_total' && question !== undefined ? 'procedure' : learnt.goal;
  if (outOf.includes(goal)) return undefined;
  // «On peut signer direct ?», beside a sum: the words name what is asked.
  const isNamedSo = goal === 'procedure' && question !== undefined && values.some(({ kind }) => kind === 'amount');
  const sureness = isNamedSo ? 'sure' : learnt.sureness;
  // A duty that is not known is answered by no other one.
  if (goal === 'obligations' && learnt.duty === undefined) return undefined;
  const buyer = before?.facts.get('acheteur');
  const facts: Situation = buyer === undefined ? NO_FACTS : new Map([['acheteur', buyer]]);
  const reckoned = settle(room, { goal, text, at, facts, tax: undefined }, asked, false);
  // Only what is surely asked for, of a case of one's own, is worth a question back.
  if (reckoned === undefined) return undefined;
  // One sentence of a story asks for it, the story as one may be about something else.
  const isInStory = words(fold(text)).length >= STORY_WORDS && learnt.inAll !== 'sure' && !isNamedSo;
  const isSlight = sureness !== 'sure' || isInStory;
  const isOfCase = values.some(isOfACase);
  const { missing, facts: known } = reckoned.told;
  if (missing !== undefined && (sureness !== 'sure' || !(isOfCase || isSlight || known.length > 0))) return undefined;
  return {
    ...reckoned,
    asks: { any: learnt.any, lead: (learnt.shares.get(learnt.goal) ?? 0) / learnt.any },
    ...(isSlight ? { isSlight } : {}),
    ...(learnt.any >= CERTAIN && isOfCase ? { isCertain: true } : {}),
  };
}

/** The line as one more word on the case before it: a fact that it changes, or something else asked of the same purchase. */
function goOn(
  room: RulesRoom,
  asked: ToReckon,
  before: Retained,
  learnt: Recognised | undefined,
  valued: boolean,
): Reckoned | undefined {
  const { text, at, after } = asked;
  const role = before.doubt && roleSaid(text, before.doubt);
  if (before.doubt !== undefined && role !== undefined)
    return settle(room, withRole(before, before.doubt, role), asked, false);
  if (before.asked !== undefined && room.isUnknown(text)) return settle(room, before, asked, true);
  const amended = room.readAmended(withoutOld(text, before.text), before, room.reading, room.book);
  const answers =
    before.asked !== undefined && amended?.facts.has(before.asked) === true && words(text).length <= SHORT;
  const own = learnt?.sureness === 'sure' && learnt.goal !== before.goal;
  const taxed = amended?.tax !== undefined && words(text).length <= SHORT;
  // «Sans minimum»: so few words that tell a fact ask nothing of their own.
  const isBit = words(text).length <= A_BIT && !text.includes('?') && !own;
  if (amended !== undefined && (answers || taxed || isBit || (after !== undefined && (after.states || !own)))) {
    const told = answers ? amended.facts : room.asNearest(room, before, amended.facts, asked.reader);
    const facts = new Map([...withTax(before.facts, amended), ...told]);
    const changed = settle(room, { ...before, facts, tax: amended.tax ?? before.tax }, asked, false);
    // A question that leaves what lacks as it was asks something else; so does one that tells nothing the case looks at.
    const isAnswered = after?.states === true || changed?.told.missing?.fact !== before.asked;
    const isOfCase = taxed || room.bearsOn(room, before, amended.facts, asked.reader);
    if (changed !== undefined && isOfCase && (answers || isAnswered || before.asked === undefined))
      return { ...changed, isOfCase };
  }
  if (valued || words(text).length > SHORT) return undefined;
  const isAsked = after === undefined ? own : learnt?.sureness === 'sure' || isNamed(learnt);
  const goal = isAsked ? learnt?.goal : undefined;
  return goal === undefined || goal === before.goal ? undefined : settle(room, { ...before, goal, at }, asked, false);
}

const withRole = ({ settled, ...before }: Retained, { words: said }: Doubt, role: Role): Retained => ({
  ...before,
  settled: new Map([...(settled ?? []), ...said.map((one) => [one, role] as const)]),
});

/** The one of the two things that a value may be which the line names. */
function roleSaid(text: string, { role, other }: Doubt): Role | undefined {
  const said = words(text).join(' ');
  return [role, other].find((one) => said === words(verdictTexts.roles[one] ?? one).join(' '));
}

/** A sum, a day or a length of time; «l’an dernier» asks for the rule of then. */
function isOfACase(value: SaidValue): boolean {
  const isYear = value.kind === 'date' && (value.iso?.length === YEAR || value.head.startsWith('annee'));
  return value.kind !== 'quantity' && !isYear;
}

const YEAR = 4;

function isNamed(learnt: Recognised | undefined): boolean {
  const all = [...(learnt?.shares.values() ?? [])].reduce((sum, share) => sum + share, 0);
  return learnt !== undefined && (learnt.shares.get(learnt.goal) ?? 0) >= NAMED * all;
}

/** «7 000, pas 70 000»: of two values of a kind, the one that was said before is put right. */
function withoutOld(text: string, before: string): string {
  const values = readValues(text).filter((value) => 'high' in value);
  const old = readValues(before).filter((value) => 'high' in value);
  return values.reduceRight((rest, { kind, high, span: [start, end] }) => {
    const isOld = old.some((one) => one.high === high);
    const isOther = values.some((one) => one.kind === kind && one.high !== high);
    return isOld && isOther ? `${rest.slice(0, start)} ${rest.slice(end)}` : rest;
  }, text);
}

/** «en fait c'est TTC», of a sum that was told before. */
function withTax(facts: Situation, { tax, facts: told }: Amended): Situation {
  const [from, to] =
    tax === 'TTC' ? (['montant_ht', 'montant_ttc'] as const) : (['montant_ttc', 'montant_ht'] as const);
  const sum = facts.get(from);
  if (tax === undefined || sum === undefined || told.has(from) || told.has(to)) return facts;
  return new Map([...[...facts].filter(([fact]) => fact !== from), [to, sum]]);
}

/** What is asked is a day. */
const OF_DAYS: ReadonlySet<GoalName> = new Set(['standstill_end', 'tender_deadline', 'payment_due', 'backplanning']);
const OF_A_NEED: ReadonlySet<GoalName> = new Set(['procedure', 'publicity']);

/** What the need was counted as, in euros without tax. */
function sumOf(facts: Situation): number | undefined {
  const one = facts.get('montant_ht') ?? facts.get('montant_annuel_ht');
  const several = facts.get('montants');
  if (typeof one === 'number') return one;
  return Array.isArray(several) ? total(several.filter((sum) => typeof sum === 'number')) : undefined;
}

const total = (sums: readonly number[]): number => sums.reduce((all, sum) => all + sum, 0);

const NOTHING_ASIDE: ReturnType<typeof leftAside> = { said: [], sums: [] };

const HOW_MUCH =
  /\b(?:combien|chiffre|taux|montant|calcul\w*|pourcent\w*|quelle somme|quel delai|quand|minim\w+|maxim\w+|plancher|plafond)\b|%/;

function settle(
  { workOut, tell, tellCases, book, local, besideConclusion, verdictOf, sayFacts }: RulesRoom,
  retained: Omit<Retained, 'asked' | 'doubt'>,
  { reader, siret }: ToReckon,
  unknown: boolean,
): Reckoned | undefined {
  const { text, at, goal, tax, facts, settled } = retained;
  const worked = workOut({ text, at, goal, tax, settled }, facts, reader);
  if (worked === undefined || !worked.ok) return undefined;
  const { conclusion, supposes, opening } = worked.value;
  // Of what one may do without, only a question that is known by itself is answered by a yes or a no.
  const isFreed = opening.question === 'concurrence' && conclusion.value === 'dispense_seuil';
  const isTurned =
    opening.question === undefined || opening.question === 'publication'
      ? asksTurned(text)
      : opening.question === 'sans_publicite' && asksForFewer(text);
  const isOpen = asksOpen(text, isFreed) || isTurned;
  const first: Opening = { ...opening, amount: HOW_MUCH.test(fold(text)), isOpen };
  const sayWith = (as: Opening) => tell(conclusion, worked.value.facts, supposes, book, as);
  const whole = sayWith(first);
  // Nothing is concluded and nothing asked: it is no question of theirs.
  if (whole.said === '') return undefined;
  // What was left aside was said when the case was first told.
  const isFirst = [...facts.keys()].every((fact) => fact === 'acheteur');
  const all = { ...whole, facts: sayFacts(worked.value.facts, book, Number.POSITIVE_INFINITY) };
  const { said: aside, sums } = isFirst ? leftAside(text, at, all, !OF_DAYS.has(goal)) : NOTHING_ASIDE;
  const need = sumOf(worked.value.facts);
  // A need that they would take over a threshold is not told as if they were nothing.
  const withAll =
    sums.length > 0 && need !== undefined && OF_A_NEED.has(goal)
      ? workOut(
          { text, at, goal, tax, settled },
          new Map<FactName, FactValue>([...facts, ['montant_ht', need + total(sums)]]),
          reader,
        )
      : undefined;
  const other = withAll?.ok === true ? withAll.value.conclusion : undefined;
  const isOther = other !== undefined && (other.missing.length > 0 || other.value !== conclusion.value);
  const sure = other?.missing.length === 0 ? verdictOf({ ...other, values: {} }) : undefined;
  const otherwise = isOther ? (sure ?? verdictTexts.mayChange) : undefined;
  const law =
    aside.length === 0
      ? whole
      : sayWith({ ...first, conditions: [...(first.conditions ?? []), verdictTexts.leftAside(aside, otherwise)] });
  const own = local(siret);
  const told = own === undefined ? law : { ...law, local: besideConclusion(own, conclusion, worked.value.facts, law) };
  const buyer = worked.value.facts.get('acheteur');
  const kept: Situation = buyer === undefined ? facts : new Map([['acheteur', buyer], ...facts]);
  const known = { text, at, tax, facts: kept, goal: conclusion.goal, settled };
  const given = { facts: worked.value.facts, ...(isOther ? ({ isUnsettled: true } as const) : {}) };
  return unknown
    ? { ...given, told: tellCases(told, conclusion), retained: { ...known, asked: undefined } }
    : { ...given, told, retained: { ...known, asked: told.missing?.fact, doubt: told.missing?.doubt } };
}
