import type { IsoDate } from '../../days/iso-date.ts';

/** What a badge says: who, what, by whom, until when. */
export interface BadgeClaim {
  /** Address at which the code of the attestation is checked. */
  readonly id: string;
  readonly kind: 'module' | 'path';
  readonly subject: string;
  readonly title: string;
  readonly criteria: string;
  /** ISO instant. */
  readonly issuedAt: string;
  readonly validUntil: IsoDate;
  /** Known by a salted hash of it alone; undefined where the person has none. */
  readonly email: string | undefined;
  readonly salt: string;
}
