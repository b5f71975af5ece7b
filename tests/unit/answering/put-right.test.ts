import { beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Composed } from '../../../scripts/compose.ts';
import type { Outcome } from '../../../src/answering/port/outcome.ts';
import { firstLines } from '../../../src/answering/port/short.ts';
import { createBeliefFinder, readBeliefs } from '../../../src/corpus/beliefs.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import { composeReal, dialogue, plain } from '../../fixtures/composed.ts';

const row = {
  id: 'trois-devis',
  tournures: ['(obligat*|faut) … trois devis'],
  sauf: ['chez nous'],
  vrai: 'le code ne fixe aucun nombre de devis.',
  articles: ['R2122-8'],
  oui: ['il faut trois devis'],
  non: ['il faut trois devis chez nous'],
};
const readRows = (rows: readonly object[]) => readBeliefs(stringify(rows));

describe('what people believe', () => {
  it('is read by its expressions, and not where an exception stands in the same sentence', () => {
    const { beliefs, problems } = readRows([row]);
    expect(problems).toEqual([]);
    const find = createBeliefFinder(beliefs);
    expect(find('Bonjour. Il faut bien trois devis ?')?.id).toBe('trois-devis');
    expect(find('Chez nous, il faut trois devis.')).toBeUndefined();
    expect(find('Il en faut un. Trois devis sont arrivés.')).toBeUndefined();
  });

  it('is told where an example is not read as it says, and where an expression cannot be read', () => {
    const { problems } = readRows([{ ...row, oui: ['deux devis'], non: ['il faut trois devis'] }]);
    expect(problems.map(({ field, line }) => [field, line > 1])).toEqual([
      ['0.oui.0', true],
      ['0.non.0', true],
    ]);
    expect(readRows([{ ...row, tournures: ['(trois'] }]).problems[0]?.field).toBe('0.tournures.0');
  });
});

describe('what a question takes for granted', () => {
  let composed: Composed;
  beforeAll(async () => {
    composed = await composeReal();
  });
  const ask = async (text: string) => (await dialogue(composed.assistant)(text)).outcome;
  const questionsOf = (outcome: Outcome) => (outcome.kind === 'clarification' ? (outcome.own ?? []) : []);

  it('is put right before the answer, with its article', async () => {
    const outcome = await ask('comme il faut obligatoirement trois devis, que faire si une seule entreprise répond ?');
    if (outcome.kind !== 'answer') throw new Error(outcome.kind);
    const [first] = firstLines(outcome, 'prescriber', catalogues.fr);
    expect(plain(first?.text ?? '')).toBe(
      '*À savoir :* le code ne fixe aucun nombre de devis ; vos règles internes peuvent en demander.',
    );
    expect(outcome.cited[0]?.reference).toBe('R2122-8');
  });

  it('has the figures of its day, and stands above questions offered in doubt', async () => {
    const outcome = await ask('les PME sont prioritaires, comment je leur donne des points en plus ?');
    const first =
      outcome.kind === 'answer' ? firstLines(outcome, 'prescriber', catalogues.fr)[0]?.text : questionsOf(outcome)[0];
    expect(first).toContain('aucune entreprise ne passe avant une autre');
  });

  it('is said once: not where the answer says it', async () => {
    const outcome = await ask('Peut-on négocier en appel d’offres ?');
    if (outcome.kind !== 'answer') throw new Error(outcome.kind);
    expect(outcome.premise).toBeUndefined();
  });
});
