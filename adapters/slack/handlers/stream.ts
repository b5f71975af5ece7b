import { z } from 'zod';
import { isMissing, type Workspace } from '../api.ts';
import { hushMarkdown } from '../blocks/mrkdwn.ts';
import type { SlackContext } from '../context.ts';
import type { Sent } from '../send.ts';

/** An answer shown while it is being worded; what it says in the end takes its place. */
export interface Stream {
  readonly onSentence: (sentence: string) => void;
  /** No more is written to it. Resolves with the message that was begun, if one was. */
  end(): Promise<Sent | undefined>;
}

type StreamParts = Pick<SlackContext, 'without' | 'isWithout' | 'log' | 'notes' | 'now'>;

const STREAM = 'stream';
/** Whoever looks for what a crash left does so when they start again. */
const KEPT_MS = 86_400_000;
const METHOD = 'chat.startStream';
const started = z.looseObject({ ts: z.string() });
const left = z.object({ channel: z.string(), ts: z.string() });

/**
 * Slack shows a message as it grows in threads of the app's own conversations; where it cannot, the answer comes in one piece.
 * @param id of the question: by it the next process finds what this one leaves half said
 */
export function createStream(
  { without, isWithout, log, notes, now }: StreamParts,
  { api, team }: Workspace,
  {
    channel,
    thread,
    user,
    id,
  }: { readonly channel: string; readonly thread: string; readonly user: string; readonly id: string },
): Stream | undefined {
  if (isWithout(team, METHOD)) return undefined;
  let ts: string | undefined;
  let waiting = '';
  let over = false;
  let sending: Promise<void> | undefined;

  const begin = async (markdown: string): Promise<void> => {
    const begun = await api.call(METHOD, {
      channel,
      thread_ts: thread,
      recipient_team_id: team,
      recipient_user_id: user,
      markdown_text: markdown,
    });
    ts = begun.ok ? started.safeParse(begun.value).data?.ts : undefined;
    if (ts === undefined) {
      over = true;
      if (begun.ok) without(team, METHOD, 'no ts');
      else if (isMissing(begun.error)) without(team, METHOD, begun.error.kind === 'refused' ? begun.error.error : '');
      else log.warn({ team, fault: begun.error }, 'a stream was not begun');
      return;
    }
    const expiresAt = new Date(now().getTime() + KEPT_MS).toISOString();
    const noted = await notes.put({
      platform: 'slack',
      kind: STREAM,
      key: id,
      person: undefined,
      body: { channel, ts } satisfies Sent,
      expiresAt,
    });
    if (!noted.ok) log.warn({ team }, 'a stream was not noted: after a crash its beginning would stay');
  };

  const flush = async (): Promise<void> => {
    while (waiting !== '' && !over) {
      const markdown = hushMarkdown(waiting);
      waiting = '';
      if (ts === undefined) {
        await begin(markdown);
        continue;
      }
      const sent = await api.call('chat.appendStream', { channel, ts, markdown_text: markdown });
      if (sent.ok) continue;
      // What is shown in the end is whole all the same.
      over = true;
      log.warn({ team, fault: sent.error }, 'a stream was broken off');
    }
  };

  return {
    onSentence: (sentence) => {
      if (over) return;
      waiting += `${sentence} `;
      sending ??= flush().finally(() => {
        sending = undefined;
      });
    },
    end: async () => {
      over = true;
      while (sending !== undefined) await sending;
      if (ts === undefined) return undefined;
      const stopped = await api.call('chat.stopStream', { channel, ts });
      if (!stopped.ok) log.warn({ team, fault: stopped.error }, 'a stream was not stopped');
      return { channel, ts };
    },
  };
}

/** The message that a process began for this question before it died, no longer growing. */
export async function endLeftStream(
  { notes, log }: StreamParts,
  { api, team }: Workspace,
  id: string,
): Promise<Sent | undefined> {
  const found = await notes.get({ platform: 'slack', kind: STREAM, key: id });
  const begun = found.ok ? left.safeParse(found.value?.body).data : undefined;
  if (begun === undefined) return undefined;
  const stopped = await api.call('chat.stopStream', begun);
  // It had been stopped already, more often than not.
  if (!stopped.ok) log.info({ team, fault: stopped.error }, 'a stream that was left was not stopped');
  return begun;
}

/** The answer stands in the place of its beginning. */
export async function forgetStream({ notes, log }: StreamParts, id: string): Promise<void> {
  const gone = await notes.remove({ platform: 'slack', kind: STREAM, key: id });
  if (!gone.ok) log.warn({ id }, 'a note of a stream was left');
}
