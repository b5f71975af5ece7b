import { clearScreenDown, cursorTo, moveCursor } from 'node:readline';
import type { Interface } from 'node:readline/promises';
import { renderMarkdown } from './markdown.ts';
import { quoteText } from './plain.ts';

/** Markdown of ours, or another person's words as they are. */
export type Block = string | { readonly quoted: string };

export interface Screen {
  /** Shows the blocks, above what is being typed if a line is awaited. */
  say(...blocks: readonly Block[]): void;
  /** Waits for a line. */
  prompt(): void;
  /** A line has come: what is said next stands below it. */
  heard(): void;
}

interface ScreenParts {
  readonly lines: Interface;
  readonly output: NodeJS.WritableStream;
  readonly colours: boolean;
  /** Stands before the mark of the prompt. */
  readonly label: () => string | undefined;
}

/** The terminal as two things share it: what the person types, and what comes by itself. */
export function createScreen({ lines, output, colours, label }: ScreenParts): Screen {
  let waiting = false;

  const setPrompt = () => {
    const name = label();
    const mark = name === undefined ? '› ' : `${name} › `;
    lines.setPrompt(colours ? `\u001b[36m${mark}\u001b[39m` : mark);
  };

  return {
    say: (...blocks) => {
      const text = blocks
        .map((block) => (typeof block === 'string' ? renderMarkdown(block, colours) : quoteText(block.quoted)))
        .join('\n');
      if (!waiting) {
        output.write(`${text}\n\n`);
        return;
      }
      if (!lines.terminal) {
        output.write(`\n${text}\n\n`);
        setPrompt();
        lines.prompt(true);
        return;
      }
      const { rows } = lines.getCursorPos();
      if (rows > 0) moveCursor(output, 0, -rows);
      cursorTo(output, 0);
      clearScreenDown(output);
      // The line is drawn again from as many rows up as it stood on before.
      output.write(`${text}\n\n${'\n'.repeat(rows)}`);
      setPrompt();
      lines.prompt(true);
    },
    prompt: () => {
      waiting = true;
      setPrompt();
      lines.prompt();
    },
    heard: () => {
      waiting = false;
    },
  };
}
