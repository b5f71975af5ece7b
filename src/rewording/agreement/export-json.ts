import type { AgreementView } from '../port/agreement.ts';

/** Raised when the shape changes in a way that a reader of this version would get wrong. */
const VERSION = 1;

/** The agreement as JSON, whole, with the version of the format. */
export function exportJson(view: AgreementView): string {
  return `${JSON.stringify({ format: 'truchement-brief', version: VERSION, brief: view }, undefined, 2)}\n`;
}
