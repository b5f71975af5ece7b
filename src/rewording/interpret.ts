import type { ExportFormat, Interpreting } from '../platform.ts';
import { assertNever, ok } from '../result.ts';
import type { AgreementView } from './agreement/agreement.ts';
import type { Agreements } from './agreement/agreements.ts';
import { exportDocx } from './agreement/export-docx.ts';
import { exportJson } from './agreement/export-json.ts';
import { exportMarkdown } from './agreement/export-markdown.ts';
import type { Reworder } from './reword.ts';

/** What the faces use of rewording and agreement, over the real ones. The fiche is French, as the file it goes into. */
export function createInterpreting({ reword, guess }: Reworder, agreements: Agreements): Interpreting {
  return {
    guess,
    reword,
    open: agreements.open,
    agreement: agreements.read,
    change: agreements.act,
    exportAs: async (id, format) => {
      const view = await agreements.read(id);
      if (!view.ok) return view;
      const date = view.value.history[0]?.at.slice(0, 10) ?? id;
      return ok({
        fileName: `fiche-expression-besoin-${date}.${format}`,
        type: TYPES[format],
        body: await bodyOf(view.value, format),
      });
    },
  };
}

const TYPES: Readonly<Record<ExportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

async function bodyOf(view: AgreementView, format: ExportFormat): Promise<string | Uint8Array> {
  switch (format) {
    case 'docx':
      return exportDocx(view, 'fr');
    case 'md':
      return exportMarkdown(view, 'fr');
    case 'json':
      return exportJson(view);
    default:
      return assertNever(format);
  }
}
