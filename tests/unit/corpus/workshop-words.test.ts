import { describe, expect, it } from 'vitest';
import { workshopWords } from '../../../src/corpus/workshop-words.ts';
import { startProcessorClock } from '../../fixtures/processor-time.ts';

const found = (line: string, file = 'modules/m/f.md') =>
  workshopWords(new Map([[file, `---\n${line}\n`]])).map(({ line: at, message }) => `${at} ${message.split(' »')[0]}`);

describe('words of the workshop', () => {
  it.each([
    ['Portée à recouper, statut V2.', 'V2'],
    ['limit: "Son taux relève d’un texte hors du code, non relu."', 'non relu'],
    ['    answer: "Non, les textes lus n’ouvrent rien aux PME."', 'textes lus'],
    ['    why: "La version lue de l’article ne retient pas ce taux."', 'version lue'],
    ['Aucun montant n’est dans le code relu.', 'code relu'],
    ['La loi n’a pas été relue ; ne vous en servez pas.', 'loi n’a pas été relue'],
    ['  say: "Ce cas dépend de règles que je n’ai pas relues."', 'règles que je n’ai pas relues'],
    ['Les délais de recours sont ici de mémoire.', 'ici de mémoire'],
    ['Une révision est annoncée, de mémoire et à vérifier.', 'de mémoire et à vérifier'],
    ['Le lien vient de sources secondaires.', 'sources secondaires'],
    ['D’autres textes ne sont pas dans ce corpus.', 'ce corpus'],
  ])('are found, with their line: %s', (line, words) => {
    expect(found(line)).toEqual([`2 « ${words}`]);
  });

  it.each([
    '  - { ref: "CJA, articles L551-1 et suivants, de mémoire, texte non lu", status: M }',
    '  - "j’ai une V2 du logiciel, les textes lus disent quoi"',
    '  - ask: "La version lue sur internet est-elle la bonne ?"',
    '# Statuts : V1, V2, V2-faible, M.',
  ])('may stand where no reader is shown them: %s', (line) => {
    expect(found(line)).toEqual([]);
  });

  it.each([
    'Un article lu en ligne affirme le contraire.',
    'Montrez-le à des gens qui n’ont pas lu les offres.',
    'Citer un taux de mémoire : il varie par famille.',
    'L’une vient d’un modèle de mémoire technique.',
    'Un fournisseur a relu votre cahier des charges.',
    'Retenir un critère unique de coût : exclu ici (R2152-8).',
    'P = V × R / 1 000, V étant la valeur de la partie en retard.',
    '## Pour le service',
  ])('are not: %s', (line) => {
    expect(found(line)).toEqual([]);
  });

  it('are judged in linear time on a long line', () => {
    const spent = startProcessorClock();
    found(`${'texte code règle '.repeat(20_000)}pas`);
    expect(spent()).toBeLessThan(2_000);
  });
});
