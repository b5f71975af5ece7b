import type { Fiche } from '../corpus/fiche.ts';
import type { Given } from '../dialogue/given.ts';

/** The fiche is about another case than the one the person gave. */
export function contradicts(fiche: Fiche, given: Given): boolean {
  return (['objet', 'acheteur'] as const).some((facet) => {
    const about = facetOf(fiche, facet);
    return given[facet] !== undefined && about !== undefined && about !== given[facet];
  });
}

const FACET_IN_TITLE = {
  objet: [
    ['travaux', /travaux/i],
    ['fournitures_services', /fournitures|services/i],
  ],
  acheteur: [
    ['etat', /(?<!\p{L})(?:État|autorités? centrales?)/iu],
    ['collectivite', /collectivités|communes/i],
    ['entite', /entités adjudicatrices/i],
  ],
} as const;

/** The value of a facet that a fiche is about, by its title; undefined when it is about several or none. */
function facetOf(fiche: Fiche, facet: 'objet' | 'acheteur'): string | undefined {
  const found = FACET_IN_TITLE[facet].filter(([, pattern]) => pattern.test(fiche.title));
  return found.length === 1 ? found[0]?.[0] : undefined;
}
