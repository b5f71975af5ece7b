import { createHash } from 'node:crypto';

/** How an act is asked for once, though the request may come twice: after a kill, a lost reply, a second click. */
export interface Once {
  /**
   * The same at each sending of one form, click or event; any text. Done before under the same key, by the same person and
   * with the same content, the act is answered from what stands now, and nothing is written or told again. An act that was
   * refused has used no key up. Kept for as long as the events of platforms (`RETENTION_EXCHANGES_MONTHS`).
   */
  readonly key?: string | undefined;
  /** The version of the case, or of the draft, that was shown when it was decided on: refused (`stale`) once that has moved on. */
  readonly on?: number | undefined;
}

/**
 * The key as the store has it: of one person and one act, so that other words under the key of a form taken back from the
 * browser's history are an act of their own. A digest: of any length and any characters, and nobody's name is kept with it.
 */
export function keyOf(by: string, once: Pick<Once, 'key'> | undefined, ...act: readonly unknown[]): string | undefined {
  const key = once?.key;
  if (key === undefined || key === '') return undefined;
  return createHash('sha256')
    .update(JSON.stringify([by, key, ...act]))
    .digest('base64url');
}
