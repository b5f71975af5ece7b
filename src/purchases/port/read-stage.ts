import { PURCHASE_STAGES, type PurchaseStage } from '../../vocabulary/purchases.ts';

/** A stage as a form names it; undefined for none. */
export function readStage(name: string): PurchaseStage | undefined {
  return PURCHASE_STAGES.find((one) => one === name);
}
