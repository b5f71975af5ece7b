import type { Result } from '../../result.ts';
import type { NetworkAct, NetworkFault } from '../../vocabulary/network.ts';
import type { PersonRole } from '../../vocabulary/people.ts';
import type { NoteOfAct } from '../records/network-records.ts';
import type { CaseRow } from './views.ts';

/** What someone lends, as a form shows it. */
export interface Lent {
  readonly competences: readonly string[];
  readonly territories: readonly string[];
  readonly week: string;
  readonly hours: string;
  readonly cases: number;
  readonly paused: boolean;
}

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string | undefined;
  /** Its name. */
  readonly body: string;
  /** Those given here. */
  readonly roles: readonly PersonRole[];
  /** Those that their directory gives. */
  readonly directoryRoles: readonly PersonRole[];
  /** What they look after. */
  readonly territories: readonly string[];
  /** Sign-ins and chats that are theirs. */
  readonly accounts: number;
  readonly lends: Lent | undefined;
}

export interface BodyRow {
  readonly id: string;
  readonly name: string;
  readonly siret: string | undefined;
  readonly publicClass: string;
  readonly territories: readonly string[];
  readonly people: number;
  readonly seen: string;
}

/** An act as it is read: names in the place of ids; of someone who has left, none. */
export interface ActLine extends Pick<NoteOfAct, 'at' | 'kind' | 'changes'> {
  readonly by: string | undefined;
  /** The person or the body. */
  readonly about: string | undefined;
}

/** Those whom the coordinator reaches. */
export interface NetworkView {
  readonly people: readonly PersonRow[];
  readonly bodies: readonly BodyRow[];
  readonly competences: readonly string[];
  readonly by: { readonly administrator: boolean; readonly territories: readonly string[] };
}

export interface PersonSheet extends NetworkView {
  readonly person: PersonRow;
  readonly seen: string;
  /** Within reach and of no more powers than whoever looks; else their page is to be read. */
  readonly mayChange: boolean;
  readonly holds: readonly CaseRow[];
  /** Cases of their own that have not ended. */
  readonly asks: number;
  readonly acts: readonly ActLine[];
}

/** A case, its sealed question and who has it: never what was said at it. */
export interface CaseSheet extends CaseRow {
  readonly on: number;
  /** `gone`: the reservist is in the reserve no more, and the case nobody's. */
  readonly holder: { readonly name: string; readonly state: 'there' | 'away' | 'gone' } | undefined;
  readonly mayMove: boolean;
  /** Whom it may be handed to, by name; `free` within the hour. */
  readonly reservists: readonly {
    readonly id: string;
    readonly name: string;
    readonly body: string;
    readonly free: boolean;
  }[];
  readonly acts: readonly ActLine[];
}

export interface OpinionRow {
  readonly exchange: string;
  readonly at: string;
  readonly useful: boolean;
  readonly why: string | undefined;
  readonly question: string | undefined;
  readonly answer: string | undefined;
}

/** What an act comes to, where there is more to say than that it was done. */
export interface Acted {
  /** Of whoever was added, or the name of whoever left. */
  readonly person?: string;
  /** The token of a link of invitation; seen once. */
  readonly token?: string;
  /** Nothing was different: nothing was noted. */
  readonly same?: true;
}

type Read<T> = Promise<Result<T, NetworkFault>>;

/** What the page *Animer le réseau* is for; all of it for coordinators and administrators alone. */
export interface Animating {
  network(by: string): Read<NetworkView>;
  person(by: string, id: string): Read<PersonSheet>;
  handed(by: string, caseId: string): Read<CaseSheet>;
  opinions(by: string): Read<readonly OpinionRow[]>;
  journal(by: string): Read<readonly ActLine[]>;
  /** Everyone within reach, as a file; noted. */
  csv(by: string): Read<string>;
  /** Noted, then done; refused, nothing is noted. */
  act(by: string, act: NetworkAct): Read<Acted>;
}
