/** Where a purchase stands, in the order in which it goes; it may skip: an order under a contract in force has no procedure. */
export const PURCHASE_STAGES = [
  'draft',
  'received',
  'taken',
  'procedure',
  'consultation',
  'awarded',
  'ordered',
  'delivered',
  'assessed',
  'closed',
] as const;

export type PurchaseStage = (typeof PURCHASE_STAGES)[number];

/** What a purchase may leave behind, by which effects are offered (`knowledge/finalites.yaml`). */
export const PURPOSE_THEMES = [
  'environnement',
  'territoire',
  'inclusion',
  'competences',
  'innovation',
  'communs',
] as const;

export type PurposeTheme = (typeof PURPOSE_THEMES)[number];

/** What ought to be left of a purchase, and how one will see whether it was. French. */
export interface Effect {
  readonly theme: PurposeTheme;
  readonly effect: string;
  readonly measure: string;
}

export const WAS_SO = ['yes', 'partly', 'no'] as const;

export type WasSo = (typeof WAS_SO)[number];
