import { createHash } from 'node:crypto';
import type { Fiche } from '../../corpus/fiche.ts';
import { digestRooms } from '../../digest-files.ts';
import { keep, readKept } from '../../kept.ts';
import type { Embed } from '../../model/embed.ts';
import type { FicheReading } from './read-fiche.ts';

/** Every fiche's, by its id. */
type Readings = ReadonlyMap<string, FicheReading>;

export interface KeptReadings {
  read(): Readings | undefined;
  /** A disk that refuses costs the next start their making. */
  keep(readings: Readings): void;
}

/**
 * The readings of all fiches in the data folder: four seconds of work at each start, for what changes with the corpus alone.
 * @param index fingerprint of the index, by whose words rarity is told; it names the code of `retrieval`, `french` and `model`
 */
export function createKeptReadings(
  path: string,
  index: string,
  fiches: readonly Fiche[],
  embed: Pick<Embed, 'fingerprint'>,
): KeptReadings {
  const fingerprint = () => {
    const read = createHash('sha256').update(JSON.stringify(fiches)).digest('hex');
    return [index, embed.fingerprint, digestRooms(['corpus']), read].join(' ');
  };
  return {
    read: () => readKept<Readings>(path, fingerprint()),
    keep: (readings) => void keep(path, fingerprint(), readings),
  };
}
