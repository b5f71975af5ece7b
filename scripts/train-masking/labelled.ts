import { readFileSync } from 'node:fs';
import { z } from 'zod';

const schema = z.object({
  id: z.string(),
  text: z.string(),
  /** In the order of the text. */
  masks: z.array(z.object({ kind: z.string(), text: z.string().min(1) })),
});

/** A text cut where something to mask starts and ends; pieces without a kind are left as they are. */
export interface Piece {
  readonly kind: string | undefined;
  readonly text: string;
}

/** Reads a set of labelled texts, JSON Lines. @throws where a mask is not in its text */
export function readLabelled(file: string): readonly (readonly Piece[])[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => cut(schema.parse(JSON.parse(line))));
}

function cut({ id, text, masks }: z.infer<typeof schema>): readonly Piece[] {
  const pieces: Piece[] = [];
  let past = 0;
  for (const { kind, text: words } of masks) {
    const start = text.indexOf(words, past);
    if (start === -1) throw new Error(`${id}: «${words}» is not in the text after ${past}`);
    if (start > past) pieces.push({ kind: undefined, text: text.slice(past, start) });
    pieces.push({ kind, text: words });
    past = start + words.length;
  }
  return past === text.length ? pieces : [...pieces, { kind: undefined, text: text.slice(past) }];
}
