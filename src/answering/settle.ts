import type { Fiche } from '../corpus/fiche.ts';
import type { Corpus } from '../corpus/read-corpus.ts';
import type { IsoDate } from '../days/iso-date.ts';
import type { Given } from '../dialogue/given.ts';
import { frenchTypography } from '../french/typography.ts';
import { ownValue } from '../own-value.ts';
import { assertNever } from '../result.ts';
import { directQuestion, nearbyQuestions } from '../retrieval/asked.ts';
import type { LexicalIndex } from '../retrieval/lexical-index.ts';
import { type DocumentSource, documentSource } from '../retrieval/library-documents.ts';
import type { Retrieval } from '../retrieval/retrieve.ts';
import type { Catalogue } from '../text/catalogues.ts';
import type { Role } from '../vocabulary/people.ts';
import { composeAnswer, composeExcerpt } from './compose.ts';
import type { Decision } from './decide.ts';
import { refusal } from './early.ts';
import type { Answer, Outcome } from './port/outcome.ts';

/** For whom and for when a decision is said. */
export interface SettleSetting {
  readonly retrieval: Retrieval;
  readonly facts: Given;
  readonly role: Role;
  readonly at: IsoDate;
  readonly today: IsoDate;
  readonly catalogue: Catalogue;
}

export interface SettleParts {
  readonly corpus: Corpus;
  /** Where the organisation's own documents come from, by id. */
  readonly documents: ReadonlyMap<string, DocumentSource>;
  readonly lexical: LexicalIndex;
}

/** What was decided, said. */
export function settle(parts: SettleParts, decision: Decision, setting: SettleSetting): Outcome {
  const { retrieval, catalogue } = setting;
  switch (decision.kind) {
    case 'answer':
      return answer(parts, decision.fiche, decision.also, decision.confidence, setting, decision.limit?.say);
    case 'document': {
      const source = documentSource(parts.documents, decision.hit.document.id);
      const request = {
        also: decision.also,
        role: setting.role,
        at: setting.at,
        today: setting.today,
        confidence: decision.confidence,
      };
      return source === undefined
        ? refusal('no_source', catalogue)
        : composeExcerpt(decision.hit, source, request, parts.corpus, setting.catalogue);
    }
    case 'handoff':
      return {
        kind: 'handoff',
        reason: decision.reason,
        why:
          decision.boundary === undefined
            ? catalogue.handoffWhy[decision.reason]
            : frenchTypography(`${decision.boundary.say} ${decision.boundary.next}`),
        known: decision.known && answer(parts, decision.known, undefined, retrieval.confidence, setting),
      };
    case 'refuse':
      return refusal(
        decision.reason,
        catalogue,
        decision.boundary && `${decision.boundary.say} ${decision.boundary.next}`,
        decision.near,
      );
    case 'clarify': {
      const branches = decision.options.map(({ fiche }) =>
        answer(parts, fiche, undefined, retrieval.confidence, setting),
      );
      return {
        kind: 'clarification',
        question: decision.facet === 'topic' ? catalogue.clarifyTopic : catalogue.clarify[decision.facet],
        choices: decision.options.map(({ facetValue, fiche }) => ({
          label: ownValue(catalogue.choice, facetValue) ?? facetValue,
          text: fiche.title,
        })),
        branches: branches.map(({ title, brief }) => ({ title, brief })),
        sources: branches.flatMap(({ sources }) => sources),
        confidence: retrieval.confidence,
      };
    }
    default:
      return assertNever(decision);
  }
}

/** The answer that one fiche gives. */
export function answer(
  { corpus, lexical }: SettleParts,
  fiche: Fiche,
  also: Fiche | undefined,
  confidence: number,
  setting: SettleSetting,
  limit?: string,
): Answer {
  const hit = setting.retrieval.hits.find(({ document }) => document.id === fiche.id);
  const asked = hit && directQuestion(hit, fiche, setting.retrieval.corrected, lexical);
  const request = {
    text: setting.retrieval.corrected,
    fiche,
    also,
    limit,
    asked,
    nearby: hit === undefined ? [] : nearbyQuestions(hit, fiche, asked),
    confidence,
    given: setting.facts,
    role: setting.role,
    at: setting.at,
    today: setting.today,
  };
  return composeAnswer(request, corpus, setting.catalogue);
}
