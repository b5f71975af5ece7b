import type { z } from 'zod';
import * as lines from './lines.ts';

/** What a key may be allowed. `body`: the body's own rules and documents are told beside the law. */
export const SCOPES = ['answer', 'reword', 'check', 'compute', 'read', 'body'] as const;
export type Scope = (typeof SCOPES)[number];

export interface Operation {
  readonly method: 'GET' | 'POST';
  /** Below `/api/v1`; `{name}` is a field. */
  readonly path: string;
  readonly scope: Exclude<Scope, 'body'>;
  readonly fields: z.ZodObject;
  readonly gives: z.ZodType;
}

/** All that may be asked, by name. */
export const OPERATIONS = {
  ask: { method: 'POST', path: '/ask', scope: 'answer', fields: lines.askFields, gives: lines.asked },
  reword: {
    method: 'POST',
    path: '/reword',
    scope: 'reword',
    fields: lines.rewordFields,
    gives: lines.rewordedForBuyer.or(lines.rewordedForPrescriber),
  },
  lint: { method: 'POST', path: '/lint', scope: 'check', fields: lines.lintFields, gives: lines.linted },
  fidelity: { method: 'POST', path: '/fidelity', scope: 'check', fields: lines.fidelityFields, gives: lines.compared },
  rules: { method: 'POST', path: '/rules', scope: 'compute', fields: lines.rulesFields, gives: lines.concluded },
  nextQuestion: {
    method: 'POST',
    path: '/rules/next',
    scope: 'compute',
    fields: lines.rulesFields,
    gives: lines.nextQuestion,
  },
  lexicon: { method: 'POST', path: '/lexicon', scope: 'read', fields: lines.lexiconFields, gives: lines.concepts },
  article: {
    method: 'GET',
    path: '/articles/{article}',
    scope: 'read',
    fields: lines.articleFields,
    gives: lines.articleTold,
  },
  figures: { method: 'GET', path: '/figures', scope: 'read', fields: lines.figureListFields, gives: lines.figuresTold },
  figure: { method: 'GET', path: '/figures/{key}', scope: 'read', fields: lines.figureFields, gives: lines.figureTold },
  changes: { method: 'GET', path: '/changes', scope: 'read', fields: lines.changesFields, gives: lines.changesTold },
} as const satisfies Readonly<Record<string, Operation>>;

export type OperationName = keyof typeof OPERATIONS;
export type FieldsOf<Name extends OperationName> = z.infer<(typeof OPERATIONS)[Name]['fields']>;
export type GivenBy<Name extends OperationName> = z.infer<(typeof OPERATIONS)[Name]['gives']>;

/** Who calls, as far as it changes what is answered. */
export interface Caller {
  /** Dialogues of two callers never meet. */
  readonly id: string;
  /** The body's own rules and documents are for it. */
  readonly ofBody: boolean;
}

export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

/** `unknown`: what is named does not exist, with what is nearest to it. */
export type CallFault =
  | { readonly kind: 'invalid'; readonly errors: readonly [FieldFault, ...FieldFault[]] }
  | (FieldFault & { readonly kind: 'unknown'; readonly nearest: readonly string[] });

export type Answered<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CallFault };

export interface Calls {
  /** Reads the fields and answers. Never throws for what a program may send. */
  call<Name extends OperationName>(name: Name, fields: unknown, caller: Caller): Promise<Answered<GivenBy<Name>>>;
  /** Fiches that can be read whole, for who lists resources. */
  fiches(): readonly { readonly id: string; readonly title: string }[];
  /** One of them as Markdown in the buyer's or the department's words, figures dated; undefined: there is none. */
  fiche(id: string, role: 'prescripteur' | 'acheteur'): string | undefined;
  figureKeys(): readonly { readonly key: string; readonly label: string }[];
}
