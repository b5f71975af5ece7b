import type { Span } from '../../french/span.ts';
import { atOnce, type Sliced } from '../../sliced.ts';
import { SLOTS, type Slot } from '../../vocabulary/rewording.ts';
import type { Hint } from '../clauses/clause-features.ts';
import type { Need, SlotEntry } from '../port/rewording.ts';
import { alsoAsked, chooseObject, soldWith } from './choose-object.ts';
import { isConflict } from './conflicts.ts';
import { type Findings, findAll } from './findings.ts';
import { readFunctions, readProof, readRisks } from './functions.ts';
import { inRange } from './in-range.ts';
import type { JudgeLine } from './judge-lines.ts';
import { readLots } from './lots.ts';
import { EXPLAINS, mayBeSaid } from './may-be-said.ts';
import { missingSlots, ONE_BY_ONE } from './missing.ts';
import type { ObjectFound } from './objects.ts';
import { readCues, readNever } from './read-cues.ts';
import { saidHowLong, saidWhen } from './said-times.ts';
import { sayAll } from './say-all.ts';
import { shareTail } from './share-tail.ts';
import { overlaps, within } from './spans.ts';
import { splitNeeds } from './split-needs.ts';
import { type Offered, sureLines } from './sure-lines.ts';
import { RENTED, toldOf } from './told-of-need.ts';
import { type FindTradeWords, type Trade, UNKNOWN_TRADE } from './trades.ts';
import type { ValueFound } from './value-context.ts';
import { fillFromValues } from './value-slots.ts';

/** A brief is read in the first characters of a message, some twenty-five pages: no need is longer. */
const READ_AT_MOST = 60_000;

/**
 * The needs that a message states, each with the slots it fills, in the person's own words (`text.slice(...span) === value`),
 * and the slots worth asking (the rule stands at `missingSlots`). At least one need, with no slot when nothing is read.
 * Pure, without a model; never throws.
 */
export function readNeeds(
  text: string,
  findTradeWords: FindTradeWords,
  judgeLine: JudgeLine,
): readonly [Need, ...Need[]] {
  const [first, ...others] = atOnce(readMessage(text, findTradeWords, judgeLine));
  return [first.need, ...others.map(({ need }) => need)];
}

/** What the readers of slots propose in a message, in folded positions. */
export function hintsIn(text: string, findTradeWords: FindTradeWords): readonly Hint[] {
  const hints: Hint[] = [];
  const judge: JudgeLine = ({ by, span }) => {
    if (by === 'value') return undefined;
    hints.push({ by, span });
    return by;
  };
  atOnce(readMessage(text, findTradeWords, judge));
  return hints;
}

/** What is said on each line, in the person's words. */
function slotsOn(
  source: Findings['source'],
  sure: ReadonlyMap<Slot, readonly Span[]>,
  found: readonly ValueFound[],
): Partial<Record<Slot, SlotEntry>> {
  const slots: Partial<Record<Slot, SlotEntry>> = {};
  for (const slot of SLOTS) {
    const all = sayAll(source, sure.get(slot) ?? [], found);
    const read = found.filter((item) => item.slot === slot);
    if (all !== undefined) slots[slot] = { said: all, conflict: all.length > 1 && isConflict(source.folded, read) };
  }
  return slots;
}

/** A need with what was read of it on the way. */
export interface ReadNeed {
  readonly need: Need;
  /** Its part of the message. */
  readonly span: Span;
  /** Of what is bought. */
  readonly trade: Trade;
  /** False for a running procedure, a signed contract or a question about the rules. */
  readonly isNew: boolean;
  /** The thing is asked for, or opens the message. */
  readonly asked: boolean;
  /** What the readers offer, whether or not it is sure on which line it stands. */
  readonly offered: ReadonlySet<Slot>;
}

