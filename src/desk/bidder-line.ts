import { fold } from '../french/words.ts';
import type { Context } from './context.ts';
import type { Happened } from './port/shown.ts';

const LONGEST_LINE = 500;
const GIVE =
  /\b(?:envoy|transmett|transmis|communiqu|donn|fourni|avoir|obtenir|recevoir|voir|consulter|partag|montr|acces)/;
const PAPER =
  /\b(?:projets?|brouillons?|versions?|ccap|cctp|cahiers?|dossiers?|pieces?|estimation|budget|rapports?|offres?|prix|concurrents?|notes?)\b/;

/** Whoever speaks as a bidder and asks for what a body is writing, or for what others offered: refused, and the law said. */
export function bidderLine({ bids, report }: Context, text: string): Happened | undefined {
  if (bids === undefined || text.length > LONGEST_LINE) return undefined;
  const line = fold(text);
  if (!GIVE.test(line) || !PAPER.test(line)) return undefined;
  try {
    return bids(text) ? { name: 'bidder', text } : undefined;
  } catch (error) {
    report(error, 'who speaks could not be told');
    return undefined;
  }
}
