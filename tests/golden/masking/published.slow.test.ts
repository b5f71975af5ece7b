import { beforeAll, describe, expect, it } from 'vitest';
import { plainMarkdown } from '../../../src/french/plain-markdown.ts';
import { draftBrief } from '../../../src/handoff/sealed-brief.ts';
import type { Masker } from '../../../src/masking/finding.ts';
import { NO_CHOICES } from '../../../src/masking/finding.ts';
import { composeReal, dialogue } from '../../fixtures/composed.ts';

let real: Awaited<ReturnType<typeof composeReal>>;
let masker: Masker;

beforeAll(async () => {
  real = await composeReal();
  masker = real.reading.masker();
});

const draft = (question: string, answered: string) =>
  draftBrief({ question, answered, need: undefined, competences: [], language: 'fr' }, masker, NO_CHOICES);

describe('what the assistant itself wrote', () => {
  it('leaves as it is: the title of every fiche sent as a question, and the answer to it', async () => {
    expect(real.corpus.fiches.length).toBeGreaterThan(200);
    const masked: string[] = [];
    for (const { title } of real.corpus.fiches) {
      const answer = plainMarkdown((await dialogue(real.assistant)(title)).text);
      const { findings } = draft(title, answer);
      masked.push(...[...findings.question, ...findings.answered].map(({ text }) => `${title}: ${text}`));
    }
    expect(masked).toEqual([]);
  }, 120_000);

  it('hides in an answer what the person had typed, though a fiche says it too', () => {
    const { brief } = draft('Recours Tropic chez nous à Rennes ?', 'Voyez le recours « Tarn-et-Garonne », à Rennes.');
    expect(brief.answered).toMatch(/^Voyez le recours « Tarn-et-Garonne », à \[commune/);
  });

  it('hides in an answer what no fiche says', () => {
    expect(draft('Et pour ce marché ?', 'Écrivez à Mme Kergoat, de la société Ollivier.').brief.answered).toBe(
      'Écrivez à Mme [personne 1], de la société [entreprise 1].',
    );
  });
});

describe('a reference to the law, a standard or a nomenclature', () => {
  it.each([
    'R. 2122-8',
    'R2122-8',
    'R. 2100-1',
    'L. 2113-10',
    'R. 2181-7, R. 2181-1, R. 2144-7 et L. 2141-3',
    'R.* 421-1',
    'R. 2122-1 à R. 2122-9',
    'CCAG-FCS 30',
    'CCAG-Travaux 14.3',
    'CCAG Travaux, article 14.3',
    'CCAG/PI',
    'annexe 3',
    'R&D',
    'loi n° 2025-1249',
    'décret 2019-1344',
    'décret n° 2018-1075 du 3 décembre 2018',
    'directive 2014/24/UE',
    'règlement (UE) 2016/679',
    'NF EN ISO 9001:2015',
    'ISO 14001',
    'CPV 45000000-7',
    '45233140-2',
  ])('stays wherever it stands: %s', (reference) => {
    for (const text of [
      `Le marché ${reference} ne passe pas.`,
      `Dossier : ${reference}, que faire ?`,
      `Mme Kergoat invoque ${reference} pour la commande n° 2024-117.`,
      reference,
    ])
      expect(
        masker.find(text).filter(({ text: found }) => text.includes(reference) && reference.includes(found)),
      ).toEqual([]);
  });

  it('hides the number of a contract beside it', () => {
    const { brief } = draft('La commande n° 2024-117 relève de R. 2122-8, dit Mme Kergoat.', '');
    expect(brief.question).toBe('La commande n° [n° de marché] relève de R. 2122-8, dit Mme [personne 1].');
  });
});
