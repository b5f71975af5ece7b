import type { Filled } from './port/heard.ts';

/** What a box holds, as browsers and clients send it; empty when it holds no text. */
export function text(filled: Filled, name: string): string {
  const value = filled.get(name);
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : '';
}

/** Undefined for what is no yes or no. */
export function flag(filled: Filled, name: string): boolean | undefined {
  const value = filled.get(name);
  return typeof value === 'boolean' ? value : undefined;
}

export function list(filled: Filled, name: string): readonly string[] {
  const value = filled.get(name);
  return Array.isArray(value) ? value : [];
}
