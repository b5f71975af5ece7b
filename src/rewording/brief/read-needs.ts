import type { Span } from '../../french/span.ts';
import type { SaidValue } from '../../french/values/value.ts';
import { SLOTS, type Slot } from '../../vocabulary/rewording.ts';
import type { Hint } from '../clauses/clause-features.ts';
import type { Need, SlotEntry } from '../port/rewording.ts';
import { alsoAsked, chooseObject, soldWith } from './choose-object.ts';
import { isConflict } from './conflicts.ts';
import { type Findings, findAll } from './findings.ts';
import { readFunctions, readProof, readRisks } from './functions.ts';
import type { JudgeLine } from './judge-lines.ts';
import { counts, type LineCandidate, type LineText } from './line-features.ts';
import { readLots } from './lots.ts';
import { missingSlots, ONE_BY_ONE } from './missing.ts';
import type { ObjectFound } from './objects.ts';
import { readCues, readNever } from './read-cues.ts';
import { saidHowLong, saidWhen } from './said-times.ts';
import { sayAll } from './say-all.ts';
import { shareTail } from './share-tail.ts';
import { overlaps, within } from './spans.ts';
import { splitNeeds } from './split-needs.ts';
import { type FindTradeWords, type Trade, UNKNOWN_TRADE } from './trades.ts';
import { saidUnknown } from './unknowns.ts';
import { isPriceOfOne, type PlacedValue, type ValueFound } from './value-context.ts';
import { fillFromValues, withLead } from './value-slots.ts';

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
  const [first, ...others] = readMessage(text, findTradeWords, judgeLine);
  return [first.need, ...others.map(({ need }) => need)];
}

/** What the readers of slots propose in a message, in folded positions. */
export function hintsIn(text: string, findTradeWords: FindTradeWords): readonly Hint[] {
  const hints: Hint[] = [];
  readMessage(text, findTradeWords, ({ by, span }) => {
    if (by === 'value') return undefined;
    hints.push({ by, span });
    return by;
  });
  return hints;
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

/** The same as `readNeeds`, each with what it was read by. */
export function readMessage(
  text: string,
  findTradeWords: FindTradeWords,
  judgeLine: JudgeLine,
): readonly [ReadNeed, ...ReadNeed[]] {
  const findings = findAll(text.slice(0, READ_AT_MOST), findTradeWords);
  const [first, ...others] = splitNeeds(
    findings.source.folded,
    findings.objects.filter(({ start }) => !within(start, findings.existing)),
  );
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

const inRange = <T>(range: Span, items: readonly T[], at: (item: T) => number): readonly T[] =>
  items.filter((item) => at(item) >= range[0] && at(item) < range[1]);

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
  const slots: Partial<Record<Slot, SlotEntry>> = {};
  for (const slot of SLOTS) {
    const all = sayAll(source, sure.get(slot) ?? [], found);
    if (all !== undefined) slots[slot] = { said: all, conflict: all.length > 1 && isConflict(folded, of(slot)) };
  }
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
    }).filter(
      (slot) =>
        slots[slot] !== undefined ||
        !mayBeSaid(
          slot,
          findings,
          range,
          EXPLAINS.flatMap((line) => sure.get(line) ?? []),
        ),
    ),
  };
  const asked = object !== undefined && (object.announced || object.opens);
  const had = new Set(SLOTS.filter((slot) => offered[slot].length > 0));
  return { need, span: source.say(...range)?.span ?? [0, 0], trade, isNew, asked, offered: had };
}

type Offered = Readonly<Record<Slot, readonly Span[]>>;

/** Of what the readers offer and of the values that none of them claims, what surely stands on a line, by line. */
function sureLines(
  { source: { folded }, words, values }: Findings,
  range: Span,
  offered: Offered,
  found: readonly ValueFound[],
  judgeLine: JudgeLine,
): ReadonlyMap<Slot, readonly Span[]> {
  const text: LineText = { folded, things: words.map(({ start, end }) => [start, end]), objects: offered.object };
  const all = SLOTS.flatMap((by) =>
    offered[by].map((span, at): LineCandidate => ({ by, span, first: at === 0, value: valueIn(span, found, values) })),
  );
  const taken = all.map(({ span }) => span);
  for (const { value, span } of inRange(range, values, ({ span: [start] }) => start))
    if (!overlaps(span, taken)) all.push({ by: 'value', span: withLead(folded, { value, span }), first: false, value });
  const sure = new Map<Slot, Span[]>();
  for (const candidate of all) {
    // «pas avant mai» is no «avant mai».
    if (DENIED.test(folded.slice(Math.max(0, candidate.span[0] - 8), candidate.span[0]))) continue;
    const line = judgeLine(candidate, text);
    const [start] = candidate.span;
    if (line === 'budget' && isPriceOfOne(folded.slice(Math.max(0, start - 60), start))) continue;
    if (line !== undefined) sure.set(line, [...(sure.get(line) ?? []), candidate.span]);
  }
  // A number that stands right before what is surely bought says how many of it.
  const things = sure.get('object') ?? [];
  for (const candidate of all)
    if (
      things.some(([start]) => counts(candidate, start, folded)) &&
      !overlaps(candidate.span, sure.get('quantity') ?? [])
    )
      sure.set('quantity', [...(sure.get('quantity') ?? []), candidate.span]);
  // Shares of which one is left out say something else.
  if ((sure.get('criteria')?.length ?? 0) < offered.criteria.length) sure.delete('criteria');
  return sure;
}

const DENIED = /\b(?:pas|jamais|ni|non|sauf) $/;

