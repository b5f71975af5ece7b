import type { Case } from './case.ts';
import { addDays, type HandoffPolicy } from './policy.ts';

type TimerKind = 'offers_expire' | 'retry' | 'remind' | 'silent' | 'auto_close' | 'expire';

export interface Timer {
  readonly kind: TimerKind;
  readonly at: string;
}

/** What the clock will do to the case if nobody does anything; none once it has ended. */
export function timersOf(state: Case, policy: HandoffPolicy): readonly Timer[] {
  const waitingDays = { kind: 'expire', at: addDays(state.since, policy.queueDays) } as const;
  switch (state.status) {
    case 'draft':
      return [{ kind: 'expire', at: addDays(state.since, policy.draftDays) }];
    case 'consented':
      return [{ kind: 'retry', at: state.since }, waitingDays];
    case 'queued':
      return [{ kind: 'retry', at: state.retryAt ?? state.since }, waitingDays];
    case 'offered':
      return state.offers.map(({ expiresAt }) => ({ kind: 'offers_expire', at: expiresAt }));
    case 'accepted':
    case 'in_progress':
      return state.waitingSince === undefined
        ? [{ kind: 'auto_close', at: policy.addWorkingMinutes(state.since, policy.autoCloseMinutes) }]
        : [
            ...(state.reminded
              ? []
              : [
                  { kind: 'remind', at: policy.addWorkingMinutes(state.waitingSince, policy.reminderMinutes) } as const,
                ]),
            { kind: 'silent', at: policy.addWorkingMinutes(state.waitingSince, policy.silenceMinutes) },
          ];
    case 'answered':
      return [{ kind: 'auto_close', at: policy.addWorkingMinutes(state.since, policy.autoCloseMinutes) }];
    case 'closed':
    case 'withdrawn':
    case 'expired':
      return [];
  }
}

/** When the case must be looked at again; undefined once it has ended. */
export function nextTimerAt(state: Case, policy: HandoffPolicy): string | undefined {
  return timersOf(state, policy)
    .map(({ at }) => at)
    .sort()[0];
}
