import type { Fiche } from '../corpus/fiche.ts';
import { citeArticle, officialUrl } from '../french/articles.ts';
import { frenchTypography } from '../french/typography.ts';
import type { Told } from '../rules/tell.ts';
import { verdictTexts } from '../text/verdict-texts.ts';
import type { Computed } from './port/computed.ts';
import type { Answer, Clarification, Outcome } from './port/outcome.ts';
import { answer, type SettleParts, type SettleSetting } from './settle.ts';

/** What the rules told, said over what the search found of its subject; the question of the one fact that lacks, else. */
export function reckonedOutcome(told: Told, found: Outcome, parts: SettleParts, setting: SettleSetting): Outcome {
  const computed = computedOf(told);
  if (found.kind === 'refusal' && found.reason !== 'no_source') return found;
  const under = underIt(told, found, parts, setting);
  return told.missing === undefined
    ? { ...under, computed, human: found.kind === 'handoff' }
    : asking(told, computed, under);
}

function computedOf(told: Told): Computed {
  const { said, formula, assumed, facts, steps, missing } = told;
  const articles = told.articles.map((reference) => {
    const url = officialUrl(reference);
    return { reference, cited: citeArticle(reference), ...(url === undefined ? {} : { url }) };
  });
  return {
    said,
    formula,
    articles,
    assumed,
    facts,
    steps: steps.map(({ text, articles: of }) =>
      of.length === 0 ? text : `${text} (${of.map(citeArticle).join(', ')})`,
    ),
    missing: missing?.fact,
  };
}

function asking({ missing }: Told, computed: Computed, known: Answer): Clarification {
  const choices = [...(missing?.choices ?? []), verdictTexts.unknown].map(frenchTypography);
  return {
    kind: 'clarification',
    reason: 'fact',
    question: computed.said,
    computed,
    choices: choices.map((label) => ({ label, text: label })),
    known,
    sources: known.sources,
    confidence: known.confidence,
  };
}

/** The fiche on the subject: the one found, else the one that names most articles of the conclusion. */
function underIt(told: Told, found: Outcome, parts: SettleParts, setting: SettleSetting): Answer {
  if (found.kind === 'answer') return found;
  if (found.kind === 'handoff' && found.known !== undefined) return { ...found.known, limit: found.why };
  const named = new Set(told.articles);
  const shared = (fiche: Fiche) => fiche.articles.filter((article) => named.has(article)).length;
  const [first, ...others] = parts.corpus.fiches;
  if (first === undefined) throw new Error('the corpus has no fiche');
  const fiche = others.reduce((best, one) => (shared(one) > shared(best) ? one : best), first);
  return answer(parts, fiche, undefined, setting.retrieval.confidence, setting);
}
