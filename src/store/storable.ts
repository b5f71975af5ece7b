/** A code point that Unicode keeps out of every text; both databases take it. */
const ESCAPE = '\ufdd0';
const UNSTORABLE = /[\p{Cc}\p{Surrogate}\ufdd0]/gu;
const ESCAPED = /\ufdd0([0-9a-f]{4})/g;

/**
 * An id as both databases give it back: they write half a surrogate pair as U+FFFD, and PostgreSQL refuses a NUL. Two ids are
 * the same afterwards if and only if they were the same before; ids of everyday stay as they are.
 */
export function toStorable(id: string): string {
  return id.replace(UNSTORABLE, (unit) => `${ESCAPE}${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

export function fromStorable(stored: string): string {
  return stored.replace(ESCAPED, (_, unit: string) => String.fromCharCode(Number.parseInt(unit, 16)));
}
