import type { Span } from '../../french/span.ts';
import { frenchTypography } from '../../french/typography.ts';
import { rewordedTexts } from '../../text/reworded-texts.ts';
import type { CandidateLot } from '../port/rewording.ts';
import type { SourceText } from './source-text.ts';
import type { Trade } from './trades.ts';

/** A thing of the need that a firm sells. */
export interface Sold {
  readonly span: Span;
  readonly trade: Trade;
}

/** One candidate lot per family of trades, when there are at least two; none otherwise. */
export function readLots(source: SourceText, sold: readonly Sold[]): readonly CandidateLot[] {
  const byFamily = new Map<string, Sold>();
  // «travaux de peinture et électricité»: the general word makes no lot beside the trades themselves.
  const special = sold.filter(({ trade }) => trade.family !== 'building');
  for (const thing of special) if (!byFamily.has(thing.trade.family)) byFamily.set(thing.trade.family, thing);
  if (byFamily.size < 2) return [];
  const things = [...byFamily.values()].slice(0, 4);
  const reason = frenchTypography(rewordedTexts.lots(things.map(({ trade }) => trade.label)));
  return things.flatMap(({ span, trade }) => {
    const said = source.say(span[0], span[1]);
    return said === undefined ? [] : [{ label: capitalised(trade.label), why: reason, said }];
  });
}

const capitalised = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1);
