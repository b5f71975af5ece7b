import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '../../french/words.ts';
import { type LinearModel, likelihoods, readLinearModel } from '../../learned/linear-model.ts';
import { isPurchaseNature, type PurchaseNature } from '../../vocabulary/form.ts';
import { withoutDepartments } from '../buyer/notions.ts';

/** What is bought, by its words, with how likely that is. */
export type ReadNature = (
  object: string,
  message: string,
) => { readonly nature: PurchaseNature; readonly share: number } | undefined;

/** Made by `npm run train:clauses`. */
export const NATURES_FILE = join('fiche', 'natures.tsv');
/** What the forms of a word have in common. */
const ROOT = 5;
const MOST = 60;

/** The weights are read at the first need; undefined in a folder without them. */
export function createReadNature(knowledge: string): ReadNature {
  const file = join(knowledge, NATURES_FILE);
  let model: LinearModel | undefined;
  return (object, message) => {
    if (model === undefined && !existsSync(file)) return undefined;
    model ??= readLinearModel(file);
    const shares = likelihoods(model, natureFeatures(object, message));
    const share = Math.max(...shares);
    const nature = model.labels[shares.indexOf(share)] ?? '';
    return isPurchaseNature(nature) ? { nature, share } : undefined;
  };
}

/** The words of the thing, and those of the whole message apart. */
export function natureFeatures(object: string, message: string): readonly string[] {
  const own = wordsOf(object);
  return [
    ...new Set([
      ...own.flatMap((word, at) => [`o ${word}`, `r ${word.slice(0, ROOT)}`, `${word} ${own[at + 1] ?? '$'}`]),
      `1 ${own[0]?.slice(0, ROOT)}`,
      ...wordsOf(message).map((word) => `m ${word.slice(0, ROOT)}`),
    ]),
  ];
}

const wordsOf = (text: string): readonly string[] =>
  [...withoutDepartments(fold(text)).matchAll(/[a-z]{2,}/g)].slice(0, MOST).map(([word]) => word);
