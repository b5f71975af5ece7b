import type { Logger } from '../log.ts';
import { reserveTexts } from '../text/reserve-texts.ts';
import { watchReader } from '../within-time.ts';
import type { AvailabilityReading, readAvailability } from './say-availability.ts';

export type ReadAvailability = typeof readAvailability;

/** The same reader, stopped past the time of a reading: then the words are asked for again, shorter. */
export function watchAvailability(read: ReadAvailability, log: Pick<Logger, 'warn'> | undefined): ReadAvailability {
  return watchReader<Parameters<ReadAvailability>, AvailabilityReading>({ reader: 'availability', log }, read, () => ({
    kind: 'ask',
    why: 'too_slow',
    question: { fr: reserveTexts.fr.ask.too_slow(), en: reserveTexts.en.ask.too_slow() },
  }));
}
