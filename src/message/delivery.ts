import type { NoticeKind, Side } from '../vocabulary/cases.ts';
import type { Language } from '../vocabulary/people.ts';
import type { ToldKind } from '../vocabulary/told.ts';
import type { Address, Suggestion } from './message.ts';

/** One message of a case as it leaves: nothing in it that its reader may not know. */
export interface Outgoing {
  /** The same at each attempt. */
  readonly id: string;
  readonly to: Address;
  readonly person: string;
  readonly case: string;
  readonly kind: NoticeKind;
  /** On which side of the case its reader is. */
  readonly side: Side;
  readonly language: Language;
  /** Markdown. */
  readonly text: string;
}

/** Words to one person that belong to no case: the reminder they asked for, a notice before an attestation lapses. */
export interface Words extends Pick<Outgoing, 'id' | 'to' | 'person' | 'language' | 'text'> {
  /** The replies that one click gives. */
  readonly suggestions: readonly Suggestion[];
  /** The demand that they are about, shown as it stands with them; the text is then plain. */
  readonly purchase?: string | undefined;
  /** Training where nothing is said, a purchase where one is. */
  readonly about?: ToldKind | undefined;
  /** Said in place of the text where others may read it on its way, as an e-mail; the text itself when left out. */
  readonly brief?: string | undefined;
  /** The page of this site that it is about: a path. */
  readonly page?: string | undefined;
}

/**
 * Why a message was not taken: `later` is worth another try, after `afterMs` at the soonest where the platform says so; `gone`
 * means that the person is not to be reached there any more (uninstalled, blocked, deactivated); `never` is any other end.
 */
export type NotDelivered =
  | { readonly kind: 'later'; readonly why: string; readonly afterMs?: number }
  | { readonly kind: 'gone'; readonly why: string }
  | { readonly kind: 'never'; readonly why: string };
