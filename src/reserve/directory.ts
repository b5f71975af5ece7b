import { ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import type { ReserveRecords } from './reserve-records.ts';
import type { Organisation, Reservist } from './reservist.ts';

interface Directory {
  readonly organisations: ReadonlyMap<string, Organisation>;
  /** By the id of the person who lends help. */
  readonly reservists: ReadonlyMap<string, Reservist>;
}

export type ReadDirectory = () => Promise<Result<Directory, StoreDown>>;

/** Read again only when a reservist or a body has changed, in this process or another. */
export function createReadDirectory(
  records: Pick<ReserveRecords, 'stamp' | 'organisations' | 'reservists'>,
): ReadDirectory {
  let kept: { readonly stamp: string; readonly directory: Directory } | undefined;
  return async () => {
    const stamp = await records.stamp();
    if (!stamp.ok) return stamp;
    if (kept?.stamp === stamp.value) return ok(kept.directory);
    const [organisations, reservists] = [await records.organisations(), await records.reservists()];
    if (!organisations.ok) return organisations;
    if (!reservists.ok) return reservists;
    const directory = {
      organisations: new Map(organisations.value.map((one) => [one.id, one])),
      reservists: new Map(reservists.value.map((one) => [one.person, one])),
    };
    kept = { stamp: stamp.value, directory };
    return ok(directory);
  };
}