/** The same as `readNeeds`, each with what it was read by, a little at a time: the first message compiles every pattern. */
export function* readMessage(
  text: string,
  findTradeWords: FindTradeWords,
  judgeLine: JudgeLine,
): Sliced<readonly [ReadNeed, ...ReadNeed[]]> {
  const findings = yield* findAll(text.slice(0, READ_AT_MOST), findTradeWords);
  const [first, ...others] = splitNeeds(
    findings.source.folded,
    findings.objects.filter(({ start }) => !within(start, findings.existing)),
  );
  yield;
  const read: readonly [ReadNeed, ...ReadNeed[]] = [
    readNeed(findings, first, judgeLine),
    ...others.map((range) => readNeed(findings, range, judgeLine)),
  ];
  const needs: readonly [Need, ...Need[]] = [read[0].need, ...read.slice(1).map(({ need }) => need)];
  const [head, ...rest] = shareTail(findings.source.folded, others.at(-1)?.[0] ?? 0, needs);
  const all: readonly [ReadNeed, ...ReadNeed[]] = [
    { ...read[0], need: head },
    ...read.slice(1).map((one, at) => ({ ...one, need: rest[at] ?? one.need })),
  ];
  if (rest.length === 0) return all;
  const [one, ...more] = all;
  return [ownMoney(text, one), ...more.map((other) => ownMoney(text, other))];
}

/** Of several needs, a sum is of that whose thing stands on its line. */
function ownMoney(text: string, read: ReadNeed): ReadNeed {
  const { budget, ...slots } = read.need.slots;
  const lineOf = (at: number) => text.slice(0, at).split(/\n|[.;!?]\s/).length;
  const things = new Set(slots.object?.said.map(({ span }) => lineOf(span[0])) ?? []);
  if (budget === undefined || budget.said.every(({ span }) => things.has(lineOf(span[0])))) return read;
  return { ...read, need: { ...read.need, slots, missing: read.need.missing.filter((slot) => slot !== 'budget') } };
}

/** What one need is about, and the words that say it. */
interface Thing {
  readonly object: ObjectFound | undefined;
  readonly trade: Trade;
  readonly spans: readonly Span[];
  /** What is bought with it. */
  readonly more: readonly Span[];
}

function readThing({ source: { folded }, existing, ...findings }: Findings, range: Span): Thing {
  const objects = inRange(range, findings.objects, ({ start }) => start);
  const object = chooseObject(folded, objects, range, existing);
  if (object === undefined) return { object, trade: UNKNOWN_TRADE, spans: [], more: [] };
  const also = alsoAsked(
    folded,
    object,
    objects.filter(({ start }) => !within(start, existing)),
  );
  return {
    object,
    trade: object.trade ?? UNKNOWN_TRADE,
    spans: [[object.start, object.end]],
    more: also.map(({ start, end }) => [start, end]),
  };
}

