import type { Fiche } from '../corpus/fiche.ts';
import type { Boundary } from '../corpus/perimeter.ts';
import type { Corpus } from '../corpus/read-corpus.ts';
import { boundaryIdOf } from '../retrieval/corpus-documents.ts';
import type { Retrieval } from '../retrieval/retrieve.ts';

interface Seen {
  readonly score: number;
  readonly similarity: number;
}

export type FicheCandidate = Seen & { readonly kind: 'fiche'; readonly fiche: Fiche };
type ThemeCandidate = Seen & { readonly kind: 'boundary'; readonly boundary: Boundary };

/** One thing found, resolved to what it stands for. */
export type Candidate = FicheCandidate | ThemeCandidate;

/** A theme whose cases a person must see; the others are outside. */
type HumanTheme = Boundary & { readonly reason: 'individual_decision' | 'pending_litigation' };

export function isForHuman(boundary: Boundary): boundary is HumanTheme {
  return boundary.reason === 'individual_decision' || boundary.reason === 'pending_litigation';
}

type OutsideTheme = Boundary & { readonly reason: 'out_of_scope' | 'personal_data' };

export function isOutside(boundary: Boundary): boundary is OutsideTheme {
  return !isForHuman(boundary);
}

/** What was found, best first; documents of the organisation are no candidates. */
export function createCandidates({ fiches, boundaries }: Pick<Corpus, 'fiches' | 'boundaries'>) {
  const byId = new Map(fiches.map((fiche) => [fiche.id, fiche]));
  const themes = new Map(boundaries.map((boundary) => [boundary.id, boundary]));
  return ({ hits }: Pick<Retrieval, 'hits'>): readonly Candidate[] =>
    hits.flatMap((hit): readonly Candidate[] => {
      const seen = { score: hit.score, similarity: hit.dense?.similarity ?? 0 };
      const boundary = themes.get(boundaryIdOf(hit.document) ?? '');
      if (boundary !== undefined) return [{ kind: 'boundary', boundary, ...seen }];
      const fiche = byId.get(hit.document.id);
      return fiche === undefined ? [] : [{ kind: 'fiche', fiche, ...seen }];
    });
}
