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
