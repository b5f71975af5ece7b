import { fold } from '../../french/words.ts';
import type { Masker } from '../../masking/finding.ts';
import { createSeal } from '../../masking/seal.ts';
import type { Person } from '../../reserve/person.ts';
import type { Organisation } from '../../reserve/reservist.ts';

/** Below, an id or a name would be found inside everyday words. */
const SHORTEST = 4;

/**
 * The words by which a person of the network would be known, for the seal: name, e-mail, ids on platforms, body; an everyday
 * word that is also a name only behind a title, as the masker has it.
 */
export function namesOf(
  person: Person | undefined,
  body: Organisation | undefined,
  ids: readonly string[],
  masker: Masker,
): readonly string[] {
  const names = new Set<string>();
  if (person !== undefined) {
    const [first = '', ...rest] = person.name.trim().split(/\s+/);
    const surname = rest.join(' ');
    names.add(person.name.trim());
    if (surname !== '') names.add(`${surname} ${first}`);
    const hidden = masker.find(`M. ${person.name}`).flatMap((finding) => finding.hidden);
    for (const name of hidden) names.add(name);
    // The masker gives an everyday word that is a name («Petit») with a title only: alone it is left to be a word.
    if (!hidden.some((name) => sameWords(name, `M. ${surname}`))) names.add(surname);
    names.add(person.email ?? '');
  }
  for (const id of [...ids, person?.id ?? '', person?.address?.conversation ?? '']) if (isCode(id)) names.add(id);
  if (body !== undefined) {
    names.add(body.name);
    for (const { hidden } of masker.find(body.name)) for (const name of hidden) names.add(name);
  }
  return [...names].filter((name) => name.trim().length >= SHORTEST);
}

/** An id of a machine, not a word: «U012ABC», a UUID. */
function isCode(id: string): boolean {
  return id.length >= 6 && /\d/.test(id);
}

/** Whether a hidden string says no more than who someone is: their name, with a title or the class of their body. */
export function saysOnly(names: readonly string[]): (masked: string) => boolean {
  const seal = createSeal(names);
  return (masked) => {
    const rest = seal(masked);
    return rest !== masked && /^\D{0,20}$/u.test(rest.replace('[masqué]', ''));
  };
}

export function sameWords(a: string, b: string): boolean {
  return flat(a) === flat(b);
}

function flat(text: string): string {
  return fold(text).replace(/\s+/g, ' ').trim();
}
