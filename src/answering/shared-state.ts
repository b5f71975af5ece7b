import { randomUUID } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { hashOf, opened, sealed } from '../reserve/sessions.ts';
import type { DialogueRecords } from './dialogue-records.ts';
import { LIFETIME_MS } from './memory.ts';

/** What one process has at hand of a dialogue, as the next that serves it reads it: kept as long as the dialogue is. */
export interface Seats {
  /** Undefined where nothing was left, or it cannot be had: the dialogue goes on without. */
  recall(conversation: string): Promise<unknown>;
  /** @param state plain data, maps included; undefined: nothing is left of it */
  keep(conversation: string, state: object | undefined): Promise<void>;
}

/**
 * Any plain data as it may stand in the store: under the name of its dialogue, which the store does not hold, so that a copy of
 * the database says nothing of it. What another version left is not read: its shapes may be others.
 */
export interface Sealing {
  seal(state: object, name: string): string;
  /** @returns undefined for what another version sealed */
  open(text: string, name: string): unknown;
}

export function createSealing(version: string): Sealing {
  return {
    // Quickly rather than small: it waits in a person's way.
    seal: (state, name) => sealed(deflateRawSync(serialize({ version, state }), { level: 1 }), name),
    open: (text, name) => {
      const whole: { version: string; state: unknown } = deserialize(inflateRawSync(opened(text, name)));
      return whole.version === version ? whole.state : undefined;
    },
  };
}

/** @param report told what could not be read or kept; the dialogue goes on */
export function createSeats(
  records: DialogueRecords,
  { seal, open }: Sealing,
  report: (error: unknown) => void,
): Seats {
  const by = randomUUID();
  const guarded = async <T>(work: () => Promise<T>): Promise<T | undefined> =>
    work().catch((error) => void report(error));
  return {
    recall: (conversation) =>
      guarded(async () => {
        const found = await records.recall(idOf(conversation), new Date().toISOString());
        if (!found.ok) return report(found.error);
        return found.value && open(found.value.body, conversation);
      }),
    keep: (conversation, state) =>
      guarded(async () => {
        const until = new Date(Date.now() + LIFETIME_MS).toISOString();
        const kept =
          state === undefined
            ? await records.forget(idOf(conversation))
            : await records.keep({ id: idOf(conversation), by, body: seal(state, conversation), until });
        if (!kept.ok) report(kept.error);
      }),
  };
}

/** Beside what is remembered of the same dialogue. */
function idOf(conversation: string): string {
  return hashOf(`seat ${conversation}`);
}
