import type { ArticleIndex } from '../corpus/article-index.ts';
import type { Fiche } from '../corpus/fiche.ts';
import type { Question, Verdict } from '../corpus/question.ts';

export const SIDES = ['service', 'achat'] as const;

export interface Defect {
  /** Of the question; of the fiche's front matter where `question` is undefined. */
  readonly question: Question | undefined;
  readonly field: readonly PropertyKey[];
  readonly message: string;
}

export interface Evidence {
  readonly fiche: Fiche;
  readonly index: ArticleIndex;
}

export type Rule = (question: Question, evidence: Evidence) => readonly Omit<Defect, 'question'>[];

export const SHOWN_AS: Readonly<Record<Verdict, string>> = {
  oui: 'begin with «Oui»',
  non: 'begin with «Non»',
  depend: 'begin with «Cela dépend»',
  valeur: 'begin with the value itself',
  etape: 'begin with the step to take («Il faut», or an imperative)',
};

/** What is shown as a question is one. */
export function wellAsked({ ask }: { readonly ask: string }): ReturnType<Rule> {
  if (/^[\p{Lu}«]/u.test(ask) && /\?$/.test(ask)) return [];
  return [{ field: ['ask'], message: 'is shown: good French, from a capital letter to a question mark' }];
}
