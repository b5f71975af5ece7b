import type { KnownBlock } from '@slack/types';
import { charactersOf } from './build.ts';
import { shorten } from './clean.ts';
import { LIMITS } from './limits.ts';
import { escapeMrkdwn } from './mrkdwn.ts';

/** What is posted: blocks, and the same said in words for notifications and screen readers. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

interface Parts {
  /** Always shown. */
  readonly head: readonly KnownBlock[];
  /** Shown as far as there is room. */
  readonly body: readonly KnownBlock[];
  /** Always shown. */
  readonly tail: readonly KnownBlock[];
  /** Plain text, not escaped. */
  readonly text: string;
  /** Stands where the body was cut. */
  readonly cut: KnownBlock;
}

/** A message within Slack's limits, by construction: the body gives way, and says so. */
export function message({ head, body, tail, text, cut }: Parts): SlackMessage {
  const fits = (some: readonly KnownBlock[]) =>
    some.length <= LIMITS.messageBlocks && charactersOf(some) <= LIMITS.messageCharacters;
  const blocks = [...head, ...body, ...tail];
  const said = fallback(text);
  if (fits(blocks)) return { text: said, blocks };
  for (let shown = body.length - 1; shown >= 0; shown -= 1) {
    const shorter = [...head, ...body.slice(0, shown), cut, ...tail];
    if (fits(shorter)) return { text: said, blocks: shorter };
  }
  throw new Error('the fixed parts of a message are too long');
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
  return said || '\u00a0';
}
