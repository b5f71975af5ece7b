import { isOfOffers, LONGEST_QUESTION } from '../src/answering/early.ts';
import type { Exchange } from '../src/answering/exchange-records.ts';
import { createKeptDialogues } from '../src/answering/kept-dialogue.ts';
import type { Conversing } from '../src/answering/port/conversing.ts';
import type { OutboundMessage } from '../src/answering/port/outcome.ts';
import type { Sealing } from '../src/answering/shared-state.ts';
import { createLatest } from '../src/latest.ts';
import type { Logger } from '../src/log.ts';
import { applyMasks } from '../src/masking/apply.ts';
import { type Masker, NO_CHOICES } from '../src/masking/finding.ts';
import type { Assistant } from '../src/respond.ts';
import type { Store } from '../src/store/store.ts';
import type { Composed } from './compose.ts';

export interface ConversingParts {
  readonly assistant: Assistant;
  readonly memory: Composed['memory'];
  readonly store: Pick<Store, 'exchanges' | 'dialogues'>;
  readonly masker: Masker;
  readonly log: Logger;
  /** Where several processes serve one dialogue. */
  readonly sealing?: Sealing | undefined;
}

export interface ComposedConversing extends Conversing {
  /** Writes at once what is still gathered; whoever stops calls it before the store is closed. */
  flush(): Promise<void>;
}

/**
 * The dialogue as the faces use it, with what was asked and what came of it kept for those who look after the corpus, and the facts
 * that it told for any process that goes on with it: names masked, no person, no conversation. A store that is down costs a note
 * in the log, never an answer.
 */
export function composeConversing({
  assistant,
  memory,
  store,
  masker,
  log,
  sealing,
}: ConversingParts): ComposedConversing {
  const noted = createNoted(log);
  let gathered: Exchange[] = [];
  const told = new Set<string>();
  /** Those of a moment are written together: a disk makes the same haste for one as for fifty. */
  const gather = (exchange: Exchange): void => {
    gathered.push(exchange);
    soon();
  };
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    waiting ??= setTimeout(flush, GATHER_MS);
  };
  const flush = async (): Promise<void> => {
    clearTimeout(waiting);
    waiting = undefined;
    const together = gathered;
    gathered = [];
    await noted('exchange', store.exchanges.add(...together));
    // Read when they are written: what was forgotten meanwhile is not kept.
    const records = [...told].flatMap((conversation) => kept.record(conversation) ?? []);
    told.clear();
    await noted('dialogue', store.dialogues.keep(...records));
  };
  // A question is kept with its exchange, then with its dialogue.
  const lately = createLatest<string>(100);
  /** What lies beyond the longest question is not read at all. */
  const maskedStart = (typed: string): string => {
    const text = typed.slice(0, LONGEST_QUESTION);
    const masked = lately.get(text) ?? applyMasks(text, masker.find(text), NO_CHOICES).text.slice(0, LONGEST);
    lately.set(text, masked);
    return masked;
  };
  const kept = createKeptDialogues(memory, store.dialogues, maskedStart, () => new Date(), sealing);
  return {
    respond: async (message, options) => {
      const { conversation } = message.address;
      await noted('dialogue', kept.restore(conversation));
      if (message.after !== undefined) await noted('dialogue', kept.restore(message.after.conversation));
      const reply = await assistant.respond(message, options);
      if (options?.signal?.aborted === true) return reply;
      if (isOfOffers(reply)) return reply;
      told.add(conversation);
      // The next line may go to another process at once.
      if (sealing === undefined) soon();
      else await flush();
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
    exchanged: async (conversation) => {
      await noted('dialogue', kept.restore(conversation));
      return memory.exchanged(conversation);
    },
    forget: (conversation) => {
      told.delete(conversation);
      noted('dialogue', kept.forget(conversation));
    },
    flush,
  };
}

const createNoted =
  (log: ConversingParts['log']) =>
  (what: string, kept: Promise<{ readonly ok: boolean }>): Promise<void> =>
    kept
      .then(({ ok }) => {
        if (!ok) log.warn({ what }, 'not kept: the store is down');
      })
      .catch((error: unknown) => log.error({ err: error, what }, 'not kept'));

const GATHER_MS = 250;
/** In characters: what a coordinator reads of a question. */
const LONGEST = 500;

function reasonOf({ outcome }: OutboundMessage): string | undefined {
  return outcome.kind === 'refusal' || outcome.kind === 'handoff' ? outcome.reason : undefined;
}
