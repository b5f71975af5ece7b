import type { Fiche } from '../corpus/fiche.ts';

const STRENGTH = ['M', 'V2-faible', 'V2', 'V1'] as const;

/** A chain is as strong as its weakest source. */
export function weakestStatus(fiche: Fiche): string {
  return STRENGTH.find((status) => fiche.sources.some((source) => source.status === status)) ?? 'V1';
}
