import { type Belief, createBeliefFinder } from '../corpus/beliefs.ts';
import { fillFigures } from '../corpus/prose.ts';
import type { Corpus } from '../corpus/read-corpus.ts';
import type { IsoDate } from '../days/iso-date.ts';
import { citeArticle } from '../french/articles.ts';
import { frenchTypography } from '../french/typography.ts';
import { indexTerms } from '../french/words.ts';
import type { Catalogue } from '../text/catalogues.ts';
import type { Role } from '../vocabulary/people.ts';
import { articleOf } from './compose.ts';
import { withOwn } from './own-lines.ts';
import type { Answer, Outcome } from './port/outcome.ts';

/** Where this share of its words is said by the answer already, what is so is not said before it. */
const SAID_BY_ANSWER = 0.6;

/** Articles named under an answer. */
const MOST_CITED = 4;

export type PutRight = (outcome: Outcome, text: string, at: IsoDate, role: Role, catalogue: Catalogue) => Outcome;

/** What a question takes for granted and the code does not say is put right before it is answered. */
export function createPutRight({ beliefs, figures }: Pick<Corpus, 'beliefs' | 'figures'>): PutRight {
  let find: ReturnType<typeof createBeliefFinder> | undefined;
  return (outcome, text, at, role, catalogue) => {
    find ??= createBeliefFinder(beliefs);
    const belief = find(text);
    if (belief === undefined) return outcome;
    const truth = fillFigures(belief.vrai, figures, at);
    if (outcome.kind === 'answer')
      return isVerdictOn(outcome, belief) || isWorkedOut(outcome, belief) || isSaid(truth, outcome.short[role].answer)
        ? outcome
        : {
            ...outcome,
            premise: sayTruth(truth, catalogue),
            cited: [...belief.articles.map(articleOf), ...outcome.cited].slice(0, MOST_CITED),
          };
    if (outcome.kind === 'clarification' || outcome.kind === 'handoff')
      return withOwn(outcome, [
        sayTruth(`${truth.replace(/\.$/u, '')} (${belief.articles.map(citeArticle).join(', ')}).`, catalogue),
        ...ownOf(outcome),
      ]);
    return outcome;
  };
}

/** A yes or a no to the question asked, by the same article, is what is so. */
function isVerdictOn({ verdict, cited }: Answer, { articles }: Belief): boolean {
  return (verdict === 'oui' || verdict === 'non') && cited.some(({ reference }) => articles.includes(reference));
}

/** What was worked out by the same article says it of the very case. */
const isWorkedOut = ({ computed }: Answer, { articles }: Belief): boolean =>
  computed?.articles.some(({ reference }) => articles.includes(reference)) === true;

function isSaid(truth: string, answer: string): boolean {
  const terms = new Set(indexTerms(truth));
  const said = new Set(indexTerms(answer));
  return [...terms].filter((term) => said.has(term)).length >= terms.size * SAID_BY_ANSWER;
}

function sayTruth(truth: string, { putRight, language }: Catalogue): string {
  return frenchTypography(`*${putRight}${language === 'fr' ? '\u00a0:' : ':'}* ${truth}`);
}

function ownOf(outcome: Extract<Outcome, { kind: 'clarification' | 'handoff' }>): readonly string[] {
  return (outcome.kind === 'handoff' ? outcome.known?.own : outcome.own) ?? [];
}
