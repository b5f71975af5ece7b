import type { Result } from '../../../src/result.ts';
import type { Training, TrainingFile } from '../../../src/training/port/training.ts';
import type { TrainingFault } from '../../../src/training/port/views.ts';
import type { Show } from '../handoff/show.ts';
import type { Asked, Log, Reply } from '../route.ts';
import type { Guard } from '../session/guard.ts';

export interface TrainingRouteParts {
  readonly training: Training;
  readonly show: Show;
  /** Lets on who is signed in; where nobody can sign in, says so. */
  readonly guard: Guard;
  readonly log: Log | undefined;
  /** A store that throws is as good as one that is down: logged, and told as such. */
  readonly guarded: <T>(ask: () => Promise<Result<T, TrainingFault>>) => Promise<Result<T, TrainingFault>>;
  readonly refuse: (asked: Asked, fault: TrainingFault) => Reply;
}

/** The values of a field that may be sent more than once. */
export function values(form: unknown, name: string): readonly string[] {
  if (typeof form !== 'object' || form === null) return [];
  const value: unknown = Object.getOwnPropertyDescriptor(form, name)?.value;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((one): one is string => typeof one === 'string' && one !== '');
}

export function download({ name, type, body }: TrainingFile): Reply {
  return { status: 200, type, headers: { 'content-disposition': `attachment; filename="${name}"` }, body };
}
