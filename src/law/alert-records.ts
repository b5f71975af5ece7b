import type { Suggestion } from '../message/message.ts';
import type { Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';

/** What somebody asked to be told of: a figure by its key, an article, a fiche, a theme (a module of the corpus). */
export const SUBJECT_KINDS = ['figure', 'article', 'fiche', 'theme'] as const;
export interface Subject {
  readonly kind: (typeof SUBJECT_KINDS)[number];
  readonly id: string;
}

export interface Alert extends Subject {
  readonly person: string;
  readonly at: string;
}

/** When a change is told: entered or read by somebody; in effect. */
export type Stage = 'entered' | 'effect';

/** Words that a change sends to one person. Markdown. */
export interface ChangeWords {
  readonly id: string;
  readonly person: string;
  readonly text: string;
  readonly suggestions: readonly Suggestion[];
}

/** Who is told of what, and what was told. Nothing of what anybody asks of the law is here. */
export interface AlertRecords {
  alerts(person?: string): Promise<Result<readonly Alert[], StoreDown>>;
  /** One asked for already is left as it is. */
  subscribe(person: string, subjects: readonly Subject[], at: string): Promise<Result<undefined, StoreDown>>;
  /** All of them where none is named. */
  unsubscribe(person: string, subjects?: readonly Subject[]): Promise<Result<undefined, StoreDown>>;
  /** `stage change` of every change told, or known without being told. */
  told(): Promise<Result<ReadonlySet<string>, StoreDown>>;
  /** Keeps that these were told, with the words that tell them, or nothing where one of them was told meanwhile: then false. */
  tell(
    changes: readonly { readonly change: string; readonly stage: Stage }[],
    words: readonly ChangeWords[],
    at: string,
  ): Promise<Result<boolean, StoreDown>>;
}

/** As `told` names them. */
export function toldName({ change, stage }: { readonly change: string; readonly stage: Stage }): string {
  return `${stage} ${change}`;
}
