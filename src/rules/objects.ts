import { fold } from '../french/words.ts';
import type { ObjectWords } from './rulebook.ts';

/** The word of an entry that stands whole in a text, unless one of its exceptions does too. */
export function wordIn(text: string, { mots, sauf = [] }: ObjectWords): string | undefined {
  const flat = flatOf(text);
  const holds = (word: string) => flat.includes(` ${word} `);
  const except = sauf.filter(holds);
  return mots.find((word) => holds(word) && !except.some((other) => isNear(flat, word, other)));
}

/** So far from it, an exception is said of something else. */
const NEAR = 60;

function isNear(flat: string, word: string, other: string): boolean {
  const at = flat.indexOf(` ${word} `);
  return flat.slice(Math.max(0, at - NEAR), at + word.length + NEAR).includes(` ${other} `);
}

let last = { text: '', flat: ' ' };

/** Every entry is looked for in the same text. */
function flatOf(text: string): string {
  if (last.text !== text) last = { text, flat: ` ${fold(text).replace(/[^a-z0-9]+/g, ' ')} ` };
  return last.flat;
}

/** What the words of an object decide (`services_specifiques`, `livres_non_scolaires`), and the article that says so. */
export function decidedBy(objet: string, objects: readonly ObjectWords[]): ObjectWords | undefined {
  return objects.find((one) => one.lu === undefined && wordIn(objet, one) !== undefined);
}

/** The kind of buyer that its activity, its name or what it is says, by the entries read there. */
export function buyerBy(
  told: unknown,
  lu: NonNullable<ObjectWords['lu']>,
  objects: readonly ObjectWords[],
): string | undefined {
  if (typeof told !== 'string') return undefined;
  return objects.find((one) => one.lu === lu && wordIn(told, one) !== undefined)?.donne;
}
