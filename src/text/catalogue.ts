import type { HandoffReason, Language, RefusalReason, Role } from '../message.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** Every text the assistant itself says, one catalogue per language; the corpus stays French. */
export interface Catalogue {
  readonly register: Readonly<Record<Role, string>>;
  readonly roleName: Readonly<Record<Role, string>>;
  readonly roleInferred: Readonly<Record<Role, string>>;
  readonly roleSet: Readonly<Record<Role, string>>;
  readonly asOf: (day: string) => string;
  readonly sources: string;
  readonly nextSteps: string;
  readonly pitfalls: string;
  readonly also: string;
  readonly yourCase: string;
  readonly limit: string;
  readonly offer: string;
  readonly known: string;
  readonly frenchSources: string | undefined;
  readonly figuresAt: (day: string, verified: string) => string;
  readonly reviewOverdue: (day: string) => string;
  readonly weakSource: string;
  readonly handoffWhy: Readonly<Record<HandoffReason, string>>;
  readonly askReservist: string;
  readonly refusal: Readonly<Record<RefusalReason, { readonly text: string; readonly next: string }>>;
  readonly outside: Readonly<Record<'supplier' | 'foreign' | 'action', string>>;
  readonly clarify: Readonly<Record<'objet' | 'acheteur', string>>;
  readonly clarifyTopic: string;
  readonly choice: Readonly<Record<string, string>>;
  readonly depends: string;
  readonly smalltalk: Readonly<Record<'hello' | 'thanks' | 'bye' | 'help' | 'identity' | 'ok', string>>;
  readonly examples: Readonly<Record<Role, readonly string[]>>;
}

export const catalogues: Readonly<Record<Language, Catalogue>> = { fr, en };
