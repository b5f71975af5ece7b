import type { ReserveRecords } from '../reserve/reserve-records.ts';
import { ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import type { BuyersFor, Buying } from './port/buying.ts';
import type { House, HouseAnswer, HouseAsk } from './port/house.ts';

export interface HouseParts {
  readonly buying: Buying;
  readonly reads: House['reads'];
  readonly mayAskWhere: House['mayAskWhere'];
  readonly reserve: Pick<ReserveRecords, 'person' | 'people' | 'organisations'>;
}

const MOST_CLAUSES = 8;

const isSilent = ({ contracts, near, ended }: BuyersFor) => contracts.length + near.length + ended.length === 0;

export function createHouse({ buying, reads, mayAskWhere, reserve }: HouseParts): House {
  const ofTable = async (organisation: string, ask: HouseAsk): Promise<Result<HouseAnswer, StoreDown>> => {
    const found = await buying.buyersFor({ organisation, text: ask.thing });
    if (!found.ok) return found;
    const { asOf } = found.value;
    if (asOf === undefined) return ok({ kind: 'no_table' });
    const buyers = isSilent(found.value) ? await ofClauses(organisation, ask, found.value) : found;
    return buyers.ok ? ok({ kind: 'found', buyers: buyers.value, asOf }) : buyers;
  };
  /** Of words that say nothing all together, one clause may: what it finds is near, and never sure. */
  const ofClauses = async (
    organisation: string,
    { clauses }: HouseAsk,
    whole: BuyersFor,
  ): Promise<Result<BuyersFor, StoreDown>> => {
    for (const text of clauses.length > 1 ? clauses.slice(0, MOST_CLAUSES) : []) {
      const found = await buying.buyersFor({ organisation, text });
      if (!found.ok) return found;
      const { contracts, near, ...who } = found.value;
      if (!isSilent(found.value)) return ok({ ...who, contracts: [], near: [...contracts, ...near] });
    }
    return ok(whole);
  };
  /** Asked of no purchase in particular. */
  const whoeverBuys = async (organisation: string): Promise<Result<HouseAnswer | undefined, StoreDown>> => {
    const people = await reserve.people();
    if (!people.ok) return people;
    const buyers = people.value.filter((one) => one.organisation === organisation && one.roles.includes('buyer'));
    return ok(buyers.length === 0 ? undefined : { kind: 'people', names: buyers.map(({ name }) => name) });
  };
  return {
    reads,
    mayAskWhere,
    answer: async (id, ask) => {
      if (id === undefined) return ok({ kind: 'sign_in' });
      const person = await reserve.person(id);
      if (!person.ok) return person;
      if (person.value === undefined) return ok({ kind: 'sign_in' });
      const { organisation } = person.value;
      const people = ask.kind === 'buyer' && ask.thing === '' ? await whoeverBuys(organisation) : ok(undefined);
      if (!people.ok) return people;
      return people.value === undefined ? ofTable(organisation, ask) : ok(people.value);
    },
    answerBody: async (siret, ask) => {
      const bodies = await reserve.organisations();
      if (!bodies.ok) return bodies;
      const body = bodies.value.find((one) => one.siret === siret);
      return body === undefined ? ok({ kind: 'no_table' }) : ofTable(body.id, ask);
    },
  };
}
