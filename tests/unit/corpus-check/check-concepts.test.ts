import { expect, it } from 'vitest';
import { conceptSchema } from '../../../src/corpus/lexicon.ts';
import { checkConcepts } from '../../../src/corpus-check/check-concepts.ts';

const concept = (more: object) =>
  conceptSchema.parse({
    id: 'prix-ferme',
    service: { preferred: 'un prix bloqué' },
    achat: { preferred: 'prix ferme' },
    explain: { service: 'Le prix ne bouge pas.', achat: 'Le prix ne varie pas.' },
    ...more,
  });
const problemsOf = (more: object) =>
  checkConcepts([concept(more)], new Map([['lexicon/prix.yaml', '- id: autre\n- id: prix-ferme\n']])).map(
    ({ file, line, field, message }) => `${file}:${line} ${field} ${message}`,
  );
const FERME = { plain: 'bloqué', says: ['ferme'], context: ['prix'] };

it('a gloss whose examples hold has no problem', () => {
  const gloss = [{ ...FERME, right: ['Le prix est ferme.'], wrong: ['La ferme est loin.'] }];
  expect(problemsOf({ gloss })).toEqual([]);
});

it('a gloss whose examples fail is named with its file, concept and sentence', () => {
  const gloss = [{ ...FERME, right: ['La ferme est loin.'], wrong: ['Le prix est ferme.'] }];
  expect(problemsOf({ gloss })).toEqual([
    'lexicon/prix.yaml:2 prix-ferme the gloss «bloqué» is not read in «La ferme est loin.»',
    'lexicon/prix.yaml:2 prix-ferme the gloss «bloqué» is read in «Le prix est ferme.», which is a wrong example',
  ]);
});

it('a gloss that hangs on its context needs both examples', () => {
  expect(problemsOf({ gloss: [FERME] })).toEqual([
    'lexicon/prix.yaml:2 prix-ferme the gloss «bloqué» needs a right and a wrong example',
  ]);
});

const CUE = { say: ['prix …3 bouge* pas'], except: ['hausse'] };

it('a turn whose examples fail is named with its concept and sentence, as is a concept that is not there', () => {
  const cues = [{ ...CUE, right: ['Le prix monte.'], wrong: ['Le prix ne bouge pas.'] }];
  expect(problemsOf({ cues, hides: ['absent'] })).toEqual([
    'lexicon/prix.yaml:2 prix-ferme the turn «prix …3 bouge* pas» is not read in «Le prix monte.»',
    'lexicon/prix.yaml:2 prix-ferme the turn «prix …3 bouge* pas» is read in «Le prix ne bouge pas.», which is a wrong example',
    'lexicon/prix.yaml:2 prix-ferme hides: no concept has the id absent',
  ]);
});

it('a turn means nothing where its exception is said too', () => {
  const cues = [{ ...CUE, right: ['Un prix qui ne bouge pas.'], wrong: ['Le prix ne bouge pas. Quelle hausse !'] }];
  expect(problemsOf({ cues })).toEqual([]);
});
