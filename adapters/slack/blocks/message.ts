import type { KnownBlock } from '@slack/types';
import { NOTHING, shorten } from './clean.ts';
import { LIMITS } from './limits.ts';
import { escapeMrkdwn } from './mrkdwn.ts';

/** What is posted: blocks, and the same said in words for notifications and screen readers. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

interface Parts {
  /** Shown first; gives way after the body. */
  readonly head: readonly KnownBlock[];
  /** Shown as far as there is room. */
  readonly body: readonly KnownBlock[];
  /** Shown last; what people can do in it always stays. */
  readonly tail: readonly KnownBlock[];
  /** Stands under all that; gives way first. */
  readonly below?: readonly KnownBlock[];
  /** Plain text, not escaped. */
  readonly text: string;
  /** Stands where something was cut. */
  readonly cut: KnownBlock;
}

/** A message within Slack's limits, by construction: the body gives way from its end, and says so. */
export function message({ head, body, tail, below = [], text, cut }: Parts): SlackMessage {
  const said = fallback(text);
  const whole = [...head, ...body, ...tail, ...below];
  if (fits(whole)) return { text: said, blocks: whole };
  for (let shown = below.length - 1; shown >= 0; shown -= 1) {
    const shorter = [...head, ...body, ...tail, ...below.slice(0, shown), cut];
    if (fits(shorter)) return { text: said, blocks: shorter };
  }
  const [first = cut, ...rest] = head;
  const told = [...rest, ...body];
  const acts = tail.filter(({ type }) => type === 'actions' || type === 'context_actions');
  for (const end of [tail, acts])
    for (let shown = told.length - 1; shown >= 0; shown -= 1) {
      const shorter = [first, ...told.slice(0, shown), cut, ...end];
      if (fits(shorter)) return { text: said, blocks: shorter };
    }
  return { text: said, blocks: [first, cut].filter((block) => fits([block])) };
}

function fits(blocks: readonly KnownBlock[]): boolean {
  return blocks.length <= LIMITS.messageBlocks && JSON.stringify(blocks).length <= LIMITS.messageJson;
}

/** A text in Slack's own escapes, short enough for a notification; never empty. */
export function fallback(text: string): string {
  let limit: number = LIMITS.fallbackText;
  let said = escapeMrkdwn(shorten(text, limit));
  // Escapes are longer than what they stand for.
  while (said.length > LIMITS.fallbackText) {
    limit = Math.floor(limit / 2);
    said = escapeMrkdwn(shorten(text, limit));
  }
  return said || NOTHING;
}
