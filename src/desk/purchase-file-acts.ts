import { FILE_PARTS, purchaseDocx } from '../purchases/purchase-docx.ts';
import type { SignedIn } from '../reserve/port/signed-in.ts';
import { SHEET_BOX } from '../screens/purchase-sheet.ts';
import { type Context, guardedPurchase } from './context.ts';
import { list } from './filled.ts';
import type { PressedOf } from './port/heard.ts';
import type { Happened } from './port/shown.ts';

type Did = PressedOf<'purchase_do'>;

const GONE = { ok: false, error: { kind: 'unknown_purchase' } } as const;

/** What was chosen of it, as a document for the procedure's file. */
export async function purchaseFile(context: Context, heard: Did, by: SignedIn): Promise<readonly Happened[]> {
  const { purchasing } = context;
  const { purchase: id } = heard.value;
  const asked = list(heard.filled, SHEET_BOX.parts);
  const chosen = FILE_PARTS.filter((part) => asked.includes(part));
  const kept = await guardedPurchase(
    context,
    async () => purchasing?.act(by.person, id, { kind: 'file', name: 'demande.docx' }, { key: heard.key }) ?? GONE,
  );
  if (!kept.ok) return [{ name: 'no_purchase', fault: kept.error }];
  const bytes = await purchaseDocx(kept.value, chosen);
  return [{ name: 'file', file: { name: 'demande.docx', bytes }, what: 'purchase' }];
}
