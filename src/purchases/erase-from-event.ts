import type { PurchaseEvent } from './purchase.ts';

/** Who is erased from a purchase, and what stands in their place. */
export interface ErasedFromPurchase {
  readonly person: string;
  readonly alias: string;
  /** Takes the words that they would be known by out of a text. */
  readonly seal: (text: string) => string;
}

/** What an event is told apart by, and no words. */
const NO_WORDS: ReadonlySet<string> = new Set([
  'at',
  'key',
  'kind',
  'side',
  'slot',
  'to',
  'question',
  'cpv',
  'organisation',
  'until',
  'hash',
]);

/**
 * An event without the person: a purchase is its body's, and what was said in it stays for the other side, without their name
 * and under an alias.
 */
export function eraseFromPurchase(event: PurchaseEvent, { person, alias, seal }: ErasedFromPurchase): PurchaseEvent {
  const erase = (value: unknown): unknown => {
    if (typeof value === 'string') return value === person ? alias : seal(value);
    if (Array.isArray(value)) return value.map(erase);
    return typeof value === 'object' && value !== null ? { ...value, ...renamed(value) } : value;
  };
  const renamed = (held: object) =>
    Object.fromEntries(Object.entries(held).map(([name, value]) => [name, NO_WORDS.has(name) ? value : erase(value)]));
  return { ...event, ...renamed(event) };
}
