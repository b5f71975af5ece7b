import { Readable } from 'node:stream';
import type { RespondOptions } from '../../src/answering/port/conversing.ts';
import { toText } from './html.ts';
import { renderInline } from './markdown.ts';

/** Said by the script of our page where it can read a reply as it comes. */
export const STREAM_HEADER = 'x-stream';
export const STREAM_TYPE = 'application/x-ndjson; charset=utf-8';

export interface Stream extends Required<RespondOptions> {
  /** A sentence has gone out: the reply goes the same way. */
  isBegun(): boolean;
  /** The whole exchange, which takes the place of the sentences. */
  end(exchange: string): void;
}

interface StreamParts {
  /** By the page; else sentences are passed over. */
  readonly wanted: boolean;
  /** The response: closed before its end where the reader left. */
  readonly response: { once(event: 'close', left: () => void): unknown; readonly writableFinished: boolean };
  /** Begins the reply, which ends with the lines. */
  readonly send: (lines: Readable) => void;
}

/**
 * Checked sentences as they come, each a line of JSON, `{"sentence": html}`, then `{"exchange": html}`. Nothing is sent this
 * way before the first sentence: without a model the reply is plain HTML. A reader who leaves takes the question back.
 */
export function createStream({ wanted, response, send }: StreamParts): Stream {
  const left = new AbortController();
  const lines = new Readable({ read: () => undefined });
  let begun = false;
  response.once('close', () => {
    if (!response.writableFinished) left.abort();
  });
  const write = (line: object): void => {
    lines.push(`${JSON.stringify(line)}\n`);
  };
  return {
    signal: left.signal,
    onSentence: (sentence) => {
      if (!wanted || left.signal.aborted) return;
      if (!begun) send(lines);
      begun = true;
      write({ sentence: toText(renderInline(sentence)) });
    },
    isBegun: () => begun,
    end: (exchange) => {
      write({ exchange });
      lines.push(null);
    },
  };
}
