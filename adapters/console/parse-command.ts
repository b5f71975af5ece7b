import { fold } from '../../src/french/words.ts';

/** Commands of two words: the hyphen may be left out. */
const TWO_WORDS: ReadonlySet<string> = new Set(['aide-humain', 'mes-donnees', 'oublie-moi']);

/** «:Décliner trop loin» as `decliner` and `trop loin`. */
export function parseCommand(line: string): { readonly name: string; readonly rest: string } {
  const [name, rest] = cut(line.replace(/^:\s*/, ''));
  const [second, more] = cut(rest);
  const both = `${fold(name)}-${fold(second)}`;
  return TWO_WORDS.has(both) ? { name: both, rest: more } : { name: fold(name), rest };
}

function cut(text: string): readonly [string, string] {
  const at = text.search(/\s/);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at).trim()];
}
