import { z } from 'zod';
import { isMissing, type Workspace } from '../api.ts';
import type { SlackContext } from '../context.ts';

/** An answer shown while it is being worded; what it says in the end takes its place. */
export interface Stream {
  readonly onSentence: (sentence: string) => void;
  /** Resolves with the message that was begun, if one was. */
  end(): Promise<string | undefined>;
}

const started = z.looseObject({ ts: z.string() });

/** Slack shows a message as it grows in threads of the app's own conversations; where it cannot, the answer comes in one piece. */
export function createStream(
  { without, isWithout, log }: Pick<SlackContext, 'without' | 'isWithout' | 'log'>,
  { api, team }: Workspace,
  { channel, thread, user }: { readonly channel: string; readonly thread: string; readonly user: string },
): Stream | undefined {
  if (isWithout(team, 'chat.startStream')) return undefined;
  let ts: string | undefined;
  let waiting = '';
  let failed = false;
  let sending: Promise<void> | undefined;

  const flush = async (): Promise<void> => {
    while (waiting !== '' && !failed) {
      const markdown = waiting;
      waiting = '';
      const sent =
        ts === undefined
          ? await api.call('chat.startStream', {
              channel,
              thread_ts: thread,
              recipient_team_id: team,
              recipient_user_id: user,
              markdown_text: markdown,
            })
          : await api.call('chat.appendStream', { channel, ts, markdown_text: markdown });
      if (sent.ok) ts ??= started.safeParse(sent.value).data?.ts;
      else {
        failed = true;
        if (isMissing(sent.error))
          without(team, 'chat.startStream', sent.error.kind === 'refused' ? sent.error.error : '');
        else log.warn({ team, fault: sent.error.kind }, 'a stream was broken off');
      }
    }
  };

  return {
    onSentence: (sentence) => {
      waiting += `${sentence} `;
      sending ??= flush().finally(() => {
        sending = undefined;
      });
    },
    end: async () => {
      while (sending !== undefined) await sending;
      if (ts === undefined) return undefined;
      const stopped = await api.call('chat.stopStream', { channel, ts });
      if (!stopped.ok) log.warn({ team, fault: stopped.error.kind }, 'a stream was not stopped');
      return ts;
    },
  };
}