/** The value that words come down to. */
function valueIn(span: Span, found: readonly ValueFound[], values: readonly PlacedValue[]): SaidValue | undefined {
  const own = found.find((one) => one.span[0] === span[0] && one.span[1] === span[1]);
  return own?.value ?? values.find((one) => span[0] <= one.span[0] && one.span[1] <= span[1])?.value;
}

/** What a value that no line holds may still say: a slot that it may fill is not said to be missing. */
const MAY_SAY: Readonly<Partial<Record<Slot, readonly SaidValue['kind'][]>>> = {
  quantity: ['quantity'],
  budget: ['amount'],
  deadline: ['date', 'duration'],
  duration: ['duration', 'date'],
};
/** Lines on which a value is taken for what it is. */
const EXPLAINS = [
  'quantity',
  'budget',
  'deadline',
  'duration',
  'existing_contract',
  'constraints',
  'criteria',
] as const;
/** Of a longer message it is never sure that the thing was not said. */
const SHORT = 90;
const OF_A_CONTRACT = /\b(?:contrat|marche|convention|titulaire|prestataire|abonnement|actuel|aujourd'hui|jusqu')/;

function mayBeSaid(
  slot: Slot,
  { source: { folded }, values, places, users, objects }: Findings,
  range: Span,
  sure: readonly Span[],
): boolean {
  const kinds = MAY_SAY[slot] ?? [];
  if (
    values.some(
      ({ value, span }) =>
        kinds.includes(value.kind) && span[0] >= range[0] && span[0] < range[1] && !overlaps(span, sure),
    )
  )
    return true;
  if (slot === 'place') return inRange(range, places, ({ span }) => span[0]).length > 0;
  if (slot === 'users') return inRange(range, users, ({ lead }) => lead).length > 0;
  if (slot === 'object') return range[1] - range[0] > SHORT || inRange(range, objects, ({ start }) => start).length > 0;
  return slot === 'existing_contract' && OF_A_CONTRACT.test(folded.slice(...range));
}

/** What the words tell of the need, beside its slots. */
function toldOf(words: string, folded: string, { object, trade }: Thing) {
  return {
    usedOtherwise:
      RENTED.test(words) ||
      (object !== undefined && trade.family !== 'software' && WORK.test(folded.slice(object.start, object.end))),
    unknown: saidUnknown(words),
    recurs: RECURS.test(words) || (trade.kind === 'service' && NOW_AND_THEN.test(words)),
    vague: VAGUE.test(words),
    more: AND_SOME.test(words),
    renews: RENEWS.test(words),
  };
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
const RENTED = /\b(?:lou(?:er|e|es|ons|ee|ees|ent)|location)\b/;
/** «11 collèges», «les deux gymnases». */
const COUNTED =
  /^(?:les |nos )?(?:[2-9]|\d{2,3}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze) [a-z]+[sx]\b/;
/** Work on a thing that is there: «réparer le minibus», «entretien des véhicules». */
const WORK =
  /^(?!(?:equiper|acheter|acquerir|changer|remplacer|renouveler|refaire|moderniser|amenager|meubler|creer|refondre)\b)[a-z]{3,30}(?:er|ir|re) (?:les? |la |l'|nos |notre |\d|deux|trois|une? )|^(?:location|entretien|maintenance|reparation|nettoyage|assurance|depannage|lavage|enlevement|controle)/;

/** «9 séances, plus quelques réunions»: the figure is not the whole. */
const AND_SOME =
  /\b(?:plus|et) (?:quelques|plusieurs|qques?|des) (?:autres )?[a-z]{1,30}[^.\n]{0,40}\b(?:par[ -]ci|ca et la|a l'occasion|au besoin|si besoin)\b|\b(?:plus|et) quelques (?!(?:mois|jours|semaines|heures|annees)\b)/;
/** «quelques», «de temps en temps»: a quantity that is not one yet. */
const VAGUE =
  /\b(?:quelques|qques?|qqs|de temps en temps|de temps a autre|au fil de l'? ?(?:eau|annee)|regulierement|plusieurs|pas mal de|un certain nombre|ponctuellement|a la demande|au coup par coup|occasionnellement|selon les besoins|quand on (?:a|en a|aura) (?:une |un |des |besoin)|chaque fois qu'on|au besoin)\b/;

/** Comes back, no figure says how often. */
const NOW_AND_THEN =
  /\b(?:de temps en temps|de temps a autre|regulierement|toute l'annee|au fil de l'? ?(?:eau|annee)|tout au long de l'annee)\b/;
const RECURS =
  /\b(?:tous les|toutes les) (?:\d{1,12} |deux |trois |quatre |six )?(?:jours|semaines|mois|matins|soirs|trimestres|ans|lundis|mardis|mercredis|jeudis|vendredis)\b|\bchaque (?:jour|semaine|mois|trimestre|annee|ete|hiver|lundi|mardi|mercredi|jeudi|vendredi|rentree)\b|\b(?:\d{1,12}|deux|trois|quatre) (?:passages?|fois|interventions?|visites?|livraisons?|tournees?) (?:par|\/) ?(?:an|mois|semaine|jour)/;

const RENEWS =
  /\b(?:changer de (?:prestataire|fournisseur|titulaire|loueur|traiteur)|(?:renouvel\w{1,20}|reconduire|relancer|remettre en concurrence|refaire)(?: (?:le|la|notre|un|l'|nos|les)){0,6} ?(?:contrat|marche|abonnement|prestation|accord-cadre|convention))/;
