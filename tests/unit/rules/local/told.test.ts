import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { computedLines } from '../../../../src/answering/port/computed.ts';
import { readLocalRules } from '../../../../src/rules/local/local-rules.ts';
import { createReckon } from '../../../../src/rules/reckon.ts';
import { catalogues } from '../../../../src/text/catalogues.ts';
import { figures } from '../fixtures.ts';

const read = readLocalRules(readFileSync('docs/regles-internes.yaml', 'utf8'), 'regles-internes.yaml');
if (!read.ok) throw new Error('the example of the documentation is wrong');
const TOWN = '21350001900017';
const reckon = createReckon('knowledge', figures, (siret) => (siret === TOWN ? read.value : undefined));

/** What a line of a dialogue is told first, its body having rules of its own. */
async function linesOf(text: string, siret: string | undefined = TOWN): Promise<readonly string[]> {
  const told = (await reckon({ text, at: '2026-11-20', reader: 'service', before: undefined, siret }))?.told;
  if (told === undefined) return [];
  const computed = { ...told, articles: [], steps: [], missing: undefined };
  return computedLines(computed, catalogues.fr).map((line) => line.replaceAll(/[\u00a0\u202f]/g, ' '));
}

it('is told by the law alone to whoever is of another body, or of none known', async () => {
  for (const siret of ['13002220500012', '']) {
    const lines = await linesOf('une mairie achète des chaises pour 9 000 € HT, quelle procédure ?', siret);
    expect(lines.join(' ')).not.toMatch(/Chez vous|règlement interne|directrice générale/);
  }
});

describe('a procedure worked out in a dialogue, where the body has rules of its own', () => {
  it('is told after them where they ask for more, both in the first line', async () => {
    const [first, second] = await linesOf('une mairie achète des chaises pour 9 000 € HT, quelle procédure ?');
    expect(first).toBe(
      '**Chez vous (règlement interne des achats, art. 4) : trois devis écrits dès 3 000 € HT.** Le code : achat direct, sans publicité ni mise en concurrence : 9 000 € HT (R. 2122-8).',
    );
    expect(second).toMatch(/^Signature : la directrice générale dès 8 000 € HT \(art\. 6\)\. Source : .*fichier/);
  });

  it('is told before them where they ask for less, with the word that the law prevails', async () => {
    const [first, second] = await linesOf('une mairie fait 200 000 € HT de travaux de toiture, quelle procédure ?');
    expect(first).toMatch(/^\*\*Procédure adaptée/);
    expect(second).toMatch(/^Chez vous .*trois devis écrits.*le code demande plus/);
  });

  it('leaves alone what is no procedure', async () => {
    const lines = await linesOf('notre facture de 9 000 € HT est reçue le 5 octobre, la mairie la paie avant quand ?');
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join()).not.toContain('Chez vous');
  });
});
