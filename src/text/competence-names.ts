import { ownValue } from '../own-value.ts';

/** How a competence of the corpus is said in French; one that has no name here is said by its words. */
export function sayCompetence(id: string): string {
  return ownValue(NAMES, id) ?? id.replaceAll('-', ' ');
}

export const hasName = (id: string): boolean => Object.hasOwn(NAMES, id);

const NAMES: Readonly<Record<string, string>> = {
  'achats-durables': 'achats durables',
  'achats-particuliers': 'achats particuliers : assurances, énergie, locaux, santé',
  attribution: 'attribution et signature',
  besoin: 'besoin et sourçage',
  candidatures: 'candidatures',
  ccag: 'CCAG',
  concessions: 'concessions et contrats voisins',
  controles: 'contrôles, recours et responsabilités',
  cooperation: 'achats groupés et coopération',
  criteres: 'critères et analyse des offres',
  deontologie: 'déontologie',
  dialogue: 'dialogue entre service et achat',
  execution: 'exécution du marché',
  innovation: 'innovation',
  numerique: 'achats numériques',
  procedures: 'choix de la procédure',
  publicite: 'publicité et délais',
  seuils: 'seuils et calcul du besoin',
  'sous-traitance': 'sous-traitance et garanties',
  specifications: 'spécifications techniques',
  techniques: 'lots et techniques d’achat',
  territoire: 'territoire et PME',
  travaux: 'travaux et maîtrise d’œuvre',
};
