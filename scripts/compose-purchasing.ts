import { randomUUID } from 'node:crypto';
import type { Buying } from '../src/bodies/port/buying.ts';
import { createPurchasing } from '../src/purchases/create-purchasing.ts';
import type { Interpret } from '../src/purchases/say-across.ts';
import type { Store } from '../src/store/store.ts';

/** Demands over a store. @param addWorkingMinutes of the network's calendar: what waits too long is said in working time */
export function composePurchasing(
  store: Store,
  interpret: Interpret,
  addWorkingMinutes: (from: string, minutes: number) => string,
  buying?: Buying,
) {
  return createPurchasing({
    records: store.purchases,
    reserve: store.reserve,
    interpret,
    buying,
    addWorkingMinutes,
    now: () => new Date(),
    newId: randomUUID,
  });
}
