import type { DefectKind } from '../../vocabulary/rewording.ts';

export interface Defect {
  readonly kind: DefectKind;
  /** The words of the source at fault; empty when the target adds what the source has not. */
  readonly source: string;
  /** The words of the target at fault; empty when the target lacks them. */
  readonly target: string;
}

export interface Fidelity {
  readonly faithful: boolean;
  readonly defects: readonly Defect[];
}
