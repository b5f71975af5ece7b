import { fold } from '../french/words.ts';
import type { ObjectWords } from './rulebook.ts';

/** What the words of an object decide (`services_specifiques`, `livres_non_scolaires`), and the article that says so. */
export function decidedBy(objet: string, objects: readonly ObjectWords[]): ObjectWords | undefined {
  const text = ` ${fold(objet).replace(/[^a-z0-9]+/g, ' ')} `;
  const holds = (word: string) => text.includes(` ${word} `);
  return objects.find(({ mots, sauf = [] }) => mots.some(holds) && !sauf.some(holds));
}
