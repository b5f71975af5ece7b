import { parisDay } from '../days/iso-date.ts';
import type { Person } from '../reserve/person.ts';
import type { ReserveRecords } from '../reserve/reserve-records.ts';
import { ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import type { Reading } from './find-rows.ts';
import type { BuyersFor, Buying } from './port/buying.ts';
import type { House, HouseAnswer, HouseAsk, HouseSaid, UnderWay } from './port/house.ts';
import { toldIn } from './told-in.ts';
import { meantIn } from './under-way.ts';

export interface HouseParts {
  readonly buying: Buying;
  readonly reading: () => Reading;
  readonly reads: House['reads'];
  readonly mayAskWhere: House['mayAskWhere'];
  /** Whether it asks who buys, in words that leave no doubt. */
  readonly asksWho: (text: string) => boolean;
  /** Whether it speaks of something that goes on, or does not. */
  readonly follows: (text: string) => boolean;
  /** Purchases that someone sits at, sent and not over; left out where none are kept. */
  readonly underWay?: ((person: Person) => Promise<Result<readonly UnderWay[], StoreDown>>) | undefined;
  readonly reserve: Pick<ReserveRecords, 'person' | 'people' | 'organisations'>;
  readonly now: () => Date;
}

type Found = Extract<HouseAnswer, { readonly kind: 'found' }>;

const MOST_CLAUSES = 8;
/** Euros before tax: whoever tells so much asks how it is put out, and not where it is ordered. */
const OF_LAW = 15_000;
/** From here something of the table is meant before the law is; below it, under what the law says, it may be. */
const MEANT = 0.6;
const MAY_BE_MEANT = 0.35;
/** From here the law is asked, in whatever words that ask something of the table. */
const SURELY_LAW = 0.9;
/** From here it is asked whether a contract goes so far. */
const OF_EXTENT = 0.5;
/** Nothing of the body was asked: what is shown of the words is nothing. */
const UNASKED = { thing: '', said: '', clauses: [] } as const;

export function createHouse(parts: HouseParts): House {
  const { reads, mayAskWhere, reserve } = parts;
  const answerIn = async (
    organisation: string,
    text: string,
    person?: Person,
  ): Promise<Result<HouseSaid | undefined, StoreDown>> => {
    const ask = reads(text);
    if (ask?.kind === 'buyer' && ask.thing === '') {
      const people = await whoeverBuys(parts, organisation);
      if (!people.ok) return people;
      if (people.value !== undefined) return ok({ ask, answer: people.value, place: 'alone' });
    }
    const found = await lookUp(parts, organisation, text, ask, person);
    return found.ok ? ok(found.value && placed(parts, text, ask, found.value)) : found;
  };
  return {
    reads,
    mayAskWhere,
    answer: async (id, text) => {
      const person = id === undefined ? ok(undefined) : await reserve.person(id);
      if (!person.ok) return person;
      if (person.value !== undefined) return answerIn(person.value.organisation, text, person.value);
      const ask = reads(text);
      return ok(ask && { ask, answer: { kind: 'sign_in' }, place: 'alone' });
    },
    answerBody: async (siret, text) => {
      const bodies = await reserve.organisations();
      if (!bodies.ok) return bodies;
      const body = bodies.value.find((one) => one.siret === siret);
      return body === undefined ? ok(undefined) : answerIn(body.id, text);
    },
  };
}

/** Undefined where the body keeps no table. @param person who asks; a program of the body sits at no demande */
async function lookUp(
  { buying, reading, mayAskWhere, follows, underWay, now }: HouseParts,
  organisation: string,
  text: string,
  ask: HouseAsk | undefined,
  person: Person | undefined,
): Promise<Result<Found | undefined, StoreDown>> {
  const whole = await buying.buyersFor({ organisation, text: ask?.thing ?? '', whole: text });
  if (!whole.ok) return whole;
  const { asOf } = whole.value;
  if (asOf === undefined) return ok(undefined);
  const buyers = ask === undefined ? whole : await ofClauses(buying, organisation, ask, whole.value);
  const rows = (person && (await underWay?.(person))) ?? ok([]);
  if (!buyers.ok || !rows.ok) return buyers.ok ? (rows.ok ? ok(undefined) : rows) : buyers;
  const asks = { where: ask?.kind === 'where' || mayAskWhere(text), follows: follows(text) };
  const meant = meantIn(text, rows.value, asks, reading());
  const away = reading().needs.tellsAbsence(text) ? buyers.value.called : [];
  return ok({ kind: 'found', buyers: buyers.value, asOf, told: toldIn(text, parisDay(now())), away, underWay: meant });
}

/** Of words that say nothing all together, one clause may: what it finds is near, and never sure. */
async function ofClauses(
  buying: Buying,
  organisation: string,
  { clauses }: HouseAsk,
  whole: BuyersFor,
): Promise<Result<BuyersFor, StoreDown>> {
  if (whole.sure || !isSilent(whole)) return ok(whole);
  for (const text of clauses.length > 1 ? clauses.slice(0, MOST_CLAUSES) : []) {
    const found = await buying.buyersFor({ organisation, text });
    if (!found.ok) return found;
    const { contracts, near, ...who } = found.value;
    if (!isSilent(found.value)) return ok({ ...who, contracts: [], near: [...contracts, ...near] });
  }
  return ok(whole);
}

function isSilent({ contracts, near, ended }: BuyersFor): boolean {
  return contracts.length + near.length + ended.length === 0;
}

/** Asked of no purchase in particular. */
async function whoeverBuys({ reserve }: HouseParts, organisation: string) {
  const people = await reserve.people();
  if (!people.ok) return people;
  const buyers = people.value.filter((one) => one.organisation === organisation && one.roles.includes('buyer'));
  return ok(buyers.length === 0 ? undefined : ({ kind: 'people', names: buyers.map(({ name }) => name) } as const));
}

/** What was asked of the body stands alone; else what it surely has for the need comes first, under what the law says where that was asked. */
function placed(
  { reading, asksWho, follows }: HouseParts,
  text: string,
  ask: HouseAsk | undefined,
  answer: Found,
): HouseSaid | undefined {
  const { contracts, excluded, unsaid, held, plausible, sure, meant, named, team } = answer.buyers;
  const isMeant = answer.underWay.length > 0;
  const isAway = answer.away.length > 0 && answer.buyers.standIn !== undefined;
  const { law, extent } = reading().shares(text);
  if (ask !== undefined) {
    const isOfContract = ask.kind === 'where' && sure && !follows(text);
    const kind = isMeant ? 'where' : isOfContract ? 'contract' : ask.kind;
    return { ask: { ...ask, kind }, answer, place: law >= SURELY_LAW && !isMeant ? 'under' : 'alone' };
  }
  // A holder who is named is meant, whatever is known of the need.
  const isNamed = (held.length + unsaid.length > 0 && !reading().needs.asksLaw(text)) || isAway;
  const isLaw = (meant < MEANT && !isNamed) || (answer.told.sum ?? 0) >= OF_LAW;
  const place = isLaw ? 'under' : 'above';
  if (isMeant) return { ask: { kind: 'where', ...UNASKED }, answer, place };
  if (meant < MAY_BE_MEANT && !isNamed) return undefined;
  const others = isLaw ? 0 : excluded.length + unsaid.length + held.length + plausible.length;
  // A sum, or a day, told to whoever asks the law is of what they put out.
  const told = isLaw ? { sum: undefined, day: undefined } : answer.told;
  if ((sure || !isLaw) && contracts.length + others > 0)
    return {
      ask: { kind: extent >= OF_EXTENT ? 'contract' : 'needs', ...UNASKED },
      answer: { ...answer, told },
      place,
    };
  const isKnown = named.buyer !== undefined || team !== undefined;
  return isLaw || !(isKnown || isAway || asksWho(text))
    ? undefined
    : { ask: { kind: 'buyer', ...UNASKED }, answer, place };
}
