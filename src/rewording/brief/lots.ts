import type { Span } from '../../french/span.ts';
import { frenchTypography } from '../../french/typography.ts';
import type { CandidateLot } from '../port/rewording.ts';
import type { SourceText } from './source-text.ts';
import type { Trade } from './trades.ts';

/** A thing of the need that a firm sells. */
export interface Sold {
  readonly span: Span;
  readonly trade: Trade;
}

/** Why two trades suggest two lots: L2113-10 makes lots the rule as soon as the services can be told apart. */
const why = (labels: readonly string[]): string =>
  frenchTypography(
    `Le besoin réunit ${labels.join(' et ')}, que des entreprises différentes savent faire : l'article L2113-10 demande des lots séparés quand les prestations peuvent se distinguer.`,
  );

/** One candidate lot per family of trades, when there are at least two; none otherwise. */
export function readLots(source: SourceText, sold: readonly Sold[]): readonly CandidateLot[] {
  const byFamily = new Map<string, Sold>();
  // «travaux de peinture et électricité»: the general word makes no lot beside the trades themselves.
  const special = sold.filter(({ trade }) => trade.family !== 'building');
  for (const thing of special) if (!byFamily.has(thing.trade.family)) byFamily.set(thing.trade.family, thing);
  if (byFamily.size < 2) return [];
  const things = [...byFamily.values()].slice(0, 4);
  const reason = why(things.map(({ trade }) => trade.label));
  return things.flatMap(({ span, trade }) => {
    const said = source.say(span[0], span[1]);
    return said === undefined ? [] : [{ label: capitalised(trade.label), why: reason, said }];
  });
}

const capitalised = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1);
