import { LONGEST_QUESTION } from '../src/answering/early.ts';
import type { Exchange } from '../src/answering/exchange-records.ts';
import type { Conversing } from '../src/answering/port/conversing.ts';
import type { OutboundMessage } from '../src/answering/port/outcome.ts';
import type { Logger } from '../src/log.ts';
import { applyMasks } from '../src/masking/apply.ts';
import { type Masker, NO_CHOICES } from '../src/masking/finding.ts';
import type { Assistant } from '../src/respond.ts';
import type { Store } from '../src/store/store.ts';
import type { Composed } from './compose.ts';

export interface ConversingParts {
  readonly assistant: Assistant;
  readonly memory: Composed['memory'];
  readonly store: Pick<Store, 'exchanges'>;
  readonly masker: Masker;
  readonly log: Logger;
}

export interface ComposedConversing extends Conversing {
  /** Writes at once what is still gathered; whoever stops calls it before the store is closed. */
  flush(): Promise<void>;
}

/**
 * The dialogue as the faces use it, with what was asked and what came of it kept for those who look after the corpus: names
 * masked, no person, no conversation. A store that is down costs a note in the log, never an answer.
 */
export function composeConversing({ assistant, memory, store, masker, log }: ConversingParts): ComposedConversing {
  const noted = (what: string, kept: Promise<{ readonly ok: boolean }>): Promise<void> =>
    kept
      .then(({ ok }) => {
        if (!ok) log.warn({ what }, 'not kept: the store is down');
      })
      .catch((error: unknown) => log.error({ err: error, what }, 'not kept'));
  let gathered: Exchange[] = [];
  /** Those of a moment are written together: a disk makes the same haste for one as for fifty. */
  const gather = (exchange: Exchange): void => {
    gathered.push(exchange);
    if (gathered.length > 1) return;
    setTimeout(flush, GATHER_MS);
  };
  const flush = (): Promise<void> => {
    const together = gathered;
    gathered = [];
    return noted('exchange', store.exchanges.add(...together));
  };
  /** What lies beyond the longest question is not read at all. */
  const maskedStart = (typed: string): string => {
    const text = typed.slice(0, LONGEST_QUESTION);
    return applyMasks(text, masker.find(text), NO_CHOICES).text.slice(0, LONGEST);
  };
  return {
    respond: async (message, options) => {
      const reply = await assistant.respond(message, options);
      if (options?.signal?.aborted === true) return reply;
      if (reply.outcome.kind === 'smalltalk' || reply.outcome.kind === 'rewording') return reply;
      const question = maskedStart(message.text);
      const { kind: outcome } = reply.outcome;
      const at = new Date().toISOString();
      gather({ id: message.id, at, question, outcome, reason: reasonOf(reply) });
      return reply;
    },
    addFeedback: ({ messageId, useful, why }) => {
      const at = new Date().toISOString();
      const masked = why === undefined ? undefined : maskedStart(why);
      noted('feedback', store.exchanges.addFeedback({ exchange: messageId, at, useful, why: masked }));
    },
    exchanged: memory.exchanged,
    forget: memory.forget,
    flush,
  };
}

const GATHER_MS = 250;
/** In characters: what a coordinator reads of a question. */
const LONGEST = 500;

function reasonOf({ outcome }: OutboundMessage): string | undefined {
  return outcome.kind === 'refusal' || outcome.kind === 'handoff' ? outcome.reason : undefined;
}
