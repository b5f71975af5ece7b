import type { OutboundMessage } from '../../../src/message.ts';
import type { Training } from '../../../src/training/training.ts';
import type { Log } from '../session/route.ts';

/** What an exchange met, for the recommendations of who asked. Never waited for: an answer does not depend on it. */
export function noted(training: Training, by: string, { outcome }: OutboundMessage, log: Log | undefined): void {
  const met =
    outcome.kind === 'answer'
      ? training.noted(by, 'asked', [outcome.sources[0].fiche])
      : outcome.kind === 'rewording'
        ? training.noted(
            by,
            'worded',
            outcome.rewording.terms.map(({ concept }) => concept),
          )
        : undefined;
  met?.catch((error: unknown) => log?.error({ err: error }, 'what a question led to was not kept'));
}
