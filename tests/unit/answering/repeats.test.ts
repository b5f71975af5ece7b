import { describe, expect, it } from 'vitest';
import { withoutRepeats } from '../../../src/answering/repeats.ts';
import type { Fiche } from '../../../src/corpus/fiche.ts';
import { realCorpus } from '../../fixtures/real-corpus.ts';

const [model] = realCorpus.fiches;
const [asked] = model?.questions ?? [];
if (model === undefined || asked === undefined) throw new Error('the corpus is empty');
const one = (id: string, ask: string, article: string) => {
  const fiche: Fiche = { ...model, id, questions: [{ ...asked, ask, articles: [article] }] };
  return { fiche, question: 0, told: undefined };
};
const idsOf = (options: readonly { readonly fiche: Fiche }[]) => options.map(({ fiche: { id } }) => id);

describe('what is offered beside the likeliest question', () => {
  const chief = one('chief', 'Dois-je changer une note quand mon chef le demande sans raison ?', 'R2152-11');

  it('does not ask it again in fewer words, with the same article', () => {
    const again = one('again', 'Que faire quand un chef demande de changer une note ?', 'R2152-11');
    expect(idsOf(withoutRepeats([chief, again]))).toEqual(['chief']);
    expect(idsOf(withoutRepeats([again, chief]))).toEqual(['again']);
  });

  it('keeps what asks another thing, leans on another article, or is of the same fiche', () => {
    const elected = one('elected', 'Un élu peut-il changer une note ?', 'R2152-11');
    const other = one('other', 'Que faire quand un chef demande de changer une note ?', 'L3');
    const own = one('chief', 'Que faire quand un chef demande de changer une note ?', 'R2152-11');
    expect(idsOf(withoutRepeats([chief, elected, other]))).toEqual(['chief', 'elected', 'other']);
    expect(withoutRepeats([chief, { ...own, fiche: chief.fiche }])).toHaveLength(2);
  });

  it('of one or two words says nothing', () => {
    const short = one('short', 'Une note ?', 'R2152-11');
    expect(withoutRepeats([chief, short])).toHaveLength(2);
  });
});
