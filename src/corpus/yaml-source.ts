import { isMap, isSeq, LineCounter } from 'yaml';
import type { ZodType } from 'zod';
import { readYamlDocument } from '../yaml.ts';
import type { CorpusProblem } from './problem.ts';

export interface YamlSource<T> {
  readonly value: T | undefined;
  /** What the text says, whether the schema takes it or not; undefined when it is no YAML. */
  readonly raw: unknown;
  readonly problems: readonly CorpusProblem[];
  /** 1-based line of the value at `path` (or of the nearest ancestor that exists). */
  lineOf(path: readonly PropertyKey[]): number;
}

/**
 * Parses YAML against a schema and keeps the way back from a field to its line.
 * @param firstLine 1-based line of the file at which `text` starts (front matter starts at 2).
 */
export function readYaml<T>(text: string, schema: ZodType<T>, file: string, firstLine = 1): YamlSource<T> {
  const lines = new LineCounter();
  const { document, said } = readYamlDocument(text, lines);
  const lineOfOffset = (offset: number) => lines.linePos(offset).line + firstLine - 1;

  const lineOf = (path: readonly PropertyKey[]): number => {
    let node: unknown = document().contents;
    let line = firstLine;
    for (const step of path) {
      if (!isMap(node) && !isSeq(node)) break;
      const pair = isMap(node) ? node.items.find((item) => String(item.key) === String(step)) : undefined;
      const key = pair?.key;
      const next: unknown = pair === undefined ? node.get(step, true) : pair.value;
      const range = hasRange(key) ? key.range : hasRange(next) ? next.range : undefined;
      if (range === undefined || range === null) break;
      line = lineOfOffset(range[0]);
      node = next;
    }
    return line;
  };

  const raw = said();
  if (raw === undefined) {
    const problems = document().errors.map((error) => ({
      file,
      line: lineOfOffset(error.pos[0]),
      field: 'yaml',
      message: error.message.split('\n')[0] ?? 'not YAML',
    }));
    return { value: undefined, raw: undefined, problems, lineOf };
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { value: parsed.data, raw, problems: [], lineOf };
  const problems = parsed.error.issues.map((issue) => ({
    file,
    line: lineOf(issue.path),
    field: issue.path.map(String).join('.') || 'document',
    message: issue.message,
  }));
  return { value: undefined, raw, problems, lineOf };
}

function hasRange(node: unknown): node is { range: readonly [number, number, number] | null | undefined } {
  return typeof node === 'object' && node !== null && 'range' in node;
}
