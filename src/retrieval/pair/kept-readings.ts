import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import type { Fiche } from '../../corpus/fiche.ts';
import { digestRooms } from '../../digest-files.ts';
import { keep, readKept } from '../../kept.ts';
import type { Embed } from '../../model/embed.ts';
import { atOnce, inSlices, type Sliced } from '../../sliced.ts';
import type { FicheReading } from './read-fiche.ts';

/** Read in one slice. */
const FICHES = 40;

export interface KeptReadings {
  /** By the id of a fiche: one is unpacked when it is found, all of them would take half a second. */
  read(): Promise<((fiche: string) => FicheReading | undefined) | undefined>;
  /** A disk that refuses costs the next start their making. */
  keep(readings: ReadonlyMap<string, FicheReading>): void;
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
  function* fingerprint(): Sliced<string> {
    const read = createHash('sha256');
    for (const [place, fiche] of fiches.entries()) {
      read.update(JSON.stringify(fiche));
      if (place % FICHES === 0) yield;
    }
    return [index, embed.fingerprint, digestRooms(['corpus']), read.digest('hex')].join(' ');
  }
  return {
    read: async () => {
      const [read, bytes] = [await inSlices(fingerprint()), await readFile(path).catch(() => undefined)];
      const packed = bytes && readKept<ReadonlyMap<string, Uint8Array>>(path, read, bytes);
      if (packed === undefined) return undefined;
      return (fiche) => {
        const bytes = packed.get(fiche);
        return bytes === undefined ? undefined : deserialize(bytes);
      };
    },
    keep: (readings) => {
      const packed = new Map([...readings].map(([id, reading]) => [id, new Uint8Array(serialize(reading))]));
      keep(path, atOnce(fingerprint()), packed);
    },
  };
}
