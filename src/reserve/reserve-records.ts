import type { Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import type { Person } from './person.ts';
import type { Organisation, Reservist } from './reservist.ts';

/** People, bodies and reservists: each kept whole under its id; saving one again replaces it. */
export interface ReserveRecords {
  savePerson(person: Person): Promise<Result<undefined, StoreDown>>;
  saveOrganisation(organisation: Organisation): Promise<Result<undefined, StoreDown>>;
  saveReservist(reservist: Reservist): Promise<Result<undefined, StoreDown>>;
  person(id: string): Promise<Result<Person | undefined, StoreDown>>;
  organisation(id: string): Promise<Result<Organisation | undefined, StoreDown>>;
  reservist(id: string): Promise<Result<Reservist | undefined, StoreDown>>;
  people(): Promise<Result<readonly Person[], StoreDown>>;
  organisations(): Promise<Result<readonly Organisation[], StoreDown>>;
  reservists(): Promise<Result<readonly Reservist[], StoreDown>>;
  removePerson(id: string): Promise<Result<undefined, StoreDown>>;
  removeReservist(id: string): Promise<Result<undefined, StoreDown>>;
  /** Makes one of bodies that turn out to be the same, with all that names them; how many went. */
  uniteBodies(): Promise<Result<number, StoreDown>>;
  /** All that is under one person's name goes under another's, accounts too; the first is gone, signed out everywhere. */
  joinPeople(from: string, to: string): Promise<Result<undefined, StoreDown>>;
  /** Changes whenever a reservist or a body does, in this process or another: what was read before is then out of date. */
  stamp(): Promise<Result<string, StoreDown>>;
}
