/** Names of the boxes, as they come back. */
export const THREAD_BOX = { words: 'words', to: 'to', why: 'why' } as const;

/** Of its own button alone: several stand on one card. */
export const textBox = (of: string): string => `text:${of}`;

export const slotBox = (slot: string): string => `slot:${slot}`;

export const LONGEST = 2_000;
