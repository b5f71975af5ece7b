import type { Logger } from '../log.ts';
import { LONGEST_REWORDING_MS, watchReader } from '../within-time.ts';
import type { Masker, MaskFinding } from './finding.ts';
import { LABELS, sayLabel } from './label-words.ts';

/**
 * The same masker, stopped past the time of a reading: what could not be read to its end is one finding that hides all of it,
 * so that nothing leaves unread whoever asked.
 */
export function watchMasker(masker: Masker, log: Pick<Logger, 'warn'> | undefined): Masker {
  return {
    find: watchReader<Parameters<Masker['find']>, readonly MaskFinding[]>(
      // The three texts of a brief, 20,000 characters each, are read as one.
      { reader: 'masking', log, limitMs: LONGEST_REWORDING_MS },
      masker.find,
      (text, { language = 'fr' } = {}) => [
        {
          kind: 'unread',
          span: [0, text.length],
          text,
          replacement: `[${sayLabel(LABELS.unread, language)}]`,
          key: 'unread',
          hidden: [text],
        },
      ],
    ),
  };
}
