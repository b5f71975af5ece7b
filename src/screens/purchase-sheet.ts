import type { PurchaseView } from '../purchases/port/purchasing.ts';
import { FILE_PARTS } from '../purchases/purchase-docx.ts';
import { purchaseSheetTexts as says } from '../text/purchase-sheet-texts.ts';
import type { Act, Form } from './screen.ts';

/** Names of the boxes, as they come back. */
export const SHEET_BOX = { parts: 'parts' } as const;

/** What is chosen of it goes to the procedure's file. */
export function fileActs({ id: purchase, version: on, may }: PurchaseView): readonly Act[] {
  const value = { purchase, on };
  const file: Form = {
    title: says.file,
    intro: says.fileIntro,
    fields: [
      {
        kind: 'choice',
        name: SHEET_BOX.parts,
        label: says.file,
        choices: FILE_PARTS.map((part) => ({ value: part, label: says.parts[part] })),
        value: FILE_PARTS.filter((part) => part !== 'talk'),
        several: true,
      },
    ],
    submit: says.fileGo,
  };
  return [
    ...(may.includes('file')
      ? [
          {
            verb: 'purchase_do',
            value: { ...value, do: 'file' },
            label: says.file,
            look: 'plain',
            needs: file,
          } as const,
        ]
      : []),
  ];
}
