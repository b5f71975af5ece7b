import { readValues } from '../french/values/read-values.ts';
import { type LinearModel, likelihoods } from '../learned/linear-model.ts';
import { textFeatures } from '../learned/text-features.ts';

/** Whether a message asks the rule, for the thing that one's own body buys, or whether a contract of its goes so far. */
export const LAW_OR_BODY = ['law', 'body', 'extent'] as const;
export type LawShares = Readonly<Record<(typeof LAW_OR_BODY)[number], number>>;

/** Learnt by `npm run train:rows`, in `knowledge/modes`. */
export const LAW_OR_BODY_FILE = 'appris-regle-ou-chose.tsv';

/** Its words, one by one and two by two; pieces of words would tell one purchase from another, and not who asks what. */
export function lawFeatures(text: string, asksLaw: (text: string) => boolean): readonly string[] {
  const said = textFeatures(text, readValues(text)).filter((feature) => !feature.startsWith('q '));
  return asksLaw(text) ? [...said, 'droit'] : said;
}

/** How likely it is that each is asked. @param asksLaw whether it holds words of the law */
export function createLawShares(model: LinearModel, asksLaw: (text: string) => boolean): (text: string) => LawShares {
  return (text) => {
    const shares = likelihoods(model, lawFeatures(text, asksLaw));
    const of = (label: keyof LawShares) => shares[model.labels.indexOf(label)] ?? 0;
    return { law: of('law'), body: of('body'), extent: of('extent') };
  };
}
