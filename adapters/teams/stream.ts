import { ok, type Result } from '../../src/result.ts';
import type { OutboundActivity } from './activity.ts';
import type { TeamsContext } from './context.ts';
import type { NotSent } from './door.ts';
import type { Place } from './inbound/heard.ts';
import type { Say } from './say.ts';
import { createSender } from './send.ts';

/** An answer that comes sooner needs no sign that it is coming. */
const QUIET_MS = 700;
/** Teams takes one update a second of a stream, and asks for fewer. */
const BETWEEN_MS = 1_500;
/** Code units of what is streamed: the end of the stream has all of it. */
const LONGEST_STREAMED = 6_000;

export interface Turn {
  /** One more sentence of the answer on its way. */
  readonly onSentence: (sentence: string) => void;
  /** Says the whole; whatever sign was given that it was coming ends with it. */
  end(activities: readonly OutboundActivity[]): Promise<Result<readonly string[], NotSent>>;
  /** Ends any sign that something is coming, when there is nothing to say. */
  drop(): Promise<void>;
}

/**
 * One turn as the person sees it. In a personal chat a slow answer is streamed: a line that says it is being looked for, its
 * sentences as they come, then the message. Elsewhere Teams allows typing alone. An answer that is quick shows neither.
 */
export function beginTurn(
  context: Pick<TeamsContext, 'door' | 'pause' | 'now' | 'log'>,
  { reference, scope }: Pick<Place, 'reference' | 'scope'>,
  say: Say,
): Turn {
  const { door, now, log, pause } = context;
  const sender = createSender(context);
  let stream: { readonly id: string; sequence: number; at: number } | undefined;
  let streamed = '';
  let broken = false;
  let over = false;
  /** What is being sent of the stream: the next piece, and its end, come after it. */
  let sending: Promise<void> = Promise.resolve();

  const piece = async (streamType: 'informative' | 'streaming', text: string): Promise<void> => {
    if (over || broken) return;
    const sequence = (stream?.sequence ?? 0) + 1;
    const mark = stream === undefined ? {} : { streamId: stream.id };
    const info = { type: 'streaminfo', streamType, streamSequence: sequence, ...mark };
    const sent = await door.send(reference, { type: 'typing', text, entities: [info] });
    // Refused or lost: the answer then comes as a plain message.
    const id = stream?.id ?? (sent.ok ? sent.value : undefined);
    if (!sent.ok || id === undefined) broken = true;
    else stream = { id, sequence, at: now().getTime() };
  };

  const show = (streamType: 'informative' | 'streaming', text: string): void => {
    sending = sending.then(() => piece(streamType, text)).catch(report);
  };

  pause(QUIET_MS)
    .then(() => {
      // Once its first sentence is said, nothing is looked for any more.
      if (over || streamed !== '') return;
      if (scope === 'personal') show('informative', say.texts.web.searching);
      else sending = door.send(reference, { type: 'typing' }).then(() => undefined, report);
    })
    .catch(report);

  function report(error: unknown): void {
    broken = true;
    log.error({ err: error }, 'a sign of an answer could not be shown');
  }

  const settle = async (): Promise<void> => {
    over = true;
    await sending;
  };

  return {
    onSentence: (sentence) => {
      streamed = `${streamed} ${sentence}`.trim();
      if (scope !== 'personal' || broken || streamed.length > LONGEST_STREAMED) return;
      if (now().getTime() - (stream?.at ?? 0) >= BETWEEN_MS) show('streaming', streamed);
    },
    end: async (activities) => {
      await settle();
      const [first, ...rest] = activities;
      if (first === undefined) return ok([]);
      if (stream === undefined || broken) return sender.send(reference, activities);
      const { id } = stream;
      // What begins by a card ends the stream by its summary: a text and a card never share a message.
      const text = first.text ?? first.summary ?? '\u00a0';
      const last = first.text === undefined ? { type: 'message' as const, text } : first;
      const after = first.text === undefined ? activities : rest;
      const ended = await sender.send(reference, [{ ...last, entities: [...(first.entities ?? []), finalOf(id)] }]);
      // A stream that the person stopped, or that Teams gave up, cannot be ended: the message stands by itself.
      if (!ended.ok && ended.error.kind === 'never') return sender.send(reference, activities);
      if (!ended.ok) return ended;
      const more = await sender.send(reference, after, true);
      return more.ok ? ok([id, ...more.value]) : more;
    },
    drop: async () => {
      await settle();
      if (stream === undefined || broken) return;
      const entities = [finalOf(stream.id)];
      await sender.send(reference, [{ type: 'message', text: say.teams.answer.removed, entities }]);
    },
  };
}

/** The mark of the message that ends a stream. */
function finalOf(streamId: string) {
  return { type: 'streaminfo', streamId, streamType: 'final' };
}
