import type { AgreementView } from '../../../../src/rewording/port/agreement.ts';
import type { Role } from '../../../../src/vocabulary/people.ts';

/** An agreement as it is shown to one person at one moment. */
export interface AgreementScreen {
  readonly agreement: AgreementView;
  /** Of this page, with the secret of the person's own link where there is one. */
  readonly path: string;
  readonly now: Date;
  /** The side they act for; undefined for who may only read. */
  readonly by: Role | undefined;
  /** What stands in the boxes and is not taken yet. */
  readonly typed: ReadonlyMap<string, string>;
  /** Name of the field whose change was just made. */
  readonly done: string | undefined;
  readonly fault: string | undefined;
}
