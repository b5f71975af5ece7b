import { give, type PurchasesParts, type Step } from '../../../src/purchases/purchases.ts';
import { ok } from '../../../src/result.ts';

export type { Step };

/** What somebody did, written as the core writes it; a fault is a failure of the test. */
export async function write(
  parts: PurchasesParts,
  id: string,
  { by, step }: { readonly by: string; readonly step: Step },
): Promise<void> {
  const written = await give(parts, id, by, undefined, async () => ok([step]));
  if (!written.ok) throw new Error(JSON.stringify(written.error));
}
