import type { Logger } from '../log.ts';
import { assertNever, err, ok } from '../result.ts';
import { LONGEST_REWORDING_MS, watchReader } from '../within-time.ts';
import type { Agreements } from './agreement/agreements.ts';
import { exportJson } from './agreement/export-json.ts';
import { exportMarkdown } from './agreement/export-markdown.ts';
import type { AgreementView } from './port/agreement.ts';
import type { ExportFormat, Interpreting } from './port/interpreting.ts';
import type { Reworder } from './reword.ts';

/** What the faces use of rewording and agreement, over the real ones. The fiche is French, as the file it goes into. */
export function createInterpreting(
  { reword, guess }: Pick<Reworder, 'reword' | 'guess'>,
  agreements: Agreements,
  log: Pick<Logger, 'warn'> | undefined,
): Interpreting {
  return {
    reword: watchReader<Parameters<Interpreting['reword']>, ReturnType<Interpreting['reword']>>(
      { reader: 'rewording', log, limitMs: LONGEST_REWORDING_MS },
      async (text, direction, language) => ok(await reword(text, direction ?? guess(text), language)),
      async () => err({ kind: 'too_slow', limitMs: LONGEST_REWORDING_MS }),
    ),
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
    case 'docx': {
      // Word's library is a thousand kilobytes: it is read where somebody wants it.
      const { exportDocx } = await import('./agreement/export-docx.ts');
      return exportDocx(view, 'fr');
    }
    case 'md':
      return exportMarkdown(view, 'fr');
    case 'json':
      return exportJson(view);
    default:
      return assertNever(format);
  }
}
