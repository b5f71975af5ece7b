import type { z } from 'zod';
import type { IsoDate } from '../days/iso-date.ts';
import { bodiesTexts } from '../text/bodies-texts.ts';
import type { asked } from './port/lines.ts';

/** What the caller's own body has on what was asked, as its table says it. Markdown, the answer in its first line. */
export interface HouseSaid {
  readonly lines: readonly string[];
  readonly verdict: z.infer<typeof asked>['verdict'];
  /** The day that the table was last changed. */
  readonly asOf: IsoDate;
}

/** Undefined for what asks nothing of a body, and where the body keeps no table. */
export type AskHouse = (text: string) => Promise<HouseSaid | undefined>;

/** Of messages read as asking something of one's own body, those that did (`npm run train:house`, apart). */
const READ_RIGHT = 0.95;

export function reportHouse({ lines, verdict, asOf }: HouseSaid): Omit<z.infer<typeof asked>, 'ms'> {
  const text = lines.join('\n\n');
  const { fiche, section } = bodiesTexts.source;
  return {
    kind: 'answer',
    short: text,
    text,
    verdict,
    facts: [],
    sources: [{ fiche, section, articles: [], verifiedOn: asOf, status: 'document' }],
    suggestions: [],
    confidence: READ_RIGHT,
  };
}
