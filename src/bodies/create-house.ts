import type { ReserveRecords } from '../reserve/reserve-records.ts';
import { ok } from '../result.ts';
import type { Buying } from './port/buying.ts';
import type { House } from './port/house.ts';

export interface HouseParts {
  readonly buying: Buying;
  readonly reads: House['reads'];
  readonly reserve: Pick<ReserveRecords, 'person'>;
}

export function createHouse({ buying, reads, reserve }: HouseParts): House {
  return {
    reads,
    answer: async (id, { thing }) => {
      if (id === undefined) return ok({ kind: 'sign_in' });
      const person = await reserve.person(id);
      if (!person.ok) return person;
      if (person.value === undefined) return ok({ kind: 'sign_in' });
      const found = await buying.buyersFor({ organisation: person.value.organisation, text: thing });
      if (!found.ok) return found;
      const { asOf } = found.value;
      return ok(asOf === undefined ? { kind: 'no_table' } : { kind: 'found', buyers: found.value, asOf });
    },
  };
}
