import type { ReserveRecords } from '../reserve/reserve-records.ts';
import { ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import type { Buying } from './port/buying.ts';
import type { House, HouseAnswer, HouseAsk } from './port/house.ts';

export interface HouseParts {
  readonly buying: Buying;
  readonly reads: House['reads'];
  readonly mayAskWhere: House['mayAskWhere'];
  readonly reserve: Pick<ReserveRecords, 'person' | 'people' | 'organisations'>;
}

export function createHouse({ buying, reads, mayAskWhere, reserve }: HouseParts): House {
  const ofTable = async (organisation: string, { thing }: HouseAsk): Promise<Result<HouseAnswer, StoreDown>> => {
    const found = await buying.buyersFor({ organisation, text: thing });
    if (!found.ok) return found;
    const { asOf } = found.value;
    return ok(asOf === undefined ? { kind: 'no_table' } : { kind: 'found', buyers: found.value, asOf });
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
