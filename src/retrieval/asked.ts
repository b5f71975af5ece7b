import type { Fiche } from '../corpus/fiche.ts';
import { indexTerms } from '../text/words.ts';
import type { Hit } from './hybrid.ts';

/** Half meaning, half shared words: from here on, the fiche's own question is taken to be the one asked. */
const SAME_QUESTION = 0.5;

/** The question of the fiche that was asked, among those that carry a direct answer; its position, or undefined. */
export function directQuestion(hit: Hit, fiche: Fiche, text: string): number | undefined {
  const asked = new Set(indexTerms(text));
  let best: { position: number; score: number } | undefined;
  for (const { part, similarity } of hit.parts) {
    const question = fiche.questions[part];
    if (question?.answer === undefined) continue;
    const terms = new Set(indexTerms(question.ask));
    const shared = [...terms].filter((term) => asked.has(term)).length;
    const overlap = shared === 0 ? 0 : (2 * shared) / (terms.size + asked.size);
    const score = (similarity + overlap) / 2;
    if (score >= SAME_QUESTION && score > (best?.score ?? 0)) best = { position: part, score };
  }
  return best?.position;
}
