import type { z } from 'zod';
import type { IsoDate } from '../days/iso-date.ts';
import { bodiesTexts } from '../text/bodies-texts.ts';
import type { asked } from './port/lines.ts';

/** What the caller's own body has on what was asked, as its table says it. Markdown, the answer in its first line. */
export interface HouseSaid {
  readonly lines: readonly string[];
  /** Beside what the law says to the same message: it alone, first, or last. */
  readonly place: 'alone' | 'above' | 'under';
  readonly verdict: z.infer<typeof asked>['verdict'];
  /** The day that the table was last changed. */
  readonly asOf: IsoDate;
}

type Reported = Omit<z.infer<typeof asked>, 'ms'>;

/** Undefined where a body has nothing for what was said, and where the body keeps no table. */
export type AskHouse = (text: string) => Promise<HouseSaid | undefined>;

/** Of messages read as asking something of one's own body, those that did (`npm run train:house`, apart). */
const READ_RIGHT = 0.95;

/** What the law says to it with what the body has; what the law only asks back, or refuses, is left out. */
export function withHouse(law: Reported, house: HouseSaid): Reported {
  if (house.place === 'under') return { ...law, text: `${law.text}\n\n${house.lines.join('\n\n')}` };
  const own = reportHouse(house);
  if (house.place === 'alone' || law.kind !== 'answer') return own;
  return {
    ...law,
    short: own.short,
    text: `${own.text}\n\n${law.text}`,
    verdict: own.verdict,
    sources: [...own.sources, ...law.sources],
  };
}

export function reportHouse({ lines, verdict, asOf }: HouseSaid): Reported {
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
