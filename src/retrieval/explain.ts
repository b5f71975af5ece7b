import type { Retrieval } from './retrieve.ts';

/** A search in words: what was understood, then for each document which list found it, at which rank, and what it added. */
export function explainRetrieval(retrieval: Retrieval): string {
  const { similarity, coverage, known, margin } = retrieval.features;
  const head = [
    `Compris : ${retrieval.corrected}`,
    retrieval.expansion.length > 0 ? `Mots ajoutés par le lexique : ${retrieval.expansion.join(', ')}` : undefined,
    `Confiance ${percent(retrieval.confidence)} (proximité ${percent(similarity)}, mots couverts ${percent(coverage)}, mots connus ${percent(known)}, avance ${percent(margin)})`,
  ].filter((line) => line !== undefined);
  const rows = retrieval.hits.map(({ document, score, lexical, dense, concept }, i) => {
    const words = lexical === undefined ? 'mots : –' : `mots : rang ${lexical.rank}, +${lexical.added.toFixed(2)}`;
    const meaning =
      dense === undefined
        ? 'sens : –'
        : `sens : rang ${dense.rank}, +${dense.added.toFixed(2)} (${dense.similarity.toFixed(2)} sur ${dense.part})`;
    const pointed = concept === 0 ? '' : ` ; lexique : +${concept.toFixed(2)}`;
    return `${i + 1}. ${document.id} ${score.toFixed(2)} = ${words} ; ${meaning}${pointed}`;
  });
  return [...head, ...rows].join('\n');
}

function percent(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}