function readPlaces({ source: { folded }, ...findings }: Findings, range: Span, trade: Trade): readonly Span[] {
  const said = inRange(range, findings.places, ({ span }) => span[0]);
  // «les décisions du tribunal»: what needs no place is not there.
  const firm = said.filter(
    ({ asks, lead, span }) =>
      !asks &&
      (trade.placed ||
        trade === UNKNOWN_TRADE ||
        trade.family !== 'software' ||
        !/^(?:du|de la|de l'|des) ?$/.test(folded.slice(lead, span[0]))),
  );
  const elsewhere = inRange(range, findings.contractPlaces, ({ span }) => span[0]);
  return (firm.length > 0 ? firm : said.length > 0 ? said : elsewhere).map(({ span }) => span);
}

/** The figures, sums, dates and durations that are of this need. */
function readFound(
  { source: { folded }, existing, ...findings }: Findings,
  range: Span,
  { trade, spans }: Thing,
  places: readonly Span[],
  users: readonly Span[],
): readonly ValueFound[] {
  const never = readNever(folded, range);
  const starts = new Set(findings.words.map(({ start }) => start));
  const read = fillFromValues(
    folded,
    inRange(range, findings.values, ({ span }) => span[0]),
    spans,
    (at) => starts.has(at),
    (span, { kind }) =>
      overlaps(span, existing) || overlaps(span, places) || (kind !== 'amount' && overlaps(span, never)),
    trade.counted !== undefined && ONE_BY_ONE.has(trade.counted),
  );
  return sizing(folded, read, users, spans);
}

function readNeed(findings: Findings, range: Span, judgeLine: JudgeLine): ReadNeed {
  const { source, existing } = findings;
  const { folded } = source;
  const words = folded.slice(...range);
  const thing = readThing(findings, range);
  const { object, trade } = thing;
  const places = readPlaces(findings, range, trade);
  const asking = inRange(range, findings.users, ({ lead }) => lead);
  // The department that asks describes the users only where they change the specification.
  const users = asking.filter(({ asks }) => trade.users || !asks).map(({ span }) => span);
  const found = readFound(findings, range, thing, places, users);
  const of = (slot: Slot): readonly ValueFound[] => found.filter((item) => item.slot === slot);
  const spansOf = (slot: ValueFound['slot']): readonly Span[] => of(slot).map(({ span }) => span);
  // «loué du 3 mai au 30 septembre», «2027 à 2029» are when and how long.
  const lasting = spansOf('deadline').filter((span) => {
    const said = folded.slice(...span);
    return (RENTED.test(words) && FROM_TO.test(said)) || YEARS.test(said);
  });
  const quantities = spansOf('quantity');
  const deadlines =
    of('deadline').length > 0 ? [] : saidWhen(folded, range, [...existing, ...found.map(({ span }) => span)]);
  const claimed = [
    ...existing,
    ...found.filter(({ slot }) => slot !== 'quantity').map(({ span }) => span),
    ...deadlines,
  ];
  const cued = readCues(
    folded,
    range,
    claimed,
    [...thing.spans, ...users, ...places, ...quantities],
    asking.filter(({ asks }) => !asks).map(({ lead }) => lead),
    thing.spans,
    source.isCapital,
  );
  const isNew = findings.isNew(object !== undefined, found.length + places.length);
  // «des 11 collèges» says how many where nothing else does.
  const counted =
    quantities.length === 0 && trade.counted !== undefined
      ? places.filter((span) => COUNTED.test(folded.slice(...span)))
      : [];
  const howLong = [...spansOf('duration'), ...lasting, ...saidHowLong(folded, range, claimed)];
  const offered: Offered = {
    object: [...thing.spans, ...thing.more],
    quantity: [...quantities, ...counted],
    budget: spansOf('budget'),
    deadline: [...spansOf('deadline'), ...deadlines],
    place: places,
    duration: howLong,
    users,
    existing_contract: inRange(range, existing, ([start]) => start),
    ...cued,
    ...(isNew ? {} : { constraints: [] }),
  };
  const sure = sureLines(findings, range, offered, found, judgeLine);
  const slots = slotsOn(source, sure, found);
  const explained = EXPLAINS.flatMap((line) => sure.get(line) ?? []);
  const named = inRange(range, findings.words, ({ start }) => start);
  const need: Need = {
    slots,
    functions: readFunctions(source, range, thing.spans),
    lots: readLots(source, object === undefined ? [] : soldWith(folded, object, named)),
    proof: readProof(source, range),
    risks: readRisks(source, range),
    missing: missingSlots({
      slots,
      trade,
      isNew,
      single: object?.single ?? false,
      ...toldOf(words, folded, thing),
    }).filter((slot) => slots[slot] !== undefined || !mayBeSaid(slot, findings, range, explained)),
  };
  const asked = object !== undefined && (object.announced || object.opens);
  const had = new Set(SLOTS.filter((slot) => offered[slot].length > 0));
  return { need, span: source.say(...range)?.span ?? [0, 0], trade, isNew, asked, offered: had };
}

/**
 * Without the figures that size the need less well than others: people who use the thing beside a count of the thing, and
 * «un», «une» beside another figure.
 */
function sizing(
  folded: string,
  found: readonly ValueFound[],
  users: readonly Span[],
  objects: readonly Span[],
): readonly ValueFound[] {
  const isWeak = ({ slot, span }: ValueFound): boolean =>
    slot === 'quantity' &&
    (/^une? [a-z]+$/.test(folded.slice(...span)) || (overlaps(span, users) && !overlaps(span, objects)));
  const strong = found.filter((item) => !isWeak(item));
  return strong.some(({ slot }) => slot === 'quantity') ? strong : found;
}

/** «loué du 3 mai au 30 septembre»: the two dates of a hire say how long it is as well as when. */
const FROM_TO = /^(?:du|de|d') .* (?:au|a|jusqu'au) /;

const YEARS = /^(?:en |de )?20\d\d ?(?:a|-|–|au?|jusqu'(?:a|en)) ?20\d\d$/;

/** «11 collèges», «les deux gymnases». */
const COUNTED =
  /^(?:les |nos )?(?:[2-9]|\d{2,3}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze) [a-z]+[sx]\b/;
